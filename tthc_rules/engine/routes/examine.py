"""Examine a route: everything that is wrong with it, by class, and how long it takes.

The classes and their exact meaning are those of the conformance vectors (`routes.md`). Each
channel is examined by itself; what is found is united.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final, TypeAlias

from tthc_rules.engine.routes.explore import behaviour
from tthc_rules.engine.routes.graph import Graph, graph_of, leading_to_end, reach
from tthc_rules.engine.routes.owners import (
    Contains,
    Owners,
    not_competent,
    not_existing,
    not_returned,
    owners_of,
    unknown_owners,
)
from tthc_rules.engine.routes.runs import hand_overs
from tthc_rules.engine.routes.times import (
    ChannelTime,
    Clock,
    Fit,
    clock_of,
    longest,
    phase_exceeds,
)
from tthc_rules.model.quantities import DayKind, TimeLimit
from tthc_rules.model.route import END, Level, OnlineLevel, Outcome, Role, Route, Step

ANYWHERE: Final = "*"
"""The place of a finding whose places are not compared."""

ONLINE: Final = "online"
"""The channel in which a full online service must do without presence."""

UNSOUND: Final = (
    "unreachable-step",
    "dead-end",
    "no-result",
    "deadlock",
    "lack-of-synchronisation",
)
"""The classes that make the net unsound."""

_EXPECTED_OUTCOMES = (Outcome.REFUSE, Outcome.RETURN, Outcome.WITHDRAW)
_RESULT = (Outcome.DONE, Outcome.SUPPLEMENT)

Found: TypeAlias = Iterator[tuple[str, str]]
"""Classes, each with one place."""


@dataclass(frozen=True, slots=True)
class RouteReport:
    """What is wrong with a route, and how long it takes.

    Attributes:
        findings: Each class found, with its places sorted.
        undecided: Classes that could not be decided since the route has too many states;
            what `findings` says of them is true but perhaps not all.
        sound: Whether the net is sound in every channel; None when that is undecided.
        times: The longest path in each channel.
        meetings: Steps, or `END`, at which branches meet that were never joined.
    """

    findings: Mapping[str, tuple[str, ...]]
    undecided: tuple[str, ...]
    sound: bool | None
    times: Mapping[str, ChannelTime]
    meetings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Run:
    """One route in one channel, with what is asked of it more than once.

    Channels that no transition names are alike: they share one run.
    """

    route: Route
    graph: Graph
    owners: Owners
    clock: Clock
    channel: str
    steps: tuple[Step, ...]
    to_end: frozenset[str]
    has_result: bool
    times: dict[TimeLimit | None, ChannelTime] = field(default_factory=dict)

    @classmethod
    def of(cls, route: Route, channel: str, owners: Owners, clock: Clock) -> _Run:
        graph = graph_of(route, channel)
        return cls(
            route,
            graph,
            owners,
            clock,
            channel,
            steps=tuple(step for step in graph.steps.values() if step.id in graph.reached),
            to_end=leading_to_end(graph.reached, graph.anywhere),
            has_result=END in reach(graph.start, lambda step: graph.next_of(step, _RESULT)),
        )

    def time(self, limit: TimeLimit | None) -> ChannelTime:
        """Return how long the route takes against `limit`; channels mostly share one."""
        found = self.times.get(limit)
        if found is None:
            found = longest(self.graph, self.clock, limit, has_result=self.has_result)
            self.times[limit] = found
        return found


def examine(
    route: Route,
    limits: Mapping[str, TimeLimit | None],
    *,
    on: date,
    contains: Contains,
) -> RouteReport:
    """Return what is wrong with `route` and how long it takes (kiểm tra quy trình).

    Args:
        route: The route.
        limits: The channels in which it is offered, each with its time limit, or None where
            the limit is not known.
        on: The day on which it runs.
        contains: Whether a territory is another or contains it.
    """
    owners = owners_of(route)
    clock = clock_of(route.steps, {agency.id: agency.level for agency in route.agencies})
    found: dict[str, set[str]] = {}
    times: dict[str, ChannelTime] = {}
    undecided: set[str] = set()
    meetings: set[str] = set()
    reached: set[str] = set()
    named = {way.channel for step in route.steps for way in step.next}
    runs: dict[str | None, _Run] = {}
    for channel in sorted(limits):
        alike = channel if channel in named else None
        if alike not in runs:
            runs[alike] = _Run.of(route, channel, owners, clock)
        run = runs[alike]
        times[channel] = run.time(limits[channel])
        for kind, place in _in_channel(run, channel, times[channel]):
            found.setdefault(kind, set()).add(place)
    for run in runs.values():
        reached |= run.graph.reached
        for kind, place in _in_net(run):
            found.setdefault(kind, set()).add(place)
        _behave(run, found, undecided, meetings)
    for kind, place in _of_steps(route, reached, owners, on, contains):
        found.setdefault(kind, set()).add(place)
    findings = {kind: tuple(sorted(found[kind])) for kind in sorted(found)}
    return RouteReport(
        findings,
        tuple(sorted(undecided)),
        _soundness(findings, undecided),
        times,
        tuple(sorted(meetings)),
    )


def _soundness(findings: Mapping[str, tuple[str, ...]], undecided: Iterable[str]) -> bool | None:
    if any(kind in findings for kind in UNSOUND):
        return False
    return None if any(kind in UNSOUND for kind in undecided) else True


def _behave(run: _Run, found: dict[str, set[str]], undecided: set[str], meetings: set[str]) -> None:
    """Add what following the states of the net tells.

    Channels that no transition names share one net, which is followed once.
    """
    acts = behaviour(run.graph)
    meetings |= acts.meetings
    if acts.meetings:
        found.setdefault("lack-of-synchronisation", set()).add(ANYWHERE)
    if acts.deadlocks:
        found.setdefault("deadlock", set()).update(acts.deadlocks)
    if not acts.decided:
        undecided.add("deadlock")
        undecided.update(() if acts.meetings else ("lack-of-synchronisation",))
    agencies = [run.route.prepares] if run.route.prepares is not None else []
    agencies.append(run.route.decides)
    stages = [
        frozenset(step.id for step in run.steps if run.owners.owns(agency, step))
        for agency in agencies
    ]
    passed = hand_overs(run.graph, stages)
    if passed.missed:
        found.setdefault("missing-hand-over", set()).update(agencies[i] for i in passed.missed)
    if not passed.decided:
        undecided.add("missing-hand-over")


def _in_channel(run: _Run, channel: str, time: ChannelTime) -> Found:
    """Yield what a channel shows by itself: its limit, its result, its way of filing."""
    if not run.has_result:
        yield "no-result", channel
    if time.limit is not None and time.limit.kind is not DayKind.UNSTATED:
        yield from (("mixed-kinds", step) for step in run.clock.mixed(run.to_end, time.limit))
    if time.fit is Fit.EXCEEDS:
        yield "exceeds-limit", channel
    if time.fit is Fit.BELOW and time.limit is not None:
        yield from _shorter(channel, time.limit)
    if channel == ONLINE and run.route.online is OnlineLevel.FULL:
        yield from (("presence-blocks-online", step.id) for step in run.steps if step.presence)


def _in_net(run: _Run) -> Found:
    """Yield what all channels that share a run show alike."""
    graph = run.graph
    yield from (("dead-end", step) for step in graph.reached - run.to_end)
    yield from (("cycle", step) for step in graph.circles)
    yield from _of_transitions(run)
    yield from (
        ("phase-exceeds-limit", phase.id)
        for phase in run.route.phases
        if isinstance(phase.limit, TimeLimit)
        and phase_exceeds(graph, run.clock, phase.steps, phase.limit)
    )


def _shorter(channel: str, limit: TimeLimit) -> Found:
    if limit.kind is not DayKind.SAME_DAY:
        yield "shorter-than-limit", channel


def _of_transitions(run: _Run) -> Found:
    """Yield what the transitions of the reachable steps show."""
    graph = run.graph
    offered: set[Outcome] = set()
    for step in run.steps:
        ways = graph.ways[step.id]
        offered.update(way.on for way in ways)
        if any(
            way.exists_in(run.channel) and way.to not in graph.steps
            for way in step.next
            if way.to != END
        ):
            yield "unknown-step", step.id
        bare = [way for way in ways if way.on is Outcome.DONE and not way.is_conditional]
        if len(bare) > 1 and not step.splits:
            yield "undeclared-split", step.id
        if step.role is Role.RETURN_RESULT and any(way.on is Outcome.WITHDRAW for way in ways):
            yield "late-withdraw", step.id
    yield from (
        ("missing-outcome", outcome.value)
        for outcome in _EXPECTED_OUTCOMES
        if outcome not in offered
    )
    yield from (
        ("result-not-returned", step)
        for step in not_returned(run.route, run.steps, run.owners, graph.ways)
    )


def _of_steps(
    route: Route, reached: Iterable[str], owners: Owners, on: date, contains: Contains
) -> Found:
    """Yield what is the same in every channel, for the steps reached in some."""
    known = frozenset(reached)
    steps = [step for step in route.steps if step.id in known]
    yield from (("unreachable-step", step.id) for step in route.steps if step.id not in known)
    yield from (("unknown-owner", step) for step in unknown_owners(steps, owners))
    yield from (("owner-not-existing", step) for step in not_existing(steps, owners, on))
    competent = not_competent(route, steps, owners, contains)
    yield from (("not-competent", step) for step in competent)
    for step in steps:
        if step.duration is not None:
            continue
        if step.role is Role.CONSULT:
            yield "consult-without-deadline", step.id
        elif owners.level(step) is not Level.APPLICANT:
            yield "missing-duration", step.id
