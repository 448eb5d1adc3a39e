"""A route as one self-contained SVG picture (sơ đồ SVG): no script, no font, no other file."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final
from xml.etree import ElementTree as ET

from tthc_rules.engine.routes import RouteReport
from tthc_rules.model.route import END, Outcome, Route
from tthc_rules.report.drawing.document import serialised
from tthc_rules.report.drawing.labels import beside
from tthc_rules.report.drawing.layout import Box, Layout, Point, layout
from tthc_rules.report.drawing.picture import START, Edge, Node, Picture, flagged, picture

_NAMESPACE = "http://www.w3.org/2000/svg"
_LINE: Final = 17
_LETTER: Final = 8
_SMALL: Final = 7
"""Width of a letter of a label."""

_COLUMNS: Final = 30
_MARGIN: Final = 24
_NARROWEST: Final = 420
"""A drawing is at least so wide, for its head."""

_STYLE: Final = (
    "svg{background:#fff}"
    "text{font:13px system-ui,'Segoe UI',Arial,sans-serif;fill:#1b1b1b}"
    ".title{font-weight:600}"
    ".box{fill:#fff;stroke:#1f4e79;stroke-width:1.5}"
    ".wrong{stroke:#a80000;stroke-width:3;stroke-dasharray:7 3}"
    ".mark{fill:#a80000;font-weight:600}"
    ".edge{fill:none;stroke:#444;stroke-width:1.5}"
    ".halo{stroke:#fff;stroke-width:7;stroke-linejoin:round;paint-order:stroke;font-size:12px}"
)


def svg(route: Route, report: RouteReport | None, lang: str, facts: Iterable[str] = ()) -> str:
    """Return `route` as an SVG document; what is wrong stands in words and a broken frame."""
    drawn = _merged(picture(route, report, lang, facts))
    words = {node.id: _words(node) for node in drawn.nodes}
    sizes = {
        name: (
            max((len(line) for line, _ in lines), default=0) * _LETTER + 24,
            len(lines) * _LINE + 16,
        )
        for name, lines in words.items()
    }
    placed = layout(sizes, [(edge.source, edge.target) for edge in drawn.edges])
    labels = _labels(drawn, placed)
    reach = [box.x + box.width + _MARGIN for box, _ in labels]
    width = max(placed.width, *reach, _NARROWEST)
    head = _head(drawn, (width - 2 * _MARGIN) // _LETTER)
    top = len(head) * _LINE + 8
    root = ET.Element(
        "svg",
        {
            "xmlns": _NAMESPACE,
            "viewBox": f"0 0 {width} {placed.height + top}",
            "width": str(width),
            "height": str(placed.height + top),
            "role": "img",
        },
    )
    ET.SubElement(root, "title").text = drawn.title
    ET.SubElement(root, "style").text = _STYLE
    _arrow(root)
    _text(root, head, _MARGIN, 24)
    body = ET.SubElement(root, "g", {"transform": f"translate(0 {top})"})
    _draw(body, drawn, placed, words)
    for box, lines in labels:
        _text(body, lines, box.x, box.y + _LINE - 5)
    return serialised(root)


def _merged(drawn: Picture) -> Picture:
    """Return `drawn` with one line for all ways between the same two boxes."""
    groups: dict[tuple[str, str, bool], list[Edge]] = {}
    for edge in drawn.edges:
        detour = edge.outcome is Outcome.SUPPLEMENT
        groups.setdefault((edge.source, edge.target, detour), []).append(edge)
    merged = tuple(
        replace(
            group[0],
            label="\n".join(dict.fromkeys(edge.label for edge in group if edge.label)),
            marks=tuple(dict.fromkeys(mark for edge in group for mark in edge.marks)),
        )
        for group in groups.values()
    )
    return replace(drawn, edges=merged)


_Words = list[tuple[str, str]]


def _words(node: Node) -> _Words:
    """Return the lines of a box, each with its class."""
    return [
        *((line, "title") for line in _wrapped([node.title])),
        *((line, "plain") for line in _wrapped(node.lines)),
        *((line, "mark") for line in _wrapped(flagged(node.marks))),
    ]


def _head(drawn: Picture, columns: int) -> _Words:
    """Return what stands above the drawing: title, facts, and what is wrong as a whole."""
    return [
        (drawn.title, "title"),
        *((line, "plain") for line in _wrapped(drawn.facts, columns)),
        *((line, "mark") for line in _wrapped(flagged(drawn.notes), columns)),
    ]


def _wrapped(lines: Sequence[str], columns: int = _COLUMNS) -> list[str]:
    return [part for line in lines for part in textwrap.wrap(line, columns) or [""]]


def _labels(drawn: Picture, placed: Layout) -> list[tuple[Box, _Words]]:
    """Return the words of each edge that has some, and where they stand."""
    words: dict[int, _Words] = {}
    for number, edge in enumerate(drawn.edges):
        kind = "halo mark" if edge.marks else "halo"
        lines = [(line, kind) for line in _wrapped(_edge_text(edge))]
        if lines:
            words[number] = lines
    sizes = {
        number: (max(len(line) for line, _ in lines) * _SMALL, len(lines) * _LINE)
        for number, lines in words.items()
    }
    return [(box, words[number]) for number, box in beside(placed, sizes).items()]


def _draw(body: ET.Element, drawn: Picture, placed: Layout, words: dict[str, _Words]) -> None:
    for edge, line in zip(drawn.edges, placed.lines, strict=True):
        _edge(body, edge, line)
    for node in drawn.nodes:
        _box(body, node, placed.boxes[node.id], words[node.id])


def _box(body: ET.Element, node: Node, box: Box, lines: _Words) -> None:
    rounding = box.height // 2 if node.id in (START, END) else 6
    ET.SubElement(
        body,
        "rect",
        {
            "class": "box wrong" if node.marks else "box",
            "x": str(box.x),
            "y": str(box.y),
            "width": str(box.width),
            "height": str(box.height),
            "rx": str(rounding),
        },
    )
    _text(body, lines, box.x + 12, box.y + 21)


def _edge(body: ET.Element, edge: Edge, line: Sequence[Point]) -> None:
    ET.SubElement(
        body,
        "path",
        {
            "class": "edge wrong" if edge.marks else "edge",
            "d": _path(line, straight=edge.source == edge.target),
            "marker-end": "url(#arrow)",
            **({"stroke-dasharray": "4 4"} if edge.outcome is Outcome.SUPPLEMENT else {}),
        },
    )


def _path(line: Sequence[Point], *, straight: bool) -> str:
    """Return the points as a path, with upright tangents at every bend."""
    parts = [f"M{line[0][0]} {line[0][1]}"]
    for (x, y), (to_x, to_y) in pairwise(line):
        middle = (y + to_y) // 2
        curve = f"C{x} {middle} {to_x} {middle} {to_x} {to_y}"
        parts.append(f"L{to_x} {to_y}" if straight else curve)
    return "".join(parts)


def _edge_text(edge: Edge) -> list[str]:
    return [*edge.label.splitlines(), *flagged(edge.marks)]


def _text(parent: ET.Element, lines: _Words, x: int, y: int) -> None:
    """Put lines of text below each other, the first on the base line `y`."""
    group = ET.SubElement(parent, "text", {"x": str(x), "y": str(y)})
    for number, (line, kind) in enumerate(lines):
        ET.SubElement(
            group,
            "tspan",
            {"class": kind, "x": str(x), "dy": str(_LINE if number else 0)},
        ).text = line


def _arrow(root: ET.Element) -> None:
    marker = ET.SubElement(
        ET.SubElement(root, "defs"),
        "marker",
        {
            "id": "arrow",
            "viewBox": "0 0 10 10",
            "refX": "9",
            "refY": "5",
            "markerWidth": "8",
            "markerHeight": "8",
            "orient": "auto-start-reverse",
        },
    )
    ET.SubElement(marker, "path", {"d": "M0 0L10 5L0 10z", "fill": "#444"})
