"""`python -m benchmarks`: every measurement in one run (đo tốc độ).

    python -m benchmarks [--rounds 5] [--procedures 1125] [--only runs,reading,lang,…]

Prints ratios inside this run; absolute times do not travel from one machine to another.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks import lang, reading, resolution, routes, whole_runs
from benchmarks.corpus import PROCEDURES, corpus


def _whole_runs(folder: Path, rounds: int) -> None:
    one_file = next(path for path in sorted(folder.rglob("9.*.yaml")))
    cache = folder / "cache"
    asked = whole_runs.commands(folder, str(one_file.relative_to(folder)), cache)
    files = sum(1 for _ in (folder / "procedures").rglob("*.yaml"))
    whole_runs.report(whole_runs.run_in_turn(asked, rounds), files)


def main() -> None:
    """Make the corpus, then measure."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--procedures", type=int, default=PROCEDURES)
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        corpus(options.procedures).write(folder)
        parts: dict[str, Callable[[], None]] = {
            "runs": lambda: _whole_runs(folder, options.rounds),
            "reading": lambda: reading.measure(folder, options.rounds),
            "lang": lambda: lang.measure(options.rounds),
            "resolution": resolution.main,
            "routes": lambda: routes.measure(rounds=options.rounds),
        }
        chosen = options.only.split(",") if options.only else list(parts)
        for part in chosen:
            if part not in parts:
                sys.exit(f"no measurement {part}; there are {', '.join(parts)}")
            print(f"\n## {part}\n", flush=True)
            parts[part]()


if __name__ == "__main__":
    main()
