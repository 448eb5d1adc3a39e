"""What only a terminal sees: colours and progress."""

from __future__ import annotations

import io
import sys

import pytest

from tests.cli.fake_api import FakeApi
from tests.report.example import RESULT
from tthc_rules.cli.app import run
from tthc_rules.cli.console import Console, Progress


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Return True."""
        return True


@pytest.mark.parametrize(
    ("arguments", "environ", "coloured"),
    [
        (("check",), {"TERM": "xterm"}, True),
        (("check",), {}, True),
        (("check", "--no-color"), {"TERM": "xterm"}, False),
        (("--no-color", "check"), {"TERM": "xterm"}, False),
        (("check",), {"NO_COLOR": "1"}, False),
        (("check",), {"NO_COLOR": ""}, True),
        (("check",), {"TERM": "dumb"}, False),
    ],
)
def test_a_terminal_shows_colours_unless_told_otherwise(
    fake: FakeApi,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    environ: dict[str, str],
    coloured: bool,
) -> None:
    fake.result = RESULT
    screen = Terminal()
    monkeypatch.setattr(sys, "stdout", screen)
    assert run(arguments, environ) == 1
    assert ("\x1b[" in screen.getvalue()) is coloured


def test_progress_waits_before_it_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    monkeypatch.setattr("tthc_rules.cli.console.time.monotonic", lambda: now[0])
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    console = Console("vi", lang_asked=False, environ={})
    progress = console.progress()
    now[0] = 0.9
    progress(1, 10)
    assert terminal.getvalue() == ""
    now[0] = 1.1
    progress(2, 10)
    assert terminal.getvalue() == "\rđang kiểm tra 2/10"
    progress(3, 10)
    progress.clear()
    assert terminal.getvalue().endswith("2/10\r                  \r")


def test_progress_is_silent_when_nobody_watches(capsys: pytest.CaptureFixture[str]) -> None:
    console = Console("vi", lang_asked=False, environ={})
    progress = Progress(console, visible=False)
    progress(1, 2)
    progress.clear()
    assert capsys.readouterr().err == ""


def test_a_letter_that_cannot_be_written_never_stops_a_run(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii", errors="strict")
    monkeypatch.setattr(sys, "stdout", stream)
    Console("vi", lang_asked=False, environ={}).out("lỗi \udc80\n")
    stream.flush()
    assert stream.buffer.getvalue() == "lỗi \\udc80\n".encode()
