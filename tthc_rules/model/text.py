"""A short text in both languages of the product (văn bản song ngữ)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final


@dataclass(frozen=True, slots=True)
class Text:
    """The same thing said in Vietnamese (`vi`) and in English (`en`)."""

    vi: str
    en: str


UNKNOWN_TIMES: Final = Text("chưa rõ thời gian", "at unknown times")
"""A period of which neither end is known."""


def day_text(day: date) -> Text:
    """Return a day as people write it: `24/11/2026`, `2026-11-24` (ngày)."""
    return Text(vi=f"{day.day:02}/{day.month:02}/{day.year:04}", en=day.isoformat())


def period_text(start: date | None, end: date | None, unbounded: Text = UNKNOWN_TIMES) -> Text:
    """Return a half-open period as people write it: the last day is still inside (thời gian).

    Args:
        start: The first day, None where it is not bounded.
        end: The first day outside, None where it is not bounded.
        unbounded: What is said where neither day is there.
    """
    vi, en = [], []
    if start is not None:
        first = day_text(start)
        vi.append(f"từ {first.vi}")
        en.append(f"from {first.en}")
    if end is not None:
        last = day_text(end - timedelta(days=1))
        vi.append(f"đến hết {last.vi}")
        en.append(f"to the end of {last.en}")
    return Text(" ".join(vi), " ".join(en)) if vi else unbounded
