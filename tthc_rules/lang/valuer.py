"""Gives values their types (kiểu) and finds what words stand for.

An expression at fault gives one finding and None; what contains it says nothing more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import cast

from tthc_rules.lang import kinds, syntax
from tthc_rules.lang.problems import Problems, Values
from tthc_rules.lang.scope import DAY, Bound, Scope
from tthc_rules.lang.syntax import Expression, Place
from tthc_rules.lang.typed import (
    Apply,
    Arithmetic,
    Constant,
    Get,
    Listing,
    Term,
    Variable,
)
from tthc_rules.lang.vocabulary import (
    BOOLEAN,
    DATE,
    INTEGER,
    MONEY,
    RATE,
    TEXT,
    TIME_LIMIT,
    Enumeration,
    EnumValue,
    Field,
    Function,
    ListOf,
    Record,
    Type,
    Vocabulary,
)
from tthc_rules.model.text import Text
from tthc_rules.spelling import nearest

_LITERALS = {
    "str": TEXT,
    "bool": BOOLEAN,
    "int": INTEGER,
    "date": DATE,
    "Money": MONEY,
    "Rate": RATE,
    "TimeLimit": TIME_LIMIT,
}


class Valuer:
    """Types names, fields, literals, calls and arithmetic; `Checker` adds the rest.

    `words` holds the place of every word of the vocabulary with its two spellings.
    """

    def __init__(self, vocabulary: Vocabulary, problems: Problems) -> None:
        self.vocabulary = vocabulary
        self.problems = problems
        self.words: dict[Place, Text] = {}
        self._numbers = 0
        self._nesting = 0

    def check(self, node: Expression, scope: Scope, wanted: Type | None = None) -> Term | None:
        """Return `node` with its type, or None with a finding.

        Args:
            node: What was written.
            scope: What can be used there.
            wanted: The type the context asks for; it decides what a bare word means.
        """
        method = cast(
            "Callable[[Expression, Scope], Term | None]",
            getattr(self, f"_{type(node).__name__.lower()}"),
        )
        return method(node, scope.wanting(wanted))

    def condition(self, node: Expression, scope: Scope) -> Term | None:
        """Return `node` as a condition: true, false or unknown, nothing else."""
        term = self.check(node, scope, BOOLEAN)
        if term is None or term.type == BOOLEAN:
            return term
        found: Values = {"found": self.shown(term.type)}
        self._wrong("lang/wrong-type.condition", node.place, found)
        return None

    def value(self, node: Expression, scope: Scope, wanted: Type) -> Term | None:
        """Return `node` as a value of the type `wanted`."""
        term = self.check(node, scope, wanted)
        if term is None:
            return None
        whole = term if kinds.joint(term.type, wanted) is not None else self.whole(term)
        if kinds.joint(whole.type, wanted) is not None:
            return whole
        self._mismatch(whole, wanted, node.place)
        return None

    def shown(self, kind: Type) -> Text:
        """Return the name of a type in both languages."""
        return kinds.shown(kind, self.vocabulary.called)

    def whole(self, term: Term) -> Term:
        """Return the field that stands for a record, or the term itself."""
        if not isinstance(term.type, Record):
            return term
        name = self.vocabulary.records[term.type.name].stands_for
        field = self.vocabulary.field(term.type.name, name) if name else None
        return term if field is None else Get(term, field, field.type, term.place)

    def bind(self, name: syntax.Name, identity: str, kind: Type | None, scope: Scope) -> Scope:
        """Return the scope in which `name` is bound; a name already in use is a finding."""
        first = scope.names.get(name.word)
        if first is not None:
            self.problems.add(
                "lang/duplicate-name",
                name.place,
                {"name": name.word},
                first=None if first.place == (0, 0) else first.place,
            )
        return scope.with_name(name.word, Bound(identity, kind, name.place))

    def _wrong(self, key: str, place: Place, values: Values) -> None:
        self.problems.add(key, place, values, remedy=values)

    def _mismatch(self, term: Term, wanted: Type, place: Place) -> None:
        values: Values = {"found": self.shown(term.type), "wanted": self.shown(wanted)}
        if kinds.same_family(term.type, wanted):
            self.problems.add("lang/different-kinds", place, values, remedy=values)
        elif isinstance(wanted, Enumeration) and isinstance(term, Constant):
            quoted = {**values, "word": str(term.value).replace("-", "_")}
            self.problems.add("lang/wrong-type.quoted", place, quoted, remedy=quoted)
        else:
            self.problems.add("lang/wrong-type.other", place, values)

    # Names and values

    def _name(self, node: syntax.Name, scope: Scope) -> Term | None:
        bound = scope.names.get(node.word)
        if bound is not None:
            if bound.type is None:
                return None
            if bound.identity == "day":
                self.words[node.place] = DAY
            return Variable(bound.identity, node.word, bound.type, node.place)
        wanted = scope.wanted
        if isinstance(wanted, Enumeration):
            value = self.vocabulary.value(wanted.name, node.word)
            if value is not None:
                self.words[node.place] = value.word
                return Constant(value.value, wanted, node.place, value)
            spellings = self._spellings(self.vocabulary.enums[wanted.name].values)
            near = nearest(node.word, [*spellings, *scope.names])
            values: Values = {"name": node.word, "enum": self._called(wanted.name)}
            self.problems.suggest("lang/unknown-name.value", node.place, values, near)
            return None
        near = nearest(node.word, scope.names)
        self.problems.suggest("lang/unknown-name.variable", node.place, {"name": node.word}, near)
        return None

    def _dot(self, node: syntax.Dot, scope: Scope) -> Term | None:
        found = self.field_of(node, scope)
        if found is None:
            return None
        base, field = found
        term = Get(base, field, field.type, node.place)
        if field.optional and not scope.lets_use(term):
            path = self._written(node)
            self.problems.add("lang/unguarded", node.at, {"path": path}, remedy={"path": path})
            return None
        return term

    def field_of(self, node: syntax.Dot, scope: Scope) -> tuple[Term, Field] | None:
        """Return the record and the field of a dotted word, whether it is there or not."""
        base = self.check(node.base, scope)
        if base is None:
            return None
        if not isinstance(base.type, Record):
            values: Values = {"name": node.word, "found": self.shown(base.type)}
            self.problems.add("lang/wrong-type.no-fields", node.at, values)
            return None
        field = self.vocabulary.field(base.type.name, node.word)
        if field is None:
            spellings = self._spellings(self.vocabulary.fields(base.type.name))
            values = {"name": node.word, "record": self._called(base.type.name)}
            near = nearest(node.word, spellings)
            self.problems.suggest("lang/unknown-name.field", node.at, values, near)
            return None
        self.words[node.at] = field.word
        return base, field

    def _called(self, name: str) -> Text | str:
        """Return how a record or an enumeration is called in messages."""
        return self.vocabulary.called.get(name, name)

    @staticmethod
    def _written(node: Expression) -> str:
        names: list[str] = []
        while isinstance(node, syntax.Dot):
            names.append(node.word)
            node = node.base
        if isinstance(node, syntax.Call):
            names.append(f"{node.function.word}(…)")
        else:
            names.append(node.word if isinstance(node, syntax.Name) else "…")
        return ".".join(reversed(names))

    @staticmethod
    def _spellings(items: Iterable[Field | EnumValue | Function]) -> list[str]:
        texts = [item.word for item in items]
        return [side for text in texts for side in (text.vi, text.en)]

    def _literal(self, node: syntax.Literal, _scope: Scope) -> Term | None:
        return Constant(node.value, _LITERALS[type(node.value).__name__], node.place)

    def _listing(self, node: syntax.Listing, scope: Scope) -> Term | None:
        wanted = scope.wanted
        item = wanted.item if isinstance(wanted, ListOf) else None
        terms: list[Term] = []
        for part in node.items:
            term = self.check(part, scope, item) if item is None else self.value(part, scope, item)
            if term is None:
                return None
            item = item or self.whole(term).type
            if kinds.joint(term.type, item) is None:
                self._mismatch(term, item, part.place)
                return None
            terms.append(self.whole(term))
        assert item is not None  # noqa: S101 - the grammar wants one item at least
        return Listing(tuple(terms), ListOf(item), node.place)

    def _call(self, node: syntax.Call, scope: Scope) -> Term | None:
        function = self.vocabulary.function(node.function.word)
        if function is None:
            values = {"name": node.function.word}
            near = nearest(node.function.word, self._spellings(self.vocabulary.functions))
            self.problems.suggest("lang/unknown-name.function", node.function.place, values, near)
            return None
        self.words[node.function.place] = function.word
        if len(node.arguments) != len(function.parameters):
            counts = {
                "name": node.function.word,
                "wanted": str(len(function.parameters)),
                "found": str(len(node.arguments)),
            }
            self.problems.add("lang/wrong-type.arguments", node.place, counts)
            return None
        pairs = zip(node.arguments, function.parameters, strict=True)
        arguments = [self.value(argument, scope, kind) for argument, kind in pairs]
        found = tuple(argument for argument in arguments if argument is not None)
        if len(found) < len(arguments):
            return None
        return Apply(function, found, function.result, node.place)

    def _arithmetic(self, node: syntax.Arithmetic, scope: Scope) -> Term | None:
        left, right = self.check(node.left, scope), self.check(node.right, scope)
        if left is None or right is None:
            return None
        left, right = self.whole(left), self.whole(right)
        kind = kinds.combined(node.sign, left.type, right.type)
        if kind is not None:
            return Arithmetic(node.sign, left, right, kind, node.place)
        values: Values = {"found": self.shown(right.type), "wanted": self.shown(left.type)}
        if kinds.same_family(left.type, right.type) and left.type != right.type:
            self._wrong("lang/different-kinds", node.place, values)
            return None
        self.problems.add("lang/wrong-type.arithmetic", node.place, values)
        return None
