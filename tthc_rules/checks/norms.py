"""Norms that the law does not let stand (quy phạm bị loại): seen where they are declared.

A norm beyond its issuer's competence or over its bound takes no part in any answer. That is
said at the norm, before somebody wonders why it does not apply.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from tthc_rules.diagnostics import Finding, Message, Severity
from tthc_rules.engine.inquiry import Inquiry, charges_of
from tthc_rules.engine.naming import Names
from tthc_rules.engine.resolution import Fault, MissingFacts, World, resolve
from tthc_rules.engine.resolution.citations import norm_key, text_key
from tthc_rules.engine.situations import meeting
from tthc_rules.model.entry import Entry

STANDING: Final = frozenset(
    {
        Fault.DELEGATION_UNFILLED,
        Fault.PUBLICATION_DRIFT,
        Fault.PUBLICATION_WITHOUT_NORM,
        Fault.TERRITORY_NOT_IN_FORCE,
        Fault.UNDECLARED_OVERLAP,
    }
)
"""What is no fault of a norm, or what a rule with its articles says."""


def check_norms(entry: Entry, world: World, names: Names, inquiry: Inquiry) -> Iterator[Finding]:
    """Yield a finding for each norm of an instrument that is rejected, once a ground.

    Args:
        entry: An instrument.
        world: The norms.
        names: Names norms to people.
        inquiry: Finds the questions that concern a norm.
    """
    if entry.kind != "instrument":
        return
    number, issuer = str(entry.value.get("number")), str(entry.value.get("issuer"))
    norms = entry.value.get("norms", ())
    for index, tree in enumerate(norms if isinstance(norms, tuple) else ()):
        name = tree.get("id") if isinstance(tree, Mapping) else None
        key = norm_key(text_key(issuer, number), str(name))
        for fault in sorted(_faults(key, world, inquiry), key=lambda one: one.value):
            code = f"norm/{fault.value.replace('_', '-')}"
            yield Finding(
                code=code,
                severity=Severity.ERROR,
                span=entry.place(("norms", index, "id")),
                message=Message(code, {"norm": names.norm(key)}),
                help=Message(f"{code}.help"),
                subject=number,
                path=f"norms/{name}/id",
                pointer=("norms", index, "id"),
                facts=(fault.value,),
            )


def _faults(key: str, world: World, inquiry: Inquiry) -> set[Fault]:
    """Return the grounds on which a norm is rejected where its condition is met.

    One situation a charge is enough: competence and bounds do not hang on the rest.
    """
    candidate = world.candidates.get(key)
    if candidate is None:
        return set()
    found: set[Fault] = set()
    place = candidate.norm.territory or candidate.text.territory
    for charge in charges_of(candidate.norm):
        met = (
            replace(query, facts=facts)
            for query in inquiry.of_charge(candidate.norm, charge, place)
            for facts in meeting(world, query, candidate.when)
        )
        query = next(met, None)
        resolution = resolve(world, query) if query is not None else None
        if resolution is not None and not isinstance(resolution, MissingFacts):
            found.update(item.fault for item in resolution.irregularities if key in item.norms)
    return found - STANDING
