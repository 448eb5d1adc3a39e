"""The vectors of routes, translated and nothing more."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from tests.conformance import vectors
from tthc_rules.engine.routes import ChannelTime, examine
from tthc_rules.model.quantities import DayKind, TimeLimit, parse_time_limit
from tthc_rules.model.route import (
    Agency,
    Level,
    OnlineLevel,
    Outcome,
    Phase,
    Role,
    Route,
    Step,
    Transition,
    contains_by_segments,
)
from tthc_rules.model.validity import Validity

_UNITS = {
    DayKind.WORKING_DAY: "ngày làm việc",
    DayKind.DAY: "ngày",
    DayKind.HOUR: "giờ",
    DayKind.MONTH: "tháng",
}


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run the test once for each vector."""
    vectors.parametrize(metafunc, "routes", "routes.json")


def test_a_route_has_the_expected_findings_and_times(vector: vectors.Vector) -> None:
    """Every class with its places, soundness, verdict and sum; the told paths are longest."""
    route = _route(vector["route"])
    limits = {channel: _time(text) for channel, text in vector["limit"].items()}
    report = examine(
        route, limits, on=date.fromisoformat(vector["on"]), contains=contains_by_segments
    )
    expected = vector["expect"]
    assert {kind: list(places) for kind, places in report.findings.items()} == expected["findings"]
    assert report.sound is expected["sound"]
    assert not report.undecided
    assert report.times.keys() == expected["times"].keys()
    for channel, time in expected["times"].items():
        found = report.times[channel]
        assert {"verdict": found.fit.value, "sum": _sum(found)} == {
            "verdict": time["verdict"],
            "sum": time["sum"],
        }
        assert bool(found.paths) is (time["paths"] is not None)
        assert all(list(path) in time["paths"] for path in found.paths)


def _sum(time: ChannelTime) -> str | None:
    return None if time.total is None else f"{_exact(time.total.amount)} {_UNITS[time.total.kind]}"


def _exact(amount: Fraction) -> str:
    """Return `amount` in decimal, with as many places as it needs."""
    places = next(n for n in range(12) if (amount * 10**n).denominator == 1)
    digits = str(int(amount * 10**places)).zfill(places + 1)
    return f"{digits[:-places]},{digits[-places:]}" if places else digits


def _time(text: str) -> TimeLimit:
    time = parse_time_limit(text)
    assert time is not None, text
    return time


def _route(data: Mapping[str, Any]) -> Route:
    return Route(
        territory=data["territory"],
        receives=data["receives"],
        decides=data["decides"],
        prepares=data.get("prepares"),
        online=OnlineLevel(data["online"]),
        start=data["start"],
        steps=tuple(_step(step) for step in data["steps"]),
        agencies=tuple(_agency(agency) for agency in data["agencies"]),
        phases=tuple(
            Phase(phase["id"], tuple(phase["steps"]), _time(phase["limit"]))
            for phase in data.get("phases") or ()
        ),
    )


def _agency(data: Mapping[str, Any]) -> Agency:
    first, end = (
        date.fromisoformat(data[key]) if data.get(key) is not None else None
        for key in ("from", "until")
    )
    return Agency(
        data["id"],
        Level(data["level"]),
        data["territory"],
        Validity(first, end),
        data.get("part_of"),
    )


def _step(data: Mapping[str, Any]) -> Step:
    return Step(
        data["id"],
        data["owner"],
        Role(data["role"]),
        tuple(_transition(way) for way in data["next"]),
        duration=_time(data["duration"]) if data.get("duration") is not None else None,
        presence=data.get("presence", False),
        splits=data.get("split") == "parallel",
        joins=data.get("join") == "all",
    )


def _transition(data: Mapping[str, Any]) -> Transition:
    when = data.get("when")
    if isinstance(when, dict):
        return Transition(data["to"], Outcome(data["on"]), channel=when["channel"])
    return Transition(data["to"], Outcome(data["on"]), when=when)
