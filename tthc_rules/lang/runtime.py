"""What compiled rules call while they run: exact arithmetic, folding, canonical texts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import TypeAlias

from tthc_rules.diagnostics import Message
from tthc_rules.lang.undecided import Undecided
from tthc_rules.model.conditions import Comparison
from tthc_rules.model.quantities import Money, Rate, TimeLimit
from tthc_rules.model.text import Text
from tthc_rules.model.values import Refused, Value

TimeComparison: TypeAlias = "Callable[[TimeLimit, Comparison, TimeLimit], bool]"
Amount: TypeAlias = "int | Money | TimeLimit"

UNKNOWN = Text("chưa rõ", "unknown")
EMPTY = Message("lang/empty-list", {})
TOO_MANY_STEPS = Message("lang/too-many-steps", {})
MIXED = Message("lang/mixed-time-limits", {})
NEGATIVE = Message("lang/negative-amount", {})
UNEVEN = Message("lang/uneven-amount", {})


def add(left: Amount, right: Amount) -> Amount:
    """Return the sum of two amounts of one type.

    Raises:
        Undecided: Time limits of different kinds, whose sum is no time limit.
    """
    if isinstance(left, Money) and isinstance(right, Money):
        return Money(left.dong + right.dong)
    if isinstance(left, TimeLimit) and isinstance(right, TimeLimit):
        if left.kind is not right.kind:
            raise Undecided(MIXED)
        return _time(left, left.amount + right.amount)
    return _number(left) + _number(right)


def subtract(left: Amount, right: Amount) -> Amount:
    """Return the difference of two amounts of one type.

    Raises:
        Undecided: It would be negative money or time, or the kinds of time differ.
    """
    if isinstance(left, Money) and isinstance(right, Money):
        if right.dong > left.dong:
            raise Undecided(NEGATIVE)
        return Money(left.dong - right.dong)
    if isinstance(left, TimeLimit) and isinstance(right, TimeLimit):
        if left.kind is not right.kind:
            raise Undecided(MIXED)
        return _time(left, left.amount - right.amount)
    return _number(left) - _number(right)


def multiply(left: Amount | Rate, right: Amount | Rate) -> Amount:
    """Return an amount times a number, or money times a rate.

    Raises:
        Undecided: The product is no whole number of đồng, or negative.
    """
    if isinstance(left, Rate) or (isinstance(left, int) and not isinstance(right, int)):
        left, right = right, left
    factor = right.payable if isinstance(right, Rate) else Fraction(_number(right))
    if isinstance(left, Money):
        product = left.dong * factor
        if product < 0:
            raise Undecided(NEGATIVE)
        if product.denominator != 1:
            raise Undecided(UNEVEN)
        return Money(product.numerator)
    if isinstance(left, TimeLimit):
        return _time(left, left.amount * factor)
    return _number(left) * _number(right)


def total(items: Sequence[Amount], zero: Amount | None) -> Amount:
    """Return the sum of amounts; `zero` is that of nothing.

    Raises:
        Undecided: There is nothing to add and no zero, or the amounts do not go together.
    """
    if not items:
        if zero is None:
            raise Undecided(EMPTY)
        return zero
    result = items[0]
    for item in items[1:]:
        result = add(result, item)
    return result


def extreme(items: Sequence[Value], compare: TimeComparison | None, *, largest: bool) -> Value:
    """Return the smallest or largest item, the first among equals.

    Args:
        items: Values of one ordered type.
        compare: How time limits compare; None for other types.
        largest: Which end is asked for.

    Raises:
        Undecided: There is no item, or two time limits cannot be compared.
    """
    if not items:
        raise Undecided(EMPTY)
    best = items[0]
    for item in items[1:]:
        if _beyond(item, best, compare, largest=largest):
            best = item
    return best


def _beyond(item: Value, best: Value, compare: TimeComparison | None, *, largest: bool) -> bool:
    if isinstance(item, TimeLimit) and isinstance(best, TimeLimit) and compare is not None:
        return compare(item, Comparison.GT if largest else Comparison.LT, best)
    if largest:
        return item > best  # type: ignore[operator]  # the checker has seen to the types
    return item < best  # type: ignore[operator]  # the checker has seen to the types


def shown(value: object, words: Callable[[str], Text] | None) -> Text:
    """Return how a value reads in both languages.

    Args:
        value: A value of a document or of a law function.
        words: How a value of an enumeration reads; None for other types.
    """
    if isinstance(value, bool):
        return Text("đúng", "true") if value else Text("sai", "false")
    if isinstance(value, Text):
        return value
    if isinstance(value, str):
        return words(value) if words is not None else Text(value, value)
    if isinstance(value, Money | Rate | TimeLimit):
        return value.text()
    if isinstance(value, tuple | list):
        texts = [shown(item, words) for item in value]
        return Text(", ".join(text.vi for text in texts), ", ".join(text.en for text in texts))
    if isinstance(value, date):
        return Text(f"{value.day:02d}/{value.month:02d}/{value.year:04d}", value.isoformat())
    return UNKNOWN if isinstance(value, Refused | Undecided) else Text(str(value), str(value))


def canonical(value: object) -> str:
    """Return a value as one text that is equal for equal values, for fingerprints."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return "{" + ",".join(f"{key}={canonical(value[key])}" for key in sorted(value)) + "}"
    if isinstance(value, tuple | list):
        return "[" + ",".join(canonical(item) for item in value) + "]"
    return shown(value, None).en


def fact(base: object, keys: tuple[str, ...]) -> str:
    """Return a value of the document as `path=value`; `path=` when it is absent or unread."""
    value: object = base
    for key in keys:
        value = value.get(key) if isinstance(value, Mapping) else None
    known = not isinstance(value, Refused) and value is not None
    return f"{'.'.join(keys)}={canonical(value) if known else ''}"


def _time(like: TimeLimit, amount: Fraction) -> TimeLimit:
    try:
        return TimeLimit(like.kind, amount)
    except ValueError:
        raise Undecided(NEGATIVE if amount < 0 else UNEVEN) from None


def _number(value: Amount | Rate) -> int:
    if not isinstance(value, int):
        raise TypeError(f"{value!r} is no number")
    return value
