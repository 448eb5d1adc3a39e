"""The dated tree of territories (địa bàn): who lay inside whom, on which day.

Provinces were merged and districts dissolved on 2025-07-01; an old province lives on as an
`area` of the merged one, because its tariffs do.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from tthc_rules.model.validity import ALWAYS, Validity


class Level(Enum):
    """What a territory is on a day (cấp)."""

    NATION = "nation"
    PROVINCE = "province"
    COMMUNE = "commune"
    AREA = "area"


@dataclass(frozen=True, slots=True)
class TerritorySpan:
    """The days on which a territory has one level and one parent.

    `parent` is the id of the territory it lies in, None for the nation.
    """

    level: Level
    parent: str | None
    validity: Validity = ALWAYS


@dataclass(frozen=True, slots=True)
class Territory:
    """One territory with its history (địa bàn).

    On a day without a span it does not exist.
    """

    id: str
    spans: tuple[TerritorySpan, ...]
    name: str = ""
    code: str = ""

    def span_on(self, day: date) -> TerritorySpan | None:
        """Return the span that covers `day`, or None where the territory does not exist."""
        return next((span for span in self.spans if span.validity.covers(day)), None)


class TerritoryTree:
    """All territories, asked by day (cây địa bàn).

    Between two neighbouring days of `changes` nothing moves, so paths are kept by interval.
    """

    def __init__(self, territories: Iterable[Territory]) -> None:
        self._by_id = {territory.id: territory for territory in territories}
        self.changes = self.changes_of(self._by_id)
        self._paths: dict[tuple[str, int], tuple[str, ...]] = {}
        self._above: dict[str, frozenset[str]] = {}

    def __contains__(self, territory: str) -> bool:
        return territory in self._by_id

    def ids(self) -> tuple[str, ...]:
        """Return the ids of all territories, sorted."""
        return tuple(sorted(self._by_id))

    def get(self, territory: str) -> Territory | None:
        """Return the territory named, or None."""
        return self._by_id.get(territory)

    def path(self, territory: str, day: date) -> tuple[str, ...]:
        """Return `territory` and everything above it on `day`, nearest first.

        Empty where the territory does not exist on that day.
        """
        key = (territory, bisect_right(self.changes, day))
        path = self._paths.get(key)
        if path is None:
            path = self._paths[key] = self._walk(territory, day)
        return path

    def contains(self, outer: str, inner: str, day: date) -> bool:
        """Return whether `inner` is `outer` or lies in it on `day`."""
        return outer in self.path(inner, day)

    def changes_of(self, territories: Iterable[str]) -> tuple[date, ...]:
        """Return the days on which one of the territories begins, ends or moves, sorted."""
        known = (self._by_id.get(name) for name in territories)
        days = (
            day
            for territory in known
            if territory is not None
            for span in territory.spans
            for day in (span.validity.start, span.validity.end)
            if day is not None
        )
        return tuple(sorted(set(days)))

    def ever_above(self, territory: str) -> frozenset[str]:
        """Return `territory` and everything that was, is or will be above it on some day."""
        found = self._above.get(territory)
        if found is None:
            days = (date.min, *self.changes)
            found = frozenset({territory}).union(*(self.path(territory, day) for day in days))
            self._above[territory] = found
        return found

    def _walk(self, territory: str, day: date) -> tuple[str, ...]:
        path: list[str] = []
        name: str | None = territory
        while name is not None and name not in path:
            known = self._by_id.get(name)
            span = known.span_on(day) if known is not None else None
            if span is None:
                break
            path.append(name)
            name = span.parent
        return tuple(path)
