"""`new rule`: a draft that compiles, fails one case on purpose, and says what to fill in."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.api.authors import Tool, lay, settings
from tthc_rules.api import draft_rule, formatted


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_new_rule_compiles_and_fails_one_case_on_purpose(
    folder: Path, tool: Tool, lang: str
) -> None:
    ended = tool("new", "rule", "giay-to/qua-hai", "--lang", lang)
    assert ended.code == 0
    tested = tool("test", "--lang", lang)
    assert (tested.code, tested.err) == (1, "")
    failing = {"vi": "một bản sao (cố ý sai)", "en": "one copy (wrong on purpose)"}[lang]
    first, last = tested.out.splitlines()
    assert failing in first
    assert (
        last
        == {
            "vi": "3 trường hợp đạt, 1 không đạt",
            "en": "3 cases passed, 1 failed",
        }[lang]
    )


@pytest.mark.parametrize(("lang", "mark"), [("vi", "ĐIỀN"), ("en", "FILL IN")])
def test_comments_say_what_to_fill_in(folder: Path, tool: Tool, lang: str, mark: str) -> None:
    tool("new", "rule", "a/b", "--lang", lang)
    rule = (folder / "rules/a/b.tthc").read_text(encoding="utf-8")
    cases = (folder / "rules/a/b.cases.yaml").read_text(encoding="utf-8")
    assert sum(line.strip().startswith(f"# {mark}") for line in rule.splitlines()) == 7
    assert f"# {mark}" in cases
    assert "{new/" not in rule + cases
    assert rule.splitlines()[1].startswith('quy tắc "' if lang == "vi" else 'rule "')


def test_a_new_rule_is_in_canonical_form(folder: Path, tool: Tool) -> None:
    tool("new", "rule", "a/b")
    assert [file.changed for file in formatted((), settings(folder)).files] == [False]


def test_the_next_steps_are_printed(tool: Tool) -> None:
    ended = tool("new", "rule", "a/b")
    assert ended.out.splitlines()[:5] == [
        "đã tạo `rules/a/b.tthc`",
        "đã tạo `rules/a/b.cases.yaml`",
        "",
        "Việc tiếp theo:",
        "  1. điền những chỗ ghi ĐIỀN trong `rules/a/b.tthc`",
    ]
    assert "`tthc-rules test rules/a/b.tthc --coverage --mutate`" in ended.out


@pytest.mark.parametrize("name", ["rules/a/b.tthc", "rules/a/b.cases.yaml"])
def test_nothing_is_overwritten(folder: Path, tool: Tool, name: str) -> None:
    lay(folder, {name: "của tôi\n"})
    ended = tool("new", "rule", "a/b")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(f"lỗi: đã có `{name}`; không ghi đè\n")
    assert [path.name for path in (folder / "rules/a").iterdir()] == [Path(name).name]
    assert (folder / name).read_text(encoding="utf-8") == "của tôi\n"


@pytest.mark.parametrize(
    "name", ["b", "a/b/c", "A/b", "a/bé", "../x", "/a/b", "a/b.tthc", "a/-b", "a_b/c", "a/b\n"]
)
def test_an_id_that_is_no_path_below_the_rules_is_refused(
    folder: Path, tool: Tool, name: str
) -> None:
    ended = tool("new", "rule", name)
    assert ended.code == 2
    assert "không dùng làm mã quy tắc được" in ended.err
    assert not (folder / "rules").exists()


def test_a_folder_that_is_not_in_use_is_said(folder: Path, tool: Tool) -> None:
    ended = tool("new", "rule", "a/b", "--dir", "khac")
    assert ended.code == 0
    assert (folder / "khac/a/b.tthc").is_file()
    assert "thư mục `khac` chưa có trong mục `rules`" in ended.out
    assert "chưa có trong mục" not in tool("new", "rule", "a/b", "--dir", "rules").out


def test_a_folder_that_cannot_be_made_is_said(folder: Path, tool: Tool) -> None:
    lay(folder, {"rules": "a file in the way\n"})
    ended = tool("new", "rule", "a/b")
    assert ended.code == 5
    assert "không ghi được" in ended.err


def test_the_api_writes_nothing(folder: Path) -> None:
    draft, refusal = draft_rule("a/b", None, settings(folder), "vi")
    assert refusal is None
    assert draft is not None
    assert draft.in_use
    assert not (folder / "rules").exists()
