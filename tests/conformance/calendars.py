"""Test calendars of the vector folder, translated (lịch của bộ vectơ)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pytest

from tests.conformance import vectors
from tthc_rules.model.calendar import (
    WORKED,
    Calendar,
    Coverage,
    DayStatus,
    ListedDay,
    ListedKind,
    Session,
)
from tthc_rules.model.quantities import TimeLimit, parse_time_limit


def calendars(config: pytest.Config) -> Mapping[str, Calendar]:
    """Return the calendars beside the vectors, by name."""
    content = vectors.load(config, "calendars.json").get("calendars", [])
    return {entry["name"]: _calendar(entry) for entry in content}


def _calendar(entry: Mapping[str, Any]) -> Calendar:
    coverage = entry["coverage"]
    return Calendar(
        coverage=(Coverage(_day(coverage["from"]), _day(coverage["until"])),),
        weekly_rest=frozenset(entry["weekly_rest"]),
        office_hours=sessions(entry["office_hours"]),
        days=tuple(sorted(map(listed, entry["days"]), key=lambda day: day.day)),
        saturday_hours=sessions(entry.get("saturday_reception_hours", [])),
    )


_KINDS = {member.value: member for member in ListedKind if member is not ListedKind.UNKNOWN}


def listed(entry: Mapping[str, Any]) -> ListedDay:
    """Return a listed day; its kind only explains, save `swap_work`, which a policy names."""
    status = DayStatus(entry["status"])
    kind = {None: ListedKind.UNKNOWN, True: ListedKind.ORDINARY, False: ListedKind.CLOSURE}[
        entry["working"]
    ]
    named = _KINDS.get(entry.get("kind", ""), kind)
    if (named in WORKED) is (kind in WORKED) and kind is not ListedKind.UNKNOWN:
        kind = named
    day = ListedDay(_day(entry["date"]), kind, status, name=entry.get("name", ""))
    assert day.works is entry["working"], entry
    return day


def sessions(hours: Sequence[Sequence[str]]) -> tuple[Session, ...]:
    """Return office hours written as pairs of `HH:MM`."""
    return tuple(Session(clock(start), clock(end)) for start, end in hours)


def clock(text: str) -> int:
    """Return `HH:MM` as minutes from midnight."""
    hour, minute = text.split(":")
    return int(hour) * 60 + int(minute)


def limit(text: str) -> TimeLimit:
    """Return the time limit a vector writes."""
    parsed = parse_time_limit(text)
    assert parsed is not None, text
    return parsed


def _day(text: str) -> date:
    return date.fromisoformat(text)
