"""Defects planted in a copy of the shipped rules and data, and what `analyze` says of them."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from tthc_rules import api, library
from tthc_rules.api.analysing import AnalyzeResult, analyze
from tthc_rules.diagnostics import Finding, Severity
from tthc_rules.engine.analysis.result import Discovery
from tthc_rules.engine.analysis.rules import Claim, Proof
from tthc_rules.report.analysis import render_json, render_text
from tthc_rules.report.messages import sentence
from tthc_rules.report.text import TextView

DAY = date(2026, 9, 1)

_RULE = """quy tắc "Quy tắc cài vào"
  en: "Planted rule"
  mức độ: lỗi
  căn cứ: quy ước kỹ thuật
  hiệu lực: {force}
  áp dụng cho: mỗi cấu hình gọi là c
  khi: có c.bổ_sung và có c.bổ_sung.số_lần_tối_đa
  yêu cầu: {require}
  thông báo: vi "sai" en "wrong"
hết
"""
_TEXT = """kind: instrument
number: {number}
issuer: hdnd-40
type: nghi-quyet-hdnd
signed: 2026-01-05
force: {force}
territory: "40"
{rest}confidence: unverified
"""
_NORM = """norms:
  - id: muc
    attribute: charge
    form: value
    subject: {{procedures: ["9.000001"], charges: [le-phi-ho-tich]}}
    value: {value}
    confidence: unverified
"""
_CIRCLE = """norms:
  - id: mot
    attribute: charge
    form: value
    subject: {procedures: ["9.000002"], charges: [le-phi-ho-tich]}
    value: 5.000 đồng
    exception_to: [{issuer: hdnd-40, instrument: 93/2026/NQ-HĐND, norm: hai}]
    confidence: unverified
  - id: hai
    attribute: charge
    form: value
    subject: {procedures: ["9.000002"], charges: [le-phi-ho-tich]}
    value: 6.000 đồng
    exception_to: [{issuer: hdnd-40, instrument: 93/2026/NQ-HĐND, norm: mot}]
    confidence: unverified
"""
_REPEAL = """relations:
  - kind: repeals
    target: {issuer: chinh-phu, instrument: 118/2025/NĐ-CP}
"""


def _rules(**planted: str) -> Mapping[str, str]:
    return {f"rules/mau/{name}.tthc": text for name, text in planted.items()}


def _analyzed(folder: Path, planted: Mapping[str, str]) -> AnalyzeResult:
    """Return the analysis of the shipped rules and law data with files planted among them."""
    shutil.copytree(library.rules_folder(), folder / "rules")
    for part in ("calendars", "catalogues", "instruments"):
        shutil.copytree(library.data_folder() / part, folder / "procedures" / part)
    (folder / "tthc-rules.yaml").write_text(
        "kind: settings\nlibrary: none\nrules: [rules]\ndata: [procedures]\n", encoding="utf-8"
    )
    for name, text in planted.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    settings, findings = api.load_settings(str(folder), {"as_of": DAY})
    assert settings is not None, findings
    return analyze(settings)


@cache
def _shipped() -> AnalyzeResult:
    settings, findings = api.load_settings(str(library.data_folder()), {"as_of": DAY})
    assert settings is not None, findings
    return analyze(settings)


def _found(result: AnalyzeResult, code: str) -> list[Discovery]:
    assert not result.misconfigured, result.findings
    return [one for one in result.analysis.discoveries if one.finding.code == code]


def _said(finding: Finding) -> str:
    return sentence(finding.message, "en")


def test_a_contradiction_that_begins_on_a_day_is_found_with_that_day(tmp_path: Path) -> None:
    rule = _RULE.format(force="từ 2027-01-01", require="c.bổ_sung.số_lần_tối_đa ≥ 3")
    result = _analyzed(tmp_path, _rules(more=rule))
    (found,) = _found(result, "analyze/contradiction")
    assert found.proof is Proof.PROVED
    assert found.finding.severity is Severity.ERROR
    assert found.finding.in_force is not None
    assert found.finding.in_force.start == date(2027, 1, 1)
    assert "supplement/more-than-twice" in _said(found.finding)
    assert result.fails(Severity.ERROR)


def test_a_rule_shadowed_by_another_is_found(tmp_path: Path) -> None:
    rule = _RULE.format(force="từ 2020-01-01", require="c.bổ_sung.số_lần_tối_đa ≤ 5")
    (found,) = _found(_analyzed(tmp_path, _rules(five=rule)), "analyze/subsumed-rule")
    assert found.proof is Proof.PROVED
    assert (found.finding.subject, found.finding.path) == (
        "mau/five",
        "supplement/more-than-twice",
    )


def test_a_requirement_that_is_always_true_is_found(tmp_path: Path) -> None:
    require = "c.bổ_sung.số_lần_tối_đa ≤ 2 hoặc c.bổ_sung.số_lần_tối_đa > 1"
    rule = _RULE.format(force="từ 2020-01-01", require=require)
    (found,) = _found(_analyzed(tmp_path, _rules(always=rule)), "analyze/vacuous-rule")
    assert found.finding.subject == "mau/always"
    assert found.finding.span is not None
    assert found.finding.span.start.line == 8


def test_rules_that_silence_each_other_in_a_circle_are_found(tmp_path: Path) -> None:
    one = _RULE.format(force="từ 2020-01-01", require="c.bổ_sung.số_lần_tối_đa ≤ 2")
    line = "  áp dụng cho"
    planted = _rules(
        one=one.replace(line, f"  thay cho: mau/two\n{line}"),
        two=one.replace(line, f"  thay cho: mau/one\n{line}"),
    )
    (found,) = _found(_analyzed(tmp_path, planted), "analyze/silence-circle")
    assert "mau/one → mau/two → mau/one" in _said(found.finding)


def test_a_gap_between_two_tariff_periods_is_found_with_its_days(tmp_path: Path) -> None:
    texts = {
        "a": ("91/2026/NQ-HĐND", "{from: 2026-02-01, until: 2026-12-01}", "5.000 đồng"),
        "b": ("92/2026/NQ-HĐND", "{from: 2027-01-01}", "8.000 đồng"),
    }
    planted = {
        f"procedures/instruments/mau/{name}.yaml": _TEXT.format(
            number=number, force=force, rest=_NORM.format(value=value)
        )
        for name, (number, force, value) in texts.items()
    }
    (found,) = _found(_analyzed(tmp_path, planted), "analyze/gap-in-time")
    period = found.finding.in_force
    assert period is not None
    assert (period.start, period.end) == (date(2026, 12, 1), date(2027, 1, 1))
    assert found.example is not None
    assert found.example.command is not None
    assert "why 9.000001 charge --territory 40" in found.example.command
    assert "--as-of 2026-12-01" in found.example.command


def test_a_circle_of_exceptions_is_found_whatever_the_day(tmp_path: Path) -> None:
    text = _TEXT.format(number="93/2026/NQ-HĐND", force="{from: 2030-01-01}", rest=_CIRCLE)
    result = _analyzed(tmp_path, {"procedures/instruments/mau/c.yaml": text})
    (found,) = _found(result, "analyze/defeat-cycle")
    assert found.proof is Proof.PROVED
    assert found.finding.severity is Severity.ERROR


def test_a_citation_repealed_in_the_horizon_is_found_with_the_rules_that_go_on(
    tmp_path: Path,
) -> None:
    text = _TEXT.format(number="94/2027/NQ-HĐND", force="{from: 2027-02-01}", rest=_REPEAL)
    result = _analyzed(tmp_path, {"procedures/instruments/mau/d.yaml": text})
    (found,) = (
        one
        for one in _found(result, "analyze/citation-ends")
        if one.finding.subject == "118/2025/NĐ-CP"
    )
    assert "2027-02-01" in _said(found.finding)
    assert "withdrawal/no-transition" in _said(found.finding)


def test_a_repeal_beyond_the_horizon_is_not_announced(tmp_path: Path) -> None:
    text = _TEXT.format(number="94/2027/NQ-HĐND", force="{from: 2029-02-01}", rest=_REPEAL)
    result = _analyzed(tmp_path, {"procedures/instruments/mau/d.yaml": text})
    ended = {one.finding.subject for one in _found(result, "analyze/citation-ends")}
    assert "118/2025/NĐ-CP" not in ended


def test_the_shipped_rules_have_no_defect_and_every_question_is_decided() -> None:
    """Each claim of a defect is refuted by a situation that the rules themselves confirm."""
    result = _shipped()
    assert not result.fails(Severity.ERROR)
    assert {one.proof for one in result.analysis.asked} == {Proof.COUNTER_EXAMPLE}


def test_the_shipped_law_has_no_gap_in_time_and_no_circle() -> None:
    result = _shipped()
    assert not _found(result, "analyze/gap-in-time")
    assert not _found(result, "analyze/defeat-cycle")


def test_the_cliff_of_the_first_of_march_2027_is_told() -> None:
    said = [_said(one.finding) for one in _found(_shipped(), "analyze/cliff")]
    assert any("2027-03-01" in one and "66.22/2026/NQ-CP" in one for one in said)


def _with_cases() -> list[str]:
    return sorted(
        one.rules[0]
        for one in _shipped().analysis.asked
        if one.claim is Claim.VACUOUS and one.example is not None and one.example.case
    )


def test_several_counter_examples_are_cases() -> None:
    assert {"online/partial-without-reason", "supplement/more-than-twice"} <= set(_with_cases())


@pytest.mark.parametrize("name", ["supplement/more-than-twice", "online/full-with-presence"])
def test_a_counter_example_runs_as_a_case_of_its_rule(tmp_path: Path, name: str) -> None:
    """The case is written out, stands beside the rule, and `tthc-rules test` confirms it."""
    (asked,) = (
        one
        for one in _shipped().analysis.asked
        if one.claim is Claim.VACUOUS and one.rules == (name,)
    )
    assert asked.example is not None
    assert asked.example.case is not None
    rules = tmp_path / "rules"
    file = rules / f"{name}.tthc"
    file.parent.mkdir(parents=True)
    shutil.copy(library.rules_folder() / f"{name}.tthc", file)
    shutil.copy(library.rules_folder() / "made-up.yaml", rules / "made-up.yaml")
    file.with_suffix("").with_suffix(".cases.yaml").write_text(asked.example.case, encoding="utf-8")
    (tmp_path / "tthc-rules.yaml").write_text(
        "kind: settings\nlibrary: none\nrules: [rules]\n", encoding="utf-8"
    )
    settings, findings = api.load_settings(str(tmp_path), {})
    assert settings is not None, findings
    outcome = api.test([str(file)], settings)
    assert outcome.passed == 1, (outcome.lines, outcome.findings)


def test_the_report_ends_in_what_was_asked_and_found() -> None:
    analysis = _shipped().analysis
    text = render_text(analysis, TextView(lang="en"), counter_examples=True)
    last = text.splitlines()[-3:]
    assert f"{len(analysis.asked)} questions" in last[0]
    assert "0 errors" in last[2]
    assert "expect: violation" in text


def test_the_json_report_holds_every_question_and_discovery() -> None:
    analysis = _shipped().analysis
    document = json.loads(render_json(analysis))
    assert len(document["questions"]) == len(analysis.asked)
    assert len(document["discoveries"]) == len(analysis.discoveries)
    assert render_json(analysis) == render_json(analysis)


def test_without_a_day_nothing_is_analysed() -> None:
    settings, _ = api.load_settings(str(library.data_folder()), {})
    assert settings is not None
    with pytest.raises(ValueError, match="needs a day"):
        analyze(settings)
