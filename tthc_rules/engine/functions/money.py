"""Who set an amount, where it holds, until when (căn cứ của mức thu).

Source: Law on Fees and Charges (97/2015/QH13), Article 4(2), Articles 17-19 and 21.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Final

from tthc_rules.diagnostics import Message
from tthc_rules.engine.blueprint import EFFECTIVE
from tthc_rules.engine.functions.reading import word
from tthc_rules.engine.functions.topic import Bound, Topic
from tthc_rules.lang.undecided import Undecided
from tthc_rules.lang.vocabulary import (
    BOOLEAN,
    DATE,
    TEXT,
    Field,
    Function,
    Record,
    RecordType,
)
from tthc_rules.model.territory import Level
from tthc_rules.model.values import REFUSED, Tree, Value

if TYPE_CHECKING:
    from tthc_rules.engine.law import Law

_COMPETENT_CLASSES: Final = frozenset({"quoc-hoi", "chinh-phu"})
_COMPETENT_MINISTRY: Final = "bo-tai-chinh"
_NO_TARIFF: Final = frozenset({"publication", "plan"})
_LETTERS: Final = frozenset({"cong-van", "thong-bao", "ke-hoach", "bao-cao"})
"""Types of texts that set no amount, whoever signs them."""

_FOREIGN: Final = re.compile(r"\b(USD|EUR|JPY|GBP|AUD)\b|\bđô la Mỹ\b", re.IGNORECASE)


def issuer_and_number(law: Law, citation: Tree) -> tuple[str, str]:
    """Return the issuer and the number that a citation means.

    Raises:
        Undecided: The issuer is left out and the register does not tell which text it is.
    """
    number, issuer = word(citation.get("instrument")), citation.get("issuer")
    if REFUSED in (citation.get("instrument"), issuer):
        raise Undecided(Message("law/unread"))
    if isinstance(issuer, str):
        return issuer, number
    found = law.instruments.find(number, None)
    if len(found) != 1:
        key = "law/ambiguous-instrument" if found else "law/unknown-instrument"
        raise Undecided(Message(key, {"number": number}))
    return str(found[0].value.get("issuer", "")), number


def setter(law: Law, citation: Tree) -> Value:
    """Return who issued the text an amount rests on, and whether it may set one."""
    id_, number = issuer_and_number(law, citation)
    issuer = law.listed("issuer", id_)
    found = law.instruments.find(number, id_)
    text = found[0].value if len(found) == 1 else {}
    row = issuer if isinstance(issuer, Mapping) else {}
    class_, level = row.get("class"), row.get("level")
    may = (
        class_ in _COMPETENT_CLASSES
        or id_ == _COMPETENT_MINISTRY
        or (class_ == "hdnd" and level == "province")
    )
    kind = text.get("nature") in _NO_TARIFF or text.get("type") in _LETTERS
    return {
        "instrument": number,
        "issuer": str(row.get("name", id_)),
        "is_competent": may and not kind,
        "is_council": class_ == "hdnd",
        "is_finance": id_ == _COMPETENT_MINISTRY,
    }


def tariff_area(law: Law, configuration: Tree, citation: Tree) -> Value:
    """Return whether a territory lies where a cited tariff holds (vùng của biểu mức cũ).

    Only the former provinces are asked about: a text of a body that still exists holds in
    all of its territory.

    Raises:
        Undecided: The catalogues do not say in which former province a commune lies.
    """
    id_, number = issuer_and_number(law, citation)
    issuer = law.listed("issuer", id_)
    area = str(issuer.get("territory", "")) if isinstance(issuer, Mapping) else ""
    place, tree = word(configuration.get("territory")), law.world.territories
    here = tree.path(place, law.day)
    known = tree.get(area)
    span = known.span_on(law.day) if known is not None else None
    is_area = span is not None and span.level is Level.AREA
    inside = not is_area or area in here
    around = tree.path(area, law.day)
    if not inside and place not in around and not _in_some_area(law, here):
        raise Undecided(Message("law/area-unknown", {"territory": place, "area": area}))
    return {"instrument": number, "area": known.name if known else area, "is_inside": inside}


def _in_some_area(law: Law, here: tuple[str, ...]) -> bool:
    tree = law.world.territories
    for name in here:
        territory = tree.get(name)
        span = territory.span_on(law.day) if territory is not None else None
        if span is not None and span.level is Level.AREA:
            return True
    return False


def foreign_currency(fee: Tree) -> Value:
    """Return whether the announced words of a fee line name a foreign currency (ngoại tệ)."""
    words = fee.get("announced")
    return isinstance(words, str) and _FOREIGN.search(words) is not None


def bind(law: Law) -> Bound:
    """Return the functions for the law of one day."""

    def is_reached(day: date) -> bool:
        return day <= law.day

    return {
        "fee_setter": lambda citation: setter(law, citation),
        "tariff_area": lambda configuration, citation: tariff_area(law, configuration, citation),
        "cited_text": law.instrument,
        "is_reached": is_reached,
        "is_foreign_currency": foreign_currency,
    }


TOPIC: Final = Topic(
    records=(
        RecordType(
            "FeeSetter",
            (
                Field("instrument", "văn_bản", TEXT),
                Field("issuer", "cơ_quan_ban_hành", TEXT),
                Field("is_competent", "có_thẩm_quyền", BOOLEAN),
                Field("is_council", "là_hội_đồng_nhân_dân", BOOLEAN),
                Field("is_finance", "là_bộ_tài_chính", BOOLEAN),
            ),
        ),
        RecordType(
            "TariffArea",
            (
                Field("instrument", "văn_bản", TEXT),
                Field("area", "vùng", TEXT),
                Field("is_inside", "trong_vùng", BOOLEAN),
            ),
        ),
    ),
    functions=(
        Function("fee_setter", "cơ_quan_đặt_mức", (Record("Citation"),), Record("FeeSetter")),
        Function(
            "tariff_area",
            "vùng_áp_dụng_của",
            (Record(EFFECTIVE), Record("Citation")),
            Record("TariffArea"),
        ),
        Function(
            "cited_text",
            "hiệu_lực_của_căn_cứ",
            (Record("Citation"),),
            Record("InstrumentInForce"),
        ),
        Function("is_reached", "đã_đến_ngày", (DATE,), BOOLEAN, may_be_unknown=False),
        Function(
            "is_foreign_currency",
            "là_ngoại_tệ",
            (Record("Fee"),),
            BOOLEAN,
            may_be_unknown=False,
        ),
    ),
    bind=bind,
)
