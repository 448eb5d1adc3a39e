"""What the shipped law answers where reports and portal pages were in doubt."""

from __future__ import annotations

import json
from datetime import date

import pytest

from tthc_rules.api import Question, WhyResult, load_settings, why
from tthc_rules.diagnostics import Message

CARD = "le-phi-cap-doi-cap-lai-the-can-cuoc"
SECURITY = "phi-dang-ky-giao-dich-bao-dam"


def asked(question: Question, day: str) -> WhyResult:
    """Return what the shipped library answers."""
    settings, problems = load_settings("/", {"as_of": date.fromisoformat(day), "jobs": 1})
    assert settings is not None, problems
    return why(question, settings)


@pytest.mark.parametrize(
    ("day", "digital", "answer"),
    [
        ("2026-08-14", "true", "35.000 đồng"),
        ("2026-08-15", "true", "0 đồng"),
        ("2026-09-01", "true", "0 đồng"),
        ("2026-09-01", "false", "35.000 đồng"),
        ("2027-02-28", "true", "0 đồng"),
        ("2027-02-28", "false", "70.000 đồng"),
        ("2027-03-01", "true", "70.000 đồng"),
    ],
)
def test_the_fee_of_an_identity_card_filed_online(day: str, digital: str, answer: str) -> None:
    """64/2025/TT-BTC halves it to the end of 2026, 117/2026/TT-BTC waives it between two days."""
    facts = {"applicant.vneid_level_2": digital, "applicant.five_papers_integrated": "true"}
    found = asked(
        Question("1.000757", "charge", "40", channel="online", charge=CARD, facts=facts), day
    )
    assert found.lines[0].vi == f"Lệ phí: {answer}"
    assert found.decided


def test_whether_an_applicant_is_a_digital_citizen_is_asked_and_never_guessed() -> None:
    question = Question("1.000757", "charge", "40", channel="online", charge=CARD)
    before, between, after = (
        asked(question, day) for day in ("2026-08-14", "2026-09-01", "2027-03-01")
    )
    assert not between.decided
    assert "applicant.vneid_level_2" in between.lines[0].vi
    assert before.decided
    assert after.decided


def test_two_resolutions_of_one_city_for_one_fee_are_told() -> None:
    """34/2025/NQ-HĐND and 23/2026/NQ-HĐND both set the online fee from the same day."""
    facts = {"security.object": "dat", "filing.portal": "dvcqg"}
    question = Question("1.011441", "fee", "31", channel="online", charge=SECURITY, facts=facts)
    found = asked(question, "2026-08-08")
    overlaps = [
        one["norms"]
        for one in json.loads(found.json)["result"]["findings"]
        if one["class"] == "undeclared_overlap"
    ]
    assert overlaps == [
        [
            "hdnd-31 23/2026/NQ-HĐND#giao-dich-bao-dam",
            "hdnd-31 34/2025/NQ-HĐND#giao-dich-bao-dam-dat-truc-tuyen",
        ]
    ]
    assert found.lines[0].vi == "Phí: 0 đồng"


def test_the_day_before_the_city_has_no_such_overlap() -> None:
    facts = {"security.object": "dat", "filing.portal": "dvcqg"}
    question = Question("1.011441", "fee", "31", channel="online", charge=SECURITY, facts=facts)
    assert "undeclared_overlap" not in asked(question, "2026-08-07").json


@pytest.mark.parametrize(
    ("question", "key"),
    [
        (Question("tam-tru", "time_limit", "40"), "why/unknown-procedure"),
        (Question("1.004845", "time_limit", "Nghệ An"), "why/unknown-territory"),
        (Question("1.004845", "fee", "40", charge="tien"), "why/unknown-charge"),
        (Question("1.004845", "time_limit", "40", case="tien"), "why/unknown-case"),
        (Question("1.004845", "fee", "40", facts={"?": "1"}), "why/unknown-fact"),
    ],
)
def test_a_name_nobody_knows_is_refused_with_where_to_look(question: Question, key: str) -> None:
    found = asked(question, "2026-11-24")
    assert not found.found
    assert [(one.code, one.help) for one in found.findings] == [(key, Message(f"{key}.help"))]
