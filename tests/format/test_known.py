"""Reading a text with another one known gives what reading it alone gives, and takes over what stands in both."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from archkit.errors import ArchkitError
from archkit.format.manuscript import Manuscript
from archkit.format.read import read
from archkit.format.settle import settle
from archkit.format.write import write
from tests.format.documents import EXAMPLE, FRAGMENTS, TEMPLATE, documents, hostile
from tests.format.test_promises import anything, mutated

#: Lines that begin, continue or end an item, a row or a section, few enough that two texts have many of them in common.
LINES = (
    *("- a: b", "- **c**: d", "* e: f", "+ g", "1. h", "2. i: j", "- k - l", "-", "- [Dependency 1]: x", "-     code"),
    *("  - Owner: x", "  - <<<<<<< a", "  text", "text", "  * m: n", " - o: p", "   - q: r", "    s", "- # t", "> u"),
    *("| Risk | Impact |", "| Risk | Impact | Own |", "|---|---|", "|---|---|---|", "| v | low |", "| w | high | y |"),
    *("| [Risk 1] | |", "| z | \\| |", "| v | low |  ", "| w \\| x | low |", "|", "---", "***", "```", "~~~ x", "<!--"),
    *(
        "-->",
        "<div>",
        "<<<<<<< a",
        "=======",
        ">>>>>>> b",
        "===",
        "- ```",
        "  ```",
        "- - a",
        "[a]: b",
        "",
        "",
        "",
        "  ",
    ),
    *(
        "**Pros:**",
        "**Cons:**",
        "**Based on:** x",
        "Total: 3 days",
        "- Total: 3 days",
        "| Work item | Low |",
        "| a | 3 |",
    ),
    *("| Criterion | Weight | Option 1 |", "| a | 1 | 3 |", "|---|---|--:|", "- a\r", "| v | low |\r", "\ufeff- a: b"),
)
HEADINGS = (
    *("# A", "## Dependencies", "## Risks and Mitigations", "## Research Findings", "### Open Source Examples"),
    *("### Own", "## Component Design", "### New Components", "## Implementation Phases", "## Security Considerations"),
    *(
        "## Technical Approach",
        "### Option 1: A",
        "### Option 2: A",
        "### Option Comparison",
        "### Recommended Approach",
    ),
    *(
        "## Estimated Effort",
        "## Data Flow",
        "## Executive Summary",
        "## Own",
        "Dependencies\n---",
        "---\nstatus: x\n---",
    ),
)
soup = st.lists(
    st.tuples(st.sampled_from(HEADINGS), st.lists(st.sampled_from(LINES), max_size=8)).map(
        lambda section: "\n".join((section[0], "", *section[1]))
    ),
    max_size=5,
).map("\n".join)


#: Parts of lists and tables; the first few of each can always be read.
ITEMS = (
    *("- a: b", "- **c**: d", "- e", "* f: g", "1. h: i", "2. h: i", "  - Owner: x", "", "- [Dependency 1]: x"),
    *("- z: y\n\n * j: k", " - l: m", "   - n", "  more", "- o\n\n  second", "- p\n      - deep", "- - q", "-", "  -"),
    *("- ```", "text", "> r", "---", "* * *", "-     s"),
)
HEADERS = ("| Risk | Impact |", "| Impact | Risk |", "| Risk | Mine |", "| Risk | |", "| Risk | risk |", "| Risk |")
CELLS = (
    "| a | low |",
    "| b | high |",
    "| c | |",
    "| d | e |",
    "| f \\| g | low |",
    "| [Risk 1] | |",
    "| | |",
    "| h | i | j |",
)


def mostly(choices: tuple[str, ...], plain: int) -> st.SearchStrategy[str]:
    return st.sampled_from(choices[:plain] * 9 + choices)


lists = st.lists(mostly(ITEMS, 10), max_size=7).map("\n".join)
tables = st.tuples(mostly(HEADERS, 1), mostly(("|---|---|", "|---|"), 1), st.lists(mostly(CELLS, 6), max_size=6)).map(
    lambda table: "\n".join((*table[:2], *table[2]))
)
headings = st.sampled_from(
    (
        *("## Dependencies", "## Implementation Phases", "## Security Considerations", "## Integration Points"),
        *("## Research Findings\n\n### Own", "## Component Design\n\n### New Components"),
    )
)
above = st.sampled_from(("", "# Title\n\n"))
below = st.sampled_from(("", "", "\n## Own\n", "\n---\n", "\nmore\n"))


def written(document) -> str:
    try:
        return write(settle(document))
    except ArchkitError:
        return TEMPLATE


real = st.sampled_from([EXAMPLE, TEMPLATE])
bodies = documents.map(written) | mutated() | soup | real | anything


@st.composite
def neighbours(draw: st.DrawFn) -> tuple[str, str]:
    """Two texts of which one is the other after some edits: lines deleted, doubled, moved, indented, put in."""
    before = draw(bodies)
    lines = before.split("\n")
    for _ in range(draw(st.integers(0, 5))):
        at, size = draw(st.integers(0, len(lines) - 1)), draw(st.integers(1, 6))
        how = draw(st.sampled_from(["delete", "double", "move", "indent", "insert", "replace", "edit"]))
        if how == "delete":
            lines = lines[:at] + lines[at + size :] or [""]
        elif how == "double":
            lines[at:at] = lines[at : at + size]
        elif how == "move":
            moved = lines[at : at + size]
            del lines[at : at + size]
            to = draw(st.integers(0, len(lines)))
            lines[to:to] = moved
        elif how == "indent":
            lines[at] = draw(st.sampled_from([" ", "  ", "> ", "- "])) + lines[at]
        elif how == "insert":
            lines.insert(at, draw(st.sampled_from((*LINES, *HEADINGS)) | hostile))
        elif how == "replace":
            lines[at] = draw(st.sampled_from((*LINES, *FRAGMENTS)))
        else:
            lines[at] += draw(st.sampled_from((" x", "|", ":", "\r", "  ", "*", "`")))
    after = draw(st.sampled_from(["\n", "\n", "\n", "\r\n"])).join(lines)
    return (before, after) if draw(st.booleans()) else (after, before)


def assert_same(found: Manuscript, alone: Manuscript) -> None:
    assert found == alone
    assert [(chunk.lines, chunk.stated) for chunk in found.chunks] == [
        (chunk.lines, chunk.stated) for chunk in alone.chunks
    ]


class TestWhatIsKnownChangesNothing:
    @example(("## Dependencies\n\n - a: b", "## Dependencies\n\n- a: b"))
    @given(neighbours())
    def test_of_a_text_after_edits(self, texts):
        known, text = texts

        assert_same(read(text, known=read(known)), read(text))

    @given(headings, lists, lists, above, below)
    def test_of_one_list(self, heading, known, rows, above, below):
        text = f"{above}{heading}\n\n{rows}\n{below}"

        assert_same(read(text, known=read(f"{heading}\n\n{known}\n")), read(text))

    @example("| Risk | Mine |\n|---|---|\n| a | b |", "| Risk | Mine |\n|---|---|", "", "")
    @given(tables, tables, above, below)
    def test_of_one_table(self, known, rows, above, below):
        heading = "## Risks and Mitigations"
        text = f"{above}{heading}\n\n{rows}\n{below}"

        assert_same(read(text, known=read(f"{heading}\n\n{known}\n")), read(text))

    @given(soup, soup)
    def test_of_texts_of_the_same_lines(self, known, text):
        assert_same(read(text, known=read(known)), read(text))

    @given(anything | mutated(), anything | mutated())
    def test_of_any_text(self, known, text):
        assert_same(read(text, known=read(known)), read(text))

    @given(neighbours(), bodies)
    def test_of_a_text_that_was_itself_read_with_one_known(self, texts, first):
        known, text = texts

        assert_same(read(text, known=read(known, known=read(first))), read(text))

    @given(neighbours())
    def test_of_the_known_text(self, texts):
        known = read(texts[0])
        before = (known, [dict(known.lines), dict(known.stated)])

        again = read(texts[1], known=known)

        assert before == (read(texts[0]), [known.lines, known.stated])
        assert again.lines is not known.lines
        assert again.stated is not known.stated


class TestWhatStandsInBothIsTakenOver:
    @pytest.mark.parametrize("key", ["risks", "findings", "dependencies", "components", "phases", "security"])
    def test_rows_of_an_edited_section(self, key):
        known = read(EXAMPLE)
        rows = getattr(known.document, key)
        line = known.lines[(key, 1)]
        lines = EXAMPLE.split("\n")
        lines[line - 1] = lines[line - 1].replace(" the ", " THE ", 1).replace(" a ", " A ", 1).replace("s ", "z ", 1)

        found = getattr(read("\n".join(lines), known=known).document, key)

        assert found[1] != rows[1]
        assert [one is other for one, other in zip(found, rows, strict=True)].count(False) == 1

    def test_rows_of_a_text_with_other_line_breaks(self):
        known = read(EXAMPLE.replace("\n", "\r\n"))

        found = read(EXAMPLE, known=known).document

        assert [one is other for one, other in zip(found.risks, known.document.risks, strict=True)].count(False) == 0
        assert [one is other for one, other in zip(found.phases, known.document.phases, strict=True)].count(False) == 0

    def test_sections_below_another_title(self):
        known = read(EXAMPLE)

        below = EXAMPLE[EXAMPLE.index("\n## ") :]
        found = read(f"# Another title\n\nText\n{below}", known=known)

        assert all(one is other for one, other in zip(found.document.options, known.document.options, strict=True))
        assert found.document.effort is known.document.effort
        assert found.lines[("effort",)] != known.lines[("effort",)]

    def test_but_no_comparison_whose_option_was_renamed(self):
        known = read(EXAMPLE)
        name = known.document.options[0].name

        renamed = EXAMPLE.replace(f"Option 1: {name}", "Option 1: Another", 1)

        assert read(renamed, known=known).document.comparison == read(renamed).document.comparison


def test_a_row_that_cannot_be_read_is_told_with_its_own_line():
    text = "## Dependencies\n\n- a: b\n- c: d\n"
    known = read(text)

    found = read(f"# T\n\n{text}- e: f\n\n  second\n", known=known)

    assert [(problem.line, problem.section) for problem in found.diagnostics] == [(9, "dependencies")]
