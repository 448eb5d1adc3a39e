"""What goes with what (kiểu): equality, order and arithmetic of types."""

from __future__ import annotations

from collections.abc import Mapping

from tthc_rules.lang.syntax import Sign
from tthc_rules.lang.vocabulary import (
    INTEGER,
    RATE,
    TIME_LIMIT,
    Enumeration,
    Kind,
    ListOf,
    Record,
    Scalar,
    Type,
)
from tthc_rules.model.text import Text

_NAMES = {
    Kind.TEXT: Text("đoạn chữ", "text"),
    Kind.INTEGER: Text("số nguyên", "integer"),
    Kind.BOOLEAN: Text("đúng/sai", "true/false"),
    Kind.DATE: Text("ngày", "date"),
    Kind.TIME_LIMIT: Text("thời hạn", "time limit"),
    Kind.MONEY: Text("số tiền", "money"),
    Kind.RATE: Text("tỷ lệ", "rate"),
    Kind.QUANTITY: Text("số lượng", "quantity"),
}
_ORDERED = {Kind.INTEGER, Kind.DATE, Kind.TIME_LIMIT, Kind.MONEY, Kind.RATE, Kind.QUANTITY}
_ADDED = {Kind.INTEGER, Kind.TIME_LIMIT, Kind.MONEY, Kind.QUANTITY}


def shown(kind: Type, called: Mapping[str, Text]) -> Text:
    """Return the name of a type in both languages.

    Args:
        kind: A type.
        called: How dimensions, enumerations and records are called, by their names.
    """
    match kind:
        case Scalar(one, dimension):
            name = _NAMES[one]
            if not dimension:
                return name
            of = called.get(dimension, Text(dimension, dimension))
            return Text(f"{name.vi} ({of.vi})", f"{name.en} ({of.en})")
        case ListOf(item):
            inner = shown(item, called)
            return Text(f"danh sách {inner.vi}", f"list of {inner.en}")
        case Enumeration(name) | Record(name):
            return called.get(name, Text(f"`{name}`", f"`{name}`"))


def joint(left: Type, right: Type) -> Type | None:
    """Return the type that both values have, or None when they never meet.

    A literal without dimension takes that of the other side.
    """
    if left == right:
        return left
    match left, right:
        case Scalar(one, dimension), Scalar(other, second) if one is other:
            if not dimension or not second:
                return Scalar(one, dimension or second)
        case ListOf(item), ListOf(second_item):
            inner = joint(item, second_item)
            return None if inner is None else ListOf(inner)
    return None


def same_family(left: Type, right: Type) -> bool:
    """Return whether both are amounts of one kind but of different dimensions."""
    return isinstance(left, Scalar) and isinstance(right, Scalar) and left.kind is right.kind


def is_time(kind: Type) -> bool:
    """Return whether values of the type are time limits."""
    return kind == TIME_LIMIT


def is_ordered(kind: Type) -> bool:
    """Return whether values of the type can be more or less."""
    return isinstance(kind, Scalar) and kind.kind in _ORDERED


def is_added(kind: Type) -> bool:
    """Return whether values of the type can be added up."""
    return isinstance(kind, Scalar) and kind.kind in _ADDED


def is_single(kind: Type) -> bool:
    """Return whether values of the type can be written in a message one by one."""
    return isinstance(kind, Scalar | Enumeration)


def product(left: Type, right: Type) -> Type | None:
    """Return the type of a product: an amount times a number, money times a rate."""
    for amount, factor in ((left, right), (right, left)):
        if factor == INTEGER and is_added(amount):
            return amount
        if factor == RATE and isinstance(amount, Scalar) and amount.kind is Kind.MONEY:
            return amount
    return None


def combined(sign: Sign, left: Type, right: Type) -> Type | None:
    """Return the type of `left sign right`, or None when it means nothing."""
    if sign is Sign.TIMES:
        return product(left, right)
    both = joint(left, right)
    return both if both is not None and is_added(both) else None
