"""Laws of the language, over generated rules and documents."""

from __future__ import annotations

import pickle

from hypothesis import assume, given
from hypothesis import strategies as st

from tests.lang.naive import Naive
from tests.lang.sample import DAY, FUNCTIONS, VOCABULARY, compiled, rule_text
from tests.strategies.lang import RUBBISH, conditions, documents
from tthc_rules.diagnostics import Verdict
from tthc_rules.lang.compiler import check_rule, compile_rule
from tthc_rules.lang.conditions import Fact, parse_condition
from tthc_rules.lang.normal import normalise
from tthc_rules.lang.vocabulary import TEXT
from tthc_rules.model.values import Tree
from tthc_rules.source import Source


@given(when=conditions(), unless=conditions(), require=conditions(), document=documents())
def test_compiled_rules_judge_as_the_naive_interpreter_does(
    when: str, unless: str, require: str, document: Tree
) -> None:
    """One evaluator: generated code says what a walk over the typed tree says."""
    clauses = {
        "khi": when,
        "trừ khi": f"{unless} theo 63/2010/NĐ-CP",
        "yêu cầu": require,
    }
    rule, findings = compiled(clauses)
    assert rule is not None, findings
    checked, _ = check_rule(Source("a", rule_text(clauses)), "a/b", VOCABULARY)
    assert checked is not None
    expected = Naive(checked.rule, FUNCTIONS, DAY).verdicts(document)
    assert [o.verdict for o in rule.evaluate(document, FUNCTIONS, DAY)] == expected
    again = pickle.loads(pickle.dumps(rule))  # noqa: S301 - made in the line itself
    judged = again.judge(document, FUNCTIONS, DAY)
    assert judged.passed == expected.count(Verdict.PASS)
    assert judged.not_applicable == expected.count(Verdict.NOT_APPLICABLE)


@given(value=conditions(), require=conditions(), document=documents())
def test_a_named_condition_means_what_it_stands_for(
    value: str, require: str, document: Tree
) -> None:
    """Giving a name to an expression changes nothing."""
    named, _ = compiled({"đặt": f"p := {value}", "yêu cầu": f"p và ({require})"})
    written, _ = compiled({"yêu cầu": f"({value}) và ({require})"})
    assert named is not None
    assert written is not None
    assert [o.verdict for o in named.evaluate(document, FUNCTIONS, DAY)] == [
        o.verdict for o in written.evaluate(document, FUNCTIONS, DAY)
    ]


@given(require=conditions(optional=True), document=documents(unread=False))
def test_a_rule_that_compiles_never_reads_an_absent_optional_field(
    require: str, document: Tree
) -> None:
    """Optional values are guarded before use: flow typing is sound."""
    rule, _ = compiled({"yêu cầu": require})
    assume(rule is not None)
    assert rule is not None
    for outcome in rule.evaluate(document, FUNCTIONS, DAY):
        assert outcome.reason is None or outcome.reason.key != "lang/unread-value"


@given(text=RUBBISH)
def test_any_text_gives_a_rule_or_findings_inside_it(text: str) -> None:
    """The parser never raises, and every finding has a place in the text."""
    source = Source("a", text)
    rule, findings = compile_rule(source, "a/b", VOCABULARY)
    assert rule is not None or findings
    for finding in findings:
        assert finding.span is not None
        start, end = (source.offset(at) for at in (finding.span.start, finding.span.end))
        assert 0 <= start <= end <= len(text)


@given(text=RUBBISH, label=st.sampled_from(["yêu cầu", "thông báo", "căn cứ", "áp dụng cho"]))
def test_any_clause_gives_a_rule_or_findings(text: str, label: str) -> None:
    rule, findings = compiled({label: text})
    assert rule is not None or findings


@given(text=RUBBISH)
def test_any_condition_of_a_norm_is_read_or_has_faults_inside_it(text: str) -> None:
    condition, faults = parse_condition(text, (Fact("case", "trường_hợp", TEXT),))
    assert (condition is None) == bool(faults)
    assert all(0 <= fault.start <= fault.end <= len(text) for fault in faults)


@given(text=st.text(alphabet="aệoaỷ\u0309\u0323\u0302đĐ \n"))
def test_offsets_lead_back_to_the_letter_as_it_was_written(text: str) -> None:
    """NFC before lexing, with a map of offsets."""
    normal = normalise(text)
    assert len(normal.offsets) == len(normal.text) + 1
    assert list(normal.offsets) == sorted(normal.offsets)
    for number in range(len(normal.text)):
        part = text[normal.offsets[number] : normal.offsets[number + 1]]
        assert normalise(part).text.endswith(normal.text[number]) or part == ""
