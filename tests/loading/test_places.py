"""Places of values and keys."""

from __future__ import annotations

from hypothesis import given

from tests.strategies.loading import SCHEMAS, files
from tthc_rules.loading import Document, read
from tthc_rules.model.values import Value
from tthc_rules.source import Pointer, Position, Source, Span

TEXT = """\
- kind: thing
  code: "1.000120"
  free:
    tên: [a, {b: "c"}]
    note: |
      một
      hai
- kind: other
  free: d
"""


def _documents() -> tuple[Document, ...]:
    documents, findings = read("a.yaml", TEXT.encode("utf-8"), SCHEMAS)
    assert findings == ()
    return documents


def _text_at(span: Span) -> str:
    source = Source("a.yaml", TEXT)
    return TEXT[source.offset(span.start) : source.offset(span.end)]


def test_values_and_keys_have_their_own_places() -> None:
    """The span covers the value, or its key, and nothing else."""
    thing, other = _documents()
    assert _text_at(thing.place(("code",))) == '"1.000120"'
    assert _text_at(thing.key_place(("code",))) == "code"
    assert _text_at(thing.place(("free", "tên", 1, "b"))) == '"c"'
    assert _text_at(thing.key_place(("free", "tên"))) == "tên"
    assert _text_at(thing.place(("free", "note"))) == "|\n      một\n      hai"
    assert _text_at(other.place(("free",))) == "d"
    assert _text_at(other.heading()) == "kind"


def test_an_item_of_a_list_is_its_own_key() -> None:
    """It has none besides."""
    thing, _other = _documents()
    assert _text_at(thing.key_place(("free", "tên", 0))) == "a"


def test_a_pointer_to_nothing_gives_the_nearest_value() -> None:
    """So that a finding on a missing field still has a place."""
    thing, _other = _documents()
    assert thing.place(("code", "x", 3)) == thing.place(("code",))
    assert thing.key_place(("free", "x")) == thing.place(("free",))
    assert thing.place().start == Position(1, 3)


def test_a_byte_order_mark_has_no_column() -> None:
    """Offsets count from behind it."""
    (document,), findings = read("a.yaml", b"\xef\xbb\xbfkind: other\n", SCHEMAS)
    assert findings == ()
    assert document.place(("kind",)).start == Position(1, 7)


@given(text=files())
def test_the_text_at_a_place_reads_as_the_value(text: str) -> None:
    """Each text stands where `place` says, plain or quoted."""
    (document,), _findings = read("a.yaml", text.encode("utf-8"), SCHEMAS)
    source = Source("a.yaml", text)
    for pointer, value in _leaves(document.value, ()):
        span = document.place(pointer)
        written = text[source.offset(span.start) : source.offset(span.end)]
        if isinstance(value, str):
            assert written.strip("\"'") == value


def _leaves(value: Value, pointer: Pointer) -> list[tuple[Pointer, Value]]:
    if isinstance(value, dict):
        return [leaf for key in value for leaf in _leaves(value[key], (*pointer, key))]
    if isinstance(value, tuple):
        return [leaf for i, item in enumerate(value) for leaf in _leaves(item, (*pointer, i))]
    return [(pointer, value)]
