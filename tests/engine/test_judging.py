"""Rules put to subjects: verdicts are counted, findings stand where the value is."""

from __future__ import annotations

from datetime import date

from tests.strategies.documents import document, documents
from tests.strategies.rules import rule
from tthc_rules.diagnostics import Finding, Message, Severity, Verdict
from tthc_rules.engine.instruments import Instruments
from tthc_rules.engine.judging import judge, silenced
from tthc_rules.engine.layering import Effective
from tthc_rules.engine.rulebook import Rulebook, rulebook
from tthc_rules.engine.subjects import Configuration, Use
from tthc_rules.lang.compiled import CompiledRule
from tthc_rules.source import Position, Span

DAY = date(2026, 6, 1)
PUBLICATION = document(
    """
    kind: procedure
    code: "9.000001"
    name: Chung
    cases:
      - id: default
        channels:
          - {channel: direct, time_limit: 10 ngày}
          - {channel: online, time_limit: 10 ngày}
    """,
    "p.yaml",
)
CONFIGURATION = document(
    """
    kind: configuration
    procedure: "9.000001"
    territory: XX
    overrides:
      cases: [{id: default, channels: [{channel: online, time_limit: 5 ngày}]}]
    """,
    "c.yaml",
)
SUBJECT = Configuration(Effective(CONFIGURATION, PUBLICATION))

EACH_CHANNEL = "mỗi cấu_hình gọi là c, mỗi c.các_trường_hợp gọi là t, mỗi t.các_kênh gọi là k"


def book(*rules: CompiledRule) -> Rulebook:
    """Return these rules as a rulebook."""
    return rulebook(rules, Instruments(()), {})


def limit(amount: str, *, more: str = "") -> CompiledRule:
    """Return a rule that allows no channel more than `amount`."""
    return rule(
        "time-limit/most",
        over=EACH_CHANNEL,
        basis="quy ước kỹ thuật",
        more=more,
        require=f"không có k.thời_hạn hoặc k.thời_hạn = {amount}",
        at="k.thời_hạn",
    )


def compare(*_: object) -> bool:
    """Compare as the text does; the rules here ask for equality alone."""
    left, _comparison, right = _
    return left == right


FUNCTIONS = {"compare_time_limits": compare}


def test_each_channel_is_judged_and_counted() -> None:
    found = judge([SUBJECT], book(limit("5 ngày")), FUNCTIONS, DAY)
    count = found.counts["time-limit/most"]
    assert (count.passed, count.violated, count.undecided, count.not_applicable) == (1, 1, 0, 0)


def test_a_finding_on_an_inherited_value_stands_at_the_configuration() -> None:
    (finding,) = judge([SUBJECT], book(limit("5 ngày")), FUNCTIONS, DAY).findings
    assert finding.span == Span("c.yaml", Position(3, 12), Position(3, 22))
    assert finding.related[0].span.file == "p.yaml"
    assert finding.related[0].span.start.line == 8
    assert finding.path == "cases/default/channels/direct/time_limit"
    assert finding.subject == "9.000001 XX"


def test_a_finding_on_an_overridden_value_stands_at_that_value() -> None:
    (finding,) = judge([SUBJECT], book(limit("10 ngày")), FUNCTIONS, DAY).findings
    assert finding.span is not None
    assert (finding.span.file, finding.span.start.line) == ("c.yaml", 6)
    assert finding.related == ()


def test_a_correction_replaces_what_stands_in_the_own_file_and_only_that() -> None:
    fix = "cách sửa: k.thời_hạn := 7 ngày"
    rules = rule(
        "time-limit/most",
        over=EACH_CHANNEL,
        basis="quy ước kỹ thuật",
        require="có k.thời_hạn và k.thời_hạn = 7 ngày",
        at="k.thời_hạn",
        after=fix,
    )
    found = judge([SUBJECT], book(rules), FUNCTIONS, DAY).findings
    fixes = {finding.path.split("/")[3]: finding.fixes for finding in found}
    assert fixes["direct"] == ()
    (one,) = fixes["online"]
    assert [edit.text for edit in one.edits] == ["7 ngày"]
    assert (
        CONFIGURATION.text.splitlines()[5][
            one.edits[0].span.start.column - 1 : one.edits[0].span.end.column - 1
        ]
        == "5 ngày"
    )


def test_a_correction_of_what_is_absent_does_not_replace_its_surroundings() -> None:
    bare = document(
        'kind: configuration\nprocedure: "9.000001"\nterritory: XX\n'
        "overrides: {supplement: {max: 3}}\n"
    )
    rules = rule(
        basis="quy ước kỹ thuật",
        more="khi: có c.bổ_sung",
        require="có c.bổ_sung.thời_hạn_thông_báo",
        at="c.bổ_sung",
        after="cách sửa: c.bổ_sung.thời_hạn_thông_báo := 7 ngày",
    )
    subject = Configuration(Effective(bare, PUBLICATION))
    (finding,) = judge([subject], book(rules), FUNCTIONS, DAY).findings
    assert finding.fixes == ()


def test_what_could_not_be_read_is_undecided_and_no_violation() -> None:
    unread = documents(CONFIGURATION.text.replace("5 ngày", "năm ngày"), "c.yaml")[0]
    subject = Configuration(Effective(unread, PUBLICATION))
    found = judge([subject], book(limit("10 ngày")), FUNCTIONS, DAY)
    (finding,) = found.findings
    assert finding.verdict is Verdict.UNDECIDED
    assert found.counts["time-limit/most"].undecided == 1


def test_a_rule_that_is_not_in_force_says_nothing() -> None:
    found = judge([SUBJECT], book(limit("5 ngày")), FUNCTIONS, date(2025, 12, 31))
    assert found.findings == []
    assert found.counts["time-limit/most"].violated == 0


HERE = Span("c.yaml", Position(3, 12), Position(3, 22))


def said(code: str, path: str = "x", verdict: Verdict = Verdict.VIOLATION, **more: Span) -> Finding:
    """Return a finding of this code."""
    message = Message("rule/undecided")
    span = more.get("span", HERE)
    return Finding(code, Severity.ERROR, span, message, verdict=verdict, path=path)


SILENCING = book(rule("identity/district", more="thay cho: route/owner-not-existing"))


def test_a_violation_speaks_for_what_its_rule_silences_at_that_place() -> None:
    loud, quiet = said("identity/district"), said("route/owner-not-existing")
    assert silenced([quiet, loud], SILENCING) == (loud,)
    assert silenced([quiet], SILENCING) == (quiet,)


def test_another_place_another_code_or_no_violation_silences_nothing() -> None:
    elsewhere = Span("c.yaml", Position(4, 12), Position(4, 22))
    for found in (
        [said("identity/district"), said("route/owner-not-existing", span=elsewhere)],
        [said("identity/district"), said("route/dead-end")],
        [
            said("identity/district", verdict=Verdict.UNDECIDED),
            said("route/owner-not-existing"),
        ],
    ):
        assert silenced(found, SILENCING) == tuple(found)


def test_two_values_shown_at_one_place_are_not_one_cause() -> None:
    """Whatever a configuration inherits stands at its `procedure:`."""
    found = [
        said("identity/district", "route/steps/a"),
        said("route/owner-not-existing", "route/steps/b"),
    ]
    assert silenced(found, SILENCING) == tuple(found)


def test_a_body_named_again_is_judged_alike_and_shown_where_it_stands() -> None:
    rules = rule(
        "identity/no-district",
        over="mỗi cơ_quan_được_nêu gọi là b",
        basis="quy ước kỹ thuật",
        require="không (b.là_cấp_huyện)",
        at="b.tên",
    )
    where = document('kind: procedure\ncode: "1"\nagencies: [Huyện A, Xã B, Huyện A]\n', "p.yaml")
    named = tuple(
        Use("body", {"name": name, "is_district": "Huyện" in name}, "1", where, ("agencies", at))
        for at, name in enumerate(("Huyện A", "Xã B", "Huyện A"))
    )
    found = judge(named, book(rules), FUNCTIONS, DAY)
    count = found.counts["identity/no-district"]
    assert (count.passed, count.violated) == (1, 2)
    assert [one.span and one.span.start.column for one in found.findings] == [12, 27]
