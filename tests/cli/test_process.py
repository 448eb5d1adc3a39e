"""The whole process: streams, encodings, signals, start-up."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import IO

import pytest

ROOT = Path(__file__).parent.parent.parent
SCRIPT = """
import sys
from tests.cli.fake_api import FakeApi, many
FakeApi(result=many({number}), trouble={trouble}).install()
sys.argv[0] = "tthc-rules"
from tthc_rules.cli import main
main()
"""
ENVIRON = {"PATH": os.environ.get("PATH", ""), "PYTHONPATH": str(ROOT)}


def _command(*arguments: str, number: int = 3, trouble: str = "None") -> list[str]:
    script = SCRIPT.format(number=number, trouble=trouble)
    return [sys.executable, "-W", "error", "-c", script, *arguments]


def _ended(
    command: list[str], *, stdout: int | IO[bytes] | None = subprocess.PIPE, **environ: str
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(  # noqa: S603 - our own interpreter
        command, stdout=stdout, stderr=subprocess.PIPE, env={**ENVIRON, **environ}, check=False
    )


def test_a_reader_that_leaves_ends_the_run_silently_with_its_code() -> None:
    process = subprocess.Popen(  # noqa: S603 - our own interpreter
        _command("check", number=20_000),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=ENVIRON,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait() == 1


@pytest.mark.parametrize("arguments", [("check",), ("check", "--format", "json"), ("--help",)])
def test_a_full_disk_is_a_failure_of_the_tool(arguments: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as full:
        ended = _ended(_command(*arguments), stdout=full)
    assert ended.returncode == 5
    assert ended.stderr.decode().startswith("lỗi: không ghi được `đầu ra chuẩn`: hết chỗ trống\n")
    assert b"Exception ignored" not in ended.stderr


def test_a_closed_standard_output_is_no_trouble() -> None:
    ended = _ended(["/bin/sh", "-c", 'exec "$@" >&-', "sh", *_command("check")], stdout=None)
    assert (ended.returncode, ended.stderr) == (1, b"")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1258", "utf-8"])
def test_any_encoding_of_the_console_gives_the_same_bytes(encoding: str) -> None:
    ended = _ended(_command("check"), PYTHONIOENCODING=encoding, LC_ALL="C")
    assert ended.stdout == _ended(_command("check")).stdout
    assert "Đã kiểm tra" in ended.stdout.decode("utf-8")
    assert (ended.returncode, ended.stderr) == (1, b"")


def test_an_interrupt_is_one_line_and_130() -> None:
    ended = _ended(_command("check", trouble="KeyboardInterrupt()"))
    assert ended.returncode == 130
    assert ended.stdout == b""
    assert len(ended.stderr.splitlines()) == 1


def test_an_interrupt_while_the_tool_loads_is_130_too() -> None:
    script = (
        "import sys\n"
        "class Interrupting:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name == 'tthc_rules.cli.app':\n"
        "            raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Interrupting())\n"
        "from tthc_rules.cli import main\n"
        "main()\n"
    )
    ended = _ended([sys.executable, "-c", script])
    assert (ended.returncode, ended.stdout, ended.stderr) == (130, b"", b"")


def test_no_colour_reaches_a_pipe() -> None:
    ended = _ended(_command("check"), TERM="xterm-256color", FORCE_COLOR="1")
    assert b"\x1b" not in ended.stdout


def test_starting_up_loads_nothing_heavy() -> None:
    script = (
        "import sys, tthc_rules.cli.app\n"
        "heavy = {'yaml', 'jsonschema', 'referencing', 'lark', 'multiprocessing', 'sqlite3'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    assert _ended([sys.executable, "-c", script]).stdout.strip() == b"[]"
