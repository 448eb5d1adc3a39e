"""What a rule says, as it was written: the syntax tree (cây cú pháp), untyped.

Every node knows its offsets in the original text. The depth of a tree is bounded before
anything walks it (`measure`), so later passes may recurse.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from enum import Enum
from typing import TypeAlias

from tthc_rules.model.conditions import Comparison
from tthc_rules.model.quantities import Money, Rate, TimeLimit

Place: TypeAlias = tuple[int, int]
"""Start and end offset in the original text."""

LiteralValue: TypeAlias = "str | bool | int | date | Money | Rate | TimeLimit"


class Quantifier(Enum):
    """How a bounded quantifier (lượng từ) joins its items."""

    EVERY = "every"
    SOME = "some"
    NO = "no"


class Fold(Enum):
    """What an aggregate (phép gộp) makes of its items."""

    SUM = "sum"
    COUNT = "count"
    SMALLEST = "smallest"
    LARGEST = "largest"


class Sign(Enum):
    """An arithmetic sign (phép tính)."""

    PLUS = "+"
    MINUS = "-"
    TIMES = "*"


@dataclass(frozen=True, slots=True)
class Name:
    """A bare word: a variable, or a value of an enumeration by its context."""

    word: str
    place: Place


@dataclass(frozen=True, slots=True)
class Dot:
    """A field of a record: `k.thời_hạn`; `at` is the place of the field's word."""

    base: Expression
    word: str
    at: Place
    place: Place


@dataclass(frozen=True, slots=True)
class Literal:
    """A constant written out."""

    value: LiteralValue
    place: Place


@dataclass(frozen=True, slots=True)
class Listing:
    """A list written out: `[a, b]`."""

    items: tuple[Expression, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Not:
    """Negation (không)."""

    part: Expression
    place: Place


@dataclass(frozen=True, slots=True)
class And:
    """Conjunction (và) of two parts or more."""

    parts: tuple[Expression, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Or:
    """Disjunction (hoặc) of two parts or more."""

    parts: tuple[Expression, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Compare:
    """A comparison; `word` is the terminal it was written with (`LE`, `AT_MOST` …)."""

    comparison: Comparison
    word: str
    left: Expression
    right: Expression
    place: Place


@dataclass(frozen=True, slots=True)
class Member:
    """Membership (thuộc) in a list, or its negation."""

    item: Expression
    source: Expression
    negated: bool
    place: Place


@dataclass(frozen=True, slots=True)
class Has:
    """Whether an optional field is there (có)."""

    target: Expression
    place: Place


@dataclass(frozen=True, slots=True)
class NoNorm:
    """Whether the law sets nothing (thiếu quy định)."""

    part: Expression
    place: Place


@dataclass(frozen=True, slots=True)
class Quantified:
    """A bounded quantifier over a list; `body` is None when only `such_that` is asked."""

    quantifier: Quantifier
    variable: Name
    source: Expression
    such_that: Expression | None
    body: Expression | None
    place: Place


@dataclass(frozen=True, slots=True)
class Aggregate:
    """An aggregate over a list; without `variable` it counts the list `item` itself."""

    fold: Fold
    item: Expression
    variable: Name | None
    source: Expression | None
    such_that: Expression | None
    place: Place


@dataclass(frozen=True, slots=True)
class Call:
    """A function of the vocabulary applied to arguments."""

    function: Name
    arguments: tuple[Expression, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """Two amounts joined by a sign."""

    sign: Sign
    left: Expression
    right: Expression
    place: Place


@dataclass(frozen=True, slots=True)
class Option:
    """One of the things a cell of a decision table allows: a value, or a range.

    Equal bounds are one value; `above` and `below` leave a bound out. `word` is the
    terminal of a comparison it was written with.
    """

    low: Expression | None
    high: Expression | None
    above: bool
    below: bool
    word: str
    place: Place


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a decision table (ô); without options every value fits."""

    options: tuple[Option, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a decision table (dòng); without cells it is for what no other row meets."""

    cells: tuple[Cell, ...]
    result: Expression
    place: Place


@dataclass(frozen=True, slots=True)
class Table:
    """A decision table (bảng): the result of the one row that the columns' values meet.

    `at` is the place of its keyword.
    """

    columns: tuple[Expression, ...]
    rows: tuple[Row, ...]
    at: Place
    place: Place


Expression: TypeAlias = (
    Name
    | Dot
    | Literal
    | Listing
    | Not
    | And
    | Or
    | Compare
    | Member
    | Has
    | NoNorm
    | Quantified
    | Aggregate
    | Call
    | Arithmetic
    | Table
)


@dataclass(frozen=True, slots=True)
class Citation:
    """A provision as cited (căn cứ): `điểm x khoản n Điều n NUMBER của ISSUER`."""

    number: str
    article: str | None = None
    clause: str | None = None
    point: str | None = None
    issuer: str | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """A period of force as written; `until` is the first day no longer in it."""

    start: date
    until: date | None
    place: Place


@dataclass(frozen=True, slots=True)
class Loop:
    """One step of `áp dụng cho`: each item of `source` under a name."""

    source: Expression
    variable: Name


@dataclass(frozen=True, slots=True)
class Binding:
    """A named value (đặt): `name := value`."""

    variable: Name
    value: Expression


@dataclass(frozen=True, slots=True)
class Exempt:
    """An exception (trừ khi) with the provision that makes it."""

    condition: Expression
    citation: Citation


@dataclass(frozen=True, slots=True)
class Quote:
    """A text in quotes: its content and the place of the content."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Bilingual:
    """A text given in both languages."""

    vi: Quote
    en: Quote


def measure(root: object) -> tuple[int, int, Place | None]:
    """Return (number of nodes, greatest depth, place of a deepest node), without recursion."""
    count, deepest, where = 0, 0, None
    stack = [(root, 1)]
    while stack:
        node, depth = stack.pop()
        place = getattr(node, "place", None)
        count += 1
        if depth > deepest:
            deepest, where = depth, place
        stack.extend((child, depth + 1) for child in children(node))
    return count, deepest, where


def children(node: object) -> Iterator[object]:
    """Yield the nodes directly under `node`."""
    if not is_dataclass(node):
        return
    for field in fields(node):
        value = getattr(node, field.name)
        for part in value if isinstance(value, tuple) else (value,):
            if is_dataclass(part) and not isinstance(part, (type, Money, Rate, TimeLimit)):
                yield part
