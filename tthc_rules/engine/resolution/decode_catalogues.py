"""Territories, issuers, ranks, attributes and facts from the catalogues (danh mục)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import TypeVar

from tthc_rules.engine.resolution.fields import Fields
from tthc_rules.model.entry import Entry
from tthc_rules.model.law import (
    AttributePolicy,
    Combine,
    FactDomain,
    Favourable,
    Issuer,
    ModifierPolicy,
    Rank,
)
from tthc_rules.model.territory import Level, Territory, TerritorySpan, TerritoryTree

CHANNELS = ("direct", "online", "postal")
"""Every channel a dossier can be filed by (cách thức nộp)."""

_E = TypeVar("_E", bound=Enum)


@dataclass(frozen=True, slots=True)
class Catalogues:
    """What the catalogues tell the engine (danh mục dùng cho xác định quy phạm)."""

    territories: TerritoryTree
    issuers: dict[str, Issuer]
    ranks: tuple[Rank, ...]
    policies: dict[str, AttributePolicy]
    domains: dict[str, FactDomain] = field(default_factory=dict)


def decode_catalogues(entries: Sequence[Entry]) -> Catalogues:
    """Return the catalogues. Items that lack what makes them items are left out.

    Their shape is the schema's to judge; a text that names what was left out is a finding
    where it does.
    """
    domains = dict(_found(_domain(row) for row in _rows(entries, "facts")))
    domains.setdefault("channel", FactDomain(CHANNELS))
    return Catalogues(
        TerritoryTree(_found(_territory(row) for row in _rows(entries, "territories"))),
        {item.id: item for item in _found(_issuer(row) for row in _rows(entries, "issuers"))},
        tuple(_found(_rank(row) for row in _rows(entries, "ranks"))),
        dict(_found(_policy(row) for row in _rows(entries, "attributes"))),
        domains,
    )


def member(kind: type[_E], text: str | None) -> _E | None:
    """Return the member of an enumeration that a text names, or None."""
    return next((item for item in kind if item.value == text), None)


_T = TypeVar("_T")


def _found(items: Iterator[_T | None]) -> Iterator[_T]:
    return (item for item in items if item is not None)


def _rows(entries: Sequence[Entry], key: str) -> Iterator[Fields]:
    for entry in entries:
        yield from Fields(entry, entry.value, ()).each(key)


def _territory(row: Fields) -> Territory | None:
    name = row.text("id")
    if name is None:
        return None
    spans = tuple(_found(_span(span) for span in row.each("spans")))
    return Territory(name, spans, row.text("name") or "", row.text("code") or "")


def _span(row: Fields) -> TerritorySpan | None:
    level = member(Level, row.text("level"))
    parent, period = row.text("in"), row.period()
    if level is None or row.unread:
        return None
    return TerritorySpan(level, parent, period)


def _issuer(row: Fields) -> Issuer | None:
    name, kind = row.text("id"), row.text("class")
    level, territory = row.text("level"), row.text("territory")
    if name is None or kind is None or level is None or territory is None:
        return None
    return Issuer(name, kind, level, territory, row.texts("successor_of") or ())


def _rank(row: Fields) -> Rank | None:
    kind, number, period = row.text("type"), row.number("rank"), row.period()
    normative = row.flag("normative") if row.has("normative") else True
    if kind is None or number is None or row.unread:
        return None
    return Rank(kind, number, normative, period)


def _policy(row: Fields) -> tuple[str, AttributePolicy] | None:
    name = row.text("attribute")
    combine = member(Combine, row.text("combine"))
    if name is None or combine is None:
        return None
    return name, AttributePolicy(
        row.texts("applies_by") or ("reception",),
        combine,
        member(Favourable, row.text("favourable")) or Favourable.LESS,
        member(ModifierPolicy, row.text("modifiers")) or ModifierPolicy.UNIQUE,
    )


def _domain(row: Fields) -> tuple[str, FactDomain] | None:
    name, kind = row.text("id"), row.text("type")
    if name is None:
        return None
    match kind:
        case "boolean":
            return name, FactDomain((True, False))
        case "enumeration":
            return name, FactDomain(row.texts("values"))
        case "integer":
            return name, FactDomain(whole=True)
        case _:
            return name, FactDomain()
