"""The conditions of norms, as people write them."""

from __future__ import annotations

import pytest

from tthc_rules.lang.conditions import Fact, parse_condition
from tthc_rules.lang.vocabulary import BOOLEAN, INTEGER, MONEY, TEXT, TIME_LIMIT, EnumValue
from tthc_rules.model.conditions import All, AnyOf, Compare, Comparison, Condition, In, Not
from tthc_rules.model.quantities import Money, parse_time_limit

ONLINE = Compare("channel", Comparison.EQ, "online")
IDENTIFIED = Compare("applicant.identified", Comparison.EQ, True)
LONG = parse_time_limit("5 ngày làm việc")
assert LONG is not None

FACTS = (
    Fact(
        "channel",
        "kênh",
        TEXT,
        (EnumValue("direct", "trực tiếp"), EnumValue("online", "trực tuyến")),
    ),
    Fact("case", "trường_hợp", TEXT),
    Fact("applicant.identified", "người_nộp.đã_định_danh", BOOLEAN),
    Fact("applicant.age", "người_nộp.tuổi", INTEGER),
    Fact("capital", "vốn", MONEY),
    Fact("delay", "chậm", TIME_LIMIT),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("channel = online", ONLINE),
        ("kênh = trực_tuyến", ONLINE),
        ("online = channel", ONLINE),
        ('channel = "online"', ONLINE),
        ("channel = online and applicant.identified", All((ONLINE, IDENTIFIED))),
        ("kênh = trực_tuyến và người_nộp.đã_định_danh", All((ONLINE, IDENTIFIED))),
        ("channel = online or not applicant.identified", AnyOf((ONLINE, Not(IDENTIFIED)))),
        ("channel in [online, trực_tiếp]", In("channel", ("online", "direct"))),
        ("kênh không thuộc [online]", Not(In("channel", ("online",)))),
        ('case = "cap-lai"', Compare("case", Comparison.EQ, "cap-lai")),
        ("applicant.age ít nhất 16", Compare("applicant.age", Comparison.GE, 16)),
        ("16 ≤ người_nộp.tuổi", Compare("applicant.age", Comparison.GE, 16)),
        ("applicant.identified = sai", Compare("applicant.identified", Comparison.EQ, False)),
        ("vốn > 50.000 đồng", Compare("capital", Comparison.GT, Money(50_000))),
        ("chậm dài hơn 5 ngày làm việc", Compare("delay", Comparison.GT, LONG)),
    ],
)
def test_a_condition_reads_the_same_in_both_languages(text: str, expected: Condition) -> None:
    assert parse_condition(text, FACTS) == (expected, ())


@pytest.mark.parametrize(
    ("text", "key", "wrong"),
    [
        ("chanel = online", "lang/unknown-name.fact", "chanel"),
        ("channel = onlin", "lang/unknown-name.value", "onlin"),
        ('channel = "fax"', "lang/unknown-name.value", '"fax"'),
        ("case = default", "lang/wrong-type.fact", "default"),
        ("channel", "lang/wrong-type.condition", "channel"),
        ("channel < online", "lang/wrong-type.no-order", "channel < online"),
        ("applicant.age = true", "lang/wrong-type.fact", "true"),
        ("applicant.age = applicant.age", "lang/condition", "applicant.age"),
        ("has applicant.age", "lang/condition", "has applicant.age"),
        ("channel = online and", "lang/syntax.ended", "and"),
        ("channel = online & x", "lang/syntax.unexpected", "&"),
        ("", "lang/syntax.ended", ""),
    ],
)
def test_a_mistake_is_shown_at_its_place(text: str, key: str, wrong: str) -> None:
    condition, faults = parse_condition(text, FACTS)
    assert condition is None
    assert [(fault.message.key, text[fault.start : fault.end]) for fault in faults] == [
        (key, wrong)
    ]


def test_every_mistake_is_found() -> None:
    _, faults = parse_condition("chanel = online and channel = onlin", FACTS)
    assert [fault.help and fault.help.values["nearest"] for fault in faults] == [
        "channel",
        "online",
    ]
