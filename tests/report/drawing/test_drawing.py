"""Laws of drawings: nothing is lost, nothing breaks out of its place, nothing is told by colour."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies.routes import AGENCIES, chain, routes, step
from tthc_rules.engine.routes import RouteReport, examine
from tthc_rules.model.quantities import DayKind, TimeLimit
from tthc_rules.model.route import END, Outcome, Route, Transition, contains_by_segments
from tthc_rules.report.drawing import bpmn, mermaid, svg, text
from tthc_rules.report.drawing.layout import layout
from tthc_rules.report.escape import shown

BPMN = "{http://www.omg.org/spec/BPMN/20100524/MODEL}"
DI = "{http://www.omg.org/spec/BPMN/20100524/DI}"
SVG = "{http://www.w3.org/2000/svg}"
NCNAME = re.compile(r"[A-Za-z_][A-Za-z0-9._-]*")

NAUGHTY = (
    '"><script>alert(1)</script>',
    "]]>&amp;--><!--",
    'x"] --> n0; click n0 "javascript:alert(1)"',
    "a\x1b[31m\u202e\x00\nb",
    "\ufffe\ud800",
    "|x|%% {y} #quot;`",
)


def _report(route: Route) -> RouteReport:
    limit = TimeLimit(DayKind.WORKING_DAY)
    return examine(
        route,
        {"direct": limit, "online": limit},
        on=date(2026, 9, 1),
        contains=contains_by_segments,
    )


def _parsed(document: str) -> ET.Element:
    return ET.fromstring(document)  # noqa: S314 - our own output


def _ways(route: Route) -> Iterator[tuple[str, str]]:
    """Yield source and target of each transition, and of the way to the first step."""
    yield "", route.start
    for one in route.steps:
        for way in one.next:
            yield one.id, way.to


@given(route=routes(), lang=st.sampled_from(["vi", "en"]))
def test_mermaid_has_one_arrow_for_each_transition(route: Route, lang: str) -> None:
    """Nodes are steps, start, end and targets that are not there."""
    drawn = mermaid(route, _report(route), lang)
    lost = {to for _, to in _ways(route)} - {one.id for one in route.steps} - {END}
    arrows = re.findall(r"^    n\d+ -->(?:\|\"[^\"]*\"\|)? n\d+$", drawn, flags=re.M)
    nodes = re.findall(r"^    n\d+(?:\[|\(\[)\"[^\"]*\"(?:\]|\]\))$", drawn, flags=re.M)
    assert len(arrows) == len(list(_ways(route)))
    assert len(nodes) == len(route.steps) + len(lost) + 2


@given(route=routes())
def test_bpmn_read_back_is_the_same_graph(route: Route) -> None:
    """Gateways are passed through; tasks are found by the id of the step in their name."""
    root = _parsed(bpmn(route, _report(route), "vi"))
    assert Counter(_tasks_linked(root)) == Counter(_ways(route))


def _tasks_linked(root: ET.Element) -> Iterator[tuple[str, str]]:
    """Yield the ids of the steps that flows lead between, gateways passed through."""
    onward: dict[str, list[str]] = {}
    for flow in root.iter(f"{BPMN}sequenceFlow"):
        onward.setdefault(flow.get("sourceRef", ""), []).append(flow.get("targetRef", ""))
    names = {e.get("id", ""): END for e in root.iter(f"{BPMN}endEvent")}
    names |= {e.get("id", ""): "" for e in root.iter(f"{BPMN}startEvent")}
    for task in root.iter(f"{BPMN}userTask"):
        names[task.get("id", "")] = task.get("name", "").split(" ")[0]
    for name, step_id in names.items():
        waiting = list(onward.get(name, ()))
        while waiting:
            target = waiting.pop()
            if target in names:
                yield step_id, names[target]
            else:
                waiting.extend(onward[target])


@given(route=routes())
def test_bpmn_is_whole(route: Route) -> None:
    """Ids are unique NCNames, references resolve, everything has its shape or edge."""
    root = _parsed(bpmn(route, _report(route), "en"))
    ids = [element.get("id", "") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    assert all(NCNAME.fullmatch(name) for name in ids)
    process = root.find(f"{BPMN}process")
    assert process is not None
    flows = {e.get("id"): e for e in process.iter(f"{BPMN}sequenceFlow")}
    apart = {f"{BPMN}sequenceFlow", f"{BPMN}documentation"}
    nodes = {e.get("id"): e for e in process if e.tag not in apart}
    for name, flow in flows.items():
        source, target = nodes[flow.get("sourceRef")], nodes[flow.get("targetRef")]
        assert name in [e.text for e in source.iter(f"{BPMN}outgoing")]
        assert name in [e.text for e in target.iter(f"{BPMN}incoming")]
    told = [e.text for e in process.iter() if e.tag in (f"{BPMN}incoming", f"{BPMN}outgoing")]
    assert len(told) == 2 * len(flows)
    assert {e.get("bpmnElement") for e in root.iter(f"{DI}BPMNShape")} == set(nodes)
    assert {e.get("bpmnElement") for e in root.iter(f"{DI}BPMNEdge")} == set(flows)
    assert all(len(list(e)) >= 2 for e in root.iter(f"{DI}BPMNEdge"))


def test_bpmn_has_gateways_for_split_join_and_choice_and_ends_what_is_given_up() -> None:
    """A refusal gives up every branch, which in BPMN is a terminating end."""
    refuse = Transition(END, Outcome.REFUSE)
    first = step("tach", "a", "b", splits=True)
    route = chain(
        replace(first, next=(*first.next, refuse)),
        step("a", "gop"),
        step("b", "gop"),
        step("gop", END, joins=True),
    )
    root = _parsed(bpmn(route, None, "vi"))
    tags = Counter(element.tag.removeprefix(BPMN) for element in root.iter())
    assert tags["parallelGateway"] == 2
    assert tags["exclusiveGateway"] == 1
    assert tags["endEvent"] == 2
    assert tags["terminateEventDefinition"] == 1


@given(route=routes())
def test_svg_and_text_show_every_step(route: Route) -> None:
    """One box for each node; the text names each step once in brackets."""
    report = _report(route)
    lost = {to for _, to in _ways(route)} - {one.id for one in route.steps} - {END}
    root = _parsed(svg(route, report, "vi"))
    assert len(list(root.iter(f"{SVG}rect"))) == len(route.steps) + len(lost) + 2
    lines = [line.lstrip("| ") for line in text(route, report, "vi").splitlines()]
    for one in route.steps:
        assert lines.count(f"[{one.id}]") == 1
    assert sum("-->" in line for line in lines) == len(list(_ways(route)))


@given(route=routes())
def test_what_is_wrong_is_written_and_not_only_coloured(route: Route) -> None:
    """Every box with the class of a mistake holds a mark in words."""
    root = _parsed(svg(route, _report(route), "vi"))
    wrong = [e for e in root.iter(f"{SVG}rect") if "wrong" in e.get("class", "")]
    words = [e for e in root.iter(f"{SVG}tspan") if e.get("class") == "mark"]
    assert len(words) >= len(wrong)
    assert all((e.text or "").strip() for e in words)


@pytest.mark.parametrize("naughty", NAUGHTY)
def test_text_of_users_stays_text(naughty: str) -> None:
    """Names, owners and conditions can neither add markup nor drive a terminal."""
    agencies = tuple(replace(agency, name=naughty) for agency in AGENCIES)
    one = step("mot", END)
    route = replace(
        chain(
            replace(
                one,
                name=naughty,
                next=(
                    Transition(END, Outcome.DONE, when=naughty),
                    Transition(naughty, Outcome.DONE, when=naughty),
                ),
            )
        ),
        agencies=agencies,
    )
    report = _report(route)
    for lang in ("vi", "en"):
        drawn = _parsed(svg(route, report, lang))
        tags = {"svg", "title", "style", "defs", "marker", "path", "g", "rect", "text", "tspan"}
        assert {e.tag.removeprefix(SVG) for e in drawn.iter()} == tags
        assert not any(
            key.startswith("on") or "href" in key for e in drawn.iter() for key in e.attrib
        )
        assert _parsed(bpmn(route, report, lang)).find(f"{BPMN}process") is not None
        flow = mermaid(route, report, lang)
        assert len(re.findall(r"^    n\d+ -->", flow, flags=re.M)) == 3
        assert "script>" not in flow
        assert 'click n0 "' not in flow
        for letters in (flow, text(route, report, lang)):
            assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e\ud800]", letters)
        svg(route, report, lang).encode("utf-8")


@given(
    edges=st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=16),
)
def test_boxes_never_overlap_and_lines_begin_and_end_at_their_boxes(
    edges: list[tuple[int, int]],
) -> None:
    """Whatever the graph: cycles, loops and parallel edges included."""
    sizes = {str(n): (40 + 10 * n, 20 + 5 * n) for n in range(8)}
    placed = layout(sizes, [(str(a), str(b)) for a, b in edges])
    boxes = list(placed.boxes.values())
    for number, one in enumerate(boxes):
        assert 0 <= one.x <= one.x + one.width <= placed.width
        assert 0 <= one.y <= one.y + one.height <= placed.height
        for other in boxes[number + 1 :]:
            apart = (
                one.x + one.width <= other.x
                or other.x + other.width <= one.x
                or one.y + one.height <= other.y
                or other.y + other.height <= one.y
            )
            assert apart
    for (a, b), line in zip(edges, placed.lines, strict=True):
        for name, (x, y) in ((str(a), line[0]), (str(b), line[-1])):
            box = placed.boxes[name]
            assert box.x <= x <= box.x + box.width
            assert box.y <= y <= box.y + box.height


@given(route=routes(), facts=st.lists(st.text(min_size=1, max_size=40), max_size=3))
def test_facts_stand_in_every_form_and_drive_nothing(route: Route, facts: list[str]) -> None:
    """What is told of the route as a whole is told under the title, on lines of its own."""
    written = [shown(fact) for fact in facts]
    lines = text(route, None, "vi", facts).split("\n")
    assert lines[1 : 1 + len(facts)] == written
    documentation = _parsed(bpmn(route, None, "vi", facts)).find(f"{BPMN}process/*")
    assert documentation is not None
    assert (documentation.tag == f"{BPMN}documentation") is bool(facts)
    assert mermaid(route, None, "vi", facts).count("\n    %% ") == len(facts)
    assert _parsed(svg(route, None, "vi", facts)).tag == f"{SVG}svg"
