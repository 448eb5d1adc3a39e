"""Where the user's cache lies (thư mục bộ nhớ đệm): the environment says, never a workspace."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

VARIABLE: Final = "TTHC_RULES_CACHE"
"""A folder, or `off`; without it the folder that the system gives programs for this."""

OFF: Final = "off"


def cache_folder(environ: Mapping[str, str]) -> Path | None:
    """Return the folder of the cache, None where the user wants none or has no home."""
    asked = environ.get(VARIABLE)
    if asked:
        return None if asked == OFF else Path(asked)
    shared = environ.get("XDG_CACHE_HOME")
    if shared and Path(shared).is_absolute():
        return Path(shared, "tthc-rules")
    home = environ.get("HOME")
    return Path(home, ".cache", "tthc-rules") if home else None
