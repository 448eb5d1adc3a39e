"""What the two fast ways share: values that are surely right (giá trị chắc chắn đúng).

Everything here either returns what the careful way would return or gives up.
"""

from __future__ import annotations

import re

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

Sure = tuple[Pointer, str, Tree]
"""Where a document stands in its file, its kind and its value."""

_SURE_KEY = re.compile(r"(?!(?:null|true|false)\Z)[a-z][a-z0-9_-]{0,63}")


def sure_scalar(text: str, shape: Shape, *, plain: bool) -> Value:
    """Return the value of a text where `shape` is due, or give up."""
    if isinstance(shape, ScalarShape):
        known = (shape.plain if plain else shape.quoted).get(text)
        return shape.learn(text, plain=plain) if known is None else known
    if not isinstance(shape, FreeShape) or not shape.certain or len(text) > MOST_IN_SCALAR:
        raise DoubtError
    if plain and text in NULLS:
        raise DoubtError
    return text


def sure_fields(shape: Shape, depth: int) -> tuple[dict[str, Shape], Shape | None, frozenset[str]]:
    """Return known fields, shape of the others, and required fields of a mapping, or give up."""
    if depth > DEEPEST or not shape.certain:
        raise DoubtError
    if isinstance(shape, MappingShape):
        return shape.fields, shape.extra, shape.required
    if isinstance(shape, FreeShape):
        return {}, shape, frozenset()
    raise DoubtError


def sure_extra(name: str, shape: Shape | None) -> Shape:
    """Return the shape of a field that is not named in the schema, or give up."""
    if shape is None or not _SURE_KEY.fullmatch(name):
        raise DoubtError
    return shape


def sure_item(shape: Shape, depth: int) -> Shape:
    """Return the shape of the items of a list, or give up."""
    if depth > DEEPEST or not shape.certain:
        raise DoubtError
    if isinstance(shape, ListShape):
        return shape.item
    if isinstance(shape, FreeShape):
        return shape
    raise DoubtError


def sure_list(items: list[Value], shape: Shape) -> Value:
    """Return a list that is long enough, or give up."""
    if isinstance(shape, ListShape) and len(items) < shape.least:
        raise DoubtError
    return tuple(items)


def sure_kind(key: str, kind: str, schemas: Schemas) -> Definition:
    """Return what a document is by its first field, or give up."""
    if key != "kind" or kind not in schemas.kinds:
        raise DoubtError
    return schemas.of_kind(kind)
