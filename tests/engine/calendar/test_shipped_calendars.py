"""The calendars that are shipped, against a second source: the package `holidays`.

The package knows the holidays of the Labour Code and some swap days. Where the two part, the
day is listed here with the reason; any other difference is a mistake in one of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

import holidays
import pytest
import yaml

from tests.engine.calendar.example import Document
from tthc_rules.engine.calendar import Day, Reason, Undecided, decode, due
from tthc_rules.engine.calendar.clock import clock_of
from tthc_rules.engine.calendar.policies import DEFAULT
from tthc_rules.model.calendar import Calendar
from tthc_rules.model.quantities import TimeLimit, parse_time_limit

FOLDER = Path(__file__).parents[3] / "procedures" / "calendars"

SWAP_2026 = "swap by 12729/VPCP-KGVX, missing in the package"
TET_2027 = "no notice seen: unknown here, estimated by the package"
NATIONAL_DAY_2027 = "the adjacent day is not decided: unknown here, a guess in the package"
KNOWN: Mapping[date, tuple[bool | Reason, bool, str]] = {
    date(2026, 1, 2): (False, True, SWAP_2026),
    date(2026, 1, 10): (True, False, SWAP_2026),
    **{date(2027, 2, day): (Reason.UNKNOWN_DAY, False, TET_2027) for day in (4, 5, 8, 9, 10)},
    **{date(2027, 2, day): (Reason.UNKNOWN_DAY, True, TET_2027) for day in (11, 12)},
    date(2027, 9, 1): (Reason.UNKNOWN_DAY, True, NATIONAL_DAY_2027),
    date(2027, 9, 3): (Reason.UNKNOWN_DAY, False, NATIONAL_DAY_2027),
}
"""Whether a day is worked here, whether in the package, and why they part."""


@pytest.fixture(scope="module")
def calendar() -> Calendar:
    """The shipped calendars as one."""
    entries = [
        Document(yaml.safe_load(path.read_text(encoding="utf-8")), path.name)
        for path in sorted(FOLDER.glob("*.yaml"))
    ]
    decoded, findings = decode(entries)
    assert findings == ()
    assert decoded is not None
    return decoded


def test_the_calendars_differ_from_the_package_only_where_it_is_known(
    calendar: Calendar,
) -> None:
    clock = clock_of(calendar, DEFAULT)
    other = holidays.country_holidays(
        "VN", years=range(calendar.first.year, calendar.until.year + 1)
    )
    differences: dict[date, tuple[bool | Reason, bool]] = {}
    day = calendar.first
    while day < calendar.until:
        here, there = clock.works(day.toordinal()), other.is_working_day(day)
        if here is not there:
            differences[day] = (here, there)
        day += timedelta(days=1)
    held = {
        day: known[:2] for day, known in KNOWN.items() if calendar.first <= day < calendar.until
    }
    assert differences == held


def test_the_culture_day_is_off_since_2026_in_both(calendar: Calendar) -> None:
    """28/2026/QH16 Điều 2: 24/11 is a day off from 2026 on, and was none in 2025."""
    clock = clock_of(calendar, DEFAULT)
    other = holidays.country_holidays("VN", years=(2025, 2026, 2027))
    for year, off in ((2025, False), (2026, True), (2027, True)):
        day = date(year, 11, 24)
        assert (clock.works(day.toordinal()) is False) is off
        assert (day in other) is off


def test_limits_over_the_shipped_calendars_end_as_the_law_says(calendar: Calendar) -> None:
    """Tết 2026 and the worked Saturday of 2025; Tết 2027 is not decided yet."""
    nine = 9 * 60

    def ends(received: date, text: str) -> object:
        limit: TimeLimit | None = parse_time_limit(text)
        assert limit is not None
        return due(calendar, received.toordinal() * 1440 + nine, limit)

    assert ends(date(2026, 2, 13), "3 ngày làm việc") == Day(date(2026, 2, 25))
    assert ends(date(2025, 4, 25), "5 ngày làm việc") == Day(date(2025, 5, 6))
    assert ends(date(2027, 2, 2), "5 ngày làm việc") == Undecided(Reason.UNKNOWN_DAY)
