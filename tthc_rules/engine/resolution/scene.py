"""One possibility with everything known, and which norms are there (khả năng, phạm vi).

Rules 1 to 4: the day of each text; rank, place, force and base in this order; the condition
of a norm and of the slots it hangs on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from tthc_rules.engine.resolution.amounts import Amount
from tthc_rules.engine.resolution.candidate import Candidate
from tthc_rules.engine.resolution.conditions import FactValue, truth
from tthc_rules.engine.resolution.outcome import Status
from tthc_rules.engine.resolution.register import ENDING, Act, Register
from tthc_rules.model.law import AttributePolicy, Instrument, Key, RelationKind

Standing = tuple[Status, tuple[Key, ...], date | None]
"""A status that sets a norm aside, what explains it, and the day that does."""


@dataclass(frozen=True, slots=True)
class Possibility:
    """Everything a question leaves open, decided one way (khả năng).

    Attributes:
        place: The territory asked for, or a finer one inside it.
        days: Day of every event; None: it did not happen.
        facts: `channel`, `case` and the facts.
        amounts: Assumed amounts of norms whose amount was not seen.
        assumed: Texts of unknown force taken to be in force.
    """

    place: str
    days: Mapping[str, date | None]
    facts: Mapping[str, FactValue]
    amounts: Mapping[Key, Amount]
    assumed: frozenset[Key] = frozenset()


class Scene:
    """One possibility put to the register; what was worked out is kept (bối cảnh).

    `asked` are the visible norms on the attribute and subject, `today` is the day of the
    attribute, `path` the territories above the place on that day.
    """

    def __init__(
        self,
        register: Register,
        policy: AttributePolicy,
        asked: frozenset[Candidate],
        possibility: Possibility,
    ) -> None:
        self.register = register
        self.world = register.world
        self.policy = policy
        self.asked = asked
        self.possibility = possibility
        self._days: dict[tuple[str, ...], date | None] = {}
        self._presence: dict[Candidate, Standing | None] = {}
        self._times: dict[Candidate, Standing | None] = {}
        self.today = self.day(policy.applies_by)
        self.path = (
            self.world.territories.path(possibility.place, self.today)
            if self.today is not None
            else ()
        )

    def day(self, events: tuple[str, ...] | None) -> date | None:
        """Return the earliest of the events that happened, None when none did."""
        names = events or self.policy.applies_by
        if names not in self._days:
            happened = [self.possibility.days.get(name) for name in names]
            known = [day for day in happened if day is not None]
            self._days[names] = min(known) if known else None
        return self._days[names]

    def amount(self, item: Candidate) -> Amount | None:
        """Return the amount of a norm, assumed where it was not seen."""
        return item.amount or self.possibility.amounts.get(item.key)

    # Force -------------------------------------------------------------------------------

    def time(self, item: Candidate) -> Standing | None:
        """Return why a norm is not in force on its day, None when it is."""
        if item not in self._times:
            self._times[item] = self._own_days(item) or self._acts_of_others(item)
        return self._times[item]

    def _own_days(self, item: Candidate) -> Standing | None:
        day = self.day(item.applies_by)
        unknown = not item.force_known and item.text.key not in self.register.assumed
        if day is None or unknown:
            return (Status.NOT_YET, (), item.starts)
        if item.starts is not None and day < item.starts:
            return (Status.NOT_YET, (), item.starts)
        if item.ends is not None and day >= item.ends:
            return (Status.ENDED, (), item.ends)
        return None

    def _acts_of_others(self, item: Candidate) -> Standing | None:
        acts = [
            act
            for act in self.register.acts_on(item.text.key)
            if act.competent and act.kind is not RelationKind.KEEPS and self.works(act, item)
        ]
        ending = [act for act in acts if act.kind in ENDING]
        if ending:
            first = min(act.start for act in ending)
            return (Status.ENDED, _sources(act for act in ending if act.start == first), first)
        if acts:
            return (Status.SUSPENDED, _sources(iter(acts)), max(act.start for act in acts))
        return None

    def works(self, act: Act, item: Candidate) -> bool:
        """Return whether an act reaches a norm on the day of the text that makes it.

        What suspends or keeps does so only while its text is in force; a repeal is final.
        """
        day = self.day(act.source.applies_by)
        if day is None or not act.covers(item.key) or not act.runs_on(day):
            return False
        return act.kind in ENDING or self.in_force(act.source)

    def in_force(self, text: Instrument) -> bool:
        """Return whether a text as a whole is in force, every text on the day of its own."""
        return self.register.in_force(text, lambda given: self.day(given.applies_by))

    # Slots -------------------------------------------------------------------------------

    def keeping(self, item: Candidate) -> Act | None:
        """Return the act that keeps a norm alive without its base, or None.

        Of several the latest that names a slot counts.
        """
        acts = [
            act
            for act in self.register.acts_on(item.text.key)
            if act.kind is RelationKind.KEEPS and act.competent and self.works(act, item)
        ]
        return max(acts, key=lambda act: (act.under is not None, act.start), default=None)

    def slot_key(self, item: Candidate) -> Key | None:
        """Return the slot a norm fills here: its own, or the one it was kept under."""
        if item.norm.fills is None:
            return None
        kept = self.keeping(item)
        return kept.under if kept is not None and kept.under is not None else item.norm.fills

    def slot(self, item: Candidate) -> Candidate | None:
        """Return the slot a norm fills, None where it fills none that is visible."""
        return self.register.get(self.slot_key(item))

    def chain(self, item: Candidate) -> Iterator[Candidate]:
        """Yield a norm, the slot it fills, the slot that one fills …, each once."""
        seen: set[Candidate] = set()
        here: Candidate | None = item
        while here is not None and here not in seen:
            seen.add(here)
            yield here
            here = self.slot(here)

    # Presence ----------------------------------------------------------------------------

    def presence(self, item: Candidate) -> Standing | None:
        """Return why a norm is not here on the day, None when it is (rule 3)."""
        if item not in self._presence:
            self._presence[item] = self._find_presence(item)
        return self._presence[item]

    def _find_presence(self, item: Candidate) -> Standing | None:
        if item.rank is None:
            return (Status.NO_NORM, (), None)
        if not self.is_in_place(item):
            return (Status.OTHER_TERRITORY, (), None)
        return self.time(item) or self._base(item, frozenset())

    def is_in_place(self, item: Candidate) -> bool:
        """Return whether the territories of a norm and of its slots lie above the place."""
        return all(link.territory in self.path for link in self.chain(item))

    def _base(self, item: Candidate, seen: frozenset[Candidate]) -> Standing | None:
        if item in seen:
            return None
        dead = self._dead_slot(item, seen | {item}) or self._dead_bases(item, seen | {item})
        return (Status.BASE_NOT_IN_FORCE, dead, None) if dead is not None else None

    def _dead_slot(self, item: Candidate, seen: frozenset[Candidate]) -> tuple[Key, ...] | None:
        key = self.slot_key(item)
        if key is None or key not in self.world.candidates:
            return None
        if self._is_alive(self.register.get(key), seen):
            return None
        kept = self.keeping(item)
        return (key,) if kept is None or kept.under is not None else None

    def _dead_bases(self, item: Candidate, seen: frozenset[Candidate]) -> tuple[Key, ...] | None:
        of = item.norm.of
        if of is None or self.keeping(item) is not None:
            return None
        named = self.register.named(item)
        if any(self._is_alive(self.register.get(key), seen) for key in named):
            return None
        if not named:
            texts = (self.world.texts.get(key) for key in of.instruments)
            if any(
                text is not None and self.register.is_visible(text) and self.in_force(text)
                for text in texts
            ):
                return None
        return tuple(sorted(named or of.instruments))

    def _is_alive(self, item: Candidate | None, seen: frozenset[Candidate]) -> bool:
        """Return whether a norm is visible and in force, and so are those it hangs on."""
        return item is not None and not self.time(item) and not self._base(item, seen)

    # Conditions --------------------------------------------------------------------------

    def is_met(self, item: Candidate) -> bool:
        """Return whether a norm's condition and those of its slots are met (rule 4)."""
        facts = self.possibility.facts
        return all(truth(link.when, facts) is True for link in self.chain(item))


def _sources(acts: Iterator[Act]) -> tuple[Key, ...]:
    return tuple(sorted({act.source.key for act in acts}))
