"""Periods of force (hiệu lực): half-open intervals of days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Validity:
    """The days on which something is in force (hiệu lực).

    Half-open: `start` is the first day in force, `end` the first day no longer in
    force. None means that no start or no end is known.

    Raises:
        ValueError: `end` is not after `start`.
    """

    start: date | None = None
    end: date | None = None

    def __post_init__(self) -> None:
        if self.start is not None and self.end is not None and self.end <= self.start:
            raise ValueError(f"validity ends on {self.end}, not after {self.start}")

    def covers(self, day: date) -> bool:
        """Return whether `day` lies in the period."""
        return not self.is_future(day) and not self.is_past(day)

    def is_future(self, day: date) -> bool:
        """Return whether the period begins after `day`."""
        return self.start is not None and day < self.start

    def is_past(self, day: date) -> bool:
        """Return whether the period is over on `day`."""
        return self.end is not None and self.end <= day

    def intersect(self, other: Validity) -> Validity | None:
        """Return the days common to both periods, or None when there is none."""
        starts = [day for day in (self.start, other.start) if day is not None]
        ends = [day for day in (self.end, other.end) if day is not None]
        start = max(starts) if starts else None
        end = min(ends) if ends else None
        if start is not None and end is not None and end <= start:
            return None
        return Validity(start, end)


ALWAYS = Validity()
