"""`tthc-rules analyze`: what can be proved about rules and norms (phân tích)."""

from __future__ import annotations

from datetime import date

import click

from tthc_rules.cli.commands import Command, console_of
from tthc_rules.cli.exit_codes import ExitCode
from tthc_rules.cli.parameters import Day, Number, OneOf, option
from tthc_rules.cli.workspace import on_a_day, settings_of, shown_findings


@click.command(
    "analyze",
    cls=Command,
    examples=("tthc-rules analyze", "tthc-rules analyze --as-of 2026-09-01 --horizon 365"),
)
@option("--as-of", "as_of", type=Day(), shape="day", envvar="TTHC_RULES_AS_OF")
@option("--horizon", type=Number(1, 36_500), shape="number")
@option("--counter-examples", is_flag=True)
@option("--fail-on", type=OneOf(("error", "warning", "info")), shape="level")
@option("--format", "format_", type=OneOf(("text", "json")), shape="format", default="text")
@click.pass_context
def analyze(
    ctx: click.Context,
    *,
    as_of: date | None,
    horizon: int | None,
    counter_examples: bool,
    fail_on: str | None,
    format_: str,
) -> ExitCode:
    """Prove things about rules and norms (phân tích)."""
    from tthc_rules.api import analysing
    from tthc_rules.report import analysis as report
    from tthc_rules.report.palette import COLOURED, PLAIN
    from tthc_rules.report.text import TextView

    console = console_of(ctx)
    settings = on_a_day(settings_of(console, {"as_of": as_of, "fail_on": fail_on}))
    found = analysing.analyze(settings, horizon=horizon or analysing.HORIZON)
    if found.findings:
        console.err(shown_findings(console, found.findings))
    if format_ == "json":
        console.out(report.render_json(found.analysis))
    else:
        view = TextView(lang=console.lang, palette=COLOURED if console.colours_out else PLAIN)
        text = report.render_text(found.analysis, view, counter_examples=counter_examples)
        console.out(text)
    if found.misconfigured:
        return ExitCode.MISUSED
    if not found.analysis.rules and not found.analysis.norms:
        return ExitCode.NOTHING
    return ExitCode.FINDINGS if found.fails(settings.fail_on) else ExitCode.CLEAN
