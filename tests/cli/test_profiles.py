"""`check --profile`, `check --missing` and what `rules list` says of rules that do not run."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from tests.cli.conftest import Run
from tests.cli.fake_api import RULE, FakeApi, FakeSettings
from tests.report.example import CLEAN, RESULT
from tthc_rules.engine.profiles import PROFILES


@pytest.mark.parametrize("profile", PROFILES)
def test_a_profile_is_handed_on(fake: FakeApi, tthc: Run, profile: str) -> None:
    tthc("check", "--profile", profile)
    settings = fake.calls[-1]["settings"]
    assert isinstance(settings, FakeSettings)
    assert settings.values["profile"] == profile


def test_without_a_profile_the_settings_choose(fake: FakeApi, tthc: Run) -> None:
    tthc("check")
    settings = fake.calls[-1]["settings"]
    assert isinstance(settings, FakeSettings)
    assert "profile" not in settings.values


def test_a_profile_that_does_not_exist_is_refused_with_those_that_do(tthc: Run) -> None:
    ended = tthc("check", "--profile", "lax")
    assert ended.code == 2
    assert all(f"`{name}`" in ended.err for name in PROFILES)


def test_what_is_missing_takes_the_place_of_the_report(fake: FakeApi, tthc: Run) -> None:
    fake.result = RESULT
    ended = tthc("check", "--missing")
    assert ended.out.startswith("Dữ kiện cần thu thập")
    assert ended.code == tthc("check").code == 1
    tree = json.loads(tthc("check", "--missing", "--format", "json").out)
    assert tree["undecided"] == len(RESULT.undecided) > 0
    assert sum(one["waiting"] for one in tree["wanted"]) >= tree["undecided"]


def test_with_nothing_missing_that_is_said(fake: FakeApi, tthc: Run) -> None:
    fake.result = CLEAN
    assert tthc("--lang", "en", "check", "--missing").out == "no verdict waits for anything\n"


def test_what_is_missing_never_hides_that_the_run_was_not_whole(fake: FakeApi, tthc: Run) -> None:
    fake.result = replace(RESULT, missing_path=True)
    ended = tthc("--lang", "en", "check", "--missing")
    assert (ended.code, ended.err) == (
        2,
        "the result is not whole: a path does not exist\nrun it without `--missing` to see why\n",
    )
    fake.result = replace(CLEAN, files=0)
    ended = tthc("--lang", "en", "check", "--missing")
    assert (ended.code, ended.err) == (4, "nothing was checked: no data file or no rule\n")
    fake.result = RESULT
    assert tthc("check", "--missing").err == ""


def test_the_list_of_rules_marks_what_does_not_run(fake: FakeApi, tthc: Run) -> None:
    fake.known = (RULE, replace(RULE, id="thoi-han/khac", off=True))
    runs, does_not = tthc("rules", "list").out.splitlines()[:2]
    assert not runs.endswith("(không chạy)")
    assert does_not.endswith("(không chạy)")
    listed = json.loads(tthc("rules", "list", "--format", "json").out)
    assert [one["off"] for one in listed] == [False, True]
