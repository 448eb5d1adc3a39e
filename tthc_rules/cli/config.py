"""`tthc-rules config` and `version`: what is in use (đang dùng gì)."""

from __future__ import annotations

import click

from tthc_rules.cli.commands import Command, console_of
from tthc_rules.cli.exit_codes import ExitCode
from tthc_rules.cli.failures import version_line
from tthc_rules.cli.parameters import option
from tthc_rules.cli.workspace import settings_of
from tthc_rules.report.escape import shown
from tthc_rules.report.excerpt import display_width
from tthc_rules.report.messages import sentence


@click.command("config", cls=Command)
@option("--origin", is_flag=True)
@click.pass_context
def config(ctx: click.Context, origin: bool) -> ExitCode:
    """Print every setting (thiết lập)."""
    console = console_of(ctx)
    settings = settings_of(console, {}).describe()
    forms = [f"{shown(one.name)} = {shown(one.value)}".rstrip() for one in settings]
    width = max(map(display_width, forms), default=0)
    for form, setting in zip(forms, settings, strict=True):
        gap = " " * (width - display_width(form) + 2)
        tail = f"{gap}# {sentence(setting.origin, console.lang)}" if origin else ""
        console.out(f"{form}{tail}\n")
    return ExitCode.CLEAN


@click.command("version", cls=Command)
@click.pass_context
def version(ctx: click.Context) -> ExitCode:
    """Print the version of the tool (phiên bản)."""
    console_of(ctx).out(f"{version_line()}\n")
    return ExitCode.CLEAN
