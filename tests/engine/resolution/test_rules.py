"""Corners of the rules that the vectors do not reach."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest

from tests.engine.resolution.country import (
    DAY,
    FORCE,
    PROVINCE,
    ask,
    ceiling,
    days,
    decision,
    decree,
    norm,
    text,
    world,
)
from tthc_rules.engine.resolution import (
    Answer,
    Conflict,
    Fault,
    Gap,
    Irregularity,
    MissingFacts,
    Resolution,
    Status,
    World,
    resolve,
    timeline,
)
from tthc_rules.model.conditions import Compare, Comparison
from tthc_rules.model.law import (
    AttributePolicy,
    Bases,
    Combine,
    Delegation,
    Favourable,
    Form,
    Measure,
    Norm,
    PublicationEvidence,
    Query,
    Relation,
    RelationKind,
    Share,
    Subject,
    Unseen,
)
from tthc_rules.model.quantities import DayKind, Money, Rate, TimeLimit
from tthc_rules.model.validity import Validity

UNTIL = date(2099, 5, 1)
WORKING = DayKind.WORKING_DAY


def value(found: Resolution) -> object:
    """Return the value of an answer."""
    assert isinstance(found, Answer), found
    return found.value


def statuses(found: Resolution) -> dict[str, Status]:
    """Return what became of the norms set aside."""
    assert not isinstance(found, MissingFacts)
    return {item.norm: item.status for item in found.set_aside}


def test_a_suspension_ends_with_the_text_that_suspends() -> None:
    """Rule 3: "the end of an exception or of a suspension does" revive."""
    stop = Relation(RelationKind.SUSPENDS, "qd")
    order = text("stop", "cp", "nghi-dinh", relations=(stop,), force=Validity(FORCE, UNTIL))
    filler = decision(norm("qd.1", 3, fills="nd.1"))
    asked = world([decree(ceiling("nd.1", 5)), filler, order])
    before = resolve(asked, ask(day=UNTIL - timedelta(days=1)))
    assert (value(before), statuses(before)) == (days(5), {"qd.1": Status.SUSPENDED})
    assert value(resolve(asked, ask(day=UNTIL))) == days(3)


@pytest.mark.parametrize(("filed", "expected"), [(UNTIL - timedelta(days=1), 5), (UNTIL, 3)])
def test_a_suspension_ends_on_the_day_that_the_ending_text_goes_by(
    filed: date, expected: int
) -> None:
    """Rule 1: "an end caused by another text is tested on the `applies_by` of *that* text"."""
    order = text("stop", "cp", "nghi-dinh", relations=(Relation(RelationKind.SUSPENDS, "qd"),))
    repeal = Relation(RelationKind.REPEALS, "stop")
    given = {"force": Validity(UNTIL), "relations": (repeal,), "applies_by": ("filing",)}
    last = text("last", "cp", "nghi-dinh", **given)
    filler = decision(norm("qd.1", 3, fills="nd.1"))
    asked = world([decree(ceiling("nd.1", 5)), filler, order, last])
    query = ask(events={"reception": DAY, "filing": filed})
    assert value(resolve(asked, query)) == days(expected)


def test_what_a_dead_text_would_have_repealed_lives() -> None:
    """One repealed two and lapsed; two was to repeal three afterwards, but stays dead."""
    lapsing = text(
        "one",
        "cp",
        "nghi-dinh",
        force=Validity(FORCE, UNTIL),
        relations=(Relation(RelationKind.REPEALS, "two"),),
    )
    late = Relation(RelationKind.REPEALS, "nd", start=UNTIL + timedelta(days=1))
    dead = text("two", "cp", "nghi-dinh", relations=(late,))
    asked = world([decree(norm("nd.1", 5)), lapsing, dead])
    assert value(resolve(asked, ask(day=DAY))) == days(5)


def test_a_rejected_norm_is_no_link_in_a_chain() -> None:
    """Rule 8: "taken transitively through norms that are in force, in place and not rejected"."""
    foreign = text("tt", "bo-a", "thong-tu", norm("tt.1", 3, fills="nd.1"))
    base = norm("nd.1", 5, delegation=Delegation(PROVINCE))
    top = norm("nd.2", 7, exception_to=("tt.1",))
    found = resolve(world([decree(base, top), foreign]), ask())
    assert isinstance(found, Conflict)
    assert found.norms == ("nd.1", "nd.2")


def test_a_bound_beaten_by_a_later_bound_binds_no_longer() -> None:
    """Rule 10: only bounds that stand, or were beaten along a filling, are asserted."""
    old = text(
        "old", "cp", "nghi-dinh", ceiling("old.1", 4), promulgated=FORCE - timedelta(days=30)
    )
    circular = text("tt", "bo-a", "thong-tu", norm("tt.1", 5))
    found = resolve(world([old, decree(ceiling("nd.1", 8)), circular]), ask())
    assert (value(found), statuses(found)["old.1"]) == (days(5), Status.DEFEATED)


def test_a_coincidence_of_an_unseen_amount_is_no_evidence() -> None:
    """The circular's unseen amount might equal the decree's; it is not cited for that."""
    circular = text("tt", "bo-a", "thong-tu", norm("tt.1", None, value=Unseen(Measure.WORKING_DAY)))
    found = resolve(world([decree(norm("nd.1", 5)), circular]), ask())
    assert isinstance(found, Answer)
    assert (found.value, found.cites) == (days(5), ("nd.1",))
    assert found.irregularities == (
        Irregularity(Fault.UNDECLARED_OVERLAP, norms=frozenset({"nd.1", "tt.1"})),
    )


def test_an_unseen_ceiling_leaves_the_filling_undecided() -> None:
    """Whether 3 days lie within a ceiling nobody read is not known."""
    unseen = ceiling("nd.1", 5, value=Unseen(Measure.WORKING_DAY))
    found = resolve(world([decree(unseen), decision(norm("qd.1", 3, fills="nd.1"))]), ask())
    assert isinstance(found, MissingFacts)
    assert found.names == ("norm:nd.1.value",)


@pytest.mark.parametrize("competent", [True, False])
def test_a_kept_filling_outlives_its_base_only_if_kept_by_who_may(*, competent: bool) -> None:
    """Rule 3: "`base_not_in_force` unless a text `keeps` it"."""
    ending = decree(ceiling("nd.1", 5), force=Validity(FORCE, UNTIL))
    keeping = text(
        "keep",
        *(("cp", "nghi-dinh") if competent else ("ubnd-xx-1", "quyet-dinh-ubnd-xa")),
        relations=(Relation(RelationKind.KEEPS, "qd"),),
    )
    filler = decision(norm("qd.1", 3, fills="nd.1"))
    found = resolve(world([ending, filler, keeping]), ask(day=DAY))
    if competent:
        assert value(found) == days(3)
        return
    assert isinstance(found, Gap)
    assert statuses(found)["qd.1"] is Status.BASE_NOT_IN_FORCE
    assert {item.fault for item in found.irregularities} == {
        Fault.BASE_NOT_IN_FORCE,
        Fault.BEYOND_COMPETENCE,
    }


def test_switch_offs_in_a_circle_do_nothing_to_each_other() -> None:
    """Both still switch off what lies outside the circle."""
    one = norm("nd.3", None, Form.SWITCH_OFF, exception_to=("nd.4", "nd.2"))
    two = norm("nd.4", None, Form.SWITCH_OFF, exception_to=("nd.3",))
    exception = norm("nd.2", 2, exception_to=("nd.1",))
    found = resolve(world([decree(ceiling("nd.1", 5), exception, one, two)]), ask())
    assert value(found) == days(5)
    assert statuses(found) == {"nd.2": Status.SWITCHED_OFF, "nd.4": Status.NO_EFFECT}
    assert isinstance(found, Answer)
    assert [item.fault for item in found.irregularities] == [Fault.CYCLE]


def test_a_switched_off_switch_off_removes_nothing() -> None:
    first = norm("nd.3", None, Form.SWITCH_OFF, exception_to=("nd.2",))
    second = norm("nd.4", None, Form.SWITCH_OFF, exception_to=("nd.3",))
    exception = norm("nd.2", 2, exception_to=("nd.1",))
    found = resolve(world([decree(ceiling("nd.1", 5), exception, first, second)]), ask())
    assert value(found) == days(2)
    assert isinstance(found, Answer)
    assert found.cites == ("nd.2", "nd.4")


# Charges ---------------------------------------------------------------------------------


def charge(key: str, form: Form, amount: Any, **other: Any) -> Norm:
    """Return a norm on the charge."""
    subject = other.pop("subject", Subject(charges=("le-phi-a",)))
    return Norm(key, "charge", form, subject, amount, **other)


def due(asked: World, **other: Any) -> Resolution:
    """Ask for the charge."""
    query = Query(
        "charge", charge="le-phi-a", territory="XX", channel="online", events={"reception": DAY}
    )
    return resolve(asked, replace(query, **other))


def test_of_several_supports_the_greatest_stands_alone() -> None:
    """As with modifiers, nothing is stacked."""
    base = decree(charge("nd.1", Form.VALUE, Money(70_000)))
    council = text(
        "nq",
        "hdnd-xx",
        "nghi-quyet-hdnd",
        charge("nq.1", Form.SUPPORT, Share(Fraction(1, 2))),
        charge("nq.2", Form.SUPPORT, Money(20_000)),
    )
    found = due(world([base, council]))
    assert isinstance(found, Answer)
    assert found.support is not None
    assert (found.support.amount, found.support.cites) == (Money(35_000), ("nq.1",))
    assert statuses(found) == {"nq.2": Status.NOT_CHOSEN}


def test_a_part_of_a_dong_is_not_rounded() -> None:
    base = charge("nd.1", Form.VALUE, Money(1_001))
    half = charge("nd.2", Form.RATE, Rate(Fraction(1, 2)))
    found = due(world([decree(base, half)]))
    assert getattr(value(found), "dong", None) == Fraction(1_001, 2)


def test_a_rate_that_does_not_follow_a_replacement_loses_its_base() -> None:
    old = text(
        "old", "cp", "nghi-dinh", charge("old.1", Form.VALUE, Money(10)), force=Validity(FORCE)
    )
    new = text(
        "new",
        "cp",
        "nghi-dinh",
        charge("new.1", Form.VALUE, Money(30)),
        force=Validity(UNTIL),
        relations=(Relation(RelationKind.REPLACES, "old"),),
    )
    for follows, expected in ((True, Money(0)), (False, Money(30))):
        rate = charge(
            "nd.1",
            Form.WAIVER,
            None,
            subject=None,
            of=Bases(instruments=("old",)),
            follows_replacement=follows,
        )
        assert value(due(world([old, new, decree(rate)]))) == expected


def test_a_timeline_cuts_at_support_and_at_drift() -> None:
    base = decree(charge("nd.1", Form.VALUE, Money(70_000)))
    council = text(
        "nq",
        "hdnd-xx",
        "nghi-quyet-hdnd",
        charge("nq.1", Form.SUPPORT, Share(Fraction(1))),
        force=Validity(date(2099, 4, 1)),
    )
    told = PublicationEvidence("cb", "9.1", "charge", Money(0), Validity(UNTIL))
    query = Query("charge", procedure="9.1", charge="le-phi-a", territory="XX")
    asked = world([base, council], publications=[told])
    found = timeline(asked, query, FORCE, date(2099, 12, 31))
    assert [(one.start, one.drift) for one in found] == [
        (FORCE, ()),
        (date(2099, 4, 1), ()),
        (UNTIL, ("cb",)),
    ]


def test_a_timeline_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="ends on"):
        timeline(world([]), ask(), DAY, DAY)


def test_an_event_that_did_not_happen_gives_no_day() -> None:
    """The attribute's own event is asked for; a clause that hangs on another begins never."""
    asked = world([decree(ceiling("nd.1", 5), applies_by=("filing",))])
    never = resolve(asked, ask(events={"reception": DAY, "filing": None}))
    assert statuses(never) == {"nd.1": Status.NOT_YET}
    nothing = resolve(asked, ask(events={"reception": None, "filing": DAY}))
    assert isinstance(nothing, MissingFacts)
    assert nothing.names == ("event.reception",)


@pytest.mark.parametrize("amounts", [(3, 3), (3, 5)])
def test_two_clauses_that_cover_every_number_with_one_value_ask_for_no_number(
    amounts: tuple[int, int],
) -> None:
    """Rule 5: a name is missing only if two of its values give different outcomes."""
    small, large = (
        norm(f"nd.{comparison.value}", amount, when=Compare("area", comparison, 500))
        for comparison, amount in zip((Comparison.LT, Comparison.GE), amounts, strict=True)
    )
    found = resolve(world([decree(small, large)]), ask())
    if amounts[0] == amounts[1]:
        assert isinstance(found, Answer)
        assert found.cites == ("nd.ge", "nd.lt")
    else:
        assert isinstance(found, MissingFacts)
        assert found.names == ("area",)


def test_a_modifier_of_a_filling_whose_slot_ended_has_no_base_in_force() -> None:
    """Rule 3: what hangs on a text that ended is not in force, whatever its own days."""
    slot = charge("nd.1", Form.DELEGATION, None, delegation=Delegation(PROVINCE))
    ended = decree(slot, force=Validity(FORCE, UNTIL))
    filling = charge("qd.1", Form.VALUE, Money(70_000), fills="nd.1")
    half = charge("qd.2", Form.RATE, Rate(Fraction(1, 2)), of=Bases(("qd.1",)))
    found = due(world([ended, decision(filling, half)]))
    assert isinstance(found, Gap)
    dead = Status.BASE_NOT_IN_FORCE
    assert statuses(found) == {"nd.1": Status.ENDED, "qd.1": dead, "qd.2": dead}


def test_an_act_without_competence_on_what_is_not_here_is_no_finding() -> None:
    """Rule 3: said "while it would have one here", not where a slot is of another territory."""
    slot = decree(norm("nd.1", 5, delegation=Delegation(PROVINCE), territory="YY"))
    repeal = Relation(RelationKind.REPEALS, "qd")
    foreign = text("tt", "ubnd-yy", "quyet-dinh-ubnd", relations=(repeal,))
    found = resolve(world([slot, decision(norm("qd.1", 3, fills="nd.1")), foreign]), ask())
    assert isinstance(found, Gap)
    assert statuses(found) == dict.fromkeys(("nd.1", "qd.1"), Status.OTHER_TERRITORY)
    assert found.irregularities == ()


@pytest.mark.parametrize(
    ("favourable", "expected"), [(Favourable.LESS, DayKind.DAY), (Favourable.MORE, WORKING)]
)
def test_five_days_are_never_more_than_five_working_days(
    favourable: Favourable, expected: DayKind
) -> None:
    """Values: "n ngày ≤ n ngày làm việc" holds on every day, so no calendar is asked."""
    policy = AttributePolicy(combine=Combine.MOST_FAVOURABLE, favourable=favourable)
    longer, shorter = norm("nd.1", 5), norm("nd.2", 5, value=TimeLimit(DayKind.DAY, Fraction(5)))
    asked = world([decree(longer, shorter)], policies={"time_limit": policy})
    assert value(resolve(asked, ask())) == TimeLimit(expected, Fraction(5))


def test_of_two_ceilings_by_default_five_days_are_tighter_than_five_working_days() -> None:
    """Rule 9: the tightest default counts."""
    tight = ceiling("nd.2", 5, value=TimeLimit(DayKind.DAY, Fraction(5)), delegation=None)
    found = resolve(world([decree(ceiling("nd.1", 5, delegation=None), tight)]), ask())
    assert value(found) == TimeLimit(DayKind.DAY, Fraction(5))
    assert statuses(found) == {"nd.1": Status.BOUND}


def test_two_rates_of_nothing_do_not_contradict_each_other_in_a_sum() -> None:
    """Rule 9: both leave 0 of 0, and one distinct amount is no conflict."""
    of = Bases(("nd.1",))
    free, paid = (charge(f"nd.{n}", Form.VALUE, Money(dong)) for n, dong in ((1, 0), (2, 100)))
    half, fifth = (charge(f"nd.{n}", Form.RATE, Rate(Fraction(1, n)), of=of) for n in (3, 5))
    policies = {"charge": AttributePolicy(combine=Combine.SUM)}
    found = due(world([decree(free, paid, half, fifth)], policies=policies))
    assert value(found) == Money(100)
