"""Comparing time limits as rules need it (so sánh thời hạn): true, false, or undecided.

Limits of one kind compare by their amounts. Limits of different kinds compare by their ends,
over the receptions of the year of the day asked for, as far as its calendar is settled.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final, assert_never

from tthc_rules.diagnostics import Message
from tthc_rules.engine import calendar as calendars
from tthc_rules.engine.remembering import recalled
from tthc_rules.lang.undecided import Undecided
from tthc_rules.model.calendar import Calendar, DayStatus
from tthc_rules.model.conditions import Comparison
from tthc_rules.model.quantities import DayKind, TimeLimit
from tthc_rules.model.text import day_text
from tthc_rules.model.values import Value

_SPAN: Final = {
    DayKind.WORKING_DAY: 2,
    DayKind.DAY: 1,
    DayKind.WORKING_HOUR: 1,
    DayKind.HOUR: 1,
    DayKind.MONTH: 32,
    DayKind.SAME_DAY: 1,
}
"""Calendar days that one unit takes at most, long holidays apart."""

_LONG_HOLIDAY: Final = 14


@dataclass(frozen=True, slots=True)
class Comparing:
    """Compares time limits around one day.

    Attributes:
        calendar: Days off; None where no calendar was declared.
        policies: What is decided where the law leaves a question of counting open.
        day: The day of the law.
    """

    calendar: Calendar | None
    policies: calendars.Policies
    day: date
    _known: dict[tuple[TimeLimit, TimeLimit], Value | Undecided] = field(
        default_factory=dict, repr=False, compare=False
    )

    def compare(self, left: TimeLimit, comparison: Comparison, right: TimeLimit) -> bool:
        """Return whether two time limits compare so on every day of reception.

        Raises:
            Undecided: It depends on the day of reception, or on days nobody has settled.
        """
        match comparison:
            case Comparison.LE:
                return self._not_longer(left, right)
            case Comparison.GT:
                return not self._not_longer(left, right)
            case Comparison.GE:
                return self._not_longer(right, left)
            case Comparison.LT:
                return not self._not_longer(right, left)
            case Comparison.EQ:
                return self._not_longer(left, right) and self._not_longer(right, left)
            case Comparison.NE:
                return not (self._not_longer(left, right) and self._not_longer(right, left))

    def _not_longer(self, left: TimeLimit, right: TimeLimit) -> bool:
        if DayKind.UNSTATED in (left.kind, right.kind):
            both = {"left": left.text(), "right": right.text()}
            raise Undecided(Message("law/unit-unstated", both))
        if left.kind is right.kind:
            return left.amount <= right.amount
        known = recalled(self._known, (left, right), lambda: self._never_ends_later(left, right))
        return known is True

    def _never_ends_later(self, left: TimeLimit, right: TimeLimit) -> bool:
        values = {"left": left.text(), "right": right.text()}
        if self.calendar is None:
            raise Undecided(Message("law/no-calendar"))
        period = self._period(self.calendar, max(_reach(left), _reach(right)))
        found = calendars.compare(left, right, self.calendar, period, self.policies)
        if isinstance(found, calendars.ProvisionalComparison):
            found = found.inner
        match found:
            case calendars.AlwaysLe():
                return True
            case calendars.AlwaysGt():
                return False
            case calendars.Depends(first_le=first_le, first_gt=first_gt):
                days = {"shorter": day_text(first_le), "longer": day_text(first_gt)}
                raise Undecided(Message("law/depends-on-reception", {**values, **days}))
            case calendars.Undecided(reason):
                raise Undecided(Message(f"law/calendar.{reason.value}", values))
        assert_never(found)

    def _period(self, calendar: Calendar, reach: int) -> calendars.Period:
        """Return the receptions that are compared: a year, but none that ends in the open."""
        start, end = date(self.day.year, 1, 1), date(self.day.year + 1, 1, 1)
        open_days = [
            listed.day
            for listed in calendar.days
            if listed.status is DayStatus.UNKNOWN and listed.day >= start
        ]
        settled = min((*open_days, _covered_from(calendar, start)))
        last = settled - timedelta(days=reach)
        return calendars.Period(start, min(end, last) if last > start else end)


def _covered_from(calendar: Calendar, start: date) -> date:
    """Return the first day from `start` on of which the calendar says nothing."""
    end = start
    for coverage in calendar.coverage:
        if coverage.start <= end < coverage.end:
            end = coverage.end
    return end


def _reach(limit: TimeLimit) -> int:
    return int(limit.amount * _SPAN[limit.kind]) + _LONG_HOLIDAY
