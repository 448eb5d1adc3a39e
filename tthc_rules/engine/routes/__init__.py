"""Inter-agency routes (quy trình liên thông): examined as graphs, as nets and in time."""

from __future__ import annotations

from tthc_rules.engine.routes.decode import Defect, decode, decode_agency
from tthc_rules.engine.routes.examine import ANYWHERE, UNSOUND, RouteReport, examine
from tthc_rules.engine.routes.findings import Site, findings_of, findings_of_defects
from tthc_rules.engine.routes.times import ChannelTime, Fit

__all__ = [
    "ANYWHERE",
    "UNSOUND",
    "ChannelTime",
    "Defect",
    "Fit",
    "RouteReport",
    "Site",
    "decode",
    "decode_agency",
    "examine",
    "findings_of",
    "findings_of_defects",
]
