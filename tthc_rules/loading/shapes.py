"""Compiled schemas: how to type a value, and what is surely right (dạng).

A shape answers in place of the schema only where it knows every keyword. Where it does not, or
where something fails, jsonschema decides and finds the words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from tthc_rules.loading.readings import Misread, Reading
from tthc_rules.loading.subschemas import Json
from tthc_rules.model.values import Scalar

MOST_IN_SCALAR = 65_536
MOST_REMEMBERED = 4_096
LONGEST_REMEMBERED = 80
NULLS = frozenset({"", "null", "Null", "NULL", "~"})


class DoubtError(Exception):
    """Something is unusual: the careful reader must look at this file."""


@dataclass(eq=False, slots=True)
class ScalarShape:
    """A text with a type (trường vô hướng).

    Attributes:
        reading: How the text becomes a value.
        type_name: The `x-type` of the schema.
        certain: Whether every keyword of the schema is known here.
    """

    reading: Reading
    type_name: str
    certain: bool
    allowed: frozenset[tuple[type, str | int]] | None = None
    pattern: re.Pattern[str] | None = None
    least_length: int = 0
    least: int | None = None
    plain: dict[str, Scalar] = field(default_factory=dict)
    quoted: dict[str, Scalar] = field(default_factory=dict)

    def accepts(self, value: Json) -> bool:
        """Return whether the schema surely accepts a JSON value."""
        if not self.certain:
            return False
        if self.type_name in ("boolean", "integer"):
            wanted = bool if self.type_name == "boolean" else int
            if type(value) is not wanted:
                return False
            if self.least is not None and isinstance(value, int) and value < self.least:
                return False
        elif not isinstance(value, str) or not self._accepts_text(value):
            return False
        return self.allowed is None or (type(value), value) in self.allowed

    def json(self, text: str, value: Scalar) -> Json:
        """Return what jsonschema is to see of a value: texts as they are written."""
        return value if isinstance(value, bool | int) and self.is_number else text

    @property
    def is_number(self) -> bool:
        """Whether JSON knows the type, so that the value is no string there."""
        return self.type_name in ("boolean", "integer")

    def learn(self, text: str, *, plain: bool) -> Scalar:
        """Return the value of a text, and remember it.

        Raises:
            DoubtError: It is not surely right.
        """
        if (plain and text in NULLS) or len(text) > MOST_IN_SCALAR:
            raise DoubtError
        value = self.reading(text, plain)
        if isinstance(value, Misread) or not self.accepts(self.json(text, value)):
            raise DoubtError
        memory = self.plain if plain else self.quoted
        if len(text) <= LONGEST_REMEMBERED and len(memory) < MOST_REMEMBERED:
            memory[text] = value
        return value

    def _accepts_text(self, value: str) -> bool:
        return len(value) >= self.least_length and (
            self.pattern is None or self.pattern.search(value) is not None
        )


@dataclass(eq=False, slots=True)
class ListShape:
    """A list of values of one shape (danh sách)."""

    item: Shape
    least: int
    certain: bool

    def accepts(self, value: Json) -> bool:
        """Return whether the schema surely accepts a JSON value."""
        return (
            self.certain
            and isinstance(value, list)
            and len(value) >= self.least
            and all(self.item.accepts(item) for item in value)
        )


@dataclass(eq=False, slots=True)
class MappingShape:
    """A mapping with known fields (ánh xạ).

    Attributes:
        extra: The shape of fields that are not named; None where there may be none.
    """

    fields: dict[str, Shape]
    required: frozenset[str]
    extra: Shape | None
    certain: bool

    def accepts(self, value: Json) -> bool:
        """Return whether the schema surely accepts a JSON value."""
        if not self.certain or not isinstance(value, dict) or not value.keys() >= self.required:
            return False
        for key, item in value.items():
            shape = self.fields.get(key, self.extra)
            if shape is None or not shape.accepts(item):
                return False
        return True


@dataclass(eq=False, slots=True)
class FreeShape:
    """Anything: mappings, lists and texts, nested at will (nội dung tự do)."""

    certain: bool

    def accepts(self, _value: Json) -> bool:
        """Return whether the schema surely accepts a JSON value."""
        return self.certain


Shape: TypeAlias = "ScalarShape | ListShape | MappingShape | FreeShape"
FREE: Final = FreeShape(certain=True)
