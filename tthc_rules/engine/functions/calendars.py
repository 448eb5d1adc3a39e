"""What rules ask of one year's calendar (lịch nghỉ): counts, make-ups, the Culture Day.

Sources: 45/2019/QH14, Articles 111 and 112; 28/2026/QH16, Article 2.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from tthc_rules.diagnostics import Message
from tthc_rules.engine.functions.reading import records, word
from tthc_rules.engine.functions.topic import Bound, Topic
from tthc_rules.lang.undecided import Undecided
from tthc_rules.lang.vocabulary import (
    BOOLEAN,
    INTEGER,
    TEXT,
    Field,
    Function,
    Record,
    RecordType,
)
from tthc_rules.model.text import Text
from tthc_rules.model.values import REFUSED, Tree, Value

if TYPE_CHECKING:
    from tthc_rules.engine.law import Law

_OFF: Final = frozenset({"holiday", "makeup_off", "swap_off"})
_WEEKEND: Final = frozenset({6, 7})
_FIRST_CULTURE_YEAR: Final = 2026


def holiday_count(calendar: Tree) -> Value:
    """Return how many days off Tết and the National Day have (số ngày nghỉ lễ, tết).

    Raises:
        Undecided: A day of the year is not decided yet, or could not be read.
    """
    days = _days(calendar)
    if any(kind == "unknown" for kind, _ in days.values()):
        raise Undecided(Message("law/calendar-year-open"))
    named = [day.get("occasion") for kind, day in days.values() if kind == "holiday"]
    return {"tet": named.count("tet"), "national": named.count("national")}


def culture_day(calendar: Tree) -> Value:
    """Return what is wrong with 24 November in a year's calendar (Ngày Văn hóa Việt Nam).

    It is a day off from 2026. The resolution stands outside Article 112, clause 1, so no
    make-up follows from Article 111, clause 3, where it falls on a day of rest.

    Raises:
        Undecided: The day is not decided yet, or a day could not be read.
    """
    days = _days(calendar)
    year = _year(calendar)
    due = date(year, 11, 24)
    kind = days[due][0] if due in days else ""
    if kind == "unknown":
        raise Undecided(Message("law/calendar-year-open"))
    is_due = year >= _FIRST_CULTURE_YEAR
    rests = due.isoweekday() in _rest(calendar)
    missing = is_due and not rests and kind not in _OFF
    early = not is_due and kind == "holiday"
    made_up = any(kind == "makeup_off" and day.get("pair") == due for kind, day in days.values())
    return {"is_missing": missing, "is_early": early, "is_made_up": made_up}


def make_up_missing(calendar: Tree) -> Value:
    """Return the holidays on days of rest that no later day makes up for (nghỉ bù).

    From such a holiday on, days of rest and days off in a row hold one make-up for each;
    the first working day ends the row. The Culture Day has none.

    Raises:
        Undecided: A day in the row is not decided yet, or could not be read.
    """
    days = _days(calendar)
    year, rest = _year(calendar), _rest(calendar)
    missing: list[date] = []
    for day in sorted(days):
        kind, listed = days[day]
        if kind != "holiday" or day.isoweekday() not in rest or _is_culture(day, listed):
            continue
        if not _made_up(day, days, rest, year):
            missing.append(day)
    return {
        "is_missing": bool(missing),
        "days": Text(
            ", ".join(f"{day:%d/%m/%Y}" for day in missing),
            ", ".join(day.isoformat() for day in missing),
        ),
    }


_Days = Mapping[date, tuple[str, Tree]]


def _made_up(holiday: date, days: _Days, rest: frozenset[int], year: int) -> bool:
    if any(kind == "makeup_off" and day.get("pair") == holiday for kind, day in days.values()):
        return True
    owed, day = 0, holiday
    while day.year == year:
        kind, listed = days.get(day, ("", {}))
        if kind == "unknown":
            raise Undecided(Message("law/calendar-year-open"))
        resting = day.isoweekday() in rest and kind != "swap_work"
        if kind == "makeup_off" and "pair" not in listed:
            owed -= 1
        elif kind == "holiday" and resting and not _is_culture(day, listed):
            owed += 1
        elif kind not in _OFF and not resting:
            return owed <= 0
        day += timedelta(days=1)
    raise Undecided(Message("law/calendar-year-open"))


def _is_culture(day: date, listed: Tree) -> bool:
    return listed.get("occasion") == "culture" or (day.month, day.day) == (11, 24)


def _days(calendar: Tree) -> _Days:
    held = calendar.get("days")
    listed = records(held)
    broken = any(REFUSED in (day.get("date"), day.get("kind")) for day in listed)
    if held is REFUSED or broken:
        raise Undecided(Message("law/unread"))
    found: dict[date, tuple[str, Tree]] = {}
    for one in listed:
        day = one.get("date")
        if isinstance(day, date):
            found[day] = (word(one.get("kind")), one)
    return found


def _year(calendar: Tree) -> int:
    year = calendar.get("year")
    if not isinstance(year, int):
        raise Undecided(Message("law/unread"))
    return year


def _rest(calendar: Tree) -> frozenset[int]:
    held = calendar.get("weekly_rest")
    days = held if isinstance(held, tuple) else ()
    return frozenset(day for day in days if isinstance(day, int)) or _WEEKEND


def bind(_: Law) -> Bound:
    """Return the functions; a year's calendar reads the same on every day."""
    return {
        "holiday_count": holiday_count,
        "culture_day": culture_day,
        "make_up_missing": make_up_missing,
    }


_CALENDAR: Final = (Record("calendar"),)

TOPIC: Final = Topic(
    records=(
        RecordType(
            "HolidayCount",
            (
                Field("tet", "ngày_nghỉ_tết", INTEGER),
                Field("national", "ngày_nghỉ_quốc_khánh", INTEGER),
            ),
        ),
        RecordType(
            "CultureDay",
            (
                Field("is_missing", "bị_thiếu", BOOLEAN),
                Field("is_early", "ghi_quá_sớm", BOOLEAN),
                Field("is_made_up", "được_nghỉ_bù", BOOLEAN),
            ),
        ),
        RecordType(
            "MakeUpMissing",
            (Field("is_missing", "thiếu_nghỉ_bù", BOOLEAN), Field("days", "các_ngày", TEXT)),
        ),
    ),
    functions=(
        Function("holiday_count", "số_ngày_nghỉ_lễ", _CALENDAR, Record("HolidayCount")),
        Function("culture_day", "ngày_văn_hóa", _CALENDAR, Record("CultureDay")),
        Function("make_up_missing", "ngày_lễ_chưa_nghỉ_bù", _CALENDAR, Record("MakeUpMissing")),
    ),
    bind=bind,
)
