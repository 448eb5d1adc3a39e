"""Conditions in three-valued logic, and the values that can matter to them (điều kiện).

Missing is never false: a comparison with an unknown name is unknown, and `and`, `or`, `not`
carry that on after Kleene.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import TypeAlias, assert_never

from tthc_rules.model.conditions import (
    ALWAYS_MET,
    All,
    Always,
    AnyOf,
    Compare,
    Comparison,
    Condition,
    Constant,
    In,
    Not,
)
from tthc_rules.model.law import FactDomain
from tthc_rules.model.quantities import DayKind, Money, TimeLimit

FactValue: TypeAlias = "Constant | Fraction"
"""A constant, or a number between two constants that stands for all numbers there."""

Atom: TypeAlias = "Compare | In"
Facts: TypeAlias = Mapping[str, FactValue]

NEVER_MET = Not(ALWAYS_MET)


def truth(condition: Condition, facts: Facts) -> bool | None:
    """Return whether a condition is met, None where the facts do not say."""
    match condition:
        case Always():
            return True
        case Compare(name, comparison, constant):
            value = facts.get(name)
            return None if value is None else compare(value, comparison, constant)
        case In(name, constants):
            value = facts.get(name)
            return None if value is None else any(same(value, item) for item in constants)
        case All(parts):
            return _all(truth(part, facts) for part in parts)
        case AnyOf(parts):
            met = _all(_negated(truth(part, facts)) for part in parts)
            return _negated(met)
        case Not(part):
            return _negated(truth(part, facts))
        case _:  # pragma: no cover - the union is closed
            assert_never(condition)


def open_atoms(condition: Condition, facts: Facts) -> Iterator[Atom]:
    """Yield the comparisons that are still open and can still matter.

    A part whose truth is known already asks for nothing: `poor and rural` of someone who is
    not poor does not ask whether he lives in the country.
    """
    if truth(condition, facts) is not None:
        return
    match condition:
        case Compare() | In():
            yield condition
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from open_atoms(part, facts)
        case Not(part):
            yield from open_atoms(part, facts)
        case Always():
            return
        case _:  # pragma: no cover - the union is closed
            assert_never(condition)


def same(value: FactValue, constant: Constant) -> bool:
    """Return whether a value equals a constant; text, truth and number never equal."""
    if isinstance(value, bool) or isinstance(constant, bool):
        return value is constant
    return value == constant


def compare(value: FactValue, comparison: Comparison, constant: Constant) -> bool:
    """Return whether a known value stands in a relation to a constant.

    Values that have no order between them stand in no order.
    """
    if comparison is Comparison.EQ:
        return same(value, constant)
    if comparison is Comparison.NE:
        return not same(value, constant)
    order = _order(value, constant)
    return order is not None and order in _ORDERS[comparison]


_ORDERS = {
    Comparison.LT: (-1,),
    Comparison.LE: (-1, 0),
    Comparison.GT: (1,),
    Comparison.GE: (1, 0),
}


def representatives(atoms: Iterable[Atom], domain: FactDomain) -> tuple[FactValue, ...]:
    """Return values of one name, one for each way its comparisons can turn out.

    A declared domain is taken as it is. An open name is cut at the constants it is compared
    with: each of them, the stretches between, and one value that equals none. What is
    compared with numbers or sums alone is one.
    """
    listed = tuple(atoms)
    if domain.values is not None:
        return _one_for_each_outcome(listed, domain.values)
    constants = {constant for atom in listed for constant in _constants(atom)}
    if any(isinstance(constant, bool) for constant in constants):
        return (True, False)
    return _one_for_each_outcome(listed, _line(constants, whole=domain.whole))


def _one_for_each_outcome(
    atoms: tuple[Atom, ...], values: Iterable[FactValue]
) -> tuple[FactValue, ...]:
    chosen: dict[tuple[bool | None, ...], FactValue] = {}
    for value in values:
        chosen.setdefault(tuple(_atom_truth(atom, value) for atom in atoms), value)
    return tuple(chosen.values())


def _atom_truth(atom: Atom, value: FactValue) -> bool | None:
    return truth(atom, {atom.name: value})


def _constants(atom: Atom) -> tuple[Constant, ...]:
    return (atom.constant,) if isinstance(atom, Compare) else atom.constants


def _line(constants: set[Constant], *, whole: bool) -> Iterator[FactValue]:
    """Yield values in an order that depends on the constants alone."""
    texts = sorted(item for item in constants if isinstance(item, str))
    for text in texts:
        yield from (text, text + "\x00")
    numbers = sorted(item for item in constants if isinstance(item, int))
    yield from _between(numbers, whole=whole)
    for dong in sorted(item.dong for item in constants if isinstance(item, Money)):
        yield from (Money(around) for around in (dong, dong + 1, max(0, dong - 1)))
    limits = sorted(
        (item for item in constants if isinstance(item, TimeLimit)),
        key=lambda item: (item.kind.value, item.amount),
    )
    for limit in limits:
        yield from _limits_around(limit)
    if texts or limits or not constants:
        yield "\x00"


def _between(numbers: list[int], *, whole: bool) -> Iterator[FactValue]:
    for before, number in zip([None, *numbers], numbers, strict=False):
        if before is not None and (not whole or number - before > 1):
            yield before + 1 if whole else Fraction(before + number, 2)
        yield number
    if numbers:
        yield numbers[0] - 1
        yield numbers[-1] + 1


def _limits_around(limit: TimeLimit) -> Iterator[TimeLimit]:
    yield limit
    if limit.kind is not DayKind.SAME_DAY:
        yield TimeLimit(limit.kind, limit.amount + 1)
        yield TimeLimit(limit.kind, max(Fraction(0), limit.amount - 1))


def _order(value: FactValue, constant: Constant) -> int | None:
    """Return -1, 0 or 1, or None where no order stands between the two."""
    match value, constant:
        case (bool(), _) | (_, bool()):
            return None
        case (int() | Fraction() as left, int() as right):
            return (left > right) - (left < right)
        case (Money() as left_sum, Money() as right_sum):
            return (left_sum > right_sum) - (left_sum < right_sum)
        case (TimeLimit(kind, amount), TimeLimit(other, bound)) if kind is other:
            return (amount > bound) - (amount < bound)
        case (str() as text, str() as limit):
            return (text > limit) - (text < limit)
    return None


def _negated(known: bool | None) -> bool | None:
    return None if known is None else not known


def _all(truths: Iterable[bool | None]) -> bool | None:
    outcome: bool | None = True
    for known in truths:
        if known is False:
            return False
        if known is None:
            outcome = None
    return outcome
