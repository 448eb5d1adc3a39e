"""Calendars, due moments and exact comparison of time limits (lịch và thời hạn)."""

from tthc_rules.engine.calendar.answer import (
    VIETNAM,
    Day,
    Due,
    Moment,
    Provisional,
    Reason,
    Undecided,
    minute_of,
)
from tthc_rules.engine.calendar.comparison import (
    AlwaysGt,
    AlwaysLe,
    Comparison,
    Depends,
    Period,
    ProvisionalComparison,
    ReceptionDays,
    compare,
    within,
    year_of,
)
from tthc_rules.engine.calendar.decode import decode
from tthc_rules.engine.calendar.due import due
from tthc_rules.engine.calendar.events import (
    Event,
    EventKind,
    Extension,
    Wait,
    WaitKind,
    waits_of,
)
from tthc_rules.engine.calendar.policies import DEFAULT, QUESTIONS, Policies, Question
from tthc_rules.engine.calendar.policies import parse as parse_policies
from tthc_rules.engine.calendar.trace import Say, Step, Trace, What, explain

__all__ = [
    "DEFAULT",
    "QUESTIONS",
    "VIETNAM",
    "AlwaysGt",
    "AlwaysLe",
    "Comparison",
    "Day",
    "Depends",
    "Due",
    "Event",
    "EventKind",
    "Extension",
    "Moment",
    "Period",
    "Policies",
    "Provisional",
    "ProvisionalComparison",
    "Question",
    "Reason",
    "ReceptionDays",
    "Say",
    "Step",
    "Trace",
    "Undecided",
    "Wait",
    "WaitKind",
    "What",
    "compare",
    "decode",
    "due",
    "explain",
    "minute_of",
    "parse_policies",
    "waits_of",
    "within",
    "year_of",
]
