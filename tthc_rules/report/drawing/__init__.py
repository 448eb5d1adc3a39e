"""Drawings of routes (sơ đồ quy trình): each takes a route and gives one text."""

from __future__ import annotations

from tthc_rules.report.drawing.bpmn import bpmn
from tthc_rules.report.drawing.mermaid import mermaid
from tthc_rules.report.drawing.svg import svg
from tthc_rules.report.drawing.text import text

__all__ = ["bpmn", "mermaid", "svg", "text"]
