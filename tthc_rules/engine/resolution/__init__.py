"""What the law gives here, on that day, and who says so (xác định quy phạm áp dụng).

`World` holds the texts; `resolve` answers a `Query`; `receipt` shows everything considered;
`timeline` cuts a period at every change. Nothing is decided by the order of files, by ids,
or by a guess: where the known facts leave two outcomes, the missing facts are named.
"""

from __future__ import annotations

from tthc_rules.engine.resolution.outcome import (
    Answer,
    Cause,
    Conflict,
    Fault,
    Gap,
    Irregularity,
    MissingFacts,
    Resolution,
    SetAside,
    Status,
    Support,
)
from tthc_rules.engine.resolution.receipt import Receipt, receipt
from tthc_rules.engine.resolution.resolve import resolve
from tthc_rules.engine.resolution.timeline import Interval, timeline
from tthc_rules.engine.resolution.world import World

__all__ = [
    "Answer",
    "Cause",
    "Conflict",
    "Fault",
    "Gap",
    "Interval",
    "Irregularity",
    "MissingFacts",
    "Receipt",
    "Resolution",
    "SetAside",
    "Status",
    "Support",
    "World",
    "receipt",
    "resolve",
    "timeline",
]
