"""`route`: the route that a configuration runs, drawn with what is wrong (quy trình)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from tthc_rules.api.asking import about_unknown
from tthc_rules.api.settings import Settings
from tthc_rules.api.workspace import Loaded, Workspace, open_workspace
from tthc_rules.diagnostics import Finding, Message, Severity
from tthc_rules.engine.layering import Effective
from tthc_rules.engine.routes import RouteReport
from tthc_rules.model.entry import Entry
from tthc_rules.model.text import Text
from tthc_rules.report.route_sheet import RouteSheet
from tthc_rules.spelling import nearest


@dataclass(frozen=True, slots=True)
class RouteQuestion:
    """Whose route is asked for (câu hỏi về quy trình). `case` None: all cases."""

    code: str
    territory: str
    case: str | None = None


@dataclass(frozen=True, slots=True)
class RouteResult:
    """A route with what was found of it (quy trình và phát hiện).

    Attributes:
        sheet: The route; None where there is none to draw.
        decided: Nothing of what was examined stayed undecided.
        findings: Why there is no route.
    """

    sheet: RouteSheet | None
    decided: bool
    findings: tuple[Finding, ...]


def draw(question: RouteQuestion, settings: Settings) -> RouteResult:
    """Return the route of the configuration that counts in a territory.

    A territory without a configuration of its own has that of the nearest one around it.

    Args:
        question: Whose route.
        settings: The settings of the workspace; `as_of` is set.

    Raises:
        ValueError: The settings name no day: only a door may read the clock.
    """
    day = settings.as_of
    if day is None:
        raise ValueError("route needs a day")
    own_data = settings.folders("data") or (settings.folder,)
    workspace, own = open_workspace(settings, day, own_data)
    asking = _Asking(workspace, own, question)
    sheet = asking.sheet(day)
    decided = sheet is not None and not any(one.undecided for one in sheet.reports.values())
    return RouteResult(sheet, decided, tuple(asking.problems))


class _Asking:
    """Finds the configuration and its route; what is not there becomes a problem."""

    def __init__(self, workspace: Workspace, own: Loaded, question: RouteQuestion) -> None:
        self._workspace = workspace
        self._own = own
        self._question = question
        self._configured = {
            str(one.value.get("territory")): one
            for one in workspace.of_kind("configuration")
            if one.value.get("procedure") == question.code
        }
        self.problems: list[Finding] = []

    def sheet(self, day: date) -> RouteSheet | None:
        """Return the sheet, None where the question leads to no route."""
        configuration = self._configuration(day)
        if configuration is None:
            return None
        publication = self._workspace.publications.get(self._question.code)
        value = Effective(configuration, publication).value
        law = self._workspace.law
        reports = law.examined(value)
        route = law.route(value)
        if route is None:
            self._no_route(configuration, declared="route" in value)
            return None
        chosen = dict(self._chosen(reports))
        if self.problems:
            return None
        name = value.get("name")
        return RouteSheet(
            code=self._question.code,
            name=name if isinstance(name, str) else "",
            territory=self._question.territory,
            configured_in=str(configuration.value.get("territory")),
            day=day,
            route=route,
            reports=chosen,
        )

    def _configuration(self, day: date) -> Entry | None:
        """Return the configuration of the territory, or of the nearest one around it."""
        question = self._question
        published = self._workspace.publications.keys()
        everything = self._workspace.of_kind("configuration")
        codes = {*published, *(str(one.value.get("procedure")) for one in everything)}
        self._known("why/unknown-procedure", "code", question.code, codes)
        territories = frozenset(self._workspace.register.ids("territory"))
        self._known("why/unknown-territory", "id", question.territory, territories)
        if self.problems:
            return None
        around = self._workspace.world.territories.path(question.territory, day)
        for place in (question.territory, *around):
            if place in self._configured:
                return self._configured[place]
        values = {"code": question.code, "territory": question.territory}
        remedy = Message("drawing/no-configuration.nowhere")
        if self._configured:
            listed = ", ".join(sorted(self._configured))
            remedy = Message("drawing/no-configuration.help", {"territories": listed})
        self._report("drawing/no-configuration", values, remedy)
        return None

    def _chosen(
        self, reports: Mapping[str, RouteReport | None]
    ) -> Iterator[tuple[str, RouteReport]]:
        """Yield the reports of the case asked for, or of all."""
        case = self._question.case
        if case is not None and case not in reports:
            values = {"case": case, "cases": ", ".join(reports)}
            near = nearest(case, reports)
            remedy = Message("why/unknown.near", {"near": near}) if near else None
            self._report("drawing/unknown-case", values, remedy)
        for name, report in reports.items():
            if report is not None and case in (None, name):
                yield name, report

    def _no_route(self, configuration: Entry, *, declared: bool) -> None:
        """Report that a configuration holds no route, with what the reader said of its file."""
        key = "drawing/unreadable-route" if declared else "drawing/no-route"
        if declared:
            files = {configuration.file}
            said = self._own.findings
            self.problems.extend(
                one for one in said if one.span is not None and one.span.file in files
            )
        values = {
            "code": self._question.code,
            "territory": str(configuration.value.get("territory")),
        }
        self._report(key, values, Message(f"{key}.help"))

    def _known(self, key: str, name: str, written: str, known: Collection[str]) -> None:
        if written not in known:
            near = nearest(written, known, cutoff=0.8)
            self._report(key, {name: written}, about_unknown(key, near))

    def _report(self, key: str, values: Mapping[str, Text | str], remedy: Message | None) -> None:
        message = Message(key, values)
        self.problems.append(Finding(key, Severity.ERROR, None, message, remedy))
