"""Fewer states for the same answer: steps that only pass on are fused with what follows.

A step that is no join and has one way on (besides giving everything up) will pass its arrival
on sooner or later; nothing else can happen to it. Its place is taken to be the next place.
Where the fused net never breaks synchronisation, neither does the plain net, and both wait
in the same joins for ever. Where it does break it, so does the plain net, but what the plain
net does besides must be looked up there.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from tthc_rules.engine.routes.net import Draft, Net, Outgoing, Start, freeze


def fused(draft: Draft, keep: Collection[str] = ()) -> Net:
    """Return the net of `draft` with the steps fused that only pass on.

    Args:
        draft: The net of a route.
        keep: Steps that stay, whatever they do, because somebody asks whether they run.
    """
    fusible = {
        start.consumes.bit_length() - 1: start
        for start in draft.starts
        if start.step not in draft.joins and start.step not in keep
    }
    passes: dict[int, int] = {}
    changed = True
    while changed:
        changed = False
        for place, start in list(fusible.items()):
            target = _only_way_on(place, start, passes)
            if target is None:
                continue
            passes[place] = target
            del fusible[place]
            changed = True
    skipped = {start.consumes.bit_length() - 1: start for start in draft.starts}
    skipped = {place: skipped[place] for place in passes}
    starts = [
        replace(start, outcomes=_passed_on(start, passes, skipped))
        for start in draft.starts
        if start.consumes.bit_length() - 1 not in passes
    ]
    beginning = Start("", 0, (Outgoing((draft.first,), gives_up=False),))
    return freeze(replace(draft, starts=starts), _passed_on(beginning, passes, skipped))


def _last(place: int, passes: dict[int, int]) -> int:
    while place in passes:
        place = passes[place]
    return place


def _only_way_on(place: int, start: Start, passes: dict[int, int]) -> int | None:
    """Return the one place that `start` passes its arrival on to, or None."""
    targets = set()
    for outcome in start.outcomes:
        if outcome.gives_up:
            continue
        if len(outcome.places) > 1:
            return None
        targets.add(_last(outcome.places[0], passes))
    targets.discard(place)
    return targets.pop() if len(targets) == 1 else None


def _passed_on(
    start: Start, passes: dict[int, int], skipped: dict[int, Start]
) -> tuple[Outgoing, ...]:
    """Return the outcomes of `start` as they are once every skipped step has passed on.

    What a step skipped on the way might have given up everything for becomes an outcome of
    its own.
    """
    own: list[Outgoing] = []
    seen: set[int] = set()
    waiting: list[tuple[Outgoing, bool]] = [(outcome, True) for outcome in start.outcomes]
    while waiting:
        outcome, counts = waiting.pop()
        if counts:
            own.append(replace(outcome, places=tuple(_last(p, passes) for p in outcome.places)))
        for place in outcome.places:
            if place in skipped and place not in seen:
                seen.add(place)
                waiting.extend((way, way.gives_up) for way in skipped[place].outcomes)
    return tuple(dict.fromkeys(own))
