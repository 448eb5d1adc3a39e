"""A domain noun that is not in the glossary does not enter the code."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator

import pytest

from tests.docs.pages import ROOT, page, rows, spoken
from tthc_rules import library

ROWS = [row for row in rows(page("docs/glossary.md")) if row[0] != "English"]
BY_CODE = {name: row for row in ROWS for name in spoken(row[2])}


def nouns_of_the_model() -> Iterator[str]:
    """Yield every public class and type of the model."""
    for path in sorted((ROOT / "tthc_rules" / "model").glob("*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef):
                yield node.name
            elif (
                isinstance(node, ast.AnnAssign)
                and isinstance(node.target, ast.Name)
                and isinstance(node.annotation, ast.Name)
                and node.annotation.id == "TypeAlias"
            ):
                yield node.target.id


def records_of_the_schemas() -> Iterator[tuple[str, str]]:
    """Yield the name and the English word of every record; a kind is named for its file."""
    for file, text in library.schema_texts().items():
        for name, record in json.loads(text)["$defs"].items():
            if record.get("type") == "object":
                kind = file.partition(".")[0]
                yield kind if name == "Item" else name, record["x-en"]


@pytest.mark.parametrize("name", sorted(set(nouns_of_the_model())))
def test_a_noun_of_the_model_is_in_the_glossary(name: str) -> None:
    assert name in BY_CODE


@pytest.mark.parametrize(("name", "english"), sorted(records_of_the_schemas()))
def test_a_record_of_the_schemas_is_in_the_glossary(name: str, english: str) -> None:
    assert name in BY_CODE
    word = BY_CODE[name][0]
    assert english in word or word in english, f"`{name}` is called {english}, here {word}"


def test_every_word_has_its_vietnamese_and_its_meaning() -> None:
    for row in ROWS:
        assert len(row) == 4, row
        assert row[0], row
        assert row[1], row
        assert row[3], row


def test_no_name_is_explained_twice() -> None:
    named = [name for row in ROWS for name in spoken(row[2])]
    assert sorted(named) == sorted(set(named))


def test_no_name_is_explained_that_does_not_exist() -> None:
    source = "\n".join(
        path.read_text(encoding="utf-8")
        for folder in ("tthc_rules", "schemas")
        for path in sorted((ROOT / folder).rglob("*"))
        if path.suffix in (".py", ".json")
    )
    kinds = {file.partition(".")[0] for file in library.schema_texts()}
    for name in BY_CODE:
        assert (
            name in kinds
            or f"class {name}" in source
            or f'"{name}"' in source
            or (f"{name}: TypeAlias" in source)
        ), name
