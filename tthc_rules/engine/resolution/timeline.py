"""A period cut at every day on which the answer changes (dòng thời gian)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from tthc_rules.engine.resolution.outcome import (
    Answer,
    Conflict,
    Fault,
    Gap,
    MissingFacts,
    Resolution,
)
from tthc_rules.engine.resolution.resolve import resolve
from tthc_rules.engine.resolution.world import World
from tthc_rules.model.law import Key, Query


@dataclass(frozen=True, slots=True)
class Interval:
    """The days from `start` up to but not including `until`, with one answer for all.

    `drift` names the publications that say something else on these days.
    """

    start: date
    until: date
    resolution: Resolution
    drift: tuple[Key, ...]


def timeline(world: World, query: Query, start: date, until: date) -> tuple[Interval, ...]:
    """Return the answers from `start` up to but not including `until`.

    Every event happens on the day asked for. Neighbouring intervals differ in outcome,
    value, support, citations or drift.

    Raises:
        ValueError: `until` is not after `start`.
    """
    if until <= start:
        raise ValueError(f"a timeline ends on {until}, not after {start}")
    docket = world.docket(query)
    days = {day for found in docket.events.values() for day in found if start < day < until}
    cuts = [start, *sorted(days), until]
    intervals: list[Interval] = []
    for first, end in pairwise(cuts):
        here = replace(query, events=dict.fromkeys(docket.events, first))
        resolution = resolve(world, here)
        interval = Interval(first, end, resolution, _drift(resolution))
        if intervals and _face(intervals[-1]) == _face(interval):
            interval = replace(intervals.pop(), until=end)
        intervals.append(interval)
    return tuple(intervals)


def _face(interval: Interval) -> tuple[object, ...]:
    """Return what two neighbouring intervals have to differ in."""
    match interval.resolution:
        case Answer(value=value, cites=cites, support=support):
            return ("answer", value, cites, support, interval.drift)
        case Conflict(norms=norms, values=values):
            return ("conflict", norms, values, interval.drift)
        case MissingFacts(names=names, cause=cause, pairs=pairs):
            return ("missing", names, cause, pairs)
        case Gap():
            return ("gap", interval.drift)


def _drift(resolution: Resolution) -> tuple[Key, ...]:
    if isinstance(resolution, MissingFacts):
        return ()
    return tuple(
        sorted(
            key
            for item in resolution.irregularities
            if item.fault is Fault.PUBLICATION_DRIFT
            for key in item.publications
        )
    )
