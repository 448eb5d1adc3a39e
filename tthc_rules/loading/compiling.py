"""From JSON Schema to shapes (biên dịch lược đồ)."""

from __future__ import annotations

import re

from tthc_rules.loading.readings import READINGS
from tthc_rules.loading.shapes import FREE, FreeShape, ListShape, MappingShape, ScalarShape, Shape
from tthc_rules.loading.subschemas import Keywords, SchemaFiles, Subschema, is_annotation

_SCALAR_WORDS = {"enum", "const", "pattern", "minLength", "minimum"}
_LIST_WORDS = {"items", "minItems"}
_MAPPING_WORDS = {"properties", "required", "additionalProperties"}


class ShapeCompiler:
    """Compiles the schemas of one file set; schemas that refer to themselves are fine."""

    def __init__(self, schemas: SchemaFiles) -> None:
        self._schemas = schemas
        self._known: dict[tuple[str, str], Shape] = {}

    def shape(self, schema: Subschema) -> Shape:
        """Return the shape of a schema.

        Raises:
            ValueError: A scalar has an `x-type` that nobody can read.
        """
        schema = self._schemas.follow(schema)
        key = (schema.file, schema.pointer)
        if key not in self._known:
            kind = schema.keywords.get("type")
            if kind == "object":
                self._mapping(schema, key)
            elif kind == "array":
                self._list(schema, key)
            elif kind in ("string", "boolean", "integer"):
                self._known[key] = _scalar(schema)
            else:
                self._known[key] = FreeShape(certain=_certain(schema, set()))
        return self._known[key]

    def _mapping(self, schema: Subschema, key: tuple[str, str]) -> None:
        required = schema.keywords.get("required")
        names = required if isinstance(required, list) else []
        shape = MappingShape({}, frozenset(map(str, names)), None, _certain(schema, _MAPPING_WORDS))
        self._known[key] = shape
        properties = schema.keywords.get("properties")
        for name in properties if isinstance(properties, dict) else {}:
            child = self._schemas.child(schema, "properties", name)
            shape.fields[name] = FREE if child is None else self.shape(child)
        if schema.keywords.get("additionalProperties") is not False:
            child = self._schemas.child(schema, "additionalProperties")
            shape.extra = FREE if child is None else self.shape(child)

    def _list(self, schema: Subschema, key: tuple[str, str]) -> None:
        least = schema.keywords.get("minItems")
        shape = ListShape(
            FREE, least if isinstance(least, int) else 0, _certain(schema, _LIST_WORDS)
        )
        self._known[key] = shape
        child = self._schemas.child(schema, "items")
        if child is not None:
            shape.item = self.shape(child)


def _scalar(schema: Subschema) -> ScalarShape:
    words = schema.keywords
    name = str(words.get("x-type", words["type"] if words["type"] != "string" else "text"))
    reading = "announced-time-limit" if words.get("x-allow-unstated") is True else name
    if reading not in READINGS:
        raise ValueError(f"{schema.file}{schema.pointer}: no reading for x-type {name}")
    pattern = words.get("pattern")
    length = words.get("minLength")
    least = words.get("minimum")
    return ScalarShape(
        READINGS[reading],
        name,
        _certain(schema, _SCALAR_WORDS),
        _allowed(words),
        re.compile(pattern) if isinstance(pattern, str) else None,
        length if isinstance(length, int) else 0,
        least if isinstance(least, int) else None,
    )


def _allowed(words: Keywords) -> frozenset[tuple[type, str | int]] | None:
    sets = []
    if isinstance(words.get("enum"), list):
        sets.append(words["enum"])
    if "const" in words:
        sets.append([words["const"]])
    if not sets:
        return None
    values = [
        frozenset((type(value), value) for value in choice if isinstance(value, str | int))
        for choice in sets
        if isinstance(choice, list)
    ]
    return frozenset.intersection(*values)


def _certain(schema: Subschema, known: set[str]) -> bool:
    return all(word in known or is_annotation(word) for word in schema.keywords)
