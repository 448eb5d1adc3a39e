"""A condition changed in one place (đột biến một điều kiện), each change a plausible slip.

What can be proved to say the same is left out: two comparisons of whole numbers that agree
on every number, a condition negated twice, an item that a list already holds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from typing import Final

from tthc_rules.diagnostics import Message
from tthc_rules.lang import words
from tthc_rules.lang.implied import Known
from tthc_rules.lang.kinds import is_ordered
from tthc_rules.lang.mutate_agreement import agreement
from tthc_rules.lang.mutate_tables import moved
from tthc_rules.lang.syntax import Fold, LiteralValue, Place, Quantifier, Sign
from tthc_rules.lang.typed import (
    Aggregate,
    Apply,
    Arithmetic,
    Compare,
    Constant,
    Get,
    Has,
    Junction,
    Listing,
    Member,
    NoNorm,
    Not,
    Quantified,
    Table,
    Term,
    Variable,
)
from tthc_rules.lang.vocabulary import BOOLEAN, INTEGER, Enumeration, EnumValue, Vocabulary
from tthc_rules.model.conditions import Comparison
from tthc_rules.model.quantities import DayKind, Money, Rate, TimeLimit
from tthc_rules.model.text import Text


@dataclass(frozen=True, slots=True)
class Variant:
    """A term with one change (biến thể): where it was made, and what it was."""

    term: Term
    place: Place
    change: Message


_SYMBOLS: Final = {
    Comparison.EQ: "=",
    Comparison.NE: "≠",
    Comparison.LT: "<",
    Comparison.LE: "≤",
    Comparison.GT: ">",
    Comparison.GE: "≥",
}
_ORDERED: Final[Mapping[Comparison, tuple[Comparison, ...]]] = {
    Comparison.LT: (Comparison.LE, Comparison.NE, Comparison.GE),
    Comparison.LE: (Comparison.LT, Comparison.EQ, Comparison.GT),
    Comparison.GT: (Comparison.GE, Comparison.NE, Comparison.LE),
    Comparison.GE: (Comparison.GT, Comparison.EQ, Comparison.LT),
    Comparison.EQ: (Comparison.NE, Comparison.LE, Comparison.GE),
    Comparison.NE: (Comparison.EQ, Comparison.LT, Comparison.GT),
}
"""For each comparison, slips that together differ from it below, at and above the bound."""

_QUANTIFIERS: Final[Mapping[Quantifier, tuple[Quantifier, ...]]] = {
    Quantifier.EVERY: (Quantifier.SOME, Quantifier.NO),
    Quantifier.SOME: (Quantifier.EVERY, Quantifier.NO),
    Quantifier.NO: (Quantifier.SOME,),
}
_FOLDS: Final = {
    Fold.SMALLEST: Fold.LARGEST,
    Fold.LARGEST: Fold.SMALLEST,
    Fold.SUM: Fold.LARGEST,
}
_KINDS: Final = (
    DayKind.WORKING_DAY,
    DayKind.DAY,
    DayKind.WORKING_HOUR,
    DayKind.HOUR,
    DayKind.MONTH,
)
_ONE_DAY: Final = timedelta(days=1)
_ONE_PERCENT: Final = Fraction(1, 100)


def _word(kind: str) -> Text:
    return words.EXPRESSION[kind].text


class Mutator:
    """Changes the terms of one clause.

    Args:
        vocabulary: The words they use.
        known: What is known where the clause is asked; to leave it out changes nothing.
    """

    def __init__(self, vocabulary: Vocabulary, known: Known) -> None:
        self._vocabulary = vocabulary
        self._known = known

    def condition(self, term: Term, *, negated: bool = False) -> Iterator[Variant]:
        """Yield a condition with every change, each alone.

        Args:
            term: The condition.
            negated: It stands under a negation that is itself taken away elsewhere.
        """
        match term:
            case Not():
                yield from self._not(term)
            case Junction():
                yield from self._junction(term)
            case Compare():
                yield from self._compare(term)
            case Member():
                yield _variant(replace(term, negated=not term.negated), term, "negated")
                yield from self._inside(term)
            case Quantified():
                yield from self._quantified(term)
            case Constant():
                yield from self._constant(term)
            case _:
                if not negated:
                    yield _variant(Not(term, BOOLEAN, term.place), term, "negated")
                yield from self._table(term) if isinstance(term, Table) else self._inside(term)

    def value(self, term: Term) -> Iterator[Variant]:
        """Yield a value with every change, each alone."""
        match term:
            case Constant():
                yield from self._constant(term)
            case Listing():
                yield from self._listing(term)
            case Aggregate():
                yield from self._aggregate(term)
            case Arithmetic():
                yield from self._arithmetic(term)
            case Variable():
                return
            case Table():
                yield from self._table(term)
            case Get() | Has() | NoNorm() | Apply():
                yield from self._inside(term)
            case _:
                yield from self.condition(term)

    def _inside(self, term: Term) -> Iterator[Variant]:
        """Yield a term with a change in one of the values it is made of."""
        for name in term.__slots__:
            held = getattr(term, name)
            if isinstance(held, Term):
                for inner in self.value(held):
                    yield _within(term, inner, name)
            elif isinstance(held, tuple):
                for number, part in enumerate(held):
                    for inner in self.value(part) if isinstance(part, Term) else ():
                        items = (*held[:number], inner.term, *held[number + 1 :])
                        yield replace(inner, term=_with(term, name, items))

    # Conditions

    def _not(self, term: Not) -> Iterator[Variant]:
        if not isinstance(term.part, Compare | Member | Quantified):
            yield _variant(term.part, term, "not-dropped")
        for inner in self.condition(term.part, negated=True):
            yield _within(term, inner, "part")

    def _junction(self, term: Junction) -> Iterator[Variant]:
        before, after = _word("AND"), _word("OR")
        if not term.conjunctive:
            before, after = after, before
        changed = replace(term, conjunctive=not term.conjunctive)
        yield _variant(changed, term, "connective", before=before, after=after)
        for number, part in enumerate(term.parts):
            rest = (*term.parts[:number], *term.parts[number + 1 :])
            kept = rest[0] if len(rest) == 1 else replace(term, parts=rest)
            if not term.conjunctive or False in self._known.possible(part):
                yield Variant(kept, part.place, Message("test/survivor.dropped"))
            for inner in self.condition(part):
                items = (*term.parts[:number], inner.term, *term.parts[number + 1 :])
                yield replace(inner, term=replace(term, parts=items))

    def _compare(self, term: Compare) -> Iterator[Variant]:
        ordered = is_ordered(term.left.type)
        known: set[object] = {agreement(term)}
        for comparison in _ORDERED[term.comparison][: None if ordered else 1]:
            values = {"before": _SYMBOLS[term.comparison], "after": _SYMBOLS[comparison]}
            yield from _new(
                _variant(replace(term, comparison=comparison), term, "comparison", **values), known
            )
        for variant in self._inside(term):
            yield from _new(variant, known)

    def _quantified(self, term: Quantified) -> Iterator[Variant]:
        before = _word(term.quantifier.name)
        for quantifier in _QUANTIFIERS[term.quantifier]:
            changed = replace(term, quantifier=quantifier)
            yield _variant(changed, term, "quantifier", before=before, after=_word(quantifier.name))
        for inner in self.value(term.source):
            yield _within(term, inner, "source")
        if term.such_that is not None:
            if term.body is not None:
                yield _filterless(term, term.such_that)
            for inner in self.condition(term.such_that):
                yield _within(term, inner, "such_that")
        if term.body is not None:
            for inner in self.condition(term.body):
                yield _within(term, inner, "body")

    # Values

    def _aggregate(self, term: Aggregate) -> Iterator[Variant]:
        fold = _FOLDS.get(term.fold)
        if fold is not None:
            values = {"before": _word(term.fold.name), "after": _word(fold.name)}
            yield _variant(replace(term, fold=fold), term, "fold", **values)
        if term.such_that is not None:
            yield _filterless(term, term.such_that)
            for inner in self.condition(term.such_that):
                yield _within(term, inner, "such_that")
        if term.source is not None:
            for inner in self.value(term.source):
                yield _within(term, inner, "source")
        if term.fold is not Fold.COUNT:
            for inner in self.value(term.item):
                yield _within(term, inner, "item")

    def _table(self, term: Table) -> Iterator[Variant]:
        for changed, place, bound in moved(term, self._vocabulary):
            yield Variant(changed, place, Message("test/survivor.table-bound", {"bound": bound}))
        yield from self._inside(term)

    def _arithmetic(self, term: Arithmetic) -> Iterator[Variant]:
        numbers = term.left.type == term.right.type == INTEGER
        sign = {Sign.PLUS: Sign.MINUS, Sign.MINUS: Sign.PLUS}.get(term.sign)
        sign = sign or (Sign.PLUS if numbers else None)
        if sign is not None:
            values = {"before": term.sign.value, "after": sign.value}
            yield _variant(replace(term, sign=sign), term, "sign", **values)
        yield from self._inside(term)

    def _listing(self, term: Listing) -> Iterator[Variant]:
        for number, item in enumerate(term.items):
            rest = (*term.items[:number], *term.items[number + 1 :])
            if rest:
                changed = replace(term, items=rest)
                yield Variant(changed, item.place, Message("test/survivor.item-dropped"))
        held = [item.value for item in term.items if isinstance(item, Constant)]
        for variant in self._inside(term):
            items = variant.term.items if isinstance(variant.term, Listing) else ()
            values = [item.value for item in items if isinstance(item, Constant)]
            if len({*map(_typed, values)}) == len(values) and set(values) != set(held):
                yield variant

    def _constant(self, term: Constant) -> Iterator[Variant]:
        if isinstance(term.type, Enumeration):
            for value in self._neighbours(term):
                changed = replace(term, value=value.value, shown=value)
                before = Text("", "") if term.shown is None else term.shown.word
                yield _variant(changed, term, "constant", before=before, after=value.word)
            return
        for other in _others(term.value):
            values = {"before": _shown(term.value), "after": _shown(other)}
            yield _variant(replace(term, value=other), term, "constant", **values)

    def _neighbours(self, term: Constant) -> Iterator[EnumValue]:
        """Yield the values before and after one of an enumeration, in the schema's order."""
        assert isinstance(term.type, Enumeration)  # noqa: S101 - the caller has seen to it
        known = self._vocabulary.enums[term.type.name].values
        place = [value.value for value in known].index(str(term.value))
        yield from known[max(place - 1, 0) : place]
        yield from known[place + 1 : place + 2]


def _variant(changed: Term, term: Term, what: str, **values: Text | str) -> Variant:
    return Variant(changed, term.place, Message(f"test/survivor.{what}", values))


def _within(term: Term, inner: Variant, name: str) -> Variant:
    return replace(inner, term=_with(term, name, inner.term))


def _with(term: Term, name: str, value: object) -> Term:
    changes: dict[str, object] = {name: value}
    return replace(term, **changes)  # type: ignore[arg-type]  # a slot of the term


def _filterless(term: Quantified | Aggregate, such_that: Term) -> Variant:
    changed = replace(term, such_that=None)
    return Variant(changed, such_that.place, Message("test/survivor.filter-dropped"))


def _others(value: LiteralValue) -> Iterator[LiteralValue]:
    """Yield the values next to a constant; of a text, another text."""
    match value:
        case bool():
            yield not value
        case int():
            yield from (value + 1, value - 1)
        case str():
            yield f"{value}?"
        case date():
            yield from (value + _ONE_DAY, value - _ONE_DAY)
        case Money(dong):
            yield from (Money(amount) for amount in (dong + 1, dong - 1) if amount >= 0)
        case Rate(payable):
            step = _ONE_PERCENT if payable < 1 else -_ONE_PERCENT
            yield Rate(min(payable + step, Fraction(1)))
        case TimeLimit():
            yield from _other_limits(value)


def _other_limits(value: TimeLimit) -> Iterator[TimeLimit]:
    if value.kind is DayKind.SAME_DAY:
        yield TimeLimit(DayKind.WORKING_DAY, value.amount)
    elif value.kind in _KINDS:
        yield TimeLimit(value.kind, value.amount + 1)
        if value.amount >= 1:
            yield TimeLimit(value.kind, value.amount - 1)
        following = _KINDS[(_KINDS.index(value.kind) + 1) % len(_KINDS)]
        if value.amount.denominator == 1:
            yield TimeLimit(following, value.amount)


def _shown(value: LiteralValue) -> Text | str:
    match value:
        case bool():
            return _word("TRUE" if value else "FALSE")
        case Money() | Rate() | TimeLimit():
            return value.text()
        case date():
            return value.isoformat()
    return str(value)


def _typed(value: object) -> tuple[type, object]:
    return type(value), value


def _new(variant: Variant, known: set[object]) -> Iterator[Variant]:
    """Yield a variant of a comparison unless it agrees with one already known."""
    agreed = agreement(variant.term)
    if agreed is None or agreed not in known:
        known.add(agreed)
        yield variant
