"""Misconfigurations that were reported or seen, planted one by one: each is caught, none else.

`PLANTS` holds, row by row, what reports of 2025 and 2026 complain of (R) and what copied portal
pages show (O), made with made-up data. X01 is an error of a copy: a page that holds another
procedure's content. It contradicts nothing in itself, and no rule may accuse it.

Rows that no configuration or publication can show:

| row | why |
|---|---|
| R16 | unstable systems in general: no value of a configuration says so |
| R18 | software that differs after a merger: seen only as R08, two systems for one field |
| O21 | a province may publish, and no record says that it is meant for the whole country |
| O20 | a decision's title stands as a procedure's name: seen through wrongly copied codes only |
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.acceptance.country import (
    CHARGE,
    CODE,
    FOLLOWED,
    OLD,
    OTHER,
    RESOLUTION,
    SET,
    Country,
    Plant,
    checked,
    instrument,
    step,
    to,
)
from tthc_rules.diagnostics import Severity


def unset(tree: dict[str, object], *keys: str) -> None:
    """Take values out of a mapping."""
    for key in keys:
        del tree[key]


def fee(country: Country, channel: str, **values: object) -> None:
    """Announce a fee on a channel; the province charges what its council set."""
    common = {"charge": CHARGE, "type": "charge"}
    country.announced(channel)["fees"] = [{**common, **values}]
    country.run(channel)["fees"] = [{**common, "amount": SET}]


def fees(country: Country, **values: object) -> None:
    """Announce the same fee on both channels."""
    for channel in ("direct", "online"):
        fee(country, channel, **values)


def limits(country: Country, direct: str | None, online: str | None) -> None:
    """Announce these time limits; the province runs its own."""
    for channel, value in (("direct", direct), ("online", online)):
        if value is None:
            unset(country.announced(channel), "time_limit")
        else:
            country.announced(channel)["time_limit"] = value


def land(country: Country, direct: str, online: str) -> None:
    """Announce a matter of land with these time limits."""
    country.publication["sector"] = "dat-dai"
    limits(country, direct, online)


def two_resolutions(country: Country) -> None:
    """A second resolution sets nothing to pay online and says nothing of the first."""
    norm = country.instruments[1]["norms"][0]
    online = {**norm, "value": "0 đồng", "when": "channel = online"}
    other = {"issuer": "hdnd-xx", "instrument": "96/2099/NQ-HĐND"}
    country.instruments.append(
        instrument(other, "nghi-quyet-hdnd", "XX", "2026-02-04", norms=[online])
    )


def without_way_on(country: Country) -> None:
    """A dossier that is refused for its signature stays where nobody looks for it."""
    lost = step("cho", "so-mau-xx", "process", "thu-ly", "0,5 ngày làm việc")
    country.overrides["route"]["steps"].append(lost)
    country.step("nhan")["next"].append(to("cho", "refuse"))


def cites(country: Country, basis: object) -> None:
    """Let the publication name a text as its basis."""
    country.publication["basis"].append(basis)


def connection(country: Country, system: str) -> None:
    """Break a connection."""
    for one in country.overrides["connections"]:
        if one["system"] == system:
            one["state"] = "failing"


def hosting(country: Country, **values: object) -> None:
    """Change what the ministry's system does."""
    country.configuration["hosting"][0] |= values


def second_system(country: Country) -> None:
    """Let the province's system run beside the ministry's."""
    country.configuration["hosting"].append({"system": "he-thong-tinh-xx", "state": "active"})


def stays_in_the_commune(country: Country) -> None:
    """Let the centre of the commune do what the department decides."""
    country.step("xu-ly").update(owner="ttpvhcc-xx-1", next=[to("tra"), to("end", "return")])
    country.overrides["route"]["steps"].remove(country.step("ky"))


def local_without_system(country: Country) -> None:
    """A procedure of the province's own runs nowhere."""
    country.overrides["mandate"] = "local"
    hosting(country, state="off")


def two_currencies(country: Country) -> None:
    """Announce đồng at the counter and dollars online."""
    fees(country, announced="145 USD")
    fee(country, "direct", amount="145 đồng")


def grant(country: Country, index: int, **values: object) -> None:
    """Change a grant."""
    country.overrides["grants"][index] |= values


def component(country: Country, index: int, **values: object) -> None:
    """Change a component."""
    country.overrides["components"][index] |= values


PLANTS: tuple[tuple[str, str, Plant], ...] = (
    ("R01", "waiver/not-applied", lambda c: unset(c.overrides, "waivers")),
    (
        "R02",
        "time-limit/local-cut-not-applied",
        lambda c: c.run("direct").update(time_limit="10 ngày làm việc"),
    ),
    (
        "R03",
        "route/no-handover-to-department",
        stays_in_the_commune,
    ),
    ("R04", "role/lists-hidden-from-province", lambda c: grant(c, 0, permissions=["administer"])),
    (
        "R05",
        "local/no-system",
        local_without_system,
    ),
    (
        "R06",
        "withdrawal/no-transition",
        lambda c: c.step("nhan").update(next=[to("xu-ly")]),
    ),
    (
        "R07",
        "online/partial-without-reason",
        lambda c: c.overrides["online"].update(level="partial", provided=False),
    ),
    ("R08 two", "system/two-systems", second_system),
    ("R08 none", "system/no-system", lambda c: hosting(c, state="off")),
    (
        "R09 boundary",
        "reception/own-commune-only",
        lambda c: c.overrides["reception"].update(boundary="commune"),
    ),
    ("R09 post", "result/postal-missing", lambda c: connection(c, "buu-chinh-mau")),
    ("R10", "role/step-without-role", lambda c: unset(c.step("tra"), "actor")),
    ("R11", "status/done-not-synchronised", lambda c: hosting(c, realtime_status=False)),
    ("R12", "system/missing-connection", lambda c: connection(c, "co-so-du-lieu-mau")),
    ("R13", "role/signer-without-signature", lambda c: grant(c, 1, signature=False)),
    ("R14", "route/no-approval", lambda c: unset(c.overrides["route"], "approved_by")),
    ("R15", "online/full-with-paper", lambda c: component(c, 0, form="paper")),
    ("R17", "component/available-in-database", lambda c: component(c, 1, required=True)),
    (
        "R19",
        "fee/zero-by-default",
        lambda c: fees(c, amount="0 đồng", announced="Miễn phí", set_elsewhere="council"),
    ),
    (
        "R20",
        "fee/zero-against-law",
        lambda c: c.announced("direct")["fees"][0].update(amount="0 đồng"),
    ),
    ("R21", "fee/conflict", two_resolutions),
    ("R22", "route/dead-end", without_way_on),
    ("O01 unit", "fee/thousands-lost", lambda c: fees(c, amount="40 đồng")),
    (
        "O01 window",
        "fee/window-ended",
        lambda c: fees(c, amount="40.000 đồng", until="2025-01-01"),
    ),
    (
        "O02",
        "instrument/publisher-mismatch",
        lambda c: c.publication.update(sector="linh-vuc-btc", publication={"number": "651/QĐ-BXD"}),
    ),
    (
        "O03",
        "fee/window-ended",
        lambda c: fees(c, amount="160.000 đồng", until="2024-01-01"),
    ),
    (
        "O04",
        "fee/free-contradicts-note",
        lambda c: fees(c, amount="0 đồng", announced="Miễn phí", noted_amount="115.000 đồng"),
    ),
    ("O05 replaced", "instrument/not-in-force", lambda c: cites(c, OLD)),
    ("O05 followed", "instrument/replaced-text", lambda c: cites(c, FOLLOWED)),
    (
        "O06",
        "time-limit/remote-area-as-channel",
        lambda c: land(c, "22 ngày làm việc", "12 ngày làm việc"),
    ),
    (
        "O07",
        "time-limit/online-longer",
        lambda c: limits(c, "5 ngày làm việc", "9 ngày làm việc"),
    ),
    ("O08", "time-limit/online-longer", lambda c: limits(c, "15 ngày", "20 ngày")),
    (
        "O09",
        "time-limit/unit-missing",
        lambda c: limits(c, "1 không ghi đơn vị", "10 ngày làm việc"),
    ),
    ("O10", "time-limit/not-stated", lambda c: limits(c, None, "10 ngày làm việc")),
    (
        "O11",
        "time-limit/differs-by-channel",
        lambda c: limits(c, "10 ngày làm việc", "8 ngày làm việc"),
    ),
    (
        "O12",
        "fee/zero-by-default",
        lambda c: fees(c, amount="0 đồng", announced="Miễn phí", set_elsewhere="other"),
    ),
    ("O13", "fee/thousands-lost", lambda c: fees(c, amount="900 đồng")),
    (
        "O14",
        "fee/foreign-currency",
        two_currencies,
    ),
    (
        "O15",
        "identity/district-body",
        lambda c: c.publication.update(agencies=["Bảo hiểm xã hội cấp huyện"]),
    ),
    (
        "O16",
        "identity/name-level-mismatch",
        lambda c: c.publication.update(name="Cấp giấy mẫu (thực hiện tại cấp trung ương)"),
    ),
    ("O17", "instrument/of-another-province", lambda c: cites(c, OTHER)),
    ("O18", "instrument/of-another-province", lambda c: cites(c, RESOLUTION)),
    (
        "O19",
        "instrument/malformed-number",
        lambda c: c.publication.update(publication={"number": "1763/QĐ-BNNNMT"}),
    ),
    (
        "O22",
        "identity/name-contains-code",
        lambda c: c.publication.update(name=f"Cấp giấy mẫu ({CODE})"),
    ),
    (
        "O23",
        "fee/zero-by-default",
        lambda c: fees(c, amount="0 đồng", announced="Miễn phí", set_elsewhere="other"),
    ),
)


def test_the_country_is_clean_before_anything_is_planted(tmp_path: Path) -> None:
    result = checked(Country(), tmp_path)
    assert [one.code for one in result.findings] == []
    assert [one.code for one in result.undecided] == []
    assert result.procedures == 2


@pytest.mark.parametrize(
    ("code", "plant"),
    [pytest.param(code, plant, id=row) for row, code, plant in PLANTS],
)
def test_what_was_reported_is_caught_and_nothing_else(
    tmp_path: Path, code: str, plant: Plant
) -> None:
    country = Country()
    plant(country)
    found = checked(country, tmp_path).findings
    assert code in {one.code for one in found}
    assert {one.code for one in found if one.severity is Severity.ERROR} <= {code}


def test_a_page_that_holds_another_procedure_is_not_accused(tmp_path: Path) -> None:
    """X01: the copy took another page; the record contradicts nothing in itself."""
    country = Country()
    country.publication["name"] = "Cấp thẻ mẫu khác hẳn"
    assert checked(country, tmp_path).findings == ()
