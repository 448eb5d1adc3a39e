"""Every exit code, decided in one place (mã thoát).

The order is the promise: the first that applies.
"""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tthc_rules.api.results import CheckResult
    from tthc_rules.diagnostics import Severity


class ExitCode(IntEnum):
    """What the process says when it ends."""

    CLEAN = 0
    FINDINGS = 1
    MISUSED = 2
    INCOMPLETE = 3
    NOTHING = 4
    FAILED = 5
    INTERRUPTED = 130


def of_check(result: CheckResult, *, fail_on: Severity, strict: bool) -> ExitCode:
    """Return the exit code of a `check` that ran to its end.

    Args:
        result: What was found.
        fail_on: The least severity that counts as a failure.
        strict: Whether an undecided rule makes the answer incomplete.
    """
    if result.misconfigured or result.missing_path:
        return ExitCode.MISUSED
    if result.files == 0 or not result.tallies:
        return ExitCode.NOTHING
    if result.unopened or (strict and result.undecided):
        return ExitCode.INCOMPLETE
    if any(_counts(finding.severity, fail_on) for finding in result.findings):
        return ExitCode.FINDINGS
    return ExitCode.CLEAN


def of_test(*, passed: int, failed: int, misconfigured: bool, short: bool) -> ExitCode:
    """Return the exit code of a run of rule cases.

    Args:
        passed, failed: How many cases did.
        misconfigured: A rule or a cases file has mistakes.
        short: The cases of some rule show less of it than was asked for.
    """
    if misconfigured:
        return ExitCode.MISUSED
    if passed + failed == 0:
        return ExitCode.NOTHING
    return ExitCode.FINDINGS if failed or short else ExitCode.CLEAN


def of_fmt(*, misconfigured: bool, files: int, unopened: bool, refused: bool) -> ExitCode:
    """Return the exit code of a run of the formatter.

    Args:
        misconfigured: A rule has mistakes, or a path does not exist.
        files: How many rules have a canonical form.
        unopened: A file could not be opened.
        refused: A rule is not in canonical form, and that is what was asked.
    """
    if misconfigured:
        return ExitCode.MISUSED
    if unopened:
        return ExitCode.INCOMPLETE
    if files == 0:
        return ExitCode.NOTHING
    return ExitCode.FINDINGS if refused else ExitCode.CLEAN


def of_why(*, found: bool, decided: bool, strict: bool) -> ExitCode:
    """Return the exit code of a question to the law.

    A procedure or attribute that nothing knows is like a path that does not exist.
    """
    if not found:
        return ExitCode.MISUSED
    return ExitCode.INCOMPLETE if strict and not decided else ExitCode.CLEAN


def of_due(*, found: bool, decided: bool, unopened: bool, refused: bool, strict: bool) -> ExitCode:
    """Return the exit code of a counted time limit.

    Args:
        found: The question can be understood, and there is a calendar.
        decided: The calendar names one end.
        unopened: A calendar that was named could not be opened.
        refused: Something in a calendar is wrong.
        strict: Whether an open answer makes the run incomplete.
    """
    if not found:
        return ExitCode.MISUSED
    if unopened or (strict and not decided):
        return ExitCode.INCOMPLETE
    return ExitCode.FINDINGS if refused else ExitCode.CLEAN


def _counts(severity: Severity, fail_on: Severity) -> bool:
    from tthc_rules.diagnostics import Severity

    grave_first = tuple(Severity)
    return grave_first.index(severity) <= grave_first.index(fail_on)
