"""A route as one self-contained SVG picture (sơ đồ SVG): no script, no font, no other file."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final
from xml.etree import ElementTree as ET

from tthc_rules.engine.routes import RouteReport
from tthc_rules.model.route import END, Outcome, Route
from tthc_rules.report.drawing.document import serialised
from tthc_rules.report.drawing.layout import Box, Layout, Point, layout
from tthc_rules.report.drawing.picture import START, Edge, Node, Picture, flagged, picture

_NAMESPACE = "http://www.w3.org/2000/svg"
_LINE: Final = 17
_LETTER: Final = 8
_COLUMNS: Final = 30
_STEPS: Final = (40, 24, 62)
"""Where labels of one box stand along their lines, in turn, so that they keep apart."""

_STYLE: Final = (
    "text{font:13px system-ui,'Segoe UI',Arial,sans-serif;fill:#1b1b1b}"
    ".title{font-weight:600}"
    ".box{fill:#fff;stroke:#1f4e79;stroke-width:1.5}"
    ".wrong{stroke:#a80000;stroke-width:3;stroke-dasharray:7 3}"
    ".mark{fill:#a80000;font-weight:600}"
    ".edge{fill:none;stroke:#444;stroke-width:1.5}"
    ".halo{stroke:#fff;stroke-width:4;paint-order:stroke;font-size:12px}"
)


def svg(route: Route, report: RouteReport | None, lang: str) -> str:
    """Return `route` as an SVG document; what is wrong stands in words and a broken frame."""
    drawn = _merged(picture(route, report, lang))
    words = {node.id: _words(node) for node in drawn.nodes}
    sizes = {
        name: (
            max((len(line) for line, _ in lines), default=0) * _LETTER + 24,
            len(lines) * _LINE + 16,
        )
        for name, lines in words.items()
    }
    placed = layout(sizes, [(edge.source, edge.target) for edge in drawn.edges])
    head = [(drawn.title, "title"), *((line, "mark") for line in _wrapped(flagged(drawn.notes)))]
    top = len(head) * _LINE + 8
    reach = [
        max(x, to_x) + max(map(len, _wrapped(_edge_text(edge))), default=0) * _LETTER + 8
        for edge, ((x, _), (to_x, _), *_) in zip(drawn.edges, placed.lines, strict=True)
    ]
    heading = max(len(line) for line, _ in head) * _LETTER + 48
    width = max(placed.width, heading, *reach, 0)
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
    _text(root, head, 24, 24)
    body = ET.SubElement(root, "g", {"transform": f"translate(0 {top})"})
    _draw(body, drawn, placed, words)
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
            label="; ".join(dict.fromkeys(edge.label for edge in group if edge.label)),
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


def _wrapped(lines: Sequence[str]) -> list[str]:
    return [part for line in lines for part in textwrap.wrap(line, _COLUMNS) or [""]]


def _draw(body: ET.Element, drawn: Picture, placed: Layout, words: dict[str, _Words]) -> None:
    for edge, line in zip(drawn.edges, placed.lines, strict=True):
        _edge(body, edge, line)
    for node in drawn.nodes:
        _box(body, node, placed.boxes[node.id], words[node.id])
    labels: dict[str, int] = {}
    for edge, line in zip(drawn.edges, placed.lines, strict=True):
        if edge.label or edge.marks:
            number = labels[edge.source] = labels.get(edge.source, 0) + 1
            _edge_words(body, edge, line, _STEPS[number % len(_STEPS)])


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
    return [*([edge.label] if edge.label else []), *flagged(edge.marks)]


def _edge_words(body: ET.Element, edge: Edge, line: Sequence[Point], step: int) -> None:
    """Put the words of an edge beside its first stretch, `step` hundredths of it along."""
    (x, y), (to_x, to_y) = line[0], line[1]
    kind = "halo mark" if edge.marks else "halo"
    lines = [(words, kind) for words in _wrapped(_edge_text(edge))]
    _text(body, lines, x + (to_x - x) * step // 100 + 4, y + (to_y - y) * step // 100 + 4)


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
