"""A second, slow way to count limits: minute by minute and day by day (cách tính đối chứng).

It shares nothing with the engine but the model and the policies.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from itertools import product

from tthc_rules.engine.calendar import Policies, Wait, WaitKind
from tthc_rules.engine.calendar.policies import (
    ClockHoursEnd,
    Cutoff,
    DifficultAreaOf,
    EndOnRestDay,
    ExtensionRoll,
    FractionStart,
    PauseUnit,
    ReceptionDay,
    ReceptionOutsideHours,
    SaturdayReception,
    SupplementEffect,
    SwapWorkDay,
    WaitEffect,
)
from tthc_rules.model.calendar import Calendar, DayStatus, ListedKind, Session
from tthc_rules.model.quantities import DayKind, TimeLimit

DAY = 1440
Ending = tuple[str, int]
"""`("day", ordinal)` or `("moment", minute)`, or `("undecided", 0)` with the reason first."""

HORIZON = 40
"""How many days beyond the coverage are looked at before a count is given up."""


class GivenUp(Exception):  # noqa: N818 - not an error of the test
    """The count runs out of working days."""


class Oracle:
    """Counts in one world, in which every day is settled."""

    def __init__(
        self, calendar: Calendar, policies: Policies, settled: Mapping[int, bool], outside: bool
    ) -> None:
        self.calendar = calendar
        self.policies = policies
        self.settled = settled
        self.outside = outside
        self.first = calendar.first.toordinal()
        self.until = calendar.until.toordinal()
        self.listed = {day.day.toordinal(): day for day in calendar.days}
        self.stopped: list[tuple[int, int]] = []

    def works(self, day: int) -> bool:
        if not self.first <= day < self.until:
            if day > self.until + HORIZON and not self.outside:
                raise GivenUp
            return self.outside
        if day in self.settled:
            return self.settled[day]
        if day in self.listed:
            entry = self.listed[day]
            rest = self.policies.swap_work_day is SwapWorkDay.REST
            return bool(entry.works) and not (rest and entry.kind is ListedKind.SWAP_WORK)
        return date.fromordinal(day).isoweekday() not in self.calendar.weekly_rest

    def receives_on_saturday(self, minute: int) -> bool:
        day, time = divmod(minute, DAY)
        return (
            self.first <= day < self.until
            and self.policies.saturday_reception is not SaturdayReception.IGNORED
            and date.fromordinal(day).isoweekday() == 6
            and day not in self.listed
            and _inside(self.calendar.saturday_hours, time)
        )

    def runs(self, minute: int) -> bool:
        day, time = divmod(minute, DAY)
        if self.works(day):
            return _inside(self.calendar.office_hours, time)
        half = self.policies.saturday_reception is SaturdayReception.HALF_DAY_HOURS
        return half and self.receives_on_saturday(minute)

    def is_paused(self, minute: int) -> bool:
        return any(begin <= minute < end for begin, end in self.stopped)

    def is_paused_day(self, day: int) -> bool:
        return any(begin // DAY < day <= end // DAY for begin, end in self.stopped)

    def next_working(self, day: int) -> int:
        day += 1
        while not self.works(day):
            day += 1
        return day

    def opening(self, day: int) -> int:
        return day * DAY + self.calendar.office_hours[0].start

    def receive(self, minute: int, limit: TimeLimit) -> int:
        moves = self.policies.reception_outside_hours is ReceptionOutsideHours.NEXT_WORKING_MOMENT
        if moves and not self.receives_on_saturday(minute):
            while not self.runs(minute):
                minute += 1
        long = limit.kind in (DayKind.DAY, DayKind.MONTH) or (
            limit.kind is DayKind.WORKING_DAY and limit.amount >= 1
        )
        if long and self.policies.multi_day_cutoff is not Cutoff.NONE and minute % DAY > 900:
            return self.opening(self.next_working(minute // DAY))
        return minute

    def consume(self, minute: int, length: int, counts: Callable[[int], bool]) -> int:
        while length:
            if counts(minute) and not self.is_paused(minute):
                length -= 1
            minute += 1
        return minute

    def count(self, start: int, legs: Sequence[TimeLimit]) -> Ending:
        end: Ending = ("moment", start)
        each = self.policies.extension_roll is ExtensionRoll.EACH
        for number, leg in enumerate(legs, start=1):
            roll = each or number == len(legs)
            if number == 1:
                end = self.leg(start, start // DAY, leg, received=True, roll=roll)
            elif end[0] == "day":
                end = self.leg((end[1] + 1) * DAY, end[1], leg, received=False, roll=roll)
            else:
                end = self.leg(end[1], end[1] // DAY, leg, received=False, roll=roll)
        return end

    def leg(self, minute: int, day: int, limit: TimeLimit, *, received: bool, roll: bool) -> Ending:
        counted = received and self.policies.reception_day is ReceptionDay.COUNTED
        zero = day - 1 if counted else day
        match limit.kind:
            case DayKind.WORKING_DAY:
                return self.working_days(minute, day, zero, limit)
            case DayKind.WORKING_HOUR:
                return ("moment", self.consume(minute, int(limit.amount * 60), self.runs))
            case DayKind.HOUR:
                return self.hours(minute, limit, roll=roll)
            case DayKind.DAY:
                last = zero
                for _ in range(int(limit.amount)):
                    last = self.next_unpaused(last)
            case DayKind.MONTH:
                last = self.months(day, int(limit.amount))
            case _:
                last = self.same_day(minute, day, received=received)
        if roll and self.policies.end_on_rest_day is EndOnRestDay.NEXT_WORKING_DAY:
            last = self.next_working(last - 1)
        return ("day", last)

    def hours(self, minute: int, limit: TimeLimit, *, roll: bool) -> Ending:
        end = self.consume(minute, int(limit.amount * 60), lambda _: True)
        rolls = self.policies.clock_hours_end is ClockHoursEnd.NEXT_WORKING_DAY
        if roll and rolls and not self.works(end // DAY):
            return ("day", self.next_working(end // DAY))
        return ("moment", end)

    def same_day(self, minute: int, day: int, *, received: bool) -> int:
        late = received and self.policies.same_day_cutoff is not Cutoff.NONE
        return self.whole(day, 1) if late and minute % DAY > 900 else day

    def next_unpaused(self, day: int) -> int:
        day += 1
        while self.is_paused_day(day):
            day += 1
        return day

    def whole(self, day: int, count: int) -> int:
        while count:
            day += 1
            if not self.is_paused_day(day) and self.works(day):
                count -= 1
        return day

    def months(self, day: int, count: int) -> int:
        start = date.fromordinal(day)
        index = start.year * 12 + start.month - 1 + count
        year, month = divmod(index, 12)
        last = monthrange(year, month + 1)[1]
        end = date(year, month + 1, min(start.day, last)).toordinal()
        for begin, until in sorted(self.merged()):
            if begin > (end + 1) * DAY:
                break
            end += len([d for d in range(begin // DAY + 1, until // DAY + 1) if d > day])
        return end

    def merged(self) -> Iterator[tuple[int, int]]:
        current: tuple[int, int] | None = None
        for begin, end in sorted(self.stopped):
            if current is not None and begin <= current[1]:
                current = (current[0], max(current[1], end))
            else:
                if current is not None:
                    yield current
                current = (begin, end)
        if current is not None:
            yield current

    def working_days(self, minute: int, day: int, zero: int, limit: TimeLimit) -> Ending:
        whole = int(limit.amount)
        part = int((limit.amount - whole) * 480)
        if part:
            if whole:
                begin = self.opening(self.next_working(self.whole(day, whole)))
            elif self.policies.fraction_start is FractionStart.NEXT_WORKING_DAY:
                begin = self.opening(self.next_working(day))
            else:
                begin = minute
            return ("moment", self.consume(begin, part, self.runs))
        if self.policies.pause_unit is PauseUnit.WHOLE_DAYS:
            return ("day", self.whole(zero, whole))
        stopped, self.stopped = sorted(self.merged()), []
        last = self.whole(zero, whole)
        ending: Ending = ("day", last)
        lost = 0
        for begin, end in stopped:
            over = (last + 1) * DAY if ending[0] == "day" else ending[1]
            if begin > over:
                break
            lost += sum(self.runs(m) for m in range(max(begin, minute), end))
            if lost:
                first = self.opening(self.next_working(last))
                ending = ("moment", self.consume(first, lost, self.runs))
        self.stopped = stopped
        return ending

    def due(self, received: int, legs: Sequence[TimeLimit], waits: Sequence[Wait]) -> Ending:
        start = self.receive(received, legs[0])
        anew = -1
        self.stopped = []
        for wait in waits:
            if self.is_idle(wait, anew) or self.has_ended(start, legs, wait.requested):
                continue
            if wait.completed is None:
                return (f"{wait.kind.value}_pending", 0)
            completed = self.receive(wait.completed, legs[0])
            if self.resets(wait):
                start, anew, self.stopped = completed, wait.completed, []
            else:
                self.stopped.append((wait.requested, completed))
        return self.count(start, legs)

    def resets(self, wait: Wait) -> bool:
        reset = self.policies.supplement_effect is SupplementEffect.RESET
        return reset and wait.kind is WaitKind.SUPPLEMENT

    def is_idle(self, wait: Wait, anew: int) -> bool:
        if wait.kind is WaitKind.OPINION and self.policies.opinion_wait is WaitEffect.RUNS:
            return True
        if wait.kind is WaitKind.PAYMENT and self.policies.payment_wait is WaitEffect.RUNS:
            return True
        if self.resets(wait):
            return wait.completed is not None and wait.completed <= anew
        return wait.requested < anew

    def has_ended(self, start: int, legs: Sequence[TimeLimit], minute: int) -> bool:
        try:
            kind, end = self.count(start, legs)
        except GivenUp:
            return False
        return minute > ((end + 1) * DAY if kind == "day" else end)


def _inside(sessions: Sequence[Session], time: int) -> bool:
    return any(session.start <= time < session.end for session in sessions)


def legs_of(
    limit: TimeLimit, added: TimeLimit, policies: Policies, *, land: bool, applicant: bool
) -> tuple[TimeLimit, ...] | None:
    """Return the limits in a row that an extension makes, None where a policy must say."""
    granted = land
    if land != applicant:
        match policies.difficult_area_of:
            case DifficultAreaOf.UNDECLARED:
                return None
            case DifficultAreaOf.APPLICANT:
                granted = applicant
            case DifficultAreaOf.LAND:
                granted = land
    if not granted:
        return (limit,)
    once = policies.extension_roll is ExtensionRoll.ONCE
    if once and limit.kind is added.kind is DayKind.SAME_DAY:
        return (limit,)
    if once and limit.kind is added.kind:
        return (TimeLimit(limit.kind, limit.amount + added.amount),)
    return (limit, added)


def exact(
    calendar: Calendar,
    policies: Policies,
    received: int,
    legs: Sequence[TimeLimit],
    waits: Sequence[Wait],
) -> tuple[str, Ending]:
    """Return the answer over every way of settling every day, by trying them all."""
    rest = policies.swap_work_day is SwapWorkDay.REST
    unknown = [day.day.toordinal() for day in calendar.days if day.status is DayStatus.UNKNOWN]
    estimated = [
        day.day.toordinal()
        for day in calendar.days
        if day.status is DayStatus.ESTIMATED and not (rest and day.kind is ListedKind.SWAP_WORK)
    ]

    def one(settled: Mapping[int, bool], outside: bool) -> Ending:
        try:
            return Oracle(calendar, policies, settled, outside).due(received, legs, waits)
        except GivenUp:
            return ("beyond", 0)

    def over_outside(settled: Mapping[int, bool]) -> Ending:
        worked, off = one(settled, True), one(settled, False)
        return worked if worked == off else ("beyond", 0)

    answers = {over_outside(settled) for settled in _ways(unknown)}
    if len(answers) > 1:
        return ("undecided", ("unknown_day", 0))
    (stated,) = answers
    if stated[0] == "beyond":
        return ("undecided", ("beyond_coverage", 0))
    if stated[0].endswith("_pending"):
        return ("undecided", stated)
    if all(over_outside(settled) == stated for settled in _ways([*unknown, *estimated])):
        return ("plain", stated)
    return ("provisional", stated)


def _ways(days: Sequence[int]) -> Iterator[Mapping[int, bool]]:
    for flags in product((True, False), repeat=len(days)):
        yield dict(zip(days, flags, strict=True))
