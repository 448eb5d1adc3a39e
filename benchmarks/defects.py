"""Defects to be sown in the made-up corpus (lỗi gieo), each with the finding that tells of it."""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from dataclasses import dataclass
from typing import Any, Final

Tree = MutableMapping[str, Any]


@dataclass(slots=True)
class Pair:
    """A publication and its configuration, still to be written."""

    publication: Tree
    configuration: Tree


def _as_it_is(text: str) -> str:
    return text


def _leave(_pair: Pair) -> None:
    """Leave the values alone: the defect is one of the text."""


def _always(_pair: Pair) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Defect:
    """One kind of defect.

    Attributes:
        kind: What it is called in `defects.tsv`.
        file: Where its finding stands: `publication` or `configuration`.
        code: The finding that must tell of it.
        sow: Puts it among the values.
        spoil: Puts it into the text.
        fits: Whether it can be sown in a pair.
    """

    kind: str
    file: str
    code: str
    sow: Callable[[Pair], None] = _leave
    spoil: Callable[[str], str] = _as_it_is
    fits: Callable[[Pair], bool] = _always


def _overrides(pair: Pair) -> Tree:
    overrides: Tree = pair.configuration["overrides"]
    return overrides


def _steps(pair: Pair) -> list[Tree]:
    steps: list[Tree] = _overrides(pair)["route"]["steps"]
    return steps


def _longer_limit(pair: Pair) -> None:
    channel = {"channel": "direct", "time_limit": "90 ngày làm việc"}
    _overrides(pair)["cases"] = [{"id": "default", "channels": [channel]}]


def _is_cut(pair: Pair) -> bool:
    return "cases" in _overrides(pair)


def _is_not_cut(pair: Pair) -> bool:
    return not _is_cut(pair)


def _cut_forgotten(pair: Pair) -> None:
    del _overrides(pair)["cases"]


def _unit_missing(pair: Pair) -> None:
    pair.publication["cases"][0]["channels"][0]["time_limit"] = "5 không ghi đơn vị"


def _slow_step(pair: Pair) -> None:
    _steps(pair)[1]["duration"] = "900 giờ làm việc"


def _ends_elsewhere(pair: Pair) -> None:
    _steps(pair)[-2]["owner"] = "ubnd-xx"


def _no_withdrawal(pair: Pair) -> None:
    first = _steps(pair)[0]
    first["next"] = [way for way in first["next"] if way["on"] != "withdraw"]


def _presence(pair: Pair) -> None:
    _steps(pair)[1]["presence"] = True


def _partial(pair: Pair) -> None:
    _overrides(pair)["online"] = {"level": "partial"}


def _three_supplements(pair: Pair) -> None:
    _overrides(pair)["supplement"] = {"max": 3}


def _two_systems(pair: Pair) -> None:
    pair.configuration["hosting"][1]["state"] = "active"


def _no_system(pair: Pair) -> None:
    pair.configuration["hosting"][0]["state"] = "off"


def _own_commune(pair: Pair) -> None:
    _overrides(pair)["reception"]["boundary"] = "commune"


def _district(pair: Pair) -> None:
    pair.publication["authority"] = "Uỷ ban nhân dân cấp huyện"


def _unpublished(pair: Pair) -> None:
    pair.configuration["procedure"] = "9.999999"


def _unknown_agency(pair: Pair) -> None:
    _overrides(pair)["route"]["decides"] = "ubnd-xy"


def _unknown_text(pair: Pair) -> None:
    pair.publication["basis"][0]["instrument"] = "999/2099/NĐ-CP"


def _lapsed_text(pair: Pair) -> None:
    pair.publication["basis"][0]["instrument"] = "61/2018/NĐ-CP"


def _twice(pair: Pair) -> None:
    components = pair.publication["components"]
    components[1]["id"] = components[0]["id"]


def _unreachable(pair: Pair) -> None:
    steps = _steps(pair)
    lost = {"id": "lac", "owner": "ubnd-xx", "role": "process", "duration": "1 giờ làm việc"}
    steps.append({**lost, "next": [{"to": "tra", "on": "done"}]})


def _replaced(old: str, new: str) -> Callable[[str], str]:
    def spoil(text: str) -> str:
        if old not in text:
            raise ValueError(f"nothing to spoil: {old}")
        return text.replace(old, new, 1)

    return spoil


def fitting(pair: Pair) -> tuple[Defect, ...]:
    """Return the defects that can be sown in a pair."""
    return tuple(defect for defect in DEFECTS if defect.fits(pair))


DEFECTS: Final = (
    Defect(
        "limit-unreadable", "publication", "yaml/bad-value", spoil=_replaced("làm việc", "vien")
    ),
    Defect("key-unknown", "publication", "schema/unknown-key", spoil=_replaced("note:", "notes:")),
    Defect("key-twice", "publication", "yaml/duplicate-key", spoil=_replaced("mandate:", "name:")),
    Defect("quote-open", "configuration", "yaml/syntax", spoil=_replaced('"XX"', '"XX')),
    Defect(
        "name-missing", "publication", "schema/missing-key", lambda p: p.publication.pop("name")
    ),
    Defect(
        "limit-longer",
        "configuration",
        "time-limit/longer-than-law",
        _longer_limit,
        fits=_is_not_cut,
    ),
    Defect(
        "cut-forgotten",
        "configuration",
        "time-limit/local-cut-not-applied",
        _cut_forgotten,
        fits=_is_cut,
    ),
    Defect("limit-without-unit", "publication", "time-limit/unit-missing", _unit_missing),
    Defect("steps-too-long", "configuration", "time-limit/steps-exceed-total", _slow_step),
    Defect("result-elsewhere", "configuration", "route/result-not-to-receiver", _ends_elsewhere),
    Defect("no-withdrawal", "configuration", "withdrawal/no-transition", _no_withdrawal),
    Defect("step-unreachable", "configuration", "route/unreachable-step", _unreachable),
    Defect("presence", "configuration", "online/full-with-presence", _presence),
    Defect("partial", "configuration", "online/partial-without-reason", _partial),
    Defect("three-supplements", "configuration", "supplement/more-than-twice", _three_supplements),
    Defect("two-systems", "configuration", "system/two-systems", _two_systems),
    Defect("no-system", "configuration", "system/no-system", _no_system),
    Defect("own-commune", "configuration", "reception/own-commune-only", _own_commune),
    Defect("district-body", "publication", "identity/district-body", _district),
    Defect("not-published", "configuration", "identity/unknown-procedure", _unpublished),
    Defect("agency-unknown", "configuration", "reference/unknown", _unknown_agency),
    Defect("text-unknown", "publication", "instrument/unresolved-citation", _unknown_text),
    Defect("text-lapsed", "publication", "instrument/not-in-force", _lapsed_text),
    Defect("item-twice", "publication", "identity/duplicate-item", _twice),
)
