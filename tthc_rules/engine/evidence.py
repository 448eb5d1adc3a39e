"""What publications announce, as evidence to hold answers against (bằng chứng công bố).

A publication has no rank and sets nothing: where it differs from the law, that is said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from tthc_rules.model.entry import Entry
from tthc_rules.model.law import PublicationEvidence
from tthc_rules.model.quantities import DayKind, Money, TimeLimit
from tthc_rules.model.validity import ALWAYS, Validity
from tthc_rules.model.values import Tree, Value


def evidence(publications: Iterable[Entry]) -> Iterator[PublicationEvidence]:
    """Yield what each publication announces: time limits and amounts by case and channel.

    What it announces without a unit or without naming the charge cannot be held against
    anything.
    """
    for entry in publications:
        code, territory = entry.value.get("code"), entry.value.get("territory")
        if not isinstance(code, str):
            continue
        place = territory if isinstance(territory, str) else None
        validity = _validity(entry.value.get("publication"))
        for case, channel in _channels(entry.value):
            at = (str(case.get("id")), str(channel.get("channel")))
            limit = channel.get("time_limit")
            if isinstance(limit, TimeLimit) and limit.kind is not DayKind.UNSTATED:
                yield PublicationEvidence(
                    key=f"{code} {'/'.join(at)}",
                    procedure=code,
                    attribute="time_limit",
                    value=limit,
                    validity=validity,
                    case=at[0],
                    channel=at[1],
                    territory=place,
                )
            yield from _amounts(code, at, channel, validity, place)


def _amounts(
    code: str, at: tuple[str, str], channel: Tree, validity: Validity, place: str | None
) -> Iterator[PublicationEvidence]:
    for fee in _trees(channel.get("fees")):
        amount, charge, kind = fee.get("amount"), fee.get("charge"), fee.get("type")
        if isinstance(amount, Money) and isinstance(charge, str) and kind in ("fee", "charge"):
            yield PublicationEvidence(
                key=f"{code} {'/'.join(at)}/{charge}",
                procedure=code,
                attribute=str(kind),
                value=amount,
                validity=validity,
                case=at[0],
                channel=at[1],
                charge=charge,
                territory=place,
            )


def _channels(tree: Tree) -> Iterator[tuple[Tree, Tree]]:
    for case in _trees(tree.get("cases")):
        for channel in _trees(case.get("channels")):
            yield case, channel


def _trees(value: Value | None) -> Iterator[Tree]:
    for item in value if isinstance(value, tuple) else ():
        if isinstance(item, Mapping):
            yield item


def _validity(decision: Value | None) -> Validity:
    start = decision.get("from") if isinstance(decision, Mapping) else None
    end = decision.get("until") if isinstance(decision, Mapping) else None
    first = start if isinstance(start, date) else None
    last = end if isinstance(end, date) else None
    if first is not None and last is not None and last <= first:
        return ALWAYS
    return Validity(first, last)
