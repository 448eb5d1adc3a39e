"""Rules and documents over the sample vocabulary of `tests/lang/sample.py`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import product

from hypothesis import strategies as st

from tests.lang.sample import days
from tthc_rules.model.quantities import DayKind, Money
from tthc_rules.model.values import REFUSED, Tree, Value

NUMBERS = st.integers(0, 4)
DAYS = ("1 ngày làm việc", "2 working days", "1 ngày", "trong ngày")
COMPARISONS = ("=", "≠", "!=", "<", "≤", "<=", ">", "≥", ">=", "không quá", "at least")
_NUMBERS = (
    "{v}.số_bản",
    "{n}",
    "y_nguyên({v}.copies)",
    "({v}.số_bản {sign} {n})",
    "số lượng (c.kênh)",
    "count (x for each x in c.channels such that x.paid)",
    "sum (x.copies for each x in c.channels)",
    "lớn nhất (x.số_bản với mọi x thuộc c.kênh sao cho x.đã_thu)",
)
_ATOMS = (
    "đúng",
    "sai",
    "{v}.đã_thu",
    "{v}.paid = sai",
    "{number} {comparison} {number2}",
    "{v}.kênh = online",
    "bưu_chính = {v}.kênh",
    "{v}.channel in [online, postal]",
    "{v}.kênh không thuộc {v}.được_phép",
    "online thuộc {v}.allowed",
    "{v}.thời_hạn {comparison} {days}",
    "{v}.thời_hạn ngắn hơn {v}.time_limit + {days}",
    "c.ngày_công_bố < 2026-01-02",
    "c.published ≥ ngày_xét",
    "thủ_tục_đã_biết(c.thủ_tục)",
    'known_procedure("?")',
    "{v}.thời_hạn không quá thời_hạn_theo_luật(c, {v})",
    "thiếu quy định(time_limit_by_law(c, {v}))",
)
_OPTIONAL = (
    "có {v}.phí",
    "không có {v}.phí",
    "{v}.phí > {n} đồng",
    "{v}.fee * thu bằng 50% = 1 dong",
    "has c.territory",
    'c.địa_bàn = "40"',
)
_JOINED = (
    "({one} và {two})",
    "({one} and {two} và {three})",
    "({one} hoặc {two})",
    "({one} or {two} hoặc {three})",
    "không ({one})",
)
_QUANTIFIED = (
    "mọi ({v} thuộc c.kênh : {one})",
    "every ({v} in c.channels such that {one} : {two})",
    "có ít nhất một ({v} thuộc c.kênh sao cho {one})",
    "at least one ({v} in c.channels such that {one} : {two})",
    "no ({v} in c.channels such that {one} : {two})",
)
_COLUMNS: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "{v}.kênh": (("trực_tuyến", "direct | postal"), ("online", "trực_tiếp", "bưu_chính"), ("*",)),
    "{v}.paid": (("đúng", "false"), ("*",)),
    "{v}.số_bản": (
        ("≤ 1", "> 1"),
        ("< 1", "từ 1 đến 2", "from 3 to below 5 | at least 5"),
        ("0 | 2", "< 0 | 1 | > 2"),
        ("*",),
    ),
    "{v}.thời_hạn": (
        ("không quá 1 ngày làm việc", "longer than 1 working day"),
        ("< 2 ngày", "2 days", "> 2 ngày"),
    ),
    "c.ngày_công_bố": (("< 2026-02-01", "≥ 2026-02-01"), ("2026-01-01", "≠")),
    "c.thủ_tục": (('"x"', '"?"', "≠"), ('"1.000001" | "x"', "≠")),
    "có {v}.phí": (("true", "sai"),),
}
"""Columns with cells that each value fits exactly one of; `≠` is the rest, which no cell says."""


@st.composite
def tables(draw: st.DrawFn, variable: str = "k") -> str:
    """Return decision tables of numbers in which each case belongs to one row."""
    columns = draw(st.lists(st.sampled_from(sorted(_COLUMNS)), min_size=1, max_size=3, unique=True))
    cells = [draw(st.sampled_from(_COLUMNS[column])) for column in columns]
    every = list(product(*cells))
    told = [row for row in every if "≠" not in row and draw(st.integers(0, 4))]
    results = st.sampled_from(["1", "2", "1", f"{variable}.số_bản", f"y_nguyên({variable}.copies)"])
    rows = [
        f"{', '.join(row)} {draw(st.sampled_from(['→', '->']))} {draw(results)}" for row in told
    ]
    if len(told) < len(every):
        last = draw(st.sampled_from(["còn lại", "otherwise", ", ".join("*" for _ in columns)]))
        rows.append(f"{last} → {draw(results)}")
    keyword = draw(st.sampled_from(["bảng", "table"]))
    return f"{keyword} ({', '.join(columns)} : {'; '.join(rows)})".replace("{v}", variable)


@st.composite
def conditions(draw: st.DrawFn, *, optional: bool = False, depth: int = 3) -> str:
    """Return conditions over `c` and channels; with `optional`, not all are well guarded."""
    return _condition(draw, ("k",), depth, _OPTIONAL if optional else ())


def _condition(
    draw: st.DrawFn, variables: tuple[str, ...], depth: int, optional: tuple[str, ...]
) -> str:
    shape = draw(st.integers(0, 3)) if depth else 0
    if shape == 0:
        return _atom(draw, draw(st.sampled_from(variables)), optional)
    name = f"b{len(variables)}"
    inner = (*variables, name) if shape == 3 else variables
    parts = {part: _condition(draw, inner, depth - 1, optional) for part in ("one", "two", "three")}
    form = draw(st.sampled_from(_QUANTIFIED if shape == 3 else _JOINED))
    return form.format(v=name, **parts)


def _atom(draw: st.DrawFn, variable: str, optional: tuple[str, ...]) -> str:
    form = draw(st.sampled_from((*_ATOMS, *optional * 4)))
    numbers = [_number(draw, variable) if "{number}" in form else "" for _ in range(2)]
    return form.format(
        v=variable,
        n=draw(NUMBERS),
        days=draw(st.sampled_from(DAYS)),
        comparison=draw(st.sampled_from(COMPARISONS)),
        number=numbers[0],
        number2=numbers[1],
    )


def _number(draw: st.DrawFn, variable: str) -> str:
    if draw(st.integers(0, 4)) == 0:
        return draw(tables(variable))
    form = draw(st.sampled_from(_NUMBERS))
    return form.format(v=variable, n=draw(NUMBERS), sign=draw(st.sampled_from("+-*")))


def _maybe(values: st.SearchStrategy[Value]) -> st.SearchStrategy[Value]:
    return st.one_of(values, values, values, values, st.just(REFUSED))


def _channels(*, unread: bool) -> st.SearchStrategy[Tree]:
    def some(values: st.SearchStrategy[Value]) -> st.SearchStrategy[Value]:
        return _maybe(values) if unread else values

    return st.fixed_dictionaries(
        {
            "channel": some(st.sampled_from(["direct", "online", "postal"])),
            "time_limit": some(
                st.builds(
                    days,
                    st.integers(1, 3),
                    st.sampled_from([DayKind.WORKING_DAY, DayKind.DAY]),
                )
            ),
            "paid": some(st.booleans()),
            "copies": some(NUMBERS),
            "allowed": some(
                st.lists(some(st.sampled_from(["direct", "online"])), max_size=2).map(tuple)
            ),
        },
        optional={"fee": some(st.builds(Money, st.integers(0, 4)))},
    )


def documents(*, unread: bool = True) -> st.SearchStrategy[Tree]:
    """Return configurations; with `unread`, some of their values could not be read."""

    def some(values: st.SearchStrategy[Value]) -> st.SearchStrategy[Value]:
        return _maybe(values) if unread else values

    channels: st.SearchStrategy[Value] = _channels(unread=unread)
    return st.fixed_dictionaries(
        {
            "procedure": some(st.sampled_from(["1.000001", "?", "x"])),
            "published": some(st.sampled_from([date(2026, 1, 1), date(2026, 7, 1)])),
            "channels": st.lists(some(channels), min_size=1, max_size=3).map(tuple),
            "tags": st.just(("a",)),
            "state": st.just("active"),
        },
        optional={"territory": some(st.sampled_from(["40", "38"]))},
    )


_PIECES = st.sampled_from(
    [
        *("quy tắc", "rule", "mức độ:", "căn cứ:", "yêu cầu:", "khi:", "hết", "thông báo:", "đặt:"),
        *("mỗi", "gọi là", "c", "k.kênh", "c.kênh", "và", "hoặc", "không", "có", "thuộc", "(", ")"),
        *("[", "]", ",", ";", ":", ":=", "=", "==", "≤", '"', '"a"', "{", "}", "1"),
        *(
            "2026-07-01",
            "5 ngày làm việc",
            "mọi (",
            "sao cho",
            "với mọi",
            "tổng (",
            "theo",
            "#",
            "\n",
        ),
        *("theo", "#", "\n", "50.000 đồng"),
        *("Điều 5", "118/2025/NĐ-CP", "\u0309", "\u202e", "\ud800", "\t", "ệ", "lỗi", "luôn"),
    ]
)
RUBBISH = st.one_of(
    st.lists(_PIECES, max_size=30).map(" ".join),
    st.text(max_size=60),
)
"""Texts that are mostly no rules."""
