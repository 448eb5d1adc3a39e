"""Tokens of one clause to its syntax tree (phân tích cú pháp); the only user of Lark.

Lark is imported when the first clause is parsed: a run on cached rules never does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from tthc_rules.lang import syntax
from tthc_rules.lang.builder import BadLiteral, Builder
from tthc_rules.lang.tokens import SYMBOLS, Token
from tthc_rules.lang.words import TABLES

if TYPE_CHECKING:
    from lark import Lark
    from lark import Token as LarkToken

GRAMMAR = r"""
title_clause: TEXT
word_clause: ERROR | WARNING | INFO
basis_clause: _ground (SEMI _ground)*
_ground: citation | CONVENTION
citation: [POINT LABEL] [CLAUSE LABEL] [ARTICLE LABEL] NUMBER [OF ISSUER]
force_clause: ALWAYS | period (SEMI period)*
period: FROM DATE [UNTIL DATE]
silences_clause: RULE_ID ((COMMA | SEMI) RULE_ID)*
subject_clause: loop (COMMA loop)*
loop: EACH (noun | path) CALLED NAME
noun: NAME+
path: name DOT NAME -> dot
    | path DOT NAME -> dot
let_clause: binding ([SEMI] binding)*
binding: BINDS ASSIGN expression
condition_clause: expression
unless_clause: expression UNDER citation
texts_clause: VI TEXT EN TEXT | EN TEXT VI TEXT
fix_clause: dotted ASSIGN expression
empty_clause:

?expression: conjunct (OR conjunct)+ -> disjunction
    | conjunct
?conjunct: negated (AND negated)+ -> conjunction
    | negated
?negated: NOT negated -> negation
    | relation
?relation: sum _comparing sum -> comparison
    | sum (IN | NOT_IN) sum -> member
    | HAS dotted -> has
    | NO_NORM LPAR expression RPAR -> no_norm
    | sum
_comparing: EQ | NE | LT | LE | GT | GE | AT_MOST | AT_LEAST | LONGER | SHORTER
?sum: sum (PLUS | MINUS) product -> arithmetic
    | product
?product: product STAR postfix -> arithmetic
    | postfix
?postfix: dotted
    | LPAR expression RPAR -> grouped
    | LSQB expression (COMMA expression)* RSQB -> listing
    | _quantifier LPAR NAME IN sum [SUCH_THAT expression] [COLON expression] RPAR -> quantified
    | TABLE LPAR expression (COMMA expression)* COLON row (SEMI row)* RPAR -> table
    | _fold LPAR expression [FOR_EACH NAME IN sum [SUCH_THAT expression]] RPAR -> aggregate
    | literal
?dotted: dotted DOT NAME -> dot
    | name
    | NAME LPAR [expression (COMMA expression)*] RPAR -> call
name: NAME
?literal: INTEGER -> integer
    | TEXT -> text
    | DATE -> day
    | MONEY -> money
    | RATE -> rate
    | TIME -> time
    | (TRUE | FALSE) -> boolean
row: (cell (COMMA cell)* | OTHERWISE) ARROW expression
cell: STAR | option (BAR option)*
option: _constant
    | (LT | LE | GT | GE | AT_MOST | AT_LEAST | LONGER | SHORTER) _constant
    | LOW _constant (HIGH | BELOW) _constant
_constant: literal | name
_quantifier: EVERY | SOME | NO
_fold: SUM | COUNT | SMALLEST | LARGEST
"""
START = {
    "RULE": "title_clause",
    "TITLE_VI": "title_clause",
    "TITLE_EN": "title_clause",
    "SEVERITY": "word_clause",
    "BASIS": "basis_clause",
    "FORCE": "force_clause",
    "FIRM": "empty_clause",
    "SILENCES": "silences_clause",
    "SUBJECT": "subject_clause",
    "LET": "let_clause",
    "WHEN": "condition_clause",
    "REQUIRE": "condition_clause",
    "UNLESS": "unless_clause",
    "AT": "condition_clause",
    "MESSAGE": "texts_clause",
    "HELP": "texts_clause",
    "FIX": "fix_clause",
    "END": "empty_clause",
    "CONDITION": "condition_clause",
}
"""Kind of clause -> the start of its grammar."""

_LITERALS = ("NAME", "BINDS", "INTEGER", "TEXT", "DATE", "MONEY", "RATE", "TIME")
_CITED = ("NUMBER", "LABEL", "ISSUER", "RULE_ID")
TERMINALS = tuple(
    sorted(
        {*SYMBOLS, *_LITERALS, *_CITED, "FOREIGN", "OPEN_TEXT", "BAD_NUMBER"}
        | {kind for table in TABLES for kind in table}
    )
)


@dataclass(frozen=True, slots=True)
class Unexpected(Exception):  # noqa: N818 - it names what was found
    """A token that cannot stand where it does; None at the end of the clause.

    `expected` holds the terminals that could.
    """

    token: Token | None
    expected: frozenset[str]


def parse(kind: str, tokens: Iterable[Token]) -> object:
    """Return what the builder makes of a clause.

    Args:
        kind: A key of `START`.
        tokens: The clause's body.

    Raises:
        Unexpected: The tokens do not form such a clause.
        BadLiteral: A literal is none.
    """
    from lark.exceptions import UnexpectedToken, VisitError

    found = tuple(tokens)
    try:
        return _parser().parse(found, start=START[kind])
    except VisitError as error:
        if isinstance(error.orig_exc, BadLiteral):
            raise error.orig_exc from None
        raise
    except UnexpectedToken as error:
        place = error.token.start_pos
        token = next((t for t in found if t.start == place and error.token.type != "$END"), None)
        raise Unexpected(token, frozenset(error.accepts or error.expected)) from None


@cache
def _parser() -> Lark:
    from lark import Lark
    from lark import Token as LarkToken
    from lark.lexer import Lexer

    class Handed(Lexer):
        """Hands over tokens that were made before."""

        def __init__(self, lexer_conf: object) -> None:
            del lexer_conf

        def lex(self, data: Iterable[Token]) -> Iterator[LarkToken]:  # type: ignore[override]
            for token in data:
                yield LarkToken(token.kind, token.text, start_pos=token.start, end_pos=token.end)

    return Lark(
        f"{GRAMMAR}\n%declare {' '.join(TERMINALS)}\n",
        parser="lalr",
        lexer=Handed,
        start=sorted(set(START.values())),
        transformer=Builder(),
        keep_all_tokens=True,
        maybe_placeholders=False,
    )


__all__ = ["GRAMMAR", "START", "TERMINALS", "BadLiteral", "Unexpected", "parse", "syntax"]
