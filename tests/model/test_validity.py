"""Periods of force are sets of days, whatever ends are open."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given

from tests.strategies.model import DAYS, validities
from tthc_rules.model.validity import ALWAYS, Validity


@given(one=validities(), other=validities(), day=DAYS)
def test_an_intersection_covers_exactly_the_days_of_both(
    one: Validity, other: Validity, day: date
) -> None:
    both = one.intersect(other)
    assert (both is not None and both.covers(day)) == (one.covers(day) and other.covers(day))


@given(one=validities(), other=validities(), third=validities())
def test_intersection_is_commutative_idempotent_and_associative(
    one: Validity, other: Validity, third: Validity
) -> None:
    assert one.intersect(other) == other.intersect(one)
    assert one.intersect(one) == one
    left, right = one.intersect(other), other.intersect(third)
    assert (left and left.intersect(third)) == (right and one.intersect(right))


@given(period=validities())
def test_always_changes_nothing(period: Validity) -> None:
    assert period.intersect(ALWAYS) == period


@given(period=validities(), day=DAYS)
def test_a_day_lies_before_a_period_in_it_or_after_it(period: Validity, day: date) -> None:
    assert [period.is_future(day), period.covers(day), period.is_past(day)].count(True) == 1


def test_the_end_is_the_first_day_no_longer_in_force() -> None:
    period = Validity(date(2025, 7, 1), date(2026, 7, 1))
    assert not period.covers(date(2025, 6, 30))
    assert period.covers(date(2025, 7, 1))
    assert period.covers(date(2026, 6, 30))
    assert not period.covers(date(2026, 7, 1))


def test_a_period_has_at_least_one_day() -> None:
    with pytest.raises(ValueError, match="not after"):
        Validity(date(2025, 7, 1), date(2025, 7, 1))


def test_periods_that_only_touch_have_no_common_day() -> None:
    until, since = Validity(end=date(2025, 7, 1)), Validity(date(2025, 7, 1))
    assert until.intersect(since) is None
