"""Decision tables with one bound moved (đột biến bảng): `≤ 5` and `> 5` as `< 5` and `≥ 5`.

Only what is still a table is yielded: every case belongs to one row.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tthc_rules.lang import runtime
from tthc_rules.lang.cells import domain_of
from tthc_rules.lang.regions import regions, verify
from tthc_rules.lang.syntax import LiteralValue, Place
from tthc_rules.lang.tables import Cell, Span
from tthc_rules.lang.typed import Table
from tthc_rules.lang.vocabulary import Vocabulary
from tthc_rules.model.text import Text


def moved(term: Table, vocabulary: Vocabulary) -> Iterator[tuple[Table, Place, Text]]:
    """Yield a table with one bound of one column on the other side of it.

    Args:
        term: The table.
        vocabulary: The words it uses.

    Yields:
        The changed table, the first cell that was changed, the bound.
    """
    for column in range(len(term.columns)):
        for bound, place in _bounds(term, column).items():
            rows = tuple(
                (*row[:column], _crossed(row[column], bound), *row[column + 1 :])
                for row in term.cells
            )
            changed = _table(term, rows, vocabulary)
            if changed is not None:
                yield changed, place, runtime.shown(bound, None)


def _bounds(term: Table, column: int) -> dict[LiteralValue, Place]:
    """Return the bounds of ranges in a column with the first cell that has each."""
    found: dict[LiteralValue, Place] = {}
    for row in term.cells:
        for span in row[column].spans:
            for bound in (span.low, span.high):
                if bound is not None and not span.is_point:
                    found.setdefault(bound, row[column].place)
    return found


def _crossed(cell: Cell, bound: LiteralValue) -> Cell:
    return replace(cell, spans=tuple(_other_side(span, bound) for span in cell.spans))


def _other_side(span: Span, bound: LiteralValue) -> Span:
    if span.is_point:
        return span
    above = not span.above if span.low == bound else span.above
    below = not span.below if span.high == bound else span.below
    return replace(span, above=above, below=below)


def _table(term: Table, rows: tuple[tuple[Cell, ...], ...], vocabulary: Vocabulary) -> Table | None:
    columns = [
        regions([row[number] for row in rows], domain_of(column, vocabulary))
        for number, column in enumerate(term.columns)
    ]
    otherwise = not any(cell.spans for cell in rows[-1])
    verified = verify(columns, len(rows), otherwise=otherwise)
    if verified.overlaps or verified.gap is not None:
        return None
    return replace(term, cells=rows, plan=verified.plan)
