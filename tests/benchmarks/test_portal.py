"""Importing copied pages: what stands in a cell becomes what was announced, and no more."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path
from typing import cast

import pytest

from benchmarks.portal import Line, cases, found, line, publication, sample, write
from tthc_rules.diagnostics import Finding, Message, Severity

PAGE = {
    "Mã thủ tục": "9.000001",
    "Tên thủ tục": "Cấp giấy mẫu",
    "Lĩnh vực": "Giám định tư pháp",
    "Cấp thực hiện": "Cấp bộ, Cấp tỉnh",
    "Quyết định công bố": "1/QĐ-BTP",
    "Đối tượng thực hiện": "Công dân Việt Nam",
    "Cơ quan thực hiện": "Sở Mẫu",
    "Cơ quan có thẩm quyền": "",
}


def row(channel: str, time: str, unit: str, fee: str, note: str = "") -> dict[str, str]:
    """Return one row of the table of channels."""
    return {
        "Mã thủ tục": "9.000001",
        "Hình thức nộp": channel,
        "Thời hạn": time,
        "Đơn vị thời hạn": unit,
        "Phí, lệ phí": fee,
        "Mô tả": note,
    }


def fee(shown: str, note: str) -> dict[str, str]:
    """Return the fee that a row becomes, without what all fees have."""
    tree = publication(PAGE, [line(row("Trực tiếp", "5", "Ngày", shown, note))])
    (case,) = cast("list[dict[str, list[dict[str, list[dict[str, str]]]]]]", tree["cases"])
    (entry,) = case["channels"][0]["fees"]
    return {key: entry[key] for key in entry if key not in ("charge", "type", "announced")}


def test_cells_that_the_copy_joined_are_taken_apart() -> None:
    joined = line(row("Trực tuyến", "120", "", "VNĐ"))
    assert (joined.time, joined.unit, joined.fee) == ("1", "", "20 VNĐ")
    whole = line(row("Trực tuyến", "120", "Ngày", "20 VNĐ"))
    assert (whole.time, whole.fee) == ("120", "20 VNĐ")


@pytest.mark.parametrize(
    ("shown", "note", "becomes"),
    [
        ("Miễn phí", "", {"amount": "0 đồng"}),
        ("Miễn phí", "(do HĐND quyết định)", {"amount": "0 đồng", "set_elsewhere": "council"}),
        ("Miễn phí", "(theo quy định)", {"amount": "0 đồng", "set_elsewhere": "other"}),
        ("Miễn phí", "hồ sơ theo quy định", {"amount": "0 đồng"}),
        ("Miễn phí", "(Không thu theo Thông tư số 1)", {"amount": "0 đồng"}),
        ("Miễn phí", "(40.000 đồng)", {"amount": "0 đồng", "noted_amount": "40.000 đồng"}),
        ("Miễn phí", "(40.000 đồng; miễn phí đến hết năm)", {"amount": "0 đồng"}),
        ("40 VNĐ", "", {"amount": "40 đồng"}),
        ("5,000 VNĐ", "(đến hết ngày 31/12/2024)", {"amount": "5.000 đồng", "until": "2025-01-01"}),
        (
            "70,000 VNĐ",
            "(đến hết ngày 31/12/2025, rồi đến hết ngày 31/12/2026)",
            {"amount": "70.000 đồng", "until": "2027-01-01"},
        ),
        ("10 USD", "", {}),
    ],
)
def test_only_what_the_page_says_of_the_fee_counts(
    shown: str, note: str, becomes: dict[str, str]
) -> None:
    assert fee(shown, note) == becomes


def test_rows_of_channels_form_cases_by_their_numbers() -> None:
    def of(channel: str, time: str, money: str) -> Line:
        return Line(channel, time, "Ngày", money, "")

    one = (of("direct", "5", "10 USD"), of("online", "3", "20 VNĐ"))
    assert cases(one) == (one,)
    two = (*one, of("direct", "3", "20 USD"))
    assert cases(two) == ((two[0],), (two[1], two[2]))
    assert cases(()) == ()


def test_a_sample_is_spread_over_all_findings() -> None:
    findings = [Finding(str(n), Severity.INFO, None, Message("x")) for n in range(100)]
    assert [one.code for one in sample(findings, 4)] == ["0", "25", "50", "75"]
    assert sample(findings[:3], 4) == tuple(findings[:3])


def test_pages_are_judged_by_the_shipped_rules(tmp_path: Path) -> None:
    source, folder = tmp_path / "pages", tmp_path / "workspace"
    source.mkdir()
    rows = [row("Trực tiếp", "5", "", "40 VNĐ")]
    for name, table in (("procedures", [PAGE]), ("channels", rows)):
        with (source / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, table[0])
            writer.writeheader()
            writer.writerows(table)
    assert write(source, folder) == 1
    codes = {one.code for one in found(folder, date(2026, 11, 24)).findings}
    assert codes == {"time-limit/unit-missing", "fee/thousands-lost"}
