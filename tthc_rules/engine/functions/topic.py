"""The shape of one topic of law functions (nhóm hàm pháp luật)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from tthc_rules.lang.vocabulary import Function, RecordType
from tthc_rules.model.values import Value

if TYPE_CHECKING:
    from tthc_rules.engine.law import Law

Bound: TypeAlias = "Mapping[str, Callable[..., Value]]"
"""Functions by English name, for the law of one day."""


class Topic(NamedTuple):
    """Functions that belong together.

    Attributes:
        records: What they answer with, beside the records of the schemas.
        functions: Their names in both languages and their types.
        bind: Makes them, for the law of one day.
    """

    records: tuple[RecordType, ...]
    functions: tuple[Function, ...]
    bind: Callable[[Law], Bound]
