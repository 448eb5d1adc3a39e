"""Where the law of the register gives no answer though it does beside (khoảng trống).

Nothing is read into the norms: each question is put to the resolution itself, on every
stretch of days between two changes and for every combination of values of the facts that
the norms name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum
from itertools import pairwise, product
from math import prod
from typing import Final, cast

from tthc_rules.engine.resolution import Answer, Gap, Resolution, World, resolve
from tthc_rules.engine.resolution.candidate import Candidate
from tthc_rules.engine.resolution.conditions import Atom, open_atoms, representatives
from tthc_rules.model.conditions import Constant
from tthc_rules.model.law import FactDomain, Form, Key, Query
from tthc_rules.model.validity import Validity

MOST_SITUATIONS: Final = 256
"""Combinations of facts that are asked for one subject (quy ước kỹ thuật)."""

_SETTING: Final = frozenset({Form.VALUE, Form.CEILING, Form.FLOOR})
_OPEN: Final = FactDomain()


class Side(Enum):
    """Along what a question has an answer beside the hole (chiều của khoảng trống)."""

    TIME = "time"
    DOMAIN = "domain"


@dataclass(frozen=True, slots=True)
class Hole:
    """A question without an answer between answers (khoảng trống).

    Attributes:
        side: Whether the answers lie before and after, or for other facts.
        query: One question that has none; its events are on the first day.
        period: The days without an answer; only those looked at for a hole in the domain.
        beside: The norms that answer before or for other facts.
        after: The norms that answer again afterwards.
        questions: How many subjects and situations share the hole.
    """

    side: Side
    query: Query
    period: Validity
    beside: tuple[Key, ...]
    after: tuple[Key, ...] = ()
    questions: int = 1


@dataclass(frozen=True, slots=True)
class NormsAnalysis:
    """What the norms of a register leave open (kết quả).

    Attributes:
        holes: Gaps between answers.
        asked: How many questions were put: subject, place, facts and day.
        undecided: Subjects with too many combinations of facts to ask.
    """

    holes: tuple[Hole, ...]
    asked: int
    undecided: tuple[Query, ...]


@dataclass(frozen=True, slots=True)
class _Stretch:
    start: date
    end: date | None
    resolution: Resolution


def analyse_norms(world: World, day: date, until: date) -> NormsAnalysis:
    """Return the gaps that end after `day`; in the domain those before `until`.

    Args:
        world: The norms.
        day: The first day that matters.
        until: The end of the horizon, exclusive.
    """
    return _Asking(world, Validity(day, until)).analysis()


class _Asking:
    def __init__(self, world: World, horizon: Validity) -> None:
        self._world = world
        self._horizon = horizon
        self._asked = 0
        self._undecided: list[Query] = []

    def analysis(self) -> NormsAnalysis:
        holes = [
            hole
            for query in _subjects(self._world.candidates.values())
            for hole in self._holes(query)
        ]
        return NormsAnalysis(_grouped(holes), self._asked, tuple(self._undecided))

    def _holes(self, query: Query) -> Iterator[Hole]:
        situations = self._situations(query)
        if situations is None:
            self._undecided.append(query)
            return
        lines = [(asked, self._stretches(asked)) for asked in situations]
        for asked, stretches in lines:
            yield from self._between(asked, stretches)
        yield from self._beside(lines)

    def _situations(self, query: Query) -> tuple[Query, ...] | None:
        """Return the question with every combination of facts that its norms name."""
        atoms: dict[str, list[Atom]] = {}
        for item in self._world.docket(query).involved:
            for atom in open_atoms(item.when, {}):
                if not atom.name.startswith("norm:"):
                    atoms.setdefault(atom.name, []).append(atom)
        names = sorted(atoms)
        values = [
            representatives(atoms[name], self._world.domains.get(name, _OPEN)) for name in names
        ]
        if prod(len(found) for found in values) > MOST_SITUATIONS:
            return None
        rows = (dict(zip(names, row, strict=True)) for row in product(*values))
        return tuple(_with(query, cast("Mapping[str, Constant]", row)) for row in rows)

    def _stretches(self, query: Query) -> tuple[_Stretch, ...]:
        docket = self._world.docket(query)
        days = sorted({day for found in docket.events.values() for day in found})
        found = []
        for start, end in pairwise([*days, None]):
            if start is None:
                continue
            self._asked += 1
            here = replace(query, events=dict.fromkeys(docket.events, start))
            found.append(_Stretch(start, end, resolve(self._world, here)))
        return tuple(found)

    def _between(self, query: Query, stretches: Sequence[_Stretch]) -> Iterator[Hole]:
        """Yield the gaps after one answer and before another."""
        answered = [
            number
            for number, stretch in enumerate(stretches)
            if not isinstance(stretch.resolution, Gap)
        ]
        for before, after in pairwise(answered):
            start, end = stretches[before].end, stretches[after].start
            if after - before == 1 or start is None or end <= cast("date", self._horizon.start):
                continue
            yield Hole(
                Side.TIME,
                _on(query, start),
                Validity(start, end),
                _cites(stretches[before].resolution),
                _cites(stretches[after].resolution),
            )

    def _beside(self, lines: Sequence[tuple[Query, Sequence[_Stretch]]]) -> Iterator[Hole]:
        """Yield situations without an answer where others of the same subject have one."""
        cuts = {stretch.start for _, stretches in lines for stretch in stretches}
        starts = sorted({cast("date", self._horizon.start), *cuts})
        for start, end in pairwise([*starts, None]):
            period = None if start is None else Validity(start, end).intersect(self._horizon)
            if period is None or period.start is None:
                continue
            here = [(query, _at(stretches, period.start)) for query, stretches in lines]
            beside = [key for _, found in here for key in _cites(found)]
            for query, found in here:
                if beside and isinstance(found, Gap):
                    cites = tuple(sorted(set(beside)))
                    yield Hole(Side.DOMAIN, _on(query, period.start), period, cites)


def _subjects(candidates: Iterable[Candidate]) -> Iterator[Query]:
    """Yield one question for each subject and place that a norm sets an amount for."""
    seen: dict[tuple[str, ...], Query] = {}
    for item in candidates:
        subject = item.norm.subject
        if item.form not in _SETTING or subject is None or item.norm.delegation is not None:
            continue
        lists = (subject.procedures, subject.sectors, subject.charges)
        for procedure, sector, charge in product(*(names or (None,) for names in lists)):
            query = Query(
                item.norm.attribute,
                procedure=procedure,
                sector=sector,
                charge=charge,
                territory=item.territory,
            )
            if subject.reaches(procedure, sector, charge):
                seen[_order(query)] = query
    yield from (seen[order] for order in sorted(seen))


def _grouped(holes: Iterable[Hole]) -> tuple[Hole, ...]:
    """Return holes with one cause as one; neighbouring stretches of days are joined."""
    found: dict[tuple[object, ...], Hole] = {}
    for hole in holes:
        key: tuple[object, ...] = (hole.side, hole.query.attribute, hole.beside, hole.after)
        if hole.side is Side.TIME:
            key = (*key, hole.period)
        first = found.get(key)
        if first is None:
            found[key] = hole
            continue
        period = _joined(first.period, hole.period)
        found[key] = replace(first, period=period, questions=first.questions + 1)
    return tuple(found.values())


def _joined(one: Validity, other: Validity) -> Validity:
    starts = [day for day in (one.start, other.start) if day is not None]
    ends = [day for day in (one.end, other.end) if day is not None]
    return Validity(min(starts), max(ends) if len(ends) == 2 else None)


def _with(query: Query, facts: Mapping[str, Constant]) -> Query:
    given = dict(facts)
    case, channel = given.pop("case", None), given.pop("channel", None)
    return replace(
        query,
        case=None if case is None else str(case),
        channel=None if channel is None else str(channel),
        facts=given,
    )


def _order(query: Query) -> tuple[str, ...]:
    parts = (query.attribute, query.procedure, query.sector, query.charge, query.territory)
    return tuple(part or "" for part in parts)


def _on(query: Query, day: date) -> Query:
    return replace(query, events={"reception": day})


def _at(stretches: Sequence[_Stretch], day: date) -> Resolution | None:
    for stretch in stretches:
        if stretch.start <= day and (stretch.end is None or day < stretch.end):
            return stretch.resolution
    return None


def _cites(resolution: Resolution | None) -> tuple[Key, ...]:
    return resolution.cites if isinstance(resolution, Answer) else ()


def horizon_end(day: date, days: int) -> date:
    """Return the first day after a horizon of `days`, today counted as day 0."""
    return day + timedelta(days=days + 1)
