"""One source line with the place marked below it (trích dẫn dòng nguồn).

Columns here are columns of a terminal: a combining mark takes none, a wide letter two, a
tab goes on to the next stop, and what could drive the terminal is written out.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from tthc_rules.report.escape import escaped, is_dangerous
from tthc_rules.source import Source, Span

WIDTH = 100
"""Most columns of source text shown of one line."""

TAB = 4
"""Columns between tab stops."""

_MARKS = 4  # more combining marks on one letter are written out: no text needs them
_REACH = (WIDTH + 2) * (_MARKS + 2)  # code points that can matter on one side of the caret
_CUT = "…"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line ready to print, and where its carets go.

    Attributes:
        line: The text, clipped to `WIDTH` columns around the place.
        before: Columns before the first caret.
        carets: Number of carets, at least 1.
    """

    line: str
    before: int
    carets: int


def display_width(text: str) -> int:
    """Return how many columns of a terminal `text` takes (bề rộng hiển thị)."""
    return sum(map(_width, text))


def excerpt(source: Source, span: Span) -> Excerpt:
    """Return the first line of `span` with carets under the part that lies on that line."""
    line = source.line(span.start.line)
    start = min(max(span.start.column - 1, 0), len(line))
    same_line = span.end.line == span.start.line
    end = min(max(span.end.column - 1, start), len(line)) if same_line else len(line)
    first = max(start - _REACH, 0)
    near = line[first : start + _REACH]
    cells = tuple(_cells(near))
    edges = tuple(accumulate(map(display_width, cells), initial=0))
    left, right = _window(
        edges,
        start - first,
        min(end - first, len(cells)),
        WIDTH if len(near) == len(line) else 0,
    )
    head = _CUT if first or left else ""
    tail = _CUT if right < len(cells) or len(line) > first + len(cells) else ""
    shown = head + "".join(cells[left:right]) + tail
    return Excerpt(
        line=shown.rstrip(),
        before=len(head) + _caret_start(edges, start - first) - edges[left],
        carets=_carets(edges, start - first, min(end - first, right)),
    )


def _caret_start(edges: tuple[int, ...], start: int) -> int:
    # A combining mark has no column of its own: the caret goes under its letter.
    alone = start + 1 < len(edges) and edges[start + 1] == edges[start] and edges[start] > 0
    return edges[start] - 1 if alone else edges[start]


def _carets(edges: tuple[int, ...], start: int, end: int) -> int:
    return max(edges[max(end, start)] - _caret_start(edges, start), 1)


def _window(edges: tuple[int, ...], start: int, end: int, whole: int) -> tuple[int, int]:
    """Return the first cell shown and the first no longer shown."""
    cells = len(edges) - 1
    if edges[-1] <= whole:
        return 0, cells
    room = WIDTH - 2 * len(_CUT)
    marked = min(max(edges[end] - edges[start], 1), room)
    lead = (room - marked) // 2
    left = bisect_left(edges, max(edges[start] - lead, 0))
    right = min(bisect_right(edges, edges[left] + room) - 1, cells)
    if right == cells:
        left = min(left, bisect_left(edges, max(edges[-1] - room, 0)))
    return left, right


def _cells(line: str) -> Iterator[str]:
    column = marks = 0
    for char in line:
        marks = marks + 1 if _width(char) == 0 else 0
        if char == "\t":
            cell = " " * (TAB - column % TAB)
        elif is_dangerous(char) or marks > _MARKS:
            cell = escaped(char)
        else:
            cell = char
        column += display_width(cell)
        yield cell


def _width(char: str) -> int:
    if char.isascii():
        return 1
    if unicodedata.category(char) in {"Mn", "Me"} or "\u1160" <= char <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1
