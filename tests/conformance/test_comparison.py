"""Exact comparison of time limits: the vectors of `comparison.json`."""

from __future__ import annotations

from datetime import date
from typing import Any, assert_never

import pytest

from tests.conformance import calendars, vectors
from tests.conformance.vectors import Vector
from tthc_rules.engine.calendar import (
    AlwaysGt,
    AlwaysLe,
    Comparison,
    Depends,
    Period,
    ProvisionalComparison,
    ReceptionDays,
    Undecided,
    compare,
    parse_policies,
)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """One run for each vector."""
    if "vector" in metafunc.fixturenames:
        vectors.parametrize(metafunc, "comparison", "comparison.json")


def test_two_limits_compare_as_the_vector_says(vector: Vector, pytestconfig: pytest.Config) -> None:
    """Every vector: the same verdict, counts and witnesses."""
    policies, findings = parse_policies(vector.get("policies", {}))
    assert not findings
    answer = compare(
        calendars.limit(vector["a"]),
        calendars.limit(vector["b"]),
        calendars.calendars(pytestconfig)[vector["calendar"]],
        Period(
            date.fromisoformat(vector["from"]),
            date.fromisoformat(vector["until"]),
            ReceptionDays(vector.get("reception_days", "working")),
            calendars.clock(vector.get("received_time", "09:00")),
        ),
        policies,
    )
    assert _written(answer) == vector["expect"]


def _written(answer: Comparison) -> Any:
    match answer:
        case AlwaysLe():
            return "always_le"
        case AlwaysGt():
            return "always_gt"
        case Depends():
            counts = {
                "le": answer.le,
                "gt": answer.gt,
                "first_le": answer.first_le.isoformat(),
                "first_gt": answer.first_gt.isoformat(),
            }
            return {"depends": counts | _undecided(answer)}
        case Undecided(reason):
            return {"undecided": reason.value}
        case ProvisionalComparison(inner):
            return {"provisional": _written(inner)}
        case _:
            assert_never(answer)


def _undecided(answer: Depends) -> dict[str, int]:
    return {"undecided": answer.undecided} if answer.undecided else {}
