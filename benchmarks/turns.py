"""Work inside one process, timed in turn: A B C A B C … (đo xen kẽ)."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Mapping


def in_turn(cases: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Return the median seconds of each case, after one unmeasured round."""
    for work in cases.values():
        work()
    times: dict[str, list[float]] = {name: [] for name in cases}
    for _ in range(rounds):
        for name, work in cases.items():
            gc.collect()
            began = time.perf_counter()
            work()
            times[name].append(time.perf_counter() - began)
    return {name: statistics.median(found) for name, found in times.items()}


def report(medians: Mapping[str, float], items: int, unit: str) -> None:
    """Print microseconds for each item and the ratio to the first case."""
    first = next(iter(medians.values()))
    print(f"| case | us/{unit} | x first |")
    print("|---|---|---|")
    for name, seconds in medians.items():
        print(f"| {name} | {seconds / items * 1e6:.1f} | {seconds / first:.2f} |")
