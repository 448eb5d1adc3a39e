"""The shared catalogues: one name, one thing; later layers say more."""

from __future__ import annotations

from tests.strategies.documents import documents
from tthc_rules.engine.register import register
from tthc_rules.source import Position

SHIPPED = """
- kind: catalogue
  systems: [{id: a, name: Hệ thống A, kind: processing}, {id: b, name: B, kind: portal}]
  agencies: [{id: a, name: Sở A, level: province, territory: XX}]
"""


def test_things_are_found_by_kind_and_identifier() -> None:
    found, findings = register([documents(SHIPPED)])
    assert findings == ()
    system, agency = found.get("system", "a"), found.get("agency", "a")
    assert system is not None
    assert agency is not None
    assert (system.name, agency.name) == ("Hệ thống A", "Sở A")
    assert found.get("system", "c") is None
    assert list(found.ids("system")) == ["a", "b"]
    assert [one.name for one in found.all("system")] == ["Hệ thống A", "B"]


def test_a_later_layer_wins_by_identity() -> None:
    own = "- kind: catalogue\n  systems: [{id: a, name: Khác, kind: processing}]"
    found, findings = register([documents(SHIPPED), documents(own, "own.yaml")])
    assert findings == ()
    system = found.get("system", "a")
    assert system is not None
    assert (system.name, system.entry.file) == ("Khác", "own.yaml")
    assert set(found.ids("system")) == {"a", "b"}


def test_what_is_declared_twice_in_one_layer_is_a_finding_and_the_first_stands() -> None:
    twice = SHIPPED + "- kind: catalogue\n  systems: [{id: a, name: Khác, kind: processing}]\n"
    found, (finding,) = register([documents(twice)])
    assert finding.code == "catalogue/declared-twice"
    assert finding.span is not None
    assert finding.span.start == Position(6, 18)
    assert finding.related[0].span.start == Position(3, 18)
    system = found.get("system", "a")
    assert system is not None
    assert system.name == "Hệ thống A"


def test_the_name_of_a_catalogue_is_shown_in_both_languages() -> None:
    twice = SHIPPED + "- kind: catalogue\n  systems: [{id: a, name: Khác, kind: processing}]\n"
    _, (finding,) = register([documents(twice)])
    assert not isinstance(finding.message.values["catalogue"], str)  # type: ignore[union-attr]


def test_a_catalogue_that_nobody_declared_is_not_known() -> None:
    found, _ = register([documents(SHIPPED)])
    assert found.knows("agency")
    assert not found.knows("role")
    assert list(found.ids("role")) == []


def test_items_without_a_readable_identifier_are_left_out() -> None:
    rows = "- kind: catalogue\n  systems: [{name: A}, {name: B}, {id: [x]}, {id: [y]}, 5]\n"
    found, findings = register([documents(rows)])
    assert findings == ()
    assert not found.knows("system")
