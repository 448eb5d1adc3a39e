"""Whole amounts of rules (số lượng nguyên): which number a constant is, how small a value can be.

What is proved here keeps coverage from asking for what cannot happen, and mutation from
making slips that change nothing.
"""

from __future__ import annotations

from datetime import date

from tthc_rules.lang.syntax import Fold
from tthc_rules.lang.typed import Aggregate, Get, Term
from tthc_rules.lang.vocabulary import Kind, Scalar
from tthc_rules.model.quantities import Money


def whole(value: object) -> int | None:
    """Return a constant as a whole number: a count, đồng, a day; None for any other."""
    match value:
        case bool():
            return None
        case int(number) | Money(number):
            return number
        case date():
            return value.toordinal()
    return None


def least_of(term: Term) -> int | None:
    """Return the least whole number that a term can be, None where none is known."""
    match term:
        case Aggregate(fold=Fold.COUNT):
            return 0
        case Get(field=field) if field.least is not None:
            return field.least
    money = isinstance(term.type, Scalar) and term.type.kind is Kind.MONEY
    return 0 if money else None
