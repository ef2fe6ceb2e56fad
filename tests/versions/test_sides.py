"""What a merge left between conflict markers can be finished: ours, theirs, or both."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archkit.errors import ModelError
from archkit.format.read import read
from archkit.versions.merge_text import merge_text
from archkit.versions.sides import CHOICES, conflicts_in, may_conflict
from tests.format.documents import EXAMPLE, FRAGMENTS

MARKS = ("<<<<<<< HEAD\n", "||||||| base\n", "=======\n", ">>>>>>> theirs\n", "```mermaid\n", "```\n", "flowchart LR\n")
anything = st.lists(st.sampled_from((*FRAGMENTS, *MARKS, *MARKS, "\n")), max_size=20).map("".join)


def between(
    ours: str, theirs: str, before: str = "## Security Considerations\n", after: str = "\n## Data Flow\n"
) -> str:
    return f"{before}<<<<<<< HEAD\n{ours}=======\n{theirs}>>>>>>> branch\n{after}"


@given(anything)
def test_keeping_our_side_takes_one_conflict_out_of_any_text(text: str):
    found = conflicts_in(text)

    for conflict in found:
        lines = text.split("\n")
        assert lines[conflict.line - 1].startswith("<<<<<<< ")
        assert lines[conflict.last - 1].startswith(">>>>>>> ")
        for side in CHOICES:
            assert conflict.kept(side).count(">>>>>>> ") < text.count(">>>>>>> ")
        assert conflict.choices[:2] == ("ours", "theirs")
        assert isinstance(conflict.difference, tuple) and conflict.section
    assert not found or "<<<<<<< " in text


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_each_side_is_the_text_without_the_markers(newline: str):
    text = between("- a\n", "- b\n- c\n").replace("\n", newline)
    (conflict,) = conflicts_in(text)

    assert (conflict.line, conflict.last, conflict.labels) == (2, 7, ("HEAD", "branch"))
    assert conflict.section == "security"
    for side, kept in {"ours": "- a\n", "theirs": "- b\n- c\n", "both": "- a\n- b\n- c\n"}.items():
        assert conflict.kept(side) == f"## Security Considerations\n{kept}\n## Data Flow\n".replace("\n", newline)


def test_what_both_began_with_is_left_out():
    (conflict,) = conflicts_in(between("- a\n||||||| base\n- x\n", "- b\n"))

    assert (conflict.ours, conflict.theirs) == ("- a\n", "- b\n")


BOTH = {
    "rows that the sides share stand once": (
        "| Risk | Likelihood |\n|---|---|\n| A | rare |\n| B | likely |\n",
        "| Risk | Likelihood |\n|---|---|\n| A | rare |\n| B | possible |\n| C | rare |\n",
        "| Risk | Likelihood |\n|---|---|\n| A | rare |\n| B | likely |\n| B | possible |\n| C | rare |\n",
    ),
    "an item goes with its details": (
        "- A\n  - Owner: x\n- B\n",
        "- A\n  - Owner: y\n- B\n",
        "- A\n  - Owner: x\n- A\n  - Owner: y\n- B\n",
    ),
    "paragraphs stand apart": ("One\nline.\n\nEnd.\n", "Two\nlines.\n\nEnd.\n", "One\nline.\n\nTwo\nlines.\n\nEnd.\n"),
    "sections with headings of their own follow each other": (
        "### Option 2: A\n\nx\n",
        "### Option 2: B\n\nx\n",
        "### Option 2: A\n\nx\n\n### Option 2: B\n\nx\n",
    ),
}


@pytest.mark.parametrize(("ours", "theirs", "kept"), BOTH.values(), ids=BOTH)
def test_both(ours: str, theirs: str, kept: str):
    (conflict,) = conflicts_in(between(ours, theirs, before="", after=""))

    assert conflict.kept("both") == kept


def test_both_is_offered_only_where_the_section_can_be_read_then():
    table = "| Risk | Owner |\n|---|---|\n| A | x |\n"
    other = table.replace("Owner", "Phase")
    before = "## Risks and Mitigations\n"

    assert conflicts_in(between(table, table.replace("x", "y"), before))[0].choices == ("ours", "theirs", "both")
    assert conflicts_in(between(table, other, before))[0].choices == ("ours", "theirs")
    assert conflicts_in(between(table, "", before))[0].choices == ("ours", "theirs")


def test_a_conflict_inside_a_diagram_is_one_and_inside_other_code_is_not():
    fence = "```mermaid\nflowchart LR\n<<<<<<< HEAD\na --> b\n=======\na --> c\n>>>>>>> x\n```\n"
    text = f"## Data Flow\n\n{fence}"

    (conflict,) = conflicts_in(text)

    assert (conflict.section, conflict.line) == ("data_flow", 5)
    assert read(conflict.kept("theirs")).document.data_flow.flows[0].target == "c"
    assert conflicts_in(text.replace("mermaid", "text")) == ()
    assert may_conflict(read(text).document)


def test_the_section_is_that_of_the_heading_between_the_markers():
    def section(
        ours: str, theirs: str, before: str = "# T\n\n## Technical Approach\n\n### Option 1: A\n\nx\n\n"
    ) -> str:
        return conflicts_in(between(ours, theirs, before))[0].section

    assert section("### Option 2: B\n\ny\n", "### Option 2: C\n\ny\n") == "options"
    assert section("", "## Notes\n\ny\n") == "custom"
    assert section("# A\n", "# B\n", before="") == "title"
    assert section("- a\n", "- b\n") == "options"


def test_the_difference_is_told_in_the_authors_words():
    mine, theirs = (EXAMPLE.replace("Apache Kafka", name) for name in ("Kafka 4", "Redpanda"))
    (conflict,) = conflicts_in(merge_text(EXAMPLE, mine, theirs).text)

    assert conflict.difference == ("option 2 renamed from Kafka 4 to Redpanda",)


def test_a_side_that_is_none_is_refused():
    with pytest.raises(ModelError, match="keep ours, theirs or both"):
        conflicts_in(between("a\n", "b\n"))[0].kept("mine")
