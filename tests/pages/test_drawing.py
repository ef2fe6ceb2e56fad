import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archkit.model.data_flow import DIRECTIONS, DataFlow
from archkit.pages.drawing import Words, draw


def flow(*arrows: tuple[str, str, str], direction: str = "LR") -> DataFlow:
    rows = [{"source": source, "target": target, "what": what} for source, target, what in arrows]
    return DataFlow.model_validate({"direction": direction, "flows": rows})


def overlap(a: Words, b: Words) -> bool:
    across = min(a.left + a.width, b.left + b.width) - max(a.left, b.left)
    down = min(a.top + a.height, b.top + b.height) - max(a.top, b.top)
    return across > 0.3 and down > 0.3


def inside(words: Words, width: float, height: float) -> bool:
    across = words.left >= -0.2 and words.left + words.width <= width + 0.2
    return across and words.top >= -0.2 and words.top + words.height <= height + 0.2


NAMES = st.sampled_from(["A", "Checkout service", "Outbox", "Payment", "A very long name of a box that wraps", "支付"])


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.tuples(NAMES, NAMES, st.sampled_from(["", "orders", "a longer text on the arrow"])), max_size=14),
    st.sampled_from(DIRECTIONS),
)
def test_nothing_is_drawn_over_anything_else_or_outside(arrows, direction):
    drawing = draw(flow(*arrows, direction=direction))
    if drawing is None:
        return
    words = [box.words for box in drawing.boxes] + [arrow.words for arrow in drawing.arrows if arrow.words]

    assert all(inside(item, drawing.width, drawing.height) for item in words)
    assert not [(a, b) for place, a in enumerate(words) for b in words[place + 1 :] if overlap(a, b)]


@pytest.mark.parametrize("direction, axis, sign", [("LR", "x", 1), ("RL", "x", -1), ("TD", "y", 1), ("BT", "y", -1)])
def test_arrows_point_where_the_flowchart_says(direction, axis, sign):
    drawing = draw(flow(("A", "B", ""), ("B", "C", ""), direction=direction))
    places = [getattr(box.words, axis) * sign for box in drawing.boxes]

    assert places == sorted(places)


def test_a_wide_drawing_is_turned_so_that_it_fits_the_page(example):
    assert example.data_flow.direction == "LR"
    assert draw(example.data_flow).width < 800


def test_a_cycle_is_drawn():
    assert len(draw(flow(("A", "B", "ask"), ("B", "A", "answer"))).arrows) == 2


def test_a_flow_from_a_box_to_itself_is_left_to_the_table():
    assert draw(flow(("A", "A", "again"))) is None


def test_what_is_too_much_for_a_drawing_is_left_to_the_table():
    assert draw(flow(*((f"a{number}", f"b{number}", "") for number in range(60)))) is None
