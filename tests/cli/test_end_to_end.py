"""The real process over the real use cases, in a workspace of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

FILES = {
    "good/a.yaml": 'kind: procedure\ncode: "9.000001"\n',
    "refused/a.yaml": 'kind: procedure\ncode: "9.000001"\ncode: "9.000002"\n',
    "empty/readme.txt": "",
    "settings/tthc-rules.yaml": "kind: settings\nlop: 1\n",
    "settings/a.yaml": 'kind: procedure\ncode: "9.000001"\n',
}


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a good, a refused, an empty and a misconfigured corner."""
    root = tmp_path_factory.mktemp("workspace")
    for name, text in FILES.items():
        path = root / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def _run(folder: Path, *arguments: str, **environ: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-m", "tthc_rules", *arguments],
        cwd=folder,
        env={"PATH": os.environ.get("PATH", ""), **environ},
        capture_output=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("folder", "arguments", "code"),
    [
        ("refused", ("check",), 1),
        ("refused", ("check", "a.yaml", "--fail-on", "info"), 1),
        ("good", ("check", "nowhere"), 2),
        ("settings", ("check",), 2),
        ("empty", ("check",), 4),
        ("good", ("rules", "list"), 0),
        ("good", ("config", "--origin"), 0),
        ("good", ("explain", "time-limit/longer-than-law"), 0),
        ("good", ("check", "--output", "json=no/where.json"), 5),
    ],
)
def test_a_run_ends_as_promised(
    workspace: Path, folder: str, arguments: tuple[str, ...], code: int
) -> None:
    ended = _run(workspace / folder, *arguments)
    assert ended.returncode == code, ended.stderr.decode()
    assert b"Traceback" not in ended.stderr


def test_a_refused_file_is_shown_with_its_place_and_remedy(workspace: Path) -> None:
    ended = _run(workspace / "refused", "check", "--as-of", "2026-11-24")
    lines = ended.stdout.decode().splitlines()
    first = next(at for at, line in enumerate(lines) if line.startswith("a.yaml:3:1: lỗi: "))
    assert lines[first].endswith(" [yaml/duplicate-key]")
    assert lines[first + 1 : first + 4] == ["  |", '3 | code: "9.000002"', "  | ^^^^"]
    assert lines[first + 4] == "căn cứ: quy ước kỹ thuật"
    assert lines[-1].startswith("Đã kiểm tra 1 tệp với ")
    assert lines[-1].endswith("; pháp luật ngày 24/11/2026")


def test_the_same_input_gives_the_same_bytes(workspace: Path) -> None:
    outputs = {
        _run(
            workspace, "check", "--as-of", "2026-11-24", "--format", "json", "-j", jobs,
            "refused", "good", PYTHONHASHSEED=seed, LC_ALL=locale,
        ).stdout
        for jobs, seed, locale in (("1", "1", "C"), ("2", "2", "en_US.UTF-8"))
    }  # fmt: skip
    assert len(outputs) == 1
    assert json.loads(outputs.pop())["summary"]["files"] == 2
