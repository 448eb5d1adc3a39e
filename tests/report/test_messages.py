"""Every sentence of the product, in both languages."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tthc_rules
from tthc_rules.diagnostics import Message
from tthc_rules.model.text import Text
from tthc_rules.report.escape import is_dangerous, shown
from tthc_rules.report.messages import placeholders, rooms, sentence, table
from tthc_rules.report.messages.entry import Entry

ENTRIES = sorted((f"{room}:{key}", key, entry) for room, t in rooms() for key, entry in t.items())
ENGLISH = re.compile(
    r"\b(the|is|are|was|of|not|and|or|with|from|for|this|that|has|have|must|file|missing|unknown"
    r"|value|error|warning|found|use|write|given|one|on|by|at|it|its)\b"
)
"""English words that no Vietnamese sentence holds outside back-ticks."""

OWN = ("report/label.", "cli/option.", "cli/rule.")
"""Keys where `help` is a word of its own."""

KEY = re.compile(r"([a-z_]+)/[a-z0-9_-]+(?:\.[a-z0-9_-]+)*")
"""A key written in one piece; those put together from parts are tested by their rooms."""


@pytest.mark.parametrize(
    ("key", "entry"), [row[1:] for row in ENTRIES], ids=[row[0] for row in ENTRIES]
)
def test_both_languages_say_the_same(key: str, entry: Entry) -> None:
    assert entry.vi.strip() == entry.vi != ""
    assert entry.en.strip() == entry.en != ""
    assert placeholders(entry.vi) == placeholders(entry.en)
    assert not any(is_dangerous(char) for char in entry.vi + entry.en)
    assert not re.search(r"\{\{|\}\}|\{\}|\{\w+[!:.]", entry.vi + entry.en), "only {name}"


@pytest.mark.parametrize(
    ("key", "entry"), [row[1:] for row in ENTRIES], ids=[row[0] for row in ENTRIES]
)
def test_no_sentence_ends_in_a_stop(key: str, entry: Entry) -> None:
    assert not re.search(r"(?<!\.)\.$", entry.vi)
    assert not re.search(r"(?<!\.)\.$", entry.en)


@pytest.mark.parametrize(
    ("key", "entry"), [row[1:] for row in ENTRIES], ids=[row[0] for row in ENTRIES]
)
def test_the_vietnamese_sentence_is_vietnamese(key: str, entry: Entry) -> None:
    prose = re.sub(r"`[^`]*`|\{\w+\}", " ", entry.vi)
    assert ENGLISH.findall(prose.lower()) == []


def test_no_key_stands_in_two_rooms() -> None:
    counts = Counter(key for _, key, _ in ENTRIES)
    assert [key for key, number in counts.items() if number > 1] == []


def test_every_remedy_has_its_message() -> None:
    """A remedy of a variant (`x/y.near.help`) may serve the message of the whole (`x/y`)."""
    keys = set(table())
    remedies = [key for key in keys if key.endswith(".help") and not key.startswith(OWN)]
    bases = [key.removesuffix(".help") for key in remedies]
    assert [base for base in bases if not {base, base.rpartition(".")[0]} & keys] == []


def _keys_in_source() -> Iterator[tuple[str, str]]:
    """Each string in the source that looks like a key of a room with sentences."""
    root = Path(tthc_rules.__file__).parent
    known = {key.partition("/")[0] for key in table()}
    for path in sorted(root.rglob("*.py")):
        if "messages" in path.parts or "_library" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                match = KEY.fullmatch(node.value)
                if match and match.group(1) in known:
                    yield node.value, str(path.relative_to(root))


def test_every_key_in_the_source_has_a_sentence() -> None:
    """The code of a finding may have only variants (`yaml/bad-value.money`)."""
    known = {name for key in table() for name in (key, key.partition(".")[0])}
    lost = [(key, file) for key, file in _keys_in_source() if key not in known]
    assert lost == []


def test_keys_are_found_in_the_source() -> None:
    assert ("report/last-line", "report/sentences.py") in set(_keys_in_source())


def test_values_are_filled_in() -> None:
    message = Message("report/files", {"n": "3"})
    assert sentence(message, "vi") == "3 tệp"
    assert sentence(message, "en") == "3 files"


def test_a_value_may_differ_by_language() -> None:
    message = Message("report/period.from", {"start": Text("hôm nay", "today")})
    assert sentence(message, "en") == "from today"


def test_a_value_is_not_read_as_a_template() -> None:
    assert sentence(Message("report/files", {"n": "{n}"}), "vi") == "{n} tệp"


def test_a_key_without_a_sentence_still_shows_what_is_known() -> None:
    assert sentence(Message("x/y", {"a": "1"}), "vi") == "x/y (a: 1)"


@given(value=st.text())
def test_data_never_drives_the_terminal(value: str) -> None:
    line = sentence(Message("report/files", {"n": value}), "vi")
    assert not any(is_dangerous(char) for char in line)
    assert shown(line) == line
