"""What a person probably meant to type, whatever accents were left out."""

from __future__ import annotations

import unicodedata
from difflib import SequenceMatcher

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthc_rules.spelling import folded, nearest

WORDS = st.text(alphabet="aăâbcdđeêiouơưáàảãạủyỷ -", min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hủy", "huỷ"),
        ("Hoà", "hòa"),
        ("Đường", "duong"),
        ("ÐƯỜNG", "đường"),
        ("Thừa Thiên Huế", "thua thien hue"),
    ],
)
def test_accents_case_and_the_place_of_tone_marks_do_not_matter(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@given(word=WORDS)
def test_folding_is_idempotent_and_the_same_for_both_unicode_forms(word: str) -> None:
    assert folded(folded(word)) == folded(word)
    assert folded(unicodedata.normalize("NFD", word)) == folded(word)


@given(word=WORDS, others=st.lists(WORDS, max_size=5))
def test_a_word_without_its_accents_is_found(word: str, others: list[str]) -> None:
    bare = folded(word)
    found = nearest(bare, [word, *others])
    if bare == word:
        assert found != word
    else:
        assert found is not None
        assert folded(found) == bare


@given(word=WORDS, others=st.lists(WORDS, max_size=5))
def test_the_answer_depends_on_no_order(word: str, others: list[str]) -> None:
    assert nearest(word, others) == nearest(word, list(reversed(others)))
    assert nearest(word, others) == nearest(word, [*others, *others])


@given(word=WORDS, others=st.lists(WORDS, max_size=8), cutoff=st.sampled_from([0.3, 0.72, 1.0]))
def test_the_nearest_is_the_likest_of_all(word: str, others: list[str], cutoff: float) -> None:
    """What is passed over quickly could not have won."""

    def likeness(other: str) -> float:
        return SequenceMatcher(None, folded(other), folded(word)).ratio()

    near = [other for other in others if other != word and likeness(other) >= cutoff]
    expected = min(near, key=lambda other: (-likeness(other), other)) if near else None
    assert nearest(word, others, cutoff=cutoff) == expected


def test_the_first_in_alphabetical_order_wins_among_equally_near_ones() -> None:
    assert nearest("abcx", ["abcz", "abcy"]) == "abcy"


def test_the_word_itself_is_no_suggestion_and_nothing_far_is_one() -> None:
    assert nearest("online", ["online"]) is None
    assert nearest("online", ["postal", "direct"]) is None
    assert nearest("onlien", ["postal", "online"]) == "online"


def test_a_stricter_cutoff_asks_for_more_likeness() -> None:
    assert nearest("1.000001", ["1.000023"], cutoff=0.7) == "1.000023"
    assert nearest("1.000001", ["1.000023"], cutoff=0.9) is None
