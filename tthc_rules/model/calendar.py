"""The calendar of public offices (lịch nghỉ): which days are worked, and who says so.

A day that is not listed is settled and follows the weekly pattern. Outside the coverage
nothing is known, not even weekends.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from itertools import pairwise

MINUTES_A_DAY = 1440
"""24 hours of 60 minutes; Vietnamese time knows no summer time."""


class DayStatus(Enum):
    """How sure a listed day is (tình trạng)."""

    OFFICIAL = "official"
    ESTIMATED = "estimated"
    UNKNOWN = "unknown"


class ListedKind(Enum):
    """Why a day departs from the weekly pattern (loại ngày trong lịch).

    `ORDINARY` is a working day that is listed only because it is not certain; `CLOSURE` is a
    day on which offices are shut for another reason than a holiday.
    """

    HOLIDAY = "holiday"
    MAKEUP_OFF = "makeup_off"
    SWAP_OFF = "swap_off"
    SWAP_WORK = "swap_work"
    CLOSURE = "closure"
    ORDINARY = "ordinary"
    UNKNOWN = "unknown"


WORKED = frozenset({ListedKind.SWAP_WORK, ListedKind.ORDINARY})
"""Listed days on which people work."""


@dataclass(frozen=True, slots=True)
class ListedDay:
    """One day of the list (ngày trong lịch nghỉ).

    Attributes:
        day: The day itself.
        kind: Why it is listed; `UNKNOWN` while nobody has decided.
        status: How sure that is; of an unknown day always `UNKNOWN`.
        name: What people call it (`Tết Dương lịch`).
        basis: The notice or provision that makes it so, as people write it.
        pair: The other day of a swap, or the holiday that is made up for.
        verified: Whether the basis was read, not recalled.
        source: Where it was read.

    Raises:
        ValueError: Kind and status disagree about the day being unknown.
    """

    day: date
    kind: ListedKind
    status: DayStatus = DayStatus.OFFICIAL
    name: str = ""
    basis: str = ""
    pair: date | None = None
    verified: bool = True
    source: str = ""

    def __post_init__(self) -> None:
        if (self.kind is ListedKind.UNKNOWN) != (self.status is DayStatus.UNKNOWN):
            raise ValueError(f"{self.day} is {self.kind.value} but {self.status.value}")

    @property
    def works(self) -> bool | None:
        """Whether it is a working day as stated; None while that is unknown."""
        return None if self.kind is ListedKind.UNKNOWN else self.kind in WORKED


@dataclass(frozen=True, slots=True, order=True)
class Session:
    """A stretch of office hours (buổi làm việc), half-open, in minutes from midnight.

    Raises:
        ValueError: It is empty or does not lie within one day.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end <= MINUTES_A_DAY:
            raise ValueError(f"office hours from minute {self.start} to {self.end}")


@dataclass(frozen=True, slots=True, order=True)
class Coverage:
    """A stretch of days about which a calendar speaks (phạm vi), half-open.

    Raises:
        ValueError: It is empty.
    """

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.end <= self.start:
            raise ValueError(f"coverage ends on {self.end}, not after {self.start}")


@dataclass(frozen=True, slots=True)
class Calendar:
    """Days off, worked rest days and office hours of public offices (lịch nghỉ).

    Attributes:
        coverage: Where the calendar speaks: in order, without overlap. Days between two
            stretches are unknown, days before the first and after the last are outside.
        weekly_rest: Weekdays of rest, ISO numbers (Monday 1 … Sunday 7).
        office_hours: Sessions of a working day, in order, without overlap.
        days: The listed days, in order, each once.
        saturday_hours: Hours in which some offices receive dossiers on a Saturday of rest.

    Raises:
        ValueError: Coverage or office hours are missing or overlap, a weekday has no such
            number, or a day is listed twice.
    """

    coverage: tuple[Coverage, ...]
    weekly_rest: frozenset[int]
    office_hours: tuple[Session, ...]
    days: tuple[ListedDay, ...] = ()
    saturday_hours: tuple[Session, ...] = ()

    def __post_init__(self) -> None:
        if not self.coverage or not self.office_hours:
            raise ValueError("a calendar covers days and knows office hours")
        if not self.weekly_rest <= set(range(1, 8)) or len(self.weekly_rest) == 7:
            raise ValueError("weekdays are 1 to 7, and at least one is worked")
        if any(right.start < left.end for left, right in pairwise(self.coverage)):
            raise ValueError("stretches of coverage overlap or are out of order")
        for sessions in (self.office_hours, self.saturday_hours):
            if any(right.start < left.end for left, right in pairwise(sessions)):
                raise ValueError("office hours overlap or are out of order")
        if any(right.day <= left.day for left, right in pairwise(self.days)):
            raise ValueError("a day is listed twice or out of order")

    def __hash__(self) -> int:
        """Hash by extent alone: a calendar is the key of every cache of the engine."""
        return hash((self.coverage[0].start, self.coverage[-1].end, len(self.days)))

    @property
    def first(self) -> date:
        """The first day covered."""
        return self.coverage[0].start

    @property
    def until(self) -> date:
        """The first day beyond all coverage."""
        return self.coverage[-1].end
