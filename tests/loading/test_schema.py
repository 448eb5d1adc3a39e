"""What the schema says, in the user's words."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings

from tests.strategies.loading import SCHEMAS, THING, nearly_things
from tthc_rules.diagnostics import Message
from tthc_rules.loading import Schemas, read
from tthc_rules.loading.subschemas import Json
from tthc_rules.loading.verdict import validator

HEAD = 'kind: thing\ncode: "1.000120"\n'


@settings(max_examples=200)
@given(value=nearly_things())
def test_the_shape_accepts_exactly_what_jsonschema_accepts(value: Json) -> None:
    """Where every keyword is known, the fast answer is the answer."""
    assert THING.shape.accepts(value) == validator(THING).is_valid(value)


@pytest.mark.parametrize(
    ("text", "key", "line", "column"),
    [
        (f"{HEAD}nam: a\n", "schema/unknown-key.near", 3, 1),
        (f"{HEAD}zzz: a\n", "schema/unknown-key", 3, 1),
        ("kind: thing\n", "schema/missing-key", 1, 1),
        (f"{HEAD}steps:\n  - role: nhận\n", "schema/missing-key", 4, 5),
        (f"{HEAD}steps: [{{id: a, role: nhan}}]\n", "schema/unknown-value.near", 3, 23),
        (f"{HEAD}steps: [{{id: a, role: khác hẳn}}]\n", "schema/unknown-value", 3, 23),
        (f"{HEAD}steps: [{{id: a, next: []}}]\n", "schema/too-few", 3, 23),
        ("kind: thing\ncode: 12\n", "schema/bad-form.described", 2, 7),
        (f'{HEAD}name: ""\n', "schema/too-short", 3, 7),
        (f"{HEAD}level: 1\n", "schema/out-of-range.below", 3, 8),
    ],
)
def test_a_mistake_is_said_in_words_at_its_place(
    text: str, key: str, line: int, column: int
) -> None:
    """Never the library's own dump."""
    _documents, findings = read("a.yaml", text.encode("utf-8"), SCHEMAS)
    (finding,) = findings
    assert isinstance(finding.message, Message)
    assert finding.message.key == key
    assert finding.span is not None
    assert (finding.span.start.line, finding.span.start.column) == (line, column)


def test_a_suggestion_ignores_accents() -> None:
    """`nhan` was meant to be `nhận`, and the fix writes it."""
    text = f"{HEAD}steps: [{{id: a, role: nhan}}]\n"
    ((finding,),) = (read("a.yaml", text.encode("utf-8"), SCHEMAS)[1],)
    assert [edit.text for fix in finding.fixes for edit in fix.edits] == ["nhận"]


def test_a_schema_with_an_unknown_keyword_is_judged_by_jsonschema() -> None:
    """The shape never accepts what it does not understand."""
    schema = {
        "type": "object",
        "properties": {
            "kind": {"const": "pair", "type": "string", "x-type": "text"},
            "of": {"type": "array", "uniqueItems": True, "items": {"type": "string"}},
        },
    }
    schemas = Schemas.from_texts({"pair.schema.json": json.dumps(schema)})
    assert read("a.yaml", b"kind: pair\nof: [a, b]\n", schemas)[1] == ()
    _documents, findings = read("a.yaml", b"kind: pair\nof: [a, a]\n", schemas)
    assert [finding.code for finding in findings] == ["schema/repeated-item"]


def test_a_limit_beside_a_reference_adds_to_its_target() -> None:
    """Both hold: the enumeration of the target and the one beside the reference."""
    schema = {
        "type": "object",
        "$defs": {"Word": {"type": "string", "x-type": "text", "enum": ["a", "b"]}},
        "properties": {
            "kind": {"const": "pair", "type": "string", "x-type": "text"},
            "word": {"$ref": "#/$defs/Word", "enum": ["b", "c"]},
            "plain": {"$ref": "#/$defs/Word", "title": "Chữ"},
        },
    }
    schemas = Schemas.from_texts({"pair.schema.json": json.dumps(schema)})
    for word, codes in (
        ("b", []),
        ("a", ["schema/unknown-value"]),
        ("c", ["schema/unknown-value"]),
    ):
        _documents, findings = read("a.yaml", f"kind: pair\nword: {word}\n".encode(), schemas)
        assert [finding.code for finding in findings] == codes
    assert read("a.yaml", b"kind: pair\nplain: a\n", schemas)[1] == ()


def test_a_reference_to_nothing_is_a_programming_error() -> None:
    """Nothing is fetched in its place."""
    schemas = Schemas.from_texts({"x.json": '{"$ref": "https://example.vn/y.json#/$defs/Y"}'})
    with pytest.raises(ValueError, match="leads to nothing"):
        schemas.of_file("x.json")


def test_kinds_and_definitions_are_open_to_other_rooms() -> None:
    """By name, as written."""
    assert SCHEMAS.kinds == ("other", "thing")
    assert SCHEMAS.definition("thing")["required"] == ["kind", "code"]
