"""Python statements under construction (câu lệnh): indentation, names and constants.

Constants other than numbers and texts are handed to the code by number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tthc_rules.lang.limits import MAX_STEPS
from tthc_rules.lang.syntax import Place

MAX_BLOCKS = 18
"""Loops and guarded parts inside one another: CPython allows 20 (CO_MAXBLOCKS)."""

MAX_INDENT = 90
"""Levels of indentation: CPython allows 100."""


class TooIntricateError(Exception):
    """A term nests more blocks than generated code may."""

    def __init__(self, place: Place) -> None:
        super().__init__("too intricate")
        self.place = place


class Statements:
    """The statements of one function, as they are written.

    Args:
        constants: Constants handed to the code by number; grows.
        on_exhausted: The statement that ends an evaluation with too many steps.
    """

    def __init__(self, constants: list[object], on_exhausted: str) -> None:
        self.lines: list[str] = []
        self.functions: set[str] = set()
        self.constants = constants
        self.indent = 1
        self._blocks = 0
        self._names = 0
        self.on_exhausted = on_exhausted

    def line(self, text: str) -> None:
        """Write one statement."""
        self.lines.append(" " * self.indent + text)

    @contextmanager
    def inside(self, head: str, place: Place, *, block: bool = False) -> Iterator[None]:
        """Write a compound statement around what is written meanwhile.

        Args:
            head: Its first line, with the colon.
            place: What to blame when it goes too deep.
            block: Whether CPython counts it as a block (`for`, `try`).
        """
        self.line(head)
        self.indent += 1
        self._blocks += block
        if self.indent > MAX_INDENT or self._blocks > MAX_BLOCKS:
            raise TooIntricateError(place)
        yield
        self._blocks -= block
        self.indent -= 1

    def fresh(self, prefix: str) -> str:
        """Return a name not used before."""
        self._names += 1
        return f"{prefix}{self._names}"

    def constant(self, value: object) -> str:
        """Return the name or the text of a constant."""
        if isinstance(value, bool | int | str):
            return repr(value)
        for number, known in enumerate(self.constants):
            if type(known) is type(value) and known == value:
                return f"k{number}"
        self.constants.append(value)
        return f"k{len(self.constants) - 1}"

    def guarded(self, target: str, place: Place, write: Callable[[], None]) -> None:
        """Write statements that set `target`; what is raised inside becomes its value."""
        with self.inside("try:", place, block=True):
            write()
        with self.inside("except U as e:", place):
            self.line(f"{target} = e.with_traceback(None)")

    def step(self, place: Place) -> None:
        """Write the count of one item visited."""
        self.line("n += 1")
        with self.inside(f"if n > {MAX_STEPS}:", place):
            self.line(self.on_exhausted)
