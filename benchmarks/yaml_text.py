"""Made-up documents as YAML the way people write it (viết tệp YAML)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

Made: TypeAlias = "str | int | bool | Sequence[Made] | Mapping[str, Made]"

FLOW = frozenset(
    {"approved_by", "basis", "target", "force", "levels", "next", "subject", "fills", "to"}
)
"""Keys whose value is written in brackets where it is small: a citation, say."""

QUOTED = frozenset({"code", "procedure", "territory", "procedures"})
"""Keys whose texts are quoted, since an editor reads `9.000001` as a number."""

_PLAIN = re.compile(r"[^\W_](?:[^:#'\"\[\]{},&*!|>%@`]|:(?=\S))*")
_BLOCK = 88


def document(value: Mapping[str, Made], comment: str) -> str:
    """Return the text of one data file that holds one document."""
    return "\n".join((f"# {comment}", *_mapping(value, 0))) + "\n"


def _mapping(value: Mapping[str, Made], indent: int) -> Iterator[str]:
    pad = " " * indent
    for key, item in value.items():
        if isinstance(item, Mapping) and key not in FLOW:
            yield f"{pad}{key}:"
            yield from _mapping(item, indent + 2)
        elif _is_rows(key, item):
            yield f"{pad}{key}:"
            for row in item if isinstance(item, Sequence) else ():
                yield from _row(row, indent + 2)
        elif isinstance(item, str) and len(item) > _BLOCK:
            yield f"{pad}{key}: >-"
            yield from _wrapped(item, indent + 2)
        else:
            yield f"{pad}{key}: {_flow(item, key)}"


def _is_rows(key: str, item: Made) -> bool:
    if isinstance(item, str) or not isinstance(item, Sequence):
        return False
    return any(isinstance(row, Mapping) for row in item) and (key not in FLOW or key == "basis")


def _row(row: Made, indent: int) -> Iterator[str]:
    pad = " " * indent
    if isinstance(row, Mapping) and not _is_small(row):
        lines = _mapping(row, indent + 2)
        yield f"{pad}- {next(lines).lstrip(' ')}"
        yield from lines
    else:
        yield f"{pad}- {_flow(row, '')}"


def _is_small(row: Mapping[str, Made]) -> bool:
    return len(row) <= 4 and all(isinstance(item, str | int) for item in row.values())


def _flow(value: Made, key: str) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return value if key not in QUOTED and _PLAIN.fullmatch(value) else f'"{value}"'
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{name}: {_flow(item, name)}" for name, item in value.items()) + "}"
    return "[" + ", ".join(_flow(item, key) for item in value) + "]"


def _wrapped(text: str, indent: int) -> Iterator[str]:
    line = " " * indent
    for word in text.split(" "):
        if len(line) + len(word) >= _BLOCK + indent and line.strip():
            yield line.rstrip(" ")
            line = " " * indent
        line += f"{word} "
    yield line.rstrip(" ")
