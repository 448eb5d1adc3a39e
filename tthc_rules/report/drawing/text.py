"""A route in letters of equal width (sơ đồ chữ): steps from top to bottom, branches indented.

Frames are ASCII, so a plain Windows terminal shows them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from tthc_rules.engine.routes import RouteReport
from tthc_rules.model.route import END, Outcome, Route
from tthc_rules.report.drawing.picture import START, Edge, Node, Picture, flagged, picture


def text(route: Route, report: RouteReport | None, lang: str, facts: Iterable[str] = ()) -> str:
    """Return `route` as lines of text: each step with its facts, its marks and its ways on."""
    drawn = picture(route, report, lang, facts)
    lines = [drawn.title, *drawn.facts, *flagged(drawn.notes), ""]
    outgoing: dict[str, list[Edge]] = {}
    for edge in drawn.edges:
        outgoing.setdefault(edge.source, []).append(edge)
    titles = {node.id: node.title for node in drawn.nodes}
    depths = _depths(drawn, outgoing)
    for node in _in_order(drawn, outgoing):
        lines += _step(node, outgoing.get(node.id, ()), titles, depths.get(node.id, 0))
    return "\n".join(lines) + "\n"


def _step(node: Node, edges: Sequence[Edge], titles: Mapping[str, str], depth: int) -> list[str]:
    indent = "|   " * depth
    ends = node.id in (START, END)
    lines = [f"{indent}({node.title})" if ends else f"{indent}[{node.title}]"]
    if node.lines:
        lines.append(f"{indent}    {' | '.join(node.lines)}")
    lines += [f"{indent}    {mark}" for mark in flagged(node.marks)]
    for edge in edges:
        words = "; ".join([*([edge.label] if edge.label else []), *flagged(edge.marks)])
        way = f"-- {words} --> " if words else "--> "
        lines.append(f"{indent}  +{way}{titles[edge.target]}")
    return lines


def _in_order(drawn: Picture, outgoing: Mapping[str, Sequence[Edge]]) -> list[Node]:
    """Return the nodes as a reader meets them: branches one after the other, the end last."""
    nodes = {node.id: node for node in drawn.nodes}
    awaited = {node.id: 0 for node in drawn.nodes}
    for edge in drawn.edges:
        awaited[edge.target] += edge.outcome is Outcome.DONE
    order: list[Node] = []
    seen: set[str] = {END}
    waiting = [START]
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        order.append(nodes[name])
        for edge in reversed(outgoing.get(name, ())):
            awaited[edge.target] -= edge.outcome is Outcome.DONE
            if awaited[edge.target] > 0 and nodes[edge.target].joins:
                waiting.insert(0, edge.target)
            else:
                waiting.append(edge.target)
    order += [node for node in drawn.nodes if node.id not in seen]
    return [*order, nodes[END]]


def _depths(drawn: Picture, outgoing: Mapping[str, Sequence[Edge]]) -> dict[str, int]:
    """Return how many splits stand open at each node."""
    nodes = {node.id: node for node in drawn.nodes}
    depths = {START: 0}
    waiting = [START]
    while waiting:
        name = waiting.pop(0)
        for edge in outgoing.get(name, ()):
            target = edge.target
            if target in depths or target == END:
                continue
            inside = nodes[name].splits and edge.outcome is Outcome.DONE
            depth = depths[name] + inside - (nodes[target].joins and depths[name] > 0)
            depths[target] = max(depth, 0)
            waiting.append(target)
    return depths
