"""Inter-agency routes (quy trình liên thông): examined as graphs, as nets and in time."""

from __future__ import annotations

from tthc_rules.engine.routes.examine import ANYWHERE, UNSOUND, RouteReport, examine
from tthc_rules.engine.routes.times import ChannelTime, Fit

__all__ = ["ANYWHERE", "UNSOUND", "ChannelTime", "Fit", "RouteReport", "examine"]
