"""What rules ask of time limits beside the fields they read (thời hạn giải quyết)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, Final

from tthc_rules.diagnostics import Message
from tthc_rules.engine.blueprint import EFFECTIVE
from tthc_rules.engine.functions.reading import records, word
from tthc_rules.engine.functions.topic import Bound, Topic
from tthc_rules.engine.routes import Fit
from tthc_rules.engine.routes.findings import shown_time
from tthc_rules.lang.undecided import Undecided
from tthc_rules.lang.vocabulary import (
    BOOLEAN,
    TEXT,
    TIME_LIMIT,
    Field,
    Function,
    ListOf,
    Record,
    RecordType,
)
from tthc_rules.model.conditions import Comparison
from tthc_rules.model.quantities import DayKind, TimeLimit, parse_time_limit
from tthc_rules.model.text import Text
from tthc_rules.model.values import REFUSED, Tree, Value

if TYPE_CHECKING:
    from tthc_rules.engine.law import Law

_CHANNELS: Final = {
    "direct": Text("trực tiếp", "in person"),
    "online": Text("trực tuyến", "online"),
    "postal": Text("bưu chính", "by post"),
}
_DIFFICULT_AREA_DAYS: Final = 10
"""What land procedures add in difficult areas, seen in publications; no article was read."""

_LONGEST: Final = {
    DayKind.WORKING_DAY: 365,
    DayKind.DAY: 365,
    DayKind.WORKING_HOUR: 240,
    DayKind.HOUR: 240,
    DayKind.MONTH: 12,
}
"""Above these amounts a limit wants a second look (quy ước kỹ thuật)."""

_IN_WORDS: Final = re.compile(
    r"(?<![\w.,])0*([1-9][0-9]{0,2}) (ngày làm việc|ngày|giờ làm việc|giờ|tháng)(?!\w)"
)
_SUPPLEMENTING: Final = ("bổ sung", "hoàn thiện", "xin lỗi", "hẹn lại")
"""A sentence with one of these speaks of another time than that of the procedure."""


def channel_times(law: Law, case: Tree) -> Value:
    """Return how the channels of one case differ in time (thời hạn theo kênh).

    Only what a channel states without a basis of its own is compared, word for word; a limit
    without a unit is left out, since what it says is not known.

    Raises:
        Undecided: A limit could not be read.

    Source: 63/2010/NĐ-CP, Article 8, clause 2, points c and đ.
    """
    stated: dict[str, TimeLimit] = {}
    for channel in records(case.get("channels")):
        limit = channel.get("time_limit")
        if limit is REFUSED:
            raise Undecided(Message("law/unread"))
        known = isinstance(limit, TimeLimit) and limit.kind is not DayKind.UNSTATED
        if known and isinstance(limit, TimeLimit) and "basis" not in channel:
            stated[word(channel.get("channel"))] = limit
    limits = set(stated.values())
    return {
        "differ": len(limits) > 1,
        "by_ten_days": _by_ten_days(limits),
        "online_longer": _online_longer(law, stated),
        "stated": tuple(_stated(name, limit) for name, limit in stated.items()),
    }


def _stated(channel: str, limit: TimeLimit) -> Text:
    name, text = _CHANNELS.get(channel, Text(channel, channel)), limit.text()
    return Text(f"{name.vi} {text.vi}", f"{name.en} {text.en}")


def _by_ten_days(limits: set[TimeLimit]) -> bool:
    amounts = sorted(limit.amount for limit in limits)
    alike = len({limit.kind for limit in limits}) == 1
    return alike and len(amounts) == 2 and amounts[1] - amounts[0] == _DIFFICULT_AREA_DAYS


def _online_longer(law: Law, stated: Mapping[str, TimeLimit]) -> bool:
    """Return whether online takes longer than in person on every day of reception."""
    if "online" not in stated or "direct" not in stated:
        return False
    try:
        return law.comparing.compare(stated["online"], Comparison.GT, stated["direct"])
    except Undecided:
        return False  # it depends on the day, or cannot be known: not longer for sure


def change_of_kind(law: Law, configuration: Tree, case: Tree, channel: Tree) -> Value:
    """Return what becomes of a limit written in another kind of day (đổi loại ngày).

    A limit that is longer on every day is left to the rule that says so.

    Raises:
        Gap: The law sets no limit.
        Undecided: The law gives no answer, or the calendar does not settle the comparison.

    Source: 91/2015/QH13, Articles 147 and 148.
    """
    found = law.time_limit_by_law(configuration, case, channel)
    limit = channel.get("time_limit")
    if not isinstance(found, Mapping) or not isinstance(limit, TimeLimit):
        raise Undecided(Message("law/unread"))
    due = found["value"]
    answer = {"value": due, "instrument": found["instrument"], "shorter": "", "longer": ""}
    if not isinstance(due, TimeLimit) or due.kind is limit.kind:
        return {**answer, "depends": False}
    try:
        law.comparing.compare(limit, Comparison.LE, due)
    except Undecided as undecided:
        if undecided.reason.key != "law/depends-on-reception":
            raise
        days = {key: undecided.reason.values[key] for key in ("shorter", "longer")}
        return {**answer, **days, "depends": True}
    return {**answer, "depends": False}


def mixed_steps(law: Law, configuration: Tree) -> Value:
    """Return the steps counted in another kind of day than the limit (bước khác loại ngày).

    Hours and working days mix: 8 hours are one working day.

    Raises:
        Undecided: The route could not be read.

    Source: 91/2015/QH13, Articles 147 and 148.
    """
    found: dict[str, None] = {}
    for report in law.examined(configuration).values():
        if report is None:
            raise Undecided(Message("law/route-unreadable"))
        found.update(dict.fromkeys(report.findings.get("mixed-kinds", ())))
    return tuple(found)


def unused_time(law: Law, configuration: Tree, case: Tree) -> Value:
    """Return whether the longest path takes less than half of the limit (thời gian để dành).

    A path whose length is not known is left to the rule that compares it with the limit.
    """
    report = law.examined(configuration).get(word(case.get("id")))
    for time in report.times.values() if report is not None else ():
        if time.fit is Fit.BELOW and time.known is not None and time.limit is not None:
            half = time.known.kind is time.limit.kind and 2 * time.known.amount < time.limit.amount
            if half:
                return {"found": True, "total": shown_time(time.known), "limit": time.limit.text()}
    return {"found": False, "total": "", "limit": ""}


def is_implausible(limit: TimeLimit) -> bool:
    """Return whether a limit is so long that it was probably mistyped (bất thường)."""
    return limit.amount > _LONGEST.get(limit.kind, limit.amount)


def is_odd_length(limit: TimeLimit) -> bool:
    """Return whether a step takes neither quarters of a day nor whole hours (lẻ bất thường).

    Source: 1114/QĐ-UBND TP.HCM 2020 writes 0.25 working day for two hours.
    """
    in_days = limit.kind in (DayKind.WORKING_DAY, DayKind.DAY)
    return (limit.amount * (4 if in_days else 1)).denominator != 1


def is_day_ahead(limit: TimeLimit) -> bool:
    """Return whether a notice comes at least one day ahead, of whichever kind (trước một ngày).

    Source: 61/2018/NĐ-CP, Article 19, clause 9, which names no kind of day.
    """
    hours = {DayKind.WORKING_HOUR: 8, DayKind.HOUR: 24}
    if limit.kind in (DayKind.SAME_DAY, DayKind.UNSTATED):
        return False
    return limit.amount >= hours.get(limit.kind, 1)


def times_in_note(channel: Tree) -> Value:
    """Return the sentences of a channel's note that give another time than its cell.

    Sentences about supplements and re-appointments speak of other times and are passed over.
    """
    limit = channel.get("time_limit")
    note = word(channel.get("note"))
    if not isinstance(limit, TimeLimit) or limit.kind is DayKind.UNSTATED:
        return ()
    return tuple(sentence for sentence in _sentences(note) if _speaks_otherwise(sentence, limit))


def _sentences(note: str) -> Iterator[str]:
    for part in re.split(r"(?<=[.;])\s+|\n", note):
        if part.strip():
            yield part.strip()


def _speaks_otherwise(sentence: str, limit: TimeLimit) -> bool:
    lowered = sentence.lower()
    if any(word_ in lowered for word_ in _SUPPLEMENTING):
        return False
    times = [parse_time_limit(f"{m[1]} {m[2]}") for m in _IN_WORDS.finditer(lowered)]
    return bool(times) and limit not in times


def bind(law: Law) -> Bound:
    """Return the functions for the law of one day."""
    return {
        "channel_times": partial(channel_times, law),
        "change_of_kind": partial(change_of_kind, law),
        "mixed_steps": partial(mixed_steps, law),
        "unused_time": partial(unused_time, law),
        "is_implausible": is_implausible,
        "is_odd_length": is_odd_length,
        "is_day_ahead": is_day_ahead,
        "times_in_note": times_in_note,
    }


_LIMIT: Final = (TIME_LIMIT,)

TOPIC: Final = Topic(
    records=(
        RecordType(
            "ChannelTimes",
            (
                Field("differ", "có_khác_nhau", BOOLEAN),
                Field("by_ten_days", "hơn_kém_đúng_mười_ngày", BOOLEAN),
                Field("online_longer", "trực_tuyến_dài_hơn", BOOLEAN),
                Field("stated", "các_thời_hạn", ListOf(TEXT)),
            ),
        ),
        RecordType(
            "ChangeOfKind",
            (
                Field("depends", "tùy_ngày_nhận", BOOLEAN),
                Field("value", "mức_theo_luật", TIME_LIMIT),
                Field("instrument", "văn_bản", TEXT),
                Field("shorter", "ngày_không_dài_hơn", TEXT),
                Field("longer", "ngày_dài_hơn", TEXT),
            ),
        ),
        RecordType(
            "UnusedTime",
            (
                Field("found", "có_nhiều", BOOLEAN),
                Field("total", "tổng_các_bước", TEXT),
                Field("limit", "thời_hạn", TEXT),
            ),
        ),
    ),
    functions=(
        Function("channel_times", "thời_hạn_theo_kênh", (Record("Case"),), Record("ChannelTimes")),
        Function(
            "change_of_kind",
            "đổi_loại_ngày",
            (Record(EFFECTIVE), Record("Case"), Record("Channel")),
            Record("ChangeOfKind"),
        ),
        Function("mixed_steps", "bước_khác_loại_ngày", (Record(EFFECTIVE),), ListOf(TEXT)),
        Function(
            "unused_time",
            "thời_gian_để_dành",
            (Record(EFFECTIVE), Record("Case")),
            Record("UnusedTime"),
        ),
        Function("is_implausible", "dài_bất_thường", _LIMIT, BOOLEAN, may_be_unknown=False),
        Function("is_odd_length", "lẻ_bất_thường", _LIMIT, BOOLEAN, may_be_unknown=False),
        Function("is_day_ahead", "trước_ít_nhất_một_ngày", _LIMIT, BOOLEAN, may_be_unknown=False),
        Function(
            "times_in_note", "thời_hạn_khác_trong_ghi_chú", (Record("Channel"),), ListOf(TEXT)
        ),
    ),
    bind=bind,
)
