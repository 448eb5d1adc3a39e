"""Waits at their boundaries, one minute and one day at a time."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.engine.calendar import oracle
from tests.engine.calendar.test_due import written
from tests.strategies import calendar as made
from tthc_rules.engine.calendar import (
    DEFAULT,
    Day,
    Event,
    EventKind,
    Extension,
    Reason,
    Undecided,
    Wait,
    WaitKind,
    due,
    waits_of,
)
from tthc_rules.engine.calendar.policies import (
    ClockHoursEnd,
    EndOnRestDay,
    ExtensionRoll,
    with_answer,
)
from tthc_rules.model.calendar import DayStatus, ListedKind
from tthc_rules.model.quantities import TimeLimit, parse_time_limit

PLAIN = made.calendar_of([])
MONDAY = made.FIRST.toordinal() * made.DAY
OPEN = MONDAY + 450


def limit(text: str) -> TimeLimit:
    parsed = parse_time_limit(text)
    assert parsed is not None
    return parsed


def payment(requested: int, completed: int | None) -> Wait:
    return Wait(WaitKind.PAYMENT, requested, completed)


@pytest.mark.parametrize(
    ("text", "requested", "waits"),
    [
        ("2 giờ làm việc", OPEN + 120, True),
        ("2 giờ làm việc", OPEN + 121, False),
        ("2 giờ", OPEN + 120, True),
        ("2 giờ", OPEN + 121, False),
        ("1 ngày làm việc", MONDAY + 2 * made.DAY, True),
        ("1 ngày làm việc", MONDAY + 2 * made.DAY + 1, False),
        ("1 ngày", MONDAY + 2 * made.DAY, True),
        ("1 ngày", MONDAY + 2 * made.DAY + 1, False),
    ],
)
def test_a_request_after_the_limit_has_ended_changes_nothing(
    text: str, requested: int, waits: bool
) -> None:
    """ "A request made after the limit has ended (for a day: after 24:00 of it)"."""
    answer = due(PLAIN, OPEN, limit(text), waits=(payment(requested, None),))
    assert (answer == Undecided(Reason.PAYMENT_PENDING)) is waits
    if not waits:
        assert answer == due(PLAIN, OPEN, limit(text))


@pytest.mark.parametrize(
    ("text", "requested"),
    [
        ("2 giờ làm việc", OPEN + 120),
        ("2 giờ", OPEN + 120),
        ("4 giờ làm việc", OPEN + 240),
        ("1 ngày làm việc", MONDAY + made.DAY + 600),
        ("2 ngày", MONDAY + 2 * made.DAY + 600),
    ],
)
def test_what_is_used_up_before_the_clock_stops_ends_there(text: str, requested: int) -> None:
    """A limit whose last minute or day comes just before the pause is not moved by it."""
    waits = (payment(requested, requested + 5 * made.DAY),)
    assert due(PLAIN, OPEN, limit(text), waits=waits) == due(PLAIN, OPEN, limit(text))


def test_months_add_the_days_of_a_pause_that_begins_on_their_last_day() -> None:
    """One month from Monday 06/01 ends on Thursday 06/02; four days later is Monday 10/02."""
    end = date(2098, 2, 6).toordinal() * made.DAY
    waits = (payment(end + 600, end + 4 * made.DAY + 600),)
    assert due(PLAIN, OPEN, limit("1 tháng"), waits=waits) == Day(date(2098, 2, 10))


def test_a_reset_forgets_what_was_requested_before_it_but_nothing_after() -> None:
    """A payment asked for at the very minute of the completion still stops the clock."""
    completed = MONDAY + 2 * made.DAY + 600
    supplement = Wait(WaitKind.SUPPLEMENT, MONDAY + 600, completed)
    one = limit("1 ngày làm việc")
    assert due(PLAIN, OPEN, one, waits=(supplement, payment(completed - 1, None))) == Day(
        made.FIRST + timedelta(days=3)
    )
    pending = Undecided(Reason.PAYMENT_PENDING)
    assert due(PLAIN, OPEN, one, waits=(supplement, payment(completed, None))) == pending


def test_an_answer_that_moves_back_and_forth_with_unknown_days_is_undecided() -> None:
    """Receptions on 26, 27, 28 or 29/01 end on 01, 02, 02 and 01/03: both extremes agree.

    Months are clamped to the end of February while fewer paused days are added, so a later
    reception may end earlier. Only trying every way tells that the answer is open.
    """
    days = [
        made.listed(date(2098, 1, day), ListedKind.UNKNOWN, DayStatus.UNKNOWN)
        for day in (26, 27, 28)
    ]
    calendar = made.calendar_of(days)
    stays = with_answer(DEFAULT, "end_on_rest_day", EndOnRestDay.STAYS)
    received = date(2098, 1, 26).toordinal() * made.DAY + 540
    waits = (payment(received + made.DAY, received + 4 * made.DAY),)
    answer = due(calendar, received, limit("1 tháng"), stays, waits=waits)
    assert answer == Undecided(Reason.UNKNOWN_DAY)
    assert written(answer) == oracle.exact(calendar, stays, received, (limit("1 tháng"),), waits)


def test_rolled_hours_that_move_back_and_forth_are_undecided() -> None:
    """Received on Monday, Tuesday or Wednesday, 144 hours end late Monday, early Monday, Tuesday.

    Four working hours after that: Tuesday, Monday and Tuesday at 11:30.
    """
    days = [
        made.listed(made.FIRST + timedelta(days=day), ListedKind.UNKNOWN, DayStatus.UNKNOWN)
        for day in (0, 1)
    ]
    calendar = made.calendar_of(days)
    rolls = with_answer(DEFAULT, "clock_hours_end", ClockHoursEnd.NEXT_WORKING_DAY)
    policies = with_answer(rolls, "extension_roll", ExtensionRoll.EACH)
    legs = (limit("144 giờ"), limit("4 giờ làm việc"))
    answer = due(
        calendar, OPEN, legs[0], policies, extension=Extension(legs[1], land=True, applicant=True)
    )
    assert answer == Undecided(Reason.UNKNOWN_DAY)
    assert written(answer) == oracle.exact(calendar, policies, OPEN, legs, ())


def test_events_pair_into_waits_the_earliest_request_first() -> None:
    """Two opinions asked for and received: first asked, first answered."""
    events = [
        Event(40, EventKind.OPINION_RECEIVED),
        Event(10, EventKind.OPINION_REQUESTED),
        Event(20, EventKind.OPINION_REQUESTED),
        Event(30, EventKind.OPINION_RECEIVED),
        Event(15, EventKind.PAYMENT_REQUESTED),
    ]
    assert waits_of(events) == (
        Wait(WaitKind.OPINION, 10, 30),
        Wait(WaitKind.PAYMENT, 15, None),
        Wait(WaitKind.OPINION, 20, 40),
    )


def test_a_completion_without_a_request_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="without a request"):
        waits_of([Event(10, EventKind.PAYMENT_MADE)])
    with pytest.raises(ValueError, match="before it begins"):
        Wait(WaitKind.PAYMENT, 10, 9)
