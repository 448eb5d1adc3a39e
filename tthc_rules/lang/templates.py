"""Messages with placeholders (mẫu thông báo): `khai {k.thời_hạn}` in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tthc_rules.diagnostics import Severity
from tthc_rules.lang import kinds
from tthc_rules.lang.checker import Checker
from tthc_rules.lang.directions import disagree
from tthc_rules.lang.normal import normalise
from tthc_rules.lang.problems import Values
from tthc_rules.lang.reading import parse_body
from tthc_rules.lang.scope import Scope
from tthc_rules.lang.syntax import Bilingual, Expression, Place, Quote
from tthc_rules.lang.tokens import tokenise
from tthc_rules.lang.typed import Template, Term, meaning
from tthc_rules.lang.vocabulary import ListOf
from tthc_rules.lang.words import LANGUAGES
from tthc_rules.model.text import Text

_PIECE = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[{}]|[^{}]+")


@dataclass(frozen=True, slots=True)
class _Slot:
    """One placeholder: what it says and where."""

    term: Term | None
    written: str
    place: Place


def read_template(
    texts: Bilingual, scope: Scope, checker: Checker, terms: list[Term]
) -> Template | None:
    """Return the message, its placeholders appended to `terms` (each meaning once).

    None, with findings, when a placeholder is at fault or stands in one language only.
    """
    if disagree(Text(texts.vi.text, texts.en.text)):
        checker.problems.add("lang/languages-disagree", texts.en.place, severity=Severity.WARNING)
    sides = [list(_pieces(quote, scope, checker)) for quote in (texts.vi, texts.en)]
    slots = [[piece for piece in side if isinstance(piece, _Slot)] for side in sides]
    if any(slot.term is None for side in slots for slot in side):
        return None
    meanings = [{meaning(slot.term) for slot in side if slot.term} for side in slots]
    for here, there in ((0, 1), (1, 0)):
        for slot in slots[here]:
            if slot.term is not None and meaning(slot.term) not in meanings[there]:
                values: Values = {
                    "placeholder": slot.written,
                    "language": LANGUAGES[("en", "vi")[here]],
                }
                checker.problems.add("lang/placeholder-mismatch", slot.place, values)
    numbers = {meaning(term): number for number, term in enumerate(terms)}
    vi, en = (tuple(_numbered(side, numbers, terms)) for side in sides)
    return Template(vi, en)


def _numbered(
    side: list[str | _Slot], numbers: dict[tuple[object, ...], int], terms: list[Term]
) -> Iterator[str | int]:
    for piece in side:
        if isinstance(piece, str):
            yield piece
        elif piece.term is not None:
            number = numbers.setdefault(meaning(piece.term), len(terms))
            if number == len(terms):
                terms.append(piece.term)
            yield number


def _pieces(quote: Quote, scope: Scope, checker: Checker) -> Iterator[str | _Slot]:
    normal = normalise(checker.problems.written(quote.place), quote.place[0])
    for match in _PIECE.finditer(normal.text):
        place = normal.offsets[match.start()], normal.offsets[match.end()]
        if match[1] is not None:
            yield _Slot(_term(place, scope, checker), match[1], place)
        elif match[0] in ("{", "}"):
            checker.problems.add("lang/syntax.brace", place, {"found": match[0]}, remedy={})
        else:
            yield {"{{": "{", "}}": "}"}.get(match[0], match[0])


def _term(place: Place, scope: Scope, checker: Checker) -> Term | None:
    start = place[0] + 1
    normal = normalise(checker.problems.written((start, place[1] - 1)), start)
    tokens = tokenise(normal, "CONDITION", 0, len(normal.text))
    tree = parse_body("CONDITION", tokens, place, checker.problems)
    if not isinstance(tree, Expression):
        return None
    term = checker.check(tree, scope)
    if term is None:
        return None
    term = checker.whole(term)
    kind = term.type.item if isinstance(term.type, ListOf) else term.type
    if kinds.is_single(kind):
        return term
    values = {"found": checker.shown(term.type)}
    checker.problems.add("lang/wrong-type.not-printable", tree.place, values)
    return None
