"""The questions about rules and their answers (phân tích quy tắc).

Each question claims a defect: the rule never applies, is never violated, says nothing that
another does not say, contradicts another. PROVED: no situation at all speaks against the
claim. COUNTER-EXAMPLE: one does, and the compiled rules confirmed it. OUT OF FRAGMENT:
neither, because of the construct named.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from itertools import combinations

from tthc_rules.diagnostics import Verdict
from tthc_rules.engine.analysis.formulas import (
    FALSE,
    TRUE,
    Formula,
    every,
    negation,
)
from tthc_rules.engine.analysis.model import Construct, Model, OutOfFragmentError
from tthc_rules.engine.analysis.questions import (
    RuleUnderAnalysis,
    Together,
    in_force,
    natural,
    overlaps,
    stretches,
    together,
    within,
)
from tthc_rules.engine.analysis.witness import Witness, witness
from tthc_rules.lang.vocabulary import Record, Vocabulary
from tthc_rules.model.validity import Validity


class Claim(Enum):
    """What a question claims of rules (khẳng định)."""

    DEAD = "dead-rule"
    VACUOUS = "vacuous-rule"
    DUPLICATE = "duplicate-rule"
    SUBSUMED = "subsumed-rule"
    CONTRADICTION = "contradiction"


class Proof(Enum):
    """What came of a claim (kết quả chứng minh)."""

    PROVED = "proved"
    COUNTER_EXAMPLE = "counter-example"
    OUT_OF_FRAGMENT = "out-of-fragment"


@dataclass(frozen=True, slots=True)
class RuleAnswer:
    """The answer to one question about rules (trả lời).

    Attributes:
        claim: What was claimed.
        rules: Of which rules; of a subsumed rule first, then the one that covers it.
        proof: What came of it.
        period: The days for which it was asked; of a contradiction, those on which it holds.
        witness: A situation: of a counter-example the one that refutes the claim, of a
            contradiction one in which both rules apply, of a subsumed rule one in which both
            are violated.
        construct: What leads out of the fragment.
    """

    claim: Claim
    rules: tuple[RuleUnderAnalysis, ...]
    proof: Proof
    period: Validity
    witness: Witness | None = None
    construct: Construct | None = None


Solver = Callable[[Formula], Model | None]


def analyse_rules(
    rules: Iterable[RuleUnderAnalysis], vocabulary: Vocabulary, day: date, decide: Solver
) -> tuple[RuleAnswer, ...]:
    """Return every answer about rules that hold on `day` or later.

    Args:
        rules: The rules; what is over before `day` is left out.
        vocabulary: The words they use.
        day: The first day that is looked at.
        decide: Finds models of formulas.
    """
    future = Validity(day)
    analysis = _Analysis(vocabulary, decide, future)
    left = [rule for rule in rules if next(overlaps(rule.periods, (future,)), None)]
    answers: list[RuleAnswer] = []
    usable: list[RuleUnderAnalysis] = []
    for rule in sorted(left, key=lambda rule: rule.id):
        found = analysis.of_one(rule)
        answers.append(found)
        if found.proof is not Proof.PROVED:
            usable.append(rule)
    for first, second in combinations(usable, 2):
        if first.checked.rule.collection == second.checked.rule.collection:
            answers.extend(analysis.of_two(first, second))
    return tuple(answers)


class _Analysis:
    def __init__(self, vocabulary: Vocabulary, decide: Solver, future: Validity) -> None:
        self._vocabulary = vocabulary
        self._decide = decide
        self._future = future
        self._violations: dict[str, Witness] = {}

    # One rule ----------------------------------------------------------------------------

    def of_one(self, rule: RuleUnderAnalysis) -> RuleAnswer:
        """Return whether a rule is dead or vacuous; a violation refutes both."""
        period = _hull(tuple(overlaps(rule.periods, (self._future,))))
        answer = RuleAnswer(Claim.VACUOUS, (rule,), Proof.PROVED, period)
        try:
            asked = together((rule,), self._vocabulary)
            days = in_force(overlaps(rule.periods, (self._future,)))
            (meaning,) = asked.meanings
            found = self._witness(asked, every((meaning.violated, days)), answer)
            if found is not None:
                confirmed = found.verdict(rule.compiled) is Verdict.VIOLATION
                if confirmed:
                    self._violations[rule.id] = found
                return _refuted(answer, found, asked, confirmed=confirmed)
            found = self._witness(asked, every((meaning.applies, days)), answer)
            if found is None:
                return replace(answer, claim=Claim.DEAD)
            return replace(answer, witness=found)
        except OutOfFragmentError as error:
            return _given_up(answer, error.construct)

    # Two rules ---------------------------------------------------------------------------

    def of_two(self, first: RuleUnderAnalysis, second: RuleUnderAnalysis) -> Iterator[RuleAnswer]:
        """Yield whether one of two rules covers the other, and whether they contradict."""
        common = tuple(overlaps(first.periods, second.periods))
        ahead = tuple(overlaps(common, (self._future,)))
        if not ahead:
            return
        period = _hull(ahead)
        blank = RuleAnswer(Claim.CONTRADICTION, (first, second), Proof.PROVED, period)
        try:
            asked = together((first, second), self._vocabulary)
        except OutOfFragmentError as error:
            yield _given_up(blank, error.construct)
            return
        yield from self._covered(asked, ahead, blank)
        yield from self._contradictions(asked, ahead, common, blank)

    def _covered(
        self, asked: Together, ahead: Sequence[Validity], blank: RuleAnswer
    ) -> Iterator[RuleAnswer]:
        first, second = blank.rules
        one = self._covers(asked, ahead, replace(blank, claim=Claim.SUBSUMED), 0)
        turned = replace(blank, claim=Claim.SUBSUMED, rules=(second, first))
        other = self._covers(asked, ahead, turned, 1)
        if one.proof is Proof.PROVED and other.proof is Proof.PROVED:
            yield replace(one, claim=Claim.DUPLICATE)
            return
        for answer in (one, other):
            covered, covering = answer.rules
            if answer.proof is Proof.PROVED and covering.id in covered.checked.head.silences:
                continue  # the more exact rule speaks in place of the wider one: so it is meant
            yield answer

    def _covers(
        self, asked: Together, ahead: Sequence[Validity], answer: RuleAnswer, number: int
    ) -> RuleAnswer:
        """Return whether every violation of one rule is one of the other.

        The situation that violates the one by itself mostly does not violate the other.
        """
        known = self._violations.get(answer.rules[0].id)
        if (
            known is not None
            and any(period.covers(known.day) for period in ahead)
            and known.verdict(answer.rules[1].compiled) is not Verdict.VIOLATION
        ):
            return replace(answer, proof=Proof.COUNTER_EXAMPLE, witness=known)
        covered, covering = asked.meanings[number], asked.meanings[1 - number]
        days = in_force(ahead)
        try:
            alone = every((covered.violated, negation(covering.violated), days))
            found = self._witness(asked, alone, answer)
            if found is not None:
                verdicts = [found.verdict(rule.compiled) for rule in answer.rules]
                confirmed = verdicts[0] is Verdict.VIOLATION and verdicts[1] is not verdicts[0]
                return _refuted(answer, found, asked, confirmed=confirmed)
            both = every((covered.violated, covering.violated, days))
            return replace(answer, witness=self._witness(asked, both, answer))
        except OutOfFragmentError as error:
            return _given_up(answer, error.construct)

    def _contradictions(
        self,
        asked: Together,
        ahead: Sequence[Validity],
        common: Sequence[Validity],
        blank: RuleAnswer,
    ) -> Iterator[RuleAnswer]:
        """Yield the periods in which no situation satisfies both requirements."""
        first, second = asked.meanings
        both = every((first.applies, second.applies))
        satisfied = every((both, first.require.true, second.require.true))
        try:
            found = self._witness(asked, every((satisfied, in_force(ahead))), blank)
            parts = tuple(one for period in common for one in stretches(period, (satisfied,)))
            settled = found is not None and len(parts) == 1
            proved = [] if settled else list(self._proved(asked, parts, blank))
        except OutOfFragmentError as error:
            yield _given_up(blank, error.construct)
            return
        yield from proved
        if found is not None and not proved:
            verdicts = {found.verdict(rule.compiled) for rule in blank.rules}
            yield _refuted(blank, found, asked, confirmed=verdicts == {Verdict.PASS})

    def _proved(
        self, asked: Together, parts: Iterable[Validity], blank: RuleAnswer
    ) -> Iterator[RuleAnswer]:
        held: RuleAnswer | None = None
        for stretch in parts:
            days = within(stretch)
            alone = self._contradicts(asked, days)
            if alone is None:
                continue
            example = self._situation(asked, alone, blank)
            answer = replace(blank, period=stretch, witness=example)
            if held is not None and held.period.end == stretch.start:
                held = replace(held, period=Validity(held.period.start, stretch.end))
                continue
            if held is not None:
                yield held
            held = answer
        if held is not None:
            yield held

    def _contradicts(self, asked: Together, days: Formula) -> Formula | None:
        """Return where one requirement is met, if both together never are, else None.

        Each must be possible beside the other rule: a rule about situations that another
        forbids does not contradict it.
        """
        first, second = asked.meanings
        both = every((first.applies, second.applies, asked.axioms, days))
        if self._decide(every((both, first.require.true, second.require.true))) is not None:
            return None
        alone = every((both, first.require.true))
        possible = (alone, every((both, second.require.true)))
        if any(self._decide(formula) is None for formula in possible):
            return None
        return alone

    # Situations --------------------------------------------------------------------------

    def _witness(self, asked: Together, formula: Formula, answer: RuleAnswer) -> Witness | None:
        """Return a situation in which a formula holds, None where there is none."""
        whole = every((formula, asked.axioms))
        if whole == FALSE:
            return None
        ordinary = natural(asked.reader)
        model = None if ordinary == TRUE else self._decide(every((whole, ordinary)))
        if model is None:
            model = self._decide(whole)
        return None if model is None else _built(model, asked, answer)

    def _situation(self, asked: Together, formula: Formula, answer: RuleAnswer) -> Witness | None:
        """Return a situation to illustrate a proof, None where none can be written out."""
        try:
            return self._witness(asked, formula, answer)
        except OutOfFragmentError:
            return None


def _built(model: Model, asked: Together, answer: RuleAnswer) -> Witness:
    record = answer.rules[0].checked.rule.loops[0].variable.type
    assert isinstance(record, Record)  # noqa: S101 - collections hold records
    start = answer.period.start or date.min
    return witness(model, asked.reader, record.name, start)


def _refuted(answer: RuleAnswer, found: Witness, asked: Together, *, confirmed: bool) -> RuleAnswer:
    if confirmed:
        return replace(answer, proof=Proof.COUNTER_EXAMPLE, witness=found)
    notes = sorted(asked.reader.notes, key=lambda note: note.value)
    return _given_up(answer, notes[0] if notes else Construct.REPLAY)


def _given_up(answer: RuleAnswer, construct: Construct) -> RuleAnswer:
    return replace(answer, proof=Proof.OUT_OF_FRAGMENT, construct=construct)


def _hull(periods: Sequence[Validity]) -> Validity:
    """Return the period from the first day to the last."""
    ends = [period.end for period in periods]
    known = [end for end in ends if end is not None]
    return Validity(periods[0].start, max(known) if len(known) == len(ends) else None)
