"""What a data file holds once it is read: typed values (giá trị).

A document is a tree of read-only mappings and tuples whose leaves are typed by the schema.
Leaves are shared between documents, so nothing in a tree is ever changed in place.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final, TypeAlias

from tthc_rules.model.quantities import Money, Rate, TimeLimit
from tthc_rules.model.text import Text


class Refused:
    """A value that stands in the file but could not be read (giá trị bị từ chối).

    It is unknown, not missing: whatever depends on it is undecided. There is one, `REFUSED`.
    """

    __slots__ = ()

    def __repr__(self) -> str:
        return "REFUSED"

    def __reduce__(self) -> str:
        return "REFUSED"  # by its name: a copy, or one sent by another process, is the one


REFUSED: Final = Refused()

Scalar: TypeAlias = str | bool | int | date | TimeLimit | Money | Rate | Refused | Text
Value: TypeAlias = "Scalar | tuple[Value, ...] | Mapping[str, Value]"
Tree: TypeAlias = Mapping[str, Value]

MAPPING: Final = (dict, Mapping)
"""For `isinstance`: nearly every mapping of a tree is a `dict`, which is known at once."""
