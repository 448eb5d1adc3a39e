"""Same input, same day, same bytes: any number of processes, any order, any hash seed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.corpus import DAY, corpus
from tthc_rules.api import parallel

MADE_UP = Path(__file__).resolve().parents[2] / "examples" / "tinh-mau"


def _printed(folder: Path, jobs: int, hash_seed: int, paths: tuple[str, ...] = ()) -> bytes:
    """Return what a whole run prints; slices may be as small as one file."""
    program = (
        "from tthc_rules.api import parallel\n"
        "from tthc_rules.cli import main\n"
        "parallel.SMALLEST_SLICE = 1\n"
        "main()\n"
    )
    arguments = ("check", "-j", str(jobs), "--as-of", DAY, "--undecided", "--statistics", *paths)
    done = subprocess.run(  # noqa: S603 - fixed arguments
        [sys.executable, "-c", program, *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONHASHSEED": str(hash_seed), "PYTHONUTF8": "1"},
        capture_output=True,
        check=False,
    )
    assert done.stderr == b""
    assert done.returncode == 1
    return done.stdout


@pytest.fixture(scope="module")
def province(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a small made-up province, a third of it with defects."""
    folder = tmp_path_factory.mktemp("province")
    corpus(60, defect_share=1 / 3).write(folder)
    return folder


@pytest.mark.parametrize(("jobs", "hash_seed"), [(2, 1), (3, 2), (7, 3)])
def test_a_made_up_province_gives_the_same_bytes(province: Path, jobs: int, hash_seed: int) -> None:
    assert _printed(province, jobs, hash_seed) == _printed(province, 1, 0)


def test_the_order_of_paths_changes_nothing(province: Path) -> None:
    halves = ("procedures/national", "procedures/provinces")
    assert _printed(province, 2, 4, halves) == _printed(province, 1, 5, halves[::-1])


def test_the_example_gives_the_same_bytes() -> None:
    assert _printed(MADE_UP, 3, 6) == _printed(MADE_UP, 1, 7)


def test_what_is_dealt_out_is_all_there() -> None:
    items = list(range(1000))
    assert sorted(parallel.dealt(items, 3)) == items
    parts = parallel.over_slices(list, parallel.dealt(items, 3), 3)
    assert sorted(item for part in parts for item in part) == items
    assert {len(part) for part in parts} <= {333, 334}
