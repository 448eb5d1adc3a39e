"""The report for people at a terminal (báo cáo văn bản)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tthc_rules.diagnostics import Finding
from tthc_rules.report.escape import shown
from tthc_rules.report.excerpt import display_width, excerpt
from tthc_rules.report.messages import say, sentence
from tthc_rules.report.palette import PLAIN, Palette
from tthc_rules.report.results import Result
from tthc_rules.report.sentences import grounds, last_line, period, reservations, severity_word
from tthc_rules.report.statistics import statistics
from tthc_rules.source import Source, Span


@dataclass(frozen=True, slots=True)
class TextView:
    """How the text report is to look (cách trình bày).

    Attributes:
        lang: `vi` or `en`.
        palette: Colours; plain unless the report goes to a terminal.
        undecided: Show every undecided verdict instead of one line a rule.
        statistics: Show the verdicts of each rule.
    """

    lang: str = "vi"
    palette: Palette = PLAIN
    undecided: bool = False
    statistics: bool = False


def render(result: Result, view: TextView) -> str:
    """Return the whole report, ending in the line that counts everything."""
    return "".join(f"{line}\n" for line in _report(result, view))


def render_findings(
    findings: tuple[Finding, ...], sources: Mapping[str, Source], view: TextView
) -> str:
    """Return findings alone, as for a wrong setting, without a last line."""
    blocks = (_block(finding, sources, view, undecided=False) for finding in findings)
    return "\n".join("".join(f"{line}\n" for line in block) for block in blocks)


def _report(result: Result, view: TextView) -> Iterator[str]:
    for finding in result.findings:
        yield from _block(finding, result.sources, view, undecided=False)
        yield ""
    if view.undecided:
        for finding in result.undecided:
            yield from _block(finding, result.sources, view, undecided=True)
            yield ""
    elif result.undecided:
        yield from _undecided_summary(result.undecided, view)
        yield ""
    if view.statistics:
        yield from statistics(result, view.lang, view.palette)
        yield ""
    for reservation in reservations(result, view.lang):
        yield view.palette.paint("warning", reservation)
    yield view.palette.paint("strong", last_line(result, view.lang))


def _block(
    finding: Finding, sources: Mapping[str, Source], view: TextView, *, undecided: bool
) -> Iterator[str]:
    lang, paint = view.lang, view.palette.paint
    role = "undecided" if undecided else finding.severity.value
    word = (
        say("report/severity.undecided", lang)
        if undecided
        else severity_word(finding.severity, lang)
    )
    place = paint("place", _place(finding.span)) if finding.span else ""
    message = sentence(finding.message, lang)
    yield f"{place}{paint(role, word + ':')} {message} {paint('code', f'[{shown(finding.code)}]')}"
    yield from _excerpt_lines(finding.span, sources, view, role)
    yield _labelled("basis", grounds(finding.basis, lang), view)
    if finding.in_force is not None and (when := period(finding.in_force, lang)):
        yield _labelled("period", when, view)
    if finding.help is not None:
        yield _labelled("help", sentence(finding.help, lang), view)
    for related in finding.related:
        yield _labelled("note", _place(related.span) + sentence(related.message, lang), view)
        yield from _excerpt_lines(related.span, sources, view, "gutter")


def _place(span: Span) -> str:
    return f"{shown(span.file)}:{span.start.line}:{span.start.column}: "


def _labelled(label: str, text: str, view: TextView) -> str:
    word = say(f"report/label.{label}", view.lang)
    return f"{view.palette.paint('label', word + ':')} {text}"


def _excerpt_lines(
    span: Span | None, sources: Mapping[str, Source], view: TextView, role: str
) -> Iterator[str]:
    source = sources.get(span.file) if span else None
    if span is None or source is None:
        return
    part = excerpt(source, span)
    number = str(span.start.line)
    paint = view.palette.paint
    blank = paint("gutter", " " * len(number) + " |")
    yield blank
    yield f"{paint('gutter', f'{number} |')} {part.line}".rstrip()
    yield f"{blank} {' ' * part.before}{paint(role, '^' * part.carets)}"


def _undecided_summary(undecided: tuple[Finding, ...], view: TextView) -> Iterator[str]:
    missing: dict[str, Counter[str]] = {}
    for finding in undecided:
        reasons = missing.setdefault(finding.code, Counter())
        reasons[sentence(finding.message, view.lang)] += 1
    rows = sorted(missing.items(), key=lambda row: (-row[1].total(), row[0]))
    width = max(display_width(code) for code in missing)
    yield view.palette.paint("undecided", say("report/undecided-title", view.lang) + ":")
    for code, reasons in rows:
        first = min(reasons.items(), key=lambda reason: (-reason[1], reason[0]))[0]
        padding = " " * (width - display_width(code))
        why = say("report/undecided-first", view.lang, missing=first) if len(reasons) > 1 else first
        yield f"{reasons.total():>7}  {shown(code)}{padding}  {why}"
