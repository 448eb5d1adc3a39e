"""One type for everything that is said to a user: the finding (phát hiện).

Floor 2. A finding holds keys and values, never a finished sentence: sentences are looked
up by key in `report/messages`, at the edge. Only rules bring texts of their own, in both
languages.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from itertools import groupby
from types import MappingProxyType

from tthc_rules.model.text import Text
from tthc_rules.model.validity import Validity
from tthc_rules.source import Pointer, Position, Span

NOTHING: Mapping[str, Text | str] = MappingProxyType({})


class Severity(Enum):
    """How grave a finding is (mức độ)."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Verdict(Enum):
    """What a rule says of one subject (kết luận). Missing is never false."""

    PASS = "pass"  # noqa: S105 - a verdict, not a password
    VIOLATION = "violation"
    NOT_APPLICABLE = "not-applicable"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True, repr=False)
class Message:
    """A sentence by its key in `report/messages`, with the values for its placeholders.

    A value that reads differently in the two languages is a `Text`; a `str` is user data
    and is shown as it is.
    """

    key: str
    values: Mapping[str, Text | str] = field(default_factory=lambda: NOTHING)

    def __repr__(self) -> str:
        """Return what tells equal messages from others, whatever mapping holds the values."""
        return f"Message({self.key!r}, {sorted(self.values.items())!r})"

    def __reduce__(self) -> tuple[type[Message], tuple[str, dict[str, Text | str]]]:
        """Travel between processes: a read-only view of a mapping cannot."""
        return Message, (self.key, dict(self.values))


@dataclass(frozen=True, slots=True)
class Related:
    """A second place that explains a finding: "first defined here"."""

    span: Span
    message: Message


@dataclass(frozen=True, slots=True)
class Basis:
    """The provision a finding rests on (căn cứ), as far as it was read.

    `citation` is written as people write it: `63/2010/NĐ-CP Điều 8`.
    """

    citation: str
    verified: bool


@dataclass(frozen=True, slots=True)
class Edit:
    """One replacement in a file: the text of `span` becomes `text`."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """A change that removes the cause of a finding (cách sửa); all its edits or none."""

    message: Message | Text
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing said to the user, complete at birth (phát hiện).

    Attributes:
        code: `room/slug`, never reused: the id of a rule or of a class of input error.
        span: The smallest wrong thing; None only when no file is meant (a setting given
            on the command line, say).
        message: What is the case; `help` says what to do.
        basis: Provisions; empty means a technical convention (quy ước kỹ thuật).
        subject: Code of the procedure, number of the instrument …, for the fingerprint.
        path: Logical path by identity (`cases/default/channels/online/time_limit`).
        facts: Canonical values the verdict rests on, for the fingerprint.
        in_force: The days on which the finding holds, where known.
        occurrence: Which of several equal findings this is, from 0.
    """

    code: str
    severity: Severity
    span: Span | None
    message: Message | Text
    help: Message | Text | None = None
    verdict: Verdict = Verdict.VIOLATION
    related: tuple[Related, ...] = ()
    basis: tuple[Basis, ...] = ()
    subject: str = ""
    path: str = ""
    pointer: Pointer = ()
    facts: tuple[str, ...] = ()
    in_force: Validity | None = None
    fixes: tuple[Fix, ...] = ()
    occurrence: int = field(default=0)

    @property
    def fingerprint(self) -> str:
        """A name that survives edits elsewhere, other languages and moved lines."""
        parts = (self.code, self.subject, self.path, str(self.occurrence), *self.facts)
        digest = hashlib.sha256("\x00".join(parts).encode("utf-8", "surrogatepass"))
        return digest.hexdigest()[:32]


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings by file, place and code, with equal ones counted.

    The order depends on the findings alone, so a run gives the same bytes whatever the
    order of its files and the number of its processes.
    """
    placed = groupby(sorted(findings, key=_sort_key), key=_sort_key)
    seen: dict[str, int] = {}
    numbered = []
    for finding in (one for _, group in placed for one in _settled(tuple(group))):
        name = replace(finding, occurrence=0).fingerprint
        occurrence = seen.get(name, 0)
        seen[name] = occurrence + 1
        same = finding.occurrence == occurrence
        numbered.append(finding if same else replace(finding, occurrence=occurrence))
    return tuple(numbered)


def _settled(group: tuple[Finding, ...]) -> Iterable[Finding]:
    """Return findings of one place, code and facts in an order that all they say decides."""
    return group if len(group) == 1 else sorted(group, key=repr)


def _sort_key(finding: Finding) -> tuple[str, Position, Position, str, str, tuple[str, ...]]:
    span = finding.span or Span("", Position(0, 0), Position(0, 0))
    return (span.file, span.start, span.end, finding.code, finding.path, finding.facts)
