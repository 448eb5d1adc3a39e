"""From data files to norms: what is understood, what is said, and that nothing vanishes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.engine.resolution.country import DAY, days, when
from tthc_rules.diagnostics import Finding, Message, Severity
from tthc_rules.engine.resolution import (
    Answer,
    Cause,
    Gap,
    MissingFacts,
    Resolution,
    Status,
    World,
    receipt,
    resolve,
)
from tthc_rules.engine.resolution.decode import decode
from tthc_rules.model.conditions import ALWAYS_MET, Condition
from tthc_rules.model.law import Measure, Query, Share, Unseen
from tthc_rules.model.quantities import Money, Rate
from tthc_rules.model.values import REFUSED, Tree
from tthc_rules.source import Pointer, Position, Span, pointer_text


@dataclass(frozen=True, slots=True)
class File:
    """A document of one file; a place is its pointer, written in the name of the file."""

    file: str
    kind: str
    value: Tree

    def place(self, pointer: Pointer) -> Span:
        return Span(f"{self.file}:{pointer_text(pointer)}", Position(1, 1), Position(1, 2))

    def key_place(self, pointer: Pointer) -> Span:
        return self.place(pointer)


CATALOGUE = File(
    "catalogue",
    "catalogue",
    {
        "kind": "catalogue",
        "territories": (
            {"id": "VN", "name": "Việt Nam", "spans": ({"level": "nation"},)},
            {"id": "XX", "name": "Tỉnh XX", "spans": ({"level": "province", "in": "VN"},)},
        ),
        "issuers": (
            {"id": "chinh-phu", "class": "chinh-phu", "level": "nation", "territory": "VN"},
            {"id": "hdnd-xx", "class": "hdnd", "level": "province", "territory": "XX"},
            {"id": "ubnd-xx", "class": "ubnd", "level": "province", "territory": "XX"},
        ),
        "ranks": (
            {"type": "nghi-dinh", "rank": 70},
            {"type": "nghi-quyet-hdnd", "rank": 40},
            {"type": "quyet-dinh-ubnd", "rank": 30},
            {"type": "nghi-quyet-cp", "rank": 70, "from": date(2025, 4, 1)},
        ),
        "attributes": (
            {"attribute": "time_limit", "combine": "unique", "applies_by": "reception"},
            {"attribute": "charge", "combine": "unique", "modifiers": "most_favourable"},
        ),
        "facts": (
            {"id": "applicant.poor", "type": "boolean"},
            {"id": "works.grade", "type": "enumeration", "values": ("one", "two")},
            {"id": "works.floors", "type": "integer"},
        ),
    },
)
CODE = "9.000001"
DECREE = {"issuer": "chinh-phu", "instrument": "00/2099/NĐ-CP"}


def parse(text: str) -> tuple[Condition, tuple[Finding, ...]]:
    """Read `fact` as a condition; a text with a space is no condition."""
    if " " in text:
        message = Message("lang/bad")
        return ALWAYS_MET, (Finding("lang/bad", Severity.ERROR, None, message),)
    return when(text), ()


def text(number: str, issuer: str, type_: str, *norms: Mapping[str, Any], **other: Any) -> File:
    """Return an instrument as loading types it."""
    value: dict[str, Any] = {"kind": "instrument", "number": number, "issuer": issuer}
    value |= {"type": type_, "territory": "VN" if issuer == "chinh-phu" else "XX"}
    value |= {"signed": date(2099, 1, 1), "force": {"from": date(2099, 2, 1)}, "norms": norms}
    given = {key: item for key, item in (value | other).items() if item is not None}
    return File(number, "instrument", given)


def limit(id_: str, number: int, **other: Any) -> dict[str, Any]:
    """Return a ceiling on the time limit that the province may fill."""
    value: dict[str, Any] = {"id": id_, "attribute": "time_limit", "form": "ceiling"}
    value |= {"subject": {"procedures": (CODE,)}, "value": days(number), "default": "bound"}
    to = {"class": "ubnd", "level": "province"}
    given = value | {"delegation": {"to": to, "direction": "le"}} | other
    return {key: item for key, item in given.items() if item is not None}


def decree(*norms: Mapping[str, Any], **other: Any) -> File:
    """Return a decree."""
    return text("00/2099/NĐ-CP", "chinh-phu", "nghi-dinh", *norms, **other)


def decision(*norms: Mapping[str, Any], **other: Any) -> File:
    """Return a decision of the province."""
    return text("01/2099/QĐ-UBND", "ubnd-xx", "quyet-dinh-ubnd", *norms, **other)


def read(*files: File) -> tuple[World, tuple[Finding, ...]]:
    """Decode files beside the catalogue."""
    return decode(files, (CATALOGUE,), parse)


def ask(world: World, **other: Any) -> Resolution:
    """Ask for the time limit in the province."""
    given: dict[str, Any] = {"attribute": "time_limit", "procedure": CODE, "territory": "XX"}
    given |= {"channel": "online", "case": "default", "events": {"reception": DAY}}
    return resolve(world, Query(**(given | other)))


def codes(findings: Sequence[Finding]) -> list[str]:
    """Return the codes of findings."""
    return [finding.code for finding in findings]


def test_a_decree_and_the_decision_that_fills_it_are_understood() -> None:
    filler = limit(
        "moi", 3, form="value", default=None, delegation=None, fills=DECREE | {"norm": "chung"}
    )
    world, findings = read(decree(limit("chung", 5)), decision(filler))
    assert findings == ()
    found = ask(world)
    assert isinstance(found, Answer)
    assert found.value == days(3)
    assert found.cites == ("ubnd-xx 01/2099/QĐ-UBND#moi",)


def test_the_issuer_may_be_left_out_where_the_number_is_unique() -> None:
    filler = limit("moi", 3, form="value", fills={"instrument": "00/2099/NĐ-CP"})
    world, findings = read(decree(limit("chung", 5)), decision(filler))
    assert findings == ()
    found = ask(world)
    assert isinstance(found, Answer)
    assert found.value == days(3)


def test_a_number_of_several_issuers_asks_for_the_issuer() -> None:
    twice = [text("08/2099/NQ-HĐND", body, "nghi-quyet-hdnd") for body in ("hdnd-xx", "ubnd-xx")]
    exception = limit("moi", 3, exception_to=({"instrument": "08/2099/NQ-HĐND", "norm": "a"},))
    _, findings = read(*twice, decree(exception))
    assert codes(findings) == ["resolution/norm-undecided", "resolution/ambiguous-reference"]
    assert findings[1].message.values["issuers"] == "hdnd-xx, ubnd-xx"  # type: ignore[union-attr]
    assert findings[1].span is not None
    assert findings[1].span.file.endswith("/norms/0/exception_to/0/instrument")


def test_an_unknown_reference_is_said_with_what_was_meant() -> None:
    mistyped = limit("moi", 3, fills={"instrument": "00/2099/ND-CP", "norm": "chung"})
    _, findings = read(decree(limit("chung", 5)), decision(mistyped))
    (finding,) = [one for one in findings if one.code == "resolution/unknown-reference"]
    assert isinstance(finding.help, Message)
    assert finding.help.values["hint"] == "00/2099/NĐ-CP"
    assert finding.help.key == "resolution/unknown-reference.near.help"


def test_an_old_text_that_is_only_recalled_need_not_be_in_the_register() -> None:
    relation = {"kind": "replaces", "target": {"instrument": "1/1999/NĐ-CP", "historical": True}}
    _, findings = read(decree(limit("chung", 5), relations=(relation,)))
    assert findings == ()


def test_an_exception_whose_condition_cannot_be_read_leaves_the_answer_undecided() -> None:
    broken = limit(
        "ngoai-le", 2, when="not a condition", exception_to=(DECREE | {"norm": "chung"},)
    )
    world, findings = read(decree(limit("chung", 5), broken))
    assert codes(findings) == ["resolution/norm-undecided", "lang/bad"]
    assert findings[1].span is not None
    assert findings[1].span.file.endswith("/norms/1/when")
    found = ask(world)
    assert isinstance(found, MissingFacts)
    assert found.names == ("norm:chinh-phu 00/2099/NĐ-CP#ngoai-le.when",)


@pytest.mark.parametrize(
    "part",
    ["form", "subject", "value", "when", "territory", "from", "until", "applies_by", "delegation"],
)
def test_a_refused_part_of_a_norm_is_unknown_and_never_missing(part: str) -> None:
    refused = limit("moi", 2, form="value", exception_to=(DECREE | {"norm": "chung"},)) | {
        part: REFUSED
    }
    world, findings = read(decree(limit("chung", 5), refused))
    assert codes(findings) == ["resolution/norm-undecided"]
    found = ask(world)
    assert isinstance(found, MissingFacts)
    assert f"norm:chinh-phu 00/2099/NĐ-CP#moi.{part}" in found.names


@pytest.mark.parametrize("part", ["id", "attribute"])
def test_a_norm_without_a_name_is_shown_in_every_receipt_it_may_concern(part: str) -> None:
    world, findings = read(decree(limit("chung", 5), limit("moi", 2) | {part: REFUSED}))
    assert codes(findings) == ["resolution/unreadable-norm"]
    query = Query("time_limit", procedure=CODE, territory="XX", events={"reception": DAY})
    assert [reason for _, reason in receipt(world, query).considered.unreadable] == ["norm"]


@pytest.mark.parametrize(("part", "value"), [("type", REFUSED), ("issuer", "unknown")])
def test_a_text_whose_rank_cannot_be_known_leaves_its_subject_undecided(
    part: str, value: Any
) -> None:
    whole = decision(limit("moi", 2, delegation=None))
    broken = File("x", "instrument", {**whole.value, part: value})
    world, _ = read(decree(limit("chung", 5)), broken)
    found = ask(world)
    assert isinstance(found, MissingFacts)
    assert found.cause is Cause.UNREADABLE
    assert isinstance(ask(world, procedure="9.000002"), Gap)


def test_a_text_without_a_day_of_signing_says_what_stands_in() -> None:
    world, _ = read(decree(limit("chung", 5), signed=None, recorded=date(2099, 3, 1)))
    query = Query("time_limit", procedure=CODE, territory="XX", events={"reception": DAY})
    told = receipt(world, query).considered
    assert told.stand_ins == (("chinh-phu 00/2099/NĐ-CP", ("promulgated",)),)
    assert world.texts["chinh-phu 00/2099/NĐ-CP"].promulgated == date(2099, 2, 1)


def test_a_text_that_is_applied_since_an_unread_day_answers_and_says_so() -> None:
    """`force` without `from`: surely applied, the first day was not read."""
    world, _ = read(decree(limit("chung", 5), force={}))
    assert isinstance(ask(world), Answer)
    assert world.texts["chinh-phu 00/2099/NĐ-CP"].stand_ins == ("force.from",)


def test_a_text_that_is_applied_since_an_unread_day_still_ends() -> None:
    world, _ = read(decree(limit("chung", 5), force={"until": date(2020, 1, 1)}))
    assert isinstance(ask(world), Gap)


def test_a_text_of_which_no_force_is_declared_is_an_unknown_force() -> None:
    world, _ = read(decree(limit("chung", 5), force=None))
    found = ask(world)
    assert isinstance(found, MissingFacts)
    assert found.names == ("instrument:00/2099/NĐ-CP.force",)


def test_a_text_without_any_day_is_undecided_and_not_forgotten() -> None:
    world, _ = read(decree(limit("chung", 5), signed=None, force=None))
    found = ask(world)
    assert isinstance(found, MissingFacts)
    assert found.names == ("instrument:00/2099/NĐ-CP.force",)


def test_a_text_of_a_dated_rank_without_a_day_cannot_be_ranked() -> None:
    lost = text("1/NQ-CP", "chinh-phu", "nghi-quyet-cp", limit("a", 5), signed=None, force=None)
    world, _ = read(lost)
    found = ask(world)
    assert isinstance(found, MissingFacts)
    assert found.names == ("chinh-phu 1/NQ-CP.promulgation",)


def test_a_plan_sets_no_norm_whatever_its_type() -> None:
    plan = decision(limit("moi", 2), nature="plan")
    world, _ = read(decree(limit("chung", 5)), plan)
    found = ask(world)
    assert isinstance(found, Answer)
    assert [item.status for item in found.set_aside] == [Status.NO_NORM]


def test_an_administrative_act_of_a_normative_type_is_administrative() -> None:
    world, _ = read(decision(limit("moi", 2), nature="administrative"))
    found = ask(world)
    assert isinstance(found, Gap)
    assert [item.status for item in found.set_aside] == [Status.REJECTED]


def test_values_are_read_by_form() -> None:
    charge = {"attribute": "charge", "subject": {"charges": ("le-phi-a",)}}
    norms = (
        charge | {"id": "a", "form": "value", "value": Money(50_000)},
        charge | {"id": "b", "form": "rate", "value": Rate(Fraction(3, 5))},
        charge | {"id": "c", "form": "support", "value": Rate(Fraction(0))},
        charge | {"id": "d", "form": "value", "value_unseen": True},
        charge | {"id": "e", "form": "waiver"},
    )
    world, findings = read(decree(*norms))
    assert findings == ()
    assert [one.value for one in world.texts["chinh-phu 00/2099/NĐ-CP"].norms] == [
        Money(50_000),
        Rate(Fraction(3, 5)),
        Share(Fraction(1)),
        Unseen(Measure.MONEY),
        None,
    ]


def test_a_subject_set_by_other_texts_holds_their_charges() -> None:
    tariff = {"id": "a", "attribute": "charge", "form": "value", "value": Money(10_000)}
    waiver = {"id": "b", "attribute": "charge", "form": "waiver"}
    council = text(
        "1/NQ-HĐND",
        "hdnd-xx",
        "nghi-quyet-hdnd",
        tariff | {"subject": {"charges": ("le-phi-a",)}},
        waiver | {"subject": {"set_by": ({"instrument": "1/NQ-HĐND"},)}},
    )
    world, findings = read(council)
    assert findings == ()
    found = ask(world, attribute="charge", procedure=None, charge="le-phi-a")
    assert isinstance(found, Answer)
    assert found.value == Money(0)


def test_exceptions_of_a_subject_name_procedures_sectors_or_charges() -> None:
    norm = limit("a", 5, subject={"all": True, "except": (CODE, "linh-vuc-a")})
    world, _ = read(decree(norm))
    assert isinstance(ask(world), Gap)
    assert isinstance(ask(world, procedure="9.000002", sector="linh-vuc-a"), Gap)
    assert isinstance(ask(world, procedure="9.000002", sector="linh-vuc-b"), Answer)


def test_facts_bring_their_domains() -> None:
    norms = (
        limit("a", 5),
        limit("b", 2, when="applicant.poor", exception_to=(DECREE | {"norm": "a"},)),
    )
    world, _ = read(decree(*norms))
    assert world.domains["works.grade"].values == ("one", "two")
    assert world.domains["works.floors"].whole
    assert world.domains["channel"].values == ("direct", "online", "postal")
    assert isinstance(ask(world), MissingFacts)


def test_one_text_entered_twice_is_said_and_shown() -> None:
    world, findings = read(decree(limit("a", 5)), decree(limit("a", 4)))
    assert codes(findings) == ["resolution/instrument-twice"]
    assert [(item.name, item.reason) for item in world.unreadable] == [
        ("chinh-phu 00/2099/NĐ-CP", "twice")
    ]


@given(data=st.data())
def test_the_order_of_files_changes_not_a_byte(data: st.DataObject) -> None:
    """Files are data, not a list of commands."""
    files = [
        decree(limit("chung", 5)),
        decision(limit("moi", 3, form="value", fills={"instrument": "00/2099/NĐ-CP"})),
        text("1/NQ-HĐND", "hdnd-xx", "nghi-quyet-hdnd", limit("b", 7, when="a b")),
    ]
    query = Query("time_limit", procedure=CODE, territory="XX", events={"reception": DAY})
    world, findings = read(*files)
    shuffled, said = read(*data.draw(st.permutations(files)))
    assert said == findings
    assert receipt(shuffled, query).json() == receipt(world, query).json()


_JUNK = st.recursive(
    st.none() | st.booleans() | st.integers(0, 3) | st.text(max_size=3) | st.just(REFUSED),
    lambda inner: (
        st.lists(inner, max_size=2).map(tuple)
        | st.dictionaries(
            st.sampled_from(("id", "kind", "target", "instrument", "to", "norms", "from")),
            inner,
            max_size=3,
        )
    ),
    max_leaves=4,
)
_KEYS = ("force", "relations", "norms", "type", "issuer", "signed", "territory", "applies_by")
_NORM_KEYS = ("subject", "value", "delegation", "fills", "exception_to", "of", "until", "form")


@given(
    junk=st.dictionaries(st.sampled_from(_KEYS), _JUNK, max_size=3),
    inner=st.dictionaries(st.sampled_from(_NORM_KEYS), _JUNK, max_size=3),
)
def test_no_shape_of_data_crashes_the_decoder(junk: dict[str, Any], inner: dict[str, Any]) -> None:
    """What a user can get wrong is a value, never an exception."""
    broken = decision(limit("moi", 3) | inner)
    files = (decree(limit("chung", 5)), File("x", "instrument", {**broken.value, **junk}))
    world, _ = read(*files)
    ask(world)
