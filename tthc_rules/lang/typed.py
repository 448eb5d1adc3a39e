"""What a rule means: the typed tree (cây có kiểu), with every word resolved.

Keys and names are the English ones of the vocabulary. Code generation, the plain reading,
the formatter, analysis and mutation read this tree.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from tthc_rules.lang.syntax import Citation, Fold, LiteralValue, Place, Quantifier, Sign
from tthc_rules.lang.tables import Cell, Plan
from tthc_rules.lang.vocabulary import EnumValue, Field, Function, Type
from tthc_rules.model.conditions import Comparison


@dataclass(frozen=True, slots=True)
class Constant:
    """A constant; `shown` is set for a value of an enumeration."""

    value: LiteralValue
    type: Type
    place: Place
    shown: EnumValue | None = None


@dataclass(frozen=True, slots=True)
class Variable:
    """A variable: `identity` is unique in the rule (`v0` a loop's, `l0` a let's, `q0` a
    quantifier's, `day` the day of judgement)."""

    identity: str
    word: str
    type: Type
    place: Place


@dataclass(frozen=True, slots=True)
class Get:
    """A field of a record."""

    base: Term
    field: Field
    type: Type
    place: Place


@dataclass(frozen=True, slots=True)
class Has:
    """Whether an optional field is there."""

    base: Term
    field: Field
    type: Type
    place: Place


@dataclass(frozen=True, slots=True)
class Listing:
    """A list written out."""

    items: tuple[Term, ...]
    type: Type
    place: Place


@dataclass(frozen=True, slots=True)
class Not:
    """Negation."""

    part: Term
    type: Type
    place: Place


@dataclass(frozen=True, slots=True)
class Junction:
    """Conjunction (`conjunctive`) or disjunction of two parts or more."""

    conjunctive: bool
    parts: tuple[Term, ...]
    type: Type
    place: Place


@dataclass(frozen=True, slots=True)
class Compare:
    """A comparison of two values of one kind."""

    comparison: Comparison
    word: str
    left: Term
    right: Term
    type: Type
    place: Place


@dataclass(frozen=True, slots=True)
class Member:
    """Membership in a list, or its negation."""

    item: Term
    source: Term
    negated: bool
    type: Type
    place: Place


@dataclass(frozen=True, slots=True)
class NoNorm:
    """Whether a law value is a gap."""

    part: Term
    type: Type
    place: Place


@dataclass(frozen=True, slots=True)
class Quantified:
    """A bounded quantifier."""

    quantifier: Quantifier
    variable: Variable
    source: Term
    such_that: Term | None
    body: Term | None
    type: Type
    place: Place


@dataclass(frozen=True, slots=True)
class Aggregate:
    """An aggregate; without `variable` the length of the list `item`."""

    fold: Fold
    item: Term
    variable: Variable | None
    source: Term | None
    such_that: Term | None
    type: Type
    place: Place


@dataclass(frozen=True, slots=True)
class Apply:
    """A law function applied."""

    function: Function
    arguments: tuple[Term, ...]
    type: Type
    place: Place


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """Two amounts joined by a sign."""

    sign: Sign
    left: Term
    right: Term
    type: Type
    place: Place


@dataclass(frozen=True, slots=True)
class Table:
    """A decision table: the result of the one row that the values of the columns meet.

    Attributes:
        columns: What is looked at.
        cells: For each row, a cell for each column; a row of open cells at the end is for
            what no other row meets.
        results: The result of each row.
        plan: How it is looked up.
    """

    columns: tuple[Term, ...]
    cells: tuple[tuple[Cell, ...], ...]
    results: tuple[Term, ...]
    plan: Plan
    type: Type
    place: Place


Term: TypeAlias = (
    Constant
    | Variable
    | Get
    | Has
    | Listing
    | Not
    | Junction
    | Compare
    | Member
    | NoNorm
    | Quantified
    | Aggregate
    | Apply
    | Arithmetic
    | Table
)


@dataclass(frozen=True, slots=True)
class Loop:
    """One loop of a rule; `base` and `keys` lead to its list (none for the first loop)."""

    variable: Variable
    base: Variable | None
    keys: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Let:
    """A named value; `early` ones are needed by `khi`."""

    variable: Variable
    value: Term
    early: bool


@dataclass(frozen=True, slots=True)
class Exempt:
    """An exception with its provision."""

    condition: Term
    citation: Citation


@dataclass(frozen=True, slots=True)
class Template:
    """A message in both languages: literal pieces, and numbers of placeholders."""

    vi: tuple[str | int, ...]
    en: tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class PathTo:
    """A place in the judged document: a loop's item and the keys below it."""

    variable: Variable
    keys: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule whose every word is known: what it ranges over, asks and says."""

    loops: tuple[Loop, ...]
    collection: str
    lets: tuple[Let, ...]
    when: Term | None
    exempts: tuple[Exempt, ...]
    require: Term
    at: PathTo
    placeholders: tuple[Term, ...]
    message: Template
    help: Template | None
    fix: tuple[PathTo, Term] | None


def path_of(term: Term) -> PathTo | None:
    """Return the place that a chain of fields names, or None for another term."""
    keys: list[Field] = []
    while isinstance(term, Get | Has):
        keys.append(term.field)
        term = term.base
    return PathTo(term, tuple(reversed(keys))) if isinstance(term, Variable) else None


def parts(term: Term) -> tuple[Term, ...]:
    """Return the terms directly under a term, in the order they were written."""
    found: list[Term] = []
    for name in term.__slots__:
        value = getattr(term, name)
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, Term):
                found.append(part)
    return tuple(found)


def walk(term: Term) -> Iterator[Term]:
    """Yield a term and everything under it, outermost first."""
    yield term
    for part in parts(term):
        yield from walk(part)


def needed(lets: Iterable[Let], terms: Iterable[Term]) -> set[str]:
    """Return the named values that terms use, directly or through others."""
    values = {let.variable.identity: let.value for let in lets}
    found: set[str] = set()
    stack = list(terms)
    while stack:
        for term in walk(stack.pop()):
            name = term.identity if isinstance(term, Variable) else ""
            if name in values and name not in found:
                found.add(name)
                stack.append(values[name])
    return found


def meaning(term: Term) -> tuple[object, ...]:
    """Return what a term means without how it was written: equal for equal meanings."""
    return (
        type(term).__name__,
        *(
            _meaning_of(getattr(term, name))
            for name in term.__slots__
            if name not in ("place", "word")
        ),
    )


def _meaning_of(value: object) -> object:
    if isinstance(value, tuple):
        return tuple(_meaning_of(part) for part in value)
    return meaning(value) if isinstance(value, Term) else value
