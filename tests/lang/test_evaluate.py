"""What compiled rules say of documents."""

from __future__ import annotations

import pickle
from collections.abc import Mapping

import pytest

from tests.lang.sample import (
    DAY,
    FUNCTIONS,
    channel,
    compiled,
    configuration,
    days,
    outcomes,
    rule_text,
)
from tthc_rules.diagnostics import Verdict
from tthc_rules.lang.compiled import Replacement
from tthc_rules.lang.limits import MAX_STEPS
from tthc_rules.model.quantities import DayKind, Money
from tthc_rules.model.text import Text
from tthc_rules.model.values import REFUSED, Tree, Value

PASS, VIOLATION = Verdict.PASS, Verdict.VIOLATION
NOT_APPLICABLE, UNDECIDED = Verdict.NOT_APPLICABLE, Verdict.UNDECIDED

LAW = {
    "đặt": "mức := thời_hạn_theo_luật(c, k)",
    "yêu cầu": "k.thời_hạn không quá mức",
    "thông báo": 'vi "khai {k.thời_hạn}; {mức.văn_bản} chỉ cho {mức}"'
    ' en "configured {k.time_limit}; {mức.instrument} allows {mức}"',
    "cách sửa": "k.thời_hạn := mức",
}


def verdict(require: str, subject: Tree, **clauses: str) -> Verdict:
    """Return the verdict on the one channel of a document."""
    (outcome,) = outcomes({"yêu cầu": require, **clauses}, subject)
    return outcome.verdict


def on_channel(require: str, **changes: Value) -> Verdict:
    """Return the verdict on a document with one channel, changed."""
    return verdict(require, configuration(channels=(channel(**changes),)))


def test_the_rule_of_the_design_judges_each_channel_by_the_law() -> None:
    subject = configuration(
        channels=(
            channel(),
            channel(time_limit=days(7)),
            channel(channel="postal"),
            channel(time_limit=days(7, DayKind.DAY)),
        )
    )
    found = outcomes(LAW, subject)
    assert [o.verdict for o in found] == [PASS, VIOLATION, UNDECIDED, UNDECIDED]
    assert [o.pointer for o in found] == [("channels", n, "time_limit") for n in range(4)]
    violation = found[1]
    assert violation.message == Text(
        "khai 7 ngày làm việc; 118/2025/NĐ-CP chỉ cho 5 ngày làm việc",
        "configured 7 working days; 118/2025/NĐ-CP allows 5 working days",
    )
    assert violation.fix == Replacement(("channels", 1, "time_limit"), days(5))
    assert violation.facts == ("time_limit=7 working days",)
    assert [o.reason.key for o in found[2:] if o.reason] == ["test/gap", "test/kinds"]


def test_a_pickled_rule_judges_like_the_one_it_was_made_from() -> None:
    rule, _ = compiled(LAW)
    assert rule is not None
    subject = configuration(channels=(channel(time_limit=days(7)),))
    before = list(rule.evaluate(subject, FUNCTIONS, DAY))
    again = pickle.loads(pickle.dumps(rule))  # noqa: S301 - made in the line itself
    assert again == rule
    assert list(again.evaluate(subject, FUNCTIONS, DAY)) == before


def test_judge_counts_what_needs_no_word_and_keeps_the_rest() -> None:
    rule, _ = compiled({**LAW, "khi": "k.kênh ≠ trực_tiếp"})
    assert rule is not None
    subject = configuration(
        channels=(channel(), channel(channel="direct"), channel(time_limit=days(9)))
    )
    judgement = rule.judge(subject, FUNCTIONS, DAY)
    every = list(rule.evaluate(subject, FUNCTIONS, DAY))
    assert (judgement.passed, judgement.not_applicable) == (1, 1)
    assert judgement.concerns == (every[2],)


@pytest.mark.parametrize(
    ("require", "changes", "expected"),
    [
        ("k.kênh = trực_tuyến", {}, PASS),
        ("k.channel = online", {}, PASS),
        ("k.kênh ≠ bưu_chính", {}, PASS),
        ("trực_tiếp = k.kênh", {}, VIOLATION),
        ("k.kênh thuộc [trực_tiếp, postal]", {}, VIOLATION),
        ("k.kênh không thuộc [trực_tiếp, postal]", {}, PASS),
        ("k.kênh thuộc k.được_phép", {}, PASS),
        ("postal in k.allowed", {}, VIOLATION),
        ("c.trạng_thái = hoạt_động", {}, PASS),
        ("c.trạng_thái = read_only", {}, VIOLATION),
        ("không k.đã_thu", {}, VIOLATION),
        ("k.đã_thu = sai", {}, VIOLATION),
        ("k.số_bản + 2 * 3 = 7", {}, PASS),
        ("(k.số_bản + 2) * 3 = 9", {}, PASS),
        ("k.số_bản - 3 < 0", {}, PASS),
        ("y_nguyên(k.số_bản) ≥ 1", {}, PASS),
        ("c.ngày_công_bố < 2026-01-02", {}, PASS),
        ("c.ngày_công_bố < ngày_xét", {}, PASS),
        ("as_of = 2026-07-01", {}, PASS),
        ("có k.phí", {}, VIOLATION),
        ("không có k.phí", {}, PASS),
        ("có k.phí và k.phí > 50.000 đồng", {"fee": Money(50_001)}, PASS),
        ("không có k.phí hoặc k.phí không quá 50,000 dong", {"fee": Money(50_001)}, VIOLATION),
        ("có k.phí và k.phí * thu bằng 50% = 25.000 đồng", {"fee": Money(50_000)}, PASS),
        ("có k.phí và k.phí * thu bằng 50% = 1 đồng", {"fee": Money(3)}, UNDECIDED),
        ("có k.phí và k.phí - 5 đồng ≥ 0 đồng", {"fee": Money(3)}, UNDECIDED),
        ("k.thời_hạn ngắn hơn 6 ngày làm việc", {}, PASS),
        ("k.thời_hạn ngắn hơn 6 ngày", {}, UNDECIDED),
        ("k.thời_hạn + 1 ngày làm việc = 6 working days", {}, PASS),
        ("k.thời_hạn + 1 ngày = 6 working days", {}, UNDECIDED),
        ("k.thời_hạn * 2 ít nhất 10 ngày làm việc", {}, PASS),
        ("k.thời_hạn không quá thời_hạn_theo_luật(c, k)", {}, PASS),
        ('thời_hạn_theo_luật(c, k).văn_bản = "118/2025/NĐ-CP"', {}, PASS),
        ("thiếu quy định(thời_hạn_theo_luật(c, k))", {}, VIOLATION),
        ("thiếu quy định(thời_hạn_theo_luật(c, k))", {"channel": "postal"}, PASS),
        ("phí_theo_luật(c.thủ_tục, trực_tuyến) = 0 đồng", {}, PASS),
    ],
)
def test_a_condition_holds_or_not(
    require: str, changes: Mapping[str, Value], expected: Verdict
) -> None:
    assert on_channel(require, **changes) is expected


STEPS: tuple[Value, ...] = (
    {"id": "a", "copies": 1, "present": True, "duration": days(1)},
    {"id": "b", "copies": 3, "present": False},
)


@pytest.mark.parametrize(
    ("require", "expected"),
    [
        ("mọi (b thuộc c.các_bước : b.số_bản ≥ 1)", PASS),
        ("mọi (b thuộc c.các_bước : b.số_bản > 1)", VIOLATION),
        ("mọi (b thuộc c.các_bước sao cho b.có_mặt : b.số_bản = 1)", PASS),
        ("có ít nhất một (b thuộc c.các_bước sao cho b.số_bản = 3)", PASS),
        ("at least one (b in c.steps such that b.present : b.copies = 3)", VIOLATION),
        ("không có (b thuộc c.các_bước : b.số_bản = 4)", PASS),
        ("no (b in c.steps such that b.copies = 3)", VIOLATION),
        ("tổng (b.số_bản với mọi b thuộc c.các_bước) = 4", PASS),
        ("số lượng (b với mọi b thuộc c.các_bước sao cho b.có_mặt) = 1", PASS),
        ("số lượng (c.các_bước) = 2", PASS),
        ("nhỏ nhất (b.số_bản với mọi b thuộc c.các_bước) = 1", PASS),
        ("largest (b.copies for each b in c.steps) = 3", PASS),
        ("largest (b.copies for each b in c.steps such that b.copies > 9) = 3", UNDECIDED),
        ("sum (b.copies for each b in c.steps such that b.copies > 9) = 0", PASS),
        (
            "tổng (b.thời_lượng với mọi b thuộc c.các_bước sao cho có b.thời_lượng)"
            " = 1 ngày làm việc",
            PASS,
        ),
        ('mọi (n thuộc c.nhãn : n = "a")', PASS),
    ],
)
def test_lists_are_quantified_and_folded(require: str, expected: Verdict) -> None:
    subject = configuration(steps=STEPS)
    assert verdict(require, subject, khi="có c.các_bước") is expected


UNREAD = "k.số_bản = 1"


@pytest.mark.parametrize(
    ("require", "expected"),
    [
        (UNREAD, UNDECIDED),
        (f"không {UNREAD}", UNDECIDED),
        (f"{UNREAD} và sai", VIOLATION),
        (f"sai và {UNREAD}", VIOLATION),
        (f"{UNREAD} và đúng", UNDECIDED),
        (f"{UNREAD} hoặc đúng", PASS),
        (f"đúng hoặc {UNREAD}", PASS),
        (f"{UNREAD} hoặc sai", UNDECIDED),
        (f'mọi (n thuộc c.nhãn : {UNREAD} hoặc n = "a")', PASS),
        (f'mọi (n thuộc c.nhãn : {UNREAD} và n = "b")', VIOLATION),
        (f"có ít nhất một (n thuộc c.nhãn : {UNREAD})", UNDECIDED),
        (f'không có (n thuộc c.nhãn : {UNREAD} và n = "b")', PASS),
        ("thiếu quy định(y_nguyên(k.số_bản))", UNDECIDED),
    ],
)
def test_unknown_spreads_exactly_as_kleene_says(require: str, expected: Verdict) -> None:
    assert on_channel(require, copies=REFUSED) is expected


def test_a_value_that_was_not_read_is_unknown_and_a_missing_one_too() -> None:
    assert on_channel("k.đã_thu", paid=REFUSED) is UNDECIDED
    subject = configuration(channels=({"channel": "online"},))
    (outcome,) = outcomes({"yêu cầu": "k.đã_thu"}, subject)
    assert outcome.verdict is UNDECIDED
    assert outcome.reason is not None
    assert outcome.reason.values == {"path": Text("k.đã_thu", "k.paid")}


def test_a_list_with_an_unread_item_settles_membership_only_when_found() -> None:
    listed = (REFUSED, "online")
    assert on_channel("k.kênh thuộc k.được_phép", allowed=listed) is PASS
    assert on_channel("bưu_chính thuộc k.được_phép", allowed=listed) is UNDECIDED
    assert on_channel("bưu_chính không thuộc k.được_phép", allowed=listed) is UNDECIDED
    assert on_channel("k.kênh không thuộc k.được_phép", allowed=listed) is VIOLATION


def test_an_unread_list_is_one_undecided_outcome_at_the_list() -> None:
    (outcome,) = outcomes({}, configuration(channels=REFUSED))
    assert (outcome.verdict, outcome.pointer) == (UNDECIDED, ("channels",))


def test_an_unread_item_is_undecided_and_the_others_are_judged() -> None:
    found = outcomes({}, configuration(channels=(REFUSED, channel())))
    assert [o.verdict for o in found] == [UNDECIDED, PASS]


def test_an_absent_optional_list_holds_nothing_to_judge() -> None:
    clauses = {
        "áp dụng cho": "mỗi cấu hình gọi là c, mỗi c.các_bước gọi là b",
        "yêu cầu": "b.có_mặt",
    }
    assert outcomes(clauses, configuration()) == []
    assert [o.verdict for o in outcomes(clauses, configuration(steps=STEPS))] == [PASS, VIOLATION]


def test_when_false_is_not_applicable_and_unknown_is_undecided() -> None:
    subject = configuration()
    assert verdict("sai", subject, khi="k.kênh = trực_tiếp") is NOT_APPLICABLE
    assert verdict("đúng", subject, khi='thủ_tục_đã_biết("?")') is UNDECIDED


def test_a_named_law_value_is_not_asked_for_where_the_rule_does_not_apply() -> None:
    clauses = {**LAW, "khi": "k.kênh ≠ bưu_chính"}
    subject = configuration(channels=(channel(channel="postal"),))
    assert [o.verdict for o in outcomes(clauses, subject)] == [NOT_APPLICABLE]


def test_an_exception_that_is_met_cites_its_provision() -> None:
    clauses = {"yêu cầu": "sai", "trừ khi": "k.đã_thu theo khoản 2 Điều 5 118/2025/NĐ-CP"}
    (outcome,) = outcomes(clauses, configuration())
    assert outcome.verdict is NOT_APPLICABLE
    assert outcome.exemption is not None
    assert (outcome.exemption.article, outcome.exemption.clause) == ("5", "2")
    assert on_channel("sai") is VIOLATION
    (outcome,) = outcomes(clauses, configuration(channels=(channel(paid=REFUSED),)))
    assert outcome.verdict is UNDECIDED


def test_a_gap_may_be_asked_for_but_no_other_reason() -> None:
    clauses = {**LAW, "yêu cầu": "thiếu quy định(mức) hoặc k.thời_hạn không quá mức"}
    postal = configuration(channels=(channel(channel="postal"),))
    assert [o.verdict for o in outcomes(clauses, postal)] == [PASS]
    unsure = configuration(procedure="?")
    assert [o.verdict for o in outcomes(clauses, unsure)] == [UNDECIDED]


def test_the_place_may_be_named_and_defaults_to_what_is_asked_of_the_document() -> None:
    (outcome,) = outcomes({"tại": "c.địa_bàn"}, configuration())
    assert outcome.pointer == ("territory",)
    (outcome,) = outcomes({"yêu cầu": "có k.căn_cứ"}, configuration())
    assert outcome.pointer == ("channels", 0, "basis")
    (outcome,) = outcomes({"yêu cầu": "sai"}, configuration())
    assert outcome.pointer == ("channels", 0)


def test_placeholders_read_in_both_languages() -> None:
    clauses = {
        "yêu cầu": "sai",
        "thông báo": 'vi "{k.kênh} {k.đã_thu} {c.ngày_công_bố} {c.nhãn} {{x}}"'
        ' en "{k.channel} {k.paid} {c.published} {c.tags} {{x}}"',
        "gợi ý": 'vi "bỏ {k.số_bản}" en "drop {k.copies}"',
    }
    (outcome,) = outcomes(clauses, configuration())
    assert outcome.message == Text(
        "trực tuyến đúng 01/01/2026 a {x}", "online true 2026-01-01 a {x}"
    )
    assert outcome.help == Text("bỏ 1", "drop 1")


def test_a_placeholder_without_a_value_says_so() -> None:
    clauses = {
        "yêu cầu": "sai",
        "thông báo": 'vi "luật: {thời_hạn_theo_luật(c, k)}" en "law: {time_limit_by_law(c, k)}"',
    }
    (outcome,) = outcomes(clauses, configuration(procedure="?"))
    assert outcome.message == Text("luật: chưa rõ", "law: unknown")


def test_the_steps_of_an_evaluation_are_bounded() -> None:
    clauses = {"yêu cầu": "mọi (a thuộc c.nhãn : mọi (b thuộc c.nhãn : a = a và b = b))"}
    many = configuration(tags=("a",) * 400)
    assert MAX_STEPS < 400 * 400
    (outcome,) = outcomes(clauses, many)
    assert outcome.verdict is UNDECIDED
    assert outcome.reason is not None
    assert outcome.reason.key == "lang/too-many-steps"


def test_periods_of_force_are_half_open() -> None:
    rule, _ = compiled({"hiệu lực": "từ 2025-07-01 đến trước 2026-07-01; từ 2027-03-01"})
    assert rule is not None
    assert rule.in_force(DAY.replace(year=2025))
    assert not rule.in_force(DAY)
    assert rule.in_force(DAY.replace(year=2027))


def test_what_a_rule_says_of_itself_is_kept() -> None:
    rule, findings = compiled(
        {
            "mức độ": "cảnh báo",
            "căn cứ": "điểm b khoản 1 Điều 15 224/2026/NĐ-CP của chinh-phu; quy ước kỹ thuật",
            "thay cho": "fee/ended; fee/window-ended",
            "không được bỏ qua": "",
        }
    )
    assert findings == ()
    assert rule is not None
    assert rule.severity.value == "warning"
    assert rule.convention
    (citation,) = rule.citations
    assert (citation.number, citation.article) == ("224/2026/NĐ-CP", "15")
    assert (citation.clause, citation.point, citation.issuer) == ("1", "b", "chinh-phu")
    assert rule.silences == ("fee/ended", "fee/window-ended")
    assert not rule.suppressible
    assert rule.titles == Text("Một quy tắc", "A rule")


def test_names_needed_by_khi_are_known_there_and_others_after_it() -> None:
    clauses = {
        "đặt": "hai := k.số_bản + 1\n  nhiều := hai > 3\n  phí := k.phí * 2",
        "khi": "có k.phí và không nhiều",
        "yêu cầu": "phí < 10 đồng và hai thuộc [k.số_bản + 1, 7]",
    }
    found = outcomes(
        clauses,
        configuration(
            channels=(
                channel(),
                channel(fee=Money(2)),
                channel(fee=Money(5)),
                channel(fee=Money(5), copies=3),
                channel(fee=REFUSED),
                channel(fee=Money(2), copies=REFUSED),
            )
        ),
    )
    assert [o.verdict for o in found] == [
        NOT_APPLICABLE,
        PASS,
        VIOLATION,
        NOT_APPLICABLE,
        UNDECIDED,
        UNDECIDED,
    ]
    assert found[2].facts == ("fee=5 dong", "copies=1")


def test_a_name_of_a_law_value_used_only_in_the_message_is_asked_for_only_then() -> None:
    asked: list[str] = []

    def known(code: str) -> bool:
        asked.append(code)
        return True

    clauses = {
        "đặt": "biết := thủ_tục_đã_biết(c.thủ_tục)",
        "thông báo": 'vi "{biết}" en "{biết}"',
    }
    rule, _ = compiled(clauses)
    assert rule is not None
    functions = {**FUNCTIONS, "known_procedure": known}
    assert rule.judge(configuration(), functions, DAY).passed == 1
    assert asked == []
    unpaid = configuration(channels=(channel(paid=False),))
    (concern,) = rule.judge(unpaid, functions, DAY).concerns
    assert concern.message == Text("đúng", "true")
    assert asked == ["1.000001"]


def test_the_frame_of_these_tests_is_a_whole_rule() -> None:
    assert compiled({})[1] == ()
    assert rule_text({}).endswith("hết\n")
