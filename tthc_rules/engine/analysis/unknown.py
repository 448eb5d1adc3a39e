"""The unknowns that rules speak of (ẩn): fields, list items, what the law answers.

A key is a path: `("doc", "cases", 0, "id")` in the judged document, or below a call of a law
function, `(Call, "value")`. The same path is the same unknown in every rule of a question.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final

from tthc_rules.engine.analysis.formulas import Is, Key, Sort, Sum, Unknown
from tthc_rules.lang.syntax import LiteralValue
from tthc_rules.lang.vocabulary import Enumeration, Function, Kind, Scalar, Type, Vocabulary
from tthc_rules.model.quantities import DayKind, Money, Rate, TimeLimit

ROOT: Final[Key] = ("doc",)
"""The path of the judged document."""

DAY: Final = Unknown(("day",), Sort.WHOLE)
"""The day of judgement, as its ordinal."""

_SORTS: Final = {
    Kind.TEXT: Sort.WORD,
    Kind.BOOLEAN: Sort.TRUTH,
    Kind.INTEGER: Sort.WHOLE,
    Kind.DATE: Sort.WHOLE,
    Kind.MONEY: Sort.WHOLE,
    Kind.TIME_LIMIT: Sort.EXACT,
    Kind.RATE: Sort.EXACT,
    Kind.QUANTITY: Sort.EXACT,
}


@dataclass(frozen=True, slots=True)
class Call:
    """A law function with its arguments by their keys: equal ones give one answer."""

    function: Function
    arguments: tuple[Key, ...]


def unknown_at(key: Key, type_: Type, vocabulary: Vocabulary) -> Unknown:
    """Return the unknown of a single value.

    Raises:
        TypeError: The type is one of records or lists.
    """
    match type_:
        case Enumeration(name):
            domain = tuple(value.value for value in vocabulary.enums[name].values)
            return Unknown(key, Sort.WORD, domain)
        case Scalar(kind):
            return Unknown(key, _SORTS[kind])
    raise TypeError(f"{type_!r} holds no single value")


def is_there(path: Key) -> Is:
    """Return that the optional field at `path` is there."""
    return Is(Unknown(("has", path), Sort.TRUTH))


def has_item(path: Key, index: int) -> Is:
    """Return that the list at `path` has an item at `index`."""
    return Is(Unknown(("in", path, index), Sort.TRUTH))


def is_undecided(key: Key) -> Is:
    """Return that the law, or an aggregate, gives no answer."""
    return Is(Unknown(("undecided", key), Sort.TRUTH))


def is_gap(key: Key) -> Is:
    """Return that the law sets nothing."""
    return Is(Unknown(("gap", key), Sort.TRUTH))


def origin(kind: DayKind) -> Unknown:
    """Return where time limits of a kind are counted from.

    What a number of days means against a number of working days is the calendar's to say, so
    nothing links the origins of two kinds.
    """
    return Unknown(("origin", kind), Sort.EXACT)


def number_of(value: LiteralValue) -> Sum:
    """Return a constant as a number: days by their ordinal, money in đồng.

    Raises:
        TypeError: The constant is a word or a truth.
    """
    match value:
        case bool() | str():
            raise TypeError(f"{value!r} is no number")
        case int():
            return Sum(constant=Fraction(value))
        case date():
            return Sum(constant=Fraction(value.toordinal()))
        case Money(dong):
            return Sum(constant=Fraction(dong))
        case Rate(payable):
            return Sum(constant=payable)
        case TimeLimit(kind, amount):
            return Sum(((origin(kind), Fraction(1)),), amount)


def shape(path: Key) -> Key:
    """Return a path without the numbers of list items."""
    return tuple(part for part in path if not isinstance(part, int))
