"""`tthc-rules fmt`: rules in their one canonical form (định dạng quy tắc)."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import unified_diff
from typing import TYPE_CHECKING

import click

from tthc_rules.cli import exit_codes
from tthc_rules.cli.commands import Command, console_of
from tthc_rules.cli.exit_codes import ExitCode
from tthc_rules.cli.output_files import write_all
from tthc_rules.cli.parameters import OneOf, argument, option
from tthc_rules.cli.workspace import settings_of, shown_findings
from tthc_rules.report.escape import shown
from tthc_rules.report.messages import say

if TYPE_CHECKING:
    from tthc_rules.api.formatting import FormattedFile


@click.command(
    "fmt",
    cls=Command,
    examples=("tthc-rules fmt", "tthc-rules fmt --check", "tthc-rules fmt rules --to en --diff"),
)
@argument("paths", nargs=-1, words="paths.fmt")
@option("--check", is_flag=True)
@option("--diff", is_flag=True)
@option("--to", type=OneOf(("vi", "en")), shape="lang")
@click.pass_context
def fmt(
    ctx: click.Context, *, paths: tuple[str, ...], check: bool, diff: bool, to: str | None
) -> ExitCode:
    """Put rules into canonical form (định dạng)."""
    from tthc_rules import api

    console = console_of(ctx)
    lang = console.lang
    result = api.formatted(paths, settings_of(console, {}), to)
    if result.findings:
        console.err(shown_findings(console, result.findings))
    changed = [file for file in result.files if file.changed]
    if diff:
        console.out("".join(f"{line}\n" for file in changed for line in _diff(file)))
    elif check:
        lines = (say("fmt/not-canonical", lang, file=file.name) for file in changed)
        console.out("".join(f"{line}\n" for line in lines))
    else:
        write_all([(file.path, file.after.encode()) for file in changed])
        lines = (say("fmt/written", lang, file=file.name) for file in changed)
        console.out("".join(f"{line}\n" for line in lines))
    counts = {"changed": str(len(changed)), "files": str(len(result.files))}
    kind = "nothing" if not result.files else "would-change" if check or diff else "done"
    console.err(f"{say(f'fmt/{kind}', lang, **counts)}\n")
    return exit_codes.of_fmt(
        misconfigured=result.misconfigured or result.missing_path,
        files=len(result.files),
        unopened=result.unopened,
        refused=check and bool(changed),
    )


def _diff(file: FormattedFile) -> Iterator[str]:
    """Yield a unified diff; what could drive a terminal is written out."""
    lines = unified_diff(
        file.before.split("\n"), file.after.split("\n"), file.name, file.name, lineterm=""
    )
    return (shown(line) for line in lines)
