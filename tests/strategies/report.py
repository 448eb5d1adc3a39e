"""Arbitrary sources, findings and results of a run, for the reports."""

from __future__ import annotations

import re
from datetime import date

from hypothesis import strategies as st

from tthc_rules.api.results import CheckResult, Tally
from tthc_rules.diagnostics import Basis, Edit, Finding, Fix, Message, Related, Severity, Verdict
from tthc_rules.model.text import Text
from tthc_rules.model.validity import Validity
from tthc_rules.source import Position, Source, Span

FILE = "a\x1b[2J.yaml"
letters = st.one_of(
    st.sampled_from("aăâđêôơưạậẽ Đ:-`'\"{}[]#<&>\\"),
    st.sampled_from("\t\x1b\x9b\x00\x7f\u202e\u200b\ufeff\u2028\ud800文ａ\u0301\u0323\U0001f600"),
    st.characters(),
)
strings = st.lists(letters, max_size=40).map("".join)  # st.text would level the odds
names = strings.map(lambda text: text.replace("\ud800", ""))
lines = st.lists(letters, max_size=200).map(lambda chars: re.sub("[\r\n]", " ", "".join(chars)))
texts = st.lists(lines, max_size=6).map("\n".join)
days = st.dates(date(1990, 1, 1), date(2100, 1, 1))
sentences = st.builds(Text, vi=strings.map("câu {}".format), en=strings.map("sentence {}".format))
messages = st.one_of(
    sentences,
    st.builds(
        Message,
        key=st.sampled_from(["report/files", "report/last-line", "nowhere/to-be-found"]),
        values=st.dictionaries(st.sampled_from(["n", "files", "day"]), strings | sentences),
    ),
)
validities = st.one_of(
    st.builds(Validity, start=days),
    st.builds(Validity, end=days),
    st.tuples(days, days)
    .filter(lambda pair: pair[0] < pair[1])
    .map(lambda pair: Validity(pair[0], pair[1])),
)


@st.composite
def spans(draw: st.DrawFn, file: str, text: str) -> Span:
    """A span of `text`, or one that lies beyond it."""
    if draw(st.integers(0, 9)) == 0:
        start = Position(draw(st.integers(1, 9)), draw(st.integers(1, 400)))
        return Span(file, start, Position(start.line, start.column + draw(st.integers(0, 9))))
    start_at = draw(st.integers(0, len(text)))
    end_at = draw(st.integers(start_at, len(text)))
    return Source(file, text).span(start_at, end_at)


@st.composite
def findings(draw: st.DrawFn, file: str = FILE, text: str = "") -> Finding:
    """A finding in `text`, with any of its parts."""
    somewhere = spans(file, text)
    return Finding(
        code=draw(st.sampled_from(["yaml/bad-value", "thời-hạn/dài hơn", "phi/\x1b[2J"])),
        severity=draw(st.sampled_from(Severity)),
        span=draw(st.none() | somewhere),
        message=draw(messages),
        help=draw(st.none() | messages),
        verdict=draw(st.sampled_from(Verdict)),
        related=tuple(
            draw(st.lists(st.builds(Related, span=somewhere, message=messages), max_size=2))
        )
        if draw(st.booleans())
        else (),
        basis=tuple(
            draw(st.lists(st.builds(Basis, citation=strings, verified=st.booleans()), max_size=2))
        ),
        subject=draw(names),
        path=draw(names),
        pointer=tuple(draw(st.lists(st.integers(0, 9) | strings, max_size=3))),
        facts=tuple(draw(st.lists(st.sampled_from(["5 ngày", "x"]), max_size=2))),
        in_force=draw(st.none() | validities),
        fixes=tuple(
            draw(
                st.lists(
                    st.builds(
                        Fix,
                        message=messages,
                        edits=st.tuples(st.builds(Edit, span=somewhere, text=strings)),
                    ),
                    max_size=1,
                )
            )
        ),
    )


@st.composite
def results(draw: st.DrawFn) -> CheckResult:
    """A whole run over one file."""
    text = draw(texts)
    some = st.lists(findings(text=text), max_size=3).map(tuple)
    counts = st.integers(0, 3)
    tallies = st.builds(
        Tally, passed=counts, violated=counts, not_applicable=counts, undecided=counts
    )
    return CheckResult(
        day=draw(days),
        findings=draw(some),
        undecided=draw(some),
        tallies=draw(st.dictionaries(st.sampled_from(["phi/\x1b[2J", "phi/đúng"]), tallies)),
        files=draw(counts),
        procedures=draw(counts),
        sources={FILE: Source(FILE, text)} if draw(st.booleans()) else {},
        unopened=draw(st.booleans()),
        misconfigured=draw(st.booleans()),
        missing_path=draw(st.booleans()),
    )
