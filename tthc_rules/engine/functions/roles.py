"""What rules ask of roles and permissions (vai trò, quyền)."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from tthc_rules.diagnostics import Message
from tthc_rules.engine.functions.topic import Bound, Topic
from tthc_rules.lang.undecided import Undecided
from tthc_rules.lang.vocabulary import BOOLEAN, DATE, TEXT, Function, ListOf, Record
from tthc_rules.model.text import Text
from tthc_rules.model.values import REFUSED, Tree, Value

if TYPE_CHECKING:
    from tthc_rules.engine.law import Law

_OF_RETURNING: Final = {
    "return": Text("trả kết quả", "return"),
    "monitor": Text("theo dõi", "monitor"),
    "rate": Text("đánh giá", "rate"),
}
"""What the one who returns results at a centre may do."""


def missing_return_permissions(grant: Tree) -> Value:
    """Return what the returning role lacks of its permissions (quyền trả kết quả còn thiếu).

    Raises:
        Undecided: A permission could not be read.

    Source: 118/2025/NĐ-CP, the duties of the centre; the article was not read.
    """
    held = grant.get("permissions", ())
    if held is REFUSED or (isinstance(held, tuple) and REFUSED in held):
        raise Undecided(Message("law/unread"))
    given = held if isinstance(held, tuple) else ()
    return tuple(name for key, name in _OF_RETURNING.items() if key not in given)


def has_passed(law: Law, day: date) -> Value:
    """Return whether `day` is the day of the law or lies before it (đã qua)."""
    return day <= law.day


def bind(law: Law) -> Bound:
    """Return the functions for the law of one day."""
    return {
        "missing_return_permissions": missing_return_permissions,
        "has_passed": partial(has_passed, law),
    }


TOPIC: Final = Topic(
    records=(),
    functions=(
        Function(
            "missing_return_permissions",
            "quyền_trả_kết_quả_còn_thiếu",
            (Record("Grant"),),
            ListOf(TEXT),
        ),
        Function("has_passed", "đã_qua", (DATE,), BOOLEAN),
    ),
    bind=bind,
)
