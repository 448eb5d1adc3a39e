"""How much the cases of rules show, as a table and what is lacking (bảng đo ca kiểm thử)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from tthc_rules.diagnostics import Message
from tthc_rules.report.escape import shown
from tthc_rules.report.excerpt import display_width
from tthc_rules.report.messages import say, sentence
from tthc_rules.report.palette import Palette
from tthc_rules.source import Span


class Lacking(Protocol):
    """Something no case shows, and where in the rule it stands (điều còn thiếu)."""

    @property
    def span(self) -> Span:
        """The part of the rule."""

    @property
    def message(self) -> Message:
        """What is lacking."""


class Measured(Protocol):
    """How much the cases of one rule show (kết quả đo một quy tắc)."""

    @property
    def rule(self) -> str:
        """Its id."""

    @property
    def cases(self) -> int:
        """How many cases it has."""

    @property
    def reached(self) -> int:
        """How much of what is asked for they show."""

    @property
    def total(self) -> int:
        """How much is asked for."""

    @property
    def percent(self) -> int:
        """The share in whole percent."""

    @property
    def lacking(self) -> Sequence[Lacking]:
        """The rest."""


def measures(rules: Sequence[Measured], kind: str, lang: str, palette: Palette) -> Iterator[str]:
    """Yield a table of rules, what each lacks, and the sum.

    Args:
        rules: What was measured of each rule.
        kind: `coverage` or `mutation`, the key of the words.
        lang: `vi` or `en`.
        palette: The colours of the terminal.
    """
    yield palette.paint("strong", say(f"test/{kind}.title", lang))
    heads = [say("test/measure.rule", lang), say("test/measure.cases", lang)]
    heads += [say(f"test/{kind}.reached", lang), say("test/measure.percent", lang)]
    rows = [_cells(rule) for rule in rules]
    widths = [max(map(display_width, column)) for column in zip(heads, *rows, strict=True)]
    yield palette.paint("gutter", _row(heads, widths))
    yield from (_row(row, widths) for row in rows)
    lacking = [one for rule in rules for one in rule.lacking]
    if lacking:
        yield palette.paint("label", say(f"test/{kind}.lacking", lang))
    for one in lacking:
        start = one.span.start
        place = palette.paint("place", f"{shown(one.span.file)}:{start.line}:{start.column}")
        yield f"  {place}: {sentence(one.message, lang)}"


def _cells(rule: Measured) -> list[str]:
    numbers = f"{rule.reached}/{rule.total}"
    return [shown(rule.rule), str(rule.cases), numbers, f"{rule.percent} %"]


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    first = cells[0] + " " * (widths[0] - display_width(cells[0]))
    rest = (
        " " * (width - display_width(cell)) + cell
        for cell, width in zip(cells[1:], widths[1:], strict=True)
    )
    return "  ".join(("", first, *rest))
