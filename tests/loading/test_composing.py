"""Composed form: what Python gives, without its square."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from tthc_rules.loading import composing
from tthc_rules.loading.composing import composed

MARKED = st.text(
    st.one_of(
        st.sampled_from("aoudđ\u0300\u0301\u0302\u0323\u031b\u0344\u0f73\u212b\u1112\u1161\u11ab"),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=40,
)


@given(text=MARKED, times=st.integers(1, 20))
def test_a_text_is_composed_as_python_composes_it(text: str, times: int) -> None:
    """Short and long alike."""
    assert composed(text * times) == unicodedata.normalize("NFC", text * times)


@given(text=MARKED)
def test_putting_marks_in_order_first_changes_nothing(text: str) -> None:
    ordered = composing._ordered(text)
    assert ordered == unicodedata.normalize("NFD", text)


def test_marks_without_a_letter_are_put_in_order_before_python_sees_them() -> None:
    """As many marks as a text may have: by insertion these are a thousand million steps."""
    ordered = composing._ordered("a" + "\u0301\u0323" * 30_000)
    assert ordered == "a" + "\u0323" * 30_000 + "\u0301" * 30_000
    assert composed("a" + "\u0301\u0323" * 30_000)[:2] == "\u1ea1\u0323"
