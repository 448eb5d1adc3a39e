"""From typed terms to Python statements (sinh mã), one value a line.

Only names made here, `repr()` of keys and plain constants, and the names of law functions
enter the text; every other constant is handed over by number. The logic is Kleene's: a
condition is True, False, or the `Undecided` that says why it is neither. A value is a
value, or it is raised.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from tthc_rules.diagnostics import Message
from tthc_rules.lang.statements import Statements, TooIntricateError
from tthc_rules.lang.syntax import Fold, Quantifier, Sign
from tthc_rules.lang.typed import (
    Aggregate,
    Apply,
    Arithmetic,
    Compare,
    Constant,
    Get,
    Has,
    Junction,
    Let,
    Listing,
    Member,
    NoNorm,
    Not,
    Quantified,
    Table,
    Term,
    Variable,
)
from tthc_rules.lang.vocabulary import BOOLEAN, COMPARE_TIME_LIMITS, TIME_LIMIT, Kind, Scalar
from tthc_rules.lang.written import written
from tthc_rules.model.conditions import Comparison
from tthc_rules.model.quantities import Money

_OPERATORS = {
    Comparison.EQ: "==",
    Comparison.NE: "!=",
    Comparison.LT: "<",
    Comparison.LE: "<=",
    Comparison.GT: ">",
    Comparison.GE: ">=",
}
_ARITHMETIC = {Sign.PLUS: "add", Sign.MINUS: "subtract", Sign.TIMES: "multiply"}


class Emitter(Statements):
    """Writes the statements of one function."""

    def entered(self, entry: str, items: str) -> None:
        """Write what is to happen when the items of all loops are known: nothing, as a rule.

        Args:
            entry: An expression for the number of the entry that will be made of them.
            items: An expression for the items.
        """

    def named(self, let: Let, value: str) -> None:
        """Write what is to happen when a value has its name: nothing, as a rule.

        Args:
            let: The name.
            value: An expression for the value, or for why there is none.
        """

    # Values

    def value(self, term: Term) -> str:
        """Write statements that compute a value or raise; return the name that holds it."""
        if term.type == BOOLEAN and not isinstance(term, Constant | Get | Apply | Table):
            held = self.condition(term)
            with self.inside(f"if {held}.__class__ is not bool:", term.place):
                self.line(f"raise {held}")
            return held
        method = cast(
            "Callable[[Term], str]", getattr(self, f"_value_{type(term).__name__.lower()}")
        )
        return method(term)

    def _value_constant(self, term: Constant) -> str:
        return self.constant(term.value)

    def _value_variable(self, term: Variable) -> str:
        if term.identity.startswith("l"):
            with self.inside(f"if {term.identity}u is not None:", term.place):
                self.line(f"raise {term.identity}u")
        return term.identity

    def _value_get(self, term: Get) -> str:
        base = self.value(term.base)
        name = self.fresh("g")
        self.line(f"{name} = {base}.get({term.field.key!r}, R)")
        with self.inside(f"if {name} is R:", term.place):
            path = written(term)
            reason = Message("lang/unread-value", {"path": path})
            self.line(f"raise U({self.constant(reason)})")
        return name

    def _value_listing(self, term: Listing) -> str:
        if all(isinstance(item, Constant) for item in term.items):
            return self.constant(tuple(cast("Constant", item).value for item in term.items))
        items = [self.value(item) for item in term.items]
        name = self.fresh("s")
        self.line(f"{name} = ({', '.join(items)},)")
        return name

    def _value_apply(self, term: Apply) -> str:
        arguments = [self.value(argument) for argument in term.arguments]
        self.functions.add(term.function.name)
        name = self.fresh("a")
        self.line(f"{name} = f_{term.function.name}({', '.join(arguments)})")
        return name

    def _value_arithmetic(self, term: Arithmetic) -> str:
        left, right = self.value(term.left), self.value(term.right)
        name = self.fresh("a")
        self.line(f"{name} = {_ARITHMETIC[term.sign]}({left}, {right})")
        return name

    def _value_aggregate(self, term: Aggregate) -> str:
        items = self._folded_items(term)
        name = self.fresh("a")
        if term.fold is Fold.COUNT:
            self.line(f"{name} = len({items})")
        elif term.fold is Fold.SUM:
            self.line(f"{name} = total({items}, {self._zero(term)})")
        else:
            compare = self._comparison() if term.type == TIME_LIMIT else "None"
            largest = term.fold is Fold.LARGEST
            self.line(f"{name} = extreme({items}, {compare}, largest={largest})")
        return name

    def _value_table(self, term: Table) -> str:
        columns = [self._held(column) for column in term.columns]
        timed = any(column.type == TIME_LIMIT for column in term.columns)
        compare = self._comparison() if timed else "None"
        rows, why, results, name = (self.fresh(prefix) for prefix in "rwsa")
        plan = self.constant(term.plan)
        self.line(f"{rows}, {why} = chosen({plan}, ({', '.join(columns)},), {compare})")
        self.met(term, rows)
        if all(isinstance(result, Constant) for result in term.results):
            held = self.constant(tuple(cast("Constant", result).value for result in term.results))
            self.line(f"{results} = [{held}[i] for i in {rows}]")
        else:
            self.line(f"{results} = []")
            for number, result in enumerate(term.results):
                with self.inside(f"if {number} in {rows}:", result.place):
                    self.line(f"{results}.append({self.value(result)})")
        self.line(f"{name} = agreed({results}, {why})")
        return name

    def met(self, term: Table, rows: str) -> None:
        """Write what is to happen with the rows of a table that can be met: nothing, as a rule."""

    def _held(self, term: Term) -> str:
        """Write a value that is kept as the reason why it is unknown, where it is."""
        if term.type == BOOLEAN:
            return self.condition(term)
        name = self.fresh("c")
        self.guarded(name, term.place, lambda: self.line(f"{name} = {self.value(term)}"))
        return name

    def _folded_items(self, term: Aggregate) -> str:
        if term.variable is None or term.source is None:
            return self._known_items(term.item)
        source = self.value(term.source)
        items = self.fresh("s")
        self.line(f"{items} = []")
        with self.inside(f"for {term.variable.identity} in {source}:", term.place, block=True):
            self.step(term.place)
            self._refuse_unread(term.variable.identity, term.source)
            if term.such_that is None:
                self.line(f"{items}.append({self._counted(term)})")
            else:
                held = self.condition(term.such_that)
                with self.inside(f"if {held} is True:", term.place):
                    self.line(f"{items}.append({self._counted(term)})")
                with self.inside(f"elif {held} is not False:", term.place):
                    self.line(f"raise {held}")
        return items

    def _counted(self, term: Aggregate) -> str:
        return "1" if term.fold is Fold.COUNT else self.value(term.item)

    def _known_items(self, term: Term) -> str:
        """Write the items of a list of which none is unread."""
        items = self.value(term)
        with self.inside(f"if R in {items}:", term.place):
            self.line(f"raise U({self._unread(term)})")
        return items

    def _unread(self, term: Term) -> str:
        return self.constant(Message("lang/unread-value", {"path": written(term)}))

    def _refuse_unread(self, name: str, source: Term) -> None:
        with self.inside(f"if {name} is R:", source.place):
            self.line(f"raise U({self._unread(source)})")

    def _zero(self, term: Aggregate) -> str:
        kind = term.type.kind if isinstance(term.type, Scalar) else None
        if kind is Kind.TIME_LIMIT:
            return "None"
        return self.constant(Money(0)) if kind is Kind.MONEY else "0"

    def _comparison(self) -> str:
        self.functions.add(COMPARE_TIME_LIMITS)
        return f"f_{COMPARE_TIME_LIMITS}"

    # Conditions

    def condition(self, term: Term) -> str:
        """Write statements that never raise `Undecided`; return what holds True, False or why."""
        if isinstance(term, Constant):
            return repr(term.value)
        if isinstance(term, Variable) and term.identity.startswith("l"):
            return term.identity
        name = self.fresh("t")
        method = getattr(self, f"_{type(term).__name__.lower()}", None)
        if method is None:
            self.guarded(name, term.place, lambda: self.line(f"{name} = {self._atom(term)}"))
        else:
            cast("Callable[[Term, str], None]", method)(term, name)
        return name

    def _atom(self, term: Term) -> str:
        method = cast(
            "Callable[[Term], str]", getattr(self, f"_value_{type(term).__name__.lower()}")
        )
        return method(term)

    def _not(self, term: Not, name: str) -> None:
        part = self.condition(term.part)
        self.line(f"{name} = (not {part}) if {part}.__class__ is bool else {part}")

    def _junction(self, term: Junction, name: str) -> None:
        decisive, neutral = ("False", "True") if term.conjunctive else ("True", "False")
        first = self.condition(term.parts[0])
        self.line(f"{name} = {first}")
        for part in term.parts[1:]:
            with self.inside(f"if {name} is not {decisive}:", part.place):
                held = self.condition(part)
                with self.inside(f"if {held} is {decisive} or {name} is {neutral}:", part.place):
                    self.line(f"{name} = {held}")

    def _compare(self, term: Compare, name: str) -> None:
        def write() -> None:
            left, right = self.value(term.left), self.value(term.right)
            self.compared(term, left, right)
            if term.left.type == TIME_LIMIT:
                comparison = self.constant(term.comparison)
                self.line(f"{name} = {self._comparison()}({left}, {comparison}, {right})")
            else:
                self.line(f"{name} = {left} {_OPERATORS[term.comparison]} {right}")

        self.guarded(name, term.place, write)

    def compared(self, term: Compare, left: str, right: str) -> None:
        """Write what is to happen with the two sides of a comparison: nothing, as a rule."""

    def _member(self, term: Member, name: str) -> None:
        def write() -> None:
            item, source = self.value(term.item), self.value(term.source)
            self.line(f"{name} = {item} {'not in' if term.negated else 'in'} {source}")
            unsettled = "" if term.negated else "not "
            with self.inside(f"if {unsettled}{name} and R in {source}:", term.place):
                self.line(f"raise U({self._unread(term.source)})")

        self.guarded(name, term.place, write)

    def _has(self, term: Has, name: str) -> None:
        def write() -> None:
            self.line(f"{name} = {term.field.key!r} in {self.value(term.base)}")

        self.guarded(name, term.place, write)

    def _nonorm(self, term: NoNorm, name: str) -> None:
        with self.inside("try:", term.place, block=True):
            self.value(term.part)
            self.line(f"{name} = False")
        with self.inside("except G:", term.place):
            self.line(f"{name} = True")
        with self.inside("except U as e:", term.place):
            self.line(f"{name} = e.with_traceback(None)")

    def _quantified(self, term: Quantified, name: str) -> None:
        source = self.fresh("s")
        self.line(f"{source} = ()")
        every = term.quantifier is Quantifier.EVERY
        decisive, neutral = ("False", "True") if every else ("True", "False")

        def write() -> None:
            self.line(f"{source} = {self.value(term.source)}")
            self.line(f"{name} = {neutral}")

        self.guarded(name, term.place, write)
        variable = term.variable.identity
        with self.inside(f"for {variable} in {source}:", term.place, block=True):
            self.step(term.place)
            with self.inside(f"if {variable} is R:", term.place):
                with self.inside(f"if {name} is {neutral}:", term.place):
                    self.line(f"{name} = U({self._unread(term.source)})")
                self.line("continue")
            held = self._verdict_on_item(term, every=every)
            with self.inside(f"if {held} is {decisive}:", term.place):
                self.line(f"{name} = {decisive}")
                self.line("break")
            with self.inside(f"if {name} is {neutral}:", term.place):
                self.line(f"{name} = {held}")
        if term.quantifier is Quantifier.NO:
            self.line(f"{name} = (not {name}) if {name}.__class__ is bool else {name}")

    def _verdict_on_item(self, term: Quantified, *, every: bool) -> str:
        """Write `such_that and body`, or for `every` `not such_that or body`."""
        if term.such_that is None or term.body is None:
            only = term.body if term.such_that is None else term.such_that
            return self.condition(cast("Term", only))
        filtered = self.condition(term.such_that)
        name = self.fresh("t")
        if every:
            self.line(f"{name} = (not {filtered}) if {filtered}.__class__ is bool else {filtered}")
            decisive, neutral = "True", "False"
        else:
            self.line(f"{name} = {filtered}")
            decisive, neutral = "False", "True"
        with self.inside(f"if {name} is not {decisive}:", term.place):
            held = self.condition(term.body)
            with self.inside(f"if {held} is {decisive} or {name} is {neutral}:", term.place):
                self.line(f"{name} = {held}")
        return name


__all__ = ["Emitter", "TooIntricateError"]
