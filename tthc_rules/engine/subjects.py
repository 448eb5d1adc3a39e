"""What a rule can be asked about (đối tượng xét), and where each part of it stands.

A publication and an effective configuration are subjects as they are. Citations and bodies
are found in both kinds of files through the schemas: each use is a subject of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Protocol

from tthc_rules.diagnostics import Message, Related
from tthc_rules.engine.layering import Effective, logical_path
from tthc_rules.engine.references import CITATION, References
from tthc_rules.engine.register import Register
from tthc_rules.model.entry import Entry
from tthc_rules.model.values import MAPPING, Tree, Value
from tthc_rules.source import Pointer, Span

NATION: Final = "VN"
"""The territory of a publication that names none."""

_DISTRICT: Final = re.compile(
    r"\bcấp (huyện|quận|thị xã)\b"
    r"|\b(UBND|Uỷ ban nhân dân|Ủy ban nhân dân|Phòng [\w ]{2,40}?|Công an|BHXH|Bảo hiểm xã hội)"
    r" (các )?(huyện|quận|thị xã)\b",
    re.IGNORECASE,
)
"""A level word beside a body; a commune whose name holds "Huyện" is left alone."""

_BODY: Final = "body"
"""The collection of bodies that files name; a body is one word of its file."""

_CODE: Final = "code"
"""The collection of codes in use: of procedures, results and agencies."""

_OF_NUMBER: Final = {
    "channels": "time-limit",
    "fees": "fee",
    "waivers": "waiver",
}
"""What a citation in an item of such a list supports; any other supports something else."""

_USING: Final = frozenset({"procedure", "configuration"})
"""Kinds of files whose citations and bodies are in use."""

_NAMED_BODIES: Final = ("agencies", "coordination")


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a finding stands: the span, what explains it, and the path by identity."""

    span: Span
    related: tuple[Related, ...]
    path: str


class Subject(Protocol):
    """Something a rule judges."""

    @property
    def collection(self) -> str:
        """What rules range over to reach it, by its English name."""

    @property
    def value(self) -> Tree:
        """What a rule sees of it."""

    @property
    def name(self) -> str:
        """Whose it is: the code of the procedure, with the territory of a configuration."""

    def place(self, pointer: Pointer) -> Placed:
        """Return where the value at `pointer` stands."""


@dataclass(frozen=True)
class Declared:
    """Something judged as its file declares it: a publication, an instrument.

    `collection` is what rules range over to reach it, `key` the field that names it.
    """

    entry: Entry
    collection: str
    key: str

    @property
    def value(self) -> Tree:
        """The value as read."""
        return self.entry.value

    @property
    def name(self) -> str:
        """What it is known by: a code, a number."""
        return _text(self.entry.value.get(self.key))

    def place(self, pointer: Pointer) -> Placed:
        """Return where `pointer` stands in the file."""
        path = logical_path(self.entry.value, pointer)
        return Placed(self.entry.place(pointer), (), path)


@dataclass(frozen=True)
class Configuration:
    """An effective configuration as a subject (cấu hình).

    What it inherits is shown at its own `procedure:`, with the published value beside it: the
    province's file is where the remedy belongs.
    """

    effective: Effective
    collection: str = "configuration"

    @property
    def value(self) -> Tree:
        """The effective value."""
        return self.effective.value

    @property
    def name(self) -> str:
        """The code of the procedure and the territory."""
        own = self.effective.configuration.value
        return f"{_text(own.get('procedure'))} {_text(own.get('territory'))}"

    def place(self, pointer: Pointer) -> Placed:
        """Return where `pointer` was declared, or where the override that is missing belongs."""
        origin = self.effective.origin(pointer)
        path = logical_path(self.effective.value, pointer)
        span = origin.entry.place(origin.pointer)
        if not origin.inherited:
            return Placed(span, (), path)
        here = self.effective.configuration.place(("procedure",))
        return Placed(here, (Related(span, Message("rule/inherited-from-here")),), path)


@dataclass(frozen=True)
class Use:
    """A part of a file that is judged by itself: a citation, a body named, a catalogue row."""

    collection: str
    value: Tree
    name: str
    entry: Entry
    base: Pointer

    def place(self, pointer: Pointer) -> Placed:
        """Return where the use stands, or the part of it that `pointer` names."""
        whole = self.base if self.collection in (_BODY, _CODE) else (*self.base, *pointer)
        shown = whole[1:] if whole[:1] == ("overrides",) else whole
        tree = self.entry.value
        inner = tree.get("overrides", tree) if whole is not shown else tree
        path = logical_path(inner, shown)
        return Placed(self.entry.place(whole), (), path)


def publication(entry: Entry) -> Declared:
    """Return a published procedure as a subject (công bố)."""
    return Declared(entry, "publication", "code")


def instrument(entry: Entry) -> Declared:
    """Return a legal text as a subject (văn bản)."""
    return Declared(entry, "instrument", "number")


def citations(entry: Entry, name: str, references: References) -> Iterator[Use]:
    """Yield every citation in a publication's or a configuration's file.

    What an instrument names are its relations: it may well name what it repeals.
    """
    if entry.kind not in _USING:
        return
    whose: dict[str, Value] = {
        key: entry.value[key] for key in ("code", "procedure", "territory") if key in entry.value
    }
    if "code" in whose:
        whose["procedure"] = whose.pop("code")
    for reference in references.of(entry.kind, entry.value):
        if reference.kind == CITATION and isinstance(reference.value, Mapping):
            value = {**reference.value, **whose, "supports": _supported(reference.pointer)}
            yield Use(CITATION, value, name, entry, reference.pointer)


def _supported(pointer: Pointer) -> str:
    """Return what a citation stands beside: the innermost list decides."""
    lists = [part for part in pointer if isinstance(part, str)][:-1]
    return _OF_NUMBER.get(lists[-1], "other") if lists and pointer[-1] == "basis" else "other"


def bodies(entry: Entry, name: str, references: References, register: Register) -> Iterator[Use]:
    """Yield every body that a file names, by identifier or in words (cơ quan được nêu)."""
    if entry.kind not in _USING:
        return
    for pointer, words in _named_in_words(entry.value):
        value: dict[str, Value] = {
            "name": words,
            "is_district": is_district(words),
            "in_words": True,
        }
        yield Use(_BODY, value, name, entry, pointer)
    for reference in references.of(entry.kind, entry.value):
        if reference.kind != "agency" or not isinstance(reference.value, str):
            continue
        agency = register.get("agency", reference.value)
        if agency is not None:
            level = agency.value.get("level")
            value = {
                "name": agency.name,
                "is_district": level == "district",
                "in_words": False,
            }
            yield Use(_BODY, value, name, entry, reference.pointer)


def codes(entry: Entry, name: str) -> Iterator[Use]:
    """Yield every code a file uses: of the procedure, of its results (mã được dùng)."""
    if entry.kind not in _USING:
        return
    own = "code" if entry.kind == "procedure" else "procedure"
    inner = entry.value.get("overrides")
    prefix: Pointer = ("overrides",) if isinstance(inner, MAPPING) else ()
    holder = inner if isinstance(inner, MAPPING) else entry.value
    found: list[tuple[Pointer, Value | None, str]] = [((own,), entry.value.get(own), "procedure")]
    for at, result in _records(holder, "results"):
        found.append(((*prefix, *at, "code"), result.get("code"), "result"))
    for pointer, code, role in found:
        if isinstance(code, str):
            yield Use(_CODE, {"code": code, "role": role}, name, entry, pointer)


def _agency_code(entry: Entry, row: Tree, at: Pointer) -> Iterator[Use]:
    code = row.get("code")
    if isinstance(code, str):
        value: dict[str, Value] = {"code": code, "role": "agency"}
        if "until" in row:
            value["until"] = row["until"]
        yield Use(_CODE, value, _text(row.get("id")), entry, (*at, "code"))


def rows(entry: Entry) -> Iterator[Use]:
    """Yield the rows of a catalogue that rules judge: agencies with their codes, systems."""
    if entry.kind != "catalogue":
        return
    for key, collection in (("agencies", "agency"), ("systems", "system")):
        held = entry.value.get(key)
        for index, row in enumerate(held if isinstance(held, tuple) else ()):
            if isinstance(row, MAPPING):
                yield Use(collection, row, _text(row.get("id")), entry, (key, index))
                if key == "agencies":
                    yield from _agency_code(entry, row, (key, index))


def fee_lines(entry: Entry, name: str) -> Iterator[Use]:
    """Yield every fee line that a publication or a configuration declares itself.

    What a configuration inherits is the publication's: it is judged there, once.
    """
    if entry.kind not in _USING:
        return
    inner = entry.value.get("overrides")
    prefix: Pointer = ("overrides",) if isinstance(inner, MAPPING) else ()
    holder = inner if isinstance(inner, MAPPING) else entry.value
    for case_at, case in _records(holder, "cases"):
        for channel_at, channel in _records(case, "channels"):
            for fee_at, fee in _records(channel, "fees"):
                pointer = (*prefix, *case_at, *channel_at, *fee_at)
                yield Use("fee_line", fee, name, entry, pointer)


def _records(holder: Tree, key: str) -> Iterator[tuple[Pointer, Tree]]:
    held = holder.get(key)
    for index, row in enumerate(held if isinstance(held, tuple) else ()):
        if isinstance(row, MAPPING):
            yield (key, index), row


def calendar(entry: Entry) -> Declared:
    """Return a calendar of days off as a subject (lịch nghỉ)."""
    return Declared(entry, "calendar", "territory")


@lru_cache(maxsize=4096)
def is_district(name: str) -> bool:
    """Return whether a body's name says that it is one of a district (cấp huyện)."""
    return _DISTRICT.search(name) is not None


def _named_in_words(tree: Tree) -> Iterator[tuple[Pointer, str]]:
    inner = tree.get("overrides")
    prefix: Pointer = ("overrides",) if isinstance(inner, MAPPING) else ()
    holder = inner if isinstance(inner, MAPPING) else tree
    for key in _NAMED_BODIES:
        held = holder.get(key)
        for index, words in enumerate(held if isinstance(held, tuple) else ()):
            if isinstance(words, str):
                yield (*prefix, key, index), words
    authority = holder.get("authority")
    if isinstance(authority, str):
        yield (*prefix, "authority"), authority


def _text(value: Value | None) -> str:
    return value if isinstance(value, str) else ""
