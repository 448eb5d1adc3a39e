"""Looking things up in the shared catalogues (tra danh mục)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from tthc_rules.engine.functions.topic import Bound, Topic
from tthc_rules.lang.vocabulary import TEXT, Function, Record

if TYPE_CHECKING:
    from tthc_rules.engine.law import Law

_LOOKED_UP: Final = (
    ("agency", "cơ_quan", "AgencyItem"),
    ("charge", "khoản_thu", "ChargeItem"),
    ("issuer", "cơ_quan_ban_hành", "IssuerItem"),
    ("role", "vai_trò", "RoleItem"),
    ("sector", "lĩnh_vực", "SectorItem"),
    ("system", "hệ_thống", "SystemItem"),
    ("territory", "địa_bàn", "TerritoryItem"),
)


def bind(law: Law) -> Bound:
    """Return one function a catalogue; an identifier that is not listed is undecided."""
    return {name: partial(law.listed, name) for name, _, _ in _LOOKED_UP}


TOPIC: Final = Topic(
    records=(),
    functions=tuple(
        Function(name, word, (TEXT,), Record(record)) for name, word, record in _LOOKED_UP
    ),
    bind=bind,
)
