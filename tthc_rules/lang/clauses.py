"""A rule file cut into its labelled clauses (mệnh đề), before anything is parsed.

Each clause is parsed alone, so one mistake spoils one clause and three mistakes are three
findings. A label starts a clause at the beginning of a line, or anywhere outside brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tthc_rules.lang import words
from tthc_rules.lang.normal import Normal, normalise
from tthc_rules.lang.syntax import Place


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause: the kind of its label and where label and body stand in the normal text.

    `kind` is a key of `words.LABELS`, `UNKNOWN` for a label that is none, or `OUTSIDE` for
    text that belongs to no clause.
    """

    kind: str
    start: int
    body: int
    end: int


_HIDDEN = re.compile(r'"[^"\n\r]*"?|#[^\n\r]*')
_NO_COLON = {"RULE", "FIRM", "END"}
_LABEL = words.pattern([words.LABELS])
_WORDS = re.compile(r"[^\W\d]\w*(?:[ \t]+\w+)*")
_COLON = re.compile(r"\s*:(?!=)")
_WORD = re.compile(r"\w+")


def cut(normal: Normal) -> tuple[Clause, ...]:
    """Return the clauses of a file in their order."""
    starts = list(_starts(normal))
    end = len(normal.text)
    first = starts[0][1] if starts else end
    found = [Clause("OUTSIDE", 0, 0, first)] if normal.text[:first].strip() else []
    followers = [start for _, start, _ in starts[1:]] + [end] * bool(starts)
    found += [
        Clause(kind, start, body, follower)
        for (kind, start, body), follower in zip(starts, followers, strict=True)
    ]
    return tuple(found)


def place_of(text: str, kind: str) -> Place:
    """Return where the first clause of a kind stands in a text, its end without spaces.

    Raises:
        LookupError: There is none.
    """
    normal = normalise(text)
    for clause in cut(normal):
        if clause.kind == kind:
            end = clause.start + len(normal.text[clause.start : clause.end].rstrip())
            return normal.offsets[clause.start], normal.offsets[end]
    raise LookupError(kind)


def _starts(normal: Normal) -> Iterator[tuple[str, int, int]]:
    """Yield (kind, start of the label, start of the body)."""
    visible = _HIDDEN.sub(lambda match: "\x00" * len(match[0]), normal.text)
    depth, offset, fresh = 0, 0, True
    while offset < len(visible):
        char = visible[offset]
        if char in "([":
            depth += 1
        elif char in ")]":
            depth = max(depth - 1, 0)
        elif char.isalpha() or char == "_":
            label = _label(visible, normal.folded, offset, fresh=fresh, inside=depth > 0)
            if label is not None:
                kind, body = label
                yield kind, offset, body
                depth, offset, fresh = 0, body, False
                continue
            word = _WORD.match(visible, offset)
            offset, fresh = (word.end() if word else offset + 1), False
            continue
        fresh = char in "\n\r" or (fresh and char.isspace())
        offset += 1


def _label(
    visible: str, folded: str, offset: int, *, fresh: bool, inside: bool
) -> tuple[str, int] | None:
    match = _LABEL.match(folded, offset)
    kind = words.kind_of(match) if match else ""
    if match:
        colon = _COLON.match(visible, match.end())
        if colon and (fresh or not inside):
            return kind, colon.end()
        if fresh and _stands_alone(kind, visible, match.end()):
            return kind, match.end()
    if not fresh or inside:
        return None
    unknown = _WORDS.match(visible, offset)
    colon = _COLON.match(visible, unknown.end()) if unknown else None
    return ("UNKNOWN", colon.end()) if colon else None


def _stands_alone(kind: str, visible: str, offset: int) -> bool:
    rest = visible[offset:].split("\n", 1)[0].strip(" \t\r")
    if kind == "RULE":
        return rest.startswith("\x00")
    return kind in _NO_COLON and not rest.strip("\x00")
