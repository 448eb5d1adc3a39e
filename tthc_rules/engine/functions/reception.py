"""What rules ask of reception (tiếp nhận): centres, provinces, channels."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from tthc_rules.diagnostics import Message
from tthc_rules.engine.blueprint import EFFECTIVE
from tthc_rules.engine.functions.reading import records, word
from tthc_rules.engine.functions.topic import Bound, Topic
from tthc_rules.lang.undecided import Undecided
from tthc_rules.lang.vocabulary import TEXT, Function, ListOf, Record
from tthc_rules.model.territory import Level
from tthc_rules.model.text import Text
from tthc_rules.model.values import Tree, Value

if TYPE_CHECKING:
    from tthc_rules.engine.law import Law

_CHANNELS: Final = {
    "direct": Text("trực tiếp", "in person"),
    "online": Text("trực tuyến", "online"),
    "postal": Text("bưu chính", "by post"),
}


def centres_left_out(law: Law, configuration: Tree) -> Value:
    """Return the commune centres that do not receive, where some do (trung tâm bị bỏ sót).

    A point that stands for every commune of the province leaves out none; where no commune
    centre is named at all the procedure is received elsewhere, and nothing is said.

    Raises:
        Undecided: A point is in no catalogue.

    Source: 118/2025/NĐ-CP, Article 14, clause 2.
    """
    reception = configuration.get("reception")
    points = reception.get("points", ()) if isinstance(reception, Mapping) else ()
    named = [law.listed("agency", word(p)) for p in (points if isinstance(points, tuple) else ())]
    communes = [one for one in named if isinstance(one, Mapping) and _is_commune_centre(one)]
    province = word(configuration.get("territory"))
    if not communes or any(one.get("territory") == province for one in communes):
        return ()
    return tuple(
        word(listed.value.get("name"))
        for listed in law.register.all("agency")
        if _is_commune_centre(listed.value)
        and _exists(listed.value, law.day)
        and listed.value not in communes
        and province in law.world.territories.path(word(listed.value.get("territory")), law.day)
        and listed.value.get("territory") != province
    )


def province_of(law: Law, territory: str) -> Value:
    """Return the province in which a territory lies on the day, itself if it is one.

    Raises:
        Undecided: The territory lies in no listed province that day.
    """
    for name in law.world.territories.path(territory, law.day):
        known = law.world.territories.get(name)
        span = known.span_on(law.day) if known is not None else None
        if span is not None and span.level is Level.PROVINCE:
            return law.listed("territory", name)
    raise Undecided(Message("law/no-province", {"territory": territory}))


def channels_left_out(law: Law, configuration: Tree) -> Value:
    """Return the published channels that no case of the configuration offers (kênh bị bỏ)."""
    published = law.publications.get(word(configuration.get("code")), {})
    offered = _channels(configuration)
    return tuple(name for key, name in _CHANNELS.items() if key in _channels(published) - offered)


def _channels(tree: Tree) -> frozenset[str]:
    return frozenset(
        word(channel.get("channel"))
        for case in records(tree.get("cases"))
        for channel in records(case.get("channels"))
    )


def _is_commune_centre(agency: Tree) -> bool:
    return agency.get("kind") == "centre" and agency.get("level") == "commune"


def _exists(agency: Tree, day: date) -> bool:
    start, end = agency.get("from"), agency.get("until")
    return (not isinstance(start, date) or start <= day) and (
        not isinstance(end, date) or day < end
    )


def bind(law: Law) -> Bound:
    """Return the functions for the law of one day."""
    return {
        "centres_left_out": partial(centres_left_out, law),
        "province_of": partial(province_of, law),
        "channels_left_out": partial(channels_left_out, law),
    }


_RECEIVED: Final = (Record(EFFECTIVE),)

TOPIC: Final = Topic(
    records=(),
    functions=(
        Function("centres_left_out", "trung_tâm_bị_bỏ_sót", _RECEIVED, ListOf(TEXT)),
        Function("province_of", "tỉnh_của", (TEXT,), Record("TerritoryItem")),
        Function("channels_left_out", "kênh_bị_bỏ", _RECEIVED, ListOf(TEXT)),
    ),
    bind=bind,
)
