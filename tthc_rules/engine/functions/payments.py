"""Whose account the money goes to (tài khoản thụ hưởng)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from tthc_rules.diagnostics import Message
from tthc_rules.engine.blueprint import EFFECTIVE
from tthc_rules.engine.functions.reading import records, word
from tthc_rules.engine.functions.topic import Bound, Topic
from tthc_rules.lang.undecided import Undecided
from tthc_rules.lang.vocabulary import BOOLEAN, Function, Record
from tthc_rules.model.values import Tree, Value

if TYPE_CHECKING:
    from tthc_rules.engine.law import Law

_MOST: Final = 8
"""So many agencies may stand above one another; beyond that the catalogue runs in a circle."""


def is_on_route(law: Law, configuration: Tree, account: Tree) -> Value:
    """Return whether an account belongs to an agency that the dossier passes.

    A unit counts as the agency it belongs to, and the other way round.

    Raises:
        Undecided: The configuration has no route, or an agency is not in the catalogue.
    """
    route = configuration.get("route")
    if not isinstance(route, Mapping):
        raise Undecided(Message("law/no-route"))
    owner = word(account.get("owner"))
    named = [word(route.get(part)) for part in ("receives", "prepares", "decides")]
    named.extend(word(step.get("owner")) for step in records(route.get("steps")))
    above = set(_and_above(law, owner))
    passed = {name for one in named if one for name in _and_above(law, one)}
    return owner in passed or any(one in above for one in named)


def _and_above(law: Law, agency: str) -> Iterator[str]:
    name = agency
    for _ in range(_MOST):
        yield name
        listed = law.listed("agency", name)
        whole = listed.get("part_of") if isinstance(listed, Mapping) else None
        if not isinstance(whole, str):
            return
        name = whole


def bind(law: Law) -> Bound:
    """Return the functions for the law of one day."""
    return {"is_on_route": lambda configuration, account: is_on_route(law, configuration, account)}


TOPIC: Final = Topic(
    records=(),
    functions=(
        Function(
            "is_on_route",
            "thuộc_tuyến_giải_quyết",
            (Record(EFFECTIVE), Record("Account")),
            BOOLEAN,
        ),
    ),
    bind=bind,
)
