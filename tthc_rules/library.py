"""Where the shipped files are: rules, schemas and law data (thư viện kèm theo). Floor 2.

In an installed wheel they lie beside this module; in a checkout they are the folders of the
repository's top level.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


@cache
def root() -> Path:
    """Return the folder that holds `rules/`, `schemas/` and `procedures/`.

    Raises:
        FileNotFoundError: The installation is incomplete.
    """
    for folder in (_PACKAGE / "_library", _PACKAGE.parent):
        if (folder / "schemas").is_dir():
            return folder
    raise FileNotFoundError(f"no schemas beside {_PACKAGE}")


def schema_texts() -> dict[str, str]:
    """Return the text of each shipped JSON Schema by its file name."""
    folder = root() / "schemas"
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.json"))}


def rules_folder() -> Path:
    """Return the folder of the shipped rules."""
    return root() / "rules"


def data_folder() -> Path:
    """Return the folder of the shipped data: law, catalogues, calendars, publications."""
    return root() / "procedures"
