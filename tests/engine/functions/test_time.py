"""What rules ask of times by channel, cuts, cases, states and connections."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.engine.test_law import law
from tests.strategies.model import time_limits
from tthc_rules.diagnostics import Message
from tthc_rules.engine.functions import cuts, statuses
from tthc_rules.engine.functions import time_limits as times
from tthc_rules.lang.undecided import Undecided
from tthc_rules.model.quantities import DayKind, TimeLimit
from tthc_rules.model.text import Text
from tthc_rules.model.values import REFUSED, Tree, Value
from tthc_rules.report.messages import table, time_law

BOUND = """
kind: instrument
number: 00/2099/NĐ-CP
issuer: chinh-phu
type: nghi-dinh
signed: 2020-05-05
force: {from: 2020-07-01}
territory: VN
norms:
  - id: thoi-han
    attribute: time_limit
    form: ceiling
    default: bound
    subject: {procedures: ["9.000001"]}
    value: 10 ngày làm việc
    delegation: {to: {class: ubnd, level: province}, direction: le}
  - id: do-dac
    attribute: time_limit
    form: value
    subject: {procedures: ["9.000001"]}
    when: case = "do-dac"
    value: 20 ngày làm việc
    exception_to: [{issuer: chinh-phu, instrument: 00/2099/NĐ-CP, norm: thoi-han}]
"""
DECISION = """
- kind: instrument
  number: 00/QĐ-UBND
  issuer: ubnd-xx
  type: quyet-dinh-hanh-chinh
  signed: 2026-05-04
  force: {from: 2026-05-15}
  territory: XX
  norms:
    - id: muc-moi
      attribute: time_limit
      form: value
      subject: {procedures: ["9.000001"]}
      value: 18 ngày làm việc
      fills: {issuer: chinh-phu, instrument: 00/2099/NĐ-CP, norm: thoi-han}
"""
BOTH = "-" + BOUND.replace("\n", "\n  ").removeprefix("\n ").rstrip() + DECISION


def limit(amount: int | str, kind: DayKind = DayKind.WORKING_DAY) -> TimeLimit:
    """Return a time limit."""
    return TimeLimit(kind, Fraction(amount))


def case(**limits: Value) -> Tree:
    """Return a case with these limits by channel."""
    channels = tuple({"channel": name, "time_limit": found} for name, found in limits.items())
    return {"id": "default", "channels": channels}


def of(answer: Value) -> Tree:
    """Return a record that a function answered with."""
    assert isinstance(answer, dict)
    return answer


def reason(error: pytest.ExceptionInfo[Undecided]) -> Message:
    """Return why a question stayed open; the reason has a sentence."""
    assert error.value.reason.key in table()
    return error.value.reason


# Channels --------------------------------------------------------------------------------


@given(found=time_limits())
def test_channels_with_one_limit_never_differ(found: TimeLimit) -> None:
    answer = of(times.channel_times(law(), case(direct=found, online=found, postal=found)))
    assert answer["differ"] is False
    assert answer["by_ten_days"] is False
    assert answer["online_longer"] is False


def test_channels_that_differ_are_named_with_their_limits() -> None:
    answer = of(times.channel_times(law(), case(direct=limit(20), online=limit(10))))
    assert answer["differ"] is True
    assert answer["by_ten_days"] is True
    stated = answer["stated"]
    assert isinstance(stated, tuple)
    assert Text("trực tiếp 20 ngày làm việc", "in person 20 working days") in stated


def test_a_limit_with_a_basis_of_its_own_or_without_unit_is_not_compared() -> None:
    own: Tree = {"channel": "direct", "time_limit": limit(20), "basis": {"instrument": "x"}}
    bare: Tree = {"channel": "postal", "time_limit": limit(1, DayKind.UNSTATED)}
    online: Tree = {"channel": "online", "time_limit": limit(10)}
    answer = of(times.channel_times(law(), {"channels": (own, bare, online)}))
    assert answer["differ"] is False


@given(st.integers(1, 60), st.integers(1, 60))
def test_online_is_longer_exactly_when_it_has_more_of_the_same_days(online: int, own: int) -> None:
    answer = of(times.channel_times(law(), case(online=limit(online), direct=limit(own))))
    assert answer["online_longer"] is (online > own)


def test_what_depends_on_the_day_of_reception_is_not_longer_for_sure() -> None:
    found = case(online=limit(14, DayKind.DAY), direct=limit(10))
    assert of(times.channel_times(law(), found))["online_longer"] is False


def test_a_limit_that_could_not_be_read_leaves_the_channels_open() -> None:
    with pytest.raises(Undecided) as error:
        times.channel_times(law(), case(direct=REFUSED))
    assert reason(error).key == "law/unread"


# Single limits ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("found", "odd"),
    [
        (limit("1/4"), False),
        (limit("1/10"), True),
        (limit("1/2", DayKind.WORKING_HOUR), True),
        (limit(3, DayKind.HOUR), False),
        (TimeLimit(DayKind.SAME_DAY), False),
    ],
)
def test_quarters_of_days_and_whole_hours_are_usual(found: TimeLimit, odd: bool) -> None:
    assert times.is_odd_length(found) is odd


@given(found=time_limits())
def test_a_notice_a_day_ahead_stays_ahead_when_more_is_given(found: TimeLimit) -> None:
    more = TimeLimit(found.kind, found.amount + 1)
    assert times.is_day_ahead(more) or not times.is_day_ahead(found)


def test_the_same_day_and_a_limit_without_unit_are_no_day_ahead() -> None:
    assert not times.is_day_ahead(TimeLimit(DayKind.SAME_DAY))
    assert not times.is_day_ahead(limit(3, DayKind.UNSTATED))


def test_a_note_contradicts_only_by_another_time_of_the_procedure() -> None:
    note = "Trong 10 ngày làm việc. Phải đo đạc thì 15 ngày. Yêu cầu bổ sung trong 3 ngày."
    channel: Tree = {"time_limit": limit(10), "note": note}
    assert times.times_in_note(channel) == ("Phải đo đạc thì 15 ngày.",)
    assert times.times_in_note({"note": note}) == ()


# Cuts and cases --------------------------------------------------------------------------


@pytest.mark.parametrize(("value", "lengthens"), [("18", True), ("11", True), ("10", False)])
def test_an_individual_decision_lengthens_only_beyond_the_bound(
    value: str, lengthens: bool
) -> None:
    """63/2010/NĐ-CP, Article 8, clause 1: a normative text sets the time."""
    texts = BOTH.replace("18 ngày", f"{value} ngày")
    instrument: Tree = {"issuer": "ubnd-xx", "number": "00/QĐ-UBND"}
    assert cuts.lengthens_locally(law(texts), instrument, {"id": "muc-moi"}) is lengthens


def test_a_normative_text_and_a_norm_nobody_knows_are_left_to_others() -> None:
    texts = BOTH.replace("quyet-dinh-hanh-chinh", "quyet-dinh-ubnd")
    instrument: Tree = {"issuer": "ubnd-xx", "number": "00/QĐ-UBND"}
    assert not cuts.lengthens_locally(law(texts), instrument, {"id": "muc-moi"})
    assert not cuts.lengthens_locally(law(texts), instrument, {"id": "khong-co"})


def configured(*names: str) -> Tree:
    """Return a configuration of these cases."""
    cases: tuple[Tree, ...] = tuple(
        {"id": name, "channels": ({"channel": "online"},)} for name in names
    )
    return {"code": "9.000001", "territory": "XX", "cases": cases}


def test_a_case_of_a_norm_in_force_is_missed_until_it_is_declared() -> None:
    assert cuts.cases_left_out(law(BOUND), configured("default")) == ("do-dac",)
    assert cuts.cases_left_out(law(BOUND), configured("default", "do-dac")) == ()
    assert cuts.cases_left_out(law(BOUND, date(2020, 6, 30)), configured("default")) == ()


def test_cases_that_could_not_be_read_leave_the_question_open() -> None:
    with pytest.raises(Undecided) as error:
        cuts.cases_left_out(law(), {"code": "9.000001", "cases": REFUSED})
    assert reason(error).key == "law/unread"


def test_an_approval_without_a_day_of_signing_leaves_the_question_open() -> None:
    approved = "kind: instrument\nnumber: 01/QĐ-UBND\nissuer: ubnd-xx\ntype: quyet-dinh-hanh-chinh"
    cited: Tree = {"issuer": "ubnd-xx", "instrument": "01/QĐ-UBND"}
    route: Tree = {**configured("default"), "route": {"approved_by": cited}}
    with pytest.raises(Undecided) as error:
        cuts.workflow_and_cut(law(approved), route)
    assert reason(error).key == "law/no-day-of-signing"


# States and connections ------------------------------------------------------------------


def mapped(*rows: tuple[str, str, bool]) -> Tree:
    """Return a system with this map of states."""
    return {
        "status_map": tuple(
            {"internal": own, "national": shared, "default": default}
            for own, shared, default in rows
        )
    }


WHOLE = tuple((str(code), str(code), False) for code in range(1, 11))


def test_a_map_of_every_shared_state_leaves_nothing_open() -> None:
    assert statuses.gaps_of_status_map(law(), mapped(*WHOLE)) == ()


@given(st.integers(0, 9))
def test_a_state_left_out_is_named(place: int) -> None:
    rest = (*WHOLE[:place], *WHOLE[place + 1 :])
    code = WHOLE[place][1]
    gaps = statuses.gaps_of_status_map(law(), mapped(*rest))
    assert gaps == (Text(f"thiếu mã {code}", f"{code} is missing"),)


def test_a_state_that_two_share_comes_back_to_one() -> None:
    twice = (*WHOLE[:-1], ("10", "10", True), ("10b", "10", False))
    assert statuses.gaps_of_status_map(law(), mapped(*twice)) == ()
    assert statuses.gaps_of_status_map(law(), mapped(*WHOLE, ("10b", "10", False))) != ()


def test_a_notice_that_could_not_be_read_leaves_the_question_open() -> None:
    with pytest.raises(Undecided):
        statuses.missing_in_notice({"status_notice": (REFUSED,)})
    assert len(_missing(statuses.missing_in_notice({"status_notice": ("agency",)}))) == 5


def _missing(answer: Value) -> tuple[Value, ...]:
    assert isinstance(answer, tuple)
    return answer


def test_an_unread_connection_leaves_the_postal_link_open() -> None:
    with pytest.raises(Undecided):
        statuses.postal_connected(law(), {"connections": REFUSED})
    with pytest.raises(Undecided):
        statuses.postal_connected(law(), {"connections": ({"system": "x", "state": REFUSED},)})
    assert statuses.postal_connected(law(), {}) is False


def test_every_reason_of_the_room_is_in_the_table_of_all_sentences() -> None:
    assert time_law.TABLE.keys() <= table().keys()
