"""The command line (floor 8): the clock and the terminal live here, nothing is decided."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line of this process and end it with the exit code."""
    from tthc_rules.cli.app import run

    sys.exit(run(sys.argv[1:]))
