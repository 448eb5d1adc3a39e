"""A traced rule: it says what the plain one says, and shows what it rests on."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.lang.sample import DAY, FUNCTIONS, VOCABULARY, channel, configuration, days, rule_text
from tests.strategies.lang import conditions, documents
from tthc_rules.diagnostics import Verdict
from tthc_rules.lang.compiler import check_rule, compile_rule
from tthc_rules.lang.trace import MAX_NOTES, Step, Trace, TracedRule, traced
from tthc_rules.lang.typed import Apply, Compare, Get, Quantified
from tthc_rules.lang.undecided import Undecided
from tthc_rules.model.values import REFUSED, Tree
from tthc_rules.source import Source

LAW = {
    "đặt": "mức := thời_hạn_theo_luật(c, k)",
    "khi": "không k.đã_thu",
    "yêu cầu": "k.thời_hạn không quá mức",
}


def tracing(clauses: dict[str, str]) -> TracedRule:
    """Return a traced rule with some clauses changed."""
    checked, findings = check_rule(Source("r", rule_text(clauses)), "a/b", VOCABULARY)
    assert checked is not None, findings
    return traced(checked, VOCABULARY)


def followed(clauses: dict[str, str], **changes: object) -> Trace:
    """Return how a rule judges a configuration with one channel."""
    subject = configuration(channels=(channel(**{"paid": False, **changes}),))  # type: ignore[arg-type]
    (trace,) = tracing(clauses).traces(subject, FUNCTIONS, DAY)
    return trace


def kinds(trace: Trace) -> list[str]:
    """Return the clauses that were looked at."""
    return [clause.kind for clause in trace.clauses]


def clause(trace: Trace, kind: str) -> Step:
    """Return the first clause of a kind."""
    return next(one.step for one in trace.clauses if one.kind == kind)


def below(step: Step) -> list[Step]:
    """Return a step and all below it."""
    return [step, *(one for part in step.parts for one in below(part))]


@given(
    when=conditions(optional=True, depth=2),
    unless=conditions(depth=1),
    require=conditions(optional=True),
    subjects=st.lists(documents(), min_size=1, max_size=3),
)
def test_a_traced_rule_says_what_the_plain_one_says(
    when: str, unless: str, require: str, subjects: list[Tree]
) -> None:
    """Whatever the rule and the document, every outcome is the same, message and all."""
    clauses = {
        "đặt": f"p := {require}; s := số lượng (c.kênh)",
        "khi": when,
        "trừ khi": f"{unless} theo 63/2010/NĐ-CP",
        "yêu cầu": f"p hoặc s > 2 hoặc {when}",
    }
    plain, _ = compile_rule(Source("r", rule_text(clauses)), "a/b", VOCABULARY)
    if plain is None:  # an optional field without its guard
        return
    rule = tracing(clauses)
    for subject in subjects:
        traces = rule.traces(subject, FUNCTIONS, DAY)
        expected = list(plain.evaluate(subject, FUNCTIONS, DAY))
        assert [trace.outcome for trace in traces] == expected
        for trace in traces:
            _explains(trace)


def _explains(trace: Trace) -> None:
    """Its clauses lead to its verdict."""
    by_kind = {one.kind: one.step.came_to for one in trace.clauses}
    verdict = trace.outcome.verdict
    if not trace.items:
        assert verdict is Verdict.UNDECIDED
        assert trace.clauses == ()
    elif verdict is Verdict.PASS:
        assert by_kind["REQUIRE"] is True
    elif verdict is Verdict.VIOLATION:
        assert by_kind["REQUIRE"] is False
    elif verdict is Verdict.NOT_APPLICABLE:
        assert by_kind["WHEN"] is False or by_kind["UNLESS"] is True
        assert "REQUIRE" not in by_kind
    else:
        assert isinstance(trace.clauses[-1].step.came_to, Undecided)


@given(require=conditions(), subject=documents())
def test_no_step_stands_outside_its_term(require: str, subject: Tree) -> None:
    for trace in tracing({"yêu cầu": require}).traces(subject, FUNCTIONS, DAY):
        for one in trace.clauses:
            for step in below(one.step):
                for part in step.parts:
                    start, end = step.term.place
                    assert start <= part.term.place[0] <= part.term.place[1] <= end


def test_a_trace_shows_the_values_read_and_the_law_asked() -> None:
    trace = followed(LAW, time_limit=days(7))
    assert kinds(trace) == ["WHEN", "LET", "REQUIRE"]
    assert trace.outcome.verdict is Verdict.VIOLATION
    asked = next(one for one in below(clause(trace, "LET")) if isinstance(one.term, Apply))
    assert asked.asked == trace.items
    assert asked.came_to == clause(trace, "LET").came_to
    read = [one.came_to for one in below(clause(trace, "REQUIRE")) if isinstance(one.term, Get)]
    assert days(7) in read


def test_a_trace_ends_with_the_clause_that_settles_it() -> None:
    trace = followed(LAW, paid=True)
    assert trace.outcome.verdict is Verdict.NOT_APPLICABLE
    assert kinds(trace) == ["WHEN"]
    assert clause(trace, "WHEN").came_to is False
    (fact,) = clause(trace, "WHEN").parts
    assert fact.came_to is True


def test_a_trace_says_why_the_law_gives_no_answer() -> None:
    trace = followed(LAW, channel="postal")
    step = clause(trace, "LET")
    assert isinstance(step.came_to, Undecided)
    (asked,) = step.parts
    assert isinstance(asked.came_to, Undecided)
    assert asked.came_to.reason == trace.outcome.reason
    assert asked.asked == trace.items


def test_what_was_not_looked_at_is_not_shown() -> None:
    trace = followed({"yêu cầu": "k.đã_thu hoặc k.số_bản > 2"}, paid=True)
    assert len(clause(trace, "REQUIRE").parts) == 1


def test_each_item_of_a_quantifier_is_shown_until_it_is_settled() -> None:
    clauses = {"yêu cầu": "mọi (x thuộc c.kênh : x.số_bản < 2)"}
    subject = configuration(channels=tuple(channel(copies=n) for n in (0, 1, 2, 0)))
    first = tracing(clauses).traces(subject, FUNCTIONS, DAY)[0]
    step = clause(first, "REQUIRE")
    assert isinstance(step.term, Quantified)
    outcomes = [one.came_to for one in step.parts if isinstance(one.term, Compare)]
    assert outcomes == [True, True, False]


def test_a_list_that_was_not_read_leads_to_an_outcome_without_steps() -> None:
    subject = {**configuration(), "channels": REFUSED}
    (trace,) = tracing(LAW).traces(subject, FUNCTIONS, DAY)
    assert (trace.outcome.verdict, trace.items, trace.clauses) == (Verdict.UNDECIDED, (), ())


def test_a_rule_may_be_followed_twice() -> None:
    rule, subject = tracing(LAW), configuration()
    assert rule.traces(subject, FUNCTIONS, DAY) == rule.traces(subject, FUNCTIONS, DAY)


def test_what_is_noted_has_an_end() -> None:
    many = "mọi (x thuộc c.kênh : mọi (y thuộc c.kênh : x.số_bản = y.số_bản))"
    subject = configuration(channels=tuple(channel() for _ in range(20)))
    rule = tracing({"yêu cầu": many})
    traces = rule.traces(subject, FUNCTIONS, DAY)
    assert [trace.outcome.verdict for trace in traces] == [Verdict.PASS] * 20
    steps = [one for trace in traces for part in trace.clauses for one in below(part.step)]
    assert len(steps) <= MAX_NOTES
    assert len(steps) > MAX_NOTES / 4
