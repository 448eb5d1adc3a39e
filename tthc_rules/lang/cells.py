"""Columns and cells of a decision table (cột và ô): what they can hold, what they ask."""

from __future__ import annotations

from collections.abc import Iterator

from tthc_rules.lang import kinds, runtime
from tthc_rules.lang.amounts import least_of
from tthc_rules.lang.regions import Domain
from tthc_rules.lang.syntax import LiteralValue
from tthc_rules.lang.tables import Cell, Span
from tthc_rules.lang.typed import Compare, Constant, Junction, Listing, Member, Not, Term
from tthc_rules.lang.vocabulary import BOOLEAN, Enumeration, ListOf, Vocabulary
from tthc_rules.model.conditions import Comparison


def domain_of(column: Term, vocabulary: Vocabulary) -> Domain:
    """Return all the values that a column can have.

    Args:
        column: What is looked at.
        vocabulary: Knows the values of enumerations.
    """
    if isinstance(column.type, Enumeration):
        values = vocabulary.enums[column.type.name].values
        return Domain(tuple((value.value, value.text) for value in values))
    if column.type == BOOLEAN:
        return Domain(tuple((value, runtime.shown(value, None)) for value in (True, False)))
    return Domain(None, kinds.is_ordered(column.type), least_of(column))


def condition_of(column: Term, cell: Cell, vocabulary: Vocabulary) -> Term | None:
    """Return the condition that a cell puts on its column, None for an open cell.

    Args:
        column: What the cell looks at.
        cell: The cell.
        vocabulary: Knows the words of enumerations.
    """
    points = [span.low for span in cell.spans if span.is_point and span.low is not None]
    asked = list(_points(column, points, cell, vocabulary))
    asked += [_range(column, span, cell) for span in cell.spans if not span.is_point]
    if len(asked) < 2:
        return asked[0] if asked else None
    return Junction(False, tuple(asked), BOOLEAN, cell.place)


def _points(
    column: Term, points: list[LiteralValue], cell: Cell, vocabulary: Vocabulary
) -> Iterator[Term]:
    constants = tuple(_constant(column, point, cell, vocabulary) for point in points)
    if len(constants) > 1:
        listing = Listing(constants, ListOf(column.type), cell.place)
        yield Member(column, listing, False, BOOLEAN, cell.place)
    for constant in constants if len(constants) == 1 else ():
        if constant.value is True:
            yield column
        elif constant.value is False:
            yield Not(column, BOOLEAN, cell.place)
        else:
            yield Compare(Comparison.EQ, "EQ", column, constant, BOOLEAN, cell.place)


def _range(column: Term, span: Span, cell: Cell) -> Term:
    asked = []
    for bound, strict, word, loose in (
        (span.low, span.above, Comparison.GT, Comparison.GE),
        (span.high, span.below, Comparison.LT, Comparison.LE),
    ):
        if bound is not None:
            comparison = word if strict else loose
            constant = Constant(bound, column.type, cell.place)
            term = Compare(comparison, comparison.name, column, constant, BOOLEAN, cell.place)
            asked.append(term)
    return asked[0] if len(asked) == 1 else Junction(True, tuple(asked), BOOLEAN, cell.place)


def _constant(column: Term, value: LiteralValue, cell: Cell, vocabulary: Vocabulary) -> Constant:
    shown = None
    if isinstance(column.type, Enumeration):
        known = vocabulary.enums[column.type.name].values
        shown = next(one for one in known if one.value == value)
    return Constant(value, column.type, cell.place, shown)
