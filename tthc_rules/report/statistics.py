"""The verdicts of each rule, counted (thống kê)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tthc_rules.report.escape import shown
from tthc_rules.report.excerpt import display_width
from tthc_rules.report.messages import say
from tthc_rules.report.palette import Palette
from tthc_rules.report.results import Result, Tallied

_COLUMNS = ("violated", "undecided", "passed", "not-applicable")


def statistics(result: Result, lang: str, palette: Palette) -> Iterator[str]:
    """Yield a table of rules and verdicts, then what stands outside it.

    A rule that applied to nothing is named: it may be dead, or the data may lack what it
    speaks of.
    """
    yield palette.paint("strong", say("report/statistics-title", lang))
    rules = {rule: tally for rule, tally in sorted(result.tallies.items()) if _applied(tally)}
    if rules:
        yield from _table(rules, lang, palette)
    never = sorted(set(result.tallies) - set(rules))
    if never:
        yield palette.paint("label", say("report/statistics.never", lang))
        yield from (f"  {shown(rule)}" for rule in never)
    other = Counter(
        finding.code for finding in result.findings if finding.code not in result.tallies
    )
    if other:
        yield palette.paint("label", say("report/statistics.other", lang))
        ranked = sorted(other.items(), key=lambda item: (-item[1], item[0]))
        yield from (f"{number:>7}  {shown(code)}" for code, number in ranked)


def _applied(tally: Tallied) -> bool:
    return tally.passed + tally.violated + tally.undecided > 0


def _table(rules: dict[str, Tallied], lang: str, palette: Palette) -> Iterator[str]:
    heads = [say(f"report/statistics.{column}", lang) for column in _COLUMNS]
    first = say("report/statistics.rule", lang)
    width = max(display_width(name) for name in (first, *map(shown, rules)))
    yield palette.paint("gutter", f"  {_padded(first, width)}  {'  '.join(heads)}")
    for rule, tally in rules.items():
        cells = (
            f"{number:>{display_width(head)}}"
            for number, head in zip(_verdicts(tally), heads, strict=True)
        )
        yield f"  {_padded(shown(rule), width)}  {'  '.join(cells)}"


def _padded(text: str, width: int) -> str:
    return text + " " * (width - display_width(text))


def _verdicts(tally: Tallied) -> tuple[int, int, int, int]:
    return (tally.violated, tally.undecided, tally.passed, tally.not_applicable)
