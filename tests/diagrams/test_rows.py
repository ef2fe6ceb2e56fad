"""The rows of the section on data flow, drawn."""

from archkit.assets import example_file
from archkit.diagrams.rows import flow_diagram
from archkit.format.read import read
from archkit.model.data_flow import DataFlow


def flow(*arrows, direction="LR", nodes=()):
    rows = [{"source": source, "target": target, "what": what} for source, target, what in arrows]
    return DataFlow.model_validate({"direction": direction, "flows": rows, "nodes": list(nodes)})


def test_rows_become_boxes_and_arrows():
    diagram = flow_diagram(flow(("Shop", "Queue", "orders"), nodes=[{"id": "q", "label": "Queue", "shape": "store"}]))

    assert {box.name: box.shape for box in diagram.drawing.boxes} == {"Queue": "cylinder", "Shop": "rect"}
    assert diagram.links == (("Shop", "Queue", "orders"),)


def test_a_flow_from_a_box_to_itself_is_drawn():
    (arrow,) = flow_diagram(flow(("A", "A", "again"))).drawing.arrows

    assert arrow.loop and arrow.words.lines == ("again",)


def test_a_flow_without_an_end_is_left_to_the_table():
    assert flow_diagram(flow(("A", "", "x"))).drawing is None


def test_what_is_too_much_for_a_drawing_says_so():
    diagram = flow_diagram(flow(*((f"a{number}", f"b{number}", "") for number in range(90))))

    assert diagram.note == "Not drawn: there are more than 150 boxes or 300 arrows."


def test_the_example_fits_the_page():
    example = read(example_file().read_text(encoding="utf-8")).document

    assert flow_diagram(example.data_flow).drawing.width < 800
