"""What a page of a rule tells (nội dung trang quy tắc): plain values, decided elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tthc_rules.diagnostics import Message, Severity
from tthc_rules.model.text import Text
from tthc_rules.model.validity import Validity


@dataclass(frozen=True, slots=True)
class TextOfLaw:
    """An instrument as the index of the law lists it (văn bản).

    Attributes:
        number: `63/2010/NĐ-CP`.
        issuer: Its issuer where a rule needs it to tell it from others; empty otherwise.
        title: As registered; empty where nothing is.
        force: The days it is in force, as people read them.
        verified: Whether somebody read it in the original.
        registered: Whether the register knows it at all.
    """

    number: str
    issuer: str
    title: str
    force: Text
    verified: bool
    registered: bool


@dataclass(frozen=True, slots=True)
class Provision:
    """A provision that a rule rests on (căn cứ), with the instrument that holds it."""

    law: TextOfLaw
    article: str
    clause: str
    point: str
    cited: Text


@dataclass(frozen=True, slots=True)
class Shown:
    """What a rule says of one place (phát hiện mẫu)."""

    path: str
    message: Message | Text
    help: Message | Text | None


@dataclass(frozen=True, slots=True)
class Example:
    """A case of a rule as its page shows it (ví dụ).

    `change` is the YAML of what the case changes; `shown` what the rule then says, None where
    it is met.
    """

    name: str
    change: str
    shown: Shown | None


@dataclass(frozen=True, slots=True)
class RulePage:
    """A rule as its page and the indexes tell of it (trang quy tắc).

    Attributes:
        id: `<topic>/<name>`.
        titles: Its title.
        severity: As the rule says.
        counts_as: As a run counts it, by what is verified.
        suppressible: Whether a violation may be suppressed.
        basis: Its provisions.
        convention: Whether it (also) rests on a technical convention.
        periods: The days on which it holds.
        collection: What it ranges over.
        plain: What it does, a sentence each.
        message, help: What it says; what stands between ⟨ and ⟩ is filled in.
        has_fix: Whether it can correct the value.
        silences: Rules for which it speaks.
        cases: How many cases it has.
        sample: The YAML that its cases change.
        passing, failing: A case of each kind.
        source, cases_source: Where rule and cases are: from the page, or their names.
        linked: Whether those are links that work.
    """

    id: str
    titles: Text
    severity: Severity
    counts_as: Severity
    suppressible: bool
    basis: tuple[Provision, ...]
    convention: bool
    periods: tuple[Validity, ...]
    collection: Text
    plain: tuple[Text, ...]
    message: Text
    help: Text | None
    has_fix: bool
    silences: tuple[str, ...]
    cases: int
    sample: str
    passing: Example | None
    failing: Example | None
    source: str
    cases_source: str
    linked: bool

    @property
    def topic(self) -> str:
        """The first part of its id."""
        return self.id.partition("/")[0]

    @property
    def starts(self) -> date | None:
        """The first day on which it holds, None where it always did."""
        starts = [period.start for period in self.periods]
        known = [start for start in starts if start is not None]
        return min(known) if len(known) == len(starts) and known else None


@dataclass(frozen=True, slots=True)
class Family:
    """A page on rules that could not be built (quy tắc chưa làm được): its file and title."""

    file: str
    title: str
