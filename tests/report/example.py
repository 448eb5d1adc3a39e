"""One made-up run that shows every part of a report."""

from __future__ import annotations

from datetime import date

from tthc_rules.api.results import CheckResult, Tally
from tthc_rules.diagnostics import Basis, Finding, Message, Related, Severity, Verdict
from tthc_rules.model.text import Text
from tthc_rules.model.validity import Validity
from tthc_rules.source import Position, Source, Span

FILE = "procedures/provinces/XX/ho-tich/9.000001.yaml"
TEXT = """kind: configuration
procedure: "9.000001"
territory: "XX"
overrides:
  cases:
    - id: default
      channels:
        - {channel: online, time_limit: 5 ngày làm vien}
"""
LAW = "procedures/national/ho-tich/9.000001.yaml"
LAW_TEXT = 'kind: procedure\ncode: "9.000001"\n'


def _span(file: str, text: str, part: str) -> Span:
    start = text.index(part)
    return Source(file, text).span(start, start + len(part))


REFUSED = Finding(
    code="yaml/bad-value",
    severity=Severity.ERROR,
    span=_span(FILE, TEXT, "5 ngày làm vien"),
    message=Text("không hiểu thời hạn `5 ngày làm vien`", "unknown time limit `5 ngày làm vien`"),
    help=Text("ý bạn là `5 ngày làm việc`?", "did you mean `5 ngày làm việc`?"),
)
TOO_LONG = Finding(
    code="thoi-han/dai-hon-luat",
    severity=Severity.WARNING,
    span=_span(FILE, TEXT, '"9.000001"'),
    message=Text("thời hạn dài hơn mức của luật", "the time limit is longer than the law allows"),
    basis=(Basis("118/2025/NĐ-CP Điều 5", True), Basis("61/2018/NĐ-CP", False)),
    related=(
        Related(
            _span(LAW, LAW_TEXT, "procedure"),
            Message("report/period.from", {"start": Text("01/07/2025", "2025-07-01")}),
        ),
    ),
    in_force=Validity(date(2025, 7, 1), date(2027, 1, 1)),
    subject="9.000001",
    path="cases/default/channels/online/time_limit",
)
UNKNOWN_OPTION = Finding(
    code="setting/unknown",
    severity=Severity.INFO,
    span=None,
    message=Text("không có thiết lập `lop`", "no setting `lop`"),
)


def _undecided(rule: str, fact: str, line: int) -> Finding:
    return Finding(
        code=rule,
        severity=Severity.ERROR,
        span=Span(FILE, Position(line, 1), Position(line, 5)),
        message=Text(f"chưa biết `{fact}`", f"`{fact}` is not known"),
        verdict=Verdict.UNDECIDED,
    )


RESULT = CheckResult(
    day=date(2026, 11, 24),
    findings=(REFUSED, TOO_LONG, UNKNOWN_OPTION),
    undecided=(
        _undecided("phi/muc-thu", "applicant.kind", 2),
        _undecided("phi/muc-thu", "applicant.age", 3),
        _undecided("phi/muc-thu", "applicant.age", 4),
        _undecided("thoi-han/dai-hon-luat", "received", 1),
    ),
    tallies={
        "phi/muc-thu": Tally(undecided=3),
        "quy-trinh/cu": Tally(not_applicable=7),
        "thoi-han/dai-hon-luat": Tally(passed=10, violated=1, undecided=1, not_applicable=2),
    },
    files=12,
    procedures=9,
    sources={FILE: Source(FILE, TEXT), LAW: Source(LAW, LAW_TEXT)},
)
CLEAN = CheckResult(
    day=date(2026, 11, 24),
    findings=(),
    undecided=(),
    tallies={"phi/muc-thu": Tally(passed=1)},
    files=1,
    procedures=1,
    sources={},
)
