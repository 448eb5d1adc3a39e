"""`rules` and `explain`: what the rules in use say (giải thích quy tắc)."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from tthc_rules import library
from tthc_rules.api.results import RuleInfo
from tthc_rules.api.rules import RuleFile, compile_rules, rule_folders
from tthc_rules.api.settings import Settings
from tthc_rules.api.testing import cases_of
from tthc_rules.diagnostics import Finding
from tthc_rules.engine.blueprint import Blueprint
from tthc_rules.engine.rulebook import cited, is_on
from tthc_rules.engine.vocabulary import vocabulary
from tthc_rules.lang.compiled import CompiledRule
from tthc_rules.lang.compiler import check_rule
from tthc_rules.lang.plain import plain
from tthc_rules.lang.typed import Template
from tthc_rules.lang.vocabulary import Vocabulary
from tthc_rules.loading import shown_name
from tthc_rules.model.text import Text, period_text
from tthc_rules.model.validity import Validity
from tthc_rules.source import Source


def rules(settings: Settings) -> tuple[tuple[RuleInfo, ...], tuple[Finding, ...]]:
    """Return every rule in use by id, and what is wrong with those that are not."""
    files, findings = compile_rules(rule_folders(settings))
    words = vocabulary(Blueprint.from_texts(library.schema_texts()))
    known = (
        _info(file, file.compiled, words, settings) for file in files if file.compiled is not None
    )
    return tuple(sorted(known, key=lambda info: info.id)), findings


def plain_text(info: RuleInfo) -> Text | None:
    """Return what a rule does in sentences, a line each; None for a text that is no rule."""
    words = vocabulary(Blueprint.from_texts(library.schema_texts()))
    checked, _ = check_rule(Source(info.file, info.text), info.id, words)
    if checked is None:
        return None
    sentences = plain(checked, words)
    return Text("\n".join(one.vi for one in sentences), "\n".join(one.en for one in sentences))


def _info(file: RuleFile, rule: CompiledRule, words: Vocabulary, settings: Settings) -> RuleInfo:
    return RuleInfo(
        id=rule.id,
        title=rule.titles,
        severity=rule.severity,
        suppressible=rule.suppressible,
        basis=tuple(cited(citation) for citation in rule.citations),
        force=tuple(force_text(period) for period in rule.periods),
        applies_to=collection_text(rule.collection, words),
        message=_template(rule.message),
        help=None if rule.help is None else _template(rule.help),
        file=shown_name(str(file.path)),
        text=file.source.text,
        cases=_count_cases(cases_of(file)),
        off=not is_on(rule, settings.severities, settings.profile),
    )


def collection_text(name: str, words: Vocabulary) -> Text:
    """Return what a rule ranges over as people say it: `mỗi cấu hình`."""
    known = words.collection(name)
    if known is None:
        return Text(name, name)
    return Text(f"mỗi {known.vi.replace('_', ' ')}", f"each {known.name}")


def force_text(period: Validity) -> Text:
    """Return when a rule is in force, as people say it."""
    return period_text(period.start, period.end, Text("luôn luôn", "always"))


def _template(template: Template) -> Text:
    return Text(_pieces(template.vi), _pieces(template.en))


def _pieces(pieces: Iterable[str | int]) -> str:
    return "".join(piece if isinstance(piece, str) else "…" for piece in pieces)


def _count_cases(path: Path) -> int:
    if not path.is_file():
        return 0
    lines = path.read_text(encoding="utf-8").splitlines()
    return sum(1 for line in lines if line.strip() == "- kind: case")
