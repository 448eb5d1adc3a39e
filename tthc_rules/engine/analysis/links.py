"""Declared links between norms, whatever the day (liên kết giữa các quy phạm).

A circle of exceptions and fillings decides nothing on the day on which all its norms meet;
it is found here before such a day comes. A delegation that nobody fills is merely told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from tthc_rules.engine.resolution import World
from tthc_rules.engine.resolution.candidate import Candidate
from tthc_rules.model.law import Key, RelationKind


@dataclass(frozen=True, slots=True)
class Circle:
    """Norms that displace each other in a circle (vòng lặp ngoại lệ), in its order.

    `links` says for each norm how it reaches the next: `exception_to` or `fills`.
    """

    norms: tuple[Key, ...]
    links: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unfilled:
    """A delegation that no registered norm fills (giao quyền chưa được quy định).

    `is_due` says that the day by which it was to be filled is over; `has_default` that the
    delegating norm gives an amount until then.
    """

    norm: Key
    by: date | None
    is_due: bool
    has_default: bool


def circles(world: World) -> tuple[Circle, ...]:
    """Return one circle for each knot of norms that reach each other by declared links."""
    edges = {key: tuple(_links(item)) for key, item in sorted(world.candidates.items())}
    found = []
    for knot in knots({key: [to for to, _ in links] for key, links in edges.items()}):
        found.append(_circle(knot, edges))
    return tuple(found)


def unfilled(world: World, day: date) -> tuple[Unfilled, ...]:
    """Return the delegations in force or to come that nobody fills, by key."""
    filled = {item.norm.fills for item in world.candidates.values()}
    filled |= {
        relation.under
        for text in world.texts.values()
        for relation in text.relations
        if relation.kind is RelationKind.KEEPS
    }
    found = []
    for key, item in sorted(world.candidates.items()):
        given = item.norm.delegation
        if given is None or key in filled or (item.ends is not None and item.ends <= day):
            continue
        is_due = given.by is not None and given.by <= day
        has_default = given.default is not None or item.norm.value is not None
        found.append(Unfilled(key, given.by, is_due, has_default))
    return tuple(found)


def _links(item: Candidate) -> Iterator[tuple[Key, str]]:
    for key in sorted(item.norm.exception_to):
        yield key, "exception_to"
    if item.norm.fills is not None:
        yield item.norm.fills, "fills"


def _circle(knot: frozenset[Key], edges: Mapping[Key, tuple[tuple[Key, str], ...]]) -> Circle:
    """Return a shortest circle through the first norm of a knot."""
    first = min(knot)
    trails: list[tuple[tuple[Key, ...], tuple[str, ...]]] = [((first,), ())]
    seen = {first}
    for norms, links in trails:
        for target, link in edges.get(norms[-1], ()):
            if target == first:
                return Circle(norms, (*links, link))
            if target in knot and target not in seen:
                seen.add(target)
                trails.append(((*norms, target), (*links, link)))
    raise ValueError("a knot of norms without a circle")


def knots(edges: Mapping[Key, Iterable[Key]]) -> list[frozenset[Key]]:
    """Return the sets of names that all reach each other, a name that reaches itself alone too."""
    reached = {key: _reached(key, edges) for key in edges}
    found: list[frozenset[Key]] = []
    placed: set[Key] = set()
    for key in sorted(edges):
        if key in placed or key not in reached[key]:
            continue
        knot = frozenset(other for other in reached[key] if key in reached.get(other, ()))
        placed |= knot
        found.append(knot)
    return found


def _reached(start: Key, edges: Mapping[Key, Iterable[Key]]) -> frozenset[Key]:
    found: set[Key] = set()
    open_ = [start]
    while open_:
        for target in edges.get(open_.pop(), ()):
            if target not in found:
                found.add(target)
                open_.append(target)
    return frozenset(found)
