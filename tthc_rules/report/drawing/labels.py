"""Where the words of lines stand in a drawing: beside their line, off boxes and each other.

A label covers no box and no other label where that can be helped. Near its source it may lie
over another line, which its halo hides, rather than stand far away. Whole numbers only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise
from typing import Final, TypeAlias

from tthc_rules.report.drawing.layout import Box, Layout, Point

_Place: TypeAlias = tuple[int, Box]

_ALONG: Final = (35, 50, 22, 65, 80, 12)
"""Hundredths of a stretch at which a label is tried, in this order."""

_ASIDE: Final = 6
"""Between a line and its label."""

_SAMPLES: Final = tuple(range(0, 101, 8))
_STRETCHES: Final = 2
"""Stretches of a line on which its label is tried: far from its source nobody looks for it."""

_CELL: Final = 64
"""Side of the cells by which what is drawn already is found again."""

_Cell: TypeAlias = tuple[int, int]


def on_curve(start: Point, stop: Point, step: int) -> Point:
    """Return the point `step` hundredths along the curve between two points.

    The curve is a cubic one whose ends are upright and whose control points lie at half
    the height.
    """
    rest, middle = 100 - step, (start[1] + stop[1]) // 2
    first, second, third, last = rest**3, 3 * rest**2 * step, 3 * rest * step**2, step**3
    x = start[0] * (first + second) + stop[0] * (third + last)
    y = start[1] * first + middle * (second + third) + stop[1] * last
    return x // 100**3, y // 100**3


def beside(drawn: Layout, sizes: Mapping[int, tuple[int, int]]) -> dict[int, Box]:
    """Return the place of each label.

    Args:
        drawn: Boxes and lines.
        sizes: Width and height of the label, by the number of its line.
    """
    taken = _Taken()
    for box in drawn.boxes.values():
        taken.add(box)
    for number, line in enumerate(drawn.lines):
        taken.add_line(number, line)
    found: dict[int, Box] = {}
    for number in sorted(sizes):
        places = _places(drawn.lines[number], *sizes[number])
        _, found[number] = min(places, key=partial(taken.cost, number))
        taken.add(found[number])
    return found


def _places(line: Sequence[Point], width: int, height: int) -> Iterator[_Place]:
    """Yield places right and left of a line, each with the number of its stretch."""
    for number, (start, stop) in enumerate(pairwise(line[: _STRETCHES + 1])):
        for step in _ALONG:
            x, y = on_curve(start, stop, step)
            for left in (x + _ASIDE, x - _ASIDE - width):
                if left >= 0:
                    yield number, Box(left, y - height // 2, width, height)


@dataclass(slots=True)
class _Taken:
    """What is drawn already, by cells."""

    boxes: dict[_Cell, list[Box]] = field(default_factory=dict)
    points: dict[_Cell, list[tuple[int, Point]]] = field(default_factory=dict)

    def add(self, box: Box) -> None:
        for cell in _cells(box):
            self.boxes.setdefault(cell, []).append(box)

    def add_line(self, number: int, line: Sequence[Point]) -> None:
        for start, stop in pairwise(line):
            for step in _SAMPLES:
                x, y = on_curve(start, stop, step)
                self.points.setdefault((x // _CELL, y // _CELL), []).append((number, (x, y)))

    def cost(self, own: int, place: _Place) -> tuple[int, int, int]:
        """Return what a place is charged: boxes covered, stretches away, lines covered."""
        stretch, box = place
        cells = tuple(_cells(box))
        boxes = {other for cell in cells for other in self.boxes.get(cell, ())}
        covered = sum(
            number != own and _holds(box, point)
            for cell in cells
            for number, point in self.points.get(cell, ())
        )
        return _covered(box, boxes), stretch, covered


def _cells(box: Box) -> Iterator[_Cell]:
    for column in range(box.x // _CELL, (box.x + box.width) // _CELL + 1):
        for row in range(box.y // _CELL, (box.y + box.height) // _CELL + 1):
            yield column, row


def _covered(box: Box, others: Iterable[Box]) -> int:
    area = 0
    for other in others:
        width = min(box.x + box.width, other.x + other.width) - max(box.x, other.x)
        height = min(box.y + box.height, other.y + other.height) - max(box.y, other.y)
        area += max(width, 0) * max(height, 0)
    return area


def _holds(box: Box, point: Point) -> bool:
    x, y = point
    return box.x <= x <= box.x + box.width and box.y <= y <= box.y + box.height
