"""How long a route takes: its longest path against the time limit (thời hạn giải quyết).

Amounts are whole numbers of the smallest grain of their kind, so sums are exact. Kinds never
mix; working hours and working days are one kind.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import Final

from tthc_rules.engine.routes.graph import Graph, leading_to_end, order_or_circles, reach
from tthc_rules.model.quantities import MINUTES_A_WORKING_DAY, DayKind, TimeLimit
from tthc_rules.model.route import END, Level, Step
from tthc_rules.model.values import Refused

MOST_PATHS: Final = 8
"""Longest paths told at most; there may be very many of equal length."""

_GRAINS = {
    DayKind.WORKING_DAY: MINUTES_A_WORKING_DAY,
    DayKind.WORKING_HOUR: 60,
    DayKind.DAY: MINUTES_A_WORKING_DAY,
    DayKind.HOUR: 60,
    DayKind.MONTH: 1,
    DayKind.SAME_DAY: 0,
}
"""Grains in one unit: minutes for working time, parts of a day or hour, whole months."""


_IN_WORKING_DAYS: Final = frozenset({DayKind.WORKING_HOUR, DayKind.SAME_DAY})
"""Kinds of limits under which steps add up in working time."""


class Fit(Enum):
    """How the longest path compares with the time limit."""

    EXCEEDS = "exceeds"
    EQUAL = "equal"
    BELOW = "below"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class ChannelTime:
    """The longest path of a route in one channel.

    Attributes:
        limit: What it is compared with; None when the limit is not known.
        total: Its exact length in the kind of the limit, working time in days; None when it
            cannot be told.
        paths: Longest paths as ids of steps, at most `MOST_PATHS`; empty without `total`.
        known: What the stated durations on the longest path add up to; a lower bound where
            some are missing.
    """

    limit: TimeLimit | None
    fit: Fit
    total: TimeLimit | None = None
    paths: tuple[tuple[str, ...], ...] = ()
    known: TimeLimit | None = None


def is_of_kind(duration: TimeLimit, limit: TimeLimit) -> bool:
    """Return whether `duration` can be added up under `limit`."""
    kind = _added_as(duration.kind)
    if limit.kind is DayKind.SAME_DAY:
        return kind in (DayKind.SAME_DAY, DayKind.WORKING_DAY)
    return kind is _added_as(limit.kind) and kind is not DayKind.UNSTATED


def _added_as(kind: DayKind) -> DayKind:
    return DayKind.WORKING_DAY if kind is DayKind.WORKING_HOUR else kind


@dataclass(frozen=True, slots=True)
class Clock:
    """The durations of the steps that take time: all but the applicant's."""

    durations: Mapping[str, TimeLimit | Refused | None]

    def missing(self, steps: Collection[str]) -> bool:
        """Return whether a duration of `steps` is not stated or could not be read."""
        return any(not isinstance(self.durations.get(s, _NO_TIME), TimeLimit) for s in steps)

    def mixed(self, steps: Collection[str], limit: TimeLimit) -> tuple[str, ...]:
        """Return those of `steps` whose duration is of another kind than `limit`."""
        found = []
        for step in steps:
            duration = self.durations.get(step)
            if isinstance(duration, TimeLimit) and not is_of_kind(duration, limit):
                found.append(step)
        return tuple(found)

    def grains(self, step: str) -> int:
        """Return the known time of `step` in grains of its kind, 0 where none is known."""
        duration = self.durations.get(step)
        return grains(duration) if isinstance(duration, TimeLimit) else 0


_NO_TIME = TimeLimit(DayKind.SAME_DAY)


def clock_of(steps: Collection[Step], levels: Mapping[str, Level]) -> Clock:
    """Return the clock of `steps`; `levels` gives the level of each known owner."""
    return Clock(
        {step.id: step.duration for step in steps if levels.get(step.owner) is not Level.APPLICANT}
    )


def grains(time: TimeLimit) -> int:
    """Return `time` in grains of its kind; `trong ngày` and unstated kinds count nothing."""
    amount = time.amount
    return amount.numerator * _GRAINS.get(time.kind, 0) // amount.denominator


def longest(
    graph: Graph, clock: Clock, limit: TimeLimit | None, *, has_result: bool
) -> ChannelTime:
    """Return how the longest path from start to end compares with `limit`.

    It runs over all transitions but requests for supplement; parallel branches count by the
    longest.

    Args:
        graph: The route in one channel.
        clock: The durations.
        limit: The time limit of the channel; None when it is not known.
        has_result: Whether a result can be reached at all.
    """
    if limit is None or limit.kind is DayKind.UNSTATED or graph.circles or not has_result:
        return ChannelTime(limit, Fit.UNDECIDED)
    onward = graph.onward.__getitem__
    steps = reach(graph.start, onward) & leading_to_end(graph.reached, onward)
    if clock.mixed(steps, limit):
        return ChannelTime(limit, Fit.UNDECIDED)
    lengths = _lengths(graph, steps, clock)
    if graph.start not in lengths:
        return ChannelTime(limit, Fit.UNDECIDED)
    length = lengths[graph.start]
    fit = compare(length, limit)
    known = _total(length, limit)
    if clock.missing(steps):
        return ChannelTime(limit, fit if fit is Fit.EXCEEDS else Fit.UNDECIDED, known=known)
    if limit.kind is DayKind.SAME_DAY:
        return ChannelTime(limit, fit, known=known)
    return ChannelTime(limit, fit, known, _paths(graph, lengths, clock), known)


def compare(length: int, limit: TimeLimit) -> Fit:
    """Return how `length` grains compare with `limit`; `trong ngày` holds 8 working hours."""
    if limit.kind is DayKind.SAME_DAY:
        return Fit.EXCEEDS if length > MINUTES_A_WORKING_DAY else Fit.BELOW
    allowed = grains(limit)
    if length == allowed:
        return Fit.EQUAL
    return Fit.EXCEEDS if length > allowed else Fit.BELOW


def phase_exceeds(graph: Graph, clock: Clock, steps: Collection[str], limit: TimeLimit) -> bool:
    """Return whether the longest path inside `steps` is surely longer than `limit`.

    Steps without a duration count nothing. Inside a cycle, among mixed kinds and under a
    limit without a unit nothing is sure.
    """
    inside = graph.reached & frozenset(steps)
    order, circles = order_or_circles(inside, graph.onward.__getitem__)
    if circles or limit.kind is DayKind.UNSTATED or clock.mixed(inside, limit):
        return False
    lengths: dict[str, int] = {}
    for step in reversed(order):
        after = max((lengths[to] for to in graph.onward[step] if to in lengths), default=0)
        lengths[step] = clock.grains(step) + after
    return compare(max(lengths.values(), default=0), limit) is Fit.EXCEEDS


def _lengths(graph: Graph, steps: Collection[str], clock: Clock) -> dict[str, int]:
    """Return for each of `steps` the length of the longest path from it to the end."""
    lengths = {END: 0}
    for step in reversed(graph.order):
        if step not in steps:
            continue
        after = max(lengths[to] for to in graph.onward[step] if to in lengths)
        lengths[step] = clock.grains(step) + after
    return lengths


def _total(length: int, limit: TimeLimit) -> TimeLimit:
    kind = DayKind.WORKING_DAY if limit.kind in _IN_WORKING_DAYS else limit.kind
    return TimeLimit(kind, Fraction(length, _GRAINS[kind]))


def _paths(graph: Graph, lengths: Mapping[str, int], clock: Clock) -> tuple[tuple[str, ...], ...]:
    """Return the first longest paths in the order of their ids."""
    found: list[tuple[str, ...]] = []
    waiting: list[tuple[str, ...]] = [(graph.start,)] if graph.start is not None else []
    while waiting and len(found) < MOST_PATHS:
        path = waiting.pop()
        last = path[-1]
        if last == END:
            found.append(path[:-1])
            continue
        rest = lengths[last] - clock.grains(last)
        onward = [to for to in graph.onward[last] if lengths.get(to) == rest]
        waiting.extend((*path, to) for to in sorted(onward, key=_end_first, reverse=True))
    return tuple(found)


def _end_first(step: str) -> tuple[bool, str]:
    return step != END, step
