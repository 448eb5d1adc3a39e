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
from tthc_rules.diagnostics import Finding, Message, Severity
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
    target: {{issuer: chinh-phu, instrument: {number}}}
"""
_LESS, _MORE = "5.000 đồng", "8.000 đồng"


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> AnalyzeResult:
    """The analysis of the shipped rules and law data with every defect planted among them."""
    folder = tmp_path_factory.mktemp("planted")
    shutil.copytree(library.rules_folder(), folder / "rules")
    for part in ("calendars", "catalogues", "instruments"):
        shutil.copytree(library.data_folder() / part, folder / "procedures" / part)
    (folder / "tthc-rules.yaml").write_text(
        "kind: settings\nlibrary: none\nrules: [rules]\ndata: [procedures]\n", encoding="utf-8"
    )
    for name, text in {**_planted_rules(), **_planted_texts()}.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    settings, findings = api.load_settings(str(folder), {"as_of": DAY})
    assert settings is not None, findings
    return analyze(settings)


def _planted_rules() -> Mapping[str, str]:
    limit = "c.bổ_sung.số_lần_tối_đa"
    line = "  áp dụng cho"
    circle = _RULE.format(force="từ 2020-01-01", require=f"{limit} ≤ 9")
    rules = {
        "more": _RULE.format(force="từ 2027-01-01", require=f"{limit} ≥ 3"),
        "five": _RULE.format(force="từ 2020-01-01", require=f"{limit} ≤ 5"),
        "always": _RULE.format(force="từ 2020-01-01", require=f"{limit} ≤ 2 hoặc {limit} > 1"),
        "one": circle.replace(line, f"  thay cho: mau/two\n{line}"),
        "two": circle.replace(line, f"  thay cho: mau/one\n{line}"),
    }
    return {f"rules/mau/{name}.tthc": text for name, text in rules.items()}


def _planted_texts() -> Mapping[str, str]:
    rows = (
        ("91/2026/NQ-HĐND", "{from: 2026-02-01, until: 2026-12-01}", _NORM.format(value=_LESS)),
        ("92/2026/NQ-HĐND", "{from: 2027-01-01}", _NORM.format(value=_MORE)),
        ("93/2026/NQ-HĐND", "{from: 2030-01-01}", _CIRCLE),
        ("94/2027/NQ-HĐND", "{from: 2027-02-01}", _REPEAL.format(number="118/2025/NĐ-CP")),
        ("95/2029/NQ-HĐND", "{from: 2029-02-01}", _REPEAL.format(number="61/2018/NĐ-CP")),
    )
    return {
        f"procedures/instruments/mau/{name[:2]}.yaml": _TEXT.format(
            number=name, force=force, rest=rest
        )
        for name, force, rest in rows
    }


@cache
def _shipped() -> AnalyzeResult:
    settings, findings = api.load_settings(str(library.data_folder()), {"as_of": DAY})
    assert settings is not None, findings
    return analyze(settings)


def _found(result: AnalyzeResult, code: str) -> list[Discovery]:
    return [one for one in result.analysis.discoveries if one.finding.code == code]


def _said(finding: Finding) -> str:
    return sentence(finding.message, "en")


def _about(result: AnalyzeResult, code: str, subject: str, path: str) -> Discovery:
    (found,) = (
        one
        for one in _found(result, code)
        if (one.finding.subject, one.finding.path) == (subject, path)
    )
    return found


def test_a_contradiction_that_begins_on_a_day_is_found_with_that_day(
    planted: AnalyzeResult,
) -> None:
    code = "analyze/contradiction"
    found = _about(planted, code, "mau/more", "supplement/more-than-twice")
    assert found.proof is Proof.PROVED
    assert found.finding.severity is Severity.ERROR
    assert found.finding.in_force is not None
    assert found.finding.in_force.start == date(2027, 1, 1)
    assert planted.fails(Severity.ERROR)


def test_a_rule_shadowed_by_another_is_found(planted: AnalyzeResult) -> None:
    code = "analyze/subsumed-rule"
    found = _about(planted, code, "mau/five", "supplement/more-than-twice")
    assert found.proof is Proof.PROVED


def test_a_requirement_that_is_always_true_is_found(planted: AnalyzeResult) -> None:
    (found,) = _found(planted, "analyze/vacuous-rule")
    assert found.finding.subject == "mau/always"
    assert found.finding.span is not None
    assert found.finding.span.start.line == 8


def test_rules_that_silence_each_other_in_a_circle_are_found(planted: AnalyzeResult) -> None:
    (found,) = _found(planted, "analyze/silence-circle")
    assert "mau/one → mau/two → mau/one" in _said(found.finding)


def test_rules_that_are_always_violated_together_are_found(planted: AnalyzeResult) -> None:
    assert _about(planted, "analyze/duplicate-rule", "mau/one", "mau/two")


def test_a_gap_between_two_tariff_periods_is_found_with_its_days(planted: AnalyzeResult) -> None:
    (found,) = _found(planted, "analyze/gap-in-time")
    period = found.finding.in_force
    assert period is not None
    assert (period.start, period.end) == (date(2026, 12, 1), date(2027, 1, 1))
    assert found.example is not None
    assert found.example.command is not None
    assert "why 9.000001 charge --territory 40" in found.example.command
    assert "--as-of 2026-12-01" in found.example.command


def test_a_circle_of_exceptions_is_found_whatever_the_day(planted: AnalyzeResult) -> None:
    (found,) = _found(planted, "analyze/defeat-cycle")
    assert found.proof is Proof.PROVED
    assert found.finding.severity is Severity.ERROR


def _ending(result: AnalyzeResult) -> Mapping[str, Finding]:
    found = _found(result, "analyze/citation-ends")
    return {one.finding.subject: one.finding for one in found}


def test_a_citation_repealed_in_the_horizon_is_found_with_the_rules_that_go_on(
    planted: AnalyzeResult,
) -> None:
    said = _said(_ending(planted)["118/2025/NĐ-CP"])
    assert "2027-02-01" in said
    assert "withdrawal/no-transition" in said


def test_a_repeal_beyond_the_horizon_is_not_announced(planted: AnalyzeResult) -> None:
    assert "61/2018/NĐ-CP" not in _ending(planted)


def test_no_defect_is_proved_of_the_shipped_rules() -> None:
    """Each claim is refuted by a situation that the rules confirm, or left open by a construct.

    A situation that cannot be replayed, or a question too large, would be a fault here.
    """
    result = _shipped()
    assert not result.fails(Severity.ERROR)
    asked = result.analysis.asked
    assert [one for one in asked if one.proof is Proof.PROVED] == []
    open_ = {one.construct for one in asked if one.proof is Proof.OUT_OF_FRAGMENT}
    assert not open_ & {"replay", "size"}


def test_questions_given_up_for_one_rule_are_told_once() -> None:
    told = [one.finding for one in _found(_shipped(), "analyze/out-of-fragment")]
    assert len({(one.subject, one.path) for one in told}) == len(told)
    counts = [one.message.values["count"] for one in told if isinstance(one.message, Message)]
    given_up = _shipped().analysis.proofs()[Proof.OUT_OF_FRAGMENT]
    assert sum(int(str(count)) for count in counts) == given_up


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


def test_a_horizon_ends_with_the_days_that_there_are(tmp_path: Path) -> None:
    (tmp_path / "tthc-rules.yaml").write_text("kind: settings\nlibrary: none\n", encoding="utf-8")
    settings, findings = api.load_settings(str(tmp_path), {"as_of": date(9999, 12, 30)})
    assert settings is not None, findings
    assert analyze(settings, horizon=365).analysis.until == date.max
