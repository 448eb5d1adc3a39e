"""Reading whole files: the fast ways against the careful one, and what stays readable."""

from __future__ import annotations

import json
import pickle
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.strategies.loading import SCHEMAS, THING, damaged_files, files, things
from tthc_rules.diagnostics import Finding, Severity
from tthc_rules.loading import Document, read
from tthc_rules.loading.characters import plain_text
from tthc_rules.loading.events import events
from tthc_rules.loading.lines import read_lines
from tthc_rules.loading.reader import read_closely
from tthc_rules.loading.subschemas import Json
from tthc_rules.loading.sure import Sure
from tthc_rules.loading.swift import read_swiftly
from tthc_rules.model.quantities import DayKind, Money, Rate, TimeLimit
from tthc_rules.model.values import REFUSED, Refused

HEAD = 'kind: thing\ncode: "1.000120"\n'


def _read(text: str) -> tuple[tuple[Document, ...], tuple[Finding, ...]]:
    return read("a.yaml", text.encode("utf-8"), SCHEMAS)


def _codes(text: str) -> list[str]:
    return [finding.code for finding in _read(text)[1]]


def _sure(documents: tuple[Document, ...]) -> list[Sure]:
    return [(document.base, document.kind, document.value) for document in documents]


@settings(max_examples=200)
@given(data=st.binary(max_size=200))
def test_no_bytes_raise(data: bytes) -> None:
    """Whatever a file contains, the answer is documents and findings."""
    documents, findings = read("a.yaml", data, SCHEMAS)
    assert documents or findings


@settings(max_examples=200)
@given(text=damaged_files())
def test_no_damage_raises_and_every_answer_has_a_place(text: str) -> None:
    """Each finding lies inside the file it speaks of."""
    data = text.encode("utf-8")
    lines = text.count("\n") + text.count("\r") + 1
    for finding in read("a.yaml", data, SCHEMAS)[1]:
        assert finding.span is not None
        assert finding.span.start <= finding.span.end
        assert 1 <= finding.span.end.line <= lines
        assert finding.help is not None


@settings(max_examples=200)
@given(text=damaged_files() | files())
def test_the_fast_ways_say_what_the_careful_way_says(text: str) -> None:
    """What a fast way returns is what the careful way returns, without any finding."""
    data = text.encode("utf-8")
    plain = plain_text(data)
    if plain is None:
        return
    documents, findings = read_closely("a.yaml", data, SCHEMAS, None)
    for sure in (read_lines(plain, SCHEMAS, None), read_swiftly(data, SCHEMAS, None)):
        if sure is not None:
            assert findings == ()
            assert list(sure) == _sure(documents)


@pytest.mark.parametrize(
    "field",
    [
        "name: a # b",
        "name: a: b",
        "name: a\n  b",
        "name: 'it''s'",
        'name: "a" # b',
        "name: a #b",
        "free: [a, b] # c",
        "free: [a, b: c]",
        "free: {a: b, a: c}",
        "free:\n  a: b\n  a: c",
        "free:\n- a\n- b",
        "free:\n  - a: b\n    c: d\n  - e",
        "free:\n  - a:\n    - b\n  - c: d",
        "free: |\n  a\n   b\n  # c\n",
        "free: |\n  a\n\n  b\n",
        "free: >\n  a\n  b\n\n# c",
        "free: >-\n  a\n b: c",
        "free: |\n a \n",
        "free: [a , b,c]",
        "free: [a]]",
        "free: []",
        "free: {}",
        "free:\n  null: a",
        "free: ~",
        "free: -",
        "free:",
        "steps:\n  - id: a\n   role: b",
        "...\n---\nkind: other",
    ],
)
def test_the_ways_agree_where_yaml_is_subtle(field: str) -> None:
    """Comments, texts over lines, blocks, brackets, indentation."""
    data = f"{HEAD}{field}\n".encode()
    documents, findings = read_closely("a.yaml", data, SCHEMAS, None)
    for sure in (
        read_lines(data.decode(), SCHEMAS, None),
        read_swiftly(data, SCHEMAS, None),
    ):
        if sure is not None:
            assert findings == ()
            assert list(sure) == _sure(documents)


@pytest.mark.parametrize(
    "text",
    [
        f"# đầu tệp\n\n{HEAD}name: Tờ khai\nsteps:\n  - id: a\n    next: [b, 'c']\n",
        "- kind: thing\n  code: '1.000120'\n- kind: other\n  x: {a: b}\n",
        f"{HEAD}free:\n  - a\n  - b: >-\n      c\n      d\n",
    ],
)
def test_a_file_as_people_write_it_is_read_by_lines(text: str) -> None:
    """Without libyaml: the speed of a whole workspace rests on it."""
    assert read_lines(text, SCHEMAS, None) is not None


@given(value=things())
def test_json_takes_a_fast_way_and_reads_as_itself(value: dict[str, Json]) -> None:
    """JSON is YAML: what has no escapes is surely right, and its keys keep their order."""
    text = json.dumps(value, ensure_ascii=False)
    if '"value": "2"' in text:
        return
    documents, findings = _read(text)
    assert findings == ()
    assert list(documents[0].value) == list(value)


@given(text=files())
def test_a_right_file_has_no_finding(text: str) -> None:
    """However its values are written."""
    if 'value: "2"' in text:
        return
    assert _codes(text) == []


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("amount: 50.000 đồng", Money(50_000)),
        ("limit: 0,5 ngày làm việc", TimeLimit(DayKind.WORKING_DAY, Fraction(1, 2))),
        ("announced: 5 không ghi đơn vị", TimeLimit(DayKind.UNSTATED, Fraction(5))),
        ("share: giảm 40%", Rate(Fraction(3, 5))),
        ("value: 2", 2),
        ("value: full", "full"),
        ("value: thu bằng 0%", Rate(Fraction(0))),
        ("since: 2099-03-31", date(2099, 3, 31)),
        ("online: true", True),
        ("level: 3", 3),
        ("name: no", "no"),
        ("name: 22:30", "22:30"),
        ("free: {a: [b, {c: d}]}", {"a": ("b", {"c": "d"})}),
        ("name: Thu\u0309", "Thủ"),
        ("amount: |\n  50.000 đồng", Money(50_000)),
        ("limit: >\n  5 ngày\n  làm việc", TimeLimit(DayKind.WORKING_DAY, Fraction(5))),
        ("since: |-\n  2099-03-31", date(2099, 3, 31)),
        ("name: |\n  50.000 đồng", "50.000 đồng\n"),
    ],
)
def test_a_field_is_typed_by_its_schema(field: str, value: object) -> None:
    """One text, one type: that of the field, never that of its looks."""
    (document,), _findings = _read(f"{HEAD}{field}\n")
    read_value = document.value[field.split(":", maxsplit=1)[0]]
    assert read_value == value
    assert type(read_value) is type(value)


@pytest.mark.parametrize(
    ("field", "code"),
    [
        ("limit: 5 không ghi đơn vị", "yaml/bad-value"),
        ("amount: 50.000", "yaml/ambiguous-scalar"),
        ("value: '2'", "yaml/ambiguous-scalar"),
        ("value: nhiều", "yaml/bad-value"),
        ("share: giảm 140%", "yaml/bad-value"),
        ("amount: |\n  50.000", "yaml/ambiguous-scalar"),
        ("amount: |+\n  50.000 đồng\n", "yaml/bad-value"),
        ('amount: "50.000 đồng\\n"', "yaml/bad-value"),
        ("online: |\n  true", "yaml/bad-value"),
        ("online: !!bool true", "yaml/tag"),
        ("online: *x", "yaml/alias"),
        ("name: Ðăng ký", "yaml/confusable"),
        ("name: a\u200bb", "yaml/zero-width"),
        ('name: "a\\0"', "yaml/control-character"),
        ("name:", "yaml/no-value"),
        ("steps: a", "yaml/bad-value"),
        (f"level: {'9' * 5000}", "yaml/bad-value"),
    ],
)
def test_a_refused_field_is_unknown_and_the_rest_is_kept(field: str, code: str) -> None:
    """The mistake is said once; the field stands as REFUSED, not as missing."""
    (document,), findings = _read(f"{HEAD}{field}\nfree: x\n")
    assert [finding.code for finding in findings] == [code]
    assert isinstance(document.value[field.split(":", maxsplit=1)[0]], Refused)
    assert document.value["code"] == "1.000120"
    assert document.value["free"] == "x"


def test_a_refused_required_field_is_not_called_missing() -> None:
    """One cause, one finding."""
    (document,), findings = _read("kind: thing\ncode: &a\n")
    assert [finding.code for finding in findings] == ["yaml/no-value", "yaml/anchor"]
    assert document.value["code"] is REFUSED


def test_a_field_behind_an_unreadable_key_is_not_called_missing() -> None:
    """`cοde` with a Greek letter is the only finding."""
    assert _codes("kind: thing\ncοde: a\n") == ["yaml/confusable"]


def test_eth_is_a_latin_letter_beside_which_a_cyrillic_one_is_wrong() -> None:
    """The first wrong character of the word counts, not the first Eth."""
    _documents, (finding,) = _read(f"{HEAD}name: ЖÐ\n")
    assert finding.code == "yaml/confusable"
    assert finding.span is not None
    assert finding.span.start.column == len("name: ") + 1


def test_a_list_of_items_gives_a_document_each() -> None:
    """Each knows where it stands; a mistake in one leaves the others alone."""
    text = "- kind: thing\n  code: 1.000120\n- kind: thing\n  code: &a 1.000121\n- kind: other\n"
    documents, findings = _read(text)
    assert [(one.kind, one.base) for one in documents] == [
        ("thing", (0,)),
        ("thing", (1,)),
        ("other", (2,)),
    ]
    assert [finding.code for finding in findings] == ["yaml/anchor"]


@pytest.mark.parametrize(
    ("text", "codes", "key"),
    [
        ("code: a\n", ["schema/unknown-kind"], "schema/unknown-kind.missing"),
        ("kind: thin\n", ["schema/unknown-kind"], "schema/unknown-kind.near"),
        ("kind: quite-else\n", ["schema/unknown-kind"], "schema/unknown-kind"),
        ("kind: [thing]\n", ["yaml/bad-value"], "yaml/bad-value.text-not-list"),
        ("kind: ~\n", ["yaml/no-value"], "yaml/no-value"),
        ("kind: thіng\n", ["yaml/confusable"], "yaml/confusable"),
        ("[]\n", ["schema/too-few"], "schema/too-few"),
        ("- a\n", ["yaml/bad-value"], "yaml/bad-value.mapping-not-text"),
    ],
)
def test_without_a_known_kind_there_is_no_document(text: str, codes: list[str], key: str) -> None:
    """And the reason is said once."""
    documents, findings = _read(text)
    assert documents == ()
    assert [finding.code for finding in findings] == codes
    assert getattr(findings[0].message, "key", "") == key


def test_an_editor_line_is_a_comment() -> None:
    """`# yaml-language-server` may lead a file."""
    text = f"# yaml-language-server: $schema=../thing.schema.json\n{HEAD}"
    assert _codes(text) == []


def test_a_kind_that_is_not_first_is_still_found() -> None:
    """Order is a habit, identity is not."""
    (document,), findings = _read('code: "1.000120"\nkind: thing\n')
    assert document.kind == "thing"
    assert findings == ()


def test_a_fatal_mistake_after_a_refused_character_is_not_reported() -> None:
    """With the character in place, the structure was a guess."""
    assert _codes("kind: thing\u2028code: a\n") == ["yaml/line-break"]


def test_a_warning_leaves_the_text_readable() -> None:
    """A lone CR ends a line, and is said once."""
    documents, findings = _read("kind: thing\rcode: 1.000120\r")
    assert [finding.severity for finding in findings] == [Severity.WARNING]
    assert documents[0].value["code"] == "1.000120"


def test_a_document_survives_the_way_to_another_process() -> None:
    """With its places, which are found again from its text."""
    (document,), _findings = _read(f"{HEAD}name: a\n")
    place = document.place(("name",))
    copy = pickle.loads(pickle.dumps(document))  # noqa: S301 - made here
    assert copy == document
    assert copy.place(("name",)) == place
    assert len(pickle.dumps(document)) < 400


def test_brackets_without_end_are_refused_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The 65th level ends the reading: the rest of the file is never looked at."""
    asked = 0

    def counted(text: str | bytes) -> object:
        following = events(text)

        def one() -> object:
            nonlocal asked
            asked += 1
            return following()

        return one

    monkeypatch.setattr("tthc_rules.loading.structure.events", counted)
    documents, findings = read_closely("a.yaml", b"[" * 1_000_000, SCHEMAS, THING)
    assert documents == ()
    assert [finding.code for finding in findings] == ["yaml/too-deep"]
    assert asked <= 70


def test_too_many_nodes_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit is on what is built, whatever the number of bytes."""
    monkeypatch.setattr("tthc_rules.loading.structure.MOST_NODES", 10)
    _documents, findings = read_closely("a.yaml", b"[a,a,a,a,a,a,a,a,a,a]", SCHEMAS, None)
    assert [finding.code for finding in findings] == ["yaml/too-large"]


def test_the_search_for_likely_words_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many keys are unknown, only the first ones are compared with the known."""
    asked = 0

    def counted(word: str, candidates: object) -> None:
        nonlocal asked
        asked += 1

    monkeypatch.setattr("tthc_rules.loading.verdict.nearest", counted)
    text = HEAD + "".join(f"x{number}: a\n" for number in range(500))
    assert len(_read(text)[1]) == 500
    assert asked <= 50


@pytest.mark.parametrize("unit", ["[\u00a0", "%\n", "a\u00a0", "- ", '"', "{a: ", "\u2028: "])
def test_repetition_does_not_end_in_many_findings_of_one_mistake(unit: str) -> None:
    """A fatal or first-only mistake is said once, however often it stands there."""
    codes = _codes(f"kind: other\nx: {unit * 2_000}\n")
    assert len(codes) == len(set(codes))
