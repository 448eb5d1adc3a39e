"""A data file as values with places (tài liệu)."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from tthc_rules.loading.nodes import MappingNode, Node, child
from tthc_rules.loading.structure import structure
from tthc_rules.model.values import Tree
from tthc_rules.source import Pointer, Position, Source, Span


@dataclass(frozen=True, slots=True)
class Document:
    """One item of a data file, typed by the schema of its kind (một mục dữ liệu).

    Places are looked up by reading the text again, so a document without findings costs
    nothing for them and stays small when it is sent to another process.

    Attributes:
        file: The name shown to people.
        text: The readable text of the whole file, without a byte order mark.
        kind: The kind it names.
        value: Its fields; what was refused is `REFUSED`.
        base: Where it stands in the file: `()` when it is the whole of it.
    """

    file: str
    text: str = field(repr=False)
    kind: str
    value: Tree = field(repr=False)
    base: Pointer = ()

    def place(self, pointer: Pointer = ()) -> Span:
        """Return where the value at `pointer` stands, or the nearest value around it.

        Args:
            pointer: From the root of this document.
        """
        source, root = _nodes(self.file, self.text)
        here = root
        for part in (*self.base, *pointer):
            below = child(here, part)
            if below is None:
                break
            here = below[1]
        return source.span(here.start, here.end)

    def key_place(self, pointer: Pointer) -> Span:
        """Return where the key of the value at `pointer` stands.

        An item of a list has no key: its own place is returned. So is that of the nearest
        value around, where `pointer` leads to nothing.
        """
        source, root = _nodes(self.file, self.text)
        here: Node = root
        for part in (*self.base, *pointer[:-1]):
            below = child(here, part)
            if below is None:
                return source.span(here.start, here.end)
            here = below[1]
        found = child(here, pointer[-1]) if pointer else None
        if found is None:
            return self.place(pointer[:-1])
        key, value = found
        node = value if key is None else key
        return source.span(node.start, node.end)

    def heading(self) -> Span:
        """Return the first key: where a finding on the document as a whole stands."""
        source, root = _nodes(self.file, self.text)
        here = root
        for part in self.base:
            below = child(here, part)
            here = here if below is None else below[1]
        first = here.pairs[0][0] if isinstance(here, MappingNode) and here.pairs else here
        return source.span(first.start, first.end)


@lru_cache(maxsize=16)
def _nodes(file: str, text: str) -> tuple[Source, Node]:
    root = structure(text).root
    if root is None:
        raise ValueError(f"{file} holds no document")
    return Source(file, text), root


def beginning(file: str) -> Span:
    """Return the place of a finding on a file that could not be read: its very start."""
    return Span(file, Position(1, 1), Position(1, 1))
