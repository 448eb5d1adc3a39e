"""A value in a file, as the floors above loading see it (mục dữ liệu)."""

from __future__ import annotations

from typing import Protocol

from tthc_rules.model.values import Tree
from tthc_rules.source import Pointer, Span


class Entry(Protocol):
    """One item of a data file: its typed value and where each part of it stands."""

    @property
    def file(self) -> str:
        """The name of the file as shown to people."""
        ...

    @property
    def kind(self) -> str:
        """What the item is: instrument, procedure, configuration …"""
        ...

    @property
    def value(self) -> Tree:
        """The typed value; never changed in place."""
        ...

    def place(self, pointer: Pointer) -> Span:
        """Return where the value at `pointer` stands; of its nearest parent if it is absent."""
        ...

    def key_place(self, pointer: Pointer) -> Span:
        """Return where the key of the value at `pointer` stands."""
        ...
