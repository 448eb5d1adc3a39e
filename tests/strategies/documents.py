"""Data files from their text, and trees that lie over each other (tài liệu, cấu hình)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from textwrap import dedent

from hypothesis import strategies as st

from tthc_rules import library
from tthc_rules.engine.blueprint import Blueprint
from tthc_rules.engine.layering import Effective
from tthc_rules.loading import Document, Schemas, read
from tthc_rules.model.values import Tree, Value
from tthc_rules.source import Pointer, Position, Span


@cache
def schemas() -> Schemas:
    """Return the shipped schemas."""
    return Schemas.from_texts(library.schema_texts())


@cache
def blueprint() -> Blueprint:
    """Return the blueprint of the shipped schemas."""
    return Blueprint.from_texts(library.schema_texts())


def documents(text: str, file: str = "a.yaml") -> tuple[Document, ...]:
    """Return the documents of a file with this text, whatever was said of it."""
    return read(file, dedent(text).encode("utf-8"), schemas())[0]


def document(text: str, file: str = "a.yaml") -> Document:
    """Return the one document of a file with this text."""
    (found,) = documents(text, file)
    return found


@dataclass(frozen=True)
class Made:
    """A made-up entry, whose places name the pointer they belong to."""

    kind: str
    value: Tree
    file: str = "made.yaml"

    def place(self, pointer: Pointer) -> Span:
        """Return a place made from the pointer, so that a test can tell it from others."""
        here = Position(1, 1)
        return Span(f"{self.file}#{'/'.join(map(str, pointer))}", here, here)

    def key_place(self, pointer: Pointer) -> Span:
        """Return the same place: keys of made-up entries stand nowhere else."""
        return self.place(pointer)


_LEAVES = st.sampled_from(["a", "b", "c"])
_CHANNELS = ("direct", "online", "postal")


def _things(
    key: str, ids: tuple[str, ...], inner: st.SearchStrategy[Tree]
) -> st.SearchStrategy[tuple[Tree, ...]]:
    """Return lists of things with an identity under `key`, each at most once."""

    def with_id(pair: tuple[str, Tree]) -> Tree:
        return {key: pair[0], **pair[1]}

    return st.lists(
        st.tuples(st.sampled_from(ids), inner).map(with_id),
        unique_by=lambda item: item[key],
        max_size=3,
    ).map(tuple)


def layers() -> st.SearchStrategy[Tree]:
    """Return what a publication or its overrides may hold, small and full of coincidences."""
    fees = _things(
        "charge", ("phi", "le-phi"), st.fixed_dictionaries({}, optional={"amount": _LEAVES})
    )
    channels = _things(
        "channel",
        _CHANNELS,
        st.fixed_dictionaries({}, optional={"time_limit": _LEAVES, "note": _LEAVES, "fees": fees}),
    )
    cases = _things(
        "id",
        ("default", "special"),
        st.fixed_dictionaries({"channels": channels}, optional={"name": _LEAVES}),
    )
    named = _things("id", ("x", "y", "z"), st.fixed_dictionaries({"name": _LEAVES}))
    steps = _things("id", ("nop", "nhan"), st.fixed_dictionaries({"owner": _LEAVES}))
    return st.fixed_dictionaries(
        {},
        optional={
            "name": _LEAVES,
            "sector": _LEAVES,
            "levels": st.lists(_LEAVES, max_size=2).map(tuple),
            "cases": cases,
            "components": named,
            "waivers": named,
            "online": st.fixed_dictionaries({}, optional={"level": _LEAVES, "reason": _LEAVES}),
            "payment": st.fixed_dictionaries({}, optional={"system": _LEAVES, "accounts": named}),
            "route": st.fixed_dictionaries(
                {}, optional={"receives": _LEAVES, "decides": _LEAVES, "steps": steps}
            ),
        },
    )


def effective(published: Tree | None, overrides: Tree) -> Effective:
    """Return what runs where `overrides` lie over `published`."""
    publication = None
    if published is not None:
        tree: dict[str, Value] = {"code": "9.000001", **published}
        publication = Made("procedure", tree, "p.yaml")
    own: Tree = {"procedure": "9.000001", "territory": "XX", "overrides": overrides}
    return Effective(Made("configuration", own, "c.yaml"), publication)


def leaves(value: Value, at: Pointer = ()) -> list[tuple[Pointer, Value]]:
    """Return every leaf below `value` with its pointer; an empty list or mapping is a leaf."""
    if isinstance(value, Mapping) and value:
        return [leaf for key, item in value.items() for leaf in leaves(item, (*at, key))]
    if isinstance(value, tuple) and value:
        return [leaf for index, item in enumerate(value) for leaf in leaves(item, (*at, index))]
    return [(at, value)]


def at(value: Value, pointer: Pointer) -> Value:
    """Return what stands at `pointer`.

    Raises:
        LookupError: Nothing stands there.
    """
    for part in pointer:
        match value:
            case Mapping() if isinstance(part, str):
                value = value[part]
            case tuple() if isinstance(part, int):
                value = value[part]
            case _:
                raise LookupError(pointer)
    return value
