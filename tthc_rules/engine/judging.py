"""Rules put to subjects (xét quy tắc): outcomes become findings at their places."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from tthc_rules.diagnostics import Edit, Finding, Fix, Message, Verdict
from tthc_rules.engine.remembering import Functions, Memory
from tthc_rules.engine.rulebook import Rule, Rulebook
from tthc_rules.engine.subjects import Placed, Subject
from tthc_rules.lang.compiled import Judgement, Outcome, Replacement
from tthc_rules.model.quantities import Money, Rate, TimeLimit
from tthc_rules.model.values import Value
from tthc_rules.source import Pointer

_UNKNOWN = Message("rule/undecided")

RECURRING: Final = frozenset({"body"})
"""A collection of small values without inner parts, which recur from file to file."""


@dataclass(slots=True)
class Count:
    """How often a rule came to each verdict."""

    passed: int = 0
    violated: int = 0
    not_applicable: int = 0
    undecided: int = 0

    def add(self, other: Count) -> None:
        """Add the counts of another part of the run."""
        self.passed += other.passed
        self.violated += other.violated
        self.not_applicable += other.not_applicable
        self.undecided += other.undecided


@dataclass(slots=True)
class Verdicts:
    """What was found so far, and how often each rule came to each verdict."""

    findings: list[Finding] = field(default_factory=list)
    counts: dict[str, Count] = field(default_factory=dict)

    def add(self, other: Verdicts) -> None:
        """Add what was found in another part of the run."""
        self.findings.extend(other.findings)
        for rule, count in other.counts.items():
            self.counts.setdefault(rule, Count()).add(count)


class Judge:
    """Puts the rules in force on one day to one subject after another (người xét)."""

    def __init__(self, rulebook: Rulebook, functions: Functions, day: date) -> None:
        self._rulebook = rulebook
        self._memory = Memory(functions)
        self._day = day
        self._rules: dict[str, tuple[tuple[Rule, Count], ...]] = {}
        self._known: dict[tuple[tuple[str, Value], ...], tuple[Judgement, ...]] = {}
        self.verdicts = Verdicts(counts={rule.id: Count() for rule in rulebook.rules})

    def put(self, subject: Subject) -> None:
        """Add what the rules over the subject's collection say of it."""
        rules = self._rules.get(subject.collection)
        if rules is None:
            rules = self._over(subject.collection)
        for (rule, count), judgement in zip(rules, self._judged(subject, rules), strict=True):
            count.passed += judgement.passed
            count.not_applicable += judgement.not_applicable
            for outcome in judgement.concerns:
                if outcome.verdict is Verdict.VIOLATION:
                    count.violated += 1
                else:
                    count.undecided += 1
                self.verdicts.findings.append(_finding(rule, subject, outcome))

    def _judged(
        self, subject: Subject, rules: tuple[tuple[Rule, Count], ...]
    ) -> tuple[Judgement, ...]:
        """Return what each rule says; of a value that recurs, what was said before."""
        value = subject.value
        recurs = subject.collection in RECURRING
        known = self._known.get(tuple(value.items())) if recurs else None
        if known is None:
            self._memory.forget()
            functions, day = self._memory.functions, self._day
            known = tuple([rule.compiled.judge(value, functions, day) for rule, _ in rules])
            if recurs:
                self._known[tuple(value.items())] = known
        return known

    def _over(self, collection: str) -> tuple[tuple[Rule, Count], ...]:
        counts = self.verdicts.counts
        rules = tuple(
            (rule, counts[rule.id]) for rule in self._rulebook.over(collection, self._day)
        )
        self._rules[collection] = rules
        return rules


def judge(
    subjects: Iterable[Subject],
    rulebook: Rulebook,
    functions: Functions,
    day: date,
) -> Verdicts:
    """Return what the rules in force on `day` say of the subjects.

    Undecided verdicts are findings with that verdict; who counts must tell them apart.
    """
    judging = Judge(rulebook, functions, day)
    for subject in subjects:
        judging.put(subject)
    return judging.verdicts


def _finding(rule: Rule, subject: Subject, outcome: Outcome) -> Finding:
    placed = subject.place(outcome.pointer)
    return Finding(
        code=rule.id,
        severity=rule.severity,
        span=placed.span,
        message=outcome.message or outcome.reason or _UNKNOWN,
        help=outcome.help,
        verdict=outcome.verdict,
        related=placed.related,
        basis=rule.basis,
        subject=subject.name,
        path=placed.path,
        pointer=outcome.pointer,
        facts=outcome.facts,
        fixes=_fixes(subject, outcome.fix),
    )


def _fixes(subject: Subject, fix: Replacement | None) -> tuple[Fix, ...]:
    """Return the rule's correction where the value to replace stands in the subject's file.

    Where nothing stands yet there is nothing to replace: what is around it is left alone.
    """
    if fix is None or not _stands(subject.value, fix.pointer):
        return ()
    placed: Placed = subject.place(fix.pointer)
    notation = _notation(fix.value)
    if placed.related or notation is None:
        return ()
    values = {"value": notation}
    return (Fix(Message("rule/replace", values), (Edit(placed.span, notation),)),)


def _stands(value: Value, pointer: Pointer) -> bool:
    for part in pointer:
        match value:
            case Mapping() if isinstance(part, str) and part in value:
                value = value[part]
            case tuple() if isinstance(part, int) and part < len(value):
                value = value[part]
            case _:
                return False
    return True


def _notation(value: Value) -> str | None:
    if isinstance(value, TimeLimit | Money | Rate):
        return value.text().vi
    return value if isinstance(value, str) else None


def silenced(findings: Iterable[Finding], rulebook: Rulebook) -> tuple[Finding, ...]:
    """Return findings without those that another one at the same place speaks for.

    One cause, one finding: a rule names what it silences, of the very value in which it finds
    a violation. What is inherited stands at one place, whatever value it is.
    """
    silences = {rule.id: rule.compiled.silences for rule in rulebook.rules}
    kept = tuple(findings)
    spoken = {
        (code, finding.span, finding.path)
        for finding in kept
        if finding.verdict is Verdict.VIOLATION
        for code in silences.get(finding.code, ())
    }
    if not spoken:
        return kept
    return tuple(
        finding for finding in kept if (finding.code, finding.span, finding.path) not in spoken
    )
