"""The command line in a workspace of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.api.authors import SETTINGS, Ended, Tool, lay
from tthc_rules.cli.app import run


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty workspace in which the test stands."""
    lay(tmp_path, {"tthc-rules.yaml": SETTINGS})
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def tool(folder: Path, capsys: pytest.CaptureFixture[str]) -> Tool:
    """Run one command line in the workspace."""

    def ended(*arguments: str, **environ: str) -> Ended:
        code = run(arguments, environ)
        captured = capsys.readouterr()
        return Ended(code, captured.out, captured.err)

    return ended
