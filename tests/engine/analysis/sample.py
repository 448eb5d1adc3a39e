"""Rules over the real vocabulary, written in one line each."""

from __future__ import annotations

from datetime import date
from functools import cache

from tthc_rules import library
from tthc_rules.engine.analysis.deciding import first_that_decides
from tthc_rules.engine.analysis.model import Decide
from tthc_rules.engine.analysis.questions import RuleUnderAnalysis
from tthc_rules.engine.analysis.rules import RuleAnswer, analyse_rules
from tthc_rules.engine.blueprint import Blueprint
from tthc_rules.engine.vocabulary import vocabulary
from tthc_rules.lang.compiler import check_rule, compile_rule
from tthc_rules.lang.vocabulary import Vocabulary
from tthc_rules.source import Source

DAY = date(2026, 9, 1)

_FORM = """quy tắc "Quy tắc mẫu"
  en: "Sample rule"
  mức độ: lỗi
  căn cứ: quy ước kỹ thuật
  hiệu lực: {force}
{silences}  áp dụng cho: {subject}
{lets}{when}  yêu cầu: {require}
  thông báo: vi "sai" en "wrong"
hết
"""


@cache
def words() -> Vocabulary:
    """Return the vocabulary of shipped rules."""
    return vocabulary(Blueprint.from_texts(library.schema_texts()))


def rule(
    name: str,
    require: str,
    *,
    when: str = "",
    force: str = "từ 2020-01-01",
    subject: str = "mỗi cấu hình gọi là c",
    lets: str = "",
    silences: str = "",
) -> RuleUnderAnalysis:
    """Return a rule ready to be analysed.

    Raises:
        AssertionError: It does not compile.
    """
    text = _FORM.format(
        force=force,
        subject=subject,
        require=require,
        when=f"  khi: {when}\n" if when else "",
        lets=f"  đặt: {lets}\n" if lets else "",
        silences=f"  thay cho: {silences}\n" if silences else "",
    )
    source = Source(f"{name}.tthc", text)
    checked, findings = check_rule(source, f"mau/{name}", words())
    compiled, _ = compile_rule(source, f"mau/{name}", words())
    assert checked is not None, findings
    assert compiled is not None
    return RuleUnderAnalysis(checked, compiled, source)


def answers(decide: Decide, *rules: RuleUnderAnalysis) -> tuple[RuleAnswer, ...]:
    """Return every answer about rules, by one procedure."""
    return analyse_rules(rules, words(), DAY, first_that_decides((decide,)))


def found(decide: Decide, *rules: RuleUnderAnalysis) -> dict[str, str]:
    """Return what came of each claim, as `claim first second` by its proof."""
    return {
        " ".join((one.claim.value, *(each.id.removeprefix("mau/") for each in one.rules))): (
            one.proof.value
        )
        for one in answers(decide, *rules)
    }
