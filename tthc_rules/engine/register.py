"""The shared catalogues as one register (danh mục dùng chung): everything with an identifier.

Later layers win by identity: a workspace may say more of an agency than the shipped library.
Names are never matched alone; they only serve suggestions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from tthc_rules.diagnostics import Finding, Message, Related, Severity
from tthc_rules.model.entry import Entry
from tthc_rules.model.text import Text
from tthc_rules.model.values import Tree, Value
from tthc_rules.source import Pointer

LISTS: Final[Mapping[str, str]] = {
    "territories": "territory",
    "agencies": "agency",
    "issuers": "issuer",
    "sectors": "sector",
    "charges": "charge",
    "systems": "system",
    "roles": "role",
    "facts": "fact",
    "statuses": "status",
}
"""Each list of a catalogue file whose items are looked up, and the kind it registers."""

NAMES: Final[Mapping[str, Text]] = {
    "territory": Text("địa bàn", "territories"),
    "agency": Text("cơ quan", "agencies"),
    "issuer": Text("cơ quan ban hành", "issuers"),
    "sector": Text("lĩnh vực", "sectors"),
    "charge": Text("khoản thu", "charges"),
    "system": Text("hệ thống", "systems"),
    "role": Text("vai trò", "roles"),
    "fact": Text("dữ kiện", "facts"),
    "status": Text("trạng thái", "statuses"),
}
"""What the catalogue of each kind is called (tên danh mục)."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One registered item: its value and where it is declared."""

    entry: Entry
    pointer: Pointer
    value: Tree

    @property
    def name(self) -> str:
        """The name people know it by."""
        return str(self.value.get("name", self.value.get("id", "")))


class Register:
    """Looks up what a data file refers to, by kind and identifier."""

    def __init__(self, items: Mapping[str, Mapping[str, Listed]]) -> None:
        self._items = items

    def get(self, kind: str, id_: str) -> Listed | None:
        """Return the item of this kind with this identifier, or None."""
        return self._items.get(kind, {}).get(id_)

    def ids(self, kind: str) -> Iterable[str]:
        """Return every identifier of this kind."""
        return self._items.get(kind, {}).keys()

    def all(self, kind: str) -> Iterable[Listed]:
        """Return every item of this kind."""
        return self._items.get(kind, {}).values()

    def knows(self, kind: str) -> bool:
        """Return whether any catalogue of this kind was declared at all."""
        return bool(self._items.get(kind))


def register(layers: Sequence[Sequence[Entry]]) -> tuple[Register, tuple[Finding, ...]]:
    """Build the register from catalogue entries, the library's layer first.

    An identifier declared twice in one layer is a finding; the first declaration stands. An
    item whose identifier is missing or could not be read is not registered.
    """
    items: dict[str, dict[str, Listed]] = {}
    findings: list[Finding] = []
    for layer in layers:
        declared: dict[tuple[str, str], Listed] = {}
        for kind, name, item in _listed(layer):
            first = declared.setdefault((kind, name), item)
            if first is not item:
                findings.append(_declared_twice(kind, name, item, first))
        for (kind, name), item in declared.items():
            items.setdefault(kind, {})[name] = item
    return Register(items), tuple(findings)


def _listed(entries: Iterable[Entry]) -> Iterator[tuple[str, str, Listed]]:
    for entry in entries:
        for key, kind in LISTS.items():
            rows = entry.value.get(key)
            for index, row in enumerate(rows if isinstance(rows, tuple) else ()):
                name = _name(kind, row) if isinstance(row, Mapping) else None
                if isinstance(row, Mapping) and isinstance(name, str):
                    yield kind, name, Listed(entry, (key, index), row)


def _name(kind: str, row: Tree) -> Value | None:
    """Return what a row is looked up by: its `id`; a state is known by its list and code."""
    if kind != "status":
        return row.get("id")
    return f"{row.get('list')}/{row.get('code')}"


def _declared_twice(kind: str, name: str, item: Listed, first: Listed) -> Finding:
    return Finding(
        code="catalogue/declared-twice",
        severity=Severity.ERROR,
        span=item.entry.place((*item.pointer, "id")),
        message=Message("catalogue/declared-twice", {"catalogue": NAMES[kind], "id": name}),
        help=Message("catalogue/declared-twice.help"),
        related=(
            Related(
                first.entry.place((*first.pointer, "id")),
                Message("catalogue/first-declared-here"),
            ),
        ),
        subject=name,
        path=kind,
    )
