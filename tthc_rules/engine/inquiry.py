"""What a norm can be asked (câu hỏi về quy phạm): its subjects, channels and places.

Somebody who examines a text, and not a procedure, asks the law every question that a norm of
the text may have a say in.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from itertools import product
from typing import Final

from tthc_rules.engine.resolution import World
from tthc_rules.model.conditions import All, AnyOf, Compare, Condition, In, Not
from tthc_rules.model.law import Key, Norm, Query
from tthc_rules.model.territory import Level, TerritoryTree

CHANNELS: Final = ("direct", "online", "postal")


class Inquiry:
    """Finds the questions that concern a norm, on one day.

    Args:
        world: The norms.
        events: The day of each event.
    """

    def __init__(self, world: World, events: Mapping[str, date]) -> None:
        self._world = world
        self._events = events

    def questions(self, norm: Norm, territory: str) -> Iterator[Query]:
        """Yield what a norm of a text for `territory` can be asked, facts left open.

        A norm that names a charge and no procedure is asked about each procedure that
        another norm names with the charge, and about none.
        """
        for charge in charges_of(norm):
            yield from self.of_charge(norm, charge, territory)

    def of_charge(self, norm: Norm, charge: str | None, territory: str) -> Iterator[Query]:
        """Yield what a norm can be asked about one of its charges."""
        subject = norm.subject
        own = subject.procedures if subject is not None else None
        named = self._procedures.get((norm.attribute, charge or ""), ())
        procedures: tuple[str | None, ...] = own or (*named, None)
        places = (territory, *self._areas(territory))
        for procedure, channel, place in product(procedures, CHANNELS, places):
            yield Query(
                norm.attribute,
                procedure=procedure,
                sector=_first(subject.sectors if subject is not None else None),
                charge=charge,
                channel=channel,
                case="default",
                territory=place,
                events=self._events,
            )

    @cached_property
    def _procedures(self) -> Mapping[tuple[str, str], tuple[str, ...]]:
        """The procedures that some norm names together with a charge, in code order."""
        found: dict[tuple[str, str], set[str]] = {}
        for item in self._world.candidates.values():
            subject = item.norm.subject
            for charge in (subject.charges or ()) if subject is not None else ():
                named = subject.procedures if subject is not None else None
                found.setdefault((item.norm.attribute, charge), set()).update(named or ())
        return {key: tuple(sorted(codes)) for key, codes in found.items()}

    def named_cases(self, attribute: str, procedure: str) -> Mapping[str, frozenset[Key]]:
        """Return the cases that conditions of norms on a procedure name, with these norms."""
        return self._cases.get((attribute, procedure), {})

    @cached_property
    def _cases(self) -> Mapping[tuple[str, str], Mapping[str, frozenset[Key]]]:
        found: dict[tuple[str, str], dict[str, frozenset[Key]]] = {}
        for item in self._world.candidates.values():
            subject = item.norm.subject
            for name in set(_cases_in(item.when)):
                for code in (subject.procedures or ()) if subject is not None else ():
                    held = found.setdefault((item.norm.attribute, code), {})
                    held[name] = held.get(name, frozenset()) | {item.key}
        return found

    def _areas(self, territory: str) -> tuple[str, ...]:
        """Return the former provinces inside a territory (vùng áp dụng biểu mức cũ)."""
        tree = self._world.territories
        day = max(self._events.values())
        return tuple(
            place
            for place in tree.ids()
            if place != territory and _is_area(tree, place) and territory in tree.path(place, day)
        )


def charges_of(norm: Norm) -> tuple[str | None, ...]:
    """Return the charges that a norm names, None alone where it names none."""
    return (norm.subject.charges if norm.subject is not None else None) or (None,)


def _cases_in(condition: Condition) -> Iterator[str]:
    """Yield the cases that a condition names, each as often as it does."""
    match condition:
        case Compare(name="case", constant=str(constant)):
            yield constant
        case In(name="case", constants=constants):
            yield from (constant for constant in constants if isinstance(constant, str))
        case All(parts=parts) | AnyOf(parts=parts):
            for part in parts:
                yield from _cases_in(part)
        case Not(part=part):
            yield from _cases_in(part)
        case _:
            return


def _first(names: tuple[str, ...] | None) -> str | None:
    return names[0] if names else None


def _is_area(tree: TerritoryTree, place: str) -> bool:
    territory = tree.get(place)
    return territory is not None and any(span.level is Level.AREA for span in territory.spans)
