"""Data files, right and wrong, and what is done to them (tệp dữ liệu giả định)."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import strategies as st

from tthc_rules.loading import Schemas
from tthc_rules.loading.subschemas import Json

_CODE = {
    "type": "string",
    "x-type": "code",
    "pattern": "^[1-9]\\.[0-9]{6}$",
    "x-form": {"vi": "như 1.000120", "en": "such as 1.000120"},
}
_NAME = {"type": "string", "x-type": "text", "minLength": 1, "title": "Tên"}
_COMMON = {
    "$defs": {
        "Step": {
            "type": "object",
            "additionalProperties": False,
            "required": ["id"],
            "properties": {
                "id": _NAME,
                "role": {"type": "string", "x-type": "text", "enum": ["nhận", "duyệt"]},
                "next": {"type": "array", "minItems": 1, "items": _NAME},
                "below": {"type": "array", "items": {"$ref": "#/$defs/Step"}},
            },
        }
    }
}
_THING = {
    "oneOf": [
        {"$ref": "#/$defs/Item"},
        {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/Item"}},
    ],
    "$defs": {
        "Item": {
            "type": "object",
            "additionalProperties": False,
            "required": ["kind", "code"],
            "properties": {
                "kind": {"type": "string", "x-type": "text", "const": "thing"},
                "code": _CODE,
                "name": _NAME,
                "amount": {"type": "string", "x-type": "money"},
                "limit": {"type": "string", "x-type": "time-limit"},
                "announced": {"type": "string", "x-type": "time-limit", "x-allow-unstated": True},
                "share": {"type": "string", "x-type": "rate"},
                "value": {"type": "string", "x-type": "quantity"},
                "since": {"type": "string", "x-type": "date"},
                "online": {"type": "boolean", "x-type": "boolean"},
                "level": {"type": "integer", "x-type": "integer", "minimum": 2},
                "steps": {
                    "type": "array",
                    "items": {"$ref": "common.schema.json#/$defs/Step"},
                },
                "free": {},
            },
        }
    },
}
_OTHER = {
    "type": "object",
    "required": ["kind"],
    "properties": {"kind": {"type": "string", "x-type": "text", "const": "other"}},
}

SCHEMAS = Schemas.from_texts(
    {
        "common.schema.json": json.dumps(_COMMON),
        "thing.schema.json": json.dumps(_THING),
        "other.schema.json": json.dumps(_OTHER),
    }
)
"""Two made-up kinds, `thing` with a field of every type and `other` with none."""

THING = SCHEMAS.of_kind("thing")

NAMES = st.sampled_from(
    ["a", "đơn", "Tờ khai", "1.000120", "no", "07", "22:30", "x y", "true", "a: b", "# c", "- d"]
)
_FREE_KEYS = st.sampled_from(["a", "b", "tên", "c d", "on"])
_FREE = st.recursive(
    NAMES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_FREE_KEYS, inner, max_size=3),
    max_leaves=6,
)


def _json(values: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Json]]:
    return values.map(lambda value: {**value})


def _steps(depth: int) -> st.SearchStrategy[dict[str, Json]]:
    below: dict[str, st.SearchStrategy[Json]] = (
        {} if depth == 0 else {"below": st.lists(_steps(depth - 1), max_size=2)}
    )
    optional: dict[str, st.SearchStrategy[Json]] = {
        "role": st.sampled_from(["nhận", "duyệt"]),
        "next": st.lists(NAMES, min_size=1, max_size=2),
        **below,
    }
    return _json(st.fixed_dictionaries({"id": NAMES}, optional=optional))


_VALUES: dict[str, st.SearchStrategy[Json]] = {
    "name": NAMES,
    "amount": st.sampled_from(["0 đồng", "50.000 đồng", "50000 đồng", "50,000 dong"]),
    "limit": st.sampled_from(["5 ngày làm việc", "0,5 ngày làm việc", "trong ngày", "1 month"]),
    "announced": st.sampled_from(["5 không ghi đơn vị", "10 ngày"]),
    "share": st.sampled_from(["thu bằng 60%", "giảm 40%", "miễn"]),
    "value": st.sampled_from(["2", "full", "50.000 đồng", "giảm 40%", "10 ngày"]),
    "since": st.dates().map(lambda day: day.isoformat()),
    "online": st.booleans(),
    "level": st.integers(2, 99),
    "steps": st.lists(_steps(1), max_size=3),
    "free": _FREE,
}


def things() -> st.SearchStrategy[dict[str, Json]]:
    """Documents of kind `thing` as JSON has them, all of them right."""
    required = {"kind": st.just("thing"), "code": st.sampled_from(["1.000120", "2.001234"])}
    return _json(st.fixed_dictionaries(required, optional=_VALUES))


def nearly_things() -> st.SearchStrategy[Json]:
    """JSON that is of kind `thing` but for a few fields, or not at all."""
    broken = st.dictionaries(
        st.sampled_from([*_VALUES, "code", "kind", "nam", "x"]),
        st.sampled_from(["", "a", "thing", 1, 5, True, [], [""], ["a"], {}])
        | st.lists(_steps(1), max_size=2)
        | st.lists(st.dictionaries(st.sampled_from(["id", "role", "z"]), NAMES), max_size=2),
        max_size=2,
    )
    dropped = st.sets(st.sampled_from(["code", "kind", "name"]), max_size=1)
    return st.builds(
        lambda base, extra, gone: {k: v for k, v in {**base, **extra}.items() if k not in gone},
        things(),
        broken,
        dropped,
    )


@st.composite
def written(draw: st.DrawFn, value: Json, indent: int = 0) -> str:
    """YAML that reads as a JSON value, block or flow, plain or quoted."""
    margin = " " * indent
    if isinstance(value, dict) and value and draw(st.booleans() if indent else st.just(True)):
        lines = []
        for key, item in value.items():
            name = key if key.isascii() else json.dumps(key, ensure_ascii=False)
            nested = isinstance(item, dict | list) and bool(item)
            below = draw(written(item, indent + 2)) if nested else draw(written(item, indent + 1))
            is_block = below.startswith("\n")
            lines.append(f"{margin}{name}:{'' if is_block else ' '}{below}")
        return ("\n" if indent else "") + "\n".join(lines)
    if isinstance(value, list) and value and indent and draw(st.booleans()):
        items = [f"{margin}- {json.dumps(item, ensure_ascii=False)}" for item in value]
        return "\n" + "\n".join(items)
    if isinstance(value, str):
        quoted = json.dumps(value, ensure_ascii=False)
        safe = value.replace(" ", "").replace(".", "").isalnum() and value not in ("true", "")
        return draw(st.sampled_from([value, quoted])) if safe else quoted
    return json.dumps(value, ensure_ascii=False)


_PIECES = st.sampled_from(
    [
        " ",
        "  ",
        "\n",
        "\t",
        "- ",
        ":",
        ": ",
        "#",
        " #",
        '"',
        "'",
        "[",
        "]",
        "{",
        "}",
        ",",
        "|",
        ">",
        "&a ",
        "*a",
        "!t ",
        "? ",
        "%",
        "---\n",
        "...\n",
        "<<: ",
        "null",
        "\\",
        "\\u0000",
        "@",
        "\r",
        "\xa0",
        "\ufeff",
        "́",
        "\u200b",
        "\u202e",
        "�",
        "\u2028",
        "Ð",
        "о",
        "：",
    ]
)


@st.composite
def mutated(draw: st.DrawFn, text: str) -> str:
    """A text with a few pieces put in or cut out."""
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(text)))
        cut = draw(st.integers(0, 4))
        text = text[:at] + (draw(_PIECES) if cut < 3 else "") + text[at + cut // 2 :]
    return text


def files() -> st.SearchStrategy[str]:
    """Data files of kind `thing` that are right."""
    return things().flatmap(written).map(lambda text: f"{text}\n")


def damaged_files() -> st.SearchStrategy[str]:
    """Data files of kind `thing` to which something was done."""
    return files().flatmap(mutated)
