"""Reading a file with all its checks, against parsing it alone (tốc độ đọc tệp)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import yaml

from benchmarks.turns import in_turn, report
from tthc_rules import library
from tthc_rules.loading import Schemas, read
from tthc_rules.loading.reader import read_closely
from tthc_rules.loading.swift import read_swiftly

MEASURED = 400


def measure(folder: Path, rounds: int) -> None:
    """Print what reading the corpus in `folder` costs for each file.

    The careful way is what a file takes in which something is unusual.
    """
    paths = sorted((folder / "procedures").rglob("9.*.yaml"))[:: max(1, 2250 // MEASURED)]
    files = [(str(path), path.read_bytes()) for path in paths]
    schemas = Schemas.from_texts(library.schema_texts())

    def over(work: Callable[[str, bytes], object]) -> Callable[[], None]:
        def all_files() -> None:
            for name, data in files:
                work(name, data)

        return all_files

    cases = {
        "CSafeLoader": over(_parsed),
        "read: lines, typed and accepted": over(lambda name, data: read(name, data, schemas)),
        "read: events, typed and accepted": over(lambda _, data: read_swiftly(data, schemas, None)),
        "read: the careful way": over(lambda name, data: read_closely(name, data, schemas, None)),
    }
    report(in_turn(cases, rounds), len(files), "file")


def _parsed(_name: str, data: bytes) -> object:
    try:
        return yaml.load(data, yaml.CSafeLoader)
    except yaml.YAMLError:
        return None
