"""Where the words of a decision table are printed (cách trình bày bảng).

The columns stand before the first row, each row has a line of its own, and the cells and
arrows of all rows stand below each other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tthc_rules.lang.tokens import Token

_OPENING = ("LPAR", "LSQB")
_CLOSING = ("RPAR", "RSQB")


@dataclass(frozen=True, slots=True)
class Slot:
    """How a token of a table is printed (chỗ của một từ trong bảng).

    Attributes:
        row: How many tables it begins a row in; None where it begins none.
        pad: Spaces before it, besides the usual one.
        joined: Whether a line break before it is taken away.
        left: How many tables are still open behind it, where it closes one.
    """

    row: int | None = None
    pad: int = 0
    joined: bool = False
    left: int | None = None

    def behind(self, depth: int) -> int:
        """Return in how many tables what follows stands, where this stands in `depth`."""
        if self.left is not None:
            return self.left
        return depth if self.row is None else self.row


@dataclass(frozen=True, slots=True)
class _Row:
    """A row: the sign it follows, its cells, its arrow."""

    after: Token
    cells: tuple[tuple[Token, ...], ...]
    arrow: Token


def slots(tokens: Sequence[Token], written: Callable[[Sequence[Token]], str]) -> Mapping[int, Slot]:
    """Return how the tokens of the tables in a clause are printed, by their offsets.

    Args:
        tokens: The tokens of the clause.
        written: Prints tokens on one line.
    """
    found: dict[int, Slot] = {}
    closes: list[int] = []
    for number, token in enumerate(tokens):
        while closes and number >= closes[-1]:
            closes.pop()
        if token.kind == "TABLE":
            end = _end(tokens, number + 1)
            closes.append(end)
            depth = len(closes)
            found.update(_slots(tuple(_rows(tokens, number + 1, end)), depth, written))
            found[tokens[end].start] = Slot(left=depth - 1)
    return found


def _end(tokens: Sequence[Token], start: int) -> int:
    """Return the number of the bracket that closes the one at `start`."""
    depth = 0
    for number in range(start, len(tokens)):
        depth += (tokens[number].kind in _OPENING) - (tokens[number].kind in _CLOSING)
        if depth == 0:
            return number
    return len(tokens)


def _rows(tokens: Sequence[Token], start: int, end: int) -> Iterator[_Row]:
    """Yield the rows of the table between two brackets."""
    depth, in_cells = 0, False
    cells: list[list[Token]] = []
    after = tokens[start]
    for token in tokens[start:end]:
        depth += (token.kind in _OPENING) - (token.kind in _CLOSING)
        if depth == 1 and token.kind in ("COLON", "SEMI"):
            after, cells, in_cells = token, [[]], True
        elif depth == 1 and in_cells and token.kind == "ARROW":
            yield _Row(after, tuple(map(tuple, cells)), token)
            in_cells = False
        elif in_cells and token.kind == "COMMA":
            cells.append([])
        elif in_cells:
            cells[-1].append(token)


def _slots(
    rows: Sequence[_Row], depth: int, written: Callable[[Sequence[Token]], str]
) -> Iterator[tuple[int, Slot]]:
    texts = [[written(cell) for cell in row.cells] for row in rows]
    full = [list(map(len, row)) for row in texts if len(row) == max(map(len, texts))]
    widths = [max(sizes) for sizes in zip(*full, strict=True)]
    longest = max(_length(widths), *(_length(list(map(len, row))) for row in texts))
    for row, text in zip(rows, texts, strict=True):
        yield row.after.start, Slot(joined=row.after.kind == "SEMI")
        length = 0
        for number, cell in enumerate(row.cells):
            pad = 0 if number == 0 else widths[number - 1] - len(text[number - 1])
            length += len(text[number]) + pad + (2 if number else 0)
            for place, token in enumerate(cell):
                if place or number:
                    yield token.start, Slot(None, 0 if place else pad, joined=True)
                else:
                    yield token.start, Slot(depth, joined=True)
        yield row.arrow.start, Slot(None, longest - length, joined=True)


def _length(sizes: Sequence[int]) -> int:
    return sum(sizes) + 2 * (len(sizes) - 1)
