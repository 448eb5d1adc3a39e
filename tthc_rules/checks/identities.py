"""Everything has one identity, and is declared once (định danh): integrity across files."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Final

from tthc_rules.diagnostics import Finding, Message, Related, Severity
from tthc_rules.engine.layering import IDENTITY, logical_path
from tthc_rules.model.entry import Entry
from tthc_rules.model.values import MAPPING, Tree, Value
from tthc_rules.source import Pointer
from tthc_rules.spelling import nearest

_NAMING: Final[Mapping[str, str]] = {
    "instrument": "number",
    "procedure": "code",
    "configuration": "procedure",
    "calendar": "year",
}
"""For each kind with an identity, the field at which a second one is reported."""


def identity(entry: Entry) -> tuple[str, ...]:
    """Return what an item is known by, whatever its file is called; `()` where it has no name.

    A catalogue has none: its items have. Nor has what misses a part of its name, or holds one
    that could not be read.
    """
    value = entry.value
    match entry.kind:
        case "instrument":
            return _named("instrument", _text(value, "issuer"), _text(value, "number"))
        case "procedure":
            return _named("procedure", _text(value, "code"))
        case "configuration":
            return _named("configuration", _text(value, "territory"), _text(value, "procedure"))
        case "calendar":
            year = value.get("year")
            territory = _text(value, "territory") or "VN"
            return _named("calendar", territory, str(year) if isinstance(year, int) else "")
        case _:
            return ()


def _named(*parts: str) -> tuple[str, ...]:
    return parts if all(parts) else ()


def check_declared_once(entries: Iterable[Entry]) -> Iterator[Finding]:
    """Yield a finding for each item that is declared a second time in one layer."""
    first: dict[tuple[str, ...], Entry] = {}
    for entry in entries:
        name = identity(entry)
        if not name:
            continue
        earlier = first.setdefault(name, entry)
        if earlier is not entry:
            yield _declared_twice(entry, earlier, name)


def check_items(entry: Entry, subject: str) -> Iterator[Finding]:
    """Yield a finding for each item that repeats an identity within its list."""
    yield from _items(entry, entry.value, (), subject)


def check_published(
    configuration: Entry, codes: Collection[str], subject: str
) -> Iterator[Finding]:
    """Yield a finding where a configuration is for a procedure that nobody published.

    Where no publication is known at all, none is missing.
    """
    code = _text(configuration.value, "procedure")
    if not code or not codes or code in codes:
        return
    near = _swapped(code, codes) or nearest(code, codes, cutoff=0.9)
    yield Finding(
        code="identity/unknown-procedure",
        severity=Severity.ERROR,
        span=configuration.place(("procedure",)),
        message=Message("identity/unknown-procedure", {"code": code}),
        help=Message("identity/unknown-procedure.near", {"near": near})
        if near
        else Message("identity/unknown-procedure.help"),
        subject=subject,
        path="code",
        pointer=("procedure",),
        facts=(code,),
    )


def _swapped(code: str, codes: Collection[str]) -> str | None:
    """Return the code of which two neighbouring characters were swapped, if there is one.

    Codes lie close together, so looking alike says little; a swap is a typical slip.
    """
    slips = (
        code[:place] + code[place + 1] + code[place] + code[place + 2 :]
        for place in range(len(code) - 1)
    )
    return min((slip for slip in slips if slip != code and slip in codes), default=None)


def _declared_twice(entry: Entry, earlier: Entry, name: tuple[str, ...]) -> Finding:
    here: Pointer = (_NAMING[entry.kind],)
    shown = " ".join(part for part in name[1:] if part)
    return Finding(
        code="identity/duplicate-code",
        severity=Severity.ERROR,
        span=entry.place(here),
        message=Message("identity/duplicate-code", {"name": shown}),
        help=Message("identity/duplicate-code.help"),
        related=(Related(earlier.place(here), Message("catalogue/first-declared-here")),),
        subject=shown,
        path=entry.kind,
        pointer=here,
        facts=(shown,),
    )


def _items(entry: Entry, tree: Tree, at: Pointer, subject: str) -> Iterator[Finding]:
    for key, value in tree.items():
        if isinstance(value, str):
            continue
        pointer = (*at, key)
        if isinstance(value, tuple):
            yield from _repeated(entry, key, value, pointer, subject)
            for index, item in enumerate(value):
                if isinstance(item, MAPPING):
                    yield from _items(entry, item, (*pointer, index), subject)
        elif isinstance(value, MAPPING):
            yield from _items(entry, value, pointer, subject)


def _repeated(
    entry: Entry, key: str, items: tuple[Value, ...], pointer: Pointer, subject: str
) -> Iterator[Finding]:
    name = IDENTITY.get(key)
    if name is None:
        return
    first: dict[str, int] = {}
    for index, item in enumerate(items):
        held = item.get(name) if isinstance(item, MAPPING) else None
        if not isinstance(held, str):
            continue
        earlier = first.setdefault(held, index)
        if earlier != index:
            here = (*pointer, index, name)
            yield Finding(
                code="identity/duplicate-item",
                severity=Severity.ERROR,
                span=entry.place(here),
                message=Message("identity/duplicate-item", {"id": held}),
                help=Message("identity/duplicate-item.help"),
                related=(
                    Related(
                        entry.place((*pointer, earlier, name)),
                        Message("catalogue/first-declared-here"),
                    ),
                ),
                subject=subject,
                path=logical_path(entry.value, here),
                pointer=here,
                facts=(held,),
            )


def _text(tree: Tree, key: str) -> str:
    value = tree.get(key)
    return value if isinstance(value, str) else ""
