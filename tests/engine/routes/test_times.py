"""Laws of the longest path, and of times that cannot be added."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.engine.routes.naive import Text
from tests.strategies.routes import AGENCIES, chain, routes, step, working_time
from tthc_rules.engine.routes.graph import graph_of
from tthc_rules.engine.routes.times import Clock, Fit, clock_of, compare, grains, longest
from tthc_rules.model.quantities import DayKind, TimeLimit, parse_time_limit
from tthc_rules.model.route import END, Route

LEVELS = {agency.id: agency.level for agency in AGENCIES}


def _time(text: str) -> TimeLimit:
    time = parse_time_limit(text)
    assert time is not None
    return time


@given(
    route=routes(forwards=True),
    durations=st.lists(working_time, min_size=6, max_size=6),
    limit=working_time,
)
def test_the_longest_path_is_the_longest_of_all_paths(
    route: Route, durations: list[TimeLimit], limit: TimeLimit
) -> None:
    """Every path is listed and added up; the applicant's steps count nothing."""
    owned = clock_of(route.steps, LEVELS).durations
    clock = Clock({s.id: d for s, d in zip(route.steps, durations, strict=False) if s.id in owned})
    paths = set(Text(route, "direct").paths())
    assume(paths)
    lengths = {path: sum(clock.grains(s) for s in path) for path in paths}
    found = longest(graph_of(route, "direct"), clock, limit, has_result=True)
    assert found.total is not None
    assert found.total.kind is DayKind.WORKING_DAY
    assert found.total.amount * 480 == max(lengths.values())
    assert found.fit is compare(max(lengths.values()), limit)
    told = [path for path in paths if lengths[path] == max(lengths.values())]
    assert list(found.paths) == sorted(found.paths)
    assert set(found.paths) <= set(told)
    assert len(found.paths) == min(len(told), 8)


def test_hours_and_days_of_work_are_one_kind() -> None:
    """8 hours are one working day."""
    assert grains(_time("8 giờ làm việc")) == grains(_time("1 ngày làm việc"))
    assert grains(_time("0,25 ngày làm việc")) == grains(_time("2 giờ làm việc"))


@pytest.mark.parametrize(
    ("durations", "limit", "fit"),
    [
        (("1 ngày", "1 ngày"), "2 ngày", Fit.EQUAL),
        (("1 ngày", "1 ngày"), "2 ngày làm việc", Fit.UNDECIDED),
        (("1 giờ", "1 giờ"), "2 giờ", Fit.EQUAL),
        (("1 giờ", "1 giờ"), "2 giờ làm việc", Fit.UNDECIDED),
        (("1 tháng", "1 tháng"), "1 tháng", Fit.EXCEEDS),
        (("trong ngày", "1 ngày"), "2 ngày", Fit.UNDECIDED),
        (("trong ngày", "8 giờ làm việc"), "trong ngày", Fit.BELOW),
        (("0,5 giờ làm việc", "8 giờ làm việc"), "trong ngày", Fit.EXCEEDS),
        (("1 giờ", "8 giờ làm việc"), "trong ngày", Fit.UNDECIDED),
        ((None, "3 ngày"), "2 ngày", Fit.EXCEEDS),
        ((None, "2 ngày"), "2 ngày", Fit.UNDECIDED),
        ((None, "9 giờ làm việc"), "trong ngày", Fit.EXCEEDS),
        ((None, "1 giờ làm việc"), "trong ngày", Fit.UNDECIDED),
        (("1 không ghi đơn vị", "1 không ghi đơn vị"), "2 không ghi đơn vị", Fit.UNDECIDED),
        (("1 không ghi đơn vị", "1 ngày"), "2 ngày", Fit.UNDECIDED),
    ],
)
def test_kinds_never_mix(durations: tuple[str | None, str | None], limit: str, fit: Fit) -> None:
    """What cannot be added is undecided, unless what is known is already too long."""
    route = chain(step("mot", "hai"), step("hai", END))
    clock = Clock(
        {
            name: None if text is None else _time(text)
            for name, text in zip(("mot", "hai"), durations, strict=True)
        }
    )
    found = longest(graph_of(route, "direct"), clock, _time(limit), has_result=True)
    assert found.fit is fit


def test_a_limit_that_is_not_known_decides_nothing() -> None:
    """The limit may have been refused, or the law may be undecided."""
    route = chain(step("mot", END))
    clock = Clock({"mot": TimeLimit(DayKind.DAY, Fraction(99))})
    assert longest(graph_of(route, "direct"), clock, None, has_result=True).fit is Fit.UNDECIDED


def test_many_equal_paths_are_told_in_part() -> None:
    """Twenty choices of two make a million longest paths; a few are enough."""
    steps = []
    for number in range(20):
        after = f"c{number + 1:02}" if number < 19 else END
        steps += [
            step(f"c{number:02}", f"a{number:02}", f"b{number:02}"),
            step(f"a{number:02}", after),
            step(f"b{number:02}", after),
        ]
    route = chain(*steps)
    clock = clock_of(route.steps, LEVELS)
    found = longest(graph_of(route, "direct"), clock, _time("40 ngày làm việc"), has_result=True)
    assert found.fit is Fit.EQUAL
    assert len(found.paths) == 8
