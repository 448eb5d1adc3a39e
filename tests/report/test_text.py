"""The text report: exact pictures, and laws over all findings."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.report.example import CLEAN, RESULT
from tests.strategies.report import results, texts
from tthc_rules.api.results import CheckResult
from tthc_rules.report.escape import is_dangerous
from tthc_rules.report.excerpt import WIDTH, display_width, excerpt
from tthc_rules.report.palette import COLOURED
from tthc_rules.report.text import TextView, render, render_findings
from tthc_rules.source import Source

GOLDEN = Path(__file__).parent / "golden"
VIEWS = {
    "vi": TextView(lang="vi"),
    "en": TextView(lang="en"),
    "vi-full": TextView(lang="vi", undecided=True, statistics=True),
    "en-full": TextView(lang="en", undecided=True, statistics=True),
    "vi-colour": TextView(lang="vi", palette=COLOURED),
}


@pytest.mark.parametrize("name", VIEWS)
def test_the_report_looks_as_agreed(name: str) -> None:
    expected = (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")
    assert render(RESULT, VIEWS[name]) == expected


def test_a_clean_run_is_one_line() -> None:
    assert render(CLEAN, TextView()) == (
        "Đã kiểm tra 1 tệp với 1 quy tắc: 0 lỗi, 0 cảnh báo, 0 thông tin; 0 chưa kết luận;"
        " pháp luật ngày 24/11/2026\n"
    )


@pytest.mark.parametrize(
    ("lang", "end"),
    [
        ("vi", "; pháp luật từ ngày 24/11/2026 đến hết ngày 31/12/2026\n"),
        ("en", "; law from 2026-11-24 up to and including 2026-12-31\n"),
    ],
)
def test_the_last_line_of_a_timeline_names_its_days(lang: str, end: str) -> None:
    over_time = replace(CLEAN, until=date(2027, 1, 1))
    assert render(over_time, TextView(lang=lang)).endswith(end)


def test_the_rule_most_often_undecided_comes_first() -> None:
    undecided = tuple(replace(one, code="z/nhieu") for one in RESULT.undecided[:2])
    report = render(replace(CLEAN, undecided=(RESULT.undecided[0], *undecided)), TextView())
    assert report.splitlines()[1].split()[:2] == ["2", "z/nhieu"]
    assert report.splitlines()[2].split()[:2] == ["1", "phi/muc-thu"]


def test_findings_alone_have_no_last_line() -> None:
    alone = render_findings(RESULT.findings[2:], {}, TextView(lang="en"))
    assert alone == "info: no setting `lop` [setting/unknown]\nbasis: technical convention\n"


@given(result=results(), view=st.sampled_from([*VIEWS.values()]))
def test_every_result_can_be_shown_and_drives_no_terminal(
    result: CheckResult, view: TextView
) -> None:
    report = render(result, view)
    rest = re.sub(r"\x1b\[[0-9;]*m", "", report) if view.palette is COLOURED else report
    assert not [char for char in rest if char != "\n" and is_dangerous(char)]
    report.encode("utf-8")
    assert f"{len(result.undecided)} " in report.splitlines()[-1]


@pytest.mark.parametrize(
    ("line", "part", "picture"),
    [
        ("a: b", "b", ("a: b", 3, 1)),
        ("\ta: b", "b", ("    a: b", 7, 1)),
        ("x\ta: b", "a", ("x   a: b", 4, 1)),
        ("tên: việc", "việc", ("tên: việc", 5, 4)),
        ("te\u0302n: b", "b", ("te\u0302n: b", 5, 1)),
        ("te\u0302n: b", "\u0302", ("te\u0302n: b", 1, 1)),
        ("文: b", "b", ("文: b", 4, 1)),
        ("a: 文b", "文", ("a: 文b", 3, 2)),
        ("a\x1b[2J: b", "b", ("a\\x1b[2J: b", 10, 1)),
        ("a\u202e: b", "\u202e", ("a\\u202e: b", 1, 6)),
        ("a: b", "", ("a: b", 0, 1)),
        ("a" + "\u0301" * 5 + "b", "b", ("a" + "\u0301" * 4 + "\\u0301b", 7, 1)),
    ],
)
def test_carets_stand_under_the_part(line: str, part: str, picture: tuple[str, int, int]) -> None:
    source = Source("a.yaml", line)
    start = line.index(part)
    shown = excerpt(source, source.span(start, start + len(part)))
    assert (shown.line, shown.before, shown.carets) == picture


def test_a_span_over_lines_is_marked_to_the_end_of_its_first() -> None:
    source = Source("a.yaml", "abc\ndef")
    shown = excerpt(source, source.span(1, 6))
    assert (shown.line, shown.before, shown.carets) == ("abc", 1, 2)


@pytest.mark.parametrize("at", [0, 40, 150, 9_000, 19_999])
def test_a_long_line_is_cut_around_the_place(at: int) -> None:
    line = "a" * at + "X" + "a" * (20_000 - at)
    source = Source("a.yaml", line)
    shown = excerpt(source, source.span(at, at + 1))
    assert display_width(shown.line) <= WIDTH
    assert shown.line[shown.before] == "X"
    assert shown.before >= min(at, 40)
    assert len(shown.line) - shown.before >= 40 or at > 19_900
    assert shown.carets == 1


@given(text=texts, data=st.data())
def test_the_caret_column_is_the_width_of_what_stands_before(
    text: str, data: st.DataObject
) -> None:
    """With nothing cut off, the caret stands where the text before it ends."""
    source = Source("a.yaml", text)
    at = data.draw(st.integers(0, len(text)))
    span = source.span(at, min(at + 1, len(text)))
    shown = excerpt(source, span)
    assert display_width(shown.line) <= WIDTH
    assert shown.before + shown.carets <= WIDTH + 1
    prefix = source.line(span.start.line)[: span.start.column - 1]
    if "…" not in shown.line and prefix.isprintable() and not _has_marks(text):
        assert shown.before == display_width(prefix)


def _has_marks(text: str) -> bool:
    return any(unicodedata.category(char).startswith("M") for char in text)


@pytest.mark.parametrize(
    ("result", "reservations"),
    [
        (CLEAN, 0),
        (replace(CLEAN, unopened=True), 1),
        (replace(CLEAN, missing_path=True, unopened=True), 1),
        (replace(CLEAN, misconfigured=True), 1),
        (replace(CLEAN, files=0), 1),
        (replace(CLEAN, tallies={}), 1),
    ],
)
def test_a_result_that_is_not_whole_says_so_once(result: CheckResult, reservations: int) -> None:
    assert len(render(result, TextView()).splitlines()) == 1 + reservations
