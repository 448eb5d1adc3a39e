"""Calendar documents into one calendar (đọc lịch nghỉ)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Final, TypeVar

from tthc_rules.diagnostics import Finding, Message, Related, Severity
from tthc_rules.model.calendar import (
    MINUTES_A_DAY,
    WORKED,
    Calendar,
    Coverage,
    DayStatus,
    ListedDay,
    ListedKind,
    Session,
)
from tthc_rules.model.entry import Entry
from tthc_rules.model.text import Text, day_text
from tthc_rules.model.values import Refused, Tree, Value
from tthc_rules.source import Pointer

_T = TypeVar("_T")

WEEKLY_REST: Final = frozenset({6, 7})
"""Saturday and Sunday, where no document says otherwise (quy ước kỹ thuật)."""

OFFICE_HOURS: Final = (Session(450, 690), Session(780, 1020))
"""07:30-11:30 and 13:00-17:00, where no document says otherwise (quy ước kỹ thuật)."""

_CLOCK: Final = re.compile(r"([01][0-9]|2[0-4]):([0-5][0-9])")
_SWAPS: Final = {
    ListedKind.SWAP_OFF: ListedKind.SWAP_WORK,
    ListedKind.SWAP_WORK: ListedKind.SWAP_OFF,
}
_KINDS: Final = {kind.value: kind for kind in ListedKind}
_STATUSES: Final = {"official": DayStatus.OFFICIAL, "estimated": DayStatus.ESTIMATED}


@dataclass(frozen=True, slots=True)
class _Placed:
    """A listed day with the document and the pointer it comes from."""

    listed: ListedDay
    entry: Entry
    pointer: Pointer


@dataclass(frozen=True, slots=True)
class _Document:
    entry: Entry
    coverage: Coverage
    weekly_rest: frozenset[int] | None
    office_hours: tuple[Session, ...] | None
    days: tuple[_Placed, ...]


def decode(entries: Sequence[Entry]) -> tuple[Calendar | None, tuple[Finding, ...]]:
    """Return the calendar that calendar documents make up together, and what is wrong in them.

    Several years merge. Days between two coverages stay unknown. Where documents contradict
    each other the day is unknown; of two weekly patterns the earlier year's counts. None
    where no document covers any day. What the reader refused is said already: a day of
    refused kind is unknown, and a document whose days cannot all be placed covers nothing.
    """
    findings: list[Finding] = []
    documents = sorted(
        (document for entry in entries if (document := _document(entry)) is not None),
        key=lambda document: (document.coverage, document.entry.file),
    )
    if not documents:
        return None, ()
    findings.extend(_overlaps(documents))
    findings.extend(_patterns(documents))
    days, contradictions = _merged(documents)
    findings.extend(contradictions)
    for document in documents:
        findings.extend(_stray(document))
        findings.extend(_year(document))
    calendar = Calendar(
        coverage=tuple(_joined(document.coverage for document in documents)),
        weekly_rest=_first(document.weekly_rest for document in documents) or WEEKLY_REST,
        office_hours=_first(document.office_hours for document in documents) or OFFICE_HOURS,
        days=tuple(days[day].listed for day in sorted(days)),
    )
    findings.extend(_swaps(days, calendar))
    findings.extend(_idle(days, calendar))
    return calendar, tuple(findings)


def _document(entry: Entry) -> _Document | None:
    """Return what a document says, or None where it cannot be read well enough to count on."""
    value = entry.value
    coverage = value.get("coverage")
    start = coverage.get("from") if isinstance(coverage, Mapping) else None
    end = coverage.get("until") if isinstance(coverage, Mapping) else None
    rest = value.get("weekly_rest")
    hours = value.get("office_hours")
    listed = _days(value.get("days"), value.get("status", "official"))
    if not (isinstance(start, date) and isinstance(end, date) and start < end):
        return None
    if listed is None or any(isinstance(part, Refused) for part in (rest, hours)):
        return None
    return _Document(
        entry=entry,
        coverage=Coverage(start, end),
        weekly_rest=_weekdays(rest),
        office_hours=_sessions(hours),
        days=tuple(_Placed(day, entry, ("days", index)) for index, day in enumerate(listed)),
    )


def _days(value: Value | None, default: Value) -> list[ListedDay] | None:
    """Return the listed days; None where one of them cannot be placed."""
    days: list[ListedDay] = []
    if not isinstance(value, tuple):
        return None
    for item in value:
        listed = _listed(item, default) if isinstance(item, Mapping) else None
        if listed is None:
            return None
        days.append(listed)
    return days


def _weekdays(value: Value | None) -> frozenset[int] | None:
    """Return ISO weekdays of rest; None where one is no weekday or none is left to work."""
    weekdays = [day for day in value if isinstance(day, int)] if isinstance(value, tuple) else []
    every = frozenset(range(1, 8))
    return frozenset(weekdays) if weekdays and every > set(weekdays) else None


def _sessions(value: Value | None) -> tuple[Session, ...] | None:
    """Return the sessions in order; None where one cannot be read or two overlap."""
    sessions: list[Session] = []
    for item in value if isinstance(value, tuple) else ():
        start = _minute(item.get("from")) if isinstance(item, Mapping) else None
        end = _minute(item.get("until")) if isinstance(item, Mapping) else None
        if start is None or end is None or not start < end <= MINUTES_A_DAY:
            return None
        sessions.append(Session(start, end))
    sessions.sort()
    apart = all(left.end <= right.start for left, right in pairwise(sessions))
    return tuple(sessions) if sessions and apart else None


def _minute(value: Value | None) -> int | None:
    match = _CLOCK.fullmatch(value) if isinstance(value, str) else None
    return int(match[1]) * 60 + int(match[2]) if match else None


def _listed(item: Tree, default: Value) -> ListedDay | None:
    day = item.get("date")
    if not isinstance(day, date):
        return None
    kind = _KINDS.get(_text(item, "kind"), ListedKind.UNKNOWN)
    status = _STATUSES.get(str(item.get("status", default)), DayStatus.UNKNOWN)
    if DayStatus.UNKNOWN is status or ListedKind.UNKNOWN is kind:
        kind, status = ListedKind.UNKNOWN, DayStatus.UNKNOWN
    pair = item.get("pair")
    return ListedDay(
        day=day,
        kind=kind,
        status=status,
        name=_text(item, "name"),
        basis=_text(item, "basis"),
        pair=pair if isinstance(pair, date) else None,
        verified=item.get("confidence") != "unverified",
        source=_text(item, "source"),
    )


def _text(item: Tree, key: str) -> str:
    value = item.get(key)
    return value if isinstance(value, str) else ""


def _first(values: Iterable[_T | None]) -> _T | None:
    return next((value for value in values if value is not None), None)


def _joined(coverages: Iterable[Coverage]) -> Iterator[Coverage]:
    current: Coverage | None = None
    for coverage in coverages:
        if current is None or current.end < coverage.start:
            if current is not None:
                yield current
            current = coverage
        else:
            current = Coverage(current.start, max(current.end, coverage.end))
    if current is not None:
        yield current


def _overlaps(documents: Sequence[_Document]) -> Iterator[Finding]:
    for left, right in pairwise(documents):
        if right.coverage.start < left.coverage.end:
            yield _finding(
                "calendar/overlap",
                right.entry,
                ("coverage",),
                {"day": day_text(right.coverage.start), "other": left.entry.file},
                related=((left.entry, ("coverage",)),),
            )


def _patterns(documents: Sequence[_Document]) -> Iterator[Finding]:
    for key in ("weekly_rest", "office_hours"):
        for document in documents:
            if key in document.entry.value and getattr(document, key) is None:
                yield _finding("calendar/unusable-pattern", document.entry, (key,), {"key": key})
        stated = [document for document in documents if getattr(document, key) is not None]
        for left, right in pairwise(stated):
            if getattr(left, key) != getattr(right, key):
                yield _finding(
                    "calendar/differing-pattern",
                    right.entry,
                    (key,),
                    {"key": key, "other": left.entry.file},
                    related=((left.entry, (key,)),),
                )


def _merged(documents: Sequence[_Document]) -> tuple[dict[date, _Placed], list[Finding]]:
    merged: dict[date, _Placed] = {}
    findings: list[Finding] = []
    for document in documents:
        for placed in document.days:
            day = placed.listed.day
            other = merged.setdefault(day, placed)
            if other is placed or other.listed.works == placed.listed.works:
                continue
            findings.append(
                _finding(
                    "calendar/contradiction",
                    placed.entry,
                    (*placed.pointer, "kind"),
                    {
                        "day": day_text(day),
                        "kind": placed.listed.kind.value,
                        "other": other.listed.kind.value,
                    },
                    related=((other.entry, (*other.pointer, "kind")),),
                )
            )
            unknown = replace(other.listed, kind=ListedKind.UNKNOWN, status=DayStatus.UNKNOWN)
            merged[day] = replace(other, listed=unknown)
    return merged, findings


def _stray(document: _Document) -> Iterator[Finding]:
    for placed in document.days:
        if not document.coverage.start <= placed.listed.day < document.coverage.end:
            yield _finding(
                "calendar/outside-coverage",
                placed.entry,
                (*placed.pointer, "date"),
                {"day": day_text(placed.listed.day)},
            )


def _year(document: _Document) -> Iterator[Finding]:
    year = document.entry.value.get("year")
    last = document.coverage.end - timedelta(days=1)
    if isinstance(year, int) and {document.coverage.start.year, last.year} != {year}:
        yield _finding(
            "calendar/other-year",
            document.entry,
            ("coverage",),
            {"year": str(year)},
            severity=Severity.WARNING,
        )


def _swaps(days: Mapping[date, _Placed], calendar: Calendar) -> Iterator[Finding]:
    for day, placed in sorted(days.items()):
        wanted = _SWAPS.get(placed.listed.kind)
        if wanted is None:
            continue
        pair = placed.listed.pair
        other = days.get(pair) if pair is not None else None
        if other is None and pair is not None and not calendar.first <= pair < calendar.until:
            continue
        if other is None or other.listed.kind is not wanted or other.listed.pair != day:
            yield _finding(
                "calendar/swap-without-pair",
                placed.entry,
                (*placed.pointer, "pair"),
                {"day": day_text(day), "pair": day_text(pair) if pair else "—"},
                severity=Severity.WARNING,
            )


def _idle(days: Mapping[date, _Placed], calendar: Calendar) -> Iterator[Finding]:
    """Yield swaps and make-ups that change nothing: the weekly pattern says the same."""
    for day, placed in sorted(days.items()):
        kind = placed.listed.kind
        rests = day.isoweekday() in calendar.weekly_rest
        makes_up = kind in (ListedKind.MAKEUP_OFF, ListedKind.SWAP_OFF)
        if (makes_up and rests) or (kind in WORKED and not rests and kind in _SWAPS):
            yield _finding(
                "calendar/idle-day",
                placed.entry,
                (*placed.pointer, "date"),
                {"day": day_text(day), "kind": kind.value},
                severity=Severity.WARNING,
            )


def _finding(
    code: str,
    entry: Entry,
    pointer: Pointer,
    values: Mapping[str, Text | str],
    *,
    severity: Severity = Severity.ERROR,
    related: Iterable[tuple[Entry, Pointer]] = (),
) -> Finding:
    return Finding(
        code=code,
        severity=severity,
        span=entry.place(pointer),
        message=Message(code, values),
        help=Message(f"{code}.help", values),
        related=tuple(
            Related(other.place(place), Message("calendar/other-place")) for other, place in related
        ),
        subject=entry.file,
        path="/".join(map(str, pointer)),
        pointer=pointer,
        facts=tuple(one.en if isinstance(one, Text) else one for one in values.values()),
    )
