"""Comparing limits: the engine against a loop over days, and laws of order."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import calendar as made
from tthc_rules.engine.calendar import (
    AlwaysGt,
    AlwaysLe,
    Comparison,
    Day,
    Depends,
    Due,
    Moment,
    Period,
    Policies,
    Provisional,
    ProvisionalComparison,
    Reason,
    ReceptionDays,
    Undecided,
    compare,
    due,
    minute_of,
    within,
)
from tthc_rules.engine.calendar.policies import ClockHoursEnd, DayLimitEndsAt, SwapWorkDay
from tthc_rules.model.calendar import Calendar, DayStatus, ListedKind
from tthc_rules.model.quantities import TimeLimit, parse_time_limit


@st.composite
def periods(draw: st.DrawFn) -> Period:
    """Up to four weeks, begun a little before the coverage at the earliest."""
    start = made.FIRST + timedelta(days=draw(st.integers(-4, made.LENGTH)))
    return Period(
        start,
        start + timedelta(days=draw(st.integers(1, 28))),
        draw(st.sampled_from(ReceptionDays)),
        draw(st.sampled_from((0, 450, 540, 901, 960, 1100))),
    )


def limit(text: str) -> TimeLimit:
    parsed = parse_time_limit(text)
    assert parsed is not None
    return parsed


def over(end: Day | Moment, calendar: Calendar, policies: Policies) -> int:
    """Return the minute at which an end is over."""
    if isinstance(end, Moment):
        return minute_of(end.at)
    closes = policies.day_limit_ends_at is DayLimitEndsAt.OFFICE_CLOSE
    until = calendar.office_hours[-1].end if closes else made.DAY
    return end.day.toordinal() * made.DAY + until


def status(calendar: Calendar, policies: Policies, day: date) -> tuple[bool | Reason, bool]:
    """Return whether a day is worked, or why that is not known, and whether by estimate."""
    if not calendar.first <= day < calendar.until:
        return Reason.BEYOND_COVERAGE, False
    entry = next((entry for entry in calendar.days if entry.day == day), None)
    if entry is None:
        return day.isoweekday() not in calendar.weekly_rest, False
    if entry.works is None:
        return Reason.UNKNOWN_DAY, False
    if entry.kind is ListedKind.SWAP_WORK and policies.swap_work_day is SwapWorkDay.REST:
        return False, False
    return entry.works, entry.status is DayStatus.ESTIMATED


def by_hand(
    a: TimeLimit, b: TimeLimit, calendar: Calendar, period: Period, policies: Policies
) -> Comparison:
    """Compare by asking `due` on every day, as the rules of `comparison.json` read."""
    sides: dict[bool, list[date]] = {True: [], False: []}
    doubts: list[Reason] = []
    estimated = False
    for number in range((period.end - period.start).days):
        day = period.start + timedelta(days=number)
        works, guessed = status(calendar, policies, day)
        if period.days is ReceptionDays.ALL:
            works, guessed = True, False
        if works is False:
            estimated |= guessed
            continue
        received = day.toordinal() * made.DAY + period.time
        ends = [due(calendar, received, each, policies) for each in (a, b)]
        reasons = [works] if isinstance(works, Reason) else _reasons(ends)
        if reasons:
            doubts.append(reasons[0])
            continue
        estimated |= guessed or any(isinstance(end, Provisional) for end in ends)
        one, other = (over(_plain(end), calendar, policies) for end in ends)
        sides[one <= other].append(day)
    inner = _verdict(sides[True], sides[False], doubts)
    return ProvisionalComparison(inner) if estimated else inner


def _reasons(ends: list[Due]) -> list[Reason]:
    return [end.reason for end in ends if isinstance(end, Undecided)]


def _plain(end: Due) -> Day | Moment:
    assert not isinstance(end, Undecided)
    return end.end if isinstance(end, Provisional) else end


def _verdict(
    le: list[date], gt: list[date], doubts: list[Reason]
) -> AlwaysLe | AlwaysGt | Depends | Undecided:
    if le and gt:
        return Depends(len(le), len(gt), le[0], gt[0], len(doubts))
    if doubts:
        return Undecided(doubts[0])
    if not le and not gt:
        return Undecided(Reason.NO_RECEPTION_DAY)
    return AlwaysLe() if le else AlwaysGt()


@given(
    calendar=made.calendars(),
    policies=made.policies(),
    period=periods(),
    a=made.limits(),
    b=made.limits(),
)
def test_a_comparison_is_what_asking_every_day_gives(
    calendar: Calendar, policies: Policies, period: Period, a: TimeLimit, b: TimeLimit
) -> None:
    """ "For every reception day in [from, until): a ≤ b when a's end is not later than b's"."""
    assert compare(a, b, calendar, period, policies) == by_hand(a, b, calendar, period, policies)


@given(
    calendar=made.calendars(),
    policies=made.policies(),
    period=periods(),
    a=made.limits(),
    more=st.integers(0, 3),
)
def test_limits_of_one_kind_compare_as_asking_every_day_gives(
    calendar: Calendar, policies: Policies, period: Period, a: TimeLimit, more: int
) -> None:
    """The short way by amounts is never another answer."""
    b = TimeLimit(a.kind, a.amount + more)
    assert compare(a, b, calendar, period, policies) == by_hand(a, b, calendar, period, policies)
    assert compare(b, a, calendar, period, policies) == by_hand(b, a, calendar, period, policies)


@given(calendar=made.settled_calendars(), a=made.limits(), b=made.limits())
def test_of_two_limits_one_is_no_longer_than_the_other_or_it_depends(
    calendar: Calendar, a: TimeLimit, b: TimeLimit
) -> None:
    """Order is total on every day: `a > b` always means `b ≤ a` always."""
    period = Period(made.FIRST, made.FIRST + timedelta(days=14))
    if compare(a, b, calendar, period) == AlwaysGt():
        assert compare(b, a, calendar, period) == AlwaysLe()


def test_more_hours_may_end_before_fewer_that_leave_a_day_off() -> None:
    """Friday and 24 hours is Saturday, so the end of Monday; 66 hours is Monday at 03:00."""
    calendar = made.calendar_of([])
    policies = Policies(clock_hours_end=ClockHoursEnd.NEXT_WORKING_DAY)
    fewer, more = limit("24 giờ"), limit("66 giờ")
    friday = made.FIRST + timedelta(days=4)
    period = Period(friday, friday + timedelta(days=1))
    assert compare(fewer, more, calendar, period, policies) == AlwaysGt()
    assert compare(more, fewer, calendar, period, policies) == AlwaysLe()
    assert compare(fewer, more, calendar, period) == AlwaysLe()


def test_a_part_of_a_calendar_day_has_no_end_to_compare() -> None:
    """Half a day and a whole one are of one kind, but nothing counts the half."""
    period = Period(made.FIRST, made.FIRST + timedelta(days=1))
    answer = compare(limit("0,5 ngày"), limit("1 ngày"), made.calendar_of([]), period)
    assert answer == Undecided(Reason.PART_OF_DAY)


def test_a_period_without_reception_days_decides_nothing() -> None:
    """Missing is never false: over a weekend nothing was compared."""
    calendar = made.calendar_of([])
    saturday = made.FIRST + timedelta(days=5)
    period = Period(saturday, saturday + timedelta(days=2))
    a, b = limit("1 ngày"), limit("2 ngày")
    assert compare(a, b, calendar, period) == Undecided(Reason.NO_RECEPTION_DAY)
    assert compare(a, a, calendar, period) == Undecided(Reason.NO_RECEPTION_DAY)


def test_within_looks_at_the_whole_year() -> None:
    """Twelve weeks of coverage leave most of the year in doubt."""
    calendar = made.calendar_of([])
    a, b = limit("10 ngày"), limit("7 ngày làm việc")
    answer = within(a, b, calendar, 2098)
    assert isinstance(answer, Depends)
    assert answer.undecided > 200
    assert within(a, a, calendar, 2098) == Undecided(Reason.BEYOND_COVERAGE)


def test_an_empty_period_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="not after"):
        Period(made.FIRST, made.FIRST)
