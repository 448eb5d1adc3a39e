"""The trace of a count: it walks day by day and arrives where the count arrives."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import calendar as made
from tthc_rules.engine.calendar import (
    DEFAULT,
    Day,
    Extension,
    Moment,
    Policies,
    Provisional,
    Reason,
    Trace,
    Undecided,
    Wait,
    WaitKind,
    What,
    due,
    explain,
    minute_of,
)
from tthc_rules.engine.calendar.policies import SupplementEffect, with_answer
from tthc_rules.model.calendar import Calendar, DayStatus, ListedDay, ListedKind
from tthc_rules.model.quantities import DayKind, TimeLimit

NINE = made.FIRST.toordinal() * made.DAY + 540


def arrival(trace: Trace) -> int:
    """Return the minute at which the last step is over."""
    step = trace.steps[-1]
    return step.day.toordinal() * made.DAY + (made.DAY if step.part is None else step.part.end)


@given(
    calendar=made.calendars(),
    policies=made.policies(),
    received=made.minutes(0, 40),
    course=st.tuples(made.limits(), made.waits(), made.extensions()),
)
def test_the_steps_arrive_at_the_answer(
    calendar: Calendar,
    policies: Policies,
    received: int,
    course: tuple[TimeLimit, tuple[Wait, ...], Extension | None],
) -> None:
    """A person who follows the steps with a calendar comes to the same day or minute."""
    limit, waits, extension = course
    trace = explain(calendar, received, limit, policies, waits=waits, extension=extension)
    assert trace.answer == due(
        calendar, received, limit, policies, waits=waits, extension=extension
    )
    end = trace.answer.end if isinstance(trace.answer, Provisional) else trace.answer
    if isinstance(end, Day):
        assert arrival(trace) == (end.day.toordinal() + 1) * made.DAY
    elif isinstance(end, Moment):
        assert arrival(trace) == minute_of(end.at)
    elif end.reason in (Reason.UNKNOWN_DAY, Reason.BEYOND_COVERAGE):
        assert trace.steps[-1].what is What.UNSETTLED
    else:
        assert not trace.steps


@given(
    calendar=made.settled_calendars(),
    received=made.minutes(0, 30),
    count=st.integers(1, 20),
)
def test_as_many_days_are_counted_as_the_limit_has(
    calendar: Calendar, received: int, count: int
) -> None:
    """Of N working days N are counted, each a working day, and no other."""
    trace = explain(calendar, received, TimeLimit(DayKind.WORKING_DAY, Fraction(count)))
    counted = [step for step in trace.steps if step.what is What.COUNTED]
    skipped = [step for step in trace.steps if step.what is What.DAY_OFF]
    if isinstance(trace.answer, Day):
        assert len(counted) == count
        assert all(step.works for step in counted)
        assert not any(step.works for step in skipped)
        assert len(trace.steps) == len(counted) + len(skipped)


def test_a_skipped_day_names_the_notice_that_makes_it_a_day_off() -> None:
    tuesday = made.FIRST + timedelta(days=1)
    notice = ListedDay(tuesday, ListedKind.HOLIDAY, name="ngày lễ", basis="00/TB-BNV")
    trace = explain(made.calendar_of([notice]), NINE, TimeLimit(DayKind.WORKING_DAY))
    assert [(step.what, step.listed) for step in trace.steps] == [
        (What.DAY_OFF, notice),
        (What.COUNTED, None),
    ]


def test_the_steps_stop_at_the_day_that_leaves_the_answer_open() -> None:
    unknown = made.listed(made.FIRST + timedelta(days=2), ListedKind.UNKNOWN, DayStatus.UNKNOWN)
    trace = explain(made.calendar_of([unknown]), NINE, TimeLimit(DayKind.WORKING_DAY, Fraction(3)))
    assert trace.answer == Undecided(Reason.UNKNOWN_DAY)
    assert [step.what for step in trace.steps] == [What.COUNTED, What.UNSETTLED]
    assert trace.steps[-1].listed == unknown


def test_a_stopped_clock_shows_its_days() -> None:
    """Asked on Tuesday, completed on Thursday: Wednesday and Thursday are not counted."""
    pause = with_answer(DEFAULT, "supplement_effect", SupplementEffect.PAUSE)
    wait = Wait(WaitKind.SUPPLEMENT, NINE + made.DAY, NINE + 3 * made.DAY)
    limit = TimeLimit(DayKind.WORKING_DAY, Fraction(2))
    trace = explain(made.calendar_of([]), NINE, limit, pause, waits=(wait,))
    assert [step.what for step in trace.steps] == [
        What.COUNTED,
        What.PAUSED,
        What.PAUSED,
        What.COUNTED,
    ]


def test_only_policies_that_would_move_the_end_had_a_say() -> None:
    """On a plain Monday morning one working day depends on nothing but the day of receipt."""
    trace = explain(made.calendar_of([]), NINE, TimeLimit(DayKind.WORKING_DAY))
    assert [say.policy for say in trace.says] == ["reception_day"]
    assert trace.says[0].value == "not_counted"
    assert trace.says[0].otherwise == (("counted", Day(made.FIRST)),)
