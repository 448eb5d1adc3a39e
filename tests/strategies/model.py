"""Quantities, periods and findings of every kind (số lượng, khoảng thời gian, phát hiện)."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from hypothesis import strategies as st

from tthc_rules.diagnostics import Finding, Message, Severity, Verdict
from tthc_rules.model.quantities import DayKind, Money, Rate, TimeLimit
from tthc_rules.model.text import Text
from tthc_rules.model.validity import Validity
from tthc_rules.source import Position, Span

DAYS = st.dates(date(2024, 1, 1), date(2024, 3, 1))
"""Few enough days that periods meet, touch and miss each other."""

_PARTS = {
    DayKind.WORKING_DAY: st.integers(0, 99_999 * 4).map(lambda quarters: Fraction(quarters, 4)),
    DayKind.DAY: st.integers(0, 99_999 * 2).map(lambda halves: Fraction(halves, 2)),
    DayKind.WORKING_HOUR: st.integers(0, 99_999 * 4).map(lambda quarters: Fraction(quarters, 4)),
    DayKind.HOUR: st.integers(0, 99_999 * 5).map(lambda fifths: Fraction(fifths, 5)),
    DayKind.MONTH: st.integers(0, 99_999).map(Fraction),
    DayKind.UNSTATED: st.integers(0, 99_999).map(Fraction),
    DayKind.SAME_DAY: st.just(Fraction(1)),
}


def time_limits() -> st.SearchStrategy[TimeLimit]:
    """Return time limits of every kind, with the parts of units that may be written."""
    return st.sampled_from(DayKind).flatmap(
        lambda kind: st.builds(TimeLimit, st.just(kind), _PARTS[kind])
    )


def moneys() -> st.SearchStrategy[Money]:
    """Return amounts, round ones among them."""
    return st.one_of(
        st.integers(0, 10**14).map(Money), st.integers(0, 10**6).map(lambda k: Money(k * 1000))
    )


def rates() -> st.SearchStrategy[Rate]:
    """Return rates of at most four decimals of a percent."""
    return st.integers(0, 1_000_000).map(lambda part: Rate(Fraction(part, 1_000_000)))


@st.composite
def validities(draw: st.DrawFn) -> Validity:
    """Return periods open on either side, on both, or on none."""
    one, other = draw(st.one_of(st.none(), DAYS)), draw(st.one_of(st.none(), DAYS))
    if one is None or other is None:
        return Validity(one, other)
    first, last = sorted((one, other))
    return Validity(first, None if first == last else last)


def findings() -> st.SearchStrategy[Finding]:
    """Return findings that differ in few things, so that many are equal or nearly so."""
    positions = st.builds(Position, st.integers(1, 2), st.integers(1, 2))
    return st.builds(
        Finding,
        code=st.sampled_from(["time-limit/longer-than-law", "yaml/tag"]),
        severity=st.sampled_from(Severity),
        span=st.one_of(
            st.none(), st.builds(Span, st.sampled_from(["a.yaml", "b.yaml"]), positions, positions)
        ),
        message=st.one_of(
            st.sampled_from(["x", "y"]).map(lambda key: Message("rule/undecided", {"why": key})),
            st.sampled_from(["x", "y"]).map(lambda text: Text(text, "en")),
            st.sampled_from(["x", "y"]).map(lambda text: Text("vi", text)),
        ),
        help=st.one_of(st.none(), st.just(Text("sửa", "mend"))),
        verdict=st.sampled_from([Verdict.VIOLATION, Verdict.UNDECIDED]),
        subject=st.sampled_from(["1.000001 40", "1.000001 38"]),
        path=st.sampled_from(["", "cases/default"]),
        pointer=st.sampled_from([(), ("cases", 0), ("cases", "0")]),
        facts=st.sampled_from([(), ("5 ngày",), ("6 ngày",)]),
    )
