"""`tthc-rules due`: when a time limit ends, day by day (ngày hết hạn)."""

from __future__ import annotations

from datetime import date, datetime

import click

from tthc_rules.cli import exit_codes
from tthc_rules.cli.commands import Command, console_of
from tthc_rules.cli.exit_codes import ExitCode
from tthc_rules.cli.parameters import (
    Assignment,
    Moment,
    MomentAssignment,
    OneOf,
    YesOrNo,
    once,
    option,
)
from tthc_rules.cli.workspace import has_errors, settings_of, shown_findings
from tthc_rules.report.messages import sentence


class _Policy(Assignment):
    """`NAME=VALUE` of a policy."""

    form = "reception_day=counted"


@click.command(
    "due",
    cls=Command,
    examples=(
        'tthc-rules due --received 2026-11-23T16:00 --limit "1 ngày làm việc"',
        'tthc-rules due --received "23/11/2026 16:00" --limit "5 ngày làm việc"'
        " --policy reception_day=counted",
    ),
)
@option("--received", type=Moment(), shape="moment", required=True)
@option("--limit", shape="limit", required=True)
@option("--calendar", "calendars", shape="file", multiple=True)
@option("--policy", "policies", type=_Policy(), shape="policy", multiple=True)
@option(
    "--event",
    "events",
    type=MomentAssignment(),
    shape="moment-of",
    words="due.event",
    multiple=True,
)
@option("--extension", shape="limit")
@option("--difficult", type=YesOrNo(("land", "applicant")), shape="yes-or-no", multiple=True)
@option("--format", "format_", type=OneOf(("text", "json")), shape="format", default="text")
@option("--strict", is_flag=True, words="due.strict")
@click.pass_context
def due(
    ctx: click.Context,
    *,
    received: date,
    limit: str,
    calendars: tuple[str, ...],
    policies: tuple[tuple[str, str], ...],
    events: tuple[tuple[str, str], ...],
    extension: str | None,
    difficult: tuple[tuple[str, str], ...],
    format_: str,
    strict: bool,
) -> ExitCode:
    """Count a time limit (tính hạn)."""
    from tthc_rules import api

    console = console_of(ctx)
    answers, areas = once(policies, "--policy"), once(difficult, "--difficult")
    settings = settings_of(console, {"strict": strict or None})
    question = api.DueQuestion(
        received,
        limit,
        calendars=calendars,
        policies=answers,
        events=tuple((name, _moment(at)) for name, at in events),
        extension=extension,
        difficult={name: word == "yes" for name, word in areas.items()},
    )
    answer = api.due(question, settings)
    if answer.findings:
        console.err(shown_findings(console, answer.findings))
    if format_ == "json":
        console.out(answer.json)
    else:
        console.out("".join(f"{sentence(line, console.lang)}\n" for line in answer.lines))
    return exit_codes.of_due(
        found=answer.found,
        decided=answer.decided,
        unopened=answer.unopened,
        refused=has_errors(answer.findings),
        strict=settings.strict,
    )


def _moment(text: str) -> date:
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
