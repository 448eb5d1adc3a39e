"""The formats a result can be written in (định dạng).

Each is loaded when it is asked for. Adding one is a line here and a module beside.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from tthc_rules.report.results import Result
from tthc_rules.report.text import TextView, render

Renderer = Callable[[Result, TextView], str | bytes]
"""Text where the format is one, bytes where it is not."""


def _text(result: Result, view: TextView) -> str:
    return render(result, view)


def _json(result: Result, view: TextView) -> str:
    from tthc_rules.report import json_format

    del view  # holds both languages and everything
    return json_format.render(result)


FORMATS: Mapping[str, Renderer] = MappingProxyType({"text": _text, "json": _json})
"""Renderer by the name users write."""


def encoded(content: str | bytes) -> bytes:
    """Return a rendered result as the bytes of a file."""
    return content if isinstance(content, bytes) else content.encode("utf-8")
