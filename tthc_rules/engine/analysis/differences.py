"""Bounds and differences of numbers (ràng buộc hiệu): `x ≤ c`, `x - y ≤ c`, decided exactly.

A set of such constraints has no solution exactly when their graph has a cycle of negative
length; the shortest distances are a solution (Bellman and Ford).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from math import ceil, floor
from typing import TypeAlias

from tthc_rules.engine.analysis.formulas import Below, Sort, Unknown
from tthc_rules.engine.analysis.model import Construct, OutOfFragmentError

_Node: TypeAlias = Unknown | None
_Length: TypeAlias = tuple[Fraction, int]
"""A number and how many times a strict comparison takes an arbitrarily small step off it."""

_Edge: TypeAlias = tuple[_Node, _Node, _Length]

STEPS = (Fraction(1), Fraction(1, 2), Fraction(1, 20), Fraction(1, 480))
"""What may stand for an arbitrarily small step in a solution, the roundest that fits first."""


def solution(constraints: Iterable[Below]) -> Mapping[Unknown, Fraction] | None:
    """Return numbers that satisfy all constraints, None where there are none.

    Raises:
        OutOfFragmentError: A constraint is no bound and no difference.
    """
    edges = [edge for constraint in constraints for edge in _edges(constraint)]
    found: dict[Unknown, Fraction] = {}
    for part in _apart(edges):
        numbers = _solved(part)
        if numbers is None:
            return None
        found.update(numbers)
    return found


def _apart(edges: Iterable[_Edge]) -> list[list[_Edge]]:
    """Return edges by what hangs together otherwise than through zero."""
    parts: list[tuple[set[Unknown], list[_Edge]]] = []
    for edge in edges:
        nodes = {node for node in edge[:2] if node is not None}
        held = [edge]
        for part in [one for one in parts if one[0] & nodes]:
            nodes |= part[0]
            held = [*part[1], *held]
            parts.remove(part)
        parts.append((nodes, held))
    return [held for _, held in parts]


def _solved(edges: list[_Edge]) -> Mapping[Unknown, Fraction] | None:
    nodes = {node for start, end, _ in edges for node in (start, end)} | {None}
    distance: dict[_Node, _Length] = dict.fromkeys(nodes, (Fraction(0), 0))
    for _ in nodes:
        if not _relaxed(edges, distance):
            break
    else:
        return None
    return _numbers(edges, distance)


def _numbers(edges: list[_Edge], distance: Mapping[_Node, _Length]) -> Mapping[Unknown, Fraction]:
    """Return the numbers that distances stand for, with the roundest step that fits."""
    numbers: dict[_Node, Fraction] = {}
    for step in STEPS:
        numbers = {node: length + taken * step for node, (length, taken) in distance.items()}
        if all(
            numbers[end] - numbers[start] < length
            if steps
            else numbers[end] - numbers[start] <= length
            for start, end, (length, steps) in edges
        ):
            break
    zero = numbers[None]
    return {node: number - zero for node, number in numbers.items() if node is not None}


def _relaxed(edges: list[_Edge], distance: dict[_Node, _Length]) -> bool:
    changed = False
    for start, end, (length, steps) in edges:
        number, taken = distance[start]
        reached = (number + length, taken + steps)
        if reached < distance[end]:
            distance[end] = reached
            changed = True
    return changed


def _edges(constraint: Below) -> Iterator[_Edge]:
    """Yield `end - start ≤ length` for a constraint."""
    bound = -constraint.sum.constant
    match constraint.sum.terms:
        case ((unknown, factor),):
            length = _limit(bound / abs(factor), unknown.sort, strict=constraint.strict)
            yield (None, unknown, length) if factor > 0 else (unknown, None, length)
        case ((first, one), (second, other)) if one == -other and first.sort is second.sort:
            length = _limit(bound / abs(one), first.sort, strict=constraint.strict)
            yield (second, first, length) if one > 0 else (first, second, length)
        case _:
            raise OutOfFragmentError(Construct.ARITHMETIC)


def _limit(bound: Fraction, sort: Sort, *, strict: bool) -> _Length:
    if sort is Sort.WHOLE:
        return (Fraction(ceil(bound) - 1 if strict else floor(bound)), 0)
    return (bound, -1 if strict else 0)
