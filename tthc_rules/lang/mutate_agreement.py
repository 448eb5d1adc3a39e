"""Comparisons that agree everywhere (phép so sánh tương đương): `> 0` and `≥ 1` of a count.

A comparison of a whole amount with a constant holds on a set of whole numbers. Two of them
agree exactly when the sets are equal; a set is told by whether its least number is in it and
by the numbers at which membership changes.
"""

from __future__ import annotations

from typing import Final

from tthc_rules.lang.amounts import least_of, whole
from tthc_rules.lang.typed import Compare, Constant, Term, meaning
from tthc_rules.model.conditions import Comparison

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
    number = whole(bound.value) if isinstance(bound, Constant) else None
    if number is None or isinstance(asked, Constant):
        return None
    changes = [number + distance for distance in _CHANGES[comparison]]
    least = least_of(asked)
    passed = [change for change in changes if least is not None and change <= least]
    first = (comparison in _HOLDS_FAR_BELOW) != (len(passed) % 2 == 1)
    return meaning(asked), first, tuple(changes[len(passed) :])
