"""When limits end: laws, and the engine against a slow second count."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from random import Random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.engine.calendar import oracle
from tests.strategies import calendar as made
from tthc_rules.engine.calendar import (
    DEFAULT,
    Day,
    Due,
    Extension,
    Moment,
    Policies,
    Provisional,
    Reason,
    Undecided,
    Wait,
    due,
    minute_of,
)
from tthc_rules.engine.calendar.days import Index, Reading
from tthc_rules.model.calendar import Calendar, DayStatus, ListedDay, ListedKind
from tthc_rules.model.quantities import DayKind, TimeLimit

WORKING_DAYS = st.integers(1, 60).map(lambda count: TimeLimit(DayKind.WORKING_DAY, Fraction(count)))


def written(answer: Due) -> tuple[str, oracle.Ending]:
    """Return an answer as the slow count writes it."""
    match answer:
        case Day(day):
            return ("plain", ("day", day.toordinal()))
        case Moment(at):
            return ("plain", ("moment", minute_of(at)))
        case Provisional(end):
            return ("provisional", written(end)[1])
        case Undecided(reason):
            return ("undecided", (reason.value, 0))


def over(answer: Due) -> int | None:
    """Return the minute at which a settled answer is over."""
    kind, (form, value) = written(answer)
    if kind != "plain":
        return None
    return (value + 1) * made.DAY if form == "day" else value


@settings(max_examples=200)
@given(
    calendar=made.calendars(),
    policies=made.policies(),
    received=made.minutes(),
    limit=made.limits(),
)
def test_every_limit_ends_where_a_minute_by_minute_count_ends(
    calendar: Calendar, policies: Policies, received: int, limit: TimeLimit
) -> None:
    """ "Certainty is exact": plain, provisional and undecided over all ways of settling days."""
    expected = oracle.exact(calendar, policies, received, (limit,), ())
    assert written(due(calendar, received, limit, policies)) == expected


@settings(max_examples=120)
@given(
    calendar=made.calendars(most_doubts=3),
    policies=made.policies(),
    received=made.minutes(0, 30),
    course=st.tuples(made.limits(), made.waits(), made.extensions()),
)
def test_waits_and_extensions_count_as_a_minute_by_minute_count_does(
    calendar: Calendar,
    policies: Policies,
    received: int,
    course: tuple[TimeLimit, tuple[Wait, ...], Extension | None],
) -> None:
    """Pauses, resets and extensions under all policies, over all ways of settling days."""
    limit, waits, extension = course
    legs: tuple[TimeLimit, ...] | None = (limit,)
    if extension is not None:
        legs = oracle.legs_of(
            limit,
            extension.limit,
            policies,
            land=extension.land,
            applicant=extension.applicant,
        )
    expected = (
        ("undecided", ("policy_required", 0))
        if legs is None
        else oracle.exact(calendar, policies, received, legs, waits)
    )
    answer = due(calendar, received, limit, policies, waits=waits, extension=extension)
    assert written(answer) == expected


@given(calendar=made.settled_calendars(), received=made.minutes(), limit=WORKING_DAYS)
def test_the_day_of_receipt_is_not_counted(
    calendar: Calendar, received: int, limit: TimeLimit
) -> None:
    """91/2015/QH13 Điều 147(3): "ngày xảy ra sự kiện không được tính"."""
    answer = due(calendar, received, limit)
    assert isinstance(answer, Undecided) or (
        isinstance(answer, Day) and answer.day.toordinal() > received // made.DAY
    )


@given(
    calendar=made.settled_calendars(),
    limit=made.limits(),
    one=made.minutes(0, 40),
    other=made.minutes(0, 40),
)
def test_a_later_reception_never_ends_earlier(
    calendar: Calendar, limit: TimeLimit, one: int, other: int
) -> None:
    """`due` is monotone in the reception."""
    early, late = (over(due(calendar, minute, limit)) for minute in sorted((one, other)))
    assume(early is not None and late is not None)
    assert early is not None and late is not None and early <= late  # noqa: PT018 - narrowing


@given(
    calendar=made.settled_calendars(),
    limit=made.limits(),
    more=st.integers(1, 10),
    received=made.minutes(0, 40),
)
def test_a_longer_limit_never_ends_earlier(
    calendar: Calendar, limit: TimeLimit, more: int, received: int
) -> None:
    """`due` is monotone in the length, kind by kind; whole working days with whole ones."""
    longer = replace(limit, amount=limit.amount + more)
    short, long = (over(due(calendar, received, each)) for each in (limit, longer))
    assume(short is not None and long is not None)
    assert short is not None and long is not None and short <= long  # noqa: PT018 - narrowing


@given(
    calendar=made.settled_calendars(),
    received=made.minutes(10, 30),
    length=st.integers(1, 15),
    distance=st.integers(1, 15),
    kind=st.sampled_from(made.SETTLED_KINDS),
)
def test_days_that_are_not_asked_about_change_nothing(
    calendar: Calendar, received: int, length: int, distance: int, kind: ListedKind
) -> None:
    """A day before the reception or after the end has no effect on an answer."""
    limit = TimeLimit(DayKind.WORKING_DAY, Fraction(length))
    answer = due(calendar, received, limit)
    assume(isinstance(answer, Day))
    before = distance <= 10
    day = date.fromordinal(
        received // made.DAY - distance if before else written(answer)[1][1] + distance
    )
    others = [entry for entry in calendar.days if entry.day != day]
    days = sorted([*others, ListedDay(day, kind)], key=lambda entry: entry.day)
    changed = replace(calendar, days=tuple(days))
    assert due(changed, received, limit) == answer


@given(calendar=made.calendars(), received=made.minutes(0, 60), limit=made.limits())
def test_settling_unknown_days_either_way_brackets_an_undecided_answer(
    calendar: Calendar, received: int, limit: TimeLimit
) -> None:
    """ "If settling the unknown days one way or another changes the answer: undecided"."""

    def settled(kind: ListedKind) -> Due:
        days = tuple(
            replace(day, kind=kind, status=DayStatus.OFFICIAL)
            if day.status is DayStatus.UNKNOWN
            else day
            for day in calendar.days
        )
        return due(replace(calendar, days=days), received, limit)

    answer = due(calendar, received, limit)
    worked, rest = settled(ListedKind.ORDINARY), settled(ListedKind.HOLIDAY)
    if answer == Undecided(Reason.UNKNOWN_DAY):
        ends = [written(each)[1] for each in (worked, rest)]
        assert ends[0] != ends[1]
    elif isinstance(answer, Day | Moment):
        assert worked == rest == answer


def test_the_cumulative_index_is_the_naive_count() -> None:
    """One hundred thousand random counts: the index and a loop over days agree."""
    random = Random(20980106)  # noqa: S311 - a seed, not a secret
    for _ in range(200):
        flags = [random.random() < random.choice((0.1, 0.7, 0.95)) for _ in range(150)]
        outside = random.choice((Reading.WORKED, Reading.REST))
        index = Index(1000, flags, (), outside)

        def works(day: int, flags: list[bool] = flags, outside: Reading = outside) -> bool:
            inside = 1000 <= day < 1150
            return flags[day - 1000] if inside else outside is Reading.WORKED

        days = {day: works(day) for day in range(900, 1400)}
        worked = [day for day, is_worked in days.items() if is_worked]
        for _ in range(250):
            day, count = random.randrange(920, 1160), random.randrange(1, 60)
            following = [later for later in worked if later > day][:count]
            if len(following) == count:
                assert index.after(day, count) == following[-1]
            end = random.randrange(920, 1180)
            assert index.between(day, end) == sum(days[each] for each in range(day, end))


@pytest.mark.parametrize(
    ("limit", "reason"),
    [
        (TimeLimit(DayKind.UNSTATED, Fraction(5)), Reason.UNIT_UNSTATED),
        (TimeLimit(DayKind.DAY, Fraction(1, 2)), Reason.PART_OF_DAY),
        (TimeLimit(DayKind.MONTH, Fraction(99_999)), Reason.BEYOND_COVERAGE),
    ],
)
def test_what_no_rule_counts_is_undecided(limit: TimeLimit, reason: Reason) -> None:
    received = made.FIRST.toordinal() * made.DAY + 540
    assert due(made.calendar_of([]), received, limit) == Undecided(reason)


def test_a_moment_with_an_offset_is_turned_into_vietnamese_time() -> None:
    utc = datetime(2098, 1, 6, 2, 0, tzinfo=UTC)
    assert minute_of(utc) == minute_of(datetime(2098, 1, 6, 9, 0))  # noqa: DTZ001 - Vietnamese
    one = TimeLimit(DayKind.WORKING_DAY)
    assert due(made.calendar_of([]), utc, one, DEFAULT) == Day(date(2098, 1, 7))


def test_many_unknown_days_are_settled_without_trying_all_ways() -> None:
    """Forty unknown days in a row: the extremes decide, however long the count."""
    days = [
        made.listed(made.FIRST + timedelta(days=offset), ListedKind.UNKNOWN, DayStatus.UNKNOWN)
        for offset in range(2, 42)
    ]
    calendar = made.calendar_of(days)
    received = made.FIRST.toordinal() * made.DAY + 540
    for length in range(2, 40):
        limit = TimeLimit(DayKind.WORKING_DAY, Fraction(length))
        assert due(calendar, received, limit) == Undecided(Reason.UNKNOWN_DAY)
