"""What rules ask of routes, roles, reception, papers and publications."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.engine.test_law import law
from tthc_rules.engine.functions import components, publications, reception, roles, routes
from tthc_rules.lang.undecided import Undecided
from tthc_rules.model.quantities import DayKind, TimeLimit
from tthc_rules.model.text import Text
from tthc_rules.model.values import REFUSED, Tree, Value
from tthc_rules.report.messages import organisation_law, table

APPROVED = """
kind: instrument
number: 00/2099/QĐ-UBND
issuer: ubnd-xx
type: quyet-dinh-hanh-chinh
territory: XX
routes:
  - procedure: "9.000001"
    steps:
      - {id: nhan, owner: ttpvhcc-xx, duration: 1 ngày làm việc}
      - {id: ky, owner: so-mau-xx, duration: 2 ngày làm việc}
"""
PERMISSIONS = ("return", "monitor", "rate")
OWNERS = ("ttpvhcc-xx", "nguoi-nop", "so-mau-xx", "vp-mau-xx", "ubnd-xx")


def step(name: str, owner: str, following: str = "end", **more: Value) -> Tree:
    """Return a step that is followed by one other when it is done."""
    return {"id": name, "owner": owner, "next": ({"to": following, "on": "done"},), **more}


def routed(*steps: Tree) -> Tree:
    """Return a configuration with these steps, approved by the made-up decision."""
    approved = {"issuer": "ubnd-xx", "instrument": "00/2099/QĐ-UBND"}
    route: Tree = {"receives": "ttpvhcc-xx", "approved_by": approved, "steps": steps}
    return {"code": "9.000001", "territory": "XX", "route": route}


def limit(days: int) -> TimeLimit:
    """Return a time limit of so many working days."""
    return TimeLimit(DayKind.WORKING_DAY, Fraction(days))


AS_APPROVED = (
    step("nhan", "ttpvhcc-xx", "ky", duration=limit(1)),
    step("ky", "so-mau-xx", duration=limit(2)),
)


@given(st.permutations(AS_APPROVED))
def test_the_order_of_a_list_of_steps_is_no_difference(steps: list[Tree]) -> None:
    known = law(APPROVED)
    assert routes.has_approved_route(known, routed(*steps)) is True
    assert routes.approved_differences(known, routed(*steps)) == ()


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        (AS_APPROVED[:1], "thiếu bước ky"),
        ((*AS_APPROVED, step("them", "so-mau-xx")), "thừa bước them"),
        ((AS_APPROVED[0], step("ky", "ubnd-xx")), "bước ky phải do so-mau-xx thực hiện"),
        (
            (AS_APPROVED[0], step("ky", "so-mau-xx", duration=limit(3))),
            "bước ky được duyệt 2 ngày làm việc",
        ),
    ],
)
def test_each_difference_from_the_approved_route_is_a_phrase(
    steps: tuple[Tree, ...], said: str
) -> None:
    (found,) = phrases(routes.approved_differences(law(APPROVED), routed(*steps)))
    assert found.vi == said
    assert found.en != said


def test_a_time_that_could_not_be_read_leaves_the_comparison_undecided() -> None:
    unread = (AS_APPROVED[0], step("ky", "so-mau-xx", duration=REFUSED))
    with pytest.raises(Undecided):
        routes.approved_differences(law(APPROVED), routed(*unread))


def test_a_decision_that_is_not_registered_holds_no_approved_route() -> None:
    assert routes.has_approved_route(law(), routed(*AS_APPROVED)) is False


@given(st.lists(st.sampled_from(OWNERS), min_size=1, max_size=6))
def test_units_count_as_the_agency_they_belong_to(owners: list[str]) -> None:
    """Applicants and centres never act; every other owner counts once, by its agency."""
    steps = [step(f"b{index}", owner) for index, owner in enumerate(owners)]
    agencies = {"so-mau-xx": "so-mau-xx", "vp-mau-xx": "so-mau-xx", "ubnd-xx": "ubnd-xx"}
    expected = {agencies[owner] for owner in owners if owner in agencies}
    found = routes.participating_agencies(law(), routed(*steps))
    assert isinstance(found, tuple)
    assert len(found) == len(expected)


@pytest.mark.parametrize("late", range(3))
def test_a_step_digitises_late_once_an_agency_has_handled_the_dossier(late: int) -> None:
    owners = ("ttpvhcc-xx", "so-mau-xx", "ttpvhcc-xx")
    following = ("b1", "b2", "end")
    steps = [
        step(f"b{index}", owner, to, digitises=index == late)
        for index, (owner, to) in enumerate(zip(owners, following, strict=True))
    ]
    found = routes.digitised_late(law(), routed(*steps))
    assert found == (("b2",) if late == 2 else ())


def test_an_owner_in_no_catalogue_is_undecided() -> None:
    for ask in (routes.participating_agencies, routes.digitised_late):
        with pytest.raises(Undecided):
            ask(law(), routed(step("b", "co-quan-la")))


@pytest.mark.parametrize(
    "held", [held for size in range(4) for held in combinations(PERMISSIONS, size)]
)
def test_what_a_returning_role_lacks_is_what_it_does_not_hold(held: tuple[str, ...]) -> None:
    found = phrases(roles.missing_return_permissions({"permissions": held}))
    assert {one.en for one in found} == set(PERMISSIONS) - set(held)


def test_permissions_that_could_not_be_read_are_undecided() -> None:
    for held in (REFUSED, ("return", REFUSED)):
        with pytest.raises(Undecided):
            roles.missing_return_permissions({"permissions": held})


@given(st.dates(date(2026, 1, 1), date(2026, 12, 31)))
def test_a_day_has_passed_from_the_day_itself_on(day: date) -> None:
    known = law()
    assert roles.has_passed(replace(known, day=day), day) is True
    assert roles.has_passed(known, day) is (day <= known.day)


def test_a_territory_lies_in_its_province() -> None:
    for territory in ("XX-1", "XX"):
        found = reception.province_of(law(), territory)
        assert isinstance(found, dict)
        assert found["id"] == "XX"
    for territory in ("VN", "khong-co"):
        with pytest.raises(Undecided) as error:
            reception.province_of(law(), territory)
        assert error.value.reason.key in organisation_law.TABLE


def test_a_paper_is_compared_with_the_published_one_of_its_id() -> None:
    publication: Tree = {"components": ({"id": "don", "originals": 0, "copies": 1},)}
    known = replace(law(), publications={"9.000001": publication})
    for copies in range(4):
        paper: Tree = {"id": "don", "originals": copies, "copies": copies}
        found = components.published_paper(known, {"code": "9.000001"}, paper)
        assert isinstance(found, dict)
        assert found["departs"] is (copies > 1)
        assert found["more_originals"] is (copies > 0)
        assert found["is_explained"] is False


def test_where_no_papers_are_published_nothing_is_known_of_one() -> None:
    found = components.published_paper(law(), {"code": "9.000001"}, {"id": "don"})
    assert isinstance(found, dict)
    assert found["is_known"] is False


def test_a_number_that_could_not_be_read_is_not_compared() -> None:
    publication: Tree = {"components": ({"id": "don", "copies": REFUSED},)}
    known = replace(law(), publications={"9.000001": publication})
    with pytest.raises(Undecided):
        components.published_paper(known, {"code": "9.000001"}, {"id": "don", "copies": 1})


def test_a_full_publication_lacks_at_least_what_any_publication_lacks() -> None:
    whole: dict[str, Value] = {
        "cases": ({"channels": ({"channel": "online", "time_limit": limit(1)},)},),
        "agencies": ("Sở Mẫu",),
        "components": ({"id": "don"},),
        "applicants": ("Tổ chức",),
    }
    assert publications.missing_in_full(whole) == ()
    for left_out in whole:
        rest = {key: value for key, value in whole.items() if key != left_out}
        full = phrases(publications.missing_in_full(rest))
        assert len(full) == 1
        assert set(phrases(publications.missing_parts(rest))) <= set(full)


def test_cases_that_could_not_be_read_are_not_missing() -> None:
    with pytest.raises(Undecided):
        publications.missing_parts({"cases": REFUSED})


def test_every_reason_of_these_functions_has_its_sentence() -> None:
    assert organisation_law.TABLE.keys() <= table().keys()


def phrases(found: Value) -> tuple[Text, ...]:
    """Return a list of phrases in both languages."""
    assert isinstance(found, tuple)
    assert all(isinstance(one, Text) for one in found)
    return tuple(one for one in found if isinstance(one, Text))
