"""Formulas of the analysis, over few enough values to try them all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import product

from hypothesis import strategies as st

from tthc_rules.engine.analysis.formulas import (
    All,
    Below,
    Formula,
    Is,
    Literal,
    Same,
    Some,
    Sort,
    Sum,
    Unknown,
    at_most,
    every,
    some,
)

TRUTHS = tuple(Unknown((f"t{number}",), Sort.TRUTH) for number in range(3))
WORDS = (
    *(Unknown((f"w{number}",), Sort.WORD, ("a", "b")) for number in range(2)),
    Unknown(("free",), Sort.WORD),
)
NUMBERS = tuple(Unknown((f"n{number}",), Sort.WHOLE) for number in range(2))
LARGEST = 3
_FREE = ("a", "b", "other")


@dataclass(frozen=True)
class Values:
    """One value for each unknown."""

    truths: Mapping[Unknown, bool]
    words: Mapping[Unknown, str]
    numbers: Mapping[Unknown, Fraction]


def _sums() -> st.SearchStrategy[Sum]:
    one = st.sampled_from(NUMBERS).map(lambda held: Sum(((held, Fraction(1)),)))
    constant = st.integers(-1, LARGEST + 1).map(lambda number: Sum(constant=Fraction(number)))
    return one | constant


def _literals() -> st.SearchStrategy[Formula]:
    return st.one_of(
        st.builds(Is, st.sampled_from(TRUTHS), st.booleans()),
        st.builds(Same, st.sampled_from(WORDS), st.sampled_from(("a", "b")), st.booleans()),
        st.builds(Same, st.just(WORDS[0]), st.sampled_from(WORDS[1:]), st.booleans()),
        st.builds(
            lambda left, right, strict: at_most(left, right, strict=strict),
            _sums(),
            _sums(),
            st.booleans(),
        ),
    )


def formulas() -> st.SearchStrategy[Formula]:
    """Formulas whose numbers lie between 0 and `LARGEST`."""
    inner = st.recursive(
        _literals(),
        lambda parts: (
            st.lists(parts, min_size=1, max_size=4).map(every)
            | st.lists(parts, min_size=1, max_size=4).map(some)
        ),
        max_leaves=12,
    )
    return inner.map(lambda formula: every((formula, *_range())))


def _range() -> Iterator[Formula]:
    for unknown in NUMBERS:
        held = Sum(((unknown, Fraction(1)),))
        yield at_most(Sum(), held)
        yield at_most(held, Sum(constant=Fraction(LARGEST)))


def all_values() -> Iterator[Values]:
    """Every combination of values."""
    domains = [unknown.domain or _FREE for unknown in WORDS]
    for truths in product((False, True), repeat=len(TRUTHS)):
        for words in product(*domains):
            for numbers in product(range(LARGEST + 1), repeat=len(NUMBERS)):
                yield Values(
                    dict(zip(TRUTHS, truths, strict=True)),
                    dict(zip(WORDS, words, strict=True)),
                    {
                        unknown: Fraction(number)
                        for unknown, number in zip(NUMBERS, numbers, strict=True)
                    },
                )


def holds(formula: Formula, values: Values) -> bool:
    """Say whether a formula holds of values, by its definition."""
    if isinstance(formula, All):
        return all(holds(part, values) for part in formula.parts)
    if isinstance(formula, Some):
        return any(holds(part, values) for part in formula.parts)
    return _literal_holds(formula, values)


def _literal_holds(literal: Literal, values: Values) -> bool:
    match literal:
        case Is(unknown, truth):
            return values.truths[unknown] is truth
        case Same(left, right, truth):
            other = values.words[right] if isinstance(right, Unknown) else right
            return (values.words[left] == other) is truth
        case Below(total, strict):
            number = total.constant + sum(
                (factor * values.numbers[unknown] for unknown, factor in total.terms),
                Fraction(0),
            )
            return number < 0 or (number == 0 and not strict)
