"""A calendar document as loading would hand it over (tệp lịch nghỉ ví dụ)."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

from tthc_rules.model.values import Tree
from tthc_rules.source import Pointer, Position, Span


class Document:
    """An entry whose every place is named by its pointer: item 3 of a list is line 3."""

    def __init__(self, content: Any, file: str = "vn-2098.yaml") -> None:
        value = _frozen(content)
        assert isinstance(value, MappingProxyType)
        self.value: Tree = value
        self.file = file
        self.kind = "calendar"

    def place(self, pointer: Pointer) -> Span:
        """Return a span whose line is the first index of the pointer, from 1."""
        line = next((part + 1 for part in pointer if isinstance(part, int)), 1)
        return Span(self.file, Position(line, 1), Position(line, 2))

    def key_place(self, pointer: Pointer) -> Span:
        """Return the same place as `place`."""
        return self.place(pointer)


def _frozen(content: Any) -> Any:
    if isinstance(content, dict):
        return MappingProxyType({key: _frozen(value) for key, value in content.items()})
    if isinstance(content, list | tuple):
        return tuple(_frozen(value) for value in content)
    return content
