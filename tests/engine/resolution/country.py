"""A small made-up country to ask questions in: a nation, two provinces, their communes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from tthc_rules.engine.resolution import World
from tthc_rules.model.conditions import ALWAYS_MET, Compare, Comparison, Condition
from tthc_rules.model.law import (
    Addressee,
    AttributePolicy,
    Delegation,
    Direction,
    FactDomain,
    Form,
    Instrument,
    Issuer,
    ModifierPolicy,
    Norm,
    Query,
    Rank,
    Subject,
)
from tthc_rules.model.quantities import DayKind, TimeLimit
from tthc_rules.model.territory import Level, Territory, TerritorySpan, TerritoryTree
from tthc_rules.model.validity import Validity

CODE = "9.000001"
SIGNED = date(2099, 1, 10)
FORCE = date(2099, 2, 1)
DAY = date(2099, 6, 1)
PROVINCE = Addressee("ubnd", "province")

TERRITORIES = (
    Territory("VN", (TerritorySpan(Level.NATION, None),)),
    Territory("XX", (TerritorySpan(Level.PROVINCE, "VN"),)),
    Territory("XX-1", (TerritorySpan(Level.COMMUNE, "XX"),)),
    Territory("XX-2", (TerritorySpan(Level.COMMUNE, "XX"),)),
    Territory("YY", (TerritorySpan(Level.PROVINCE, "VN"),)),
)
ISSUERS = (
    Issuer("cp", "chinh-phu", "nation", "VN"),
    Issuer("bo-a", "bo", "nation", "VN"),
    Issuer("ubnd-xx", "ubnd", "province", "XX"),
    Issuer("hdnd-xx", "hdnd", "province", "XX"),
    Issuer("ubnd-yy", "ubnd", "province", "YY"),
    Issuer("ubnd-xx-1", "ubnd", "commune", "XX-1"),
)
RANKS = (
    Rank("nghi-dinh", 70),
    Rank("thong-tu", 50),
    Rank("nghi-quyet-hdnd", 40),
    Rank("quyet-dinh-ubnd", 30),
    Rank("quyet-dinh-ubnd-xa", 10),
    Rank("quyet-dinh-hanh-chinh", 5, normative=False),
)
POLICIES = {
    "time_limit": AttributePolicy(),
    "charge": AttributePolicy(modifiers=ModifierPolicy.MOST_FAVOURABLE),
}
DOMAINS = {"channel": FactDomain(("direct", "online", "postal"))}


def world(texts: Iterable[Instrument], **other: Any) -> World:
    """Return the made-up country with these texts."""
    given: dict[str, Any] = {
        "territories": TerritoryTree(TERRITORIES),
        "issuers": ISSUERS,
        "ranks": RANKS,
        "policies": POLICIES,
        "domains": DOMAINS,
    }
    return World(instruments=texts, **(given | other))


def days(number: int) -> TimeLimit:
    """Return so many working days."""
    return TimeLimit(DayKind.WORKING_DAY, Fraction(number))


def when(name: str, value: str | bool | int = True) -> Condition:
    """Return the condition that a fact has a value."""
    return Compare(name, Comparison.EQ, value)


def norm(key: str, number: int | None, form: Form = Form.VALUE, **other: Any) -> Norm:
    """Return a norm on the time limit of the procedure."""
    given: dict[str, Any] = {"attribute": "time_limit", "subject": Subject((CODE,))}
    given |= {"when": ALWAYS_MET, "value": None if number is None else days(number)}
    return Norm(key=key, form=form, **(given | other))


def ceiling(key: str, number: int, **other: Any) -> Norm:
    """Return a ceiling that holds while nobody set less, and that a province may fill."""
    slot = Delegation(PROVINCE, Direction.LE)
    return norm(key, number, Form.CEILING, bound_is_default=True, **({"delegation": slot} | other))


def text(key: str, issuer: str, type_: str, *norms: Norm, **other: Any) -> Instrument:
    """Return a text in force from the first of February 2099 in its issuer's territory."""
    place = next(body.territory for body in ISSUERS if body.id == issuer)
    given: dict[str, Any] = {"number": key, "promulgated": SIGNED, "force": Validity(FORCE)}
    given |= {"territory": place, "norms": norms, "relations": ()}
    return Instrument(key=key, issuer=issuer, type=type_, **(given | other))


def decree(*norms: Norm, **other: Any) -> Instrument:
    """Return a decree of the Government."""
    return text("nd", "cp", "nghi-dinh", *norms, **other)


def decision(*norms: Norm, **other: Any) -> Instrument:
    """Return a normative decision of province XX."""
    return text("qd", "ubnd-xx", "quyet-dinh-ubnd", *norms, **other)


def ask(
    *,
    territory: str = "XX",
    day: date = DAY,
    facts: Mapping[str, Any] | None = None,
    **other: Any,
) -> Query:
    """Return the question for the time limit of the procedure."""
    given: dict[str, Any] = {"attribute": "time_limit", "procedure": CODE, "case": "default"}
    given |= {"channel": "online", "events": {"reception": day}, "facts": facts or {}}
    return Query(territory=territory, **(given | other))
