"""The cache changes nothing but the time: what it cannot trust it does not read."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from benchmarks.corpus import DAY, corpus
from tthc_rules import api
from tthc_rules.api.cache import MOST_ENTRIES, Cache
from tthc_rules.cli.cache_folder import cache_folder

PARTS = ("a", "b")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return where a cache may be made."""
    return tmp_path / "home" / "cache"


def test_what_is_kept_is_found_under_the_same_parts_only(folder: Path) -> None:
    Cache(folder).keep("things", PARTS, {"x": 1})
    assert Cache(folder).get("things", PARTS) == {"x": 1}
    assert Cache(folder).get("things", ("ab",)) is None
    assert Cache(folder).get("others", PARTS) is None


def test_the_folder_is_for_its_owner_alone(folder: Path) -> None:
    Cache(folder).keep("things", PARTS, 1)
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {entry.stat().st_mode & 0o777 for entry in folder.iterdir()} == {0o600}


@pytest.mark.parametrize("mode", [0o770, 0o777, 0o702])
def test_a_folder_that_others_may_write_to_is_left_alone(folder: Path, mode: int) -> None:
    cache = Cache(folder)
    cache.keep("things", PARTS, 1)
    folder.chmod(mode)
    assert cache.get("things", PARTS) is None
    cache.keep("things", ("c",), 2)
    assert len(list(folder.iterdir())) == 1


def test_a_damaged_entry_is_made_again(folder: Path) -> None:
    cache = Cache(folder)
    cache.keep("things", PARTS, list(range(100)))
    (entry,) = folder.iterdir()
    whole = entry.read_bytes()
    for damaged in (b"", whole[:40], whole[:-1], whole + b"x", whole[:50] + b"?" + whole[51:]):
        entry.write_bytes(damaged)
        assert cache.get("things", PARTS) is None


def test_a_link_is_not_followed(folder: Path) -> None:
    cache = Cache(folder)
    cache.keep("things", PARTS, 1)
    (entry,) = folder.iterdir()
    moved = entry.rename(folder.parent / "elsewhere")
    entry.symlink_to(moved)
    assert cache.get("things", PARTS) is None


def test_old_entries_make_room(folder: Path) -> None:
    cache = Cache(folder)
    for number in range(MOST_ENTRIES + 3):
        cache.keep("things", (str(number),), number)
    assert len(list(folder.iterdir())) == MOST_ENTRIES
    assert cache.get("things", (str(MOST_ENTRIES + 2),)) == MOST_ENTRIES + 2


def test_a_folder_that_cannot_be_made_is_no_error(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    Cache(blocked / "cache").keep("things", PARTS, 1)
    assert Cache(blocked / "cache").get("things", PARTS) is None


def test_a_run_finds_the_same_with_and_without_the_cache(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus(30, defect_share=1).write(tmp_path)
    monkeypatch.chdir(tmp_path)
    settings, _ = api.load_settings(".", {"as_of": date.fromisoformat(DAY)})
    assert settings is not None
    plain = api.check((), settings=settings)
    for _ in range(2):
        kept = api.check((), settings=settings, cache=folder)
        assert kept.findings == plain.findings
        assert kept.undecided == plain.undecided
        assert kept.tallies == plain.tallies
    assert {entry.name.split("-")[0] for entry in folder.iterdir()} == {"conditions", "rules"}


def test_a_run_on_what_is_kept_needs_no_parser_of_rules(folder: Path, tmp_path: Path) -> None:
    corpus(2, defect_share=0).write(tmp_path)
    program = (
        "import sys\n"
        "from tthc_rules.cli.app import run\n"
        f"run(['check', '--as-of', '{DAY}'], {{'TTHC_RULES_CACHE': {str(folder)!r}}})\n"
        "sys.stderr.write(str('lark' in sys.modules))\n"
    )
    said = [
        subprocess.run(  # noqa: S603 - fixed arguments
            [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, check=True
        ).stderr
        for _ in range(2)
    ]
    assert said == [b"True", b"False"]


def test_the_environment_says_where_the_cache_is() -> None:
    assert cache_folder({"TTHC_RULES_CACHE": "off", "HOME": "/home/an"}) is None
    assert cache_folder({"TTHC_RULES_CACHE": "/var/an"}) == Path("/var/an")
    assert cache_folder({"XDG_CACHE_HOME": "/var/an"}) == Path("/var/an/tthc-rules")
    relative = {"XDG_CACHE_HOME": "an", "HOME": "/home/an"}
    assert cache_folder(relative) == Path("/home/an/.cache/tthc-rules")
    assert cache_folder({}) is None
