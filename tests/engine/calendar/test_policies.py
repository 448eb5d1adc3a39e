"""Policies by name, with their words in both languages."""

from __future__ import annotations

from dataclasses import fields
from enum import Enum

import pytest

from tthc_rules.engine.calendar import DEFAULT, QUESTIONS, Policies, Reason, What, parse_policies
from tthc_rules.engine.calendar.policies import PauseUnit, values_of, with_answer
from tthc_rules.report.messages.calendar import TABLE

EVERY = [(name, value) for name, question in QUESTIONS.items() for value in question.values]


@pytest.mark.parametrize(("name", "value"), EVERY)
def test_every_value_of_every_question_is_read(name: str, value: str) -> None:
    policies, findings = parse_policies({name: value})
    assert not findings
    assert getattr(policies, name).value == value
    assert policies == with_answer(DEFAULT, name, values_of(name)[value])


def test_every_policy_is_a_question_with_a_default_among_its_values() -> None:
    assert list(QUESTIONS) == [field.name for field in fields(Policies)]
    assert all(question.default in question.values for question in QUESTIONS.values())
    assert parse_policies({}) == (DEFAULT, ())


@pytest.mark.parametrize(
    ("name", "value", "code", "near"),
    [
        ("reception_dya", "counted", "calendar/unknown-policy", "reception_day"),
        ("reception_day", "countd", "calendar/unknown-policy-value", "counted"),
        ("zzz", "counted", "calendar/unknown-policy", ""),
    ],
)
def test_a_misspelt_name_or_value_is_a_finding_and_leaves_the_default(
    name: str, value: str, code: str, near: str
) -> None:
    policies, (finding,) = parse_policies({name: value})
    assert policies == DEFAULT
    assert (finding.code, finding.pointer) == (code, (name,))
    assert finding.help is not None
    assert getattr(finding.help, "values", {})["near"] == near
    assert getattr(finding.help, "key", "") in TABLE


@pytest.mark.parametrize(
    "key",
    [
        *(f"policy/{name}" for name in QUESTIONS),
        *(f"policy/{name}.{value}" for name, value in EVERY),
        *(f"due/undecided.{reason.value}" for reason in Reason),
        *(f"due/step.{what.value}" for what in What),
    ],
)
def test_every_answer_has_its_words(key: str) -> None:
    assert key in TABLE


def test_an_answer_belongs_to_its_question() -> None:
    stranger: Enum = PauseUnit.WHOLE_DAYS
    with pytest.raises(TypeError, match="does not answer"):
        with_answer(DEFAULT, "reception_day", stranger)
