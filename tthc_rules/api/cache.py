"""What was compiled in an earlier run (bộ nhớ đệm): never needed, only faster.

The cache lies in a folder that belongs to the user alone; what others may write to is not
read. Nothing in it comes from a workspace but compiled rules and conditions, each under a
digest of the text it was made from and of the tool that made it, so no entry is ever out of
date. Deleting the folder is always fine.
"""

from __future__ import annotations

import os
import pickle
import stat
from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from importlib.util import MAGIC_NUMBER
from pathlib import Path
from typing import Final

import tthc_rules

MOST_ENTRIES: Final = 64
"""Entries kept; beyond these the oldest go."""

_DIGEST: Final = 32  # bytes of a SHA-256
_MAKERS: Final = ("", "lang", "model", "engine")
_ENDING: Final = ".entry"


class Cache:
    """Values by the digest of what they were made from.

    Args:
        folder: Where the entries lie; made when something is first kept.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._tool = _tool()

    def get(self, name: str, parts: Iterable[str]) -> object | None:
        """Return what was kept for these parts, or None.

        Args:
            name: What kind of thing it is.
            parts: Everything it was made from.
        """
        if not _is_private(self._folder):
            return None
        try:
            descriptor = os.open(self._path(name, parts), os.O_RDONLY | os.O_NOFOLLOW)
        except OSError:
            return None
        with os.fdopen(descriptor, "rb") as file:
            held = file.read()
        payload = held[_DIGEST:]
        if sha256(payload).digest() != held[:_DIGEST]:
            return None
        return pickle.loads(payload)  # type: ignore[no-any-return]  # noqa: S301 - the user's own

    def keep(self, name: str, parts: Iterable[str], value: object) -> None:
        """Keep a value for these parts. Where it cannot be kept, it is made again next time."""
        path = self._path(name, parts)
        payload = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
        unfinished = path.with_suffix(f".{os.getpid()}")
        with suppress(OSError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not _is_private(self._folder):
                return
            flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW
            with os.fdopen(os.open(unfinished, flags, 0o600), "wb") as file:
                file.write(sha256(payload).digest() + payload)
            unfinished.replace(path)
            self._make_room()

    def _path(self, name: str, parts: Iterable[str]) -> Path:
        digest = sha256(self._tool)
        for part in parts:
            data = part.encode("utf-8", "surrogatepass")
            digest.update(b"%d:" % len(data))
            digest.update(data)
        return self._folder / f"{name}-{digest.hexdigest()}{_ENDING}"

    def _make_room(self) -> None:
        entries = sorted(self._folder.glob(f"*{_ENDING}"), key=lambda path: path.stat().st_mtime_ns)
        for path in entries[:-MOST_ENTRIES]:
            path.unlink(missing_ok=True)


def _is_private(folder: Path) -> bool:
    """Return whether a folder is the user's own and nobody else may write to it."""
    if not hasattr(os, "geteuid"):
        return False
    try:
        status = folder.lstat()
    except OSError:
        return False
    open_to_others = stat.S_IWGRP | stat.S_IWOTH
    return (
        stat.S_ISDIR(status.st_mode)
        and status.st_uid == os.geteuid()
        and not status.st_mode & open_to_others
    )


def _tool() -> bytes:
    """Return what tells one state of the tool from another: version, Python, its modules."""
    package = Path(tthc_rules.__file__).parent
    modules = sorted(
        f"{room}/{entry.name} {status.st_size} {status.st_mtime_ns}"
        for room in _MAKERS
        for entry in os.scandir(package / room)
        if entry.name.endswith(".py") and (status := entry.stat())
    )
    return "\n".join((tthc_rules.__version__, MAGIC_NUMBER.hex(), *modules)).encode()
