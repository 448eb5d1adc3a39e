"""The room's entrance (trình dịch): rule text in, compiled rule or findings out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tthc_rules.diagnostics import Finding, Severity
from tthc_rules.lang.assembler import Program, assemble
from tthc_rules.lang.checker import Checker
from tthc_rules.lang.compiled import CompiledRule
from tthc_rules.lang.directions import disagree
from tthc_rules.lang.emitter import TooIntricateError
from tthc_rules.lang.meaning import understand
from tthc_rules.lang.problems import Problems
from tthc_rules.lang.reading import Part, read
from tthc_rules.lang.syntax import Citation, Period, Place, Quote
from tthc_rules.lang.typed import Rule
from tthc_rules.lang.vocabulary import Vocabulary
from tthc_rules.lang.words import LANGUAGES
from tthc_rules.model.text import Text
from tthc_rules.model.validity import ALWAYS, Validity
from tthc_rules.source import Source


@dataclass(frozen=True, slots=True)
class Head:
    """What a rule says about itself (phần đầu quy tắc)."""

    id: str
    titles: Text
    severity: Severity
    suppressible: bool
    citations: tuple[Citation, ...]
    convention: bool
    periods: tuple[Validity, ...]
    silences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CheckedRule:
    """A rule that is right in itself: what it says of itself and what it means.

    `words` holds the place of every word of the vocabulary in the text, with its two
    spellings.
    """

    head: Head
    rule: Rule
    words: Mapping[Place, Text]


def check_rule(
    source: Source, rule_id: str, vocabulary: Vocabulary
) -> tuple[CheckedRule | None, tuple[Finding, ...]]:
    """Return the meaning of a rule file, without compiling it.

    Args:
        source: The text of one rule.
        rule_id: `<topic>/<name>`, from the file's path.
        vocabulary: The words it may use.

    Returns:
        The rule, or None when a finding is an error; all findings, in order.
    """
    problems = Problems(source)
    checked = _checked(source, rule_id, vocabulary, problems)
    return (None if problems.fatal else checked), problems.findings()


def compile_rule(
    source: Source, rule_id: str, vocabulary: Vocabulary
) -> tuple[CompiledRule | None, tuple[Finding, ...]]:
    """Return a rule ready to judge; see `check_rule`."""
    problems = Problems(source)
    checked = _checked(source, rule_id, vocabulary, problems)
    if checked is None or problems.fatal:
        return None, problems.findings()
    try:
        program = assemble(checked.rule, rule_id, vocabulary)
    except TooIntricateError as error:
        problems.add("lang/too-large.intricate", error.place)
        return None, problems.findings()
    return compiled(checked, program), problems.findings()


def compiled(checked: CheckedRule, program: Program) -> CompiledRule:
    """Return a checked rule with its program."""
    head, rule = checked.head, checked.rule
    return CompiledRule(
        id=head.id,
        titles=head.titles,
        severity=head.severity,
        suppressible=head.suppressible,
        citations=head.citations,
        convention=head.convention,
        periods=head.periods,
        collection=rule.collection,
        silences=head.silences,
        exemptions=tuple(exempt.citation for exempt in rule.exempts),
        loops=program.loops,
        at=program.at,
        fact_paths=program.fact_paths,
        message=rule.message,
        help=rule.help,
        words=program.words,
        fix_at=program.fix_at,
        functions=program.functions,
        constants=program.constants,
        program=program.code,
    )


def _checked(
    source: Source, rule_id: str, vocabulary: Vocabulary, problems: Problems
) -> CheckedRule | None:
    parts = read(source, problems)
    head = _head(parts, rule_id, problems)
    checker = Checker(vocabulary, problems)
    rule = understand(parts, checker)
    return None if head is None or rule is None else CheckedRule(head, rule, checker.words)


def _head(parts: Sequence[Part], rule_id: str, problems: Problems) -> Head | None:
    values = {part.kind: part.value for part in reversed(parts)}
    titles = _titles(parts, problems)
    periods = _periods(values.get("FORCE"), problems)
    severity, basis = values.get("SEVERITY"), values.get("BASIS")
    silences = values.get("SILENCES")
    if titles is None or not isinstance(severity, str) or not isinstance(basis, tuple):
        return None
    return Head(
        rule_id,
        titles,
        Severity[severity],
        "FIRM" not in values,
        tuple(ground for ground in basis if isinstance(ground, Citation)),
        any(not isinstance(ground, Citation) for ground in basis),
        periods,
        silences if isinstance(silences, tuple) else (),
    )


def _titles(parts: Sequence[Part], problems: Problems) -> Text | None:
    sides: dict[str, str] = {}
    for part in parts:
        side = {"TITLE_VI": "vi", "TITLE_EN": "en"}.get(part.kind)
        if part.kind == "RULE":
            side = "en" if part.english else "vi"
        if side is None:
            continue
        if side in sides:
            values = {"language": LANGUAGES[side]}
            problems.add("lang/duplicate-clause.title", part.label, values)
        sides[side] = part.value.text if isinstance(part.value, Quote) else ""
    for side in ("vi", "en"):
        if side not in sides and parts:
            problems.add(
                "lang/missing-clause.title",
                parts[0].label,
                {"language": LANGUAGES[side]},
                remedy={"label": side},
            )
    titles = Text(sides["vi"], sides["en"]) if len(sides) == 2 else None
    if titles is not None and disagree(titles):
        problems.add("lang/languages-disagree", parts[0].label, severity=Severity.WARNING)
    return titles


def _periods(found: object, problems: Problems) -> tuple[Validity, ...]:
    periods = []
    for period in found if isinstance(found, tuple) else ():
        if not isinstance(period, Period):
            periods.append(ALWAYS)
        elif period.until is not None and period.until <= period.start:
            values = {"start": period.start.isoformat(), "until": period.until.isoformat()}
            problems.add("lang/bad-period", period.place, values, remedy={})
        else:
            periods.append(Validity(period.start, period.until))
    return tuple(periods)
