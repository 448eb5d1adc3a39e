"""Made-up calendars, receptions, limits, policies and waits (lịch, thời hạn giả định)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from fractions import Fraction

from hypothesis import strategies as st

from tthc_rules.engine.calendar import DEFAULT, Extension, Policies, Wait, WaitKind
from tthc_rules.engine.calendar.policies import QUESTIONS, values_of, with_answer
from tthc_rules.model.calendar import Calendar, Coverage, DayStatus, ListedDay, ListedKind, Session
from tthc_rules.model.quantities import DayKind, TimeLimit

FIRST = date(2098, 1, 6)
"""A Monday."""

LENGTH = 84
"""Days covered by a made-up calendar."""

DAY = 1440

SETTLED_KINDS = (
    ListedKind.HOLIDAY,
    ListedKind.CLOSURE,
    ListedKind.SWAP_OFF,
    ListedKind.SWAP_WORK,
    ListedKind.ORDINARY,
)
HOURS = (
    (Session(450, 690), Session(780, 1020)),
    (Session(480, 960),),
    (Session(540, 690), Session(810, 960)),
)
SATURDAY = ((), (Session(450, 690),), (Session(480, 960),))


def listed(day: date, kind: ListedKind, status: DayStatus) -> ListedDay:
    """Return a listed day; an unknown kind or status makes both unknown."""
    if DayStatus.UNKNOWN is status or ListedKind.UNKNOWN is kind:
        return ListedDay(day, ListedKind.UNKNOWN, DayStatus.UNKNOWN)
    return ListedDay(day, kind, status)


def calendar_of(
    days: Iterable[ListedDay],
    hours: tuple[Session, ...] = HOURS[0],
    saturday: tuple[Session, ...] = (),
) -> Calendar:
    """Return a made-up calendar of twelve weeks with these days listed."""
    return Calendar(
        coverage=(Coverage(FIRST, FIRST + timedelta(days=LENGTH)),),
        weekly_rest=frozenset({6, 7}),
        office_hours=hours,
        days=tuple(sorted(days, key=lambda day: day.day)),
        saturday_hours=saturday,
    )


def settled_calendars() -> st.SearchStrategy[Calendar]:
    """Calendars without doubt inside their coverage."""
    return calendars(statuses=(DayStatus.OFFICIAL,), most_doubts=0)


@st.composite
def calendars(
    draw: st.DrawFn,
    statuses: tuple[DayStatus, ...] = tuple(DayStatus),
    most_doubts: int = 5,
) -> Calendar:
    """Calendars of twelve weeks, with few enough doubtful days to settle them all ways."""
    offsets = draw(st.sets(st.integers(0, LENGTH - 1), max_size=14))
    days = []
    doubts = 0
    for offset in sorted(offsets):
        kind = draw(st.sampled_from(SETTLED_KINDS))
        status = draw(st.sampled_from(statuses))
        if status is not DayStatus.OFFICIAL:
            status = status if doubts < most_doubts else DayStatus.OFFICIAL
            doubts += 1
        days.append(listed(FIRST + timedelta(days=offset), kind, status))
    return calendar_of(days, draw(st.sampled_from(HOURS)), draw(st.sampled_from(SATURDAY)))


def minutes(first: int = -3, last: int = LENGTH + 2) -> st.SearchStrategy[int]:
    """Minutes of reception, at any time of day, also a little outside the coverage."""
    times = st.one_of(
        st.integers(0, DAY - 1),
        st.sampled_from((0, 449, 450, 689, 690, 780, 900, 901, 959, 1019, 1020, 1439)),
    )
    return st.builds(
        lambda day, time: (FIRST.toordinal() + day) * DAY + time, st.integers(first, last), times
    )


def limits() -> st.SearchStrategy[TimeLimit]:
    """Countable limits of every kind, short enough to end near the coverage."""
    working_days = st.integers(1, 80).map(lambda quarters: Fraction(quarters, 4))
    return st.one_of(
        st.builds(TimeLimit, st.just(DayKind.WORKING_DAY), working_days),
        st.builds(TimeLimit, st.just(DayKind.WORKING_DAY), st.integers(1, 25).map(Fraction)),
        st.builds(TimeLimit, st.just(DayKind.DAY), st.integers(1, 40).map(Fraction)),
        st.builds(TimeLimit, st.just(DayKind.MONTH), st.integers(1, 2).map(Fraction)),
        st.builds(TimeLimit, st.just(DayKind.WORKING_HOUR), st.integers(1, 60).map(Fraction)),
        st.builds(TimeLimit, st.just(DayKind.HOUR), st.integers(1, 240).map(Fraction)),
        st.just(TimeLimit(DayKind.SAME_DAY)),
    )


@st.composite
def policies(draw: st.DrawFn) -> Policies:
    """Policies with any answers, most of them the defaults."""
    chosen = DEFAULT
    for name in draw(st.sets(st.sampled_from(sorted(QUESTIONS)), max_size=6)):
        value = draw(st.sampled_from(sorted(values_of(name))))
        chosen = with_answer(chosen, name, values_of(name)[value])
    return chosen


@st.composite
def waits(draw: st.DrawFn) -> tuple[Wait, ...]:
    """Up to three waits, some without end, overlapping or not."""
    made = []
    for kind in draw(st.lists(st.sampled_from(WaitKind), max_size=3)):
        requested = draw(minutes(0, 30))
        length = draw(st.one_of(st.none(), st.integers(0, 12 * DAY)))
        made.append(Wait(kind, requested, None if length is None else requested + length))
    return tuple(sorted(made, key=lambda wait: (wait.requested, wait.kind.value)))


def extensions() -> st.SearchStrategy[Extension | None]:
    """Extensions, granted or not, or none at all."""
    return st.one_of(st.none(), st.builds(Extension, limits(), st.booleans(), st.booleans()))
