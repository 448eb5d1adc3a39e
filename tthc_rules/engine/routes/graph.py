"""A route as a graph in one channel: what is reached, what leads on, what goes in circles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from tthc_rules.model.route import END, Outcome, Route, Step, Transition


@dataclass(frozen=True, slots=True)
class Graph:
    """The steps of a route with the transitions that exist in one channel.

    Attributes:
        start: Id of the first step, or None when no step bears that id.
        steps: Every step by its id, in the order of the route.
        ways: The transitions of each step that exist in the channel and lead somewhere.
        onward: Where each step leads by any outcome but a request for supplement.
        reached: The steps on some path from `start`, over all transitions.
        order: The steps reached, each before those it leads to onward; without those on
            cycles and behind them.
        circles: The steps reached that lie on a cycle of `onward`.
    """

    start: str | None
    steps: Mapping[str, Step]
    ways: Mapping[str, tuple[Transition, ...]]
    onward: Mapping[str, tuple[str, ...]]
    reached: frozenset[str]
    order: tuple[str, ...]
    circles: frozenset[str]

    @property
    def is_sequential(self) -> bool:
        """Whether a dossier is in one place at a time: nothing reached splits or joins."""
        return not any(self.steps[step].splits or self.steps[step].joins for step in self.reached)

    def next_of(self, step: str, outcomes: Iterable[Outcome]) -> tuple[str, ...]:
        """Return where `step` leads by `outcomes`, each target once; `END` may be among them."""
        wanted = tuple(outcomes)
        return tuple(dict.fromkeys(way.to for way in self.ways[step] if way.on in wanted))

    def anywhere(self, step: str) -> tuple[str, ...]:
        """Return where `step` leads by any outcome."""
        return tuple(dict.fromkeys(way.to for way in self.ways[step]))


Successors = Callable[[str], Iterable[str]]


def graph_of(route: Route, channel: str) -> Graph:
    """Return the graph of `route` for a dossier filed by `channel`."""
    steps = {step.id: step for step in route.steps}
    ways = {
        step.id: tuple(
            way
            for way in step.next
            if way.exists_in(channel) and (way.to == END or way.to in steps)
        )
        for step in steps.values()
    }
    start = route.start if route.start in steps else None
    onward = {
        step: tuple(dict.fromkeys(way.to for way in found if way.on is not Outcome.SUPPLEMENT))
        for step, found in ways.items()
    }
    reached = reach(start, lambda step: (way.to for way in ways[step])) - {END}
    order, circles = order_or_circles(reached, onward.__getitem__)
    return Graph(start, steps, ways, onward, reached, order, circles)


def reach(start: str | None, successors: Successors) -> frozenset[str]:
    """Return everything on a path from `start`, itself and, where reached, `END` included."""
    if start is None:
        return frozenset()
    found = {start}
    waiting = [start]
    while waiting:
        for target in successors(waiting.pop()):
            if target not in found:
                found.add(target)
                if target != END:
                    waiting.append(target)
    return frozenset(found)


def leading_to_end(steps: Iterable[str], successors: Successors) -> frozenset[str]:
    """Return those of `steps` from which a path within `steps` leads to `END`."""
    before: dict[str, list[str]] = {}
    for step in steps:
        for target in successors(step):
            before.setdefault(target, []).append(step)
    found = {END}
    waiting = [END]
    while waiting:
        for step in before.get(waiting.pop(), ()):
            if step not in found:
                found.add(step)
                waiting.append(step)
    return frozenset(found) - {END}


def order_or_circles(
    steps: Iterable[str], successors: Successors
) -> tuple[tuple[str, ...], frozenset[str]]:
    """Return `steps` with every step before those it leads to, and the steps on cycles.

    The first part lacks steps where the second is not empty. Peels off steps that nothing
    left leads to (Kahn 1962); only what stays is searched for ways back.
    """
    inside = sorted(steps)
    onward = {step: [target for target in successors(step) if target != END] for step in inside}
    onward = {step: [t for t in targets if t in onward] for step, targets in onward.items()}
    arrivals = dict.fromkeys(inside, 0)
    for targets in onward.values():
        for target in targets:
            arrivals[target] += 1
    order = [step for step in inside if not arrivals[step]]
    for step in order:
        for target in onward[step]:
            arrivals[target] -= 1
            if not arrivals[target]:
                order.append(target)
    peeled = set(order)
    circles = (
        step
        for step in inside
        if step not in peeled and any(step in reach(t, onward.__getitem__) for t in onward[step])
    )
    return tuple(order), frozenset(circles)
