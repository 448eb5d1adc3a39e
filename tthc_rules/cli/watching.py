"""Running again whenever a file changes (theo dõi tệp): asks twice a second, until Ctrl-C."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from time import sleep
from typing import Final, NoReturn, TypeAlias

PAUSE: Final = 0.5
"""Seconds between two looks."""

_ENDINGS: Final = frozenset({".tthc", ".yaml", ".yml"})

Stamps: TypeAlias = Mapping[Path, tuple[int, int]]
"""When each file was last changed, in nanoseconds, and its size."""


def again(work: Callable[[], tuple[str, ...]]) -> NoReturn:
    """Do some work, and again after every change to what it looked at; never returns.

    Args:
        work: What to do. It returns the files and folders that it looked at; what changes
            there meanwhile counts as a change, and what it raises ends the watch.

    Raises:
        KeyboardInterrupt: A person has seen enough.
    """
    places: tuple[str, ...] = ()
    while True:
        before = stamps(places)
        looked_at = work()
        if looked_at != places:
            places, before = looked_at, stamps(looked_at)
        while stamps(places) == before:
            sleep(PAUSE)


def stamps(places: Iterable[str]) -> Stamps:
    """Return the state of every rule, cases and settings file at and below `places`."""
    found: dict[Path, tuple[int, int]] = {}
    for path in (one for place in places for one in _files(Path(place))):
        with suppress(OSError):  # gone between two looks: that is a change too
            status = path.stat()
            found[path] = status.st_mtime_ns, status.st_size
    return found


def _files(place: Path) -> Iterator[Path]:
    if not place.is_dir():
        yield place
        return
    yield from (path for path in place.rglob("*") if path.suffix in _ENDINGS)
