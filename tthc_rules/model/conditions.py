"""Conditions of norms (điều kiện áp dụng) as a tree over named facts.

A condition knows only names and constants: `channel`, `case` and the facts of the catalogue
(`applicant.identified`). How it is written is the language's business, how it is decided with
facts missing is the engine's.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from tthc_rules.model.quantities import Money, TimeLimit

Constant: TypeAlias = "str | bool | int | Money | TimeLimit"


class Comparison(Enum):
    """How a fact is compared with a constant."""

    EQ = "eq"
    NE = "ne"
    LT = "lt"
    LE = "le"
    GT = "gt"
    GE = "ge"


@dataclass(frozen=True, slots=True)
class Always:
    """The condition that is always met: a norm without `when`."""


@dataclass(frozen=True, slots=True)
class Compare:
    """`name` compared with a constant; unknown while the fact is not known."""

    name: str
    comparison: Comparison
    constant: Constant


@dataclass(frozen=True, slots=True)
class In:
    """`name` is one of `constants`."""

    name: str
    constants: tuple[Constant, ...]


@dataclass(frozen=True, slots=True)
class All:
    """Every part is met (và)."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one part is met (hoặc)."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part is not met (không)."""

    part: Condition


Condition: TypeAlias = "Always | Compare | In | All | AnyOf | Not"
ALWAYS_MET = Always()
