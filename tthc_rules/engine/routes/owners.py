"""Who owns a step: known agencies, units and their parents, competence and existence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from tthc_rules.model.route import END, Agency, Level, Outcome, Role, Route, Step, Transition

Contains: TypeAlias = Callable[[str, str], bool]
"""Whether the territory given first is the second or contains it."""


@dataclass(frozen=True, slots=True)
class Owners:
    """The agencies of a route by their ids."""

    agencies: Mapping[str, Agency]

    def level(self, step: Step) -> Level | None:
        """Return the level of the owner of `step`, or None when the owner is unknown."""
        agency = self.agencies.get(step.owner)
        return None if agency is None else agency.level

    def owns(self, agency: str, step: Step) -> bool:
        """Return whether `agency` or one of its units owns `step`."""
        seen: set[str] = set()
        owner: str | None = step.owner
        while owner is not None and owner not in seen:
            if owner == agency:
                return True
            seen.add(owner)
            parent = self.agencies.get(owner)
            owner = None if parent is None else parent.part_of
        return False


def owners_of(route: Route) -> Owners:
    """Return the agencies of `route` by their ids."""
    return Owners({agency.id: agency for agency in route.agencies})


def unknown_owners(steps: Iterable[Step], owners: Owners) -> Iterable[str]:
    """Return the steps whose owner names no agency."""
    return (step.id for step in steps if step.owner not in owners.agencies)


def not_competent(
    route: Route, steps: Iterable[Step], owners: Owners, contains: Contains
) -> Iterable[str]:
    """Return the steps that their owner may not carry out.

    The act of the deciding authority belongs to it or its units; an agency acts only where
    its territory contains the route's or lies in it.
    """
    for step in steps:
        agency = owners.agencies.get(step.owner)
        if agency is None:
            continue
        elsewhere = agency.level is not Level.APPLICANT and not (
            contains(agency.territory, route.territory)
            or contains(route.territory, agency.territory)
        )
        decides_alone = step.role is Role.APPROVE and not owners.owns(route.decides, step)
        if elsewhere or decides_alone:
            yield step.id


def not_existing(steps: Iterable[Step], owners: Owners, on: date) -> Iterable[str]:
    """Return the steps whose owner does not exist on the day `on`."""
    for step in steps:
        agency = owners.agencies.get(step.owner)
        if agency is not None and not agency.exists.covers(on):
            yield step.id


def not_returned(
    route: Route,
    steps: Iterable[Step],
    owners: Owners,
    ways: Mapping[str, tuple[Transition, ...]],
) -> Iterable[str]:
    """Return the steps that end with a result elsewhere than where the dossier was received."""
    for step in steps:
        ends = any(way.to == END and way.on is Outcome.DONE for way in ways[step.id])
        known = step.owner in owners.agencies
        if ends and known and not owners.owns(route.receives, step):
            yield step.id
