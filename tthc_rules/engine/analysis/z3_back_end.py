"""Z3 as a decision procedure (thủ tục quyết định mở rộng), where it is installed.

It takes what the built-in procedure leaves: linear arithmetic beyond differences. Without
the extra `[analyze]` there is none, and such questions stay out of the fragment.
"""

from __future__ import annotations

from fractions import Fraction
from importlib.util import find_spec
from typing import TYPE_CHECKING

from tthc_rules.engine.analysis.formulas import (
    All,
    Below,
    Formula,
    Is,
    Literal,
    Same,
    Some,
    Sort,
    Unknown,
    unknowns,
)
from tthc_rules.engine.analysis.formulas import literals as literals_of
from tthc_rules.engine.analysis.model import Construct, Model, OutOfFragmentError

if TYPE_CHECKING:
    import z3

TIMEOUT = 10_000
"""Milliseconds for one question (quy ước kỹ thuật)."""


def is_installed() -> bool:
    """Return whether Z3 can be asked."""
    return find_spec("z3") is not None


def decide(formula: Formula) -> Model | None:
    """Return a model of a formula, None where it has none.

    Raises:
        OutOfFragmentError: Z3 gave up.
    """
    import z3

    question = _Question(formula)
    solver = z3.Solver()
    solver.set("timeout", TIMEOUT)
    solver.set("random_seed", 0)
    solver.add(question.expression(formula), *question.domains())
    answer = solver.check()
    if answer == z3.unsat:
        return None
    if answer != z3.sat:
        raise OutOfFragmentError(Construct.SIZE)
    return question.model(solver.model())


class _Question:
    """Carries one formula over to Z3: a word is a number in a common table."""

    def __init__(self, formula: Formula) -> None:
        self._unknowns = tuple(dict.fromkeys(unknowns(formula)))
        words = [word for unknown in self._unknowns for word in unknown.domain]
        words += [
            literal.right
            for literal in literals_of(formula)
            if isinstance(literal, Same) and isinstance(literal.right, str)
        ]
        self._words = tuple(dict.fromkeys(words))
        self._held = {
            unknown: _variable(unknown, number) for number, unknown in enumerate(self._unknowns)
        }

    def expression(self, formula: Formula) -> z3.BoolRef:
        import z3

        if isinstance(formula, All):
            return z3.And([self.expression(part) for part in formula.parts])
        if isinstance(formula, Some):
            return z3.Or([self.expression(part) for part in formula.parts])
        return self._literal(formula)

    def _literal(self, literal: Literal) -> z3.BoolRef:
        import z3

        match literal:
            case Is(unknown, holds):
                held = self._held[unknown]
                return held if holds else z3.Not(held)
            case Same(left, right, holds):
                other = self._held[right] if isinstance(right, Unknown) else self._number(right)
                equal = self._held[left] == other
                return equal if holds else z3.Not(equal)
            case Below(total, strict):
                value = z3.RealVal(total.constant)
                for unknown, factor in total.terms:
                    value = value + z3.RealVal(factor) * self._held[unknown]
                return value < 0 if strict else value <= 0

    def domains(self) -> list[z3.BoolRef]:
        """Return what every word may be: one of its domain, or any number for a free text."""
        import z3

        found = []
        for unknown in self._unknowns:
            if unknown.sort is Sort.WORD:
                held = self._held[unknown]
                listed = [held == self._number(word) for word in unknown.domain]
                found.append(z3.Or(listed) if listed else held >= 0)
        return found

    def model(self, found: z3.ModelRef) -> Model:
        """Return what Z3 found as a model."""
        import z3

        truths: dict[Unknown, bool] = {}
        words: dict[Unknown, str] = {}
        numbers: dict[Unknown, Fraction] = {}
        for unknown, held in self._held.items():
            value = found.eval(held, model_completion=True)
            if unknown.sort is Sort.TRUTH:
                truths[unknown] = z3.is_true(value)
            elif unknown.sort is Sort.WORD:
                words[unknown] = self._word(value.as_long())
            else:
                numbers[unknown] = Fraction(str(value))
        return Model(truths, words, numbers)

    def _number(self, word: str) -> int:
        return self._words.index(word)

    def _word(self, number: int) -> str:
        return self._words[number] if number < len(self._words) else f"mau-{number}"


def _variable(unknown: Unknown, number: int) -> z3.ExprRef:
    import z3

    name = f"u{number}"
    match unknown.sort:
        case Sort.TRUTH:
            return z3.Bool(name)
        case Sort.EXACT:
            return z3.Real(name)
        case Sort.WORD | Sort.WHOLE:
            return z3.Int(name)
