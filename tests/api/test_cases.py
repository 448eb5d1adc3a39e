"""`test`: the cases of rules, and what is said of rules and cases that are wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.api.workspaces import write
from tthc_rules.api import CasesResult, load_settings
from tthc_rules.api import test as run_cases
from tthc_rules.diagnostics import Severity

RULE = """
quy tắc "Tên thủ tục có chữ"
  en: "The name has letters"
  mức độ: lỗi
  căn cứ: quy ước kỹ thuật
  hiệu lực: từ 2026-01-01
  áp dụng cho: mỗi công_bố gọi là p
  yêu cầu: p.tên_thủ_tục ≠ "0"
  tại: p.tên_thủ_tục
  thông báo: vi "tên là {p.tên_thủ_tục}"
             en "the name is {p.name}"
hết
"""
CASES = """
- kind: procedure
  code: "9.000001"
  name: Mẫu
- kind: case
  name: có chữ
  as_of: 2026-06-15
  expect: pass
- kind: case
  name: chỉ có số
  as_of: 2026-06-15
  publication: {name: "0"}
  expect: violation
  at: name
  says: tên là 0
"""


@pytest.fixture(autouse=True)
def _in_the_workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def run(folder: Path, cases: str = CASES, *paths: str, rule: str = RULE) -> CasesResult:
    """Return what the cases of one rule show."""
    settings = "kind: settings\nlibrary: none\nrules: [rules]\n"
    write(folder, {"tthc-rules.yaml": settings, "rules/a/b.tthc": rule})
    if cases:
        write(folder, {"rules/a/b.cases.yaml": cases})
    found, _ = load_settings(str(folder), {})
    assert found is not None
    return run_cases(paths, found)


def keys(result: CasesResult) -> list[str]:
    """Return the keys of what is said of failed cases."""
    return [line.key for line in result.lines]


def test_cases_that_show_what_they_expect_pass(tmp_path: Path) -> None:
    result = run(tmp_path)
    assert (result.passed, result.failed, result.lines, result.findings) == (2, 0, (), ())


@pytest.mark.parametrize(
    ("right", "wrong", "key"),
    [
        ("expect: pass", "expect: violation", "test/other-verdict.bare"),
        ("expect: violation", "expect: pass", "test/other-verdict"),
        ("at: name", "at: code", "test/other-place"),
        ("says: tên là 0", "says: tên là 1", "test/other-message"),
    ],
)
def test_a_case_that_shows_something_else_fails_and_says_what(
    tmp_path: Path, right: str, wrong: str, key: str
) -> None:
    result = run(tmp_path, CASES.replace(right, wrong))
    assert key in keys(result)
    assert result.failed >= 1


def test_a_failing_case_says_where_it_is_wrong(tmp_path: Path) -> None:
    (line,) = run(tmp_path, CASES.replace("says: tên là 0", "says: tên là 1")).lines
    written = (tmp_path / "rules/a/b.cases.yaml").read_text(encoding="utf-8").split("\n")
    row = written.index("  says: tên là 1") + 1
    assert line.values["place"] == f"rules/a/b.cases.yaml:{row}:9"


def test_a_rule_without_a_case_for_both_verdicts_fails(tmp_path: Path) -> None:
    assert keys(run(tmp_path, CASES[: CASES.index("- kind: case\n  name: chỉ")])) == [
        "test/no-case"
    ]
    (tmp_path / "rules/a/b.cases.yaml").unlink()
    assert keys(run(tmp_path, "")) == ["test/no-case", "test/no-case"]


def test_the_day_before_a_rule_is_in_force_it_does_not_apply(tmp_path: Path) -> None:
    before = CASES.replace("2026-06-15\n  expect: pass", "2025-12-31\n  expect: not-applicable")
    assert keys(run(tmp_path, before)) == ["test/no-case"]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("  as_of: 2026-06-15\n  expect: pass", "  expect: pass"),
        ("  as_of: 2026-06-15\n  expect: pass", "  as_of: hôm nay\n  expect: pass"),
        ("  expect: pass\n", ""),
        ("  expect: pass", "  expect: đạt"),
        ("  name: có chữ\n", ""),
        ('- kind: procedure\n  code: "9.000001"', "- kind: procedure"),
        ("- kind: procedure", "- kind: instrument"),
    ],
)
def test_a_case_that_misses_what_its_schema_asks_for_is_said_and_ends_no_run(
    tmp_path: Path, right: str, wrong: str
) -> None:
    assert right in CASES
    result = run(tmp_path, CASES.replace(right, wrong))
    assert result.findings != ()
    assert {finding.code.split("/")[0] for finding in result.findings} <= {"schema", "yaml"}


def test_a_rule_with_mistakes_runs_no_case_and_is_said(tmp_path: Path) -> None:
    result = run(tmp_path, rule=RULE.replace("p.tên_thủ_tục ≠", "p.tên_thủ_tụk ≠"))
    assert (result.passed, result.failed) == (0, 0)
    assert result.findings[0].code.startswith("lang/")


def test_paths_choose_rules_by_rule_cases_or_folder(tmp_path: Path) -> None:
    for path in ("rules", "rules/a", "rules/a/b.tthc", "rules/a/b.cases.yaml"):
        assert run(tmp_path, CASES, path).passed == 2
    write(tmp_path, {"rules/c/d.tthc": RULE})
    assert run(tmp_path, CASES, "rules/a").failed == 0
    assert run(tmp_path, CASES, "rules/c").failed == 2


def test_a_path_that_leads_nowhere_is_an_error(tmp_path: Path) -> None:
    result = run(tmp_path, CASES, "rules/a/c.tthc")
    assert keys(result) == []
    (finding,) = result.findings
    assert (finding.code, finding.severity) == ("file/missing", Severity.ERROR)
    assert finding.span is not None
    assert finding.span.file == "rules/a/c.tthc"
