"""When systems run a procedure and when none does (hệ thống giải quyết theo thời gian).

Source: 224/2026/NĐ-CP, Article 13(1)a and Article 15(1)i.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from tthc_rules.diagnostics import Message
from tthc_rules.engine.blueprint import EFFECTIVE
from tthc_rules.engine.calendar.days import Reading, UnsettledDayError, index_of
from tthc_rules.engine.calendar.policies import SwapWorkDay
from tthc_rules.engine.functions.reading import records, word
from tthc_rules.engine.functions.topic import Bound, Topic
from tthc_rules.lang.undecided import Undecided
from tthc_rules.lang.vocabulary import (
    BOOLEAN,
    DATE,
    INTEGER,
    TEXT,
    Field,
    Function,
    ListOf,
    Record,
    RecordType,
)
from tthc_rules.model.text import Text
from tthc_rules.model.values import REFUSED, Tree, Value

if TYPE_CHECKING:
    from tthc_rules.engine.law import Law


class _Run(NamedTuple):
    """Days on which one system runs the procedure: `start` counts, `end` does not."""

    system: str
    start: date
    end: date


def hosting_gap(law: Law, configuration: Tree) -> Value:
    """Return the first time from now on between two systems when none runs (khoảng trống).

    A gap is over once the next system runs; a system that is being prepared may have no day
    yet. Where nothing follows, the procedure ends there and that is no gap.

    Raises:
        Undecided: A row of the hosting could not be read.
    """
    rows = configuration.get("hosting", ())
    if rows is REFUSED:
        raise Undecided(Message("law/unread"))
    runs = sorted(_runs(law, records(rows)), key=lambda run: run.start)
    waiting = next(_names(law, records(rows), "preparing"), None)
    for run in runs:
        if any(other.start <= run.end < other.end for other in runs):
            continue
        following = min((other for other in runs if other.start > run.end), default=None)
        if following is not None and law.day < following.start:
            return _gap(run, following.system, following.start)
        if following is None and waiting is not None and run.end < date.max:
            return _gap(run, waiting, None)
    return {"found": False, "stopped": "", "awaited": "", "from": date.max, "until": Text("", "")}


def _gap(run: _Run, awaited: str, until: date | None) -> Value:
    known = until is not None
    return {
        "found": True,
        "stopped": run.system,
        "awaited": awaited,
        "from": run.end,
        "until": Text(f"{until:%d/%m/%Y}", f"{until:%Y-%m-%d}") if known else _NO_DAY,
    }


_NO_DAY: Final = Text("chưa có ngày", "no day yet")


def _runs(law: Law, rows: tuple[Tree, ...]) -> Iterator[_Run]:
    for row in rows:
        if REFUSED in (row.get("system"), row.get("state"), row.get("from"), row.get("until")):
            raise Undecided(Message("law/unread"))
        if row.get("state") != "active":
            continue
        start, end = row.get("from"), row.get("until")
        for name in _names(law, (row,), "active"):
            yield _Run(
                name,
                start if isinstance(start, date) else date.min,
                end if isinstance(end, date) else date.max,
            )


def _names(law: Law, rows: tuple[Tree, ...], state: str) -> Iterator[str]:
    """Yield the names of the processing systems that are in `state` in some row."""
    for row in rows:
        if row.get("state") != state:
            continue
        listed = law.listed("system", word(row.get("system")))
        if isinstance(listed, Mapping) and listed.get("kind") == "processing":
            yield word(listed.get("name"))


def missing_connections(law: Law, configuration: Tree) -> Value:
    """Return the systems that the procedure must reach and does not (kết nối còn thiếu).

    A declared connection must be active; so must those that the catalogue of sectors asks of
    every procedure of the sector.

    Raises:
        Undecided: A system is not in the catalogue, or a row does not say its state or could
            not be read.

    Source: 224/2026/NĐ-CP, Article 15(1)d.
    """
    rows = records(configuration.get("connections"))
    if any(row.get(key) in (None, REFUSED) for row in rows for key in ("system", "state")):
        raise Undecided(Message("law/unread"))
    states = {word(row.get("system")): word(row.get("state")) for row in rows}
    listed = law.register.get("sector", word(configuration.get("sector")))
    needs = listed.value.get("needs", ()) if listed is not None else ()
    for needed in needs if isinstance(needs, tuple) else ():
        states.setdefault(word(needed), "undeclared")
    found = []
    for name in (system for system, state in states.items() if state != "active"):
        item = law.listed("system", name)
        found.append(word(item.get("name")) if isinstance(item, Mapping) else name)
    return tuple(found)


def notice_days(law: Law, stop: Tree) -> int:
    """Return the working days from the announcement of a planned stop to the stop itself.

    The day of the announcement is not counted, nor is the day the stop begins (Civil Code
    2015, Article 147).

    Raises:
        Undecided: A day is missing, or the calendar does not reach that far.
    """
    start, announced = stop.get("from"), stop.get("announced")
    if not isinstance(start, date) or not isinstance(announced, date):
        raise Undecided(Message("law/unread"))
    if law.calendar is None:
        raise Undecided(Message("law/no-calendar"))
    if start <= announced:
        return 0
    index = index_of(
        law.calendar,
        SwapWorkDay(law.policies.swap_work_day),
        Reading.REFUSED,
        Reading.STATED,
        Reading.REFUSED,
    )
    try:
        return index.between(announced.toordinal() + 1, start.toordinal())
    except UnsettledDayError as unsettled:
        raise Undecided(Message("law/notice-beyond-calendar")) from unsettled


def bind(law: Law) -> Bound:
    """Return the functions for the law of one day."""
    return {
        "hosting_gap": partial(hosting_gap, law),
        "notice_days": partial(notice_days, law),
        "missing_connections": partial(missing_connections, law),
    }


TOPIC: Final = Topic(
    records=(
        RecordType(
            "HostingGap",
            (
                Field("found", "có_khoảng_trống", BOOLEAN),
                Field("stopped", "hệ_thống_ngừng", TEXT),
                Field("awaited", "hệ_thống_chờ", TEXT),
                Field("from", "từ_ngày", DATE),
                Field("until", "đến_ngày", TEXT),
            ),
        ),
    ),
    functions=(
        Function(
            "hosting_gap", "khoảng_trống_hệ_thống", (Record(EFFECTIVE),), Record("HostingGap")
        ),
        Function("missing_connections", "kết_nối_còn_thiếu", (Record(EFFECTIVE),), ListOf(TEXT)),
        Function("notice_days", "số_ngày_làm_việc_báo_trước", (Record("Stop"),), INTEGER),
    ),
    bind=bind,
)
