"""A rule followed step by step (lần theo quy tắc): what it read, what each clause came to.

The program of a traced rule is the usual one with calls between that note values and
outcomes. What it says is therefore what the rule says; nothing is computed a second time.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Final, TypeAlias

from tthc_rules.lang.assembler import assemble
from tthc_rules.lang.compiled import CompiledRule, Functions, Outcome
from tthc_rules.lang.compiler import CheckedRule, compiled
from tthc_rules.lang.emitter import Emitter
from tthc_rules.lang.typed import Apply, Constant, Get, Let, Rule, Term, walk
from tthc_rules.lang.undecided import Undecided
from tthc_rules.lang.vocabulary import BOOLEAN, Vocabulary
from tthc_rules.model.values import Tree, Value

MAX_NOTES: Final = 20_000
"""How much is noted of one document; what comes after is judged and not shown."""


@dataclass(frozen=True, slots=True)
class Step:
    """One term and what it came to (một bước).

    Attributes:
        term: The term; of a named value its variable.
        came_to: The value, or the `Undecided` that says why there is none.
        parts: What was looked at for it, in order; of a quantifier, of each item in turn.
        asked: Of a law function, the arguments it was given.
    """

    term: Term
    came_to: object
    parts: tuple[Step, ...] = ()
    asked: tuple[Value, ...] = ()


@dataclass(frozen=True, slots=True)
class ClauseStep:
    """One clause that was looked at (mệnh đề đã xét), by the kind of its label."""

    kind: str
    step: Step


@dataclass(frozen=True, slots=True)
class Trace:
    """How a rule came to one outcome (vết xét).

    `items` are those of its loops; they and the clauses are empty where a list or an item
    could not be read.
    """

    outcome: Outcome
    items: tuple[object, ...]
    clauses: tuple[ClauseStep, ...]


_Noted: TypeAlias = "tuple[Term, object, tuple[Value, ...]]"


@dataclass(slots=True)
class _Log:
    """What was noted, by the number of the outcome it leads to."""

    items: dict[int, tuple[object, ...]] = field(default_factory=dict)
    notes: dict[int, list[_Noted]] = field(default_factory=dict)
    left: int = MAX_NOTES
    _now: list[_Noted] = field(default_factory=list)

    def enter(self, number: int, items: tuple[object, ...]) -> None:
        """Begin with what leads to outcome `number`."""
        self.items[number] = items
        self._now = self.notes[number] = []

    def note(self, term: Term, value: object, asked: tuple[Value, ...] = ()) -> None:
        """Note what a term came to."""
        if self.left > 0:
            self.left -= 1
            self._now.append((term, value, asked))


@dataclass(frozen=True, slots=True)
class TracedRule:
    """A rule that can be followed (quy tắc lần theo được)."""

    rule: CompiledRule
    meaning: Rule
    log: _Log

    def traces(self, subject: Tree, functions: Functions, day: date) -> tuple[Trace, ...]:
        """Return how the rule comes to each of its outcomes, in their order.

        Args:
            subject: The document.
            functions: The law functions by English name.
            day: The day of judgement.
        """
        log = self.log
        log.items, log.notes, log.left = {}, {}, MAX_NOTES
        outcomes = tuple(self.rule.evaluate(subject, functions, day))
        return tuple(
            Trace(outcome, log.items.get(number, ()), self._clauses(log.notes.get(number, [])))
            for number, outcome in enumerate(outcomes)
        )

    def _clauses(self, notes: list[_Noted]) -> tuple[ClauseStep, ...]:
        kinds: dict[Term, str] = {let.variable: "LET" for let in self.meaning.lets}
        for exempt in self.meaning.exempts:
            kinds[exempt.condition] = "UNLESS"
        kinds[self.meaning.require] = "REQUIRE"
        if self.meaning.when is not None:
            kinds[self.meaning.when] = "WHEN"
        values: dict[Term, Term] = {let.variable: let.value for let in self.meaning.lets}
        steps = _folded(notes, values)
        return tuple(ClauseStep(kinds[one.term], one) for one in steps if one.term in kinds)


def traced(checked: CheckedRule, vocabulary: Vocabulary) -> TracedRule:
    """Return a rule that can be followed.

    Args:
        checked: The rule.
        vocabulary: The words it uses.

    Raises:
        TooIntricateError: It nests deeper than generated code may.
    """
    log = _Log()
    program = assemble(checked.rule, checked.head.id, vocabulary, partial(_TracingEmitter, log))
    return TracedRule(compiled(checked, program), checked.rule, log)


def _folded(notes: list[_Noted], values: dict[Term, Term]) -> list[Step]:
    """Return notes as a tree: a term is noted after all that was looked at for it."""
    done: list[Step] = []
    for term, value, asked in notes:
        if isinstance(term, Apply) and done and _is_told(term, value, done[-1]):
            continue
        inside = frozenset(walk(values.get(term, term))) - {term}
        first = len(done)
        while first and done[first - 1].term in inside:
            first -= 1
        step = Step(term, value, tuple(done[first:]), asked)
        del done[first:]
        done.append(step)
    return done


def _is_told(term: Apply, value: object, last: Step) -> bool:
    """Return whether a condition is the answer of the law that was just noted."""
    return last.came_to is value and last.term == term


class _TracingEmitter(Emitter):
    def __init__(self, log: _Log, constants: list[object], on_exhausted: str) -> None:
        super().__init__(constants, on_exhausted)
        self._log = log

    def entered(self, entry: str, items: str) -> None:
        """Write the beginning of what leads to one outcome."""
        self.line(f"{self.constant(_Entering(self._log.enter))}({entry}, {items})")

    def named(self, let: Let, value: str) -> None:
        """Write a call that notes a named value."""
        self._noted(let.variable, value)

    def condition(self, term: Term) -> str:
        """Write a condition, then a call that notes its outcome."""
        held = super().condition(term)
        self._noted(term, held)
        return held

    def value(self, term: Term) -> str:
        """Write a value, then a call that notes it."""
        held = super().value(term)
        is_condition = term.type == BOOLEAN and not isinstance(term, Get)
        if not is_condition and not isinstance(term, Constant | Apply):
            self._noted(term, held)
        return held

    def _value_apply(self, term: Apply) -> str:
        arguments = "".join(f", {self.value(argument)}" for argument in term.arguments)
        self.functions.add(term.function.name)
        name = self.fresh("a")
        asking = self.constant(_Asking(term, self._log.note))
        self.line(f"{name} = {asking}(f_{term.function.name}{arguments})")
        return name

    def _noted(self, term: Term, held: str) -> None:
        self.line(f"{self.constant(_Noting(term, self._log.note))}({held})")


@dataclass(frozen=True, slots=True)
class _Entering:
    enter: Callable[[int, tuple[object, ...]], None]

    def __call__(self, number: int, items: tuple[object, ...]) -> None:
        self.enter(number, items)


@dataclass(frozen=True, slots=True)
class _Noting:
    term: Term
    note: Callable[[Term, object], None]

    def __call__(self, value: object) -> None:
        self.note(self.term, value)


@dataclass(frozen=True, slots=True)
class _Asking:
    """Asks the law and notes the answer, or why there is none."""

    term: Term
    note: Callable[[Term, object, tuple[Value, ...]], None]

    def __call__(self, function: Callable[..., Value], *arguments: Value) -> Value:
        try:
            answer = function(*arguments)
        except Undecided as reason:
            self.note(self.term, reason.with_traceback(None), arguments)
            raise
        self.note(self.term, answer, arguments)
        return answer
