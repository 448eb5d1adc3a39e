"""The arithmetic of rules: exact, or undecided with a reason."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.lang.sample import compare_time_limits, days
from tthc_rules.diagnostics import Message
from tthc_rules.lang import runtime
from tthc_rules.lang.undecided import Gap, Undecided
from tthc_rules.model.quantities import DayKind, Money, Rate, TimeLimit
from tthc_rules.model.text import Text
from tthc_rules.model.values import REFUSED, Value

AMOUNTS = st.integers(0, 10**9)
HALF = Rate(Fraction(1, 2))


def reason(compute: Callable[[], object]) -> str:
    """Return the key of the reason for which a computation is undecided."""
    with pytest.raises(Undecided) as caught:
        compute()
    return caught.value.reason.key


@given(a=AMOUNTS, b=AMOUNTS)
def test_money_is_added_and_taken_away_exactly(a: int, b: int) -> None:
    total = runtime.add(Money(a), Money(b))
    assert total == Money(a + b)
    assert runtime.subtract(total, Money(b)) == Money(a)


@given(a=st.integers(0, 900), b=st.integers(0, 900), kind=st.sampled_from(list(DayKind)))
def test_time_limits_of_one_kind_are_added_and_taken_away(a: int, b: int, kind: DayKind) -> None:
    total = runtime.add(days(a, kind), days(b, kind))
    assert total == days(a + b, kind)
    assert runtime.subtract(total, days(b, kind)) == days(a, kind)


@given(a=st.sampled_from(list(DayKind)), b=st.sampled_from(list(DayKind)), amount=st.integers(0, 9))
def test_time_limits_of_different_kinds_are_never_added(
    a: DayKind, b: DayKind, amount: int
) -> None:
    if a is not b:
        for operation in (runtime.add, runtime.subtract):
            left, right = days(amount, a), days(amount, b)
            assert reason(lambda: operation(left, right)) == "lang/mixed-time-limits"  # noqa: B023


@given(amount=AMOUNTS, factor=st.integers(0, 99))
def test_an_amount_times_a_number_is_the_number_times_the_amount(amount: int, factor: int) -> None:
    assert runtime.multiply(Money(amount), factor) == Money(amount * factor)
    assert runtime.multiply(factor, Money(amount)) == Money(amount * factor)
    assert runtime.multiply(factor, days(2)) == days(2 * factor)


@given(amount=AMOUNTS)
def test_a_rate_of_money_is_whole_or_undecided(amount: int) -> None:
    if amount % 2:
        assert reason(lambda: runtime.multiply(Money(amount), HALF)) == "lang/uneven-amount"
    else:
        assert runtime.multiply(HALF, Money(amount)) == Money(amount // 2)


@pytest.mark.parametrize(
    "compute",
    [
        lambda: runtime.subtract(Money(1), Money(2)),
        lambda: runtime.subtract(days(1), days(2)),
        lambda: runtime.multiply(Money(1), -1),
        lambda: runtime.multiply(days(1), -1),
    ],
)
def test_there_is_no_negative_money_or_time(compute: Callable[[], object]) -> None:
    assert reason(compute) == "lang/negative-amount"


def test_a_part_of_a_month_is_no_time_limit() -> None:
    month = TimeLimit(DayKind.MONTH)
    assert reason(lambda: runtime.multiply(month, HALF)) == "lang/uneven-amount"


def test_what_is_no_number_is_a_fault_of_the_program() -> None:
    with pytest.raises(TypeError):
        runtime.add(1, Money(1))


def test_the_sum_of_nothing_is_zero_where_there_is_a_zero() -> None:
    assert runtime.total([], 0) == 0
    assert runtime.total([], Money(0)) == Money(0)
    assert reason(lambda: runtime.total([], None)) == "lang/empty-list"


@given(amounts=st.lists(AMOUNTS, min_size=1))
def test_the_extremes_are_items_beyond_which_there_is_none(amounts: list[int]) -> None:
    items: list[Value] = [Money(amount) for amount in amounts]
    assert runtime.extreme(items, None, largest=True) == Money(max(amounts))
    assert runtime.extreme(items, None, largest=False) == Money(min(amounts))


def test_the_extreme_of_nothing_is_undecided() -> None:
    assert reason(lambda: runtime.extreme([], None, largest=True)) == "lang/empty-list"


def test_time_limits_are_ranked_by_the_law_function() -> None:
    items: list[Value] = [days(2), days(5), days(1)]
    assert runtime.extreme(items, compare_time_limits, largest=True) == days(5)
    assert runtime.extreme(items, compare_time_limits, largest=False) == days(1)
    mixed: list[Value] = [days(2), days(2, DayKind.DAY)]
    assert reason(lambda: runtime.extreme(mixed, compare_time_limits, largest=True)) == "test/kinds"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (True, Text("đúng", "true")),
        (False, Text("sai", "false")),
        (3, Text("3", "3")),
        ("a", Text("a", "a")),
        (Money(50_000), Text("50.000 đồng", "50,000 dong")),
        (HALF, Text("thu bằng 50%", "payable 50%")),
        (days(5), Text("5 ngày làm việc", "5 working days")),
        (date(2026, 7, 1), Text("01/07/2026", "2026-07-01")),
        (("a", "b"), Text("a, b", "a, b")),
        (REFUSED, runtime.UNKNOWN),
        (Undecided(Message("test/x")), runtime.UNKNOWN),
    ],
)
def test_a_value_reads_in_both_languages(value: object, text: Text) -> None:
    assert runtime.shown(value, None) == text


def test_a_value_of_an_enumeration_reads_by_its_words() -> None:
    words = {"a": Text("một", "one")}.__getitem__
    assert runtime.shown(("a", "a"), words) == Text("một, một", "one, one")


def test_canonical_texts_do_not_depend_on_the_order_of_keys() -> None:
    one = {"a": 1, "b": (date(2026, 7, 1), Money(5))}
    other = {"b": (date(2026, 7, 1), Money(5)), "a": 1}
    assert runtime.canonical(one) == runtime.canonical(other) == "{a=1,b=[2026-07-01,5 dong]}"


def test_a_fact_that_is_absent_or_unread_has_no_value() -> None:
    document = {"a": {"b": 1, "c": REFUSED}}
    assert runtime.fact(document, ("a", "b")) == "a.b=1"
    assert runtime.fact(document, ("a", "c")) == "a.c="
    assert runtime.fact(document, ("x", "c")) == "x.c="


@pytest.mark.parametrize("kind", [Undecided, Gap])
def test_a_reason_survives_pickling(kind: type[Undecided]) -> None:
    import pickle

    again = pickle.loads(pickle.dumps(kind(Message("test/x", {"a": "b"}))))  # noqa: S301
    assert type(again) is kind
    assert again.reason == Message("test/x", {"a": "b"})
