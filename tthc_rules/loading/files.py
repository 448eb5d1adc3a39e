"""Which files hold data, and their bytes (tìm và đọc tệp).

The only place that opens what a user names. Names are shown as the user gave them, with `/`
on every system; bytes of a name that are not UTF-8 are shown as `\\xNN`.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from tthc_rules.diagnostics import Finding, Message, Severity
from tthc_rules.loading.characters import MOST_BYTES
from tthc_rules.loading.documents import beginning

ENDINGS = (".yaml", ".yml")
CASES = (".cases.yaml", ".cases.yml")
SETTINGS = ("tthc-rules.yaml", "tthc-rules.yml")

_READ_AT_ONCE = 1 << 16
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NONBLOCK", 0)
)
"""Without waiting: opening a pipe that nobody writes to returns at once."""


Found = tuple[tuple[str, ...], tuple[Finding, ...]]


def find(paths: Iterable[str]) -> Found:
    """Return the paths of the data files at and below `paths`, each once, in bytewise order.

    A file named directly is taken whatever its name. Below a folder, those that end in
    `.yaml` or `.yml` are taken; hidden files and folders, cases of rules and the settings of
    a workspace hold no data and are left out. Links are followed, a link that leads back to
    a folder above it is a finding.

    Args:
        paths: Files and folders as the user names them.
    """
    search = _Search()
    for path in paths:
        search.named(path)
    files = {os.path.normpath(path): path for path in reversed(search.files)}
    return tuple(sorted(files.values(), key=_order)), tuple(search.findings)


def read_bytes(path: str) -> tuple[bytes | None, tuple[Finding, ...]]:
    """Return the bytes of a file, at most one more than may be read; None with a finding.

    Only regular files are read, so nothing waits for the other end of a pipe.

    Args:
        path: A path that `find` returned, or one the user gave.
    """
    try:
        descriptor = os.open(path, _FLAGS)
    except (OSError, ValueError) as error:
        return None, (_failed(path, error),)
    try:
        data = _all_bytes(descriptor)
    except OSError as error:
        return None, (_failed(path, error),)
    finally:
        os.close(descriptor)
    return (data, ()) if data is not None else (None, (_finding("file/not-regular", path),))


def shown_name(path: str) -> str:
    """Return a path as people read it: `/` between its parts, no undecodable byte."""
    name = path.replace(os.sep, "/")
    if name.startswith("./") and name.strip("./"):
        name = name[2:].lstrip("/")
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _order(path: str) -> bytes:
    return os.fsencode(path.replace(os.sep, "/"))


def _all_bytes(descriptor: int) -> bytes | None:
    """Return what a descriptor gives, None when it is no regular file.

    A buffer of the size asked for is made each time, so small files are read by small steps.
    """
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode):
        return None
    parts: list[bytes] = []
    left = MOST_BYTES + 1
    while left and (part := os.read(descriptor, min(_READ_AT_ONCE, left))):
        parts.append(part)
        left -= len(part)
        if len(part) < _READ_AT_ONCE and len(part) >= status.st_size:
            break
    return b"".join(parts)


@dataclass(slots=True)
class _Search:
    """One walk over the paths of a run."""

    files: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def named(self, path: str) -> None:
        try:
            status = Path(path).stat()
        except (OSError, ValueError) as error:
            self.findings.append(_failed(path, error))
            return
        if stat.S_ISDIR(status.st_mode):
            self._folder(path, ((status.st_dev, status.st_ino),))
        elif stat.S_ISREG(status.st_mode):
            self.files.append(path)
        else:
            self._report("file/not-regular", path)

    def _folder(self, path: str, above: tuple[tuple[int, int], ...]) -> None:
        try:
            with os.scandir(path) as entries:
                found = sorted(entries, key=lambda entry: os.fsencode(entry.name))
        except OSError as error:
            self.findings.append(_failed(path, error))
            return
        for entry in found:
            if not entry.name.startswith("."):
                self._entry(entry, above)

    def _entry(self, entry: os.DirEntry[str], above: tuple[tuple[int, int], ...]) -> None:
        path = entry.path
        is_data = entry.name.endswith(ENDINGS) and not entry.name.endswith((*CASES, *SETTINGS))
        try:
            if entry.is_dir(follow_symlinks=False):
                self._below(path, above)
            elif entry.is_file(follow_symlinks=False):
                if is_data:
                    self.files.append(path)
            elif entry.is_symlink():
                self._link(path, above, is_data=is_data)
            elif is_data:
                self._report("file/not-regular", path)
        except OSError as error:
            self.findings.append(_failed(path, error))

    def _below(self, path: str, above: tuple[tuple[int, int], ...]) -> None:
        status = Path(path).stat()
        here = (status.st_dev, status.st_ino)
        if here in above:
            self._report("file/loop", path)
        else:
            self._folder(path, (*above, here))

    def _link(self, path: str, above: tuple[tuple[int, int], ...], *, is_data: bool) -> None:
        try:
            status = Path(path).stat()
        except OSError as error:
            if is_data or error.errno == errno.ELOOP:
                self.findings.append(_failed(path, error))
            return
        if stat.S_ISDIR(status.st_mode):
            self._below(path, above)
        elif is_data and stat.S_ISREG(status.st_mode):
            self.files.append(path)
        elif is_data:
            self._report("file/not-regular", path)

    def _report(self, code: str, path: str) -> None:
        self.findings.append(_finding(code, path))


_CODES = MappingProxyType(
    {
        errno.ENOENT: "file/missing",
        errno.ENOTDIR: "file/missing",
        errno.ELOOP: "file/loop",
        errno.EISDIR: "file/not-regular",
        errno.ENXIO: "file/not-regular",
    }
)


def _failed(path: str, error: OSError | ValueError) -> Finding:
    code = "file/unreadable"
    if isinstance(error, OSError) and error.errno is not None:
        code = _CODES.get(error.errno, code)
    elif isinstance(error, ValueError):
        code = "file/missing"
    return _finding(code, path)


def _finding(code: str, path: str) -> Finding:
    name = shown_name(path)
    values = {"name": name}
    return Finding(
        code=code,
        severity=Severity.ERROR,
        span=beginning(name),
        message=Message(code, values),
        help=Message(f"{code}.help", values),
    )
