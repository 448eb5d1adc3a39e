"""The fast way through a file in which nothing is unusual (đường nhanh).

It types values straight from libyaml's events and says nothing: at the first thing that is not
surely right it gives up, and the careful way decides. What it returns is what the careful way
would return; tests hold the two against each other.
"""

from __future__ import annotations

from yaml.error import YAMLError

from tthc_rules.loading.events import (
    DOCUMENT_END,
    DOCUMENT_START,
    LIST_END,
    LIST_START,
    MAPPING_END,
    MAPPING_START,
    SCALAR,
    STREAM_END,
    Event,
    events,
)
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

LONGEST = 1 << 20
"""Bytes of the largest file read this way; it cannot hold too many nodes."""


def read_swiftly(
    data: bytes, schemas: Schemas, definition: Definition | None
) -> tuple[Sure, ...] | None:
    """Return the documents in `data`, or None for a file to look at closely.

    Args:
        data: Bytes of a text whose characters were found right.
        schemas: The kinds that a document may name.
        definition: What every document is, whatever its `kind` says; None to go by `kind`.
    """
    reader = _Reader(data, schemas, definition)
    try:
        return reader.documents()
    except (DoubtError, YAMLError):
        return None


class _Reader:
    def __init__(self, data: bytes, schemas: Schemas, definition: Definition | None) -> None:
        self._next = events(data)
        self._schemas = schemas
        self._definition = definition

    def documents(self) -> tuple[Sure, ...]:
        self._next()
        start = self._next()
        if start.__class__ is not DOCUMENT_START or start.version or start.tags:
            raise DoubtError
        event = self._next()
        documents: list[Sure] = []
        if event.__class__ is LIST_START:
            _check(event)
            while (event := self._next()).__class__ is not LIST_END:
                documents.append(((len(documents),), *self._document(event, 2)))
            if not documents:
                raise DoubtError
        else:
            documents.append(((), *self._document(event, 1)))
        if self._next().__class__ is not DOCUMENT_END:
            raise DoubtError
        if self._next().__class__ is not STREAM_END:
            raise DoubtError
        return tuple(documents)

    def _document(self, event: Event, depth: int) -> tuple[str, Tree]:
        if event.__class__ is not MAPPING_START:
            raise DoubtError
        _check(event)
        if self._definition is not None:
            value = self._mapping(self._definition.shape, {}, depth)
            return self._definition.name, value
        key, kind = self._next(), self._next()
        if key.__class__ is not SCALAR or kind.__class__ is not SCALAR:
            raise DoubtError
        _check(key)
        _check(kind)
        definition = sure_kind(key.value, kind.value, self._schemas)
        return definition.name, self._mapping(definition.shape, {"kind": kind.value}, depth)

    def _mapping(self, shape: Shape, value: dict[str, Value], depth: int) -> Tree:
        fields, extra, required = sure_fields(shape, depth)
        following = self._next
        while (event := following()).__class__ is not MAPPING_END:
            if event.__class__ is not SCALAR:
                raise DoubtError
            _check(event)
            name = event.value
            child = fields.get(name)
            if child is None:
                child = sure_extra(name, extra)
            if name in value:
                raise DoubtError
            value[name] = self._value(following(), child, depth + 1)
        if not value.keys() >= required:
            raise DoubtError
        return value

    def _list(self, shape: Shape, depth: int) -> Value:
        item = sure_item(shape, depth)
        items: list[Value] = []
        while (event := self._next()).__class__ is not LIST_END:
            items.append(self._value(event, item, depth + 1))
        return sure_list(items, shape)

    def _value(self, event: Event, shape: Shape, depth: int) -> Value:
        _check(event)
        kind = event.__class__
        if kind is SCALAR:
            return sure_scalar(event.value, shape, plain=not event.style)
        if kind is MAPPING_START:
            return self._mapping(shape, {}, depth)
        if kind is LIST_START:
            return self._list(shape, depth)
        raise DoubtError


def _check(event: Event) -> None:
    """Give up at an alias and at a node with a tag or an anchor."""
    if event.anchor is not None or event.tag is not None:
        raise DoubtError
