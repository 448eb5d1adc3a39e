"""The folder of vectors itself: a run that found none proves nothing."""

from __future__ import annotations

import pytest

from tests.conformance import vectors


def test_the_folder_holds_at_least_one_vector(pytestconfig: pytest.Config) -> None:
    """A mistyped `--vectors DIR` fails instead of passing silently."""
    names = ("calendar", "comparison", "resolution", "routes", "yaml/expect")
    found = [
        vector
        for name in names
        for vector in vectors.load(pytestconfig, f"{name}.json").get("vectors", [])
    ]
    assert found, f"no vector in {vectors.folder(pytestconfig)}"
