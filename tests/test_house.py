"""What every file of the repository keeps to (nếp nhà)."""

from __future__ import annotations

import json
import re
import subprocess
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from tthc_rules import library

ROOT = Path(__file__).resolve().parent.parent
_FOREIGN = ("vectors", "corpus")
"""Folders of `tests` whose files are wrong on purpose."""


@cache
def files() -> tuple[str, ...]:
    """Return every file under version control, and every new one that is not ignored."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)  # noqa: S603 - fixed
    names = listed.stdout.decode("utf-8", "surrogateescape").split("\0")
    return tuple(sorted(name for name in names if name and (ROOT / name).is_file()))


def texts(*endings: str) -> Iterator[tuple[str, str]]:
    """Yield our own files with these endings and their texts."""
    for name in files():
        if name.endswith(endings) and not any(f"/{part}/" in name for part in _FOREIGN):
            yield name, (ROOT / name).read_bytes().decode("utf-8")


def test_file_names_are_ascii() -> None:
    assert [name for name in files() if not name.isascii()] == []


def test_no_file_names_a_place_of_one_machine() -> None:
    place = re.compile(r"(?<![\w.<-])/(?:work|tmp|root)/\w|[A-Z]:\\\\Users")
    found = [
        f"{name}: {match.group()}"
        for name, text in texts(".py", ".md", ".toml", ".yaml", ".json", ".tthc", ".cfg", "run")
        if name != "tests/test_house.py"
        for match in place.finditer(text)
    ]
    assert found == []


def test_the_locks_name_no_address() -> None:
    locks = list(texts(".lock"))
    assert locks
    assert [name for name, text in locks if "://" in text or "--index-url" in text] == []


def test_text_files_are_utf_8_nfc_and_end_lines_with_lf() -> None:
    """But for those of the examples, where mistakes are sown."""
    for name, text in texts(".py", ".md", ".toml", ".yaml", ".json", ".tthc"):
        if name.startswith("examples/"):
            continue
        assert unicodedata.is_normalized("NFC", text), name
        assert "\r" not in text, name
        assert not text or text.endswith("\n"), name
        assert not text.startswith("\ufeff"), name
        assert not name.startswith(("procedures/", "rules/", "schemas/")) or "Ð" not in text, name


MODULES = [name for name in files() if name.endswith(".py")]


def test_a_module_is_named_for_what_it_knows() -> None:
    vague = {"utils", "util", "helpers", "helper", "common", "misc", "base", "manager", "core"}
    assert [name for name in MODULES if vague & set(Path(name).with_suffix("").parts)] == []


def test_no_module_of_the_product_is_longer_than_400_lines() -> None:
    long = [
        name
        for name in MODULES
        if name.startswith("tthc_rules/")
        and len((ROOT / name).read_text(encoding="utf-8").splitlines()) > 400
    ]
    assert long == []


def test_nothing_is_left_to_do_and_no_test_is_left_out() -> None:
    """Only a disputed vector is expected to fail, with its reason, and must fail.

    The words are put together here, so that this file does not name itself.
    """
    disputes = "tests/conformance/vectors.py"
    marks = ["TO" + "DO", "FIX" + "ME", "X" + "XX:", "pytest.mark." + "skip", "mark.x" + "fail"]
    found = [
        f"{name}: {mark}"
        for name, text in texts(".py")
        for mark in marks
        if mark in text and (name, mark) != (disputes, marks[-1])
    ]
    assert found == []


def test_every_folder_of_tests_is_a_package() -> None:
    folders = {Path(name).parent for name in MODULES if name.startswith("tests/")}
    assert [str(one) for one in folders if not (ROOT / one / "__init__.py").is_file()] == []


def test_every_published_json_file_is_valid() -> None:
    for name, text in texts(".json"):
        json.loads(text)
        assert name


class _Strict(yaml.CSafeLoader):
    """Reads YAML and leaves every scalar text."""


_Strict.yaml_implicit_resolvers = {}


def test_every_published_yaml_file_is_valid() -> None:
    """But for those of the examples, where mistakes are sown."""
    broken = []
    for name, text in texts(".yaml", ".yml"):
        if name.startswith("examples/"):
            continue
        try:
            yaml.load(text, _Strict)  # noqa: S506 - a safe loader's child
        except yaml.YAMLError as error:
            broken.append(f"{name}: {error}")
    assert broken == []


# Schemas --------------------------------------------------------------------------------------

SCHEMAS: dict[str, dict[str, Any]] = {
    name: json.loads(text) for name, text in library.schema_texts().items()
}


def records() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each record of the schemas by a name for messages."""
    for file, schema in SCHEMAS.items():
        for name, record in schema["$defs"].items():
            yield f"{file}#{name}", record


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_a_schema_is_one_of_draft_2020_12_and_names_itself(name: str) -> None:
    schema = SCHEMAS[name]
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == name
    jsonschema.Draft202012Validator.check_schema(schema)


_VIETNAMESE = re.compile(
    "[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]", re.IGNORECASE
)


def test_every_property_has_a_vietnamese_title_description_and_word() -> None:
    for where, record in records():
        for holder, text in (("title", record["title"]), ("description", record["description"])):
            assert text, f"{where} {holder}"
        assert _VIETNAMESE.search(record["description"]), where
        for key, field in record["properties"].items():
            assert field["title"] not in ("", key), f"{where}.{key}"
            assert len(field["description"]) >= 8, f"{where}.{key}"
            assert _VIETNAMESE.search(field["description"]), f"{where}.{key}"
            assert re.fullmatch(r"[^\W\d]\w*", field["x-vi"]), f"{where}.{key}"


def test_the_vietnamese_words_of_a_record_are_its_own() -> None:
    """Nor is one the English key of another field: both spellings lead to one field."""
    for where, record in records():
        words = [field["x-vi"] for field in record["properties"].values()]
        assert len(set(words)) == len(words), where
        for key, field in record["properties"].items():
            assert field["x-vi"] not in set(record["properties"]) - {key}, f"{where}.{key}"


def test_every_value_of_an_enumeration_has_one_vietnamese_word_of_its_own() -> None:
    for where, record in records():
        for key, field in record["properties"].items():
            holder = field.get("items", field) if "enum" not in field else field
            if "enum" in holder:
                named = holder.get("x-enum-vi", {})
                assert set(named) <= set(holder["enum"]), f"{where}.{key}"
                shown = [named.get(value, value) for value in holder["enum"]]
                assert len(set(shown)) == len(shown), f"{where}.{key}"


def test_every_reference_between_schemas_leads_somewhere() -> None:
    for name, schema in SCHEMAS.items():
        for reference in _references(schema):
            file, _, path = reference.partition("#")
            node: Any = SCHEMAS[file or name]
            for part in path.strip("/").split("/"):
                node = node[part]
            assert node["title"], reference


def _references(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(node.get("$ref"), str):
            yield node["$ref"]
        for value in node.values():
            yield from _references(value)
    elif isinstance(node, list):
        for value in node:
            yield from _references(value)
