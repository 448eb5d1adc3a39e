"""What rules ask of a publication (công bố thủ tục): whether it is whole, and in time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from tthc_rules.diagnostics import Message
from tthc_rules.engine.functions.reading import records, word
from tthc_rules.engine.functions.topic import Bound, Topic
from tthc_rules.lang.undecided import Undecided
from tthc_rules.lang.vocabulary import (
    BOOLEAN,
    TEXT,
    Field,
    Function,
    ListOf,
    Record,
    RecordType,
)
from tthc_rules.model.text import Text
from tthc_rules.model.values import REFUSED, Tree, Value

if TYPE_CHECKING:
    from tthc_rules.engine.law import Law

_LEAST_DAYS: Final = {"nation": 20, "province": 5}
"""How many days before the text takes effect a ministry and a province publish."""

_SIMPLIFIED_DAYS: Final = 3
"""How many days after signing a text of the simplified procedure is published."""


def missing_parts(publication: Tree) -> Value:
    """Return the parts of a procedure that its publication leaves out (bộ phận còn thiếu).

    A time that could not be read is there, and one may also be announced in words.

    Raises:
        Undecided: The cases or the authority could not be read.

    Source: 63/2010/NĐ-CP, Article 8, clause 2, points c, đ, g.
    """
    return tuple(_missing(publication))


def missing_in_full(publication: Tree) -> Value:
    """Return what a publication in full leaves out: also the papers and the subjects.

    Source: 63/2010/NĐ-CP, Article 13, clause 2, point b, and Article 8, clause 2.
    """
    found = list(_missing(publication))
    if not publication.get("components"):
        found.append(Text("thành phần hồ sơ", "the papers"))
    if not publication.get("applicants"):
        found.append(Text("đối tượng thực hiện", "the subjects"))
    return tuple(found)


def publication_delay(law: Law, publication: Tree) -> Value:
    """Return whether the decision was signed in time for the text it publishes.

    Raises:
        Undecided: A day, the text or the level of the issuer is not known.

    Source: 63/2010/NĐ-CP, Article 15.
    """
    decision = publication.get("publication")
    tree: Tree = decision if isinstance(decision, Mapping) else {}
    text, number = _published_text(law, tree.get("of"))
    signed = _day(tree.get("signed"))
    if tree.get("simplified") is True:
        days, bound = (signed - _day(text.get("signed"))).days, _SIMPLIFIED_DAYS
        late = days > bound
        vi = f"ký sau văn bản {days} ngày, không được quá {bound} ngày"
        remark = Text(vi, f"signed {days} days after it, at most {bound} are allowed")
    else:
        start = law.instruments.force(text).start
        issuer = law.listed("issuer", word(tree.get("issuer")))
        level = word(issuer.get("level")) if isinstance(issuer, Mapping) else ""
        if level not in _LEAST_DAYS:
            raise Undecided(Message("law/no-term-of-publication"))
        days, bound = (_day(start) - signed).days, _LEAST_DAYS[level]
        late = days < bound
        vi = f"ký trước ngày có hiệu lực {days} ngày, phải trước ít nhất {bound} ngày"
        remark = Text(vi, f"signed {days} days before it takes effect, at least {bound} are due")
    return {"is_late": late, "instrument": number, "remark": remark}


def _missing(publication: Tree) -> Iterator[Text]:
    if REFUSED in (publication.get("cases"), publication.get("authority")):
        raise Undecided(Message("law/unread"))
    channels = [
        channel
        for case in records(publication.get("cases"))
        for channel in records(case.get("channels"))
    ]
    if not channels:
        yield Text("cách thức thực hiện", "the ways to file")
    elif not any("time_limit" in one or "announced" in one for one in channels):
        yield Text("thời hạn giải quyết", "the time limit")
    if not publication.get("agencies") and not publication.get("authority"):
        yield Text("cơ quan giải quyết", "the agency")


def _published_text(law: Law, citation: Value | None) -> tuple[Tree, str]:
    cited: Tree = citation if isinstance(citation, Mapping) else {}
    number = word(cited.get("instrument"))
    found = law.instruments.find(number, word(cited.get("issuer")) or None)
    if len(found) != 1:
        key = "law/ambiguous-instrument" if found else "law/unknown-instrument"
        raise Undecided(Message(key, {"number": number}))
    return found[0].value, number


def _day(value: Value | None) -> date:
    if not isinstance(value, date):
        raise Undecided(Message("law/no-day-of-publication"))
    return value


def bind(law: Law) -> Bound:
    """Return the functions for the law of one day."""
    return {
        "missing_parts": missing_parts,
        "missing_in_full": missing_in_full,
        "publication_delay": partial(publication_delay, law),
    }


_PUBLISHED: Final = (Record("procedure"),)

TOPIC: Final = Topic(
    records=(
        RecordType(
            "PublicationDelay",
            (
                Field("is_late", "bị_chậm", BOOLEAN),
                Field("instrument", "văn_bản", TEXT),
                Field("remark", "nhận_xét", TEXT),
            ),
        ),
    ),
    functions=(
        Function("missing_parts", "bộ_phận_còn_thiếu", _PUBLISHED, ListOf(TEXT)),
        Function("missing_in_full", "bộ_phận_đầy_đủ_còn_thiếu", _PUBLISHED, ListOf(TEXT)),
        Function("publication_delay", "độ_trễ_công_bố", _PUBLISHED, Record("PublicationDelay")),
    ),
    bind=bind,
)
