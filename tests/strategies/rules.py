"""Small rules from a few words (quy tắc)."""

from __future__ import annotations

from functools import cache

from tests.strategies.documents import blueprint
from tthc_rules.engine.vocabulary import vocabulary
from tthc_rules.lang.compiled import CompiledRule
from tthc_rules.lang.compiler import compile_rule
from tthc_rules.lang.vocabulary import Vocabulary
from tthc_rules.source import Source


@cache
def words() -> Vocabulary:
    """Return the vocabulary of the shipped schemas."""
    return vocabulary(blueprint())


def rule(
    id_: str = "topic/name",
    *,
    over: str = "mỗi cấu_hình gọi là c",
    basis: str = "1/NĐ-CP",
    severity: str = "lỗi",
    force: str = "từ 2026-01-01",
    require: str = 'c.territory = "YY"',
    at: str = "c.territory",
    more: str = "",
    after: str = "",
) -> CompiledRule:
    """Return a compiled rule; what is not said is the same in all of them.

    Raises:
        ValueError: The text has mistakes.
    """
    text = f"""quy tắc "Tên"
  en: "Name"
  mức độ: {severity}
  căn cứ: {basis}
  hiệu lực: {force}
  {more}
  áp dụng cho: {over}
  yêu cầu: {require}
  tại: {at}
  thông báo: vi "sai"
           en "wrong"
  {after}
hết
"""
    compiled, findings = compile_rule(Source("r.tthc", text), id_, words())
    if compiled is None or findings:
        raise ValueError([finding.message for finding in findings])
    return compiled
