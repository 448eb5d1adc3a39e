"""The page of exit codes knows every command and every code."""

from __future__ import annotations

import click

from tests.docs.pages import page, rows, spoken
from tthc_rules.cli.app import app
from tthc_rules.cli.exit_codes import ExitCode

ROWS = tuple(rows(page("docs/exit-codes.md")))


def test_every_command_has_a_row() -> None:
    told = {words.split()[0] for row in ROWS for words in spoken(row[0])}
    with click.Context(app) as ctx:
        assert set(app.list_commands(ctx)) <= told


def test_every_code_has_a_row() -> None:
    told = {int(row[0]) for row in ROWS if row[0].isdecimal()}
    assert told == {code.value for code in ExitCode}
