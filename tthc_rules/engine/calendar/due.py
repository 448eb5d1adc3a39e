"""When a time limit ends (tính ngày hết hạn)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from tthc_rules.engine.calendar.answer import Due, Reason, Undecided, due_of, minute_of
from tthc_rules.engine.calendar.clock import clock_of
from tthc_rules.engine.calendar.events import Extension, Wait
from tthc_rules.engine.calendar.policies import DEFAULT, Policies
from tthc_rules.model.calendar import Calendar
from tthc_rules.model.quantities import TimeLimit


def due(
    calendar: Calendar,
    received: datetime | int,
    limit: TimeLimit,
    policies: Policies = DEFAULT,
    *,
    waits: Sequence[Wait] = (),
    extension: Extension | None = None,
) -> Due:
    """Return when a time limit (thời hạn) ends.

    Args:
        calendar: Working days and office hours.
        received: When the complete dossier arrived: Vietnamese time where it has no offset;
            a number is a minute as `minute_of` gives it.
        limit: The limit; kinds are counted each by its own rule.
        policies: What the law leaves open.
        waits: Stretches of waiting in the order of their requests, as `waits_of` gives them.
        extension: What is added in difficult areas.

    Returns:
        A day, a moment, one of both that rests on estimates, or the reason why none can be
        named. A day that is not settled spoils an answer only if it could change it.

    Source: Civil Code 2015 (91/2015/QH13), Articles 146 to 148.
    """
    clock = clock_of(calendar, policies)
    minute = minute_of(received)
    if not waits and extension is None:
        return due_of(clock.end(minute, limit))
    legs = clock.legs(limit, extension)
    if isinstance(legs, Reason):
        return Undecided(legs)
    return due_of(clock.end_with(minute, legs, waits))
