"""Rules read aloud."""

from __future__ import annotations

import pytest
from hypothesis import given

from tests.lang.sample import VOCABULARY, rule_text
from tests.lang.test_corpus import CORPUS
from tests.strategies.lang import conditions
from tthc_rules.lang.compiler import check_rule
from tthc_rules.lang.directions import disagree
from tthc_rules.lang.plain import plain
from tthc_rules.model.text import Text
from tthc_rules.source import Source


def read_aloud(text: str) -> tuple[Text, ...]:
    """Return the sentences of a rule."""
    checked, findings = check_rule(Source("a", text), "a/b", VOCABULARY)
    assert checked is not None, findings
    return plain(checked, VOCABULARY)


def required(condition: str) -> Text:
    """Return the sentence that says what is required."""
    (sentence,) = (
        text for text in read_aloud(rule_text({"yêu cầu": condition})) if text.vi.startswith("Phải")
    )
    return sentence


def test_the_rule_of_the_design_is_read_in_both_languages() -> None:
    text = (CORPUS / "accept" / "design-example.tthc").read_text(encoding="utf-8")
    assert read_aloud(text) == (
        Text(
            "Xét mỗi cấu hình (c), mỗi kênh của c (k).",
            "Judges each configuration (c), each of the channels of c (k).",
        ),
        Text("Gọi mức là thời hạn theo luật (c, k).", "Let mức be time limit by law (c, k)."),
        Text(
            "Phải bảo đảm thời hạn của k không quá mức.",
            "It must hold that the time limit of k is at most mức.",
        ),
        Text("Nếu không: lỗi.", "Otherwise: error."),
        Text("Căn cứ: 118/2025/NĐ-CP.", "Basis: 118/2025/NĐ-CP."),
        Text("Hiệu lực: từ 01/07/2025.", "In force: from 2025-07-01."),
    )


@pytest.mark.parametrize(
    ("condition", "vi", "en"),
    [
        ("k.kênh = online", "kênh của k là “trực tuyến”", "the channel of k is “online”"),
        ("c.ngày_công_bố ≥ ngày_xét", "không trước ngày xét", "is not before the day of judgement"),
        ("k.thời_hạn > 5 ngày", "dài hơn 5 ngày", "is longer than 5 days"),
        ("k.số_bản > 5", "lớn hơn 5", "is more than 5"),
        ("không có k.phí", "k không ghi phí", "k states no fee"),
        ("không k.đã_thu", "không đúng rằng k đã thu", "“paid” does not hold for k"),
        (
            "thiếu quy định(thời_hạn_theo_luật(c, k))",
            "pháp luật không quy định thời hạn theo luật (c, k)",
            "the law does not set time limit by law (c, k)",
        ),
        (
            "mọi (a thuộc c.kênh sao cho a.đã_thu : a.số_bản = 1)",
            "với mọi a trong kênh của c mà a đã thu: số bản của a là 1",
            "for every a in the channels of c such that “paid” holds for a: the copies of a is 1",
        ),
        (
            "tổng (a.số_bản với mọi a thuộc c.kênh) = 1",
            "tổng của số bản của a với mọi a trong kênh của c là 1",
            "the sum of the copies of a for every a in the channels of c is 1",
        ),
    ],
)
def test_a_condition_is_read_in_both_languages(condition: str, vi: str, en: str) -> None:
    sentence = required(condition)
    assert vi in sentence.vi
    assert en in sentence.en


@given(require=conditions(optional=False))
def test_every_rule_can_be_read_aloud(require: str) -> None:
    for sentence in read_aloud(rule_text({"yêu cầu": require})):
        assert sentence.vi.endswith(".")
        assert sentence.en.endswith(".")
        assert "{" not in sentence.vi + sentence.en


@pytest.mark.parametrize(
    ("vi", "en", "opposite"),
    [
        ("dài hơn", "longer than", False),
        ("dài hơn", "shorter than", True),
        ("sớm hơn", "later than", True),
        ("không vượt", "not longer", False),
        ("dài hơn hoặc ngắn hơn", "longer", False),
        ("dài hơn {k.shorter}", "longer", False),
        ("khác", "shorter", False),
    ],
)
def test_languages_that_say_opposite_things_are_seen(vi: str, en: str, opposite: bool) -> None:
    assert disagree(Text(vi, en)) is opposite
