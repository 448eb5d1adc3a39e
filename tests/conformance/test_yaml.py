"""Vectors for reading YAML: classes and places of every diagnostic, and what was read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.conformance import vectors
from tests.conformance.vectors import Vector
from tthc_rules.loading import Definition, Schemas, read_as
from tthc_rules.model.quantities import Money
from tthc_rules.model.values import Value
from tthc_rules.source import pointer_text

_TEXT = {"type": "string", "x-type": "text"}
_MONEY = {"type": "string", "x-type": "money"}
_ITEM = {
    "type": "object",
    "properties": {
        "kind": _TEXT,
        "code": _TEXT,
        "name": _TEXT,
        "note": _TEXT,
        "amount": _MONEY,
        "limit": {"type": "string", "x-type": "time-limit"},
        "online": {"type": "boolean", "x-type": "boolean"},
        "count": {"type": "integer", "x-type": "integer"},
        "date": {"type": "string", "x-type": "date"},
        "items": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {"id": _TEXT, "label": _TEXT, "amount": _MONEY},
            },
        },
    },
}
_TOY = {"oneOf": [_ITEM, {"type": "array", "items": _ITEM}]}


@pytest.fixture(scope="module")
def toy() -> Definition:
    """The toy schema that the vectors are written for."""
    return Schemas.from_texts({"toy.schema.json": json.dumps(_TOY)}).of_file("toy.schema.json")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run the adapter once for each vector."""
    if "vector" in metafunc.fixturenames:
        vectors.parametrize(metafunc, "yaml", "yaml/expect.json")


def test_a_file_is_read_as_the_vector_says(
    vector: Vector, toy: Definition, pytestconfig: pytest.Config
) -> None:
    """`expect` lists every diagnostic, in order of place; `read` what must have been read."""
    data = _bytes(vector, vectors.folder(pytestconfig) / "yaml")
    documents, findings = read_as("input.yaml", data, toy)
    found = [
        {"class": one.code, "line": one.span.start.line, "column": one.span.start.column}
        for one in findings
        if one.span is not None
    ]
    assert len(found) == len(findings)
    assert found == vector["expect"]
    if "read" in vector:
        values = dict(
            leaf for document in documents for leaf in _leaves(document.value, document.base)
        )
        assert {pointer: values.get(pointer) for pointer in vector["read"]} == vector["read"]


def _bytes(vector: Vector, folder: Path) -> bytes:
    if "file" in vector:
        return (folder / str(vector["file"])).read_bytes()
    return b"".join(_part(part) for part in vector["recipe"])


def _part(part: str | dict[str, Any]) -> bytes:
    if isinstance(part, str):
        return part.encode("utf-8")
    if "hex" in part:
        return bytes.fromhex(part["hex"])
    text, times = part["repeat"]
    return str(text).encode("utf-8") * int(times)


def _leaves(
    value: Value, pointer: tuple[str | int, ...]
) -> Iterator[tuple[str, str | bool | int | None]]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _leaves(item, (*pointer, key))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _leaves(item, (*pointer, index))
    else:
        yield pointer_text(pointer), _notation(value)


def _notation(value: Value) -> str | bool | int | None:
    if isinstance(value, Money):
        return value.dong
    if isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, str | bool | int) else None
