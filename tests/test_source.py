"""Offsets, positions and lines lead to each other in every text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthc_rules.source import Position, Source, pointer_text

TEXTS = st.text(alphabet="ađ\n\r\x85\u2028\u2029\x0b\x0c\t ", max_size=40)


@given(text=TEXTS, data=st.data())
def test_a_position_leads_back_to_its_offset(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    source = Source("a.yaml", text)
    assert source.offset(source.position(offset)) == offset


@given(text=TEXTS, data=st.data())
def test_positions_are_in_the_order_of_offsets(text: str, data: st.DataObject) -> None:
    one = data.draw(st.integers(0, len(text)))
    other = data.draw(st.integers(one, len(text)))
    source = Source("a.yaml", text)
    assert source.position(one) <= source.position(other)


@given(text=TEXTS)
def test_a_line_holds_no_line_end_and_all_lines_hold_the_text(text: str) -> None:
    source = Source("a.yaml", text)
    count = source.position(len(text)).line
    lines = [source.line(number) for number in range(1, count + 1)]
    assert not any("\n" in line or "\r" in line for line in lines)
    assert "\n".join(lines) == text.replace("\r\n", "\n").replace("\r", "\n")
    assert source.line(0) == source.line(count + 1) == ""


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end_begins_the_next_line_after_it(end: str) -> None:
    source = Source("a.yaml", f"đ{end}bc")
    assert source.position(1 + len(end)) == Position(2, 1)
    assert source.line(1) == "đ"
    assert source.line(2) == "bc"


@pytest.mark.parametrize("char", ["\x85", "\u2028", "\u2029", "\x0b", "\x0c"])
def test_no_other_character_ends_a_line(char: str) -> None:
    source = Source("a.yaml", f"a{char}b")
    assert source.position(2) == Position(1, 3)
    assert source.line(1) == f"a{char}b"


def test_columns_count_code_points() -> None:
    source = Source("a.yaml", "𝕏đa\u0301b")
    assert source.position(4) == Position(1, 5)
    span = source.span(1, 2)
    assert (span.file, span.start, span.end) == ("a.yaml", Position(1, 2), Position(1, 3))


def test_a_pointer_is_written_as_in_rfc_6901() -> None:
    assert pointer_text(()) == ""
    assert pointer_text(("cases", 0, "a/b", "m~n")) == "/cases/0/a~1b/m~0n"
