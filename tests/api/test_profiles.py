"""Profiles: which rules run, how heavily they weigh, and who has the last word."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest

from tests.api.workspaces import GENERIC, LAW, RULE, checked, codes, settings_of, workspace
from tests.strategies.rules import rule
from tthc_rules import library
from tthc_rules.api import rules
from tthc_rules.diagnostics import Severity
from tthc_rules.engine.instruments import Instruments
from tthc_rules.engine.profiles import DEFAULT, FULL, PROFILES
from tthc_rules.engine.rulebook import OFF, rulebook
from tthc_rules.engine.tiers import TIERS

NONE = Instruments(())
FIRST, SECOND, THIRD = "fee/zero-by-default", "identity/name-level-mismatch", "online/retired-level"
LAST_WORD = {OFF, *(one.value for one in Severity)}
WORDS = {"lỗi": Severity.ERROR, "cảnh báo": Severity.WARNING, "thông tin": Severity.INFO}


def severity(name: str, profile: str, asked: str | None = None, **clauses: str) -> Severity | None:
    """Return what a violation of a rule counts as under a profile, None where it is off."""
    given = {name: asked} if asked is not None else {}
    clauses.setdefault("basis", "quy ước kỹ thuật")
    (*found,) = rulebook([rule(name, **clauses)], NONE, given, PROFILES[profile]).rules
    return found[0].severity if found else None


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("profile", "first", "second", "third"),
    [
        ("minimal", Severity.ERROR, None, None),
        ("recommended", Severity.ERROR, Severity.WARNING, None),
        ("strict", Severity.ERROR, Severity.ERROR, Severity.ERROR),
        ("province-publish", Severity.ERROR, None, None),
        ("full", Severity.ERROR, Severity.WARNING, Severity.WARNING),
    ],
)
def test_a_profile_chooses_by_tier_and_severity(
    profile: str, first: Severity, second: Severity | None, third: Severity | None
) -> None:
    assert severity(FIRST, profile, severity="lỗi") is first
    assert severity(SECOND, profile, severity="cảnh báo") is second
    assert severity(THIRD, profile, severity="cảnh báo") is third


def test_before_publishing_only_rules_about_configurations_run() -> None:
    over = {
        "over": "mỗi công_bố gọi là c",
        "at": "c.code",
        "require": 'c.code = "9.000001"',
        "severity": "lỗi",
    }
    assert severity(FIRST, "province-publish", **over) is None
    assert severity(FIRST, "minimal", **over) is Severity.ERROR


def test_strict_raises_no_rule_whose_grounds_nobody_read() -> None:
    for word in ("lỗi", "cảnh báo"):
        assert severity(SECOND, "strict", severity=word, basis="9/NĐ-CP") is Severity.WARNING
    assert severity(SECOND, "strict", severity="thông tin") is Severity.INFO


@pytest.mark.parametrize(
    ("profile", "asked", "word"), list(product(PROFILES, [None, *sorted(LAST_WORD)], WORDS))
)
def test_a_rule_that_must_stay_is_neither_off_nor_softened(
    profile: str, asked: str | None, word: str
) -> None:
    found = severity(THIRD, profile, asked, severity=word, after="không được bỏ qua")
    assert found in (WORDS[word], Severity.ERROR)
    assert found is WORDS[word] or PROFILES[profile].raised


@pytest.mark.parametrize(("profile", "asked"), list(product(PROFILES, sorted(LAST_WORD))))
def test_settings_of_a_rule_win_over_the_profile(profile: str, asked: str) -> None:
    expected = None if asked == OFF else Severity(asked)
    assert severity(THIRD, profile, asked) is expected


@pytest.mark.parametrize("profile", PROFILES)
def test_a_rule_outside_the_catalogue_always_runs(profile: str) -> None:
    assert severity("tinh/rieng", profile, severity="thông tin") is Severity.INFO


def test_every_shipped_rule_has_a_tier() -> None:
    folder = library.rules_folder()
    shipped = {
        path.relative_to(folder).with_suffix("").as_posix() for path in folder.rglob("*.tthc")
    }
    assert shipped - TIERS.keys() == set()
    assert set(TIERS.values()) == FULL.tiers


def test_the_file_and_the_caller_choose_and_say_so(tmp_path: Path) -> None:
    workspace(tmp_path, LAW)
    (default,) = (one for one in settings_of(tmp_path).describe() if one.name == "profile")
    assert (default.value, default.origin.vi) == (DEFAULT, "mặc định")
    settings = tmp_path / "tthc-rules.yaml"
    settings.write_text(settings.read_text("utf-8") + "profile: minimal\n", encoding="utf-8")
    (chosen,) = (one for one in settings_of(tmp_path).describe() if one.name == "profile")
    assert (chosen.value, chosen.origin.vi) == ("minimal", "tthc-rules.yaml")
    assert settings_of(tmp_path, profile="strict").profile is PROFILES["strict"]


def test_a_run_and_the_list_of_rules_agree(tmp_path: Path) -> None:
    second = "time-limit/online-longer"
    workspace(tmp_path, {**LAW, "xx/c.yaml": GENERIC}, RULE, second)
    for name in PROFILES:
        result = checked(tmp_path, profile=name)
        known, _ = rules(settings_of(tmp_path, profile=name))
        assert {one.id for one in known if not one.off} == set(result.tallies)
        assert codes(result.findings) == [RULE]
        assert (second in result.tallies) == (name not in {"minimal", "province-publish"})
