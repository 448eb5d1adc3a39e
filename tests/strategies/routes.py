"""Routes small enough to be followed by brute force, and a way to rename and shuffle them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from fractions import Fraction

from hypothesis import strategies as st

from tthc_rules.model.quantities import DayKind, TimeLimit
from tthc_rules.model.route import (
    END,
    Agency,
    Level,
    OnlineLevel,
    Outcome,
    Phase,
    Role,
    Route,
    Step,
    Transition,
)

APPLICANT = Agency("nguoi-nop", Level.APPLICANT, "VN")
CENTRE = Agency("ttpvhcc-xx", Level.PROVINCE, "XX")
DEPARTMENT = Agency("so-nnmt-xx", Level.PROVINCE, "XX")
DIVISION = Agency("phong-dat-dai", Level.PROVINCE, "XX", part_of="so-nnmt-xx")
PROVINCE = Agency("ubnd-xx", Level.PROVINCE, "XX")
ELSEWHERE = Agency("so-nnmt-yy", Level.PROVINCE, "YY")
AGENCIES = (APPLICANT, CENTRE, DEPARTMENT, DIVISION, PROVINCE, ELSEWHERE)

working_time = st.builds(
    TimeLimit,
    st.sampled_from([DayKind.WORKING_DAY, DayKind.WORKING_HOUR]),
    st.integers(0, 12).map(lambda quarters: Fraction(quarters, 4)),
)
"""Working days and hours in quarters."""

times = working_time | st.builds(
    TimeLimit, st.sampled_from([DayKind.DAY, DayKind.HOUR, DayKind.MONTH, DayKind.SAME_DAY])
)

_OUTCOMES = (
    *[Outcome.DONE] * 6,
    Outcome.SUPPLEMENT,
    Outcome.REFUSE,
    Outcome.RETURN,
    Outcome.WITHDRAW,
    Outcome.STOP,
)


@st.composite
def routes(draw: st.DrawFn, most_steps: int = 6, *, forwards: bool = False) -> Route:
    """Draw a route that is rarely sound: any step may split, join and lead anywhere.

    With `forwards`, steps lead only to later steps or to the end.
    """
    count = draw(st.integers(1, most_steps))
    ids = [f"b{number}" for number in range(count)]
    steps = tuple(_step(draw, ids, number, forwards=forwards) for number in range(count))
    return Route(
        territory="XX",
        receives=CENTRE.id,
        decides=draw(st.sampled_from([PROVINCE.id, DEPARTMENT.id])),
        prepares=draw(st.sampled_from([None, DEPARTMENT.id, DIVISION.id])),
        online=draw(st.sampled_from(OnlineLevel)),
        start=ids[0],
        steps=steps,
        agencies=AGENCIES,
        phases=(Phase("g", tuple(draw(st.sets(st.sampled_from(ids)))), draw(times)),),
    )


def _step(draw: st.DrawFn, ids: list[str], number: int, *, forwards: bool) -> Step:
    targets = [*(ids[number + 1 :] if forwards else [*ids, "khong-co"]), END]
    ways = st.builds(
        Transition,
        st.sampled_from(targets),
        st.sampled_from(_OUTCOMES),
        st.sampled_from([None, None, None, "direct", "online"]),
        st.sampled_from([None, "khi đủ"]),
    )
    return Step(
        id=ids[number],
        owner=draw(st.sampled_from([*(agency.id for agency in AGENCIES), "khong-khai"])),
        role=draw(st.sampled_from(Role)),
        next=tuple(draw(st.lists(ways, max_size=3))),
        duration=draw(st.none() | times),
        presence=draw(st.booleans()),
        splits=draw(st.booleans()),
        joins=draw(st.booleans()),
    )


_NET_OUTCOMES = (*[Outcome.DONE] * 5, Outcome.SUPPLEMENT, Outcome.REFUSE, Outcome.REFUSE)


@st.composite
def nets(draw: st.DrawFn) -> Route:
    """Draw a route in which only splits, joins and transitions vary."""
    ids = [f"b{number}" for number in range(draw(st.integers(2, 6)))]
    ways = st.builds(Transition, st.sampled_from([*ids, *ids, END]), st.sampled_from(_NET_OUTCOMES))
    return chain(
        *(
            replace(
                step(name, splits=draw(st.booleans()), joins=draw(st.booleans())),
                owner=draw(st.sampled_from([CENTRE.id, DEPARTMENT.id])),
                next=tuple(draw(st.lists(ways, max_size=3))),
            )
            for name in ids
        )
    )


def renamed(route: Route, name: Mapping[str, str] | Callable[[str], str]) -> Route:
    """Return `route` with every id of a step renamed."""
    call = name if callable(name) else name.__getitem__

    def new(step: str) -> str:
        return step if step == END else call(step)

    return replace(
        route,
        start=new(route.start),
        steps=tuple(
            replace(
                step,
                id=new(step.id),
                next=tuple(replace(way, to=new(way.to)) for way in step.next),
            )
            for step in route.steps
        ),
        phases=tuple(replace(phase, steps=tuple(map(new, phase.steps))) for phase in route.phases),
    )


def chain(*steps: Step) -> Route:
    """Return a route of the given steps, received by the centre, decided by the department."""
    return Route(
        territory="XX",
        receives=CENTRE.id,
        decides=DEPARTMENT.id,
        start=steps[0].id,
        steps=steps,
        agencies=AGENCIES,
    )


def step(name: str, *targets: str, splits: bool = False, joins: bool = False) -> Step:
    """Return a step of the department that takes a day and leads to `targets` by `done`."""
    return Step(
        id=name,
        owner=DEPARTMENT.id,
        role=Role.PROCESS,
        next=tuple(Transition(target, Outcome.DONE) for target in targets),
        duration=TimeLimit(DayKind.WORKING_DAY),
        splits=splits,
        joins=joins,
    )
