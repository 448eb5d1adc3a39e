"""Whether days that are not settled could change an answer (mức chắc chắn), exactly.

An answer is plain when every way of settling every such day gives the same. Most counts are
monotone: one more working day never makes a limit end later. There the two extreme ways
decide. The few that are not are tried day by day, asked days only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final, TypeAlias

from tthc_rules.engine.calendar.answer import Outcome, Reason, Tentative
from tthc_rules.engine.calendar.days import (
    Days,
    NoWorkingDayError,
    Pattern,
    Reading,
)

Answer: TypeAlias = Callable[[Days], int | Reason]
"""A count as a function of which days are worked."""

MOST_WAYS: Final = 4096
"""How many ways of settling days are tried; beyond that the days count as decisive."""

_EXTREMES: Final = (Reading.WORKED, Reading.REST)


class _AskedError(Exception):
    """A walk meets a day that nobody has settled yet."""

    def __init__(self, day: int) -> None:
        super().__init__(day)
        self.day = day


class Walk:
    """Working days found one by one, with some days settled by hand.

    Args:
        pattern: The calendar.
        settled: How single days are read; other estimated days are read as stated.
        outside: How days outside the coverage are read: `WORKED` or `REST`.
        asked: Days whose reading must be in `settled` once it is asked for.
    """

    def __init__(
        self,
        pattern: Pattern,
        settled: Mapping[int, bool],
        outside: Reading,
        asked: frozenset[int] = frozenset(),
    ) -> None:
        self._pattern = pattern
        self._settled = settled
        self._outside = outside
        self._asked = asked

    def works(self, day: int) -> bool:
        """Return whether `day` is a working day."""
        if not self._pattern.first <= day < self._pattern.until:
            return self._outside is Reading.WORKED
        if day in self._settled:
            return self._settled[day]
        if day in self._asked:
            raise _AskedError(day)
        return self._pattern.stated[day - self._pattern.first]

    def after(self, day: int, count: int) -> int:
        """Return the `count`-th working day after `day`, itself not counted."""
        while count:
            day += 1
            if day >= self._pattern.until and self._outside is Reading.REST:
                raise NoWorkingDayError
            count -= self.works(day)
        return day

    def between(self, start: int, end: int) -> int:
        """Return the number of working days in [start, end)."""
        return sum(self.works(day) for day in range(start, end))


def settle(
    answer: Answer,
    index: Callable[[Reading, Reading, Reading], Days],
    pattern: Pattern,
    *,
    monotone: bool,
) -> Outcome:
    """Return the answer, tentative or a reason where days that are not settled decide it.

    Args:
        answer: The count.
        index: The index for a reading of unknown, estimated and outside days.
        pattern: The same calendar for walking.
        monotone: Whether one more working day never moves the answer later.
    """

    def read(unknown: Reading, estimated: Reading, outside: Reading) -> int | Reason:
        return _tried(answer, index(unknown, estimated, outside))

    def over_outside(unknown: Reading) -> int | Reason:
        worked, rest = (read(unknown, Reading.STATED, outside) for outside in _EXTREMES)
        return worked if worked == rest else Reason.BEYOND_COVERAGE

    stated, other = (over_outside(unknown) for unknown in _EXTREMES)
    ways = iter(()) if monotone else _ways(answer, pattern, pattern.unknown)
    if stated != other or any(way != stated for way in ways):
        return _why(stated, other)
    if isinstance(stated, Reason):
        return stated
    doubtful = pattern.unknown | pattern.estimated
    ways = iter(()) if monotone else _ways(answer, pattern, doubtful)
    extremes = (read(reading, reading, reading) for reading in _EXTREMES)
    if any(way != stated for way in extremes) or any(way != stated for way in ways):
        return Tentative(stated)
    return stated


def _why(one: int | Reason, other: int | Reason) -> Reason:
    if one is other is Reason.BEYOND_COVERAGE:
        return Reason.BEYOND_COVERAGE
    return Reason.UNKNOWN_DAY


def _ways(answer: Answer, pattern: Pattern, asked: frozenset[int]) -> Iterator[int | Reason]:
    """Yield the answers of all ways of settling the days that `answer` asks about.

    Days outside the coverage are all worked or all days off. With too many ways the last
    one yielded is no answer at all.
    """
    budget = MOST_WAYS
    for outside in _EXTREMES:
        open_: list[dict[int, bool]] = [{}]
        while open_:
            settled = open_.pop()
            try:
                yield _tried(answer, Walk(pattern, settled, outside, asked))
            except _AskedError as question:
                open_.append(settled | {question.day: True})
                open_.append(settled | {question.day: False})
            budget -= 1
            if budget == 0:
                yield Reason.UNKNOWN_DAY
                return


def _tried(answer: Answer, days: Days) -> int | Reason:
    try:
        return answer(days)
    except NoWorkingDayError:
        return Reason.BEYOND_COVERAGE
