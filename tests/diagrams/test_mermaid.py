"""What of mermaid's flowcharts is understood, and what is said of the rest."""

import pytest

from archkit.diagrams.flowchart import Edge
from archkit.diagrams.mermaid import read_mermaid
from archkit.diagrams.problem import NotDrawnError


def nodes(text):
    return {node.name: (node.label, node.shape) for node in read_mermaid(text).nodes}


def edges(text):
    return list(read_mermaid(text).edges)


@pytest.mark.parametrize(
    "source, shape",
    [
        ("A[x]", "rect"),
        ("A(x)", "round"),
        ("A([x])", "stadium"),
        ("A[[x]]", "subroutine"),
        ("A[(x)]", "cylinder"),
        ("A((x))", "circle"),
        ("A(((x)))", "double-circle"),
        ("A(-x-)", "ellipse"),
        ("A{x}", "diamond"),
        ("A{{x}}", "hexagon"),
        ("A>x]", "flag"),
        ("A[/x/]", "lean-right"),
        ("A[\\x\\]", "lean-left"),
        ("A[/x\\]", "trapezoid"),
        ("A[\\x/]", "inverted-trapezoid"),
        ("A@{ shape: cyl, label: x }", "cylinder"),
        ('A@{ label: "x", shape: diam }', "diamond"),
        ("A@{ shape: bow-rect, label: 'x' }", "rect"),
    ],
)
def test_every_shape_is_known(source, shape):
    assert nodes(f"flowchart TD\n{source}:::loud") == {"A": ("x", shape)}


@pytest.mark.parametrize(
    "source, edge",
    [
        ("A-->B", Edge("A", "B")),
        ("A --- B", Edge("A", "B", head="")),
        ("A -.-> B", Edge("A", "B", line="dotted")),
        ("A -.- B", Edge("A", "B", line="dotted", head="")),
        ("A ==> B", Edge("A", "B", line="thick")),
        ("A === B", Edge("A", "B", line="thick", head="")),
        ("A --o B", Edge("A", "B", head="circle")),
        ("A --x B", Edge("A", "B", head="cross")),
        ("A o--o B", Edge("A", "B", tail="circle", head="circle")),
        ("A <--> B", Edge("A", "B", tail="arrow")),
        ("A <-.-> B", Edge("A", "B", line="dotted", tail="arrow")),
        ("A ~~~ B", Edge("A", "B", line="none", head="")),
        ("A ---> B", Edge("A", "B", length=2)),
        ("A -...-> B", Edge("A", "B", line="dotted", length=3)),
        ("A -->|yes| B", Edge("A", "B", "yes")),
        ('A -->|"a | b"| B', Edge("A", "B", "a | b")),
        ("A -- yes --> B", Edge("A", "B", "yes")),
        ("A --yes---B", Edge("A", "B", "yes", head="")),
        ("A -. yes .-> B", Edge("A", "B", "yes", line="dotted")),
        ("A == yes ==> B", Edge("A", "B", "yes", line="thick")),
        ('A -- "a --> b" --> B', Edge("A", "B", "a --> b")),
        ("A e1@--> B", Edge("A", "B")),
        ("A-->B; %% and so on", Edge("A", "B")),
    ],
)
def test_every_link_is_known(source, edge):
    assert edges(f"graph LR;{source}") == [edge]


def test_chains_and_groups_of_nodes_link_each_with_each():
    found = [(edge.source, edge.target) for edge in edges("graph TD\nA & B --> C & D --> E")]

    assert found == [("A", "C"), ("A", "D"), ("B", "C"), ("B", "D"), ("C", "E"), ("D", "E")]


@pytest.mark.parametrize(
    "label, words",
    [
        ('"a #quot;b#quot; #35;1"', 'a "b" #1'),
        ('"one<br>two<br/>three"', "one\ntwo\nthree"),
        (r"one\ntwo", "one\ntwo"),
        ('"`**bold** and _soft_`"', "bold and soft"),
        ("<b>bold</b> <i>soft</i>", "bold soft"),
        ("fa:fa-car Car", "Car"),
        ("fa:fa-car", "fa:fa-car"),
        ('"List#lt;T#gt; <T>"', "List<T> <T>"),
        ('"<script>alert(1)</script>"', "<script>alert(1)</script>"),
        ("put(x) [y]", "put(x) [y]"),
        ('"a\u202eb\x07c"', "abc"),
        ('"(a) {b} [c] | ; -->"', "(a) {b} [c] | ; -->"),
    ],
)
def test_labels_are_read_as_words(label, words):
    assert nodes(f"graph TD\nA[{label}]") == {"A": (words, "rect")}


def test_subgraphs_nest_and_take_the_nodes_that_are_named_in_them():
    chart = read_mermaid(
        "graph TB\nA --> b\nsubgraph one [The first]\ndirection LR\nb --> c\nsubgraph two\nd\nend\nend\none --> A\n"
    )

    assert [(group.name, group.title, group.direction, group.parent) for group in chart.groups] == [
        ("one", "The first", "LR", None),
        ("two", "two", "", 0),
    ]
    assert {node.name: node.group for node in chart.nodes} == {"A": None, "b": 0, "c": 0, "d": 1}
    assert chart.edges[-1] == Edge("one", "A")


def test_what_is_said_of_colours_and_clicks_is_passed_over():
    text = (
        "---\ntitle: Orders\nconfig:\n  theme: dark\n---\n%%{init: {'theme': 'dark'}}%%\nflowchart LR\n%% a comment\n"
        "accTitle: The way of an order\naccDescr {\n From shop\n to queue. }\nA:::loud --> B\n"
        "classDef loud fill:#f00,stroke:#000;\n"
        'class A,B loud\nstyle A fill:#fff\nlinkStyle 0 stroke:red\nclick A "javascript:alert(1)" "tip; it"\n'
        "click B call run()\n"
    )
    chart = read_mermaid(text)

    assert ([node.name for node in chart.nodes], len(chart.edges)) == (["A", "B"], 1)
    assert (chart.title, chart.description) == ("The way of an order", "From shop\nto queue.")


@pytest.mark.parametrize(
    "text, message",
    [
        ("", 'line 1: the diagram is empty; a flowchart begins with "flowchart LR" or "flowchart TD"'),
        (
            "\nsequenceDiagram\nA->>B: x",
            "line 2: a diagram of the kind sequenceDiagram is not drawn, flowcharts are; "
            'a flowchart begins with "flowchart LR" or "flowchart TD"',
        ),
        (
            "flowchrt LR\nA",
            'line 1: "flowchrt" begins no flowchart; a flowchart begins with "flowchart LR" or "flowchart TD"',
        ),
        ("graph TD\n\nA -->", "line 3: the link leads nowhere; name a node after it, such as A --> B"),
        ("graph TD\nA[x", 'line 2: the words after "A[" are not closed; add "]"'),
        ("graph TD\nA-->|x B", 'line 2: the words of this link are not closed; add a second "|" after them'),
        ("graph TD\nsubgraph x\nA", 'line 2: this subgraph is not closed; add a line "end" after its last node'),
        ("graph TD\nA\nend", 'line 3: "end" closes no subgraph; delete the line, or call the node otherwise'),
        (
            "graph TD\nA --> (x)",
            'line 2: a node is expected before "(x)"; '
            "a node is written as a short name, with its words in brackets: A[Web shop]",
        ),
        (
            "graph TD\nA B",
            'line 2: "B" is not understood; write a link such as --> before the next node, '
            'and words with special characters as A["words"]',
        ),
    ],
)
def test_an_error_says_the_line_and_what_would_be_right(text, message):
    with pytest.raises(NotDrawnError) as error:
        read_mermaid(text)

    assert str(error.value) == message


def test_what_is_too_much_for_a_drawing_says_so():
    with pytest.raises(NotDrawnError, match="line 152: there are more than 150 nodes; split"):
        read_mermaid("graph TD\n" + "\n".join(f"n{number}" for number in range(200)))
