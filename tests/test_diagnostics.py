"""Findings come in one order and keep their names."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies.model import findings
from tthc_rules.diagnostics import Finding, Message, Severity, in_order
from tthc_rules.model.text import Text
from tthc_rules.source import Position, Span

ONE = Finding(
    code="time-limit/longer-than-law",
    severity=Severity.ERROR,
    span=Span("a.yaml", Position(3, 5), Position(3, 9)),
    message=Text("dài hơn", "longer"),
    subject="1.000001 40",
    path="cases/default/channels/online/time_limit",
    facts=("time_limit=10 ngày làm việc",),
)


@given(data=st.data(), some=st.lists(findings(), max_size=6))
def test_the_order_depends_on_the_findings_alone(data: st.DataObject, some: list[Finding]) -> None:
    shuffled = data.draw(st.permutations(some))
    assert in_order(shuffled) == in_order(some)


@given(some=st.lists(findings(), max_size=6))
def test_ordering_twice_changes_nothing_and_loses_nothing(some: list[Finding]) -> None:
    ordered = in_order(some)
    assert in_order(ordered) == ordered
    assert len(ordered) == len(some)


@given(some=st.lists(findings(), max_size=6))
def test_findings_in_one_list_have_different_names(some: list[Finding]) -> None:
    """A fix plus a new violation never nets to zero: equal findings are counted."""
    names = [finding.fingerprint for finding in in_order(some)]
    assert len(set(names)) == len(names)


def test_the_order_does_not_hang_on_how_a_message_holds_its_values() -> None:
    """What another process found comes back with values of another type."""
    one, other = (Message("rule/undecided", {"why": why}) for why in "ab")
    sent = Message("rule/undecided", MappingProxyType({"why": "a"}))
    here = in_order([replace(ONE, message=one), replace(ONE, message=other)])
    there = in_order([replace(ONE, message=other), replace(ONE, message=sent)])
    assert here == there


def test_equal_findings_are_counted_from_zero() -> None:
    elsewhere = replace(ONE, span=Span("b.yaml", Position(1, 1), Position(1, 2)))
    assert [one.occurrence for one in in_order([elsewhere, ONE, ONE])] == [0, 1, 2]


@pytest.mark.parametrize(
    "changed",
    [
        replace(ONE, span=Span("b.yaml", Position(30, 1), Position(31, 2))),
        replace(ONE, span=None),
        replace(ONE, message=Text("khác", "other")),
        replace(ONE, message=Message("rule/undecided")),
        replace(ONE, severity=Severity.WARNING),
        replace(ONE, help=Text("sửa", "mend")),
        replace(ONE, pointer=("cases", 4)),
    ],
    ids=["place", "no place", "text", "message", "severity", "help", "index"],
)
def test_a_name_survives_what_is_not_the_fact(changed: Finding) -> None:
    assert changed.fingerprint == ONE.fingerprint


@pytest.mark.parametrize(
    "changed",
    [
        replace(ONE, code="time-limit/local-cut-not-applied"),
        replace(ONE, subject="1.000001 38"),
        replace(ONE, path="cases/default/channels/postal/time_limit"),
        replace(ONE, facts=("time_limit=11 ngày làm việc",)),
        replace(ONE, facts=()),
        replace(ONE, occurrence=1),
    ],
    ids=["code", "subject", "path", "value", "no value", "occurrence"],
)
def test_a_name_changes_with_the_fact(changed: Finding) -> None:
    assert changed.fingerprint != ONE.fingerprint


def test_findings_stand_by_file_then_place_then_code() -> None:
    def at(file: str, line: int, code: str) -> Finding:
        return replace(ONE, code=code, span=Span(file, Position(line, 1), Position(line, 2)))

    ordered = [at("a.yaml", 2, "y/y"), at("a.yaml", 10, "a/a"), at("a.yaml", 10, "b/b")]
    ordered.append(at("b.yaml", 1, "a/a"))
    nowhere = replace(ONE, span=None)
    found = in_order([*reversed(ordered), nowhere])
    assert [one.span for one in found] == [None, *(one.span for one in ordered)]


def test_a_count_is_taken_anew_after_some_were_left_out() -> None:
    _, second = in_order([ONE, ONE])
    assert in_order([second]) == (ONE,)


def test_half_of_a_surrogate_pair_in_a_name_has_a_fingerprint_of_its_own() -> None:
    """Names of files may hold bytes that are no text; a finding about one is still told."""
    names = {replace(ONE, path=path).fingerprint for path in ("a", "a\ud801", "a\ud802")}
    assert len(names) == 3
