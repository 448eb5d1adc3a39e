"""Says in the user's words what could not be read and what could have stood there."""

from __future__ import annotations

from collections.abc import Iterator

from tthc_rules.lang.parser import Unexpected
from tthc_rules.lang.problems import Problems
from tthc_rules.lang.syntax import Place
from tthc_rules.lang.tokens import SYMBOLS, Token
from tthc_rules.lang.words import TABLES, Keyword
from tthc_rules.model.text import Text
from tthc_rules.spelling import nearest

_KEYWORDS: dict[str, Keyword] = {kind: word for table in TABLES for kind, word in table.items()}
_BEGINNERS = {
    *("NAME", "INTEGER", "DATE", "MONEY", "RATE", "TIME", "TRUE", "FALSE", "LPAR", "LSQB"),
    *("NOT", "HAS", "EVERY", "SOME", "NO", "SUM", "COUNT", "SMALLEST", "LARGEST", "NO_NORM"),
    "TABLE",
}
_DESCRIBED = {
    "NAME": Text("một tên", "a name"),
    "BINDS": Text("một tên và `:=`", "a name and `:=`"),
    "TEXT": Text('một đoạn chữ trong "…"', 'a text in "…"'),
    "DATE": Text("một ngày như 2026-07-01", "a day such as 2026-07-01"),
    "NUMBER": Text("số hiệu văn bản như 63/2010/NĐ-CP", "an instrument such as 63/2010/NĐ-CP"),
    "LABEL": Text("số điều, khoản hoặc chữ của điểm", "the number or letter of the provision"),
    "ISSUER": Text("mã cơ quan ban hành", "the identifier of the issuer"),
    "RULE_ID": Text("mã quy tắc như fee/ended", "the id of a rule such as fee/ended"),
    "$END": Text("hết mệnh đề", "the end of the clause"),
}
_EXPRESSION = Text("một biểu thức", "an expression")
_SPECIAL = {
    "OPEN_TEXT": "lang/syntax.open-text",
    "BAD_NUMBER": "lang/syntax.bad-number",
}
_MOST = 8


def report(error: Unexpected, tokens: tuple[Token, ...], label: Place, problems: Problems) -> None:
    """Report a token that cannot stand where it does, or a clause that ends too soon."""
    remedy = {"expected": phrase(error.expected)}
    token = error.token
    if token is None:
        end = tokens[-1].end if tokens else label[1]
        start = tokens[-1].start if tokens else label[0]
        problems.add("lang/syntax.ended", (start, end), remedy=remedy)
        return
    place = token.start, token.end
    values = {"found": token.text}
    if token.kind in _SPECIAL:
        problems.add(_SPECIAL[token.kind], place, values, remedy=values)
    elif token.text == "==":
        problems.add("lang/syntax.double-equals", place, values, remedy={})
    elif (near := _near(error, tokens)) is not None:
        words, suggestion = near
        place = words[0].start, words[-1].end
        found = " ".join(word.text for word in words)
        problems.suggest("lang/unknown-keyword", place, {"found": found}, suggestion)
    else:
        problems.add("lang/syntax.unexpected", place, values, remedy=remedy)


def _near(error: Unexpected, tokens: tuple[Token, ...]) -> tuple[tuple[Token, ...], str] | None:
    """Return the words at the place that look like a keyword that could stand there."""
    assert error.token is not None  # noqa: S101 - the caller has seen to it
    if not error.token.text[0].isalpha():
        return None
    spellings = [
        spelling
        for kind in error.expected & _KEYWORDS.keys()
        for spelling in (*_KEYWORDS[kind].vi, *_KEYWORDS[kind].en)
    ]
    start = tokens.index(error.token)
    for count in (3, 2, 1):
        words = tokens[start : start + count]
        suggestion = nearest(" ".join(word.text for word in words), spellings, cutoff=0.8)
        if suggestion is not None and len(suggestion.split()) == len(words):
            return words, suggestion
    return None


def phrase(expected: frozenset[str]) -> Text:
    """Return the list of what could stand at a place, in both languages."""
    shown = list(dict.fromkeys(_described(expected)))
    if len(shown) > _MOST:
        shown = [*shown[:_MOST], Text("…", "…")]
    return Text(", ".join(text.vi for text in shown), ", ".join(text.en for text in shown))


def _described(expected: frozenset[str]) -> Iterator[Text]:
    rest = expected
    if {"NAME", "LPAR", "INTEGER"} <= expected:
        yield _EXPRESSION
        rest = expected - _BEGINNERS - {"TEXT"}
    for kind in _ORDER:
        if kind in rest:
            yield _one(kind)


def _one(kind: str) -> Text:
    if kind in _DESCRIBED:
        return _DESCRIBED[kind]
    if kind in _KEYWORDS:
        text = _KEYWORDS[kind].text
        return Text(f"`{text.vi}`", f"`{text.en}`")
    return Text(f"`{SYMBOLS[kind]}`", f"`{SYMBOLS[kind]}`")


_ORDER = (*(kind for kind in _DESCRIBED if kind != "$END"), *_KEYWORDS, *SYMBOLS, "$END")
