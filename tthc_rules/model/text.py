"""A short text in both languages of the product (văn bản song ngữ)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """The same thing said in Vietnamese (`vi`) and in English (`en`)."""

    vi: str
    en: str
