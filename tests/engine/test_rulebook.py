"""The rules of a run and the severity that holds for each."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies.documents import documents
from tests.strategies.rules import rule
from tthc_rules.diagnostics import Basis, Severity
from tthc_rules.engine.instruments import Instruments
from tthc_rules.engine.rulebook import Rulebook, cited, rulebook
from tthc_rules.lang.compiled import CompiledRule

TEXTS = Instruments(
    documents("""
        - {kind: instrument, number: 1/NĐ-CP, issuer: chinh-phu, type: nghi-dinh, territory: VN,
           confidence: verified}
        - {kind: instrument, number: 2/NĐ-CP, issuer: chinh-phu, type: nghi-dinh, territory: VN,
           confidence: unverified}
        """)
)


def severity(compiled: CompiledRule, asked: str | None = None) -> Severity | None:
    """Return what a violation counts as, None where the rule is switched off."""
    settings = {compiled.id: asked} if asked is not None else {}
    rules = rulebook([compiled], TEXTS, settings).rules
    return rules[0].severity if rules else None


@pytest.mark.parametrize(
    ("basis", "counts_as"),
    [
        ("1/NĐ-CP", Severity.ERROR),
        ("2/NĐ-CP", Severity.WARNING),
        ("9/NĐ-CP", Severity.WARNING),
        ("2/NĐ-CP; 1/NĐ-CP", Severity.ERROR),
        ("quy ước kỹ thuật", Severity.ERROR),
        ("2/NĐ-CP; quy ước kỹ thuật", Severity.ERROR),
    ],
)
def test_an_error_without_a_verified_provision_counts_as_a_warning(
    basis: str, counts_as: Severity
) -> None:
    assert severity(rule(basis=basis)) is counts_as


@pytest.mark.parametrize(
    ("own", "counts_as"), [("cảnh báo", Severity.WARNING), ("thông tin", Severity.INFO)]
)
def test_milder_rules_stay_as_they_are(own: str, counts_as: Severity) -> None:
    assert severity(rule(severity=own, basis="2/NĐ-CP")) is counts_as


@pytest.mark.parametrize("asked", list(Severity))
def test_settings_decide_the_severity(asked: Severity) -> None:
    assert severity(rule(), asked.value) is asked
    assert severity(rule(basis="2/NĐ-CP"), asked.value) is asked


def test_only_a_rule_that_may_be_suppressed_can_be_switched_off() -> None:
    assert severity(rule(), "off") is None
    assert severity(rule(more="không được bỏ qua"), "off") is Severity.ERROR
    assert severity(rule(more="không được bỏ qua", basis="2/NĐ-CP"), "off") is Severity.WARNING


def test_settings_of_another_rule_change_nothing() -> None:
    (only,) = rulebook([rule()], TEXTS, {"topic/other": "off"}).rules
    assert only.severity is Severity.ERROR


def test_each_provision_says_whether_it_was_verified() -> None:
    (only,) = rulebook([rule(basis="Điều 2 1/NĐ-CP; 2/NĐ-CP")], TEXTS, {}).rules
    assert only.basis == (Basis("1/NĐ-CP Điều 2", True), Basis("2/NĐ-CP", False))


def test_a_citation_is_written_from_the_text_down_to_the_point() -> None:
    (citation,) = rule(basis="điểm đ khoản 2 Điều 8 63/2010/NĐ-CP").citations
    assert cited(citation) == "63/2010/NĐ-CP Điều 8 khoản 2 điểm đ"


def test_rules_are_found_by_what_they_range_over_on_their_days() -> None:
    book = rulebook(
        [
            rule("b/b", force="từ 2026-03-01"),
            rule("a/a", force="từ 2025-01-01 đến trước 2026-03-01"),
            rule("c/c", over="mỗi công_bố gọi là c", require='c.name = "x"', at="c.name"),
        ],
        TEXTS,
        {},
    )

    def over(collection: str, day: date) -> list[str]:
        return [one.id for one in book.over(collection, day)]

    assert over("configuration", date(2026, 2, 28)) == ["a/a"]
    assert over("configuration", date(2026, 3, 1)) == ["b/b"]
    assert over("publication", date(2026, 3, 1)) == ["c/c"]
    assert over("body", date(2026, 3, 1)) == []
    assert book.ranges_over("publication")
    assert not book.ranges_over("body")


@given(order=st.permutations(["a/a", "b/b", "c/c"]))
def test_the_order_of_the_rules_is_that_of_their_names(order: list[str]) -> None:
    book: Rulebook = rulebook([rule(id_) for id_ in order], TEXTS, {})
    assert [one.id for one in book.rules] == ["a/a", "b/b", "c/c"]
