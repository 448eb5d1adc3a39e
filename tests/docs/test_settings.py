"""The page of settings names every setting and every policy, with the default that holds."""

from __future__ import annotations

import json

from tests.docs.pages import page, rows, spoken
from tthc_rules import library
from tthc_rules.api.settings import load_settings
from tthc_rules.diagnostics import Severity
from tthc_rules.engine.calendar.policies import QUESTIONS, Confidence
from tthc_rules.engine.profiles import PROFILES

TEXT = page("docs/settings.md")
BY_NAME = {spoken(row[0])[0]: row for row in rows(TEXT) if spoken(row[0])}
LEVELS = {"lỗi": Severity.ERROR, "cảnh báo": Severity.WARNING, "thông tin": Severity.INFO}
SURE = {Confidence.HIGH: "cao", Confidence.MEDIUM: "vừa", Confidence.LOW: "thấp"}


def test_every_setting_of_the_schema_is_explained() -> None:
    schema = json.loads(library.schema_texts()["settings.schema.json"])
    assert set(schema["$defs"]["Item"]["properties"]) == set(BY_NAME) - set(QUESTIONS)


def test_the_defaults_are_those_that_hold() -> None:
    settings, findings = load_settings("/", {})
    assert settings is not None
    assert findings == ()
    for name in ("library", "profile", "fail_on", "strict", "horizon"):
        value = settings.values[name]
        assert spoken(BY_NAME[name][1]) == (str(value).lower(),)


def test_every_policy_is_explained_with_its_default_and_its_ground() -> None:
    for name, question in QUESTIONS.items():
        values = BY_NAME[name][1]
        assert values.startswith(f"**`{question.default}`**")
        assert set(spoken(values.replace("*", ""))) == set(question.values)
        ground = question.source or "chưa tìm thấy"
        assert BY_NAME[name][3] == f"{ground} ({SURE[question.confidence]})"


def test_every_profile_is_explained_with_what_it_chooses() -> None:
    schema = json.loads(library.schema_texts()["settings.schema.json"])
    assert schema["$defs"]["Item"]["properties"]["profile"]["enum"] == list(PROFILES)
    assert spoken(BY_NAME["profile"][4]) == tuple(PROFILES)
    for name, profile in PROFILES.items():
        (choice,) = (row for row in rows(TEXT) if row[0] == name)
        _, tiers, severities, raised, _ = choice
        assert {int(tier) for tier in tiers.split(", ")} == profile.tiers
        assert {LEVELS[word] for word in severities.split(", ")} == profile.severities
        assert bool(raised) == bool(profile.raised)
