"""The effective configuration (cấu hình hiệu lực): publication and overrides as one value.

What a system runs for a procedure in a territory is what was published, with only the
differences declared. Mappings are merged by key, lists of things by their identity, plain
lists, scalars and the route as a whole. Order is the publication's, new items come last.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from tthc_rules.diagnostics import Finding, Message, Severity
from tthc_rules.model.entry import Entry
from tthc_rules.model.values import Tree, Value
from tthc_rules.source import Pointer

IDENTITY: Final[Mapping[str, str]] = {
    "cases": "id",
    "channels": "channel",
    "fees": "charge",
    "components": "id",
    "results": "id",
    "waivers": "id",
    "accounts": "id",
    "forms": "id",
}
"""Lists whose items have an identity, and the key that holds it."""

WHOLE: Final = frozenset({"route"})
"""Mappings that an override replaces whole: half a route is no route."""

_OWN = ("territory", "hosting", "system_exemption", "confidence", "source")
_PUBLISHED_ONLY = frozenset({"kind", "confidence", "source", "note"})


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a value of an effective configuration was declared (nguồn gốc của giá trị).

    Attributes:
        entry: The configuration that overrides it, or the publication that brings it.
        pointer: Where it stands in that entry; of its nearest parent where it is absent.
        inherited: The configuration is silent: the value is the published one.
    """

    entry: Entry
    pointer: Pointer
    inherited: bool


@dataclass(frozen=True)
class Effective:
    """What runs for one procedure in one territory (cấu hình hiệu lực).

    `publication` is None where the workspace knows none: the overrides then stand alone.
    """

    configuration: Entry
    publication: Entry | None

    @cached_property
    def value(self) -> Tree:
        """The layered value: the fields of a publication and those of a configuration."""
        own = self.configuration.value
        layered = dict(merged(self._published, self._overrides))
        removed = layered.pop("removed", ())
        for path in removed if isinstance(removed, tuple) else ():
            if isinstance(path, str):
                layered = dict(_without(layered, path.split("/")))
        if "procedure" in own:
            layered["code"] = own["procedure"]
        layered.update((key, own[key]) for key in _OWN if key in own)
        return layered

    @property
    def _published(self) -> Tree:
        if self.publication is None:
            return {}
        return {
            key: value
            for key, value in self.publication.value.items()
            if key not in _PUBLISHED_ONLY
        }

    @property
    def _overrides(self) -> Tree:
        overrides = self.configuration.value.get("overrides")
        return overrides if isinstance(overrides, Mapping) else {}

    def origin(self, pointer: Pointer) -> Origin:
        """Return where the value at `pointer` of the effective value was declared."""
        if pointer[:1] == ("code",):
            return Origin(self.configuration, ("procedure",), inherited=False)
        if pointer and pointer[0] in _OWN:
            return Origin(self.configuration, pointer, inherited=False)
        node: Value = self.value
        published: _Layer | None = (self._published, ())
        override: _Layer | None = (self._overrides, ("overrides",))
        found = Origin(self.configuration, ("procedure",), inherited=False)
        name = ""
        for part in pointer:
            if isinstance(node, Mapping) and isinstance(part, str):
                published, override = _by_key(published, override, part)
                node, name = node.get(part, ()), part
            elif isinstance(node, tuple) and isinstance(part, int) and part < len(node):
                node = node[part]
                published = _item(published, name, node, part)
                override = _item(override, name, node, part)
            else:
                break
            if override is not None:
                found = Origin(self.configuration, override[1], inherited=False)
            elif published is not None and self.publication is not None:
                found = Origin(self.publication, published[1], inherited=True)
            else:
                break
        return found

    def unmatched_removals(self) -> tuple[Finding, ...]:
        """Return a finding for each `removed` path that names nothing published."""
        removed = self._overrides.get("removed", ())
        return tuple(
            Finding(
                code="override/nothing-to-remove",
                severity=Severity.ERROR,
                span=self.configuration.place(("overrides", "removed", index)),
                message=Message("override/nothing-to-remove", {"path": path}),
                help=Message("override/nothing-to-remove.help"),
                subject=str(self.configuration.value.get("procedure", "")),
                path=path,
            )
            for index, path in enumerate(removed if isinstance(removed, tuple) else ())
            if isinstance(path, str)
            and _without(self._published, path.split("/")) == self._published
        )


def logical_path(value: Value, pointer: Pointer) -> str:
    """Return `pointer` with list indexes replaced by identities where items have one.

    `("cases", 0, "channels", 1)` reads `cases/default/channels/online`.
    """
    parts = []
    node, name = value, ""
    for part in pointer:
        if isinstance(node, Mapping) and isinstance(part, str):
            parts.append(part)
            node, name = node.get(part, ()), part
        elif isinstance(node, tuple) and isinstance(part, int) and part < len(node):
            node = node[part]
            parts.append(_label(node, name) or str(part))
        else:
            parts.append(str(part))
    return "/".join(parts)


_Layer = tuple[Value, Pointer]


def _by_key(
    published: _Layer | None, override: _Layer | None, key: str
) -> tuple[_Layer | None, _Layer | None]:
    below = _child(published, key)
    above = _child(override, key)
    if above is not None and below is not None and not _mergeable(key, below[0], above[0]):
        below = None
    return below, above


def _child(layer: _Layer | None, key: str) -> _Layer | None:
    if layer is None or not isinstance(layer[0], Mapping) or key not in layer[0]:
        return None
    return layer[0][key], (*layer[1], key)


def _item(layer: _Layer | None, name: str, wanted: Value, index: int) -> _Layer | None:
    items, pointer = layer if layer is not None else ((), ())
    if not isinstance(items, tuple):
        return None
    identity = _identity(wanted, name)
    if identity is None:
        return (items[index], (*pointer, index)) if index < len(items) else None
    if index < len(items) and _identity(items[index], name) == identity:
        return items[index], (*pointer, index)
    for position, item in enumerate(items):
        if _identity(item, name) == identity:
            return item, (*pointer, position)
    return None


def _identity(item: Value, name: str) -> str | None:
    """Return the identity of an item of the list called `name`, where it has one."""
    key = IDENTITY.get(name) or ("id" if name in ("steps", "phases") else None)
    if key is None or not isinstance(item, Mapping) or key not in item:
        return None
    return str(item[key])


def _label(item: Value, name: str) -> str | None:
    """Return what an item is called in a path: its identity, or its `id` in any other list."""
    own = item.get("id") if isinstance(item, Mapping) else None
    return _identity(item, name) or (own if isinstance(own, str) else None)


def _mergeable(key: str, below: Value, above: Value) -> bool:
    if isinstance(below, Mapping) and isinstance(above, Mapping):
        return key not in WHOLE
    return key in IDENTITY and isinstance(below, tuple) and isinstance(above, tuple)


def merged(base: Tree, over: Tree) -> Tree:
    """Return `base` with `over` laid on it: by key, and by identity in lists of things."""
    result = dict(base)
    for key, value in over.items():
        old = base.get(key)
        if old is None or not _mergeable(key, old, value):
            result[key] = value
        elif isinstance(old, Mapping) and isinstance(value, Mapping):
            result[key] = merged(old, value)
        elif isinstance(old, tuple) and isinstance(value, tuple):
            result[key] = _merged_items(key, old, value)
    return result


def _merged_items(name: str, base: tuple[Value, ...], over: tuple[Value, ...]) -> tuple[Value, ...]:
    """Return a list of things with changes laid on it; what has no identity is kept as it is.

    Where an identity is repeated, which is an error of its own, its first item counts.
    """
    changes: dict[str, Value] = {}
    nameless: list[Value] = []
    for item in over:
        identity = _identity(item, name)
        if identity is None:
            nameless.append(item)
        else:
            changes.setdefault(identity, item)
    items: list[Value] = []
    for item in base:
        identity = _identity(item, name)
        change = None if identity is None else changes.pop(identity, None)
        if isinstance(item, Mapping) and isinstance(change, Mapping):
            items.append(merged(item, change))
        else:
            items.append(item)
    return (*items, *changes.values(), *nameless)


def _without(tree: Tree, path: list[str]) -> Tree:
    """Return `tree` without what stands at a logical path; unchanged if nothing does."""
    head, rest = path[0], path[1:]
    value = tree.get(head)
    if value is None:
        return tree
    if not rest:
        return {key: item for key, item in tree.items() if key != head}
    if isinstance(value, Mapping):
        return {**tree, head: _without(value, rest)}
    if not isinstance(value, tuple):
        return tree
    kept: list[Value] = []
    for item in value:
        if _identity(item, head) != rest[0]:
            kept.append(item)
        elif len(rest) > 1 and isinstance(item, Mapping):
            kept.append(_without(item, rest[1:]))
    return {**tree, head: tuple(kept)}
