"""Whole processes, started in turn: what a user waits for (thời gian chạy cả lệnh).

The floor reads every file and parses it with libyaml's safe loader in one process. Everything
else is held against it, in the same rounds, so a busy machine slows all alike.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.corpus import DAY

FLOOR = "floor: read and parse"
_FLOOR_PROGRAM = """
import os, sys, yaml
def walk(top):
    for entry in os.scandir(top):
        if entry.is_dir():
            yield from walk(entry.path)
        elif entry.name.endswith(".yaml"):
            yield entry.path
for path in walk(sys.argv[1]):
    with open(path, "rb") as file:
        try:
            yaml.load(file, yaml.CSafeLoader)
        except yaml.YAMLError:
            pass
"""


@dataclass(frozen=True, slots=True)
class Command:
    """One command to be measured: what it is called, runs, and finds around it."""

    name: str
    arguments: tuple[str, ...]
    folder: Path
    environ: Mapping[str, str]


@dataclass(slots=True)
class Runs:
    """What several runs of one command took: wall and processor seconds, most memory."""

    wall: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)
    megabytes: list[float] = field(default_factory=list)


def commands(folder: Path, one_file: str, cache: Path) -> list[Command]:
    """Return the commands to be held against each other, the floor first.

    Args:
        folder: A workspace with the corpus.
        one_file: A file in it, relative to it.
        cache: Where the warm runs keep what they compiled.
    """
    own = {name: value for name, value in os.environ.items() if not name.startswith("TTHC_RULES_")}
    own.pop("PYTHONDONTWRITEBYTECODE", None)
    warm = {**own, "TTHC_RULES_CACHE": str(cache)}
    cold = {**own, "TTHC_RULES_CACHE": "off"}
    check = (sys.executable, "-m", "tthc_rules", "check", "--as-of", DAY)
    program = (sys.executable, "-c", _FLOOR_PROGRAM, str(folder / "procedures"))
    import_yaml = (sys.executable, "-c", "import yaml")
    version = (sys.executable, "-m", "tthc_rules", "version")
    return [
        Command(FLOOR, program, folder, own),
        Command("check", check, folder, warm),
        Command("check, nothing kept", check, folder, cold),
        Command("check -j1", (*check, "-j", "1"), folder, warm),
        Command("check one file, whole context", (*check, one_file), folder, warm),
        Command("tthc-rules version", version, folder, warm),
        Command("python -c 'import yaml'", import_yaml, folder, own),
    ]


def run_in_turn(asked: Sequence[Command], rounds: int) -> dict[str, Runs]:
    """Run every command once unmeasured, then `rounds` times in turn."""
    for command in asked:
        _once(command, Runs())
    found = {command.name: Runs() for command in asked}
    for _ in range(rounds):
        for command in asked:
            _once(command, found[command.name])
    return found


def _once(command: Command, runs: Runs) -> None:
    began = time.perf_counter()
    process = subprocess.Popen(
        command.arguments,
        cwd=command.folder,
        env=dict(command.environ),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise RuntimeError(f"{command.name} ended with {process.returncode}")
    runs.wall.append(time.perf_counter() - began)
    runs.processor.append(used.ru_utime + used.ru_stime)
    runs.megabytes.append(used.ru_maxrss / 1024)


def report(found: Mapping[str, Runs], files: int) -> None:
    """Print medians and their ratios to the floor."""
    floor = found[FLOOR]
    wall_floor = statistics.median(floor.wall)
    processor_floor = statistics.median(floor.processor)
    print(f"{files} files; medians of {len(floor.wall)} rounds in turn; x = against the floor\n")
    print("| command | x wall | x processor | files/s | most memory, one process |")
    print("|---|---|---|---|---|")
    for name, runs in found.items():
        wall = statistics.median(runs.wall)
        processor = statistics.median(runs.processor)
        print(
            f"| {name} | {wall / wall_floor:.2f} | {processor / processor_floor:.2f}"
            f" | {files / wall:,.0f} | {max(runs.megabytes):.0f} MB |"
        )
