"""Conditions of three values as two formulas, and comparisons of single values (so sánh)."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TypeAlias

from tthc_rules.engine.analysis.formulas import (
    FALSE,
    TRUE,
    Formula,
    Same,
    Sum,
    Unknown,
    at_most,
    equal,
    every,
    negation,
    some,
)
from tthc_rules.engine.analysis.model import Construct, OutOfFragmentError
from tthc_rules.model.conditions import Comparison

Held: TypeAlias = "Unknown | str | Sum"
"""A single value: a word or a number."""


@dataclass(frozen=True, slots=True)
class Two:
    """When a condition is true, and when it is false; otherwise it is undecided."""

    true: Formula
    false: Formula

    def negated(self) -> Two:
        """Return the negation; what is undecided stays so."""
        return Two(self.false, self.true)

    def needing(self, needs: Formula) -> Two:
        """Return the condition that is decided only where `needs` hold."""
        return Two(every((self.true, needs)), every((self.false, needs)))


def two(formula: Formula, needs: Formula = TRUE) -> Two:
    """Return a condition that is decided wherever `needs` hold."""
    return Two(every((formula, needs)), every((negation(formula), needs)))


def compared(left: Held, comparison: Comparison, right: Held) -> Formula:
    """Return how two single values stand to each other.

    Raises:
        TypeError: One is a word, the other a number.
    """
    if isinstance(left, Sum) and isinstance(right, Sum):
        return _compared_sums(left, comparison, right)
    if isinstance(left, Sum) or isinstance(right, Sum):
        raise TypeError("a word and a number do not compare")
    if isinstance(left, str):
        left, right = right, left
    if isinstance(left, str):
        same: Formula = TRUE if left == right else FALSE
    elif isinstance(right, str) and left.domain and right not in left.domain:
        same = FALSE
    else:
        same = TRUE if left == right else Same(left, right)
    return same if comparison is Comparison.EQ else negation(same)


def _compared_sums(left: Sum, comparison: Comparison, right: Sum) -> Formula:
    match comparison:
        case Comparison.LE:
            return at_most(left, right)
        case Comparison.LT:
            return at_most(left, right, strict=True)
        case Comparison.GE:
            return at_most(right, left)
        case Comparison.GT:
            return at_most(right, left, strict=True)
        case Comparison.EQ:
            return equal(left, right)
        case Comparison.NE:
            return negation(equal(left, right))


def counted(met: list[Formula], comparison: Comparison, number: int) -> Formula:
    """Return how the number of formulas that hold stands to a constant."""
    least, more = _at_least(met, number), _at_least(met, number + 1)
    match comparison:
        case Comparison.GE:
            return least
        case Comparison.LT:
            return negation(least)
        case Comparison.GT:
            return more
        case Comparison.LE:
            return negation(more)
        case Comparison.EQ:
            return every((least, negation(more)))
        case Comparison.NE:
            return some((negation(least), more))


def _at_least(met: list[Formula], number: int) -> Formula:
    if number <= 0:
        return TRUE
    return some(every(chosen) for chosen in combinations(met, number))


def product(left: Sum, right: Sum) -> Sum:
    """Return a product of which one factor is a constant.

    Raises:
        OutOfFragmentError: Neither is.
    """
    if left.terms and right.terms:
        raise OutOfFragmentError(Construct.ARITHMETIC)
    amount, factor = (left, right) if left.terms else (right, left)
    return amount.scaled(factor.constant)
