"""What rules may ask of the law: an answer, or the reason why there is none."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction
from functools import cache
from textwrap import indent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.api import workspaces
from tests.strategies.documents import documents
from tests.strategies.model import time_limits
from tthc_rules import library
from tthc_rules.diagnostics import Message
from tthc_rules.engine import calendar as calendars
from tthc_rules.engine.calendar.answer import Reason
from tthc_rules.engine.comparing import Comparing
from tthc_rules.engine.facts import condition_parser
from tthc_rules.engine.functions import paths
from tthc_rules.engine.instruments import Instruments
from tthc_rules.engine.law import Law, is_unit_unstated
from tthc_rules.engine.register import register
from tthc_rules.engine.resolution.decode import decode
from tthc_rules.engine.routes.decode import decode_agency
from tthc_rules.lang.undecided import Gap, Undecided
from tthc_rules.loading import Document
from tthc_rules.model.conditions import Comparison
from tthc_rules.model.quantities import DayKind, TimeLimit
from tthc_rules.model.values import REFUSED, Tree, Value
from tthc_rules.report.messages import table

DAY = date(2026, 8, 3)


def shipped(*parts: str) -> tuple[Document, ...]:
    """Return documents of the library."""
    path = library.data_folder().joinpath(*parts)
    return documents(path.read_text(encoding="utf-8"), parts[-1])


@cache
def context() -> tuple[Document, ...]:
    """Return the shipped catalogues and calendars, and the made-up province."""
    folder = library.data_folder() / "catalogues"
    found = [
        one for path in sorted(folder.glob("*.yaml")) for one in shipped("catalogues", path.name)
    ]
    for year in (2026, 2027):
        found.extend(shipped("calendars", f"vn-{year}.yaml"))
    made_up = library.rules_folder() / "made-up.yaml"
    return (*found, *documents(made_up.read_text(encoding="utf-8"), "made-up.yaml"))


def law(texts: str = "", day: date = DAY) -> Law:
    """Return the law of the made-up province with these instruments."""
    everything = (*context(), *documents(texts)) if texts else context()
    kinds: dict[str, list[Document]] = {}
    for one in everything:
        kinds.setdefault(one.kind, []).append(one)
    known, _ = register([kinds["catalogue"]])
    instruments = kinds.get("instrument", [])
    world, _ = decode(instruments, kinds["catalogue"], condition_parser(known))
    agencies = (decode_agency(listed.value) for listed in known.all("agency"))
    return Law(
        world=world,
        calendar=calendars.decode(kinds["calendar"])[0],
        policies=calendars.DEFAULT,
        register=known,
        instruments=Instruments(instruments),
        agencies={one.id: one for one in agencies if one is not None},
        day=day,
        horizon=60,
    )


def days(amount: int, kind: DayKind = DayKind.WORKING_DAY) -> TimeLimit:
    """Return a time limit of so many days."""
    return TimeLimit(kind, Fraction(amount))


def reason(error: pytest.ExceptionInfo[Undecided]) -> Message:
    """Return why a question stayed undecided."""
    return error.value.reason


# Comparison -----------------------------------------------------------------------------------

HOLDS: dict[Comparison, Callable[[Fraction, Fraction], bool]] = {
    Comparison.LT: lambda one, other: one < other,
    Comparison.LE: lambda one, other: one <= other,
    Comparison.EQ: lambda one, other: one == other,
    Comparison.NE: lambda one, other: one != other,
    Comparison.GE: lambda one, other: one >= other,
    Comparison.GT: lambda one, other: one > other,
}


@given(one=time_limits(), other=time_limits())
def test_limits_of_one_kind_compare_by_their_amounts(one: TimeLimit, other: TimeLimit) -> None:
    left, right = replace(one, kind=DayKind.HOUR), replace(other, kind=DayKind.HOUR)
    for comparison, holds in HOLDS.items():
        assert comparing().compare(left, comparison, right) == holds(one.amount, other.amount)


@cache
def law_() -> Law:
    """Return a law that sets nothing."""
    return law()


def comparing() -> Comparing:
    """Return what compares time limits by the shipped calendars."""
    bare = law_()
    return Comparing(bare.calendar, bare.policies, bare.day)


def test_limits_of_different_kinds_compare_by_their_ends_on_all_days_of_reception() -> None:
    compare = replace(comparing(), day=date(2026, 1, 5)).compare
    assert compare(days(10), Comparison.GT, days(5, DayKind.DAY)) is True
    assert compare(days(5), Comparison.LE, days(30, DayKind.DAY)) is True
    assert compare(days(5), Comparison.GE, days(30, DayKind.DAY)) is False
    assert compare(days(5), Comparison.LT, days(30, DayKind.DAY)) is True
    assert compare(days(5), Comparison.EQ, days(30, DayKind.DAY)) is False
    assert compare(days(5), Comparison.NE, days(30, DayKind.DAY)) is True


def test_what_depends_on_the_day_of_reception_is_undecided_with_a_day_for_each_side() -> None:
    with pytest.raises(Undecided) as error:
        comparing().compare(days(14, DayKind.DAY), Comparison.LE, days(10))
    message = reason(error)
    assert message.key == "law/depends-on-reception"
    assert message.values.keys() == {"left", "right", "shorter", "longer"}


def test_a_limit_without_unit_is_compared_with_nothing() -> None:
    unstated = days(5, DayKind.UNSTATED)
    for other in (days(5), unstated):
        with pytest.raises(Undecided) as error:
            comparing().compare(unstated, Comparison.LE, other)
        assert reason(error).key == "law/unit-unstated"


def test_kinds_are_not_compared_without_a_calendar_or_beyond_it() -> None:
    bare = comparing()
    with pytest.raises(Undecided) as error:
        replace(bare, calendar=None).compare(days(5), Comparison.LE, days(5, DayKind.DAY))
    assert reason(error).key == "law/no-calendar"
    with pytest.raises(Undecided) as error:
        replace(bare, day=date(2040, 1, 1)).compare(days(14), Comparison.LE, days(20, DayKind.DAY))
    assert reason(error).key.startswith("law/calendar.")


@given(day=st.dates(date(2026, 1, 1), date(2026, 12, 31)))
def test_what_the_next_year_has_not_settled_spoils_no_comparison_of_this_year(day: date) -> None:
    """The shipped calendar of 2027 has unknown days around Tết."""
    compare = replace(comparing(), day=day).compare
    assert compare(days(5), Comparison.LE, days(30, DayKind.DAY)) is True
    assert compare(days(30), Comparison.LE, days(10, DayKind.DAY)) is False


def test_every_reason_that_a_comparison_can_give_has_its_sentence() -> None:
    waits = {Reason.SUPPLEMENT_PENDING, Reason.OPINION_PENDING, Reason.PAYMENT_PENDING}
    missing = {one for one in Reason if f"law/calendar.{one.value}" not in table()}
    assert missing <= waits, "two limits are compared without any wait"


def test_only_an_announcement_without_unit_misses_it() -> None:
    assert is_unit_unstated(days(5, DayKind.UNSTATED)) is True
    assert is_unit_unstated(days(5)) is False


# Time limits by law ---------------------------------------------------------------------------


def as_item(text: str) -> str:
    """Return a document as an item of a list of documents."""
    return f"\n- {indent(text.strip(), '  ').lstrip()}\n"


DECREE, CUT = as_item(workspaces.DECREE), as_item(workspaces.CUT)
CONFIGURATION: Tree = {"code": "9.000001", "territory": "XX", "sector": "linh-vuc-mau"}
CASE: Tree = {"id": "default"}
ONLINE: Tree = {"channel": "online"}


def test_the_national_limit_holds_until_the_province_cut_it() -> None:
    before = law(DECREE + CUT, date(2026, 5, 14)).time_limit_by_law(CONFIGURATION, CASE, ONLINE)
    since = law(DECREE + CUT, date(2026, 5, 15)).time_limit_by_law(CONFIGURATION, CASE, ONLINE)
    assert isinstance(before, Mapping)
    assert isinstance(since, Mapping)
    assert (before["value"], before["is_local"]) == (days(10), False)
    assert (since["value"], since["is_local"]) == (days(6), True)
    assert "00/2099/NĐ-CP" in str(before["instrument"])
    assert "00/2099/QĐ-UBND" in str(since["instrument"])


def test_no_norm_is_a_gap_that_a_rule_may_ask_about() -> None:
    with pytest.raises(Gap) as error:
        law(DECREE, date(2026, 2, 28)).time_limit_by_law(CONFIGURATION, CASE, ONLINE)
    assert reason(error).key == "law/gap"
    with pytest.raises(Gap):
        law(DECREE).time_limit_by_law({**CONFIGURATION, "code": "9.000002"}, CASE, ONLINE)


def test_two_texts_of_equal_standing_with_two_values_are_a_conflict() -> None:
    other = DECREE.replace("00/2099", "01/2099").replace("value: 10", "value: 12")
    with pytest.raises(Undecided) as error:
        law(
            DECREE + other.replace("ceiling", "value").replace("      default: bound\n", "")
        ).time_limit_by_law(CONFIGURATION, CASE, ONLINE)
    assert not isinstance(error.value, Gap)
    assert reason(error).key == "law/conflict"
    assert "00/2099/NĐ-CP" in str(reason(error).values["texts"])


def test_a_norm_that_hangs_on_an_unknown_fact_leaves_the_answer_undecided() -> None:
    hanging = CUT.replace(
        "      value: 6", '      when: "channel = online and applicant.identified"\n      value: 6'
    )
    with pytest.raises(Undecided) as error:
        law(DECREE + hanging).time_limit_by_law(CONFIGURATION, CASE, ONLINE)
    assert reason(error).key == "law/missing-facts"
    assert reason(error).values["names"] == "applicant.identified"
    postal = law(DECREE + hanging).time_limit_by_law(CONFIGURATION, CASE, {"channel": "postal"})
    assert isinstance(postal, Mapping)
    assert postal["value"] == days(10)


@pytest.mark.parametrize(
    ("configuration", "case", "channel"),
    [
        ({**CONFIGURATION, "territory": REFUSED}, CASE, ONLINE),
        ({**CONFIGURATION, "code": REFUSED}, CASE, ONLINE),
        ({**CONFIGURATION, "sector": REFUSED}, CASE, ONLINE),
        (CONFIGURATION, {"id": REFUSED}, ONLINE),
        (CONFIGURATION, CASE, {"channel": REFUSED}),
    ],
    ids=["territory", "code", "sector", "case", "channel"],
)
def test_what_could_not_be_read_is_not_taken_for_something_else(
    configuration: Tree, case: Tree, channel: Tree
) -> None:
    """A province whose code was refused is not the nation; nothing is guessed."""
    with pytest.raises(Undecided) as error:
        law(DECREE + CUT).time_limit_by_law(configuration, case, channel)
    assert reason(error).key == "law/unread"


# Systems --------------------------------------------------------------------------------------


def hosted(*rows: Tree) -> Value:
    """Return the systems that run the procedure."""
    return law_().running_systems({**CONFIGURATION, "hosting": rows})


MINISTRY: Tree = {"system": "he-thong-bo-mau", "state": "active"}
NAME = "Hệ thống giải quyết TTHC tập trung của Bộ Mẫu"


@pytest.mark.parametrize(
    ("row", "runs"),
    [
        (MINISTRY, True),
        ({**MINISTRY, "state": "preparing"}, False),
        ({**MINISTRY, "state": "read-only"}, False),
        ({**MINISTRY, "from": date(2026, 8, 3)}, True),
        ({**MINISTRY, "from": date(2026, 8, 4)}, False),
        ({**MINISTRY, "until": date(2026, 8, 4)}, True),
        ({**MINISTRY, "until": date(2026, 8, 3)}, False),
    ],
)
def test_a_system_runs_while_it_is_active_on_the_day(row: Tree, runs: bool) -> None:
    assert hosted(row) == ((NAME,) if runs else ())


def test_only_processing_systems_run_a_procedure() -> None:
    assert hosted({"system": "cong-dvcqg", "state": "active"}, MINISTRY) == (NAME,)


def test_no_hosting_at_all_runs_nowhere() -> None:
    assert law_().running_systems(CONFIGURATION) == ()


def test_a_system_of_no_catalogue_is_undecided() -> None:
    with pytest.raises(Undecided) as error:
        hosted({"system": "la", "state": "active"})
    assert reason(error).key == "law/unknown-system"


@pytest.mark.parametrize("key", ["state", "from", "until", "system"])
def test_hosting_that_could_not_be_read_decides_nothing(key: str) -> None:
    with pytest.raises(Undecided):
        hosted({**MINISTRY, key: REFUSED})


def test_hosting_that_is_refused_but_off_in_any_case_decides() -> None:
    assert hosted({**MINISTRY, "state": "off", "from": REFUSED}) == ()
    assert hosted({**MINISTRY, "from": REFUSED, "until": date(2026, 8, 1)}) == ()


# Cited instruments ----------------------------------------------------------------------------


def test_a_cited_text_is_described_as_of_the_day() -> None:
    found = law(DECREE, date(2026, 3, 1)).instrument({"instrument": "00/2099/NĐ-CP"})
    assert isinstance(found, Mapping)
    assert (found["in_force"], found["ends_soon"], found["has_successor"]) == (True, False, False)
    early = law(DECREE, date(2026, 2, 28)).instrument({"instrument": "00/2099/NĐ-CP"})
    assert isinstance(early, Mapping)
    assert early["in_force"] is False


def test_an_unknown_or_ambiguous_text_is_undecided() -> None:
    with pytest.raises(Undecided) as error:
        law(DECREE).instrument({"instrument": "9/NĐ-CP"})
    assert reason(error).key == "law/unknown-instrument"
    twice = DECREE + DECREE.replace("issuer: chinh-phu", "issuer: quoc-hoi")
    with pytest.raises(Undecided) as error:
        law(twice).instrument({"instrument": "00/2099/NĐ-CP"})
    assert reason(error).key == "law/ambiguous-instrument"
    assert law(twice).instrument({"instrument": "00/2099/NĐ-CP", "issuer": "quoc-hoi"})


def test_a_force_that_could_not_be_read_is_neither_in_force_nor_over() -> None:
    for unread in ("force: [x]", "force: {from: x}", "force: {from: 2026-03-01, until: x}"):
        with pytest.raises(Undecided) as error:
            law(DECREE.replace("force: {from: 2026-03-01}", unread)).instrument(
                {"instrument": "00/2099/NĐ-CP"}
            )
        assert reason(error).key == "law/unread"


# Routes ---------------------------------------------------------------------------------------


def routed(duration: str, online: Value = "full") -> Tree:
    """Return a configuration whose route takes `duration` and half a day."""
    (found,) = documents(f"""
        kind: procedure
        code: "9.000001"
        name: Mẫu
        cases:
          - id: default
            channels: [{{channel: online, time_limit: 5 ngày làm việc}}]
        route:
          receives: ttpvhcc-xx
          decides: so-mau-xx
          steps:
            - id: nhan
              owner: ttpvhcc-xx
              role: receive
              duration: 0,5 ngày làm việc
              next: [{{to: ky, on: done}}]
            - id: ky
              owner: so-mau-xx
              role: approve
              duration: {duration}
              next: [{{to: end, on: done}}]
        """)
    return {**found.value, "territory": "XX", "online": {"level": online}}


@pytest.mark.parametrize(
    ("duration", "verdict"),
    [("4 ngày làm việc", "below"), ("4,5 ngày làm việc", "equal"), ("5 ngày làm việc", "exceeds")],
)
def test_the_longest_path_is_held_against_the_limit(duration: str, verdict: str) -> None:
    found = paths.longest_path(law_(), routed(duration), CASE)
    assert isinstance(found, Mapping)
    assert found["verdict"] == verdict
    assert found["limit"] == days(5)
    assert found["steps"] == ("nhan", "ky")


def test_steps_of_another_kind_of_day_or_another_case_leave_the_path_undecided() -> None:
    for configuration, case in ((routed("4 ngày"), CASE), (routed("4 ngày làm việc"), {"id": "x"})):
        with pytest.raises(Undecided) as error:
            paths.longest_path(law_(), configuration, case)
        assert reason(error).key == "law/path-undecided"


def test_a_route_that_ends_elsewhere_names_the_step() -> None:
    assert paths.ends_away_from_receiver(law_(), routed("4 ngày làm việc")) == ("ky",)


def test_a_route_that_is_missing_or_unreadable_ends_nowhere_known() -> None:
    unreadable = {**routed("4 ngày làm việc"), "route": REFUSED}
    with pytest.raises(Undecided) as error:
        paths.ends_away_from_receiver(law_(), unreadable)
    assert reason(error).key == "law/route-unreadable"


@pytest.mark.parametrize("level", ["khác", REFUSED, ()])
def test_an_online_level_that_the_schema_refuses_is_borne(level: Value) -> None:
    assert law_().route(routed("4 ngày làm việc", level)) is not None
