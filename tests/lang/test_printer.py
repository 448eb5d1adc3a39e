"""The canonical form of rule files, and their translation."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.lang.sample import VOCABULARY, rule_text
from tests.lang.test_corpus import files
from tests.strategies.lang import conditions
from tthc_rules.lang.compiler import CheckedRule, check_rule
from tthc_rules.lang.meaning import roots
from tthc_rules.lang.printer import format_rule
from tthc_rules.lang.typed import meaning
from tthc_rules.source import Source

ACCEPTED = [path.read_text(encoding="utf-8") for path in files("accept")]


def checked(text: str) -> CheckedRule:
    """Return what a text means."""
    rule, findings = check_rule(Source("a", text), "a/b", VOCABULARY)
    assert rule is not None, findings
    return rule


def formatted(text: str, to: str | None = None) -> str:
    """Return the canonical form of a text that is a rule."""
    result, findings = format_rule(Source("a", text), VOCABULARY, to)
    assert result is not None, findings
    return result


def means(text: str) -> tuple[object, ...]:
    """Return all that a text says, without how it says it."""
    rule = checked(text)
    told = rule.rule.message, rule.rule.help, rule.rule.at.keys, rule.rule.collection
    return (rule.head, told, *(meaning(root) for root in roots(rule.rule)))


def comments(text: str) -> list[str]:
    """Return the comments of a text in which no string holds a `#`."""
    return [comment.strip() for comment in re.findall(r"#.*", text)]


@st.composite
def untidy(draw: st.DrawFn) -> str:
    """Return a rule with spaces, line breaks and comments at odd places."""
    clauses = {
        "khi": draw(conditions(depth=2)),
        "đặt": f"p := {draw(conditions(depth=1))}\n q := {draw(conditions(depth=1))}",
        "trừ khi": f"{draw(conditions(depth=1))} theo khoản 2 Điều 5 63/2010/NĐ-CP",
        "yêu cầu": f"p và không q và {draw(conditions())}",
        "thông báo": 'en "copies {k.số_bản}" vi "{ k.copies } bản {{x}}"',
    }
    text = rule_text(clauses)
    spaces = st.sampled_from([" ", "  ", " ", "\n  ", "  # lạ\n ", " # một\n # hai\n"])
    quoted = re.split(r'("[^"]*")', text)
    for number in range(0, len(quoted), 2):
        words = re.split(
            r"(?<=[,(;]) | (?=và |hoặc |and |or |sao cho |theo |vi |en |→ |-> |: )", quoted[number]
        )
        quoted[number] = "".join(word + draw(spaces) for word in words[:-1]) + words[-1]
    return draw(st.sampled_from(["", "# đầu tệp\n\n"])) + "".join(quoted)


@given(text=untidy(), to=st.sampled_from([None, "vi", "en"]))
def test_the_canonical_form_says_the_same_and_is_its_own(text: str, to: str | None) -> None:
    """Idempotent, comments kept, meaning kept."""
    result = formatted(text, to)
    assert formatted(result, to) == result
    assert formatted(result) == result
    assert means(result) == means(text)
    assert comments(result) == comments(text)
    assert all(line == line.rstrip() for line in result.splitlines())


@given(text=untidy())
def test_translating_there_and_back_gives_the_canonical_form(text: str) -> None:
    assert formatted(formatted(text, "en"), "vi") == formatted(text, "vi")


@pytest.mark.parametrize("text", ACCEPTED, ids=[path.stem for path in files("accept")])
@pytest.mark.parametrize("to", [None, "vi", "en"])
def test_accepted_files_keep_their_meaning(text: str, to: str | None) -> None:
    assert means(formatted(text, to)) == means(text)


def test_a_translation_has_no_word_of_the_other_language_left() -> None:
    text = formatted(rule_text({"khi": "k.kênh = trực_tuyến và có k.phí"}), "en")
    assert "when: k.channel = online and has k.fee\n" in text
    assert text.startswith('rule "A rule"\n  vi: "Một quy tắc"\n')
    assert text.endswith("\nend\n")


def test_placeholders_are_printed_in_the_words_of_their_message() -> None:
    text = formatted(rule_text({"thông báo": 'en "{k.số_bản+1}" vi "{k.copies+1}"'}))
    assert 'thông báo: vi "{k.số_bản + 1}"\n             en "{k.copies + 1}"\n' in text


def test_a_rule_with_an_error_is_left_alone() -> None:
    result, findings = format_rule(Source("a", rule_text({"yêu cầu": "kk"})), VOCABULARY)
    assert result is None
    assert [finding.code for finding in findings] == ["lang/unknown-name"]
