"""The command line over use cases that a test controls."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

import pytest

from tests.cli.fake_api import FakeApi
from tthc_rules.cli.app import run


class Ended(NamedTuple):
    """How a command line ended."""

    code: int
    out: str
    err: str


Run = Callable[..., Ended]


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> FakeApi:
    """The use cases; a test sets what they answer."""
    for name in ("TTHC_RULES_AS_OF", "TTHC_RULES_FAIL_ON", "TTHC_RULES_JOBS"):
        monkeypatch.delenv(name, raising=False)
    return FakeApi().install(partial(monkeypatch.setattr, raising=False))


@pytest.fixture
def tthc(fake: FakeApi, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run one command line in this process."""

    def ended(*arguments: str, **environ: str) -> Ended:
        code = run(arguments, environ)
        captured = capsys.readouterr()
        return Ended(code, captured.out, captured.err)

    return ended
