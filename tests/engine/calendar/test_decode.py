"""Calendar documents: what they make up together, and what is wrong in them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from tests.engine.calendar.example import Document
from tthc_rules.engine.calendar import Reason, decode
from tthc_rules.engine.calendar.clock import clock_of
from tthc_rules.engine.calendar.policies import DEFAULT
from tthc_rules.model.calendar import Coverage, DayStatus, ListedKind, Session
from tthc_rules.model.values import REFUSED
from tthc_rules.report.messages.calendar import TABLE

DAY = date(2098, 4, 30)


def document(year: int = 2098, **changes: Any) -> dict[str, Any]:
    """Return a correct calendar of one year, with some keys changed."""
    return {
        "kind": "calendar",
        "territory": "VN",
        "year": year,
        "weekly_rest": [6, 7],
        "office_hours": [{"from": "07:30", "until": "11:30"}, {"from": "13:00", "until": "17:00"}],
        "coverage": {"from": date(year, 1, 1), "until": date(year + 1, 1, 1)},
        "status": "official",
        "days": [{"date": DAY, "kind": "holiday", "name": "ngày lễ", "basis": "00/TB-BNV"}],
    } | changes


def codes(*documents: dict[str, Any]) -> list[str]:
    entries = [Document(each, f"{index}.yaml") for index, each in enumerate(documents)]
    _, findings = decode(entries)
    assert all(finding.code in TABLE for finding in findings)
    assert all(getattr(finding.help, "key", "") in TABLE for finding in findings)
    return [finding.code for finding in findings]


def test_a_document_becomes_a_calendar() -> None:
    calendar, findings = decode([Document(document())])
    assert findings == ()
    assert calendar is not None
    assert calendar.coverage == (Coverage(date(2098, 1, 1), date(2099, 1, 1)),)
    assert calendar.office_hours == (Session(450, 690), Session(780, 1020))
    (listed,) = calendar.days
    assert (listed.day, listed.kind, listed.basis) == (DAY, ListedKind.HOLIDAY, "00/TB-BNV")


def test_years_merge_whatever_their_order() -> None:
    one, two = Document(document(2098)), Document(document(2099, days=[]))
    assert decode([one, two]) == decode([two, one])
    calendar, findings = decode([two, one])
    assert findings == ()
    assert calendar is not None
    assert calendar.coverage == (Coverage(date(2098, 1, 1), date(2100, 1, 1)),)


def test_days_between_two_documents_are_unknown_and_days_after_are_beyond() -> None:
    calendar, _ = decode([Document(document(2096, days=[])), Document(document(2098))])
    assert calendar is not None
    clock = clock_of(calendar, DEFAULT)
    assert clock.works(date(2097, 6, 3).toordinal()) is Reason.UNKNOWN_DAY
    assert clock.works(date(2099, 6, 3).toordinal()) is Reason.BEYOND_COVERAGE
    assert clock.works(DAY.toordinal()) is False


def test_no_document_is_no_calendar() -> None:
    assert decode([]) == (None, ())


@pytest.mark.parametrize(
    "changes",
    [
        {"coverage": REFUSED},
        {"coverage": {"from": date(2098, 1, 1), "until": REFUSED}},
        {"days": REFUSED},
        {"days": [{"date": REFUSED, "kind": "holiday"}]},
        {"days": [REFUSED]},
        {"weekly_rest": REFUSED},
        {"office_hours": REFUSED},
    ],
)
def test_a_document_whose_days_cannot_be_placed_covers_nothing(changes: dict[str, Any]) -> None:
    """Refused is unknown, not missing: a day off that was not read is no working day."""
    assert decode([Document(document(**changes))]) == (None, ())


@pytest.mark.parametrize("changes", [{"kind": REFUSED}, {"status": REFUSED}, {"kind": "unknown"}])
def test_a_day_whose_kind_or_status_was_refused_is_unknown(changes: dict[str, Any]) -> None:
    calendar, _ = decode([Document(document(days=[{"date": DAY, "kind": "holiday"} | changes]))])
    assert calendar is not None
    assert calendar.days[0].status is DayStatus.UNKNOWN
    assert calendar.days[0].works is None


def test_a_day_has_the_status_of_its_document_unless_it_says_otherwise() -> None:
    days = [
        {"date": DAY, "kind": "holiday"},
        {"date": DAY + timedelta(days=1), "kind": "holiday", "status": "official"},
    ]
    calendar, _ = decode([Document(document(status="estimated", days=days))])
    assert calendar is not None
    assert [day.status for day in calendar.days] == [DayStatus.ESTIMATED, DayStatus.OFFICIAL]


def test_overlapping_documents_are_a_finding() -> None:
    late = document(2098, coverage={"from": date(2098, 12, 1), "until": date(2099, 1, 1)}, days=[])
    assert codes(document(), late) == ["calendar/overlap"]


def test_documents_that_contradict_each_other_leave_the_day_unknown() -> None:
    other = document(2098, days=[{"date": DAY, "kind": "swap_work", "pair": DAY}])
    assert "calendar/contradiction" in codes(document(), other)
    calendar, _ = decode([Document(document()), Document(other, "other.yaml")])
    assert calendar is not None
    assert calendar.days[0].status is DayStatus.UNKNOWN


def test_differing_patterns_are_a_finding() -> None:
    later = document(2099, weekly_rest=[7], days=[])
    assert codes(document(), later) == ["calendar/differing-pattern"]


@pytest.mark.parametrize(
    "changes",
    [
        {"weekly_rest": [0, 6]},
        {"weekly_rest": [1, 2, 3, 4, 5, 6, 7]},
        {"office_hours": [{"from": "7h30", "until": "11:30"}]},
        {"office_hours": [{"from": "13:00", "until": "24:30"}]},
        {"office_hours": [{"from": "11:30", "until": "07:30"}]},
        {
            "office_hours": [
                {"from": "07:30", "until": "12:00"},
                {"from": "11:00", "until": "17:00"},
            ]
        },
    ],
)
def test_a_pattern_that_cannot_be_used_is_a_finding(changes: dict[str, Any]) -> None:
    assert codes(document(**changes)) == ["calendar/unusable-pattern"]
    calendar, _ = decode([Document(document(**changes))])
    assert calendar is not None
    assert calendar.weekly_rest == {6, 7}
    assert calendar.office_hours == (Session(450, 690), Session(780, 1020))


def test_a_day_outside_its_coverage_is_a_finding() -> None:
    assert codes(document(days=[{"date": date(2099, 1, 1), "kind": "holiday"}])) == [
        "calendar/outside-coverage"
    ]


def test_a_calendar_of_another_year_is_a_finding() -> None:
    assert codes(document(year=2098, coverage=document(2099)["coverage"], days=[])) == [
        "calendar/other-year"
    ]


WORKED = {"date": date(2098, 4, 26), "kind": "swap_work", "pair": date(2098, 5, 2)}
OFF = {"date": date(2098, 5, 2), "kind": "swap_off", "pair": date(2098, 4, 26)}


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ([WORKED, OFF], []),
        ([WORKED], ["calendar/swap-without-pair"]),
        ([OFF], ["calendar/swap-without-pair"]),
        ([OFF | {"pair": date(2098, 4, 19)}], ["calendar/swap-without-pair"]),
        ([WORKED, OFF | {"kind": "holiday"}], ["calendar/swap-without-pair"]),
        ([WORKED, {"date": OFF["date"], "kind": "swap_off"}], ["calendar/swap-without-pair"] * 2),
        ([OFF | {"pair": date(2099, 4, 19)}], []),
    ],
)
def test_both_days_of_a_swap_name_each_other(
    days: list[dict[str, Any]], expected: list[str]
) -> None:
    """A counterpart beyond the documents cannot be looked at and is not missed."""
    assert codes(document(days=days)) == expected


@pytest.mark.parametrize("kind", ["makeup_off"])
def test_a_make_up_on_a_rest_day_changes_nothing_and_is_a_finding(kind: str) -> None:
    assert codes(document(days=[{"date": date(2098, 5, 3), "kind": kind}])) == ["calendar/idle-day"]


def test_a_finding_stands_at_the_day_it_speaks_of() -> None:
    days = [{"date": DAY, "kind": "holiday"}, OFF]
    _, (finding,) = decode([Document(document(days=days))])
    assert finding.span is not None
    assert finding.span.start.line == 2
    assert finding.pointer == ("days", 1, "pair")
