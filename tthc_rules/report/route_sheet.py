"""The route of one configuration on one sheet, in every form (quy trình liên thông)."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from tthc_rules.engine.routes import ChannelTime, RouteReport
from tthc_rules.engine.routes.findings import shown_time
from tthc_rules.model.quantities import TimeLimit
from tthc_rules.model.route import Route, Step
from tthc_rules.model.text import Text, day_text
from tthc_rules.report import drawing
from tthc_rules.report.escape import json_safe
from tthc_rules.report.messages import say

VERSION = 1
"""Of the JSON form; raised when a reader of the old one would go wrong."""

Json = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class RouteSheet:
    """A route, whose it is, and what was found of it (tờ quy trình).

    Attributes:
        name: Name of the procedure; empty where nobody published it.
        territory: The territory that was asked for.
        configured_in: The territory whose configuration counts there: itself or around it.
        day: The day on which the route was examined.
        reports: What was found, by case.
    """

    code: str
    name: str
    territory: str
    configured_in: str
    day: date
    route: Route
    reports: Mapping[str, RouteReport]

    @property
    def report(self) -> RouteReport | None:
        """What was found in any case; None where the procedure has no case to examine."""
        return united(self.reports)


def united(reports: Mapping[str, RouteReport]) -> RouteReport | None:
    """Return several reports of one route as one, without times: these differ by case."""
    if not reports:
        return None
    found: dict[str, set[str]] = {}
    for report in reports.values():
        for kind, places in report.findings.items():
            found.setdefault(kind, set()).update(places)
    soundness = {report.sound for report in reports.values()}
    return RouteReport(
        findings={kind: tuple(sorted(found[kind])) for kind in sorted(found)},
        undecided=tuple(sorted({kind for one in reports.values() for kind in one.undecided})),
        sound=False if False in soundness else None if None in soundness else True,
        times={},
        meetings=tuple(sorted({place for one in reports.values() for place in one.meetings})),
    )


def _text(sheet: RouteSheet, lang: str) -> str:
    drawn = drawing.text(sheet.route, sheet.report, lang, _head(sheet, lang))
    times = list(_times(sheet, lang, with_paths=True))
    if not times:
        return drawn
    lines = ["", say("drawing/times", lang), *(f"  {line}" for line in times)]
    return drawn + "\n".join(lines) + "\n"


def _mermaid(sheet: RouteSheet, lang: str) -> str:
    return drawing.mermaid(sheet.route, sheet.report, lang, _facts(sheet, lang))


def _svg(sheet: RouteSheet, lang: str) -> str:
    return drawing.svg(sheet.route, sheet.report, lang, _facts(sheet, lang))


def _bpmn(sheet: RouteSheet, lang: str) -> str:
    return drawing.bpmn(sheet.route, sheet.report, lang, _facts(sheet, lang))


def _facts(sheet: RouteSheet, lang: str) -> tuple[str, ...]:
    return (*_head(sheet, lang), *_times(sheet, lang, with_paths=False))


def _head(sheet: RouteSheet, lang: str) -> Iterator[str]:
    named = "drawing/procedure" if sheet.name else "drawing/procedure.unnamed"
    yield say(named, lang, code=sheet.code, name=sheet.name)
    yield say("drawing/scope", lang, territory=sheet.territory, day=day_text(sheet.day))
    if sheet.configured_in != sheet.territory:
        yield say("drawing/configured-in", lang, territory=sheet.configured_in)


def _times(sheet: RouteSheet, lang: str, *, with_paths: bool) -> Iterator[str]:
    """Yield the longest way of each case and channel against its limit."""
    for case, report in sheet.reports.items():
        for channel, time in report.times.items():
            line = _time(channel, time, lang)
            if len(sheet.reports) > 1:
                line = say("drawing/time.case", lang, line=line, case=case)
            yield line
            if with_paths and time.paths:
                yield f"  {say('drawing/path', lang, path=' → '.join(time.paths[0]))}"


def _time(channel: str, time: ChannelTime, lang: str) -> str:
    values: dict[str, Text | str] = {
        "channel": say(f"route/channel.{channel}", lang),
        "fit": say(f"drawing/fit.{time.fit.value}", lang),
        "limit": "" if time.limit is None else shown_time(time.limit),
    }
    if time.limit is None:
        return say("drawing/time.no-limit", lang, **values)
    if time.total is not None:
        return say("drawing/time.exact", lang, total=shown_time(time.total), **values)
    if time.known is not None:
        return say("drawing/time.known", lang, total=shown_time(time.known), **values)
    return say("drawing/time.open", lang, **values)


def _json(sheet: RouteSheet, lang: str) -> str:
    del lang  # holds both languages
    report = sheet.report
    tree: Json = {
        "format": "tthc-rules/route",
        "version": VERSION,
        "procedure": sheet.code,
        "name": sheet.name,
        "territory": sheet.territory,
        "configured_in": sheet.configured_in,
        "day": sheet.day.isoformat(),
        "sound": None if report is None else report.sound,
        "findings": {} if report is None else {k: list(v) for k, v in report.findings.items()},
        "undecided": [] if report is None else list(report.undecided),
        "times": [
            {"case": case, "channel": channel, **_time_json(time)}
            for case, one in sheet.reports.items()
            for channel, time in one.times.items()
        ],
        "route": _route_json(sheet.route),
    }
    return json_safe(json.dumps(tree, ensure_ascii=False, indent=2)) + "\n"


def _time_json(time: ChannelTime) -> Json:
    return {
        "fit": time.fit.value,
        "limit": _duration(time.limit),
        "total": _duration(time.total),
        "known": _duration(time.known),
        "paths": [list(path) for path in time.paths],
    }


def _route_json(route: Route) -> Json:
    names = {agency.id: agency.name for agency in route.agencies}
    return {
        "start": route.start,
        "receives": route.receives,
        "prepares": route.prepares,
        "decides": route.decides,
        "online": route.online.value,
        "steps": [_step_json(step, names.get(step.owner, "")) for step in route.steps],
    }


def _step_json(step: Step, owner: str) -> Json:
    duration = step.duration if isinstance(step.duration, TimeLimit) else None
    return {
        "id": step.id,
        "name": step.name,
        "owner": step.owner,
        "owner_name": owner,
        "role": step.role.value,
        "duration": _duration(duration),
        "presence": step.presence,
        "splits": step.splits,
        "joins": step.joins,
        "next": [
            {"to": way.to, "on": way.on.value, "channel": way.channel, "when": way.when}
            for way in step.next
        ],
    }


def _duration(time: TimeLimit | None) -> Json | None:
    if time is None:
        return None
    text = shown_time(time)
    return {"vi": text.vi, "en": text.en}


FORMATS: Mapping[str, Callable[[RouteSheet, str], str]] = MappingProxyType(
    {"text": _text, "mermaid": _mermaid, "svg": _svg, "bpmn": _bpmn, "json": _json}
)
"""Forms of a sheet by the name users write; each takes the language."""
