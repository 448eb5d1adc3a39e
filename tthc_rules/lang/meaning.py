"""From the clauses of a rule to what the rule means (ý nghĩa của quy tắc)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from tthc_rules.diagnostics import Severity
from tthc_rules.lang import syntax
from tthc_rules.lang.checker import Checker
from tthc_rules.lang.limits import MAX_NESTING
from tthc_rules.lang.reading import Part
from tthc_rules.lang.scope import OUTSET, Bound, Scope, key_of
from tthc_rules.lang.syntax import Place
from tthc_rules.lang.templates import read_template
from tthc_rules.lang.typed import (
    Exempt,
    Get,
    Has,
    Let,
    Loop,
    PathTo,
    Rule,
    Template,
    Term,
    Variable,
    parts,
    path_of,
    walk,
)
from tthc_rules.lang.vocabulary import ListOf, Record, Type
from tthc_rules.spelling import nearest

_T = TypeVar("_T")


def understand(clauses: Sequence[Part], checker: Checker) -> Rule | None:
    """Return what a rule means, or None with findings.

    Args:
        clauses: Its clauses, as read.
        checker: Knows the words it may use and takes what is at fault.
    """
    return _Reader(clauses, checker).rule()


class _Reader:
    def __init__(self, clauses: Sequence[Part], checker: Checker) -> None:
        self._parts = clauses
        self._problems = checker.problems
        self._vocabulary = checker.vocabulary
        self._checker = checker
        self._lets: list[Let] = []
        self._places: dict[str, Place] = {}

    def _clause(self, kind: str, expected: type[_T]) -> _T | None:
        for part in self._parts:
            if part.kind == kind:
                return part.value if isinstance(part.value, expected) else None
        return None

    def _tree(self, kind: str) -> syntax.Expression | None:
        for part in self._parts:
            if part.kind == kind:
                return part.value if isinstance(part.value, syntax.Expression) else None
        return None

    def rule(self) -> Rule | None:
        steps = self._clause("SUBJECT", tuple)
        found = None if steps is None else self._loops(steps)
        if found is None:
            return None
        collection, loops, scope = found
        early, scope = self._bindings(scope)
        when_tree = self._tree("WHEN")
        scope = self._define(early, scope, early=True)
        when = self._condition(when_tree, scope)
        if any(part.kind == "WHEN" for part in self._parts):
            scope = scope.after(when, holds=True)
        late = [binding for binding in self._all_bindings() if binding not in early]
        scope = self._define(late, scope, early=False)
        return self._asked(collection, loops, when, scope)

    def _asked(
        self, collection: str, loops: tuple[Loop, ...], when: Term | None, scope: Scope
    ) -> Rule | None:
        exempts = self._exempts(scope)
        require = self._condition(self._tree("REQUIRE"), scope)
        at = self._at(scope, loops, require)
        scope = scope.after(require, holds=False)
        terms: list[Term] = []
        message = self._template("MESSAGE", scope, terms)
        remedy = self._template("HELP", scope, terms)
        fix = self._fix(scope)
        if require is None or message is None or at is None:
            return None
        rule = Rule(
            loops,
            collection,
            tuple(self._lets),
            when,
            exempts,
            require,
            at,
            tuple(terms),
            message,
            remedy,
            fix,
        )
        self._report_unused(rule)
        return rule

    # Loops

    def _loops(self, steps: Sequence[syntax.Loop]) -> tuple[str, tuple[Loop, ...], Scope] | None:
        first, scope = steps[0], OUTSET
        if not isinstance(first.source, syntax.Name):
            self._problems.add("lang/syntax.no-collection", first.source.place, remedy={})
            return None
        collection = self._vocabulary.collection(first.source.word)
        if collection is None:
            names = [side for c in self._vocabulary.collections for side in (c.word.vi, c.word.en)]
            near = nearest(first.source.word, names)
            values = {"name": first.source.word.replace("_", " ")}
            self._problems.suggest("lang/unknown-name.collection", first.source.place, values, near)
            return None
        self._checker.words[first.source.place] = collection.noun
        if len(steps) > MAX_NESTING:
            values = {"limit": str(MAX_NESTING)}
            self._problems.add("lang/too-large.nesting", steps[MAX_NESTING].source.place, values)
            return None
        variable = self._loop_variable(first.variable, 0, Record(collection.record))
        scope = self._checker.bind(first.variable, variable.identity, variable.type, scope)
        loops = [Loop(variable, None, ())]
        for number, step in enumerate(steps[1:], start=1):
            loop = self._loop(step, number, scope)
            if loop is None:
                return None
            loops.append(loop)
            scope = self._checker.bind(
                step.variable, loop.variable.identity, loop.variable.type, scope
            )
        return collection.name, tuple(loops), scope

    @staticmethod
    def _loop_variable(name: syntax.Name, number: int, kind: Type) -> Variable:
        return Variable(f"v{number}", name.word, kind, name.place)

    def _loop(self, step: syntax.Loop, number: int, scope: Scope) -> Loop | None:
        """Check one inner loop; its list may be absent, then there is nothing to judge."""
        source = step.source
        if not isinstance(source, syntax.Dot):
            self._problems.add("lang/syntax.inner-loop", source.place, remedy={})
            return None
        along = self._along(source.base, scope)
        found = None if along is None else self._checker.field_of(source, along)
        if found is None:
            return None
        base, field = found
        path = path_of(Get(base, field, field.type, source.place))
        if path is None or not isinstance(field.type, ListOf):
            values = {"found": self._checker.shown(field.type)}
            self._problems.add("lang/wrong-type.no-list", source.at, values)
            return None
        variable = self._loop_variable(step.variable, number, field.type.item)
        return Loop(variable, path.variable, path.keys)

    def _along(self, node: syntax.Expression, scope: Scope) -> Scope | None:
        """Return the scope in which the records on the way to a loop's list are there.

        Where one of them is absent there is no list, and nothing to judge.
        """
        if not isinstance(node, syntax.Dot):
            return scope
        below = self._along(node.base, scope)
        found = None if below is None else self._checker.field_of(node, below)
        if below is None or found is None:
            return None
        base, field = found
        key = key_of(Get(base, field, field.type, node.place))
        return below if key is None else below.knowing(frozenset({key}))

    # Named values

    def _all_bindings(self) -> list[syntax.Binding]:
        return [
            binding
            for part in self._parts
            if part.kind == "LET" and isinstance(part.value, tuple)
            for binding in part.value
        ]

    def _bindings(self, scope: Scope) -> tuple[list[syntax.Binding], Scope]:
        """Return the bindings that `khi` needs, and the scope with the names that were
        bound in clauses that could not be read, so that their use says nothing more."""
        for part in self._parts:
            if part.kind == "LET" and part.value is None:
                for name in part.names:
                    scope = scope.with_name(name, Bound("", None, part.label))
        needed: set[str] = set()
        for part in self._parts:
            if part.kind == "WHEN" and part.value is not None:
                needed |= _words(part.value)
        early = []
        for binding in reversed(self._all_bindings()):
            if binding.variable.word in needed:
                needed |= _words(binding.value)
                early.append(binding)
        return list(reversed(early)), scope

    def _define(self, bindings: list[syntax.Binding], scope: Scope, *, early: bool) -> Scope:
        for binding in bindings:
            term = self._checker.check(binding.value, scope)
            identity = f"l{len(self._places)}"
            kind = None if term is None else term.type
            scope = self._checker.bind(binding.variable, identity, kind, scope)
            self._places[identity] = binding.variable.place
            if term is not None:
                name = binding.variable
                variable = Variable(identity, name.word, term.type, name.place)
                self._lets.append(Let(variable, term, early))
        return scope

    def _report_unused(self, rule: Rule) -> None:
        used = {
            term.identity
            for root in roots(rule)
            for term in walk(root)
            if isinstance(term, Variable)
        }
        for let in rule.lets:
            if let.variable.identity not in used:
                values = {"name": let.variable.word}
                self._problems.add(
                    "lang/unused-let", let.variable.place, values, severity=Severity.WARNING
                )

    # The other clauses

    def _condition(self, tree: syntax.Expression | None, scope: Scope) -> Term | None:
        return None if tree is None else self._checker.condition(tree, scope)

    def _exempts(self, scope: Scope) -> tuple[Exempt, ...]:
        found = []
        for part in self._parts:
            if part.kind == "UNLESS" and isinstance(part.value, syntax.Exempt):
                term = self._checker.condition(part.value.condition, scope)
                if term is not None:
                    found.append(Exempt(term, part.value.citation))
        return tuple(found)

    def _at(self, scope: Scope, loops: tuple[Loop, ...], require: Term | None) -> PathTo | None:
        if any(part.kind == "AT" for part in self._parts):
            tree = self._tree("AT")
            return None if tree is None else self._path(tree, scope)
        if require is None:
            return None
        values = {let.variable.identity: let.value for let in self._lets}
        return next(paths_read(require, values), PathTo(loops[-1].variable, ()))

    def _path(self, tree: syntax.Expression, scope: Scope) -> PathTo | None:
        """Check a place in the judged document; what it names may be absent."""
        term: Term | None
        if isinstance(tree, syntax.Dot):
            along = self._along(tree.base, scope)
            found = None if along is None else self._checker.field_of(tree, along)
            term = None if found is None else Get(*found, found[1].type, tree.place)
        else:
            term = self._checker.check(tree, scope)
        if term is None:
            return None
        path = path_of(term)
        if path is None or not path.variable.identity.startswith("v"):
            self._problems.add("lang/wrong-type.no-place", tree.place, remedy={})
            return None
        return path

    def _template(self, kind: str, scope: Scope, terms: list[Term]) -> Template | None:
        texts = self._clause(kind, syntax.Bilingual)
        return None if texts is None else read_template(texts, scope, self._checker, terms)

    def _fix(self, scope: Scope) -> tuple[PathTo, Term] | None:
        pair = self._clause("FIX", tuple)
        if pair is None:
            return None
        target, tree = pair
        path = self._path(target, scope)
        if path is None:
            return None
        if not path.keys:
            self._problems.add("lang/wrong-type.no-place", target.place, remedy={})
            return None
        value = self._checker.value(tree, scope, path.keys[-1].type)
        return None if value is None else (path, value)


def roots(rule: Rule) -> tuple[Term, ...]:
    """Return the outermost terms of a rule, in the order of its clauses."""
    return (
        *(let.value for let in rule.lets),
        *((rule.when,) if rule.when is not None else ()),
        *(exempt.condition for exempt in rule.exempts),
        rule.require,
        *rule.placeholders,
        *((rule.fix[1],) if rule.fix is not None else ()),
    )


def paths_read(term: Term, lets: dict[str, Term]) -> Iterator[PathTo]:
    """Yield the fields below loop variables that a term reads, named values included."""
    if isinstance(term, Get | Has):
        path = path_of(term)
        if path is not None and path.variable.identity.startswith("v"):
            yield path
            return
    if isinstance(term, Variable) and term.identity in lets:
        yield from paths_read(lets[term.identity], lets)
    for part in parts(term):
        yield from paths_read(part, lets)


def _words(tree: object) -> set[str]:
    found, stack = set(), [tree]
    while stack:
        node = stack.pop()
        if isinstance(node, syntax.Name):
            found.add(node.word)
        stack.extend(syntax.children(node))
    return found
