"""What the shipped law answers where two texts speak at once: known cases, asked as users ask."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tthc_rules import api
from tthc_rules.report.messages import sentence

ROOT = Path(__file__).parents[2]
ID_CARD = "le-phi-cap-doi-cap-lai-the-can-cuoc"
SECURITY = "phi-dang-ky-giao-dich-bao-dam"
OVERLAP = "chồng lấn mà không khai báo quan hệ"


def asked(monkeypatch: pytest.MonkeyPatch, day: date, question: api.Question) -> list[str]:
    """Return the lines of the proof that `why` prints, the answer first."""
    monkeypatch.chdir(ROOT)
    settings, problems = api.load_settings(".", {"jobs": 1, "as_of": day})
    assert settings is not None, problems
    return [sentence(line, "vi") for line in api.why(question, settings).lines]


@pytest.mark.parametrize(
    ("day", "answer"),
    [
        (date(2026, 8, 14), "Lệ phí: 35.000 đồng"),
        (date(2026, 9, 1), "Lệ phí: 0 đồng"),
        (date(2027, 2, 28), "Lệ phí: 0 đồng"),
        (date(2027, 3, 1), "Lệ phí: 70.000 đồng"),
    ],
)
def test_an_id_card_is_free_while_the_waiver_lasts_and_reductions_are_not_stacked(
    day: date, answer: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """73/2024/TT-BTC sets 70,000; 64/2025 halves it to the end of 2026; 117/2026 waives it."""
    facts = {"applicant.vneid_level_2": "true", "applicant.five_papers_integrated": "true"}
    question = api.Question(
        "1.014064", "charge", "40", channel="online", charge=ID_CARD, facts=facts
    )
    lines = asked(monkeypatch, day, question)
    assert lines[0] == answer


def test_half_an_id_card_fee_is_due_without_the_second_level(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    facts = {"applicant.vneid_level_2": "false", "applicant.five_papers_integrated": "true"}
    question = api.Question(
        "1.014064", "charge", "40", channel="online", charge=ID_CARD, facts=facts
    )
    assert asked(monkeypatch, date(2026, 9, 1), question)[0] == "Lệ phí: 35.000 đồng"


@pytest.mark.parametrize(("day", "told"), [(date(2026, 8, 7), False), (date(2026, 8, 8), True)])
def test_the_overlap_of_two_resolutions_of_hai_phong_is_told_from_the_day_it_begins(
    day: date, told: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """34/2025/NQ-HĐND Điều 6 khoản 2 and 23/2026/NQ-HĐND, both for filing online."""
    facts = {"filing.portal": "vneid", "security.object": "dat"}
    question = api.Question("1.011441", "fee", "31", channel="online", charge=SECURITY, facts=facts)
    lines = asked(monkeypatch, day, question)
    told_of = [line for line in lines if OVERLAP in line]
    assert (lines[0] == "Phí: 0 đồng") is told
    assert bool(told_of) is told
    for text in ("23/2026/NQ-HĐND", "34/2025/NQ-HĐND"):
        assert all(text in line for line in told_of)
