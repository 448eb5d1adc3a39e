"""The answer to one question (trả lời câu hỏi pháp lý)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from tthc_rules.engine.resolution.amounts import Amount, value_of
from tthc_rules.engine.resolution.candidate import Candidate
from tthc_rules.engine.resolution.conditions import truth
from tthc_rules.engine.resolution.docket import Docket
from tthc_rules.engine.resolution.evaluate import Kind, Outcome
from tthc_rules.engine.resolution.outcome import (
    Answer,
    Cause,
    Conflict,
    Gap,
    Irregularity,
    MissingFacts,
    Resolution,
    SetAside,
    Status,
    Support,
)
from tthc_rules.engine.resolution.unknowns import Explored, explore, known_facts
from tthc_rules.engine.resolution.world import World
from tthc_rules.model.law import Key, LegalValue, Query

_ORDER = {status: place for place, status in enumerate(Status)}


def resolve(world: World, query: Query) -> Resolution:
    """Return what the law gives, or why it gives nothing yet.

    Answers are kept under everything that can change them, so a question that differs only
    in what cannot is answered at once.
    """
    docket = world.docket(query)
    key = docket.key(query)
    found = docket.answers.get(key)
    if found is None:
        found = docket.keep(key, _resolve(docket, query))
    return found


def _resolve(docket: Docket, query: Query) -> Resolution:
    events = docket.policy.applies_by
    if all(event in query.events and query.events[event] is None for event in events):
        names = tuple(sorted(f"event.{event}" for event in events))
        return _unexamined(docket, names, Cause.OPEN)
    unreadable = _unreadable(docket, query)
    if unreadable:
        return _unexamined(docket, unreadable, Cause.UNREADABLE)
    explored = explore(docket, query)
    if explored.too_many:
        names = tuple(sorted({axis.name for axis in explored.axes}))
        return _unexamined(docket, names, Cause.TOO_MANY)
    outcomes = list(explored.outcomes.values())
    doubts = {pair for outcome in outcomes for pair in outcome.doubts}
    missing = explored.missing()
    if missing:
        return MissingFacts(missing, open_norms=_open(docket, outcomes), unseen=docket.unseen)
    if doubts:
        pairs = tuple((value_of(one), value_of(two)) for one, two in sorted(doubts, key=str))
        return MissingFacts(
            (), Cause.ORDER, pairs, open_norms=_open(docket, outcomes), unseen=docket.unseen
        )
    return _together(docket, query, explored)


def _unexamined(docket: Docket, names: tuple[str, ...], cause: Cause) -> MissingFacts:
    """Return what is missing before anything can be examined; every norm stays open."""
    norms = [(item.key, ("open",)) for item in docket.asked]
    norms += [(aside.norm, (aside.status.value,)) for aside in docket.elsewhere]
    return MissingFacts(names, cause, open_norms=tuple(sorted(norms)), unseen=docket.unseen)


def _unreadable(docket: Docket, query: Query) -> tuple[str, ...]:
    """Return what could not be read and surely speaks of what is asked, in this place."""
    days = [day for day in query.events.values() if day is not None]
    return tuple(
        sorted(
            {
                f"{item.name}.{item.reason}"
                for item in docket.unreadable
                if item.subject is not None and _may_hold(docket, item.territory, query, days)
            }
        )
    )


def _may_hold(docket: Docket, territory: str | None, query: Query, days: list[date]) -> bool:
    tree = docket.register.world.territories
    if territory is None or not days:
        return True
    return any(
        tree.contains(territory, query.territory, day)
        or tree.contains(query.territory, territory, day)
        for day in days
    )


def _open(docket: Docket, outcomes: Sequence[Outcome]) -> tuple[tuple[Key, tuple[str, ...]], ...]:
    """Return every norm considered with all it is in some possibility; `cited` among them."""
    found = []
    for item in docket.asked:
        seen = {
            outcome.set_aside[item.key].status.value if item.key in outcome.set_aside else "cited"
            for outcome in outcomes
        }
        found.append((item.key, tuple(sorted(seen))))
    found += [(aside.norm, (aside.status.value,)) for aside in docket.elsewhere]
    return tuple(sorted(found))


def _together(docket: Docket, query: Query, explored: Explored) -> Resolution:
    """Return the one outcome of all possibilities: cited in some, irregular in all."""
    outcomes = [explored.outcomes[index] for index in sorted(explored.telling)]
    first = outcomes[0]
    cites = _union(outcome.cites for outcome in outcomes)
    parties = _union(outcome.parties for outcome in outcomes)
    supporting = _union(outcome.support[1] for outcome in outcomes if outcome.support is not None)
    set_aside = _set_aside(docket, query, explored, cites | parties | supporting)
    irregularities = _in_all(outcomes)
    unseen = () if all(map(_is_nowhere, outcomes)) else docket.unseen
    match first.kind:
        case Kind.GAP:
            return Gap(set_aside, irregularities, _keys(cites), unseen)
        case Kind.CONFLICT:
            values = _values(_amounts_seen(explored))
            return Conflict(_keys(parties), values, set_aside, irregularities, _keys(cites), unseen)
        case Kind.ANSWER:
            (value,) = _values(first.amounts)
            support = None
            if first.support is not None:
                support = Support(value_of(first.support[0]), _keys(supporting))
            return Answer(value, _keys(cites), set_aside, irregularities, support, unseen)


def _amounts_seen(explored: Explored) -> frozenset[Amount]:
    """Return the amounts in conflict, without those that were only assumed."""
    several = [outcome.amounts for outcome in explored.outcomes.values()]
    if any(axis.kind == "amount" for axis in explored.axes):
        return frozenset.intersection(*several)
    return frozenset(amount for amounts in several for amount in amounts)


def _is_nowhere(outcome: Outcome) -> bool:
    return any(item.fault.value == "territory_not_in_force" for item in outcome.irregularities)


def _set_aside(
    docket: Docket, query: Query, explored: Explored, used: Collection[Key]
) -> tuple[SetAside, ...]:
    nowhere = all(_is_nowhere(outcome) for outcome in explored.outcomes.values())
    found: list[SetAside] = [] if nowhere else list(docket.elsewhere)
    for item in docket.asked:
        if item.key not in used:
            found += _one_status(docket, query, explored, item)
    return tuple(sorted(found, key=lambda aside: aside.norm))


def _one_status(
    docket: Docket, query: Query, explored: Explored, item: Candidate
) -> Iterator[SetAside]:
    """Yield the status of a norm that is set aside in every possibility.

    Where the statuses differ: seen from the place asked for; there `condition_unknown` if its
    own or its slot's condition is what is open, else the first in the order of the rules.
    """
    every = [
        outcome.set_aside[item.key]
        for index, outcome in explored.outcomes.items()
        if index in explored.telling and item.key in outcome.set_aside
    ]
    if len({aside.status for aside in every}) > 1:
        here = [
            outcome.set_aside[item.key]
            for index, outcome in explored.outcomes.items()
            if index in explored.telling
            and item.key in outcome.set_aside
            and explored.possibilities[index].place == query.territory
        ]
        every = here or every
    if not every:
        return
    statuses = {aside.status for aside in every}
    if len(statuses) > 1 and _is_open(docket, query, explored, item):
        yield SetAside(item.key, Status.CONDITION_UNKNOWN)
        return
    status = min(statuses, key=_ORDER.__getitem__)
    alike = [aside for aside in every if aside.status is status]
    days = sorted(aside.day for aside in alike if aside.day is not None)
    faults = sorted(
        {aside.fault for aside in alike if aside.fault is not None}, key=lambda fault: fault.value
    )
    yield SetAside(
        item.key,
        status,
        tuple(sorted({key for aside in alike for key in aside.by})),
        days[0] if days else None,
        faults[0] if faults else None,
    )


def _is_open(docket: Docket, query: Query, explored: Explored, item: Candidate) -> bool:
    facts = known_facts(query)
    return any(
        truth(link.when, facts) is None
        for possibility in explored.possibilities.values()
        for link in docket.scene(possibility).chain(item)
    )


def _in_all(outcomes: Sequence[Outcome]) -> tuple[Irregularity, ...]:
    common = frozenset.intersection(*(outcome.irregularities for outcome in outcomes))
    return tuple(sorted(common, key=Irregularity.sort_key))


def _union(sets: Iterable[frozenset[Key]]) -> frozenset[Key]:
    return frozenset(key for found in sets for key in found)


def _keys(keys: Iterable[Key]) -> tuple[Key, ...]:
    return tuple(sorted(keys))


def _values(amounts: Iterable[Amount]) -> tuple[LegalValue, ...]:
    ordered = sorted(amounts, key=lambda amount: (amount.measure.value, amount.number))
    return tuple(value_of(amount) for amount in ordered)
