"""Which procedure decides (chọn thủ tục quyết định): the built-in one, then Z3 if installed."""

from __future__ import annotations

from collections.abc import Callable

from tthc_rules.engine.analysis import built_in, z3_back_end
from tthc_rules.engine.analysis.formulas import Formula
from tthc_rules.engine.analysis.model import Decide, Model, OutOfFragmentError


def procedures() -> tuple[Decide, ...]:
    """Return the procedures that can be asked here, in the order they are asked."""
    if z3_back_end.is_installed():
        return built_in.decide, z3_back_end.decide
    return (built_in.decide,)


def first_that_decides(asked: tuple[Decide, ...]) -> Callable[[Formula], Model | None]:
    """Return a procedure that asks one after the other until one does not give up."""

    def decide(formula: Formula) -> Model | None:
        reason: OutOfFragmentError | None = None
        for procedure in asked:
            try:
                return procedure(formula)
            except OutOfFragmentError as error:
                reason = reason or error
        raise reason or ValueError("no procedure to ask")

    return decide
