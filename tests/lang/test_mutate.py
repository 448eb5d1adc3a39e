"""Mutants: plausible slips, each another rule, none of them a crash."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.lang.sample import DAY, FUNCTIONS, VOCABULARY, rule_text
from tests.lang.test_coverage import checked
from tests.strategies.lang import conditions, documents
from tthc_rules.lang.clauses import place_of
from tthc_rules.lang.mutate import Mutant, mutants
from tthc_rules.lang.mutate_agreement import agreement
from tthc_rules.model.values import Tree


def slips(clauses: dict[str, str]) -> list[Mutant]:
    """Return the mutants of a rule with some clauses changed."""
    place = place_of(rule_text(clauses), "FORCE")
    return list(mutants(checked(clauses), VOCABULARY, place))


def told(clauses: dict[str, str]) -> Counter[tuple[str, str]]:
    """Return how often each kind of slip was made at each text."""
    text = rule_text(clauses)
    return Counter(
        (slip.change.key.removeprefix("test/survivor."), text[slice(*slip.place)])
        for slip in slips(clauses)
    )


def became(clauses: dict[str, str], kind: str) -> set[str]:
    """Return what things became by a kind of slip, in Vietnamese."""
    after = (
        slip.change.values["after"]
        for slip in slips(clauses)
        if slip.change.key == f"test/survivor.{kind}"
    )
    return {value if isinstance(value, str) else value.vi for value in after}


@pytest.mark.parametrize(
    ("require", "kind", "after"),
    [
        ("k.số_bản ≤ k.số_bản", "comparison", {"<", "=", ">"}),
        ("k.số_bản < k.số_bản", "comparison", {"≤", "≠", "≥"}),
        ("k.kênh = trực_tuyến", "comparison", {"≠"}),
        ("k.kênh = trực_tuyến", "constant", {"trực_tiếp", "bưu_chính"}),
        ("k.kênh = trực_tiếp", "constant", {"trực_tuyến"}),
        ("c.ngày_công_bố = 2026-07-01", "constant", {"2026-06-30", "2026-07-02"}),
        ("k.thời_hạn = 1 ngày", "constant", {"0 ngày", "2 ngày", "1 giờ làm việc"}),
        ("k.thời_hạn = trong ngày", "constant", {"1 ngày làm việc"}),
        ("k.đã_thu = sai", "constant", {"đúng"}),
        ("k.đã_thu và c.thủ_tục = c.thủ_tục", "connective", {"hoặc"}),
        ("mọi (b thuộc c.kênh : b.đã_thu)", "quantifier", {"có ít nhất một", "không có"}),
        ("không có (b thuộc c.kênh : b.đã_thu)", "quantifier", {"có ít nhất một"}),
        ("nhỏ nhất (b.số_bản với mọi b thuộc c.kênh) = 1", "fold", {"lớn nhất"}),
        ("k.số_bản + 1 = 2", "sign", {"-"}),
        ('c.thủ_tục = "1"', "constant", {"1?"}),
    ],
)
def test_a_slip_is_made_of_each_kind(require: str, kind: str, after: set[str]) -> None:
    assert became({"yêu cầu": require}, kind) == after


def test_conditions_filters_items_and_exceptions_are_left_out_one_by_one() -> None:
    found = told(
        {
            "khi": "có k.phí và k.kênh thuộc [trực_tuyến, bưu_chính]",
            "trừ khi": "k.số_bản = 3 theo 63/2010/NĐ-CP",
            "yêu cầu": "mọi (b thuộc c.kênh sao cho b.đã_thu : b.số_bản = 1)",
        }
    )
    assert found["dropped", "có k.phí"] == 1
    assert found["negated", "có k.phí"] == 1
    assert found["item-dropped", "bưu_chính"] == 1
    assert found["exception-dropped", "k.số_bản = 3"] == 1
    assert found["filter-dropped", "b.đã_thu"] == 1


def test_the_boundaries_of_a_period_move_by_a_day() -> None:
    found = slips({"hiệu lực": "từ 2026-01-01 đến trước 2026-01-02"})
    periods = [slip.rule.periods[0] for slip in found if slip.change.key.endswith(("start", "end"))]
    assert [(str(period.start), str(period.end)) for period in periods] == [
        ("2025-12-31", "2026-01-02"),
        ("2026-01-01", "2026-01-03"),
    ]


def test_a_negation_is_taken_away_once() -> None:
    found = told({"yêu cầu": "không k.đã_thu"})
    assert found == {("not-dropped", "không k.đã_thu"): 1}


def test_a_value_that_only_a_message_tells_is_left_alone() -> None:
    clauses = {"đặt": "n := k.số_bản + 1", "thông báo": 'vi "{n}" en "{n}"'}
    assert {key for key, _ in told(clauses)} == {"negated"}


def test_what_is_known_anyway_is_not_left_out() -> None:
    clauses = {
        "khi": "có k.phí và k.đã_thu",
        "yêu cầu": "có k.phí và k.phí = 1 đồng",
    }
    text = rule_text(clauses)
    dropped = [slip.place for slip in slips(clauses) if slip.change.key == "test/survivor.dropped"]
    assert [text[slice(*place)] for place in dropped].count("có k.phí") == 1


def test_slips_that_say_the_same_are_made_once() -> None:
    """`> 0` and `≥ 1`, `≠ 0` and `> 0` of a count are one rule."""
    found = told({"yêu cầu": "số lượng (b với mọi b thuộc c.kênh) > 0"})
    kinds = Counter(key for key, _ in found.elements())
    assert kinds == {"comparison": 2, "constant": 1}


COMPARED = st.tuples(st.sampled_from(["=", "≠", "<", "≤", ">", "≥"]), st.integers(0, 4))


@pytest.mark.parametrize(
    ("asked", "least"), [("k.số_bản", -3), ("số lượng (b với mọi b thuộc c.kênh)", 0)]
)
@given(one=COMPARED, other=COMPARED)
def test_two_comparisons_agree_exactly_when_they_hold_of_the_same_numbers(
    asked: str, least: int, one: tuple[str, int], other: tuple[str, int]
) -> None:
    holds = {
        "=": int.__eq__,
        "≠": int.__ne__,
        "<": int.__lt__,
        "≤": int.__le__,
        ">": int.__gt__,
        "≥": int.__ge__,
    }
    numbers = range(least, 8)
    outcomes = [[holds[sign](n, bound) for n in numbers] for sign, bound in (one, other)]
    left, right = (
        checked({"yêu cầu": f"{asked} {sign} {bound}"}).rule.require for sign, bound in (one, other)
    )
    assert (agreement(left) == agreement(right)) is (outcomes[0] == outcomes[1])


@given(when=conditions(depth=1), require=conditions(depth=1), subject=documents())
def test_every_mutant_is_another_rule_and_none_crashes(
    when: str, require: str, subject: Tree
) -> None:
    clauses = {"hiệu lực": "từ 2026-01-01", "khi": when, "yêu cầu": require}
    seen = set()
    found = slips(clauses)
    for slip in found:
        seen.add((slip.rule.program, repr(slip.rule.constants), slip.rule.periods))
        for outcome in slip.rule.evaluate(subject, FUNCTIONS, DAY):
            assert outcome.verdict is not None
        start, end = slip.place
        assert 0 <= start < end <= len(rule_text(clauses))
    assert len(seen) == len(found)
