"""The terminal: two streams, a language, colours, progress (bảng điều khiển).

Results go to stdout, everything else to stderr. Whatever the encoding of the console, a
letter it lacks never stops a run.
"""

from __future__ import annotations

import errno
import io
import os
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from typing import TextIO

import click

from tthc_rules.cli.cache_folder import cache_folder

_CLOSED = frozenset({errno.EPIPE, errno.ESHUTDOWN} | ({errno.EINVAL} if os.name == "nt" else set()))
_PATIENCE = 1.0  # seconds before progress is shown
_PACE = 0.1  # seconds between two updates


class OutputError(Exception):
    """The tool's own output could not be written.

    Attributes:
        file: Name of the file, None for standard output.
        cause: What the system said.
    """

    def __init__(self, file: str | None, cause: OSError) -> None:
        super().__init__(file, cause)
        self.file = file
        self.cause = cause


class Console:
    """Where one run of the command line writes, and how.

    Attributes:
        lang: `vi` or `en`; the settings file may still change it unless `lang_asked`.
        lang_asked: The caller named a language, by flag or by variable.
        plain: The caller wants no colours.
        cache: Where compiled rules are kept; None where the caller wants no cache.
    """

    def __init__(self, lang: str, *, lang_asked: bool, environ: Mapping[str, str]) -> None:
        self.lang = lang
        self.lang_asked = lang_asked
        self.plain = bool(environ.get("NO_COLOR")) or environ.get("TERM") == "dumb"
        self._dumb = environ.get("TERM") == "dumb"
        self.cache = cache_folder(environ)
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")

    @property
    def colours_out(self) -> bool:
        """Whether standard output shows colours."""
        return not self.plain and _is_terminal(sys.stdout)

    @property
    def colours_err(self) -> bool:
        """Whether standard error shows colours."""
        return not self.plain and _is_terminal(sys.stderr)

    def out(self, text: str | bytes) -> None:
        """Write a result. A reader that has gone away is no error.

        Raises:
            OutputError: Standard output cannot be written, a full disk say.
        """
        if sys.stdout is None:  # the caller closed it before the start
            return
        try:
            click.echo(text, file=sys.stdout, nl=False, color=self.colours_out)
            sys.stdout.flush()
        except OSError as error:
            _abandon(sys.stdout)
            if error.errno not in _CLOSED:
                raise OutputError(None, error) from error

    def err(self, text: str) -> None:
        """Write a remark. When nobody can read it there is nobody to tell."""
        if sys.stderr is None:
            return
        with suppress(OSError):
            click.echo(text, file=sys.stderr, nl=False, color=self.colours_err)

    def progress(self) -> Progress:
        """Return a progress line: silent unless a person watches the terminal."""
        return Progress(self, visible=_is_terminal(sys.stderr) and not self._dumb)


class Progress:
    """A counter on the last line of the terminal, shown after a second of waiting."""

    def __init__(self, console: Console, *, visible: bool) -> None:
        self._console = console
        self._next = time.monotonic() + _PATIENCE if visible else float("inf")
        self._width = 0

    def __call__(self, done: int, total: int) -> None:
        """Show that `done` of `total` pieces are done."""
        now = time.monotonic()
        if now < self._next:
            return
        from tthc_rules.report.messages import say

        self._next = now + _PACE
        line = say("cli/progress", self._console.lang, done=str(done), total=str(total))
        self._console.err("\r" + line.ljust(self._width))
        self._width = len(line)

    def clear(self) -> None:
        """Take the line away."""
        if self._width:
            self._console.err("\r" + " " * self._width + "\r")
            self._width = 0


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and stream.isatty()


def _abandon(stream: TextIO) -> None:
    """Let what is still buffered go nowhere, so that the end of the process is silent."""
    with suppress(OSError, ValueError):
        sink = os.open(os.devnull, os.O_WRONLY)
        os.dup2(sink, stream.fileno())
        os.close(sink)
