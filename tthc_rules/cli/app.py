"""The command line as a whole: from words to an exit code (dòng lệnh)."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence

import click

import tthc_rules
from tthc_rules.cli import language
from tthc_rules.cli.analyze import analyze
from tthc_rules.cli.cases import test
from tthc_rules.cli.check import check
from tthc_rules.cli.commands import PROGRAM, Group, console_of
from tthc_rules.cli.config import config, version
from tthc_rules.cli.console import Console, OutputError
from tthc_rules.cli.docs import docs
from tthc_rules.cli.due import due
from tthc_rules.cli.exit_codes import ExitCode
from tthc_rules.cli.failures import say_bug, say_error, say_output_error, say_usage
from tthc_rules.cli.fmt import fmt
from tthc_rules.cli.new import new
from tthc_rules.cli.parameters import option
from tthc_rules.cli.route import route
from tthc_rules.cli.rules import explain, rules
from tthc_rules.cli.why import why
from tthc_rules.diagnostics import Message


def _print_version(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        console_of(ctx).out(f"{PROGRAM} {tthc_rules.__version__}\n")
        ctx.exit()


@click.group(PROGRAM, cls=Group)
@option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_print_version)
@click.pass_context
def app(ctx: click.Context) -> ExitCode:
    """Everything a user can ask for (bộ công cụ)."""
    if ctx.invoked_subcommand is None:
        console_of(ctx).out(ctx.get_help() + "\n")
    return ExitCode.CLEAN


for _command in (
    analyze,
    check,
    config,
    docs,
    due,
    explain,
    fmt,
    new,
    route,
    rules,
    test,
    version,
    why,
):
    app.add_command(_command)


def run(arguments: Sequence[str], environ: Mapping[str, str] = os.environ) -> int:
    """Run one command line and return its exit code; nothing escapes as a traceback."""
    asked = language.asked(arguments, environ)
    console = Console(
        asked or language.of_locale(environ), lang_asked=asked is not None, environ=environ
    )
    try:
        return _dispatched(arguments, console)
    except KeyboardInterrupt:
        say_error(console, Message("cli/interrupted"))
        return ExitCode.INTERRUPTED
    except OutputError as error:
        say_output_error(console, error)
    except Exception as error:
        say_bug(console, error, debug=environ.get("TTHC_RULES_DEBUG") == "1")
    return ExitCode.FAILED


def _dispatched(arguments: Sequence[str], console: Console) -> int:
    try:
        with app.make_context(PROGRAM, list(arguments), obj=console) as ctx:
            return int(app.invoke(ctx))
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.UsageError as error:
        say_usage(console, error)
        return ExitCode.MISUSED
