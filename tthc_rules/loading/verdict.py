"""What the schema says of a document, in the user's words (lỗi theo lược đồ).

jsonschema decides; this module turns each of its errors into one finding. It is imported only
when a document is not surely right.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from referencing import Registry
from referencing.jsonschema import DRAFT202012, SchemaRegistry

from tthc_rules.loading.content import normal
from tthc_rules.loading.faults import LONGEST_WORD, Fault, short
from tthc_rules.loading.judge import Judged
from tthc_rules.loading.nodes import MappingNode, Node, ScalarNode, heading, node_at
from tthc_rules.loading.schemas import Definition
from tthc_rules.loading.subschemas import Json
from tthc_rules.model.text import Text
from tthc_rules.source import Pointer
from tthc_rules.spelling import nearest

MOST_HINTS = 50
"""Mistakes of one document for which a likely word is searched; the search is dear."""

_COMPOUND = {"anyOf", "oneOf", "allOf", "not", "if", "then", "else"}


@lru_cache(maxsize=64)
def validator(definition: Definition) -> Draft202012Validator:
    """Return jsonschema's own judge of one item of a kind, over a closed registry."""
    resources = [
        (name, DRAFT202012.create_resource(dict(content)))
        for name, content in definition.schemas.files.files.items()
    ]
    registry: SchemaRegistry = Registry().with_resources(resources)
    schema = definition.schema
    pointer = schema.pointer.partition("<")[0]
    return Draft202012Validator({"$ref": f"{schema.file}#{pointer}"}, registry=registry)


@dataclass(frozen=True, slots=True)
class _Error:
    """One error of jsonschema, as far as words are made from it."""

    word: str
    limit: Json
    schema: Mapping[str, Json]
    value: Json
    pointer: Pointer
    node: Node
    hints: int


def schema_faults(
    definition: Definition, judged: Judged, node: Node, base: Pointer
) -> tuple[Fault, ...]:
    """Return what the schema finds wrong in a document, each mistake once.

    Args:
        definition: The schema of the document.
        judged: The document as it was read; what was refused is not judged again.
        node: The node it was read from.
        base: Where the document stands in its file.
    """
    faults: dict[tuple[object, ...], Fault] = {}
    for error in validator(definition).iter_errors(judged.json):
        wrong = _error(error, node, base, MOST_HINTS - len(faults))
        if _is_refused(wrong, judged):
            continue
        for fault in _faults(wrong):
            faults.setdefault((fault.code, fault.start, fault.end, fault.pointer), fault)
    return tuple(faults.values())


def _error(error: ValidationError, root: Node, base: Pointer, hints: int) -> _Error:
    path = tuple(error.absolute_path)
    return _Error(
        word=str(error.validator),
        limit=cast("Json", error.validator_value),
        schema=cast("Mapping[str, Json]", error.schema),
        value=cast("Json", error.instance),
        pointer=(*base, *path),
        node=node_at(root, path),
        hints=hints,
    )


def _is_refused(error: _Error, judged: Judged) -> bool:
    """Return whether an error only says again that something could not be read."""
    pointer = error.pointer
    if any(pointer[:length] in judged.refused for length in range(len(pointer) + 1)):
        return True
    if error.word == "required" and pointer in judged.doubtful:
        return True
    return error.word in _COMPOUND and any(
        known[: len(pointer)] == pointer for known in judged.refused
    )


def _faults(error: _Error) -> Iterator[Fault]:
    if error.word == "additionalProperties":
        yield from _unknown_keys(error)
    elif error.word == "required":
        yield from _missing_keys(error)
    elif error.word in ("enum", "const"):
        yield _unknown_value(error)
    elif error.word == "pattern":
        yield _bad_form(error)
    else:
        yield _other(error)


def _fields(error: _Error) -> Mapping[str, Json]:
    fields = error.schema.get("properties")
    return fields if isinstance(fields, dict) else {}


def _present(error: _Error) -> set[str]:
    return set(error.value) if isinstance(error.value, dict) else set()


def _unknown_keys(error: _Error) -> Iterator[Fault]:
    fields, present = _fields(error), _present(error)
    pairs = error.node.pairs if isinstance(error.node, MappingNode) else []
    hints = error.hints
    for key, _value in pairs:
        name = normal(key.text) if isinstance(key, ScalarNode) else ""
        if name in fields or name not in present:
            continue
        near = nearest(name, fields.keys() - present) if hints > 0 else None
        hints -= 1
        values = {"key": name, "suggestion": near or "", "allowed": ", ".join(fields)}
        yield Fault(
            "schema/unknown-key",
            key.start,
            key.end,
            "near" if near else "",
            values,
            replacement=near,
            pointer=(*error.pointer, name),
        )


def _missing_keys(error: _Error) -> Iterator[Fault]:
    start, end = heading(error.node)
    present = _present(error)
    for name in error.limit if isinstance(error.limit, list) else []:
        if name in present:
            continue
        field = _fields(error).get(str(name))
        title = field.get("title", name) if isinstance(field, dict) else name
        values = {"key": str(name), "title": str(title)}
        yield Fault(
            "schema/missing-key", start, end, values=values, pointer=(*error.pointer, str(name))
        )


def _unknown_value(error: _Error) -> Fault:
    choice = error.limit if isinstance(error.limit, list) else [error.limit]
    allowed = [str(value) for value in choice]
    written = str(error.value)
    near = nearest(written, allowed) if error.hints > 0 and len(written) <= LONGEST_WORD else None
    is_plain = isinstance(error.node, ScalarNode) and not error.node.style
    return Fault(
        "schema/unknown-value",
        error.node.start,
        error.node.end,
        "near" if near else "",
        {"text": short(written), "allowed": ", ".join(allowed), "suggestion": near or ""},
        replacement=near if is_plain else None,
        pointer=error.pointer,
    )


def _bad_form(error: _Error) -> Fault:
    form = error.schema.get("x-form")
    described = isinstance(form, dict)
    words: Text | str = str(error.limit)
    if isinstance(form, dict):
        words = Text(str(form.get("vi", error.limit)), str(form.get("en", error.limit)))
    return Fault(
        "schema/bad-form",
        error.node.start,
        error.node.end,
        "described" if described else "",
        {"text": short(str(error.value)), "form": words},
        pointer=error.pointer,
    )


_CLASSES = {
    "minItems": ("schema/too-few", ""),
    "maxItems": ("schema/too-many", ""),
    "minLength": ("schema/too-short", ""),
    "maxLength": ("schema/too-long", ""),
    "minimum": ("schema/out-of-range", "below"),
    "exclusiveMinimum": ("schema/out-of-range", "below"),
    "maximum": ("schema/out-of-range", "above"),
    "exclusiveMaximum": ("schema/out-of-range", "above"),
    "uniqueItems": ("schema/repeated-item", ""),
}


def _other(error: _Error) -> Fault:
    code, variant = _CLASSES.get(error.word, ("schema/wrong-shape", ""))
    written = "" if isinstance(error.value, dict | list) else short(str(error.value))
    values = {"text": written, "limit": str(error.limit), "word": error.word}
    start, end = heading(error.node)
    return Fault(code, start, end, variant, values, pointer=error.pointer)
