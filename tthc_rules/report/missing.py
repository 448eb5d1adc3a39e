"""What is worth collecting, for people and for programs (dữ kiện còn thiếu)."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import Enum
from types import MappingProxyType
from typing import Final, Protocol

from tthc_rules.diagnostics import Message
from tthc_rules.model.text import Text
from tthc_rules.report.escape import json_safe, shown
from tthc_rules.report.excerpt import display_width
from tthc_rules.report.messages import both, say, sentence
from tthc_rules.source import Span

VERSION: Final = 1
"""Of the JSON format; raised when a reader of the old one would go wrong."""


class Wanted(Protocol):
    """One thing to collect, as `tthc_rules.api.missing.Wanted` states it."""

    @property
    def kind(self) -> Enum:
        """What sort of thing it is; the value is a word of the JSON format."""

    @property
    def what(self) -> Message | Text:
        """What is missing."""

    @property
    def waiting(self) -> int:
        """How many verdicts wait for it."""

    @property
    def rules(self) -> tuple[str, ...]:
        """The rules that left them undecided."""

    @property
    def span(self) -> Span | None:
        """Where the first of them stands."""

    @property
    def subject(self) -> str:
        """Whose the first of them is."""


class Missing(Protocol):
    """All of them, as `tthc_rules.api.missing.Missing` states it."""

    @property
    def wanted(self) -> Sequence[Wanted]:
        """The things, what most verdicts wait for first."""

    @property
    def undecided(self) -> int:
        """How many verdicts stay undecided."""


def render_text(missing: Missing, lang: str) -> str:
    """Return the list for people: number of verdicts, sort, thing, an example (danh sách)."""
    return "".join(f"{line}\n" for line in _lines(missing, lang))


def render_json(missing: Missing, lang: str) -> str:
    """Return the list as JSON with both languages; `lang` changes nothing."""
    del lang
    tree = {
        "format": "tthc-rules/missing",
        "version": VERSION,
        "undecided": missing.undecided,
        "wanted": [_json(one) for one in missing.wanted],
    }
    return json_safe(json.dumps(tree, ensure_ascii=False, indent=2) + "\n")


MISSING: Final[Mapping[str, Callable[[Missing, str], str]]] = MappingProxyType(
    {"text": render_text, "json": render_json}
)
"""Renderer by the name users write."""


def _lines(missing: Missing, lang: str) -> Iterator[str]:
    if not missing.wanted:
        yield say("missing/none", lang)
        return
    yield say("missing/title", lang)
    words = [say(f"missing/kind.{one.kind.value}", lang) for one in missing.wanted]
    width = max(map(display_width, words))
    for one, word in zip(missing.wanted, words, strict=True):
        gap = " " * (width - display_width(word))
        yield f"{one.waiting:>7}  {word}{gap}  {sentence(one.what, lang)}"
        yield f"{'':>7}  {'':>{width}}  {say('missing/example', lang, place=_place(one))}"
    counts = {"n": str(missing.undecided), "things": str(len(missing.wanted))}
    yield say("missing/last-line", lang, **counts)


def _place(one: Wanted) -> str:
    rules = ", ".join(one.rules)
    if one.span is None:
        return shown(f"{one.subject} [{rules}]")
    start = one.span.start
    return shown(f"{one.span.file}:{start.line}:{start.column} [{rules}]")


def _json(one: Wanted) -> Mapping[str, object]:
    what = both(one.what)
    span = one.span
    return {
        "kind": one.kind.value,
        "what": {"vi": what.vi, "en": what.en},
        "waiting": one.waiting,
        "rules": list(one.rules),
        "example": {
            "subject": one.subject,
            "file": None if span is None else span.file,
            "line": None if span is None else span.start.line,
            "column": None if span is None else span.start.column,
        },
    }
