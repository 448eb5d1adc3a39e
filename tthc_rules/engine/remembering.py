"""Answers kept while one subject is judged (ghi nhớ câu trả lời).

Several rules ask the law the same question of the same case, channel or fee. Trees are never
changed in place, so a question is known by the trees themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, TypeVar

from tthc_rules.lang.undecided import Undecided
from tthc_rules.model.values import Tree, Value

ASKED_AGAIN: Final = ("fee_by_law", "instrument", "time_limit_by_law")
"""The functions that more than one rule asks, and that look for their answer a while."""

Functions = Mapping[str, Callable[..., Value]]
_Q = TypeVar("_Q")


def recalled(known: dict[_Q, Value | Undecided], question: _Q, find: Callable[[], Value]) -> Value:
    """Return the answer to a question, found the first time it is asked.

    Args:
        known: The answers so far, by question; grows.
        question: Everything that the answer rests on.
        find: Finds the answer.

    Raises:
        Undecided: There is none, and there was none before.
    """
    answer = known.get(question)
    if answer is None:
        try:
            answer = find()
        except Undecided as reason:
            answer = reason.with_traceback(None)
        known[question] = answer
    if isinstance(answer, Undecided):
        raise answer
    return answer


class Memory:
    """Law functions that answer a question once, until they are told to forget.

    Args:
        functions: The law functions by English name.
    """

    def __init__(self, functions: Functions) -> None:
        self._answers: dict[tuple[object, ...], tuple[tuple[Tree, ...], Value | Undecided]] = {}
        kept = {
            name: self._kept(name, functions[name]) for name in ASKED_AGAIN if name in functions
        }
        self.functions: Functions = {**functions, **kept}

    def forget(self) -> None:
        """Forget all answers: another subject is judged."""
        self._answers.clear()

    def _kept(self, name: str, function: Callable[..., Value]) -> Callable[..., Value]:
        def ask(*trees: Tree) -> Value:
            # With its answer the question's trees are kept, so no other tree gets their ids.
            question = (name, *map(id, trees))
            known = self._answers.get(question)
            if known is None:
                known = trees, _answer(function, trees)
                self._answers[question] = known
            answer = known[1]
            if isinstance(answer, Undecided):
                raise answer
            return answer

        return ask


def _answer(function: Callable[..., Value], trees: tuple[Tree, ...]) -> Value | Undecided:
    try:
        return function(*trees)
    except Undecided as reason:
        return reason.with_traceback(None)
