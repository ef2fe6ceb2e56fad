"""A merge that was not finished is reported with its line and with what to do."""

from __future__ import annotations

import pytest

from archkit.checks import check
from archkit.format.read import read
from tests.checks.sound import SOUND

MARKED = "<<<<<<< HEAD\n{}=======\n{}>>>>>>> branch\n"


def lines_of(text: str, words: str) -> list[int]:
    items = [item for item in check(read(text)) if item.severity == "error" and words in item.message]
    assert all("delete the line" in item.message for item in items)
    return [item.line for item in items]


def section_bodies() -> dict[str, tuple[str, str]]:
    found = {}
    for part in SOUND.split("\n## ")[1:]:
        heading, _, body = part.partition("\n")
        found[heading] = (f"\n## {heading}\n", body)
    return found


@pytest.mark.parametrize(("heading", "body"), section_bodies().values(), ids=section_bodies())
def test_a_conflict_in_any_section_is_told_once_on_its_line(heading: str, body: str):
    text = SOUND.replace(heading + body, heading + MARKED.format(body, body))

    assert lines_of(text, "a merge left conflict markers here") == [1 + text.split("\n").index("<<<<<<< HEAD")]


def test_conflicts_around_the_title_and_in_the_front_matter_are_told():
    assert lines_of(MARKED.format("# A\n", "# B\n") + "\n## Data Flow\n", "conflict markers") == [1]
    assert lines_of("---\n" + MARKED.format("status: a\n", "status: b\n") + "---\n\n# T\n", "conflict markers") == [2]


def test_a_conflict_behind_another_problem_is_told():
    text = "# T\n\n## Dependencies\n\nNo list.\n\n" + MARKED.format("- A: x\n", "- A: y\n")

    assert lines_of(text, "conflict markers") == [7]


def test_a_conflict_inside_a_diagram_is_told():
    fence = "```mermaid\nflowchart LR\n" + MARKED.format("a --> b\n", "a --> c\n") + "```\n"

    assert lines_of(f"# T\n\n## Data Flow\n\n{fence}", "a merge left conflict markers here") == [7]


@pytest.mark.parametrize("marker", ["<<<<<<< HEAD", ">>>>>>> branch"])
def test_a_marker_without_its_other_half_is_told(marker: str):
    text = f"# T\n\n## Data Flow\n\nWords.\n\n{marker}\n\nMore.\n"

    assert lines_of(text, "without its other half") == [7]
    assert lines_of(f"# T\n\n```text\n{marker}\n```\n", "stands inside code") == [4]


def test_what_is_no_marker_is_not_told():
    assert lines_of("# T\n\n## Data Flow\n\n<<<<<<<< eight\n\n \\<<<<<<< escaped\n\nA\n=======\n", "") == []
