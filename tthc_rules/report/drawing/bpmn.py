"""A route as BPMN 2.0 (sơ đồ BPMN) with its diagram, for tools that edit processes.

A step becomes a user task. Several outcomes meet in an exclusive gateway behind it, `done`
into several branches in a parallel one; a join waits in a parallel gateway before it. What
gives up every branch and leads to the end becomes a terminating end event.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final
from xml.etree import ElementTree as ET

from tthc_rules.engine.routes import RouteReport
from tthc_rules.model.route import END, Outcome, Route
from tthc_rules.report.drawing.document import serialised
from tthc_rules.report.drawing.layout import Point, layout
from tthc_rules.report.drawing.picture import START, Edge, Node, Picture, flagged, picture

_MODEL: Final = "http://www.omg.org/spec/BPMN/20100524/MODEL"
_DI: Final = "http://www.omg.org/spec/BPMN/20100524/DI"
_DC: Final = "http://www.omg.org/spec/DD/20100524/DC"
_DD: Final = "http://www.omg.org/spec/DD/20100524/DI"
_XSI: Final = "http://www.w3.org/2001/XMLSchema-instance"

_TASK: Final = (220, 90)
_GATEWAY: Final = (50, 50)
_EVENT: Final = (36, 36)
_SIZES: Final = {
    "userTask": _TASK,
    "exclusiveGateway": _GATEWAY,
    "parallelGateway": _GATEWAY,
    "startEvent": _EVENT,
    "endEvent": _EVENT,
}


@dataclass(frozen=True, slots=True)
class _Element:
    """A task, gateway or event; `facts` become its documentation."""

    id: str
    tag: str
    name: str
    facts: tuple[str, ...] = ()
    terminates: bool = False


@dataclass(frozen=True, slots=True)
class _Flow:
    source: str
    target: str
    name: str = ""


@dataclass(slots=True)
class _Process:
    """Elements and flows as they are found."""

    elements: dict[str, _Element] = field(default_factory=dict)
    flows: list[_Flow] = field(default_factory=list)

    def add(self, element: _Element) -> str:
        self.elements.setdefault(element.id, element)
        return element.id

    def link(self, source: str, target: str, name: str = "") -> None:
        self.flows.append(_Flow(source, target, name))


def bpmn(route: Route, report: RouteReport | None, lang: str, facts: Iterable[str] = ()) -> str:
    """Return `route` as a BPMN 2.0 document; ids are made, ids of steps stand in the names."""
    drawn = picture(route, report, lang, facts)
    process = _process(drawn)
    root = ET.Element(
        "definitions",
        {
            "xmlns": _MODEL,
            "xmlns:bpmndi": _DI,
            "xmlns:dc": _DC,
            "xmlns:di": _DD,
            "xmlns:xsi": _XSI,
            "id": "definitions",
            "targetNamespace": "urn:tthc-rules:route",
        },
    )
    _model(root, process, (*drawn.facts, *flagged(drawn.notes)))
    _diagram(root, process)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + serialised(root)


def _process(drawn: Picture) -> _Process:
    process = _Process()
    numbers = {node.id: number for number, node in enumerate(drawn.nodes)}
    for node in drawn.nodes:
        if node.id != END:
            process.add(_element(node, numbers[node.id]))
    entries = {
        node.id: _entry(process, node, numbers[node.id], drawn.edges) for node in drawn.nodes
    }
    for node in drawn.nodes:
        own = [edge for edge in drawn.edges if edge.source == node.id]
        if own:
            _leave(process, node, numbers, own, entries)
    return process


def _element(node: Node, number: int) -> _Element:
    facts = (*node.lines, *flagged(node.marks))
    if node.id == START:
        return _Element("start", "startEvent", node.title, facts)
    name = " ".join((node.title, *flagged(node.marks)))
    return _Element(f"step_{number}", "userTask", name, facts)


def _entry(process: _Process, node: Node, number: int, edges: Iterable[Edge]) -> str:
    """Return where `done` enters a node: the gateway before a join, else the node."""
    arrivals = [e for e in edges if e.target == node.id and e.outcome is Outcome.DONE]
    if not node.joins or not arrivals:
        return f"step_{number}"
    gateway = process.add(_Element(f"join_{number}", "parallelGateway", ""))
    process.link(gateway, f"step_{number}")
    return gateway


def _leave(
    process: _Process,
    node: Node,
    numbers: dict[str, int],
    edges: list[Edge],
    entries: dict[str, str],
) -> None:
    """Draw the ways on from a node, through the gateways that its outcomes need."""
    number = numbers[node.id]
    source = "start" if node.id == START else f"step_{number}"
    done = [edge for edge in edges if edge.outcome is Outcome.DONE]
    together = done if node.splits and len(done) > 1 else []
    alone = [edge for edge in edges if edge not in together]
    if len(alone) + bool(together) > 1:
        choice = process.add(_Element(f"choice_{number}", "exclusiveGateway", ""))
        process.link(source, choice)
        source = choice
    if together:
        split = process.add(_Element(f"split_{number}", "parallelGateway", ""))
        process.link(source, split)
        for edge in together:
            process.link(split, _target(process, edge, numbers, entries), _name(edge))
    for edge in alone:
        process.link(source, _target(process, edge, numbers, entries), _name(edge))


def _target(process: _Process, edge: Edge, numbers: dict[str, int], entries: dict[str, str]) -> str:
    if edge.target != END:
        direct = edge.outcome is not Outcome.DONE
        return f"step_{numbers[edge.target]}" if direct else entries[edge.target]
    if edge.outcome.gives_up_branches:
        name = edge.label
        return process.add(_Element(f"end_{edge.outcome.value}", "endEvent", name, terminates=True))
    return process.add(_Element("end", "endEvent", ""))


def _name(edge: Edge) -> str:
    return "; ".join([*([edge.label] if edge.label else []), *flagged(edge.marks)])


def _model(root: ET.Element, process: _Process, facts: Sequence[str]) -> None:
    parent = ET.SubElement(root, "process", {"id": "route", "isExecutable": "false"})
    if facts:
        ET.SubElement(parent, "documentation").text = "\n".join(facts)
    for element in process.elements.values():
        made = ET.SubElement(parent, element.tag, {"id": element.id, **_named(element.name)})
        if element.facts:
            ET.SubElement(made, "documentation").text = "\n".join(element.facts)
        _references(made, element.id, process.flows)
        if element.terminates:
            ET.SubElement(made, "terminateEventDefinition", {"id": f"{element.id}_all"})
    for number, flow in enumerate(process.flows):
        ends = {"id": f"flow_{number}", "sourceRef": flow.source, "targetRef": flow.target}
        ET.SubElement(parent, "sequenceFlow", {**ends, **_named(flow.name)})


def _named(name: str) -> dict[str, str]:
    return {"name": name} if name else {}


def _references(made: ET.Element, element: str, flows: Iterable[_Flow]) -> None:
    """Name the flows of an element; the schema wants those that come in first."""
    numbered = list(enumerate(flows))
    coming = [("incoming", number) for number, flow in numbered if flow.target == element]
    going = [("outgoing", number) for number, flow in numbered if flow.source == element]
    for tag, number in coming + going:
        ET.SubElement(made, tag).text = f"flow_{number}"


def _diagram(root: ET.Element, process: _Process) -> None:
    """Add the diagram: one shape for each element, one edge for each flow."""
    placed = layout(
        {element.id: _SIZES[element.tag] for element in process.elements.values()},
        [(flow.source, flow.target) for flow in process.flows],
    )
    diagram = ET.SubElement(root, "bpmndi:BPMNDiagram", {"id": "diagram"})
    plane = ET.SubElement(diagram, "bpmndi:BPMNPlane", {"id": "plane", "bpmnElement": "route"})
    for name, box in placed.boxes.items():
        shape = ET.SubElement(
            plane, "bpmndi:BPMNShape", {"id": f"{name}_shape", "bpmnElement": name}
        )
        bounds = {"x": box.x, "y": box.y, "width": box.width, "height": box.height}
        ET.SubElement(shape, "dc:Bounds", {key: str(value) for key, value in bounds.items()})
    for number, line in enumerate(placed.lines):
        edge = ET.SubElement(
            plane,
            "bpmndi:BPMNEdge",
            {"id": f"flow_{number}_edge", "bpmnElement": f"flow_{number}"},
        )
        _waypoints(edge, line)


def _waypoints(edge: ET.Element, line: Iterable[Point]) -> None:
    for x, y in line:
        ET.SubElement(edge, "di:waypoint", {"x": str(x), "y": str(y)})
