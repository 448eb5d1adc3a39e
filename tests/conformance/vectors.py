"""Vectors with known answers: found, named and, where disputed, marked.

A kind whose file is missing in the chosen folder has no vectors. `disputed.yaml` speaks only
of the project's own folder: there a disputed vector is a strict expected failure.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

OWN = Path(__file__).parent / "vectors"
DISPUTED = Path(__file__).parent / "disputed.yaml"

Vector = Mapping[str, Any]


def folder(config: pytest.Config) -> Path:
    """Return the folder of vectors that this run asks for."""
    chosen: Path | None = config.getoption("--vectors")
    return OWN if chosen is None else chosen


def load(config: pytest.Config, name: str) -> Mapping[str, Any]:
    """Return the content of the vector file `name`, empty where the file is missing."""
    path = folder(config) / name
    if not path.is_file():
        return {}
    content: Mapping[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return content


def parametrize(metafunc: pytest.Metafunc, kind: str, name: str) -> None:
    """Give a test with the argument `vector` one run for each vector of `name`."""
    vectors = load(metafunc.config, name).get("vectors", [])
    disputed = _disputed(name) if folder(metafunc.config) == OWN else {}
    metafunc.parametrize(
        "vector",
        [
            pytest.param(
                vector,
                id=f"{kind}-{vector['id']}",
                marks=[pytest.mark.xfail(reason=disputed[vector["id"]], strict=True)]
                if vector["id"] in disputed
                else [],
            )
            for vector in vectors
        ],
    )


def _disputed(name: str) -> Mapping[str, str]:
    entries = yaml.safe_load(DISPUTED.read_text(encoding="utf-8")) or []
    return {entry["id"]: entry["reason"] for entry in entries if entry["file"] == name}
