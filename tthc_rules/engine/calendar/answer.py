"""When a time limit ends: the answers (thời điểm hết hạn).

Inside the engine an end is one integer, its *mark*: twice the minute at which the limit is
over, plus one when it ends with a whole day. Minutes count from 0001-01-01 less one day, so
that `mark >> 1` divided by a day's minutes is the ordinal of a day. Times are Vietnamese.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from enum import Enum
from functools import lru_cache
from typing import Final, TypeAlias

from tthc_rules.model.calendar import MINUTES_A_DAY

VIETNAM: Final = timezone(timedelta(hours=7))
"""Vietnamese time, all year (giờ Việt Nam)."""


class Reason(Enum):
    """Why no end can be named (lý do chưa kết luận)."""

    UNKNOWN_DAY = "unknown_day"
    BEYOND_COVERAGE = "beyond_coverage"
    SUPPLEMENT_PENDING = "supplement_pending"
    OPINION_PENDING = "opinion_pending"
    PAYMENT_PENDING = "payment_pending"
    POLICY_REQUIRED = "policy_required"
    UNIT_UNSTATED = "unit_unstated"
    PART_OF_DAY = "part_of_day"
    NO_RECEPTION_DAY = "no_reception_day"


@dataclass(frozen=True, slots=True)
class Day:
    """The limit ends with this day (hết ngày)."""

    day: date


@dataclass(frozen=True, slots=True)
class Moment:
    """The limit ends at this moment (thời điểm), Vietnamese time without offset."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Provisional:
    """The end as estimated days stand (tạm tính); settled otherwise, it would move."""

    end: Day | Moment


@dataclass(frozen=True, slots=True)
class Undecided:
    """No end can be named (chưa kết luận)."""

    reason: Reason


Due: TypeAlias = Day | Moment | Provisional | Undecided


@dataclass(frozen=True, slots=True)
class Tentative:
    """A mark that rests on estimated days; the engine's form of `Provisional`."""

    mark: int


Outcome: TypeAlias = int | Tentative | Reason
"""An answer inside the engine: a mark, a tentative mark, or why there is none."""


def minute_of(received: datetime | int) -> int:
    """Return the whole minute of a moment, Vietnamese time.

    A moment without offset is Vietnamese already; seconds are dropped; a number is taken
    for the minute itself.
    """
    if isinstance(received, int):
        return received
    local = received.astimezone(VIETNAM) if received.tzinfo is not None else received
    return local.toordinal() * MINUTES_A_DAY + local.hour * 60 + local.minute


def day_mark(day: int) -> int:
    """Return the mark of a limit that ends with `day`."""
    return 2 * MINUTES_A_DAY * (day + 1) + 1


def moment_mark(minute: int) -> int:
    """Return the mark of a limit that ends at `minute`."""
    return 2 * minute


def is_day(mark: int) -> bool:
    """Return whether a mark ends with a whole day."""
    return bool(mark & 1)


def last_day(mark: int) -> int:
    """Return the day on which a mark falls; the end of a day belongs to that day."""
    return (mark >> 1) // MINUTES_A_DAY - (mark & 1)


@lru_cache(maxsize=65536)
def end_of(mark: int) -> Day | Moment:
    """Return what a mark says, as a date or a moment."""
    if is_day(mark):
        return Day(date.fromordinal(last_day(mark)))
    day, minute = divmod(mark >> 1, MINUTES_A_DAY)
    hour, minute = divmod(minute, 60)
    start = datetime.fromordinal(day)
    return Moment(start.replace(hour=hour, minute=minute))


def due_of(outcome: Outcome) -> Due:
    """Return the public form of an answer."""
    if isinstance(outcome, int):
        return end_of(outcome)
    if isinstance(outcome, Tentative):
        return Provisional(end_of(outcome.mark))
    return Undecided(outcome)
