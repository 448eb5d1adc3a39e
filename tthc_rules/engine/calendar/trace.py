"""How a limit came to its end, day by day (vết tính thời hạn). Made only on request."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from functools import partial
from itertools import count as numbers

from tthc_rules.engine.calendar.answer import (
    Due,
    Moment,
    Reason,
    Undecided,
    end_of,
    is_day,
    last_day,
    minute_of,
    moment_mark,
)
from tthc_rules.engine.calendar.clock import Clock, clock_of
from tthc_rules.engine.calendar.counting import NO_PAUSES, Count, Pauses, Start
from tthc_rules.engine.calendar.days import NoWorkingDayError, Reading, UnsettledDayError
from tthc_rules.engine.calendar.due import due
from tthc_rules.engine.calendar.events import PENDING, Extension, Wait
from tthc_rules.engine.calendar.policies import (
    DEFAULT,
    QUESTIONS,
    ClockHoursEnd,
    EndOnRestDay,
    ExtensionRoll,
    FractionStart,
    PauseUnit,
    Policies,
    ReceptionDay,
    values_of,
    with_answer,
)
from tthc_rules.engine.calendar.world import World
from tthc_rules.model.calendar import MINUTES_A_DAY, Calendar, ListedDay, Session
from tthc_rules.model.quantities import MINUTES_A_WORKING_DAY, DayKind, TimeLimit


class What(Enum):
    """What a day did to a limit (cách tính một ngày).

    `ROLLED` is a day off that the end leaves, `REACHED` the day it falls or rolls on,
    `UNSETTLED` the day that leaves the answer open.
    """

    COUNTED = "counted"
    DAY_OFF = "day-off"
    PAUSED = "paused"
    ROLLED = "rolled"
    REACHED = "reached"
    UNSETTLED = "unsettled"


@dataclass(frozen=True, slots=True)
class Step:
    """One day, or a part of it, on the way to the end (bước tính).

    Attributes:
        day: The day.
        what: What it did.
        part: The stretch of it that was counted, where hours count.
        works: Whether it is a working day as stated; None where that is not known.
        listed: What the calendar says of it, with the notice that says so; None for a day
            that follows the weekly pattern.
    """

    day: date
    what: What
    part: Session | None
    works: bool | None
    listed: ListedDay | None


@dataclass(frozen=True, slots=True)
class Say:
    """A policy that had a say (chính sách có ảnh hưởng): answered otherwise, the end moves.

    `otherwise` holds the other answers that lead elsewhere, and where.
    """

    policy: str
    value: str
    otherwise: tuple[tuple[str, Due], ...]


@dataclass(frozen=True, slots=True)
class Trace:
    """An answer with its grounds (kết quả kèm vết tính).

    Attributes:
        answer: What `due` answers.
        received: When the dossier counts as received, or was received anew at last; None
            where that cannot be said.
        steps: Every counted and every skipped day or part of a day, in order. They end at
            the first day that is not settled where such a day leaves the answer open.
        says: The policies that had a say.
    """

    answer: Due
    received: Moment | None
    steps: tuple[Step, ...]
    says: tuple[Say, ...]


def explain(
    calendar: Calendar,
    received: datetime | int,
    limit: TimeLimit,
    policies: Policies = DEFAULT,
    *,
    waits: Sequence[Wait] = (),
    extension: Extension | None = None,
) -> Trace:
    """Return what `due` answers, with every day that was counted or skipped.

    Arguments as for `due`.
    """
    ask = partial(due, calendar, received, limit, waits=waits, extension=extension)
    answer = ask(policies=policies)
    clock = clock_of(calendar, policies)
    says = tuple(
        Say(name, getattr(policies, name).value, otherwise)
        for name in QUESTIONS
        if (otherwise := _otherwise(ask, answer, name, policies))
    )
    legs = clock.legs(limit, extension)
    if isinstance(legs, Reason):
        return Trace(answer, None, (), says)
    start, steps = _steps(clock, minute_of(received), legs, waits, answer)
    return Trace(answer, start, steps, says)


def _otherwise(
    ask: Callable[..., Due], answer: Due, name: str, policies: Policies
) -> tuple[tuple[str, Due], ...]:
    """Return the other answers to a question that lead to another end, and that end."""
    ends = (
        (word, ask(policies=with_answer(policies, name, value)))
        for word, value in values_of(name).items()
    )
    return tuple((word, end) for word, end in ends if end != answer)


def _steps(
    clock: Clock, received: int, legs: Sequence[TimeLimit], waits: Sequence[Wait], answer: Due
) -> tuple[Moment | None, tuple[Step, ...]]:
    is_open = isinstance(answer, Undecided)
    if isinstance(answer, Undecided) and answer.reason in PENDING.values():
        return None, ()
    world = clock.world(clock.index(Reading.REST, Reading.STATED, Reading.REST))
    refusing = clock.world(clock.index(Reading.REFUSED, Reading.STATED, Reading.REFUSED))
    tracer = _Tracer(clock, world, NO_PAUSES, is_open=is_open)
    try:
        begun = clock.begin(refusing if is_open else world, received, legs, waits)
    except UnsettledDayError:
        tracer.first_unsettled(received // MINUTES_A_DAY)
        return None, tuple(tracer.steps)
    if isinstance(begun, Reason):
        return None, ()
    start, pauses = begun
    tracer = _Tracer(clock, world, pauses, is_open=is_open)
    tracer.trace(start, legs)
    moment = end_of(moment_mark(start.minute))
    return (moment if isinstance(moment, Moment) else None), tuple(tracer.steps)


class _UnsettledError(Exception):
    """The trace has met the day that leaves the answer open."""


class _Tracer:
    """Walks the days of a limit one by one, as a person with a calendar would."""

    def __init__(self, clock: Clock, world: World, pauses: Pauses, *, is_open: bool) -> None:
        self._clock = clock
        self._world = world
        self._policies = clock.policies
        self._pauses = pauses
        self._is_open = is_open
        self.steps: list[Step] = []

    def trace(self, start: Start, legs: Sequence[TimeLimit]) -> None:
        """Write the steps of all legs, as far as days are settled."""
        each = self._policies.extension_roll is ExtensionRoll.EACH
        with suppress(_UnsettledError, NoWorkingDayError):
            for number, limit in enumerate(legs, start=1):
                start = self._leg(start, limit, roll=each or number == len(legs))

    def first_unsettled(self, day: int) -> None:
        """Write the first day from `day` on that is not settled."""
        with suppress(_UnsettledError):
            for candidate in numbers(day):
                self._works(candidate)

    def _leg(self, start: Start, limit: TimeLimit, *, roll: bool) -> Start:
        match limit.kind:
            case DayKind.WORKING_DAY:
                return self._working_days(start, limit)
            case DayKind.WORKING_HOUR:
                return self._working_minutes(start.minute, _minutes(limit, 60))
            case DayKind.HOUR:
                end = self._clock_minutes(start.minute, _minutes(limit, 60))
                rolls = self._policies.clock_hours_end is ClockHoursEnd.NEXT_WORKING_DAY
                return self._roll(end.day) if roll and rolls and not self._works(end.day) else end
            case DayKind.DAY:
                zero = self._zero(start) if limit.amount else start.day
                day = self._whole(zero, limit.amount.numerator, working=False)
            case _:
                count = Count(self._world, self._policies, self._pauses)
                day = last_day(count.one(start, limit, roll=False))
                self._step(day, What.REACHED)
        if roll and self._policies.end_on_rest_day is EndOnRestDay.NEXT_WORKING_DAY:
            return self._roll(day)
        return _after(day)

    def _working_days(self, start: Start, limit: TimeLimit) -> Start:
        whole, part = divmod(limit.amount.numerator, limit.amount.denominator)
        by_minute = not part and self._policies.pause_unit is PauseUnit.WORKING_MINUTES
        day = start.day
        if whole:
            zero = day if part else self._zero(start)
            day = self._whole(zero, whole, working=True, pausing=not by_minute)
        if part:
            minutes = part * MINUTES_A_WORKING_DAY // limit.amount.denominator
            late = whole or self._policies.fraction_start is FractionStart.NEXT_WORKING_DAY
            return self._working_minutes(
                self._opening_after(day) if late else start.minute, minutes
            )
        end = _after(day)
        if by_minute and self._pauses.minutes:
            mark = Count(self._world, self._policies, self._pauses).one(start, limit, roll=False)
            if not is_day(mark):
                begin = self._opening_after(day)
                stopped = self._world.minutes_between(begin, mark >> 1)
                end = self._working_minutes(begin, stopped, pausing=False)
        return end

    def _zero(self, start: Start) -> int:
        counted = start.received and self._policies.reception_day is ReceptionDay.COUNTED
        return start.day - 1 if counted else start.day

    def _whole(self, zero: int, count: int, *, working: bool, pausing: bool = True) -> int:
        day = zero
        while count:
            day += 1
            if pausing and any(begin <= day <= end for begin, end in self._pauses.days):
                self._step(day, What.PAUSED)
            elif working and not self._works(day):
                self._step(day, What.DAY_OFF)
            else:
                self._step(day, What.COUNTED)
                count -= 1
        return day

    def _opening_after(self, day: int) -> int:
        while not self._works(day := day + 1):
            self._step(day, What.DAY_OFF)
        return day * MINUTES_A_DAY + self._clock.office.opens

    def _roll(self, day: int) -> Start:
        while not self._works(day):
            self._step(day, What.ROLLED)
            day += 1
        self._step(day, What.REACHED)
        return _after(day)

    def _working_minutes(self, minute: int, length: int, *, pausing: bool = True) -> Start:
        while length:
            day = minute // MINUTES_A_DAY
            before = len(self.steps)
            for session in self._clock.hours_on(day, works=self._works(day)):
                length, minute = self._session(day, session, minute, length, pausing=pausing)
            if length:
                if len(self.steps) == before and not self._works(day):
                    self._step(day, What.DAY_OFF)
                minute = (day + 1) * MINUTES_A_DAY
        return Start(minute, minute // MINUTES_A_DAY, received=False)

    def _clock_minutes(self, minute: int, length: int) -> Start:
        while length:
            day = minute // MINUTES_A_DAY
            whole = Session(0, MINUTES_A_DAY)
            length, minute = self._session(day, whole, minute, length, pausing=True)
            if length:
                minute = (day + 1) * MINUTES_A_DAY
        return Start(minute, minute // MINUTES_A_DAY, received=False)

    def _session(
        self, day: int, session: Session, minute: int, length: int, *, pausing: bool
    ) -> tuple[int, int]:
        """Consume what a session offers from `minute` on; return what is left, and where."""
        midnight = day * MINUTES_A_DAY
        begin, end = max(minute, midnight + session.start), midnight + session.end
        pauses = self._pauses.minutes if pausing else ()
        for stopped, resumed in (*pauses, (end, end)):
            stop = min(max(stopped, begin), end, begin + length)
            if begin < stop:
                part = Session(begin - midnight, stop - midnight)
                self._step(day, What.COUNTED, part)
                length -= stop - begin
                minute = stop
            begin = max(begin, resumed)
            if not length or begin >= end:
                break
        return length, minute

    def _works(self, day: int) -> bool:
        works = self._clock.works(day)
        if isinstance(works, Reason):
            if self._is_open:
                self._step(day, What.UNSETTLED)
                raise _UnsettledError
            return False
        return works

    def _step(self, day: int, what: What, part: Session | None = None) -> None:
        works = self._clock.works(day)
        self.steps.append(
            Step(
                day=date.fromordinal(day),
                what=what,
                part=part,
                works=None if isinstance(works, Reason) else works,
                listed=self._clock.pattern.listed.get(day),
            )
        )


def _after(day: int) -> Start:
    return Start((day + 1) * MINUTES_A_DAY, day, received=False)


def _minutes(limit: TimeLimit, unit: int) -> int:
    return unit * limit.amount.numerator // limit.amount.denominator
