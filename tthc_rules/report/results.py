"""What a report needs to know of a run (kết quả kiểm tra), whoever made it.

The use cases live above this floor, so their result is described here by its shape.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Protocol

from tthc_rules.diagnostics import Finding, Severity
from tthc_rules.source import Source


class Tallied(Protocol):
    """How often one rule came to each verdict (thống kê một quy tắc)."""

    @property
    def passed(self) -> int:
        """Subjects that satisfy the rule."""

    @property
    def violated(self) -> int:
        """Subjects that break it."""

    @property
    def not_applicable(self) -> int:
        """Subjects it does not speak of."""

    @property
    def undecided(self) -> int:
        """Subjects of which too little is known."""


class Result(Protocol):
    """One run of `check`, as `tthc_rules.api.results.CheckResult` states it."""

    @property
    def day(self) -> date:
        """The day of the law."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Violations and input errors, in order."""

    @property
    def undecided(self) -> tuple[Finding, ...]:
        """Undecided verdicts, with what is missing."""

    @property
    def tallies(self) -> Mapping[str, Tallied]:
        """Verdicts of each rule that ran, by id."""

    @property
    def files(self) -> int:
        """Data files judged."""

    @property
    def procedures(self) -> int:
        """Publications and configurations judged."""

    @property
    def sources(self) -> Mapping[str, Source]:
        """Texts that findings point into, by shown name."""

    @property
    def unopened(self) -> bool:
        """Some input could not be opened."""

    @property
    def misconfigured(self) -> bool:
        """A rule or a setting is wrong."""

    @property
    def missing_path(self) -> bool:
        """A path given by the user does not exist."""

    @property
    def until(self) -> date | None:
        """Of a timeline, the first day that is no longer looked at."""

    def count(self, severity: Severity) -> int:
        """Return how many findings have this severity."""
