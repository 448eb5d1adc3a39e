"""Amounts and their order (mức và so sánh mức).

Only what holds on every day is decided here: "n ngày" never ends after "n ngày làm việc".
Whether "7 ngày làm việc" ends before "10 ngày" hangs on the calendar; asked for such a
pair, `not_above` says None unless the caller brings an order of his own.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import NamedTuple, TypeAlias, assert_never

from tthc_rules.model.law import (
    LegalValue,
    Measure,
    OnlineLevel,
    PartialDong,
    Share,
)
from tthc_rules.model.quantities import DayKind, Money, Rate, TimeLimit


class Amount(NamedTuple):
    """A number with what it counts; online levels are 0, 1, 2, and rates lie in 0..1."""

    measure: Measure
    number: Fraction | int


Order: TypeAlias = Callable[[Amount, Amount], bool | None]
"""Whether the first amount is never above the second; None: it depends on the day."""

_LEVELS = (OnlineLevel.NONE, OnlineLevel.PARTIAL, OnlineLevel.FULL)
_TIME = {
    DayKind.WORKING_DAY: Measure.WORKING_DAY,
    DayKind.DAY: Measure.DAY,
    DayKind.WORKING_HOUR: Measure.WORKING_HOUR,
    DayKind.HOUR: Measure.HOUR,
    DayKind.MONTH: Measure.MONTH,
    DayKind.SAME_DAY: Measure.SAME_DAY,
    DayKind.UNSTATED: Measure.UNSTATED,
}
_KIND = {measure: kind for kind, measure in _TIME.items()}
_HOURS_A_DAY = 8


def amount_of(value: LegalValue) -> Amount:
    """Return the amount that a legal value states."""
    match value:
        case TimeLimit(kind, number):
            return Amount(_TIME[kind], _plain(number))
        case Money(dong):
            return Amount(Measure.MONEY, dong)
        case PartialDong(part):
            return Amount(Measure.MONEY, part)
        case int():
            return Amount(Measure.COUNT, value)
        case OnlineLevel():
            return Amount(Measure.LEVEL, _LEVELS.index(value))
        case Rate(payable):
            return Amount(Measure.RATE, payable)
        case Share(part):
            return Amount(Measure.SHARE, part)
        case _:  # pragma: no cover - the union is closed
            assert_never(value)


def value_of(amount: Amount) -> LegalValue:
    """Return the legal value of an amount; the inverse of `amount_of`.

    A count or a level that is no whole number cannot arise from whole ones but by a rate;
    it is returned as a share of money would be, unrounded.
    """
    measure, number = amount
    if measure in _KIND:
        return TimeLimit(_KIND[measure], Fraction(number))
    if measure is Measure.LEVEL:
        return _LEVELS[int(number)]
    if measure is Measure.RATE:
        return Rate(Fraction(number))
    if measure is Measure.SHARE:
        return Share(Fraction(number))
    if Fraction(number).denominator != 1:
        return PartialDong(Fraction(number))
    return Money(int(number)) if measure is Measure.MONEY else int(number)


def scaled(amount: Amount, rate: Fraction | int) -> Amount:
    """Return the part of `amount` that a rate leaves payable."""
    return Amount(amount.measure, _plain(Fraction(amount.number) * rate))


def can_scale(amount: Amount) -> bool:
    """Return whether a rate of this amount has a meaning: levels and `trong ngày` have none."""
    return amount.measure not in (Measure.LEVEL, Measure.SAME_DAY, Measure.UNSTATED)


def not_above(first: Amount, second: Amount) -> bool | None:
    """Return whether `first` is never above `second`; None where it depends on the day."""
    if first.measure is second.measure:
        return first.number <= second.number
    rule = _ACROSS.get((first.measure, second.measure))
    return rule(first.number, second.number) if rule is not None else None


_Number: TypeAlias = "Fraction | int"


def _days_in_working_days(days: _Number, working: _Number) -> bool | None:
    return True if days <= working else None


def _working_days_in_days(working: _Number, days: _Number) -> bool | None:
    return False if working > days else None


def _hours_in_days(hours: _Number, days: _Number) -> bool | None:
    if hours <= _HOURS_A_DAY * days:
        return True
    return False if hours > _HOURS_A_DAY * (days + 1) else None


def _days_in_hours(days: _Number, hours: _Number) -> bool | None:
    if hours > _HOURS_A_DAY * (days + 1):
        return True
    return False if hours <= _HOURS_A_DAY * (days - 1) else None


def _same_day_in_days(_: _Number, days: _Number) -> bool | None:
    return True if days >= 1 else None


def _days_in_same_day(days: _Number, _: _Number) -> bool | None:
    return False if days >= 1 else None


_ACROSS: dict[tuple[Measure, Measure], Callable[[_Number, _Number], bool | None]] = {
    (Measure.DAY, Measure.WORKING_DAY): _days_in_working_days,
    (Measure.WORKING_DAY, Measure.DAY): _working_days_in_days,
    (Measure.WORKING_HOUR, Measure.WORKING_DAY): _hours_in_days,
    (Measure.WORKING_DAY, Measure.WORKING_HOUR): _days_in_hours,
    (Measure.SAME_DAY, Measure.WORKING_DAY): _same_day_in_days,
    (Measure.SAME_DAY, Measure.DAY): _same_day_in_days,
    (Measure.WORKING_DAY, Measure.SAME_DAY): _days_in_same_day,
    (Measure.DAY, Measure.SAME_DAY): _days_in_same_day,
}


def _plain(number: Fraction) -> Fraction | int:
    return int(number) if number.denominator == 1 else number
