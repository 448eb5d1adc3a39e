"""The shipped publications and configurations, read plainly for the tests of data."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml
from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from referencing.jsonschema import SchemaRegistry

from tthc_rules import library

Record = dict[str, object]


@dataclass(frozen=True, slots=True)
class DataFile:
    """One shipped file: its path below the data folder, its text and what it says."""

    path: Path
    text: str
    record: Record

    def leaves(self) -> Iterator[tuple[str, str]]:
        """Return every scalar with its pointer."""
        return leaves("", self.record)

    def channels(self, *, under: str = "") -> Iterator[tuple[str, Record]]:
        """Return each channel with the id of its case, in the order of the file."""
        holder = self.record[under] if under else self.record
        for case in items(mapping(holder).get("cases", [])):
            for channel in items(case["channels"]):
                yield str(case["id"]), channel


def leaves(pointer: str, value: object) -> Iterator[tuple[str, str]]:
    """Return every scalar below `value` with its pointer."""
    match value:
        case dict():
            for key, inner in value.items():
                yield from leaves(f"{pointer}/{key}", inner)
        case list():
            for index, inner in enumerate(value):
                yield from leaves(f"{pointer}/{index}", inner)
        case _:
            yield pointer, str(value)


def mapping(value: object) -> Record:
    """Return `value`, which is a mapping."""
    assert isinstance(value, dict)
    return value


def items(value: object) -> list[Record]:
    """Return `value`, which is a list of mappings."""
    assert isinstance(value, list)
    return [mapping(item) for item in value]


@cache
def publications() -> tuple[DataFile, ...]:
    """Return the national publications in the order of their paths."""
    return _files("national")


@cache
def configurations() -> tuple[DataFile, ...]:
    """Return the configurations of provinces in the order of their paths."""
    return _files("provinces")


def everything() -> tuple[DataFile, ...]:
    """Return every publication and configuration."""
    return publications() + configurations()


def publication(code: str) -> DataFile:
    """Return the publication of one procedure."""
    (found,) = (file for file in publications() if file.record["code"] == code)
    return found


@cache
def validator(kind: str) -> Draft202012Validator:
    """Return the validator of one kind of file."""
    schemas = {name: json.loads(text) for name, text in library.schema_texts().items()}
    registry: SchemaRegistry = Registry().with_resources(
        (name, Resource.from_contents(schema)) for name, schema in schemas.items()
    )
    return Draft202012Validator(schemas[f"{kind}.schema.json"], registry=registry)


def _files(folder: str) -> tuple[DataFile, ...]:
    root = library.data_folder()
    return tuple(_read(path, root) for path in sorted((root / folder).rglob("*.yaml")))


def _read(path: Path, root: Path) -> DataFile:
    text = path.read_bytes().decode("utf-8")
    record = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - every scalar stays text
    return DataFile(path.relative_to(root), text, mapping(record))
