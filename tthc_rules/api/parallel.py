"""Work on many files in several processes (xử lý song song).

A child is forked, works on its slice and sends what it made through a pipe. Where forking is
not to be had, or the work is small, one process does it all; the result is the same.
"""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable, Sequence
from typing import Final, TypeVar

_T = TypeVar("_T")
_I = TypeVar("_I")

SMALLEST_SLICE: Final = 64
"""Items below which a process of its own costs more than it saves."""


class WorkerError(RuntimeError):
    """A child process ended without a result."""


def useful_jobs(jobs: int, items: int) -> int:
    """Return how many of `jobs` processes are worth starting for so many items."""
    return max(1, min(jobs, items // SMALLEST_SLICE)) if hasattr(os, "fork") else 1


def dealt(items: Sequence[_I], jobs: int) -> list[_I]:
    """Return items in an order whose contiguous slices are alike: dealt out in turn.

    Neighbours are alike (publications first, say), so plain slices differ in their cost.
    """
    jobs = useful_jobs(jobs, len(items))
    return [item for turn in range(jobs) for item in items[turn::jobs]]


def over_slices(
    work: Callable[[Sequence[_I]], _T],
    items: Sequence[_I],
    jobs: int,
    progress: Callable[[int, int], None] | None = None,
) -> list[_T]:
    """Return the results of `work` on contiguous slices of `items`, in order.

    Args:
        work: Called with a slice; its result must be picklable.
        items: What is worked on.
        jobs: How many processes may work.
        progress: Told how many items are done, of how many.

    Raises:
        WorkerError: A child died.
    """
    jobs = useful_jobs(jobs, len(items))
    if jobs < 2:
        return _alone(work, items, progress)
    slices = _slices(items, jobs)
    children = [_start(work, part) for part in slices[1:]]
    first = work(slices[0])
    done = len(slices[0])
    results = [first]
    for part, (pid, pipe) in zip(slices[1:], children, strict=True):
        results.append(_collect(pid, pipe))
        done += len(part)
        if progress is not None:
            progress(done, len(items))
    return results


def _alone(
    work: Callable[[Sequence[_I]], _T],
    items: Sequence[_I],
    progress: Callable[[int, int], None] | None,
) -> list[_T]:
    if progress is None:
        return [work(items)]
    results = []
    for start in range(0, len(items), SMALLEST_SLICE):
        part = items[start : start + SMALLEST_SLICE]
        results.append(work(part))
        progress(start + len(part), len(items))
    return results


def _slices(items: Sequence[_I], count: int) -> list[Sequence[_I]]:
    size, rest = divmod(len(items), count)
    slices, start = [], 0
    for number in range(count):
        end = start + size + (1 if number < rest else 0)
        slices.append(items[start:end])
        start = end
    return slices


def _start(work: Callable[[Sequence[_I]], _T], part: Sequence[_I]) -> tuple[int, int]:
    reading, writing = os.pipe()
    pid = os.fork()
    if pid:
        os.close(writing)
        return pid, reading
    os.close(reading)
    code = 1
    try:
        data = pickle.dumps(work(part), protocol=pickle.HIGHEST_PROTOCOL)
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(data)
        code = 0
    finally:
        os._exit(code)


def _collect(pid: int, reading: int) -> _T:  # type: ignore[type-var]  # what the child made
    with os.fdopen(reading, "rb") as pipe:
        data = pipe.read()
    _, status = os.waitpid(pid, 0)
    if status or not data:
        raise WorkerError(f"a worker ended with status {status}")
    result: _T = pickle.loads(data)  # noqa: S301 - made by our own child a moment ago
    return result
