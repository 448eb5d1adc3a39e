"""Whether the two languages of a text say opposite things ("sớm hơn" beside "later").

Only plain words of more and less are looked for, and only a text whose words all point one
way is compared: an ambiguous text is left alone.
"""

from __future__ import annotations

import re

from tthc_rules.model.text import Text

_UP_VI = r"dài hơn|lớn hơn|nhiều hơn|muộn hơn|cao hơn|chậm hơn|vượt"
_DOWN_VI = r"ngắn hơn|nhỏ hơn|ít hơn|sớm hơn|thấp hơn|nhanh hơn"
_UP_EN = r"longer|larger|greater|more than|later|higher|slower|exceeds?"
_DOWN_EN = r"shorter|smaller|less than|fewer than|earlier|lower|faster"
_PLACEHOLDER = re.compile(r"\{[^{}]*\}")


def _direction(text: str, up: str, down: str) -> int:
    """Return 1 for more, -1 for less, 0 for neither or both."""
    said = _PLACEHOLDER.sub(" ", text).lower()
    ups = re.search(rf"(?<!không )\b(?:{up})\b", said) is not None
    downs = re.search(rf"(?<!không )\b(?:{down})\b", said) is not None
    return ups - downs


def disagree(text: Text) -> bool:
    """Return whether one language says "more" where the other says "less"."""
    vi = _direction(text.vi, _UP_VI, _DOWN_VI)
    return vi * _direction(text.en, _UP_EN, _DOWN_EN) == -1
