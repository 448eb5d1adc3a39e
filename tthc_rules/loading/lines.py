"""The fastest way: files written the way people write them, line by line (đọc theo dòng).

Most files use little of YAML: one field or item a line, short lists in brackets, a block text
here and there. Those are read without libyaml. Anything else, a trailing comment included, is
none of this module's business: it gives up, and libyaml decides. Tests hold every answer
against the careful way.
"""

from __future__ import annotations

import re

from tthc_rules.loading.schemas import Definition, Schemas
from tthc_rules.loading.shapes import DoubtError, Shape
from tthc_rules.loading.sure import (
    Sure,
    sure_extra,
    sure_fields,
    sure_item,
    sure_kind,
    sure_list,
    sure_scalar,
)
from tthc_rules.model.values import Tree, Value

_LINE = re.compile(r"^( *)((- )?(?:([a-z][a-z0-9_-]*):(?: |$))?(.*))$", re.MULTILINE)
_FLOW_KEY = re.compile(r"([a-z][a-z0-9_-]*): +")
_FLOW_TEXT = re.compile(r"\"([^\"]*)\"|'([^']*)'|([^\W_][^,\[\]{}:#]*)")
_FLOW_GAP = re.compile(r" *, *")
_BLOCKS = {"|": ("\n", "\n"), "|-": ("\n", ""), ">": (" ", "\n"), ">-": (" ", "")}

_Line = tuple[str, str, str, str, str]
"""Indentation; the rest of the line; in it: dash, key, what follows them."""


def read_lines(
    text: str, schemas: Schemas, definition: Definition | None
) -> tuple[Sure, ...] | None:
    """Return the documents in `text`, or None for a text that is not so simple.

    Args:
        text: A text whose characters were found right.
        schemas: The kinds that a document may name.
        definition: What every document is, whatever its `kind` says; None to go by `kind`.
    """
    if not text.endswith("\n") or "\t" in text or "\r" in text or "\\" in text:
        return None
    try:
        return _Lines(text, schemas, definition).documents()
    except DoubtError:
        return None


class _Lines:
    """The lines of one text; `_at` is the next one to be read."""

    def __init__(self, text: str, schemas: Schemas, definition: Definition | None) -> None:
        self._lines: list[_Line] = _LINE.findall(text)
        self._at = 0
        self._schemas = schemas
        self._definition = definition

    def documents(self) -> tuple[Sure, ...]:
        line = self._peek()
        if line is None or line[0]:
            raise DoubtError
        documents: list[Sure] = []
        if not line[2]:
            documents.append(((), *self._document(0, 1)))
        else:
            while line is not None and line[2] and not line[0]:
                documents.append(((len(documents),), *self._document(2, 2)))
                line = self._peek()
        if self._peek() is not None:
            raise DoubtError
        return tuple(documents)

    def _peek(self) -> _Line | None:
        """Return the next line that is neither blank nor a comment, and stop at it."""
        lines = self._lines
        while self._at < len(lines):
            line = lines[self._at]
            if line[1] and line[1][0] != "#":
                return line
            self._at += 1
        return None

    def _document(self, column: int, depth: int) -> tuple[str, Tree]:
        if self._definition is not None:
            return self._definition.name, self._mapping(self._definition.shape, column, depth)
        _spaces, _content, _dash, key, rest = self._lines[self._at]
        definition = sure_kind(key, rest.strip("\"'"), self._schemas)
        return definition.name, self._mapping(definition.shape, column, depth)

    def _mapping(self, shape: Shape, column: int, depth: int) -> Tree:
        """Read the fields from `_at` on; the first may stand behind the dash of its item."""
        fields, extra, required = sure_fields(shape, depth)
        value: dict[str, Value] = {}
        lines = self._lines
        first = True
        while self._at < len(lines):
            spaces, content, dash, key, rest = lines[self._at]
            if not content or content[0] == "#":
                self._at += 1
                continue
            if not first and len(spaces) < column:
                break
            if not key or key in value or not (first or (len(spaces) == column and not dash)):
                raise DoubtError
            first = False
            child = fields.get(key)
            if child is None:
                child = sure_extra(key, extra)
            self._at += 1
            if rest:
                value[key] = self._inline(rest, child, column, depth + 1)
            else:
                value[key] = self._below(child, column, depth + 1)
        if not value.keys() >= required:
            raise DoubtError
        return value

    def _below(self, shape: Shape, column: int, depth: int) -> Value:
        """Read what stands below a key at `column`."""
        line = self._peek()
        if line is None:
            raise DoubtError
        indent = len(line[0])
        if line[2] and indent >= column:
            return self._list(shape, indent, depth)
        if line[3] and indent > column:
            return self._mapping(shape, indent, depth)
        raise DoubtError

    def _list(self, shape: Shape, column: int, depth: int) -> Value:
        item = sure_item(shape, depth)
        items: list[Value] = []
        while (line := self._peek()) is not None:
            spaces, _content, dash, key, rest = line
            if len(spaces) != column or not dash:
                if len(spaces) > column:
                    raise DoubtError
                break
            if key:
                items.append(self._mapping(item, column + 2, depth + 1))
                continue
            self._at += 1
            if not rest:
                raise DoubtError
            items.append(self._inline(rest, item, column, depth + 1))
        return sure_list(items, shape)

    def _inline(self, rest: str, shape: Shape, column: int, depth: int) -> Value:
        """Return what stands behind a key or a dash on its line."""
        first = rest[0]
        if first.isalnum() or first in "(/":
            if ": " in rest or " #" in rest or rest[-1] in ": ":
                raise DoubtError
            return sure_scalar(rest, shape, plain=True)
        if first in "\"'":
            if len(rest) < 2 or rest.find(first, 1) != len(rest) - 1:
                raise DoubtError
            return sure_scalar(rest[1:-1], shape, plain=False)
        if first in "[{":
            value, end = _flow(rest, 0, shape, depth)
            if end != len(rest):
                raise DoubtError
            return value
        if rest in _BLOCKS:
            return sure_scalar(self._block(rest, column), shape, plain=False)
        raise DoubtError

    def _block(self, header: str, column: int) -> str:
        """Return a block text of evenly indented lines without a blank one between them."""
        lines = self._lines
        if self._at >= len(lines):
            raise DoubtError
        indent = len(lines[self._at][0])
        parts: list[str] = []
        while self._at < len(lines) and len(lines[self._at][0]) == indent:
            content = lines[self._at][1]
            if not content or content[-1] == " ":
                break
            parts.append(content)
            self._at += 1
        while self._at < len(lines) and not lines[self._at][0] and not lines[self._at][1]:
            self._at += 1
        ends = self._at >= len(lines) or (
            len(lines[self._at][0]) <= column and lines[self._at][1] != ""
        )
        if indent <= column or not parts or not ends:
            raise DoubtError
        joint, end = _BLOCKS[header]
        return joint.join(parts) + end


def _flow(text: str, at: int, shape: Shape, depth: int) -> tuple[Value, int]:
    """Return the value at `at` in a text of brackets, and where it ends."""
    opening = text[at : at + 1]
    if opening == "[":
        return _flow_list(text, at + 1, shape, depth)
    if opening == "{":
        return _flow_mapping(text, at + 1, shape, depth)
    match = _FLOW_TEXT.match(text, at)
    if match is None:
        raise DoubtError
    if match[3] is not None:
        return sure_scalar(match[3].rstrip(" "), shape, plain=True), match.end()
    quoted = match[1] if match[1] is not None else match[2]
    return sure_scalar(quoted, shape, plain=False), match.end()


def _flow_list(text: str, at: int, shape: Shape, depth: int) -> tuple[Value, int]:
    item = sure_item(shape, depth)
    items: list[Value] = []
    if text[at : at + 1] == "]":
        return sure_list(items, shape), at + 1
    while True:
        value, at = _flow(text, at, item, depth + 1)
        items.append(value)
        if text[at : at + 1] == "]":
            return sure_list(items, shape), at + 1
        at = _after_comma(text, at)


def _flow_mapping(text: str, at: int, shape: Shape, depth: int) -> tuple[Value, int]:
    fields, extra, required = sure_fields(shape, depth)
    value: dict[str, Value] = {}
    if text[at : at + 1] == "}" and not required:
        return value, at + 1
    while True:
        match = _FLOW_KEY.match(text, at)
        if match is None or match[1] in value:
            raise DoubtError
        key = match[1]
        child = fields.get(key)
        if child is None:
            child = sure_extra(key, extra)
        value[key], at = _flow(text, match.end(), child, depth + 1)
        if text[at : at + 1] == "}":
            if not value.keys() >= required:
                raise DoubtError
            return value, at + 1
        at = _after_comma(text, at)


def _after_comma(text: str, at: int) -> int:
    match = _FLOW_GAP.match(text, at)
    if match is None:
        raise DoubtError
    return match.end()
