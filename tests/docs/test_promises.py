"""The promises of the front page that no room proves alone."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.docs.pages import ROOT

EXAMPLE = ROOT / "examples" / "tinh-mau"

WATCHED = """
import os, sys
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
OUTSIDE = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.spawn",
           "urllib.", "http.", "ftplib.", "smtplib.", "webbrowser.", "ctypes.dlopen")
CHANGES = ("os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.truncate", "os.link",
           "os.symlink", "os.chmod", "os.chown", "os.utime", "shutil.")
def watch(event, arguments):
    writes = event == "open" and isinstance(arguments[2], int) and arguments[2] & WRITES
    if event.startswith(OUTSIDE + CHANGES) or writes and isinstance(arguments[0], (str, bytes)):
        os.write(2, f"{event} {arguments}\\n".encode())
        os._exit(99)
from tthc_rules.cli import main
sys.addaudithook(watch)
sys.exit(main())
"""
"""The program under a hook that ends it when it reaches out or changes a file."""

HOSTILE = """\
kind: configuration
procedure: !!python/object/apply:os.system ["touch caught"]
territory: "https://example.invalid/XX"
$ref: https://example.invalid/other.yaml
include: other.yaml
run: $(touch caught)
"""


def watched(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command line under the hook."""
    return subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-B", "-c", WATCHED, *arguments],
        cwd=folder,
        env={"PATH": os.environ.get("PATH", ""), "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def contents(folder: Path) -> dict[str, str]:
    """Return a digest of every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_nothing_that_a_configuration_names_is_executed_or_downloaded(
    tmp_path: Path, jobs: str
) -> None:
    """Promise 1: tags, references, addresses and shell words stay text."""
    for number in range(130):
        (tmp_path / f"{number}.yaml").write_text(HOSTILE, encoding="utf-8")
    before = contents(tmp_path)
    ended = watched(tmp_path, "check", "-j", jobs, "--as-of", "2026-11-24")
    assert (ended.returncode, ended.stderr) == (1, "")
    assert "[yaml/tag]" in ended.stdout
    assert contents(tmp_path) == before


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("check",), 1),
        (("why", "9.000026", "time_limit", "--territory", "XX"), 0),
        (("test", "../../rules/time-limit"), 0),
        (("due", "--received", "2026-11-23T16:00", "--limit", "5 ngày làm việc"), 0),
        (("route", "9.000026", "--territory", "XX", "--format", "svg"), 0),
        (("fmt", "--diff", "--to", "en", "../../rules/time-limit"), 0),
        (("config", "--origin"), 0),
        (("explain", "time-limit/longer-than-law"), 0),
    ],
)
def test_no_command_changes_a_file_unless_asked(arguments: tuple[str, ...], code: int) -> None:
    """Promise 2: only `--output` and a plain `fmt` write, and only where they are told to."""
    before = contents(EXAMPLE)
    ended = watched(EXAMPLE, *arguments)
    assert ended.returncode == code, ended.stderr
    assert contents(EXAMPLE) == before


def test_the_watch_sees_a_file_that_is_written(tmp_path: Path) -> None:
    ended = watched(tmp_path, "check", ".", "--output", "json=here.json")
    assert ended.returncode == 99


def test_every_finding_has_a_name_a_place_and_a_basis() -> None:
    """Promise 3: a legal basis, or the words for a technical convention."""
    ended = watched(EXAMPLE, "check", "--as-of", "2026-11-24")
    heads = re.findall(r"(?m)^\S+:\d+:\d+: (?:lỗi|cảnh báo|thông tin): .+$", ended.stdout)
    assert len(heads) >= 50
    assert all(re.search(r" \[[a-z-]+/[a-z0-9-]+\]$", head) for head in heads)
    bases = re.findall(r"(?m)^căn cứ: \S", ended.stdout)
    assert len(bases) == len(heads)
