"""What rules ask of states of dossiers and of connections (trạng thái hồ sơ, kết nối)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Final

from tthc_rules.diagnostics import Message
from tthc_rules.engine.blueprint import EFFECTIVE
from tthc_rules.engine.functions.reading import records, word
from tthc_rules.engine.functions.topic import Bound, Topic
from tthc_rules.lang.undecided import Undecided
from tthc_rules.lang.vocabulary import BOOLEAN, TEXT, Function, ListOf, Record
from tthc_rules.model.text import Text
from tthc_rules.model.values import REFUSED, Tree, Value

if TYPE_CHECKING:
    from tthc_rules.engine.law import Law

_DOSSIERS: Final = "dossier-status"
"""The list of the catalogue that systems exchange."""

_POSTAL: Final = "postal"

_IN_NOTICE: Final = {
    "agency": Text("cơ quan", "the agency"),
    "receiver": Text("người tiếp nhận", "who received"),
    "handler": Text("người giải quyết", "who handles"),
    "received": Text("thời điểm tiếp nhận", "when it was received"),
    "processed": Text("thời điểm giải quyết", "when it is processed"),
    "returned": Text("thời điểm trả kết quả", "when the result is returned"),
}


def gaps_of_status_map(law: Law, system: Tree) -> Value:
    """Return what a system's map of states leaves open, each as a phrase (bảng chuyển thiếu).

    Every state of the shared list is reached; where several own states share one, one of them
    is what comes back.

    Raises:
        Undecided: The map could not be read, or no list of states is registered.

    Source: 22/2019/TT-BTTTT, Article 4, clause 2; the text that replaced it was not read.
    """
    rows = records(system.get("status_map"))
    if REFUSED in (system.get("status_map"), *(row.get("national") for row in rows)):
        raise Undecided(Message("law/unread"))
    shared = [
        word(item.value.get("code"))
        for item in law.register.all("status")
        if item.value.get("list") == _DOSSIERS
    ]
    if not shared:
        raise Undecided(Message("law/no-statuses"))
    used = Counter(word(row.get("national")) for row in rows)
    returning = Counter(word(row.get("national")) for row in rows if row.get("default") is True)
    missing = (Text(f"thiếu mã {c}", f"{c} is missing") for c in shared if not used[c])
    strange = (Text(f"mã {c} không có", f"there is no {c}") for c in used if c not in shared)
    open_ = (
        Text(f"mã {c} không có chiều về", f"{c} has no way back")
        for c in shared
        if used[c] > 1 and returning[c] != 1
    )
    return (*missing, *strange, *open_)


def missing_in_notice(system: Tree) -> Value:
    """Return what a notice about the state of a dossier leaves out (thông báo còn thiếu).

    Raises:
        Undecided: The content of the notice could not be read.

    Source: 224/2026/NĐ-CP, Article 15, clause 1, point g.
    """
    held = system.get("status_notice", ())
    if held is REFUSED or (isinstance(held, tuple) and REFUSED in held):
        raise Undecided(Message("law/unread"))
    given = held if isinstance(held, tuple) else ()
    return tuple(name for key, name in _IN_NOTICE.items() if key not in given)


def postal_connected(law: Law, configuration: Tree) -> bool:
    """Return whether an active connection leads to a postal system (kết nối bưu chính).

    Raises:
        Undecided: A connection could not be read, or leads to a system in no catalogue.
    """
    rows = configuration.get("connections", ())
    if rows is REFUSED:
        raise Undecided(Message("law/unread"))
    return any(_is_postal(law, row) for row in records(rows))


def _is_postal(law: Law, connection: Tree) -> bool:
    if REFUSED in (connection.get("system"), connection.get("state")):
        raise Undecided(Message("law/unread"))
    if connection.get("state") != "active":
        return False
    system = law.listed("system", word(connection.get("system")))
    return isinstance(system, Mapping) and system.get("kind") == _POSTAL


def bind(law: Law) -> Bound:
    """Return the functions for the law of one day."""
    return {
        "gaps_of_status_map": partial(gaps_of_status_map, law),
        "missing_in_notice": missing_in_notice,
        "postal_connected": partial(postal_connected, law),
    }


_SYSTEM: Final = (Record("SystemItem"),)

TOPIC: Final = Topic(
    records=(),
    functions=(
        Function("gaps_of_status_map", "chỗ_hở_của_bảng_trạng_thái", _SYSTEM, ListOf(TEXT)),
        Function("missing_in_notice", "thông_báo_còn_thiếu", _SYSTEM, ListOf(TEXT)),
        Function("postal_connected", "đã_nối_bưu_chính", (Record(EFFECTIVE),), BOOLEAN),
    ),
    bind=bind,
)
