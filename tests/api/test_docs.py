"""`docs`: the pages of the rules say what the rules say, the same bytes every time."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from tests.api.authors import BASE, RULE, STRONG, Tool, case, lay, settings
from tests.docs.pages import ROOT, blocks, links
from tthc_rules.api import Pages, load_settings, pages
from tthc_rules.report.messages import table
from tthc_rules.report.rule_pages.markdown import anchor, prose

DECREE = """kind: instrument
number: 00/2099/NĐ-CP
issuer: chinh-phu
type: nghi-dinh
title: Nghị định mẫu | giả định
signed: 2026-01-05
force: {from: 2026-03-01}
territory: VN
norms: []
confidence: verified
source: bịa ra
"""
CITING = RULE.replace(
    "quy ước kỹ thuật", "điểm b khoản 2 Điều 10 00/2099/NĐ-CP; Điều 9 01/2099/NĐ-CP"
)
FILES = {
    "tthc-rules.yaml": "kind: settings\nlibrary: none\nrules: [rules]\ndata: [procedures]\n",
    "procedures/decree.yaml": DECREE,
    "rules/giay/a.tthc": RULE.replace("  khi:", "  thay cho: giay/b\n  khi:"),
    "rules/giay/a.cases.yaml": STRONG,
    "rules/giay/b.tthc": CITING,
    "rules/giay/b.cases.yaml": BASE
    + case("hai", "2026-08-01", "pass", 2)
    + case("ba", "2026-08-01", "violation"),
}


@pytest.fixture
def laid(folder: Path) -> Path:
    """A workspace of two rules."""
    lay(folder, {**FILES, "rules/giay/a.tthc": RULE})
    return folder


@cache
def shipped() -> Pages:
    """Return the pages of the rules of this repository."""
    found, findings = load_settings(str(ROOT), {})
    assert found is not None, findings
    return pages(found)


def made(folder: Path) -> dict[str, str]:
    """Return what stands in the folder of the pages."""
    own = folder / "docs" / "rules"
    found = own.rglob("*.md")
    return {path.relative_to(own).as_posix(): path.read_text("utf-8") for path in found}


def test_pages_are_built_once_and_then_in_step(laid: Path, tool: Tool) -> None:
    assert tool("docs", "--check").code == 1
    assert tool("docs", "--build") == (0, "", "5 trang, đã ghi 5, đã xoá 0\n")
    assert made(laid).keys() == {"README.md", "law.md", "force.md", "giay/a.md", "giay/b.md"}
    assert tool("docs", "--check") == (0, "", "5 trang, đều khớp\n")
    assert tool("docs", "--build") == (0, "", "5 trang, đã ghi 0, đã xoá 0\n")


def test_a_check_names_each_page_that_is_out_of_step(laid: Path, tool: Tool) -> None:
    tool("docs", "--build")
    own = laid / "docs" / "rules"
    (own / "giay" / "a.md").write_text("khác\n", encoding="utf-8")
    (own / "law.md").unlink()
    (own / "giay" / "cũ.md").write_text("<!-- tthc-rules docs --build -->\n", encoding="utf-8")
    (own / "giay" / "tay.md").write_text("# Viết tay\n", encoding="utf-8")
    before = made(laid)
    ended = tool("docs", "--check")
    assert ended.code == 1
    assert [line.rpartition("/")[2] for line in ended.out.splitlines()] == [
        "law.md`",
        "a.md` không còn khớp",
        "cũ.md` thừa",
    ]
    assert made(laid) == before
    assert tool("docs", "--build").err == "5 trang, đã ghi 2, đã xoá 1\n"
    assert made(laid).keys() - before.keys() == {"law.md"}
    assert "giay/tay.md" in made(laid)
    assert "giay/cũ.md" not in made(laid)


def test_a_rule_with_a_mistake_builds_nothing(laid: Path, tool: Tool) -> None:
    lay(laid, {"rules/giay/c.tthc": RULE.replace("lỗi", "nặng")})
    assert tool("docs", "--build").code == 2
    assert made(laid) == {}


@pytest.mark.parametrize("arguments", [(), ("--build", "--check")])
def test_one_thing_is_asked_at_a_time(laid: Path, tool: Tool, arguments: tuple[str, ...]) -> None:
    ended = tool("docs", *arguments)
    assert ended.code == 2
    assert "đúng một trong `--build` và `--check`" in ended.err


def test_a_folder_that_cannot_be_made_is_named(laid: Path, tool: Tool) -> None:
    lay(laid, {"docs": "một tệp"})
    ended = tool("docs", "--build")
    assert ended.code == 5
    assert ended.err.startswith("lỗi: không ghi được `docs/rules")


def test_the_pages_may_stand_elsewhere(laid: Path, tool: Tool) -> None:
    """Outside the workspace a file is named, not linked to: a page names no machine."""
    outside = laid.parent / f"{laid.name}-trang"
    assert tool("docs", "--build", "--out", str(outside)).code == 0
    text = (outside / "giay" / "a.md").read_text(encoding="utf-8")
    assert "nguyên văn quy tắc: `rules/giay/a.tthc`" in text
    assert laid.name not in text
    inside = laid / "trang"
    tool("docs", "--build", "--out", str(inside))
    text = (inside / "giay" / "a.md").read_text(encoding="utf-8")
    assert "[nguyên văn quy tắc](../../rules/giay/a.tthc)" in text


def test_a_page_shows_a_case_of_each_kind_and_what_the_rule_says(laid: Path) -> None:
    text = pages(settings(laid)).wanted["giay/a.md"]
    shown = [block.text for block in blocks(text) if block.language == "yaml"]
    assert shown[0] == (
        "as_of: 2026-08-01\npublication: {components: [{id: giay, name: Giấy, copies: 1}]}\n"
    )
    assert "copies: 3" in shown[1]
    assert shown[2] == BASE
    assert "> `components/giay/copies`: đòi 3 bản sao" in text
    assert "> `components/giay/copies`: asks for 3 copies" in text
    assert "> đòi ⟨số bản sao của g⟩ bản sao" in text
    assert text.index("# Không quá hai bản sao") < text.index("## English")


def test_a_case_that_does_not_hold_is_no_example(laid: Path) -> None:
    wrong = BASE + case("sai", "2026-08-01", "pass", 3) + case("ba", "2026-08-01", "violation")
    lay(laid, {"rules/giay/a.cases.yaml": wrong})
    text = pages(settings(laid)).wanted["giay/a.md"]
    assert "Ví dụ đạt" not in text
    assert "Ví dụ vi phạm" in text


def test_a_page_says_what_is_verified_and_what_the_severity_counts_as(laid: Path) -> None:
    text = pages(settings(laid)).wanted["giay/b.md"]
    title = "Nghị định mẫu \\| giả định"
    assert f"- điểm b khoản 2 Điều 10 00/2099/NĐ-CP — {title} (đã kiểm chứng)" in text
    assert "- Điều 9 01/2099/NĐ-CP (chưa kiểm chứng)" in text
    assert "| mức độ | lỗi |" in text
    unverified = DECREE.replace("confidence: verified", "confidence: unverified")
    lay(laid, {"procedures/decree.yaml": unverified})
    text = pages(settings(laid)).wanted["giay/b.md"]
    assert "| mức độ | lỗi; tính là cảnh báo chừng nào chưa" in text


def test_a_rule_links_to_the_rules_it_speaks_for(folder: Path) -> None:
    lay(folder, FILES)
    text = pages(settings(folder)).wanted["giay/a.md"]
    assert "| nói thay cho | [`giay/b`](../giay/b.md) |" in text


def test_rules_not_built_are_listed_by_their_headings(laid: Path) -> None:
    lay(laid, {"docs/rules/not-built/phi.md": "Mở đầu\n# Chưa viết: phí\n"})
    found = pages(settings(laid))
    assert "[Chưa viết: phí](not-built/phi.md)" in found.wanted["README.md"]
    assert found.stale == ()


@pytest.mark.parametrize("text", ["a|b", "*a* _b_", "[a](b)", "<b>", "`x|y` và `z", "# a", "a\\b"])
def test_no_text_breaks_out_of_its_cell(text: str) -> None:
    escaped = prose(text)
    assert not re.search(r"(?<!\\)\|", escaped)
    outside = re.sub(r"(?<!\\)`[^`]*`", "", escaped)
    assert not re.search(r"(?<!\\)[*_\[\]<>`]", outside)


# The rules of this repository ----------------------------------------------------------------


def test_every_rule_is_two_clicks_from_the_first_page_by_its_article() -> None:
    wanted = shipped().wanted
    assert "law.md" in set(links(wanted["README.md"]))
    assert not shipped().misconfigured
    for name in wanted:
        if "/" in name:
            assert name in set(links(wanted["README.md"])), name
            assert name in set(links(wanted["law.md"])), name
            assert name in set(links(wanted["force.md"])), name


def test_every_instrument_in_the_index_of_the_law_has_its_own_heading() -> None:
    text = shipped().wanted["law.md"]
    headings = [anchor(line.removeprefix("## ")) for line in text.splitlines() if line[:3] == "## "]
    assert len(set(headings)) == len(headings)
    targets = {link[1:] for link in links(text) if link.startswith("#")}
    assert targets <= set(headings)
    assert len(targets) >= 20


def test_pages_name_no_place_of_one_machine_and_say_every_word() -> None:
    for name, text in shipped().wanted.items():
        assert str(ROOT) not in text, name
        assert "docs/" not in re.sub(r"tthc-rules docs|\]\([^)]*\)", "", text), name


def test_every_topic_has_a_name_in_both_languages() -> None:
    topics = {name.partition("/")[0] for name in shipped().wanted if "/" in name}
    assert [one for one in sorted(topics) if f"docs/topic.{one}" not in table()] == []


def test_every_shipped_rule_shows_an_example_of_each_kind() -> None:
    lacking = [
        name
        for name, text in shipped().wanted.items()
        if "/" in name and not ("## Ví dụ đạt" in text and "## Ví dụ vi phạm" in text)
    ]
    assert lacking == []


def test_two_builds_give_the_same_bytes() -> None:
    found, _ = load_settings(str(ROOT), {})
    assert found is not None
    assert pages(found).wanted == shipped().wanted
