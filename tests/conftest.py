"""Options and settings for the whole test run."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "default",
    max_examples=100,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "thorough", max_examples=100_000, deadline=None, suppress_health_check=list(HealthCheck)
)
settings.load_profile("default")

os.environ["TTHC_RULES_CACHE"] = "off"  # no test reads or leaves anything in a user's home


def pytest_addoption(parser: pytest.Parser) -> None:
    """Register the options of the test run.

    `--vectors DIR` runs the conformance adapters on another folder; `--bless` writes what
    the corpus tests found as what they expect.
    """
    parser.addoption(
        "--vectors",
        type=Path,
        default=None,
        metavar="DIR",
        help="folder of conformance vectors to run instead of the project's own",
    )
    parser.addoption(
        "--bless",
        action="store_true",
        default=False,
        help="write the corpus' expected texts anew; read the diff before committing it",
    )
