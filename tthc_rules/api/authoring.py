"""`new rule`: a rule and its cases to begin with (bản nháp quy tắc).

The draft compiles and its cases run; one of them fails on purpose, so that the author sees a
case fail before relying on one that passes. Comments say what is to be filled in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tthc_rules import library
from tthc_rules.api.rules import ENDING
from tthc_rules.api.settings import Settings
from tthc_rules.api.testing import CASES
from tthc_rules.diagnostics import Message
from tthc_rules.engine.blueprint import Blueprint
from tthc_rules.engine.vocabulary import vocabulary
from tthc_rules.lang.printer import format_rule
from tthc_rules.loading import shown_name
from tthc_rules.report.messages import say
from tthc_rules.source import Source

_ID: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*/[a-z0-9]+(?:-[a-z0-9]+)*")

_RULE: Final = """\
# {new/rule.start}
quy tắc "{new/rule.title.vi}"
  en: "{new/rule.title.en}"
  # {new/rule.severity}
  mức độ: cảnh báo
  # {new/rule.basis}
  căn cứ: quy ước kỹ thuật
  # {new/rule.force}
  hiệu lực: từ 2026-01-01
  # {new/rule.subject}
  áp dụng cho: mỗi cấu hình gọi là c, mỗi c.thành_phần_hồ_sơ gọi là g
  # {new/rule.when}
  khi: có g.số_bản_sao
  # {new/rule.require}
  yêu cầu: g.số_bản_sao không quá 2
  tại: g.số_bản_sao
  # {new/rule.message}
  thông báo: vi "đòi {g.số_bản_sao} bản sao của `{g.tên}`"
             en "asks for {g.copies} copies of `{g.name}`"
  gợi ý: vi "giảm còn hai bản sao hoặc ít hơn"
         en "ask for two copies or fewer"
hết
"""

_CASES: Final = """\
# {new/cases.start}
- kind: procedure
  code: "9.000001"
  name: {new/cases.procedure}
  sector: linh-vuc-mau
  cases:
    - id: default
      channels:
        - {channel: direct, time_limit: 10 ngày làm việc}
  components:
    - {id: giay-to, name: {new/cases.paper}, copies: 2}
  confidence: unverified
- kind: configuration
  procedure: "9.000001"
  territory: XX
  confidence: unverified

# {new/cases.pass}
- kind: case
  name: {new/cases.pass.name}
  as_of: 2026-01-01
  expect: pass

# {new/cases.violation}
- kind: case
  name: {new/cases.violation.name}
  as_of: 2026-01-01
  overrides: {components: [{id: giay-to, name: {new/cases.paper}, copies: 3}]}
  expect: violation
  at: components/giay-to/copies

# {new/cases.before}
- kind: case
  name: {new/cases.before.name}
  as_of: 2025-12-31
  overrides: {components: [{id: giay-to, name: {new/cases.paper}, copies: 3}]}
  expect: not-applicable

# {new/cases.wrong}
- kind: case
  name: {new/cases.wrong.name}
  as_of: 2026-01-01
  overrides: {components: [{id: giay-to, name: {new/cases.paper}, copies: 1}]}
  expect: violation
"""
_SENTENCE: Final = re.compile(r"\{(new/[a-z.]+)\}")


@dataclass(frozen=True, slots=True)
class Draft:
    """A rule to begin with (bản nháp).

    Attributes:
        rule: Path and text of the rule.
        cases: Path and text of its cases.
        in_use: Whether the settings name the folder, so that the rule is run.
    """

    rule: tuple[str, str]
    cases: tuple[str, str]
    in_use: bool


def draft_rule(
    rule_id: str, folder: str | None, settings: Settings, lang: str
) -> tuple[Draft | None, Message | None]:
    """Return a new rule with its cases, to be written; nothing is overwritten.

    Args:
        rule_id: `<topic>/<name>` in lower-case ASCII letters, digits and hyphens.
        folder: The rules folder; None for the first of the settings, or `rules`.
        settings: The settings of the workspace.
        lang: `vi` or `en`, the language of keywords and comments.

    Returns:
        The draft, or None and why there is none.
    """
    if _ID.fullmatch(rule_id) is None:
        return None, Message("new/bad-name", {"name": rule_id})
    own = settings.folders("rules")
    chosen = folder or (own[0] if own else "rules")
    path = Path(chosen) / f"{rule_id}{ENDING}"
    cases = path.with_suffix(CASES)
    for one in (path, cases):
        if one.exists() or one.is_symlink():
            return None, Message("new/exists", {"file": shown_name(str(one))})
    in_use = Path(chosen).resolve() in {Path(name).resolve() for name in own}
    texts = (str(path), _rule(lang)), (str(cases), _filled(_CASES, lang))
    return Draft(*texts, in_use), None


def _rule(lang: str) -> str:
    words = vocabulary(Blueprint.from_texts(library.schema_texts()))
    text, findings = format_rule(Source("draft", _filled(_RULE, lang)), words, lang)
    if text is None:
        raise AssertionError(f"the draft has {len(findings)} mistakes")
    return text


def _filled(template: str, lang: str) -> str:
    """Return a template with its sentences, a title in the language it is a title of."""

    def sentence(match: re.Match[str]) -> str:
        key = match[1]
        side = key.rpartition(".")[2]
        return say(key.removesuffix(f".{side}"), side) if side in ("vi", "en") else say(key, lang)

    return _SENTENCE.sub(sentence, template)
