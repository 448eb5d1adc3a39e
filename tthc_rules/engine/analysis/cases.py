"""A witness as a cases file that `tthc-rules test` runs (ca kiểm thử viết ra).

Only what a case can say is written: the judged document. Where a witness rests on answers of
the law, there is no case, and the situation is told value by value.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Final

from tthc_rules.diagnostics import Verdict
from tthc_rules.engine.analysis.formulas import Key, Sum
from tthc_rules.engine.analysis.unknown import Call
from tthc_rules.engine.analysis.witness import Witness
from tthc_rules.model.quantities import Money, Rate, TimeLimit
from tthc_rules.model.values import Tree, Value

_CODE: Final = "9.000001"
_TERRITORY: Final = "XX"
_OF_FILES: Final = frozenset(
    {"kind", "code", "name", "sector", "territory", "confidence", "hosting", "procedure"}
)
"""Keys of a configuration that its files give otherwise than by overriding."""

_PLAIN: Final = re.compile(r"[^\W\d_][\w-]*")
_NOT_TEXT: Final = frozenset({"true", "false", "yes", "no", "on", "off", "null", "y", "n"})


def case_file(witness: Witness, collection: str, verdict: Verdict, name: str) -> str | None:
    """Return a whole cases file for a witness, None where no case can say it.

    Args:
        witness: The situation.
        collection: What the rule ranges over.
        verdict: What the rule says of it.
        name: What the case shows.
    """
    if witness.answers or collection not in ("configuration", "publication"):
        return None
    document = witness.document
    changed = {key: value for key, value in document.items() if key not in _OF_FILES}
    changed.pop("cases", None)
    publication: dict[str, Value] = {
        "kind": "procedure",
        "code": _CODE,
        "name": "Cấp giấy mẫu (giả định)",
        "sector": "linh-vuc-mau",
        "cases": _cases(document),
        "confidence": "unverified",
    }
    case: dict[str, Value] = {"kind": "case", "name": name, "as_of": witness.day}
    items = [publication]
    if collection == "configuration":
        items.append(
            {
                "kind": "configuration",
                "procedure": _CODE,
                "territory": _TERRITORY,
                "confidence": "unverified",
            }
        )
        if changed:
            case["overrides"] = changed
        if "hosting" in document:
            case["hosting"] = document["hosting"]
    elif changed:
        case["publication"] = changed
    case["expect"] = verdict.value
    return "".join(_item(item) for item in (*items, case))


def situation_lines(witness: Witness) -> tuple[str, ...]:
    """Return a situation as `path = value`, as far as the question fixed it, the day first."""
    lines = [f"as_of = {witness.day.isoformat()}"]
    lines.extend(f"{_path(key)} = {_flow(value)}" for key, value in witness.said)
    for answer in witness.answers:
        if answer.value is None:
            lines.append(f"{_call(answer.call)} = {'gap' if answer.is_gap else 'undecided'}")
        elif isinstance(answer.value, tuple):
            lines.append(f"{_call(answer.call)} = {_flow(answer.value)}")
    return tuple(lines)


def _cases(document: Tree) -> Value:
    """Return the cases of a document; an example that needs none has an ordinary one."""
    cases = document.get("cases")
    if isinstance(cases, tuple) and cases:
        return cases
    channel: Tree = {"channel": "online"}
    return ({"id": "default", "channels": (channel,)},)


def _item(item: Mapping[str, Value]) -> str:
    lines = [f"{key}: {_flow(value)}\n" for key, value in item.items()]
    return "- " + "  ".join(lines)


def _flow(value: Value) -> str:
    """Return a value in YAML's flow style, as the strict reader takes it."""
    match value:
        case Mapping():
            return "{" + ", ".join(f"{key}: {_flow(one)}" for key, one in value.items()) + "}"
        case tuple():
            return "[" + ", ".join(map(_flow, value)) + "]"
        case bool():
            return "true" if value else "false"
        case Money() | Rate() | TimeLimit():
            return f'"{value.text().vi}"'
        case str():
            return _text(value)
    return value.isoformat() if isinstance(value, date) else str(value)


def _text(text: str) -> str:
    if _PLAIN.fullmatch(text) and text.lower() not in _NOT_TEXT:
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _call(call: Call) -> str:
    return f"{call.function.name}({', '.join(map(_path, call.arguments))})"


def _path(key: Key) -> str:
    if key[0] == "constant":
        held = key[1]
        return str(held.constant) if isinstance(held, Sum) else _text(str(held))
    text = ""
    for part in key:
        if isinstance(part, Call):
            text = _call(part)
        elif isinstance(part, int):
            text += f"[{part}]"
        elif part != "doc":
            text += f".{part}" if text else str(part)
    return text or "document"
