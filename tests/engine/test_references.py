"""What the schemas mark as a reference is found, everywhere and nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pytest

from tests.strategies.documents import at, blueprint, document, documents
from tthc_rules import library
from tthc_rules.engine.references import CITATION, Reference, References
from tthc_rules.loading import Document, Schemas, find, read, read_bytes
from tthc_rules.model.values import Value
from tthc_rules.source import Pointer

SCHEMAS: dict[str, dict[str, Any]] = {
    name: json.loads(text) for name, text in library.schema_texts().items()
}

CONFIGURATION = """
kind: configuration
procedure: "9.000001"
territory: XX
hosting:
  - {system: he-thong-bo-mau, state: active}
system_exemption: {reason: mobile, basis: {instrument: 1/NĐ-CP, issuer: chinh-phu}}
overrides:
  sector: linh-vuc-mau
  basis: [{instrument: 2/NĐ-CP}]
  cases:
    - id: default
      channels:
        - channel: online
          fees: [{charge: phi-mau, type: fee, basis: {instrument: 3/NĐ-CP}}]
  payment:
    accounts: [{id: a, owner: ubnd-xx, for: phi-mau}]
  route:
    receives: ttpvhcc-xx
    decides: so-mau-xx
    steps: [{id: nop, owner: nguoi-nop, role: file, actor: chuyen-vien}]
"""


def test_each_reference_of_a_configuration_is_found_with_its_place() -> None:
    value = document(CONFIGURATION).value
    found = named(References(blueprint()).of("configuration", value))
    steps: Pointer = ("overrides", "route", "steps", 0)
    channel: Pointer = ("overrides", "cases", 0, "channels", 0)
    assert found == {
        ("procedure", ("procedure",)),
        ("territory", ("territory",)),
        ("system", ("hosting", 0, "system")),
        (CITATION, ("system_exemption", "basis")),
        ("issuer", ("system_exemption", "basis", "issuer")),
        ("sector", ("overrides", "sector")),
        (CITATION, ("overrides", "basis", 0)),
        ("charge", (*channel, "fees", 0, "charge")),
        (CITATION, (*channel, "fees", 0, "basis")),
        ("agency", ("overrides", "payment", "accounts", 0, "owner")),
        ("charge", ("overrides", "payment", "accounts", 0, "for")),
        ("agency", ("overrides", "route", "receives")),
        ("agency", ("overrides", "route", "decides")),
        ("agency", (*steps, "owner")),
        ("role", (*steps, "actor")),
    }


def test_what_was_refused_or_has_another_shape_is_borne() -> None:
    text = "kind: configuration\nprocedure: no\nterritory: [a]\noverrides: {cases: x, route: [1]}"
    found = References(blueprint()).of("configuration", document(text).value)
    assert named(found) == {("procedure", ("procedure",)), ("territory", ("territory",))}


def test_a_kind_of_document_that_no_rule_judges_has_no_references() -> None:
    case = document("kind: case\nname: x\nas_of: 2026-01-01\nexpect: pass\n")
    assert list(References(blueprint()).of("case", case.value)) == []


@pytest.mark.parametrize("kind", ["instrument", "catalogue", "procedure", "configuration"])
def test_references_are_those_that_a_naive_walk_over_the_schema_finds(kind: str) -> None:
    """Over the shipped data of every kind, or the cases of the rules where none is shipped."""
    references = References(blueprint())
    seen = 0
    for one in _samples(kind):
        item = SCHEMAS[f"{kind}.schema.json"]["$defs"]["Item"]
        expected = named(_walked(one.value, item, ()))
        found = list(references.of(kind, one.value))
        assert named(found) == expected
        assert all(reference.value is at(one.value, reference.pointer) for reference in found)
        seen += len(expected)
    assert seen > 20


def named(references: Iterable[Reference]) -> set[tuple[str, Pointer]]:
    """Return what kind of thing is referred to, and where."""
    return {(one.kind, one.pointer) for one in references}


def _samples(kind: str) -> Iterator[Document]:
    loaded = Schemas.from_texts(library.schema_texts())
    folders = {
        "instrument": "instruments/chinh-phu",
        "catalogue": "catalogues",
        "procedure": "national/ho-tich",
        "configuration": "provinces",
    }
    files, _ = find([str(library.data_folder() / folders[kind])])
    for file in files[:40]:
        data, _ = read_bytes(file)
        assert data is not None
        yield from (one for one in read(file, data, loaded)[0] if one.kind == kind)
    if kind == "configuration":
        yield from documents(CONFIGURATION)


def _walked(value: Value, schema: Mapping[str, Any], here: Pointer) -> Iterator[Reference]:
    if "$ref" in schema:
        name = schema["$ref"].rsplit("/", 1)[1]
        if name == "Citation":
            yield Reference(CITATION, here, value)
        schema = SCHEMAS["common.schema.json"]["$defs"][name]
    if "x-refers" in schema:
        yield Reference(schema["x-refers"], here, value)
    if isinstance(value, Mapping):
        for key, item in value.items():
            yield from _walked(item, schema.get("properties", {}).get(key, {}), (*here, key))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _walked(item, schema.get("items", {}), (*here, index))
