"""Make the project's own environment in `.venv`, from a bare machine.

Needs Python 3.11 or newer and nothing else. Where the system's Python comes without the
module that brings pip (Debian splits it off), root installs the system's package for it;
another user is told which one.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
LOCK = ROOT / "requirements-dev.lock"
STAMP = ENVIRONMENT / ".complete"


def main() -> int:
    """Make the environment unless it stands and is newer than the lock."""
    if sys.version_info < (3, 11):  # noqa: UP036 - an older Python gets a sentence
        print("tthc-rules needs Python 3.11 or newer", file=sys.stderr)
        return 2
    if STAMP.is_file() and STAMP.stat().st_mtime >= _newest_input():
        return 0
    if importlib.util.find_spec("ensurepip") is None and not _bring_ensurepip():
        return 2
    shutil.rmtree(ENVIRONMENT, ignore_errors=True)
    _run(sys.executable, "-m", "venv", str(ENVIRONMENT))
    python = _python()
    pip = (str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    _run(*pip, "--require-hashes", "-r", str(LOCK))
    _run(*pip, "--no-deps", "--no-build-isolation", "--editable", str(ROOT))
    STAMP.touch()
    return 0


def _newest_input() -> float:
    return max(path.stat().st_mtime for path in (LOCK, ROOT / "pyproject.toml"))


def _python() -> Path:
    folder, name = ("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")
    return ENVIRONMENT / folder / name


def _bring_ensurepip() -> bool:
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    apt = shutil.which("apt-get")
    if apt is None or not hasattr(os, "geteuid") or os.geteuid() != 0:
        print(f"this Python cannot make environments: install {package}", file=sys.stderr)
        return False
    _run(apt, "-qq", "update")
    _run(apt, "-qq", "-y", "install", package)
    return True


def _run(*command: str) -> None:
    subprocess.run(command, check=True)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except subprocess.CalledProcessError as error:
        print(f"failed: {' '.join(error.cmd)}", file=sys.stderr)
        sys.exit(1)
