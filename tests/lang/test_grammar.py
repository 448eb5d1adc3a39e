"""The grammar decides with one token what it reads."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from lark import Lark, Token
from lark.exceptions import GrammarError
from lark.lexer import Lexer

from tthc_rules.lang.parser import GRAMMAR, START, TERMINALS


class NoLexer(Lexer):
    """Gives no token: only the tables of the parser are wanted."""

    def __init__(self, lexer_conf: object) -> None:
        del lexer_conf

    def lex(self, lexer_state: object, parser_state: object) -> Iterator[Token]:
        raise NotImplementedError


def strictly(grammar: str) -> Lark:
    """Return the parser of a grammar; Lark refuses what it would otherwise settle silently."""
    declared = f"{grammar}\n%declare {' '.join(TERMINALS)}\n"
    return Lark(
        declared, parser="lalr", lexer=NoLexer, start=sorted(set(START.values())), strict=True
    )


def test_the_grammar_of_the_language_has_no_conflict() -> None:
    assert strictly(GRAMMAR)
    ambiguous = GRAMMAR.replace("conjunct (OR conjunct)+", "expression OR expression")
    with pytest.raises(GrammarError, match="Shift/Reduce"):
        strictly(ambiguous)
