"""What is proved about rules, by every procedure that is installed."""

from __future__ import annotations

from datetime import date

import pytest

from tests.engine.analysis.sample import DAY, answers, found, rule
from tthc_rules.diagnostics import Verdict
from tthc_rules.engine.analysis.deciding import procedures
from tthc_rules.engine.analysis.model import Construct, Decide
from tthc_rules.engine.analysis.rules import Claim, Proof

MAX = "có c.bổ_sung và có c.bổ_sung.số_lần_tối_đa"
CHANNELS = "mỗi cấu hình gọi là c, mỗi c.các_trường_hợp gọi là t, mỗi t.các_kênh gọi là k"


@pytest.fixture(params=procedures(), ids=lambda decide: decide.__module__.rpartition(".")[2])
def decide(request: pytest.FixtureRequest) -> Decide:
    procedure: Decide = request.param
    return procedure


def test_a_rule_whose_condition_contradicts_itself_is_dead(decide: Decide) -> None:
    never = rule("never", "c.bổ_sung.số_lần_tối_đa ≤ 2", when=f"{MAX} và không ({MAX})")
    assert found(decide, never) == {"dead-rule never": "proved"}


def test_a_rule_whose_dates_exclude_its_force_is_dead(decide: Decide) -> None:
    late = rule("late", f"không ({MAX})", when="ngày_xét < 2019-01-01")
    assert found(decide, late) == {"dead-rule late": "proved"}


def test_a_requirement_that_always_holds_is_vacuous(decide: Decide) -> None:
    always = rule(
        "always", "c.bổ_sung.số_lần_tối_đa ≤ 2 hoặc c.bổ_sung.số_lần_tối_đa > 1", when=MAX
    )
    assert found(decide, always) == {"vacuous-rule always": "proved"}


def test_a_word_that_is_one_of_all_words_is_vacuous(decide: Decide) -> None:
    every_channel = rule(
        "channel", "k.kênh thuộc [trực_tiếp, trực_tuyến, bưu_chính]", subject=CHANNELS
    )
    assert found(decide, every_channel) == {"vacuous-rule channel": "proved"}


def test_what_may_be_undecided_is_not_taken_for_always_true(decide: Decide) -> None:
    """`p or not p` is undecided where the law gives no answer, but never false."""
    law = rule(
        "law",
        "mức.của_địa_phương hoặc không mức.của_địa_phương",
        subject=CHANNELS,
        lets="mức := thời_hạn_theo_luật(c, t, k)",
    )
    assert found(decide, law) == {"vacuous-rule law": "proved"}


def test_a_rule_that_can_be_violated_is_refuted_by_a_situation_that_violates_it(
    decide: Decide,
) -> None:
    twice = rule("twice", "c.bổ_sung.số_lần_tối_đa ≤ 2", when=MAX)
    (answer,) = answers(decide, twice)
    assert answer.proof is Proof.COUNTER_EXAMPLE
    assert answer.witness is not None
    assert answer.witness.verdict(twice.compiled) is Verdict.VIOLATION


def test_a_narrower_bound_covers_a_wider_one_and_not_the_other_way(decide: Decide) -> None:
    twice = rule("twice", "c.bổ_sung.số_lần_tối_đa ≤ 2", when=MAX)
    five = rule("five", "c.bổ_sung.số_lần_tối_đa ≤ 5", when=MAX)
    proofs = found(decide, twice, five)
    assert proofs["subsumed-rule five twice"] == "proved"
    assert proofs["subsumed-rule twice five"] == "counter-example"
    assert proofs["contradiction five twice"] == "counter-example"


def test_time_limits_of_one_kind_are_compared_by_their_amounts(decide: Decide) -> None:
    ten = rule("ten", "k.thời_hạn ≤ 10 ngày làm việc", when="có k.thời_hạn", subject=CHANNELS)
    five = rule("five", "k.thời_hạn ≤ 5 ngày làm việc", when="có k.thời_hạn", subject=CHANNELS)
    assert found(decide, ten, five)["subsumed-rule ten five"] == "proved"


def test_between_kinds_of_days_nothing_is_claimed(decide: Decide) -> None:
    """Whether 7 ngày is within 5 ngày làm việc is the calendar's to say."""
    days = rule("days", "k.thời_hạn ≤ 7 ngày", when="có k.thời_hạn", subject=CHANNELS)
    work = rule("work", "k.thời_hạn ≥ 9 ngày làm việc", when="có k.thời_hạn", subject=CHANNELS)
    open_ = [one for one in answers(decide, days, work) if one.proof is Proof.OUT_OF_FRAGMENT]
    assert {one.construct for one in open_} == {Construct.MIXED_TIME_LIMITS}


def test_rules_that_are_violated_together_are_duplicates(decide: Decide) -> None:
    one = rule("one", "c.bổ_sung.số_lần_tối_đa ≤ 2", when=MAX)
    other = rule("other", "không c.bổ_sung.số_lần_tối_đa ≥ 3", when=MAX)
    assert found(decide, one, other)["duplicate-rule one other"] == "proved"


def test_a_more_exact_rule_that_speaks_for_the_wider_one_is_meant_so(decide: Decide) -> None:
    wide = rule("wide", "c.bổ_sung.số_lần_tối_đa ≤ 2", when=MAX)
    exact = rule("exact", "c.bổ_sung.số_lần_tối_đa ≤ 5", when=MAX, silences="mau/wide")
    assert "subsumed-rule exact wide" not in found(decide, wide, exact)


def test_a_contradiction_begins_on_the_day_both_rules_hold(decide: Decide) -> None:
    twice = rule("twice", "c.bổ_sung.số_lần_tối_đa ≤ 2", when=MAX)
    more = rule("more", "c.bổ_sung.số_lần_tối_đa ≥ 3", when=MAX, force="từ 2027-01-01")
    (answer,) = (one for one in answers(decide, twice, more) if one.claim is Claim.CONTRADICTION)
    assert answer.proof is Proof.PROVED
    assert (answer.period.start, answer.period.end) == (date(2027, 1, 1), None)


def test_a_contradiction_begins_on_a_day_that_a_condition_names(decide: Decide) -> None:
    twice = rule("twice", "c.bổ_sung.số_lần_tối_đa ≤ 2", when=MAX)
    more = rule(
        "more",
        "ngày_xét < 2027-03-01 hoặc c.bổ_sung.số_lần_tối_đa ≥ 3",
        when=MAX,
    )
    proved = [
        one
        for one in answers(decide, twice, more)
        if one.claim is Claim.CONTRADICTION and one.proof is Proof.PROVED
    ]
    assert [one.period.start for one in proved] == [date(2027, 3, 1)]


def test_a_rule_on_what_another_forbids_does_not_contradict_it(decide: Decide) -> None:
    forbids = rule("forbids", f"không ({MAX})")
    bounds = rule("bounds", "c.bổ_sung.số_lần_tối_đa ≤ 2", when=MAX)
    assert "contradiction bounds forbids" not in found(decide, forbids, bounds)


def test_rules_whose_periods_do_not_meet_are_not_compared(decide: Decide) -> None:
    before = rule(
        "before",
        "c.bổ_sung.số_lần_tối_đa ≤ 2",
        when=MAX,
        force="từ 2020-01-01 đến trước 2027-01-01",
    )
    after = rule("after", "c.bổ_sung.số_lần_tối_đa ≥ 3", when=MAX, force="từ 2027-01-01")
    assert set(found(decide, before, after)) == {"vacuous-rule before", "vacuous-rule after"}


def test_a_rule_that_is_over_is_left_out(decide: Decide) -> None:
    over = rule("over", f"không ({MAX})", force=f"từ 2020-01-01 đến trước {DAY.isoformat()}")
    assert found(decide, over) == {}


def test_a_count_below_one_contradicts_a_count_above_it(decide: Decide) -> None:
    lets = "chạy := hệ_thống_đang_chạy(c)"
    none = rule("none", "số lượng (h với mọi h thuộc chạy) = 0", lets=lets)
    some = rule("some", "số lượng (h với mọi h thuộc chạy) ≥ 1", lets=lets)
    assert found(decide, none, some)["contradiction none some"] == "proved"


def test_nothing_of_a_list_contradicts_something_of_it(decide: Decide) -> None:
    steps = "c.quy_trình.các_bước"
    asks = "có b.người_nộp_phải_có_mặt và b.người_nộp_phải_có_mặt"
    none = rule("none", f"không có (b thuộc {steps} : {asks})", when="có c.quy_trình")
    some = rule("some", f"có ít nhất một (b thuộc {steps} : {asks})", when="có c.quy_trình")
    assert found(decide, none, some)["contradiction none some"] == "proved"


def test_a_gap_that_is_asked_for_is_not_a_value_at_once(decide: Decide) -> None:
    gap = rule(
        "gap",
        "mức.của_địa_phương",
        when="thiếu quy định(mức)",
        subject=CHANNELS,
        lets="mức := thời_hạn_theo_luật(c, t, k)",
    )
    assert found(decide, gap) == {"vacuous-rule gap": "proved"}


def test_a_sum_is_told_to_be_out_of_the_fragment_where_no_situation_confirms_it(
    decide: Decide,
) -> None:
    total = rule(
        "total",
        "tổng (x.mức_thu với mọi x thuộc k.các_khoản_phải_nộp sao cho có x.mức_thu) ≤ 5 đồng",
        when="có k.các_khoản_phải_nộp",
        subject=CHANNELS,
    )
    (answer,) = answers(decide, total)
    assert (answer.proof, answer.construct) == (Proof.OUT_OF_FRAGMENT, Construct.AGGREGATE)


@pytest.mark.parametrize("required", ["2 = bảng ({0})", "bảng ({0}) ≥ 1 hoặc k.kênh = online"])
def test_a_table_is_out_of_the_fragment(decide: Decide, required: str) -> None:
    rows = "k.kênh : online → 1; còn lại → 2"
    tariff = rule("tariff", required.format(rows), subject=CHANNELS)
    open_ = [one for one in answers(decide, tariff) if one.proof is Proof.OUT_OF_FRAGMENT]
    assert {one.construct for one in open_} == {Construct.TABLE}


def test_two_loops_over_one_list_are_out_of_the_fragment(decide: Decide) -> None:
    pair = rule(
        "pair",
        "t.mã_trường_hợp = s.mã_trường_hợp",
        subject="mỗi cấu hình gọi là c, mỗi c.các_trường_hợp gọi là t,"
        " mỗi c.các_trường_hợp gọi là s",
    )
    (answer,) = answers(decide, pair)
    assert (answer.proof, answer.construct) == (Proof.OUT_OF_FRAGMENT, Construct.TWO_LOOPS)


def test_an_empty_text_is_a_text(decide: Decide) -> None:
    """What a situation fixes is kept, the empty text too: replay would fail otherwise."""
    subject = "mỗi công bố gọi là p"
    named = rule("named", 'p.tên_thủ_tục = ""', subject=subject)
    other = rule("other", "không có p.lĩnh_vực", subject=subject)
    assert found(decide, named, other)["contradiction named other"] == "counter-example"
