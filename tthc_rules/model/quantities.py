"""Quantities of administrative law and their notation in both languages.

Time limits (thời hạn), money (số tiền) and rates (tỷ lệ). The notation is strict: a text
either is one of the written forms or is not a quantity. Amounts are exact.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import TypeVar

from tthc_rules.model.text import Text

_T = TypeVar("_T")

MINUTES_A_WORKING_DAY = 480
"""8 hours are one working day (quy ước kỹ thuật; 45/2019/QH14 Điều 105: 8 giờ trong 01 ngày)."""


class DayKind(Enum):
    """How a time limit counts (loại ngày). Kinds never mix silently."""

    WORKING_DAY = "working_day"
    DAY = "day"
    WORKING_HOUR = "working_hour"
    HOUR = "hour"
    MONTH = "month"
    SAME_DAY = "same_day"
    UNSTATED = "unstated"


_VI = {
    DayKind.WORKING_DAY: "ngày làm việc",
    DayKind.DAY: "ngày",
    DayKind.WORKING_HOUR: "giờ làm việc",
    DayKind.HOUR: "giờ",
    DayKind.MONTH: "tháng",
    DayKind.UNSTATED: "không ghi đơn vị",
}
_EN = {
    DayKind.WORKING_DAY: ("working day", "working days"),
    DayKind.DAY: ("day", "days"),
    DayKind.WORKING_HOUR: ("working hour", "working hours"),
    DayKind.HOUR: ("hour", "hours"),
    DayKind.MONTH: ("month", "months"),
    DayKind.UNSTATED: ("without unit", "without unit"),
}
_KIND_OF = {name: kind for kind, name in _VI.items()} | {
    name: kind for kind, names in _EN.items() for name in names
}
_WHOLE = {DayKind.MONTH}
_TIME = re.compile(r"(0|[1-9][0-9]{0,4})(?:[.,]([0-9]{1,4}))? (\D+)")


@dataclass(frozen=True, slots=True)
class TimeLimit:
    """A time limit as a legal text states it (thời hạn): an amount and its kind.

    Attributes:
        kind: How it counts.
        amount: Number of units, not negative; 1 for `trong ngày`, which needs no number.

    Raises:
        ValueError: A negative amount, a part of a month, or a part of a day or hour that
            is no whole number of minutes.
    """

    kind: DayKind
    amount: Fraction = Fraction(1)

    def __post_init__(self) -> None:
        if self.amount < 0:
            raise ValueError("a time limit is not negative")
        if self.amount.denominator != 1:
            if self.kind in _WHOLE:
                raise ValueError("months are whole")
            if (self.amount * _MINUTES.get(self.kind, 1)).denominator != 1:
                raise ValueError("a time limit is a whole number of minutes")

    def text(self) -> Text:
        """Return the notation in both languages."""
        if self.kind is DayKind.SAME_DAY:
            return Text("trong ngày", "same day")
        number = _decimal(self.amount)
        english = _EN[self.kind][0 if self.amount == 1 else 1]
        return Text(f"{number.replace('.', ',')} {_VI[self.kind]}", f"{number} {english}")


_MINUTES = {
    DayKind.WORKING_DAY: MINUTES_A_WORKING_DAY,
    DayKind.WORKING_HOUR: 60,
    DayKind.DAY: MINUTES_A_WORKING_DAY,
    DayKind.HOUR: 60,
}


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """An amount of money in whole đồng (số tiền), not negative."""

    dong: int

    def __post_init__(self) -> None:
        if self.dong < 0:
            raise ValueError("an amount is not negative")

    def text(self) -> Text:
        """Return the notation in both languages."""
        grouped = f"{self.dong:,}"
        return Text(f"{grouped.replace(',', '.')} đồng", f"{grouped} dong")


@dataclass(frozen=True, slots=True, order=True)
class Rate:
    """The share of an amount that stays payable (tỷ lệ phải nộp), from 0 to 1.

    "thu bằng 60%" and "giảm 40%" are one value in two notations.
    """

    payable: Fraction

    def __post_init__(self) -> None:
        if not 0 <= self.payable <= 1:
            raise ValueError("a rate lies between 0% and 100%")

    def text(self) -> Text:
        """Return the notation in both languages."""
        number = _decimal(self.payable * 100)
        return Text(f"thu bằng {number.replace('.', ',')}%", f"payable {number}%")


def parse_time_limit(text: str) -> TimeLimit | None:
    """Return the time limit that `text` writes, or None.

    `5 ngày làm việc`, `5 working days`, `0,5 ngày làm việc`, `trong ngày`, `same day`, and
    `5 không ghi đơn vị` for an announcement that names no unit.
    """
    if text in ("trong ngày", "same day"):
        return TimeLimit(DayKind.SAME_DAY)
    match = _TIME.fullmatch(text)
    if match is None:
        return None
    kind = _KIND_OF.get(match[3])
    if kind is None:
        return None
    amount = Fraction(f"{match[1]}.{match[2]}" if match[2] else match[1])
    return _or_none(lambda: TimeLimit(kind, amount))


_MONEY_VI = re.compile(r"([1-9][0-9]{0,2}(?:\.[0-9]{3}){1,1300}|0|[1-9][0-9]{0,3902}) đồng")
_MONEY_EN = re.compile(r"([1-9][0-9]{0,2}(?:,[0-9]{3}){1,1300}|0|[1-9][0-9]{0,3902}) dong")
"""At most 3,903 digits, in groups or not: Python reads and writes no number beyond 4,300."""


def parse_money(text: str) -> Money | None:
    """Return the amount that `text` writes (`50.000 đồng`, `50,000 dong`), or None.

    Separators stand in groups of three, all or none. More than 3,903 digits are no amount.
    """
    match = _MONEY_VI.fullmatch(text)
    if match is not None:
        return Money(int(match[1].replace(".", "")))
    match = _MONEY_EN.fullmatch(text)
    return Money(int(match[1].replace(",", ""))) if match is not None else None


_RATE = re.compile(r"(thu bằng|payable|giảm|reduced by) (0|[1-9][0-9]{0,2})(?:[.,]([0-9]{1,4}))?%")


def parse_rate(text: str) -> Rate | None:
    """Return the rate that `text` writes (`thu bằng 60%` = `giảm 40%`), or None."""
    if text in ("miễn", "exempt"):
        return Rate(Fraction(0))
    match = _RATE.fullmatch(text)
    if match is None:
        return None
    share = Fraction(f"{match[2]}.{match[3]}" if match[3] else match[2]) / 100
    reduced = match[1] in ("giảm", "reduced by")
    return _or_none(lambda: Rate(1 - share if reduced else share))


def _or_none(make: Callable[[], _T]) -> _T | None:
    try:
        return make()
    except ValueError:
        return None


def _decimal(number: Fraction) -> str:
    """Return a number as a decimal with at most four places.

    Raises:
        ValueError: The number needs more places; the notation never writes such a number.
    """
    if number.denominator == 1:
        return str(number.numerator)
    scaled = number * 10_000
    if scaled.denominator != 1:
        raise ValueError(f"{number} has no short decimal")
    whole, part = divmod(scaled.numerator, 10_000)
    return f"{whole}.{part:04d}".rstrip("0").rstrip(".")
