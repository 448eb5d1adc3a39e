"""`due` from the user's words and calendar files to the answer."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path

import pytest

from tthc_rules import api

CALENDAR = """\
kind: calendar
territory: VN
year: 2098
weekly_rest: [6, 7]
office_hours:
  - {from: "07:30", until: "11:30"}
  - {from: "13:00", until: "17:00"}
coverage: {from: 2098-01-01, until: 2098-04-01}
status: official
days:
  - {date: 2098-01-10, kind: holiday, name: Ngày lễ giả định, basis: 1/TB-XX, source: giả định}
  - date: 2098-01-13
    kind: swap_off
    name: Nghỉ hoán đổi
    basis: 2/TB-XX
    pair: 2098-01-18
    confidence: unverified
    source: giả định
  - date: 2098-01-18
    kind: swap_work
    name: Làm bù
    basis: 2/TB-XX
    pair: 2098-01-13
    confidence: unverified
    source: giả định
  - date: 2098-03-10
    kind: holiday
    name: Lễ dự kiến
    basis: dự kiến
    status: estimated
    source: giả định
  - {date: 2098-03-20, kind: unknown, name: Chưa có thông báo, basis: chưa có, source: giả định}
"""

NINE = datetime(2098, 1, 8, 9, 0)  # noqa: DTZ001 - Vietnamese time


@pytest.fixture
def calendar(tmp_path: Path) -> str:
    """A made-up calendar of three months."""
    path = tmp_path / "vn-2098.yaml"
    path.write_text(CALENDAR, encoding="utf-8")
    return str(path)


def due(calendar: str, limit: str, received: date = NINE, **more: object) -> api.DueResult:
    """Ask, with no settings but the defaults."""
    settings, _ = api.load_settings(str(Path(calendar).parent), {})
    assert settings is not None
    question = api.DueQuestion(received, limit, calendars=(calendar,), **more)  # type: ignore[arg-type]  # what a test names
    return api.due(question, settings)


def end(result: api.DueResult) -> str:
    """Return the first line in English."""
    return result.lines[0].en


def codes(result: api.DueResult) -> list[str]:
    """Return the codes of what is wrong."""
    return [finding.code for finding in result.findings]


def test_every_day_is_told_with_its_reason(calendar: str) -> None:
    result = due(calendar, "6 ngày làm việc")
    assert (result.found, result.decided, result.findings) == (True, True, ())
    said = [line.vi for line in result.lines]
    swap = "đi cùng thứ {} {}, theo 2/TB-XX, chưa kiểm chứng"
    assert said[: said.index("chỗ luật để ngỏ mà chọn khác đi thì hạn sẽ khác:")] == [
        "hạn: hết thứ Bảy 18/01/2098",
        "thời hạn 6 ngày làm việc, hồ sơ đến 09:00 thứ Tư 08/01/2098",
        "từng ngày:",
        "  thứ Tư 08/01/2098: ngày tiếp nhận, không tính",
        "  thứ Năm 09/01/2098: tính, ngày thứ 1",
        "  thứ Sáu 10/01/2098: ngày nghỉ, không tính; ngày lễ, tết: Ngày lễ giả định, theo 1/TB-XX",
        "  thứ Bảy 11/01/2098 – Chủ nhật 12/01/2098: ngày nghỉ, không tính; nghỉ hằng tuần",
        "  thứ Hai 13/01/2098: ngày nghỉ, không tính; nghỉ do hoán đổi: Nghỉ hoán đổi, "
        + swap.format("Bảy", "18/01/2098"),
        "  thứ Ba 14/01/2098 – thứ Sáu 17/01/2098: tính, ngày thứ 2–5",
        "  thứ Bảy 18/01/2098: tính, ngày thứ 6; làm bù do hoán đổi: Làm bù, "
        + swap.format("Hai", "13/01/2098"),
    ]


def test_every_policy_that_had_a_say_is_told_with_its_ground(calendar: str) -> None:
    said = [line.en for line in due(calendar, "6 ngày làm việc").lines]
    at = said.index("left open by the law; chosen otherwise, the end would differ:")
    assert said[at + 1 :] == [
        "  day of reception (`reception_day` = `not_counted`):"
        " the first counted day is the day after reception",
        "    the default; basis: 91/2015/QH13 Điều 147 khoản 2 và khoản 3; confidence high",
        "    with `counted` (the day of reception is the first counted day):"
        " end of Friday 2098-01-17",
        "  worked rest day of a swap (`swap_work_day` = `working`):"
        " is a working day for everything",
        "    the default; basis: none found; confidence medium",
        "    with `rest` (stays a rest day; the weekday given off stays off):"
        " end of Monday 2098-01-20",
    ]


def test_a_plain_day_is_taken_as_the_opening_of_offices(calendar: str) -> None:
    result = due(calendar, "trong ngày", received=date(2098, 1, 8))
    said = [line.en for line in result.lines]
    assert said[0] == "due: end of Wednesday 2098-01-08"
    assert "where only a day is given, 07:30 is taken, when offices open" in said
    assert (
        "a dossier that arrives in the last minute of office hours (16:59) is due:"
        " end of Thursday 2098-01-09" in said
    )
    received = json.loads(result.json)["received"]
    assert (received["arrived"], received["time_assumed"]) == ("2098-01-08T07:30", True)


def test_a_time_that_does_not_matter_is_not_mentioned(calendar: str) -> None:
    result = due(calendar, "5 ngày làm việc", received=date(2098, 1, 8))
    assert not any("last minute" in line.en for line in result.lines)


def test_an_offset_is_turned_into_vietnamese_time(calendar: str) -> None:
    abroad = datetime.fromisoformat("2098-01-08T02:00+00:00")
    assert due(calendar, "5 ngày làm việc", abroad).json == due(calendar, "5 ngày làm việc").json


def test_policies_of_the_question_count(calendar: str) -> None:
    result = due(calendar, "1 ngày làm việc", policies={"reception_day": "counted"})
    assert end(result) == "due: end of Wednesday 2098-01-08"
    assert any("instead of the default `not_counted`" in line.en for line in result.lines)


def test_policies_of_the_settings_count_below_those_of_the_question(calendar: str) -> None:
    folder = Path(calendar).parent
    (folder / "tthc-rules.yaml").write_text(
        "kind: settings\npolicies: {reception_day: counted}\n", encoding="utf-8"
    )
    assert end(due(calendar, "1 ngày làm việc")) == "due: end of Wednesday 2098-01-08"
    own = {"reception_day": "not_counted"}
    assert end(due(calendar, "1 ngày làm việc", policies=own)) == "due: end of Thursday 2098-01-09"


def test_an_estimated_day_makes_the_answer_provisional(calendar: str) -> None:
    result = due(calendar, "3 ngày làm việc", datetime(2098, 3, 6, 9, 0))  # noqa: DTZ001
    assert end(result).startswith("due (provisional): ")
    assert result.decided
    assert any("an estimate" in line.en for line in result.lines)
    assert json.loads(result.json)["answer"]["status"] == "provisional"


@pytest.mark.parametrize(
    ("limit", "received", "reason"),
    [
        ("3 ngày làm việc", datetime(2098, 3, 18, 9, 0), "unknown_day"),  # noqa: DTZ001
        ("90 ngày", datetime(2098, 1, 8, 9, 0), "beyond_coverage"),  # noqa: DTZ001
        ("5 không ghi đơn vị", datetime(2098, 1, 8, 9, 0), "unit_unstated"),  # noqa: DTZ001
    ],
)
def test_what_the_calendar_does_not_know_stays_undecided(
    calendar: str, limit: str, received: datetime, reason: str
) -> None:
    result = due(calendar, limit, received)
    assert (result.found, result.decided) == (True, False)
    assert end(result).startswith("due: undecided, since ")
    answer = json.loads(result.json)["answer"]
    assert answer == {"status": "undecided", "day": None, "moment": None, "reason": reason}


def test_the_day_that_leaves_it_open_is_named(calendar: str) -> None:
    result = due(calendar, "3 ngày làm việc", datetime(2098, 3, 18, 9, 0))  # noqa: DTZ001
    assert any(
        line.vi.startswith("  thứ Năm 20/03/2098: chưa rõ, dừng tính tại đây; chưa có thông báo")
        for line in result.lines
    )


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("5 ngay lam viec", "5 ngày làm việc"),
        ("05 ngày làm việc", "5 ngày làm việc"),
        ("5 ngày làm vien", "5 ngày làm việc"),
        ("5 workng days", "5 working days"),
        ("trong ngay", "trong ngày"),
        ("1 thang", "1 tháng"),
    ],
)
def test_a_limit_that_is_none_says_what_was_meant(calendar: str, text: str, near: str) -> None:
    result = due(calendar, text)
    assert (result.found, codes(result)) == (False, ["due/bad-limit"])
    assert result.findings[0].help is not None
    assert result.findings[0].help.values["near"] == near  # type: ignore[union-attr]  # a message


def test_a_limit_near_nothing_says_how_to_write_one(calendar: str) -> None:
    result = due(calendar, "sớm")
    assert str(result.findings[0].help).find("due/bad-limit.help") > 0


def test_a_wrong_policy_is_said(calendar: str) -> None:
    result = due(calendar, "1 ngày", policies={"reception_dya": "counted"})
    assert codes(result) == ["calendar/unknown-policy"]


def test_waits_move_the_end(calendar: str) -> None:
    events = (
        ("supplement_requested", datetime(2098, 1, 9, 9, 0)),  # noqa: DTZ001
        ("supplement_completed", datetime(2098, 1, 21, 9, 0)),  # noqa: DTZ001
    )
    result = due(calendar, "2 ngày làm việc", events=events)
    assert end(result) == "due: end of Thursday 2098-01-23"
    assert any("received as of 09:00 on Tuesday 2098-01-21" in line.en for line in result.lines)
    waiting = due(calendar, "2 ngày làm việc", events=events[:1])
    assert not waiting.decided


def test_events_that_make_no_sense_are_said(calendar: str) -> None:
    lone = due(calendar, "2 ngày", events=(("payment_made", NINE),))
    assert codes(lone) == ["due/lone-completion"]
    unknown = due(calendar, "2 ngày", events=(("payment_maed", NINE),))
    assert codes(unknown) == ["due/unknown-event"]


def test_an_extension_is_granted_where_both_lie_in_a_difficult_area(calendar: str) -> None:
    both = {"land": True, "applicant": True}
    result = due(calendar, "2 ngày làm việc", extension="2 ngày làm việc", difficult=both)
    assert end(result) == "due: end of Thursday 2098-01-16"
    none = due(calendar, "2 ngày làm việc", extension="2 ngày làm việc",
               difficult={"land": False, "applicant": False})  # fmt: skip
    assert end(none) == end(due(calendar, "2 ngày làm việc"))


def test_half_a_difficult_area_needs_a_policy(calendar: str) -> None:
    half = {"land": True, "applicant": False}
    result = due(calendar, "2 ngày", extension="2 ngày", difficult=half)
    assert json.loads(result.json)["answer"]["reason"] == "policy_required"


def test_an_unknown_area_is_asked_for_unless_a_policy_makes_it_idle(calendar: str) -> None:
    """Missing is never false."""
    land = {"land": True}
    asked = due(calendar, "2 ngày", extension="2 ngày", difficult=land)
    assert codes(asked) == ["due/difficult-missing"]
    chosen = due(calendar, "2 ngày", extension="2 ngày", difficult=land,
                 policies={"difficult_area_of": "land"})  # fmt: skip
    assert chosen.decided
    other = due(calendar, "2 ngày", extension="2 ngày", difficult=land,
                policies={"difficult_area_of": "applicant"})  # fmt: skip
    assert codes(other) == ["due/difficult-missing"]


def test_a_difficult_area_without_an_extension_means_nothing(calendar: str) -> None:
    assert codes(due(calendar, "2 ngày", difficult={"land": True})) == ["due/difficult-alone"]


def test_without_a_calendar_nothing_is_counted(tmp_path: Path) -> None:
    result = due(str(tmp_path / "nowhere.yaml"), "2 ngày")
    assert (result.found, result.lines) == (False, ())
    assert codes(result) == ["file/missing", "due/no-calendar"]


def test_with_a_calendar_missing_nothing_is_counted_with_the_rest(calendar: str) -> None:
    nowhere = str(Path(calendar).with_name("nowhere.yaml"))
    settings, _ = api.load_settings(str(Path(calendar).parent), {})
    assert settings is not None
    question = api.DueQuestion(NINE, "1 ngày làm việc", calendars=(calendar, nowhere))
    result = api.due(question, settings)
    assert (result.found, result.lines, codes(result)) == (False, (), ["file/missing"])


def test_what_is_wrong_in_a_calendar_is_said_beside_the_answer(calendar: str) -> None:
    text = CALENDAR.replace("weekly_rest: [6, 7]", "weekly_rest: [6, 8]")
    Path(calendar).write_text(text, encoding="utf-8")
    result = due(calendar, "2 ngày làm việc")
    assert result.findings
    assert all(finding.span is not None for finding in result.findings)


def test_the_workspace_brings_its_calendar(calendar: str) -> None:
    folder = Path(calendar).parent
    (folder / "tthc-rules.yaml").write_text("kind: settings\nlibrary: none\n", encoding="utf-8")
    settings, _ = api.load_settings(str(folder), {})
    assert settings is not None
    result = api.due(api.DueQuestion(NINE, "1 ngày làm việc"), settings)
    assert end(result) == "due: end of Thursday 2098-01-09"
    assert json.loads(result.json)["calendar"] == {"from": "2098-01-01", "until": "2098-04-01"}
