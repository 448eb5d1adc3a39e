"""A YAML document as it stands in its file: nodes with offsets (nút).

The tree is made only where somebody needs places: for a file with a mistake, or for the
place of one value. Offsets count the code points of the text.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeAlias

from tthc_rules.loading.composing import composed


@dataclass(slots=True)
class ScalarNode:
    """A text, as yet without a type (vô hướng).

    Attributes:
        start: Where it begins, its tag and anchor included.
        end: Where it ends.
        body: Where it begins without tag and anchor.
        text: What it reads as.
        style: `""` when plain, else its quote or `|` or `>`.
        tagged: Whether it carries a tag, so that its type is not judged.
    """

    start: int
    end: int
    body: int
    text: str
    style: str
    tagged: bool

    @property
    def is_missing(self) -> bool:
        """Whether nothing is written here at all."""
        return not self.text and not self.style


@dataclass(slots=True)
class AliasNode:
    """A `*name`, whose value is never looked up (bí danh)."""

    start: int
    end: int


@dataclass(slots=True)
class ListNode:
    """A list (danh sách)."""

    start: int
    end: int
    tagged: bool
    items: list[Node]


@dataclass(slots=True)
class MappingNode:
    """A mapping (ánh xạ): its pairs in the order of the file, repeated keys included."""

    start: int
    end: int
    tagged: bool
    pairs: list[tuple[Node, Node]]
    _by_name: dict[str, tuple[Node, Node]] = field(default_factory=dict, repr=False, compare=False)

    def pair(self, name: str | int) -> tuple[Node, Node] | None:
        """Return key and value of the first pair whose key is the text `name` in NFC."""
        if not self._by_name:
            for key, value in self.pairs:
                if isinstance(key, ScalarNode):
                    text = composed(key.text)
                    self._by_name.setdefault(text, (key, value))
        return self._by_name.get(name) if isinstance(name, str) else None


Node: TypeAlias = "ScalarNode | AliasNode | ListNode | MappingNode"


def child(node: Node, part: str | int) -> tuple[Node | None, Node] | None:
    """Return the key and the value below `node` at one part of a pointer, or None.

    Of a repeated key the first counts. An item of a list has no key.
    """
    if isinstance(node, ListNode):
        known = isinstance(part, int) and 0 <= part < len(node.items)
        return (None, node.items[int(part)]) if known else None
    return node.pair(part) if isinstance(node, MappingNode) else None


def node_at(root: Node, pointer: Iterable[str | int]) -> Node:
    """Return the node at `pointer`, or the nearest one above it that exists."""
    here = root
    for part in pointer:
        below = child(here, part)
        if below is None:
            return here
        here = below[1]
    return here


def heading(node: Node) -> tuple[int, int]:
    """Return the first key of a mapping, the first sign of anything else."""
    if isinstance(node, MappingNode) and node.pairs:
        return node.start, max(node.pairs[0][0].end, node.start)
    if isinstance(node, ListNode):
        return node.start, min(node.start + 1, node.end)
    return node.start, node.end
