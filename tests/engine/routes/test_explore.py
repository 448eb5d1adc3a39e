"""Laws of following a route: by bits and fused, or by the letter, it does the same."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given

from tests.engine.routes.naive import Text
from tests.strategies.routes import chain, nets, routes, step
from tthc_rules.engine.routes.explore import behaviour
from tthc_rules.engine.routes.graph import graph_of
from tthc_rules.engine.routes.owners import owners_of
from tthc_rules.engine.routes.runs import hand_overs
from tthc_rules.model.route import END, Outcome, Route, Transition


@given(route=nets() | routes())
def test_deadlocks_and_meetings_are_those_of_the_text(route: Route) -> None:
    """The net, fused where it may be, agrees with multisets of transitions."""
    found = behaviour(graph_of(route, "direct"))
    text = Text(route, "direct")
    assert found.decided
    assert bool(found.meetings) is text.breaks()
    assert found.deadlocks == text.deadlocks()


def _in_one_place(route: Route) -> Route:
    """Return the route without splits and joins."""
    return replace(route, steps=tuple(replace(s, splits=False, joins=False) for s in route.steps))


in_one_place = (nets() | routes()).map(_in_one_place)


@given(route=in_one_place)
def test_a_dossier_in_one_place_never_waits_or_meets_another(route: Route) -> None:
    text = Text(route, "direct")
    assert not text.breaks()
    assert not text.deadlocks()
    assert behaviour(graph_of(route, "direct")).meetings == frozenset()


@given(route=nets() | routes() | in_one_place)
def test_hand_overs_are_those_of_every_complete_run(route: Route) -> None:
    """A run is looked at step by step, with the steps that own a stage kept apart."""
    owners = owners_of(route)
    agencies = [a for a in (route.prepares, route.decides) if a is not None]
    stages = [{s.id for s in route.steps if owners.owns(a, s)} for a in agencies]
    found = hand_overs(graph_of(route, "online"), [frozenset(stage) for stage in stages])
    assert found.decided
    assert found.missed == Text(route, "online").missed(stages)


def test_what_a_skipped_step_may_refuse_is_not_forgotten() -> None:
    """A handler hands back or refuses into a join: the join then waits for ever."""
    refuses = Transition("gop", Outcome.REFUSE)
    handler = step("xu-ly", "nhan")
    route = chain(
        step("nhan", "gop", "xu-ly"),
        replace(handler, next=(*handler.next, refuses)),
        step("gop", END, joins=True),
    )
    assert behaviour(graph_of(route, "direct")).deadlocks == {"gop"}


def _fan(branches: int, length: int, *, joins: bool) -> Route:
    """Return a split into branches of `length` steps that meet again."""
    names = [[f"n{b}-{k}" for k in range(length)] for b in range(branches)]
    middle = [
        step(name, branch[k + 1] if k + 1 < length else "gop")
        for branch in names
        for k, name in enumerate(branch)
    ]
    first = step("tach", *(branch[0] for branch in names), splits=True)
    return chain(first, *middle, step("gop", END, joins=joins))


def test_many_long_branches_that_are_joined_cost_nothing() -> None:
    """Ten branches of ten steps have 25 thousand million states, fused they have three."""
    found = behaviour(graph_of(_fan(10, 10, joins=True), "direct"), most=10)
    assert found.decided
    assert not found.meetings


def test_six_branches_of_five_steps_without_a_join_are_decided() -> None:
    """Without the join nothing can be fused away; thirty steps are still within bounds."""
    found = behaviour(graph_of(_fan(6, 5, joins=False), "direct"))
    assert found.decided
    assert "gop" in found.meetings


def test_too_many_states_are_undecided_and_what_is_found_stays_true() -> None:
    """Twenty branches that meet unjoined: the meeting is certain, deadlocks are not decided."""
    found = behaviour(graph_of(_fan(20, 3, joins=False), "direct"))
    assert not found.decided
    assert found.meetings


def test_a_run_that_only_the_plain_net_completes_is_looked_at() -> None:
    """Both branches pass one step in turn and meet in the join by its two transitions."""
    twice = (Transition("gop", Outcome.DONE, when="1"), Transition("gop", Outcome.DONE, when="2"))
    route = chain(
        step("tach", "truoc", "chung", splits=True),
        step("truoc", "chung"),
        replace(step("chung"), next=twice),
        step("gop", END, joins=True),
    )
    stages: list[set[str]] = [set()]
    assert Text(route, "direct").missed(stages) == {0}
    assert hand_overs(graph_of(route, "direct"), [frozenset()]).missed == {0}
