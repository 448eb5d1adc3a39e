"""A route as a Mermaid flowchart (sơ đồ Mermaid), for pages that draw it themselves."""

from __future__ import annotations

from collections.abc import Iterable

from tthc_rules.engine.routes import RouteReport
from tthc_rules.model.route import END, Route
from tthc_rules.report.drawing.picture import START, Node, flagged, picture

_PLAIN = frozenset(" .,:;-_()/+·→!?%")


def mermaid(route: Route, report: RouteReport | None, lang: str, facts: Iterable[str] = ()) -> str:
    """Return `route` as a flowchart; each transition is one line with one arrow.

    Text of users stands in quotes with everything but letters, digits and a few marks
    written as entities, so that it can neither end the label nor be read as markup.
    """
    drawn = picture(route, report, lang, facts)
    ids = {node.id: f"n{number}" for number, node in enumerate(drawn.nodes)}
    lines = ["flowchart TD"]
    lines += [f"    %% {_quoted(note)}" for note in (*drawn.facts, *flagged(drawn.notes))]
    lines += [f"    {ids[node.id]}{_shape(node)}" for node in drawn.nodes]
    for edge in drawn.edges:
        words = "; ".join([*([edge.label] if edge.label else []), *flagged(edge.marks)])
        label = f"|{_quoted(words)}|" if words else ""
        lines.append(f"    {ids[edge.source]} -->{label} {ids[edge.target]}")
    wrong = [ids[node.id] for node in drawn.nodes if node.marks]
    if wrong:
        lines.append("    classDef wrong stroke-width:3px,stroke-dasharray:6 3")
        lines.append(f"    class {','.join(wrong)} wrong")
    return "\n".join(lines) + "\n"


def _shape(node: Node) -> str:
    text = _label([node.title, *node.lines, *flagged(node.marks)])
    return f"([{text}])" if node.id in (START, END) else f"[{text}]"


def _label(lines: Iterable[str]) -> str:
    return '"' + "<br/>".join(_entities(line) for line in lines) + '"'


def _quoted(text: str) -> str:
    return f'"{_entities(text)}"'


def _entities(text: str) -> str:
    return "".join(char if char.isalnum() or char in _PLAIN else f"#{ord(char)};" for char in text)
