"""What is not known and could change the outcome, exactly (dữ kiện còn thiếu), rule 5.

Every unknown is an axis with the values that can matter. A name is missing if and only if
two of its values, all else equal, give different outcomes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise, product
from math import prod

from tthc_rules.engine.resolution.amounts import Amount
from tthc_rules.engine.resolution.candidate import Candidate
from tthc_rules.engine.resolution.conditions import Atom, FactValue, open_atoms, representatives
from tthc_rules.engine.resolution.docket import Docket
from tthc_rules.engine.resolution.evaluate import Outcome, evaluate
from tthc_rules.engine.resolution.scene import Possibility, Scene
from tthc_rules.model.law import FactDomain, Key, Measure, Query

MOST_POSSIBILITIES = 256
"""Combinations of facts and places that are examined (quy ước kỹ thuật)."""

MOST_EVALUATIONS = 2048
"""The same with unknown events, and with amounts and forces that were not seen."""

OPEN_DOMAIN = FactDomain()
_ONE_DAY = timedelta(days=1)
_LEVELS = 3
_ENDS: Mapping[Measure, tuple[int, ...]] = {
    measure: (0, 1) if measure in (Measure.RATE, Measure.SHARE) else (0,) for measure in Measure
}
"""Amounts at which a rate or a sum does something special."""


@dataclass(frozen=True, slots=True)
class Axis:
    """One unknown with the values that can matter (ẩn số)."""

    name: str
    kind: str
    key: str
    values: tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Explored:
    """The outcomes of all possibilities (các khả năng).

    Attributes:
        axes: The unknowns; empty when everything is known.
        outcomes: By the indexes of the values on the axes; a possibility that cannot be
            (a place that is not inside the one asked for) is left out.
        telling: The indexes of those in which no assumed amount happens to equal another:
            what is cited and out of order is read from these, a coincidence is no evidence.
        too_many: Nothing was examined, there would be too much.
    """

    axes: tuple[Axis, ...]
    outcomes: Mapping[tuple[int, ...], Outcome]
    possibilities: Mapping[tuple[int, ...], Possibility]
    telling: frozenset[tuple[int, ...]] = frozenset()
    too_many: bool = False

    def missing(self) -> tuple[str, ...]:
        """Return the names of which two values give different outcomes, all else equal."""
        names = set()
        for position, axis in enumerate(self.axes):
            seen: dict[tuple[int, ...], tuple[object, ...]] = {}
            for index, outcome in self.outcomes.items():
                rest = (*index[:position], *index[position + 1 :])
                if seen.setdefault(rest, outcome.decides()) != outcome.decides():
                    names.add(axis.name)
                    break
        return tuple(sorted(names))


def explore(docket: Docket, query: Query) -> Explored:
    """Return the outcomes of everything that a query leaves open."""
    axes = _axes(docket, query)
    exact = [axis for axis in axes if axis.kind in ("fact", "place")]
    if (
        prod(len(axis.values) for axis in exact) > MOST_POSSIBILITIES
        or prod(len(axis.values) for axis in axes) > MOST_EVALUATIONS
    ):
        return Explored(axes, {}, {}, too_many=True)
    known = _known_amounts(docket.involved)
    outcomes: dict[tuple[int, ...], Outcome] = {}
    possibilities: dict[tuple[int, ...], Possibility] = {}
    for index in product(*(range(len(axis.values)) for axis in axes)):
        chosen = [(axis, axis.values[i]) for axis, i in zip(axes, index, strict=True)]
        possibility = _possibility(query, chosen)
        scene = docket.scene(possibility)
        if possibility.place != query.territory and query.territory not in scene.path:
            continue
        outcomes[index] = evaluate(scene, docket.publications)
        possibilities[index] = possibility
    telling = {index for index, one in possibilities.items() if _is_telling(one, known)}
    return Explored(axes, outcomes, possibilities, frozenset(telling or possibilities))


def _is_telling(possibility: Possibility, known: Mapping[Measure, set[Fraction | int]]) -> bool:
    assumed = list(possibility.amounts.values())
    return len(set(assumed)) == len(assumed) and not any(
        amount.number in known.get(amount.measure, ()) or amount.number in _ENDS[amount.measure]
        for amount in assumed
    )


def known_facts(query: Query) -> dict[str, FactValue]:
    """Return the facts a query gives, with channel and case among them."""
    facts: dict[str, FactValue] = {
        name: value for name, value in query.facts.items() if value is not None
    }
    if query.channel is not None:
        facts["channel"] = query.channel
    if query.case is not None:
        facts["case"] = query.case
    return facts


def _possibility(query: Query, chosen: Iterable[tuple[Axis, object]]) -> Possibility:
    place = query.territory
    days = dict(query.events)
    facts = known_facts(query)
    amounts: dict[Key, Amount] = {}
    assumed: set[Key] = set()
    for axis, value in chosen:
        match axis.kind, value:
            case "event", date() as day:
                days[axis.key] = day
            case "place", str() as name:
                place = name
            case "amount", Amount() as amount:
                amounts[axis.key] = amount
            case "force", True:
                assumed.add(axis.key)
            case "fact", (str() | int() | Fraction()) as fact:
                facts[axis.key] = fact
            case "fact", _:
                facts[axis.key] = value  # type: ignore[assignment]
    return Possibility(place, days, facts, amounts, frozenset(assumed))


# The axes --------------------------------------------------------------------------------


def _axes(docket: Docket, query: Query) -> tuple[Axis, ...]:
    days = [*_event_axes(docket, query), *_force_axes(docket)]
    scenes = list(_scenes(docket, query, days))
    alive = [item for item in docket.asked if any(_is_alive(item, s, query) for s in scenes)]
    return (
        *days,
        *_place_axis(query, scenes, alive),
        *_fact_axes(docket, query, scenes, alive),
        *_amount_axes(docket, scenes, alive),
    )


def _event_axes(docket: Docket, query: Query) -> Iterator[Axis]:
    for event, days in docket.events.items():
        if event not in query.events:
            first = days[0] if days else date(2000, 1, 1)
            values = (first - _ONE_DAY, *days)
            yield Axis(f"event.{event}", "event", event, values)


def _force_axes(docket: Docket) -> Iterator[Axis]:
    world = docket.register.world
    names = {world.force_name(text.key): text.key for text in docket.texts if text.force is None}
    for name, key in sorted(names.items()):
        yield Axis(name, "force", key, (True, False))


def _scenes(docket: Docket, query: Query, axes: Sequence[Axis]) -> Iterator[Scene]:
    """Yield one scene for each combination of days and forces, the facts left open."""
    count = prod(len(axis.values) for axis in axes)
    if count > MOST_EVALUATIONS:
        return
    for values in product(*(axis.values for axis in axes)):
        yield docket.scene(_possibility(query, zip(axes, values, strict=True)))


def _is_alive(item: Candidate, scene: Scene, query: Query) -> bool:
    """Return whether a norm can come to its condition somewhere in the place asked for."""
    if item.rank is None or scene.today is None or scene.time(item) is not None:
        return False
    return item.territory in scene.path or _is_finer(item.territory, scene, query)


def _is_finer(territory: str, scene: Scene, query: Query) -> bool:
    tree = scene.world.territories
    return (
        scene.today is not None
        and territory != query.territory
        and tree.contains(query.territory, territory, scene.today)
    )


def _place_axis(
    query: Query, scenes: Sequence[Scene], alive: Sequence[Candidate]
) -> Iterator[Axis]:
    finer = {
        link.territory
        for scene in scenes
        for item in alive
        for link in scene.chain(item)
        if _is_finer(link.territory, scene, query)
    }
    if finer:
        values = (query.territory, *sorted(finer))
        yield Axis("territory", "place", query.territory, values)


def _fact_axes(
    docket: Docket, query: Query, scenes: Sequence[Scene], alive: Sequence[Candidate]
) -> Iterator[Axis]:
    facts = known_facts(query)
    links = {link for scene in scenes for item in alive for link in scene.chain(item)}
    atoms: dict[str, list[Atom]] = {}
    for link in links:
        for atom in open_atoms(link.when, facts):
            atoms.setdefault(atom.name, []).append(atom)
    domains = docket.register.world.domains
    for name, found in sorted(atoms.items()):
        domain = domains.get(name, OPEN_DOMAIN)
        values: tuple[object, ...] = representatives(found, domain)
        if name in ("channel", "case") and domain.values is not None:
            values = domain.values
        yield Axis(name, "fact", name, values)


def _amount_axes(
    docket: Docket, scenes: Sequence[Scene], alive: Sequence[Candidate]
) -> Iterator[Axis]:
    links = {link for scene in scenes for item in alive for link in scene.chain(item)}
    known = _known_amounts(docket.involved)
    for link in sorted(links, key=lambda item: item.key):
        if link.unseen is not None:
            values = tuple(_amounts_around(link.unseen.measure, known))
            yield Axis(f"norm:{link.key}.value", "amount", link.key, values)


def _known_amounts(items: Iterable[Candidate]) -> dict[Measure, set[Fraction | int]]:
    found: dict[Measure, set[Fraction | int]] = {}
    for item in items:
        slot = item.slot
        several = () if slot is None else (slot.least, slot.most, slot.default)
        choices = slot.choices if slot is not None and slot.choices is not None else ()
        for amount in (item.amount, *several, *choices):
            if amount is not None:
                found.setdefault(amount.measure, set()).add(amount.number)
    return found


def _amounts_around(
    measure: Measure, known: Mapping[Measure, set[Fraction | int]]
) -> Iterator[Amount]:
    """Yield amounts below, at and above every known one; for levels and rates their range."""
    if measure is Measure.LEVEL:
        numbers: Iterable[Fraction | int] = range(_LEVELS)
    elif measure in (Measure.RATE, Measure.SHARE):
        inner = {number for number in known.get(measure, ()) if 0 < number < 1}
        numbers = sorted({0, 1, *(inner or {Fraction(1, 2)})})
    else:
        whole = measure in (Measure.MONEY, Measure.COUNT, Measure.MONTH)
        numbers = _cut(sorted(known.get(measure, ())), whole=whole)
    for number in numbers:
        yield Amount(measure, number)


def _cut(known: Sequence[Fraction | int], *, whole: bool) -> list[Fraction | int]:
    """Return numbers that are each known one, below the least, between two, above the most."""
    if not known:
        return [0, 1]
    step = 1 if whole else Fraction(1, 2)
    between = {number + step for number, following in pairwise(known) if number + step < following}
    return sorted({0, max(known[0] - step, 0), *known, *between, known[-1] + 1})
