"""Ceilings and floors asserted on the answer (trần và sàn), rule 10.

A filled bound has spent its default, not its force. What an exception displaced by itself
binds no longer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tthc_rules.engine.resolution.amounts import Amount
from tthc_rules.engine.resolution.candidate import Candidate
from tthc_rules.engine.resolution.competence import Competence
from tthc_rules.engine.resolution.defeat import Contest, Defeat, outranks
from tthc_rules.engine.resolution.dues import Combined, Due
from tthc_rules.engine.resolution.outcome import Fault, Irregularity
from tthc_rules.engine.resolution.scene import Scene
from tthc_rules.model.law import Form


@dataclass(frozen=True, slots=True)
class Asserted:
    """What the bounds made of an answer (kết quả đối chiếu trần, sàn).

    Attributes:
        combined: The answer, the bound it was clipped to, or both in conflict.
        rejected: Norms that broke a bound above them, with the ground.
        overcome: Bounds that a stronger norm broke, with that norm.
    """

    combined: Combined
    rejected: dict[Candidate, Fault]
    overcome: dict[Candidate, frozenset[Candidate]]
    irregularities: list[Irregularity]


class Bounds:
    """Asserts the bounds of one scene (đối chiếu trần, sàn)."""

    def __init__(self, scene: Scene, competence: Competence, contest: Contest) -> None:
        self._scene = scene
        self._competence = competence
        self._contest = contest

    def binding(self, applicable: frozenset[Candidate], defeat: Defeat) -> list[Candidate]:
        """Return the bounds that stand, or were beaten only along paths with a filling."""
        return [
            item
            for item in applicable
            if item.is_bound
            and item not in defeat.ranked
            and not any(
                item in self._contest.reached_by_exception(beater)
                for beater in defeat.beaters(item)
            )
        ]

    def assert_on(self, combined: Combined, bounds: Sequence[Candidate]) -> Asserted:
        """Assert bounds on one amount."""
        found = Asserted(combined, {}, {}, [])
        answer = combined.amounts[0]
        weaker: list[Candidate] = []
        unrelated: list[Candidate] = []
        for bound in bounds:
            if not self._breaks(answer, bound):
                continue
            breakers = self._breakers(combined, bound)
            if all(outranks(bound, item) for item in breakers):
                weaker.append(bound)
            elif any(outranks(item, bound) for item in breakers):
                found.overcome[bound] = breakers
                found.irregularities.append(
                    _irregularity(Fault.UNDECLARED_OVERLAP, bound, breakers)
                )
            else:
                unrelated.append(bound)
        if unrelated:
            return self._conflict(found, unrelated)
        return self._clip(found, weaker) if weaker else found

    def _breaks(self, amount: Amount, bound: Candidate) -> bool:
        limit = self._scene.amount(bound)
        if bound.form is Form.CEILING:
            return self._competence.above(amount, limit)
        return self._competence.above(limit, amount)

    def _breakers(self, combined: Combined, bound: Candidate) -> frozenset[Candidate]:
        """Return the norms that broke the bound: the modifiers where the base alone would not."""
        found: set[Candidate] = set()
        for due in combined.chosen:
            by_rate = due.modifiers and not self._breaks(due.unmodified, bound)
            found |= due.modifiers if by_rate else {due.base}
        return frozenset(found - {bound})

    def _conflict(self, found: Asserted, bounds: Sequence[Candidate]) -> Asserted:
        others = [due for bound in bounds for due in self._due(bound)]
        amounts = dict.fromkeys((*found.combined.amounts, *(due.amount for due in others)))
        both = Combined(tuple(amounts), (*found.combined.chosen, *others))
        return Asserted(both, found.rejected, found.overcome, found.irregularities)

    def _clip(self, found: Asserted, bounds: Sequence[Candidate]) -> Asserted:
        tightest = [
            bound for bound in bounds if not any(self._is_tighter(other, bound) for other in bounds)
        ]
        dues = [due for bound in tightest for due in self._due(bound)]
        rejected = dict(found.rejected)
        irregularities = list(found.irregularities)
        for bound in tightest:
            fault = Fault.OVER_BOUND if bound.form is Form.CEILING else Fault.UNDER_BOUND
            breakers = self._breakers(found.combined, bound)
            rejected |= dict.fromkeys(breakers, fault)
            irregularities.append(_irregularity(fault, bound, breakers))
        amounts = tuple(dict.fromkeys(due.amount for due in dues))
        return Asserted(Combined(amounts, tuple(dues)), rejected, found.overcome, irregularities)

    def _is_tighter(self, other: Candidate, bound: Candidate) -> bool:
        own, rival = self._scene.amount(bound), self._scene.amount(other)
        if other.form is not bound.form or own is None or rival is None:
            return False
        if bound.form is Form.CEILING:
            return self._competence.below(rival, own)
        return self._competence.below(own, rival)

    def _due(self, bound: Candidate) -> list[Due]:
        amount = self._scene.amount(bound)
        return [] if amount is None else [Due(amount, bound, amount)]


def _irregularity(fault: Fault, bound: Candidate, breakers: frozenset[Candidate]) -> Irregularity:
    return Irregularity(fault, norms=frozenset(item.key for item in (bound, *breakers)))
