"""Due moments of time limits: the vectors of `calendar.json`."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import assert_never

import pytest

from tests.conformance import calendars, vectors
from tests.conformance.vectors import Vector
from tthc_rules.engine.calendar import (
    Day,
    Due,
    Event,
    EventKind,
    Extension,
    Moment,
    Provisional,
    Undecided,
    due,
    parse_policies,
    waits_of,
)
from tthc_rules.model.calendar import Calendar


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """One run for each vector."""
    if "vector" in metafunc.fixturenames:
        vectors.parametrize(metafunc, "calendar", "calendar.json")


def test_a_limit_ends_when_the_vector_says(vector: Vector, pytestconfig: pytest.Config) -> None:
    """Every vector: the same due day, moment, provisional answer or reason."""
    policies, findings = parse_policies(vector.get("policies", {}))
    assert not findings
    answer = due(
        _calendar(vector, pytestconfig),
        datetime.fromisoformat(vector["received"]),
        calendars.limit(vector["limit"]),
        policies,
        waits=waits_of(
            Event(datetime.fromisoformat(event["at"]), EventKind(event["event"]))
            for event in vector.get("events", [])
        ),
        extension=_extension(vector),
    )
    assert _written(answer) == vector["expect"]


def _calendar(vector: Vector, config: pytest.Config) -> Calendar:
    calendar = calendars.calendars(config)[vector["calendar"]]
    if "office_hours" in vector:
        return replace(calendar, office_hours=calendars.sessions(vector["office_hours"]))
    return calendar


def _extension(vector: Vector) -> Extension | None:
    if "extension" not in vector:
        return None
    extension = vector["extension"]
    difficult = extension["difficult"]
    return Extension(calendars.limit(extension["limit"]), difficult["land"], difficult["applicant"])


def _written(answer: Due) -> dict[str, str]:
    match answer:
        case Day(day):
            return {"due": day.isoformat()}
        case Moment(at):
            return {"due_at": at.isoformat(timespec="minutes")}
        case Provisional(end):
            return {"provisional": next(iter(_written(end).values()))}
        case Undecided(reason):
            return {"undecided": reason.value}
        case _:
            assert_never(answer)
