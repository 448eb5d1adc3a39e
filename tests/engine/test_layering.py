"""What runs is what was published, with only the declared differences laid over it."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies.documents import Made, at, effective, layers, leaves
from tthc_rules.engine.layering import IDENTITY, Effective, logical_path, merged
from tthc_rules.model.values import REFUSED, Tree, Value

PUBLISHED: Tree = {
    "name": "Cấp giấy mẫu",
    "cases": (
        {
            "id": "default",
            "channels": (
                {"channel": "direct", "time_limit": "10"},
                {"channel": "online", "time_limit": "8", "note": "n"},
            ),
        },
        {"id": "special", "channels": ({"channel": "direct", "time_limit": "20"},)},
    ),
    "route": {"receives": "a", "steps": ({"id": "nop", "owner": "x"},)},
}


@given(base=layers())
def test_nothing_laid_over_changes_nothing(base: Tree) -> None:
    assert merged(base, {}) == base
    assert merged({}, base) == base


@given(base=layers(), over=layers())
def test_laying_the_same_over_twice_is_laying_it_over_once(base: Tree, over: Tree) -> None:
    once = merged(base, over)
    assert merged(once, over) == once


@given(base=layers(), over=layers())
def test_every_leaf_of_the_overrides_holds(base: Tree, over: Tree) -> None:
    """But for empty lists, which take nothing away from a list of things."""
    result = merged(base, over)
    for pointer, leaf in leaves(over):
        if leaf not in ((), {}):
            path = logical_path(over, pointer)
            assert by_path(result, path) == leaf


@given(base=layers(), over=layers())
def test_what_the_overrides_are_silent_about_stays(base: Tree, over: Tree) -> None:
    result = merged(base, over)
    said = {logical_path(over, pointer) for pointer, _ in leaves(over)}
    whole = {key for key in ("route", "levels") if key in over}
    for pointer, leaf in leaves(base) if base else ():
        path = logical_path(base, pointer)
        if path not in said and pointer[0] not in whole and leaf not in ((), {}):
            assert by_path(result, path) == leaf


@given(base=layers(), over=layers())
def test_the_order_is_that_of_the_publication_and_new_items_come_last(
    base: Tree, over: Tree
) -> None:
    for key in ("cases", "components", "waivers"):
        old, new, both = (ids(tree, key) for tree in (base, over, merged(base, over)))
        assert both == [*old, *(name for name in new if name not in old)]


@given(base=layers(), over=layers())
def test_a_route_is_replaced_whole(base: Tree, over: Tree) -> None:
    result = merged(base, over)
    assert result.get("route") == over.get("route", base.get("route"))


@given(base=st.one_of(st.none(), layers()), over=layers())
def test_the_origin_of_every_value_leads_to_that_very_value(base: Tree | None, over: Tree) -> None:
    runs = effective(base, over)
    for pointer, leaf in leaves(runs.value):
        origin = runs.origin(pointer)
        held = at(origin.entry.value, origin.pointer)
        if leaf not in ((), {}):
            assert held == leaf, pointer
        assert origin.inherited == (origin.entry is runs.publication)


@given(base=layers(), over=layers())
def test_a_value_is_inherited_exactly_where_the_overrides_are_silent(
    base: Tree, over: Tree
) -> None:
    runs = effective(base, over)
    said = {logical_path(over, pointer) for pointer, _ in leaves(over)}
    for pointer, leaf in leaves({key: runs.value[key] for key in {**base, **over}}):
        if leaf not in ((), {}):
            path = logical_path(runs.value, pointer)
            assert runs.origin(pointer).inherited == (path not in said), path


def test_what_stands_nowhere_originates_at_the_nearest_declared_thing() -> None:
    over: Tree = {"cases": ({"id": "default", "channels": ({"channel": "online"},)},)}
    runs = effective(PUBLISHED, over)
    absent = runs.origin(("cases", 0, "channels", 1, "fees"))
    assert absent.pointer == ("overrides", "cases", 0, "channels", 0)
    assert runs.origin(("payment",)).pointer == ("procedure",)
    inherited = runs.origin(("cases", 1, "channels", 0, "fees"))
    assert (inherited.inherited, inherited.pointer) == (True, ("cases", 1, "channels", 0))


def test_what_a_replaced_route_lacks_is_lacking_there_and_not_inherited() -> None:
    runs = effective(PUBLISHED, {"route": {"steps": ({"id": "nop"},)}})
    for absent in (("route", "receives"), ("route", "steps", 0, "owner")):
        origin = runs.origin(absent)
        assert not origin.inherited
        assert origin.entry is runs.configuration
        assert origin.pointer == ("overrides", *absent[:-1])


def test_what_is_its_own_originates_in_the_configuration() -> None:
    runs = effective(PUBLISHED, {})
    assert runs.origin(("code",)).pointer == ("procedure",)
    assert runs.origin(("territory",)).pointer == ("territory",)
    assert not runs.origin(("territory",)).inherited


@pytest.mark.parametrize(
    ("path", "gone"),
    [
        ("cases/default/channels/online", ("cases", 0, "channels", 1)),
        ("cases/default/channels/online/note", ("cases", 0, "channels", 1, "note")),
        ("cases/special", ("cases", 1)),
        ("name", ("name",)),
        ("route/steps/nop", ("route", "steps", 0)),
    ],
)
def test_a_removed_path_is_gone_and_nothing_else(path: str, gone: tuple[str | int, ...]) -> None:
    runs = effective(PUBLISHED, {"removed": (path,)})
    with pytest.raises(LookupError):
        at(runs.value, gone)
    whole = {logical_path(PUBLISHED, pointer) for pointer, _ in leaves(PUBLISHED)}
    left = {logical_path(runs.value, pointer) for pointer, leaf in leaves(runs.value) if leaf != ()}
    removed = {one for one in whole if one == path or one.startswith(f"{path}/")}
    assert whole - removed <= left
    assert not removed & left
    assert runs.unmatched_removals() == ()


@pytest.mark.parametrize(
    "path", ["cases/none", "cases/default/channels/postal", "x", "name/x", "", "cases/0", "/"]
)
def test_a_removed_path_that_names_nothing_is_an_error_and_removes_nothing(path: str) -> None:
    runs = effective(PUBLISHED, {"removed": ("name", path)})
    (finding,) = runs.unmatched_removals()
    assert finding.code == "override/nothing-to-remove"
    assert finding.path == path
    assert finding.span is not None
    assert finding.span.file == "c.yaml#overrides/removed/1"
    assert runs.value["cases"] == PUBLISHED["cases"]


def test_a_configuration_without_a_publication_stands_alone() -> None:
    runs = effective(None, {"name": "x"})
    assert runs.value == {"name": "x", "code": "9.000001", "territory": "XX"}


def test_evidence_about_the_publication_is_not_evidence_about_the_configuration() -> None:
    runs = effective({**PUBLISHED, "confidence": "verified", "source": "s", "note": "n"}, {})
    assert not {"kind", "confidence", "source", "note"} & runs.value.keys()


def test_items_without_an_identity_are_all_kept() -> None:
    """Whoever left out an `id` is told so by the schema; nothing of theirs gets lost."""
    base: Tree = {"waivers": ({"charge": "a"},)}
    over: Tree = {"waivers": ({"charge": "b"}, {"charge": "c"})}
    assert merged(base, over) == {"waivers": ({"charge": "a"}, {"charge": "b"}, {"charge": "c"})}


def test_the_first_of_repeated_items_counts_and_the_origin_says_so() -> None:
    over: Tree = {"waivers": ({"id": "x", "charge": "a"}, {"id": "x", "charge": "b"})}
    runs = effective({"waivers": ({"id": "x", "charge": "c"},)}, over)
    assert runs.value["waivers"] == ({"id": "x", "charge": "a"},)
    assert runs.origin(("waivers", 0, "charge")).pointer == ("overrides", "waivers", 0, "charge")


def test_a_configuration_of_no_procedure_and_a_refused_removal_are_borne() -> None:
    runs = effective(PUBLISHED, {"removed": (REFUSED,)})
    assert runs.unmatched_removals() == ()
    nobodys = Effective(Made("configuration", {"overrides": {"removed": ("name",)}}), None)
    assert nobodys.value == {}
    assert [finding.subject for finding in nobodys.unmatched_removals()] == [""]


def test_a_path_reads_identities_where_items_have_one() -> None:
    assert logical_path(PUBLISHED, ("cases", 0, "channels", 1)) == "cases/default/channels/online"
    assert logical_path(PUBLISHED, ("route", "steps", 0, "owner")) == "route/steps/nop/owner"
    assert logical_path({"levels": ("a", "b")}, ("levels", 1)) == "levels/1"
    assert logical_path(PUBLISHED, ("cases", 9, "id")) == "cases/9/id"


def ids(tree: Tree, key: str) -> list[Value]:
    """Return the identities of a list of things, in its order."""
    items = tree.get(key, ())
    assert isinstance(items, tuple)
    return [item[IDENTITY[key]] for item in items if isinstance(item, Mapping)]


def by_path(tree: Value, path: str) -> Value:
    """Return the leaf at a logical path."""
    (found,) = [leaf for pointer, leaf in leaves(tree) if logical_path(tree, pointer) == path]
    return found
