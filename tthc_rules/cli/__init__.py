"""The command line (floor 8): the clock and the terminal live here, nothing is decided."""

from __future__ import annotations

import gc
import sys


def main() -> None:
    """Run the command line of this process and end it with the exit code.

    A run is short and makes next to no circles of objects; looking for them among all the
    documents it holds takes longer than reading some of them.
    """
    gc.disable()
    from tthc_rules.cli.app import run

    sys.exit(run(sys.argv[1:]))
