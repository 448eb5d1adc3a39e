"""Working days by number (ngày làm việc): a cumulative index over a calendar.

A day is its proleptic ordinal (`date.toordinal`). An index is one reading of a calendar:
either it refuses to speak of days that are not settled, or it settles them one way.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from functools import lru_cache
from typing import Protocol

from tthc_rules.engine.calendar.policies import SwapWorkDay
from tthc_rules.model.calendar import Calendar, DayStatus, ListedDay, ListedKind


class UnsettledDayError(Exception):
    """A count asks about a day that is unknown, estimated or outside the coverage."""


class NoWorkingDayError(Exception):
    """A count asks for a working day where every day is read as a day off, for ever."""


class Reading(Enum):
    """How days that are not settled are read."""

    REFUSED = "refused"
    STATED = "stated"
    WORKED = "worked"
    REST = "rest"


class Days(Protocol):
    """Which days are worked. All methods raise where the reading gives no answer."""

    def works(self, day: int) -> bool:
        """Return whether `day` is a working day."""
        ...

    def after(self, day: int, count: int) -> int:
        """Return the `count`-th working day after `day`, itself not counted; at least 1."""
        ...

    def between(self, start: int, end: int) -> int:
        """Return the number of working days in the half-open [start, end)."""
        ...


class Pattern:
    """A calendar taken apart once: what is stated of each covered day.

    Attributes:
        first: The first covered day.
        until: The first day after it that is not covered.
        stated: By day from `first`: worked as stated; unknown days as days off.
        unknown: Covered days of which nothing is known.
        estimated: Covered days of which something is only estimated.
        listed: The listed days.
        saturdays: Saturdays of rest that are not listed.
    """

    __slots__ = ("estimated", "first", "listed", "saturdays", "stated", "unknown", "until")

    def __init__(self, calendar: Calendar, swap: SwapWorkDay) -> None:
        self.first = calendar.first.toordinal()
        self.until = calendar.until.toordinal()
        self.listed: dict[int, ListedDay] = {day.day.toordinal(): day for day in calendar.days}
        self.stated = [
            day % 7 not in {rest % 7 for rest in calendar.weekly_rest}
            for day in range(self.first, self.until)
        ]
        unknown: set[int] = set()
        estimated: set[int] = set()
        for day, entry in self.listed.items():
            if not self.first <= day < self.until:
                continue
            self.stated[day - self.first] = bool(entry.works)
            if entry.status is DayStatus.UNKNOWN:
                unknown.add(day)
            elif entry.kind is ListedKind.SWAP_WORK and swap is SwapWorkDay.REST:
                self.stated[day - self.first] = False
            elif entry.status is DayStatus.ESTIMATED:
                estimated.add(day)
        for day in self._gaps(calendar):
            self.stated[day - self.first] = False
            unknown.add(day)
        self.unknown = frozenset(unknown)
        self.estimated = frozenset(estimated - unknown)
        self.saturdays = frozenset(
            day
            for day in range(self.first, self.until)
            if day % 7 == 6
            and 6 in calendar.weekly_rest
            and day not in self.listed
            and day not in self.unknown
        )

    def _gaps(self, calendar: Calendar) -> list[int]:
        gaps: list[int] = []
        reached = self.first
        for stretch in calendar.coverage:
            gaps.extend(range(reached, stretch.start.toordinal()))
            reached = stretch.end.toordinal()
        return gaps

    def read(self, unknown: Reading, estimated: Reading, outside: Reading) -> Index:
        """Return the index of one reading; `Index` says what each reading means."""
        flags = list(self.stated)
        refused: list[int] = []
        for days, reading in ((self.unknown, unknown), (self.estimated, estimated)):
            if reading is Reading.REFUSED:
                refused.extend(days)
            elif reading is not Reading.STATED:
                for day in days:
                    flags[day - self.first] = reading is Reading.WORKED
        return Index(self.first, flags, refused, outside)


class Index:
    """Working days of a calendar under one reading, found by number in constant time.

    Args:
        first: The first covered day.
        flags: By day from `first`: whether it is worked.
        refused: Covered days about which this reading does not speak.
        outside: How days outside are read: `REFUSED`, `WORKED` or `REST`.
    """

    __slots__ = ("_flags", "_outside", "_rank", "_refused_from", "_worked", "first", "until")

    def __init__(
        self, first: int, flags: Sequence[bool], refused: Sequence[int], outside: Reading
    ) -> None:
        self.first = first
        self.until = first + len(flags)
        self._outside = outside
        self._flags: list[bool | None] = list(flags)
        self._worked = [first + index for index, works in enumerate(flags) if works]
        self._rank = [0]
        for works in flags:
            self._rank.append(self._rank[-1] + works)
        for day in refused:
            self._flags[day - first] = None
        self._refused_from = self._next_refused()

    def _next_refused(self) -> list[int]:
        following = self.until
        reversed_: list[int] = [following]
        for index in reversed(range(len(self._flags))):
            if self._flags[index] is None:
                following = self.first + index
            reversed_.append(following)
        return reversed_[::-1]

    def works(self, day: int) -> bool:
        """Return whether `day` is a working day."""
        index = day - self.first
        if 0 <= index < len(self._flags):
            works = self._flags[index]
            if works is None:
                raise UnsettledDayError
            return works
        if self._outside is Reading.REFUSED:
            raise UnsettledDayError
        return self._outside is Reading.WORKED

    def after(self, day: int, count: int) -> int:
        """Return the `count`-th working day after `day`, itself not counted."""
        index = day - self.first + 1
        if 0 <= index < len(self._rank):
            number = self._rank[index] + count - 1
            if number < len(self._worked):
                found = self._worked[number]
                if self._refused_from[index] <= found:
                    raise UnsettledDayError
                return found
        return self._after_outside(day, count)

    def _after_outside(self, day: int, count: int) -> int:
        if self._outside is Reading.REFUSED:
            raise UnsettledDayError
        worked = self._outside is Reading.WORKED
        before = self.first - 1 - day
        if before > 0:
            if worked and count <= before:
                return day + count
            return self.after(self.first - 1, count - before if worked else count)
        if not worked:
            raise NoWorkingDayError
        if day >= self.until:
            return day + count
        left = count - (len(self._worked) - self._rank[day - self.first + 1])
        return self.until - 1 + left

    def between(self, start: int, end: int) -> int:
        """Return the number of working days in [start, end)."""
        if end <= start:
            return 0
        low = min(max(start, self.first), self.until)
        high = min(max(end, self.first), self.until)
        count = self._rank[high - self.first] - self._rank[low - self.first]
        outside = (end - start) - (high - low)
        if outside and self._outside is Reading.REFUSED:
            raise UnsettledDayError
        if low < high and self._refused_from[low - self.first] < high:
            raise UnsettledDayError
        return count + outside if self._outside is Reading.WORKED else count


@lru_cache(maxsize=64)
def pattern_of(calendar: Calendar, swap: SwapWorkDay) -> Pattern:
    """Return the calendar taken apart, once for all who ask."""
    return Pattern(calendar, swap)


@lru_cache(maxsize=512)
def index_of(
    calendar: Calendar, swap: SwapWorkDay, unknown: Reading, estimated: Reading, outside: Reading
) -> Index:
    """Return the index of one reading of a calendar, made once for all who ask."""
    return pattern_of(calendar, swap).read(unknown, estimated, outside)
