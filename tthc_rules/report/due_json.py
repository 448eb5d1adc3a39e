"""The end of a time limit for programs: canonical JSON, every day listed (thời hạn, JSON)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime

from tthc_rules.engine.calendar import (
    QUESTIONS,
    Day,
    Due,
    Moment,
    Provisional,
    Say,
    Step,
    Undecided,
)
from tthc_rules.model.calendar import ListedDay
from tthc_rules.report.due import Counted
from tthc_rules.report.escape import json_safe

VERSION = 1
"""Of the format; raised when a reader of the old one would go wrong."""

Json = Mapping[str, object]


def render(counted: Counted) -> str:
    """Return one counted time limit as JSON, always the same bytes for the same input.

    Days are `2026-11-24`, moments `2026-11-24T16:00`, both Vietnamese; times of day `HH:MM`.
    """
    trace = counted.trace
    start = trace.received
    late = counted.late
    tree: Json = {
        "format": "tthc-rules/due",
        "version": VERSION,
        "answer": _due(trace.answer),
        "limit": _limit(counted.limit.text().vi, counted.limit.text().en),
        "extension": None
        if counted.extension is None
        else _limit(counted.extension.text().vi, counted.extension.text().en),
        "received": {
            "arrived": _moment(counted.received),
            "time_assumed": counted.assumed,
            "counted_from": None if start is None else _moment(start.at),
            "at_closing": None if late is None else {"at": _moment(late[0]), **_due(late[1])},
        },
        "calendar": {
            "from": counted.calendar.first.isoformat(),
            "until": counted.calendar.until.isoformat(),
        },
        "steps": [_step(step) for step in counted.steps],
        "policies": [_say(say) for say in trace.says],
    }
    return json_safe(json.dumps(tree, ensure_ascii=False, indent=2)) + "\n"


def _due(due: Due) -> Json:
    match due:
        case Day(day=day):
            return {"status": "decided", "day": day.isoformat(), "moment": None, "reason": None}
        case Moment(at=at):
            when = at.date().isoformat()
            return {"status": "decided", "day": when, "moment": _moment(at), "reason": None}
        case Provisional(end=end):
            return {**_due(end), "status": "provisional"}
        case Undecided(reason=reason):
            return {"status": "undecided", "day": None, "moment": None, "reason": reason.value}


def _step(step: Step) -> Json:
    part = step.part
    return {
        "day": step.day.isoformat(),
        "what": step.what.value,
        "part": None if part is None else {"from": _clock(part.start), "until": _clock(part.end)},
        "works": step.works,
        "listed": None if step.listed is None else _listed(step.listed),
    }


def _listed(listed: ListedDay) -> Json:
    return {
        "kind": listed.kind.value,
        "status": listed.status.value,
        "name": listed.name,
        "basis": listed.basis,
        "pair": None if listed.pair is None else listed.pair.isoformat(),
        "confidence": "verified" if listed.verified else "unverified",
        "source": listed.source,
    }


def _say(say: Say) -> Json:
    question = QUESTIONS[say.policy]
    return {
        "policy": say.policy,
        "value": say.value,
        "default": question.default,
        "source": question.source,
        "confidence": question.confidence.value,
        "otherwise": [{"value": value, **_due(end)} for value, end in say.otherwise],
    }


def _limit(vi: str, en: str) -> Json:
    return {"vi": vi, "en": en}


def _moment(at: datetime) -> str:
    return at.isoformat(timespec="minutes")


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"
