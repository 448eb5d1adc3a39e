"""Whether every complete run hands over to the agencies that competence demands.

A run counts that reaches the end by `done` and requests for supplement alone. It must pass a
step of the agency that prepares the decision and, after it, one of the agency that decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tthc_rules.engine.routes.explore import MOST_STATES
from tthc_rules.engine.routes.fuse import fused
from tthc_rules.engine.routes.graph import Graph
from tthc_rules.engine.routes.net import END_STATE, Net, draft_of, plain
from tthc_rules.model.route import END


@dataclass(frozen=True, slots=True)
class HandOvers:
    """For the agencies to be passed in turn, which one some run is the first not to pass.

    Attributes:
        missed: Positions in the sequence of agencies.
        decided: Whether `missed` is complete.
    """

    missed: frozenset[int] = frozenset()
    decided: bool = True


def hand_overs(
    graph: Graph, stages: Sequence[frozenset[str]], most: int = MOST_STATES
) -> HandOvers:
    """Return what the complete runs of `graph` miss of `stages`.

    Args:
        graph: The route in one channel.
        stages: For each agency in turn, the steps that it or its units own.
        most: States looked at before the question is left undecided.
    """
    if graph.is_sequential:
        return _one_after_another(graph, stages)
    draft = draft_of(graph, giving_up=False)
    if draft is None:
        return HandOvers()
    kept = frozenset[str]().union(*stages)
    missed, clashes, decided = _explore(fused(draft, kept), stages, most)
    if clashes and decided:
        missed, _, decided = _explore(plain(draft), stages, most)
    return HandOvers(frozenset(missed), decided)


def _one_after_another(graph: Graph, stages: Sequence[frozenset[str]]) -> HandOvers:
    """Return what is missed where a dossier is in one place at a time: no net is needed."""
    if graph.start is None:
        return HandOvers()
    seen = {(graph.start, 0)}
    waiting = list(seen)
    while waiting:
        step, stage = waiting.pop()
        passed = stage + (stage < len(stages) and step in stages[stage])
        for way in graph.ways[step]:
            if not way.on.gives_up_branches and (way.to, passed) not in seen:
                seen.add((way.to, passed))
                if way.to != END:
                    waiting.append((way.to, passed))
    missed = (stage for step, stage in seen if step == END and stage < len(stages))
    return HandOvers(frozenset(missed))


def _explore(net: Net, stages: Sequence[frozenset[str]], most: int) -> tuple[set[int], bool, bool]:
    """Return what is missed, whether synchronisation broke, and whether all was looked at."""
    seen = {(state, 0) for state in net.initial}
    waiting = list(seen)
    missed: set[int] = set()
    clashes = False
    while waiting:
        state, stage = waiting.pop()
        if state == END_STATE:
            missed.update({stage} - {len(stages)})
            continue
        for firing in net.enabled(state):
            passed = stage + (stage < len(stages) and firing.step in stages[stage])
            for move in firing.moves:
                after, clash = move.after(state & ~firing.consumes)
                clashes = clashes or bool(clash)
                if not clash and (after, passed) not in seen:
                    seen.add((after, passed))
                    waiting.append((after, passed))
        if len(seen) > most:
            return missed, clashes, False
    return missed, clashes, True
