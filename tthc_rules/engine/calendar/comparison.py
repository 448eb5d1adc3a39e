"""Exact comparison of two time limits over the reception days of a period (so sánh thời hạn)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import lru_cache
from itertools import compress
from operator import le
from typing import Final, TypeAlias

from tthc_rules.engine.calendar.answer import Reason, Tentative, Undecided, is_day, last_day
from tthc_rules.engine.calendar.clock import Clock, clock_of
from tthc_rules.engine.calendar.policies import (
    DEFAULT,
    ClockHoursEnd,
    DayLimitEndsAt,
    Policies,
)
from tthc_rules.model.calendar import MINUTES_A_DAY, Calendar
from tthc_rules.model.quantities import DayKind, TimeLimit

NINE: Final = 9 * 60
"""09:00, the time of reception where none is named (quy ước kỹ thuật)."""


class ReceptionDays(Enum):
    """On which days dossiers arrive (ngày tiếp nhận được xét)."""

    WORKING = "working"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class AlwaysLe:
    """The first limit never ends later than the second (luôn không dài hơn)."""


@dataclass(frozen=True, slots=True)
class AlwaysGt:
    """The first limit always ends later than the second (luôn dài hơn)."""


@dataclass(frozen=True, slots=True)
class Depends:
    """It depends on the day of reception (tuỳ ngày tiếp nhận).

    Attributes:
        le: Number of reception days on which the first limit does not end later.
        gt: Number of reception days on which it does.
        first_le: The first day of the one sort.
        first_gt: The first day of the other.
        undecided: Number of reception days on which nothing can be said.
    """

    le: int
    gt: int
    first_le: date
    first_gt: date
    undecided: int = 0


Plain: TypeAlias = AlwaysLe | AlwaysGt | Depends | Undecided


@dataclass(frozen=True, slots=True)
class ProvisionalComparison:
    """What holds as estimated days stand (tạm thời)."""

    inner: Plain


Comparison: TypeAlias = Plain | ProvisionalComparison


@dataclass(frozen=True, slots=True)
class Period:
    """Which receptions are compared.

    Attributes:
        start: The first day.
        end: The first day that is no longer looked at.
        days: Working days only, or all.
        time: The minute of the day at which dossiers arrive.

    Raises:
        ValueError: The period is empty.
    """

    start: date
    end: date
    days: ReceptionDays = ReceptionDays.WORKING
    time: int = NINE

    def __post_init__(self) -> None:
        if self.end <= self.start:
            raise ValueError(f"a period ends on {self.end}, not after {self.start}")


@dataclass(frozen=True, slots=True)
class _Receptions:
    """The reception days of a period; `doubts` holds days that may be none."""

    days: tuple[int, ...]
    doubts: Mapping[int, Reason]
    estimated: bool
    estimates: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Ends:
    """By reception day: the minute at which a limit is over; 0 where undecided."""

    minutes: tuple[int, ...]
    doubts: Mapping[int, Reason]
    estimates: frozenset[int]


def compare(
    a: TimeLimit,
    b: TimeLimit,
    calendar: Calendar,
    period: Period,
    policies: Policies = DEFAULT,
) -> Comparison:
    """Return whether `a` ends no later than `b`, over all reception days of a period.

    Ends are compared to the minute; equal ends count as no later. A reception day on which
    either end, or the day's own being a working day, cannot be known is undecided.
    """
    return _compare(clock_of(calendar, policies), a, b, period)


def within(
    configured: TimeLimit,
    allowed: TimeLimit,
    calendar: Calendar,
    year: int,
    policies: Policies = DEFAULT,
) -> Comparison:
    """Return whether a configured limit stays within the allowed one, over one year."""
    return compare(configured, allowed, calendar, year_of(year), policies)


@lru_cache(maxsize=64)
def year_of(year: int) -> Period:
    """Return the working days of a year as a period."""
    return Period(date(year, 1, 1), date(year + 1, 1, 1))


@lru_cache(maxsize=65536)
def _compare(clock: Clock, a: TimeLimit, b: TimeLimit, period: Period) -> Comparison:
    known = _by_amount(clock, a, b, period)
    if known is not None:
        return known
    receptions = _receptions(clock, period)
    one, other = _ends(clock, a, period), _ends(clock, b, period)
    doubts: Mapping[int, Reason] = receptions.doubts
    if receptions.doubts or one.doubts or other.doubts:
        doubts = {**receptions.doubts, **other.doubts, **one.doubts}
    inner = _verdict(receptions.days, one.minutes, other.minutes, doubts)
    rests = (receptions.estimates | one.estimates | other.estimates) - doubts.keys()
    return ProvisionalComparison(inner) if rests or receptions.estimated else inner


_STRICT: Final = frozenset({DayKind.WORKING_DAY, DayKind.WORKING_HOUR})


def _by_amount(clock: Clock, a: TimeLimit, b: TimeLimit, period: Period) -> Comparison | None:
    """Return what follows from the amounts alone, where no day in reach is in doubt."""
    if a.kind is not b.kind or not _grows_with_the_amount(clock, a, b):
        return None
    if a.amount > b.amount and a.kind not in _STRICT:
        return None
    last = period.end.toordinal() - 1
    longest = clock.end(last * MINUTES_A_DAY + period.time, max(a, b, key=lambda x: x.amount))
    if not isinstance(longest, int) or not clock.is_settled(
        period.start.toordinal(), last_day(longest) + 1
    ):
        return None
    if not _receptions(clock, period).days:
        return None
    return AlwaysLe() if a.amount <= b.amount else AlwaysGt()


def _grows_with_the_amount(clock: Clock, a: TimeLimit, b: TimeLimit) -> bool:
    """Return whether the larger of two amounts of one kind never ends earlier.

    Whole days end at midnight, their parts within office hours. Hours whose end leaves a day
    off end at the next midnight, later than more hours that end in the morning before it.
    """
    whole = a.amount.denominator == b.amount.denominator == 1
    match a.kind:
        case DayKind.UNSTATED:
            return False
        case DayKind.WORKING_DAY:
            return a == b or (whole and min(a.amount, b.amount) >= 1)
        case DayKind.DAY:
            return whole
        case DayKind.HOUR:
            return a == b or clock.policies.clock_hours_end is ClockHoursEnd.AS_COMPUTED
        case _:
            return True


def _verdict(
    days: tuple[int, ...],
    one: tuple[int, ...],
    other: tuple[int, ...],
    doubts: Mapping[int, Reason],
) -> Plain:
    if doubts:
        kept = [day not in doubts for day in days]
        days, one, other = (tuple(compress(values, kept)) for values in (days, one, other))
    holds = list(map(le, one, other))
    count = holds.count(True)
    if 0 < count < len(holds):
        return Depends(
            le=count,
            gt=len(holds) - count,
            first_le=date.fromordinal(days[holds.index(True)]),
            first_gt=date.fromordinal(days[holds.index(False)]),
            undecided=len(doubts),
        )
    if doubts:
        return Undecided(doubts[min(doubts)])
    if not holds:
        return Undecided(Reason.NO_RECEPTION_DAY)
    return AlwaysLe() if count else AlwaysGt()


@lru_cache(maxsize=256)
def _receptions(clock: Clock, period: Period) -> _Receptions:
    start, end = period.start.toordinal(), period.end.toordinal()
    if period.days is ReceptionDays.ALL:
        return _Receptions(tuple(range(start, end)), {}, False, frozenset())
    days: list[int] = []
    doubts: dict[int, Reason] = {}
    left_out = False
    for day in range(start, end):
        works = clock.works(day)
        if isinstance(works, Reason):
            doubts[day] = works
        left_out = left_out or (works is False and day in clock.pattern.estimated)
        if works is not False:
            days.append(day)
    return _Receptions(tuple(days), doubts, left_out, clock.pattern.estimated.intersection(days))


@lru_cache(maxsize=8192)
def _ends(clock: Clock, limit: TimeLimit, period: Period) -> _Ends:
    receptions = _receptions(clock, period)
    doubts: dict[int, Reason] = {}
    estimates: set[int] = set()
    minutes: list[int] = []
    for day in receptions.days:
        end: object = 0
        if day not in receptions.doubts:
            end = clock.end(day * MINUTES_A_DAY + period.time, limit)
        if isinstance(end, Reason):
            doubts[day] = end
        if isinstance(end, Tentative):
            estimates.add(day)
            end = end.mark
        minutes.append(_over(clock, end) if isinstance(end, int) else 0)
    return _Ends(tuple(minutes), doubts, frozenset(estimates))


def _over(clock: Clock, mark: int) -> int:
    if is_day(mark) and clock.policies.day_limit_ends_at is DayLimitEndsAt.OFFICE_CLOSE:
        return last_day(mark) * MINUTES_A_DAY + clock.office.closes
    return mark >> 1
