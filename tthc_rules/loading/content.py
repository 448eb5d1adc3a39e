"""What may not stand in a key or a text, whatever its type (nội dung).

Repeated keys, keys that are no text, merge keys, letters that only look like the right ones,
texts not in NFC, and forbidden characters brought in by escape.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from tthc_rules.diagnostics import Severity
from tthc_rules.loading.characters import CLASSES, PLACEHOLDER, class_of
from tthc_rules.loading.composing import composed
from tthc_rules.loading.faults import Fault, short
from tthc_rules.loading.nodes import MappingNode, Node, ScalarNode

_BY_ESCAPE = {code for code, _pattern in CLASSES} - {"yaml/lost-character"}
_NOT_TEXT = re.compile(
    r"(?:null|Null|NULL|~|true|True|TRUE|false|False|FALSE"
    r"|[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"
    r"|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"
    r"|[-+]?(?:\.inf|\.Inf|\.INF)|\.nan|\.NaN|\.NAN"
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2})?"
)
_ESCAPE = re.compile(
    r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|\r\n[ \t]*|[\r\n][ \t]*|.)", re.DOTALL
)
_NAMED = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r",
    "e": "\x1b", "N": "\u0085", "_": "\u00a0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip
_ETH = {"Ð": "Đ", "ð": "đ", "Ɖ": "Đ", "ɖ": "đ"}
_STRANGE = re.compile(
    "[ÐðƉɖ\u0370-\u03ff\u1f00-\u1fff\u0400-\u052f\u1c80-\u1c8f\ua640-\ua69f\u0530-\u058f"
    "\ufb13-\ufb17\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\U0001d400-\U0001d7ff]"
)
Unit = tuple[str, int, int]
"""One code point of a text as read, with the offsets between which it is written."""


def scalar_faults(source: str, node: ScalarNode) -> tuple[Fault, ...]:
    """Return what is wrong with the characters of one key or text.

    Args:
        source: The text of the file in which each refused character is a placeholder.
        node: A scalar of that text.
    """
    start, end = _inside(source, node)
    raw = source[start:end]
    escaped = node.style == '"' and "\\" in raw
    if raw.isascii() and not escaped:
        return ()
    faults = _unnormalised(raw, start)
    if not escaped and _STRANGE.search(raw) is None:
        return tuple(faults)
    units = list(_units(source, start, end, node.style))
    return (*_forbidden(units, node.style), *_confusable(units), *faults)


def is_spoilt(node: ScalarNode, faults: tuple[Fault, ...]) -> bool:
    """Return whether a text cannot be taken at its word, because of its characters."""
    return PLACEHOLDER in node.text or any(fault.severity is Severity.ERROR for fault in faults)


def normal(text: str) -> str:
    """Return a text in NFC, as keys and values are compared."""
    return composed(text)


def is_merge(node: Node) -> bool:
    """Return whether a key is the plain `<<`."""
    return isinstance(node, ScalarNode) and node.text == "<<" and not node.style and not node.tagged


def key_faults(mapping: MappingNode) -> Iterator[Fault]:
    """Yield what is wrong with the keys of one mapping, apart from their characters."""
    seen: dict[str, ScalarNode] = {}
    for key, _value in mapping.pairs:
        if is_merge(key):
            yield Fault("yaml/merge-key", key.start, key.end)
            continue
        if isinstance(key, ScalarNode):
            yield from _one_key(key, seen)
        elif isinstance(key, MappingNode) or hasattr(key, "items"):
            yield Fault("yaml/non-text-key", key.start, key.end, "collection")


def _one_key(key: ScalarNode, seen: dict[str, ScalarNode]) -> Iterator[Fault]:
    if not key.tagged and (not key.text or (not key.style and _NOT_TEXT.fullmatch(key.text))):
        variant = "" if key.text else "empty"
        replacement = f'"{key.text}"' if key.text and key.body == key.start else None
        values = {"text": key.text}
        yield Fault(
            "yaml/non-text-key", key.start, key.end, variant, values, replacement=replacement
        )
    name = normal(key.text)
    first = seen.setdefault(name, key)
    if first is not key and not (key.is_missing or first.is_missing):
        values = {"text": name}
        earlier = (first.start, first.end)
        yield Fault("yaml/duplicate-key", key.start, key.end, values=values, earlier=earlier)


def _inside(source: str, node: ScalarNode) -> tuple[int, int]:
    """Return where the text itself is written, without quotes or block header."""
    if node.style in ("'", '"'):
        return node.body + 1, max(node.end - 1, node.body + 1)
    if node.style in ("|", ">"):
        match = re.compile(r"[^\r\n]*(?:\r\n?|\n)").match(source, node.body)
        start = match.end() if match else node.end
        return min(start, node.end), node.end
    return node.body, node.end


def _units(source: str, start: int, end: int, style: str) -> Iterator[Unit]:
    if style != '"':
        for offset in range(start, end):
            yield source[offset], offset, offset + 1
        return
    position = start
    while position < end:
        match = _ESCAPE.match(source, position, end)
        if match is None:
            yield source[position], position, position + 1
            position += 1
            continue
        char = _decoded(match[0])
        if char:
            yield char, position, match.end()
        position = match.end()


def _decoded(escape: str) -> str:
    if len(escape) > 2 and escape[1] in "xuU":
        return chr(int(escape[2:], 16))
    return "" if escape[1] in "\r\n" else _NAMED.get(escape[1], escape[1])


def _forbidden(units: list[Unit], style: str) -> Iterator[Fault]:
    if style != '"':
        return
    previous: str | None = None
    for index, (char, start, end) in enumerate(units):
        escaped = end - start > 1
        following = units[index + 1][0] if index + 1 < len(units) else ""
        code = class_of(char, following) if escaped else None
        if code in _BY_ESCAPE and code is not None and code != previous:
            values = {"character": f"U+{ord(char):04X}"}
            yield Fault(code, start, end, values=values, replacement="")
        previous = code


def _confusable(units: list[Unit]) -> Iterator[Fault]:
    if _STRANGE.search("".join(unit[0] for unit in units)) is None:
        return
    word: list[Unit] = []
    for unit in (*units, (" ", 0, 0)):
        category = unicodedata.category(unit[0])
        if category[0] in "LM" or category == "Nd":
            word.append(unit)
        else:
            yield from _confusable_word(word)
            word = []


def _confusable_word(word: list[Unit]) -> Iterator[Fault]:
    mixed = any(_is_latin(char) for char, _start, _end in word)
    for char, start, end in word:
        if char in _ETH or (mixed and _is_strange(char)):
            text = "".join(unit[0] for unit in word)
            values = {"word": short(text), "character": f"U+{ord(char):04X}"}
            replacement = _ETH.get(char)
            variant = "eth" if replacement else ""
            if replacement:
                values = {**values, "letter": replacement}
            yield Fault("yaml/confusable", start, end, variant, values, replacement=replacement)
            return


def _is_latin(char: str) -> bool:
    if char.isascii():
        return char.isalnum()
    return unicodedata.name(char, "").startswith("LATIN ")


def _is_strange(char: str) -> bool:
    return _STRANGE.match(char) is not None and unicodedata.category(char)[0] in "LN"


def _unnormalised(raw: str, start: int) -> Iterator[Fault]:
    normalised = composed(raw)
    if normalised == raw:
        return
    pairs = zip(raw, normalised, strict=False)
    first = next((i for i, (a, b) in enumerate(pairs) if a != b), min(len(raw), len(normalised)))
    offset = start + min(first, len(raw) - 1)
    yield Fault(
        "yaml/not-normalised",
        offset,
        start + len(raw),
        severity=Severity.WARNING,
        replacement=normalised[min(first, len(raw) - 1) :],
    )
