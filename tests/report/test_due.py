"""The text of a counted time limit: every counted day is told, none other, no holiday hidden."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from tests.strategies import calendar as made
from tthc_rules.engine.calendar import (
    DEFAULT,
    Extension,
    Policies,
    Undecided,
    Wait,
    What,
    explain,
)
from tthc_rules.model.calendar import Calendar, DayStatus, ListedKind
from tthc_rules.model.quantities import TimeLimit, parse_time_limit
from tthc_rules.report import due_json
from tthc_rules.report.due import Counted, lines

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
LINE = re.compile(
    r"  \w+ (\d{4}-\d\d-\d\d)(?: – \w+ (\d{4}-\d\d-\d\d))?"
    r"(, (?:each day )?\d\d:\d\d–.*)?: counted(.*)"
)


def counted_days(text: list[str]) -> Iterator[date]:
    """Yield the days that a reader of the English text takes for counted."""
    for line in text:
        match = LINE.fullmatch(line)
        if match is None:
            continue
        first = date.fromisoformat(match[1])
        last = date.fromisoformat(match[2] or match[1])
        rest = re.search(r"except (.*) \(weekly rest\)", match[4])
        except_on = rest[1].split(", ") if rest else []
        for number in range((last - first).days + 1):
            day = first + timedelta(days=number)
            if WEEKDAYS[day.weekday()] not in except_on:
                yield day


def told(
    calendar: Calendar,
    received: int,
    limit: TimeLimit,
    policies: Policies = DEFAULT,
    *,
    waits: tuple[Wait, ...] = (),
    extension: Extension | None = None,
) -> Counted:
    """Return a counted limit as the use case would."""
    trace = explain(calendar, received, limit, policies, waits=waits, extension=extension)
    at = datetime.fromordinal(received // made.DAY) + timedelta(minutes=received % made.DAY)
    return Counted(calendar, limit, at, trace)


@given(
    calendar=made.calendars(),
    policies=made.policies(),
    received=made.minutes(0, 40),
    course=st.tuples(made.limits(), made.waits(), made.extensions()),
)
def test_the_text_lists_exactly_the_counted_days(
    calendar: Calendar,
    policies: Policies,
    received: int,
    course: tuple[TimeLimit, tuple[Wait, ...], Extension | None],
) -> None:
    """Ranges and "except Saturday, Sunday" unfold to the steps of the trace, in order."""
    limit, waits, extension = course
    counted = told(calendar, received, limit, policies, waits=waits, extension=extension)
    steps = [step for step in counted.steps if step.what is What.COUNTED]
    expected = [
        step.day
        for number, step in enumerate(steps)
        if step.part is None or number == 0 or steps[number - 1].day != step.day
    ]
    assert list(counted_days([line.en for line in lines(counted)])) == expected


@given(
    calendar=made.calendars(), received=made.minutes(0, 20), limit=made.limits(),
    policies=made.policies(),
)  # fmt: skip
def test_no_listed_day_is_hidden_in_a_stretch(
    calendar: Calendar, received: int, limit: TimeLimit, policies: Policies
) -> None:
    """Every day that the calendar names stands on a line of its own, with its kind."""
    counted = told(calendar, received, limit, policies)
    text = [line.vi for line in lines(counted)]
    for step in counted.steps:
        if step.listed is not None:
            day = f"{step.day:%d/%m/%Y}"
            own = [line for line in text if re.match(rf"  [\w ]+ {day}(, \d[^:]*:.*)?: ", line)]
            assert any("; " in line and "–" not in line.split(", ")[0] for line in own), text


@given(calendar=made.settled_calendars(), received=made.minutes(0, 10), limit=made.limits())
def test_the_end_is_the_first_thing_said(
    calendar: Calendar, received: int, limit: TimeLimit
) -> None:
    counted = told(calendar, received, limit)
    assume(not isinstance(counted.trace.answer, Undecided))
    first = next(iter(lines(counted)))
    assert first.vi.startswith("hạn: ")
    answer = json.loads(due_json.render(counted))["answer"]
    assert answer["day"] in first.en


def test_weeks_fold_only_where_nothing_happens_in_them() -> None:
    """Four weeks with a holiday in the third: two weeks fold with neither side of it."""
    limit = parse_time_limit("20 ngày làm việc")
    assert limit is not None
    holiday = made.listed(made.FIRST + timedelta(days=15), ListedKind.HOLIDAY, DayStatus.OFFICIAL)
    calendar = made.calendar_of([holiday])
    received = made.FIRST.toordinal() * made.DAY + 540
    days = [line.en for line in lines(told(calendar, received, limit)) if line.en[:2] == "  "]
    assert days[:8] == [
        "  Monday 2098-01-06: day of reception, not counted",
        "  Tuesday 2098-01-07 – Monday 2098-01-20: counted, day 1–10,"
        " except Saturday, Sunday (weekly rest)",
        "  Tuesday 2098-01-21: day off, not counted; holiday",
        "  Wednesday 2098-01-22 – Tuesday 2098-02-04: counted, day 11–20,"
        " except Saturday, Sunday (weekly rest)",
        *days[4:8],
    ]


def test_equal_working_days_of_a_limit_in_hours_stand_on_one_line() -> None:
    limit = parse_time_limit("40 giờ làm việc")
    assert limit is not None
    received = made.FIRST.toordinal() * made.DAY + 480
    days = [line.vi for line in lines(told(made.calendar_of([]), received, limit))]
    assert days[3:7] == [
        "  thứ Hai 06/01/2098, 08:00–11:30, 13:00–17:00: tính 450 phút",
        "  thứ Ba 07/01/2098 – thứ Sáu 10/01/2098, mỗi ngày 07:30–11:30, 13:00–17:00: tính 32 giờ",
        "  thứ Bảy 11/01/2098 – Chủ nhật 12/01/2098: ngày nghỉ, không tính; nghỉ hằng tuần",
        "  thứ Hai 13/01/2098, 07:30–08:00: tính 30 phút",
    ]


def test_weeks_do_not_fold_where_weekends_count_in_one_of_them() -> None:
    """Twelve working days, then five days of any kind: the last weekend is counted."""
    limit, more = parse_time_limit("12 ngày làm việc"), parse_time_limit("5 ngày")
    assert limit is not None
    assert more is not None
    received = made.FIRST.toordinal() * made.DAY + 540
    extension = Extension(more, land=True, applicant=True)
    counted = told(made.calendar_of([]), received, limit, extension=extension)
    days = list(counted_days([line.en for line in lines(counted)]))
    assert days == [step.day for step in counted.steps if step.what is What.COUNTED]
    assert date(2098, 1, 25) in days
