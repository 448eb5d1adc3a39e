"""What may happen in a net: every state it can reach, up to a number of states.

The states are followed exactly as `routes.md` of the conformance vectors says: a state that
breaks synchronisation is not followed further and counts as an end.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from tthc_rules.engine.routes.fuse import fused
from tthc_rules.engine.routes.graph import Graph
from tthc_rules.engine.routes.net import END_STATE, Firing, Net, draft_of, places_of, plain

MOST_STATES: Final = 50_000
"""States looked at in one channel before the question is left undecided."""


@dataclass(frozen=True, slots=True)
class Behaviour:
    """What a route does in one channel.

    Attributes:
        deadlocks: Joins that may wait for ever.
        meetings: Steps, or `END`, at which branches meet that were never joined.
        decided: Whether `deadlocks` is complete and an empty `meetings` means there are none.
    """

    deadlocks: frozenset[str] = frozenset()
    meetings: frozenset[str] = frozenset()
    decided: bool = True


def behaviour(graph: Graph, most: int = MOST_STATES) -> Behaviour:
    """Return what the route does in the channel of `graph`.

    The fused net answers alone while it keeps synchronisation. Otherwise the plain net is
    asked; when it has more than `most` states, what the fused net broke is still true. Where
    a dossier is in one place at a time, no branches can meet or wait for each other.
    """
    if graph.is_sequential:
        return Behaviour()
    draft = draft_of(graph)
    if draft is None:
        return Behaviour()
    short = _explore(fused(draft), most)
    if short.decided and not short.meetings:
        return short
    if not short.decided:
        return Behaviour(meetings=short.meetings, decided=False)
    exact = _explore(plain(draft), most)
    return exact if exact.decided else Behaviour(meetings=short.meetings, decided=False)


@dataclass(slots=True)
class _Search:
    """The states found so far, which state precedes which, and who starts where."""

    before: dict[int, list[int]]
    ended: set[int]
    joined: dict[str, set[int]]
    meetings: set[str]


def _explore(net: Net, most: int) -> Behaviour:
    search = _Search({state: [] for state in net.initial}, set(), {}, set())
    waiting = list(net.initial)
    while waiting:
        if len(search.before) > most:
            return Behaviour(meetings=frozenset(search.meetings), decided=False)
        state = waiting.pop()
        if state == END_STATE:
            search.ended.add(state)
            continue
        for firing in net.enabled(state):
            waiting.extend(_fire(net, search, state, firing))
    deadlocks = _deadlocks(net.joins, search)
    return Behaviour(deadlocks, frozenset(search.meetings))


def _fire(net: Net, search: _Search, state: int, firing: Firing) -> list[int]:
    """Let a step take each of its outcomes in `state`; return the states not seen before."""
    new = []
    if firing.step in net.joins:
        search.joined.setdefault(firing.step, set()).add(state)
    for move in firing.moves:
        after, clash = move.after(state & ~firing.consumes)
        if clash:
            search.ended.add(state)
            search.meetings.update(net.owners[place] for place in places_of(clash))
        elif after in search.before:
            search.before[after].append(state)
        else:
            search.before[after] = [state]
            new.append(after)
    return new


def _deadlocks(joins: Mapping[str, int], search: _Search) -> frozenset[str]:
    """Return the joins that hold an arrival in a state from which they never start.

    Only states count from which no end is reached; these are closed under what follows.
    """
    if not joins:
        return frozenset()
    lost = search.before.keys() - _backwards(search.ended, search.before)
    found = set()
    for join, places in joins.items():
        waiting = {state for state in lost if state & places}
        if waiting - _backwards(search.joined.get(join, set()), search.before):
            found.add(join)
    return frozenset(found)


def _backwards(goals: set[int], before: Mapping[int, list[int]]) -> set[int]:
    """Return the states from which one of `goals` is reached, `goals` included."""
    found = set(goals)
    waiting = list(goals)
    while waiting:
        for state in before[waiting.pop()]:
            if state not in found:
                found.add(state)
                waiting.append(state)
    return found
