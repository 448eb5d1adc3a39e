"""Every place where a data file names something that is declared elsewhere (tham chiếu)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from tthc_rules.engine.blueprint import Blueprint, Field, FieldType, ListOf, RecordOf
from tthc_rules.model.values import MAPPING, Value
from tthc_rules.source import Pointer

CITATION: Final = "citation"
"""The `kind` of a reference to an instrument; its value is the whole citation."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One reference: what it refers to (agency, system, citation …), where, and its value."""

    kind: str
    pointer: Pointer
    value: Value


class References:
    """Finds the references in a value of a record, by the schemas alone."""

    def __init__(self, blueprint: Blueprint) -> None:
        self._fields = {
            name: tuple(
                (field, _citations(field.type), _leads_on(field, blueprint))
                for field in record.fields
                if field.refers or _leads_on(field, blueprint)
            )
            for name, record in blueprint.records.items()
        }
        self._last: tuple[Value, tuple[Reference, ...]] = ((), ())

    def of(self, record: str, value: Value) -> tuple[Reference, ...]:
        """Return the references in `value`, a value of the record named `record`.

        A record that the blueprint does not hold, such as a case of a rule, has none. The
        last answer is kept: citations, bodies and checks ask for one document in turn.
        """
        if self._last[0] is not value:
            found: list[Reference] = []
            self._collect(record, value, (), found)
            self._last = (value, tuple(found))
        return self._last[1]

    def _collect(self, record: str, value: Value, at: Pointer, found: list[Reference]) -> None:
        if not isinstance(value, MAPPING):
            return
        for field, is_citation, deeper in self._fields.get(record, ()):
            held = value.get(field.key)
            if held is None:
                continue
            pointer = (*at, field.key)
            items = (
                [((*pointer, index), item) for index, item in enumerate(held)]
                if isinstance(held, tuple)
                else [(pointer, held)]
            )
            for place, item in items:
                if field.refers:
                    found.append(Reference(field.refers, place, item))
                if is_citation:
                    found.append(Reference(CITATION, place, item))
                if deeper:
                    self._collect(deeper, item, place, found)


def _citations(type_: FieldType) -> bool:
    while isinstance(type_, ListOf):
        type_ = type_.item
    return isinstance(type_, RecordOf) and type_.name == "Citation"


def _leads_on(field: Field, blueprint: Blueprint) -> str:
    type_ = field.type
    while isinstance(type_, ListOf):
        type_ = type_.item
    if not isinstance(type_, RecordOf) or type_.name == "Citation":
        return "Citation" if isinstance(type_, RecordOf) else ""
    found = any(
        inner.refers or _citations(inner.type)
        for record in blueprint.reachable(type_.name)
        for inner in record.fields
    )
    return type_.name if found else ""
