"""A short text in both languages of the product (văn bản song ngữ)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Text:
    """The same thing said in Vietnamese (`vi`) and in English (`en`)."""

    vi: str
    en: str


def day_text(day: date) -> Text:
    """Return a day as people write it: `24/11/2026`, `2026-11-24` (ngày)."""
    return Text(vi=f"{day.day:02}/{day.month:02}/{day.year:04}", en=day.isoformat())
