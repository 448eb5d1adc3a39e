"""What the schemas say of each kind of data: fields, their words and what they refer to.

The schemas are the one place where a field is named, typed and described. This module reads
them once; the vocabulary of the language, the checks of references and the reference manual
are all made from it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final, TypeAlias

EFFECTIVE: Final = "Effective"
"""The record of an effective configuration: a publication's fields and a configuration's."""

_KINDS = ("instrument", "calendar", "catalogue", "procedure", "configuration", "settings")
_TWINS = {
    "CaseOverride": "Case",
    "CaseChange": "Case",
    "ChannelOverride": "Channel",
    "ChannelChange": "Channel",
}
_OF_CONFIGURATION = ("territory", "hosting", "system_exemption")
_NOT_LAYERED = ("kind", "note")


@dataclass(frozen=True, slots=True)
class Scalar:
    """A leaf, by its `x-type`: text, code, money, time-limit, rate, date …"""

    name: str


@dataclass(frozen=True, slots=True)
class Enumeration:
    """A leaf with a closed list of values, each with its Vietnamese word."""

    name: str
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class RecordOf:
    """A mapping of the named record."""

    name: str


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list of one type."""

    item: FieldType


FieldType: TypeAlias = "Scalar | Enumeration | RecordOf | ListOf"


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a record (trường): its key, its Vietnamese word and its type.

    `refers` names the catalogue a value is looked up in: agency, system, charge …; `least` is
    the smallest whole number that the schema accepts.
    """

    key: str
    word: str
    title: str
    description: str
    type: FieldType
    required: bool
    refers: str | None = None
    least: int | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """One record: an object of the schemas, or a kind of data file."""

    name: str
    title: str
    description: str
    english: str
    fields: tuple[Field, ...]

    def field(self, key: str) -> Field | None:
        """Return the field with this key, if the record has one."""
        return next((field for field in self.fields if field.key == key), None)


class Blueprint:
    """All records of the schemas, kinds among them under their own names."""

    def __init__(self, records: Mapping[str, Record]) -> None:
        self.records = records

    @classmethod
    def from_texts(cls, texts: Mapping[str, str]) -> Blueprint:
        """Read the blueprint from the texts of the schemas, by file name.

        Raises:
            ValueError: A schema is not JSON: the installation is damaged.
        """
        common = json.loads(texts["common.schema.json"])["$defs"]
        enumerations: dict[tuple[tuple[str, str], ...], str] = {}
        records = {
            name: _record(name, definition, enumerations) for name, definition in common.items()
        }
        for kind in _KINDS:
            item = json.loads(texts[f"{kind}.schema.json"])["$defs"]["Item"]
            records[kind] = _record(kind, item, enumerations)
        records[EFFECTIVE] = _effective(records["procedure"], records["configuration"])
        return cls(records)

    def reachable(self, name: str) -> Iterator[Record]:
        """Return the record `name` and every record its fields lead to, each once."""
        waiting, seen = [name], set()
        while waiting:
            current = waiting.pop()
            if current in seen:
                continue
            seen.add(current)
            record = self.records[current]
            yield record
            waiting.extend(
                _records_in(field.type) for field in record.fields if _records_in(field.type)
            )


def _records_in(type_: FieldType) -> str:
    while isinstance(type_, ListOf):
        type_ = type_.item
    return type_.name if isinstance(type_, RecordOf) else ""


def _record(
    name: str,
    definition: Mapping[str, Any],
    enumerations: dict[tuple[tuple[str, str], ...], str],
) -> Record:
    required = frozenset(definition.get("required", ()))
    return Record(
        name=name,
        title=definition["title"],
        description=definition["description"],
        english=definition["x-en"],
        fields=tuple(
            Field(
                key=key,
                word=value["x-vi"],
                title=value["title"],
                description=value["description"],
                type=_type(key, value, enumerations),
                required=key in required,
                refers=value.get("x-refers") or value.get("items", {}).get("x-refers"),
                least=value.get("minimum"),
            )
            for key, value in definition["properties"].items()
        ),
    )


def _type(
    key: str, value: Mapping[str, Any], enumerations: dict[tuple[tuple[str, str], ...], str]
) -> FieldType:
    if "$ref" in value:
        name = value["$ref"].rsplit("/", 1)[1]
        return RecordOf(_TWINS.get(name, name))
    if value["type"] == "array":
        return ListOf(_type(key, value["items"], enumerations))
    if "enum" in value:
        words = value.get("x-enum-vi", {})
        values = tuple((item, words.get(item, item)) for item in value["enum"])
        return Enumeration(enumerations.setdefault(values, _unused(key, enumerations)), values)
    return Scalar(value["x-type"])


def _unused(key: str, enumerations: Mapping[tuple[tuple[str, str], ...], str]) -> str:
    taken = set(enumerations.values())
    name, number = key, 2
    while name in taken:
        name, number = f"{key}_{number}", number + 1
    return name


def _effective(procedure: Record, configuration: Record) -> Record:
    own = [field for field in configuration.fields if field.key in _OF_CONFIGURATION]
    taken = {field.key for field in own}
    layered = [
        replace(field, required=field.required and field.key in ("code",))
        for field in procedure.fields
        if field.key not in taken and field.key not in _NOT_LAYERED
    ]
    return replace(configuration, name=EFFECTIVE, fields=(*layered, *own))
