"""`tthc-rules route`: the route of a configuration, drawn (quy trình liên thông)."""

from __future__ import annotations

from datetime import date

import click

from tthc_rules.cli import exit_codes
from tthc_rules.cli.commands import Command, console_of
from tthc_rules.cli.exit_codes import ExitCode
from tthc_rules.cli.output_files import write_all
from tthc_rules.cli.parameters import Day, OneOf, argument, option
from tthc_rules.cli.workspace import on_a_day, settings_of, shown_findings
from tthc_rules.diagnostics import Message
from tthc_rules.report.messages import sentence

_FORMATS = ("text", "mermaid", "svg", "bpmn", "json")


@click.command(
    "route",
    cls=Command,
    examples=(
        "tthc-rules route 1.012756 --territory 40",
        "tthc-rules route 1.012756 --territory 40 --format svg --output quy-trinh.svg",
    ),
)
@argument("code")
@option("--territory", shape="territory", required=True)
@option("--as-of", "as_of", type=Day(), shape="day", envvar="TTHC_RULES_AS_OF")
@option("--case", shape="name")
@option("--format", "format_", type=OneOf(_FORMATS), shape="format", default="text")
@option("--output", shape="file", words="route.output")
@option("--strict", is_flag=True, words="due.strict")
@click.pass_context
def route(
    ctx: click.Context,
    *,
    code: str,
    territory: str,
    as_of: date | None,
    case: str | None,
    format_: str,
    output: str | None,
    strict: bool,
) -> ExitCode:
    """Draw a route (vẽ quy trình)."""
    from tthc_rules import api
    from tthc_rules.report.route_sheet import FORMATS

    console = console_of(ctx)
    settings = on_a_day(settings_of(console, {"as_of": as_of, "strict": strict or None}))
    answer = api.route(api.RouteQuestion(code, territory, case), settings)
    if answer.findings:
        console.err(shown_findings(console, answer.findings))
    if answer.sheet is not None:
        drawn = FORMATS[format_](answer.sheet, console.lang)
        if output is None:
            console.out(drawn)
        else:
            write_all([(output, drawn.encode("utf-8"))])
            console.err(f"{sentence(Message('cli/written', {'file': output}), console.lang)}\n")
    return exit_codes.of_why(
        found=answer.sheet is not None, decided=answer.decided, strict=settings.strict
    )
