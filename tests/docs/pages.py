"""Pages of the documentation: their code blocks, links and tables, and how they are run.

A page that tells a story holds two kinds of blocks. ` ```yaml path ` writes a file of the
reader's workspace; ` ```console ` holds commands after `$ ` and what they print. A line `…`
in an output stands for lines left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
GAP = "…"
_FENCE = re.compile(r"```(\S*) ?(.*)")
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
_CODE_SPAN = re.compile(r"`[^`\n]*`")


@dataclass(frozen=True, slots=True)
class Block:
    """One fenced block: its language, what stands behind it, and the lines between."""

    language: str
    argument: str
    first: int
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """The content as a file holds it."""
        return "".join(f"{line}\n" for line in self.lines)


def page(name: str) -> str:
    """Return the text of a page, by its path from the root of the project."""
    return (ROOT / name).read_text(encoding="utf-8")


def pages() -> tuple[str, ...]:
    """Return every page of the project by its path: the root's, `docs/` and `examples/`."""
    found = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("examples/**/*.md")]
    return tuple(sorted(path.relative_to(ROOT).as_posix() for path in found))


def blocks(text: str) -> tuple[Block, ...]:
    """Return the fenced blocks of a page, in order."""
    found = []
    lines = text.splitlines()
    number = 0
    while number < len(lines):
        fence = _FENCE.fullmatch(lines[number])
        number += 1
        if fence is None:
            continue
        end = lines.index("```", number)
        found.append(Block(fence[1], fence[2], number, tuple(lines[number:end])))
        number = end + 1
    return tuple(found)


def prose(text: str) -> str:
    """Return a page without its fenced blocks."""
    lines = text.splitlines()
    for block in reversed(blocks(text)):
        del lines[block.first - 1 : block.first + len(block.lines) + 1]
    return "\n".join(lines)


def links(text: str) -> Iterator[str]:
    """Yield the target of every link of a page; code is not looked into."""
    for match in _LINK.finditer(_CODE_SPAN.sub("", prose(text))):
        yield match[1]


def rows(text: str) -> Iterator[tuple[str, ...]]:
    """Yield the rows of every table of a page, headings among them, cell by cell."""
    for line in prose(text).splitlines():
        if line.startswith("|") and not set(line) <= set("|-: "):
            yield tuple(cell.strip() for cell in line.strip("|").split("|"))


def spoken(cell: str) -> tuple[str, ...]:
    """Return the words in back-ticks of a cell."""
    return tuple(span.strip("`") for span in _CODE_SPAN.findall(cell))


def retold(text: str, folder: Path, run: Callable[[str], str]) -> str:
    """Return a page with every output as the program prints it now.

    Args:
        text: The page.
        folder: The reader's workspace; blocks with a path are written below it.
        run: Runs one command line and returns what it prints.
    """
    lines = text.splitlines()
    grown = 0
    for block in blocks(text):
        if block.language != "console":
            if block.argument:
                _write(block, folder)
            continue
        told = _told(block, run)
        start = block.first + grown
        lines[start : start + len(block.lines)] = told
        grown += len(told) - len(block.lines)
    return "".join(f"{line}\n" for line in lines)


def _write(block: Block, folder: Path) -> None:
    path = folder / block.argument
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(block.text, encoding="utf-8")


def _told(block: Block, run: Callable[[str], str]) -> list[str]:
    told: list[str] = []
    at = 0
    while at < len(block.lines):
        command = block.lines[at]
        assert command.startswith("$ "), f"an output without its command: {command}"
        end = at + 1
        while end < len(block.lines) and not block.lines[end].startswith("$ "):
            end += 1
        told.append(command)
        told.extend(_shortened(run(command.removeprefix("$ ")).splitlines(), block.lines[at:end]))
        at = end
    return told


def _shortened(printed: list[str], shown: tuple[str, ...]) -> list[str]:
    """Return an output with as much left out of its middle as the page leaves out."""
    if GAP not in shown:
        return printed
    head = shown.index(GAP) - 1
    tail = len(shown) - head - 2
    return [*printed[:head], GAP, *printed[len(printed) - tail :]]
