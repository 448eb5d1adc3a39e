"""Colours of the terminal report (màu sắc)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Palette:
    """SGR codes by role; a role without one is left plain.

    Roles: the severities, `undecided`, `place`, `gutter`, `label`, `code`, `strong`.
    """

    codes: Mapping[str, str]

    def paint(self, role: str, text: str) -> str:
        """Return `text` in the colour of `role`."""
        code = self.codes.get(role)
        return f"\x1b[{code}m{text}\x1b[0m" if code and text else text


PLAIN = Palette(MappingProxyType({}))
COLOURED = Palette(
    MappingProxyType(
        {
            "error": "1;31",
            "warning": "1;33",
            "info": "1;36",
            "undecided": "1;35",
            "place": "1",
            "gutter": "34",
            "label": "1",
            "code": "2",
            "strong": "1",
        }
    )
)
