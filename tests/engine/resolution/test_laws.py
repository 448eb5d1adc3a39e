"""What holds of every world and every question."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from enum import Enum
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.engine.resolution.country import (
    DAY,
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
from tests.strategies.resolution import FIRST, moments, numbers, questions, texts
from tthc_rules.engine.resolution import (
    Answer,
    Cause,
    Fault,
    Gap,
    MissingFacts,
    Resolution,
    Status,
    receipt,
    resolve,
    timeline,
)
from tthc_rules.engine.resolution.receipt import fault_message, missing_message
from tthc_rules.model.law import Instrument, Query, Subject
from tthc_rules.model.validity import Validity
from tthc_rules.report.messages import PLACEHOLDER
from tthc_rules.report.messages.resolution import TABLE


def _seen(found: Resolution) -> tuple[object, ...]:
    """What a question gets, without the norms that play no part."""
    match found:
        case Answer(value=value, cites=cites):
            return ("answer", value, cites)
        case MissingFacts(names=names):
            return ("missing", names)
        case Gap():
            return ("gap",)
        case _:
            return ("conflict", found.norms, found.values)


@given(own=texts(), query=questions(), number=numbers)
def test_a_norm_of_another_territory_changes_nothing(
    own: tuple[Instrument, ...], query: Query, number: int
) -> None:
    """Rule 3: a norm whose territory is not above the place is `other_territory`."""
    place = "ubnd-xx" if query.territory == "YY" else "ubnd-yy"
    other = text("other", place, "quyet-dinh-ubnd", norm("other.1", number))
    before = resolve(world(own), query)
    after = resolve(world([*own, other]), query)
    assert _seen(after) == _seen(before)
    if isinstance(after, Answer | Gap):
        assert after.irregularities == before.irregularities  # type: ignore[union-attr]


@given(own=texts(), query=questions(), data=st.data())
def test_permuting_files_changes_not_a_byte(
    own: tuple[Instrument, ...], query: Query, data: st.DataObject
) -> None:
    """DESIGN 4: "Never file order, ids, priority integers"; the receipt is byte-equal."""
    shuffled = [
        replace(one, norms=tuple(data.draw(st.permutations(one.norms))))
        for one in data.draw(st.permutations(own))
    ]
    turned = replace(query, facts=dict(reversed(list(query.facts.items()))))
    assert receipt(world(shuffled), turned).json() == receipt(world(own), query).json()


@given(own=texts(), query=questions())
def test_renaming_ids_changes_nothing_but_the_names(
    own: tuple[Instrument, ...], query: Query
) -> None:
    """Ids whose alphabetical order is reversed give the same answer under the new ids."""
    keys = sorted({key for one in own for key in (one.key, *(n.key for n in one.norms))})
    keys += [f"{one.key}.{part}" for one in own for part in (1, 2)]
    names = {key: f"r{99 - place:02d}" for place, key in enumerate(dict.fromkeys(keys))}
    renamed = resolve(world(_renamed(own, names)), query)
    expected = _renamed(resolve(world(own), query), names)
    assert _unordered(renamed) == _unordered(expected)


def _renamed(tree: Any, names: Mapping[str, str]) -> Any:
    """Return a value with every id renamed, inside names of missing facts too."""
    if isinstance(tree, str):
        inner = tree.removeprefix("norm:").removesuffix(".value")
        return tree.replace(inner, names[inner]) if inner in names else tree
    if isinstance(tree, Enum) or not is_dataclass(tree):
        if isinstance(tree, tuple | frozenset):
            return type(tree)(_renamed(item, names) for item in tree)
        return tree
    parts = {part.name: _renamed(getattr(tree, part.name), names) for part in fields(tree)}
    return replace(tree, **parts)  # type: ignore[type-var]


def _unordered(tree: Any) -> Any:
    if is_dataclass(tree) and not isinstance(tree, Enum):
        return {part.name: _unordered(getattr(tree, part.name)) for part in fields(tree)}
    if isinstance(tree, tuple | frozenset):
        return sorted((_unordered(item) for item in tree), key=repr)
    return tree


@given(own=texts(), query=questions(), day=moments)
def test_a_timeline_agrees_with_every_single_day(
    own: tuple[Instrument, ...], query: Query, day: date
) -> None:
    """Moving the day across no boundary changes nothing: an interval answers for its days."""
    asked = world(own)
    intervals = timeline(asked, query, FIRST, FIRST + timedelta(days=600))
    assert [one.until for one in intervals[:-1]] == [one.start for one in intervals[1:]]
    found = next(one for one in intervals if one.start <= day < one.until)
    assert _seen(found.resolution) == _seen(
        resolve(asked, replace(query, events={"reception": day}))
    )


@given(own=texts(), query=questions(), day=moments, step=st.sampled_from((-1, 1)))
def test_an_answer_kept_is_the_answer_found_anew(
    own: tuple[Instrument, ...], query: Query, day: date, step: int
) -> None:
    """What is kept is kept under everything that can change it."""
    asked = world(own)
    near = replace(query, events={"reception": day + timedelta(days=step)})
    for one in (query, near, query):
        assert resolve(asked, one) == resolve(world(own), one)
        assert receipt(asked, one).json() == receipt(world(own), one).json()


@given(own=texts(), query=questions(), other=questions())
def test_a_question_is_answered_alike_whoever_asked_before(
    own: tuple[Instrument, ...], query: Query, other: Query
) -> None:
    """Subjects share what they reach alike, and nothing else."""
    asked = world(own)
    for one in (replace(query, procedure="9.000009"), other, query):
        assert receipt(asked, one).json() == receipt(world(own), one).json()


def test_procedures_that_reach_the_same_norms_share_a_docket() -> None:
    both = norm("nd.1", 5, subject=Subject(("9.1", "9.2", "9.3")))
    own = norm("nd.2", 3, subject=Subject(("9.3",)))
    asked = world((decree(both, own),))
    first, second, third = (asked.docket(ask(procedure=code)) for code in ("9.1", "9.2", "9.3"))
    assert first is second
    assert third is not first
    assert asked.docket(ask(procedure="9.1", territory="YY")) is not first


@given(own=texts(), query=questions())
def test_a_fact_is_missing_exactly_when_two_of_its_values_differ(
    own: tuple[Instrument, ...], query: Query
) -> None:
    """Rule 5, for the one fact left open: poor or not, all else equal."""
    facts = {name: value for name, value in query.facts.items() if name != "poor"}
    open_ = replace(query, facts={"size": 3} | facts, channel="online")
    asked = world(own)
    yes, no = (
        resolve(asked, replace(open_, facts={**open_.facts, "poor": value}))
        for value in (True, False)
    )
    if isinstance(yes, MissingFacts) or isinstance(no, MissingFacts):
        return
    found = resolve(asked, open_)
    differ = _outcome(yes) != _outcome(no)
    assert isinstance(found, MissingFacts) is differ
    if isinstance(found, MissingFacts):
        assert found.names == ("poor",)


def _outcome(found: Resolution) -> tuple[object, ...]:
    """The outcome of rule 5: kind, value, conflicting norms."""
    match found:
        case Answer(value=value):
            return ("answer", value)
        case Gap():
            return ("gap",)
        case _:
            return ("conflict", getattr(found, "norms", ()))


@given(own=texts(), query=questions())
def test_every_visible_norm_stands_somewhere_in_the_receipt(
    own: tuple[Instrument, ...], query: Query
) -> None:
    """DESIGN 4.8: "every visible candidate with its status and reason"."""
    found = resolve(world(own), query)
    every = {one.key for instrument in own for one in instrument.norms}
    if isinstance(found, MissingFacts):
        shown = {key for key, _ in found.open_norms}
    else:
        parties = getattr(found, "norms", ())
        aside = [item.norm for item in found.set_aside]
        assert len(aside) == len(set(aside))
        assert not set(aside) & {*found.cites, *parties}
        shown = {*aside, *found.cites, *parties}
    assert shown == every


@given(valid=st.integers(1, 5), incompetent=st.integers(1, 9))
def test_a_valid_lower_norm_stays_reachable_beside_an_incompetent_higher_one(
    valid: int, incompetent: int
) -> None:
    """Rule 6: "Competence, before priority"."""
    circular = text("tt", "bo-a", "thong-tu", norm("tt.1", incompetent, fills="nd.1"))
    filler = decision(norm("qd.1", valid, fills="nd.1"))
    without = resolve(world([decree(ceiling("nd.1", 5)), filler]), ask())
    beside = resolve(world([decree(ceiling("nd.1", 5)), filler, circular]), ask())
    assert _seen(beside) == _seen(without) == ("answer", days(valid), ("qd.1",))


@given(number=numbers)
def test_two_exceptions_with_one_value_merge_and_both_are_cited(number: int) -> None:
    """Rule 9: "one distinct amount is the answer with every norm that gave it"."""
    exceptions = (
        norm("nd.2", number, exception_to=("nd.1",), when=when("channel", "online")),
        norm("nd.3", number, exception_to=("nd.1",), when=when("poor")),
    )
    found = resolve(world([decree(ceiling("nd.1", 6), *exceptions)]), ask(facts={"poor": True}))
    assert _seen(found) == ("answer", days(number), ("nd.2", "nd.3"))


@given(start=moments, length=st.integers(1, 90), day=moments)
def test_crossing_a_boundary_changes_only_what_it_touches(
    start: date, length: int, day: date
) -> None:
    """A temporary exception moves its own procedure, on its own days, and nothing else."""
    force = Validity(start, start + timedelta(days=length))
    temporary = text("ex", "cp", "nghi-dinh", norm("ex.1", 2, exception_to=("nd.1",)), force=force)
    other = norm("nd.9", 9, subject=Subject(("9.000009",)))
    always = decree(ceiling("nd.1", 5), other, force=Validity(FIRST))
    asked = world([always, temporary])
    expected = days(2) if force.covers(day) else days(5)
    found = resolve(asked, ask(day=day))
    assert isinstance(found, Answer)
    assert found.value == expected
    elsewhere = resolve(asked, replace(ask(day=day), procedure="9.000009"))
    assert _seen(elsewhere) == ("answer", days(9), ("nd.9",))


@given(own=texts(), query=questions(), recorded=moments)
def test_an_old_answer_replays_byte_for_byte(
    own: tuple[Instrument, ...], query: Query, recorded: date
) -> None:
    """DESIGN 4.1: what was recorded later is invisible; only `unseen` names it."""
    known_on = recorded - timedelta(days=1)
    later = text("later", "cp", "nghi-dinh", norm("later.1", 1, subject=Subject(("9.7",))))
    then = replace(query, known_on=known_on)
    old = receipt(world(own), then).json()
    assert receipt(world([*own, replace(later, recorded=recorded)]), then).json() == old


def test_a_norm_that_is_no_norm_is_named_so() -> None:
    """A plan to cut the time is no live deadline."""
    plan = text("plan", "ubnd-xx", "quyet-dinh-phuong-an", norm("plan.1", 2, fills="nd.1"))
    found = resolve(world([decree(ceiling("nd.1", 5)), plan]), ask(day=DAY))
    assert isinstance(found, Answer)
    assert [(item.norm, item.status) for item in found.set_aside] == [("plan.1", Status.NO_NORM)]
    assert found.value == days(5)


@given(own=texts(), query=questions())
def test_every_reason_has_a_sentence_in_both_languages(
    own: tuple[Instrument, ...], query: Query
) -> None:
    """STYLE 5: "every text a user sees exists in Vietnamese and English"."""
    told = receipt(world(own), query)
    messages = [message for _, message in told.reasons()]
    if isinstance(told.resolution, MissingFacts):
        messages.append(missing_message(told.resolution))
    else:
        messages += map(fault_message, told.resolution.irregularities)
    for message in messages:
        assert message.key in TABLE
        for sentence in TABLE[message.key]:
            assert set(PLACEHOLDER.findall(sentence)) <= message.values.keys()


def test_every_status_fault_and_cause_has_a_sentence() -> None:
    """The lists are closed, and so is the table."""
    heads = {key.removeprefix("resolution/status.").split(".")[0] for key in TABLE}
    assert {status.value for status in Status} - {"rejected"} <= heads
    assert {f"resolution/fault.{fault.value}" for fault in Fault} <= TABLE.keys()
    assert {f"resolution/missing.{cause.value}" for cause in Cause} <= TABLE.keys()
