"""What every shipped file looks like (hình thức của tệp)."""

from __future__ import annotations

import os
import re
import unicodedata

import pytest
import yaml

from tests.data import shipped

_FORBIDDEN = re.compile("[Ðð\u00a0\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffd\r\t]")
_LONGEST_NAME = 1200
_LONGEST_OTHER_TEXT = 320
"""A name may be a paragraph; anything else that long would be a description."""

_each_file = pytest.mark.parametrize(
    "file", shipped.everything(), ids=lambda file: os.fspath(file.path)
)


@_each_file
def test_a_file_fits_its_schema(file: shipped.DataFile) -> None:
    """The schema of the kind accepts the record."""
    validator = shipped.validator(str(file.record["kind"]))
    assert [error.message for error in validator.iter_errors(file.record)] == []


@_each_file
def test_a_file_names_its_schema_first_and_its_kind_second(file: shipped.DataFile) -> None:
    """Editors find the schema by the relative path of the first line."""
    kind = file.record["kind"]
    up = "../" * len(file.path.parts)
    schema = f"# yaml-language-server: $schema={up}schemas/{kind}.schema.json"
    assert file.text.startswith(f"{schema}\nkind: {kind}\n")


@_each_file
def test_a_file_is_plain_text(file: shipped.DataFile) -> None:
    """NFC, LF, no invisible or look-alike character, one end of line at the end."""
    assert unicodedata.normalize("NFC", file.text) == file.text
    assert _FORBIDDEN.findall(file.text) == []
    assert file.text.endswith("\n")
    assert not file.text.endswith("\n\n")
    assert os.fspath(file.path).isascii()


@_each_file
def test_a_file_uses_the_strict_part_of_yaml(file: shipped.DataFile) -> None:
    """No anchor, alias, tag, directive or second document; no empty value; no key twice."""
    events = list(yaml.parse(file.text, Loader=yaml.BaseLoader))
    assert sum(isinstance(event, yaml.DocumentStartEvent) for event in events) == 1
    assert not any(isinstance(event, yaml.AliasEvent) for event in events)
    assert {getattr(event, "anchor", None) for event in events} == {None}
    assert {getattr(event, "tag", None) for event in events} == {None}
    assert all(event.value for event in events if isinstance(event, yaml.ScalarEvent))
    assert _repeated_keys(yaml.compose(file.text, Loader=yaml.BaseLoader)) == []


@_each_file
def test_codes_and_territories_are_quoted(file: shipped.DataFile) -> None:
    """An editor would read a bare `1.000120` or `40` as a number."""
    for line in file.text.splitlines():
        key, _, value = line.partition(": ")
        if key in ("code", "procedure", "territory"):
            assert value.startswith('"')
            assert value.endswith('"')


@_each_file
def test_a_file_tells_how_far_it_is_trusted_and_where_it_comes_from(file: shipped.DataFile) -> None:
    """No shipped publication or configuration was read in an official text."""
    assert file.record["confidence"] == "unverified"
    assert file.record["source"]


@_each_file
def test_a_file_holds_no_description(file: shipped.DataFile) -> None:
    """Names and values only: the notes of the portal are not part of the data."""
    for pointer, text in file.leaves():
        longest = _LONGEST_NAME if pointer == "/name" else _LONGEST_OTHER_TEXT
        assert len(text) <= longest, pointer
        assert text == text.strip(), pointer
        assert "\n" not in text, pointer


@_each_file
def test_parts_of_one_list_are_told_apart(file: shipped.DataFile) -> None:
    """Cases by id, channels by channel, fees by charge: layers are merged by these."""
    holder = shipped.mapping(file.record.get("overrides", file.record))
    cases = shipped.items(holder.get("cases", []))
    assert _distinct(cases, "id")
    for case in cases:
        channels = shipped.items(case["channels"])
        assert _distinct(channels, "channel")
        assert all(_distinct(shipped.items(ch.get("fees", [])), "charge") for ch in channels)


def _distinct(parts: list[shipped.Record], key: str) -> bool:
    identities = [part[key] for part in parts]
    return len(identities) == len(set(map(str, identities)))


def _repeated_keys(node: yaml.Node | None) -> list[str]:
    match node:
        case yaml.MappingNode():
            keys = [key.value for key, _ in node.value]
            repeated = [key for key in keys if keys.count(key) > 1]
            return repeated + [key for _, inner in node.value for key in _repeated_keys(inner)]
        case yaml.SequenceNode():
            return [key for inner in node.value for key in _repeated_keys(inner)]
        case _:
            return []
