"""Worlds of norms and questions about them, small enough that everything meets everything."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from tests.engine.resolution.country import CODE, ISSUERS, ask, days, when
from tthc_rules.model.conditions import ALWAYS_MET, Condition, Not
from tthc_rules.model.law import (
    Addressee,
    Delegation,
    Direction,
    Form,
    Instrument,
    Norm,
    Query,
    Relation,
    RelationKind,
    Subject,
    Unseen,
)
from tthc_rules.model.law import Measure as Measures
from tthc_rules.model.validity import Validity

FIRST = date(2099, 1, 1)
TYPES = {
    "cp": ("nghi-dinh",),
    "bo-a": ("thong-tu",),
    "ubnd-xx": ("quyet-dinh-ubnd", "quyet-dinh-hanh-chinh"),
    "hdnd-xx": ("nghi-quyet-hdnd",),
    "ubnd-yy": ("quyet-dinh-ubnd", "quyet-dinh-phuong-an"),
    "ubnd-xx-1": ("quyet-dinh-ubnd-xa",),
}
PLACES = {body.id: body.territory for body in ISSUERS}

UNSEEN = Unseen(Measures.WORKING_DAY)

moments = st.integers(0, 240).map(lambda offset: FIRST + timedelta(days=offset * 2))
numbers = st.integers(1, 6)
conditions = st.sampled_from(
    (
        ALWAYS_MET,
        when("channel", "online"),
        Not(when("channel", "online")),
        when("poor"),
        when("size", 3),
    )
)


@st.composite
def periods(draw: st.DrawFn) -> Validity:
    """Draw days of force, open at the end more often than not."""
    start = draw(moments)
    length = draw(st.none() | st.none() | st.integers(1, 200))
    return Validity(start, None if length is None else start + timedelta(days=length))


@st.composite
def delegations(draw: st.DrawFn) -> Delegation:
    """Draw a slot for one of the bodies of a province."""
    return Delegation(
        Addressee(draw(st.sampled_from(("ubnd", "hdnd"))), "province"),
        draw(st.sampled_from((Direction.LE, Direction.GE, Direction.ANY))),
        most=draw(st.none() | numbers.map(days)),
        default=draw(st.none() | numbers.map(days)),
    )


@st.composite
def norms(draw: st.DrawFn, key: str, others: Sequence[str]) -> Norm:
    """Draw a norm on the time limit that may hang on some of the others."""
    form = draw(
        st.sampled_from(
            (Form.VALUE, Form.VALUE, Form.CEILING, Form.FLOOR, Form.DELEGATION, Form.SWITCH_OFF)
        )
    )
    value: Any = None
    if form in (Form.VALUE, Form.CEILING, Form.FLOOR):
        value = draw(numbers.map(lambda number: days(number) if number < 6 else UNSEEN))
    known = st.sampled_from(others)
    condition: Condition = draw(conditions)
    return Norm(
        key=key,
        attribute="time_limit",
        form=form,
        subject=Subject((CODE,)),
        value=value,
        when=condition,
        bound_is_default=draw(st.booleans()),
        delegation=draw(st.none() | delegations()),
        fills=draw(st.none() | st.none() | known),
        exception_to=tuple(draw(st.lists(known, max_size=2, unique=True)))
        if draw(st.booleans()) or form is Form.SWITCH_OFF
        else (),
    )


@st.composite
def texts(draw: st.DrawFn) -> tuple[Instrument, ...]:
    """Draw two to five texts with a norm or two each, repeals and suspensions among them."""
    count = draw(st.integers(2, 5))
    keys = [f"t{number}" for number in range(count)]
    names = [f"{key}.{part}" for key in keys for part in (1, 2)]
    found = []
    for key in keys:
        issuer = draw(st.sampled_from(sorted(TYPES)))
        force = draw(periods())
        relations: tuple[Relation, ...] = ()
        if draw(st.booleans()):
            kind = draw(st.sampled_from((RelationKind.REPEALS, RelationKind.SUSPENDS)))
            relations = (
                Relation(kind, draw(st.sampled_from(keys)), until=draw(st.none() | moments)),
            )
        parts = draw(st.integers(1, 2))
        found.append(
            Instrument(
                key=key,
                number=key,
                issuer=issuer,
                type=draw(st.sampled_from(TYPES[issuer])),
                promulgated=(force.start or FIRST) - timedelta(days=draw(st.integers(0, 40))),
                force=force,
                territory=PLACES[issuer],
                norms=tuple(draw(norms(f"{key}.{part}", names)) for part in range(1, parts + 1)),
                relations=relations,
            )
        )
    return tuple(found)


@st.composite
def questions(draw: st.DrawFn) -> Query:
    """Draw a question with some of the facts left open."""
    facts: dict[str, Any] = {}
    if draw(st.booleans()):
        facts["poor"] = draw(st.booleans())
    if draw(st.booleans()):
        facts["size"] = draw(st.integers(2, 4))
    return ask(
        territory=draw(st.sampled_from(("XX", "XX-1", "XX-2", "YY"))),
        day=draw(moments),
        channel=draw(st.sampled_from((None, "online", "direct"))),
        facts=facts,
    )
