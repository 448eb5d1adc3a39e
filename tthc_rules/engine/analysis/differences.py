"""Bounds and differences of numbers (ràng buộc hiệu): `x ≤ c`, `x - y ≤ c`, decided exactly.

A set of such constraints has no solution exactly when their graph has a cycle of negative
length; the shortest distances are a solution (Bellman and Ford).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from math import floor
from typing import TypeAlias

from tthc_rules.engine.analysis.formulas import Below, Sort, Sum, Unknown
from tthc_rules.engine.analysis.model import Construct, OutOfFragmentError

_Node: TypeAlias = Unknown | None
_Length: TypeAlias = tuple[Fraction, int]
"""A number and how many times a strict comparison takes an arbitrarily small step off it."""

_Edge: TypeAlias = tuple[_Node, _Node, _Length]

STEP = Fraction(1, 480)
"""What stands for an arbitrarily small step in a solution: a minute of a working day."""


def solution(constraints: Iterable[Below]) -> Mapping[Unknown, Fraction] | None:
    """Return numbers that satisfy all constraints, None where there are none.

    Raises:
        OutOfFragmentError: A constraint is no bound and no difference.
    """
    edges = [edge for constraint in constraints for edge in _edges(constraint)]
    nodes = {node for start, end, _ in edges for node in (start, end)} | {None}
    distance: dict[_Node, _Length] = dict.fromkeys(nodes, (Fraction(0), 0))
    for _ in nodes:
        if not _relaxed(edges, distance):
            break
    else:
        return None
    zero = _number(distance[None])
    return {
        node: _number(length) - zero for node, length in distance.items() if node is not None
    }


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
    total = _whole(constraint.sum) if constraint.sum.is_whole else constraint.sum
    bound = -total.constant
    steps = -1 if constraint.strict else 0
    if total.is_whole and steps:
        bound, steps = bound - 1, 0
    match total.terms:
        case ((unknown, factor),):
            limit = bound / abs(factor)
            if unknown.sort is Sort.WHOLE:
                exact = Fraction(floor(limit))
                steps = 0 if exact != limit else steps
                limit = exact
            pair = (None, unknown) if factor > 0 else (unknown, None)
            yield *pair, (limit, steps)
        case ((first, one), (second, other)) if one == -other and first.sort is second.sort:
            limit = bound / abs(one)
            end, start = (first, second) if one > 0 else (second, first)
            yield start, end, (Fraction(floor(limit)) if total.is_whole else limit, steps)
        case _:
            raise OutOfFragmentError(Construct.ARITHMETIC)


def _whole(total: Sum) -> Sum:
    return total


def _number(length: _Length) -> Fraction:
    return length[0] + length[1] * STEP
