"""The clock of time limits: a calendar under policies, ready to answer (đồng hồ thời hạn)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from tthc_rules.engine.calendar.answer import Outcome, Reason, day_mark
from tthc_rules.engine.calendar.certainty import settle
from tthc_rules.engine.calendar.counting import (
    NO_PAUSES,
    Count,
    Pauses,
    Start,
    is_multi_day,
    reception,
)
from tthc_rules.engine.calendar.days import (
    Days,
    NoWorkingDayError,
    Reading,
    UnsettledDayError,
    index_of,
    pattern_of,
)
from tthc_rules.engine.calendar.events import (
    PENDING,
    Extension,
    Wait,
    applies,
    resets,
    stops_the_clock,
)
from tthc_rules.engine.calendar.office import office_of
from tthc_rules.engine.calendar.policies import (
    ClockHoursEnd,
    Cutoff,
    ExtensionRoll,
    PauseUnit,
    Policies,
    ReceptionDay,
    ReceptionOutsideHours,
    SaturdayReception,
)
from tthc_rules.engine.calendar.world import World
from tthc_rules.model.calendar import MINUTES_A_DAY, Calendar, Session
from tthc_rules.model.quantities import DayKind, TimeLimit

_NEVER: Final = 1 << 62


class Clock:
    """Answers when limits end, for one calendar and one set of policies.

    It holds tables only; two threads may share it.
    """

    def __init__(self, calendar: Calendar, policies: Policies) -> None:
        self.calendar = calendar
        self.policies = policies
        self.pattern = pattern_of(calendar, policies.swap_work_day)
        self.office = office_of(calendar.office_hours)
        received = policies.saturday_reception is not SaturdayReception.IGNORED
        half_day = policies.saturday_reception is SaturdayReception.HALF_DAY_HOURS
        hours = calendar.saturday_hours if received else ()
        self._saturday = office_of(hours) if hours else None
        self._saturdays: frozenset[int] = self.pattern.saturdays if hours else frozenset()
        self._half_day: frozenset[int] = self._saturdays if half_day else frozenset()
        self._by_index = (
            policies.reception_outside_hours is ReceptionOutsideHours.NEXT_WORKING_MOMENT
            and policies.reception_day is ReceptionDay.NOT_COUNTED
            and policies.multi_day_cutoff is Cutoff.NONE
        )
        refused = Reading.REFUSED
        self._settled = self.world(self.index(refused, refused, refused))

    def index(self, unknown: Reading, estimated: Reading, outside: Reading) -> Days:
        """Return the working days of the calendar under one reading."""
        swap = self.policies.swap_work_day
        return index_of(self.calendar, swap, unknown, estimated, outside)

    def world(self, days: Days) -> World:
        """Return `days` with the office hours of the calendar."""
        return World(days, self.office, self._saturdays, self._saturday, self._half_day)

    def works(self, day: int) -> bool | Reason:
        """Return whether `day` is a working day as stated, or why that cannot be said."""
        if not self.pattern.first <= day < self.pattern.until:
            return Reason.BEYOND_COVERAGE
        if day in self.pattern.unknown:
            return Reason.UNKNOWN_DAY
        return self.pattern.stated[day - self.pattern.first]

    def hours_on(self, day: int, *, works: bool) -> tuple[Session, ...]:
        """Return the sessions in which working hours run on `day`, worked or not."""
        if day in self._half_day:
            return self.calendar.saturday_hours
        return self.calendar.office_hours if works else ()

    def is_settled(self, start: int, end: int) -> bool:
        """Return whether no day of the half-open [start, end) is in doubt."""
        try:
            self._settled.days.between(start, end)
        except UnsettledDayError:
            return False
        return True

    def end(self, received: int, limit: TimeLimit) -> Outcome:
        """Return when `limit` ends that begins with a dossier arriving at minute `received`."""
        uncountable = _uncountable(limit)
        if uncountable is not None:
            return uncountable
        try:
            if self._by_index and limit.kind is DayKind.WORKING_DAY:
                amount = limit.amount
                if amount.denominator == 1 and amount.numerator:
                    day = self._settled.receive(received) // MINUTES_A_DAY
                    return day_mark(self._settled.days.after(day, amount.numerator))
            start = reception(self._settled, self.policies, received, multi_day=is_multi_day(limit))
            return Count(self._settled, self.policies, NO_PAUSES).all(
                start, (limit,), roll_each=True
            )
        except (UnsettledDayError, NoWorkingDayError):
            return self.end_with(received, (limit,), ())

    def legs(self, limit: TimeLimit, extension: Extension | None) -> tuple[TimeLimit, ...] | Reason:
        """Return the limits to count one after another, or why they cannot be counted."""
        legs: tuple[TimeLimit, ...] = (limit,)
        if extension is not None:
            granted = applies(extension, self.policies)
            if granted is None:
                return Reason.POLICY_REQUIRED
            once = self.policies.extension_roll is ExtensionRoll.ONCE
            if granted and once and limit.kind is extension.limit.kind:
                legs = (_sum(limit, extension.limit),)
            elif granted:
                legs = (limit, extension.limit)
        reasons = (_uncountable(leg) for leg in legs)
        return next((reason for reason in reasons if reason is not None), legs)

    def end_with(self, received: int, legs: Sequence[TimeLimit], waits: Sequence[Wait]) -> Outcome:
        """Return when `legs` end, one after another, with the clock stopped by `waits`."""

        def answer(days: Days) -> int | Reason:
            found = self.begin(self.world(days), received, legs, waits)
            return (
                found if isinstance(found, Reason) else self._count(self.world(days), *found, legs)
            )

        try:
            found = self.begin(self._settled, received, legs, waits)
            if isinstance(found, Reason):
                return found
            return self._count(self._settled, *found, legs)
        except (UnsettledDayError, NoWorkingDayError):
            return settle(answer, self.index, self.pattern, monotone=self._monotone(legs, waits))

    def begin(
        self, world: World, received: int, legs: Sequence[TimeLimit], waits: Sequence[Wait]
    ) -> tuple[Start, Pauses] | Reason:
        """Return where counting begins at last, and when the clock stands still after that.

        A completed supplement that resets the limit is a new reception and forgets what was
        requested before it. A request made after the limit has ended changes nothing.
        """
        multi_day = is_multi_day(legs[0])
        start = reception(world, self.policies, received, multi_day=multi_day)
        stopped: list[tuple[int, int]] = []
        anew = -1
        for wait in waits:
            new = resets(wait.kind, self.policies)
            if not stops_the_clock(wait.kind, self.policies) or _is_forgotten(wait, anew, new=new):
                continue
            if wait.requested > self._ended(world, start, stopped, legs):
                continue
            if wait.completed is None:
                return PENDING[wait.kind]
            completion = reception(world, self.policies, wait.completed, multi_day=multi_day)
            if new:
                start, stopped, anew = completion, [], wait.completed
            else:
                stopped.append((wait.requested, completion.minute))
        return start, Pauses(stopped) if stopped else NO_PAUSES

    def _ended(
        self,
        world: World,
        start: Start,
        stopped: Sequence[tuple[int, int]],
        legs: Sequence[TimeLimit],
    ) -> int:
        try:
            return self._count(world, start, Pauses(stopped), legs) >> 1
        except NoWorkingDayError:
            return _NEVER

    def _count(self, world: World, start: Start, pauses: Pauses, legs: Sequence[TimeLimit]) -> int:
        each = self.policies.extension_roll is ExtensionRoll.EACH
        return Count(world, self.policies, pauses).all(start, legs, roll_each=each)

    def _monotone(self, legs: Sequence[TimeLimit], waits: Sequence[Wait]) -> bool:
        kinds = {leg.kind for leg in legs}
        rolls = self.policies.clock_hours_end is ClockHoursEnd.NEXT_WORKING_DAY
        if DayKind.HOUR in kinds and rolls:
            return False
        by_minute = self.policies.pause_unit is PauseUnit.WORKING_MINUTES
        return not waits or not (by_minute or DayKind.MONTH in kinds)


def _is_forgotten(wait: Wait, anew: int, *, new: bool) -> bool:
    if new:
        return wait.completed is not None and wait.completed <= anew
    return wait.requested < anew


def _uncountable(limit: TimeLimit) -> Reason | None:
    if limit.kind is DayKind.UNSTATED:
        return Reason.UNIT_UNSTATED
    if limit.kind is DayKind.DAY and limit.amount.denominator != 1:
        return Reason.PART_OF_DAY
    return None


def _sum(one: TimeLimit, other: TimeLimit) -> TimeLimit:
    if one.kind is DayKind.SAME_DAY:
        return one
    return TimeLimit(one.kind, one.amount + other.amount)


@lru_cache(maxsize=256)
def clock_of(calendar: Calendar, policies: Policies) -> Clock:
    """Return the clock of a calendar under policies, made once for all who ask."""
    return Clock(calendar, policies)
