"""What the shipped publications hold (nội dung các bản công bố)."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

import pytest

from tests.data import shipped
from tthc_rules.model.quantities import DayKind, parse_money, parse_time_limit

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_ORDER = ("direct", "online", "postal")

# fmt: off
OBSERVED = (
    "1.000757", "1.001200", "1.001321", "1.001456", "1.003133", "1.003358", "1.011479",
    "1.014834", "3.000333", "3.000346", "3.000347", "3.000348", "3.000349", "3.000353",
    "1.001613", "1.013217", "1.013225", "1.012783", "1.001193", "1.001612", "2.000815",
    "1.014597", "1.012766", "1.012781", "1.012782", "1.012784", "1.012785", "1.012786",
    "1.012787", "1.012790", "1.012805", "1.012817", "1.012818", "1.012821", "1.013823",
    "1.013826", "1.013828", "1.013947", "1.013950", "1.013952", "1.013953", "1.013965",
    "1.013978", "1.013979", "1.013994",
)
# fmt: on
"""Codes under which a fault was observed on the portal in June 2026."""

# fmt: off
ANNEXES_OF_66_22 = (
    "1.004772", "1.004746", "1.004873", "1.013833", "1.011437", "1.011439", "1.011440",
    "1.007277",
)
# fmt: on
"""Codes seen in the annexes of 66.22/2026/NQ-CP that the copy holds."""


def test_a_code_is_published_once() -> None:
    """Identity of a publication is its code."""
    codes = Counter(str(file.record["code"]) for file in shipped.publications())
    assert [code for code, times in codes.items() if times > 1] == []


def test_a_file_lies_where_its_sector_and_code_say() -> None:
    """`national/<sector>/<code>.yaml`."""
    for file in shipped.publications():
        sector, code = file.record["sector"], file.record["code"]
        assert file.path.parts == ("national", sector, f"{code}.yaml")
        assert _SLUG.fullmatch(str(sector))


def test_the_publications_are_many_and_mostly_of_province_and_commune() -> None:
    """A province configures what its departments and communes carry out."""
    files = shipped.publications()
    local = [f for f in files if {"province", "commune"} & set(_levels(f))]
    assert len(files) >= 320
    assert len({file.record["sector"] for file in files}) >= 40
    assert len(local) > len(files) * 3 // 4


@pytest.mark.parametrize("code", [*OBSERVED, *ANNEXES_OF_66_22])
def test_a_procedure_that_serves_as_evidence_is_published(code: str) -> None:
    """The rules name these codes."""
    assert shipped.publication(code).record["name"]


def test_times_and_amounts_are_written_in_one_notation() -> None:
    """What the notation can write it writes in one way: no second spelling of a value."""
    for file in shipped.publications():
        for _, channel in file.channels():
            if "time_limit" in channel:
                limit = parse_time_limit(str(channel["time_limit"]))
                assert limit is not None
                assert limit.text().vi == channel["time_limit"]
            for fee in shipped.items(channel.get("fees", [])):
                assert "amount" in fee or "announced" in fee
                if "amount" in fee:
                    money = parse_money(str(fee["amount"]))
                    assert money is not None
                    assert money.text().vi == fee["amount"]


def test_a_fee_line_says_nothing_that_was_not_announced() -> None:
    """The portal names no charge; `Miễn phí` is kept beside the zero it may stand for."""
    for file in shipped.publications():
        for _, channel in file.channels():
            for fee in shipped.items(channel.get("fees", [])):
                assert (fee["charge"], fee["type"]) == ("chua-xac-dinh", "unstated")
                assert (fee.get("amount") == "0 đồng") == (fee.get("announced") == "Miễn phí")
                assert "basis" not in fee


def test_the_unreliable_parts_of_the_copy_are_left_out() -> None:
    """Legal bases are cut wrongly in the copy; issuers of decisions were not read."""
    for file in shipped.publications():
        assert "basis" not in file.record
        assert set(shipped.mapping(file.record.get("publication", {}))) <= {"number"}


def test_cases_whose_names_are_lost_are_numbered() -> None:
    """One case is `default`, several are `truong-hop-1`, `truong-hop-2`, …"""
    for file in shipped.publications():
        ids = list(dict.fromkeys(case for case, _ in file.channels()))
        numbered = [f"truong-hop-{number}" for number in range(1, len(ids) + 1)]
        assert ids in ([], ["default"], numbered)
        assert ids != ["truong-hop-1"]


def test_channels_stand_in_a_fixed_order() -> None:
    """Direct, online, postal: two publications differ only where their values do."""
    for file in shipped.publications():
        for (case, one), (next_case, other) in pairwise(file.channels()):
            if case == next_case:
                assert _ORDER.index(str(one["channel"])) < _ORDER.index(str(other["channel"]))


def test_faults_of_the_portal_are_kept() -> None:
    """Evidence is worth nothing once it is corrected."""
    assert _first("1.001193", "direct")["time_limit"] == "1 không ghi đơn vị"
    assert _amount("1.001200", "direct") in ("40 đồng", "50 đồng")
    assert _number("1.014834") == "1763/QĐ-BNNNMT"
    assert str(shipped.publication("1.001321").record["name"]).endswith("cấp trung ương)")
    assert _levels(shipped.publication("1.001321")) == ["province"]
    times = [channel["time_limit"] for _, channel in shipped.publication("1.012783").channels()]
    assert times == ["5 ngày làm việc", "15 ngày làm việc", "20 ngày làm việc"]


def test_units_that_the_portal_lost_are_not_made_up() -> None:
    """A good part of the times has no unit; hardly any other kind could hide it."""
    kinds = Counter(
        limit.kind
        for file in shipped.publications()
        for _, channel in file.channels()
        if (limit := parse_time_limit(str(channel.get("time_limit", "")))) is not None
    )
    assert kinds[DayKind.UNSTATED] > 100
    assert kinds.keys() <= {
        DayKind.UNSTATED,
        DayKind.WORKING_DAY,
        DayKind.DAY,
        DayKind.HOUR,
        DayKind.MONTH,
    }


def test_cells_that_the_copy_joined_are_split() -> None:
    """`120` + `VNĐ` was `1` without unit and `20 VNĐ`; no time of 120 stays behind."""
    split = [
        channel
        for file in shipped.publications()
        for _, channel in file.channels()
        if "dính ô thời hạn" in str(channel.get("note", ""))
    ]
    assert split
    for channel in split:
        assert channel["time_limit"] == "1 không ghi đơn vị"
        assert [set(fee) for fee in shipped.items(channel["fees"])] == [
            {"charge", "type", "amount"}
        ]


def _levels(file: shipped.DataFile) -> list[str]:
    levels = file.record.get("levels", [])
    assert isinstance(levels, list)
    return [str(level) for level in levels]


def _number(code: str) -> object:
    return shipped.mapping(shipped.publication(code).record["publication"])["number"]


def _first(code: str, channel: str) -> shipped.Record:
    return next(ch for _, ch in shipped.publication(code).channels() if ch["channel"] == channel)


def _amount(code: str, channel: str) -> object:
    return shipped.items(_first(code, channel)["fees"])[0]["amount"]
