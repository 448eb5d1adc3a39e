"""Rule text in normal form (dạng chuẩn NFC) that still knows its original offsets."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from tthc_rules.lang.words import tone_folded

_CLUSTER = re.compile(r"[\s\S][\u0300-\u036f\u1dc0-\u1dff\u20d0-\u20ff]*")


@dataclass(frozen=True, slots=True)
class Normal:
    """A text in NFC with a map from its offsets to those of the original.

    `folded` is the text as keywords are compared, of the same length; `offsets` has one
    entry a code point and one more for the end.
    """

    text: str
    folded: str
    offsets: Sequence[int]


def normalise(text: str, start: int = 0) -> Normal:
    """Return `text` in NFC; marks are composed with the letter they stand on.

    Args:
        text: A file, or the part of one that begins at offset `start`.
        start: What the offsets count from.
    """
    if unicodedata.is_normalized("NFC", text):
        return Normal(text, tone_folded(text), range(start, start + len(text) + 1))
    parts: list[str] = []
    offsets: list[int] = []
    for match in _CLUSTER.finditer(text):
        part = unicodedata.normalize("NFC", match[0])
        parts.append(part)
        offsets.extend([start + match.start()] * len(part))
    offsets.append(start + len(text))
    composed = "".join(parts)
    return Normal(composed, tone_folded(composed), offsets)
