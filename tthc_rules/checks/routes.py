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
from tthc_rules.source import Pointer, Span

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

LEFT_TO_REFERENCES: Final = frozenset({"route/unknown-owner"})
"""An owner that no catalogue knows is said already, with what was probably meant."""


def check_route(subject: Configuration, law: Law) -> Iterator[Finding]:
    """Yield what is wrong with the route of a configuration, each thing once.

    Cases share one route; what several of them show is said once.
    """
    value = subject.value
    site = _site(subject)
    route, defects = law.decoded_route(value)
    yield from findings_of_defects(defects, site)
    if route is None:
        return
    said: set[tuple[str, str, Span | None]] = set()
    for report in law.examined(value).values():
        for finding in findings_of(report, route, site) if report is not None else ():
            key = (finding.code, finding.path, finding.span)
            if finding.code in LEFT_TO_RULES | LEFT_TO_REFERENCES or key in said:
                continue
            said.add(key)
            placed = subject.place(finding.pointer)
            yield replace(finding, path=placed.path, related=(*finding.related, *placed.related))


def _site(subject: Configuration) -> Site:
    def place(pointer: Pointer) -> Span:
        return subject.place(pointer).span

    return Site(at=("route",), places=place, subject=subject.name)
