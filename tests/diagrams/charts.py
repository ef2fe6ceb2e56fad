"""Flowcharts for tests: any that hypothesis thinks of, written as mermaid."""

from hypothesis import strategies as st

from archkit.diagrams.flowchart import DIRECTIONS

BRACKETS = (
    ("[", "]"),
    ("(", ")"),
    ("([", "])"),
    ("[[", "]]"),
    ("[(", ")]"),
    ("((", "))"),
    ("(((", ")))"),
    ("{", "}"),
    ("{{", "}}"),
    (">", "]"),
    ("[/", "/]"),
    ("[\\", "\\]"),
    ("[/", "\\]"),
    ("[\\", "/]"),
)
LINKS = ("-->", "---", "-.->", "==>", "--o", "--x", "<-->", "o--o", "x--x", "---->", "-..->", "~~~")
WORDS = st.lists(st.sampled_from(["order", "Web shop", "ask", "支付", "a rather long word", "émeute", "x"]), max_size=6)


@st.composite
def charts(draw):
    """A mermaid text, the words of its nodes, and those of its links."""
    count = draw(st.integers(1, 9))
    groups = draw(st.lists(st.tuples(st.integers(-1, 3), st.sampled_from(["", "LR", "TD", "RL"])), max_size=4))
    homes = [draw(st.integers(-1, len(groups) - 1)) if groups else -1 for _ in range(count)]
    labels = [" ".join(draw(WORDS)) or f"box {number}" for number in range(count)]
    shapes = [draw(st.sampled_from(BRACKETS)) for _ in range(count)]
    lines = [f"flowchart {draw(st.sampled_from(sorted(DIRECTIONS)[4:]))}"]

    def write(place, depth):
        for number in range(count):
            if homes[number] == place:
                opening, closing = shapes[number]
                lines.append(f'{"  " * depth}n{number}{opening}"{labels[number]}"{closing}')
        for number, (parent, direction) in enumerate(groups):
            if (parent if parent < number else -1) == place:
                lines.append(f"{'  ' * depth}subgraph g{number}[Group {number}]")
                if direction:
                    lines.append(f"direction {direction}")
                write(number, depth + 1)
                lines.append("end")

    write(-1, 0)
    names = [f"n{number}" for number in range(count)] + [f"g{number}" for number in range(len(groups))]
    said = []
    for _ in range(draw(st.integers(0, 14))):
        words = " ".join(draw(WORDS))
        link = draw(st.sampled_from(LINKS))
        label = f'|"{words}"|' if words else ""
        lines.append(f"{draw(st.sampled_from(names))} {link}{label} {draw(st.sampled_from(names))}")
        if words and link != "~~~":
            said.append(words)
    return "\n".join(lines), labels, said
