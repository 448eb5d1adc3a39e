"""`analyze`: what can be proved about rules and norms (phân tích quy tắc và quy phạm)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from tthc_rules.api.settings import Settings
from tthc_rules.api.workspace import Workspace, open_workspace
from tthc_rules.diagnostics import Finding, Severity, in_order
from tthc_rules.engine.analysis.deciding import first_that_decides, procedures
from tthc_rules.engine.analysis.endings import CitedByRule, CitedInFile, endings
from tthc_rules.engine.analysis.links import circles, unfilled
from tthc_rules.engine.analysis.norms import analyse_norms, horizon_end
from tthc_rules.engine.analysis.questions import RuleUnderAnalysis
from tthc_rules.engine.analysis.result import Analysis, Discovery
from tthc_rules.engine.analysis.rules import analyse_rules
from tthc_rules.engine.analysis.telling import (
    NormTeller,
    asked,
    tell_endings,
    tell_rules,
    tell_silences,
)
from tthc_rules.engine.subjects import citations
from tthc_rules.engine.vocabulary import vocabulary
from tthc_rules.lang.compiler import check_rule
from tthc_rules.lang.vocabulary import Vocabulary
from tthc_rules.loading import Document
from tthc_rules.model.text import Text
from tthc_rules.model.validity import Validity
from tthc_rules.source import Source

HORIZON: Final = 365
"""Days ahead that are looked at where nobody says otherwise (quy ước kỹ thuật)."""


@dataclass(frozen=True, slots=True)
class AnalyzeResult:
    """What `analyze` found (kết quả).

    Attributes:
        analysis: Everything that was found and asked.
        findings: What is wrong with the rules and the law data themselves.
        misconfigured: A rule has errors, so the answer is not whole.
    """

    analysis: Analysis
    findings: tuple[Finding, ...]
    misconfigured: bool

    def fails(self, least: Severity) -> bool:
        """Return whether something was found that is at least as grave as `least`."""
        grave_first = tuple(Severity)
        allowed = grave_first[: grave_first.index(least) + 1]
        return any(one.finding.severity in allowed for one in self.analysis.discoveries)


def analyze(settings: Settings, *, horizon: int = HORIZON) -> AnalyzeResult:
    """Return what can be proved about the rules and norms in use.

    Args:
        settings: The settings of the workspace; `as_of` is set.
        horizon: How many days ahead texts may end and facts lack an answer.

    Raises:
        ValueError: The settings name no day: only a door may read the clock.
    """
    day = settings.as_of
    if day is None:
        raise ValueError("analyze needs a day")
    workspace, _ = open_workspace(settings, day)
    words = vocabulary(workspace.blueprint)
    rules = tuple(_rules(workspace, words))
    until = horizon_end(day, min(horizon, (date.max - day).days - 1))
    answers = analyse_rules(rules, words, day, first_that_decides(procedures()))
    norms = analyse_norms(workspace.world, day, until)
    teller = NormTeller(workspace.of_kind("instrument"), workspace.names, _attributes(workspace))
    ending = endings(
        workspace.instruments,
        (one for rule in rules for one in _cited(rule)),
        _uses(workspace),
        Validity(day, until),
    )
    discoveries = (
        *tell_rules(answers),
        *tell_silences(rules),
        *teller.circles(circles(workspace.world)),
        *teller.holes(norms.holes),
        *teller.unfilled(unfilled(workspace.world, day)),
        *tell_endings(ending),
    )
    analysis = Analysis(
        day=day,
        until=until,
        discoveries=_gravest_first(discoveries),
        asked=tuple(asked(answer) for answer in answers),
        rules=len(rules),
        norms=len(workspace.world.candidates),
        norm_questions=norms.asked,
        sources=_sources(rules),
    )
    wrong = any(one.severity is Severity.ERROR for one in workspace.rule_findings)
    return AnalyzeResult(analysis, workspace.rule_findings, wrong)


def _rules(workspace: Workspace, words: Vocabulary) -> Iterator[RuleUnderAnalysis]:
    """Yield the rules that are not switched off, with their meaning."""
    in_use = {rule.id for rule in workspace.rulebook.rules}
    for file in workspace.rule_files:
        if file.compiled is None or file.id not in in_use:
            continue
        checked, _ = check_rule(file.source, file.id, words)
        if checked is not None:
            yield RuleUnderAnalysis(checked, file.compiled, file.source)


def _cited(rule: RuleUnderAnalysis) -> Iterator[CitedByRule]:
    for citation in rule.checked.head.citations:
        yield CitedByRule(rule.id, citation, rule.periods)


def _attributes(workspace: Workspace) -> Mapping[str, Text]:
    """Return how the attributes of norms read, by their names in the register."""
    found: dict[str, Text] = {}
    for catalogue in workspace.of_kind("catalogue"):
        rows = catalogue.value.get("attributes", ())
        for row in rows if isinstance(rows, tuple) else ():
            if isinstance(row, Mapping):
                name = str(row.get("attribute"))
                vi = str(row.get("name", name))
                found[name] = Text(vi, str(row.get("name_en", name)))
    return found


def _uses(workspace: Workspace) -> Iterator[CitedInFile]:
    documents: tuple[Document, ...] = (
        *workspace.of_kind("procedure"),
        *workspace.of_kind("configuration"),
    )
    for document in documents:
        for use in citations(document, "", workspace.references):
            number, issuer = use.value.get("instrument"), use.value.get("issuer")
            if isinstance(number, str):
                yield CitedInFile(
                    entry=document,
                    pointer=use.base,
                    number=number,
                    issuer=issuer if isinstance(issuer, str) else None,
                    is_historical=use.value.get("historical") is True,
                )


def _gravest_first(discoveries: Iterable[Discovery]) -> tuple[Discovery, ...]:
    """Return discoveries by severity, then by place; equal findings are numbered."""
    held = tuple(discoveries)
    ordered = in_order(one.finding for one in held)
    place = {finding.fingerprint: number for number, finding in enumerate(ordered)}
    grave = tuple(Severity)
    return tuple(
        sorted(
            held,
            key=lambda one: (
                grave.index(one.finding.severity),
                place.get(one.finding.fingerprint, len(place)),
            ),
        )
    )


def _sources(rules: Iterable[RuleUnderAnalysis]) -> Mapping[str, Source]:
    return {rule.source.file: rule.source for rule in rules}
