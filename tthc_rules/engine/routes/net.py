"""A route in one channel as a net: places that hold arrivals, steps that consume them.

A step that is no join has one place, since each arrival starts it alike. A join has a place
for each transition that names it, since it waits for one arrival of each. In every state
that is followed further a place holds at most one arrival, so a state is a set of places,
written as the bits of an integer.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from tthc_rules.engine.routes.graph import Graph
from tthc_rules.model.route import END, Outcome, Step

END_PLACE: Final = 0
END_STATE: Final = 1 << END_PLACE

Place = tuple[str, int]
"""Id of a step and, for a join, the number of the transition that names it; else -1."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One outcome of a step: the places that get an arrival, and whether all else is given up."""

    places: tuple[int, ...]
    gives_up: bool

    def move(self) -> Move:
        """Return the outcome in terms of states."""
        twice = {place for place in self.places if self.places.count(place) > 1}
        return Move(as_state(self.places), as_state(twice), self.gives_up)


@dataclass(frozen=True, slots=True)
class Start:
    """One way in which a step starts: the arrivals it consumes and what may follow."""

    step: str
    consumes: int
    outcomes: tuple[Outgoing, ...]


@dataclass(frozen=True, slots=True)
class Move:
    """An outcome in terms of states: the places filled, those filled twice by it alone."""

    fills: int
    twice: int
    gives_up: bool

    def after(self, rest: int) -> tuple[int, int]:
        """Return the state that follows, and the places where it breaks synchronisation.

        Args:
            rest: The state without the arrivals that the step consumed.
        """
        if self.gives_up:
            return self.fills, 0
        state = rest | self.fills
        clash = (rest & self.fills) | self.twice
        if state & END_STATE and state != END_STATE:
            clash |= END_STATE
        return state, clash


@dataclass(frozen=True, slots=True)
class Firing:
    """A start ready to be followed."""

    step: str
    consumes: int
    moves: tuple[Move, ...]


@dataclass(frozen=True, slots=True)
class Net:
    """A net ready to be followed.

    Attributes:
        initial: The states in which it begins; more than one where a fused step might have
            given up everything.
        firings: For each place, the firings whose lowest consumed place it is.
        joins: For each join, all its places as a state.
        owners: For each place, the step it belongs to, or `END`.
    """

    initial: tuple[int, ...]
    firings: tuple[tuple[Firing, ...], ...]
    joins: Mapping[str, int]
    owners: tuple[str, ...]

    def enabled(self, state: int) -> Iterator[Firing]:
        """Yield what can start in `state`."""
        for place in places_of(state):
            for firing in self.firings[place]:
                if firing.consumes & state == firing.consumes:
                    yield firing


@dataclass(slots=True)
class _Places:
    """Numbers places in the order in which they are named."""

    joins: Collection[str]
    numbers: dict[Place, int] = field(default_factory=lambda: {(END, -1): END_PLACE})

    def number(self, step: str, transition: int) -> int:
        place = (step, transition if step in self.joins else -1)
        return self.numbers.setdefault(place, len(self.numbers))


@dataclass(slots=True)
class Draft:
    """The parts of a net before it is frozen; `fuse` works on these."""

    first: int
    starts: list[Start]
    joins: Mapping[str, int]
    owners: tuple[str, ...]


def draft_of(graph: Graph, *, giving_up: bool = True) -> Draft | None:
    """Return the net of the reachable steps of `graph`, or None when it has no first step.

    Transitions of unreachable steps count for what a join waits for, though nothing ever
    takes them. Without `giving_up`, outcomes that give up every branch are taken out.
    """
    if graph.start is None:
        return None
    joins = {step.id for step in graph.steps.values() if step.joins}
    places = _Places(joins)
    first = places.number(graph.start, -1)
    arrivals: dict[str, list[tuple[int, Outcome | None]]] = {graph.start: [(first, None)]}
    outcomes: dict[str, list[Outgoing]] = {}
    number = 0
    for step in graph.steps.values():
        done: list[int] = []
        ways = outcomes.setdefault(step.id, [])
        for way in graph.ways[step.id]:
            number += 1
            place = places.number(way.to, number)
            arrivals.setdefault(way.to, []).append((place, way.on))
            if way.on is Outcome.DONE and step.splits:
                done.append(place)
            elif giving_up or not way.on.gives_up_branches:
                ways.append(Outgoing((place,), way.on.gives_up_branches))
        if done:
            ways.append(Outgoing(tuple(done), gives_up=False))
    starts = [
        Start(step, consumes, tuple(dict.fromkeys(outcomes[step])))
        for step in graph.steps
        if step in graph.reached
        for consumes in _consumed(graph.steps[step], arrivals.get(step, ()))
    ]
    waiting = {
        join: as_state(place for place, _ in arrivals.get(join, ())) for join in sorted(joins)
    }
    owners = tuple(step for step, _ in places.numbers)
    return Draft(first, starts, waiting, owners)


def _consumed(step: Step, arrivals: Iterable[tuple[int, Outcome | None]]) -> list[int]:
    """Return the sets of arrivals that start `step`, each as a state."""
    named = list(arrivals)
    awaited = as_state(place for place, on in named if on is Outcome.DONE)
    if not step.joins or not awaited:
        return sorted({1 << place for place, _ in named})
    alone = [1 << place for place, on in named if on is Outcome.SUPPLEMENT]
    return [awaited, *alone]


def freeze(draft: Draft, begun: Iterable[Outgoing]) -> Net:
    """Return the net of `draft`, begun by any of the outcomes `begun`."""
    by_place: list[list[Firing]] = [[] for _ in draft.owners]
    for start in draft.starts:
        lowest = places_of(start.consumes)[0]
        moves = tuple(outcome.move() for outcome in start.outcomes)
        by_place[lowest].append(Firing(start.step, start.consumes, moves))
    initial = tuple(as_state(outcome.places) for outcome in begun)
    return Net(initial, tuple(map(tuple, by_place)), draft.joins, draft.owners)


def plain(draft: Draft) -> Net:
    """Return the net of `draft` as the route states it."""
    return freeze(draft, (Outgoing((draft.first,), gives_up=False),))


def as_state(places: Iterable[int]) -> int:
    """Return the state in which exactly `places` hold an arrival."""
    state = 0
    for place in places:
        state |= 1 << place
    return state


def places_of(state: int) -> list[int]:
    """Return the places that hold an arrival in `state`, lowest first."""
    places = []
    while state:
        lowest = state & -state
        places.append(lowest.bit_length() - 1)
        state ^= lowest
    return places
