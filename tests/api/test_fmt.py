"""`fmt`: one canonical form, and nothing written that nobody asked for."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.api.authors import RULE, Tool, lay, settings
from tests.strategies.documents import blueprint
from tthc_rules import library
from tthc_rules.api import formatted
from tthc_rules.engine.vocabulary import vocabulary
from tthc_rules.lang.compiler import check_rule
from tthc_rules.lang.meaning import roots
from tthc_rules.lang.printer import format_rule
from tthc_rules.lang.typed import meaning
from tthc_rules.source import Source

UNTIDY = RULE.replace("  mức độ: lỗi", "  # mức\n     mức  độ :   lỗi # nặng").replace(
    "không quá 2", "<=  2"
)
TIDY = RULE.replace("  mức độ: lỗi", "  # mức\n  mức độ: lỗi  # nặng").replace("không quá", "≤")
BROKEN = RULE.replace("  mức độ: lỗi\n", "  mức độ: nặng\n")
SHIPPED = sorted(library.rules_folder().rglob("*.tthc"))
WORDS = vocabulary(blueprint())


@cache
def printed(text: str, to: str | None) -> str:
    """Return the canonical form of a text that is a rule."""
    after, findings = format_rule(Source("r", text), WORDS, to)
    assert after is not None, findings
    return after


def means(text: str) -> tuple[object, ...]:
    """Return what the conditions and texts of a rule mean."""
    rule, findings = check_rule(Source("r", text), "a/b", WORDS)
    assert rule is not None, findings
    return rule.head, rule.rule.message, *(meaning(root) for root in roots(rule.rule))


def test_a_rule_is_written_in_canonical_form_with_its_comments(folder: Path, tool: Tool) -> None:
    lay(folder, {"rules/a/b.tthc": UNTIDY, "rules/a/c.tthc": RULE})
    ended = tool("fmt")
    assert ended == (0, "đã định dạng `rules/a/b.tthc`\n", "đã định dạng 1/2 quy tắc\n")
    assert (folder / "rules/a/b.tthc").read_text(encoding="utf-8") == TIDY
    assert tool("fmt", "--check") == (0, "", "0/2 quy tắc khác dạng chuẩn\n")


def test_a_check_lists_and_writes_nothing(folder: Path, tool: Tool) -> None:
    lay(folder, {"rules/a/b.tthc": UNTIDY})
    ended = tool("fmt", "--check")
    assert ended.code == 1
    assert ended.out == "`rules/a/b.tthc` chưa đúng dạng chuẩn\n"
    assert (folder / "rules/a/b.tthc").read_text(encoding="utf-8") == UNTIDY


@pytest.mark.parametrize(("more", "code"), [((), 0), (("--check",), 1)])
def test_a_diff_is_printed_and_nothing_written(
    folder: Path, tool: Tool, more: tuple[str, ...], code: int
) -> None:
    lay(folder, {"rules/a/b.tthc": UNTIDY})
    ended = tool("fmt", "--diff", *more)
    assert ended.code == code
    lines = ended.out.splitlines()
    assert lines[:2] == ["--- rules/a/b.tthc", "+++ rules/a/b.tthc"]
    assert "-     mức  độ :   lỗi # nặng" in lines
    assert "+  mức độ: lỗi  # nặng" in lines
    assert (folder / "rules/a/b.tthc").read_text(encoding="utf-8") == UNTIDY


def test_a_diff_cannot_drive_a_terminal(folder: Path, tool: Tool) -> None:
    lay(folder, {"rules/a/b.tthc": RULE.replace("mức độ: lỗi", "mức độ:  lỗi # \x1b[2J")})
    ended = tool("fmt", "--diff")
    assert "\\x1b[2J" in ended.out
    assert "\x1b" not in ended.out


def test_a_rule_with_a_mistake_is_a_finding_and_stays_as_it_is(folder: Path, tool: Tool) -> None:
    lay(folder, {"rules/a/b.tthc": BROKEN, "rules/a/c.tthc": UNTIDY})
    ended = tool("fmt")
    assert ended.code == 2
    assert ended.err.startswith("rules/a/b.tthc:3:")
    assert (folder / "rules/a/b.tthc").read_text(encoding="utf-8") == BROKEN
    assert (folder / "rules/a/c.tthc").read_text(encoding="utf-8") == TIDY


def test_bytes_that_are_no_text_are_a_finding(folder: Path, tool: Tool) -> None:
    lay(folder, {"rules/a/c.tthc": RULE})
    (folder / "rules/a/b.tthc").write_bytes(b"\xff\xfe")
    ended = tool("fmt", "--lang", "en")
    assert ended.code == 2
    assert "rules/a/b.tthc:1:1: error:" in ended.err
    assert (folder / "rules/a/b.tthc").read_bytes() == b"\xff\xfe"


@pytest.mark.parametrize(
    ("before", "after"),
    [("\ufeff" + RULE, RULE), (RULE.replace("\n", "\r\n"), RULE)],
    ids=["byte order mark", "line ends of another system"],
)
def test_a_file_ends_as_utf_8_with_its_own_line_ends(
    folder: Path, tool: Tool, before: str, after: str
) -> None:
    lay(folder, {"rules/a/b.tthc": before})
    assert tool("fmt", "--check").code == 1
    assert tool("fmt").code == 0
    assert (folder / "rules/a/b.tthc").read_bytes() == after.encode()


def test_a_path_that_is_not_there_is_said(tool: Tool) -> None:
    ended = tool("fmt", "nowhere")
    assert ended.code == 2
    assert "không có tệp hay thư mục `nowhere`" in ended.err


def test_a_file_that_cannot_be_opened_makes_the_run_incomplete(folder: Path, tool: Tool) -> None:
    (folder / "rules/a/b.tthc").mkdir(parents=True)
    lay(folder, {"rules/a/c.tthc": RULE})
    ended = tool("fmt", "--check")
    assert ended.code == 3
    assert "rules/a/b.tthc" in ended.err


def test_without_rules_nothing_is_formatted(tool: Tool) -> None:
    assert tool("fmt") == (4, "", "không có quy tắc nào\n")


def test_the_rules_of_the_library_are_not_touched_unless_named(folder: Path) -> None:
    lay(folder, {"tthc-rules.yaml": "kind: settings\nrules: [rules]\n", "rules/a/b.tthc": RULE})
    assert [file.name for file in formatted((), settings(folder)).files] == ["rules/a/b.tthc"]


def test_a_file_named_twice_is_formatted_once(folder: Path) -> None:
    lay(folder, {"rules/a/b.tthc": RULE})
    found = formatted(("rules", "rules/a/b.tthc", "rules/a"), settings(folder))
    assert len(found.files) == 1


def test_a_rule_is_translated_and_back(folder: Path, tool: Tool) -> None:
    lay(folder, {"rules/a/b.tthc": RULE})
    assert tool("fmt", "--to", "en").code == 0
    english = (folder / "rules/a/b.tthc").read_text(encoding="utf-8")
    assert english.startswith('rule "No more than two copies"\n  vi: "Không quá hai bản sao"\n')
    assert "  when: has g.copies\n" in english
    assert tool("fmt", "--to", "vi").code == 0
    assert (folder / "rules/a/b.tthc").read_text(encoding="utf-8") == RULE


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_shipped_rules_are_canonical_and_survive_translation(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert printed(text, None) == text
    english = printed(text, "en")
    assert printed(english, "en") == english
    assert printed(english, "vi") == text
    assert means(english) == means(text)


SPACES = st.sampled_from([" ", "  ", "\t", " "])


@given(data=st.data(), path=st.sampled_from(SHIPPED))
def test_spaces_around_the_clauses_of_a_rule_do_not_matter(data: st.DataObject, path: Path) -> None:
    """One canonical form: `fmt` of a rule with other spaces is `fmt` of the rule."""
    text = path.read_text(encoding="utf-8")
    untidy = []
    for line in text.splitlines():
        clause = re.fullmatch(r"  (\S[^:]*:) (.*)", line)
        spaced = f"{clause[1]}{data.draw(SPACES)}{clause[2]}" if clause else line
        untidy.append(data.draw(SPACES) + spaced + data.draw(st.sampled_from(["", " ", "\n"])))
    assert printed("\n".join(untidy), None) == text


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("# cà phê\n# cà".encode() + b"\xe0", "rules/a/b.tthc:2:5: lỗi: byte `E0` không thuộc"),
        (b"\xef\xbb\xbf\xe0", "rules/a/b.tthc:1:1: lỗi: byte `E0` không thuộc"),
        ("rule".encode("utf-16"), "rules/a/b.tthc:1:1: lỗi: tệp dùng mã UTF-16"),
    ],
)
def test_a_rule_in_another_encoding_says_which_byte_is_wrong(
    folder: Path, tool: Tool, data: bytes, said: str
) -> None:
    lay(folder, {"rules/a/b.tthc": ""})
    (folder / "rules/a/b.tthc").write_bytes(data)
    ended = tool("fmt")
    assert ended.code == 2
    assert ended.err.startswith(said)
