"""What a drawing of a route shows, before it takes a form: nodes, edges and their words.

Everything wrong is told in words on the node or edge it concerns, never by colour alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from tthc_rules.engine.routes import RouteReport
from tthc_rules.engine.routes.findings import shown_time
from tthc_rules.model.quantities import TimeLimit
from tthc_rules.model.route import END, Outcome, Route, Step, Transition
from tthc_rules.report.escape import shown
from tthc_rules.report.messages import say

START: Final = "\x00start"
"""Id of the node before the first step; no step can bear it."""

_OF_CHANNELS = frozenset({"no-result", "exceeds-limit", "shorter-than-limit"})
_OF_ROUTE = _OF_CHANNELS | {"missing-outcome", "missing-hand-over", "phase-exceeds-limit"}
"""Classes whose places are no steps: they are told under the title."""


@dataclass(frozen=True, slots=True)
class Node:
    """A step, the start, the end, or a target that is not there.

    Attributes:
        id: Id of the step, `START`, `END`, or the name of what is not there.
        title: What stands in bold: the name or the id of the step.
        lines: Owner, role and time, one to a line.
        marks: What is wrong, in words.
    """

    id: str
    title: str
    lines: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    splits: bool = False
    joins: bool = False


@dataclass(frozen=True, slots=True)
class Edge:
    """A transition, or the way from the start to the first step.

    `label` names the outcome unless it is plain `done`; `marks` say what is wrong.
    """

    source: str
    target: str
    label: str = ""
    marks: tuple[str, ...] = ()
    outcome: Outcome = Outcome.DONE


@dataclass(frozen=True, slots=True)
class Picture:
    """A route ready to be drawn, with what is wrong with it as a whole.

    Attributes:
        facts: What stands below the title: whose route it is, how long it takes.
        notes: What is wrong with the route as a whole.
    """

    title: str
    facts: tuple[str, ...]
    notes: tuple[str, ...]
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def picture(
    route: Route, report: RouteReport | None, lang: str, facts: Iterable[str] = ()
) -> Picture:
    """Return what a drawing of `route` shows in `lang`; user text is safe for a terminal.

    Args:
        route: The route.
        report: What is wrong with it; None draws it without marks.
        lang: `vi` or `en`.
        facts: What is to stand below the title.
    """
    found: Mapping[str, tuple[str, ...]] = {} if report is None else report.findings
    names = {agency.id: agency.name or agency.id for agency in route.agencies}
    known = {step.id for step in route.steps}
    steps = [
        _node(step, names.get(step.owner, step.owner), _marks(step.id, found, report, lang), lang)
        for step in route.steps
    ]
    lost = dict.fromkeys(
        way.to for step in route.steps for way in step.next if way.to not in {END, *known}
    )
    unknown = say("route/mark.unknown-step", lang)
    return Picture(
        say("route/drawing.title", lang),
        tuple(shown(fact) for fact in facts),
        tuple(_notes(found, lang)),
        (
            Node(START, say("route/drawing.start", lang)),
            *steps,
            *(Node(name, shown(name), marks=(unknown,)) for name in lost),
            Node(END, say("route/drawing.end", lang), marks=_end_marks(report, lang)),
        ),
        tuple(_edges(route, found, known, lang)),
    )


def _node(step: Step, owner: str, marks: tuple[str, ...], lang: str) -> Node:
    title = f"{step.id} · {step.name}" if step.name else step.id
    time = shown_time(step.duration) if isinstance(step.duration, TimeLimit) else None
    facts = [say(f"route/role.{step.role.value}", lang), owner]
    if time is not None:
        facts.append(time.en if lang == "en" else time.vi)
    for holds, key in ((step.presence, "presence"), (step.splits, "split"), (step.joins, "join")):
        if holds:
            facts.append(say(f"route/drawing.{key}", lang))
    lines = tuple(shown(fact) for fact in facts)
    return Node(step.id, shown(title), lines, marks, step.splits, step.joins)


def _marks(
    step: str, found: Mapping[str, tuple[str, ...]], report: RouteReport | None, lang: str
) -> tuple[str, ...]:
    kinds = [k for k, places in found.items() if step in places and k not in _OF_ROUTE]
    if report is not None and step in report.meetings:
        kinds.append("lack-of-synchronisation")
    return tuple(say(f"route/mark.{kind}", lang) for kind in sorted(kinds))


def _end_marks(report: RouteReport | None, lang: str) -> tuple[str, ...]:
    meets = report is not None and END in report.meetings
    return (say("route/mark.lack-of-synchronisation", lang),) if meets else ()


def _notes(found: Mapping[str, tuple[str, ...]], lang: str) -> Iterator[str]:
    for kind, places in found.items():
        if kind in _OF_ROUTE:
            words = ", ".join(_place(kind, place, lang) for place in places)
            yield f"{say(f'route/mark.{kind}', lang)}: {words}"


def _place(kind: str, place: str, lang: str) -> str:
    if kind == "missing-outcome":
        return say(f"route/outcome.{place}", lang)
    if kind in _OF_CHANNELS:
        return say(f"route/channel.{place}", lang)
    return shown(place)


def _edges(
    route: Route, found: Mapping[str, tuple[str, ...]], known: Collection[str], lang: str
) -> Iterator[Edge]:
    if route.start in known:
        yield Edge(START, route.start)
    circling = set(found.get("cycle", ()))
    for step in route.steps:
        for way in step.next:
            marks = []
            if way.to != END and way.to not in known:
                marks.append("unknown-step")
            if step.id in circling and way.to in circling and way.on is not Outcome.SUPPLEMENT:
                marks.append("cycle")
            words = tuple(say(f"route/mark.{mark}", lang) for mark in marks)
            yield Edge(step.id, way.to, _label(way, lang), words, way.on)


def _label(way: Transition, lang: str) -> str:
    parts: list[str] = []
    if way.on is not Outcome.DONE:
        parts.append(say(f"route/outcome.{way.on.value}", lang))
    if way.channel is not None:
        parts.append(say(f"route/channel.{way.channel}", lang))
    if way.when is not None:
        parts.append(shown(way.when))
    return ", ".join(parts)


def flagged(marks: Iterable[str]) -> tuple[str, ...]:
    """Return marks as they stand in a drawing: `(!) lặp`."""
    return tuple(f"(!) {mark}" for mark in marks)
