"""From nodes to typed values, with everything the reader refuses on the way (định kiểu).

The careful counterpart of `swift`: it goes over a document that holds something unusual, finds
every mistake, and keeps the rest.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from tthc_rules.loading.content import (
    is_merge,
    is_spoilt,
    key_faults,
    normal,
    scalar_faults,
)
from tthc_rules.loading.faults import Fault, short
from tthc_rules.loading.nodes import AliasNode, ListNode, MappingNode, Node, ScalarNode
from tthc_rules.loading.readings import Misread
from tthc_rules.loading.shapes import FREE, NULLS, ListShape, MappingShape, ScalarShape, Shape
from tthc_rules.loading.subschemas import Json
from tthc_rules.model.values import REFUSED, Value
from tthc_rules.source import Pointer

_BLOCK = frozenset({"|", ">"})
_TEXTS = frozenset({"text", "code", "expression"})
"""Types that are kept as they are written; the line end that a block leaves is part of them."""


@dataclass(slots=True)
class Judged:
    """One value as it was read (giá trị đã đọc).

    Attributes:
        value: The typed value.
        json: What jsonschema is to see; null where the value was refused.
        faults: Mistakes, in no order.
        refused: Pointers of refused values; what lies below them is refused too.
        doubtful: Pointers of mappings in which a key could not be read, so that none of
            their fields can be called missing.
    """

    value: Value
    json: Json
    faults: list[Fault] = field(default_factory=list)
    refused: set[Pointer] = field(default_factory=set)
    doubtful: set[Pointer] = field(default_factory=set)


def judge(source: str, node: Node, shape: Shape, pointer: Pointer) -> Judged:
    """Return the value of `node`, typed by `shape`.

    Args:
        source: The text of the file in which each refused character is a placeholder.
        node: A node of that text.
        shape: What stands at this place by the schema.
        pointer: Where the node stands in the file: `()`, or its index in the root list.
    """
    judgement = _Judge(source)
    place = dash_of(source, node) if pointer else (node.start, node.end)
    value, json = judgement.value(node, shape, pointer, place)
    return Judged(value, json, judgement.faults, judgement.refused, judgement.doubtful)


def dash_of(source: str, item: Node) -> tuple[int, int]:
    """Return where the `-` of a missing item stands; of any other, where it stands itself."""
    dash = len(source[: item.start].rstrip(" \t")) - 1 if _is_missing(item) else -1
    if dash >= 0 and source[dash] == "-":
        return dash, dash + 1
    return item.start, item.end


class _Judge:
    """Goes over one document; `place` of a missing value is that of its key or dash."""

    def __init__(self, source: str) -> None:
        self.faults: list[Fault] = []
        self.refused: set[Pointer] = set()
        self.doubtful: set[Pointer] = set()
        self._source = source
        self._untyped = 0

    def value(
        self, node: Node, shape: Shape, pointer: Pointer, place: tuple[int, int]
    ) -> tuple[Value, Json]:
        if isinstance(node, AliasNode):
            return self._refuse(pointer)
        if node.tagged:
            self._untyped += 1
            self._any(node, FREE, pointer, place)
            self._untyped -= 1
            return self._refuse(pointer)
        return self._any(node, shape, pointer, place)

    def _any(
        self,
        node: ScalarNode | ListNode | MappingNode,
        shape: Shape,
        pointer: Pointer,
        place: tuple[int, int],
    ) -> tuple[Value, Json]:
        if isinstance(node, ScalarNode):
            return self._scalar(node, shape, pointer, place)
        if isinstance(node, ListNode):
            fits = isinstance(shape, ListShape) or shape is FREE or not _is_typed(shape)
            item = shape.item if isinstance(shape, ListShape) else FREE
            value, json = self._list(node, item, pointer)
        else:
            fits = isinstance(shape, MappingShape) or not _is_typed(shape)
            value, json = self._mapping(
                node, shape if isinstance(shape, MappingShape) else None, pointer
            )
        if not fits:
            found = "list" if isinstance(node, ListNode) else "mapping"
            self._misfit(node, f"{_due(shape)}-not-{found}", pointer)
            return self._refuse(pointer)
        return value, json

    def _scalar(
        self, node: ScalarNode, shape: Shape, pointer: Pointer, place: tuple[int, int]
    ) -> tuple[Value, Json]:
        faults = scalar_faults(self._source, node)
        self.faults.extend(faults)
        if not node.style and node.text in NULLS and not self._untyped:
            start, end = place if node.is_missing else (node.start, node.end)
            variant = "missing" if node.is_missing else ""
            values = {"text": node.text}
            self.faults.append(Fault("yaml/no-value", start, end, variant, values, pointer=pointer))
            return self._refuse(pointer)
        if is_spoilt(node, faults):
            return self._refuse(pointer)
        text = normal(node.text)
        if isinstance(shape, ScalarShape):
            if node.style in _BLOCK and shape.type_name not in _TEXTS:
                text = text.removesuffix("\n")
            value = shape.reading(text, not node.style)
            if not isinstance(value, Misread):
                return value, shape.json(text, value)
            values = {"text": short(text), "suggestion": value.suggestion}
            self.faults.append(
                Fault(value.code, node.start, node.end, value.variant, values, pointer=pointer)
            )
            return self._refuse(pointer)
        if _is_typed(shape):
            self._misfit(node, f"{_due(shape)}-not-text", pointer)
            return self._refuse(pointer)
        return text, text

    def _list(self, node: ListNode, shape: Shape, pointer: Pointer) -> tuple[Value, Json]:
        values: list[Value] = []
        jsons: list[Json] = []
        for index, item in enumerate(node.items):
            dash = dash_of(self._source, item)
            value, json = self.value(item, shape, (*pointer, index), dash)
            values.append(value)
            jsons.append(json)
        return tuple(values), jsons

    def _mapping(
        self, node: MappingNode, shape: MappingShape | None, pointer: Pointer
    ) -> tuple[Value, Json]:
        self.faults.extend(key_faults(node))
        value: dict[str, Value] = {}
        json: dict[str, Json] = {}
        for key, item in node.pairs:
            name = self._key(key)
            if name is None:
                self.doubtful.add(pointer)
                self._loose(item, key)
                continue
            below = (*pointer, name)
            kind = FREE if shape is None else shape.fields.get(name, shape.extra or FREE)
            if name in value:
                self._loose(item, key, kind)
                continue
            value[name], json[name] = self.value(item, kind, below, (key.start, key.end))
        return value, json

    def _loose(self, item: Node, key: Node, shape: Shape = FREE) -> None:
        """Look over a value that has no place of its own in the document."""
        kept = self.refused.copy(), self.doubtful.copy()
        self.value(item, shape, (), (key.start, key.end))
        self.refused, self.doubtful = kept

    def _key(self, key: Node) -> str | None:
        """Return the name that a key gives, or None when it gives none."""
        if not isinstance(key, ScalarNode):
            if not isinstance(key, AliasNode):
                self._loose(key, key)
            return None
        faults = scalar_faults(self._source, key)
        self.faults.extend(faults)
        if is_merge(key) or key.tagged or is_spoilt(key, faults) or key.is_missing:
            return None
        return normal(key.text)

    def _misfit(self, node: Node, variant: str, pointer: Pointer) -> None:
        if not self._untyped:
            self.faults.append(
                Fault("yaml/bad-value", node.start, node.end, variant, pointer=pointer)
            )

    def _refuse(self, pointer: Pointer) -> tuple[Value, Json]:
        self.refused.add(pointer)
        return REFUSED, None


def _is_missing(node: Node) -> bool:
    return isinstance(node, ScalarNode) and node.is_missing


def _is_typed(shape: Shape) -> bool:
    return isinstance(shape, ScalarShape | ListShape | MappingShape)


def _due(shape: Shape) -> str:
    if isinstance(shape, ListShape):
        return "list"
    return "mapping" if isinstance(shape, MappingShape) else "text"
