"""Comparisons that agree everywhere (phép so sánh tương đương): `> 0` and `≥ 1` of a count.

A comparison of a whole amount with a constant holds on a set of whole numbers. Two of them
agree exactly when the sets are equal; a set is told by whether its least number is in it and
by the numbers at which membership changes.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from tthc_rules.lang.syntax import Fold
from tthc_rules.lang.typed import Aggregate, Compare, Constant, Term, meaning
from tthc_rules.model.conditions import Comparison
from tthc_rules.model.quantities import Money

_MIRRORED: Final = {
    Comparison.LT: Comparison.GT,
    Comparison.LE: Comparison.GE,
    Comparison.GT: Comparison.LT,
    Comparison.GE: Comparison.LE,
}
_HOLDS_FAR_BELOW: Final = (Comparison.LT, Comparison.LE, Comparison.NE)
_CHANGES: Final = {
    Comparison.LT: (0,),
    Comparison.LE: (1,),
    Comparison.GT: (1,),
    Comparison.GE: (0,),
    Comparison.EQ: (0, 1),
    Comparison.NE: (0, 1),
}
"""At which distances from the bound a comparison changes from one number to the next."""


def agreement(term: Term) -> tuple[object, ...] | None:
    """Return what is equal for two comparisons that agree on every value.

    None for what is no comparison of a whole amount with a constant.
    """
    if not isinstance(term, Compare):
        return None
    asked, bound, comparison = term.left, term.right, term.comparison
    if isinstance(asked, Constant):
        asked, bound, comparison = bound, asked, _MIRRORED.get(comparison, comparison)
    number = _whole(bound)
    if number is None or isinstance(asked, Constant):
        return None
    changes = [number + distance for distance in _CHANGES[comparison]]
    least = _least(asked, bound)
    passed = [change for change in changes if least is not None and change <= least]
    first = (comparison in _HOLDS_FAR_BELOW) != (len(passed) % 2 == 1)
    return meaning(asked), first, tuple(changes[len(passed) :])


def _whole(bound: Term) -> int | None:
    """Return a constant as a whole number: a count, đồng, a day."""
    match bound.value if isinstance(bound, Constant) else None:
        case bool():
            return None
        case int(number) | Money(number):
            return number
        case date() as day:
            return day.toordinal()
    return None


def _least(asked: Term, bound: Term) -> int | None:
    """Return the least number an amount can be, None where there is none."""
    counts = isinstance(asked, Aggregate) and asked.fold is Fold.COUNT
    money = isinstance(bound, Constant) and isinstance(bound.value, Money)
    return 0 if counts or money else None
