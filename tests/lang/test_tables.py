"""Decision tables: one row for every case, proved before anything is judged."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product
from typing import Final

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.lang.naive import Naive
from tests.lang.sample import (
    DAY,
    FUNCTIONS,
    VOCABULARY,
    channel,
    compiled,
    configuration,
    days,
    outcomes,
    rule_text,
)
from tests.strategies.lang import documents, tables
from tthc_rules.diagnostics import Message, Verdict
from tthc_rules.lang.clauses import place_of
from tthc_rules.lang.compiler import check_rule
from tthc_rules.lang.coverage import watched
from tthc_rules.lang.coverage_goals import Sight
from tthc_rules.lang.mutate import mutants
from tthc_rules.lang.plain import plain
from tthc_rules.lang.printer import format_rule
from tthc_rules.lang.tables import OUTSIDE
from tthc_rules.model.quantities import DayKind
from tthc_rules.model.text import Text
from tthc_rules.model.values import REFUSED, Tree, Value
from tthc_rules.report.messages import sentence
from tthc_rules.source import Source

TARIFF = """bảng (k.kênh, k.số_bản :
  trực_tuyến, ≤ 2 → 0 đồng;
  trực_tuyến, > 2 → 10.000 đồng;
  trực_tiếp | bưu_chính, * → 50.000 đồng)"""


def verdict(require: str, **changes: Value) -> Verdict:
    """Return what a requirement comes to for one channel."""
    (outcome,) = outcomes({"yêu cầu": require}, configuration(channels=(channel(**changes),)))
    return outcome.verdict


def messages(table: str) -> list[str]:
    """Return the English sentences on a table of numbers."""
    _, findings = compiled({"yêu cầu": f"1 = {table}"})
    return [sentence(finding.message, "en") for finding in findings]


# What a table gives


@given(table=tables(), number=st.integers(1, 2), document=documents())
def test_a_compiled_table_gives_what_the_naive_interpreter_gives(
    table: str, number: int, document: Tree
) -> None:
    """What is unknown is answered exactly: by trying every value that it could have."""
    clauses = {"yêu cầu": f"{table} = {number}"}
    rule, findings = compiled(clauses)
    assert rule is not None, findings
    checked, _ = check_rule(Source("a", rule_text(clauses)), "a/b", VOCABULARY)
    assert checked is not None
    expected = Naive(checked.rule, FUNCTIONS, DAY).verdicts(document)
    assert [outcome.verdict for outcome in rule.evaluate(document, FUNCTIONS, DAY)] == expected


@pytest.mark.parametrize(
    ("changes", "fee"),
    [
        ({"channel": "online", "copies": 2}, "0 đồng"),
        ({"channel": "online", "copies": 3}, "10.000 đồng"),
        ({"channel": "postal", "copies": 0}, "50.000 đồng"),
        ({"channel": "direct", "copies": REFUSED}, "50.000 đồng"),
    ],
)
def test_a_tariff_gives_the_result_of_the_one_row_that_fits(
    changes: Mapping[str, Value], fee: str
) -> None:
    assert verdict(f"{fee} = {TARIFF}", **changes) is Verdict.PASS
    assert verdict(f"{fee} ≠ {TARIFF}", **changes) is Verdict.VIOLATION


def test_what_is_unknown_makes_a_table_unknown_only_where_it_matters() -> None:
    assert verdict(f"0 đồng = {TARIFF}", channel="online", copies=REFUSED) is Verdict.UNDECIDED
    assert verdict(f"0 đồng = {TARIFF}", channel=REFUSED, copies=1) is Verdict.UNDECIDED
    alike = "bảng (k.kênh, k.đã_thu : online, * → 1; direct | postal, đúng → 1; còn lại → 2)"
    assert verdict(f"1 = {alike}", channel=REFUSED, paid=True) is Verdict.PASS
    assert verdict(f"1 = {alike}", channel=REFUSED, paid=False) is Verdict.UNDECIDED


def test_the_last_row_is_out_of_reach_where_the_known_values_leave_nothing_to_it() -> None:
    """Exact: the other rows take every channel, so the unread one does not matter."""
    table = (
        "bảng (k.kênh, k.đã_thu : online, đúng → 1; direct, đúng → 1; postal, đúng → 1;"
        " còn lại → 2)"
    )
    assert verdict(f"1 = {table}", channel=REFUSED, paid=True) is Verdict.PASS
    assert verdict(f"2 = {table}", channel=REFUSED, paid=False) is Verdict.PASS


def test_time_limits_that_the_calendar_cannot_compare_are_unknown() -> None:
    table = "bảng (k.thời_hạn : ≤ 5 ngày làm việc → {0}; còn lại → {1})"
    by_days = days(7, DayKind.DAY)
    assert verdict(f"1 = {table.format(1, 2)}", time_limit=by_days) is Verdict.UNDECIDED
    assert verdict(f"1 = {table.format(1, 1)}", time_limit=by_days) is Verdict.PASS
    assert verdict(f"2 = {table.format(1, 2)}", time_limit=days(7)) is Verdict.PASS


def test_the_reason_is_that_of_the_unknown_value() -> None:
    (outcome,) = outcomes(
        {"yêu cầu": f"0 đồng = {TARIFF}"},
        configuration(channels=(channel(copies=REFUSED),)),
    )
    path = Text("k.số_bản", "k.copies")
    assert outcome.reason == Message("lang/unread-value", {"path": path})


def test_a_value_that_no_type_foresees_is_undecided() -> None:
    (outcome,) = outcomes(
        {"yêu cầu": "1 = bảng (k.kênh : online | direct → 1; postal → 1)"},
        configuration(channels=(channel(channel="fax"),)),
    )
    assert outcome.reason == OUTSIDE


def test_a_gap_of_the_law_may_be_asked_for_through_a_table() -> None:
    require = "thiếu quy định(bảng (phí_theo_luật(c.thủ_tục, k.kênh) : 0 đồng → 1; còn lại → 2))"
    for code, expected in (("?", Verdict.PASS), ("1.000001", Verdict.VIOLATION)):
        (outcome,) = outcomes({"yêu cầu": require}, configuration(procedure=code))
        assert outcome.verdict is expected


def test_results_of_rows_that_are_not_met_are_not_computed() -> None:
    table = "bảng (k.đã_thu : đúng → 10 - k.số_bản; sai → k.số_bản - 10)"
    assert verdict(f"9 = {table}", paid=True) is Verdict.PASS
    money = "bảng (k.đã_thu : đúng → 5 đồng - 1 đồng; sai → 5 đồng - 6 đồng)"
    assert verdict(f"4 đồng = {money}", paid=True) is Verdict.PASS
    assert verdict(f"4 đồng = {money}", paid=False) is Verdict.UNDECIDED


def test_a_table_can_be_a_condition_and_hold_values_of_an_enumeration() -> None:
    assert verdict("bảng (k.số_bản : ≤ 1 → k.đã_thu; còn lại → sai)") is Verdict.PASS
    assert verdict("không bảng (k.số_bản : ≤ 1 → k.đã_thu; còn lại → sai)") is Verdict.VIOLATION
    assert verdict("k.kênh = bảng (k.đã_thu : đúng → online; sai → direct)") is Verdict.PASS
    assert verdict("bảng (k.đã_thu : đúng → online; sai → direct) = k.kênh") is Verdict.PASS


# What is refused


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ("k.kênh : online → 1; direct → 2", ["the table has no row for k.kênh: postal"]),
        ("k.đã_thu : đúng → 1", ["the table has no row for k.đã_thu: false"]),
        ("k.số_bản : ≤ 5 → 1; > 6 → 2", ["the table has no row for k.số_bản: 6"]),
        ("k.số_bản : ≤ 5 → 1; ≥ 6 → 2", []),
        ("k.thời_hạn : ≤ 5 ngày → 1; ≥ 6 ngày → 2",
         ["the table has no row for k.thời_hạn: between 5 days and 6 days"]),
        ("k.thời_hạn : ≤ 5 tháng → 1; ≥ 6 tháng → 2", []),
        ("k.thời_hạn : từ 0 ngày đến dưới 3 ngày → 1; ≥ 3 ngày → 2", []),
        ("c.ngày_công_bố : ≤ 2026-06-30 → 1; > 2026-07-01 → 2",
         ["the table has no row for c.ngày_công_bố: 2026-07-01"]),
        ("c.thủ_tục : \"a\" → 1", ["the table has no row for c.thủ_tục: another value"]),
        ("c.thủ_tục : \"a\" → 1; còn lại → 2", []),
        ("k.kênh, k.đã_thu : online, * → 1; *, đúng → 2; còn lại → 3",
         ["this row and an earlier one both take k.kênh: online; k.đã_thu: true"]),
        ("k.số_bản : từ 1 đến 3 → 1; từ 3 đến 5 → 2; còn lại → 3",
         ["this row and an earlier one both take k.số_bản: 3"]),
        ("k.số_bản : từ 1 đến dưới 3 → 1; từ 3 đến 5 → 2; còn lại → 3", []),
        ("k.kênh : * → 1; online → 2", ["a row that takes every case stands before others"]),
        ("k.đã_thu : đúng → 1; sai → 2; còn lại → 3",
         ["this row is never used: the rows above take every case"]),
        ("k.số_bản : từ 5 đến 1 → 1; còn lại → 2", ["no value fits this cell"]),
        ("phí_theo_luật(c.thủ_tục, k.kênh) : < 0 đồng → 1; còn lại → 2",
         ["no value fits this cell"]),
        ("phí_theo_luật(c.thủ_tục, k.kênh) : từ 0 đồng đến 5 đồng → 1; > 5 đồng → 2", []),
    ],
)  # fmt: skip
def test_a_table_has_exactly_one_row_for_every_case(rows: str, found: list[str]) -> None:
    assert messages(f"bảng ({rows})") == found


NUMBERS: Final = frozenset(range(-1, 5))
CHANNELS: Final = frozenset({"direct", "online", "postal"})
OF_NUMBERS: Final[Mapping[str, frozenset[int]]] = {
    "*": NUMBERS,
    "0": frozenset({0}),
    "1 | 3": frozenset({1, 3}),
    "< 1": frozenset({-1, 0}),
    "≤ 1": frozenset({-1, 0, 1}),
    "> 2": frozenset({3, 4}),
    "≥ 2": frozenset({2, 3, 4}),
    "từ 1 đến 2": frozenset({1, 2}),
    "từ 1 đến dưới 3": frozenset({1, 2}),
    "< 1 | > 2": NUMBERS - {1, 2},
    "từ 0 đến 2 | 3": frozenset({0, 1, 2, 3}),
}
OF_CHANNELS: Final[Mapping[str, frozenset[str]]] = {
    "*": CHANNELS,
    "online": frozenset({"online"}),
    "trực_tiếp | postal": frozenset({"direct", "postal"}),
    "direct": frozenset({"direct"}),
}
"""Cells with the values that fit them; what lies beyond the numbers fits as the last ones do."""


@given(
    rows=st.lists(
        st.tuples(st.sampled_from(sorted(OF_NUMBERS)), st.sampled_from(sorted(OF_CHANNELS))),
        min_size=1,
        max_size=4,
    ),
    otherwise=st.booleans(),
)
def test_the_proof_of_a_table_agrees_with_trying_every_case(
    rows: list[tuple[str, str]], otherwise: bool
) -> None:
    """No overlap, no gap and no idle row is missed, none is made up."""
    assume(("*", "*") not in rows)
    met = [
        sum(number in OF_NUMBERS[one] and name in OF_CHANNELS[other] for one, other in rows)
        for number, name in product(NUMBERS, CHANNELS)
    ]
    expected = {"lang/table-overlap"} if max(met) > 1 else set()
    if 0 in met and not otherwise:
        expected.add("lang/table-gap")
    if 0 not in met and otherwise:
        expected.add("lang/table-idle")
    written = [f"{number}, {name} → 1" for number, name in rows]
    written += ["còn lại → 2"] * otherwise
    rule, findings = compiled({"yêu cầu": f"1 = bảng (k.số_bản, k.kênh : {'; '.join(written)})"})
    assert {finding.code for finding in findings} == expected
    assert (rule is None) == bool(expected)


def test_shares_have_no_next_one_and_end_at_the_whole() -> None:
    for rows, expected in (
        ("≤ thu bằng 50% → 1; từ thu bằng 51% đến thu bằng 100% → 2",
         ["the table has no row for k.tỷ_lệ: between payable 50% and payable 51%"]),
        ("≤ thu bằng 50% → 1; > giảm 50% → 2", []),
        ("từ thu bằng 0% đến dưới thu bằng 100% → 1", ["the table has no row for k.tỷ_lệ:"
         " payable 100%"]),
        ("từ thu bằng 0% đến thu bằng 100% → 1", []),
    ):  # fmt: skip
        _, findings = compiled({"yêu cầu": f"có k.tỷ_lệ và 1 = bảng (k.tỷ_lệ : {rows})"})
        assert [sentence(finding.message, "en") for finding in findings] == expected


def test_a_table_that_tells_too_much_apart_is_refused() -> None:
    columns = ", ".join(["k.số_bản"] * 4)
    rows = "; ".join(f"{', '.join([str(number)] * 4)} → 1" for number in range(9))
    rule, findings = compiled({"yêu cầu": f"1 = bảng ({columns} : {rows}; còn lại → 2)"})
    assert rule is None
    assert [f.message.key for f in findings if isinstance(f.message, Message)] == [
        "lang/too-large.table"
    ]


def test_the_rows_of_a_table_are_counted_among_the_parts_of_a_clause() -> None:
    rows = "; ".join(f"{number} → 1" for number in range(600))
    _, findings = compiled({"yêu cầu": f"1 = bảng (k.số_bản : {rows}; còn lại → 2)"})
    assert [f.message.key for f in findings if isinstance(f.message, Message)] == [
        "lang/too-large.nodes"
    ]


@pytest.mark.parametrize("word", ["bảng", "table", "từ", "from", "đến", "to", "otherwise"])
def test_the_words_of_tables_stay_free_for_names(word: str) -> None:
    rule, findings = compiled({"đặt": f"{word} := 1", "yêu cầu": f"{word} = k.số_bản"})
    assert rule is not None, findings


# How it is printed, read and changed


def printed(table: str, to: str) -> str:
    """Return the requirement as it is printed."""
    text, findings = format_rule(Source("a", rule_text({"yêu cầu": table})), VOCABULARY, to)
    assert text is not None, findings
    start = text.index("yêu cầu:" if to == "vi" else "require:")
    return text[start : text.index("thông báo:" if to == "vi" else "message:")].rstrip()


def test_the_columns_of_a_table_stand_below_each_other() -> None:
    table = (
        "1 = table(k.channel,k.copies:online|postal,\n* -> 1\n;"
        "direct,from 1 to below 5|>9->2;otherwise->3)\n và k.paid"
    )
    assert (
        printed(table, "vi")
        == """\
yêu cầu: 1 = bảng (k.kênh, k.số_bản :
             trực_tuyến | bưu_chính, *                     → 1;
             trực_tiếp,              từ 1 đến dưới 5 | > 9 → 2;
             còn lại                                       → 3)
           và k.đã_thu"""
    )
    assert (
        printed(table, "en")
        == """\
require: 1 = table (k.channel, k.copies :
             online | postal, *                       → 1;
             direct,          from 1 to below 5 | > 9 → 2;
             otherwise                                → 3)
           and k.paid"""
    )


def changes(condition: str) -> set[tuple[str, str]]:
    """Return what is changed by the mutants of a requirement: the text, and the message."""
    text = rule_text({"yêu cầu": condition})
    checked, findings = check_rule(Source("a", text), "a/b", VOCABULARY)
    assert checked is not None, findings
    return {
        (text[slice(*mutant.place)], mutant.change.key)
        for mutant in mutants(checked, VOCABULARY, (0, 0))
    }


def test_mutation_changes_the_results_of_a_table() -> None:
    found = changes("1 = bảng (k.đã_thu : đúng → 1; sai → 2)")
    assert {text for text, key in found if key == "test/survivor.constant"} >= {"1", "2"}
    assert not any(key == "test/survivor.table-bound" for _, key in found)


def test_mutation_moves_a_bound_where_a_table_remains() -> None:
    """`≤ 1` beside `> 1` is a slip of `< 1` beside `≥ 1`; `> 3` alone would leave a gap."""
    for rows, expected in (
        ("≤ 1 → 1; từ 2 đến 3 → 2; > 3 → 4", {"từ 2 đến 3"}),
        ("< 1 → 1; ≥ 1 → 2", {"< 1"}),
        ("≤ 1 → 1; từ 2 đến 3 → 2; còn lại → 4", {"≤ 1", "từ 2 đến 3"}),
    ):
        found = changes(f"1 = bảng (k.số_bản : {rows})")
        assert {text for text, key in found if key == "test/survivor.table-bound"} == expected


def test_a_mutant_of_a_bound_gives_the_row_on_its_other_side() -> None:
    text = rule_text({"yêu cầu": "1 = bảng (k.số_bản : < 1 → 1; ≥ 1 → 2)"})
    checked, _ = check_rule(Source("a", text), "a/b", VOCABULARY)
    assert checked is not None
    (moved,) = (
        mutant.rule
        for mutant in mutants(checked, VOCABULARY, (0, 0))
        if mutant.change.key == "test/survivor.table-bound"
    )
    for copies, expected in ((0, Verdict.PASS), (1, Verdict.PASS), (2, Verdict.VIOLATION)):
        subject = configuration(channels=(channel(copies=copies),))
        (outcome,) = moved.evaluate(subject, FUNCTIONS, DAY)
        assert outcome.verdict is expected


def test_each_row_of_a_table_that_decides_must_be_seen() -> None:
    text = rule_text(
        {
            "đặt": "mức := bảng (k.kênh : online → 1; direct → 2; còn lại → 3)",
            "yêu cầu": "k.số_bản = mức",
        }
    )
    checked, _ = check_rule(Source("a", text), "a/b", VOCABULARY)
    assert checked is not None
    rule = watched(checked, VOCABULARY, place_of(text, "FORCE"))
    seen = []
    for name in ("online", REFUSED, "postal", "direct"):
        missing = [goal for goal in rule.missing if goal.sight is Sight.ROW]
        seen.append([text[slice(*goal.place)] for goal in missing])
        rule.rule.judge(configuration(channels=(channel(channel=name),)), FUNCTIONS, DAY)
    assert seen == [["online", "direct", "còn lại"], *[["direct", "còn lại"]] * 2, ["direct"]]
    assert not [goal for goal in rule.missing if goal.sight is Sight.ROW]


def test_a_table_is_read_aloud_row_by_row() -> None:
    text = rule_text(
        {
            "yêu cầu": "k.thời_hạn ≤ bảng (k.kênh, k.đã_thu, k.số_bản :"
            " online, đúng, từ 1 đến dưới 3 → 5 ngày làm việc; direct | postal, sai, * → 7 giờ;"
            " còn lại → trong ngày)"
        }
    )
    checked, findings = check_rule(Source("a", text), "a/b", VOCABULARY)
    assert checked is not None, findings
    assert Text(
        "Phải bảo đảm thời hạn của k không quá giá trị tra bảng (5 ngày làm việc khi kênh của k"
        " là “trực tuyến” và k đã thu và (số bản của k ít nhất là 1 và số bản của k nhỏ hơn 3);"
        " 7 giờ khi kênh của k thuộc “trực tiếp”, “bưu chính” và không đúng rằng k đã thu;"
        " trong ngày trong mọi trường hợp còn lại).",
        "It must hold that the time limit of k is at most the value of the table (5 working days"
        " when the channel of k is “online” and “paid” holds for k and (the copies of k is at"
        " least 1 and the copies of k is less than 3); 7 hours when the channel of k is one of"
        " “direct”, “postal” and “paid” does not hold for k; same day in every other case).",
    ) in plain(checked, VOCABULARY)
