"""A small vocabulary, documents and law functions for the tests of the language."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Final

from tthc_rules.diagnostics import Finding, Message
from tthc_rules.lang.compiled import CompiledRule, Functions, Outcome
from tthc_rules.lang.compiler import compile_rule
from tthc_rules.lang.undecided import Gap, Undecided
from tthc_rules.lang.vocabulary import (
    BOOLEAN,
    COMPARE_TIME_LIMITS,
    DATE,
    INTEGER,
    RATE,
    TEXT,
    TIME_LIMIT,
    Collection,
    Enumeration,
    EnumType,
    EnumValue,
    Field,
    Function,
    Kind,
    ListOf,
    Record,
    RecordType,
    Scalar,
    Vocabulary,
)
from tthc_rules.model.conditions import Comparison
from tthc_rules.model.quantities import DayKind, Money, TimeLimit
from tthc_rules.model.text import Text
from tthc_rules.model.values import Tree, Value
from tthc_rules.source import Source

DAY: Final = date(2026, 7, 1)
FEE: Final = Scalar(Kind.MONEY, "fee")
CHARGE: Final = Scalar(Kind.MONEY, "charge")

VOCABULARY: Final = Vocabulary(
    records={
        "configuration": RecordType(
            "configuration",
            (
                Field("procedure", "thủ_tục", TEXT),
                Field("territory", "địa_bàn", TEXT, optional=True),
                Field("published", "ngày_công_bố", DATE),
                Field("channels", "kênh", ListOf(Record("channel"))),
                Field("steps", "các_bước", ListOf(Record("step")), optional=True),
                Field("tags", "nhãn", ListOf(TEXT)),
                Field("state", "trạng_thái", Enumeration("state")),
            ),
        ),
        "channel": RecordType(
            "channel",
            (
                Field("channel", "kênh", Enumeration("channel")),
                Field("time_limit", "thời_hạn", TIME_LIMIT),
                Field("fee", "phí", FEE, optional=True),
                Field("charge", "lệ_phí", CHARGE, optional=True),
                Field("rate", "tỷ_lệ", RATE, optional=True),
                Field("paid", "đã_thu", BOOLEAN),
                Field("copies", "số_bản", INTEGER),
                Field("basis", "căn_cứ", TEXT, optional=True),
                Field("allowed", "được_phép", ListOf(Enumeration("channel"))),
            ),
        ),
        "step": RecordType(
            "step",
            (
                Field("id", "mã", TEXT),
                Field("duration", "thời_lượng", TIME_LIMIT, optional=True),
                Field("copies", "số_bản", INTEGER),
                Field("present", "có_mặt", BOOLEAN),
            ),
        ),
        "answer": RecordType(
            "answer",
            (
                Field("value", "giá_trị", TIME_LIMIT),
                Field("instrument", "văn_bản", TEXT),
                Field("note", "ghi_chú", TEXT, optional=True),
            ),
            stands_for="value",
        ),
    },
    enums={
        "channel": EnumType(
            "channel",
            (
                EnumValue("direct", "trực_tiếp"),
                EnumValue("online", "trực_tuyến"),
                EnumValue("postal", "bưu_chính"),
            ),
        ),
        "state": EnumType(
            "state", (EnumValue("read-only", "chỉ đọc"), EnumValue("active", "hoạt động"))
        ),
    },
    collections=(Collection("configuration", "cấu hình", "configuration"),),
    functions=(
        Function(
            "time_limit_by_law",
            "thời_hạn_theo_luật",
            (Record("configuration"), Record("channel")),
            Record("answer"),
        ),
        Function("known_procedure", "thủ_tục_đã_biết", (TEXT,), BOOLEAN),
        Function("fee_by_law", "phí_theo_luật", (TEXT, Enumeration("channel")), FEE),
        Function("same", "y_nguyên", (INTEGER,), INTEGER, may_be_unknown=False),
    ),
    called={"fee": Text("phí", "fee"), "charge": Text("lệ phí", "charge")},
)


def days(amount: int, kind: DayKind = DayKind.WORKING_DAY) -> TimeLimit:
    """Return a time limit of whole units."""
    return TimeLimit(kind, Fraction(amount))


def compare_time_limits(left: TimeLimit, comparison: Comparison, right: TimeLimit) -> bool:
    """Compare time limits of one kind; others are undecided here."""
    if left.kind is not right.kind:
        raise Undecided(Message("test/kinds"))
    sides = left.amount, right.amount
    return {
        Comparison.EQ: sides[0] == sides[1],
        Comparison.NE: sides[0] != sides[1],
        Comparison.LT: sides[0] < sides[1],
        Comparison.LE: sides[0] <= sides[1],
        Comparison.GT: sides[0] > sides[1],
        Comparison.GE: sides[0] >= sides[1],
    }[comparison]


def time_limit_by_law(configuration: Tree, channel: Tree) -> Value:
    """Five working days, a gap for postal delivery, undecided for the procedure `?`."""
    if configuration["procedure"] == "?":
        raise Undecided(Message("test/undecided"))
    if channel["channel"] == "postal":
        raise Gap(Message("test/gap"))
    return {"value": days(5), "instrument": "118/2025/NĐ-CP"}


def known_procedure(code: str) -> bool:
    """Undecided for `?`, else whether the code begins with a digit."""
    if code == "?":
        raise Undecided(Message("test/undecided"))
    return code[:1].isdigit()


def fee_by_law(code: str, channel: str) -> Money:
    """Free online, 50.000 đồng elsewhere, a gap for the procedure `?`."""
    if code == "?":
        raise Gap(Message("test/gap"))
    return Money(0 if channel == "online" else 50_000)


def same(number: int) -> int:
    """Return the number."""
    return number


FUNCTIONS: Final[Functions] = {
    COMPARE_TIME_LIMITS: compare_time_limits,
    "time_limit_by_law": time_limit_by_law,
    "known_procedure": known_procedure,
    "fee_by_law": fee_by_law,
    "same": same,
}


def channel(**changes: Value) -> Tree:
    """Return a channel with some values changed; None removes one."""
    base: dict[str, Value] = {
        "channel": "online",
        "time_limit": days(5),
        "paid": True,
        "copies": 1,
        "allowed": ("direct", "online"),
    }
    return {**base, **changes}


def configuration(**changes: Value) -> Tree:
    """Return a configuration with some values changed."""
    base: dict[str, Value] = {
        "procedure": "1.000001",
        "published": date(2026, 1, 1),
        "channels": (channel(),),
        "tags": ("a",),
        "state": "active",
    }
    return {**base, **changes}


FRAME: Final[Mapping[str, str]] = {
    "mức độ": "lỗi",
    "căn cứ": "118/2025/NĐ-CP",
    "hiệu lực": "luôn",
    "áp dụng cho": "mỗi cấu hình gọi là c, mỗi c.kênh gọi là k",
    "yêu cầu": "k.đã_thu",
    "thông báo": 'vi "sai" en "wrong"',
}


def rule_text(clauses: Mapping[str, str]) -> str:
    """Return a rule with some clauses changed or added."""
    lines = ['quy tắc "Một quy tắc"', '  en: "A rule"']
    lines += [f"  {label}: {body}" for label, body in {**FRAME, **clauses}.items()]
    return "\n".join([*lines, "hết", ""])


def compiled(clauses: Mapping[str, str]) -> tuple[CompiledRule | None, tuple[Finding, ...]]:
    """Compile a rule with some clauses changed or added."""
    return compile_rule(Source("a/b.tthc", rule_text(clauses)), "a/b", VOCABULARY)


def outcomes(clauses: Mapping[str, str], subject: Tree) -> list[Outcome]:
    """Return what a rule with some clauses changed says of a document."""
    rule, findings = compiled(clauses)
    assert rule is not None, findings
    return list(rule.evaluate(subject, FUNCTIONS, DAY))
