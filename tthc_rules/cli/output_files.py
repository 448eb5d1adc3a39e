"""Result files written whole or not at all (ghi tệp kết quả)."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex

from tthc_rules.cli.console import OutputError


def write_all(files: Sequence[tuple[str, bytes]]) -> None:
    """Write every file beside its place first, then put each in its place.

    A symbolic link stays and its target is replaced; what is no regular file (a pipe, a
    device) is written to directly.

    Raises:
        OutputError: One of them could not be written; no regular file was changed unless
            the failure came while putting them in place.
    """
    waiting: list[tuple[str, Path, Path]] = []
    try:
        for name, content in files:
            with _blaming(name):
                target = Path(os.path.realpath(name))
                if _is_special(target):
                    target.write_bytes(content)
                else:
                    waiting.append((name, _written_beside(target, content), target))
        while waiting:
            name, temporary, target = waiting[0]
            with _blaming(name):
                temporary.replace(target)
            del waiting[0]
    finally:
        for _, temporary, _ in waiting:
            with suppress(OSError):  # the first failure is the one to report
                temporary.unlink()


@contextmanager
def _blaming(file: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OutputError(file, error) from error


def _is_special(target: Path) -> bool:
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    return target.exists() and not stat.S_ISREG(target.stat().st_mode)


def _written_beside(target: Path, content: bytes) -> Path:
    temporary = target.with_name(f".tthc-rules-{token_hex(8)}.tmp")
    try:
        with temporary.open("xb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        if target.exists():
            temporary.chmod(stat.S_IMODE(target.stat().st_mode))
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary
