"""What loading has to say, before it has a line and a column (lỗi đọc tệp).

Stages work on offsets into the text of one file; a fault keeps them until it is known that
somebody will read the finding.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from tthc_rules.diagnostics import NOTHING, Edit, Finding, Fix, Message, Related, Severity
from tthc_rules.model.text import Text
from tthc_rules.source import Pointer, Source

LONGEST_WORD = 60
"""Code points of a user's text that a message shows; of longer ones, the beginning."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One mistake between two offsets of a text.

    Attributes:
        code: The class of the mistake, as users see it.
        start: Offset of the first wrong code point.
        end: Offset behind the last one; never before `start`.
        variant: Which sentence of the class; empty for its only or usual one.
        values: Values for the placeholders of the sentence.
        severity: How grave it is.
        earlier: Offsets of a second place that explains the first.
        replacement: What to write instead of the span, where that is certain.
        pointer: The value concerned, from the root of the file.
    """

    code: str
    start: int
    end: int
    variant: str = ""
    values: Mapping[str, Text | str] = field(default_factory=lambda: NOTHING)
    severity: Severity = Severity.ERROR
    earlier: tuple[int, int] | None = None
    replacement: str | None = None
    pointer: Pointer = ()


class FatalError(Exception):
    """A mistake after which nothing else of the file can be judged.

    It ends the stages of loading and is turned into a finding by the reader.
    """

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.code)
        self.fault = fault


def short(text: str) -> str:
    """Return a text as a message can show it: on one line, and not too long."""
    line = " ".join(text[: 4 * LONGEST_WORD].split())
    return line if len(line) <= LONGEST_WORD else f"{line[: LONGEST_WORD - 1]}…"


def findings(source: Source, faults: Iterable[Fault]) -> tuple[Finding, ...]:
    """Return the findings of one file, by place, then by class."""
    ordered = sorted(faults, key=lambda fault: (fault.start, fault.code, fault.end))
    return tuple(_finding(source, fault) for fault in ordered)


def _finding(source: Source, fault: Fault) -> Finding:
    key = f"{fault.code}.{fault.variant}" if fault.variant else fault.code
    remedy = Message(f"{key}.help", fault.values)
    span = source.span(fault.start, fault.end)
    related: tuple[Related, ...] = ()
    if fault.earlier is not None:
        related = (Related(source.span(*fault.earlier), Message(f"{key}.earlier")),)
    fixes: tuple[Fix, ...] = ()
    if fault.replacement is not None:
        fixes = (Fix(remedy, (Edit(span, fault.replacement),)),)
    return Finding(
        code=fault.code,
        severity=fault.severity,
        span=span,
        message=Message(key, fault.values),
        help=remedy,
        related=related,
        pointer=fault.pointer,
        fixes=fixes,
    )
