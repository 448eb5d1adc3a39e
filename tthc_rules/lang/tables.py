"""Decision tables at work (bảng quyết định): cells, regions, and the rows that can be met.

The values of a column fall into regions that its cells cannot tell apart. A table knows
the row of every combination of regions, so that what is unknown can be answered exactly:
the rows of all combinations that are still possible.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import cast

from tthc_rules.diagnostics import Message
from tthc_rules.lang.runtime import TimeComparison
from tthc_rules.lang.syntax import LiteralValue, Place
from tthc_rules.lang.undecided import Undecided
from tthc_rules.model.conditions import Comparison
from tthc_rules.model.quantities import TimeLimit
from tthc_rules.model.values import Value

OUTSIDE = Message("lang/table-outside", {})


@dataclass(frozen=True, slots=True)
class Span:
    """The values between two bounds (khoảng), which belong to it unless `below` or `above`.

    Attributes:
        low: The lower bound; None for none.
        high: The upper bound; None for none. Equal bounds are one value.
        above: Only what is more than `low`.
        below: Only what is less than `high`.
    """

    low: LiteralValue | None
    high: LiteralValue | None
    above: bool = False
    below: bool = False

    @property
    def is_point(self) -> bool:
        """Whether it is one value written out."""
        return self.low is not None and self.low == self.high


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell (ô): the spans that its value may lie in; without any, every value fits."""

    spans: tuple[Span, ...]
    place: Place = field(compare=False)


@dataclass(frozen=True, slots=True)
class Column:
    """What the cells of a column can tell apart (cột).

    Attributes:
        tests: The different cells, by their spans.
        regions: For each region of values, which of the tests hold there.
    """

    tests: tuple[tuple[Span, ...], ...]
    regions: tuple[tuple[bool, ...], ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """A table as it is looked up (cách tra bảng).

    Attributes:
        columns: Its columns.
        rows: The number of the row of each combination of regions, the last column's
            region changing first.
    """

    columns: tuple[Column, ...]
    rows: tuple[int, ...]


def chosen(
    plan: Plan, values: Sequence[object], compare: TimeComparison | None
) -> tuple[tuple[int, ...], Undecided | None]:
    """Return the rows that can be met, in order, and why there is more than one.

    Args:
        plan: The table.
        values: The value of each column, or the `Undecided` that says why there is none.
        compare: How time limits compare; None where no column holds any.

    Raises:
        Undecided: A value lies in no region.
    """
    possible: list[Sequence[int]] = []
    why: Undecided | None = None
    for column, value in zip(plan.columns, values, strict=True):
        regions, reason = _regions(column, value, compare)
        if not regions:
            raise Undecided(OUTSIDE) if reason is None else reason
        possible.append(regions)
        why = why or reason
    found = set()
    for combination in product(*possible):
        index = 0
        for column, region in zip(plan.columns, combination, strict=True):
            index = index * len(column.regions) + region
        found.add(plan.rows[index])
    return tuple(sorted(found)), why


def agreed(results: Sequence[Value], why: Undecided | None) -> Value:
    """Return the one value of all rows that can be met.

    Raises:
        Undecided: They give different values; `why` is raised.
    """
    first = results[0]
    if why is not None and any(result != first for result in results[1:]):
        raise why
    return first


def _regions(
    column: Column, value: object, compare: TimeComparison | None
) -> tuple[Sequence[int], Undecided | None]:
    """Return the regions in which a value can lie, and why there may be several."""
    if isinstance(value, Undecided):
        return range(len(column.regions)), value
    held = [_in_spans(value, spans, compare) for spans in column.tests]
    why = next((answer for answer in held if isinstance(answer, Undecided)), None)
    if why is None:
        known = tuple(held)
        return ((column.regions.index(known),) if known in column.regions else ()), None
    fitting = [
        number
        for number, region in enumerate(column.regions)
        if all(
            isinstance(answer, Undecided) or answer is there
            for answer, there in zip(held, region, strict=True)
        )
    ]
    return fitting, why


def _in_spans(
    value: object, spans: tuple[Span, ...], compare: TimeComparison | None
) -> bool | Undecided:
    """Return whether a value lies in one of some spans, or why that is unknown."""
    why: Undecided | None = None
    for span in spans:
        try:
            if _in_span(value, span, compare):
                return True
        except Undecided as reason:
            why = reason.with_traceback(None)
    return False if why is None else why


def _in_span(value: object, span: Span, compare: TimeComparison | None) -> bool:
    if span.is_point:
        return _holds(value, Comparison.EQ, span.low, compare)
    asked = (
        (Comparison.GT if span.above else Comparison.GE, span.low),
        (Comparison.LT if span.below else Comparison.LE, span.high),
    )
    why: Undecided | None = None
    for comparison, bound in asked:
        try:
            if bound is not None and not _holds(value, comparison, bound, compare):
                return False
        except Undecided as reason:
            why = reason.with_traceback(None)
    if why is not None:
        raise why
    return True


def _holds(
    value: object, comparison: Comparison, bound: object, compare: TimeComparison | None
) -> bool:
    if isinstance(value, TimeLimit) and compare is not None:
        return compare(value, comparison, cast("TimeLimit", bound))
    match comparison:
        case Comparison.EQ:
            return value == bound
        case Comparison.GT:
            return value > bound  # type: ignore[operator, no-any-return]  # the checker has seen to it
        case Comparison.GE:
            return value >= bound  # type: ignore[operator, no-any-return]  # the checker has seen to it
        case Comparison.LT:
            return value < bound  # type: ignore[operator, no-any-return]  # the checker has seen to it
    return value <= bound  # type: ignore[operator, no-any-return]  # the checker has seen to it
