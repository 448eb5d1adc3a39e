"""The keywords of the rule language (từ khoá), in both spellings: the one table.

The lexer, the messages, the formatter and the reference of the language read it. Only
keywords have spaces; a word of the vocabulary is one underscored word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from tthc_rules.model.text import Text


@dataclass(frozen=True, slots=True)
class Keyword:
    """One keyword: the name of its terminal and its spellings, the canonical one first.

    `before` is a pattern that must follow: `tổng` is a keyword only before `(`, so that
    the word stays free for names.
    """

    kind: str
    vi: tuple[str, ...]
    en: tuple[str, ...]
    before: str = ""

    @property
    def text(self) -> Text:
        """The canonical spelling in both languages."""
        return Text(self.vi[0], self.en[0])


def _table(*keywords: Keyword) -> Mapping[str, Keyword]:
    return MappingProxyType({keyword.kind: keyword for keyword in keywords})


_GAP = r"(?:\s|#[^\n\r]*+)"
_OPEN = rf"{_GAP}*+\("
_AMOUNT = rf"{_GAP}++(?:[0-9]|(?:thu bằng|payable|giảm|reduced by) [0-9])"

LABELS = _table(
    Keyword("RULE", ("quy tắc",), ("rule",)),
    Keyword("TITLE_VI", ("vi",), ("vi",)),
    Keyword("TITLE_EN", ("en",), ("en",)),
    Keyword("SEVERITY", ("mức độ",), ("severity",)),
    Keyword("BASIS", ("căn cứ",), ("basis",)),
    Keyword("FORCE", ("hiệu lực",), ("force",)),
    Keyword("FIRM", ("không được bỏ qua",), ("not suppressible",)),
    Keyword("SILENCES", ("thay cho",), ("silences",)),
    Keyword("SUBJECT", ("áp dụng cho",), ("applies to",)),
    Keyword("LET", ("đặt",), ("let",)),
    Keyword("WHEN", ("khi",), ("when",)),
    Keyword("UNLESS", ("trừ khi",), ("unless",)),
    Keyword("REQUIRE", ("yêu cầu",), ("require",)),
    Keyword("AT", ("tại",), ("at",)),
    Keyword("MESSAGE", ("thông báo",), ("message",)),
    Keyword("HELP", ("gợi ý",), ("help",)),
    Keyword("FIX", ("cách sửa",), ("fix",)),
    Keyword("END", ("hết",), ("end",)),
)
"""The labels of the clauses, in canonical order."""

EXPRESSION = _table(
    Keyword("AND", ("và",), ("and",)),
    Keyword("OR", ("hoặc",), ("or",)),
    Keyword("NOT", ("không",), ("not",)),
    Keyword("IN", ("thuộc",), ("in",)),
    Keyword("NOT_IN", ("không thuộc",), ("not in",)),
    Keyword("HAS", ("có",), ("has",)),
    Keyword("AT_MOST", ("không quá",), ("at most",)),
    Keyword("AT_LEAST", ("ít nhất",), ("at least",)),
    Keyword("LONGER", ("dài hơn",), ("longer than",)),
    Keyword("SHORTER", ("ngắn hơn",), ("shorter than",)),
    Keyword("TRUE", ("đúng",), ("true",)),
    Keyword("FALSE", ("sai",), ("false",)),
    Keyword("EVERY", ("mọi",), ("every",), _OPEN),
    Keyword("SOME", ("có ít nhất một",), ("at least one",), _OPEN),
    Keyword("NO", ("không có",), ("no",), _OPEN),
    Keyword("SUM", ("tổng",), ("sum",), _OPEN),
    Keyword("COUNT", ("số lượng",), ("count",), _OPEN),
    Keyword("SMALLEST", ("nhỏ nhất",), ("smallest",), _OPEN),
    Keyword("LARGEST", ("lớn nhất",), ("largest",), _OPEN),
    Keyword("NO_NORM", ("thiếu quy định",), ("no norm for",), _OPEN),
    Keyword("SUCH_THAT", ("sao cho",), ("such that",)),
    Keyword("FOR_EACH", ("với mọi",), ("for each",)),
    Keyword("UNDER", ("theo",), ("under",)),
    Keyword("TABLE", ("bảng",), ("table",), _OPEN),
    Keyword("OTHERWISE", ("còn lại",), ("otherwise",), rf"{_GAP}*+(?:→|->)"),
    Keyword("LOW", ("từ",), ("from",), _AMOUNT),
    Keyword("HIGH", ("đến",), ("to",), _AMOUNT),
    Keyword("BELOW", ("đến dưới",), ("to below",), _AMOUNT),
)
CITATION = _table(
    Keyword("POINT", ("điểm",), ("point",)),
    Keyword("CLAUSE", ("khoản",), ("clause",)),
    Keyword("ARTICLE", ("Điều", "điều"), ("Article", "article")),
    Keyword("OF", ("của",), ("of",)),
    Keyword("CONVENTION", ("quy ước kỹ thuật",), ("technical convention",)),
)
FORCE = _table(
    Keyword("FROM", ("từ",), ("from",)),
    Keyword("UNTIL", ("đến trước",), ("until",)),
    Keyword("ALWAYS", ("luôn",), ("always",)),
)
SEVERITY = _table(
    Keyword("ERROR", ("lỗi",), ("error",)),
    Keyword("WARNING", ("cảnh báo",), ("warning",)),
    Keyword("INFO", ("thông tin",), ("info",)),
)
SUBJECT = _table(
    Keyword("EACH", ("mỗi",), ("each",)),
    Keyword("CALLED", ("gọi là",), ("as",)),
)
TEXTS = _table(Keyword("VI", ("vi",), ("vi",)), Keyword("EN", ("en",), ("en",)))

LANGUAGES: Mapping[str, Text] = MappingProxyType(
    {"vi": Text("tiếng Việt", "Vietnamese"), "en": Text("tiếng Anh", "English")}
)
"""How the languages of a rule are called."""

TABLES = (LABELS, EXPRESSION, CITATION, FORCE, SEVERITY, SUBJECT, TEXTS)

_TONES = {
    bare[0] + bare[1]: bare[2] + bare[3]
    for base, toned in (("oa", "òóỏõọ:àáảãạ"), ("oe", "òóỏõọ:èéẻẽẹ"), ("uy", "ùúủũụ:ỳýỷỹỵ"))
    for first, second in zip(*toned.split(":"), strict=True)
    for bare in (base[0] + second + first + base[1],)
}
_TONE = re.compile(rf"(?:{'|'.join(_TONES)})(?![^\W\d_])")


def tone_folded(text: str) -> str:
    """Return `text` with tone marks placed the older way (`huỷ` as `hủy`); same length.

    Only open syllables are written in two ways: `toàn` and `ngoài` stay as they are.
    """
    return _TONE.sub(lambda match: _TONES[match[0]], text)


def pattern(tables: Iterable[Mapping[str, Keyword]]) -> re.Pattern[str]:
    """Return a pattern for the keywords of `tables`, longest first, on tone-folded text.

    The matching group is named for the keyword's kind, with a number behind it.
    """
    spellings = sorted(
        (
            (tone_folded(spelling), keyword)
            for table in tables
            for keyword in table.values()
            for spelling in {*keyword.vi, *keyword.en}
        ),
        key=lambda pair: (-len(pair[0].split()), -len(pair[0]), pair[0]),
    )
    parts = []
    for number, (spelling, keyword) in enumerate(spellings):
        words = r"\s+".join(re.escape(word) for word in spelling.split())
        ahead = f"(?={keyword.before})" if keyword.before else ""
        parts.append(rf"(?P<{keyword.kind}_{number}>{words}(?!\w){ahead})")
    return re.compile("|".join(parts))


def kind_of(match: re.Match[str]) -> str:
    """Return the kind of the keyword that a match of `pattern()` found."""
    assert match.lastgroup is not None  # noqa: S101 - every alternative is a named group
    return match.lastgroup.rpartition("_")[0]
