"""`test --coverage` and `test --watch`: what the cases of a rule leave unseen."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.api.authors import BASE, RULE, STRONG, WEAK, Tool, case, lay, settings
from tthc_rules.api import coverage, open_suite
from tthc_rules.api.measuring import percent
from tthc_rules.cli import watching

FILES = {"rules/a/b.tthc": RULE, "rules/a/b.cases.yaml": WEAK}


def test_what_no_case_shows_is_named_with_its_place(folder: Path, tool: Tool) -> None:
    lay(folder, FILES)
    ended = tool("test", "--coverage")
    assert ended.code == 1
    lines = ended.out.splitlines()
    assert lines[1:3] == ["  quy tắc  ca  đã thấy  tỷ lệ", "  a/b       2     5/11   45 %"]
    assert lines[4:10] == [
        "  rules/a/b.tthc:5:3: ngày 30/06/2026, ngay trước khi quy tắc có hiệu lực",
        "  rules/a/b.tthc:5:3: ngày 01/07/2026, ngày đầu quy tắc có hiệu lực",
        "  rules/a/b.tthc:5:3: ngày 31/12/2026, ngày cuối quy tắc có hiệu lực",
        "  rules/a/b.tthc:5:3: ngày 01/01/2027, ngay sau khi quy tắc hết hiệu lực",
        "  rules/a/b.tthc:7:8: mệnh đề `khi` sai: `có g.số_bản_sao`",
        "  rules/a/b.tthc:8:12: hai bên bằng nhau, đúng ngưỡng: `g.số_bản_sao không quá 2`",
    ]
    assert lines[-2:] == ["độ phủ 45 %: đã thấy 5/11", "dưới mức 100 %: a/b"]


def test_the_same_is_said_in_english(folder: Path, tool: Tool) -> None:
    lay(folder, FILES)
    ended = tool("test", "--coverage", "--lang", "en")
    assert "  rules/a/b.tthc:7:8: clause `when` false: `có g.số_bản_sao`\n" in ended.out
    assert ended.out.endswith("coverage 45 %: 5 of 11 seen\nbelow 100 %: a/b\n")


def test_cases_that_show_everything_pass_the_gate(folder: Path, tool: Tool) -> None:
    lay(folder, {**FILES, "rules/a/b.cases.yaml": STRONG})
    ended = tool("test", "--coverage")
    assert ended.code == 0
    assert ended.out.endswith("8 trường hợp đạt, 0 không đạt\nđộ phủ 100 %: đã thấy 11/11\n")


@pytest.mark.parametrize(("least", "code"), [("45", 0), ("46", 1), ("0", 0)])
def test_the_gate_stands_where_it_is_set(folder: Path, tool: Tool, least: str, code: int) -> None:
    lay(folder, FILES)
    assert tool("test", "--min-coverage", least).code == code


def test_each_rule_must_pass_the_gate(folder: Path, tool: Tool) -> None:
    lay(folder, {**FILES, "rules/a/c.tthc": RULE, "rules/a/c.cases.yaml": STRONG})
    ended = tool("test", "--min-coverage", "60")
    assert ended.code == 1
    assert ended.out.endswith("độ phủ 72 %: đã thấy 16/22\ndưới mức 60 %: a/b\n")


def test_a_failing_case_fails_the_run_whatever_it_shows(folder: Path, tool: Tool) -> None:
    wrong = STRONG.replace("expect: pass", "expect: undecided", 1)
    lay(folder, {**FILES, "rules/a/b.cases.yaml": wrong})
    ended = tool("test", "--coverage")
    assert ended.code == 1
    assert (
        "b.cases.yaml:"
        in ended.out.split(": ca `một bản` mong đợi chưa kết luận, kết quả là đạt")[0]
    )


def test_a_rule_without_cases_shows_nothing(folder: Path) -> None:
    lay(folder, {"rules/a/b.tthc": RULE})
    (measured,) = coverage(open_suite((), settings(folder))).rules
    assert (measured.cases, measured.reached, measured.percent) == (0, 0, 0)


def test_a_rule_with_a_mistake_is_not_measured(folder: Path, tool: Tool) -> None:
    lay(folder, {**FILES, "rules/a/b.tthc": RULE.replace("lỗi", "nặng")})
    ended = tool("test", "--coverage")
    assert ended.code == 2
    assert ended.out == "không có trường hợp thử nào\n"


def test_a_share_is_never_rounded_up() -> None:
    assert (percent(999, 1000), percent(0, 0), percent(1, 3)) == (99, 100, 33)


@pytest.fixture
def changes(monkeypatch: pytest.MonkeyPatch, folder: Path) -> list[str]:
    """Texts that the cases file holds at each look, one after another; then Ctrl-C."""
    texts: list[str] = []

    def look(seconds: float) -> None:
        assert seconds == 0.5
        if not texts:
            raise KeyboardInterrupt
        lay(folder, {"rules/a/b.cases.yaml": texts.pop(0)})

    monkeypatch.setattr(watching, "sleep", look)
    return texts


def test_a_watch_runs_again_after_a_change_and_ends_with_130(
    folder: Path, tool: Tool, changes: list[str]
) -> None:
    lay(folder, FILES)
    changes.extend([WEAK, WEAK + case("hai bản", "2026-08-01", "pass", 2)])
    ended = tool("test", "--watch")
    assert ended.code == 130
    assert ended.out == (
        "2 trường hợp đạt, 0 không đạt\n2 trường hợp đạt, 0 không đạt\n"
        "3 trường hợp đạt, 0 không đạt\n"
    )
    assert ended.err.count("đang chờ tệp thay đổi") == 3


def test_a_watch_outlives_a_mistake(folder: Path, tool: Tool, changes: list[str]) -> None:
    lay(folder, {**FILES, "rules/a/b.cases.yaml": "- kind: case\n"})
    changes.append(WEAK)
    ended = tool("test", "--watch")
    assert ended.code == 130
    assert ended.out.endswith("2 trường hợp đạt, 0 không đạt\n")


def test_a_watch_waits_for_a_wrong_setting_to_be_righted(
    folder: Path, tool: Tool, monkeypatch: pytest.MonkeyPatch
) -> None:
    right = (folder / "tthc-rules.yaml").read_text(encoding="utf-8")
    lay(folder, {**FILES, "tthc-rules.yaml": right + "lop: 1\n"})
    steps = iter([right])

    def look(seconds: float) -> None:
        text = next(steps, None)
        if text is None:
            raise KeyboardInterrupt
        lay(folder, {"tthc-rules.yaml": text})

    monkeypatch.setattr(watching, "sleep", look)
    ended = tool("test", "--watch")
    assert ended.code == 130
    assert ended.out == "2 trường hợp đạt, 0 không đạt\n"


def test_a_file_that_comes_or_goes_is_a_change(folder: Path) -> None:
    lay(folder, FILES)
    before = watching.stamps(["rules"])
    lay(folder, {"rules/a/c.tthc": RULE, "rules/a/notes.txt": "x"})
    after = watching.stamps(["rules", "nowhere"])
    assert {path.name for path in after.keys() - before.keys()} == {"c.tthc"}


def test_a_rule_that_never_applied_is_said_by_the_statistics(folder: Path, tool: Tool) -> None:
    """A rule that applied to nothing may be dead; `check --statistics` names it."""
    paper = BASE.replace(", copies: 2", "")
    lay(folder, {"rules/a/b.tthc": RULE, "data/a.yaml": paper})
    arguments = ("check", "data", "--statistics", "--as-of", "2026-08-01", "--lang", "en")
    assert "Rules that applied to nothing:\n  a/b\n" in tool(*arguments).out
    lay(folder, {"data/a.yaml": BASE})
    assert "applied to nothing" not in tool(*arguments).out
