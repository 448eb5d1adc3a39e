"""`tthc-rules test`: the cases of the rules (trường hợp thử)."""

from __future__ import annotations

import click

from tthc_rules.cli import exit_codes
from tthc_rules.cli.commands import Command, console_of
from tthc_rules.cli.exit_codes import ExitCode
from tthc_rules.cli.parameters import argument
from tthc_rules.cli.workspace import has_errors, settings_of, shown_findings
from tthc_rules.report.messages import say, sentence


@click.command("test", cls=Command)
@argument("paths", nargs=-1, words="paths.test")
@click.pass_context
def test(ctx: click.Context, paths: tuple[str, ...]) -> ExitCode:
    """Run the cases of the rules (chạy trường hợp thử)."""
    from tthc_rules import api

    console = console_of(ctx)
    outcome = api.test(paths, settings_of(console, {}))
    if outcome.findings:
        console.err(shown_findings(console, outcome.findings))
    lang = console.lang
    lines = [sentence(line, lang) for line in outcome.lines]
    counts = {"passed": str(outcome.passed), "failed": str(outcome.failed)}
    if outcome.passed + outcome.failed:
        lines.append(say("cli/test.summary", lang, **counts))
    else:
        lines.append(say("cli/test.nothing", lang))
    console.out("".join(f"{line}\n" for line in lines))
    return exit_codes.of_test(
        passed=outcome.passed, failed=outcome.failed, misconfigured=has_errors(outcome.findings)
    )
