"""What each command hands to the use cases, and what it shows of their answer."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.fake_api import FakeApi, FakeSettings
from tests.report.example import RESULT
from tthc_rules.api.asking import Question
from tthc_rules.cli.workspace import day_in_vietnam, today


def test_check_prints_the_report(fake: FakeApi, tthc: Run) -> None:
    fake.result = RESULT
    golden = Path(__file__).parent.parent / "report" / "golden"
    for lang in ("vi", "en"):
        ended = tthc("check", "--lang", lang)
        assert ended.out == (golden / f"{lang}.txt").read_text(encoding="utf-8")
        full = tthc("--lang", lang, "check", "--undecided", "--statistics")
        assert full.out == (golden / f"{lang}-full.txt").read_text(encoding="utf-8")
        assert (ended.code, ended.err) == (1, "")


def test_check_writes_every_format_from_one_run(fake: FakeApi, tthc: Run, tmp_path: Path) -> None:
    fake.result = RESULT
    first, second = tmp_path / "a.json", tmp_path / "b.txt"
    ended = tthc("check", "--output", f"json={first}", "--output", f"text={second}")
    assert ended.code == 1
    assert json.loads(first.read_text(encoding="utf-8"))["day"] == "2026-11-24"
    assert second.read_text(encoding="utf-8") == ended.out
    assert len([call for call in fake.calls if "paths" in call]) == 1
    assert [line.partition(" `")[0] for line in ended.err.splitlines()] == ["đã ghi", "đã ghi"]


def test_json_goes_to_standard_output(tthc: Run) -> None:
    assert json.loads(tthc("check", "--format", "json").out)["findings"] == []


@pytest.mark.parametrize("day", ["2026-07-01", "01/07/2026", "1/7/2026"])
def test_a_day_is_read_in_both_notations(fake: FakeApi, tthc: Run, day: str) -> None:
    tthc("check", "a.yaml", "--as-of", day)
    settings = fake.calls[-1]["settings"]
    assert fake.calls[-1]["paths"] == ("a.yaml",)
    assert isinstance(settings, FakeSettings)
    assert settings.as_of == date(2026, 7, 1)


def test_the_day_of_the_law_begins_at_midnight_in_vietnam() -> None:
    assert day_in_vietnam(datetime(2026, 12, 31, 16, 59, tzinfo=UTC)) == date(2026, 12, 31)
    assert day_in_vietnam(datetime(2026, 12, 31, 17, 0, tzinfo=UTC)) == date(2027, 1, 1)


def test_without_a_day_it_is_today_in_vietnam(fake: FakeApi, tthc: Run) -> None:
    before = today()
    tthc("check")
    settings = fake.calls[-1]["settings"]
    assert isinstance(settings, FakeSettings)
    assert settings.as_of in {before, today()}
    assert fake.calls[-1]["paths"] == ()


def test_the_settings_file_names_the_day_and_the_language(fake: FakeApi, tthc: Run) -> None:
    fake.file_settings = {"as_of": date(2030, 1, 1), "lang": "en"}
    assert tthc("check").out.startswith("Checked ")
    settings = fake.calls[-1]["settings"]
    assert isinstance(settings, FakeSettings)
    assert settings.as_of == date(2030, 1, 1)


def test_the_caller_goes_before_the_settings_file(fake: FakeApi, tthc: Run) -> None:
    fake.file_settings = {"lang": "en"}
    assert tthc("check", "--lang", "vi").out.startswith("Đã kiểm tra ")
    assert tthc("check", TTHC_RULES_LANG="vi").out.startswith("Đã kiểm tra ")
    assert tthc("check", LANG="vi_VN.UTF-8").out.startswith("Checked ")


def test_variables_stand_for_flags(
    fake: FakeApi, tthc: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TTHC_RULES_AS_OF", "2027-01-01")
    monkeypatch.setenv("TTHC_RULES_FAIL_ON", "info")
    tthc("check")
    settings = fake.calls[-1]["settings"]
    assert isinstance(settings, FakeSettings)
    assert settings.values["fail_on"] == "info"
    assert settings.as_of == date(2027, 1, 1)


@pytest.mark.parametrize(
    "arguments",
    [
        ["9.000001", "time_limit", "--territory", "40"],
        ["9.000001", "--territory", "40", "time_limit"],
        ["--territory", "40", "9.000001", "time_limit"],
    ],
)
def test_why_is_asked_in_any_order(fake: FakeApi, tthc: Run, arguments: list[str]) -> None:
    ended = tthc(
        "why", *arguments, "--fact", "a.b=c", "--event", "reception=01/07/2026",
        "--channel", "online", "--case", "x", "--known-on", "2026-06-01", "--charge", "le-phi",
        "--timeline", "2026-07-01..28/02/2027",
    )  # fmt: skip
    assert (ended.code, ended.out, ended.err) == (0, "5 ngày làm việc\n", "")
    assert fake.calls[-1]["question"] == Question(
        "9.000001",
        "time_limit",
        "40",
        case="x",
        channel="online",
        charge="le-phi",
        facts={"a.b": "c"},
        events={"reception": date(2026, 7, 1)},
        known_on=date(2026, 6, 1),
        period=(date(2026, 7, 1), date(2027, 3, 1)),
    )


@pytest.mark.parametrize(
    "days", ["2026-07-01", "2026-07-02..2026-07-01", "..", "a..b", "2026-07-01..9999-12-31"]
)
def test_a_timeline_needs_two_days_in_order(tthc: Run, days: str) -> None:
    ended = tthc("why", "9.000001", "fee", "--territory", "40", "--timeline", days)
    assert ended.code == 2
    assert "--timeline" in ended.err


def test_why_answers_programs_too(tthc: Run) -> None:
    ended = tthc("why", "9.000001", "fee", "--territory", "40", "--format", "json")
    assert json.loads(ended.out) == {"value": "5 working days"}


def test_rules_are_listed(tthc: Run) -> None:
    assert tthc("rules", "list").out == (
        "thoi-han/dai-hon-luat  lỗi  Thời hạn dài hơn mức của luật\n\n1 quy tắc\n"
    )
    assert json.loads(tthc("rules", "list", "--format", "json").out)[0]["cases"] == 4


def test_a_rule_is_shown_with_its_text(tthc: Run) -> None:
    ended = tthc("rules", "show", "thoi-han/dai-hon-luat")
    assert ended.out == (
        "thoi-han/dai-hon-luat\n"
        "tệp: rules/thoi-han/dai-hon-luat.tthc\n"
        "\n"
        'quy tắc "Thời hạn dài hơn mức của luật"\n'
        "  mức độ: lỗi\n"
        "hết\n"
    )


def test_a_rule_is_explained(tthc: Run) -> None:
    assert tthc("explain", "thoi-han/dai-hon-luat", "--lang", "en").out == (
        "thoi-han/dai-hon-luat\n"
        "Time limit longer than the law allows\n"
        "\n"
        "severity:      error\n"
        "basis:         118/2025/NĐ-CP Điều 5\n"
        "in force:      from 2025-07-01\n"
        "applies to:    each configuration\n"
        "message:       configured {a}\n"
        "switching off: never\n"
        "cases:         4\n"
        "file:          rules/thoi-han/dai-hon-luat.tthc\n"
    )


def test_a_code_of_the_tool_is_explained_with_all_its_messages(tthc: Run) -> None:
    ended = tthc("explain", "yaml/bad-value", "--lang", "en")
    assert ended.code == 0
    lines = ended.out.splitlines()
    assert lines[0] == "yaml/bad-value"
    assert len([line for line in lines if line.startswith("says: ")]) > 1
    assert lines[-2] == "basis: technical convention"


def test_settings_are_printed_with_their_origin(tthc: Run) -> None:
    assert tthc("config").out == "fail_on = error\nlibrary = shipped\n"
    assert tthc("config", "--origin").out == (
        "fail_on = error    # mặc định\nlibrary = shipped  # tthc-rules.yaml\n"
    )


def test_cases_are_counted(tthc: Run) -> None:
    assert tthc("test").out == "5 ngày làm việc\n3 trường hợp đạt, 0 không đạt\n"


def test_the_version_is_one_line(tthc: Run) -> None:
    assert tthc("--version").out == "tthc-rules 0.1.0\n"
    assert tthc("version").out.startswith("tthc-rules 0.1.0, Python 3.")
