"""The reference of the language: every example is compiled and run, every keyword is there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from tests.api.workspaces import made_up, settings_of, write
from tests.docs.pages import ROOT, Block, blocks, page, rows, spoken
from tests.strategies.documents import blueprint
from tthc_rules.api.workspace import open_workspace
from tthc_rules.diagnostics import Verdict
from tthc_rules.engine.vocabulary import vocabulary
from tthc_rules.lang import limits, words
from tthc_rules.lang.compiler import CheckedRule, check_rule, compile_rule
from tthc_rules.lang.meaning import roots
from tthc_rules.lang.typed import meaning
from tthc_rules.source import Source

PAGE = "docs/language.md"
DAY = date(2026, 6, 15)
WORDS = vocabulary(blueprint())
OUTCOMES = {"đúng": Verdict.PASS, "sai": Verdict.VIOLATION, "chưa rõ": Verdict.UNDECIDED}
CLAUSES = {
    "en": '"A"',
    "mức độ": "lỗi",
    "căn cứ": "quy ước kỹ thuật",
    "hiệu lực": "luôn",
    "áp dụng cho": "mỗi cấu hình gọi là c, mỗi c.các_trường_hợp gọi là t, mỗi t.các_kênh gọi là k",
    "khi": "có c.thành_phần_hồ_sơ và có c.bổ_sung và có c.bổ_sung.số_lần_tối_đa"
    " và có k.thời_hạn và có k.các_khoản_phải_nộp",
    "yêu cầu": "k.kênh = trực_tuyến",
    "thông báo": 'vi "a" en "a"',
}
_START, _END = "<!-- bảng từ khoá -->\n", "<!-- hết bảng từ khoá -->"
_EXAMPLE = re.compile(r"(.*?\S)\s+# ([^#]+)")
_CALLED = {
    "LABELS": "nhãn",
    "EXPRESSION": "biểu thức",
    "CITATION": "căn cứ",
    "FORCE": "hiệu lực",
    "SEVERITY": "mức độ",
    "SUBJECT": "vòng xét",
    "TEXTS": "thông báo",
}


def rule(changes: dict[str, str]) -> str:
    """Return a rule with some clauses given or changed, in canonical order."""
    given = {**CLAUSES, **changes}
    labels = [keyword.vi[0] for keyword in words.LABELS.values()]
    lines = [f"  {label}: {given[label]}" for label in labels if label in given]
    return "\n".join(['quy tắc "A"', *lines, "hết", ""])


def clause(line: str) -> dict[str, str]:
    """Return the clause that a line is, a line without a label as what is required."""
    label, colon, body = line.partition(":")
    known = {keyword.vi[0] for keyword in words.LABELS.values()}
    return {label: body.strip()} if colon and label in known else {"yêu cầu": line}


def told(argument: str) -> list[str]:
    """Return the lines of the blocks of one kind."""
    return [line for block in _blocks(argument) for line in block.lines if line.strip()]


def _blocks(argument: str) -> list[Block]:
    found = blocks(page(PAGE))
    return [one for one in found if one.language == "tthc" and one.argument == argument]


def examples(argument: str) -> Iterator[tuple[str, str]]:
    """Yield what stands before and behind the `#` of each line."""
    for line in told(argument):
        match = _EXAMPLE.fullmatch(line)
        assert match is not None, line
        yield match[1], match[2].strip()


def checked(text: str) -> CheckedRule:
    """Return what a rule means that nothing is wrong with."""
    found, findings = check_rule(Source("r", text), "a/b", WORDS)
    assert found is not None, [(one.code, one.message) for one in findings]
    assert findings == ()
    return found


@pytest.fixture(scope="module")
def verdict(tmp_path_factory: pytest.TempPathFactory) -> object:
    """Judge the sample of the page by a condition."""
    folder = tmp_path_factory.mktemp("mau")
    (sample,) = [block for block in blocks(page(PAGE)) if block.argument == "mau.yaml"]
    data = {f"data/{name}": text for name, text in made_up().items()}
    settings = "kind: settings\nlibrary: none\nrules: []\ndata: [data]\n"
    write(folder, {"tthc-rules.yaml": settings, **data, "data/mau.yaml": sample.text})
    workspace, own = open_workspace(settings_of(folder, DAY), DAY)
    (document,) = [one for one in own.documents if one.kind == "configuration"]
    subject = workspace.subject(document)
    assert subject is not None
    functions = workspace.law.functions()

    def judged(condition: str) -> Verdict:
        compiled, findings = compile_rule(Source("r", rule(clause(condition))), "a/b", WORDS)
        assert compiled is not None, [(one.code, one.message) for one in findings]
        (outcome,) = compiled.evaluate(subject.value, functions, DAY)
        return outcome.verdict

    return judged


@pytest.mark.parametrize(("condition", "expected"), list(examples("điều kiện")))
def test_a_condition_comes_to_what_the_page_says(
    verdict: object, condition: str, expected: str
) -> None:
    assert callable(verdict)
    assert verdict(condition) is OUTCOMES[expected]


@pytest.mark.parametrize("line", told("mệnh đề"))
def test_a_clause_is_one(line: str) -> None:
    checked(rule(clause(line)))


@pytest.mark.parametrize(("line", "code"), list(examples("lỗi")))
def test_a_mistake_is_reported_as_the_page_says(line: str, code: str) -> None:
    _, findings = check_rule(Source("r", rule(clause(line))), "a/b", WORDS)
    assert code in {finding.code for finding in findings}


def test_both_whole_rules_are_one() -> None:
    vietnamese, english = (checked(block.text) for block in _blocks(""))
    assert vietnamese.head == english.head
    parts = ([meaning(root) for root in roots(one.rule)] for one in (vietnamese, english))
    assert next(parts) == next(parts)
    assert vietnamese.rule.message == english.rule.message


def test_every_block_is_run() -> None:
    kinds = {(block.language, block.argument) for block in blocks(page(PAGE))}
    assert kinds == {
        ("yaml", "mau.yaml"),
        *(("tthc", argument) for argument in ("", "điều kiện", "mệnh đề", "lỗi")),
    }


def test_every_outcome_and_every_keyword_of_expressions_is_shown() -> None:
    shown = {expected for _, expected in examples("điều kiện")}
    assert shown == set(OUTCOMES)
    text = " ".join(told("điều kiện"))
    apart = {"TABLE", "OTHERWISE", "LOW", "HIGH", "BELOW", "UNDER"}
    for kind, keyword in words.EXPRESSION.items():
        if kind not in apart:
            assert re.search(rf"(?<!\w){keyword.vi[0]}(?!\w)", text), keyword.vi[0]


def test_every_clause_is_explained() -> None:
    explained = {word for row in rows(page(PAGE)) if len(row) == 2 for word in spoken(row[0])}
    lacking = [k.vi[0] for k in words.LABELS.values() if k.vi[0] not in explained]
    assert lacking == []


def test_the_limits_are_those_of_the_language() -> None:
    stated = {
        name: int(row[1].split()[0])
        for row in rows(page(PAGE))
        for name in spoken(row[0])
        if name.startswith("MAX_")
    }
    known = {name: getattr(limits, name) for name in dir(limits) if name.startswith("MAX_")}
    assert stated == {name: known[name] for name in stated}
    assert stated.keys() >= {"MAX_TEXT", "MAX_NODES", "MAX_DEPTH", "MAX_NESTING", "MAX_STEPS"}


@cache
def keyword_table() -> str:
    """Return the table of all keywords as the page shows it."""
    lines = ["| chỗ dùng | tiếng Việt | tiếng Anh |", "|---|---|---|"]
    names = {id(getattr(words, name)): name for name in _CALLED}
    for one in words.TABLES:
        for keyword in one.values():
            vi, en = (", ".join(f"`{word}`" for word in side) for side in (keyword.vi, keyword.en))
            lines.append(f"| {_CALLED[names[id(one)]]} | {vi} | {en} |")
    return "".join(f"{line}\n" for line in lines)


def test_the_table_of_keywords_is_that_of_the_language(pytestconfig: pytest.Config) -> None:
    text = page(PAGE)
    before, _, rest = text.partition(_START)
    _, _, after = rest.partition(_END)
    wanted = f"{before}{_START}\n{keyword_table()}\n{_END}{after}"
    if pytestconfig.getoption("--bless"):
        Path(ROOT / PAGE).write_text(wanted, encoding="utf-8")
    assert wanted == page(PAGE)
