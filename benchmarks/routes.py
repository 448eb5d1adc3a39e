"""How many routes a second are examined, against one reading of the same routes.

`python -m benchmarks.routes [--routes 2274] [--seed 1] [--rounds 5]`. The floor is a single
depth-first search over the transitions of every route. Ratios inside one run count; absolute
times do not.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction

from tthc_rules.engine.routes import RouteReport, examine
from tthc_rules.engine.routes.explore import behaviour
from tthc_rules.engine.routes.graph import graph_of
from tthc_rules.model.quantities import DayKind, TimeLimit
from tthc_rules.model.route import (
    END,
    Agency,
    Level,
    Outcome,
    Role,
    Route,
    Step,
    Transition,
    contains_by_segments,
)

DAY = date(2026, 9, 1)
LIMITS = {"direct": TimeLimit(DayKind.WORKING_DAY, Fraction(20))}
AGENCIES = (
    Agency("nguoi-nop", Level.APPLICANT, "VN"),
    Agency("ttpvhcc-xx", Level.PROVINCE, "XX"),
    Agency("so-nnmt-xx", Level.PROVINCE, "XX"),
    Agency("so-xd-xx", Level.PROVINCE, "XX"),
    Agency("ubnd-xx", Level.PROVINCE, "XX"),
)


@dataclass(slots=True)
class _Draft:
    """Steps as they are made; blocks return the ids of their first and last step."""

    chance: random.Random
    steps: list[Step] = field(default_factory=list)

    def step(self, role: Role = Role.PROCESS, owner: str = "so-nnmt-xx") -> int:
        time = TimeLimit(DayKind.WORKING_DAY, Fraction(self.chance.randint(1, 16), 4))
        name = f"b{len(self.steps):02}"
        self.steps.append(Step(name, owner, role, (), duration=time))
        return len(self.steps) - 1

    def link(self, source: int, target: int, on: Outcome = Outcome.DONE) -> None:
        way = Transition(self.steps[target].id, on)
        self.steps[source] = replace(self.steps[source], next=(*self.steps[source].next, way))

    def end(self, source: int, outcomes: Iterable[Outcome]) -> None:
        ways = (Transition(END, outcome) for outcome in outcomes)
        self.steps[source] = replace(self.steps[source], next=(*self.steps[source].next, *ways))


def route(seed: int) -> Route:
    """Return a made-up route of 5 to 30 steps: chains, supplements and consultations.

    One consultation in twenty forgets its join.
    """
    draft = _Draft(random.Random(seed))  # noqa: S311 - a made-up corpus, no secret
    last = draft.step(Role.RECEIVE, "ttpvhcc-xx")
    draft.end(last, (Outcome.REFUSE, Outcome.RETURN, Outcome.WITHDRAW))
    for _ in range(draft.chance.randint(1, 4)):
        last = draft.chance.choice((_chain, _supplement, _consultation))(draft, last)
    decision = draft.step(Role.APPROVE, "ubnd-xx")
    draft.link(last, decision)
    result = draft.step(Role.RETURN_RESULT, "ttpvhcc-xx")
    draft.link(decision, result)
    draft.end(result, (Outcome.DONE,))
    return Route(
        territory="XX",
        receives="ttpvhcc-xx",
        prepares="so-nnmt-xx",
        decides="ubnd-xx",
        start=draft.steps[0].id,
        steps=tuple(draft.steps),
        agencies=AGENCIES,
    )


def _chain(draft: _Draft, last: int) -> int:
    for _ in range(draft.chance.randint(1, 4)):
        step = draft.step()
        draft.link(last, step)
        last = step
    return last


def _supplement(draft: _Draft, last: int) -> int:
    check, asked = draft.step(), draft.step(Role.SUPPLEMENT, "nguoi-nop")
    draft.link(last, check)
    draft.link(check, asked, Outcome.SUPPLEMENT)
    draft.link(asked, check)
    return check


def _consultation(draft: _Draft, last: int) -> int:
    split = draft.step()
    draft.link(last, split)
    draft.steps[split] = replace(draft.steps[split], splits=True)
    ends = []
    for _ in range(draft.chance.randint(2, 4)):
        asked = draft.step(Role.CONSULT, "so-xd-xx")
        draft.link(split, asked)
        ends.append(_chain(draft, asked) if draft.chance.random() < 0.3 else asked)
    join = draft.step()
    draft.steps[join] = replace(draft.steps[join], joins=draft.chance.random() > 0.05)
    for end in ends:
        draft.link(end, join)
    return join


def floor(corpus: Sequence[Route]) -> int:
    """Return how many steps one depth-first search reaches in all routes."""
    found = 0
    for one in corpus:
        ways = {step.id: step.next for step in one.steps}
        seen = {one.start}
        waiting = [one.start]
        while waiting:
            for way in ways[waiting.pop()]:
                if way.to != END and way.to not in seen:
                    seen.add(way.to)
                    waiting.append(way.to)
        found += len(seen)
    return found


def soundness(corpus: Sequence[Route]) -> int:
    """Return how many routes keep synchronisation and never deadlock."""
    acts = (behaviour(graph_of(one, "direct")) for one in corpus)
    return sum(not act.meetings and not act.deadlocks for act in acts)


def examination(corpus: Sequence[Route]) -> list[RouteReport]:
    """Return the report of every route."""
    return [examine(one, LIMITS, on=DAY, contains=contains_by_segments) for one in corpus]


def best(work: Callable[[Sequence[Route]], object], corpus: Sequence[Route], rounds: int) -> float:
    """Return the shortest of `rounds` runs in seconds."""
    times = []
    for _ in range(rounds):
        begun = time.perf_counter()
        work(corpus)
        times.append(time.perf_counter() - begun)
    return min(times)


def measure(routes: int = 2274, seed: int = 1, rounds: int = 5) -> None:
    """Measure and print one line for each kind of work."""
    corpus = [route(seed * 1_000_003 + number) for number in range(routes)]
    steps = sum(len(one.steps) for one in corpus)
    print(f"{len(corpus)} routes, {steps} steps, {soundness(corpus)} without parallel mistakes")
    least = best(floor, corpus, rounds)
    for name, work in (("floor", floor), ("soundness", soundness), ("examine", examination)):
        took = best(work, corpus, rounds)
        print(f"{name:10} {len(corpus) / took:10.0f} routes/s {took / least:7.1f} x floor")


def main() -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--routes", type=int, default=2274)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    measure(options.routes, options.seed, options.rounds)


if __name__ == "__main__":
    main()
