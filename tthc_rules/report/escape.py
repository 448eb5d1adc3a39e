"""User data made safe to show: nothing in it can drive a terminal (ký tự điều khiển)."""

from __future__ import annotations

import re

_DANGEROUS = re.compile(
    "["
    "\x00-\x1f\x7f-\x9f"  # C0, DEL and C1: line ends, terminal escapes
    "\u00ad\u061c\u180e"  # soft hyphen, Arabic letter mark, Mongolian separator
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f"  # zero width, line separators, bidi
    "\ud800-\udfff\ufeff\ufff9-\ufffb"  # lone surrogates, byte order mark, annotations
    "\U000e0000-\U000e007f"  # tags
    "]"
)
_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t", "\x1b": "\\x1b"}


def is_dangerous(char: str) -> bool:
    """Return whether one code point is invisible or drives a terminal."""
    return _DANGEROUS.match(char) is not None


def escaped(char: str) -> str:
    """Return one code point as people can read it: `\\n`, `\\x9b`, `\\u202e`."""
    short = _SHORT.get(char)
    if short is not None:
        return short
    number = ord(char)
    if number <= 0xFF:
        return f"\\x{number:02x}"
    return f"\\u{number:04x}" if number <= 0xFFFF else f"\\U{number:08x}"


def shown(text: str) -> str:
    """Return `text` on one line, each dangerous code point written out."""
    return _DANGEROUS.sub(lambda match: escaped(match.group()), text)


def json_safe(document: str) -> str:
    """Return a JSON text that means the same, each dangerous code point as `\\uXXXX`.

    Line feeds stay: in a JSON text they stand only between tokens.
    """
    return _DANGEROUS.sub(lambda match: _json_escaped(match.group()), document)


def _json_escaped(char: str) -> str:
    if char == "\n":
        return char
    units = char.encode("utf-16-be", "surrogatepass")
    return "".join(
        f"\\u{int.from_bytes(units[index : index + 2], 'big'):04x}"
        for index in range(0, len(units), 2)
    )
