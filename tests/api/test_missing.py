"""What is worth collecting: the facts that undecided verdicts wait for, most wanted first."""

from __future__ import annotations

import json
from datetime import date
from itertools import permutations

import pytest

from tthc_rules.api import CheckResult
from tthc_rules.api.missing import Kind, Missing, missing
from tthc_rules.diagnostics import Finding, Message, Severity, Verdict
from tthc_rules.model.text import Text
from tthc_rules.report.messages import table
from tthc_rules.report.missing import MISSING
from tthc_rules.source import Position, Span

PLACE = Position(3, 5)


def undecided(
    key: str, subject: str = "9.000001 XX", rule: str = "topic/one", **values: Text | str
) -> Finding:
    """Return an undecided verdict with this reason."""
    return Finding(
        code=rule,
        severity=Severity.ERROR,
        span=Span(f"{subject[:8]}.yaml", PLACE, PLACE),
        message=Message(key, values),
        verdict=Verdict.UNDECIDED,
        subject=subject,
        path="cases/default/channels/online/time_limit",
    )


def of(*findings: Finding) -> Missing:
    """Return what these verdicts wait for."""
    return missing(CheckResult(date(2026, 1, 1), (), findings, {}, 1, 1, {}))


@pytest.mark.parametrize(
    ("reason", "kind", "says"),
    [
        (undecided("law/unknown-instrument", number="1/QĐ-UBND"), Kind.DOCUMENT, "1/QĐ-UBND"),
        (undecided("law/not-listed", kind="agency", id="so-x"), Kind.ROW, "so-x"),
        (undecided("law/unknown-system", system="he-thong-x"), Kind.ROW, "he-thong-x"),
        (undecided("law/gap"), Kind.NORM, "`time_limit` cho 9.000001 XX"),
        (undecided("law/missing-facts", names="applicant.poor"), Kind.FACT, "applicant.poor"),
        (undecided("lang/unread-value", path=Text("c.tên", "c.name")), Kind.FIELD, "`c.tên`"),
        (undecided("law/no-route"), Kind.FIELD, "9.000001 XX: cấu hình không có quy trình"),
        (undecided("law/calendar-year-open"), Kind.CALENDAR, "lịch năm này"),
        (undecided("law/conflict", texts="A, B"), Kind.OTHER, "A, B"),
    ],
)
def test_each_reason_names_the_thing_to_fetch(reason: Finding, kind: Kind, says: str) -> None:
    (wanted,) = of(reason).wanted
    assert (wanted.kind, wanted.waiting, wanted.rules) == (kind, 1, ("topic/one",))
    assert says in MISSING["text"](of(reason), "vi")


def test_what_most_verdicts_wait_for_stands_first_whatever_the_order() -> None:
    number = "1/QĐ-UBND"
    rows = (
        undecided("law/unknown-instrument", number=number),
        undecided("law/unknown-instrument", "9.000002 XX", "topic/two", number=number),
        undecided("law/unknown-system", system="x"),
    )
    for order in permutations(rows):
        found = of(*order)
        assert [(one.waiting, one.kind) for one in found.wanted] == [
            (2, Kind.DOCUMENT),
            (1, Kind.ROW),
        ]
        assert found.wanted[0].rules == ("topic/one", "topic/two")
        assert found.undecided == 3


def test_a_verdict_that_waits_for_two_facts_counts_for_both() -> None:
    found = of(undecided("law/missing-facts", names="a, b"), undecided("law/gap"))
    assert [(one.waiting, one.kind) for one in found.wanted].count((1, Kind.FACT)) == 2
    assert found.undecided == 2


def test_things_of_two_procedures_are_two_things() -> None:
    assert len(of(undecided("law/gap"), undecided("law/gap", "9.000002 XX")).wanted) == 2
    assert len(of(undecided("law/gap"), undecided("law/gap", rule="topic/two")).wanted) == 1


def test_an_example_says_where() -> None:
    text = MISSING["text"](of(undecided("law/gap")), "en")
    assert "for example: 9.000001.yaml:3:5 [topic/one]" in text
    assert text.endswith("verdicts left open: 1; things to collect: 1\n")


def test_nothing_missing_is_said() -> None:
    assert MISSING["text"](of(), "vi") == "không kết luận nào còn chờ dữ kiện\n"
    assert json.loads(MISSING["json"](of(), "vi"))["wanted"] == []


def test_programs_read_both_languages() -> None:
    tree = json.loads(MISSING["json"](of(undecided("law/no-route")), "vi"))
    (wanted,) = tree["wanted"]
    assert wanted["what"]["en"] == "9.000001 XX: the configuration has no route"
    assert wanted["example"] == {
        "subject": "9.000001 XX",
        "file": "9.000001.yaml",
        "line": 3,
        "column": 5,
    }
    assert (tree["format"], tree["undecided"]) == ("tthc-rules/missing", 1)


def test_every_sort_of_thing_has_its_word() -> None:
    for kind in Kind:
        assert f"missing/kind.{kind.value}" in table()
