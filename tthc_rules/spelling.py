"""What a person probably meant to type (gợi ý chính tả). Floor 0.

Comparison ignores case, Vietnamese accents, `đ` against `d`, and the two ways of placing a
tone mark (`hủy`, `huỷ`). It serves suggestions and the folding of keywords, never identity.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache

_D = str.maketrans({"đ": "d", "Đ": "d", "ð": "d", "Ð": "d"})


@lru_cache(maxsize=65536)
def folded(text: str) -> str:
    """Return `text` without accents, in lower case, with `đ` as `d`."""
    decomposed = unicodedata.normalize("NFD", text.translate(_D))
    return "".join(char for char in decomposed if not unicodedata.combining(char)).lower()


def nearest(word: str, candidates: Iterable[str], *, cutoff: float = 0.72) -> str | None:
    """Return the candidate that looks most like `word`, or None when none is near.

    Equal but for accents and case always counts as near. Among equally near ones the first
    in alphabetical order is returned, so the answer depends on nothing else.

    Args:
        word: What was typed.
        candidates: What may be written at that place.
        cutoff: Least similarity, from 0 to 1.
    """
    matcher = SequenceMatcher(None, "", folded(word), autojunk=False)
    best: str | None = None
    most = cutoff
    for candidate in candidates:
        if candidate == word:
            continue
        matcher.set_seq1(folded(candidate))
        if matcher.real_quick_ratio() < most or matcher.quick_ratio() < most:
            continue
        score = matcher.ratio()
        if score > most or (score == most and (best is None or candidate < best)):
            best, most = candidate, score
    return best
