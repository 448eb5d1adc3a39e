"""A rule evaluated the slow and obvious way, straight from its typed tree: the oracle."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from itertools import product
from typing import cast

from tests.lang.sample import VOCABULARY
from tthc_rules.diagnostics import Message, Verdict
from tthc_rules.lang.compiled import Functions
from tthc_rules.lang.syntax import Fold, LiteralValue, Quantifier, Sign
from tthc_rules.lang.tables import Span
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
    Rule,
    Table,
    Term,
    Variable,
)
from tthc_rules.lang.undecided import Gap, Undecided
from tthc_rules.lang.vocabulary import BOOLEAN, COMPARE_TIME_LIMITS, TEXT, Enumeration
from tthc_rules.model.conditions import Comparison
from tthc_rules.model.quantities import Money, Rate, TimeLimit
from tthc_rules.model.values import REFUSED, Tree, Value

Environment = Mapping[str, Value]


class Naive:
    """Evaluates one rule; a condition is True, False or None for unknown."""

    def __init__(self, rule: Rule, functions: Functions, day: date) -> None:
        self.rule = rule
        self.functions = functions
        self.day = day
        self.lets = {let.variable.identity: let.value for let in rule.lets}

    def verdicts(self, subject: Tree) -> list[Verdict]:
        """Return the verdict on every instantiation of the loops, in document order."""
        return [
            Verdict.UNDECIDED if environment is None else self.verdict(environment)
            for environment in self.instances({"v0": subject, "day": self.day}, 1)
        ]

    def instances(self, environment: Environment, number: int) -> Iterator[Environment | None]:
        """Yield what the loop variables stand for; None where a list or item is unread."""
        if number == len(self.rule.loops):
            yield environment
            return
        loop = self.rule.loops[number]
        assert loop.base is not None
        value: Value = environment[loop.base.identity]
        for field in loop.keys:
            if isinstance(value, Mapping):
                value = value.get(field.key, () if field.optional else REFUSED)
        if value is REFUSED:
            yield None
            return
        for item in cast("tuple[Value, ...]", value):
            if item is REFUSED:
                yield None
            else:
                yield from self.instances({**environment, loop.variable.identity: item}, number + 1)

    def verdict(self, environment: Environment) -> Verdict:
        """Return the verdict where every loop variable stands for something."""
        if self.rule.when is not None:
            applies = self.holds(self.rule.when, environment)
            if applies is not True:
                return Verdict.UNDECIDED if applies is None else Verdict.NOT_APPLICABLE
        for exempt in self.rule.exempts:
            exempted = self.holds(exempt.condition, environment)
            if exempted is not False:
                return Verdict.UNDECIDED if exempted is None else Verdict.NOT_APPLICABLE
        met = self.holds(self.rule.require, environment)
        if met is None:
            return Verdict.UNDECIDED
        return Verdict.PASS if met else Verdict.VIOLATION

    def holds(self, term: Term, environment: Environment) -> bool | None:
        """Return whether a condition holds, by Kleene's tables."""
        match term:
            case Not(part):
                inner = self.holds(part, environment)
                return None if inner is None else not inner
            case Junction(conjunctive, parts):
                values = [self.holds(part, environment) for part in parts]
                return every(values) if conjunctive else some(values)
            case Quantified():
                return self.quantified(term, environment)
        try:
            value = self.value(term, environment)
        except Undecided:
            return None
        assert isinstance(value, bool)
        return value

    def quantified(self, term: Quantified, environment: Environment) -> bool | None:
        """Return whether a quantifier holds: a conjunction or disjunction of its items."""
        try:
            items = cast("tuple[Value, ...]", self.value(term.source, environment))
        except Undecided:
            return None
        values: list[bool | None] = []
        for item in items:
            if item is REFUSED:
                values.append(None)
                continue
            inner = {**environment, term.variable.identity: item}
            filtered = True if term.such_that is None else self.holds(term.such_that, inner)
            body = True if term.body is None else self.holds(term.body, inner)
            if term.quantifier is Quantifier.EVERY:
                values.append(some([None if filtered is None else not filtered, body]))
            else:
                values.append(every([filtered, body]))
        if term.quantifier is Quantifier.EVERY:
            return every(values)
        found = some(values)
        if term.quantifier is Quantifier.SOME:
            return found
        return None if found is None else not found

    def value(self, term: Term, environment: Environment) -> Value:  # noqa: C901, PLR0911, PLR0912
        """Return a value, or raise `Undecided`."""
        match term:
            case Constant(value):
                return value
            case Variable(identity) if identity in self.lets:
                return self.value(self.lets[identity], environment)
            case Variable(identity):
                return environment[identity]
            case Get(base, field):
                record = cast("Tree", self.value(base, environment))
                found = record.get(field.key, REFUSED)
                if found is REFUSED:
                    raise unread(field.key)
                return found
            case Has(base, field):
                return field.key in cast("Tree", self.value(base, environment))
            case Listing(items):
                return tuple(self.value(item, environment) for item in items)
            case Compare():
                return self.compared(term, environment)
            case Member(item, source, negated):
                wanted = self.value(item, environment)
                listed = cast("tuple[Value, ...]", self.value(source, environment))
                if wanted not in [one for one in listed if one is not REFUSED]:
                    if REFUSED in listed:
                        raise unread("item")
                    return negated
                return not negated
            case NoNorm(part):
                try:
                    self.value(part, environment)
                except Gap:
                    return True
                return False
            case Apply(function, arguments):
                values = [self.value(argument, environment) for argument in arguments]
                return self.functions[function.name](*values)
            case Arithmetic(sign, left, right):
                return combined(sign, self.value(left, environment), self.value(right, environment))
            case Aggregate():
                return self.folded(term, environment)
            case Table():
                return self.looked_up(term, environment)
        held = self.holds(term, environment)
        if held is None:
            raise unread("condition")
        return held

    def compared(self, term: Compare, environment: Environment) -> bool:
        """Return a comparison; time limits are compared by the law function."""
        left, right = self.value(term.left, environment), self.value(term.right, environment)
        if isinstance(left, TimeLimit):
            compare = self.functions[COMPARE_TIME_LIMITS]
            return cast("bool", compare(left, term.comparison, right))
        if term.comparison in (Comparison.EQ, Comparison.NE):
            return (left == right) is (term.comparison is Comparison.EQ)
        low, high = key(left), key(right)
        return {
            Comparison.LT: low < high,
            Comparison.LE: low <= high,
            Comparison.GT: low > high,
            Comparison.GE: low >= high,
        }[term.comparison]

    def looked_up(self, term: Table, environment: Environment) -> Value:
        """Return what a table gives for every value that its unknown columns could have."""
        candidates: list[list[Value]] = []
        for number, column in enumerate(term.columns):
            try:
                value = self.value(column, environment)
            except Undecided:
                candidates.append(completions(term, number))
                continue
            told = comparable(value, term, number)
            candidates.append([value] if told else completions(term, number))
        rows = {self.row(term, values) for values in product(*candidates)}
        results = [self.value(term.results[row], environment) for row in sorted(rows)]
        if any(result != results[0] for result in results):
            raise unread("table")
        return results[0]

    def row(self, term: Table, values: tuple[Value, ...]) -> int:
        """Return the first row whose cells hold known values."""
        for number, cells in enumerate(term.cells):
            pairs = zip(cells, values, strict=True)
            if all(not c.spans or any(within(v, s) for s in c.spans) for c, v in pairs):
                return number
        raise AssertionError(values)

    def folded(self, term: Aggregate, environment: Environment) -> Value:
        """Return an aggregate of numbers."""
        values: list[Value] = []
        for environment_of_item in self.counted(term, environment):
            counts = term.fold is Fold.COUNT or term.variable is None
            values.append(0 if counts else self.value(term.item, environment_of_item))
        if term.fold is Fold.COUNT:
            return len(values)
        numbers = cast("list[int]", values)
        if term.fold is Fold.SUM:
            return sum(numbers)
        if not numbers:
            raise unread("nothing")
        return min(numbers) if term.fold is Fold.SMALLEST else max(numbers)

    def counted(self, term: Aggregate, environment: Environment) -> Iterator[Environment]:
        """Yield the environment of every item that passes the filter."""
        source = term.item if term.source is None else term.source
        for item in cast("tuple[Value, ...]", self.value(source, environment)):
            if item is REFUSED:
                raise unread("item")
            name = "" if term.variable is None else term.variable.identity
            inner = {**environment, name: item}
            held = True if term.such_that is None else self.holds(term.such_that, inner)
            if held is None:
                raise unread("filter")
            if held:
                yield inner


def within(value: Value, span: Span) -> bool:
    """Return whether a value lies in a span."""
    if isinstance(value, str | bool):
        return value == span.low
    at = key(value)
    low = None if span.low is None else key(cast("Value", span.low))
    high = None if span.high is None else key(cast("Value", span.high))
    if low is not None and not (at > low if span.above else at >= low):
        return False
    return high is None or (at < high if span.below else at <= high)


def comparable(value: Value, term: Table, number: int) -> bool:
    """Return whether a value can be compared with the bounds of its column."""
    kinds = {
        bound.kind
        for row in term.cells
        for span in row[number].spans
        for bound in (span.low, span.high)
        if isinstance(bound, TimeLimit)
    }
    return not isinstance(value, TimeLimit) or kinds <= {value.kind}


def completions(term: Table, number: int) -> list[Value]:
    """Return values that show all an unknown column can be: at, beside and between bounds."""
    column = term.columns[number].type
    bounds = [
        bound
        for row in term.cells
        for span in row[number].spans
        for bound in (span.low, span.high)
        if bound is not None
    ]
    if isinstance(column, Enumeration):
        return [value.value for value in VOCABULARY.enums[column.name].values]
    if column == BOOLEAN:
        return [True, False]
    if column == TEXT:
        return [*(str(bound) for bound in bounds), "another text"]
    if not bounds:
        return [0]
    like, near = bounds[0], {key(cast("Value", bound)) for bound in bounds}
    near |= {at + step for at in near for step in (-1, 1)}
    near |= {(one + other) / 2 for one in near for other in near}
    return [value for at in sorted(near) if (value := as_like(like, at)) is not None]


def as_like(like: LiteralValue, at: Fraction) -> Value | None:
    """Return a number as a value of the kind of another, None where there is none."""
    match like:
        case TimeLimit(kind) if at >= 0:
            return TimeLimit(kind, at)
        case Rate() if 0 <= at <= 1:
            return Rate(at)
        case Money() if at >= 0 and at.denominator == 1:
            return Money(int(at))
        case date() if at.denominator == 1:
            return date.fromordinal(int(at))
        case int() if at.denominator == 1:
            return int(at)
    return None


def every(values: list[bool | None]) -> bool | None:
    """Kleene's conjunction."""
    return False if False in values else None if None in values else True


def some(values: list[bool | None]) -> bool | None:
    """Kleene's disjunction."""
    return True if True in values else None if None in values else False


def unread(what: str) -> Undecided:
    """Return a reason; the oracle compares verdicts only."""
    return Undecided(Message("test/unread", {"what": what}))


def key(value: Value) -> Fraction:
    """Return an ordered value as a number."""
    match value:
        case Money(dong):
            return Fraction(dong)
        case Rate(payable):
            return payable
        case date():
            return Fraction(value.toordinal())
        case int():
            return Fraction(value)
        case TimeLimit(_, amount):
            return amount
    raise TypeError(value)


def combined(sign: Sign, left: Value, right: Value) -> Value:
    """Return the result of arithmetic on numbers, money and time limits."""
    match left, right:
        case TimeLimit(), TimeLimit() if left.kind is right.kind:
            return TimeLimit(left.kind, left.amount + right.amount)
        case TimeLimit(), TimeLimit():
            raise unread("kinds")
        case Money(dong), Rate(payable):
            product = dong * payable
            if product.denominator != 1:
                raise unread("uneven")
            return Money(product.numerator)
        case int(), int():
            return {Sign.PLUS: left + right, Sign.MINUS: left - right, Sign.TIMES: left * right}[
                sign
            ]
    raise TypeError((left, right))
