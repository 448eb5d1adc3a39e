"""From the bytes of a file to documents (đọc tệp).

The stages are: characters, structure, content and types, schema. A clean file takes the fast
way through all of them at once.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from tthc_rules.diagnostics import Finding, Severity
from tthc_rules.loading.characters import Decoded, decode, plain_text, undecodable
from tthc_rules.loading.content import is_spoilt, scalar_faults
from tthc_rules.loading.documents import Document
from tthc_rules.loading.faults import LONGEST_WORD, FatalError, Fault, findings, short
from tthc_rules.loading.judge import judge
from tthc_rules.loading.lines import read_lines
from tthc_rules.loading.nodes import ListNode, MappingNode, Node, ScalarNode, child, heading
from tthc_rules.loading.readings import READINGS
from tthc_rules.loading.schemas import Definition, Schemas
from tthc_rules.loading.shapes import FREE, NULLS, MappingShape, ScalarShape
from tthc_rules.loading.structure import structure
from tthc_rules.loading.swift import LONGEST, read_swiftly
from tthc_rules.model.values import REFUSED, Refused, Value
from tthc_rules.source import Pointer, Source
from tthc_rules.spelling import nearest

Read = tuple[tuple[Document, ...], tuple[Finding, ...]]

_WRONG_VALUES = frozenset({"schema/unknown-value", "schema/bad-form", "schema/wrong-shape"})
"""Faults of a value that is there and cannot be what the schema asks for: it is unknown."""

_TEXT = ScalarShape(READINGS["text"], "text", certain=True)
_UNKNOWN = MappingShape({"kind": _TEXT}, frozenset(), FREE, certain=True)
"""What is read of a document whose kind is not known: any mapping."""


def read(file: str, data: bytes, schemas: Schemas) -> Read:
    """Return the documents in `data`, each by the schema of its `kind`, and all findings.

    Nothing that `data` contains raises, and nothing in it is executed, merged or fetched.

    Args:
        file: The name shown to people.
        data: The bytes of the file; more than 10 MiB are refused unread.
        schemas: The kinds that a document may name.
    """
    return _read(file, data, schemas, None)


def read_as(file: str, data: bytes, definition: Definition) -> Read:
    """Return the documents in `data`, all of one definition whatever their `kind` says."""
    return _read(file, data, definition.schemas, definition)


def _read(file: str, data: bytes, schemas: Schemas, definition: Definition | None) -> Read:
    text = plain_text(data) if len(data) <= LONGEST else None
    if text is not None:
        sure = read_lines(text, schemas, definition) or read_swiftly(data, schemas, definition)
        if sure is not None:
            documents = [Document(file, text, kind, value, base) for base, kind, value in sure]
            return tuple(documents), ()
    return read_closely(file, data, schemas, definition)


def read_closely(file: str, data: bytes, schemas: Schemas, definition: Definition | None) -> Read:
    """Return what `read` returns, without the fast way."""
    try:
        decoded = decode(data)
    except FatalError as error:
        return (), findings(Source(file, undecodable(data)), (error.fault,))
    reading = _Reading(file, decoded, schemas, definition)
    reading.read()
    source = Source(file, decoded.text)
    return tuple(reading.documents), findings(source, reading.faults)


@dataclass(slots=True)
class _Reading:
    """One file on the careful way."""

    file: str
    decoded: Decoded
    schemas: Schemas
    definition: Definition | None
    documents: list[Document] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    def read(self) -> None:
        self.faults.extend(self.decoded.faults)
        if not self.decoded.structured:
            return
        try:
            found = structure(self.decoded.readable)
        except FatalError as error:
            # With a refused character in the text, the structure was a guess.
            if not any(fault.severity is Severity.ERROR for fault in self.faults):
                self.faults = [error.fault]
            return
        self.faults.extend(found.faults)
        root = found.root
        if isinstance(root, ListNode) and not root.tagged:
            if not root.items and self.definition is None:
                values = {"limit": "1"}
                self.faults.append(Fault("schema/too-few", root.start, root.end, values=values))
            for index, item in enumerate(root.items):
                self._document(item, (index,))
        elif root is not None:
            self._document(root, ())

    def _document(self, node: Node, base: Pointer) -> None:
        definition = self.definition or self._by_kind(node)
        shape = _UNKNOWN if definition is None else definition.shape
        judged = judge(self.decoded.readable, node, shape, base)
        self.faults.extend(judged.faults)
        if isinstance(judged.value, Refused) or not isinstance(judged.value, dict):
            return
        if definition is None:
            return
        value: Value = judged.value
        if not shape.accepts(judged.json):
            from tthc_rules.loading.verdict import schema_faults

            faults = schema_faults(definition, judged, node, base)
            self.faults.extend(faults)
            for fault in faults:
                if fault.code in _WRONG_VALUES:
                    value = _refused_at(value, fault.pointer[len(base) :])
        if isinstance(value, dict):
            self.documents.append(
                Document(self.file, self.decoded.readable, definition.name, value, base)
            )

    def _by_kind(self, node: Node) -> Definition | None:
        if not isinstance(node, MappingNode) or node.tagged:
            return None
        found = child(node, "kind")
        kinds = self.schemas.kinds
        if found is None:
            start, end = heading(node)
            values = {"allowed": ", ".join(kinds)}
            self.faults.append(Fault("schema/unknown-kind", start, end, "missing", values))
            return None
        kind = found[1]
        if not isinstance(kind, ScalarNode) or not self._is_readable(kind):
            return None
        if kind.text in kinds:
            return self.schemas.of_kind(kind.text)
        near = nearest(kind.text, kinds) if len(kind.text) <= LONGEST_WORD else None
        values = {"text": short(kind.text), "allowed": ", ".join(kinds), "suggestion": near or ""}
        self.faults.append(
            Fault(
                "schema/unknown-kind",
                kind.start,
                kind.end,
                "near" if near else "",
                values,
                replacement=None if kind.style else near,
            )
        )
        return None

    def _is_readable(self, kind: ScalarNode) -> bool:
        """Return whether a kind can be taken at its word; if not, the judge says why."""
        if kind.tagged or (not kind.style and kind.text in NULLS):
            return False
        return not is_spoilt(kind, scalar_faults(self.decoded.readable, kind))


def _refused_at(value: Value, pointer: Pointer) -> Value:
    """Return `value` with what stands at `pointer` refused; unchanged if nothing does."""
    if not pointer:
        return REFUSED
    part, rest = pointer[0], pointer[1:]
    if isinstance(value, dict) and part in value:
        return {**value, str(part): _refused_at(value[str(part)], rest)}
    if isinstance(value, tuple) and isinstance(part, int) and part < len(value):
        return (*value[:part], _refused_at(value[part], rest), *value[part + 1 :])
    return value
