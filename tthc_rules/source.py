"""Text with places: positions, spans, pointers and the text they point into (vị trí).

Floor 0: nothing here knows YAML, rules or law.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

Pointer = tuple[str | int, ...]
"""A path into a document: keys and list indexes from the root; `()` is the root itself."""

_LINE_END = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a text. Lines and columns count from 1; columns count code points."""

    line: int
    column: int


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a file, from `start` up to but not including `end`."""

    file: str
    start: Position
    end: Position


class Source:
    """The decoded text of one file, with its lines found once.

    LF, CRLF and a lone CR end a line; NEL, LS, PS, VT and FF do not.

    Args:
        file: The name shown to people, as the user gave it.
        text: The whole text, without a byte order mark.
    """

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in _LINE_END.finditer(self.text))]

    def position(self, offset: int) -> Position:
        """Return the position of the code point at `offset` (from 0; the end is allowed)."""
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)

    def offset(self, position: Position) -> int:
        """Return the offset of `position`; the inverse of `position()`."""
        return self._starts[position.line - 1] + position.column - 1

    def span(self, start: int, end: int) -> Span:
        """Return the span between two offsets."""
        return Span(self.file, self.position(start), self.position(end))

    def line(self, number: int) -> str:
        """Return the text of line `number` (from 1) without its line end."""
        if not 1 <= number <= len(self._starts):
            return ""
        start = self._starts[number - 1]
        match = _LINE_END.search(self.text, start)
        return self.text[start : match.start() if match else len(self.text)]


def pointer_text(pointer: Iterable[str | int]) -> str:
    """Return a pointer in the notation of RFC 6901 (`/cases/0/id`; the root is empty)."""
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in pointer)
