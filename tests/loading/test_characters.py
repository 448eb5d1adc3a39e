"""Characters, scalars that other tools trip over, and the words for each mistake."""

from __future__ import annotations

import json
import sys
import unicodedata

import pytest

from tests.conformance.vectors import OWN
from tests.strategies.loading import SCHEMAS
from tthc_rules.diagnostics import Message
from tthc_rules.loading import Schemas, read
from tthc_rules.loading.characters import class_of, decode, plain_text
from tthc_rules.report.messages import file, placeholders, schema, yaml
from tthc_rules.report.messages.entry import Table

TABLE: Table = {**yaml.TABLE, **schema.TABLE, **file.TABLE}

FREE = Schemas.from_texts({"free.json": '{"type": "object"}'}).of_file("free.json")

NAUGHTY = [
    "undefined",
    "NULL",
    "-1/2",
    "0x0",
    "1E+02",
    "1,000.00",
    '<>?:"{}|_+',
    "!@#$%^&*()`~",
    "田中さんにあげて下さい",
    "الكل في المجمو عة",
    "˙ɐnbᴉlɐ ɐuƃɐɯ",
    "`ls -al /`",
    "%s%n",
    "../../../etc/passwd",
    "<script>alert(0)</script>",
    "\\\\",
    "🏳️‍🌈 👩‍⚕️",
    "ﬀ",
    "İ",
    "=1+1",
    "{{7*7}}",
    "%x",
    "@a",
]


@pytest.mark.parametrize("text", NAUGHTY)
def test_a_quoted_text_reads_as_itself(text: str) -> None:
    """Whatever other programs make of it."""
    quoted = json.dumps(text, ensure_ascii=False)
    (document,), findings = read("a.yaml", f"kind: other\nx: {quoted}\n".encode(), SCHEMAS)
    assert findings == ()
    assert document.value["x"] == text


def test_a_text_that_is_declined_at_once_is_normalised_and_clean() -> None:
    """Every character that the first search lets pass, alone and behind a letter."""
    for number in range(sys.maxunicode + 1):
        if 0xD800 <= number <= 0xDFFF:
            continue
        char = chr(number)
        if plain_text(f"a{char}".encode()) is not None and not char.isspace():
            assert unicodedata.is_normalized("NFC", f"a{char}")
            assert class_of(char, "") is None
            assert unicodedata.category(char) not in ("Zs", "Cf", "Co", "Cn")


def test_a_readable_text_has_the_offsets_of_the_text() -> None:
    """Only the refused characters differ."""
    decoded = decode("kind: a\u200bb\u202e\x07\ufffd\n".encode())
    assert len(decoded.readable) == len(decoded.text)
    assert decoded.readable.count("\ufdd0") == 4


def test_every_mistake_of_the_vectors_has_its_words() -> None:
    """Message and remedy, in both languages, with all their values at hand."""
    folder = OWN / "yaml"
    texts = [path.read_bytes() for path in sorted(folder.glob("*.bytes"))]
    texts += [
        b"kind: thin\n",
        b"kind: x\n",
        b"a: b\n",
        b"[]\n",
        b"kind: thing\n",
        b"kind: thing\ncode: 1\nnam: a\nzzz: b\nname: ''\nlevel: 1\nlimit: 5\nvalue: x\n",
        b"kind: thing\ncode: 1.000120\nsteps: [{id: a, role: b, next: []}]\nshare: 1\n",
        b'a: "b"#c\n',
        b"a: [b}\n",
        b"a: @\n",
        b'"": a\n',
        b"a: b\n...\nc\n",
        b"kind: thing\namount: 99999999999999999999\nsince: 99/99/9999\n",
    ]
    assert len(texts) > 200
    for data in texts:
        for finding in read("a.yaml", data, SCHEMAS)[1]:
            for message in (finding.message, finding.help):
                assert isinstance(message, Message)
                _assert_complete(message)
            for related in finding.related:
                assert related.message.key in TABLE


def _assert_complete(message: Message) -> None:
    entry = TABLE[message.key]
    for sentence in entry:
        assert placeholders(sentence) <= message.values.keys()
    assert "" not in {message.values[name] for name in placeholders(entry.vi) - {"text"}}


def test_every_message_has_its_remedy() -> None:
    """And every remedy its message."""
    keys = {key for key in TABLE if not key.endswith((".help", ".earlier"))}
    assert {f"{key}.help" for key in keys} == {key for key in TABLE if key.endswith(".help")}
