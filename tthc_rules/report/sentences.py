"""Turns of phrase that several reports share: counts, days, grounds, the last line (câu chữ)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from tthc_rules.diagnostics import Basis, Message, Severity
from tthc_rules.model.text import Text, day_text
from tthc_rules.model.validity import Validity
from tthc_rules.report.escape import shown
from tthc_rules.report.messages import both, say
from tthc_rules.report.results import Result


def counted(number: int, noun: str) -> Text:
    """Return a number with its noun: `3 tệp`, `1 file` (số đếm).

    Args:
        number: At least 0.
        noun: Key below `report/` that has a form for one and a form for many.
    """
    key = f"report/{noun}.one" if number == 1 else f"report/{noun}"
    return Text(vi=say(key, "vi", n=str(number)), en=say(key, "en", n=str(number)))


def period(validity: Validity, lang: str) -> str:
    """Return a period with its last day, which people count in (thời gian); `` if always."""
    start = day_text(validity.start) if validity.start else None
    last = day_text(validity.end - timedelta(days=1)) if validity.end else None
    if start and last:
        return say("report/period.between", lang, start=start, last=last)
    if start:
        return say("report/period.from", lang, start=start)
    return say("report/period.until", lang, last=last) if last else ""


def grounds(basis: Sequence[Basis], lang: str) -> str:
    """Return the provisions of a finding on one line (căn cứ).

    Without any, the finding rests on a technical convention. What nobody has yet read in
    the original says so.
    """
    if not basis:
        return say("report/basis.convention", lang)
    unverified = say("report/basis.unverified", lang)
    return "; ".join(
        shown(one.citation if one.verified else f"{one.citation} ({unverified})") for one in basis
    )


def severity_word(severity: Severity, lang: str) -> str:
    """Return `lỗi`, `cảnh báo` or `thông tin`."""
    return say(f"report/severity.{severity.value}", lang)


def last_line(result: Result, lang: str) -> str:
    """Return the line that counts everything, undecided included (dòng cuối)."""
    return say(
        "report/last-line",
        lang,
        files=counted(result.files, "files"),
        rules=counted(len(result.tallies), "rules"),
        errors=counted(result.count(Severity.ERROR), "errors"),
        warnings=counted(result.count(Severity.WARNING), "warnings"),
        infos=counted(result.count(Severity.INFO), "infos"),
        undecided=counted(len(result.undecided), "undecided"),
        law=_law(result),
    )


def _law(result: Result) -> Text:
    first = day_text(result.day)
    if result.until is None:
        return both(Message("report/law.day", {"day": first}))
    last = day_text(result.until - timedelta(days=1))
    days = both(Message("report/period.between", {"start": first, "last": last}))
    return both(Message("report/law.days", {"days": days}))


def reservations(result: Result, lang: str) -> tuple[str, ...]:
    """Return why the result says less than it seems to (kết quả chưa trọn vẹn)."""
    reasons = (
        ("report/incomplete.missing-path", result.missing_path),
        ("report/incomplete.misconfigured", result.misconfigured),
        ("report/nothing-checked", result.files == 0 or not result.tallies),
        ("report/incomplete.unopened", result.unopened and not result.missing_path),
    )
    return tuple(say(key, lang) for key, holds in reasons if holds)
