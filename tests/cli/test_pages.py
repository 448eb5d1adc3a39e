"""The pages about `due` and `route` show what the commands print."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from tests.docs.pages import ROOT, page, retold
from tthc_rules.cli.app import run


@pytest.mark.parametrize(
    ("name", "folder"),
    [("docs/time-limits.md", None), ("docs/routes.md", ROOT / "examples" / "tinh-mau")],
)
def test_a_page_shows_what_is_printed(
    name: str,
    folder: Path | None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The first in an empty folder, with the shipped calendars; the second in the example."""
    monkeypatch.chdir(folder or tmp_path)

    def printed(command: str) -> str:
        program, *arguments = shlex.split(command)
        assert program == "tthc-rules"
        assert run(arguments, {}) == 0
        return capsys.readouterr().out

    assert retold(page(name), tmp_path, printed) == page(name)
