"""Builds the syntax tree while the parser reduces, bottom-up, so depth costs no stack.

One method a grammar rule; a child is a token of the parser or a node already built.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import pairwise
from typing import Protocol, TypeAlias, TypeVar, cast

from tthc_rules.lang import syntax
from tthc_rules.model.conditions import Comparison
from tthc_rules.model.quantities import parse_money, parse_rate, parse_time_limit


class Leaf(Protocol):
    """A token as the parser hands it over: a text with its terminal and offsets."""

    type: str
    start_pos: int
    end_pos: int

    def __str__(self) -> str: ...


Child: TypeAlias = "Leaf | object"
Children: TypeAlias = "list[Child]"
_T = TypeVar("_T")

_COMPARISONS = {
    "EQ": Comparison.EQ,
    "NE": Comparison.NE,
    "LT": Comparison.LT,
    "SHORTER": Comparison.LT,
    "LE": Comparison.LE,
    "AT_MOST": Comparison.LE,
    "GT": Comparison.GT,
    "LONGER": Comparison.GT,
    "GE": Comparison.GE,
    "AT_LEAST": Comparison.GE,
}
_SIGNS = {"PLUS": syntax.Sign.PLUS, "MINUS": syntax.Sign.MINUS, "STAR": syntax.Sign.TIMES}


class BadLiteral(ValueError):  # noqa: N818 - it names what was found
    """A literal that has the look of a date or quantity and is none (giá trị viết sai)."""

    def __init__(self, key: str, text: str, place: syntax.Place) -> None:
        super().__init__(key)
        self.key = key
        self.text = text
        self.place = place


def _leaf(child: Child) -> Leaf:
    return cast("Leaf", child)


def _place(child: Child) -> syntax.Place:
    if isinstance(child, str):
        leaf = _leaf(child)
        return leaf.start_pos, leaf.end_pos
    return cast("syntax.Name", child).place


def _around(children: Children) -> syntax.Place:
    return _place(children[0])[0], _place(children[-1])[1]


def _expression(child: Child) -> syntax.Expression:
    return cast("syntax.Expression", child)


def _nodes(children: Children) -> list[syntax.Expression]:
    return [_expression(child) for child in children if not isinstance(child, str)]


def _is(child: Child, kind: str) -> bool:
    return isinstance(child, str) and _leaf(child).type == kind


def _after(children: Children, kind: str) -> syntax.Expression | None:
    """Return the expression behind the keyword `kind`, or None without it."""
    for number, child in enumerate(children):
        if _is(child, kind):
            return _expression(children[number + 1])
    return None


def _parsed(read: Callable[[str], _T | None], key: str, child: Child) -> syntax.Literal:
    value = read(str(child))
    if value is None:
        raise BadLiteral(key, str(child), _place(child))
    return syntax.Literal(cast("syntax.LiteralValue", value), _place(child))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _name(child: Child) -> syntax.Name:
    return syntax.Name(str(child), _place(child))


class Expressions:
    """Methods for the rules of expressions."""

    def name(self, c: Children) -> syntax.Name:
        return _name(c[0])

    def dot(self, c: Children) -> syntax.Dot:
        return syntax.Dot(_expression(c[0]), str(c[2]), _place(c[2]), _around(c))

    def integer(self, c: Children) -> syntax.Literal:
        return syntax.Literal(int(str(c[0])), _place(c[0]))

    def text(self, c: Children) -> syntax.Literal:
        return syntax.Literal(str(c[0])[1:-1], _place(c[0]))

    def boolean(self, c: Children) -> syntax.Literal:
        return syntax.Literal(_is(c[0], "TRUE"), _place(c[0]))

    def day(self, c: Children) -> syntax.Literal:
        return _parsed(_day, "lang/bad-literal.date", c[0])

    def money(self, c: Children) -> syntax.Literal:
        return _parsed(parse_money, "lang/bad-literal.money", c[0])

    def rate(self, c: Children) -> syntax.Literal:
        return _parsed(parse_rate, "lang/bad-literal.rate", c[0])

    def time(self, c: Children) -> syntax.Literal:
        return _parsed(parse_time_limit, "lang/bad-literal.time", c[0])

    def listing(self, c: Children) -> syntax.Listing:
        return syntax.Listing(tuple(_nodes(c)), _around(c))

    def grouped(self, c: Children) -> syntax.Expression:
        return _expression(c[1])

    def negation(self, c: Children) -> syntax.Not:
        return syntax.Not(_expression(c[1]), _around(c))

    def conjunction(self, c: Children) -> syntax.And:
        return syntax.And(tuple(_nodes(c)), _around(c))

    def disjunction(self, c: Children) -> syntax.Or:
        return syntax.Or(tuple(_nodes(c)), _around(c))

    def comparison(self, c: Children) -> syntax.Compare:
        word = _leaf(c[1]).type
        left, right = _expression(c[0]), _expression(c[2])
        return syntax.Compare(_COMPARISONS[word], word, left, right, _around(c))

    def member(self, c: Children) -> syntax.Member:
        item, source = _expression(c[0]), _expression(c[2])
        return syntax.Member(item, source, _is(c[1], "NOT_IN"), _around(c))

    def has(self, c: Children) -> syntax.Has:
        return syntax.Has(_expression(c[1]), _around(c))

    def no_norm(self, c: Children) -> syntax.NoNorm:
        return syntax.NoNorm(_expression(c[2]), _around(c))

    def quantified(self, c: Children) -> syntax.Quantified:
        return syntax.Quantified(
            syntax.Quantifier[_leaf(c[0]).type],
            _name(c[2]),
            _expression(c[4]),
            _after(c, "SUCH_THAT"),
            _after(c, "COLON"),
            _around(c),
        )

    def aggregate(self, c: Children) -> syntax.Aggregate:
        return syntax.Aggregate(
            syntax.Fold[_leaf(c[0]).type],
            _expression(c[2]),
            _name(c[4]) if len(c) > 4 else None,
            _after(c, "IN"),
            _after(c, "SUCH_THAT"),
            _around(c),
        )

    def call(self, c: Children) -> syntax.Call:
        return syntax.Call(_name(c[0]), tuple(_nodes(c[2:])), _around(c))

    def arithmetic(self, c: Children) -> syntax.Arithmetic:
        sign = _SIGNS[_leaf(c[1]).type]
        return syntax.Arithmetic(sign, _expression(c[0]), _expression(c[2]), _around(c))


class Tables(Expressions):
    """Methods for the rules of decision tables."""

    def table(self, c: Children) -> syntax.Table:
        rows = tuple(child for child in c if isinstance(child, syntax.Row))
        columns = tuple(_nodes([child for child in c if not isinstance(child, syntax.Row)]))
        return syntax.Table(columns, rows, _place(c[0]), _around(c))

    def row(self, c: Children) -> syntax.Row:
        cells = tuple(child for child in c if isinstance(child, syntax.Cell))
        return syntax.Row(cells, _expression(c[-1]), (_place(c[0])[0], _place(c[-3])[1]))

    def cell(self, c: Children) -> syntax.Cell:
        options = tuple(child for child in c if isinstance(child, syntax.Option))
        return syntax.Cell(options, _around(c))

    def option(self, c: Children) -> syntax.Option:
        bounds, place = _nodes(c), _around(c)
        if len(bounds) == 2:
            low, high = bounds
            return syntax.Option(low, high, False, _is(c[2], "BELOW"), "LOW", place)
        (value,) = bounds
        if len(c) == 1:
            return syntax.Option(value, value, False, False, "", place)
        word = _leaf(c[0]).type
        match _COMPARISONS[word]:
            case Comparison.LT:
                return syntax.Option(None, value, False, True, word, place)
            case Comparison.LE:
                return syntax.Option(None, value, False, False, word, place)
            case Comparison.GT:
                return syntax.Option(value, None, True, False, word, place)
        return syntax.Option(value, None, False, False, word, place)


class Builder(Tables):
    """Methods for the rules of clauses."""

    def title_clause(self, c: Children) -> syntax.Quote:
        return _quote(c[0])

    def word_clause(self, c: Children) -> str:
        return _leaf(c[0]).type

    def basis_clause(self, c: Children) -> tuple[syntax.Citation | None, ...]:
        """Citations, and None for a technical convention."""
        return tuple(
            child if isinstance(child, syntax.Citation) else None
            for child in c
            if not _is(child, "SEMI")
        )

    def citation(self, c: Children) -> syntax.Citation:
        kinds = {_leaf(child).type: str(following) for child, following in pairwise(c)}
        number = next(str(child) for child in c if _is(child, "NUMBER"))
        return syntax.Citation(
            number, kinds.get("ARTICLE"), kinds.get("CLAUSE"), kinds.get("POINT"), kinds.get("OF")
        )

    def force_clause(self, c: Children) -> tuple[syntax.Period | None, ...]:
        """Periods, or None for always."""
        return tuple(
            child if isinstance(child, syntax.Period) else None
            for child in c
            if not _is(child, "SEMI")
        )

    def period(self, c: Children) -> syntax.Period:
        days = [
            cast("date", _parsed(_day, "lang/bad-literal.date", child).value)
            for child in c
            if _is(child, "DATE")
        ]
        return syntax.Period(days[0], days[1] if len(days) > 1 else None, _around(c))

    def silences_clause(self, c: Children) -> tuple[str, ...]:
        return tuple(str(child) for child in c if _is(child, "RULE_ID"))

    def subject_clause(self, c: Children) -> tuple[syntax.Loop, ...]:
        return tuple(child for child in c if isinstance(child, syntax.Loop))

    def loop(self, c: Children) -> syntax.Loop:
        return syntax.Loop(_expression(c[1]), _name(c[3]))

    def noun(self, c: Children) -> syntax.Name:
        return syntax.Name("_".join(str(child) for child in c), _around(c))

    def let_clause(self, c: Children) -> tuple[syntax.Binding, ...]:
        return tuple(child for child in c if isinstance(child, syntax.Binding))

    def binding(self, c: Children) -> syntax.Binding:
        return syntax.Binding(_name(c[0]), _expression(c[2]))

    def condition_clause(self, c: Children) -> syntax.Expression:
        return _expression(c[0])

    def unless_clause(self, c: Children) -> syntax.Exempt:
        return syntax.Exempt(_expression(c[0]), cast("syntax.Citation", c[2]))

    def texts_clause(self, c: Children) -> syntax.Bilingual:
        sides = {_leaf(c[number]).type: _quote(c[number + 1]) for number in (0, 2)}
        return syntax.Bilingual(sides["VI"], sides["EN"])

    def fix_clause(self, c: Children) -> tuple[syntax.Expression, syntax.Expression]:
        return _expression(c[0]), _expression(c[2])

    def empty_clause(self, _c: Children) -> None:
        return None


def _quote(child: Child) -> syntax.Quote:
    start, end = _place(child)
    return syntax.Quote(str(child)[1:-1], (start + 1, end - 1))
