"""Routes out of files, and findings at their places in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given

from tests.strategies.routes import AGENCIES, routes
from tthc_rules.diagnostics import Finding, Message, Severity, Verdict
from tthc_rules.engine.routes import (
    Site,
    decode,
    decode_agency,
    examine,
    findings_of,
    findings_of_defects,
)
from tthc_rules.engine.routes.findings import shown_time
from tthc_rules.model.quantities import DayKind, TimeLimit
from tthc_rules.model.route import (
    END,
    Agency,
    Level,
    OnlineLevel,
    Route,
    contains_by_segments,
)
from tthc_rules.model.validity import ALWAYS, Validity
from tthc_rules.model.values import REFUSED, Tree, Value
from tthc_rules.report.messages import PLACEHOLDER
from tthc_rules.report.messages.route import TABLE
from tthc_rules.source import Pointer, Position, Span, pointer_text

BY_ID = {agency.id: agency for agency in AGENCIES}
DAY = TimeLimit(DayKind.WORKING_DAY)

GOOD: dict[str, Value] = {
    "receives": "ttpvhcc-xx",
    "decides": "so-nnmt-xx",
    "steps": (
        {
            "id": "nhan",
            "owner": "ttpvhcc-xx",
            "role": "receive",
            "duration": DAY,
            "next": ({"to": "duyet", "on": "done"},),
        },
        {
            "id": "duyet",
            "owner": "phong-dat-dai",
            "role": "approve",
            "duration": DAY,
            "next": ({"to": "end", "on": "done", "channel": "direct"},),
        },
    ),
    "phases": ({"id": "1", "steps": ("nhan",), "limit": DAY},),
}


def _decode(route: Tree) -> tuple[Route | None, list[str]]:
    found, defects = decode(route, BY_ID, territory="XX", online=OnlineLevel.NONE)
    return found, [f"{d.kind} {pointer_text(d.pointer)} {d.name}" for d in defects]


def _tree(route: Route) -> Tree:
    """Return the document form of `route`."""
    steps: list[Value] = []
    for one in route.steps:
        ways: list[Value] = []
        for way in one.next:
            whole = {"to": way.to, "on": way.on.value, "channel": way.channel, "when": way.when}
            ways.append({key: value for key, value in whole.items() if value is not None})
        made: dict[str, Value] = {
            "id": one.id,
            "owner": one.owner,
            "role": one.role.value,
            "presence": one.presence,
            "next": tuple(ways),
        }
        if one.duration is not None:
            made["duration"] = one.duration
        if one.splits:
            made["split"] = "parallel"
        if one.joins:
            made["join"] = "all"
        steps.append(made)
    phases = tuple({"id": p.id, "steps": p.steps, "limit": p.limit} for p in route.phases)
    tree: dict[str, Value] = {
        "receives": route.receives,
        "decides": route.decides,
        "start": route.start,
        "steps": tuple(steps),
        "phases": phases,
    }
    return tree if route.prepares is None else {**tree, "prepares": route.prepares}


@given(route=routes())
def test_a_route_written_and_read_is_the_same(route: Route) -> None:
    """Only the agencies that nobody names are left out."""
    found, defects = decode(_tree(route), BY_ID, territory="XX", online=route.online)
    assert not defects
    assert found is not None
    assert replace(found, agencies=route.agencies) == route
    assert set(found.agencies) <= set(route.agencies)
    assert {s.owner for s in found.steps} & BY_ID.keys() <= {a.id for a in found.agencies}


def test_the_first_step_begins_where_no_start_is_named_and_parents_come_along() -> None:
    """The division's department is needed to know what the division counts as."""
    route, defects = _decode(GOOD)
    assert route is not None
    assert not defects
    assert route.start == "nhan"
    assert [agency.id for agency in route.agencies] == ["ttpvhcc-xx", "so-nnmt-xx", "phong-dat-dai"]


@pytest.mark.parametrize("key", ["receives", "decides", "steps"])
def test_a_route_that_hangs_on_refused_text_is_not_examined(key: str) -> None:
    """Refused is unknown: nothing is said of the route."""
    assert _decode({**GOOD, key: REFUSED}) == (None, [])
    assert _decode({k: v for k, v in GOOD.items() if k != key}) == (None, [])


@pytest.mark.parametrize(
    ("change", "defects"),
    [
        ({"start": "khac"}, ["unknown-start /start khac"]),
        (
            {"phases": ({"id": "1", "steps": ("nhan", "khac"), "limit": REFUSED},)},
            ["unknown-phase-step /phases/0/steps/1 khac"],
        ),
        (
            {"steps": ({"id": "a", "owner": "x", "role": "file"},) * 2},
            ["duplicate-step /steps/1/id a", "unknown-phase-step /phases/0/steps/0 nhan"],
        ),
        (
            {"steps": ({"id": END, "owner": "x", "role": "file"},), "phases": ()},
            ["reserved-step /steps/0/id end"],
        ),
    ],
)
def test_names_that_fit_nothing_are_defects(
    change: Mapping[str, Value], defects: list[str]
) -> None:
    """Each stands at the name itself."""
    assert _decode({**GOOD, **change})[1] == defects


def test_an_agency_is_read_from_a_catalogue() -> None:
    """Days that cannot be read accuse nobody."""
    item: dict[str, Value] = {"id": "a", "name": "Sở A", "level": "province", "territory": "XX"}
    days: dict[str, Value] = {"from": date(2025, 3, 1), "until": date(2026, 3, 1), "part_of": "b"}
    exists = Validity(date(2025, 3, 1), date(2026, 3, 1))
    assert decode_agency({**item, **days}) == Agency("a", Level.PROVINCE, "XX", exists, "b", "Sở A")
    odd = decode_agency({**item, "from": date(2025, 3, 1), "until": date(2025, 1, 1)})
    assert odd is not None
    assert odd.exists == ALWAYS
    assert decode_agency({**item, "level": REFUSED}) is None


def _places(pointer: Pointer) -> Span | None:
    """Give every pointer a span named for it, but no field that a step may leave out."""
    if pointer and pointer[-1] in ("join", "presence", "prepares", "next", "duration"):
        return None
    return Span(pointer_text(pointer), Position(1, 1), Position(1, 2))


SITE = Site(at=("route",), places=_places, limits={"direct": ("time_limit",)}, subject="1.000001")


def _findings(route: Route) -> tuple[Finding, ...]:
    limits = {"direct": DAY, "online": TimeLimit(DayKind.WORKING_DAY, Fraction(9))}
    report = examine(route, limits, on=date(2026, 9, 1), contains=contains_by_segments)
    return findings_of(report, route, SITE)


@given(route=routes())
def test_every_finding_has_its_sentence_a_remedy_and_a_place(route: Route) -> None:
    """All placeholders are filled, in both languages."""
    for finding in _findings(route):
        assert finding.span is not None
        assert finding.subject == "1.000001"
        for message in (finding.message, finding.help):
            assert isinstance(message, Message)
            for text in TABLE[message.key]:
                assert {*PLACEHOLDER.findall(text)} <= message.values.keys()


@given(route=routes())
def test_only_the_three_mild_classes_warn(route: Route) -> None:
    """Shorter than the limit, a missing outcome, a late withdrawal; the rest are errors."""
    for finding in _findings(route):
        mild = finding.code.removeprefix("route/") in (
            "shorter-than-limit",
            "missing-outcome",
            "late-withdraw",
        )
        assert (finding.severity is Severity.WARNING) is mild
        assert finding.verdict is Verdict.VIOLATION


def test_a_finding_stands_at_the_smallest_thing_there_is() -> None:
    """The misspelt target itself; the time limit that is exceeded."""
    steps: tuple[Tree, ...] = (
        {
            "id": "nhan",
            "owner": "ttpvhcc-xx",
            "role": "receive",
            "duration": DAY,
            "next": ({"to": "duyet", "on": "done"}, {"to": "duyett", "on": "done", "when": "x"}),
        },
        {
            "id": "duyet",
            "owner": "so-nnmt-xx",
            "role": "approve",
            "duration": DAY,
            "next": ({"to": "end", "on": "done"},),
        },
    )
    route, _ = _decode({**GOOD, "steps": steps})
    assert route is not None
    found = {f.code: f.span.file for f in _findings(route) if f.span is not None}
    assert found["route/unknown-step"] == "/route/steps/0/next/1/to"
    assert found["route/exceeds-limit"] == "/time_limit"
    assert found["route/result-not-returned"] == "/route/steps/1/owner"
    assert found["route/missing-outcome"] == "/route"


def test_a_defect_points_to_the_first_of_two_equal_names() -> None:
    """The second is wrong; the first is shown beside it."""
    twice = ({"id": "a", "owner": "x", "role": "file"},) * 2
    _, defects = decode(
        {**GOOD, "steps": twice, "phases": ()}, BY_ID, territory="XX", online=OnlineLevel.NONE
    )
    (finding,) = findings_of_defects(defects, SITE)
    assert finding.span is not None
    assert finding.span.file == "/route/steps/1/id"
    assert [related.span.file for related in finding.related] == ["/route/steps/0/id"]
    assert {finding.code, f"{finding.code}.help", f"{finding.code}.first"} <= TABLE.keys()


def test_a_class_that_stays_undecided_is_said_and_not_accused() -> None:
    """One finding of verdict UNDECIDED for each class."""
    route, _ = _decode(GOOD)
    assert route is not None
    report = examine(route, {"direct": DAY}, on=date(2026, 9, 1), contains=contains_by_segments)
    open_report = replace(report, findings={}, undecided=("deadlock",), sound=None)
    (finding,) = findings_of(open_report, route, SITE)
    assert finding.verdict is Verdict.UNDECIDED
    assert finding.code == "route/deadlock"


def test_a_sum_that_is_no_short_decimal_of_days_is_shown_in_hours() -> None:
    """3 minutes are 0.00625 of a working day."""
    odd = TimeLimit(DayKind.WORKING_DAY, 1 + Fraction(3, 480))
    assert shown_time(odd).vi == "8,05 giờ làm việc"
    assert shown_time(DAY).vi == "1 ngày làm việc"
