"""The folder of vectors itself: a run that found none proves nothing."""

from __future__ import annotations

import pytest

from tests.conformance import calendars, vectors
from tthc_rules.model.calendar import ListedKind


def test_the_folder_holds_at_least_one_vector(pytestconfig: pytest.Config) -> None:
    """A mistyped `--vectors DIR` fails instead of passing silently."""
    names = ("calendar", "comparison", "resolution", "routes", "yaml/expect")
    found = [
        vector
        for name in names
        for vector in vectors.load(pytestconfig, f"{name}.json").get("vectors", [])
    ]
    assert found, f"no vector in {vectors.folder(pytestconfig)}"


@pytest.mark.parametrize("kind", ["holiday", "swap_off", "swap_work", "bão", "undecided", None])
@pytest.mark.parametrize("working", [True, False])
def test_the_kind_of_a_listed_day_never_decides_whether_it_is_worked(
    kind: str | None, working: bool
) -> None:
    """ "`kind` is explanation except `swap_work`": what `working` says holds."""
    entry = {"date": "2098-06-14", "working": working, "status": "official"}
    listed = calendars.listed(entry if kind is None else {**entry, "kind": kind})
    assert listed.works is working
    assert (listed.kind is ListedKind.SWAP_WORK) is (working and kind == "swap_work")
