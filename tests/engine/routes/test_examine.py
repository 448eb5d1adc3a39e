"""Laws of a whole examination."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from tests.strategies.routes import AGENCIES, chain, renamed, routes, step
from tthc_rules.engine.routes import ANYWHERE, RouteReport, examine
from tthc_rules.model.quantities import DayKind, TimeLimit
from tthc_rules.model.route import (
    END,
    Agency,
    Level,
    Outcome,
    Role,
    Route,
    Transition,
    contains_by_segments,
)
from tthc_rules.model.values import REFUSED

DAY = date(2026, 9, 1)
FIVE = TimeLimit(DayKind.WORKING_DAY, Fraction(5))
LIMITS = {"direct": FIVE, "online": FIVE}


def _examine(route: Route, limits: Mapping[str, TimeLimit | None] = LIMITS) -> RouteReport:
    return examine(route, limits, on=DAY, contains=contains_by_segments)


@given(route=routes(), seed=st.integers(0, 1_000))
def test_the_order_of_steps_and_transitions_changes_nothing(route: Route, seed: int) -> None:
    """Findings, soundness, times and told paths are the same."""
    random = Random(seed)  # noqa: S311 - shuffles a test, guards nothing
    steps = list(route.steps)
    random.shuffle(steps)
    shuffled = replace(
        route,
        steps=tuple(replace(s, next=tuple(random.sample(s.next, len(s.next)))) for s in steps),
    )
    assert _examine(shuffled) == _examine(route)


@given(route=routes())
def test_renaming_the_steps_renames_the_places_and_nothing_else(route: Route) -> None:
    """Soundness and times know no names."""

    def name(step: str) -> str:
        return f"z{step}"

    before, after = _examine(route), _examine(renamed(route, name))
    ids = {s.id for s in route.steps}
    assert after.sound is before.sound
    assert {k: (t.fit, t.total) for k, t in after.times.items()} == {
        k: (t.fit, t.total) for k, t in before.times.items()
    }
    assert after.findings == {
        kind: tuple(sorted(name(place) if place in ids else place for place in places))
        for kind, places in before.findings.items()
    }


@given(route=routes())
def test_findings_of_all_channels_are_those_of_each_united(route: Route) -> None:
    """Only `unreachable-step` asks for all channels at once, and what hangs on reaching."""
    whole = _examine(route).findings
    parts = [_examine(route, {channel: limit}).findings for channel, limit in LIMITS.items()]
    for kind in {*whole, *parts[0], *parts[1]} - {"unreachable-step"}:
        united = {place for part in parts for place in part.get(kind, ())}
        assert set(whole.get(kind, ())) == united
    missing = set(parts[0].get("unreachable-step", ())) & set(parts[1].get("unreachable-step", ()))
    assert set(whole.get("unreachable-step", ())) == missing


def test_a_step_that_cannot_be_reached_is_judged_for_nothing_else() -> None:
    """Its misspelt transition, its unknown owner and its missing duration are consequences."""
    lost = replace(step("thua", "khong-co"), owner="khong-khai", duration=None)
    report = _examine(chain(step("mot", END), lost))
    assert report.findings["unreachable-step"] == ("thua",)
    assert not {"unknown-step", "unknown-owner", "missing-duration"} & report.findings.keys()


def test_a_first_step_that_is_not_there_leaves_every_step_unreachable() -> None:
    """Without a beginning there is no result either."""
    report = _examine(replace(chain(step("mot", END)), start="hai"))
    assert report.findings["unreachable-step"] == ("mot",)
    assert report.findings["no-result"] == ("direct", "online")
    assert report.sound is False


def test_a_refusal_does_not_start_a_join() -> None:
    """A join waits for `done` of all; only a supplement starts it alone."""
    route = chain(
        step("tach", "a", "b", splits=True),
        replace(step("a", "gop"), next=(*step("a", "gop").next, Transition("gop", Outcome.REFUSE))),
        step("b", "gop"),
        step("gop", END, joins=True),
    )
    assert _examine(route).findings["deadlock"] == ("gop",)


def test_a_duration_that_could_not_be_read_is_unknown_and_not_missing() -> None:
    """The reader said what is wrong with it; the time is undecided."""
    route = chain(replace(step("mot", END), duration=REFUSED))
    report = _examine(route)
    assert "missing-duration" not in report.findings
    assert report.times["direct"].total is None


def test_a_consultation_needs_a_deadline_whoever_is_consulted() -> None:
    """Only from `missing-duration` are the applicant's steps excepted."""
    asking = replace(step("hoi", "nop"), role=Role.CONSULT, owner="nguoi-nop", duration=None)
    filing = replace(step("nop", END), owner="nguoi-nop", duration=None)
    found = _examine(chain(asking, filing)).findings
    assert found["consult-without-deadline"] == ("hoi",)
    assert "missing-duration" not in found


def test_units_that_are_part_of_each_other_do_not_hang() -> None:
    """A catalogue with a circle is somebody else's finding."""
    circle = (
        Agency("a", Level.PROVINCE, "XX", part_of="b"),
        Agency("b", Level.PROVINCE, "XX", part_of="a"),
    )
    route = replace(chain(replace(step("mot", END), owner="a")), agencies=(*AGENCIES, *circle))
    assert _examine(route).findings["missing-hand-over"] == (route.decides,)


def test_too_many_states_leave_soundness_open_or_false_but_never_true() -> None:
    """Twenty branches of choices that never meet in one step: more states than are followed."""
    names = [f"n{number:02}" for number in range(20)]
    branches = [
        s
        for name in names
        for s in (
            replace(
                step(name, "gop"),
                next=(
                    Transition(f"{name}a", Outcome.DONE, when="1"),
                    Transition(f"{name}b", Outcome.DONE, when="2"),
                ),
            ),
            step(f"{name}a", "gop"),
            step(f"{name}b", "gop"),
        )
    ]
    route = chain(step("tach", *names, splits=True), *branches, step("gop", END, joins=True))
    report = _examine(route)
    assert report.sound is None
    assert report.undecided == ("deadlock", "lack-of-synchronisation", "missing-hand-over")
    assert ANYWHERE not in report.findings.get("lack-of-synchronisation", ())
