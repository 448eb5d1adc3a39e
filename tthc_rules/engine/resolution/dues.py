"""From the norms that stand to amounts (mức), rules 9 and 11.

Values, else defaults; to each of them the best modifier alone; then the combination the
attribute declares; support beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tthc_rules.engine.resolution.amounts import Amount, can_scale, scaled
from tthc_rules.engine.resolution.candidate import Candidate
from tthc_rules.engine.resolution.competence import Competence
from tthc_rules.engine.resolution.scene import Scene
from tthc_rules.model.law import (
    AttributePolicy,
    Combine,
    Favourable,
    Form,
    Measure,
    ModifierPolicy,
)


@dataclass(frozen=True, slots=True)
class Due:
    """An amount due for one base, with the modifiers that gave it (mức phải nộp, phải theo)."""

    amount: Amount
    base: Candidate
    unmodified: Amount
    modifiers: frozenset[Candidate] = frozenset()

    @property
    def cites(self) -> frozenset[Candidate]:
        """The norms that gave the amount."""
        return self.modifiers | {self.base}


@dataclass(frozen=True, slots=True)
class Combined:
    """What the amounts come to: one amount, several in conflict, or none.

    `chosen` are the dues that gave `amounts`, `passed_over` those a better one displaced.
    """

    amounts: tuple[Amount, ...]
    chosen: tuple[Due, ...]
    total: bool = False


class Dues:
    """Works out the amounts of one scene (tính mức)."""

    def __init__(self, scene: Scene, competence: Competence) -> None:
        self._scene = scene
        self._competence = competence

    def bases(self, standing: Sequence[Candidate]) -> list[tuple[Candidate, Amount]]:
        """Return the values that stand; if none, the defaults of bounds and slots."""
        values = [
            (item, amount)
            for item in standing
            if item.form is Form.VALUE and (amount := self._scene.amount(item)) is not None
        ]
        return values or self._defaults(standing)

    def _defaults(self, standing: Sequence[Candidate]) -> list[tuple[Candidate, Amount]]:
        found: list[tuple[Candidate, Amount]] = []
        for form in (Form.CEILING, Form.FLOOR):
            bounds = [
                (item, amount)
                for item in standing
                if item.form is form
                and item.norm.bound_is_default
                and (amount := self._scene.amount(item)) is not None
            ]
            found += [
                (item, amount)
                for item, amount in bounds
                if not any(self._is_tighter(form, other, amount) for _, other in bounds)
            ]
        for item in standing:
            default = item.slot.default if item.slot is not None else None
            if default is None or item.form is Form.VALUE or item.norm.bound_is_default:
                continue
            if item.is_bound or item.form is Form.DELEGATION:
                found.append((item, default))
        return found

    def _is_tighter(self, form: Form, other: Amount, amount: Amount) -> bool:
        if form is Form.CEILING:
            return self._competence.below(other, amount)
        return self._competence.below(amount, other)

    def modified(self, base: Candidate, amount: Amount, standing: Sequence[Candidate]) -> list[Due]:
        """Return the amount after its modifiers: one, or several in contradiction."""
        rates = [
            (item, rate.number)
            for item in standing
            if item.is_modifier
            and self.modifies(item, base)
            and (rate := self._competence.rate(item)) is not None
        ]
        if not rates or not can_scale(amount):
            return [Due(amount, base, amount)]
        policy = self._scene.policy
        distinct = {rate for _, rate in rates}
        if policy.modifiers is ModifierPolicy.MOST_FAVOURABLE:
            best = min(distinct) if policy.favourable is Favourable.LESS else max(distinct)
            distinct = {best}
        return [
            Due(
                scaled(amount, rate),
                base,
                amount,
                frozenset(item for item, own in rates if own == rate),
            )
            for rate in distinct
        ]

    def modifies(self, item: Candidate, base: Candidate) -> bool:
        """Return whether a modifier or support speaks of a base amount and may touch it."""
        named = item.norm.of is not None
        if named and base.key not in self._scene.register.named(item):
            return False
        return item.form is Form.SUPPORT or self._competence.touches(item, base)

    def combine(self, groups: Sequence[Sequence[Due]]) -> Combined:
        """Combine the dues of all bases by the policy of the attribute."""
        policy = self._scene.policy
        dues = tuple(due for group in groups for due in group)
        amounts = _distinct(due.amount for due in dues)
        if any(len(_distinct(due.amount for due in group)) > 1 for group in groups) or not dues:
            return Combined(amounts, dues)
        if policy.combine is Combine.SUM:
            return _sum(dues, amounts)
        if policy.combine is not Combine.UNIQUE:
            best = self._best(policy, amounts)
            return Combined(best, tuple(due for due in dues if due.amount in best))
        return Combined(amounts, dues)

    def _best(self, policy: AttributePolicy, amounts: Iterable[Amount]) -> tuple[Amount, ...]:
        more = policy.combine is Combine.MOST_FAVOURABLE and policy.favourable is Favourable.MORE
        every = tuple(amounts)
        below = self._competence.below
        return tuple(
            amount
            for amount in every
            if not any(below(amount, other) if more else below(other, amount) for other in every)
        )

    def support(
        self, combined: Combined, standing: Sequence[Candidate]
    ) -> tuple[Amount, frozenset[Candidate]] | None:
        """Return the greatest support alone, never above what it supports; None for none."""
        if len(combined.amounts) != 1 or combined.amounts[0].measure is not Measure.MONEY:
            return None
        paid = [
            (item, given)
            for item in standing
            if item.form is Form.SUPPORT and (given := self._given(item, combined)) is not None
        ]
        if not paid:
            return None
        most = max(given.number for _, given in paid)
        if most <= 0:
            return None
        return (
            Amount(Measure.MONEY, most),
            frozenset(item for item, given in paid if given.number == most),
        )

    def supports(self, item: Candidate, combined: Combined) -> bool:
        """Return whether a norm is support for something that is due."""
        return item.form is Form.SUPPORT and self._given(item, combined) is not None

    def _given(self, item: Candidate, combined: Combined) -> Amount | None:
        supported = [due.amount.number for due in combined.chosen if self.modifies(item, due.base)]
        amount = self._scene.amount(item)
        if not supported or amount is None:
            return None
        due = Amount(Measure.MONEY, sum(supported) if combined.total else supported[0])
        if amount.measure is Measure.SHARE:
            return scaled(due, amount.number)
        return min(amount, due, key=lambda given: given.number)


def _sum(dues: tuple[Due, ...], amounts: tuple[Amount, ...]) -> Combined:
    if len({amount.measure for amount in amounts}) > 1:
        return Combined(amounts, dues)
    total = Amount(amounts[0].measure, sum(due.amount.number for due in dues))
    return Combined((total,), dues, total=True)


def _distinct(amounts: Iterable[Amount]) -> tuple[Amount, ...]:
    return tuple(dict.fromkeys(amounts))
