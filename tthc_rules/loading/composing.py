"""Texts in composed form (dạng dựng sẵn NFC), in time that grows with their length.

Python puts the marks of one letter in order by insertion, in time that grows with the square of
their number; a text of marks alone would keep it busy for seconds.
"""

from __future__ import annotations

import unicodedata
from itertools import groupby

_SHORT = 256
"""Code points up to which the square does not matter."""


def composed(text: str) -> str:
    """Return `text` in NFC."""
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        return text
    return unicodedata.normalize("NFC", text if len(text) <= _SHORT else _ordered(text))


def _ordered(text: str) -> str:
    """Return an equivalent of `text`, taken apart, with the marks of each letter in order."""
    parts = "".join(unicodedata.normalize("NFD", char) for char in text)
    runs = groupby(parts, key=lambda char: unicodedata.combining(char) != 0)
    return "".join(
        "".join(sorted(run, key=unicodedata.combining) if marks else run) for marks, run in runs
    )
