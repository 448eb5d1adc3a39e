"""`tthc-rules docs`: the pages of the rules (tài liệu quy tắc)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tthc_rules.cli.commands import Command, console_of
from tthc_rules.cli.console import OutputError
from tthc_rules.cli.exit_codes import ExitCode
from tthc_rules.cli.output_files import write_all
from tthc_rules.cli.parameters import Misuse, option
from tthc_rules.cli.workspace import settings_of, shown_findings
from tthc_rules.diagnostics import Message
from tthc_rules.report.messages import say

if TYPE_CHECKING:
    from tthc_rules.api.documenting import Pages
    from tthc_rules.cli.console import Console


@click.command("docs", cls=Command, examples=("tthc-rules docs --build", "tthc-rules docs --check"))
@option("--build", is_flag=True)
@option("--check", is_flag=True, words="docs.check")
@option("--out", shape="folder")
@click.pass_context
def docs(ctx: click.Context, *, build: bool, check: bool, out: str | None) -> ExitCode:
    """Build the pages of the rules, or check them (sinh tài liệu)."""
    from tthc_rules import api

    if build == check:
        raise Misuse(Message("cli/docs.one-of"), None, ctx)
    console = console_of(ctx)
    pages = api.pages(settings_of(console, {}), out)
    if pages.findings:
        console.err(shown_findings(console, pages.findings))
    if pages.misconfigured:
        return ExitCode.MISUSED
    return _built(pages, console) if build else _checked(pages, console)


def _built(pages: Pages, console: Console) -> ExitCode:
    changed = (*pages.missing, *pages.differing)
    for name in changed:
        with _blaming((pages.folder / name).parent) as folder:
            folder.mkdir(parents=True, exist_ok=True)
    write_all([(str(pages.folder / name), pages.wanted[name].encode()) for name in changed])
    for name in pages.stale:
        with _blaming(pages.folder / name) as file:
            file.unlink()
    counts = {
        "n": str(len(pages.wanted)),
        "written": str(len(changed)),
        "removed": str(len(pages.stale)),
    }
    console.err(f"{say('docs/built', console.lang, **counts)}\n")
    return ExitCode.CLEAN


@contextmanager
def _blaming(path: Path) -> Iterator[Path]:
    """Say of which file or folder it was that the system refused."""
    try:
        yield path
    except OSError as error:
        raise OutputError(str(path), error) from error


def _checked(pages: Pages, console: Console) -> ExitCode:
    lang = console.lang
    wrong = {"missing": pages.missing, "differs": pages.differing, "stale": pages.stale}
    for key, names in wrong.items():
        for name in names:
            file = (Path(pages.folder) / name).as_posix()
            console.out(f"{say(f'docs/{key}', lang, file=file)}\n")
    number = sum(map(len, wrong.values()))
    if number:
        console.err(f"{say('docs/out-of-step', lang, wrong=str(number))}\n")
        return ExitCode.FINDINGS
    console.err(f"{say('docs/in-step', lang, n=str(len(pages.wanted)))}\n")
    return ExitCode.CLEAN
