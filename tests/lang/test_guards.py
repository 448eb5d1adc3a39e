"""Optional fields are used only where a condition has shown them to be there."""

from __future__ import annotations

import pytest

from tests.lang.sample import compiled

FEE = "k.phí > 0 đồng"


@pytest.mark.parametrize(
    "require",
    [
        f"có k.phí và {FEE}",
        f"không có k.phí hoặc {FEE}",
        f"không (không có k.phí hoặc sai) và {FEE}",
        f"(có k.phí và có k.lệ_phí) và {FEE}",
        f"(có k.phí và đúng hoặc có k.phí và sai) và {FEE}",
        f"không (có k.phí và không ({FEE}))",
        "mọi (a thuộc c.kênh sao cho có a.phí : a.phí > 0 đồng)",
        "có ít nhất một (a thuộc c.kênh : có a.phí và a.phí > 0 đồng)",
        "tổng (a.phí với mọi a thuộc c.kênh sao cho có a.phí) > 0 đồng",
        "có c.các_bước và số lượng (c.các_bước) > 1",
        'có thời_hạn_theo_luật(c, k).ghi_chú và time_limit_by_law(c, k).note = "a"',
    ],
)
def test_a_guarded_field_is_accepted(require: str) -> None:
    assert compiled({"yêu cầu": require})[1] == ()


@pytest.mark.parametrize(
    "require",
    [
        FEE,
        f"{FEE} và có k.phí",
        f"có k.phí hoặc {FEE}",
        f"(có k.phí hoặc có k.lệ_phí) và {FEE}",
        f"không (có k.phí và có k.lệ_phí) hoặc không có k.phí hoặc {FEE} và k.lệ_phí > 0 đồng"
        ' hoặc k.căn_cứ = "a"',
        f"không (có k.phí) và {FEE}",
        f"(có k.phí và đúng) và sai hoặc {FEE}",
        f"(có k.phí) = đúng và {FEE}",
        f"mọi (a thuộc c.kênh : có a.phí) và {FEE}",
        "mọi (a thuộc c.kênh : a.phí > 0 đồng)",
        "có k.phí và mọi (a thuộc c.kênh : a.phí > 0 đồng)",
        "số lượng (c.các_bước) > 1",
        'thời_hạn_theo_luật(c, k).ghi_chú = "a"',
    ],
)
def test_an_unguarded_field_is_refused(require: str) -> None:
    rule, findings = compiled({"yêu cầu": require})
    assert rule is None
    assert {finding.code for finding in findings} == {"lang/unguarded"}


def test_what_khi_shows_holds_in_every_later_clause() -> None:
    clauses = {
        "khi": "có k.phí",
        "đặt": "gấp_đôi := k.phí * 2",
        "trừ khi": "k.phí = 1 đồng theo 63/2010/NĐ-CP",
        "yêu cầu": "gấp_đôi > k.phí",
        "thông báo": 'vi "{k.phí}" en "{k.fee}"',
        "cách sửa": "k.phí := gấp_đôi",
    }
    assert compiled(clauses)[1] == ()


def test_a_violated_requirement_shows_what_its_message_uses() -> None:
    clauses = {
        "yêu cầu": f"không có k.phí hoặc {FEE}",
        "thông báo": 'vi "{k.phí}" en "{k.fee}"',
    }
    assert compiled(clauses)[1] == ()


def test_a_place_and_a_correction_may_name_an_absent_field() -> None:
    clauses = {"tại": "k.phí", "cách sửa": "k.phí := 0 đồng"}
    assert compiled(clauses)[1] == ()
