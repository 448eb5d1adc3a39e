"""The JSON Schemas that say what a data file may hold (lược đồ).

Schemas are texts handed in by the caller; a reference leads to another of them or nowhere.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from tthc_rules.loading.compiling import ShapeCompiler
from tthc_rules.loading.shapes import Shape
from tthc_rules.loading.subschemas import Json, Keywords, SchemaFiles, Subschema


@dataclass(frozen=True, eq=False)
class Definition:
    """What one kind of data looks like (định nghĩa một loại tệp).

    Attributes:
        name: The kind, or the file name where the schema fixes none.
        schema: The schema of one item, not of a list of them.
    """

    name: str
    schema: Subschema
    schemas: Schemas

    @cached_property
    def shape(self) -> Shape:
        """The compiled form that types values and accepts what is surely right."""
        return ShapeCompiler(self.schemas.files).shape(self.schema)


@dataclass(frozen=True, eq=False)
class Schemas:
    """All schemas of a run, by file name.

    Raises:
        ValueError: A text is no JSON object, or a reference leads to nothing.
    """

    files: SchemaFiles
    _definitions: dict[str, Definition] = field(default_factory=dict, repr=False, compare=False)

    @staticmethod
    def from_texts(texts: Mapping[str, str]) -> Schemas:
        """Return the schemas written in `texts`: file name to JSON text."""
        files: dict[str, Keywords] = {}
        for name in sorted(texts):
            content: Json = json.loads(texts[name])
            if not isinstance(content, dict):
                raise ValueError(f"{name} is no JSON object")
            files[name] = content
        return Schemas(SchemaFiles(files))

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        """The kinds that a data file may name, in alphabetical order."""
        return tuple(sorted(kind for kind, _item in self._kinds()))

    def definition(self, kind: str) -> Keywords:
        """Return the schema of one item of `kind`, as written: references stand unresolved.

        Raises:
            KeyError: There is no such kind.
        """
        return self.of_kind(kind).schema.keywords

    def of_kind(self, kind: str) -> Definition:
        """Return what `kind` looks like.

        Raises:
            KeyError: There is no such kind.
        """
        if kind not in self._definitions:
            for name, item in self._kinds():
                self._definitions.setdefault(name, Definition(name, item, self))
        return self._definitions[kind]

    def of_file(self, file: str) -> Definition:
        """Return what the schema file `file` describes, whatever `kind` says.

        Raises:
            KeyError: There is no such schema file.
        """
        return Definition(file, self._item(file), self)

    def _kinds(self) -> Iterator[tuple[str, Subschema]]:
        for file in self.files.files:
            item = self._item(file)
            kind = self.files.child(item, "properties", "kind")
            constant = kind.keywords.get("const") if kind is not None else None
            if isinstance(constant, str):
                yield constant, item

    def _item(self, file: str) -> Subschema:
        root = Subschema(file, self.files.files[file])
        forms = root.keywords.get("oneOf")
        if not isinstance(forms, list):
            return self.files.follow(root)
        for index, form in enumerate(forms):
            if isinstance(form, dict) and form.get("type") != "array":
                return self.files.follow(Subschema(file, form, f"/oneOf/{index}"))
        return root
