"""The notation of time limits, money and rates: strict, exact, the same in both languages."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies.model import moneys, rates, time_limits
from tthc_rules.model.quantities import (
    DayKind,
    Money,
    Rate,
    TimeLimit,
    parse_money,
    parse_rate,
    parse_time_limit,
)


@given(limit=time_limits())
def test_both_notations_of_a_time_limit_read_as_that_time_limit(limit: TimeLimit) -> None:
    assert parse_time_limit(limit.text().vi) == limit
    assert parse_time_limit(limit.text().en) == limit


@given(money=moneys())
def test_both_notations_of_money_read_as_that_amount(money: Money) -> None:
    assert parse_money(money.text().vi) == money
    assert parse_money(money.text().en) == money


@given(rate=rates())
def test_both_notations_of_a_rate_read_as_that_rate(rate: Rate) -> None:
    assert parse_rate(rate.text().vi) == rate
    assert parse_rate(rate.text().en) == rate


@given(percent=st.integers(0, 100), places=st.integers(0, 9_999))
def test_to_reduce_by_a_share_is_to_collect_the_rest(percent: int, places: int) -> None:
    """ "thu bằng 60%" and "giảm 40%" are one value in two notations."""
    paid = Fraction(percent) if percent == 100 else percent + Fraction(places, 10_000)
    rest = Rate(1 - paid / 100).text()
    assert parse_rate(rest.vi.replace("thu bằng", "giảm")) == Rate(paid / 100)
    assert parse_rate(rest.en.replace("payable", "reduced by")) == Rate(paid / 100)


def test_an_exemption_collects_nothing() -> None:
    free = Rate(Fraction(0))
    assert [parse_rate(text) for text in ("miễn", "exempt", "thu bằng 0%", "giảm 100%")] == [
        free
    ] * 4


@pytest.mark.parametrize(
    ("text", "kind", "amount"),
    [
        ("5 ngày làm việc", DayKind.WORKING_DAY, Fraction(5)),
        ("5 working days", DayKind.WORKING_DAY, Fraction(5)),
        ("1 working day", DayKind.WORKING_DAY, Fraction(1)),
        ("0,5 ngày làm việc", DayKind.WORKING_DAY, Fraction(1, 2)),
        ("0.5 working days", DayKind.WORKING_DAY, Fraction(1, 2)),
        ("30 ngày", DayKind.DAY, Fraction(30)),
        ("4 giờ làm việc", DayKind.WORKING_HOUR, Fraction(4)),
        ("24 giờ", DayKind.HOUR, Fraction(24)),
        ("2 tháng", DayKind.MONTH, Fraction(2)),
        ("trong ngày", DayKind.SAME_DAY, Fraction(1)),
        ("same day", DayKind.SAME_DAY, Fraction(1)),
        ("5 không ghi đơn vị", DayKind.UNSTATED, Fraction(5)),
    ],
)
def test_the_written_forms_of_a_time_limit_are_read(
    text: str, kind: DayKind, amount: Fraction
) -> None:
    assert parse_time_limit(text) == TimeLimit(kind, amount)


@pytest.mark.parametrize(
    "text",
    [
        *("", "5", "ngày", "05 ngày", "00 ngày", "5  ngày", " 5 ngày", "5 ngày ", "5ngày"),
        *("-5 ngày", "+5 ngày", "5. ngày", ",5 ngày", "5,12345 ngày", "100000 ngày"),
        *("5 ngày lam việc", "5 Ngày", "5 ngày làm viec", "5 NGÀY", "5 days làm việc"),
        *("1/2 ngày", "1e3 ngày", "1_0 ngày", "5 ngày\n", "５ ngày", "٥ ngày"),
        *("1,5 tháng", "0,0001 ngày làm việc", "0,0001 giờ", "trong  ngày", "Trong ngày"),
        *("1 trong ngày", "năm ngày"),
    ],
)
def test_nothing_else_is_a_time_limit(text: str) -> None:
    assert parse_time_limit(text) is None


@pytest.mark.parametrize(
    ("text", "dong"),
    [
        ("0 đồng", 0),
        ("500 đồng", 500),
        ("50.000 đồng", 50_000),
        ("50000 đồng", 50_000),
        ("50,000 dong", 50_000),
        ("1.234.567 đồng", 1_234_567),
        ("1234567890123456789 đồng", 1_234_567_890_123_456_789),
        ("1.234.567.890.123.456.789 đồng", 1_234_567_890_123_456_789),
    ],
)
def test_the_written_forms_of_money_are_read(text: str, dong: int) -> None:
    assert parse_money(text) == Money(dong)


@pytest.mark.parametrize(
    "text",
    [
        *("", "50.000", "50.00 đồng", "5.0000 đồng", "050.000 đồng", "50.000đồng"),
        *("50,000 đồng", "50.000 dong", "50000.000 đồng", "1.000000 đồng", "-1 đồng", "00 đồng"),
        *("50.000 Đồng", "50.000 vnđ", "0.000 đồng", "50.000  đồng", "1,5 đồng", "٥ đồng"),
    ],
)
def test_nothing_else_is_money(text: str) -> None:
    assert parse_money(text) is None


def test_an_amount_of_thousands_of_digits_is_refused_with_and_without_groups() -> None:
    """Python converts no text of more than 4,300 digits: it would raise."""
    assert parse_money(f"1{'.000' * 1300} đồng") == parse_money(f"1{'000' * 1300} đồng")
    assert parse_money(f"1{'.000' * 1301} đồng") is None
    assert parse_money(f"1{',000' * 2000} dong") is None
    assert parse_money(f"{'9' * 5000} đồng") is None


@pytest.mark.parametrize(
    "text",
    [
        *("", "60%", "thu 60%", "thu bằng 60", "thu bằng 101%", "giảm 101%", "thu bằng 060%"),
        *("thu bằng 60 %", "thu bằng  60%", "giảm -5%", "Miễn", "thu bằng 1,23456%", "giảm 100,5%"),
    ],
)
def test_nothing_else_is_a_rate(text: str) -> None:
    assert parse_rate(text) is None


@given(text=st.text(alphabet="0123456789., ngàylmviệctháđồ%-", max_size=24))
def test_what_is_read_is_one_of_the_written_forms_but_for_its_separators(text: str) -> None:
    """A number has one spelling: what is read is written again with the same digits."""
    for parse in (parse_time_limit, parse_money, parse_rate):
        found = parse(text)
        if found is not None:
            number = text.split(" ", maxsplit=1)[0] if " " in text else text
            assert not number.startswith("0") or number[:2] in ("0", "0,", "0.")


def test_amounts_are_exact() -> None:
    tenth = parse_time_limit("0,1 giờ")
    assert tenth is not None
    assert tenth.amount * 10 == 1
    third = parse_rate("thu bằng 33,3333%")
    assert third is not None
    assert third.payable == Fraction(333_333, 1_000_000)


@pytest.mark.parametrize(
    ("kind", "amount"),
    [
        (DayKind.DAY, Fraction(-1)),
        (DayKind.MONTH, Fraction(1, 2)),
        (DayKind.WORKING_DAY, Fraction(1, 7)),
        (DayKind.HOUR, Fraction(1, 7)),
        (DayKind.UNSTATED, Fraction(1, 2)),
    ],
)
def test_an_impossible_time_limit_cannot_be_made(kind: DayKind, amount: Fraction) -> None:
    with pytest.raises(ValueError, match=r"time limit|months"):
        TimeLimit(kind, amount)


def test_negative_money_and_rates_beyond_the_whole_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="negative"):
        Money(-1)
    for share in (Fraction(-1, 100), Fraction(101, 100)):
        with pytest.raises(ValueError, match="between"):
            Rate(share)
