"""From the typed tree of a rule to formulas (dịch quy tắc ra công thức).

The logic of rules has three values; a condition becomes when it is true and when it is
false. Lists are taken apart into as many items as the question can tell apart: a quantifier
needs one witness at most, a count of n needs n + 1 items.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TypeAlias, TypeGuard, cast

from tthc_rules.engine.analysis.comparing import Held, Two, compared, counted, product, two
from tthc_rules.engine.analysis.formulas import (
    FALSE,
    TRUE,
    Formula,
    Is,
    Key,
    Sum,
    Unknown,
    at_most,
    every,
    negation,
    some,
)
from tthc_rules.engine.analysis.formulas import unknowns as unknowns_in
from tthc_rules.engine.analysis.model import Construct, OutOfFragmentError
from tthc_rules.engine.analysis.unknown import (
    DAY,
    Call,
    has_item,
    is_gap,
    is_there,
    is_undecided,
    number_of,
    shape,
    unknown_at,
)
from tthc_rules.lang import typed
from tthc_rules.lang.syntax import Fold, Quantifier, Sign
from tthc_rules.lang.typed import Term, meaning
from tthc_rules.lang.vocabulary import (
    BOOLEAN,
    INTEGER,
    MONEY,
    TIME_LIMIT,
    Enumeration,
    Kind,
    ListOf,
    Record,
    Scalar,
    Type,
    Vocabulary,
)
from tthc_rules.model.conditions import Comparison

MOST_ITEMS = 6
"""Items of one list that a question may tell apart (quy ước kỹ thuật)."""

Names: TypeAlias = Mapping[str, "Key | Term"]
"""What a variable stands for: the path of an item, or the term of a named value."""

_FLIPPED = {
    Comparison.EQ: Comparison.EQ,
    Comparison.NE: Comparison.NE,
    Comparison.LT: Comparison.GT,
    Comparison.LE: Comparison.GE,
    Comparison.GT: Comparison.LT,
    Comparison.GE: Comparison.LE,
}


@dataclass
class Reader:
    """Turns terms into formulas over the unknowns of one question.

    Attributes:
        items: How many items each list has at most, by the shape of its path; a list that is
            not named has one.
        wanted: For each list, what asks for items: grows while terms are read.
        types: The type of each unknown that stands for a value.
        lists: Every list that was taken apart.
        optional: Every optional path that was read.
        notes: Constructs that the formulas only approximate.
    """

    vocabulary: Vocabulary
    items: Mapping[Key, int] = field(default_factory=dict)
    wanted: dict[Key, dict[object, int]] = field(default_factory=dict)
    types: dict[Unknown, Type] = field(default_factory=dict)
    lists: set[Key] = field(default_factory=set)
    optional: set[Key] = field(default_factory=set)
    calls: dict[Call, None] = field(default_factory=dict)
    notes: set[Construct] = field(default_factory=set)

    # Conditions --------------------------------------------------------------------------

    def condition(self, term: Term, names: Names) -> Two:
        """Return when a condition is true and when it is false."""
        match term:
            case typed.Not(part):
                return self.condition(part, names).negated()
            case typed.Junction(conjunctive, parts):
                read = [self.condition(part, names) for part in parts]
                both = every(one.true for one in read), some(one.false for one in read)
                either = some(one.true for one in read), every(one.false for one in read)
                return Two(*(both if conjunctive else either))
            case typed.Compare():
                return self._compare(term, names)
            case typed.Member():
                return self._member(term, names)
            case typed.Has(base, field_):
                path, needs = self.node(base, names)
                self.optional.add((*path, field_.key))
                return two(is_there((*path, field_.key)), needs)
            case typed.NoNorm(part):
                return self._no_norm(part, names)
            case typed.Quantified():
                return self._quantified(term, names)
        return self._flag(term, names)

    def _flag(self, term: Term, names: Names) -> Two:
        if isinstance(term, typed.Constant):
            return Two(TRUE, FALSE) if term.value is True else Two(FALSE, TRUE)
        named = names.get(term.identity) if isinstance(term, typed.Variable) else None
        if isinstance(named, Term):
            return self.condition(named, names)
        path, needs = self.node(term, names)
        return two(Is(self._unknown(path, BOOLEAN)), needs)

    def _compare(self, term: typed.Compare, names: Names) -> Two:
        if term.left.type == BOOLEAN:
            return self._alike(term, names)
        left, right = _meant(term.left, names), _meant(term.right, names)
        if _is_count(left):
            return self._compare_count(left, term.comparison, right, names)
        if _is_count(right):
            return self._compare_count(right, _FLIPPED[term.comparison], left, names)
        one, needs = self.value(left, names)
        other, more = self.value(right, names)
        return two(compared(one, term.comparison, other), every((needs, more)))

    def _alike(self, term: typed.Compare, names: Names) -> Two:
        left, right = self.condition(term.left, names), self.condition(term.right, names)
        same = some((every((left.true, right.true)), every((left.false, right.false))))
        other = some((every((left.true, right.false)), every((left.false, right.true))))
        found = Two(same, other)
        return found if term.comparison is Comparison.EQ else found.negated()

    def _compare_count(
        self, count: typed.Aggregate, comparison: Comparison, bound: Term, names: Names
    ) -> Two:
        if not isinstance(bound, typed.Constant) or not isinstance(bound.value, int):
            raise OutOfFragmentError(Construct.COMPARED_LISTS)
        number = bound.value
        source = count.item if count.source is None else count.source
        path, needs = self._list(source, names, count, max(number, 0) + 1)
        met, decided = [], [needs]
        for index in range(self._length(path)):
            here = has_item(path, index)
            one = Two(TRUE, FALSE)
            if count.such_that is not None and count.variable is not None:
                inside = {**names, count.variable.identity: (*path, index)}
                one = self.condition(count.such_that, inside)
            met.append(every((here, one.true)))
            decided.append(some((negation(here), one.true, one.false)))
        return two(counted(met, comparison, number), every(decided))

    def _member(self, term: typed.Member, names: Names) -> Two:
        item, needs = self.value(term.item, names)
        needed, equals = [needs], []
        if isinstance(term.source, typed.Listing):
            for one in term.source.items:
                other, more = self.value(one, names)
                needed.append(more)
                equals.append(compared(item, Comparison.EQ, other))
        else:
            path, more = self._list(term.source, names, term, 1)
            needed.append(more)
            inner = cast("ListOf", term.source.type).item
            for index in range(self._length(path)):
                other = self._single((*path, index), inner)
                here = has_item(path, index)
                equals.append(every((here, compared(item, Comparison.EQ, other))))
        found = two(some(equals), every(needed))
        return found.negated() if term.negated else found

    def _no_norm(self, part: Term, names: Names) -> Two:
        if part.type == BOOLEAN:
            read = self.condition(part, names)
            needs = some((read.true, read.false))
        elif isinstance(part.type, Record | ListOf):
            _, needs = self.node(part, names)
        else:
            _, needs = self.value(part, names)
        asked = dict.fromkeys(
            unknown.key[1] for unknown in unknowns_in(needs) if unknown.key[0] == "undecided"
        )
        return Two(some(is_gap(cast("Key", key)) for key in asked), needs)

    def _quantified(self, term: typed.Quantified, names: Names) -> Two:
        path, needs = self._list(term.source, names, term, 1)
        is_every = term.quantifier is Quantifier.EVERY
        met, failed = [], []
        for index in range(self._length(path)):
            here = has_item(path, index)
            inside = {**names, term.variable.identity: (*path, index)}
            one = self._of_item(term, inside, is_every=is_every)
            met.append((here, one.true))
            failed.append((here, one.false))
        if is_every:
            true = every(some((negation(here), holds)) for here, holds in met)
            return Two(true, some(every(pair) for pair in failed)).needing(needs)
        false = every(some((negation(here), holds)) for here, holds in failed)
        found = Two(some(every(pair) for pair in met), false).needing(needs)
        return found.negated() if term.quantifier is Quantifier.NO else found

    def _of_item(self, term: typed.Quantified, names: Names, *, is_every: bool) -> Two:
        parts = [part for part in (term.such_that, term.body) if part is not None]
        read = [self.condition(part, names) for part in parts]
        if is_every and len(read) == 2:
            read[0] = read[0].negated()
            return Two(some(one.true for one in read), every(one.false for one in read))
        return Two(every(one.true for one in read), some(one.false for one in read))

    # Values ------------------------------------------------------------------------------

    def value(self, term: Term, names: Names) -> tuple[Held, Formula]:
        """Return a single value, and what must hold for it to be known."""
        match term:
            case typed.Constant(value):
                return (value if isinstance(value, str) else number_of(value)), TRUE
            case typed.Variable("day"):
                return _sum_of(DAY), TRUE
            case typed.Arithmetic():
                return self._arithmetic(term, names)
            case typed.Aggregate():
                return self._aggregate(term, names)
            case typed.Variable(identity) if isinstance(names.get(identity), Term):
                return self.value(cast("Term", names[identity]), names)
        path, needs = self.node(term, names)
        return self._single(path, term.type), needs

    def _single(self, path: Key, type_: Type) -> Held:
        unknown = self._unknown(path, type_)
        is_word = isinstance(type_, Enumeration) or type_ == Scalar(Kind.TEXT)
        return unknown if is_word else _sum_of(unknown)

    def _arithmetic(self, term: typed.Arithmetic, names: Names) -> tuple[Held, Formula]:
        if term.type == TIME_LIMIT:
            raise OutOfFragmentError(Construct.TIME_ARITHMETIC)
        left, needs = self.value(term.left, names)
        right, more = self.value(term.right, names)
        if not isinstance(left, Sum) or not isinstance(right, Sum):
            raise OutOfFragmentError(Construct.COMPARED_LISTS)
        if term.sign is not Sign.TIMES:
            total = left.plus(right, Fraction(1 if term.sign is Sign.PLUS else -1))
        elif term.left.type in (INTEGER, MONEY) and term.right.type in (INTEGER, MONEY):
            total = product(left, right)
        else:
            raise OutOfFragmentError(Construct.ARITHMETIC)
        positive = TRUE if term.type == INTEGER else at_most(Sum(), total)
        return total, every((needs, more, positive))

    def _aggregate(self, term: typed.Aggregate, names: Names) -> tuple[Held, Formula]:
        if term.fold is Fold.COUNT:
            raise OutOfFragmentError(Construct.COMPARED_LISTS)
        self.notes.add(Construct.AGGREGATE)
        read = tuple(sorted((name, repr(held)) for name, held in names.items() if "q" in name))
        key: Key = ("fold", meaning(term), read)
        return self._single(key, term.type), negation(is_undecided(key))

    # Paths -------------------------------------------------------------------------------

    def node(self, term: Term, names: Names) -> tuple[Key, Formula]:
        """Return the path of a value, and what must hold for it to be known."""
        match term:
            case typed.Variable(identity):
                named = names[identity]
                return self.node(named, names) if isinstance(named, Term) else (named, TRUE)
            case typed.Get(base, field_):
                path, needs = self.node(base, names)
                if field_.optional:
                    self.optional.add((*path, field_.key))
                return (*path, field_.key), needs
            case typed.Apply(function, arguments):
                keys, needed = [], []
                for argument in arguments:
                    key, needs = self._argument(argument, names)
                    keys.append(key)
                    needed.append(needs)
                call = Call(function, tuple(keys))
                self.calls[call] = None
                if function.may_be_unknown:
                    needed.append(negation(is_undecided((call,))))
                return (call,), every(needed)
            case typed.Table():
                raise OutOfFragmentError(Construct.TABLE)
        raise OutOfFragmentError(Construct.COMPARED_LISTS)

    def _argument(self, term: Term, names: Names) -> tuple[Key, Formula]:
        if isinstance(term.type, Record | ListOf):
            return self.node(term, names)
        held, needs = self.value(term, names)
        match held:
            case Unknown(key):
                return key, needs
            case Sum(((Unknown(key), factor),), constant) if factor == 1 and constant == 0:
                return key, needs
        return ("constant", held), needs

    def _list(self, source: Term, names: Names, asks: Term, witnesses: int) -> tuple[Key, Formula]:
        path, needs = self.node(source, names)
        self.wanted.setdefault(shape(path), {})[id(asks)] = witnesses
        self.lists.add(path)
        return path, needs

    def _length(self, path: Key) -> int:
        return self.items.get(shape(path), 1)

    def _unknown(self, path: Key, type_: Type) -> Unknown:
        unknown = unknown_at(path, type_, self.vocabulary)
        self.types[unknown] = type_
        return unknown


def _is_count(term: Term) -> TypeGuard[typed.Aggregate]:
    return isinstance(term, typed.Aggregate) and term.fold is Fold.COUNT


def _meant(term: Term, names: Names) -> Term:
    """Return the term that a named value stands for."""
    while isinstance(term, typed.Variable):
        named = names.get(term.identity)
        if not isinstance(named, Term):
            break
        term = named
    return term


def _sum_of(unknown: Unknown) -> Sum:
    return Sum(((unknown, Fraction(1)),))


def lengths(wanted: Mapping[Key, Mapping[object, int]], loops: Iterable[Key]) -> dict[Key, int]:
    """Return how many items each list needs, by its shape.

    Raises:
        OutOfFragmentError: A list would need more than can be told apart.
    """
    found = {shape_: sum(asked.values()) for shape_, asked in wanted.items()}
    for path in loops:
        found[path] = found.get(path, 0) + 1
    if any(number > MOST_ITEMS for number in found.values()):
        raise OutOfFragmentError(Construct.LONG_LIST)
    return found
