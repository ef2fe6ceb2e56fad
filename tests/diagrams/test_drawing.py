"""Whatever a flowchart is, nothing stands over anything else, every word is there, and lines end at borders."""

import re
import sys
from html import unescape
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archkit.diagrams.diagram import read_diagram
from archkit.diagrams.mermaid import read_mermaid
from archkit.diagrams.placed import place_flowchart
from tests.diagrams.charts import charts
from tests.diagrams.geometry import far_ends, outside, overlaps

SVG = "{http://www.w3.org/2000/svg}"


def texts_of(svg):
    """The texts of a drawing, each in one line."""
    root = ElementTree.fromstring(svg)
    return [" ".join(" ".join(text.itertext()).split()) for text in root.iter(f"{SVG}text")]


def squeezed(text):
    """A text without spaces: a long word may break."""
    return re.sub(r"\s", "", text)


@given(charts())
def test_nothing_stands_over_anything_else_or_outside(chart):
    drawing = place_flowchart(read_mermaid(chart[0]))

    assert overlaps(drawing) == []
    assert outside(drawing) == []


@given(charts())
def test_lines_end_at_the_borders_of_their_boxes(chart):
    flowchart = read_mermaid(chart[0])

    assert far_ends(place_flowchart(flowchart), flowchart.edges) == []


@given(charts())
def test_every_label_is_in_the_svg(chart):
    text, labels, said = chart
    shown = sorted(squeezed(words) for words in texts_of(read_diagram(text).svg("a")))

    for words in (*labels, *said):
        assert squeezed(words) in shown
        shown.remove(squeezed(words))


@given(charts())
def test_the_same_text_gives_the_same_bytes(chart):
    assert read_diagram.__wrapped__(chart[0]).svg("a") == read_diagram.__wrapped__(chart[0]).svg("a")


@given(st.text(max_size=300).map(lambda text: f"graph TD\n{text}") | st.text(max_size=300))
def test_any_text_is_drawn_or_told_why_not(text):
    diagram = read_diagram(text)

    assert bool(diagram.drawing) != bool(diagram.note)
    if diagram.drawing:
        ElementTree.fromstring(diagram.svg("a"))


PIECES = [
    "A",
    "B",
    "[",
    "]",
    "(",
    ")",
    "{",
    "}",
    "-->",
    "--",
    "|",
    '"',
    "&",
    "\n",
    ";",
    "subgraph ",
    "end",
    "%%",
    "@{",
    ":::",
    "<br>",
    "~~~",
    "-.",
    "==",
]


@given(st.lists(st.sampled_from(PIECES), max_size=60))
def test_any_mix_of_marks_is_drawn_or_told_why_not(pieces):
    diagram = read_diagram("flowchart LR\n" + "".join(pieces))

    assert bool(diagram.drawing) != bool(diagram.note)


def calls_for(text):
    """How many functions are called to draw a text: the same on every machine."""
    count = 0

    def note(frame, event, argument):
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        read_diagram.__wrapped__(text).svg("a")
    finally:
        sys.setprofile(None)
    return count


def everything_linked(nodes, edges):
    pairs = [(a, b) for a in range(nodes) for b in range(nodes) if a != b][:edges]
    return "graph TD\n" + "\n".join(f"n{a} -->|words {a} {b}| n{b}" for a, b in pairs)


HUGE = {
    "a long chain with long links": "graph TD\n" + "\n".join(f"n{n} --> n{n + 1}\nn0 --> n{n + 1}" for n in range(140)),
    "everything linked": everything_linked(18, 300),
    "a star": "graph TD\n" + "\n".join(f"a --> n{n}\nn{n} --> b" for n in range(140)),
    "nested groups": "graph TD\n" + "".join(f"subgraph g{n}\n" for n in range(8)) + "a --> b\n" + "end\n" * 8,
    "unclosed brackets": "graph TD\n" + "A[" * 20_000,
    "unclosed quotes": "graph TD\n" + 'A["' * 15_000,
    "unclosed links": "graph TD\nA " + "-- x " * 9_000,
    "one huge word": "graph TD\nA[" + "x" * 2_900 + "]",
    "many marks of emphasis": 'graph TD\nA["`' + "**a" * 900 + '`"]',
    "only spaces": "graph TD\n" + " " * 45_000,
    "a title without end": "---\n" + "title: x\n" * 4_000,
    "groups without end": "graph TD\n" + "subgraph a[" * 4_000,
    "too long": "graph TD\n" + "A-->B;" * 20_000,
}


@pytest.mark.parametrize("text", HUGE.values(), ids=HUGE.keys())
def test_huge_or_hostile_input_costs_a_bounded_number_of_steps(text):
    assert calls_for(text) < 1_500_000


def test_two_drawings_on_a_page_have_no_id_in_common():
    diagram = read_diagram("graph TD\nA --> B")
    ids = re.findall(r' id="([^"]+)"', diagram.svg("one") + diagram.svg("two"))

    assert len(ids) == len(set(ids)) == 4


def test_a_screen_reader_hears_what_leads_where():
    svg = read_diagram("graph TD\nA[Web shop] -->|orders| B[Queue]\nC[Archive]").svg("x")

    root = ElementTree.fromstring(svg)
    assert root.get("role") == "img" and (root.get("aria-labelledby"), root.get("aria-describedby")) == (
        "x-title",
        "x-desc",
    )
    assert root.find(f"{SVG}desc").text == "Web shop to Queue: orders. Without links: Archive."


def test_a_wide_drawing_is_turned_so_that_it_fits_a_page():
    text = "flowchart LR\n" + " --> ".join(f"n{number}[A box with many words]" for number in range(8))

    assert place_flowchart(read_mermaid(text)).width < 300


@pytest.mark.parametrize("direction, axis, sign", [("LR", "x", 1), ("RL", "x", -1), ("TD", "y", 1), ("BT", "y", -1)])
def test_arrows_point_where_the_flowchart_says(direction, axis, sign):
    drawing = place_flowchart(read_mermaid(f"graph {direction}\nA --> B --> C"))
    places = [getattr(box, axis) * sign for box in drawing.boxes]

    assert places == sorted(places)


def test_colours_are_those_of_the_reader():
    svg = unescape(
        read_diagram("graph TD\nA-->B\nclassDef x fill:#f00\nstyle A fill:#0f0\nsubgraph s\nC\nend").svg("a")
    )

    assert re.findall(r"#[0-9a-f]{3}|rgb|url\(|style=", svg) == []
    assert set(re.findall(r'(?:fill|stroke)="([^"]+)"', svg)) == {"none", "currentColor"}
