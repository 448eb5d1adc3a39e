"""A model made into a document and tried on the compiled rules (chứng cứ được chạy lại).

Formulas say that a situation exists; this builds one, with stand-ins for the law functions,
and lets the rules themselves judge it. Only what the rules confirm is a counter-example.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import cast

from tthc_rules.diagnostics import Message, Verdict
from tthc_rules.engine.analysis.formulas import Key, Unknown
from tthc_rules.engine.analysis.model import Construct, Model, OutOfFragmentError
from tthc_rules.engine.analysis.reader import Reader
from tthc_rules.engine.analysis.unknown import (
    DAY,
    ROOT,
    Call,
    has_item,
    is_gap,
    is_there,
    is_undecided,
    unknown_at,
)
from tthc_rules.lang.compiled import CompiledRule, Functions
from tthc_rules.lang.undecided import Gap, Undecided
from tthc_rules.lang.vocabulary import (
    COMPARE_TIME_LIMITS,
    Enumeration,
    Kind,
    ListOf,
    Record,
    Scalar,
    Type,
)
from tthc_rules.model.conditions import Comparison
from tthc_rules.model.quantities import DayKind, Money, Rate, TimeLimit
from tthc_rules.model.values import Tree, Value

_NOT_SAID = Message("law/gap")
_ANY_TEXT = "mau"


@dataclass(frozen=True, slots=True)
class LawAnswer:
    """What a law function answers in a witness; `value` is None where it is undecided."""

    call: Call
    value: Value | None
    is_gap: bool


@dataclass(frozen=True, slots=True)
class Witness:
    """A situation (tình huống minh chứng): a day, a document, and what the law answers.

    `said` holds the values that the question fixed, in the order of the document; the rest
    is filled in so that the document is whole.
    """

    day: date
    document: Tree
    answers: tuple[LawAnswer, ...]
    functions: Functions
    said: tuple[tuple[Key, Value], ...]

    def verdict(self, rule: CompiledRule) -> Verdict | None:
        """Return what a rule says of the first item of its loops, None where there is none."""
        for outcome in rule.evaluate(self.document, self.functions, self.day):
            return outcome.verdict
        return None


def witness(model: Model, reader: Reader, record: str, start: date) -> Witness:
    """Return the situation that a model describes.

    Args:
        model: Values of unknowns.
        reader: What read the rules.
        record: The type of the judged document.
        start: The day of judgement where the model leaves it open.

    Raises:
        OutOfFragmentError: No document has these values.
    """
    ordinal = model.numbers.get(DAY)
    day = start if ordinal is None else date.fromordinal(int(ordinal))
    return _Builder(model, reader, day).witness(record)


class _Builder:
    def __init__(self, model: Model, reader: Reader, day: date) -> None:
        self._model = model
        self._reader = reader
        self._vocabulary = reader.vocabulary
        self._day = day
        self._built: dict[Key, Value] = {}
        self._asked_of = {key for call in reader.calls for key in call.arguments}
        self._touched = {key[:length] for key in _paths(model) for length in range(len(key) + 1)}
        self._fixed = {unknown.key for unknown in (*model.truths, *model.words, *model.numbers)}
        origins = [unknown for unknown in model.numbers if unknown.key[0] == "origin"]
        if len(origins) > 1:
            raise OutOfFragmentError(Construct.MIXED_TIME_LIMITS)
        kind = origins[0].key[1] if origins else DayKind.WORKING_DAY
        self._kind = cast("DayKind", kind)
        self._origin = model.numbers[origins[0]] if origins else Fraction(0)

    def witness(self, record: str) -> Witness:
        document = cast("Tree", self._value(ROOT, Record(record)))
        answers = tuple(self._answer(call) for call in self._reader.calls)
        said = tuple((path, self._built[path]) for path in self._built if path in self._fixed)
        return Witness(self._day, document, answers, self._functions(answers), said)

    # The document ------------------------------------------------------------------------

    def _value(self, path: Key, type_: Type) -> Value:
        match type_:
            case Record(name):
                value: Value = dict(self._fields(path, name))
            case ListOf(item):
                value = tuple(
                    self._value((*path, index), item) for index in range(self._length(path))
                )
            case _:
                value = self._single(path, type_)
        self._built[path] = value
        return value

    def _fields(self, path: Key, record: str) -> Iterator[tuple[str, Value]]:
        for field in self._vocabulary.fields(record):
            below = (*path, field.key)
            there = self._model.truths.get(is_there(below).unknown, below in self._touched)
            if there or not field.optional:
                yield field.key, self._value(below, field.type)

    def _length(self, path: Key) -> int:
        number = 0
        while self._model.truths.get(has_item(path, number).unknown):
            number += 1
        return number

    def _single(self, path: Key, type_: Type) -> Value:
        unknown = unknown_at(path, type_, self._vocabulary)
        match type_:
            case Enumeration(name):
                first = self._vocabulary.enums[name].values[0].value
                return self._model.words.get(unknown, first)
            case Scalar(Kind.TEXT):
                word = self._model.words.get(unknown)
                return self._any_text(path) if word is None else word
            case Scalar(Kind.BOOLEAN):
                return self._model.truths.get(unknown, False)
        return self._number(unknown, cast("Scalar", type_).kind)

    def _any_text(self, path: Key) -> str:
        """Return a text that nothing fixed; what the law is asked of has one of its own."""
        return f"{_ANY_TEXT}-{len(self._built)}" if path in self._asked_of else _ANY_TEXT

    def _number(self, unknown: Unknown, kind: Kind) -> Value:
        number = self._model.numbers.get(unknown)
        try:
            match kind:
                case Kind.DATE:
                    return self._day if number is None else date.fromordinal(int(number))
                case Kind.MONEY:
                    return Money(0 if number is None else int(number))
                case Kind.RATE:
                    return Rate(Fraction(1) if number is None else number)
                case Kind.TIME_LIMIT:
                    amount = Fraction(1) if number is None else number - self._origin
                    return TimeLimit(self._kind, amount)
                case _:
                    return 1 if number is None else int(number)
        except (ValueError, OverflowError) as error:
            raise OutOfFragmentError(Construct.REPLAY) from error

    # The law -----------------------------------------------------------------------------

    def _answer(self, call: Call) -> LawAnswer:
        if self._model.truths.get(is_undecided((call,)).unknown):
            gap = self._model.truths.get(is_gap((call,)).unknown, False)
            return LawAnswer(call, None, gap)
        return LawAnswer(call, self._value((call,), call.function.result), is_gap=False)

    def _functions(self, answers: tuple[LawAnswer, ...]) -> Functions:
        functions: dict[str, Callable[..., Value]] = {
            function.name: self._stand_in(
                tuple(answer for answer in answers if answer.call.function == function)
            )
            for function in self._vocabulary.functions
        }
        functions[COMPARE_TIME_LIMITS] = _compare
        return functions

    def _stand_in(self, answers: tuple[LawAnswer, ...]) -> Callable[..., Value]:
        def function(*arguments: Value) -> Value:
            for answer in answers:
                if self._is_asked(answer.call, arguments):
                    if answer.value is None:
                        raise Gap(_NOT_SAID) if answer.is_gap else Undecided(_NOT_SAID)
                    return answer.value
            raise Undecided(_NOT_SAID)

        return function

    def _is_asked(self, call: Call, arguments: tuple[Value, ...]) -> bool:
        for key, argument in zip(call.arguments, arguments, strict=True):
            known = key[1] if key[0] == "constant" else self._built.get(key)
            if isinstance(argument, Mapping):
                if known is not argument:
                    return False
            elif known != argument:
                return False
        return True


def _paths(model: Model) -> Iterator[Key]:
    for unknown in (*model.truths, *model.words, *model.numbers):
        key = unknown.key
        if key[0] in ("has", "in"):
            yield cast("Key", key[1])
        else:
            yield key


def _compare(left: TimeLimit, comparison: Comparison, right: TimeLimit) -> bool:
    if left.kind is not right.kind:
        raise Undecided(_NOT_SAID)
    return {
        Comparison.EQ: left.amount == right.amount,
        Comparison.NE: left.amount != right.amount,
        Comparison.LT: left.amount < right.amount,
        Comparison.LE: left.amount <= right.amount,
        Comparison.GT: left.amount > right.amount,
        Comparison.GE: left.amount >= right.amount,
    }[comparison]
