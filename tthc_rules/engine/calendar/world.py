"""Days and office hours together: reception, and working minutes consumed (giờ làm việc)."""

from __future__ import annotations

from tthc_rules.engine.calendar.days import Days
from tthc_rules.engine.calendar.office import CLOSED, Office
from tthc_rules.model.calendar import MINUTES_A_DAY


class World:
    """One reading of a calendar with its office hours.

    Args:
        days: Which days are worked.
        office: Office hours of a working day.
        saturdays: Saturdays of rest on which dossiers are received.
        saturday: Reception hours on them; None where there are none.
        half_day: Whether working hours run in those hours.
    """

    __slots__ = ("_half_day", "_last_saturday", "_saturday", "_saturdays", "days", "office")

    def __init__(
        self,
        days: Days,
        office: Office,
        saturdays: frozenset[int],
        saturday: Office | None,
        half_day: frozenset[int],
    ) -> None:
        self.days = days
        self.office = office
        self._saturdays = saturdays
        self._saturday = saturday
        self._half_day = half_day
        self._last_saturday = max(half_day, default=0)

    def receive(self, minute: int) -> int:
        """Return the working minute at which a dossier that arrives at `minute` is received."""
        day, time = divmod(minute, MINUTES_A_DAY)
        if day in self._saturdays and self._saturday is not None:
            opening = self._saturday.opening[time]
            if opening == time or (opening != CLOSED and day in self._half_day):
                return day * MINUTES_A_DAY + opening
        elif self.days.works(day):
            opening = self.office.opening[time]
            if opening != CLOSED:
                return day * MINUTES_A_DAY + opening
        return self._first_working_minute_after(day)

    def opening_after(self, day: int) -> int:
        """Return the opening minute of the first working day after `day`."""
        return self.days.after(day, 1) * MINUTES_A_DAY + self.office.opens

    def _first_working_minute_after(self, day: int) -> int:
        if day >= self._last_saturday or self._saturday is None:
            return self.opening_after(day)
        following = self.days.after(day, 1)
        for candidate in range(day + 1, following):
            if candidate in self._half_day:
                return candidate * MINUTES_A_DAY + self._saturday.opens
        return following * MINUTES_A_DAY + self.office.opens

    def run(self, minute: int, length: int) -> int:
        """Return the minute at which `length` working minutes from `minute` are used up.

        Used up at the end of a session, they end there. No minutes end at once.
        """
        if length == 0:
            return minute
        day, time = divmod(minute, MINUTES_A_DAY)
        while day <= self._last_saturday:
            office = self._office_on(day)
            if office is not None:
                end = office.elapsed[time] + length
                if end <= office.total:
                    return day * MINUTES_A_DAY + office.used[end]
                length = end - office.total
            day, time = day + 1, 0
        return self._run_on_working_days(day, time, length)

    def _run_on_working_days(self, day: int, time: int, length: int) -> int:
        office = self.office
        elapsed = office.elapsed[time]
        if elapsed < office.total and self.days.works(day):
            length += elapsed
            if length <= office.total:
                return day * MINUTES_A_DAY + office.used[length]
            length -= office.total
        whole, rest = divmod(length - 1, office.total)
        return self.days.after(day, whole + 1) * MINUTES_A_DAY + office.used[rest + 1]

    def minutes_between(self, start: int, end: int) -> int:
        """Return the number of working minutes in the half-open [start, end)."""
        if end <= start:
            return 0
        day, time = divmod(start, MINUTES_A_DAY)
        last, until = divmod(end, MINUTES_A_DAY)
        if day == last:
            return self._minutes_on(day, time, until)
        count = self._minutes_on(day, time, MINUTES_A_DAY) + self._minutes_on(last, 0, until)
        count += self.days.between(day + 1, last) * self.office.total
        if self._saturday is not None:
            inside = sum(day < saturday < last for saturday in self._half_day)
            count += inside * self._saturday.total
        return count

    def _minutes_on(self, day: int, start: int, end: int) -> int:
        office = self._office_on(day)
        return 0 if office is None else office.elapsed[end] - office.elapsed[start]

    def _office_on(self, day: int) -> Office | None:
        if day in self._half_day:
            return self._saturday
        return self.office if self.days.works(day) else None
