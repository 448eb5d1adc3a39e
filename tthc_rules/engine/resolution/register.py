"""The register as it was known on a day: visible texts and what they do to each other.

A repeal, suspension or keeping works only if its text was in force on the day it begins,
stands above its target or is by the same body, and speaks for the target's territory.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from tthc_rules.engine.resolution.candidate import Candidate
from tthc_rules.model.law import Bases, Instrument, Key, Relation, RelationKind, Subject

if TYPE_CHECKING:
    from tthc_rules.engine.resolution.world import World

DayOf: TypeAlias = "Callable[[Instrument], date | None]"
"""The day on which a text is tested; None: the event it applies by did not happen."""

ENDING = frozenset({RelationKind.REPLACES, RelationKind.REPEALS})
ACTING = ENDING | {RelationKind.SUSPENDS, RelationKind.KEEPS}


@dataclass(frozen=True, slots=True, eq=False)
class Act:
    """A relation that begins to work on `start` (hành vi pháp lý của văn bản).

    `competent` is False where the text may not do it: it has no effect and is a fault.
    """

    kind: RelationKind
    source: Instrument
    target: Key
    norms: frozenset[Key] | None
    start: date
    until: date | None
    under: Key | None
    competent: bool

    def covers(self, norm: Key) -> bool:
        """Return whether the act reaches a norm of its target."""
        return self.norms is None or norm in self.norms

    def runs_on(self, day: date | None) -> bool:
        """Return whether `day` lies in the days of the act; None is an event that never was."""
        return day is not None and self.start <= day and (self.until is None or day < self.until)


class Register:
    """Visible texts, their acts, and which norms reach a subject (sổ văn bản).

    Args:
        world: Everything.
        known_on: Texts recorded later are invisible; None shows all.
        assumed: Texts of unknown force that are taken to be in force.
    """

    def __init__(self, world: World, known_on: date | None, assumed: frozenset[Key]) -> None:
        self.world = world
        self.known_on = known_on
        self.assumed = assumed
        self._relations: dict[Key, list[tuple[Instrument, Relation]]] = {}
        for text in world.texts.values():
            if self.is_visible(text):
                for relation in text.relations:
                    if relation.kind in ACTING:
                        self._relations.setdefault(relation.target, []).append((text, relation))
        self._acts: dict[Key, tuple[Act, ...]] = {}
        self._named: dict[Key, frozenset[Key]] = {}

    def is_visible(self, text: Instrument) -> bool:
        """Return whether a text was recorded on the day of knowledge."""
        recorded = text.recorded or text.promulgated
        return self.known_on is None or recorded is None or recorded <= self.known_on

    def get(self, norm: Key | None) -> Candidate | None:
        """Return a visible norm, or None."""
        found = self.world.candidates.get(norm) if norm is not None else None
        return found if found is not None and self.is_visible(found.text) else None

    def acts_on(self, text: Key) -> tuple[Act, ...]:
        """Return the acts of visible texts on a text, those without competence included."""
        acts = self._acts.get(text)
        if acts is None:
            made = (self._act(source, rel, ()) for source, rel in self.relations_to(text))
            acts = self._acts[text] = tuple(act for act in made if act is not None)
        return acts

    def relations_to(self, text: Key) -> list[tuple[Instrument, Relation]]:
        """Return the relations of visible texts that name a text."""
        return self._relations.get(text, [])

    def in_force(self, text: Instrument, day_of: DayOf, stack: tuple[Relation, ...] = ()) -> bool:
        """Return whether a text as a whole is in force.

        Texts that repeal each other from one day do nothing to each other: a relation that
        hangs on itself does not work.

        Args:
            text: The text.
            day_of: The day on which a text, and what it does to others, is tested.
            stack: The relations on which the question hangs.
        """
        day = day_of(text)
        if text.force is None:
            return text.key in self.assumed
        if day is None or not text.force.covers(day):
            return False
        return not any(
            self._stops(source, relation, text, day_of, stack)
            for source, relation in self.relations_to(text.key)
        )

    def _stops(
        self,
        source: Instrument,
        relation: Relation,
        text: Instrument,
        day_of: DayOf,
        stack: tuple[Relation, ...],
    ) -> bool:
        if relation in stack or relation.norms is not None or text.key != relation.target:
            return False
        if relation.kind is RelationKind.KEEPS:
            return False
        act = self._act(source, relation, stack)
        if act is None or not act.competent or not act.runs_on(day_of(source)):
            return False
        lasting = relation.kind in ENDING
        return lasting or self.in_force(source, day_of, (*stack, relation))

    def _act(
        self, source: Instrument, relation: Relation, stack: tuple[Relation, ...]
    ) -> Act | None:
        """Return the act a relation is, or None where its text was not in force to do it."""
        target = self.world.texts.get(relation.target)
        first = source.force.start if source.force is not None else None
        start = relation.start or first or source.promulgated or date.min
        if target is None or not self.in_force(source, lambda _: start, (*stack, relation)):
            return None
        until = None if relation.kind in ENDING else relation.until
        return Act(
            relation.kind,
            source,
            target.key,
            None if relation.norms is None else frozenset(relation.norms),
            start,
            until,
            relation.under,
            self._may(source, target, start),
        )

    def _may(self, source: Instrument, target: Instrument, day: date) -> bool:
        world = self.world
        own, other = world.rank(source), world.rank(target)
        if own is None:
            return False
        body = world.issuers[source.issuer]
        same = source.issuer == target.issuer or target.issuer in world.predecessors[body.id]
        higher = other is None or own.rank > other.rank
        equal = other is not None and own.rank == other.rank
        if not (higher or (same and equal)):
            return False
        return world.territories.contains(body.territory, target.territory, day)

    def reaches(
        self,
        item: Candidate,
        procedure: str | None,
        sector: str | None,
        charge: str | None,
    ) -> bool:
        """Return whether a norm's subject holds what is asked."""
        return any(subject.reaches(procedure, sector, charge) for subject in self._subjects(item))

    def _subjects(self, item: Candidate) -> Iterable[Subject]:
        if item.norm.subject is not None:
            return (item.norm.subject,)
        named = (self.world.candidates.get(key) for key in self.named(item))
        return [
            base.norm.subject
            for base in named
            if base is not None and base.norm.subject is not None
        ]

    def named(self, item: Candidate) -> frozenset[Key]:
        """Return the norms on the same attribute that a modifier names by `of`."""
        known = self._named.get(item.key)
        if known is None:
            known = self._named[item.key] = self._find_named(item)
        return known

    def _find_named(self, item: Candidate) -> frozenset[Key]:
        of = item.norm.of or Bases()
        found = set(of.norms)
        texts = set(of.instruments)
        if item.norm.follows_replacement:
            texts |= self._replacing(texts, found)
        for name in texts:
            text = self.world.texts.get(name)
            for norm in text.norms if text is not None else ():
                if norm.attribute == item.norm.attribute:
                    found.add(norm.key)
        found.discard(item.key)
        return frozenset(found)

    def _replacing(self, texts: set[Key], norms: set[Key]) -> set[Key]:
        """Return the texts that replace the named ones, or those that replaced these."""
        followed: set[Key] = set()
        open_: list[tuple[Key, Key | None]] = [(text, None) for text in texts]
        for norm in norms:
            known = self.world.candidates.get(norm)
            if known is not None:
                open_.append((known.text.key, norm))
        while open_:
            text, norm_key = open_.pop()
            for act in self.acts_on(text):
                if act.kind is not RelationKind.REPLACES or not act.competent:
                    continue
                reached = norm_key is None or act.covers(norm_key)
                if reached and act.source.key not in followed | texts:
                    followed.add(act.source.key)
                    open_.append((act.source.key, None))
        return followed
