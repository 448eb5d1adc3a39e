"""Reading trees that a schema may have refused in part (đọc giá trị)."""

from __future__ import annotations

from tthc_rules.model.values import MAPPING, Tree, Value


def word(value: Value | None) -> str:
    """Return a text; empty where there is none."""
    return value if isinstance(value, str) else ""


def records(value: Value | None) -> tuple[Tree, ...]:
    """Return the mappings of a list; none where there is no list."""
    items = value if isinstance(value, tuple) else ()
    return tuple(item for item in items if isinstance(item, MAPPING))
