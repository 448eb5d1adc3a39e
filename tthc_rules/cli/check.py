"""`tthc-rules check`: every misconfiguration, with the law it breaks (kiểm tra)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from tthc_rules.cli import exit_codes
from tthc_rules.cli.commands import Command, console_of
from tthc_rules.cli.exit_codes import ExitCode
from tthc_rules.cli.output_files import write_all
from tthc_rules.cli.parameters import Day, Days, Number, OneOf, OutputTarget, argument, once, option
from tthc_rules.cli.workspace import on_a_day, settings_of
from tthc_rules.diagnostics import Message
from tthc_rules.engine.profiles import PROFILES
from tthc_rules.report.formats import FORMATS, encoded
from tthc_rules.report.messages import say, sentence
from tthc_rules.report.palette import COLOURED, PLAIN
from tthc_rules.report.sentences import reservations
from tthc_rules.report.text import TextView

if TYPE_CHECKING:
    from tthc_rules.api.results import CheckResult
    from tthc_rules.api.settings import Settings
    from tthc_rules.cli.console import Console

_LEVELS = ("error", "warning", "info")


@click.command(
    "check",
    cls=Command,
    shows_exit_codes=True,
    examples=(
        "tthc-rules check",
        "tthc-rules check procedures/provinces/40 --as-of 2026-07-01",
        "tthc-rules check --strict --output json=ket-qua.json",
    ),
)
@argument("paths", nargs=-1)
@option("--as-of", "as_of", type=Day(), shape="day", envvar="TTHC_RULES_AS_OF")
@option("--timeline", type=Days(), shape="days")
@option("--format", "format_", type=OneOf(FORMATS), shape="format", default="text")
@option("--output", "outputs", type=OutputTarget(FORMATS), shape="output", multiple=True)
@option("--fail-on", type=OneOf(_LEVELS), shape="level", envvar="TTHC_RULES_FAIL_ON")
@option("--strict", is_flag=True)
@option("-j", "--jobs", type=Number(0, 256), shape="number", envvar="TTHC_RULES_JOBS")
@option("--profile", type=OneOf(tuple(PROFILES)), shape="profile")
@option("--undecided", is_flag=True)
@option("--missing", is_flag=True)
@option("--statistics", is_flag=True)
@click.pass_context
def check(
    ctx: click.Context,
    *,
    paths: tuple[str, ...],
    as_of: date | None,
    timeline: tuple[date, date] | None,
    format_: str,
    outputs: tuple[tuple[str, str], ...],
    fail_on: str | None,
    strict: bool,
    jobs: int | None,
    profile: str | None,
    undecided: bool,
    missing: bool,
    statistics: bool,
) -> ExitCode:
    """Check data files and report (kiểm tra)."""
    console = console_of(ctx)
    by_file = once([(file, name) for name, file in outputs], "--output")
    levels = {"fail_on": fail_on, "strict": strict or None, "profile": profile}
    settings = on_a_day(settings_of(console, {"as_of": as_of, "jobs": jobs, **levels}))
    result = _run(console, paths, settings, timeline)
    view = TextView(lang=console.lang, undecided=undecided, statistics=statistics)
    write_all([(file, encoded(FORMATS[name](result, view))) for file, name in by_file.items()])
    for file in by_file:
        console.err(f"{sentence(Message('cli/written', {'file': file}), console.lang)}\n")
    palette = COLOURED if console.colours_out else PLAIN
    shown = TextView(console.lang, palette, undecided, statistics)
    if missing:
        console.out(_missing(result, format_, console))
        _reserve(result, console)
    else:
        console.out(FORMATS[format_](result, shown))
    return exit_codes.of_check(result, fail_on=settings.fail_on, strict=settings.strict)


def _missing(result: CheckResult, format_: str, console: Console) -> str:
    from tthc_rules.api.missing import missing
    from tthc_rules.report.missing import MISSING

    return MISSING[format_](missing(result), console.lang)


def _reserve(result: CheckResult, console: Console) -> None:
    """Say what the list leaves out: that the run was not whole, and where to see why."""
    said = reservations(result, console.lang)
    if said and result.findings:
        said = (*said, say("missing/see-report", console.lang))
    console.err("".join(f"{line}\n" for line in said))


def _run(
    console: Console,
    paths: tuple[str, ...],
    settings: Settings,
    timeline: tuple[date, date] | None,
) -> CheckResult:
    from tthc_rules import api

    progress = console.progress()
    try:
        if timeline is None:
            return api.check(paths, settings=settings, progress=progress, cache=console.cache)
        start, end = timeline
        return api.check_over_time(
            paths, settings=settings, start=start, end=end, progress=progress
        )
    finally:
        progress.clear()
