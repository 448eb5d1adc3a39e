"""Days that went one way, told together (gộp ngày): nothing is hidden by it.

A day that a calendar lists by name always stands alone. Whole weeks without any such day
fold into one line, with the weekdays of rest named.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from tthc_rules.engine.calendar import Step, What

FEWEST_WEEKS: Final = 3
"""Runs of counted days that fold into one line; fewer are told one by one."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days in a row of one kind, or with the same counted parts; never empty."""

    steps: tuple[Step, ...]

    @property
    def what(self) -> What:
        """What all of them did."""
        return self.steps[0].what

    @property
    def counted(self) -> tuple[Step, ...]:
        """The whole days that were counted."""
        return tuple(s for s in self.steps if s.what is What.COUNTED and s.part is None)

    @property
    def first(self) -> tuple[Step, ...]:
        """What is told of the first day."""
        return tuple(step for step in self.steps if step.day == self.steps[0].day)

    @property
    def is_several_days(self) -> bool:
        """Whether it is more than one day."""
        return self.steps[0].day != self.steps[-1].day

    @property
    def minutes(self) -> int:
        """Minutes that were counted in parts of a day."""
        return sum(step.part.end - step.part.start for step in self.steps if step.part)


@dataclass(frozen=True, slots=True)
class Weeks(Stretch):
    """Counted days over several weeks, with nothing between them but weekly rest."""

    @property
    def rest(self) -> tuple[int, ...]:
        """The weekdays of rest between them, Monday 1 … Sunday 7."""
        return tuple(sorted({s.day.isoweekday() for s in self.steps if s.what is What.DAY_OFF}))


def stretches(steps: Iterable[Step]) -> tuple[Stretch | Weeks, ...]:
    """Return the steps in order, those told together as one stretch."""
    return tuple(_folded(tuple(_joined(_runs(steps)))))


def _runs(steps: Iterable[Step]) -> Iterator[Stretch]:
    run: list[Step] = []
    for step in steps:
        if run and not _alike(run[-1], step):
            yield Stretch(tuple(run))
            run = []
        run.append(step)
    if run:
        yield Stretch(tuple(run))


def _alike(left: Step, right: Step) -> bool:
    if left.what is not right.what:
        return False
    if left.part is not None and right.part is not None:
        return left.day == right.day
    in_a_row = right.day == left.day + timedelta(days=1)
    plain = left.listed is right.listed is None and left.part is right.part is None
    known = (left.works is None) == (right.works is None)
    return in_a_row and plain and known and right.what is not What.REACHED


def _joined(runs: Iterable[Stretch]) -> Iterator[Stretch]:
    """Yield the runs with days in a row that have the same counted parts as one."""
    held: Stretch | None = None
    for run in runs:
        if held is not None and _repeats(held, run):
            held = Stretch((*held.steps, *run.steps))
            continue
        if held is not None:
            yield held
        held = run
    if held is not None:
        yield held


def _repeats(held: Stretch, run: Stretch) -> bool:
    first, last, new = held.steps[0], held.steps[-1], run.steps[0]
    return (
        first.part is not None
        and first.listed is new.listed is None
        and new.day == last.day + timedelta(days=1)
        and [step.part for step in held.first] == [step.part for step in run.steps]
    )


def _folded(runs: Sequence[Stretch]) -> Iterator[Stretch | Weeks]:
    at = 0
    while at < len(runs):
        end = _weeks_end(runs, at)
        if (end - at + 1) // 2 >= FEWEST_WEEKS:
            yield Weeks(tuple(step for run in runs[at:end] for step in run.steps))
            at = end
        else:
            yield runs[at]
            at += 1


def _weeks_end(runs: Sequence[Stretch], at: int) -> int:
    """Return where a chain of counted days and weekly rest from `at` on ends: on counted days."""
    if not _is_plain(runs[at], What.COUNTED):
        return at
    end = at + 1
    while (
        end + 1 < len(runs)
        and _is_plain(runs[end], What.DAY_OFF)
        and _is_plain(runs[end + 1], What.COUNTED)
        and _folds(runs[at : end + 2])
    ):
        end += 2
    return end


def _is_plain(run: Stretch, what: What) -> bool:
    step = run.steps[0]
    return run.what is what and step.listed is None and step.part is None and step.works is not None


def _folds(runs: Sequence[Stretch]) -> bool:
    """Return whether the counted days are exactly those of no weekday of rest, day after day."""
    steps = [step for run in runs for step in run.steps]
    rest = {step.day.isoweekday() for step in steps if step.what is What.DAY_OFF}
    first = steps[0].day
    return all(
        step.day == first + timedelta(days=number)
        and (step.what is What.DAY_OFF) == (step.day.isoweekday() in rest)
        for number, step in enumerate(steps)
    )
