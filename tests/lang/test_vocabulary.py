"""Words: one spelling means one thing."""

from __future__ import annotations

import pytest

from tthc_rules.lang import words
from tthc_rules.lang.reading import REQUIRED
from tthc_rules.lang.vocabulary import TEXT, EnumType, EnumValue, Field, RecordType, Vocabulary
from tthc_rules.report.messages import table
from tthc_rules.report.messages.lang import TABLE


def test_a_spelling_that_means_two_fields_is_refused() -> None:
    twice = RecordType("r", (Field("a", "tên", TEXT), Field("b", "tên", TEXT)))
    with pytest.raises(ValueError, match="tên"):
        Vocabulary({"r": twice}).field("r", "tên")


def test_hyphens_spaces_and_tone_marks_make_no_other_word() -> None:
    enum = EnumType("e", (EnumValue("read-only", "chỉ đọc"), EnumValue("void", "đã huỷ")))
    vocabulary = Vocabulary({}, {"e": enum})
    for name, value in (
        ("read_only", "read-only"),
        ("chỉ_đọc", "read-only"),
        ("đã_hủy", "void"),
        ("đã_huỷ", "void"),
    ):
        found = vocabulary.value("e", name)
        assert found is not None
        assert found.value == value


def test_a_value_that_no_enumeration_knows_is_shown_as_it_stands() -> None:
    vocabulary = Vocabulary({}, {"e": EnumType("e", (EnumValue("a", "một"),))})
    assert vocabulary.shown("e", "a").vi == "một"
    assert vocabulary.shown("e", "b").vi == "b"


@pytest.mark.parametrize("number", range(len(words.TABLES)))
def test_no_two_keywords_of_one_table_share_a_spelling(number: int) -> None:
    keywords = words.TABLES[number].values()
    for side in ("vi", "en"):
        spellings = [words.tone_folded(s) for keyword in keywords for s in getattr(keyword, side)]
        assert len(spellings) == len(set(spellings))


def test_tone_marks_are_folded_without_moving_a_letter() -> None:
    for new, old in (("huỷ", "hủy"), ("thoả", "thỏa"), ("hoà", "hòa"), ("khoẻ", "khỏe")):
        assert words.tone_folded(new) == words.tone_folded(old) == old


@pytest.mark.parametrize("word", ["toàn", "ngoài", "loại", "huỳnh", "khoảng", "toàn_trình"])
def test_closed_syllables_are_written_in_one_way_only(word: str) -> None:
    assert words.tone_folded(word) == word


def test_a_word_is_written_as_its_owner_places_the_tone_mark() -> None:
    field = Field("void", "đã huỷ toàn bộ", TEXT)
    assert field.word.vi == "đã_huỷ_toàn_bộ"
    vocabulary = Vocabulary({"r": RecordType("r", (field,))})
    assert vocabulary.field("r", "đã_hủy_toàn_bộ") is field


def test_every_required_clause_is_a_clause() -> None:
    assert set(REQUIRED) <= words.LABELS.keys()


def test_every_remedy_belongs_to_a_sentence() -> None:
    for key in TABLE:
        assert key.removesuffix(".help") in table()
