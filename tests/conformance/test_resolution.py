"""The vectors of `resolution.json`: what the law gives, in neutral JSON, there and back.

The adapter translates; it never decides. Every vector is also run with all lists of the
world reversed, with ids renamed so that their alphabetical order is reversed, and beside a
text about another procedure.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from tests.conformance import vectors
from tthc_rules.engine.resolution import (
    Answer,
    Cause,
    Conflict,
    Gap,
    Interval,
    Irregularity,
    MissingFacts,
    Resolution,
    SetAside,
    World,
    resolve,
    timeline,
)
from tthc_rules.engine.resolution.amounts import amount_of
from tthc_rules.model import conditions, law
from tthc_rules.model.quantities import DayKind, Money, Rate, TimeLimit
from tthc_rules.model.territory import Level, Territory, TerritorySpan, TerritoryTree
from tthc_rules.model.validity import Validity

FILE = "resolution.json"
Json = Mapping[str, Any]
Variant = Callable[[dict[str, Any]], dict[str, Any]]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run every vector of the chosen folder."""
    vectors.parametrize(metafunc, "resolution", FILE)


def test_the_law_gives_what_the_vector_says(
    vector: vectors.Vector, pytestconfig: pytest.Config
) -> None:
    """The vector as written, and every metamorphic variant of it."""
    world = full_world(vector["world"], vectors.load(pytestconfig, FILE)["bases"])
    case = {"world": world, "query": vector["query"], "expect": vector["expect"]}
    for name, variant in VARIANTS.items():
        changed = variant(case)
        found = answer(changed["world"], changed["query"])
        assert canonical(found) == canonical(changed["expect"]), name


# Worlds ----------------------------------------------------------------------------------


def full_world(own: Json, bases: Json) -> dict[str, Any]:
    """Return a vector's world on its base: lists appended, mappings replaced key by key."""
    world: dict[str, Any] = dict(bases[own["base"]])
    for key, value in own.items():
        if isinstance(value, list):
            world[key] = [*world.get(key, []), *value]
        elif isinstance(value, dict):
            world[key] = {**world.get(key, {}), **value}
    return world


def build(world: Json) -> World:
    """Translate a neutral world."""
    return World(
        territories=TerritoryTree(map(territory, world["territories"])),
        issuers=map(issuer, world["issuers"]),
        ranks=[
            law.Rank(row["type"], row["rank"], row.get("normative", True), days(row))
            for row in world["ranks"]
        ],
        policies={name: policy(given) for name, given in world["policies"].items()},
        instruments=map(instrument, world["instruments"]),
        publications=map(publication, world.get("publications", [])),
        domains={
            name: law.FactDomain(tuple(values)) for name, values in world.get("domains", {}).items()
        },
    )


def day(text: str | None) -> date | None:
    """Translate a day."""
    return date.fromisoformat(text) if text is not None else None


def days(given: Json) -> Validity:
    """Translate a half-open period."""
    return Validity(day(given.get("from")), day(given.get("until")))


def names(given: Any) -> tuple[str, ...] | None:
    """Translate a name or a list of names."""
    if given is None:
        return None
    return (given,) if isinstance(given, str) else tuple(given)


def territory(given: Json) -> Territory:
    """Translate a territory."""
    spans = [TerritorySpan(Level(s["level"]), s.get("in"), days(s)) for s in given["spans"]]
    return Territory(given["id"], tuple(spans))


def issuer(given: Json) -> law.Issuer:
    """Translate an issuer."""
    return law.Issuer(
        given["id"],
        given["class"],
        given["level"],
        given["territory"],
        names(given.get("successor_of")) or (),
    )


def policy(given: Json) -> law.AttributePolicy:
    """Translate the policy of an attribute."""
    return law.AttributePolicy(
        names(given.get("applies_by", "reception")) or (),
        law.Combine(given["combine"]),
        law.Favourable(given.get("favourable", "less")),
        law.ModifierPolicy(given.get("modifiers", "unique")),
    )


def instrument(given: Json) -> law.Instrument:
    """Translate a text with its norms."""
    return law.Instrument(
        key=given["id"],
        number=given.get("number", given["id"]),
        issuer=given["issuer"],
        type=given["type"],
        promulgated=date.fromisoformat(given["promulgated"]),
        force=days(given["force"]),
        territory=given["territory"],
        norms=tuple(map(norm, given.get("norms", []))),
        relations=tuple(map(relation, given.get("relations", []))),
        recorded=day(given.get("recorded")),
        applies_by=names(given.get("applies_by")),
    )


def relation(given: Json) -> law.Relation:
    """Translate a relation between texts."""
    return law.Relation(
        law.RelationKind(given["kind"]),
        given["target"],
        names(given.get("norms")),
        day(given.get("from")),
        day(given.get("until")),
        given.get("under"),
    )


def norm(given: Json) -> law.Norm:
    """Translate a norm."""
    of = given.get("of")
    return law.Norm(
        key=given["id"],
        attribute=given["attribute"],
        form=law.Form(given["form"]),
        subject=subject(given.get("subject")),
        value=value(given.get("value")),
        when=condition(given.get("when", True)),
        territory=given.get("territory"),
        validity=days(given),
        applies_by=names(given.get("applies_by")),
        bound_is_default=given.get("default") == "bound",
        delegation=delegation(given.get("delegation")),
        fills=given.get("fills"),
        exception_to=names(given.get("exception_to")) or (),
        of=None
        if of is None
        else law.Bases(names(of.get("norms")) or (), names(of.get("instruments")) or ()),
        follows_replacement=given.get("follows_replacement", False),
    )


def subject(given: Json | None) -> law.Subject | None:
    """Translate a subject."""
    if given is None:
        return None
    return law.Subject(
        names(given.get("procedures")),
        names(given.get("sectors")),
        names(given.get("charges")),
        given.get("all", False),
        () if (out := subject(given.get("except"))) is None else (out,),
    )


def delegation(given: Json | None) -> law.Delegation | None:
    """Translate a slot."""
    if given is None:
        return None
    to = given["to"]
    choices = given.get("set")
    return law.Delegation(
        law.Addressee(to.get("class"), to.get("level"), names(to.get("issuers"))),
        law.Direction(given["direction"]),
        None if choices is None else tuple(map(seen, choices)),
        seen(given.get("min")),
        seen(given.get("max")),
        seen(given.get("default")),
        day(given.get("by")),
    )


MEASURES = {
    "percent_payable": law.Measure.RATE,
    "percent_reduced": law.Measure.RATE,
    "percent": law.Measure.SHARE,
}


def value(given: Json | None) -> Any:
    """Translate a value; an amount of null is a text seen without its amount."""
    if given is None:
        return None
    if given["kind"] != "same_day" and given["kind"] != "level" and given["amount"] is None:
        return law.Unseen(MEASURES.get(given["kind"]) or law.Measure(given["kind"]))
    return seen(given)


def seen(given: Json | None) -> Any:
    """Translate a value whose amount is known."""
    if given is None:
        return None
    if given["kind"] == "level":
        return law.OnlineLevel(given["level"])
    read = READERS.get(given["kind"])
    number = Fraction(str(given.get("amount", 1)))
    return read(number) if read is not None else TimeLimit(DayKind(given["kind"]), number)


READERS: Mapping[str, Callable[[Fraction], Any]] = {
    "vnd": lambda number: Money(int(number)),
    "count": int,
    "percent_payable": lambda number: Rate(number / 100),
    "percent_reduced": lambda number: Rate(1 - number / 100),
    "percent": lambda number: law.Share(number / 100),
}


def condition(given: Any) -> conditions.Condition:
    """Translate a condition."""
    if given is True:
        return conditions.ALWAYS_MET
    ((operator, operand),) = given.items()
    match operator:
        case "and":
            return conditions.All(tuple(map(condition, operand)))
        case "or":
            return conditions.AnyOf(tuple(map(condition, operand)))
        case "not":
            return conditions.Not(condition(operand))
        case "in":
            return conditions.In(operand[0], tuple(operand[1]))
    return conditions.Compare(operand[0], conditions.Comparison(operator), operand[1])


def publication(given: Json) -> law.PublicationEvidence:
    """Translate what was announced."""
    return law.PublicationEvidence(
        given["id"],
        given["procedure"],
        given["attribute"],
        seen(given["value"]),
        days(given),
        given.get("channel"),
        given.get("case"),
        given.get("territory"),
        recorded=day(given.get("recorded")),
    )


# Questions and answers -------------------------------------------------------------------


def answer(world: Json, given: Json) -> dict[str, Any]:
    """Put a neutral question to a neutral world and translate what comes back."""
    asked = given["subject"]
    query = law.Query(
        given["attribute"],
        asked.get("procedure"),
        asked.get("sector"),
        asked.get("charge"),
        given.get("case"),
        given.get("channel"),
        given["territory"],
        given.get("facts", {}),
        {name: day(text) for name, text in given.get("events", {}).items()},
        day(given.get("known_on")),
    )
    built = build(world)
    span = given.get("timeline")
    if span is None:
        return outcome(resolve(built, query))
    start, until = date.fromisoformat(span["from"]), date.fromisoformat(span["until"])
    found = timeline(built, query, start, until)
    told: dict[str, Any] = {"timeline": intervals(found)}
    unseen = {key for interval in found for key in interval.resolution.unseen}
    return {**told, "unseen": sorted(unseen)} if unseen else told


def outcome(found: Resolution) -> dict[str, Any]:
    """Translate a resolution."""
    told: dict[str, Any]
    match found:
        case Answer(value=given, cites=cites, support=support):
            told = {"answer": {"value": neutral(given), "cites": [*cites], **considered(found)}}
            if support is not None:
                paid = neutral(support.amount)["amount"]
                told["answer"]["support"] = {"amount": paid, "cites": [*support.cites]}
        case Gap():
            told = {"gap": considered(found)}
        case Conflict(norms=norms, values=values):
            told = {
                "conflict": {
                    "norms": [*norms],
                    "values": [neutral(given) for given in values],
                    **considered(found),
                }
            }
        case MissingFacts(names=missing, cause=cause):
            told = {"missing_facts": [*missing]}
            if cause is not Cause.OPEN:
                told["cause"] = cause.value
    if found.unseen:
        told["unseen"] = [*found.unseen]
    return told


def considered(found: Answer | Gap | Conflict) -> dict[str, Any]:
    """Translate what was set aside and what is out of order."""
    return {
        "set_aside": [aside(item) for item in found.set_aside],
        "findings": [finding(item) for item in found.irregularities],
    }


def aside(item: SetAside) -> dict[str, Any]:
    """Translate a norm that was set aside."""
    return {"norm": item.norm, "status": item.status.value}


def finding(item: Irregularity) -> dict[str, Any]:
    """Translate one thing out of order; lists that are empty are not there."""
    told: dict[str, Any] = {"class": item.fault.value}
    for name in ("norms", "instruments", "publications"):
        keys = getattr(item, name)
        if keys:
            told[name] = [*keys]
    return told


def neutral(given: law.LegalValue) -> dict[str, Any]:
    """Translate a value back."""
    if isinstance(given, law.OnlineLevel):
        return {"kind": "level", "level": given.value}
    measure, number = amount_of(given)
    if measure is law.Measure.SAME_DAY:
        return {"kind": "same_day"}
    return {"kind": measure.value, "amount": number}


def intervals(found: Iterable[Interval]) -> list[dict[str, Any]]:
    """Translate a timeline; neighbours that read alike in the neutral format are one."""
    told: list[dict[str, Any]] = []
    for interval in found:
        here = brief(outcome(interval.resolution))
        if interval.drift:
            here["drift"] = [*interval.drift]
        if told and {**told[-1], "from": 0, "until": 0} == {**here, "from": 0, "until": 0}:
            told[-1]["until"] = interval.until.isoformat()
            continue
        told.append(
            {"from": interval.start.isoformat(), "until": interval.until.isoformat(), **here}
        )
    return told


def brief(told: dict[str, Any]) -> dict[str, Any]:
    """Keep of an outcome what a timeline shows."""
    told.pop("unseen", None)
    if "gap" in told:
        told["gap"] = True
    for kind in ("answer", "conflict"):
        if kind in told:
            kept = ("value", "cites", "norms", "values")
            told[kind] = {key: item for key, item in told[kind].items() if key in kept}
    return told


def canonical(tree: Any) -> Any:
    """Sort keys, and every list but the timeline; numbers compare by value."""
    if isinstance(tree, Mapping):
        return {
            key: [canonical(item) for item in value] if key == "timeline" else canonical(value)
            for key, value in sorted(tree.items())
        }
    if isinstance(tree, list):
        return sorted((canonical(item) for item in tree), key=repr)
    is_number = isinstance(tree, int | float | Fraction) and not isinstance(tree, bool)
    return Fraction(str(tree)) if is_number else tree


# Metamorphic variants --------------------------------------------------------------------


def reversed_lists(case: dict[str, Any]) -> dict[str, Any]:
    """Reverse all lists of the world but the pair of a comparison."""
    return {**case, "world": backwards(case["world"])}


def backwards(tree: Any) -> Any:
    """Reverse the lists of a tree."""
    if isinstance(tree, Mapping):
        return {
            key: [operand[0], backwards(operand[1])]
            if key in COMPARISONS and isinstance(operand, list)
            else backwards(operand)
            for key, operand in tree.items()
        }
    return [backwards(item) for item in reversed(tree)] if isinstance(tree, list) else tree


COMPARISONS = {"eq", "ne", "lt", "le", "gt", "ge", "in"}


def renamed(case: dict[str, Any]) -> dict[str, Any]:
    """Rename texts and norms so that their alphabetical order is reversed."""
    texts = case["world"]["instruments"]
    ids = {text["id"] for text in texts} | {
        norm["id"] for text in texts for norm in text.get("norms", [])
    }
    width = len(str(len(ids)))
    new = {old: f"r{len(ids) - place:0{width}d}" for place, old in enumerate(sorted(ids))}

    def named(tree: Any, inside: str = "") -> Any:
        if isinstance(tree, Mapping):
            return {key: named(item, key) for key, item in tree.items()}
        if isinstance(tree, list):
            return [named(item, inside) for item in tree]
        return new.get(tree, tree) if inside in REFERENCES else tree

    def asked_for(tree: Any) -> Any:
        return [missing(item) for item in tree]

    def missing(text: str) -> str:
        prefix, suffix = "norm:", ".value"
        inner = text.removeprefix(prefix).removesuffix(suffix)
        return f"{prefix}{new[inner]}{suffix}" if inner in new and text != inner else text

    world = {**case["world"], "instruments": [renamed_text(text, named) for text in texts]}
    expect = {
        key: named(part, key) if key != "missing_facts" else asked_for(part)
        for key, part in case["expect"].items()
    }
    return {**case, "world": world, "expect": expect}


REFERENCES = {
    *("id", "target", "under", "fills", "exception_to"),
    *("norms", "instruments", "cites", "norm", "unseen"),
}
"""Keys under which ids of texts and norms stand, in texts and in what is expected."""


def renamed_text(text: Json, named: Callable[..., Any]) -> dict[str, Any]:
    """Rename a text; conditions, values and subjects name no texts."""
    norms = [
        {key: part if key in FACTS else named(part, key) for key, part in norm.items()}
        for norm in text.get("norms", [])
    ]
    return {**{key: named(part, key) for key, part in text.items()}, "norms": norms}


FACTS = {"when", "subject", "value", "delegation"}


def with_another_text(case: dict[str, Any]) -> dict[str, Any]:
    """Add a text about another procedure."""
    world = case["world"]
    author = world["issuers"][0]
    text = {
        "id": "another-text",
        "issuer": author["id"],
        "type": world["ranks"][0]["type"],
        "promulgated": "2098-12-31",
        "force": {"from": "2099-01-01", "until": None},
        "territory": author["territory"],
        "norms": [
            {
                "id": f"another-text.{attribute}",
                "attribute": attribute,
                "form": "value",
                "subject": {"procedures": ["another-procedure"]},
                "value": {"kind": "count", "amount": 1},
                "when": {"eq": ["another.fact", True]},
            }
            for attribute in world["policies"]
        ],
    }
    return {**case, "world": {**world, "instruments": [*world["instruments"], text]}}


VARIANTS: Mapping[str, Variant] = {
    "as written": lambda case: case,
    "lists reversed": reversed_lists,
    "ids renamed": renamed,
    "beside another text": with_another_text,
}
