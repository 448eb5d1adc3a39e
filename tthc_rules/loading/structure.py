"""From text to nodes: the structure of a document and what is refused in it (cấu trúc).

libyaml is asked for one event after the other, so depth and number are bounded before anything
is built, and nothing a file contains is ever constructed, merged or looked up.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from yaml.error import MarkedYAMLError

from tthc_rules.loading.events import (
    ALIAS,
    DOCUMENT_START,
    LIST_END,
    LIST_START,
    MAPPING_END,
    SCALAR,
    STREAM_END,
    Event,
    events,
)
from tthc_rules.loading.faults import FatalError, Fault
from tthc_rules.loading.nodes import AliasNode, ListNode, MappingNode, Node, ScalarNode
from tthc_rules.loading.shapes import MOST_IN_SCALAR
from tthc_rules.loading.syntax import MOST_IN_KEY, directives, fault_of

DEEPEST = 64
MOST_NODES = 2_000_000

GLUED_COMMENT = re.compile(r"(?:[\"'\]},\[{]|[|>][-+0-9]*)(?=#)")
"""Where libyaml may see a comment though no space stands before its `#`."""

_BETWEEN = re.compile(r"(?:\s|#[^\r\n]*)*+")
_HEADER = re.compile(r"[|>][-+0-9]*")
_PROPERTY = re.compile(r"!<[^>\s]*>|![^\s,\[\]{}]*|&[0-9A-Za-z_-]+")


@dataclass(frozen=True, slots=True)
class Structure:
    """The nodes of one document, None where there is none, with the mistakes of structure."""

    root: Node | None
    faults: tuple[Fault, ...] = ()


def structure(text: str) -> Structure:
    """Return the nodes of `text`.

    Raises:
        FatalError: The text is not YAML, or nested too deep, too large, or several documents.
    """
    composer = _Composer(text)
    try:
        root = composer.document()
    except MarkedYAMLError as error:
        first, *others = fault_of(text, error)
        if others:
            return Structure(None, (first, *others))
        raise FatalError(first) from None
    for match in GLUED_COMMENT.finditer(text):
        if not any(start < match.end() < end for start, end in composer.texts):
            raise FatalError(Fault("yaml/syntax", match.end(), match.end() + 1, "comment"))
    return Structure(root, tuple(composer.faults))


class _Composer:
    """Builds the nodes of one text from its events."""

    def __init__(self, text: str) -> None:
        self.faults: list[Fault] = []
        self.texts: list[tuple[int, int]] = []
        self._text = text
        self._next = events(text)
        self._nodes = 0

    def document(self) -> Node | None:
        root: Node | None = None
        event = self._next()
        while event.__class__ is not STREAM_END:
            if event.__class__ is DOCUMENT_START:
                if root is not None:
                    raise FatalError(self._second(event.start_mark.index))
                if event.version or event.tags:
                    self.faults.extend(directives(self._text))
                root = self._node(self._next(), 1)
            event = self._next()
        if isinstance(root, ScalarNode) and root.is_missing and not root.tagged:
            return None
        return root

    def _second(self, start: int) -> Fault:
        found = re.compile(r"^---", re.MULTILINE).search(self._text, start)
        start = found.start() if found else start
        return Fault("yaml/several-documents", start, start + 3)

    def _node(self, event: Event, depth: int, *, key: bool = False) -> Node:
        self._nodes += 1
        start = event.start_mark.index
        if self._nodes > MOST_NODES:
            raise FatalError(Fault("yaml/too-large", start, start, "nodes"))
        if event.__class__ is SCALAR:
            return self._scalar(event, start, key=key)
        if event.__class__ is ALIAS:
            end = event.end_mark.index
            values = {"text": self._text[start:end]}
            self.faults.append(Fault("yaml/alias", start, end, values=values))
            return AliasNode(start, end)
        body, tagged = self._properties(event, start)
        if depth > DEEPEST:
            raise FatalError(Fault("yaml/too-deep", start, max(body, start + 1)))
        if event.__class__ is LIST_START:
            return self._list(start, tagged, depth)
        return self._mapping(start, tagged, depth)

    def _list(self, start: int, tagged: bool, depth: int) -> ListNode:
        items: list[Node] = []
        event = self._next()
        while event.__class__ is not LIST_END:
            items.append(self._node(event, depth + 1))
            event = self._next()
        return ListNode(start, self._end(start, event), tagged, items)

    def _mapping(self, start: int, tagged: bool, depth: int) -> MappingNode:
        pairs: list[tuple[Node, Node]] = []
        event = self._next()
        while event.__class__ is not MAPPING_END:
            key = self._node(event, depth + 1, key=True)
            pairs.append((key, self._node(self._next(), depth + 1)))
            event = self._next()
        return MappingNode(start, self._end(start, event), tagged, pairs)

    def _scalar(self, event: Event, start: int, *, key: bool) -> ScalarNode:
        text = event.value
        end = event.end_mark.index
        body, tagged = self._properties(event, start)
        limit = MOST_IN_KEY if key else MOST_IN_SCALAR
        if len(text) > limit:
            raise FatalError(Fault("yaml/too-large", start, end, "key" if key else "scalar"))
        while end > body and self._text[end - 1] in "\r\n \t":
            end -= 1
        header = _HEADER.match(self._text, body) if event.style in ("|", ">") else None
        self.texts.append((header.end() + 1 if header else body, end))
        return ScalarNode(start, end, body, text, event.style or "", tagged)

    def _end(self, start: int, event: Event) -> int:
        end = event.end_mark.index
        while end > start and self._text[end - 1].isspace():
            end -= 1
        return end

    def _properties(self, event: Event, start: int) -> tuple[int, bool]:
        """Report tag and anchor of a node; return where it goes on, and whether it is tagged.

        The event of a block collection ends where its first key or item begins, which may
        carry properties of its own.
        """
        end = event.end_mark.index
        written = self._text[start : start + 1]
        if written not in ("!", "&") or end == start:
            return start, False
        tagged = False
        position = start
        match = _PROPERTY.match(self._text, position)
        while match is not None:
            code = "yaml/tag" if match[0].startswith("!") else "yaml/anchor"
            tagged = tagged or code == "yaml/tag"
            values = {"text": match[0]}
            self.faults.append(Fault(code, match.start(), match.end(), values=values))
            gap = _BETWEEN.match(self._text, match.end())
            position = gap.end() if gap else match.end()
            match = _PROPERTY.match(self._text, position) if position < end else None
        return position, tagged
