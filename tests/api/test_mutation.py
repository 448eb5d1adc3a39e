"""`test --mutate`: whether the cases notice a slip in the rule."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.api.authors import RULE, STRONG, WEAK, Tool, lay, settings
from tthc_rules.api import Measurement, mutation, open_suite

FILES = {"rules/a/b.tthc": RULE, "rules/a/b.cases.yaml": WEAK}


@pytest.fixture
def weak(folder: Path) -> Measurement:
    """What the weak cases notice."""
    lay(folder, FILES)
    return mutation(open_suite((), settings(folder)))


def test_survivors_are_listed_with_their_place_and_change(folder: Path, tool: Tool) -> None:
    lay(folder, FILES)
    ended = tool("test", "--mutate")
    assert ended.code == 0
    lines = ended.out.splitlines()
    assert lines[2] == "  a/b       2          4/10   40 %"
    assert lines[4:11] == [
        "  rules/a/b.tthc:5:3: đổi ngày đầu có hiệu lực từ 01/07/2026 thành 30/06/2026",
        "  rules/a/b.tthc:5:3: đổi ngày hết hiệu lực từ 01/01/2027 thành 31/12/2026",
        "  rules/a/b.tthc:5:3: đổi ngày đầu có hiệu lực từ 01/07/2026 thành 02/07/2026",
        "  rules/a/b.tthc:5:3: đổi ngày hết hiệu lực từ 01/01/2027 thành 02/01/2027",
        "  rules/a/b.tthc:7:8: bỏ điều kiện `có g.số_bản_sao`",
        "  rules/a/b.tthc:8:12: đổi `≤` thành `<` trong `g.số_bản_sao không quá 2`",
        "",
    ]
    assert lines[-1] == "điểm đột biến 40 %: phát hiện 4/10"


def test_the_same_is_said_in_english(folder: Path, tool: Tool) -> None:
    lay(folder, FILES)
    ended = tool("test", "--mutate", "--lang", "en")
    assert "rules/a/b.tthc:7:8: condition `có g.số_bản_sao` is left out\n" in ended.out


@pytest.mark.parametrize(("least", "code"), [("40", 0), ("41", 1)])
def test_the_score_is_a_gate_where_one_is_set(
    folder: Path, tool: Tool, least: str, code: int
) -> None:
    lay(folder, FILES)
    ended = tool("test", "--min-score", least)
    assert ended.code == code
    assert ("dưới mức 41 %: a/b" in ended.out) is bool(code)


def test_cases_on_every_boundary_notice_every_slip(folder: Path, tool: Tool) -> None:
    lay(folder, {**FILES, "rules/a/b.cases.yaml": STRONG})
    ended = tool("test", "--mutate", "--coverage", "--min-score", "100")
    assert ended.code == 0
    assert ended.out.endswith("điểm đột biến 100 %: phát hiện 10/10\n")


def test_a_case_that_fails_as_the_rule_stands_notices_nothing(folder: Path) -> None:
    wrong = WEAK.replace("expect: pass", "expect: undecided").replace("violation", "undecided")
    lay(folder, {**FILES, "rules/a/b.cases.yaml": wrong})
    found = mutation(open_suite((), settings(folder)))
    assert found.reached == 0
    assert found.total > 0


def test_another_place_is_noticed_where_a_case_names_it(weak: Measurement) -> None:
    (rule,) = weak.rules
    assert rule.reached + len(rule.lacking) == rule.total
    assert [one.span for one in rule.lacking] == sorted(one.span for one in rule.lacking)


def test_the_same_rules_and_cases_give_the_same_answer(folder: Path, weak: Measurement) -> None:
    assert mutation(open_suite((), settings(folder))) == weak
