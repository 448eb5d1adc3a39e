"""Rules at the edge of what is understood are refused with a finding, never with a crash."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.lang.sample import DAY, FUNCTIONS, compiled, configuration, rule_text
from tthc_rules.diagnostics import Message
from tthc_rules.lang.compiler import compile_rule
from tthc_rules.lang.limits import MAX_DEPTH, MAX_NESTING, MAX_NODES, MAX_TEXT
from tthc_rules.lang.vocabulary import Vocabulary
from tthc_rules.source import Source


def codes(require: str, subject: str = "mỗi cấu_hình gọi là c, mỗi c.kênh gọi là k") -> list[str]:
    """Return the codes of the findings; what compiles must also run."""
    rule, findings = compiled({"yêu cầu": require, "áp dụng cho": subject})
    if rule is not None:
        assert list(rule.evaluate(configuration(), FUNCTIONS, DAY))
    return [finding.code for finding in findings]


def alternating(depth: int) -> str:
    """Return `và` and `hoặc` inside one another."""
    text = "k.đã_thu"
    for level in range(depth):
        text = f"(k.số_bản = {level} {('và', 'hoặc')[level % 2]} {text})"
    return text


@pytest.mark.parametrize("depth", [10, 30, MAX_DEPTH - 3])
def test_deep_conditions_within_the_limit_run(depth: int) -> None:
    assert codes(alternating(depth)) == []
    assert codes("không " * depth + "k.đã_thu") == []


@pytest.mark.parametrize("depth", [MAX_DEPTH + 1, 1_000, 20_000])
def test_deeper_ones_are_refused(depth: int) -> None:
    assert codes("không " * depth + "k.đã_thu") == ["lang/too-large"]


def test_broad_conditions_are_bounded_by_their_number_of_parts() -> None:
    assert codes(" và ".join(["k.đã_thu"] * (MAX_NODES // 2 - 5))) == []
    assert codes(" và ".join(["k.đã_thu"] * MAX_NODES)) == ["lang/too-large"]
    assert codes(" + ".join(["1"] * (MAX_DEPTH + 5)) + " > 0") == ["lang/too-large"]


def nested(depth: int, form: str) -> str:
    """Return a quantifier or aggregate inside itself."""
    text = "k.đã_thu"
    for level in range(depth):
        text = form.format(f"x{level}", text)
    return text


FORMS = (
    "mọi ({0} thuộc c.kênh : {1})",
    "không có ({0} thuộc c.kênh sao cho {1} : {0}.đã_thu)",
    "số lượng ({0} với mọi {0} thuộc c.kênh sao cho {1}) = 1",
    "y_nguyên(tổng (y_nguyên({0}.số_bản) với mọi {0} thuộc c.kênh sao cho {1})) ≥ 0",
)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("loops", [1, MAX_NESTING])
def test_nested_lists_run_or_are_refused(form: str, loops: int) -> None:
    """CPython allows 20 blocks inside one another; a rule never learns of it."""
    names = ["k", *(f"k{number}" for number in range(2, loops))]
    subject = ", ".join(["mỗi cấu_hình gọi là c", *(f"mỗi c.kênh gọi là {n}" for n in names)])
    for depth in range(1, MAX_NESTING + 1):
        assert codes(nested(depth, form), subject) in ([], ["lang/too-large"])
    assert codes(nested(2, form), subject) == []
    assert codes(nested(MAX_NESTING + 1, form), subject) == ["lang/too-large"]


def test_nested_quantifiers_within_the_limit_run() -> None:
    assert codes(nested(MAX_NESTING, FORMS[0])) == []


def test_what_generated_code_cannot_nest_is_refused() -> None:
    """CPython allows 100 levels of indentation; each exception and each `và` takes one."""
    exceptions = "\n  trừ khi: ".join(["sai theo 63/2010/NĐ-CP"] * 40)
    rule, findings = compiled({"trừ khi": exceptions, "yêu cầu": alternating(MAX_DEPTH - 3)})
    assert rule is None
    assert [
        finding.message.key for finding in findings if isinstance(finding.message, Message)
    ] == ["lang/too-large.intricate"]


def test_a_file_beyond_all_measure_is_not_read() -> None:
    text = rule_text({}) + "#" * MAX_TEXT
    rule, findings = compile_rule(Source("a", text), "a/b", Vocabulary({}))
    assert rule is None
    assert [finding.code for finding in findings] == ["lang/too-large"]


def test_lark_is_not_imported_before_a_rule_is_parsed() -> None:
    """A run on cached rules pays neither for Lark nor for building its parser."""
    script = (
        "import sys, tthc_rules.lang.compiler, tthc_rules.lang.printer, tthc_rules.lang.plain\n"
        "sys.exit('lark' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], check=False)  # noqa: S603 - fixed text
    assert done.returncode == 0
