"""The receipt: everything considered for one answer (vết suy luận).

It is data. `Receipt.json` is canonical: keys sorted, no locale, no clock; the same question
put to the same register gives the same bytes whatever the order of files.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import TypeAlias, assert_never

from tthc_rules.diagnostics import NOTHING, Message
from tthc_rules.engine.resolution.amounts import Amount, amount_of
from tthc_rules.engine.resolution.docket import Docket
from tthc_rules.engine.resolution.outcome import (
    Answer,
    Conflict,
    Considered,
    Gap,
    Irregularity,
    MissingFacts,
    Resolution,
    SetAside,
    Status,
)
from tthc_rules.engine.resolution.resolve import resolve
from tthc_rules.engine.resolution.world import World
from tthc_rules.model.conditions import Constant
from tthc_rules.model.law import (
    AttributePolicy,
    Key,
    LegalValue,
    OnlineLevel,
    PartialDong,
    Query,
    Share,
)
from tthc_rules.model.quantities import Money, Rate, TimeLimit
from tthc_rules.model.text import Text

Json: TypeAlias = "bool | int | str | list[Json] | Mapping[str, Json] | None"


@dataclass(frozen=True, slots=True)
class Receipt:
    """One question, its answer and everything considered for it (vết suy luận)."""

    query: Query
    resolution: Resolution
    policy: AttributePolicy
    considered: Considered

    def json(self) -> str:
        """Return the canonical JSON text."""
        return f'{{"query":{_text(_query(self.query))},{self.considered.body}}}'

    def reasons(self) -> tuple[tuple[Key, Message], ...]:
        """Return for each norm set aside the message that says why."""
        if isinstance(self.resolution, MissingFacts):
            return ()
        return tuple((aside.norm, reason(aside)) for aside in self.resolution.set_aside)


def receipt(world: World, query: Query) -> Receipt:
    """Return the answer to a query with everything considered for it."""
    resolution = resolve(world, query)
    docket = world.docket(query)
    key = docket.key(query)
    kept = docket.considered.get(key)
    if kept is None:
        kept = docket.considered[key] = _considered(docket, resolution)
    return Receipt(query, resolution, docket.policy, kept)


def reason(aside: SetAside) -> Message:
    """Return why a norm was set aside, as the key of a sentence with its values."""
    if aside.fault is not None:
        return Message(f"resolution/fault.{aside.fault.value}", {"norm": aside.norm})
    key = f"resolution/status.{aside.status.value}"
    values = {"norm": aside.norm}
    if aside.day is not None and aside.status in _TOLD_BY_DAY:
        values["day"] = aside.day.isoformat()
        key += ".day"
    if aside.by and aside.status in _TOLD_BY_OTHERS:
        values["by"] = ", ".join(aside.by)
        key += ".by"
    return Message(key, values)


def fault_message(item: Irregularity) -> Message:
    """Return what is out of order, as the key of a sentence with its values."""
    about = sorted(item.norms | item.instruments | item.publications)
    values = {"norm": ", ".join(about)} if about else NOTHING
    return Message(f"resolution/fault.{item.fault.value}", values)


def missing_message(missing: MissingFacts) -> Message:
    """Return what has to be known first, as the key of a sentence with its values.

    For values whose order hangs on the day the names are those values.
    """
    values: dict[str, Text | str] = {"names": ", ".join(missing.names)}
    if missing.pairs:
        told = [value_text(value) for pair in missing.pairs for value in pair]
        vi, en = (", ".join(dict.fromkeys(texts)) for texts in zip(*told, strict=True))
        values["names"] = Text(vi, en)
    return Message(f"resolution/missing.{missing.cause.value}", values)


def value_text(value: LegalValue) -> tuple[str, str]:
    """Return a legal value in both languages, Vietnamese first."""
    match value:
        case TimeLimit() | Money() | Rate():
            text = value.text()
            return text.vi, text.en
        case Share(part):
            return f"hỗ trợ {_percent(part)}%", f"{_percent(part)}% supported"
        case PartialDong(dong):
            return f"{dong} đồng", f"{dong} dong"
        case OnlineLevel():
            return _LEVELS[value]
        case int():
            return str(value), str(value)
    assert_never(value)


_LEVELS = {
    OnlineLevel.NONE: ("không trực tuyến", "not online"),
    OnlineLevel.PARTIAL: ("một phần", "partial"),
    OnlineLevel.FULL: ("toàn trình", "full"),
}


def _percent(part: Fraction) -> str:
    return str(part * 100)


_TOLD_BY_DAY = frozenset({Status.NOT_YET, Status.ENDED, Status.SUSPENDED})
_TOLD_BY_OTHERS = frozenset(
    {
        Status.ENDED,
        Status.SUSPENDED,
        Status.BASE_NOT_IN_FORCE,
        Status.SWITCHED_OFF,
        Status.DEFEATED,
        Status.NOT_CHOSEN,
    }
)


# What was considered ---------------------------------------------------------------------


def _considered(docket: Docket, resolution: Resolution) -> Considered:
    texts = {item.text.key: item.text for item in docket.visible}
    stand_ins = tuple(
        sorted((key, text.stand_ins) for key, text in texts.items() if text.stand_ins)
    )
    unverified = tuple(
        sorted(
            item.key for item in docket.visible if not (item.norm.verified and item.text.verified)
        )
    )
    unreadable = tuple(sorted((item.name, item.reason) for item in docket.unreadable))
    tree: dict[str, Json] = {
        "result": _resolution(resolution),
        "policy": _policy(docket.policy),
        "stand_ins": [{"instrument": key, "fields": [*names]} for key, names in stand_ins],
        "unverified": [*unverified],
        "unreadable": [{"name": name, "reason": why} for name, why in unreadable],
    }
    return Considered(stand_ins, unverified, unreadable, _text(tree)[1:-1])


def _text(tree: Json) -> str:
    return json.dumps(tree, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _query(query: Query) -> dict[str, Json]:
    return {
        "attribute": query.attribute,
        "procedure": query.procedure,
        "sector": query.sector,
        "charge": query.charge,
        "case": query.case,
        "channel": query.channel,
        "territory": query.territory,
        "facts": {name: _constant(value) for name, value in query.facts.items()},
        "events": {name: _day(day) for name, day in query.events.items()},
        "known_on": _day(query.known_on),
    }


def _policy(policy: AttributePolicy) -> dict[str, Json]:
    return {
        "applies_by": [*policy.applies_by],
        "combine": policy.combine.value,
        "favourable": policy.favourable.value,
        "modifiers": policy.modifiers.value,
    }


def _resolution(resolution: Resolution) -> dict[str, Json]:
    found: dict[str, Json]
    match resolution:
        case Answer(value=value, support=support):
            paid: Json = None
            if support is not None:
                paid = {"amount": value_json(support.amount), "cites": [*support.cites]}
            found = {"kind": "answer", "value": value_json(value), "support": paid}
        case Gap():
            found = {"kind": "gap"}
        case Conflict(norms=norms, values=values):
            found = {
                "kind": "conflict",
                "norms": [*norms],
                "values": [value_json(value) for value in values],
            }
        case MissingFacts():
            return _missing(resolution)
        case _:  # pragma: no cover - the union is closed
            assert_never(resolution)
    return found | {
        "cites": [*resolution.cites],
        "set_aside": [_aside(item) for item in resolution.set_aside],
        "findings": [_irregularity(item) for item in resolution.irregularities],
        "unseen": [*resolution.unseen],
    }


def _missing(resolution: MissingFacts) -> dict[str, Json]:
    return {
        "kind": "missing_facts",
        "cause": resolution.cause.value,
        "names": [*resolution.names],
        "pairs": [[value_json(one), value_json(two)] for one, two in resolution.pairs],
        "norms": [
            {"norm": key, "statuses": [*statuses]} for key, statuses in resolution.open_norms
        ],
        "unseen": [*resolution.unseen],
    }


def _aside(item: SetAside) -> dict[str, Json]:
    return {
        "norm": item.norm,
        "status": item.status.value,
        "by": [*item.by],
        "day": _day(item.day),
        "ground": item.fault.value if item.fault is not None else None,
    }


def _irregularity(item: Irregularity) -> dict[str, Json]:
    return {
        "class": item.fault.value,
        "norms": _sorted(item.norms),
        "instruments": _sorted(item.instruments),
        "publications": _sorted(item.publications),
    }


def value_json(value: LegalValue) -> dict[str, Json]:
    """Return a legal value as kind and amount; a part of a unit is written as a fraction."""
    amount: Amount = amount_of(value)
    number = amount.number
    return {
        "kind": amount.measure.value,
        "amount": number if isinstance(number, int) else str(number),
    }


def _constant(value: Constant | None) -> Json:
    match value:
        case Money() | TimeLimit():
            return value_json(value)
        case _:
            return value


def _day(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


def _sorted(keys: Iterable[Key]) -> list[Json]:
    return [*sorted(keys)]
