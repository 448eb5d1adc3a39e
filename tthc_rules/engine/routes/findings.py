"""What is wrong with a route as findings at their places in a file (phát hiện về quy trình)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final, TypeAlias

from tthc_rules.diagnostics import Finding, Message, Related, Severity, Verdict
from tthc_rules.engine.routes.decode import Defect
from tthc_rules.engine.routes.examine import RouteReport
from tthc_rules.model.quantities import MINUTES_A_WORKING_DAY, DayKind, TimeLimit
from tthc_rules.model.route import END, Route, Step
from tthc_rules.model.text import Text
from tthc_rules.source import Pointer, Span

Places: TypeAlias = Callable[[Pointer], Span | None]
"""Gives the span of a pointer into a file, or None where nothing stands there."""

WARNINGS: Final = frozenset({"shorter-than-limit", "missing-outcome", "late-withdraw"})
"""The classes that warn; all others are errors."""

_OF_CHANNELS = frozenset({"no-result", "exceeds-limit", "shorter-than-limit"})
_KEYS = {
    "unknown-step": "next",
    "dead-end": "next",
    "undeclared-split": "next",
    "late-withdraw": "next",
    "result-not-returned": "owner",
    "unknown-owner": "owner",
    "not-competent": "owner",
    "owner-not-existing": "owner",
    "mixed-kinds": "duration",
    "presence-blocks-online": "presence",
    "deadlock": "join",
}
"""The field of a step in which a class shows; the step's id where none is named."""

_OUTCOMES = {
    "refuse": Text("từ chối", "refuse"),
    "return": Text("trả lại hồ sơ", "return"),
    "withdraw": Text("rút hồ sơ", "withdraw"),
}
_CHANNELS = {
    "direct": Text("trực tiếp", "direct"),
    "online": Text("trực tuyến", "online"),
    "postal": Text("bưu chính", "postal"),
}
_END_NAME = Text("điểm kết thúc", "the end")


@dataclass(frozen=True, slots=True)
class Site:
    """Where a route stands and whose it is.

    Attributes:
        at: Pointer to the route in its file.
        places: The span of each pointer of that file.
        limits: For each channel, the pointer to its time limit, where it stands in the file.
        subject: Code of the procedure, for the fingerprint.
        path: Logical path of the route (`route`, or `cases/dac-biet/route`).
    """

    at: Pointer
    places: Places
    limits: Mapping[str, Pointer] = field(default_factory=dict)
    subject: str = ""
    path: str = "route"

    def span(self, pointer: Pointer) -> Span | None:
        """Return the span of `pointer`, or of the nearest thing around it that has one."""
        for length in range(len(pointer), -1, -1):
            span = self.places(pointer[:length])
            if span is not None:
                return span
        return None


def findings_of(report: RouteReport, route: Route, site: Site) -> tuple[Finding, ...]:
    """Return a report as findings `route/<class>`, one for each place.

    A class left undecided becomes one finding of verdict UNDECIDED.
    """
    found = [
        _finding(kind, place, _message(kind, place, values, report), route, site)
        for kind, places in report.findings.items()
        for place, values in _with_values(kind, places, report, route)
    ]
    found.extend(_undecided(kind, site) for kind in report.undecided)
    return tuple(found)


def findings_of_defects(defects: Iterable[Defect], site: Site) -> tuple[Finding, ...]:
    """Return the names in a route that fit nothing as findings `route/<kind>`."""
    found = []
    for defect in defects:
        code = f"route/{defect.kind}"
        first = None if defect.first is None else site.span((*site.at, *defect.first))
        related = () if first is None else (Related(first, Message(f"{code}.first")),)
        found.append(
            Finding(
                code,
                Severity.ERROR,
                site.span((*site.at, *defect.pointer)),
                Message(code, {"name": defect.name}),
                help=Message(f"{code}.help", {"name": defect.name}),
                related=related,
                subject=site.subject,
                path=site.path,
                pointer=(*site.at, *defect.pointer),
                facts=(defect.name,),
            )
        )
    return tuple(found)


Values: TypeAlias = dict[str, Text | str]


def _finding(kind: str, place: str, message: Message, route: Route, site: Site) -> Finding:
    pointer = _pointer(kind, place, route, site)
    return Finding(
        f"route/{kind}",
        Severity.WARNING if kind in WARNINGS else Severity.ERROR,
        site.span(pointer),
        message,
        help=Message(f"route/{kind}.help", message.values),
        subject=site.subject,
        path=f"{site.path}/{place}",
        pointer=pointer,
        facts=(place,),
    )


def _message(kind: str, place: str, values: Values, report: RouteReport) -> Message:
    """Return the sentence of a class; where the sum is not known it is another one."""
    variant = ""
    if kind == "exceeds-limit" and report.times[place].total is None:
        limit = report.times[place].limit
        same_day = limit is not None and limit.kind is DayKind.SAME_DAY
        variant = ".same-day" if same_day else ".at-least"
    return Message(f"route/{kind}{variant}", values)


def _undecided(kind: str, site: Site) -> Finding:
    return Finding(
        f"route/{kind}",
        Severity.WARNING if kind in WARNINGS else Severity.ERROR,
        site.span(site.at),
        Message("route/undecided"),
        help=Message("route/undecided.help"),
        verdict=Verdict.UNDECIDED,
        subject=site.subject,
        path=site.path,
        pointer=site.at,
        facts=("undecided",),
    )


def _pointer(kind: str, place: str, route: Route, site: Site) -> Pointer:
    """Return the smallest thing that a class at a place is about."""
    if kind in _OF_CHANNELS:
        return site.limits.get(place, site.at)
    if kind == "missing-hand-over":
        return (*site.at, "prepares" if place == route.prepares else "decides")
    for number, phase in enumerate(route.phases if kind == "phase-exceeds-limit" else ()):
        if phase.id == place:
            return (*site.at, "phases", number, "limit")
    for number, step in enumerate(route.steps):
        if step.id == place:
            return (*site.at, "steps", number, *_field(kind, step, route))
    return site.at


def _field(kind: str, step: Step, route: Route) -> Pointer:
    """Return the field of `step` in which a class shows, as a pointer within the step."""
    if kind == "unknown-step":
        known = {END, *(other.id for other in route.steps)}
        for number, way in enumerate(step.next):
            if way.to not in known:
                return ("next", number, "to")
    return (_KEYS.get(kind, "id"),)


def _with_values(
    kind: str, places: Iterable[str], report: RouteReport, route: Route
) -> Iterator[tuple[str, Values]]:
    """Yield each place with the values that its sentence asks for."""
    steps = {step.id: step for step in route.steps}
    names = {agency.id: agency.name or agency.id for agency in route.agencies}
    if kind == "lack-of-synchronisation":
        for meeting in report.meetings:
            name = _END_NAME if meeting == END else _named(steps[meeting])
            yield meeting, {"step": name}
        return
    for place in places:
        if kind in _OF_CHANNELS:
            yield place, _of_channel(place, report)
        elif kind == "missing-hand-over":
            yield place, {"agency": names.get(place, place)}
        elif kind == "missing-outcome":
            yield place, {"outcome": _OUTCOMES[place]}
        elif kind == "phase-exceeds-limit":
            yield place, {"phase": place, "limit": _label(place, route)}
        else:
            yield place, _of_step(steps[place], route, names)


def _of_channel(channel: str, report: RouteReport) -> Values:
    time = report.times[channel]
    path = " → ".join(time.paths[0]) if time.paths else ""
    return {
        "channel": _CHANNELS.get(channel, channel),
        "limit": "" if time.limit is None else shown_time(time.limit),
        "total": "" if time.total is None else shown_time(time.total),
        "path": path,
    }


def _of_step(step: Step, route: Route, names: Mapping[str, str]) -> Values:
    known = {END, *(other.id for other in route.steps)}
    lost = ", ".join(way.to for way in step.next if way.to not in known)
    time = shown_time(step.duration) if isinstance(step.duration, TimeLimit) else ""
    return {
        "step": _named(step),
        "owner": names.get(step.owner, step.owner),
        "receives": names.get(route.receives, route.receives),
        "decides": names.get(route.decides, route.decides),
        "target": lost,
        "duration": time,
    }


def _label(phase: str, route: Route) -> Text | str:
    for one in route.phases:
        if one.id == phase and isinstance(one.limit, TimeLimit):
            return shown_time(one.limit)
    return ""


def _named(step: Step) -> str:
    return f"{step.id} ({step.name})" if step.name else step.id


def shown_time(time: TimeLimit) -> Text:
    """Return the notation of a time that may be a sum.

    A sum of working time that is no short decimal of days is shown in working hours: every
    written time is a whole number of three minutes, and so is every sum.
    """
    in_days = (time.amount * 10_000).denominator == 1
    if time.kind is DayKind.WORKING_DAY and not in_days:
        return TimeLimit(
            DayKind.WORKING_HOUR, time.amount * Fraction(MINUTES_A_WORKING_DAY, 60)
        ).text()
    return time.text()
