"""The settings of a run: defaults, the file of the workspace, the words of the caller."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.api.workspaces import write
from tthc_rules.api import Settings, load_settings
from tthc_rules.diagnostics import Severity

FILE = """
kind: settings
library: none
rules: [rules]
data: [data, ../other]
as_of: 2026-07-01
fail_on: warning
strict: true
lang: en
horizon: 30
policies: {reception_day: counted}
severities: [{rule: time-limit/longer-than-law, severity: info}]
"""


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def loaded(start: str, **overrides: int | str | None) -> Settings:
    """Return settings that have nothing wrong with them."""
    found, findings = load_settings(start, overrides)
    assert findings == ()
    assert found is not None
    return found


def test_without_a_file_the_defaults_hold() -> None:
    found = loaded(".")
    assert (found.file, found.folder, found.as_of) == (None, ".", None)
    assert (found.fail_on, found.strict, found.lang) == (Severity.ERROR, False, None)
    assert (found.horizon, found.uses_library) == (60, True)
    assert found.folders("data") == found.folders("rules") == ()


def test_a_file_says_everything(tmp_path: Path) -> None:
    write(tmp_path, {"tthc-rules.yaml": FILE})
    found = loaded(".")
    assert found.as_of == date(2026, 7, 1)
    assert (found.fail_on, found.strict, found.lang) == (Severity.WARNING, True, "en")
    assert (found.horizon, found.uses_library) == (30, False)
    assert found.policies == {"reception_day": "counted"}
    assert found.severities == {"time-limit/longer-than-law": "info"}


def test_the_file_is_looked_for_upwards_and_its_folders_start_beside_it(tmp_path: Path) -> None:
    write(tmp_path, {"ws/tthc-rules.yaml": FILE, "ws/deep/er/x.yaml": "kind: catalogue\n"})
    found = loaded("ws/deep/er")
    assert found.file == "ws/tthc-rules.yaml"
    assert found.folders("data") == ("ws/data", "other")
    assert found.folders("rules") == ("ws/rules",)


def test_the_caller_has_the_last_word_and_silence_changes_nothing(tmp_path: Path) -> None:
    write(tmp_path, {"tthc-rules.yaml": FILE})
    found = loaded(".", fail_on="info", lang=None)
    assert (found.fail_on, found.lang) == (Severity.INFO, "en")


def test_each_setting_says_where_it_came_from(tmp_path: Path) -> None:
    write(tmp_path, {"tthc-rules.yaml": FILE.replace("horizon: 30\n", "")})
    origins = {one.name: (one.value, one.origin.vi) for one in loaded(".", lang="vi").describe()}
    assert origins["horizon"] == ("60", "mặc định")
    assert origins["fail_on"] == ("warning", "tthc-rules.yaml")
    assert origins["lang"] == ("vi", "dòng lệnh hoặc biến môi trường")
    assert origins["strict"] == ("true", "tthc-rules.yaml")
    assert origins["data"] == ("data, ../other", "tthc-rules.yaml")
    assert origins["policies.reception_day"] == ("counted", "tthc-rules.yaml")
    assert origins["severities.time-limit/longer-than-law"] == ("info", "tthc-rules.yaml")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (FILE.replace("fail_on: warning", "fail_on: nothing"), "schema/unknown-value"),
        (FILE.replace("horizon: 30", "horizont: 30"), "schema/unknown-key"),
        (FILE.replace("2026-07-01", "1/7/2026"), "yaml/ambiguous-scalar"),
        (FILE.replace("reception_day: counted", "reception_day: maybe"), "schema/unknown-value"),
        ("kind: catalogue\n", "settings/not-settings"),
        ("kind: settings\nkind: settings\n", "yaml/duplicate-key"),
    ],
)
def test_a_bad_setting_gives_no_settings_and_says_why(tmp_path: Path, text: str, code: str) -> None:
    write(tmp_path, {"tthc-rules.yaml": text})
    found, findings = load_settings(".", {})
    assert found is None
    assert [finding.code for finding in findings] == [code]
    assert findings[0].span is not None
    assert findings[0].span.file == "tthc-rules.yaml"
