"""One possibility, from the norms that reach it to the outcome (đánh giá một khả năng)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from tthc_rules.engine.resolution.amounts import Amount
from tthc_rules.engine.resolution.bounds import Asserted, Bounds
from tthc_rules.engine.resolution.candidate import Candidate
from tthc_rules.engine.resolution.competence import Competence, gives_amount
from tthc_rules.engine.resolution.defeat import Contest, Defeat, SwitchedOff, switch_off
from tthc_rules.engine.resolution.dues import Combined, Dues
from tthc_rules.engine.resolution.evidence import drift
from tthc_rules.engine.resolution.outcome import Fault, Irregularity, SetAside, Status
from tthc_rules.engine.resolution.scene import Scene
from tthc_rules.model.law import Form, Key, PublicationEvidence, RelationKind


class Kind(Enum):
    """What one possibility comes to."""

    ANSWER = "answer"
    GAP = "gap"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one possibility comes to, with every norm's status (kết quả một khả năng).

    Attributes:
        amounts: One for an answer, several for a conflict.
        cites: Norms that gave the amounts, and switch-offs that removed something.
        parties: For a conflict, the norms in it.
        set_aside: The rest of the norms considered, but for those that give support.
        doubts: Pairs of amounts whose order was asked for and hangs on the day.
    """

    kind: Kind
    amounts: frozenset[Amount]
    cites: frozenset[Key]
    parties: frozenset[Key]
    set_aside: Mapping[Key, SetAside]
    irregularities: frozenset[Irregularity]
    support: tuple[Amount, frozenset[Key]] | None = None
    doubts: frozenset[tuple[Amount, Amount]] = field(default=frozenset())

    def decides(self) -> tuple[object, ...]:
        """Return what makes two possibilities differ: kind, value, support, parties."""
        support = self.support[0] if self.support is not None else None
        value = self.amounts if self.kind is Kind.ANSWER else None
        return (self.kind, value, support, self.parties)


NOWHERE = Outcome(
    Kind.GAP,
    frozenset(),
    frozenset(),
    frozenset(),
    {},
    frozenset({Irregularity(Fault.TERRITORY_NOT_IN_FORCE)}),
)
"""The outcome for a place that does not exist on the day (rule 13)."""


def evaluate(scene: Scene, publications: Iterable[PublicationEvidence]) -> Outcome:
    """Return what the law gives in one possibility."""
    return Evaluation(scene).outcome(publications) if scene.path else NOWHERE


class Evaluation:
    """The steps of one evaluation (các bước đánh giá), in the order of the rules."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._competence = Competence(scene)
        self._contest = Contest(scene, self._competence)
        self._dues = Dues(scene, self._competence)
        self._set_aside: dict[Key, SetAside] = {}
        self._faults: set[Irregularity] = set()

    def outcome(self, publications: Iterable[PublicationEvidence]) -> Outcome:
        """Return the outcome."""
        met = frozenset(item for item in self._scene.asked if self._is_here(item))
        admitted = frozenset(item for item in met if self._is_competent(item))
        self._find_void_acts()
        off = switch_off(self._competence, admitted)
        self._note_switch_offs(off, admitted)
        applicable = frozenset(
            item for item in admitted - set(off.by) if item.form is not Form.SWITCH_OFF
        )
        defeat = self._contest.decide(applicable)
        self._faults.update(defeat.irregularities())
        standing = [item for item in applicable if defeat.stands(item)]
        combined = self._amounts(standing)
        asserted = self._assert_bounds(combined, applicable, defeat)
        support = self._dues.support(asserted.combined, standing)
        self._note_unfilled(standing, defeat)
        self._note(applicable, defeat, asserted, support[1] if support else frozenset())
        self._faults.update(drift(self._scene, publications, asserted.combined.amounts))
        return self._finish(asserted.combined, off, support)

    # Rules 3 to 6 ------------------------------------------------------------------------

    def _is_here(self, item: Candidate) -> bool:
        absent = self._scene.presence(item)
        if absent is not None:
            status, by, day = absent
            self._set(item, status, by=by, day=day)
            if status is Status.BASE_NOT_IN_FORCE:
                self._fault(Fault.BASE_NOT_IN_FORCE, item)
            return False
        if not self._scene.is_met(item):
            self._set(item, Status.CONDITION_FALSE)
            return False
        return True

    def _is_competent(self, item: Candidate) -> bool:
        fault = self._competence.rejection(item)
        if fault is None:
            return True
        slot = self._scene.slot(item)
        by = (slot.key,) if slot is not None else ()
        self._set(item, Status.REJECTED, by=by, fault=fault)
        self._fault(fault, item)
        return False

    def _find_void_acts(self) -> None:
        """Find acts without competence that would have an effect here."""
        scene = self._scene
        for item in scene.asked:
            if item.rank is None or not scene.is_in_place(item) or scene.time(item):
                continue
            for act in scene.register.acts_on(item.text.key):
                if act.competent or not scene.works(act, item):
                    continue
                absent = scene.presence(item)
                orphan = absent is not None and absent[0] is Status.BASE_NOT_IN_FORCE
                if act.kind is RelationKind.KEEPS and not (orphan or act.under is not None):
                    continue
                self._faults.add(
                    Irregularity(Fault.BEYOND_COMPETENCE, instruments=frozenset({act.source.key}))
                )

    # Rule 7 ------------------------------------------------------------------------------

    def _note_switch_offs(self, off: SwitchedOff, admitted: frozenset[Candidate]) -> None:
        for item, sources in off.by.items():
            self._set(item, Status.SWITCHED_OFF, by=_keys(sources))
        for item in admitted:
            idle = item not in off.by and item not in off.effective
            if item.form is Form.SWITCH_OFF and idle:
                self._set(item, Status.NO_EFFECT)
        for cycle in off.cycles:
            self._faults.add(Irregularity(Fault.CYCLE, norms=frozenset(item.key for item in cycle)))

    # Rules 9 and 10 ----------------------------------------------------------------------

    def _amounts(self, standing: list[Candidate]) -> Combined:
        groups = [
            self._dues.modified(base, amount, standing)
            for base, amount in self._dues.bases(standing)
        ]
        return self._dues.combine(groups)

    def _assert_bounds(
        self, combined: Combined, applicable: frozenset[Candidate], defeat: Defeat
    ) -> Asserted:
        bounds = Bounds(self._scene, self._competence, self._contest)
        if len(combined.amounts) != 1:
            return Asserted(combined, {}, {}, [])
        found = bounds.assert_on(combined, bounds.binding(applicable, defeat))
        self._faults.update(found.irregularities)
        return found

    def _note_unfilled(self, standing: list[Candidate], defeat: Defeat) -> None:
        """Slots that nobody filled, though they have no value of their own or a term."""
        for item in standing:
            given = item.norm.delegation
            if given is None or item in defeat.filled:
                continue
            day = self._scene.day(item.applies_by)
            late = given.by is not None and day is not None and day >= given.by
            if late or not gives_amount(item):
                self._fault(Fault.DELEGATION_UNFILLED, item)

    # Statuses ----------------------------------------------------------------------------

    def _note(
        self,
        applicable: frozenset[Candidate],
        defeat: Defeat,
        asserted: Asserted,
        supporting: frozenset[Candidate],
    ) -> None:
        chosen = frozenset(item for due in asserted.combined.chosen for item in due.cites)
        for item in applicable - chosen - supporting:
            if item in asserted.rejected:
                fault = asserted.rejected[item]
                self._set(item, Status.REJECTED, by=_keys(chosen), fault=fault)
            elif item in asserted.overcome:
                self._set(item, Status.DEFEATED, by=_keys(asserted.overcome[item]))
            elif not defeat.stands(item):
                self._set(item, Status.DEFEATED, by=_keys(defeat.beaters(item)))
            else:
                self._set(item, self._left_over(item, applicable, defeat), by=_keys(chosen))
                if supporting and self._dues.supports(item, asserted.combined):
                    self._set(item, Status.NOT_CHOSEN, by=_keys(supporting))

    def _left_over(
        self, item: Candidate, applicable: frozenset[Candidate], defeat: Defeat
    ) -> Status:
        """Return why a norm that nobody beats gives nothing."""
        if item.is_bound:
            return Status.BOUND
        if item.form is Form.DELEGATION:
            return Status.UNFILLED
        if item.is_modifier:
            standing = [other for other in applicable if defeat.stands(other)]
            bases = (base for base, _ in self._dues.bases(standing))
            touched = any(self._dues.modifies(item, base) for base in bases)
            return Status.NOT_CHOSEN if touched else Status.NO_EFFECT
        return Status.NO_EFFECT if item.form is Form.SUPPORT else Status.NOT_CHOSEN

    def _set(
        self,
        item: Candidate,
        status: Status,
        *,
        by: tuple[Key, ...] = (),
        day: date | None = None,
        fault: Fault | None = None,
    ) -> None:
        self._set_aside[item.key] = SetAside(item.key, status, by, day, fault)

    def _fault(self, fault: Fault, item: Candidate) -> None:
        self._faults.add(Irregularity(fault, norms=frozenset({item.key})))

    def _finish(
        self,
        combined: Combined,
        off: SwitchedOff,
        support: tuple[Amount, frozenset[Candidate]] | None,
    ) -> Outcome:
        parties = frozenset(item.key for due in combined.chosen for item in due.cites)
        switches = frozenset(item.key for item in off.effective)
        kind = (
            (Kind.GAP, Kind.ANSWER)[len(combined.amounts)]
            if _is_plain(combined)
            else (Kind.CONFLICT)
        )
        return Outcome(
            kind,
            frozenset(combined.amounts),
            (parties | switches) if kind is Kind.ANSWER else switches,
            parties if kind is Kind.CONFLICT else frozenset(),
            self._set_aside,
            frozenset(self._faults),
            (support[0], frozenset(item.key for item in support[1])) if support else None,
            frozenset(self._competence.doubts),
        )


def _is_plain(combined: Combined) -> bool:
    return len(combined.amounts) < 2


def _keys(items: Iterable[Candidate]) -> tuple[Key, ...]:
    return tuple(sorted({item.key for item in items}))
