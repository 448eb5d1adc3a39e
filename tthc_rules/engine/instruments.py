"""The register of instruments as citations see it (sổ đăng ký văn bản).

Resolution asks what norms give; a citation asks something simpler: does the text exist, is it
in force, when does it end, and what follows it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from tthc_rules.model.entry import Entry
from tthc_rules.model.text import Text, period_text
from tthc_rules.model.values import Tree, Value

_ENDING = frozenset({"replaces", "repeals"})
_FOLLOWING = frozenset({"replaces", "follows"})


@dataclass(frozen=True, slots=True)
class Force:
    """The days an instrument is in force, as far as the register knows (hiệu lực).

    `end` is the first day no longer in force, by its own text or by the one that repealed it.
    """

    start: date | None
    end: date | None

    def covers(self, day: date) -> bool:
        """Return whether nothing known says that the text is out of force on `day`."""
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)

    def ends_within(self, day: date, days: int) -> bool:
        """Return whether the force ends at most `days` after `day`, and after it."""
        return self.end is not None and day < self.end <= day + timedelta(days=days)

    def text(self) -> Text:
        """Return the period as people write it: the last day is still in force."""
        return period_text(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Repealed:
    """A part of an instrument that another took out of force (phần bị bãi bỏ)."""

    at: str
    start: date | None
    by: str


class Instruments:
    """Finds an instrument by number, and by issuer where the number is not unique."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._by_number: dict[str, list[Entry]] = {}
        for entry in entries:
            self._by_number.setdefault(str(entry.value.get("number", "")), []).append(entry)
        self._ended: dict[tuple[str, str], date] = {}
        self._followed: set[tuple[str, str]] = set()
        self._parts: dict[tuple[str, str], list[Repealed]] = {}
        for entries_ in self._by_number.values():
            for entry in entries_:
                self._relate(entry.value)

    @property
    def is_empty(self) -> bool:
        """Whether no instrument is registered at all."""
        return not self._by_number

    def numbers(self) -> Iterable[str]:
        """Return the number of every instrument."""
        return self._by_number.keys()

    def find(self, number: str, issuer: str | None) -> tuple[Entry, ...]:
        """Return the instruments that a citation may mean: one, none, or several."""
        found = self._by_number.get(number, ())
        if issuer is None:
            return tuple(found)
        return tuple(entry for entry in found if entry.value.get("issuer") == issuer)

    def force(self, instrument: Tree) -> Force:
        """Return the days an instrument is in force."""
        own = instrument.get("force")
        start = _day(own.get("from")) if isinstance(own, Mapping) else None
        end = _day(own.get("until")) if isinstance(own, Mapping) else None
        ended = self._ended.get(_key(instrument))
        ends = [day for day in (end, ended) if day is not None]
        return Force(start, min(ends) if ends else None)

    def has_successor(self, instrument: Tree) -> bool:
        """Return whether a registered text replaces or follows this one."""
        return _key(instrument) in self._followed

    def repealed_parts(self, instrument: Tree) -> tuple[Repealed, ...]:
        """Return the provisions of an instrument that registered texts took out of force."""
        return tuple(self._parts.get(_key(instrument), ()))

    def _relate(self, instrument: Tree) -> None:
        relations = instrument.get("relations", ())
        for relation in relations if isinstance(relations, tuple) else ():
            if not isinstance(relation, Mapping) or "norms" in relation:
                continue
            target = relation.get("target")
            if not isinstance(target, Mapping) or "norm" in target:
                continue
            found = self.find(str(target.get("instrument")), _issuer(target))
            if len(found) != 1:
                continue
            self._affect(instrument, relation, target, _key(found[0].value))

    def _affect(self, instrument: Tree, relation: Tree, target: Tree, key: tuple[str, str]) -> None:
        part = target.get("at")
        ends = relation.get("kind") in _ENDING
        start = _day(relation.get("from")) or self._start(instrument)
        if isinstance(part, str):
            if ends:
                number = str(instrument.get("number", ""))
                self._parts.setdefault(key, []).append(Repealed(part, start, number))
            return
        if relation.get("kind") in _FOLLOWING:
            self._followed.add(key)
        if ends:
            self._end(key, start)

    def _end(self, key: tuple[str, str], day: date | None) -> None:
        if day is not None:
            self._ended[key] = min(day, self._ended.get(key, day))

    def _start(self, instrument: Tree) -> date | None:
        own = instrument.get("force")
        return _day(own.get("from")) if isinstance(own, Mapping) else None


def _key(instrument: Tree) -> tuple[str, str]:
    return str(instrument.get("issuer", "")), str(instrument.get("number", ""))


def _issuer(target: Tree) -> str | None:
    issuer = target.get("issuer")
    return issuer if isinstance(issuer, str) else None


def _day(value: Value | None) -> date | None:
    return value if isinstance(value, date) else None
