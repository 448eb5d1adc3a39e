"""An XML document as text (tài liệu XML): well formed whatever stands in it."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

_NO_CHARACTER = re.compile("[\ufffe\uffff]")
"""Code points that XML 1.0 forbids and that are not written out as dangerous before."""


def serialised(root: ET.Element) -> str:
    """Return `root` as text; what XML cannot hold becomes U+FFFD."""
    return _NO_CHARACTER.sub("\ufffd", ET.tostring(root, encoding="unicode")) + "\n"
