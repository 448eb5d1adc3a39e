"""Gives decision tables their types (bảng quyết định) and proves one row for every case.

A table is refused where two rows meet the same values or no row meets some; the finding
names such values. Only a last row that is open to everything may meet what others meet.
"""

from __future__ import annotations

from collections.abc import Sequence

from tthc_rules.lang import kinds, syntax
from tthc_rules.lang.cells import domain_of
from tthc_rules.lang.limits import MAX_COMBINATIONS
from tthc_rules.lang.problems import Values
from tthc_rules.lang.regions import Regions, Verified, regions, size, verify
from tthc_rules.lang.scope import Scope
from tthc_rules.lang.syntax import LiteralValue
from tthc_rules.lang.tables import Cell, Span
from tthc_rules.lang.typed import Constant, Table, Term
from tthc_rules.lang.valuer import Valuer
from tthc_rules.lang.vocabulary import Enumeration, Type
from tthc_rules.model.quantities import TimeLimit
from tthc_rules.model.text import Text

_NO_NAMES = Scope({})


class Tabulator(Valuer):
    """Types decision tables; `Checker` adds conditions and lists."""

    def _table(self, node: syntax.Table, scope: Scope) -> Term | None:
        columns = self._columns(node, scope.wanting(None))
        results = self._results(node, scope)
        cells = None if columns is None else self._cells(node, columns)
        if columns is None or cells is None or results is None:
            return None
        found = self._regions(node, columns, cells)
        if found is None:
            return None
        verified = verify(found, len(cells), otherwise=not any(c.spans for c in cells[-1]))
        if self._refused(node, columns, verified):
            return None
        terms, kind = results
        return Table(columns, cells, terms, verified.plan, kind, node.place)

    def _columns(self, node: syntax.Table, scope: Scope) -> tuple[Term, ...] | None:
        found: list[Term] = []
        for column in node.columns:
            term = self.check(column, scope)
            if term is None:
                continue
            term = self.whole(term)
            if kinds.is_single(term.type):
                found.append(term)
            else:
                values: Values = {"found": self.shown(term.type)}
                self.problems.add("lang/wrong-type.table-column", column.place, values)
        return tuple(found) if len(found) == len(node.columns) else None

    # Results

    def _results(self, node: syntax.Table, scope: Scope) -> tuple[tuple[Term, ...], Type] | None:
        """Return the results with their one type."""
        wanted: Type | None = None
        terms: list[Term] = []
        for row in node.rows:
            term = self.check(row.result, scope, wanted or scope.wanted)
            if term is None:
                continue
            term = self.whole(term)
            wanted = self._joined(term, wanted)
            if wanted is None:
                return None
            terms.append(term)
        if wanted is None or len(terms) < len(node.rows):
            return None
        return tuple(terms), wanted

    def _joined(self, term: Term, wanted: Type | None) -> Type | None:
        if not kinds.is_single(term.type):
            values: Values = {"found": self.shown(term.type)}
            self.problems.add("lang/wrong-type.table-result", term.place, values)
            return None
        if wanted is None:
            return term.type
        kind = kinds.joint(term.type, wanted)
        if kind is None:
            self._mismatch(term, wanted, term.place)
        return kind

    # Cells

    def _cells(
        self, node: syntax.Table, columns: tuple[Term, ...]
    ) -> tuple[tuple[Cell, ...], ...] | None:
        rows: list[tuple[Cell, ...]] = []
        for row in node.rows:
            if not row.cells:
                rows.append(tuple(Cell((), row.place) for _ in columns))
            elif len(row.cells) != len(columns):
                values = {"found": str(len(row.cells)), "wanted": str(len(columns))}
                self.problems.add("lang/table-width", row.place, values)
            else:
                pairs = zip(row.cells, columns, strict=True)
                cells = [self._cell(cell, column.type) for cell, column in pairs]
                found = tuple(cell for cell in cells if cell is not None)
                if len(found) == len(columns):
                    rows.append(found)
        if len(rows) < len(node.rows):
            return None
        for row, cells_of_row in zip(node.rows[:-1], rows, strict=False):
            if not any(cell.spans for cell in cells_of_row):
                self.problems.add("lang/table-overlap.rest", row.place, remedy={})
                return None
        return tuple(rows)

    def _cell(self, node: syntax.Cell, kind: Type) -> Cell | None:
        spans = [self._span(option, kind) for option in node.options]
        found = tuple(span for span in spans if span is not None)
        return Cell(found, node.place) if len(found) == len(spans) else None

    def _span(self, node: syntax.Option, kind: Type) -> Span | None:
        values: Values = {"found": self.shown(kind)}
        if node.word in ("LONGER", "SHORTER") and not kinds.is_time(kind):
            self._wrong("lang/wrong-type.not-time", node.place, values)
            return None
        if node.word and not kinds.is_ordered(kind):
            self._wrong("lang/wrong-type.table-range", node.place, values)
            return None
        if node.low is node.high and node.low is not None:
            low = high = self._bound(node.low, kind)
            found = low is not None
        else:
            low = None if node.low is None else self._bound(node.low, kind)
            high = None if node.high is None else self._bound(node.high, kind)
            found = (low is None) == (node.low is None) and (high is None) == (node.high is None)
        return Span(low, high, node.above, node.below) if found else None

    def _bound(self, node: syntax.Expression, kind: Type) -> LiteralValue | None:
        """Return a constant of a cell; a bare word is a value of the column's enumeration."""
        if isinstance(node, syntax.Name) and not isinstance(kind, Enumeration):
            self.problems.add("lang/table-constant", node.place, {"name": node.word}, remedy={})
            return None
        term = self.value(node, _NO_NAMES, kind)
        return term.value if isinstance(term, Constant) else None

    # One row for every case

    def _regions(
        self,
        node: syntax.Table,
        columns: tuple[Term, ...],
        rows: tuple[tuple[Cell, ...], ...],
    ) -> tuple[Regions, ...] | None:
        found: list[Regions] = []
        for number, column in enumerate(columns):
            cells = [row[number] for row in rows]
            if self._mixed(cells):
                return None
            found.append(regions(cells, domain_of(column, self.vocabulary)))
            for row, cell in enumerate(cells):
                if not found[-1].met >> row & 1:
                    self.problems.add("lang/table-empty-cell", cell.place, remedy={})
                    return None
        if size(found) > MAX_COMBINATIONS:
            limit = {"limit": str(MAX_COMBINATIONS)}
            self.problems.add("lang/too-large.table", node.at, limit)
            return None
        return tuple(found)

    def _mixed(self, cells: Sequence[Cell]) -> bool:
        """Report a time limit that counts otherwise than the first of its column."""
        first: TimeLimit | None = None
        for cell in cells:
            for span in cell.spans:
                for bound in (span.low, span.high):
                    if not isinstance(bound, TimeLimit):
                        continue
                    first = first or bound
                    if bound.kind is not first.kind:
                        values: Values = {"found": bound.text(), "wanted": first.text()}
                        self.problems.add("lang/table-kinds", cell.place, values, remedy={})
                        return True
        return False

    def _refused(self, node: syntax.Table, columns: tuple[Term, ...], verified: Verified) -> bool:
        for later, first, witness in verified.overlaps:
            self.problems.add(
                "lang/table-overlap",
                node.rows[later].place,
                {"witness": self._case(columns, witness)},
                remedy={},
                first=node.rows[first].place,
            )
        if verified.gap is not None:
            case: Values = {"witness": self._case(columns, verified.gap)}
            self.problems.add("lang/table-gap", node.at, case, remedy={})
        if verified.idle:
            self.problems.add("lang/table-idle", node.rows[-1].place, remedy={})
        return bool(verified.overlaps or verified.idle or verified.gap is not None)

    def _case(self, columns: tuple[Term, ...], witness: Sequence[Text]) -> Text:
        names = [" ".join(self.problems.written(column.place).split()) for column in columns]
        pairs = list(zip(names, witness, strict=True))
        return Text(
            "; ".join(f"{name}: {text.vi}" for name, text in pairs),
            "; ".join(f"{name}: {text.en}" for name, text in pairs),
        )
