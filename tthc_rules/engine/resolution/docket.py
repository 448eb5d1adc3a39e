"""Everything in the register that one subject in one place can ask for (hồ sơ quy phạm).

A docket is found once for all subjects that reach the same in one place; the answers
it gave are kept under what can change them: for every event the stretch between two dates
that matter, and the facts that conditions name.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from tthc_rules.engine.resolution.candidate import Candidate
from tthc_rules.engine.resolution.outcome import Considered, Resolution, SetAside, Status
from tthc_rules.engine.resolution.register import Register
from tthc_rules.engine.resolution.scene import Possibility, Scene
from tthc_rules.model.conditions import All, Always, AnyOf, Compare, Condition, In, Not
from tthc_rules.model.law import Instrument, Key, PublicationEvidence, Query

if TYPE_CHECKING:
    from tthc_rules.engine.resolution.world import Unreadable

MOST_KEPT = 65_536
"""Answers kept for one docket (quy ước kỹ thuật)."""


class Reach(NamedTuple):
    """What a question can reach in its place (phạm vi của câu hỏi).

    Procedure, sector and charge matter only by what they reach: questions that reach the same
    share one docket.
    """

    register: Register
    attribute: str
    territory: str
    norms: tuple[Candidate, ...]
    publications: tuple[PublicationEvidence, ...]
    unreadable: tuple[Unreadable, ...]

    @classmethod
    def of(cls, register: Register, query: Query) -> Reach:
        """Return what a query reaches in a register."""
        world = register.world
        subject = (query.procedure, query.sector, query.charge)
        return cls(
            register,
            query.attribute,
            query.territory,
            tuple(
                item
                for item in world.index.near(query.attribute, *subject)
                if register.reaches(item, *subject)
            ),
            tuple(
                item
                for item in world.published.get((query.attribute, query.procedure), ())
                if item.charge in (None, query.charge)
            ),
            tuple(
                item
                for item in world.unreadable
                if item.attribute in (None, query.attribute)
                and (item.subject is None or item.subject.reaches(*subject))
            ),
        )


class Docket:
    """The norms, dates and names that one subject in one place can ask for (hồ sơ).

    Attributes:
        visible: The visible norms on the attribute and subject.
        asked: Those whose territory is above the place, or inside it, on some day.
        elsewhere: The rest, set aside once for all days.
        unseen: Norms on both that were recorded later.
        events: Each event that can matter, with the days on which something changes by it.
        names: The names that conditions and publications ask for.
    """

    def __init__(self, reach: Reach) -> None:
        self.register = register = reach.register
        self.territory = reach.territory
        self.policy = register.world.policy(reach.attribute)
        self.publications = reach.publications
        self.unreadable = reach.unreadable
        visible = [item for item in reach.norms if register.is_visible(item.text)]
        self.asked = frozenset(item for item in visible if self._may_be_here(item))
        self.elsewhere = tuple(
            SetAside(item.key, Status.NO_NORM if item.rank is None else Status.OTHER_TERRITORY)
            for item in visible
            if item not in self.asked
        )
        self.visible = tuple(visible)
        self.unseen = tuple(
            sorted(item.key for item in reach.norms if not register.is_visible(item.text))
        )
        self.answers: dict[tuple[object, ...], Resolution] = {}
        self.considered: dict[tuple[object, ...], Considered] = {}
        self.involved = self._involved()
        self.texts = self._texts()
        self.events = self._events()
        self.names = tuple(
            sorted(
                {name for item in self.involved for name in names_in(item.when)}
                | {"channel" for item in self.publications if item.channel is not None}
                | {"case" for item in self.publications if item.case is not None}
            )
        )

    def _may_be_here(self, item: Candidate) -> bool:
        tree = self.register.world.territories
        place = self.territory
        return item.territory in tree.ever_above(place) or place in tree.ever_above(item.territory)

    def _involved(self) -> frozenset[Candidate]:
        """Return the norms asked for, with every norm they hang on."""
        found: set[Candidate] = set()
        open_ = list(self.asked)
        while open_:
            item = open_.pop()
            if item in found:
                continue
            found.add(item)
            open_ += self._hangs_on(item)
        return frozenset(found)

    def _hangs_on(self, item: Candidate) -> Iterator[Candidate]:
        keys: list[Key | None] = [item.norm.fills, *item.norm.exception_to]
        keys += self.register.named(item) if item.norm.of is not None else ()
        keys += [rel.under for _, rel in self.register.relations_to(item.text.key)]
        for key in keys:
            found = self.register.get(key)
            if found is not None:
                yield found

    def _texts(self) -> tuple[Instrument, ...]:
        """Return the texts of the norms involved, and those whose acts bear on them."""
        found: dict[Key, Instrument] = {}
        open_ = [item.text for item in self.involved]
        while open_:
            text = open_.pop()
            if text.key not in found:
                found[text.key] = text
                open_ += [source for source, _ in self.register.relations_to(text.key)]
        return tuple(found.values())

    def _events(self) -> Mapping[str, tuple[date, ...]]:
        """Return for every event the days on which something changes by it."""
        default = self.policy.applies_by
        days: dict[str, set[date]] = {event: set() for event in default}
        for events, found in self._changes():
            for event in events or default:
                days.setdefault(event, set()).update(day for day in found if day is not None)
        return {event: tuple(sorted(found)) for event, found in sorted(days.items())}

    def _changes(self) -> Iterator[tuple[tuple[str, ...] | None, Iterable[date | None]]]:
        """Yield days with the events they are tested on; None: those of the attribute."""
        yield None, self.register.world.territories.changes_of(self._territories())
        for item in self.involved:
            given = item.norm.delegation
            yield item.applies_by, (item.starts, item.ends, given.by if given else None)
        acting = {text.applies_by for text in self.texts}
        acting |= {item.applies_by for item in self.involved if item.norm.of is not None}
        days = [day for text in self.texts for day in _days_of(text)]
        for events in acting:
            yield events, days
        for evidence in self.publications:
            yield None, (evidence.validity.start, evidence.validity.end)

    def _territories(self) -> frozenset[str]:
        """Return every territory that a path from here, or a competence, can lead through."""
        tree = self.register.world.territories
        named = {self.territory}
        for item in self.involved:
            named |= {item.territory, item.issuer.territory}
        named |= {item.territory for item in self.publications if item.territory is not None}
        return frozenset().union(*(tree.ever_above(name) for name in named))

    def key(self, query: Query) -> tuple[object, ...]:
        """Return what of a query can change the answer of this docket."""
        events, facts = query.events, query.facts
        parts: list[object] = []
        for event, days in self.events.items():
            day = events.get(event)
            parts.append(bisect_right(days, day) if day is not None else event in events)
        for name in self.names:
            if name == "channel":
                parts.append(query.channel)
            elif name == "case":
                parts.append(query.case)
            else:
                value = facts.get(name)
                parts.append((value.__class__, value))
        return tuple(parts)

    def keep(self, key: tuple[object, ...], found: Resolution) -> Resolution:
        """Keep an answer under what can change it; a full store is emptied."""
        if len(self.answers) >= MOST_KEPT:
            self.answers.clear()
            self.considered.clear()
        self.answers[key] = found
        return found

    def scene(self, possibility: Possibility) -> Scene:
        """Return one possibility put to the register."""
        register = self.register
        if possibility.assumed != register.assumed:
            register = register.world.register(register.known_on, possibility.assumed)
        return Scene(register, self.policy, self.asked, possibility)


def names_in(condition: Condition) -> Iterator[str]:
    """Yield every name that a condition compares."""
    match condition:
        case Compare(name) | In(name):
            yield name
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from names_in(part)
        case Not(part):
            yield from names_in(part)
        case Always():
            return


def _days_of(text: Instrument) -> Iterator[date | None]:
    if text.force is not None:
        yield from (text.force.start, text.force.end)
    if text.force is None or text.force.start is None:
        yield text.promulgated
    for relation in text.relations:
        yield from (relation.start, relation.until)
