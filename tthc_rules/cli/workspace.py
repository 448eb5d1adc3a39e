"""Settings of a run, from flags and variables down to the workspace's file (thiết lập)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import click

from tthc_rules.cli.console import Console
from tthc_rules.cli.exit_codes import ExitCode

if TYPE_CHECKING:
    from tthc_rules.api.settings import Settings
    from tthc_rules.diagnostics import Finding

_VIETNAM = timezone(timedelta(hours=7))  # no summer time since 1975


def day_in_vietnam(moment: datetime) -> date:
    """Return the day it is in Vietnam at `moment`, which knows its time zone."""
    return moment.astimezone(_VIETNAM).date()


def today() -> date:
    """Return the day it is in Vietnam, wherever the machine stands."""
    return day_in_vietnam(datetime.now(_VIETNAM))


def settings_of(
    console: Console, overrides: Mapping[str, str | int | bool | date | None]
) -> Settings:
    """Return the settings for a run in the current folder.

    A wrong setting is shown and ends the run. The settings file chooses the language only
    when the caller did not.
    """
    from tthc_rules import api

    given = {name: value for name, value in overrides.items() if value is not None}
    if console.lang_asked:
        given["lang"] = console.lang
    settings, findings = api.load_settings(".", given)
    if settings is not None and settings.lang is not None:
        console.lang = settings.lang
    if findings:
        console.err(shown_findings(console, findings))
    if settings is None:
        raise click.exceptions.Exit(ExitCode.MISUSED)
    return settings


def on_a_day(settings: Settings) -> Settings:
    """Return settings that name a day: today, where nobody named one."""
    if settings.as_of is not None:
        return settings
    return replace(settings, values={**settings.values, "as_of": today()})


def shown_findings(console: Console, findings: tuple[Finding, ...]) -> str:
    """Return findings that stand outside a result, for standard error."""
    from tthc_rules.report.palette import COLOURED, PLAIN
    from tthc_rules.report.text import TextView, render_findings

    palette = COLOURED if console.colours_err else PLAIN
    return render_findings(findings, {}, TextView(lang=console.lang, palette=palette))


def has_errors(findings: tuple[Finding, ...]) -> bool:
    """Return whether some rule or setting is wrong, not merely worth a remark."""
    from tthc_rules.diagnostics import Severity

    return any(finding.severity is Severity.ERROR for finding in findings)
