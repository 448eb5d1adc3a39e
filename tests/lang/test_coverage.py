"""A watched rule: it judges as the plain one does, and sees only what can be seen."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.lang.sample import DAY, FUNCTIONS, VOCABULARY, channel, configuration, days, rule_text
from tests.strategies.lang import conditions, documents
from tests.strategies.rules import words
from tthc_rules.lang.clauses import place_of
from tthc_rules.lang.compiler import CheckedRule, check_rule, compile_rule
from tthc_rules.lang.coverage import WatchedRule, side_of, watched
from tthc_rules.lang.coverage_goals import Sight
from tthc_rules.model.quantities import DayKind, Money, Rate
from tthc_rules.model.values import Tree
from tthc_rules.source import Source


def checked(clauses: dict[str, str]) -> CheckedRule:
    """Return what a rule with some clauses changed means."""
    rule, findings = check_rule(Source("r", rule_text(clauses)), "a/b", VOCABULARY)
    assert rule is not None, findings
    return rule


def watching(clauses: dict[str, str]) -> WatchedRule:
    """Return a rule that notes what it does."""
    return watched(checked(clauses), VOCABULARY, place_of(rule_text(clauses), "FORCE"))


def shown(clauses: dict[str, str], *subjects: Tree) -> list[tuple[str, str]]:
    """Return what is missing after some documents: the sight and the condition's text."""
    rule = watching(clauses)
    for subject in subjects:
        rule.rule.judge(subject, FUNCTIONS, DAY)
    text = rule_text(clauses)
    return [(goal.sight.value, text[slice(*goal.place)]) for goal in rule.missing]


def of(**changes: object) -> Tree:
    """Return a configuration with one channel."""
    return configuration(channels=(channel(**changes),))  # type: ignore[arg-type]


def test_a_clause_must_be_seen_true_and_false() -> None:
    assert shown({}, of(paid=True)) == [("false", "k.đã_thu")]
    assert shown({}, of(paid=True), of(paid=False)) == []


def test_each_condition_of_a_clause_is_watched() -> None:
    clauses = {"yêu cầu": "k.đã_thu hoặc k.kênh = trực_tuyến"}
    assert shown(clauses, of(paid=True), of(paid=False, channel="direct")) == [
        ("true", "k.kênh = trực_tuyến")
    ]


def test_an_undecided_condition_is_neither() -> None:
    clauses = {"yêu cầu": "thủ_tục_đã_biết(c.thủ_tục)"}
    assert len(shown(clauses, configuration(procedure="?"))) == 2


def test_a_comparison_of_order_must_be_seen_at_its_bound_and_beside_it() -> None:
    clauses = {"yêu cầu": "k.số_bản ≤ 2"}
    assert shown(clauses, of(copies=0), of(copies=2), of(copies=9)) == [
        ("below", "k.số_bản ≤ 2"),
        ("above", "k.số_bản ≤ 2"),
    ]
    assert shown(clauses, of(copies=1), of(copies=2), of(copies=3)) == []


def test_what_cannot_happen_is_not_asked_for() -> None:
    """A count is never below nothing, a guard asked again is never false."""
    counted = shown({"yêu cầu": "số lượng (x với mọi x thuộc c.kênh) > 0"})
    assert [sight for sight, _ in counted] == ["true", "false", "equal", "above"]
    paid = shown({"khi": "có k.phí", "yêu cầu": "k.phí > 0 đồng"})
    assert ("above", "k.phí > 0 đồng") in paid
    assert ("below", "k.phí > 0 đồng") not in paid
    guarded = shown({"khi": "có k.phí", "yêu cầu": "có k.phí và k.phí = 1 đồng"})
    assert ("true", "có k.phí") in guarded
    assert guarded.count(("false", "có k.phí")) == 1


def test_what_a_loop_needs_is_always_there() -> None:
    """Inside each of the steps there are steps; to ask again decides nothing."""
    clauses = {
        "áp dụng cho": "mỗi cấu hình gọi là c, mỗi c.các_bước gọi là k",
        "khi": "có c.các_bước và k.có_mặt",
        "yêu cầu": "k.số_bản = 1",
    }
    missing = shown(clauses)
    assert ("true", "có c.các_bước") in missing
    assert ("false", "có c.các_bước") not in missing


def test_a_field_is_never_below_the_least_its_schema_accepts() -> None:
    """The schemas say how many copies there are at least."""
    text = """quy tắc "Tên"
  en: "Name"
  mức độ: lỗi
  căn cứ: quy ước kỹ thuật
  hiệu lực: luôn
  áp dụng cho: mỗi cấu hình gọi là c, mỗi c.thành_phần_hồ_sơ gọi là g
  khi: có g.số_bản_sao
  yêu cầu: g.số_bản_sao > 0
  thông báo: vi "sai" en "wrong"
hết
"""
    rule, _ = check_rule(Source("r", text), "a/b", words())
    assert rule is not None
    sights = {goal.sight for goal in watched(rule, words(), (0, 1)).goals}
    assert Sight.BELOW not in sights
    assert Sight.EQUAL in sights


def test_conditions_inside_quantifiers_filters_and_named_values_are_watched() -> None:
    clauses = {
        "đặt": "p := k.đã_thu\n       kể := k.số_bản",
        "yêu cầu": "p và mọi (b thuộc c.kênh sao cho b.đã_thu : b.số_bản = 1)"
        " và số lượng (b với mọi b thuộc c.kênh sao cho b.kênh = trực_tuyến) = 1",
        "thông báo": 'vi "{kể}" en "{kể}"',
    }
    texts = {text for _, text in shown(clauses)}
    assert {"k.đã_thu", "b.đã_thu", "b.số_bản = 1", "b.kênh = trực_tuyến"} <= texts


def test_the_boundary_days_of_every_period_are_asked_for() -> None:
    rule = watching({"hiệu lực": "từ 2026-01-01 đến trước 2026-07-01; từ 2027-01-01"})
    wanted = [(goal.sight, goal.day) for goal in rule.goals if goal.day is not None]
    assert wanted == [
        (Sight.DAY_BEFORE, date(2025, 12, 31)),
        (Sight.FIRST_DAY, date(2026, 1, 1)),
        (Sight.LAST_DAY, date(2026, 6, 30)),
        (Sight.DAY_AFTER, date(2026, 7, 1)),
        (Sight.DAY_BEFORE, date(2026, 12, 31)),
        (Sight.FIRST_DAY, date(2027, 1, 1)),
    ]
    rule.judged_on(date(2026, 6, 30))
    assert [goal.sight for goal in rule.seen] == [Sight.LAST_DAY]


@pytest.mark.parametrize(
    ("left", "right", "side"),
    [
        (1, 1, Sight.EQUAL),
        (1, 2, Sight.BELOW),
        (4, 2, None),
        (date(2026, 7, 2), date(2026, 7, 1), Sight.ABOVE),
        (date(2026, 7, 3), date(2026, 7, 1), None),
        (days(5), days(6), Sight.BELOW),
        (days(5), days(5, DayKind.DAY), None),
        (Money(1), Money(90_000), Sight.BELOW),
        (Rate(Fraction(1)), Rate(Fraction(1, 2)), Sight.ABOVE),
    ],
)
def test_near_is_one_apart(left: object, right: object, side: Sight | None) -> None:
    assert side_of(left, right) is side


@given(
    when=conditions(optional=True, depth=2),
    require=conditions(optional=True),
    subjects=st.lists(documents(), min_size=1, max_size=3),
)
def test_a_watched_rule_judges_as_the_plain_one_and_sees_only_its_goals(
    when: str, require: str, subjects: list[Tree]
) -> None:
    """What was proved never to happen is never seen."""
    clauses = {"khi": when, "đặt": f"p := {require}", "yêu cầu": f"p hoặc {when}"}
    text = rule_text(clauses)
    plain, _ = compile_rule(Source("r", text), "a/b", VOCABULARY)
    if plain is None:  # an optional field without its guard
        return
    rule = watching(clauses)
    for subject in subjects:
        found = list(rule.rule.evaluate(subject, FUNCTIONS, DAY))
        assert found == list(plain.evaluate(subject, FUNCTIONS, DAY))
    assert rule.seen <= set(rule.goals)
    assert set(rule.missing) == set(rule.goals) - rule.seen
