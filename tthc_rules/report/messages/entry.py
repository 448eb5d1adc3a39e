"""The shape of one message: both languages side by side (thông điệp)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Entry(NamedTuple):
    """One sentence in both languages, with the same `{placeholders}`.

    The sentence states the fact, begins in lower case and has no final stop. A remedy has
    the key of its message with `.help` behind it.
    """

    vi: str
    en: str


Table = Mapping[str, Entry]
