"""Routes followed by the letter of the text: multisets of transitions, every run, every path.

Slow and plain on purpose: the oracle for the net, the fused net and the longest path.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tthc_rules.model.route import END, Outcome, Route, Step, Transition

Arrival = tuple[str, str, int, Transition | None]
"""Target, step that sent it, number of its transition, the transition (None at the start)."""

State = frozenset[tuple[Arrival, int]]

Fired = tuple[str, bool]
"""A step and whether its outcome gave up every branch."""


def arrivals_of(state: State) -> Counter[Arrival]:
    """Return the multiset that `state` stands for."""
    return Counter(dict(state))


def state_of(arrivals: Counter[Arrival]) -> State:
    """Return the multiset as a value."""
    return frozenset((+arrivals).items())


@dataclass(frozen=True)
class Text:
    """A route in one channel, as the text reads."""

    route: Route
    channel: str

    def steps(self) -> dict[str, Step]:
        """Return the steps by id."""
        return {step.id: step for step in self.route.steps}

    def ways(self, step: Step) -> list[Arrival]:
        """Return the arrivals that the transitions of `step` make."""
        return [
            (way.to, step.id, number, way)
            for number, way in enumerate(step.next)
            if way.channel in (None, self.channel)
            if way.to == END or way.to in self.steps()
        ]

    def outcomes(self, step: Step) -> list[list[Arrival]]:
        """Return the sets of arrivals of which `step` makes one."""
        ways = self.ways(step)
        done = [way for way in ways if _on(way) is Outcome.DONE]
        other = [[way] for way in ways if _on(way) is not Outcome.DONE]
        if step.splits:
            return [done, *other] if done else other
        return [*([way] for way in done), *other]

    def starts(self, state: State, step: Step) -> Iterator[list[Arrival]]:
        """Yield the arrivals that `step` may consume in `state`."""
        here = [arrival for arrival in arrivals_of(state) if arrival[0] == step.id]
        awaited = [
            way
            for other in self.route.steps
            for way in self.ways(other)
            if way[0] == step.id and _on(way) is Outcome.DONE
        ]
        if not step.joins or not awaited:
            yield from ([arrival] for arrival in here)
            return
        yield from ([arrival] for arrival in here if _on(arrival) is Outcome.SUPPLEMENT)
        if all(way in here for way in awaited):
            yield awaited

    def is_broken(self, state: State) -> bool:
        """Return whether two arrivals meet where one may be, or the end beside a branch."""
        arrivals = arrivals_of(state)
        at_end = sum(n for arrival, n in arrivals.items() if arrival[0] == END)
        if at_end and arrivals.total() > 1:
            return True
        for step in self.route.steps:
            here = [n for arrival, n in arrivals.items() if arrival[0] == step.id]
            if max(here, default=0) > 1 or (not step.joins and sum(here) > 1):
                return True
        return False

    def is_complete(self, state: State) -> bool:
        """Return whether `state` is one arrival at the end."""
        return [arrival[0] for arrival in arrivals_of(state).elements()] == [END]

    def after(self, state: State) -> Iterator[tuple[Fired, State]]:
        """Yield what may happen in `state`."""
        for step in self.route.steps:
            for consumed in self.starts(state, step):
                for made in self.outcomes(step):
                    gives_up = len(made) == 1 and _gives_up(made[0])
                    rest = Counter[Arrival]()
                    if not gives_up:
                        rest = arrivals_of(state) - Counter(consumed)
                    yield (step.id, gives_up), state_of(rest + Counter(made))

    def states(self) -> dict[State, list[tuple[Fired, State]]]:
        """Return every state with what may happen in it; nothing in broken and complete ones."""
        if self.route.start not in self.steps():
            return {}
        first = state_of(Counter([(self.route.start, "", 0, None)]))
        found: dict[State, list[tuple[Fired, State]]] = {}
        waiting = [first]
        while waiting:
            state = waiting.pop()
            if state in found:
                continue
            stays = self.is_broken(state) or self.is_complete(state)
            found[state] = [] if stays else list(self.after(state))
            waiting.extend(target for _, target in found[state])
        return found

    def deadlocks(self) -> set[str]:
        """Return the joins that may wait for ever."""
        states = self.states()
        found = set()
        for state in states:
            ahead = _ahead(states, state)
            if any(self.is_broken(s) or self.is_complete(s) for s in ahead):
                continue
            found |= {
                arrival[0]
                for arrival in arrivals_of(state)
                if arrival[0] != END and self.steps()[arrival[0]].joins
            } - self.could_start(ahead)
        return found

    def could_start(self, ahead: Iterable[State]) -> set[str]:
        """Return the steps that can start in one of `ahead`, even those without an outcome."""
        return {
            step.id
            for state in ahead
            if not (self.is_broken(state) or self.is_complete(state))
            for step in self.route.steps
            if any(True for _ in self.starts(state, step))
        }

    def breaks(self) -> bool:
        """Return whether a state without synchronisation can be reached."""
        return any(self.is_broken(state) for state in self.states())

    def missed(self, stages: list[set[str]]) -> set[int]:
        """Return the stages that some complete run is the first not to pass."""
        states = self.states()
        if not states:
            return set()
        first = next(iter(states))
        seen = {(first, 0)}
        waiting = [(first, 0)]
        found = set()
        while waiting:
            state, stage = waiting.pop()
            if self.is_complete(state) and stage < len(stages):
                found.add(stage)
            for (fired, gives_up), target in states[state]:
                passes = stage < len(stages) and fired in stages[stage]
                pair = (target, stage + passes)
                if not gives_up and pair not in seen:
                    seen.add(pair)
                    waiting.append(pair)
        return found

    def paths(self) -> Iterator[tuple[str, ...]]:
        """Yield every path from start to end without a request for supplement."""
        waiting: list[tuple[str, ...]] = [(self.route.start,)]
        while waiting:
            path = waiting.pop()
            if path[-1] == END:
                yield path[:-1]
                continue
            for way in self.ways(self.steps()[path[-1]]):
                if _on(way) is not Outcome.SUPPLEMENT:
                    waiting.append((*path, way[0]))


def _on(arrival: Arrival) -> Outcome | None:
    return None if arrival[3] is None else arrival[3].on


def _gives_up(arrival: Arrival) -> bool:
    return _on(arrival) not in (Outcome.DONE, Outcome.SUPPLEMENT)


def _ahead(states: dict[State, list[tuple[Fired, State]]], state: State) -> set[State]:
    found = {state}
    waiting = [state]
    while waiting:
        for _, target in states[waiting.pop()]:
            if target not in found:
                found.add(target)
                waiting.append(target)
    return found
