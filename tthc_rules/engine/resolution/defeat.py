"""Which norm displaces which (thứ tự áp dụng), rules 7 and 8.

A declared link comes first: exception or filling, taken transitively, also through links
whose condition is not met. Only between norms without a link do rank and, for one issuer,
the later promulgation decide, and only where they differ; that is said aloud.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from tthc_rules.engine.resolution.candidate import Candidate
from tthc_rules.engine.resolution.competence import Competence
from tthc_rules.engine.resolution.outcome import Fault, Irregularity
from tthc_rules.engine.resolution.scene import Scene
from tthc_rules.model.law import Combine, Form, ModifierPolicy

Edges = Mapping[Candidate, frozenset[Candidate]]


@dataclass(frozen=True, slots=True)
class SwitchedOff:
    """What the switch-offs did (tắt quy phạm): each removed norm with what removed it."""

    by: Mapping[Candidate, frozenset[Candidate]]
    effective: frozenset[Candidate]
    cycles: tuple[frozenset[Candidate], ...]


@dataclass(frozen=True, slots=True)
class Defeat:
    """Who was displaced by whom (bị thay thế).

    `linked` holds those beaten by a declared link, `ranked` by rank or date.
    """

    linked: Edges
    ranked: Edges
    filled: frozenset[Candidate]
    cycles: tuple[frozenset[Candidate], ...]

    def stands(self, item: Candidate) -> bool:
        """Return whether nobody beats a norm."""
        return item not in self.linked and item not in self.ranked

    def beaters(self, item: Candidate) -> frozenset[Candidate]:
        """Return everything that beats a norm."""
        none: frozenset[Candidate] = frozenset()
        return self.linked.get(item, none) | self.ranked.get(item, none)

    def irregularities(self) -> list[Irregularity]:
        """Return the undeclared overlaps and the cycles."""
        found = [
            Irregularity(
                Fault.UNDECLARED_OVERLAP, norms=frozenset(norm.key for norm in (item, *beaters))
            )
            for item, beaters in self.ranked.items()
            if item not in self.linked
        ]
        return found + [
            Irregularity(Fault.CYCLE, norms=frozenset(norm.key for norm in cycle))
            for cycle in self.cycles
        ]


def switch_off(competence: Competence, applicable: frozenset[Candidate]) -> SwitchedOff:
    """Let the switch-offs remove their targets; one that is itself removed removes nothing.

    Those that remove each other in a circle do nothing to each other.
    """
    switches = frozenset(item for item in applicable if item.form is Form.SWITCH_OFF)
    if not switches:
        return SwitchedOff({}, frozenset(), ())
    aims = {item: competence.exceptions(item) & applicable for item in switches}
    among = {item: aims[item] & switches for item in switches}
    among, cycles = without_cycles(among)
    active: dict[Candidate, bool] = {}

    def is_active(item: Candidate) -> bool:
        if item not in active:
            active[item] = not any(is_active(other) for other in switches if item in among[other])
        return active[item]

    removed: dict[Candidate, set[Candidate]] = {}
    for item in switches:
        if is_active(item):
            for target in (aims[item] - switches) | among[item]:
                removed.setdefault(target, set()).add(item)
    by = {target: frozenset(sources) for target, sources in removed.items()}
    effective = frozenset(item for sources in by.values() for item in sources)
    return SwitchedOff(by, effective, cycles)


class Contest:
    """Lets the applicable norms of a scene displace each other (xung đột quy phạm)."""

    def __init__(self, scene: Scene, competence: Competence) -> None:
        self._scene = scene
        self._competence = competence

    def decide(self, applicable: frozenset[Candidate]) -> Defeat:
        """Return who displaces whom among the norms that apply."""
        linked = {item: self._linked(item, applicable) for item in applicable}
        ranked = self._ranked(applicable, linked)
        together, cycles = without_cycles(
            {item: linked[item] | ranked[item] for item in applicable}
        )
        filled = frozenset(
            slot for item in applicable if (slot := self._scene.slot(item)) is not None
        )
        return Defeat(
            _turned({item: linked[item] & together[item] for item in applicable}),
            _turned({item: (ranked[item] - linked[item]) & together[item] for item in applicable}),
            filled,
            cycles,
        )

    # Links -------------------------------------------------------------------------------

    def _linked(self, item: Candidate, applicable: frozenset[Candidate]) -> frozenset[Candidate]:
        if item.norm.fills is None and not item.norm.exception_to:
            return frozenset()
        reached = self.reached(item, self._links) & applicable
        if item.is_modifier:
            return frozenset(other for other in reached if other.is_modifier)
        if item.form is Form.SUPPORT:
            return frozenset(other for other in reached if other.form is Form.SUPPORT)
        return reached

    def reached_by_exception(self, item: Candidate) -> frozenset[Candidate]:
        """Return what a norm reaches by exceptions alone, without any filling."""
        return self.reached(item, self._competence.exceptions)

    def reached(
        self, item: Candidate, links: Callable[[Candidate], Iterable[Candidate]]
    ) -> frozenset[Candidate]:
        """Return what is reached through norms that are there and not rejected."""
        found: set[Candidate] = set()
        open_ = [item]
        while open_:
            for target in links(open_.pop()):
                if target not in found:
                    found.add(target)
                    if self._is_link(target):
                        open_.append(target)
        return frozenset(found)

    def _links(self, item: Candidate) -> frozenset[Candidate]:
        slot = self._scene.slot(item)
        exceptions = self._competence.exceptions(item)
        return exceptions if slot is None else exceptions | {slot}

    def _is_link(self, item: Candidate) -> bool:
        return self._scene.presence(item) is None and self._competence.rejection(item) is None

    # Rank and date -----------------------------------------------------------------------

    def _ranked(
        self, applicable: frozenset[Candidate], linked: Edges
    ) -> dict[Candidate, frozenset[Candidate]]:
        policy = self._scene.policy
        rivals: list[frozenset[Candidate]] = []
        if policy.combine is Combine.UNIQUE:
            rivals.append(frozenset(i for i in applicable if i.form is Form.VALUE))
            rivals.append(frozenset(i for i in applicable if i.is_bound))
        if policy.modifiers is ModifierPolicy.UNIQUE:
            rivals.append(frozenset(i for i in applicable if i.is_modifier))
        beats: dict[Candidate, set[Candidate]] = {item: set() for item in applicable}
        for group in rivals:
            for item in group:
                for other in group:
                    related = other in linked[item] or item in linked[other]
                    if item is not other and not related and self._prevails(item, other):
                        beats[item].add(other)
        return {item: frozenset(others) for item, others in beats.items()}

    def _prevails(self, item: Candidate, other: Candidate) -> bool:
        return outranks(item, other) and self._differ(item, other)

    def _differ(self, higher: Candidate, lower: Candidate) -> bool:
        if higher.is_modifier:
            return self._modify_differently(higher, lower)
        own, other = self._scene.amount(higher), self._scene.amount(lower)
        if own == other and higher.form is lower.form:
            return False
        if own is None or other is None or not higher.is_bound:
            return True
        above = self._competence.above
        if higher.form is not lower.form:
            ceiling, floor = (own, other) if higher.form is Form.CEILING else (other, own)
            return above(floor, ceiling)
        if higher.rank == lower.rank:
            return True
        inside = (other, own) if higher.form is Form.CEILING else (own, other)
        return above(*inside)

    def _modify_differently(self, item: Candidate, other: Candidate) -> bool:
        if self._competence.rate(item) == self._competence.rate(other):
            return False
        ours, theirs = (
            {base for base in self._competence.targets(one) if self._competence.touches(one, base)}
            for one in (item, other)
        )
        return bool(ours & theirs)


def outranks(item: Candidate, other: Candidate) -> bool:
    """Return whether a norm stands above another by rank, or by date of one issuer."""
    own, rank = item.rank or 0, other.rank or 0
    if own != rank:
        return own > rank
    day, before = item.text.promulgated, other.text.promulgated
    later = day is not None and before is not None and day > before
    return item.issuer is other.issuer and later


def without_cycles(
    edges: Mapping[Candidate, frozenset[Candidate]],
) -> tuple[dict[Candidate, frozenset[Candidate]], tuple[frozenset[Candidate], ...]]:
    """Return the edges that lie on no cycle, and the cycles as sets of norms."""
    if not any(edges.values()):
        return dict(edges), ()
    reach = {item: _closure(item, edges) for item in edges}
    kept: dict[Candidate, frozenset[Candidate]] = {}
    cycles: set[frozenset[Candidate]] = set()
    for item, targets in edges.items():
        inside = frozenset(target for target in targets if item in reach[target])
        kept[item] = targets - inside
        if inside:
            cycles.add(frozenset(other for other in reach[item] if item in reach[other]) | {item})
    return kept, tuple(cycles)


def _closure(
    item: Candidate, edges: Mapping[Candidate, frozenset[Candidate]]
) -> frozenset[Candidate]:
    found: set[Candidate] = set()
    open_ = [item]
    while open_:
        for target in edges[open_.pop()]:
            if target not in found:
                found.add(target)
                open_.append(target)
    return frozenset(found)


def _turned(edges: Mapping[Candidate, frozenset[Candidate]]) -> Edges:
    turned: dict[Candidate, set[Candidate]] = {}
    for item, targets in edges.items():
        for target in targets:
            turned.setdefault(target, set()).add(item)
    return {target: frozenset(sources) for target, sources in turned.items()}
