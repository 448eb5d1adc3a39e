"""Pieces of Markdown that no text can break out of (Markdown)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from tthc_rules.model.text import Text
from tthc_rules.report.escape import shown

MARK: Final = "<!-- tthc-rules docs --build -->"
"""The first line of every page made here: what has it may be made anew or taken away."""

_SIGNS: Final = re.compile(r"[\\*_\[\]<>|#~]")
_CODE: Final = re.compile(r"(`[^`]*`)")


def prose(text: str) -> str:
    """Return a text on one line that reads as it stands; code between back-ticks stays code."""
    pieces = _CODE.split(shown(text))
    return "".join(
        piece.replace("|", "\\|") if piece.startswith("`") else _plain(piece) for piece in pieces
    )


def _plain(text: str) -> str:
    escaped = _SIGNS.sub(lambda match: f"\\{match[0]}", text)
    return escaped.replace("`", "\\`")


def side(text: Text, lang: str) -> str:
    """Return a text in `lang`, safe to stand in prose."""
    return prose(text.en if lang == "en" else text.vi)


def link(words: str, target: str) -> str:
    """Return a link; `words` are Markdown already."""
    return f"[{words}]({target})"


def fenced(text: str, language: str) -> Iterator[str]:
    """Yield a text as a block of code."""
    yield f"```{language}"
    yield from text.rstrip("\n").split("\n")
    yield "```"


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield a table; the cells are Markdown already."""
    yield f"| {' | '.join(headings)} |"
    yield f"|{'---|' * len(headings)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"


def anchor(heading: str) -> str:
    """Return the anchor that a heading gets: lower case, hyphens, no signs."""
    kept = "".join(char for char in heading.lower() if char.isalnum() or char in "-_ ")
    return kept.replace(" ", "-")


def whole(lines: Iterable[str]) -> str:
    """Return a page of lines, with the mark before it and never two empty lines together."""
    kept: list[str] = []
    for line in (MARK, "", *lines):
        if line or (kept and kept[-1]):
            kept.append(line)
    while kept and not kept[-1]:
        kept.pop()
    return "".join(f"{line}\n" for line in kept)
