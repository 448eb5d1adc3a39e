"""The fast way through a file in which nothing is unusual (đường nhanh).

It types values straight from libyaml's events and says nothing: at the first thing that is not
surely right it gives up, and the careful way decides. What it returns is what the careful way
would return; tests hold the two against each other.
"""

from __future__ import annotations

import re

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
from tthc_rules.loading.shapes import (
    MOST_IN_SCALAR,
    NULLS,
    DoubtError,
    FreeShape,
    ListShape,
    MappingShape,
    ScalarShape,
    Shape,
)
from tthc_rules.loading.structure import DEEPEST
from tthc_rules.model.values import Tree, Value
from tthc_rules.source import Pointer

LONGEST = 1 << 20
"""Bytes of the largest file read this way; it cannot hold too many nodes."""

Swift = tuple[Pointer, str, Tree]
"""Where a document stands in its file, its kind and its value."""

_SURE_KEY = re.compile(r"(?!(?:null|true|false)\Z)[a-z][a-z0-9_-]{0,63}")


def read_swiftly(
    data: bytes, schemas: Schemas, definition: Definition | None
) -> tuple[Swift, ...] | None:
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

    def documents(self) -> tuple[Swift, ...]:
        self._next()
        start = self._next()
        if start.__class__ is not DOCUMENT_START or start.version or start.tags:
            raise DoubtError
        event = self._next()
        documents: list[Swift] = []
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
        if key.value != "kind" or kind.value not in self._schemas.kinds:
            raise DoubtError
        _check(key)
        _check(kind)
        shape = self._schemas.of_kind(kind.value).shape
        return kind.value, self._mapping(shape, {"kind": kind.value}, depth)

    def _mapping(self, shape: Shape, value: dict[str, Value], depth: int) -> Tree:
        if depth > DEEPEST or not shape_is_mapping(shape):
            raise DoubtError
        fields = shape.fields if isinstance(shape, MappingShape) else {}
        extra = shape.extra if isinstance(shape, MappingShape) else shape
        following = self._next
        while (event := following()).__class__ is not MAPPING_END:
            if event.__class__ is not SCALAR:
                raise DoubtError
            name = event.value
            child = fields.get(name)
            if child is None:
                child = _extra(name, extra)
            if name in value or event.tag is not None or event.anchor is not None:
                raise DoubtError
            event = following()
            if event.__class__ is SCALAR:
                value[name] = _scalar(event, child)
            else:
                value[name] = self._value(event, child, depth + 1)
        if isinstance(shape, MappingShape) and not value.keys() >= shape.required:
            raise DoubtError
        return value

    def _list(self, shape: Shape, depth: int) -> Value:
        if depth > DEEPEST or isinstance(shape, ScalarShape | MappingShape):
            raise DoubtError
        item = shape.item if isinstance(shape, ListShape) else shape
        items: list[Value] = []
        while (event := self._next()).__class__ is not LIST_END:
            items.append(self._value(event, item, depth + 1))
        if isinstance(shape, ListShape) and (len(items) < shape.least or not shape.certain):
            raise DoubtError
        return tuple(items)

    def _value(self, event: Event, shape: Shape, depth: int) -> Value:
        kind = event.__class__
        if kind is SCALAR:
            return _scalar(event, shape)
        _check(event)
        if kind is MAPPING_START:
            return self._mapping(shape, {}, depth)
        if kind is LIST_START:
            return self._list(shape, depth)
        raise DoubtError


def shape_is_mapping(shape: Shape) -> bool:
    """Return whether a mapping that surely fits may stand where `shape` is due."""
    return isinstance(shape, MappingShape | FreeShape) and shape.certain


def _extra(name: str, shape: Shape | None) -> Shape:
    if shape is None or not _SURE_KEY.fullmatch(name):
        raise DoubtError
    return shape


def _scalar(event: Event, shape: Shape) -> Value:
    if event.tag is not None or event.anchor is not None:
        raise DoubtError
    text = event.value
    if isinstance(shape, ScalarShape):
        known = (shape.quoted if event.style else shape.plain).get(text)
        return shape.learn(text, plain=not event.style) if known is None else known
    if len(text) > MOST_IN_SCALAR:
        raise DoubtError
    if not isinstance(shape, FreeShape) or not shape.certain:
        raise DoubtError
    if not event.style and text in NULLS:
        raise DoubtError
    return text


def _check(event: Event) -> None:
    """Give up at an alias and at a node with a tag or an anchor."""
    if event.anchor is not None or event.tag is not None:
        raise DoubtError
