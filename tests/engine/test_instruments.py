"""Dated force of instruments, their successors, and numbers that are not unique."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given

from tests.strategies.documents import documents
from tests.strategies.model import DAYS, validities
from tthc_rules.engine.instruments import Force, Instruments
from tthc_rules.model.text import Text
from tthc_rules.model.validity import Validity

OLD = """
- {kind: instrument, number: 1/NĐ-CP, issuer: chinh-phu, type: nghi-dinh, territory: VN,
   force: {from: 2020-01-01, until: 2027-01-01}}
"""


def register(*rows: str) -> Instruments:
    """Return a register of the old text and further rows."""
    return Instruments(documents(OLD + "\n".join(f"- {{kind: instrument, {row}}}" for row in rows)))


def force(instruments: Instruments, number: str = "1/NĐ-CP") -> Force:
    """Return the force of the only text with this number."""
    (found,) = instruments.find(number, None)
    return instruments.force(found.value)


def newer(relation: str, start: str = "2026-03-01", **more: str) -> str:
    """Return a later decree with one relation to the old one."""
    values = "".join(f", {key.rstrip('_')}: {value}" for key, value in more.items())
    return (
        "number: 2/NĐ-CP, issuer: chinh-phu, type: nghi-dinh, territory: VN, "
        f"force: {{from: {start}}}, relations: [{{kind: {relation}, "
        f"target: {{issuer: chinh-phu, instrument: 1/NĐ-CP}}{values}}}]"
    )


def test_a_text_that_nobody_touches_is_in_force_by_its_own_words() -> None:
    assert force(register()) == Force(date(2020, 1, 1), date(2027, 1, 1))


@pytest.mark.parametrize("relation", ["replaces", "repeals"])
def test_a_replaced_or_repealed_text_ends_on_the_day_the_later_one_begins(relation: str) -> None:
    ended = force(register(newer(relation)))
    assert ended.covers(date(2026, 2, 28))
    assert not ended.covers(date(2026, 3, 1))


def test_a_relation_may_name_its_own_day() -> None:
    assert force(register(newer("repeals", from_="2025-05-01"))).end == date(2025, 5, 1)


def test_the_earliest_of_several_ends_counts() -> None:
    later = newer("repeals", start="2026-09-01").replace("2/NĐ-CP", "3/NĐ-CP")
    assert force(register(later, newer("replaces"))).end == date(2026, 3, 1)
    assert force(register(newer("replaces", start="2030-01-01"))).end == date(2027, 1, 1)


@pytest.mark.parametrize("relation", ["amends", "supplements", "keeps", "follows", "suspends"])
def test_other_relations_end_no_text(relation: str) -> None:
    assert force(register(newer(relation))).end == date(2027, 1, 1)


def test_who_replaces_single_norms_ends_no_text() -> None:
    assert force(register(newer("replaces", norms="[a]"))).end == date(2027, 1, 1)
    one = newer("replaces").replace("instrument: 1/NĐ-CP", "instrument: 1/NĐ-CP, norm: a")
    assert force(register(one)).end == date(2027, 1, 1)


@pytest.mark.parametrize(
    ("relation", "follows"),
    [("replaces", True), ("follows", True), ("repeals", False), ("amends", False)],
)
def test_a_text_has_a_successor_where_one_replaces_or_follows_it(
    relation: str, follows: bool
) -> None:
    instruments = register(newer(relation))
    (old,) = instruments.find("1/NĐ-CP", "chinh-phu")
    (new,) = instruments.find("2/NĐ-CP", None)
    assert instruments.has_successor(old.value) is follows
    assert not instruments.has_successor(new.value)


TWIN = "number: 1/NĐ-CP, issuer: hdnd-xx, type: nghi-quyet-hdnd, territory: XX"


def test_a_number_of_several_issuers_is_ambiguous_until_the_issuer_is_named() -> None:
    instruments = register(TWIN)
    assert len(instruments.find("1/NĐ-CP", None)) == 2
    (found,) = instruments.find("1/NĐ-CP", "hdnd-xx")
    assert found.value["issuer"] == "hdnd-xx"
    assert instruments.find("1/NĐ-CP", "ubnd-xx") == ()
    assert instruments.find("9/NĐ-CP", None) == ()


def test_an_ambiguous_relation_ends_nothing() -> None:
    """Which of the two texts is meant was not said, so neither is out of force."""
    vague = newer("repeals").replace("issuer: chinh-phu, instrument", "instrument")
    instruments = register(TWIN, vague)
    (one,) = instruments.find("1/NĐ-CP", "chinh-phu")
    (other,) = instruments.find("1/NĐ-CP", "hdnd-xx")
    assert instruments.force(one.value).end == date(2027, 1, 1)
    assert instruments.force(other.value).end is None
    assert force(register(vague)).end == date(2026, 3, 1)


def test_the_order_of_the_texts_changes_nothing() -> None:
    texts = documents(OLD + f"- {{kind: instrument, {newer('replaces')}}}")
    for order in (texts, tuple(reversed(texts))):
        assert force(Instruments(order)).end == date(2026, 3, 1)


@given(period=validities(), day=DAYS)
def test_force_covers_the_days_of_its_period(period: Validity, day: date) -> None:
    assert Force(period.start, period.end).covers(day) == period.covers(day)


@pytest.mark.parametrize(("days", "soon"), [(0, False), (30, False), (31, True), (400, True)])
def test_an_end_is_near_within_the_horizon(days: int, soon: bool) -> None:
    ends = Force(None, date(2026, 8, 1))
    assert ends.ends_within(date(2026, 7, 1), days) is soon
    assert not ends.ends_within(date(2026, 8, 1), days)
    assert not Force(None, None).ends_within(date(2026, 7, 1), days)


@given(day=DAYS)
def test_the_last_day_is_still_in_force_as_people_write_it(day: date) -> None:
    text = Force(None, day + timedelta(days=1)).text()
    assert text == Text(f"đến hết {day:%d/%m/%Y}", f"to the end of {day.isoformat()}")


def test_a_period_is_written_in_both_languages() -> None:
    both = Force(date(2025, 7, 1), date(2026, 7, 1)).text()
    assert both == Text(
        "từ 01/07/2025 đến hết 30/06/2026", "from 2025-07-01 to the end of 2026-06-30"
    )
    assert Force(None, None).text() == Text("chưa rõ thời gian", "at unknown times")
