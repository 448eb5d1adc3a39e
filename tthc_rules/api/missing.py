"""`check --missing`: what is worth collecting, since verdicts wait for it (dữ kiện còn thiếu).

A verdict that stays undecided says why. Here those reasons become a list of things to fetch:
a document, a row of a catalogue, a norm, a fact, a field, a day of the calendar.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType
from typing import Final

from tthc_rules.api.results import CheckResult
from tthc_rules.diagnostics import Finding, Message
from tthc_rules.model.text import Text
from tthc_rules.report.messages import both
from tthc_rules.source import Span


class Kind(Enum):
    """What sort of thing is missing (loại dữ kiện)."""

    DOCUMENT = "document"
    ROW = "row"
    NORM = "norm"
    FACT = "fact"
    FIELD = "field"
    CALENDAR = "calendar"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Wanted:
    """One thing to collect (dữ kiện cần thu thập).

    Attributes:
        kind: What sort of thing it is.
        what: What is missing, as a sentence.
        waiting: How many verdicts wait for it, alone or with others.
        rules: The rules that left those verdicts undecided, in alphabetical order.
        span: Where the first of them stands.
        subject: Whose the first of them is.
    """

    kind: Kind
    what: Message | Text
    waiting: int
    rules: tuple[str, ...]
    span: Span | None
    subject: str


@dataclass(frozen=True, slots=True)
class Missing:
    """Everything worth collecting, what most verdicts wait for first.

    Attributes:
        wanted: The things.
        undecided: How many verdicts stay undecided.
    """

    wanted: tuple[Wanted, ...]
    undecided: int


_KINDS: Final[Mapping[str, Kind]] = MappingProxyType(
    {
        "law/unknown-instrument": Kind.DOCUMENT,
        "law/no-day-of-signing": Kind.DOCUMENT,
        "law/unknown-publisher": Kind.DOCUMENT,
        "law/ambiguous-instrument": Kind.FIELD,
        "law/not-listed": Kind.ROW,
        "law/unknown-system": Kind.ROW,
        "law/unknown-charge": Kind.ROW,
        "law/area-unknown": Kind.ROW,
        "law/no-province": Kind.ROW,
        "law/no-statuses": Kind.ROW,
        "law/no-managing-ministry": Kind.ROW,
        "law/no-waiver-norm": Kind.NORM,
        "law/no-delegation": Kind.NORM,
        "law/no-term-of-publication": Kind.NORM,
        "law/no-calendar": Kind.CALENDAR,
        "law/calendar-year-open": Kind.CALENDAR,
        "law/calendar.unknown_day": Kind.CALENDAR,
        "law/calendar.beyond_coverage": Kind.CALENDAR,
        "law/notice-beyond-calendar": Kind.CALENDAR,
        "law/no-day-of-publication": Kind.FIELD,
        "law/no-published-name": Kind.FIELD,
        "law/no-amount": Kind.FIELD,
        "law/no-route": Kind.FIELD,
        "law/unread": Kind.FIELD,
        "law/path-undecided": Kind.FIELD,
        "law/route-unreadable": Kind.FIELD,
        "law/unreadable-waiver": Kind.FIELD,
    }
)
"""What is missing where the reason itself names the thing; others are told by `_told`."""

_OF_ONE_SUBJECT: Final = frozenset(
    key
    for key, kind in _KINDS.items()
    if kind is Kind.FIELD and key not in ("law/ambiguous-instrument", "law/no-published-name")
)


def missing(result: CheckResult) -> Missing:
    """Return what the undecided verdicts of a run wait for.

    A verdict that waits for several facts counts for each of them.
    """
    waiting: dict[tuple[Kind, str], list[tuple[Message | Text, Finding]]] = {}
    for finding in result.undecided:
        for kind, what in _told(finding):
            waiting.setdefault((kind, repr(what)), []).append((what, finding))
    wanted = [_wanted(kind, found) for (kind, _), found in waiting.items()]
    wanted.sort(key=lambda one: (-one.waiting, one.kind.value, repr(one.what)))
    return Missing(tuple(wanted), len(result.undecided))


def _wanted(kind: Kind, found: list[tuple[Message | Text, Finding]]) -> Wanted:
    what, first = found[0]
    rules = tuple(sorted({finding.code for _, finding in found}))
    return Wanted(kind, what, len(found), rules, first.span, first.subject)


def _told(finding: Finding) -> Iterator[tuple[Kind, Message | Text]]:
    """Yield what one undecided verdict waits for."""
    reason = finding.message
    if isinstance(reason, Text):
        yield Kind.OTHER, reason
        return
    match reason.key:
        case "law/missing-facts":
            yield from ((Kind.FACT, _named("fact", name)) for name in _names(reason))
        case "law/gap":
            yield Kind.NORM, _of("norm", _field(finding), finding)
        case "lang/unread-value":
            yield Kind.FIELD, _of("field", reason.values.get("path", ""), finding)
        case key if key in _OF_ONE_SUBJECT:
            values: dict[str, Text | str] = {"reason": both(reason), "subject": finding.subject}
            yield _KINDS[key], Message("missing/of-subject", values)
        case key:
            yield _KINDS.get(key, Kind.OTHER), reason


def _names(reason: Message) -> tuple[str, ...]:
    names = reason.values.get("names", "")
    return tuple((names.vi if isinstance(names, Text) else names).split(", "))


def _named(what: str, name: str) -> Message:
    return Message(f"missing/{what}", {"name": name})


def _of(what: str, name: Text | str, finding: Finding) -> Message:
    return Message(f"missing/{what}", {"name": name, "subject": finding.subject})


def _field(finding: Finding) -> str:
    return finding.path.rpartition("/")[2] or finding.code
