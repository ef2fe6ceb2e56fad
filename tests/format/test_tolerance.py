"""What people, editors and formatters make of a document is read as the same data."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from archkit.format.read import read
from archkit.model.document import Document
from tests.format.documents import EXAMPLE

DATA = Path(__file__).parent / "data"


def data(document: Document) -> Document:
    """The document without its layout, and with each paragraph of prose on one line."""

    def unwrapped(text: str) -> str:
        return re.sub(r"[ \t]*\n[ \t]*", " ", text)

    options = tuple(
        option.replace(description=unwrapped(option.description), based_on=unwrapped(option.based_on))
        for option in document.options
    )
    return document.replace(layout=(), options=options, executive_summary=unwrapped(document.executive_summary))


def reads_as_the_example(text: str) -> bool:
    manuscript = read(text)
    return manuscript.diagnostics == () and data(manuscript.document) == data(read(EXAMPLE).document)


def lines(change):
    """Apply a change to every line outside the diagram."""
    pieces = EXAMPLE.split("```")
    pieces[::2] = ["\n".join(map(change, piece.split("\n"))) for piece in pieces[::2]]
    return "```".join(pieces)


def test_the_example_is_read_without_complaint():
    manuscript = read(EXAMPLE)

    assert manuscript.diagnostics == ()
    assert all(place.text is None for place in manuscript.document.layout)


@pytest.mark.parametrize("name", ["example-mdformat.md", "example-prettier.md"])
def test_what_a_formatter_makes_of_it(name):
    text = (DATA / name).read_text(encoding="utf-8")
    original = (DATA / "example.md").read_text(encoding="utf-8")

    assert read(text).diagnostics == ()
    assert data(read(text).document) == data(read(original).document)


@pytest.mark.parametrize("bullet", ["*", "+"])
def test_other_bullets(bullet):
    assert reads_as_the_example(lines(lambda line: re.sub(r"^( *)- ", rf"\1{bullet} ", line)))


def test_numbers_with_a_bracket():
    assert reads_as_the_example(lines(lambda line: re.sub(r"^(\d)\. ", r"\1) ", line)))


def test_loose_lists():
    assert reads_as_the_example(lines(lambda line: f"{line}\n" if line.lstrip()[:2] == "- " else line))


def test_details_indented_by_four():
    assert reads_as_the_example(lines(lambda line: re.sub(r"^  - ", "    - ", line)))


def test_tables_without_outer_bars_and_with_other_padding():
    def bare(line: str) -> str:
        if not line.startswith("|"):
            return line
        cells = line[1:-1].replace("---:", ":---:").split("|")
        # An empty last cell needs its outer bar.
        return "|".join(f"  {cell.strip()}   " for cell in cells).strip() + (" |" if not cells[-1].strip() else "")

    assert reads_as_the_example(lines(bare))


def test_columns_in_another_order():
    def turned(line: str) -> str:
        cells = line[1:-1].split("|")
        # The scores of the comparison and of the raters have their options behind the columns that name the row.
        by_option = len(cells) == 6 or line.startswith(("| Rater ", "| Mara ", "| Tom ", "| Ravi "))
        return f"|{'|'.join(reversed(cells))}|" if line.startswith("|") and not by_option else line

    assert reads_as_the_example(lines(turned))


@pytest.mark.parametrize("title", ["Owner<br>", "<br/>Owner", "OWNER"])
def test_a_column_is_known_by_its_words(title):
    [risk] = read(f"## Risks and Mitigations\n\n| Risk | {title} |\n|---|---|\n| Fire | Mara |\n").document.risks

    assert (risk.risk, risk.owner, risk.extra) == ("Fire", "Mara", {})


def test_paragraphs_and_items_that_are_wrapped_anew():
    def wrapped(line: str) -> str:
        if line.startswith(("#", "|")) or re.match(r"\w[\w-]*: ", line) or "[" in line:
            return line
        indent = " " * (len(line) - len(line.lstrip()) + (2 if line.lstrip().startswith("- ") else 0))
        return re.sub(r"(?<=[a-z]{4}) (?=[a-z]{4})", f"\n{indent}", line, count=1)

    again = read(lines(wrapped))

    assert again.diagnostics == ()
    assert len(again.document.findings) == 14
    assert data(again.document).executive_summary == data(read(EXAMPLE).document).executive_summary


def test_underlined_headings():
    def underlined(line: str) -> str:
        for mark, under in (("# ", "==="), ("## ", "---")):
            if line.startswith(mark):
                return f"{line.removeprefix(mark)}\n{under}"
        return line

    assert reads_as_the_example(lines(underlined))


@pytest.mark.parametrize(
    "heading",
    [
        "## 11. Risks and Mitigations ##",
        "## **Risks and Mitigations**",
        "## _risks and mitigations_",
        "## RISKS AND MITIGATIONS",
        "  ##   Risks  and   Mitigations",
        "## 11) Risks and Mitigations:",
    ],
)
def test_headings_in_other_dress(heading):
    assert reads_as_the_example(EXAMPLE.replace("## Risks and Mitigations", heading))


@pytest.mark.parametrize(
    "heading", ["### Option 1 - ", "### **Option 1:** ", "### option 1. ", "### Option A: ", "### Option 1 – "]
)
def test_option_headings_in_other_dress(heading):
    assert reads_as_the_example(EXAMPLE.replace("### Option 1: ", heading))


def test_windows_line_ends_and_a_byte_order_mark():
    assert reads_as_the_example("\ufeff" + EXAMPLE.replace("\n", "\r\n"))


def test_sections_in_another_order():
    head, *sections = re.split(r"(?m)^(?=## )", EXAMPLE)

    assert reads_as_the_example(head + "\n".join(section.rstrip("\n") + "\n" for section in reversed(sections)))


def test_sections_may_be_missing():
    manuscript = read("# Ledger\n\n## Dependencies\n\n- Kafka: Carries events\n")

    assert manuscript.diagnostics == ()
    assert manuscript.document.dependencies[0].dependency == "Kafka"


def test_options_named_by_number_in_the_comparison():
    text = EXAMPLE.replace("| Criterion | Weight | RabbitMQ quorum queues |", "| Criterion | Weight | Option 1 |")

    assert reads_as_the_example(text)
