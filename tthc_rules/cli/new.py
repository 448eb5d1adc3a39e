"""`tthc-rules new rule`: a rule and its cases to begin with (tạo quy tắc)."""

from __future__ import annotations

from pathlib import Path

import click

from tthc_rules.cli.commands import Group, console_of
from tthc_rules.cli.console import OutputError
from tthc_rules.cli.exit_codes import ExitCode
from tthc_rules.cli.failures import say_error
from tthc_rules.cli.output_files import write_all
from tthc_rules.cli.parameters import argument, option
from tthc_rules.cli.workspace import settings_of
from tthc_rules.diagnostics import Message
from tthc_rules.report.messages import say


@click.group("new", cls=Group)
@click.pass_context
def new(ctx: click.Context) -> ExitCode:
    """Make something to begin with (tạo mới)."""
    if ctx.invoked_subcommand is None:
        console_of(ctx).out(ctx.get_help() + "\n")
    return ExitCode.CLEAN


@new.command("rule", examples=("tthc-rules new rule thanh-phan/qua-hai-ban-sao",))
@argument("rule_id")
@option("--dir", "folder", shape="folder")
@click.pass_context
def rule(ctx: click.Context, *, rule_id: str, folder: str | None) -> ExitCode:
    """Make a rule and its cases (tạo quy tắc)."""
    from tthc_rules import api

    console = console_of(ctx)
    lang = console.lang
    draft, refusal = api.draft_rule(rule_id, folder, settings_of(console, {}), lang)
    if refusal is not None:
        say_error(console, refusal, Message(f"{refusal.key}.help"))
    if draft is None:
        return ExitCode.MISUSED
    files = (draft.rule, draft.cases)
    _make_folder(Path(draft.rule[0]).parent)
    write_all([(path, text.encode()) for path, text in files])
    names = {"rule": _shown(draft.rule[0]), "cases": _shown(draft.cases[0])}
    lines = [say("new/written", lang, file=name) for name in names.values()]
    if not draft.in_use:
        folder_name = _shown(str(Path(draft.rule[0]).parent.parent))
        lines.append(say("new/not-in-use", lang, folder=folder_name))
    lines += ["", say("new/next", lang)]
    steps = ("fill", "test", "measure", "format")
    lines += [
        f"  {number}. {say(f'new/next.{step}', lang, **names)}"
        for number, step in enumerate(steps, start=1)
    ]
    console.out("".join(f"{line}\n" for line in lines))
    return ExitCode.CLEAN


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(str(folder), error) from error


def _shown(path: str) -> str:
    return path.replace("\\", "/")
