"""Prove the wheel: build it, install it alone, and run it where nothing else is.

From an empty folder `tthc-rules check` finds nothing to check (exit 4); on the example
province it finds the sown errors (exit 1).
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NOTHING_CHECKED = 4
FINDINGS = 1


def main() -> int:
    """Return 0 when the installed wheel does what the README promises."""
    with tempfile.TemporaryDirectory(prefix="tthc-rules-") as name:
        work = Path(name)
        _run(
            sys.executable, "-m", "build", "--wheel", "--no-isolation",
            "--outdir", str(work / "dist"), str(ROOT),
        )  # fmt: skip
        (wheel,) = (work / "dist").glob("*.whl")
        environment = work / "environment"
        _run(sys.executable, "-m", "venv", str(environment))
        scripts = environment / ("Scripts" if os.name == "nt" else "bin")
        pip = (str(scripts / "python"), "-m", "pip", "install", "--quiet", "--no-cache-dir")
        _run(*pip, "--require-hashes", "-r", str(ROOT / "requirements.lock"))
        _run(*pip, "--no-deps", str(wheel))
        empty = work / "empty"
        empty.mkdir()
        example = work / "tinh-mau"
        shutil.copytree(ROOT / "examples" / "tinh-mau", example)
        command = str(scripts / "tthc-rules")
        return max(
            _expect(NOTHING_CHECKED, command, "check", where=empty),
            _expect(FINDINGS, command, "check", where=example),
        )


def _expect(code: int, *command: str, where: Path) -> int:
    run = subprocess.run(command, cwd=where, capture_output=True, text=True, check=False)
    if run.returncode == code:
        print(f"wheel: exit {code} in {where.name}: {_last_line(run.stdout)}")
        return 0
    print(f"wheel: exit {run.returncode}, not {code}, in {where.name}", file=sys.stderr)
    print(run.stdout[-2000:], run.stderr[-2000:], file=sys.stderr)
    return 1


def _last_line(text: str) -> str:
    lines = text.strip().splitlines()
    return lines[-1] if lines else ""


def _run(*command: str) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    sys.exit(main())
