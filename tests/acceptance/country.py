"""A made-up province whose one configuration has nothing wrong with it (tỉnh giả định)."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final, TypeAlias

from tthc_rules import library
from tthc_rules.api import CheckResult, load_settings
from tthc_rules.api.checking import read_of, result_of, verdicts_of
from tthc_rules.api.workspace import Workspace, load, open_workspace
from tthc_rules.loading import Schemas

Tree: TypeAlias = dict[str, Any]

DAY: Final = date(2026, 11, 24)
CODE: Final = "9.900001"
RESOLUTION: Final = {"issuer": "hdnd-xx", "instrument": "90/2099/NQ-HĐND"}
WAIVER: Final = {"issuer": "hdnd-xx", "instrument": "91/2099/NQ-HĐND"}
CUT: Final = {"issuer": "ubnd-xx", "instrument": "92/2099/QĐ-UBND"}
OTHER: Final = {"issuer": "hdnd-yy", "instrument": "93/2099/NQ-HĐND"}
OLD: Final = {"issuer": "bo-tai-chinh", "instrument": "94/2099/TT-BTC"}
FOLLOWED: Final = {"issuer": "bo-tai-chinh", "instrument": "97/2099/TT-BTC"}
CHARGE: Final = "le-phi-can-mau"
SET: Final = "100.000 đồng"


def instrument(
    named: Tree, kind: str, territory: str, signed: str = "2025-08-04", **more: object
) -> Tree:
    """Return a text in force from 1 September 2025 or when signed, with norms or relations."""
    return {
        "kind": "instrument",
        "number": named["instrument"],
        "issuer": named["issuer"],
        "type": kind,
        "signed": signed,
        "force": {"from": max(signed, "2025-09-01")},
        "territory": territory,
        "confidence": "verified",
        "source": "giả định",
        **more,
    }


def step(id_: str, owner: str, role: str, actor: str, time: str, *to: Tree) -> Tree:
    """Return one step of a route."""
    return {
        "id": id_,
        "owner": owner,
        "role": role,
        "actor": actor,
        "duration": time,
        "next": list(to),
    }


def to(target: str, on: str = "done") -> Tree:
    """Return the way on from a step; who ends a dossier tells the citizen."""
    return {"to": target, "on": on, **({} if on == "done" else {"notice": True})}


CATALOGUE: Final[Tree] = {
    "kind": "catalogue",
    "territories": [
        {
            "id": "YY",
            "name": "Tỉnh YY (giả định)",
            "type": "tỉnh",
            "spans": [{"level": "province", "in": "VN"}],
        }
    ],
    "issuers": [
        {
            "id": "hdnd-yy",
            "name": "HĐND tỉnh YY (giả định)",
            "class": "hdnd",
            "level": "province",
            "territory": "YY",
        }
    ],
    "charges": [{"id": CHARGE, "name": "Lệ phí cần mẫu", "type": "charge", "competence": "hdnd"}],
    "sectors": [
        {"id": "linh-vuc-can", "name": "Lĩnh vực cần", "needs": ["co-so-du-lieu-mau"]},
        {"id": "linh-vuc-btc", "name": "Lĩnh vực tài chính", "ministry": "bo-tai-chinh"},
    ],
    "systems": [
        {"id": "buu-chinh-mau", "name": "Bưu chính mẫu", "kind": "postal", "level": "national"}
    ],
}
LAW: Final[Tree] = {"issuer": "quoc-hoi", "instrument": "90/2099/QH16"}
DECREE: Final[Tree] = {"issuer": "chinh-phu", "instrument": "90/2099/NĐ-CP"}


def instruments() -> list[Tree]:
    """Return the law of the made-up province: a charge, a waiver, a ceiling, a cut."""
    subject = {"charges": [CHARGE]}
    limit = {"procedures": [CODE]}
    return [
        instrument(
            LAW,
            "luat",
            "VN",
            norms=[
                {
                    "id": "giao",
                    "attribute": "charge",
                    "form": "delegation",
                    "subject": subject,
                    "delegation": {
                        "to": {"class": "hdnd", "level": "province"},
                        "direction": "any",
                    },
                }
            ],
        ),
        instrument(
            RESOLUTION,
            "nghi-quyet-hdnd",
            "XX",
            norms=[
                {
                    "id": "muc",
                    "at": "Điều 1",
                    "attribute": "charge",
                    "form": "value",
                    "subject": subject,
                    "value": SET,
                    "fills": {**LAW, "norm": "giao"},
                }
            ],
        ),
        instrument(
            WAIVER,
            "nghi-quyet-hdnd",
            "XX",
            norms=[
                {
                    "id": "mien",
                    "at": "Điều 2",
                    "attribute": "charge",
                    "form": "rate",
                    "when": "channel = online",
                    "subject": subject,
                    "value": "thu bằng 0%",
                    "of": {"norms": [{**RESOLUTION, "norm": "muc"}]},
                }
            ],
        ),
        instrument(
            DECREE,
            "nghi-dinh",
            "VN",
            norms=[
                {
                    "id": "thoi-han",
                    "at": "Điều 1",
                    "attribute": "time_limit",
                    "form": "ceiling",
                    "default": "bound",
                    "subject": limit,
                    "value": "10 ngày làm việc",
                    "delegation": {"to": {"class": "ubnd", "level": "province"}, "direction": "le"},
                }
            ],
        ),
        instrument(
            CUT,
            "quyet-dinh-ubnd",
            "XX",
            norms=[
                {
                    "id": "cat",
                    "at": "Điều 1",
                    "attribute": "time_limit",
                    "form": "value",
                    "subject": limit,
                    "value": "6 ngày làm việc",
                    "fills": {**DECREE, "norm": "thoi-han"},
                }
            ],
        ),
        instrument(OTHER, "nghi-quyet-hdnd", "YY"),
        instrument(OLD, "thong-tu", "VN"),
        instrument(FOLLOWED, "thong-tu", "VN"),
        instrument(
            {"issuer": "bo-tai-chinh", "instrument": "95/2099/TT-BTC"},
            "thong-tu",
            "VN",
            relations=[
                {"kind": "replaces", "target": OLD},
                {"kind": "follows", "target": FOLLOWED},
            ],
        ),
    ]


def publication() -> Tree:
    """Return what was announced, with nothing wrong."""
    return {
        "kind": "procedure",
        "code": CODE,
        "name": "Cấp giấy mẫu",
        "sector": "linh-vuc-can",
        "levels": ["province"],
        "agencies": ["Sở Mẫu tỉnh XX"],
        "basis": [DECREE],
        "applicants": ["Công dân"],
        "cases": [
            {
                "id": "default",
                "channels": [
                    {
                        "channel": channel,
                        "time_limit": "10 ngày làm việc",
                        "fees": [{"charge": CHARGE, "type": "charge", "amount": SET}],
                    }
                    for channel in ("direct", "online")
                ],
            }
        ],
        "confidence": "unverified",
    }


def configuration() -> Tree:
    """Return what the made-up province runs, with nothing wrong."""
    return {
        "kind": "configuration",
        "procedure": CODE,
        "territory": "XX",
        "hosting": [
            {
                "system": "he-thong-bo-mau",
                "state": "active",
                "from": "2026-01-01",
                "synchronised": True,
                "realtime_status": True,
            }
        ],
        "overrides": {
            "cases": [
                {
                    "id": "default",
                    "channels": [
                        {"channel": channel, "time_limit": "6 ngày làm việc", "basis": CUT}
                        for channel in ("direct", "online")
                    ],
                }
            ],
            "waivers": [
                {
                    "id": "nop-truc-tuyen",
                    "charge": CHARGE,
                    "channel": "online",
                    "payable": "thu bằng 0%",
                    "basis": WAIVER,
                }
            ],
            "components": [
                {
                    "id": "don",
                    "name": "Đơn",
                    "form": "electronic",
                    "required": True,
                    "basis": DECREE,
                },
                {
                    "id": "ban-sao",
                    "name": "Bản sao giấy",
                    "form": "electronic",
                    "required": False,
                    "available_in": "co-so-du-lieu-mau",
                },
            ],
            "results": [{"id": "giay", "name": "Giấy mẫu", "form": "electronic"}],
            "online": {"level": "full", "eligible": True, "provided": True, "submittable": True},
            "reception": {"boundary": "province"},
            "payment": {"online": True, "central_account": True},
            "postal": {"return": True},
            "connections": [
                {"system": "co-so-du-lieu-mau", "state": "active"},
                {"system": "buu-chinh-mau", "state": "active"},
            ],
            "grants": [
                {"role": "quan-tri-tinh", "unit": "ubnd-xx", "permissions": ["view_lists"]},
                {"role": "ky", "unit": "so-mau-xx", "permissions": ["sign"], "signature": True},
            ],
            "route": route(),
        },
        "confidence": "unverified",
    }


def route() -> Tree:
    """Return a route from the commune to the department and back."""
    return {
        "receives": "ttpvhcc-xx-1",
        "decides": "so-mau-xx",
        "approved_by": CUT,
        "steps": [
            step(
                "nhan",
                "ttpvhcc-xx-1",
                "receive",
                "tiep-nhan",
                "0,5 ngày làm việc",
                to("xu-ly"),
                to("end", "withdraw"),
            ),
            step(
                "xu-ly",
                "so-mau-xx",
                "process",
                "thu-ly",
                "3 ngày làm việc",
                to("ky"),
                to("end", "return"),
                to("end", "refuse"),
            ),
            step("ky", "so-mau-xx", "approve", "ky", "1 ngày làm việc", to("tra")),
            step(
                "tra",
                "ttpvhcc-xx-1",
                "return-result",
                "tra-ket-qua",
                "0,5 ngày làm việc",
                to("end"),
            ),
        ],
    }


@dataclass
class Country:
    """The files of the made-up province; a test plants its fault into one of them."""

    instruments: list[Tree] = field(default_factory=instruments)
    publication: Tree = field(default_factory=publication)
    configuration: Tree = field(default_factory=configuration)

    @property
    def overrides(self) -> Tree:
        """What the configuration says otherwise than the publication."""
        return self.configuration["overrides"]  # type: ignore[no-any-return]

    def announced(self, channel: str) -> Tree:
        """Return a channel of the publication."""
        return _channel(self.publication["cases"], channel)

    def run(self, channel: str) -> Tree:
        """Return a channel of the configuration."""
        return _channel(self.overrides["cases"], channel)

    def step(self, id_: str) -> Tree:
        """Return a step of the route."""
        return next(one for one in self.overrides["route"]["steps"] if one["id"] == id_)

    def write(self, folder: Path) -> None:
        """Write all files."""
        made_up = (library.rules_folder() / "made-up.yaml").read_text(encoding="utf-8")
        (folder / "made-up.yaml").write_text(made_up, encoding="utf-8")
        parts = {
            "catalogue": CATALOGUE,
            "instruments": self.instruments,
            "publication": self.publication,
            "configuration": self.configuration,
        }
        for name, tree in parts.items():
            text = json.dumps(deepcopy(tree), ensure_ascii=False, indent=1)
            (folder / f"{name}.yaml").write_text(text + "\n", encoding="utf-8")


def _channel(cases: list[Tree], channel: str) -> Tree:
    found: Tree = next(one for one in cases[0]["channels"] if one["channel"] == channel)
    return found


Plant: TypeAlias = Callable[[Country], object]


@cache
def shipped() -> Workspace:
    """Return the shipped library alone, on the day of the tests."""
    settings, problems = load_settings("/", {"as_of": DAY, "jobs": 1, "profile": "full"})
    assert settings is not None, problems
    workspace, _ = open_workspace(settings, DAY, (str(library.rules_folder() / "made-up.yaml"),))
    return workspace


def checked(country: Country, folder: Path) -> CheckResult:
    """Return what all shipped rules and checks say of a country, over the shipped library."""
    country.write(folder)
    own = load((str(folder),), Schemas.from_texts(library.schema_texts()))
    workspace = replace(shipped(), layers=(shipped().layers[0], own.documents))
    verdicts = verdicts_of(workspace, own.documents)
    return result_of(workspace, own, verdicts, (*read_of(workspace, own), *verdicts.findings))
