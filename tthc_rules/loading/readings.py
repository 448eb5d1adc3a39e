"""Reading a text as the type its field calls for (kiểu của trường, `x-type`).

A reading either succeeds or says whether the text reads two ways or does not fit at all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from tthc_rules.model.quantities import DayKind, Money, parse_money, parse_rate, parse_time_limit
from tthc_rules.model.values import Scalar

MOST_DIGITS = 4_000
"""Digits of the longest integer that Python also writes back (it stops at 4,300)."""


@dataclass(frozen=True, slots=True)
class Misread:
    """Why a text is not a value of its type.

    Attributes:
        code: `yaml/ambiguous-scalar` or `yaml/bad-value`.
        variant: Which sentence of that class.
        suggestion: What was probably meant, or an example; empty where there is neither.
    """

    code: str
    variant: str
    suggestion: str = ""


Reading = Callable[[str, bool], "Scalar | Misread"]
"""`reading(text, plain)`; `plain` means: without quotes and no block text."""

_EXAMPLE = Money(50_000)
_EXAMPLE_DAY = date(2026, 3, 31)
_DIGITS = re.compile(r"(?=.*[0-9])[0-9.,_]+")
_INTEGER = re.compile(r"0|-?[1-9][0-9]*")
_NUMBER = re.compile(
    r"[-+]?(?:0[xX][0-9a-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+"
    r"|(?:[0-9]|[.,](?=[_.,' ]*+[0-9]))[0-9_.,' ]*+(?:[eE][-+]?[0-9]+)?"
    r"|[0-9]+(?::[0-9]+)+(?:\.[0-9]*)?)"
)
_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_OTHER_DATE = re.compile(r"[0-9]{1,2} ?[-/. ] ?[0-9]{1,2} ?[-/. ] ?(?:[0-9]{4}|[0-9]{2})")
_DAY_FIRST = re.compile(r"([0-9]{1,2}) ?[-/. ] ?([0-9]{1,2}) ?[-/. ] ?([0-9]{4})")
_BOOLEANS = {"true": True, "false": False}
_LIKE_BOOLEAN = {"yes", "no", "on", "off", "y", "n"}
_ALSO_LIKE_BOOLEAN = {"có", "không", "0", "1"}
_LEVELS = {"none", "partial", "full"}


def _text(text: str, _plain: bool) -> Scalar | Misread:
    return text


def _money(text: str, _plain: bool) -> Scalar | Misread:
    value = parse_money(text)
    if value is not None:
        return value
    if _DIGITS.fullmatch(text):
        amount = parse_money(f"{re.sub('[.,_]', '', text).lstrip('0') or '0'} đồng")
        suggestion = (amount or _EXAMPLE).text().vi
        return Misread("yaml/ambiguous-scalar", "money", suggestion)
    return Misread("yaml/bad-value", "money")


def _time_limit(text: str, _plain: bool) -> Scalar | Misread:
    value = parse_time_limit(text)
    if value is not None and value.kind is not DayKind.UNSTATED:
        return value
    if _DIGITS.fullmatch(text):
        return Misread("yaml/ambiguous-scalar", "time-limit", text)
    return Misread("yaml/bad-value", "time-limit" if value is None else "unstated")


def _announced_time_limit(text: str, plain: bool) -> Scalar | Misread:
    value = parse_time_limit(text)
    return _time_limit(text, plain) if value is None else value


def _rate(text: str, _plain: bool) -> Scalar | Misread:
    value = parse_rate(text)
    return Misread("yaml/bad-value", "rate") if value is None else value


def _date(text: str, _plain: bool) -> Scalar | Misread:
    match = _DATE.fullmatch(text)
    if match is not None:
        return _day(match[1], match[2], match[3]) or Misread("yaml/bad-value", "no-such-day")
    if _OTHER_DATE.fullmatch(text):
        match = _DAY_FIRST.fullmatch(text)
        day = _day(match[3], match[2], match[1]) if match is not None else None
        return Misread("yaml/ambiguous-scalar", "date", (day or _EXAMPLE_DAY).isoformat())
    return Misread("yaml/bad-value", "date")


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _boolean(text: str, plain: bool) -> Scalar | Misread:
    if not plain:
        return Misread("yaml/bad-value", "boolean")
    if text in _BOOLEANS:
        return _BOOLEANS[text]
    if text.lower() in _LIKE_BOOLEAN or text in _ALSO_LIKE_BOOLEAN:
        return Misread("yaml/ambiguous-scalar", "boolean")
    return Misread("yaml/bad-value", "boolean")


def _integer(text: str, plain: bool) -> Scalar | Misread:
    if not plain:
        return Misread("yaml/bad-value", "integer")
    if _INTEGER.fullmatch(text):
        return int(text) if len(text) <= MOST_DIGITS else Misread("yaml/bad-value", "long-integer")
    if _NUMBER.fullmatch(text):
        return Misread("yaml/ambiguous-scalar", "integer")
    return Misread("yaml/bad-value", "integer")


def _quantity(text: str, plain: bool) -> Scalar | Misread:
    for read in (parse_money, parse_rate):
        value = read(text)
        if value is not None:
            return value
    limit = _time_limit(text, plain)
    if not isinstance(limit, Misread):
        return limit
    if text in _LEVELS:
        return text
    if plain and _INTEGER.fullmatch(text):
        return _integer(text, plain)
    if _DIGITS.fullmatch(text):
        return Misread("yaml/ambiguous-scalar", "quantity")
    return Misread("yaml/bad-value", "unstated" if limit.variant == "unstated" else "quantity")


READINGS: Mapping[str, Reading] = MappingProxyType(
    {
        "text": _text,
        "code": _text,
        "expression": _text,
        "money": _money,
        "time-limit": _time_limit,
        "announced-time-limit": _announced_time_limit,
        "rate": _rate,
        "quantity": _quantity,
        "date": _date,
        "boolean": _boolean,
        "integer": _integer,
    }
)
"""By `x-type`; `announced-time-limit` is a time limit with `x-allow-unstated`."""
