"""The small logic that questions about rules are put in (công thức).

Two-valued, over unknowns of four sorts, in negation normal form: literals joined by `All` and
`Some`. What a rule leaves undecided is an unknown of its own, so that the three values of
the language become two formulas: when a term is true, and when it is false.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import TypeAlias

Key: TypeAlias = tuple[object, ...]
"""What an unknown stands for: a path in the judged document, or a call of a law function."""


class Sort(Enum):
    """The sorts of unknowns (loại ẩn): true or false, a word, a whole or an exact number."""

    TRUTH = "truth"
    WORD = "word"
    WHOLE = "whole"
    EXACT = "exact"


@dataclass(frozen=True, slots=True)
class Unknown:
    """One unknown; `domain` lists all words it may be, empty for a free text."""

    key: Key
    sort: Sort
    domain: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Is:
    """A truth that has this value."""

    unknown: Unknown
    holds: bool = True


@dataclass(frozen=True, slots=True)
class Same:
    """A word that equals another word or a constant, or does not."""

    left: Unknown
    right: Unknown | str
    holds: bool = True


@dataclass(frozen=True, slots=True)
class Sum:
    """A linear sum of numbers (biểu thức tuyến tính): coefficients by unknown, and a constant."""

    terms: tuple[tuple[Unknown, Fraction], ...] = ()
    constant: Fraction = Fraction(0)

    def plus(self, other: Sum, times: Fraction = Fraction(1)) -> Sum:
        """Return this sum plus `times` the other."""
        found = dict(self.terms)
        for unknown, factor in other.terms:
            found[unknown] = found.get(unknown, Fraction(0)) + times * factor
        terms = sorted(
            ((unknown, factor) for unknown, factor in found.items() if factor),
            key=lambda term: repr(term[0].key),
        )
        return Sum(tuple(terms), self.constant + times * other.constant)

    def scaled(self, times: Fraction) -> Sum:
        """Return `times` this sum."""
        return Sum().plus(self, times)


@dataclass(frozen=True, slots=True)
class Below:
    """A sum that is at most 0, or `strict`ly below it."""

    sum: Sum
    strict: bool = False


@dataclass(frozen=True, slots=True)
class All:
    """Every part holds; of no part: true."""

    parts: tuple[Formula, ...]


@dataclass(frozen=True, slots=True)
class Some:
    """At least one part holds; of no part: false."""

    parts: tuple[Formula, ...]


Literal: TypeAlias = Is | Same | Below
Formula: TypeAlias = Literal | All | Some

TRUE = All(())
FALSE = Some(())


def every(parts: Iterable[Formula]) -> Formula:
    """Return the conjunction, flattened and without needless parts."""
    found: dict[Formula, None] = {}
    for part in parts:
        if part == FALSE:
            return FALSE
        for inner in part.parts if isinstance(part, All) else (part,):
            found[inner] = None
    return next(iter(found)) if len(found) == 1 else All(tuple(found))


def some(parts: Iterable[Formula]) -> Formula:
    """Return the disjunction, flattened and without needless parts."""
    found: dict[Formula, None] = {}
    for part in parts:
        if part == TRUE:
            return TRUE
        for inner in part.parts if isinstance(part, Some) else (part,):
            found[inner] = None
    return next(iter(found)) if len(found) == 1 else Some(tuple(found))


def negation(formula: Formula) -> Formula:
    """Return the formula that holds exactly where this one does not."""
    match formula:
        case All(parts):
            return some(negation(part) for part in parts)
        case Some(parts):
            return every(negation(part) for part in parts)
        case Is(unknown, holds):
            return Is(unknown, not holds)
        case Same(left, right, holds):
            return Same(left, right, not holds)
        case Below(total, strict):
            return Below(total.scaled(Fraction(-1)), not strict)


def at_most(left: Sum, right: Sum, *, strict: bool = False) -> Formula:
    """Return `left ≤ right`, or `left < right`; decided at once between constants."""
    total = left.plus(right, Fraction(-1))
    if not total.terms:
        holds = total.constant < 0 or (not strict and total.constant == 0)
        return TRUE if holds else FALSE
    return Below(total, strict)


def equal(left: Sum, right: Sum) -> Formula:
    """Return `left = right`."""
    return every((at_most(left, right), at_most(right, left)))


def literals(formula: Formula) -> Iterator[Literal]:
    """Yield every literal of a formula."""
    if isinstance(formula, All | Some):
        for part in formula.parts:
            yield from literals(part)
    else:
        yield formula


def unknowns(formula: Formula) -> Iterator[Unknown]:
    """Yield every unknown of a formula, again each time it occurs."""
    for literal in literals(formula):
        match literal:
            case Is(unknown):
                yield unknown
            case Same(left, right):
                yield left
                if isinstance(right, Unknown):
                    yield right
            case Below(total):
                for unknown, _ in total.terms:
                    yield unknown
