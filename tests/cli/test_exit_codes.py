"""Every exit code, and which comes first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.cli.conftest import Run
from tests.cli.fake_api import FakeAnswer, FakeApi
from tests.report.example import CLEAN, REFUSED, RESULT, TOO_LONG, UNKNOWN_OPTION
from tthc_rules.api.results import CheckResult
from tthc_rules.cli.exit_codes import ExitCode, of_check
from tthc_rules.diagnostics import Severity

OPEN = replace(CLEAN, undecided=RESULT.undecided)
NOTHING = replace(CLEAN, files=0)
CHECKS: list[tuple[CheckResult, Severity, bool, int]] = [
    (CLEAN, Severity.ERROR, False, 0),
    (OPEN, Severity.ERROR, False, 0),
    (OPEN, Severity.ERROR, True, 3),
    (replace(CLEAN, findings=(REFUSED,)), Severity.ERROR, False, 1),
    (replace(CLEAN, findings=(TOO_LONG,)), Severity.ERROR, False, 0),
    (replace(CLEAN, findings=(TOO_LONG,)), Severity.WARNING, False, 1),
    (replace(CLEAN, findings=(UNKNOWN_OPTION,)), Severity.WARNING, False, 0),
    (replace(CLEAN, findings=(UNKNOWN_OPTION,)), Severity.INFO, False, 1),
    (replace(CLEAN, findings=(REFUSED,)), Severity.INFO, False, 1),
    (replace(OPEN, findings=(REFUSED,)), Severity.ERROR, True, 3),
    (replace(CLEAN, unopened=True), Severity.ERROR, False, 3),
    (replace(CLEAN, unopened=True, findings=(REFUSED,)), Severity.ERROR, False, 3),
    (NOTHING, Severity.ERROR, False, 4),
    (replace(CLEAN, tallies={}), Severity.ERROR, False, 4),
    (replace(NOTHING, unopened=True), Severity.ERROR, False, 4),
    (replace(CLEAN, misconfigured=True), Severity.ERROR, False, 2),
    (replace(CLEAN, missing_path=True), Severity.ERROR, False, 2),
    (replace(NOTHING, missing_path=True, unopened=True), Severity.ERROR, True, 2),
]


@pytest.mark.parametrize(("result", "fail_on", "strict", "code"), CHECKS)
def test_the_first_that_applies_is_the_code(
    result: CheckResult, fail_on: Severity, strict: bool, code: int
) -> None:
    assert of_check(result, fail_on=fail_on, strict=strict) == code


@pytest.mark.parametrize("row", CHECKS)
def test_the_command_ends_with_that_code(
    fake: FakeApi, tthc: Run, row: tuple[CheckResult, Severity, bool, int]
) -> None:
    fake.result, fail_on, strict, code = row
    flags = ["--strict"] if strict else []
    assert tthc("check", "--fail-on", fail_on.value, *flags).code == code


@pytest.mark.parametrize(
    ("answer", "flags", "code"),
    [
        (FakeAnswer(), [], 0),
        (FakeAnswer(decided=False), [], 0),
        (FakeAnswer(decided=False), ["--strict"], 3),
        (FakeAnswer(found=False, decided=False), ["--strict"], 2),
    ],
)
def test_why_ends_with(
    fake: FakeApi, tthc: Run, answer: FakeAnswer, flags: list[str], code: int
) -> None:
    fake.answer = answer
    assert tthc("why", "9.000001", "--territory", "XX", "time_limit", *flags).code == code


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (FakeAnswer(), 0),
        (FakeAnswer(failed=1), 1),
        (FakeAnswer(failed=1, findings=(REFUSED,)), 2),
        (FakeAnswer(findings=(TOO_LONG,)), 0),
        (FakeAnswer(passed=0), 4),
    ],
)
def test_cases_end_with(fake: FakeApi, tthc: Run, answer: FakeAnswer, code: int) -> None:
    fake.answer = answer
    assert tthc("test").code == code


def test_no_rule_is_nothing_checked(fake: FakeApi, tthc: Run) -> None:
    fake.known = ()
    assert tthc("rules", "list").code == ExitCode.NOTHING


def test_a_wrong_rule_is_misuse(fake: FakeApi, tthc: Run) -> None:
    fake.rule_findings = (REFUSED,)
    ended = tthc("rules", "list")
    assert ended.code == ExitCode.MISUSED
    assert "[yaml/bad-value]" in ended.err


def test_a_wrong_setting_is_misuse(fake: FakeApi, tthc: Run) -> None:
    fake.broken_settings = True
    fake.setting_findings = (UNKNOWN_OPTION,)
    for command in (["check"], ["config"], ["rules", "list"], ["test"]):
        ended = tthc(*command)
        assert (ended.code, ended.out) == (ExitCode.MISUSED, "")
        assert "[setting/unknown]" in ended.err


def test_a_bug_is_never_a_finding_nor_a_clean_run(fake: FakeApi, tthc: Run) -> None:
    fake.trouble = KeyError("secret of a citizen")
    ended = tthc("check")
    assert (ended.code, ended.out) == (ExitCode.FAILED, "")
    assert ended.err.startswith("lỗi: công cụ gặp lỗi nội bộ KeyError tại tthc_rules/cli/check.py:")
    assert "Traceback" not in ended.err
    assert "secret" not in ended.err


def test_the_traceback_is_there_for_who_asks(fake: FakeApi, tthc: Run) -> None:
    fake.trouble = KeyError("x")
    ended = tthc("check", TTHC_RULES_DEBUG="1")
    assert ended.code == ExitCode.FAILED
    assert "Traceback" in ended.err


def test_an_interrupted_run_says_one_line(fake: FakeApi, tthc: Run) -> None:
    fake.trouble = KeyboardInterrupt()
    ended = tthc("check")
    assert (ended.code, ended.out) == (ExitCode.INTERRUPTED, "")
    assert ended.err == "lỗi: đã ngắt; chưa có tệp nào được ghi dở\n"
