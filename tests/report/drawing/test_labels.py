"""Labels of lines stand beside their line, off boxes where there is room."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tthc_rules.report.drawing.labels import beside, on_curve
from tthc_rules.report.drawing.layout import Box, layout

points = st.tuples(st.integers(0, 500), st.integers(0, 500))


def _overlap(one: Box, other: Box) -> bool:
    return (
        one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    )


@given(start=points, stop=points, step=st.integers(0, 100))
def test_a_curve_begins_and_ends_at_its_points_and_stays_between(
    start: tuple[int, int], stop: tuple[int, int], step: int
) -> None:
    assert (on_curve(start, stop, 0), on_curve(start, stop, 100)) == (start, stop)
    for number, at in enumerate(on_curve(start, stop, step)):
        assert min(start[number], stop[number]) <= at <= max(start[number], stop[number])


@given(edges=st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=14))
def test_every_label_is_placed_inside_the_page_beside_its_own_line(
    edges: list[tuple[int, int]],
) -> None:
    sizes = {str(n): (120, 60) for n in range(8)}
    placed = layout(sizes, [(str(a), str(b)) for a, b in edges])
    labels = beside(placed, dict.fromkeys(range(0, len(edges), 2), (70, 17)))
    assert sorted(labels) == list(range(0, len(edges), 2))
    for number, box in labels.items():
        assert box.x >= 0
        near = [
            on_curve(line_start, line_stop, step)
            for line_start, line_stop in zip(
                placed.lines[number], placed.lines[number][1:], strict=False
            )
            for step in range(101)
        ]
        assert any(
            box.x - 8 <= x <= box.x + box.width + 8 and box.y - 2 <= y <= box.y + box.height + 2
            for x, y in near
        )


def test_labels_of_one_fan_lie_apart_and_off_the_boxes() -> None:
    """Four ways on from one box, each with two lines of words."""
    sizes = dict.fromkeys("abcde", (160, 80))
    placed = layout(sizes, [("a", "b"), ("a", "c"), ("a", "d"), ("a", "e")])
    labels = list(beside(placed, dict.fromkeys(range(4), (90, 34))).values())
    for number, one in enumerate(labels):
        assert not any(_overlap(one, other) for other in labels[number + 1 :])
        assert not any(_overlap(one, box) for box in placed.boxes.values())
