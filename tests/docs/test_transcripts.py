"""What the pages show is what the program prints; `pytest --bless` writes it anew."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.docs.pages import ROOT, blocks, page, retold
from tthc_rules.cli.app import run

STORIES = ("docs/resolution.md", "docs/testing-rules.md", "docs/writing-a-rule.md")
"""Pages that build a workspace of their own, block by block."""

FRONT_PAGES = (("README.md", "en_US.UTF-8"), ("README.vi.md", "vi_VN.UTF-8"))
"""Pages whose commands run in the checkout, each in a reader's locale."""

SHOWN_DAY = "2026-11-24"
"""The day of the law of what the front pages show."""

_CODE = "; echo $?"

Terminal = Callable[[str, str], str]


@pytest.fixture
def terminal(capsys: pytest.CaptureFixture[str]) -> Terminal:
    """Run one command line of a page in a locale and return what is shown of it."""

    def shown(command: str, locale: str) -> str:
        asked = "tthc-rules check" if command == "make check" else command
        name, *arguments = asked.removesuffix(_CODE).split()
        assert name == "tthc-rules", f"a page runs nothing else: {command}"
        code = run(arguments, {"LANG": locale})
        captured = capsys.readouterr()
        ending = f"{code}\n" if asked.endswith(_CODE) else ""
        return captured.err + captured.out + ending

    return shown


@pytest.fixture
def compared(pytestconfig: pytest.Config) -> Callable[[str, str], None]:
    """Compare a page with what it is now; write it when that is asked for."""

    def compare(name: str, told: str) -> None:
        if pytestconfig.getoption("--bless"):
            (ROOT / name).write_text(told, encoding="utf-8")
        assert told == page(name)

    return compare


@pytest.mark.parametrize("name", STORIES)
def test_a_story_shows_what_the_program_prints(
    name: str,
    terminal: Terminal,
    compared: Callable[[str, str], None],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    compared(name, retold(page(name), tmp_path, lambda command: terminal(command, "")))


@pytest.mark.parametrize("name", STORIES)
def test_every_block_of_a_story_is_run(name: str) -> None:
    found = blocks(page(name))
    assert sum(block.language == "console" for block in found) >= 5
    for block in found:
        assert block.language in {"console", "yaml", "tthc"}
        assert bool(block.argument) == (block.language != "console")


@pytest.mark.parametrize(("name", "locale"), FRONT_PAGES)
def test_a_front_page_shows_what_the_program_prints(
    name: str,
    locale: str,
    terminal: Terminal,
    compared: Callable[[str, str], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("TTHC_RULES_AS_OF", SHOWN_DAY)
    compared(name, retold(page(name), ROOT, lambda command: terminal(command, locale)))
