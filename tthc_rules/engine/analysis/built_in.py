"""The built-in decision procedure (thủ tục quyết định có sẵn): exact, without a library.

It takes a formula apart: what must hold goes to the theories of truths, words and
differences; a disjunction is decided by trying its parts, the one with the fewest first.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tthc_rules.engine.analysis.differences import solution
from tthc_rules.engine.analysis.formulas import (
    All,
    Below,
    Formula,
    Is,
    Literal,
    Same,
    Some,
    Unknown,
    every,
    negation,
)
from tthc_rules.engine.analysis.model import Construct, Model, OutOfFragmentError
from tthc_rules.engine.analysis.words import assignment

MOST_BRANCHES = 20_000
"""Alternatives that are tried for one question (quy ước kỹ thuật)."""


def decide(formula: Formula) -> Model | None:
    """Return a model of a formula, None where it has none.

    Raises:
        OutOfFragmentError: It holds arithmetic beyond differences, or is too large.
    """
    return _Search().model(_State(), [formula])


@dataclass
class _State:
    """What holds on one branch."""

    truths: dict[Unknown, bool] = field(default_factory=dict)
    known: dict[Literal, bool] = field(default_factory=dict)
    words: list[Same] = field(default_factory=list)
    numbers: list[Below] = field(default_factory=list)

    def copy(self) -> _State:
        return _State(dict(self.truths), dict(self.known), list(self.words), list(self.numbers))

    def take(self, literal: Literal) -> bool:
        """Let a literal hold; False where it contradicts what holds."""
        if literal in self.known:
            return self.known[literal]
        opposite = negation(literal)
        assert isinstance(opposite, Is | Same | Below)  # noqa: S101 - a literal's is a literal
        self.known[literal], self.known[opposite] = True, False
        match literal:
            case Is(unknown, holds):
                return self.truths.setdefault(unknown, holds) is holds
            case Same():
                self.words.append(literal)
            case Below():
                self.numbers.append(literal)
        return True

    def truth(self, formula: Formula) -> bool | None:
        """Return whether a formula is known to hold here, None where it is open."""
        if isinstance(formula, All | Some):
            decisive = isinstance(formula, Some)
            parts = [self.truth(part) for part in formula.parts]
            if decisive in parts:
                return decisive
            return None if None in parts else not decisive
        return self.known.get(formula)


class _Search:
    def __init__(self) -> None:
        self._branches = 0

    def model(self, state: _State, pending: Sequence[Formula]) -> Model | None:
        choices = self._taken(state, pending)
        if choices is None:
            return None
        found = _theories(state)
        if found is None or not choices:
            return found
        chosen = min(choices, key=lambda choice: len(choice.parts))
        rest = [choice for choice in choices if choice is not chosen]
        refuted: list[Formula] = []
        for part in chosen.parts:
            self._branches += 1
            if self._branches > MOST_BRANCHES:
                raise OutOfFragmentError(Construct.SIZE)
            found = self.model(state.copy(), [*refuted, part, *rest])
            if found is not None:
                return found
            refuted.append(negation(part))
        return None

    def _taken(self, state: _State, pending: Iterable[Formula]) -> list[Some] | None:
        """Take all that must hold; return the open disjunctions, None at a contradiction."""
        open_, choices = list(pending), list[Some]()
        while open_:
            formula = open_.pop()
            match formula:
                case All(parts):
                    open_.extend(parts)
                case Some():
                    choices.append(formula)
                case _ if not state.take(formula):
                    return None
            if not open_:
                narrowed = [_narrowed(state, choice) for choice in choices]
                open_ = [one for one in narrowed if not isinstance(one, Some)]
                choices = [one for one in narrowed if isinstance(one, Some)]
                open_ = [one for one in open_ if one != _DONE]
        return None if any(not choice.parts for choice in choices) else choices


_DONE = All(())


def _narrowed(state: _State, choice: Some) -> Formula:
    """Return a disjunction without the parts that cannot hold; what is left alone must."""
    parts = []
    for part in choice.parts:
        holds = state.truth(part)
        if holds:
            return _DONE
        if holds is None:
            parts.append(part)
    return every(parts) if len(parts) == 1 else Some(tuple(parts))


def _theories(state: _State) -> Model | None:
    words = assignment(state.words)
    if words is None:
        return None
    numbers = solution(state.numbers)
    if numbers is None:
        return None
    return Model(dict(state.truths), words, numbers)
