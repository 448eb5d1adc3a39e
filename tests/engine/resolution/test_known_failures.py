"""Failures of comparable engines that must not happen here."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.engine.resolution.country import (
    DAY,
    FORCE,
    ask,
    ceiling,
    days,
    decision,
    decree,
    norm,
    text,
    when,
    world,
)
from tthc_rules.engine.resolution import (
    Answer,
    Cause,
    Conflict,
    Fault,
    Gap,
    Irregularity,
    MissingFacts,
    Resolution,
    Status,
    receipt,
    resolve,
)
from tthc_rules.model.law import Form, Instrument, Relation, RelationKind
from tthc_rules.model.quantities import DayKind, TimeLimit
from tthc_rules.model.validity import Validity


def _answer(found: Resolution) -> Answer:
    assert isinstance(found, Answer)
    return found


def _statuses(found: Resolution) -> dict[str, Status]:
    assert not isinstance(found, MissingFacts)
    return {aside.norm: aside.status for aside in found.set_aside}


def test_an_incompetent_higher_norm_does_not_hide_a_valid_one() -> None:
    """A circular fills the province's slot: rejected, and the province's decision answers."""
    circular = text("tt", "bo-a", "thong-tu", norm("tt.1", 2, fills="nd.1"))
    found = _answer(
        resolve(
            world([decree(ceiling("nd.1", 5)), circular, decision(norm("qd.1", 3, fills="nd.1"))]),
            ask(),
        )
    )
    assert (found.value, found.cites) == (days(3), ("qd.1",))
    assert _statuses(found)["tt.1"] is Status.REJECTED
    assert found.irregularities == (Irregularity(Fault.WRONG_ISSUER, norms=frozenset({"tt.1"})),)


def test_an_unloadable_exception_does_not_vanish_from_the_trace() -> None:
    """The condition of an exception cannot be read: the answer hangs on it, and says so."""
    broken = norm("nd.2", 2, exception_to=("nd.1",), defects=("when",))
    asked = world([decree(ceiling("nd.1", 5), broken)])
    found = resolve(asked, ask())
    assert isinstance(found, MissingFacts)
    assert found.names == ("norm:nd.2.when",)
    assert '"norm":"nd.2"' in receipt(asked, ask()).json()


def test_an_unloadable_norm_that_changes_nothing_still_stands_in_the_receipt() -> None:
    """It repeats the value of the base: the answer stands and cites it."""
    broken = norm("nd.2", 5, exception_to=("nd.1",), defects=("when",))
    found = _answer(resolve(world([decree(ceiling("nd.1", 5), broken)]), ask()))
    assert found.cites == ("nd.1", "nd.2")


@pytest.mark.parametrize(("online", "expected"), [(True, 2), (False, 5)])
def test_an_exception_keeps_its_condition(*, online: bool, expected: int) -> None:
    """An exception reaches as far as its condition, not as far as its link."""
    exception = norm("nd.2", 2, exception_to=("nd.1",), when=when("channel", "online"))
    asked = world([decree(ceiling("nd.1", 5), exception)])
    found = _answer(resolve(asked, ask(channel="online" if online else "direct")))
    assert found.value == days(expected)


def test_a_local_norm_is_not_silent_for_part_of_the_territory() -> None:
    """One commune set less: asked for the province, the place is a missing fact."""
    local = text("xa", "ubnd-xx-1", "quyet-dinh-ubnd-xa", norm("xa.1", 2))
    asked = world([decree(norm("nd.1", 5, Form.CEILING, bound_is_default=True)), local])
    found = resolve(asked, ask())
    assert isinstance(found, MissingFacts)
    assert found.names == ("territory",)
    assert ("xa.1", ("cited", "other_territory")) in found.open_norms
    assert _answer(resolve(asked, ask(territory="XX-1"))).value == days(2)
    assert _answer(resolve(asked, ask(territory="XX-2"))).value == days(5)


def test_a_stale_parameter_is_not_used_for_a_later_year_without_a_word() -> None:
    """The amount was set for one year: the year after there is a gap that names it."""
    until = date(2100, 1, 1)
    asked = world([decree(norm("nd.1", 5), force=Validity(FORCE, until))])
    assert _answer(resolve(asked, ask(day=until - timedelta(days=1)))).value == days(5)
    found = resolve(asked, ask(day=until))
    assert isinstance(found, Gap)
    assert _statuses(found) == {"nd.1": Status.ENDED}
    assert found.set_aside[0].day == until


@pytest.mark.parametrize("offset", range(-2, 3))
def test_nothing_crashes_on_the_days_around_an_end_date(offset: int) -> None:
    """Every base, slot and exception may be gone on the day, in any combination."""
    until = date(2099, 9, 1)
    norms = (
        ceiling("nd.1", 5, validity=Validity(None, until)),
        norm("nd.2", 2, exception_to=("nd.1",), when=when("poor")),
        norm("nd.3", None, Form.SWITCH_OFF, exception_to=("nd.2",)),
    )
    filler = decision(norm("qd.1", 3, fills="nd.1"))
    day = until + timedelta(days=offset)
    found = resolve(world([decree(*norms), filler]), ask(day=day, facts={"poor": True}))
    assert isinstance(found, Answer if offset < 0 else Gap)


def test_a_rename_does_not_change_a_result() -> None:
    """Two texts of one rank and two houses: a conflict under any names."""
    for first, second in (("a", "b"), ("b", "a"), ("10", "9")):
        texts = [
            text(first, "bo-a", "thong-tu", norm(f"{first}.1", 5)),
            text(second, "ubnd-xx", "quyet-dinh-ubnd", norm(f"{second}.1", 4)),
        ]
        equal = [replace(texts[0], type="quyet-dinh-ubnd"), texts[1]]
        found = resolve(world(equal), ask())
        assert isinstance(found, Conflict)
        assert found.values == (days(4), days(5))


def test_a_text_whose_first_day_is_not_known_decides_nothing() -> None:
    """Whether the exception is in force is the missing fact, named by the text's number."""
    exception = norm("ex.1", 2, exception_to=("nd.1",))
    unknown = text("ex", "cp", "nghi-dinh", exception, number="66/2098/NĐ-CP", force=None)
    found = resolve(world([decree(ceiling("nd.1", 5)), unknown]), ask())
    assert isinstance(found, MissingFacts)
    assert found.names == ("instrument:66/2098/NĐ-CP.force",)


def test_a_text_whose_first_day_is_not_known_asks_nothing_where_it_changes_nothing() -> None:
    """It could not apply anyway: it fills a slot that is not its own."""
    unknown = text("tt", "bo-a", "thong-tu", norm("tt.1", 2, fills="nd.1"), force=None)
    found = _answer(resolve(world([decree(ceiling("nd.1", 5)), unknown]), ask()))
    assert found.value == days(5)


def test_too_many_open_facts_are_said_and_not_guessed() -> None:
    """More than 256 possibilities are not examined."""
    norms = [
        norm(f"nd.{number}", number, exception_to=("nd.0",), when=when(f"fact.{number}"))
        for number in range(1, 10)
    ]
    found = resolve(world([decree(ceiling("nd.0", 20), *norms)]), ask())
    assert isinstance(found, MissingFacts)
    assert found.cause is Cause.TOO_MANY
    assert found.names == tuple(f"fact.{number}" for number in range(1, 10))


def test_an_order_that_hangs_on_the_calendar_is_not_guessed() -> None:
    """Whether 7 working days lie within 10 days depends on the day of reception."""
    ten = TimeLimit(DayKind.DAY, days(10).amount)
    texts = [
        decree(ceiling("nd.1", 10, value=ten)),
        decision(norm("qd.1", 7, fills="nd.1")),
    ]
    found = resolve(world(texts), ask())
    assert isinstance(found, MissingFacts)
    assert (found.cause, found.pairs) == (Cause.ORDER, ((days(7), ten),))
    told = _answer(resolve(world(texts, order=lambda _one, _two: True), ask()))
    assert told.value == days(7)


def test_texts_that_repeal_each_other_from_one_day_do_nothing_to_each_other() -> None:
    """A relation that hangs on itself does not work, whichever is asked first."""
    start = date(2099, 3, 1)

    def repealing(key: str, other: str) -> Instrument:
        relation = Relation(RelationKind.REPEALS, other, start=start)
        return text(key, "cp", "nghi-dinh", norm(f"{key}.1", 5), relations=(relation,))

    texts = [repealing("one", "two"), repealing("two", "one")]
    for order in (texts, texts[::-1]):
        assert _answer(resolve(world(order), ask(day=DAY))).cites == ("one.1", "two.1")
