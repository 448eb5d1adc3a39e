"""The route of a configuration as a graph (quy trình liên thông): what no article need say.

Classes that rest on a provision belong to rules and are left to them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from tthc_rules.diagnostics import Finding
from tthc_rules.engine.law import Law
from tthc_rules.engine.routes.findings import Site, findings_of, findings_of_defects
from tthc_rules.engine.subjects import Configuration
from tthc_rules.source import Pointer, Position, Span

LEFT_TO_RULES: Final = frozenset(
    {
        "route/exceeds-limit",
        "route/shorter-than-limit",
        "route/result-not-returned",
        "route/missing-outcome",
        "route/presence-blocks-online",
    }
)
"""`time-limit/steps-exceed-total`, `route/result-not-to-receiver`, `withdrawal/no-transition`
and `online/full-with-presence` say these, with their articles."""

ONE_CAUSE: Final = frozenset({"route/lack-of-synchronisation", "route/cycle"})
"""Classes of which one mistake shows at many steps: the first step is named, the rest follows
from it."""

LEFT_TO_REFERENCES: Final = frozenset({"route/unknown-owner"})
"""An owner that no catalogue knows is said already, with what was probably meant."""


def check_route(subject: Configuration, law: Law) -> Iterator[Finding]:
    """Yield what is wrong with the route of a configuration, each thing once.

    Cases share one route; what several of them show is said once.
    """
    value = subject.value
    site = _site(subject)
    route, defects = law.decoded_route(value)
    for defect in findings_of_defects(defects, site):
        yield _placed(defect, subject)
    if route is None:
        return
    said: set[tuple[str, str, Span | None]] = set()
    for report in law.examined(value).values():
        found = findings_of(report, route, site) if report is not None else ()
        for finding in sorted(found, key=_position):
            place = "" if finding.code in ONE_CAUSE else finding.path
            key = (finding.code, place, None if finding.code in ONE_CAUSE else finding.span)
            if finding.code in LEFT_TO_RULES | LEFT_TO_REFERENCES or key in said:
                continue
            said.add(key)
            yield _placed(finding, subject)


def _position(finding: Finding) -> Position:
    return Position(0, 0) if finding.span is None else finding.span.start


def _placed(finding: Finding, subject: Configuration) -> Finding:
    placed = subject.place(finding.pointer)
    return replace(finding, path=placed.path, related=(*finding.related, *placed.related))


def _site(subject: Configuration) -> Site:
    def place(pointer: Pointer) -> Span:
        return subject.place(pointer).span

    return Site(at=("route",), places=place, subject=subject.name)
