"""Gives conditions, quantifiers and aggregates their types (kiểm tra kiểu).

No truthiness and no silent conversion. Optional fields are used only where a condition has
shown them to be there.
"""

from __future__ import annotations

from tthc_rules.lang import kinds, syntax
from tthc_rules.lang.limits import MAX_NESTING
from tthc_rules.lang.problems import Values
from tthc_rules.lang.scope import Scope
from tthc_rules.lang.syntax import Expression, Fold, Place
from tthc_rules.lang.tabulator import Tabulator
from tthc_rules.lang.typed import (
    Aggregate,
    Compare,
    Constant,
    Has,
    Junction,
    Member,
    NoNorm,
    Not,
    Quantified,
    Term,
    Variable,
)
from tthc_rules.lang.vocabulary import (
    BOOLEAN,
    INTEGER,
    ListOf,
    Record,
    Type,
)
from tthc_rules.model.conditions import Comparison

_EQUALITY = (Comparison.EQ, Comparison.NE)


class Checker(Tabulator):
    """Types expressions against one vocabulary, reporting what is at fault."""

    def _not(self, node: syntax.Not, scope: Scope) -> Term | None:
        part = self.condition(node.part, scope)
        return None if part is None else Not(part, BOOLEAN, node.place)

    def _and(self, node: syntax.And, scope: Scope) -> Term | None:
        return self._junction(node, scope, conjunctive=True)

    def _or(self, node: syntax.Or, scope: Scope) -> Term | None:
        return self._junction(node, scope, conjunctive=False)

    def _junction(
        self, node: syntax.And | syntax.Or, scope: Scope, *, conjunctive: bool
    ) -> Term | None:
        terms: list[Term] = []
        for part in node.parts:
            term = self.condition(part, scope)
            scope = scope.after(term, holds=conjunctive)
            if term is not None:
                terms.append(term)
        if len(terms) < len(node.parts):
            return None
        return Junction(conjunctive, tuple(terms), BOOLEAN, node.place)

    def _pair(
        self, first: Expression, second: Expression, scope: Scope
    ) -> tuple[Term, Term] | None:
        """Check two sides, the one that is more than a bare word before the other."""
        bare = isinstance(first, syntax.Name) and first.word not in scope.names
        open_ended = bare or isinstance(first, syntax.Table)
        if open_ended and not isinstance(second, syntax.Name | syntax.Table):
            found = self._pair(second, first, scope)
            return None if found is None else (found[1], found[0])
        left = self.check(first, scope)
        if left is None:
            return None
        left = self.whole(left)
        right = self.check(second, scope, left.type)
        return None if right is None else (left, self.whole(right))

    def _compare(self, node: syntax.Compare, scope: Scope) -> Term | None:
        pair = self._pair(node.left, node.right, scope)
        if pair is None:
            return None
        left, right = pair
        kind = kinds.joint(left.type, right.type)
        if kind is None:
            literal = isinstance(left, Constant) and left.shown is None
            term, other = (left, right) if literal else (right, left)
            self._mismatch(term, other.type, term.place)
            return None
        values: Values = {"found": self.shown(kind)}
        if node.word in ("LONGER", "SHORTER") and not kinds.is_time(kind):
            self._wrong("lang/wrong-type.not-time", node.place, values)
            return None
        if isinstance(kind, Record | ListOf):
            self._wrong("lang/wrong-type.no-equality", node.place, values)
            return None
        if node.comparison not in _EQUALITY and not kinds.is_ordered(kind):
            self._wrong("lang/wrong-type.no-order", node.place, values)
            return None
        return Compare(node.comparison, node.word, left, right, BOOLEAN, node.place)

    def _member(self, node: syntax.Member, scope: Scope) -> Term | None:
        bare = isinstance(node.item, syntax.Name) and node.item.word not in scope.names
        if bare:
            source = self.check(node.source, scope)
            inner = source.type.item if source and isinstance(source.type, ListOf) else None
            item = None if source is None else self.check(node.item, scope, inner)
        else:
            item = self.check(node.item, scope)
            item = None if item is None else self.whole(item)
            source = None if item is None else self.check(node.source, scope, ListOf(item.type))
        if item is None or source is None:
            return None
        if not isinstance(source.type, ListOf):
            self._no_list(source)
            return None
        kind = kinds.joint(item.type, source.type.item)
        if kind is None:
            self._mismatch(item, source.type.item, item.place)
            return None
        if kinds.is_time(kind) or not kinds.is_single(kind):
            found: Values = {"found": self.shown(kind)}
            self._wrong("lang/wrong-type.no-membership", node.place, found)
            return None
        return Member(item, source, node.negated, BOOLEAN, node.place)

    def _no_list(self, term: Term) -> None:
        self.problems.add("lang/wrong-type.no-list", term.place, {"found": self.shown(term.type)})

    def _has(self, node: syntax.Has, scope: Scope) -> Term | None:
        if not isinstance(node.target, syntax.Dot):
            self.problems.add("lang/wrong-type.has", node.target.place, remedy={})
            return None
        found = self.field_of(node.target, scope)
        if found is None:
            return None
        base, field = found
        if not field.optional:
            path = {"path": self._written(node.target)}
            self.problems.add("lang/needless-has", node.place, path, remedy={})
            return None
        return Has(base, field, BOOLEAN, node.place)

    def _nonorm(self, node: syntax.NoNorm, scope: Scope) -> Term | None:
        part = self.check(node.part, scope)
        return None if part is None else NoNorm(part, BOOLEAN, node.place)

    # Lists

    def _items(
        self, source: Expression, variable: syntax.Name, scope: Scope
    ) -> tuple[Term, Variable, Scope] | None:
        """Check the list of a quantifier; return it with the variable and the inner scope."""
        term = self.check(source, scope)
        kind = None
        if term is not None and isinstance(term.type, ListOf):
            kind = term.type.item
        elif term is not None:
            self._no_list(term)
        identity = f"q{self._numbers}"
        self._numbers += 1
        inner = self.bind(variable, identity, kind, scope)
        if term is None or kind is None:
            return None
        return term, Variable(identity, variable.word, kind, variable.place), inner

    def _nested(self, place: Place) -> bool:
        if self._nesting < MAX_NESTING:
            return True
        self.problems.add("lang/too-large.nesting", place, {"limit": str(MAX_NESTING)})
        return False

    def _quantified(self, node: syntax.Quantified, scope: Scope) -> Term | None:
        if not self._nested(node.place):
            return None
        if node.body is None and (
            node.such_that is None or node.quantifier is syntax.Quantifier.EVERY
        ):
            self.problems.add("lang/syntax.no-body", node.place, remedy={})
            return None
        found = self._items(node.source, node.variable, scope)
        if found is None:
            return None
        source, variable, inner = found
        self._nesting += 1
        such_that = None if node.such_that is None else self.condition(node.such_that, inner)
        if node.such_that is not None:
            inner = inner.after(such_that, holds=True)
        body = None if node.body is None else self.condition(node.body, inner)
        self._nesting -= 1
        if (such_that is None) != (node.such_that is None):
            return None
        if (body is None) != (node.body is None):
            return None
        return Quantified(node.quantifier, variable, source, such_that, body, BOOLEAN, node.place)

    def _aggregate(self, node: syntax.Aggregate, scope: Scope) -> Term | None:
        if not self._nested(node.place):
            return None
        if node.variable is None or node.source is None:
            return self._fold_of_list(node, scope)
        found = self._items(node.source, node.variable, scope)
        if found is None:
            return None
        source, variable, inner = found
        self._nesting += 1
        such_that = None if node.such_that is None else self.condition(node.such_that, inner)
        if node.such_that is not None:
            inner = inner.after(such_that, holds=True)
        item = self.check(node.item, inner)
        self._nesting -= 1
        if item is None or (such_that is None) != (node.such_that is None):
            return None
        item = item if node.fold is Fold.COUNT else self.whole(item)
        kind = self._fold_type(node.fold, item.type, item.place)
        if kind is None:
            return None
        return Aggregate(node.fold, item, variable, source, such_that, kind, node.place)

    def _fold_of_list(self, node: syntax.Aggregate, scope: Scope) -> Term | None:
        item = self.check(node.item, scope)
        if item is None:
            return None
        if not isinstance(item.type, ListOf):
            self._no_list(item)
            return None
        kind = self._fold_type(node.fold, item.type.item, item.place)
        if kind is None:
            return None
        return Aggregate(node.fold, item, None, None, None, kind, node.place)

    def _fold_type(self, fold: Fold, item: Type, place: Place) -> Type | None:
        if fold is Fold.COUNT:
            return INTEGER
        fits = kinds.is_added(item) if fold is Fold.SUM else kinds.is_ordered(item)
        if fits:
            return item
        key = "lang/wrong-type.sum" if fold is Fold.SUM else "lang/wrong-type.no-order"
        values: Values = {"found": self.shown(item)}
        self._wrong(key, place, values)
        return None
