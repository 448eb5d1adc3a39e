"""Situations (tình huống): one case and channel, with each combination of facts that matters.

A question to the law leaves open what only the applicant knows. `check` does not guess and
does not give up: it asks once for every combination of values of the facts that the norms in
question name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from math import prod
from typing import Final, cast

from tthc_rules.engine.register import Register
from tthc_rules.engine.resolution import World
from tthc_rules.engine.resolution.conditions import Atom, open_atoms, representatives, truth
from tthc_rules.model.conditions import Condition, Constant
from tthc_rules.model.law import FactDomain, Query
from tthc_rules.model.text import Text

MOST: Final = 256
"""Combinations that are asked; beyond them a question stays undecided (quy ước kỹ thuật)."""

Facts = Mapping[str, Constant]

_NOT_FACTS: Final = ("channel", "case")
_OPEN: Final = FactDomain()


def situations(
    world: World, query: Query, conditions: Iterable[Condition] = ()
) -> tuple[Facts, ...] | None:
    """Return the facts of every situation of a question, None where there are too many.

    Args:
        world: The norms.
        query: Case and channel are given; facts it gives are kept as they are.
        conditions: Further conditions whose facts matter: those of configured waivers.
    """
    given = {name: value for name, value in query.facts.items() if value is not None}
    known = {**given, "channel": query.channel, "case": query.case}
    facts = {name: value for name, value in known.items() if value is not None}
    asked = (item.when for item in world.docket(query).involved)
    atoms: dict[str, list[Atom]] = {}
    for condition in (*asked, *conditions):
        for atom in open_atoms(condition, facts):
            if atom.name not in _NOT_FACTS and not atom.name.startswith("norm:"):
                atoms.setdefault(atom.name, []).append(atom)
    names = sorted(atoms)
    values = [representatives(atoms[name], world.domains.get(name, _OPEN)) for name in names]
    if prod(len(found) for found in values) > MOST:
        return None
    rows = (cast("tuple[Constant, ...]", row) for row in product(*values))
    return tuple({**given, **dict(zip(names, row, strict=True))} for row in rows)


def meeting(world: World, query: Query, condition: Condition) -> Iterator[Facts]:
    """Yield the facts of every situation of a question in which a condition is met."""
    at = {"channel": query.channel, "case": query.case}
    given = {name: value for name, value in at.items() if value is not None}
    if truth(condition, given) is False:
        return
    for facts in situations(world, query) or ():
        if truth(condition, {**facts, **given}):
            yield facts


def facts_text(facts: Facts, register: Register) -> Text:
    """Return facts as people read them; what is false or false by nature is left out.

    An empty text means the ordinary case.
    """
    vi, en = [], []
    for name, value in sorted(facts.items()):
        if value is False:
            continue
        listed = register.get("fact", name)
        tree = listed.value if listed is not None else {}
        titles = str(tree.get("title", name)), str(tree.get("title_en", name))
        tail = "" if value is True else f" = {value}"
        vi.append(titles[0] + tail)
        en.append(titles[1] + tail)
    return Text("; ".join(vi), "; ".join(en))
