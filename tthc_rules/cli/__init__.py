"""The command line (floor 8): the clock and the terminal live here, nothing is decided."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress

from tthc_rules.cli.exit_codes import ExitCode


def main() -> None:
    """Run the command line of this process and end it with the exit code.

    A run is short and makes next to no circles of objects: looking for them among all the
    documents it holds, and taking these apart at the end one by one, would only take time.
    """
    gc.disable()
    try:
        from tthc_rules.cli.app import run

        code = run(sys.argv[1:])
    except KeyboardInterrupt:  # while the tool was loading itself: it has no words yet
        code = ExitCode.INTERRUPTED
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            with suppress(OSError, ValueError):
                stream.flush()
    os._exit(code)
