"""The `when` of norms (điều kiện của quy phạm): an expression over named facts.

It uses the words of the rule language, but knows only facts and constants:
`channel = online and applicant.identified`, `kênh = trực_tuyến và người_nộp.đã_định_danh`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from tthc_rules.diagnostics import Message
from tthc_rules.lang import kinds, syntax
from tthc_rules.lang.normal import normalise
from tthc_rules.lang.problems import Problems, Values
from tthc_rules.lang.reading import parse_body
from tthc_rules.lang.tokens import tokenise
from tthc_rules.lang.vocabulary import (
    BOOLEAN,
    INTEGER,
    MONEY,
    TEXT,
    TIME_LIMIT,
    EnumValue,
    Scalar,
    word,
)
from tthc_rules.model.conditions import (
    All,
    AnyOf,
    Compare,
    Comparison,
    Condition,
    Constant,
    In,
    Not,
)
from tthc_rules.model.quantities import Money, TimeLimit
from tthc_rules.model.text import Text
from tthc_rules.source import Source
from tthc_rules.spelling import nearest


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact that a norm may ask about (dữ kiện).

    Attributes:
        name: As conditions know it: `channel`, `case`, `applicant.identified`.
        vi: Its Vietnamese spelling, with the same dots.
        type: What its values are: text, integer, true/false, money or time limit.
        domain: All its values where they are known; only then bare words name them.
    """

    name: str
    vi: str
    type: Scalar
    domain: tuple[EnumValue, ...] = ()


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with a condition; `start` and `end` are offsets in its text."""

    code: str
    message: Message
    help: Message | None
    start: int
    end: int


_FLIPPED = {
    Comparison.LT: Comparison.GT,
    Comparison.LE: Comparison.GE,
    Comparison.GT: Comparison.LT,
    Comparison.GE: Comparison.LE,
}
_CONSTANTS: tuple[tuple[type, Scalar], ...] = (
    (bool, BOOLEAN),
    (int, INTEGER),
    (str, TEXT),
    (Money, MONEY),
    (TimeLimit, TIME_LIMIT),
)


def parse_condition(
    text: str, facts: tuple[Fact, ...]
) -> tuple[Condition | None, tuple[Fault, ...]]:
    """Return the condition that `text` writes.

    Args:
        text: The `when` of a norm.
        facts: All it may ask about, `channel` and `case` among them.

    Returns:
        The condition, or None when there is a fault; the faults in order.
    """
    source = Source("", text)
    problems = Problems(source)
    normal = normalise(text)
    tokens = tokenise(normal, "CONDITION", 0, len(normal.text))
    tree = parse_body("CONDITION", tokens, (0, len(text)), problems)
    condition = None
    if isinstance(tree, syntax.Expression):
        condition = _Reader(facts, problems).condition(tree)
    faults = tuple(
        Fault(
            finding.code,
            cast("Message", finding.message),
            cast("Message | None", finding.help),
            source.offset(finding.span.start),
            source.offset(finding.span.end),
        )
        for finding in problems.findings()
        if finding.span is not None
    )
    return (None if faults else condition), faults


class _Reader:
    def __init__(self, facts: tuple[Fact, ...], problems: Problems) -> None:
        self._problems = problems
        self._facts: Mapping[str, Fact] = {
            _dotted(spelling): fact for fact in facts for spelling in (fact.name, fact.vi)
        }

    def condition(self, node: syntax.Expression) -> Condition | None:
        match node:
            case syntax.And(parts) | syntax.Or(parts):
                read = [self.condition(part) for part in parts]
                found = tuple(part for part in read if part is not None)
                if len(found) < len(read):
                    return None
                return All(found) if isinstance(node, syntax.And) else AnyOf(found)
            case syntax.Not(part):
                inner = self.condition(part)
                return None if inner is None else Not(inner)
            case syntax.Compare():
                return self._compare(node)
            case syntax.Member():
                return self._member(node)
            case syntax.Name() | syntax.Dot():
                return self._flag(node)
        self._unsupported(node)
        return None

    def _unsupported(self, node: syntax.Expression) -> None:
        self._problems.add("lang/condition", node.place, remedy={})

    def _flag(self, node: syntax.Name | syntax.Dot) -> Condition | None:
        fact = self._fact(node)
        if fact is None:
            return None
        if fact.type == BOOLEAN:
            return Compare(fact.name, Comparison.EQ, True)
        found: Values = {"found": kinds.shown(fact.type, {})}
        self._problems.add("lang/wrong-type.condition", node.place, found, remedy=found)
        return None

    def _compare(self, node: syntax.Compare) -> Condition | None:
        left, right, comparison = node.left, node.right, node.comparison
        if self._names_no_fact(left) and not self._names_no_fact(right):
            left, right = right, left
            comparison = _FLIPPED.get(comparison, comparison)
        fact = self._fact(left)
        if fact is None:
            return None
        constant = self._constant(right, fact)
        if constant is None:
            return None
        equality = comparison in (Comparison.EQ, Comparison.NE)
        if not equality and not kinds.is_ordered(fact.type):
            found: Values = {"found": kinds.shown(fact.type, {})}
            self._problems.add("lang/wrong-type.no-order", node.place, found, remedy=found)
            return None
        return Compare(fact.name, comparison, constant)

    def _member(self, node: syntax.Member) -> Condition | None:
        fact = self._fact(node.item)
        if fact is None:
            return None
        if not isinstance(node.source, syntax.Listing):
            self._unsupported(node.source)
            return None
        read = [self._constant(item, fact) for item in node.source.items]
        constants = tuple(constant for constant in read if constant is not None)
        if len(constants) < len(read):
            return None
        found = In(fact.name, constants)
        return Not(found) if node.negated else found

    def _names_no_fact(self, node: syntax.Expression) -> bool:
        name = _name(node)
        return name is None or _dotted(name) not in self._facts

    def _fact(self, node: syntax.Expression) -> Fact | None:
        name = _name(node)
        if name is None:
            self._unsupported(node)
            return None
        fact = self._facts.get(_dotted(name))
        if fact is None:
            spellings = [side for fact in self._facts.values() for side in (fact.name, fact.vi)]
            near = nearest(name, spellings)
            self._problems.suggest("lang/unknown-name.fact", node.place, {"name": name}, near)
        return fact

    def _constant(self, node: syntax.Expression, fact: Fact) -> Constant | None:
        if isinstance(node, syntax.Name):
            return self._value(node, fact)
        if not isinstance(node, syntax.Literal):
            self._unsupported(node)
            return None
        for kind, its_type in _CONSTANTS:
            if type(node.value) is kind and kinds.joint(its_type, fact.type) is not None:
                known = not fact.domain or node.value in [v.value for v in fact.domain]
                if known:
                    return cast("Constant", node.value)
                self._no_value(node, fact)
                return None
        self._problems.add(
            "lang/wrong-type.fact",
            node.place,
            {"name": fact.name, "wanted": kinds.shown(fact.type, {})},
        )
        return None

    def _value(self, node: syntax.Name, fact: Fact) -> Constant | None:
        for value in fact.domain:
            if word(node.word) in (word(value.vi), word(value.value)):
                return value.value
        self._no_value(node, fact)
        return None

    def _no_value(self, node: syntax.Name | syntax.Literal, fact: Fact) -> None:
        written = node.word if isinstance(node, syntax.Name) else str(node.value)
        if not fact.domain:
            values: Values = {"name": fact.name, "wanted": kinds.shown(fact.type, {})}
            self._problems.add("lang/wrong-type.fact", node.place, values)
            return
        spellings = [side for value in fact.domain for side in (value.word.vi, value.word.en)]
        near = nearest(written, spellings)
        names: Values = {"name": written, "enum": Text(fact.vi, fact.name)}
        self._problems.suggest("lang/unknown-name.value", node.place, names, near)


def _name(node: syntax.Expression) -> str | None:
    """Return the dotted name that a node writes, or None for another node."""
    parts: list[str] = []
    while isinstance(node, syntax.Dot):
        parts.append(node.word)
        node = node.base
    if not isinstance(node, syntax.Name):
        return None
    return ".".join((node.word, *reversed(parts)))


def _dotted(name: str) -> str:
    return ".".join(word(part) for part in name.split("."))
