"""Which values a column can have (miền giá trị), and which rows of a table meet each.

Two values lie in one region when every cell of the column holds both or neither. Whole
amounts and days have a next one; rates and most time limits have not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import pairwise, product
from math import floor, prod
from typing import TypeAlias

from tthc_rules.lang import runtime
from tthc_rules.lang.syntax import LiteralValue
from tthc_rules.lang.tables import Cell, Column, Plan, Span
from tthc_rules.model.quantities import DayKind, Money, Rate, TimeLimit
from tthc_rules.model.text import Text

ANY = Text("giá trị bất kỳ", "any value")
OTHER = Text("giá trị khác", "another value")

Number: TypeAlias = "int | Fraction"
_WHOLE_TIMES = (DayKind.MONTH, DayKind.SAME_DAY, DayKind.UNSTATED)


@dataclass(frozen=True, slots=True)
class Domain:
    """All values of a column (miền giá trị của cột).

    Attributes:
        values: All of them with how each reads, where they can be told; None otherwise.
        ordered: Whether they are more or less than each other; where not, and without
            `values`, there is always another text.
        least: The least whole amount, where one is known.
    """

    values: tuple[tuple[LiteralValue, Text], ...] | None = None
    ordered: bool = False
    least: int | None = None


@dataclass(frozen=True, slots=True)
class Regions:
    """The regions of a column with the rows that meet each, as bits, and a value of each."""

    column: Column
    rows: tuple[int, ...]
    witnesses: tuple[Text, ...]
    met: int


@dataclass(frozen=True, slots=True)
class Verified:
    """What is known of a table (kết quả soát bảng).

    Attributes:
        plan: How it is looked up; rows of a gap are -1.
        overlaps: For a later row, the first row that meets some values with it, and them.
        gap: Values that no row meets.
        idle: Whether the last row, which every value would meet, is never reached.
    """

    plan: Plan
    overlaps: tuple[tuple[int, int, tuple[Text, ...]], ...]
    gap: tuple[Text, ...] | None
    idle: bool


def regions(cells: Sequence[Cell], domain: Domain) -> Regions:
    """Return the regions of a column.

    Args:
        cells: Its cells, one a row.
        domain: The values it can have.
    """
    tests = tuple(dict.fromkeys(cell.spans for cell in cells if cell.spans))
    found: dict[tuple[bool, ...], Text] = {}
    if not tests:
        found[()] = ANY
    elif domain.values is not None:
        for value, text in domain.values:
            found.setdefault(_signature(value, tests), text)
    elif domain.ordered:
        bounds = [value for spans in tests for span in spans for value in _bounds(span)]
        for number, text in _numbers(bounds, domain.least):
            found.setdefault(_signature(number, tests), text)
    else:
        for written in dict.fromkeys(span.low for spans in tests for span in spans):
            quoted = f"“{written}”"
            found.setdefault(_signature(written, tests), Text(quoted, quoted))
        found.setdefault((False,) * len(tests), OTHER)
    places = {spans: number for number, spans in enumerate(tests)}
    numbers = [places.get(cell.spans) for cell in cells]
    rows = tuple(_rows(numbers, signature) for signature in found)
    met = 0
    for bits in rows:
        met |= bits
    return Regions(Column(tests, tuple(found)), rows, tuple(found.values()), met)


def size(columns: Sequence[Regions]) -> int:
    """Return the number of combinations of regions."""
    return prod(len(column.rows) for column in columns)


def verify(columns: Sequence[Regions], count: int, *, otherwise: bool) -> Verified:
    """Return whether every combination of values meets exactly one row.

    Args:
        columns: The regions of each column.
        count: The number of rows.
        otherwise: Whether the last row is for what no other row meets.
    """
    rows: list[int] = []
    overlaps: dict[int, tuple[int, int, tuple[Text, ...]]] = {}
    gap: tuple[Text, ...] | None = None
    everything = (1 << (count - otherwise)) - 1
    for combination in product(*(range(len(column.rows)) for column in columns)):
        met = everything
        for column, region in zip(columns, combination, strict=True):
            met &= column.rows[region]
        first = (met & -met).bit_length() - 1
        rest = met & (met - 1)
        while rest:
            later = (rest & -rest).bit_length() - 1
            overlaps.setdefault(later, (later, first, _witness(columns, combination)))
            rest &= rest - 1
        if not met and not otherwise and gap is None:
            gap = _witness(columns, combination)
        rows.append(first if met or not otherwise else count - 1)
    plan = Plan(tuple(column.column for column in columns), tuple(rows))
    idle = otherwise and count - 1 not in rows
    return Verified(plan, tuple(overlaps[row] for row in sorted(overlaps)), gap, idle)


def _witness(columns: Sequence[Regions], combination: Sequence[int]) -> tuple[Text, ...]:
    return tuple(
        column.witnesses[region] for column, region in zip(columns, combination, strict=True)
    )


def _rows(numbers: Sequence[int | None], signature: tuple[bool, ...]) -> int:
    """Return the rows whose cell holds in a region; a cell without a number is open."""
    bits = 0
    for row, number in enumerate(numbers):
        if number is None or signature[number]:
            bits |= 1 << row
    return bits


def _signature(value: object, tests: Sequence[tuple[Span, ...]]) -> tuple[bool, ...]:
    return tuple(any(_covers(span, value) for span in spans) for spans in tests)


def _covers(span: Span, value: object) -> bool:
    if span.is_point:
        return _comparable(span.low) == value
    assert isinstance(value, int | Fraction)  # noqa: S101 - only ordered values have ranges
    low, high = (None if bound is None else ordinal(bound) for bound in (span.low, span.high))
    if low is not None and (value <= low if span.above else value < low):
        return False
    return high is None or not (value >= high if span.below else value > high)


def _comparable(value: object) -> object:
    return value if isinstance(value, str | bool) else ordinal(value)


def ordinal(value: object) -> Number:
    """Return an ordered constant as a number: đồng, a day, a share, units of a time limit.

    Raises:
        TypeError: It is no ordered constant.
    """
    match value:
        case int():
            return value
        case Money(dong):
            return dong
        case date():
            return value.toordinal()
        case Rate(payable):
            return payable
        case TimeLimit(_, amount):
            return amount
    raise TypeError(value)


def _bounds(span: Span) -> Iterator[LiteralValue]:
    for value in (span.low, span.high):
        if value is not None:
            yield value


def _numbers(bounds: Sequence[LiteralValue], least: int | None) -> Iterator[tuple[Number, Text]]:
    """Yield a number of every region that bounds can make, with how it reads."""
    like = bounds[0]
    low, high = _ends(like, least)
    numbers = [
        number
        for number in sorted({ordinal(value) for value in bounds})
        if (low is None or number >= low) and (high is None or number <= high)
    ]
    if not numbers:
        numbers = [low or 0]
    if low is None or low < numbers[0]:
        below = numbers[0] - 1 if low is None else max(low, numbers[0] - 1)
        yield below, _shown(like, below)
    for number, following in pairwise(numbers):
        yield number, _shown(like, number)
        yield from _between(like, number, following)
    last = numbers[-1]
    yield last, _shown(like, last)
    if high is None or last < high:
        above = last + 1 if high is None else min(high, last + 1)
        yield above, _shown(like, above)


def _ends(like: LiteralValue, least: int | None) -> tuple[Number | None, Number | None]:
    """Return the least and the greatest number of the values that are like a constant."""
    match like:
        case Money() | TimeLimit():
            return 0, None
        case Rate():
            return 0, 1
        case date():
            return 1, date.max.toordinal()
    return least, None


def _between(like: LiteralValue, low: Number, high: Number) -> Iterator[tuple[Number, Text]]:
    following = floor(low) + 1
    if following < high:
        yield following, _shown(like, following)
    elif isinstance(like, Rate) or (isinstance(like, TimeLimit) and like.kind not in _WHOLE_TIMES):
        sides = _shown(like, low), _shown(like, high)
        vi, en = f"giữa {sides[0].vi} và {sides[1].vi}", f"between {sides[0].en} and {sides[1].en}"
        yield Fraction(low + high) / 2, Text(vi, en)


def _shown(like: LiteralValue, number: Number) -> Text:
    match like:
        case Money():
            return Money(int(number)).text()
        case Rate():
            return Rate(Fraction(number)).text()
        case TimeLimit(kind):
            return TimeLimit(kind, Fraction(number)).text()
        case date():
            return runtime.shown(date.fromordinal(int(number)), None)
    return Text(str(number), str(number))
