"""`tthc-rules why`: what the law gives, who set it, who was set aside and why (vì sao)."""

from __future__ import annotations

from datetime import date

import click

from tthc_rules.cli import exit_codes
from tthc_rules.cli.commands import Command, console_of
from tthc_rules.cli.exit_codes import ExitCode
from tthc_rules.cli.parameters import (
    Assignment,
    Day,
    DayAssignment,
    Days,
    OneOf,
    argument,
    once,
    option,
)
from tthc_rules.cli.workspace import on_a_day, settings_of, shown_findings
from tthc_rules.report.escape import json_safe
from tthc_rules.report.messages import sentence


@click.command(
    "why",
    cls=Command,
    examples=(
        "tthc-rules why 1.012756 time_limit --territory 40",
        "tthc-rules why 1.012756 time_limit --territory 40 --channel online --as-of 2026-07-01",
    ),
)
@argument("code")
@argument("attribute")
@option("--territory", shape="territory", required=True)
@option("--as-of", "as_of", type=Day(), shape="day", envvar="TTHC_RULES_AS_OF")
@option("--case", shape="name")
@option("--charge", shape="name")
@option("--channel", type=OneOf(("direct", "online", "postal")), shape="channel")
@option("--fact", "facts", type=Assignment(), shape="fact", multiple=True)
@option("--event", "events", type=DayAssignment(), shape="event", multiple=True)
@option("--known-on", type=Day(), shape="day")
@option("--timeline", type=Days(), shape="days")
@option("--format", "format_", type=OneOf(("text", "json")), shape="format", default="text")
@option("--strict", is_flag=True)
@click.pass_context
def why(
    ctx: click.Context,
    *,
    code: str,
    attribute: str,
    territory: str,
    as_of: date | None,
    case: str | None,
    channel: str | None,
    charge: str | None,
    facts: tuple[tuple[str, str], ...],
    events: tuple[tuple[str, str], ...],
    known_on: date | None,
    timeline: tuple[date, date] | None,
    format_: str,
    strict: bool,
) -> ExitCode:
    """Ask the law (hỏi luật)."""
    from tthc_rules import api

    console = console_of(ctx)
    fact_by_name, event_by_name = once(facts, "--fact"), once(events, "--event")
    settings = on_a_day(settings_of(console, {"as_of": as_of, "strict": strict or None}))
    question = api.Question(
        code,
        attribute,
        territory,
        case=case,
        channel=channel,
        charge=charge,
        facts=fact_by_name,
        events={name: date.fromisoformat(day) for name, day in event_by_name.items()},
        known_on=known_on,
        period=timeline,
    )
    answer = api.why(question, settings)
    if answer.findings:
        console.err(shown_findings(console, answer.findings))
    if format_ == "json":
        console.out(json_safe(answer.json.rstrip("\n")) + "\n")
    else:
        console.out("".join(f"{sentence(line, console.lang)}\n" for line in answer.lines))
    return exit_codes.of_why(found=answer.found, decided=answer.decided, strict=settings.strict)
