"""What is asked about rules (câu hỏi phân tích), put into formulas.

A rule is violated where it applies and its requirement is false. Both are read over the
unknowns of one document, so that two rules of one collection can be put together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import cast

from tthc_rules.engine.analysis.comparing import Two
from tthc_rules.engine.analysis.formulas import (
    TRUE,
    Below,
    Formula,
    Key,
    Sum,
    Unknown,
    at_most,
    every,
    literals,
    negation,
    some,
)
from tthc_rules.engine.analysis.formulas import unknowns as unknowns_in
from tthc_rules.engine.analysis.model import Construct, OutOfFragmentError
from tthc_rules.engine.analysis.reader import Names, Reader, lengths
from tthc_rules.engine.analysis.unknown import (
    DAY,
    ROOT,
    has_item,
    is_gap,
    is_there,
    is_undecided,
    origin,
    shape,
)
from tthc_rules.lang.compiled import CompiledRule
from tthc_rules.lang.compiler import CheckedRule
from tthc_rules.lang.vocabulary import INTEGER, MONEY, RATE, TIME_LIMIT, Vocabulary
from tthc_rules.model.quantities import DayKind
from tthc_rules.model.validity import Validity
from tthc_rules.source import Source


@dataclass(frozen=True)
class RuleUnderAnalysis:
    """A rule as it is analysed: what it means, how it is evaluated, where it stands."""

    checked: CheckedRule
    compiled: CompiledRule
    source: Source

    @property
    def id(self) -> str:
        """`<topic>/<name>`."""
        return self.checked.head.id

    @property
    def periods(self) -> tuple[Validity, ...]:
        """The days on which it holds."""
        return self.checked.head.periods


@dataclass(frozen=True, slots=True)
class Meaning:
    """When a rule applies to a document, and when its requirement is met."""

    applies: Formula
    require: Two

    @property
    def violated(self) -> Formula:
        """Where it is violated."""
        return every((self.applies, self.require.false))


@dataclass(frozen=True)
class Together:
    """The rules of one question over common unknowns."""

    meanings: tuple[Meaning, ...]
    axioms: Formula
    reader: Reader


def together(rules: Sequence[RuleUnderAnalysis], vocabulary: Vocabulary) -> Together:
    """Return what rules of one collection mean over common unknowns.

    Raises:
        OutOfFragmentError: They use what is not decided.
    """
    reader = Reader(vocabulary)
    loops = {shape(path) for rule in rules for path, _ in _loops(rule)}
    for rule in rules:
        _meaning(rule, reader)
    reader = Reader(vocabulary, lengths(reader.wanted, loops))
    meanings = tuple(_meaning(rule, reader) for rule in rules)
    return Together(meanings, _axioms(meanings, reader), reader)


def _meaning(rule: RuleUnderAnalysis, reader: Reader) -> Meaning:
    meant = rule.checked.rule
    names: dict[str, object] = {meant.loops[0].variable.identity: ROOT}
    applies: list[Formula] = []
    for (path, optional), loop in zip(_loops(rule), meant.loops[1:], strict=True):
        if (*path, 0) in names.values():
            raise OutOfFragmentError(Construct.TWO_LOOPS)
        names[loop.variable.identity] = (*path, 0)
        applies.extend((*map(is_there, optional), has_item(path, 0)))
        reader.lists.add(path)
        reader.optional.update(optional)
    names.update((let.variable.identity, let.value) for let in meant.lets)
    known = cast("Names", names)
    if meant.when is not None:
        applies.append(reader.condition(meant.when, known).true)
    applies.extend(reader.condition(one.condition, known).false for one in meant.exempts)
    return Meaning(every(applies), reader.condition(meant.require, known))


def _loops(rule: RuleUnderAnalysis) -> Iterator[tuple[Key, tuple[Key, ...]]]:
    """Yield for each inner loop the path of its list, and the optional paths on the way."""
    items: dict[str, Key] = {rule.checked.rule.loops[0].variable.identity: ROOT}
    for loop in rule.checked.rule.loops[1:]:
        path = ROOT if loop.base is None else items[loop.base.identity]
        optional = []
        for key in loop.keys:
            path = (*path, key.key)
            if key.optional:
                optional.append(path)
        items[loop.variable.identity] = (*path, 0)
        yield path, tuple(optional)


def _axioms(meanings: Iterable[Meaning], reader: Reader) -> Formula:
    """Return what always holds of the unknowns of a question."""
    found: list[Formula] = []
    for path in sorted(reader.lists, key=repr):
        for index in range(reader.items.get(shape(path), 1) - 1):
            found.append(some((negation(has_item(path, index + 1)), has_item(path, index))))
        if path in reader.optional:
            found.append(some((negation(has_item(path, 0)), is_there(path))))
    for call in reader.calls:
        found.append(some((negation(is_gap((call,))), is_undecided((call,)))))
    used = {
        unknown
        for meaning in meanings
        for part in (meaning.applies, meaning.require.true, meaning.require.false)
        for unknown in unknowns_in(part)
    }
    named = sorted((one for one in used if one.key[0] == "origin"), key=repr)
    origins = named or [origin(DayKind.WORKING_DAY)]
    for unknown in sorted(used & reader.types.keys(), key=lambda one: repr(one.key)):
        found.extend(_bounds(unknown, reader, origins))
    return every(found)


def _bounds(unknown: Unknown, reader: Reader, origins: Sequence[Unknown]) -> Iterator[Formula]:
    held = Sum(((unknown, Fraction(1)),))
    type_ = reader.types[unknown]
    if type_ in (MONEY, RATE):
        yield at_most(Sum(), held)
    if type_ == RATE:
        yield at_most(held, Sum(constant=Fraction(1)))
    if type_ == TIME_LIMIT:
        for start in origins:
            yield at_most(Sum(((start, Fraction(1)),)), held)


def natural(reader: Reader) -> Formula:
    """Return that no whole number is negative: examples without oddities are read first."""
    whole = sorted((one for one, type_ in reader.types.items() if type_ == INTEGER), key=repr)
    return every(at_most(Sum(), Sum(((one, Fraction(1)),))) for one in whole)


# Days ----------------------------------------------------------------------------------------


def in_force(periods: Iterable[Validity]) -> Formula:
    """Return that the day of judgement lies in one of the periods."""
    return some(within(period) for period in periods)


def within(period: Validity) -> Formula:
    """Return that the day of judgement lies in a period."""
    day = Sum(((DAY, Fraction(1)),))
    parts: list[Formula] = []
    if period.start is not None:
        parts.append(at_most(_ordinal(period.start), day))
    if period.end is not None:
        parts.append(at_most(day, _ordinal(period.end), strict=True))
    return every(parts) if parts else TRUE


def overlaps(one: Iterable[Validity], other: Iterable[Validity]) -> Iterator[Validity]:
    """Yield the periods common to both, in order."""
    others = tuple(other)
    found = (first.intersect(second) for first in one for second in others)
    yield from sorted(
        (period for period in found if period is not None),
        key=lambda period: period.start or date.min,
    )


def stretches(period: Validity, formulas: Iterable[Formula]) -> Iterator[Validity]:
    """Yield a period cut at every day that a formula compares the day of judgement with."""
    days: set[date] = set()
    for formula in formulas:
        for literal in literals(formula):
            days.update(_days(literal))
    cuts = sorted(day for day in days if period.covers(day) and day != period.start)
    starts = [period.start, *cuts]
    ends = [*cuts, period.end]
    for start, end in zip(starts, ends, strict=True):
        yield Validity(start, end)


def _days(literal: object) -> Iterator[date]:
    if not isinstance(literal, Below) or len(literal.sum.terms) != 1:
        return
    ((unknown, factor),) = literal.sum.terms
    if unknown == DAY:
        number = int(-literal.sum.constant / factor)
        for ordinal in (number, number + 1):
            if 1 <= ordinal <= date.max.toordinal():
                yield date.fromordinal(ordinal)


def _ordinal(day: date) -> Sum:
    return Sum(constant=Fraction(day.toordinal()))
