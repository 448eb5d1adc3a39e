"""Schemas inside schemas, and where references lead (lược đồ con).

A reference leads to another of the given files or nowhere: nothing is fetched or opened.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

Json: TypeAlias = "str | int | bool | list[Json] | dict[str, Json] | None"
Keywords: TypeAlias = Mapping[str, Json]

ANNOTATIONS = frozenset(
    ("$schema", "$id", "$comment", "$defs", "title", "description", "default", "examples")
) | {"deprecated", "type", "format"}
"""Keywords that no value can break; `type` is the reader's own business."""

TWICE = "$twice"
"""Marks a schema that limits the same thing as the schema it refers to."""


@dataclass(frozen=True, slots=True)
class Subschema:
    """One schema inside a file of schemas (lược đồ con).

    Attributes:
        file: The file it stands in, for its local references.
        keywords: Its keywords as written.
        pointer: Where it stands in the file, as a JSON pointer.
    """

    file: str
    keywords: Keywords
    pointer: str = ""


def is_annotation(word: str) -> bool:
    """Return whether a keyword says nothing about which values are right."""
    return word in ANNOTATIONS or word.startswith("x-")


@dataclass(frozen=True, slots=True)
class SchemaFiles:
    """The content of all files of schemas, by name."""

    files: Mapping[str, Keywords]

    def follow(self, schema: Subschema) -> Subschema:
        """Return the schema that a reference leads to; a schema without one is its own end.

        Keywords beside a reference keep their force and win over those of its target.

        Raises:
            ValueError: The reference leads to nothing.
        """
        while True:
            reference = schema.keywords.get("$ref")
            if not isinstance(reference, str):
                return schema
            target = self._target(schema.file, reference)
            beside = {name: word for name, word in schema.keywords.items() if name != "$ref"}
            limits = {name for name in beside if not is_annotation(name)}
            words = {**target.keywords, **beside}
            if limits & target.keywords.keys():
                words[TWICE] = True
            place = f"{target.pointer}<{schema.file}{schema.pointer}" if beside else target.pointer
            schema = Subschema(target.file, words, place)

    def child(self, schema: Subschema, *path: str) -> Subschema | None:
        """Return the schema below `schema` at `path` of keywords, references followed."""
        here: Json = dict(schema.keywords)
        for part in path:
            if not isinstance(here, dict) or part not in here:
                return None
            here = here[part]
        if not isinstance(here, dict):
            return None
        pointer = "/".join((schema.pointer, *(_escaped(part) for part in path)))
        return self.follow(Subschema(schema.file, here, pointer))

    def _target(self, file: str, reference: str) -> Subschema:
        name, _, pointer = reference.partition("#")
        name = name or file
        here: Json = dict(self.files.get(name, {}))
        for part in pointer.split("/")[1:]:
            name_of = part.replace("~1", "/").replace("~0", "~")
            here = here.get(name_of) if isinstance(here, dict) else None
        if name not in self.files or not isinstance(here, dict):
            raise ValueError(f"{file}: {reference} leads to nothing")
        return Subschema(name, here, pointer)


def _escaped(part: str) -> str:
    return part.replace("~", "~0").replace("/", "~1")
