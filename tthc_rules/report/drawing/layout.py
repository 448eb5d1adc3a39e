"""A small layered layout: where boxes stand and how lines run between them.

Sugiyama, Tagawa and Toda (1981) in its plainest form: edges that lead back are turned round,
boxes fall into layers, long edges get a bend in every layer they cross, and each layer is
ordered by the mean of its neighbours. Whole numbers only.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

GAP: Final = 36
"""Between boxes of one layer."""

LAYER_GAP: Final = 84
"""Between layers; edge labels stand here."""

MARGIN: Final = 24
_BEND_WIDTH = 16
_SWEEPS = 8


@dataclass(frozen=True, slots=True)
class Box:
    """A box at its place: the upper left corner and the size."""

    x: int
    y: int
    width: int
    height: int

    @property
    def middle(self) -> int:
        """The column of the middle."""
        return self.x + self.width // 2


Point = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Layout:
    """Boxes by id, one line of points for each edge in the order given, and the whole size."""

    boxes: Mapping[str, Box]
    lines: tuple[tuple[Point, ...], ...]
    width: int
    height: int


def layout(sizes: Mapping[str, tuple[int, int]], edges: Sequence[tuple[str, str]]) -> Layout:
    """Return where everything stands.

    Args:
        sizes: Width and height of each box, by id, in the order of reading.
        edges: Source and target of each edge, both among `sizes`.
    """
    forward = _forward(list(sizes), edges)
    layers = _layers(list(sizes), forward)
    chains, rows = _bends(list(sizes), forward, layers)
    _order(rows, chains)
    widths = {name: size[0] for name, size in sizes.items()}
    boxes = _place(rows, widths, {name: size[1] for name, size in sizes.items()})
    width = max((box.x + box.width for box in boxes.values()), default=0) + MARGIN
    height = max((box.y + box.height for box in boxes.values()), default=0) + MARGIN
    leave, enter = _ports(chains, boxes, lower=True), _ports(chains, boxes, lower=False)
    lines = tuple(
        _line(chain, boxes, leave[index], enter[index], turned=edges[index] != forward[index])
        for index, chain in enumerate(chains)
    )
    return Layout({name: boxes[name] for name in sizes}, lines, width + GAP, height)


def _forward(names: Sequence[str], edges: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the edges with those turned round that lead back to a box still being visited."""
    onward: dict[str, list[tuple[int, str]]] = {name: [] for name in names}
    for index, (source, target) in enumerate(edges):
        onward[source].append((index, target))
    turned: set[int] = set()
    state: dict[str, int] = {}
    for root in names:
        if root in state:
            continue
        state[root] = 1
        trail = [(root, iter(onward[root]))]
        while trail:
            name, rest = trail[-1]
            index, target = next(rest, (-1, ""))
            if index < 0:
                state[name] = 2
                trail.pop()
            elif state.get(target) == 1:
                turned.add(index)
            elif target not in state:
                state[target] = 1
                trail.append((target, iter(onward[target])))
    return [
        (target, source) if index in turned else (source, target)
        for index, (source, target) in enumerate(edges)
    ]


def _layers(names: Sequence[str], edges: Sequence[tuple[str, str]]) -> dict[str, int]:
    """Return the layer of each box: the length of the longest way to it."""
    arrivals = dict.fromkeys(names, 0)
    onward: dict[str, list[str]] = {name: [] for name in names}
    for source, target in edges:
        if source != target:
            arrivals[target] += 1
            onward[source].append(target)
    layer = dict.fromkeys(names, 0)
    order = [name for name in names if not arrivals[name]]
    for name in order:
        for target in onward[name]:
            layer[target] = max(layer[target], layer[name] + 1)
            arrivals[target] -= 1
            if not arrivals[target]:
                order.append(target)
    return layer


def _bends(
    names: Iterable[str],
    forward: Sequence[tuple[str, str]],
    layers: Mapping[str, int],
) -> tuple[list[list[str]], list[list[str]]]:
    """Return each edge as the chain of names it runs through, and the names of each layer."""
    rows: list[list[str]] = [[] for _ in range(max(layers.values(), default=-1) + 1)]
    for name in names:
        rows[layers[name]].append(name)
    chains = []
    for index, (source, target) in enumerate(forward):
        chain = [source]
        for layer in range(layers[source] + 1, layers[target]):
            bend = f"\x00bend-{index}-{layer}"
            rows[layer].append(bend)
            chain.append(bend)
        chain.append(target)
        chains.append(chain)
    return chains, rows


def _order(rows: list[list[str]], chains: Iterable[Sequence[str]]) -> None:
    """Order each layer by the mean place of its neighbours, down and up in turn."""
    above: dict[str, list[str]] = {}
    below: dict[str, list[str]] = {}
    for chain in chains:
        for upper, lower in pairwise(chain):
            above.setdefault(lower, []).append(upper)
            below.setdefault(upper, []).append(lower)
    place = {name: index for row in rows for index, name in enumerate(row)}
    for sweep in range(_SWEEPS):
        neighbours = above if sweep % 2 == 0 else below
        for row in rows if sweep % 2 == 0 else reversed(rows):
            means = {name: _mean(name, neighbours, place) for name in row}
            row.sort(key=means.__getitem__)
            place.update((name, index) for index, name in enumerate(row))


def _mean(name: str, neighbours: Mapping[str, list[str]], place: Mapping[str, int]) -> int:
    """Return the mean place of the neighbours in thousandths, the own place without any."""
    places = [place[other] for other in neighbours.get(name, ())]
    return 1000 * sum(places) // len(places) if places else 1000 * place[name]


def _place(
    rows: Sequence[Sequence[str]], widths: Mapping[str, int], heights: Mapping[str, int]
) -> dict[str, Box]:
    """Return the box of every name, each layer centred; bends are boxes without height."""
    totals = [sum(widths.get(name, _BEND_WIDTH) + GAP for name in row) - GAP for row in rows]
    widest = max(totals, default=0)
    boxes = {}
    y = MARGIN
    for row, total in zip(rows, totals, strict=True):
        x = MARGIN + (widest - total) // 2
        height = max((heights.get(name, 0) for name in row), default=0)
        for name in row:
            width, own = widths.get(name, _BEND_WIDTH), heights.get(name, height)
            boxes[name] = Box(x, y + (height - own) // 2, width, own)
            x += width + GAP
        y += height + LAYER_GAP
    return boxes


def _ports(chains: Sequence[Sequence[str]], boxes: Mapping[str, Box], *, lower: bool) -> list[int]:
    """Return for each edge the column in which it meets its upper or lower box.

    The edges of one side of a box are spread over it in the order of where they go.
    """
    columns = [0] * len(chains)
    sides: dict[str, list[tuple[int, int]]] = {}
    for index, chain in enumerate(chains):
        own, neighbour = (chain[0], chain[1]) if lower else (chain[-1], chain[-2])
        sides.setdefault(own, []).append((boxes[neighbour].middle, index))
    for name, edges in sides.items():
        box = boxes[name]
        for place, (_, index) in enumerate(sorted(edges), start=1):
            columns[index] = box.x + box.width * place // (len(edges) + 1)
    return columns


def _line(
    chain: Sequence[str], boxes: Mapping[str, Box], leaves: int, enters: int, *, turned: bool
) -> tuple[Point, ...]:
    """Return the points of an edge from its source to its target."""
    first, last = boxes[chain[0]], boxes[chain[-1]]
    if chain[0] == chain[-1]:
        right, middle = first.x + first.width, first.y + first.height // 2
        out = right + GAP // 2
        return ((right, middle - 8), (out, middle - 8), (out, middle + 8), (right, middle + 8))
    points = [(leaves, first.y + first.height)]
    for name in chain[1:-1]:
        points += [
            (boxes[name].middle, boxes[name].y),
            (boxes[name].middle, boxes[name].y + boxes[name].height),
        ]
    points.append((enters, last.y))
    return tuple(reversed(points)) if turned else tuple(points)
