"""What the use cases return: plain values that a door shows (kết quả)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from tthc_rules.diagnostics import Finding, Severity
from tthc_rules.model.text import Text
from tthc_rules.source import Source


@dataclass(frozen=True, slots=True)
class Tally:
    """How often one rule came to each verdict in a run (thống kê một quy tắc)."""

    passed: int = 0
    violated: int = 0
    not_applicable: int = 0
    undecided: int = 0


@dataclass(frozen=True, slots=True)
class CheckResult:
    """Everything that one run of `check` found (kết quả kiểm tra).

    Attributes:
        day: The day of the law that was asked for.
        findings: Violations and input errors, in order; never undecided verdicts.
        undecided: One finding for each rule and place left undecided, with what is missing.
        tallies: For each rule that ran, by id in alphabetical order.
        files: Data files read that were to be judged.
        procedures: Publications and configurations judged.
        sources: Text of each file that a finding points into, by its shown name.
        unopened: Some input could not be opened.
        misconfigured: A rule or a setting is wrong, so the answer is not whole.
        missing_path: A path given by the user does not exist.
        until: Of a timeline, the first day that is no longer looked at; each finding then
            says on which days it holds.
    """

    day: date
    findings: tuple[Finding, ...]
    undecided: tuple[Finding, ...]
    tallies: Mapping[str, Tally]
    files: int
    procedures: int
    sources: Mapping[str, Source]
    unopened: bool = False
    misconfigured: bool = False
    missing_path: bool = False
    until: date | None = None

    def count(self, severity: Severity) -> int:
        """Return how many findings have this severity."""
        return sum(1 for finding in self.findings if finding.severity is severity)


@dataclass(frozen=True, slots=True)
class RuleInfo:
    """A rule as `rules list`, `rules show` and `explain` present it (thông tin quy tắc).

    `force` holds the periods as people read them; `basis` the citations as written; `off` says
    that the profile or the settings keep the rule from running.
    """

    id: str
    title: Text
    severity: Severity
    suppressible: bool
    basis: tuple[str, ...]
    force: tuple[Text, ...]
    applies_to: Text
    message: Text
    help: Text | None
    file: str
    text: str
    plain: Text | None = None
    cases: int = 0
    off: bool = False


@dataclass(frozen=True, slots=True)
class SettingInfo:
    """One setting, its value and where it came from (nguồn gốc thiết lập)."""

    name: str
    value: str
    origin: Text
