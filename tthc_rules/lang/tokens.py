"""From rule text to tokens (đơn vị từ vựng), by the mode of the clause they stand in.

Words are reserved only where they mean something: `force` labels a clause and may still
name a field, `tổng` sums only before `(`, and after a point every word is a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from tthc_rules.lang import words
from tthc_rules.lang.normal import Normal
from tthc_rules.model.quantities import DayKind, TimeLimit


@dataclass(frozen=True, slots=True)
class Token:
    """A token: the name of its terminal, its text in NFC, its offsets in the original."""

    kind: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mode:
    """How a clause is read: its keywords and the literals and names it may hold."""

    keywords: re.Pattern[str]
    literals: re.Pattern[str]


def _units() -> str:
    spellings = set()
    for kind in DayKind:
        for amount in (1, 2):
            text = TimeLimit(kind, Fraction(amount)).text()
            spellings |= {side.split(" ", 1)[1] for side in (text.vi, text.en)}
    return "|".join(sorted(spellings, key=lambda unit: (-len(unit), unit)))


_SYMBOLS = {
    "(": "LPAR",
    ")": "RPAR",
    "[": "LSQB",
    "]": "RSQB",
    ",": "COMMA",
    ";": "SEMI",
    ":=": "ASSIGN",
    ":": "COLON",
    ".": "DOT",
    "=": "EQ",
    "→": "ARROW",
    "->": "ARROW",
    "|": "BAR",
    "≠": "NE",
    "!=": "NE",
    "≤": "LE",
    "<=": "LE",
    "<": "LT",
    "≥": "GE",
    ">=": "GE",
    ">": "GT",
    "+": "PLUS",
    "-": "MINUS",
    "*": "STAR",
    "×": "STAR",
}
SYMBOLS: Mapping[str, str] = {kind: text for text, kind in reversed(_SYMBOLS.items())}
"""Terminal of each symbol -> its canonical spelling."""

_SKIP = re.compile(r"(?:\s|#[^\n\r]*)+")
_SYMBOL = re.compile("|".join(sorted(map(re.escape, _SYMBOLS), key=len, reverse=True)))
_TEXT = r'(?P<TEXT>"[^"\n\r]*")|(?P<OPEN_TEXT>"[^\n\r]*)'
_LITERALS = re.compile(
    _TEXT + r"|(?P<DATE>[0-9]{4}-[0-9]{2}-[0-9]{2}(?!\w))"
    rf"|(?P<TIME>[0-9][0-9.,]* (?:{_units()})(?!\w)|trong ngày(?!\w)|same day(?!\w))"
    r"|(?P<MONEY>[0-9][0-9.,]* (?:đồng|dong)(?!\w))"
    r"|(?P<RATE>(?:thu bằng|payable|giảm|reduced by) [0-9][0-9.,]*%)"
    r"|(?P<INTEGER>[0-9]{1,18}(?![\w.,][0-9]|\w))"
    r"|(?P<BAD_NUMBER>[0-9](?:[\w%]|[.,](?=[0-9]))*)"
    r"|(?P<BINDS>[^\W\d]\w*(?=\s*:=))"
    r"|(?P<NAME>[^\W\d]\w*)"
)
_CITED = re.compile(
    r"(?P<NUMBER>[0-9]+(?:\.[0-9]+)?[a-zđ]?(?:/[\w-]+)+)"
    r"|(?P<LABEL>[0-9]{1,4}[a-zđ]?(?![\w/-])|[a-zđ](?![\w/-]))"
    r"|(?P<ISSUER>[^\W\d]\w*(?:-\w+)*)"
)
_IDS = re.compile(r"(?P<RULE_ID>[a-z0-9]+(?:-[a-z0-9]+)*(?:/[a-z0-9]+(?:-[a-z0-9]+)*)+)")
_NAME = re.compile(r"[^\W\d]\w*")
_FOREIGN = re.compile(r"==|&&|\|\||\w+|[\s\S]")

_EXPRESSION = Mode(words.pattern([words.EXPRESSION]), _LITERALS)
_CITATION = Mode(words.pattern([words.CITATION]), _CITED)
MODES: Mapping[str, Mode] = {
    "RULE": Mode(words.pattern([words.TEXTS]), _LITERALS),
    "TITLE_VI": Mode(words.pattern([words.TEXTS]), _LITERALS),
    "TITLE_EN": Mode(words.pattern([words.TEXTS]), _LITERALS),
    "SEVERITY": Mode(words.pattern([words.SEVERITY]), _LITERALS),
    "BASIS": _CITATION,
    "FORCE": Mode(words.pattern([words.FORCE]), _LITERALS),
    "FIRM": Mode(words.pattern([words.TEXTS]), _LITERALS),
    "SILENCES": Mode(words.pattern([words.TEXTS]), _IDS),
    "SUBJECT": Mode(words.pattern([words.SUBJECT, words.EXPRESSION]), _LITERALS),
    "MESSAGE": Mode(words.pattern([words.TEXTS]), _LITERALS),
    "HELP": Mode(words.pattern([words.TEXTS]), _LITERALS),
    "END": Mode(words.pattern([words.TEXTS]), _LITERALS),
}
"""How each clause is read; clauses not named hold expressions."""


def tokenise(normal: Normal, clause: str, start: int, end: int) -> Iterator[Token]:
    """Yield the tokens of one clause body; what fits nothing is a token `FOREIGN`.

    Args:
        normal: The text of the whole file.
        clause: Kind of the clause's label.
        start: Offset of the body in the normal text.
        end: Offset behind it.
    """
    mode = MODES.get(clause, _EXPRESSION)
    offset, previous = start, ""
    while True:
        skipped = _SKIP.match(normal.text, offset, end)
        offset = skipped.end() if skipped else offset
        if offset >= end:
            return
        kind, stop = _next(normal, offset, end, mode, after_point=previous == "DOT")
        yield Token(kind, normal.text[offset:stop], normal.offsets[offset], normal.offsets[stop])
        offset, previous = stop, kind
        if kind == "UNDER":
            mode = _CITATION


def _next(
    normal: Normal, offset: int, end: int, mode: Mode, *, after_point: bool
) -> tuple[str, int]:
    text = normal.text
    name = _NAME.match(text, offset, end)
    if after_point and name:
        return "NAME", name.end()
    keyword = mode.keywords.match(normal.folded, offset, end)
    if keyword:
        return words.kind_of(keyword), keyword.end()
    literal = mode.literals.match(text, offset, end)
    if literal:
        return str(literal.lastgroup), literal.end()
    symbol = _SYMBOL.match(text, offset, end)
    foreign = _FOREIGN.match(text, offset, end)
    if symbol and not text.startswith(("==", "||"), offset):
        return _SYMBOLS[symbol[0]], symbol.end()
    return "FOREIGN", foreign.end() if foreign else offset + 1
