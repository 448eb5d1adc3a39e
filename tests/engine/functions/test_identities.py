"""What rules ask of codes, names, cited texts, decisions and calendars."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.engine.test_law import law
from tests.strategies.documents import blueprint, document
from tthc_rules.engine.functions import calendars, decisions, identities, instruments, texts
from tthc_rules.engine.law import Law
from tthc_rules.engine.references import References
from tthc_rules.engine.subjects import citations, codes
from tthc_rules.lang.undecided import Undecided
from tthc_rules.model.values import REFUSED, Tree, Value

TEXT = """
kind: instrument
number: 00/2099/NĐ-CP
issuer: chinh-phu
type: nghi-dinh
signed: 2020-01-05
force: {from: 2020-03-01}
territory: VN
"""
REPEALING = """
kind: instrument
number: 01/2099/NĐ-CP
issuer: chinh-phu
type: nghi-dinh
signed: 2026-01-05
force: {from: 2026-03-01}
territory: VN
relations:
  - {kind: repeals, target: {issuer: chinh-phu, instrument: 00/2099/NĐ-CP, at: khoản 9 Điều 1}}
"""
CODES = st.from_regex(r"[1-9]\.[0-9]{6}", fullmatch=True)
WORDS = st.text(alphabet="abcđêhi ", max_size=20)


def answer(value: Value) -> Tree:
    """Return an answer record."""
    assert isinstance(value, Mapping)
    return value


def cites(**more: Value) -> Tree:
    """Return a use of a citation of the made-up decree."""
    return {"instrument": "00/2099/NĐ-CP", "issuer": "chinh-phu", "supports": "other", **more}


# Names ---------------------------------------------------------------------------------------


@given(WORDS, CODES, WORDS)
def test_a_name_without_its_code_holds_none(before: str, code: str, after: str) -> None:
    name = f"{before} ({code}) {after}"
    assert texts.codes_in(name) == code
    assert texts.codes_in(texts.without_codes(name)) == ""


@given(st.text(alphabet="ab ", max_size=30))
def test_single_spacing_changes_spaces_alone_and_is_done_once(name: str) -> None:
    once = texts.single_spaced(name)
    assert "  " not in once
    assert texts.single_spaced(once) == once
    assert once.replace(" ", "") == name.replace(" ", "")


@pytest.mark.parametrize(
    ("name", "levels"),
    [
        ("Cấp giấy (cấp Tỉnh) (1.010729)", ("province",)),
        ("Cấp giấy (thực hiện tại cấp Trung ương)", ("central",)),
        ("Đăng ký xe thực hiện tại cấp tỉnh,  cấp xã", ("province", "commune")),
        ("Cấp giấy (cấp Bộ)", ("central",)),
        ("Chuyển rừng thuộc thẩm quyền của Chủ tịch UBND cấp tỉnh", ()),
        ("Cấp giấy (thay thế - cấp Bộ)", ()),
        ("Cấp xã hội phí", ()),
    ],
)
def test_a_level_is_read_from_the_closing_phrase_alone(name: str, levels: tuple[str, ...]) -> None:
    assert texts.levels_in_name(name) == levels


# Codes and bodies ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("role", "code", "known"),
    [
        ("procedure", "1.000948", True),
        ("procedure", "1.000948.H38", True),
        ("procedure", "1.004227.000.00.00.H41", True),
        ("procedure", "2.000815.000.00.00.H55.02", True),
        ("procedure", "1.000948.38", False),
        ("procedure", "1.004227.000.00.H41", False),
        ("result", "KQ.G10.000272", True),
        ("result", "KQ.G10.272", False),
        ("agency", "000.00.00.H41", True),
        ("agency", "H15.50.05.13", True),
        ("agency", "41.H", False),
    ],
)
def test_the_forms_of_codes_in_use_are_known(role: str, code: str, *, known: bool) -> None:
    assert identities.has_known_form({"role": role, "code": code}) is known


def test_every_code_of_a_province_that_kept_its_name_is_open() -> None:
    known = law()
    open_codes = [
        row.value["agency_code"]
        for row in known.register.all("territory")
        if "agency_code" in row.value and not str(row.value["id"]).startswith("pre-")
    ]
    assert len(open_codes) == 34
    for code in open_codes:
        assert answer(identities.closed_code(known, {"code": code}))["is_closed"] is False


def test_29_codes_were_closed_by_the_merger_and_name_what_follows() -> None:
    """09/2025/QĐ-TTg: the merged province keeps the code of the predecessor whose name it bears."""
    known = law()
    old = [row.value for row in known.register.all("territory") if "agency_code" in row.value]
    codes = sorted({str(row["agency_code"]) for row in old})
    closed = [
        answer(identities.closed_code(known, {"code": f"KQ.{code}.000001"})) for code in codes
    ]
    gone = [one for one in closed if one["is_closed"]]
    assert len(gone) == 29
    assert all(one["successor"] for one in gone)


def test_before_the_merger_no_code_is_closed() -> None:
    earlier = law(day=date(2025, 6, 30))
    assert answer(identities.closed_code(earlier, {"code": "H46"}))["is_closed"] is False


def test_a_code_names_the_province_that_bears_it() -> None:
    assert answer(identities.code_owner(law(), "KQ.H41.000031"))["territory"] == "40"
    assert answer(identities.code_owner(law(), "KQ.G15.000031"))["is_province"] is False


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("UBND tỉnh Quảng Bình", "Quảng Bình"),
        ("UBND tỉnh Quảng Bình Đông", ""),
        ("UBND xã Quảng Bình", ""),
        ("UBND tỉnh Quảng Trị", ""),
    ],
)
def test_a_former_province_is_seen_after_the_word_for_province(name: str, found: str) -> None:
    assert answer(identities.former_province(law(), name))["name"] == found


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.integers(0, 9999))
def test_a_dossier_number_holds_a_real_day(day: date, sequence: int) -> None:
    assert identities.is_dossier_number(f"H41.2-{day:%y%m%d}-{sequence:04}") is True
    assert identities.is_dossier_number(f"H41.2-{day:%y}13{day:%d}-{sequence:04}") is False


@pytest.mark.parametrize("name", ["CẤP  GIẤY MẪU", "Cấp giấy mẫu.", "Cấp giấy mẫu"])
def test_a_name_differs_by_more_than_case_spaces_and_composition(name: str) -> None:
    known = replace(law(), publications={"9.000001": {"name": "Cấp giấy mẫu"}})
    asked: Tree = {"code": "9.000001", "name": name}
    assert answer(identities.published_name(known, asked))["differs"] is False
    other: Tree = {"code": "9.000001", "name": "Cấp GM"}
    assert answer(identities.published_name(known, other))["differs"] is True


def test_a_name_without_a_publication_is_undecided() -> None:
    with pytest.raises(Undecided):
        identities.published_name(law(), {"code": "9.000001", "name": "Cấp giấy mẫu"})


# Uses ----------------------------------------------------------------------------------------

CONFIGURED = """
kind: configuration
procedure: "9.000001"
territory: XX
overrides:
  results: [{id: giay, name: Giấy mẫu, code: KQ.H99.000001}]
  supplement: {max: 1, basis: {instrument: 1/NĐ-CP}}
  waivers: [{id: mien, charge: le-phi-mau, payable: thu bằng 0%, basis: {instrument: 2/NĐ-CP}}]
  cases:
    - id: default
      channels:
        - channel: online
          time_limit: 3 ngày làm việc
          basis: {instrument: 3/NĐ-CP}
          fees: [{charge: phi-mau, type: fee, amount: 10 đồng, basis: {instrument: 4/NĐ-CP}}]
"""


def test_a_citation_says_what_it_supports_and_whose_it_is() -> None:
    entry = document(CONFIGURED)
    uses = [use.value for use in citations(entry, "9.000001 XX", References(blueprint()))]
    assert {use["instrument"]: use["supports"] for use in uses} == {
        "1/NĐ-CP": "other",
        "2/NĐ-CP": "waiver",
        "3/NĐ-CP": "time-limit",
        "4/NĐ-CP": "fee",
    }
    assert {(use["procedure"], use["territory"]) for use in uses} == {("9.000001", "XX")}


def test_every_code_in_use_stands_where_it_is_written() -> None:
    entry = document(CONFIGURED)
    found = {use.value["code"]: use.place(("code",)).path for use in codes(entry, "9.000001 XX")}
    assert found == {"9.000001": "procedure", "KQ.H99.000001": "results/giay/code"}


# Cited texts ---------------------------------------------------------------------------------


def asked(name: str, known: Law, tree: Tree) -> Tree:
    """Return what a function on cited texts answers."""
    function: Callable[[Tree], Value] = getattr(instruments.Cited(known), name)
    return answer(function(tree))


@pytest.mark.parametrize(
    ("at", "repealed"),
    [
        ("Điều 1 khoản 9", True),
        ("điểm a khoản 9 Điều 1", True),
        ("Điều 1", False),
        ("khoản 9 Điều 11", False),
        ("khoản 90 Điều 1", False),
        ("phụ lục", False),
    ],
)
def test_what_lies_in_a_repealed_provision_is_repealed(at: str, *, repealed: bool) -> None:
    known = law(both())
    assert asked("repealed_part", known, cites(at=at))["is_repealed"] is repealed


def both() -> str:
    """Return the made-up decree and the one that repeals a clause of it, as one list."""
    return "".join("- " + text.strip().replace("\n", "\n  ") + "\n" for text in (TEXT, REPEALING))


def test_a_repealed_provision_does_not_end_the_text() -> None:
    known = law(both())
    (found,) = known.instruments.find("00/2099/NĐ-CP", "chinh-phu")
    assert known.instruments.force(found.value).end is None
    relation = known.world.texts["chinh-phu 01/2099/NĐ-CP"].relations[0]
    assert relation.norms == ()


def test_a_repeal_takes_effect_on_its_day() -> None:
    before, on = (law(both(), day) for day in (date(2026, 2, 28), date(2026, 3, 1)))
    use = cites(at="Điều 1 khoản 9")
    assert asked("repealed_part", before, use)["is_repealed"] is False
    assert asked("repealed_part", on, use)["is_repealed"] is True


def test_a_text_of_the_nation_applies_everywhere() -> None:
    known = law(TEXT)
    for place in ("XX", "XX-1", "40"):
        assert asked("reach", known, cites(territory=place))["is_elsewhere"] is False
    assert asked("reach", known, cites())["is_elsewhere"] is False


def test_what_is_not_registered_is_undecided() -> None:
    for name in ("standing", "repealed_part", "reach", "competence"):
        with pytest.raises(Undecided):
            asked(name, law(), cites())


@pytest.mark.parametrize(
    ("number", "well_formed"),
    [
        ("1649/QĐ-BNNMT", True),
        ("04/QĐ-BNNMT", True),
        ("885/QĐ-BCA-C06", True),
        ("2304a/QĐ-NHNN", True),
        ("12/2025/QĐ-UBND", True),
        ("878/QĐ-TTg", True),
        ("QĐ/0001-BCA", False),
        ("Demo/QĐ-BCA", False),
        ("92/QD-BTP", False),
        ("1763/QĐ-BNNNMT", False),
        ("000/QĐ-BCA", False),
        ("", False),
    ],
)
def test_the_number_of_a_decision_has_a_form(number: str, *, well_formed: bool) -> None:
    found = answer(decisions.Decisions(law()).number_form(number))
    assert found["is_well_formed"] is well_formed


def test_a_publication_without_a_decision_has_no_publisher() -> None:
    with pytest.raises(Undecided):
        decisions.Decisions(law()).publisher({"sector": "linh-vuc-mau"})


# Calendars -----------------------------------------------------------------------------------


def year(number: int, days: Iterable[Tree]) -> Tree:
    """Return a year's calendar with these days."""
    return {"kind": "calendar", "year": number, "days": tuple(days)}


def off(day: date, kind: str = "holiday", **more: Value) -> Tree:
    """Return a listed day."""
    return {"date": day, "kind": kind, **more}


INSIDE = st.dates(date(2021, 1, 1), date(2090, 11, 1)).filter(
    lambda day: (day.month, day.day) < (12, 29)
)
"""Days whose next working day is of the same year whatever the weekday."""


@given(INSIDE)
def test_a_holiday_lacks_a_make_up_exactly_on_a_day_of_rest(day: date) -> None:
    """45/2019/QH14, Article 111(3): "được nghỉ bù vào ngày làm việc kế tiếp"."""
    found = answer(calendars.make_up_missing(year(day.year, [off(day)])))
    assert found["is_missing"] is (day.isoweekday() in (6, 7))


def test_a_holiday_made_up_in_the_next_year_is_left_open() -> None:
    saturday = date(2050, 12, 31)
    with pytest.raises(Undecided):
        calendars.make_up_missing(year(2050, [off(saturday)]))


@given(INSIDE)
def test_a_paired_make_up_day_makes_up(day: date) -> None:
    later = day + timedelta(days=3)
    known = year(day.year, [off(day), off(later, "makeup_off", pair=day)])
    assert answer(calendars.make_up_missing(known))["is_missing"] is False


@given(st.integers(2020, 2090))
def test_the_culture_day_is_due_from_2026(number: int) -> None:
    """28/2026/QH16, Article 2."""
    day = date(number, 11, 24)
    without = answer(calendars.culture_day(year(number, ())))
    listed = answer(calendars.culture_day(year(number, [off(day)])))
    assert without["is_missing"] is (number >= 2026 and day.isoweekday() < 6)
    assert listed["is_early"] is (number < 2026)
    assert listed["is_missing"] is False


@given(st.integers(0, 7), st.integers(0, 3))
def test_days_off_are_counted_by_occasion(tet: int, national: int) -> None:
    days = [off(date(2090, 2, 1 + index), occasion="tet") for index in range(tet)]
    days += [off(date(2090, 9, 1 + index), occasion="national") for index in range(national)]
    assert calendars.holiday_count(year(2090, days)) == {"tet": tet, "national": national}


@pytest.mark.parametrize(
    "ask", [calendars.holiday_count, calendars.culture_day, calendars.make_up_missing]
)
def test_days_that_could_not_be_read_are_undecided(ask: Callable[[Tree], Value]) -> None:
    broken: Tree = {"date": REFUSED, "kind": "holiday"}
    unread: tuple[Value, ...] = (REFUSED, (broken,))
    for days in unread:
        with pytest.raises(Undecided):
            ask({"year": 2090, "days": days})
