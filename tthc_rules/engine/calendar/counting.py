"""Counting one time limit in one reading of a calendar (cách tính thời hạn).

Source: Civil Code 2015 (91/2015/QH13), Articles 146 to 148. What they leave open is asked of
the policies.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple, assert_never

from tthc_rules.engine.calendar.answer import day_mark, last_day, moment_mark
from tthc_rules.engine.calendar.days import NoWorkingDayError
from tthc_rules.engine.calendar.policies import (
    ClockHoursEnd,
    Cutoff,
    EndOnRestDay,
    FractionStart,
    PauseUnit,
    Policies,
    ReceptionDay,
    ReceptionOutsideHours,
)
from tthc_rules.engine.calendar.world import World
from tthc_rules.model.calendar import MINUTES_A_DAY
from tthc_rules.model.quantities import MINUTES_A_WORKING_DAY, DayKind, TimeLimit

CUTOFF = 15 * 60
"""15:00 (60/2014/QH13 Điều 5 khoản 3; 23/2015/NĐ-CP Điều 7): 15:00 itself is in time."""

_LAST_DAY = date.max.toordinal() - 1
_DAY_LIMITS = frozenset({DayKind.WORKING_DAY, DayKind.DAY, DayKind.MONTH})


def is_multi_day(limit: TimeLimit) -> bool:
    """Return whether the 15:00 policy for longer limits concerns `limit`."""
    if limit.kind is DayKind.WORKING_DAY:
        return limit.amount.numerator >= limit.amount.denominator
    return limit.kind in _DAY_LIMITS


class Start(NamedTuple):
    """Where counting begins (thời điểm bắt đầu).

    Attributes:
        minute: From this minute hours run.
        day: The day that is day 0.
        received: Whether it is a reception, or the end of a limit that is extended.
    """

    minute: int
    day: int
    received: bool


def reception(world: World, policies: Policies, minute: int, *, multi_day: bool) -> Start:
    """Return the reception of a dossier that arrives at `minute` (tiếp nhận)."""
    if policies.reception_outside_hours is ReceptionOutsideHours.NEXT_WORKING_MOMENT:
        minute = world.receive(minute)
    day, time = divmod(minute, MINUTES_A_DAY)
    if multi_day and time > CUTOFF and policies.multi_day_cutoff is not Cutoff.NONE:
        minute = world.opening_after(day)
        day = minute // MINUTES_A_DAY
    return Start(minute, day, received=True)


class Pauses:
    """Stretches in which the clock stands still (tạm dừng), overlaps counted once.

    Attributes:
        minutes: Half-open stretches of minutes, in order, apart.
        days: Closed stretches of days: after the day of the request, up to and including
            the day of completion; in order, apart; empty when both are one day.
    """

    __slots__ = ("days", "minutes")

    def __init__(self, stretches: Sequence[tuple[int, int]] = ()) -> None:
        self.minutes = _united(sorted(stretches))
        self.days = tuple(
            (begin // MINUTES_A_DAY + 1, end // MINUTES_A_DAY) for begin, end in self.minutes
        )


def _united(stretches: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    united: list[tuple[int, int]] = []
    for begin, end in stretches:
        if united and begin <= united[-1][1]:
            united[-1] = (united[-1][0], max(united[-1][1], end))
        else:
            united.append((begin, end))
    return tuple(united)


NO_PAUSES = Pauses()


class Count:
    """Counts limits in one reading, with the clock stopped where it was stopped.

    Args:
        world: The reading of the calendar.
        policies: What the law leaves open.
        pauses: When the clock stands still.
    """

    __slots__ = ("_pauses", "_policies", "_world")

    def __init__(self, world: World, policies: Policies, pauses: Pauses) -> None:
        self._world = world
        self._policies = policies
        self._pauses = pauses

    def all(self, start: Start, legs: Sequence[TimeLimit], *, roll_each: bool) -> int:
        """Return the mark at which limits end that follow one another.

        Raises:
            NoWorkingDayError: They end later than any date that can be written.
        """
        mark = 0
        for number, limit in enumerate(legs, start=1):
            mark = self.one(start, limit, roll=roll_each or number == len(legs))
            start = Start(mark >> 1, last_day(mark), received=False)
            if start.day > _LAST_DAY:
                raise NoWorkingDayError
        return mark

    def one(self, start: Start, limit: TimeLimit, *, roll: bool) -> int:
        """Return the mark at which `limit` ends.

        `roll` is whether an end on a day off may leave it, as the policies say.

        Raises:
            ValueError: The limit states no unit, or part of a calendar day.
        """
        match limit.kind:
            case DayKind.WORKING_DAY:
                return self._working_days(start, limit)
            case DayKind.WORKING_HOUR:
                return moment_mark(self._run(start.minute, _in_minutes(limit)))
            case DayKind.DAY if limit.amount.denominator == 1:
                day = self._calendar_days(start, limit.amount.numerator)
                return day_mark(self._off_rest(day, roll=roll))
            case DayKind.MONTH:
                day = self._months(start, limit.amount.numerator)
                return day_mark(self._off_rest(day, roll=roll))
            case DayKind.HOUR:
                return self._hours(start, _in_minutes(limit), roll=roll)
            case DayKind.SAME_DAY:
                return day_mark(self._off_rest(self._same_day(start), roll=roll))
            case DayKind.DAY | DayKind.UNSTATED:
                raise ValueError(f"no rule counts {limit}")
            case _:
                assert_never(limit.kind)

    def _zero(self, start: Start) -> int:
        counted = start.received and self._policies.reception_day is ReceptionDay.COUNTED
        return start.day - 1 if counted else start.day

    def _off_rest(self, day: int, *, roll: bool) -> int:
        if roll and self._policies.end_on_rest_day is EndOnRestDay.NEXT_WORKING_DAY:
            return self._world.days.after(day - 1, 1)
        return day

    def _working_days(self, start: Start, limit: TimeLimit) -> int:
        whole, part = divmod(limit.amount.numerator, limit.amount.denominator)
        if part == 0:
            return self._whole_working_days(start, whole)
        minutes = part * MINUTES_A_WORKING_DAY // limit.amount.denominator
        if whole:
            begin = self._world.opening_after(self._working_day(start.day, whole))
        elif self._policies.fraction_start is FractionStart.NEXT_WORKING_DAY:
            begin = self._world.opening_after(start.day)
        else:
            begin = start.minute
        return moment_mark(self._run(begin, minutes))

    def _whole_working_days(self, start: Start, count: int) -> int:
        if count == 0:
            return day_mark(start.day)
        zero = self._zero(start)
        if self._policies.pause_unit is PauseUnit.WHOLE_DAYS or not self._pauses.minutes:
            return day_mark(self._working_day(zero, count))
        day = self._world.days.after(zero, count)
        mark, stopped = day_mark(day), 0
        for begin, end in self._pauses.minutes:
            if begin > mark >> 1:
                break
            stopped += self._world.minutes_between(max(begin, start.minute), end)
            if stopped:
                mark = moment_mark(self._world.run(self._world.opening_after(day), stopped))
        return mark

    def _working_day(self, zero: int, count: int) -> int:
        days = self._world.days
        for begin, end in self._pauses.days:
            if end > zero:
                before = days.between(zero + 1, begin)
                if before >= count:
                    break
                count -= before
                zero = end
        return days.after(zero, count)

    def _calendar_days(self, start: Start, count: int) -> int:
        zero = self._zero(start) if count else start.day
        for begin, end in self._pauses.days:
            if end > zero:
                before = max(begin - 1 - zero, 0)
                if before >= count:
                    break
                count -= before
                zero = end
        return zero + count

    def _months(self, start: Start, count: int) -> int:
        day = months_later(start.day, count)
        for begin, end in self._pauses.minutes:
            if begin > (day + 1) * MINUTES_A_DAY:
                break
            stopped_after = max(begin // MINUTES_A_DAY, start.day)
            day += max(end // MINUTES_A_DAY - stopped_after, 0)
        return day

    def _same_day(self, start: Start) -> int:
        late = start.minute % MINUTES_A_DAY > CUTOFF
        if start.received and late and self._policies.same_day_cutoff is not Cutoff.NONE:
            return self._working_day(start.day, 1)
        return start.day

    def _run(self, minute: int, length: int) -> int:
        for begin, end in self._pauses.minutes:
            if end > minute:
                before = self._world.minutes_between(minute, begin)
                if before >= length:
                    break
                length -= before
                minute = end
        return self._world.run(minute, length)

    def _hours(self, start: Start, length: int, *, roll: bool) -> int:
        minute = start.minute
        for begin, end in self._pauses.minutes:
            if end > minute:
                before = max(begin - minute, 0)
                if before >= length:
                    break
                length -= before
                minute = end
        minute += length
        day = minute // MINUTES_A_DAY
        if (
            roll
            and self._policies.clock_hours_end is ClockHoursEnd.NEXT_WORKING_DAY
            and not self._world.days.works(day)
        ):
            return day_mark(self._world.days.after(day, 1))
        return moment_mark(minute)


def _in_minutes(limit: TimeLimit) -> int:
    return 60 * limit.amount.numerator // limit.amount.denominator


def months_later(day: int, count: int) -> int:
    """Return the same date `count` months later, or the last day of that month.

    Raises:
        NoWorkingDayError: That is later than any date that can be written.

    Source: Civil Code 2015 (91/2015/QH13), Article 148, clause 3.
    """
    start = date.fromordinal(day)
    years, month = divmod(start.month - 1 + count, 12)
    year = start.year + years
    if year > date.max.year:
        raise NoWorkingDayError
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(start.day, last)).toordinal()
