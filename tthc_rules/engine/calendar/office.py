"""Office hours of one day as tables by minute (giờ làm việc). Integers only."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate

from tthc_rules.model.calendar import MINUTES_A_DAY, Session

CLOSED = -1


class Office:
    """The office hours of a day, answered by table.

    Attributes:
        opens: The first minute of the first session.
        closes: The end of the last session, itself outside.
        total: Office minutes in the day.
        opening: By minute of the day: that minute if it lies in a session, else the next
            one that does, else `CLOSED`.
        elapsed: By minute of the day, midnight included: office minutes before it.
        used: By a number of office minutes: the minute of the day at which so many are used
            up. Minutes used up at the end of a session end there, not at the next opening.
    """

    __slots__ = ("closes", "elapsed", "opening", "opens", "total", "used")

    def __init__(self, sessions: Sequence[Session]) -> None:
        inside = [False] * MINUTES_A_DAY
        for session in sessions:
            for minute in range(session.start, session.end):
                inside[minute] = True
        self.opens = sessions[0].start
        self.closes = sessions[-1].end
        self.elapsed = (0, *accumulate(int(open_) for open_ in inside))
        self.total = self.elapsed[-1]
        self.used = (self.opens, *(minute + 1 for minute, open_ in enumerate(inside) if open_))
        opening = [CLOSED] * MINUTES_A_DAY
        following = CLOSED
        for minute in reversed(range(MINUTES_A_DAY)):
            following = minute if inside[minute] else following
            opening[minute] = following
        self.opening = tuple(opening)


@lru_cache(maxsize=64)
def office_of(sessions: tuple[Session, ...]) -> Office:
    """Return the tables of `sessions`, made once."""
    return Office(sessions)
