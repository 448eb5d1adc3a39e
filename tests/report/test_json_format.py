"""The JSON report: valid under its schema, whole, and always the same bytes."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from tests.report.example import CLEAN, REFUSED, RESULT
from tests.strategies.report import results
from tthc_rules.api.results import CheckResult
from tthc_rules.report import json_format
from tthc_rules.report.escape import is_dangerous
from tthc_rules.report.messages import sentence

SCHEMA = json.loads(json_format.schema())
VALIDATOR = Draft202012Validator(SCHEMA)


def test_the_schema_itself_is_valid() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("number", [0, 1, 30_000])
def test_any_number_of_findings_is_valid(number: int) -> None:
    findings = tuple(replace(REFUSED, occurrence=index) for index in range(number))
    document = json.loads(json_format.render(replace(CLEAN, findings=findings)))
    VALIDATOR.validate({**document, "findings": document["findings"][:100]})
    assert len(document["findings"]) == number
    assert document["summary"]["errors"] == number


@given(result=results())
def test_every_result_is_valid_and_read_back_whole(result: CheckResult) -> None:
    text = json_format.render(result)
    text.encode("utf-8")
    assert not [char for char in text if char != "\n" and is_dangerous(char)]
    document = json.loads(text)
    VALIDATOR.validate(document)
    assert document["day"] == result.day.isoformat()
    for shown, finding in zip(document["findings"], result.findings, strict=True):
        assert shown["fingerprint"] == finding.fingerprint
        assert shown["message"] == {lang: sentence(finding.message, lang) for lang in ("vi", "en")}
        assert tuple(shown["facts"]) == finding.facts
        assert [one["citation"] for one in shown["basis"]] == [
            one.citation for one in finding.basis
        ]
        assert [fix["edits"][0]["text"] for fix in shown["fixes"]] == [
            fix.edits[0].text for fix in finding.fixes
        ]


def test_the_order_of_rules_does_not_depend_on_the_run() -> None:
    reversed_tallies = dict(sorted(RESULT.tallies.items(), reverse=True))
    assert json_format.render(replace(RESULT, tallies=reversed_tallies)) == json_format.render(
        RESULT
    )


def test_vietnamese_stays_readable() -> None:
    assert "không hiểu thời hạn" in json_format.render(RESULT)
