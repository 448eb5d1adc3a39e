"""Who may set what, asked before any priority (thẩm quyền), rule 6.

A norm that fails is rejected and takes no part, so a valid lower norm stays reachable.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tthc_rules.engine.resolution.amounts import Amount, scaled
from tthc_rules.engine.resolution.candidate import BOUNDS, Candidate
from tthc_rules.engine.resolution.outcome import Fault
from tthc_rules.engine.resolution.scene import Scene
from tthc_rules.model.law import Direction, Favourable, Form, Key

SLOTS = BOUNDS | {Form.VALUE, Form.DELEGATION}


class Competence:
    """Judges the norms of one scene (thẩm quyền).

    `doubts` collects pairs of amounts whose order was asked for and hangs on the day.
    """

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._own: dict[Candidate, Fault | None] = {}
        self._links: dict[Candidate, frozenset[Candidate]] = {}
        self.doubts: set[tuple[Amount, Amount]] = set()

    def above(self, first: Amount | None, second: Amount | None) -> bool:
        """Return whether the first amount is surely above the second; None is no amount."""
        if first is None or second is None:
            return False
        known = self._scene.world.order(first, second)
        if known is None:
            self.doubts.add((first, second))
        return known is False

    def below(self, first: Amount, second: Amount) -> bool:
        """Return whether the first amount is never above the second, and not always equal.

        What holds in one direction is enough: 5 ngày is never above 5 ngày làm việc, though
        whether it is below hangs on the day.
        """
        order = self._scene.world.order
        known, back = order(first, second), order(second, first)
        if known is None and back is None:
            self.doubts.add((first, second))
        return back is False or (known is True and back is None)

    def fault(self, item: Candidate) -> Fault | None:
        """Return why a norm is rejected for what it is itself, its links left out."""
        if item not in self._own:
            self._own[item] = self._find(item)
        return self._own[item]

    def _find(self, item: Candidate) -> Fault | None:
        scene = self._scene
        today = scene.today
        territories = scene.world.territories
        if today is None or not territories.contains(item.issuer.territory, item.territory, today):
            return Fault.WRONG_TERRITORY
        if item.norm.fills is not None:
            return self._filling(item)
        if not item.normative and item.form is not Form.SUPPORT:
            return Fault.NOT_NORMATIVE
        return None

    # Filling a slot ----------------------------------------------------------------------

    def _filling(self, item: Candidate) -> Fault | None:
        slot = self._scene.slot(item)
        given = slot.norm.delegation if slot is not None else None
        if slot is None or given is None or not self._is_open(item, slot):
            return Fault.NO_DELEGATION
        if not given.to.names_body(item.issuer):
            return Fault.WRONG_ISSUER
        if not given.to.addresses(item.issuer):
            return Fault.WRONG_LEVEL
        offered = self._offered(item, slot)
        if offered is None:
            return None
        return (
            self._beyond(offered, slot)
            or self._against_direction(offered, slot)
            or self._lengthens(item, offered, slot)
        )

    def _is_open(self, item: Candidate, slot: Candidate) -> bool:
        """Return whether a slot can be filled by a norm: it is a norm itself, speaks of what
        is asked, and is not rejected. Slots that fill each other in a circle are judged each
        for itself."""
        if slot.rank is None or slot.form not in SLOTS or slot not in self._scene.asked:
            return False
        return item in self._scene.chain(slot) or self.rejection(slot) is None

    def _offered(self, item: Candidate, slot: Candidate) -> Amount | None:
        if not item.is_modifier:
            return self._scene.amount(item)
        base = self._standard(slot)
        rate = self.rate(item)
        return scaled(base, rate.number) if base is not None and rate is not None else None

    def rate(self, item: Candidate) -> Amount | None:
        """Return what a modifier leaves payable, from 0 to 1."""
        return self._scene.amount(item)

    def _standard(self, slot: Candidate) -> Amount | None:
        """Return the slot's value, or what holds while nobody fills it."""
        amount = self._scene.amount(slot)
        if amount is not None or slot.slot is None:
            return amount
        return slot.slot.default

    def _beyond(self, offered: Amount, slot: Candidate) -> Fault | None:
        limits = slot.slot
        assert limits is not None  # noqa: S101 - a slot has been found to delegate
        amount = self._scene.amount(slot)
        if slot.form is Form.CEILING and self.above(offered, amount):
            return Fault.OVER_BOUND
        if self.above(offered, limits.most):
            return Fault.OVER_BOUND
        if slot.form is Form.FLOOR and self.above(amount, offered):
            return Fault.UNDER_BOUND
        if self.above(limits.least, offered):
            return Fault.UNDER_BOUND
        if limits.choices is not None and offered not in limits.choices:
            return Fault.OUTSIDE_SET
        return None

    def _against_direction(self, offered: Amount, slot: Candidate) -> Fault | None:
        given = slot.norm.delegation
        if slot.is_bound or given is None:
            return None
        standard = self._standard(slot)
        if given.direction is Direction.LE:
            wrong = self.above(offered, standard)
        else:
            wrong = given.direction is Direction.GE and self.above(standard, offered)
        return Fault.WRONG_DIRECTION if wrong else None

    def _lengthens(self, item: Candidate, offered: Amount, slot: Candidate) -> Fault | None:
        """An administrative act may ease inside its slot, never burden, though a norm might."""
        if item.normative:
            return None
        standard = self._standard(slot)
        if self._scene.policy.favourable is Favourable.MORE:
            worse = self.above(standard, offered)
        else:
            worse = self.above(offered, standard)
        return Fault.NOT_NORMATIVE if worse else None

    # Touching other norms ----------------------------------------------------------------

    def touches(self, item: Candidate, target: Candidate) -> bool:
        """Return whether a norm may except, switch off or modify another."""
        before = self._scene.world.predecessors[item.issuer.id]
        same = item.issuer is target.issuer or target.issuer.id in before
        own, other = item.rank, target.rank
        if other is None or (own is not None and own > other) or (same and own == other):
            return True
        given = target.norm.delegation
        return given is not None and given.to.addresses(item.issuer)

    def exceptions(self, item: Candidate) -> frozenset[Candidate]:
        """Return the visible norms a norm excepts or switches off and may touch."""
        if item not in self._links:
            self._links[item] = frozenset(
                target
                for target in self._visible(item.norm.exception_to)
                if self.touches(item, target)
            )
        return self._links[item]

    def _visible(self, keys: Iterable[Key]) -> Iterator[Candidate]:
        for key in keys:
            found = self._scene.register.get(key)
            if found is not None:
                yield found

    def rejection(self, item: Candidate) -> Fault | None:
        """Return why a norm is rejected, None when it is not."""
        own = self.fault(item)
        if own is not None:
            return own
        targets = list(self._visible(item.norm.exception_to))
        if item.is_modifier:
            targets += self.targets(item)
        if targets and not any(self.touches(item, target) for target in targets):
            return Fault.BEYOND_COMPETENCE
        return None

    def targets(self, item: Candidate) -> list[Candidate]:
        """Return the base amounts a modifier speaks of, those it may not touch included."""
        if item.norm.of is not None:
            return list(self._visible(self._scene.register.named(item)))
        return [base for base in self._scene.asked if self._is_base(base)]

    def _is_base(self, item: Candidate) -> bool:
        if not gives_amount(item) or self._scene.presence(item) is not None:
            return False
        return self._scene.is_met(item) and self.rejection(item) is None


def gives_amount(item: Candidate) -> bool:
    """Return whether a norm can bring an amount: a value, or a default."""
    if item.form is Form.VALUE:
        return True
    if item.is_bound and item.norm.bound_is_default:
        return True
    return (
        (item.is_bound or item.form is Form.DELEGATION)
        and item.slot is not None
        and item.slot.default is not None
    )
