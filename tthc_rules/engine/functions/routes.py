"""What rules ask of a route beside its own fields (quy trình giải quyết)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, Final

from tthc_rules.diagnostics import Message
from tthc_rules.engine.blueprint import EFFECTIVE
from tthc_rules.engine.functions.reading import records, word
from tthc_rules.engine.functions.topic import Bound, Topic
from tthc_rules.lang.undecided import Undecided
from tthc_rules.lang.vocabulary import BOOLEAN, TEXT, Function, ListOf, Record
from tthc_rules.model.quantities import TimeLimit
from tthc_rules.model.text import Text
from tthc_rules.model.values import REFUSED, Tree, Value

if TYPE_CHECKING:
    from tthc_rules.engine.law import Law

_APPLICANT: Final = "applicant"


def has_approved_route(law: Law, configuration: Tree) -> Value:
    """Return whether the decision that approved the route is registered with its steps."""
    return _approved(law, configuration) is not None


def approved_differences(law: Law, configuration: Tree) -> Value:
    """Return how the route differs from the approved one (khác quy trình nội bộ đã duyệt).

    Steps are compared by id, owner and time; a time that the approval leaves out, and steps
    declared technical, are not. Each difference is a phrase.

    Raises:
        Undecided: A part of either route could not be read.

    Source: 01/2018/TT-VPCP, Article 8, clause 4.
    """
    approved = _approved(law, configuration) or {}
    asked = records(approved.get("steps"))
    own = {word(step.get("id")): step for step in _steps(configuration)}
    wanted = {word(step.get("id")) for step in asked}
    found = [said for step in asked for said in _compared(step, own.get(word(step.get("id"))))]
    for name, step in own.items():
        if name not in wanted and step.get("technical") is not True:
            found.append(Text(f"thừa bước {name}", f"step {name} is extra"))
    return tuple(found)


def participating_agencies(law: Law, configuration: Tree) -> Value:
    """Return the names of the agencies that act on a dossier (cơ quan tham gia giải quyết).

    Units count as the agency they belong to; applicants and one-stop centres do not act.

    Raises:
        Undecided: An owner is in no catalogue.

    Source: 61/2018/NĐ-CP, Article 3, clause 2.
    """
    found: dict[str, None] = {}
    for step in _steps(configuration):
        agency = _whole(law, word(step.get("owner")))
        if agency.get("level") != _APPLICANT and agency.get("kind") != "centre":
            found[word(agency.get("name"))] = None
    return tuple(found)


def digitised_late(law: Law, configuration: Tree) -> Value:
    """Return the digitising steps that a dossier reaches after it left the receiving unit.

    Only `done` is followed: what comes back from a supplement is received again.

    Raises:
        Undecided: An owner is in no catalogue.

    Source: 61/2018/NĐ-CP, Article 17, clause 1.
    """
    steps = {word(step.get("id")): step for step in _steps(configuration)}
    route = configuration.get("route")
    receiver = word(route.get("receives")) if isinstance(route, Mapping) else ""
    left = [name for name, step in steps.items() if _handles(law, step, receiver)]
    after: set[str] = set()
    while left:
        for name in _following(steps[left.pop()]):
            if name in steps and name not in after:
                after.add(name)
                left.append(name)
    return tuple(name for name in steps if name in after and steps[name].get("digitises") is True)


def _handles(law: Law, step: Tree, receiver: str) -> bool:
    """Return whether a step belongs neither to the receiving unit nor to the applicant."""
    owner = word(step.get("owner"))
    return owner != receiver and _whole(law, owner).get("level") != _APPLICANT


def _following(step: Tree) -> Iterator[str]:
    for transition in records(step.get("next")):
        if transition.get("on") == "done":
            yield word(transition.get("to"))


def _approved(law: Law, configuration: Tree) -> Tree | None:
    route = configuration.get("route")
    cited = route.get("approved_by") if isinstance(route, Mapping) else None
    if not isinstance(cited, Mapping):
        return None
    found = law.instruments.find(word(cited.get("instrument")), word(cited.get("issuer")) or None)
    for entry in found if len(found) == 1 else ():
        for approved in records(entry.value.get("routes")):
            if approved.get("procedure") == configuration.get("code"):
                return approved
    return None


def _compared(asked: Tree, own: Tree | None) -> Iterator[Text]:
    name, owner = word(asked.get("id")), word(asked.get("owner"))
    if own is None:
        yield Text(f"thiếu bước {name}", f"step {name} is missing")
        return
    wanted, given = asked.get("duration"), own.get("duration")
    if REFUSED in (wanted, given, asked.get("owner"), own.get("owner")):
        raise Undecided(Message("law/unread"))
    if own.get("owner") != owner:
        vi = f"bước {name} phải do {owner} thực hiện"
        yield Text(vi, f"step {name} belongs to {owner}")
    if isinstance(wanted, TimeLimit) and isinstance(given, TimeLimit) and wanted != given:
        text = wanted.text()
        yield Text(f"bước {name} được duyệt {text.vi}", f"step {name} has {text.en}")


def _steps(configuration: Tree) -> tuple[Tree, ...]:
    route = configuration.get("route")
    return records(route.get("steps")) if isinstance(route, Mapping) else ()


def _whole(law: Law, agency: str) -> Tree:
    """Return the agency that a unit belongs to in the end; itself where it is no unit.

    Raises:
        Undecided: An agency on the way is in no catalogue.
    """
    seen: set[str] = set()
    found = law.listed("agency", agency)
    while isinstance(found, Mapping):
        above = word(found.get("part_of"))
        if not above or above in seen:
            return found
        seen.add(above)
        found = law.listed("agency", above)
    return {}


_ASKED: Final = {
    "has_approved_route": has_approved_route,
    "approved_differences": approved_differences,
    "participating_agencies": participating_agencies,
    "digitised_late": digitised_late,
}


def bind(law: Law) -> Bound:
    """Return the functions for the law of one day."""
    return {name: partial(function, law) for name, function in _ASKED.items()}


_ROUTED: Final = (Record(EFFECTIVE),)

TOPIC: Final = Topic(
    records=(),
    functions=(
        Function("has_approved_route", "đã_có_quy_trình_duyệt", _ROUTED, BOOLEAN),
        Function("approved_differences", "khác_quy_trình_duyệt", _ROUTED, ListOf(TEXT)),
        Function("participating_agencies", "cơ_quan_tham_gia", _ROUTED, ListOf(TEXT)),
        Function("digitised_late", "bước_số_hóa_muộn", _ROUTED, ListOf(TEXT)),
    ),
    bind=bind,
)
