"""Reading a typed tree field by field (đọc dữ liệu đã định kiểu).

What the reader of the file refused, or what has another shape than the field, is noted and
stays unknown: it never passes for missing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from tthc_rules.model.entry import Entry
from tthc_rules.model.validity import ALWAYS, Validity
from tthc_rules.model.values import REFUSED, Tree, Value
from tthc_rules.source import Pointer, Span

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Fields:
    """One mapping of a document with its place, and the keys that could not be read."""

    entry: Entry
    tree: Tree
    pointer: Pointer
    unread: set[str] = field(default_factory=set)

    def place(self, *keys: str | int) -> Span:
        """Return where a value of this mapping stands."""
        return self.entry.place((*self.pointer, *keys))

    def has(self, key: str) -> bool:
        """Return whether a key is there, readable or not."""
        return key in self.tree

    def value(self, key: str) -> Value | None:
        """Return a readable value as it is, None where it is absent or refused."""
        found = self.tree.get(key)
        if found is REFUSED:
            self.unread.add(key)
            return None
        return found

    def text(self, key: str) -> str | None:
        """Return a text, None where there is none."""
        return self._of(key, str)

    def day(self, key: str) -> date | None:
        """Return a day, None where there is none."""
        return self._of(key, date)

    def flag(self, key: str) -> bool:
        """Return a truth; absent is false, refused is noted and false."""
        return self._of(key, bool) or False

    def number(self, key: str) -> int | None:
        """Return a whole number, None where there is none."""
        found = self._of(key, int)
        return None if isinstance(found, bool) else found

    def period(self) -> Validity:
        """Return the half-open period of `from` and `until`; an empty one is noted."""
        start, end = self.day("from"), self.day("until")
        if start is not None and end is not None and end <= start:
            self.unread.add("until")
            return ALWAYS
        return Validity(start, end)

    def texts(self, key: str) -> tuple[str, ...] | None:
        """Return a list of texts, or one text as a list; None where there is none."""
        found = self.value(key)
        items = (found,) if isinstance(found, str) else found
        if items is None:
            return None
        if not isinstance(items, tuple):
            self.unread.add(key)
            return None
        if any(not isinstance(item, str) for item in items):
            self.unread.add(key)
        return tuple(item for item in items if isinstance(item, str))

    def inner(self, key: str) -> Fields | None:
        """Return the mapping at a key, None where there is none."""
        found = self.value(key)
        if found is None:
            return None
        if not isinstance(found, Mapping):
            self.unread.add(key)
            return None
        return Fields(self.entry, found, (*self.pointer, key))

    def each(self, key: str) -> Iterator[Fields]:
        """Yield the mappings of a list; an item that is none is noted."""
        found = self.value(key)
        if found is not None and not isinstance(found, tuple):
            self.unread.add(key)
        for index, item in enumerate(found if isinstance(found, tuple) else ()):
            if isinstance(item, Mapping):
                yield Fields(self.entry, item, (*self.pointer, key, index))
            else:
                self.unread.add(key)

    def _of(self, key: str, kind: type[_T]) -> _T | None:
        found = self.value(key)
        if found is None or isinstance(found, kind):
            return found
        self.unread.add(key)
        return None
