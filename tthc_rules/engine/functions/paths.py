"""How long a route takes and whom it passes (đường đi của quy trình)."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING, Final

from tthc_rules.diagnostics import Message
from tthc_rules.engine.blueprint import EFFECTIVE
from tthc_rules.engine.functions.reading import word
from tthc_rules.engine.functions.topic import Bound, Topic
from tthc_rules.engine.routes import ChannelTime, Fit
from tthc_rules.engine.routes.findings import shown_time
from tthc_rules.lang.undecided import Undecided
from tthc_rules.lang.vocabulary import (
    TEXT,
    TIME_LIMIT,
    Enumeration,
    Field,
    Function,
    ListOf,
    Record,
    RecordType,
)
from tthc_rules.model.values import Tree, Value

if TYPE_CHECKING:
    from tthc_rules.engine.law import Law

_CONFIGURATION: Final = Record(EFFECTIVE)


def longest_path(law: Law, configuration: Tree, case: Tree) -> Value:
    """Return how the longest path of the route fits a case's time limits."""
    report = law.examined(configuration).get(word(case.get("id")))
    times = list(report.times.values()) if report is not None else []
    exceeding = [time for time in times if time.fit is Fit.EXCEEDS]
    if exceeding:
        return _path(max(exceeding, key=_excess))
    if not times or any(time.fit is Fit.UNDECIDED for time in times):
        raise Undecided(Message("law/path-undecided"))
    return _path(max(times, key=_excess))


def ends_away_from_receiver(law: Law, configuration: Tree) -> Value:
    """Return the steps at which the route ends elsewhere than where it was received."""
    found: dict[str, None] = {}
    reports = law.examined(configuration)
    if any(report is None for report in reports.values()):
        raise Undecided(Message("law/route-unreadable"))
    for report in reports.values():
        places = report.findings.get("result-not-returned", ()) if report else ()
        found.update(dict.fromkeys(places))
    return tuple(found)


def missing_hand_over(law: Law, configuration: Tree) -> Value:
    """Return the agencies that a complete run of the route can pass by."""
    found: dict[str, None] = {}
    for report in law.examined(configuration).values():
        if report is None or "missing-hand-over" in report.undecided:
            raise Undecided(Message("law/route-unreadable"))
        found.update(dict.fromkeys(report.findings.get("missing-hand-over", ())))
    return tuple(found)


def route_agency(law: Law, part: str, configuration: Tree) -> Value:
    """Return the agency that the route names as `decides` or `receives`."""
    route = configuration.get("route")
    if not isinstance(route, Mapping):
        raise Undecided(Message("law/no-route"))
    return law.listed("agency", word(route.get(part)))


def _path(time: ChannelTime) -> Value:
    if time.limit is None or time.known is None:
        raise Undecided(Message("law/path-undecided"))
    return {
        "verdict": time.fit.value,
        "total": shown_time(time.known),
        "limit": time.limit,
        "steps": time.paths[0] if time.paths else (),
    }


def _excess(time: ChannelTime) -> tuple[Fraction, str]:
    """Return what puts the worst channel last: what lies over the limit, then its kind."""
    known, limit = time.known, time.limit
    over = known.amount - limit.amount if known and limit else Fraction(0)
    return over, time.fit.value


def bind(law: Law) -> Bound:
    """Return the functions for the law of one day."""
    return {
        "longest_path": partial(longest_path, law),
        "ends_away_from_receiver": partial(ends_away_from_receiver, law),
        "missing_hand_over": partial(missing_hand_over, law),
        "deciding_agency": partial(route_agency, law, "decides"),
        "receiving_agency": partial(route_agency, law, "receives"),
    }


TOPIC: Final = Topic(
    records=(
        RecordType(
            "PathLength",
            (
                Field("verdict", "kết_luận", Enumeration("path_verdict")),
                Field("total", "tổng", TEXT),
                Field("limit", "thời_hạn", TIME_LIMIT),
                Field("steps", "các_bước", ListOf(TEXT)),
            ),
        ),
    ),
    functions=(
        Function(
            "longest_path",
            "đường_dài_nhất",
            (_CONFIGURATION, Record("Case")),
            Record("PathLength"),
        ),
        Function(
            "ends_away_from_receiver",
            "bước_kết_thúc_ngoài_nơi_tiếp_nhận",
            (_CONFIGURATION,),
            ListOf(TEXT),
        ),
        Function("missing_hand_over", "nơi_bị_bỏ_qua", (_CONFIGURATION,), ListOf(TEXT)),
        Function(
            "deciding_agency",
            "cơ_quan_quyết_định_của",
            (_CONFIGURATION,),
            Record("AgencyItem"),
        ),
        Function(
            "receiving_agency",
            "đơn_vị_tiếp_nhận_của",
            (_CONFIGURATION,),
            Record("AgencyItem"),
        ),
    ),
    bind=bind,
)
