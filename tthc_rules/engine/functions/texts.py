"""What rules read in names (chữ viết): codes, levels, spacing. Names are never matched alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tthc_rules.engine.functions.topic import Bound, Topic
from tthc_rules.lang.vocabulary import TEXT, Enumeration, Function, ListOf

if TYPE_CHECKING:
    from tthc_rules.engine.law import Law

_CODE: Final = re.compile(r"(?<![\w.])[1-9]\.[0-9]{6}(?![0-9])")
_BRACKETED: Final = re.compile(rf"\s*\(\s*{_CODE.pattern}\s*\)")
_SPACES: Final = re.compile(r" {2,}")

_LEVEL: Final = r"cấp\s+(?:trung ương|bộ|tỉnh|xã)"
_CLOSING: Final = re.compile(
    rf"(?:\(\s*(?:thực hiện (?:tại|ở) )?|thực hiện (?:tại|ở) )"
    rf"({_LEVEL}(?:(?:\s*,\s*|\s+và\s+){_LEVEL})*)\s*\)?\s*$",
    re.IGNORECASE,
)
"""A level that a name states at its very end: `(cấp …)`, `thực hiện tại cấp …, cấp …`."""

_LEVELS: Final = {"trung ương": "central", "bộ": "central", "tỉnh": "province", "xã": "commune"}


def single_spaced(text: str) -> str:
    """Return a text with one space where several follow each other (dấu cách liền nhau)."""
    return _SPACES.sub(" ", text)


def codes_in(text: str) -> str:
    """Return the procedure codes that stand in a text, joined; empty where none does.

    Only `d.dddddd` is a code: numbers of articles and years are left alone.
    """
    return ", ".join(dict.fromkeys(match[0] for match in _CODE.finditer(text)))


def without_codes(text: str) -> str:
    """Return a name without the codes in it and the brackets around them (tên bỏ mã)."""
    bare = _CODE.sub("", _BRACKETED.sub("", text))
    return single_spaced(bare).strip(" -:;,")


def levels_in_name(text: str) -> tuple[str, ...]:
    """Return the levels that a name states in its closing phrase (cấp nêu ở cuối tên).

    A level word inside the title is part of the matter and says nothing. What follows the
    phrase in brackets with a code is passed over.
    """
    match = _CLOSING.search(without_codes(text))
    words = re.findall(r"trung ương|bộ|tỉnh|xã", match[1].lower()) if match else ()
    return tuple(dict.fromkeys(_LEVELS[word] for word in words))


def bind(_: Law) -> Bound:
    """Return the functions; texts read the same on every day."""
    return {
        "single_spaced": single_spaced,
        "codes_in": codes_in,
        "without_codes": without_codes,
        "levels_in_name": levels_in_name,
    }


_ONE_TEXT: Final = (TEXT,)

TOPIC: Final = Topic(
    records=(),
    functions=(
        Function("single_spaced", "gộp_dấu_cách", _ONE_TEXT, TEXT, may_be_unknown=False),
        Function("codes_in", "mã_nằm_trong", _ONE_TEXT, TEXT, may_be_unknown=False),
        Function("without_codes", "bỏ_mã", _ONE_TEXT, TEXT, may_be_unknown=False),
        Function(
            "levels_in_name",
            "cấp_nêu_ở_cuối",
            _ONE_TEXT,
            ListOf(Enumeration("levels")),
            may_be_unknown=False,
        ),
    ),
    bind=bind,
)
