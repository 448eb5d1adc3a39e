"""What a question about rules can come to: a model, none, or out of the fragment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import Protocol

from tthc_rules.engine.analysis.formulas import Formula, Unknown


class Construct(Enum):
    """What leads out of the fragment that is decided exactly (ngoài phạm vi quyết định)."""

    ARITHMETIC = "arithmetic"
    TIME_ARITHMETIC = "time-arithmetic"
    MIXED_TIME_LIMITS = "mixed-time-limits"
    AGGREGATE = "aggregate"
    LONG_LIST = "long-list"
    TWO_LOOPS = "two-loops"
    COMPARED_LISTS = "compared-lists"
    TABLE = "table"
    SIZE = "size"
    REPLAY = "replay"


class OutOfFragmentError(Exception):
    """A question cannot be decided exactly; `construct` says what is in the way.

    Nothing follows from it: neither that there is a defect nor that there is none.
    """

    def __init__(self, construct: Construct) -> None:
        super().__init__(construct.value)
        self.construct = construct


@dataclass(frozen=True, slots=True)
class Model:
    """Values under which a formula holds (mô hình); what is not named does not matter."""

    truths: Mapping[Unknown, bool]
    words: Mapping[Unknown, str]
    numbers: Mapping[Unknown, Fraction]


class Decide(Protocol):
    """Finds a model of a formula (thủ tục quyết định).

    Returns None when there is none: that is a proof. Raises `OutOfFragmentError` otherwise.
    """

    def __call__(self, formula: Formula) -> Model | None:
        """Return a model, or None."""
