"""The scanner against a CommonMark parser: the same top-level blocks at the same lines.

Deliberate differences, which the generated texts leave out or the comparison forgives:

- A stretch of conflict markers is one block of its own kind; front matter is cut off before the scanner sees the text.
- A definition of a link is a paragraph: it is the author's text, and a parser that shows it as nothing would lose it.
- A line that begins a list item is never the head of a table, as on GitHub.
- An empty item and a blank line do not end a list: the next item of the same mark belongs to it.
- `---` below a line with one cell is the underline of a heading, as on GitHub, and not a table's second line.
- A table goes on to the next blank line or block, with rows of any number of cells; its reader complains about them.
- An indented code block that follows a blank line inside a list is the list's.
"""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from archkit.format.scan import scan

PARSER = MarkdownIt("commonmark").enable("table")
KINDS = {
    "heading_open": "heading",
    "fence": "fence",
    "bullet_list_open": "list",
    "ordered_list_open": "list",
    "table_open": "table",
    "html_block": "html",
    "code_block": "code",
    "blockquote_open": "quote",
    "hr": "rule",
    "paragraph_open": "paragraph",
}
LINES = (
    *("", "", "", "text", "more text", "# One", "## Two ##", "### Three #x", "#### `Four`", "####### seven", "#none"),
    *(
        "===",
        "---",
        "- ",
        "-",
        "- item",
        "- [F1] cited",
        "  - nested",
        "    - deeper",
        "* star",
        "+ plus",
        "1. first",
        "2) second",
        "10. ten",
    ),
    *(
        "  continued",
        "    four",
        "      six",
        "\ttab",
        "> quote",
        "> - list",
        ">",
        "lazy",
        "> # head",
        "```",
        "```python",
        "~~~",
    ),
    *(
        "````",
        "  ```",
        "<div>",
        "</div>",
        "<!-- open",
        "-->",
        "<!-- all -->",
        "<pre>",
        "</pre>",
        "<b>bold</b>",
        "<a href='x'>",
    ),
    *(
        "| a | b |",
        "|---|---|",
        "|---|",
        "a | b",
        "--|--",
        "| 1 | 2 |",
        ":-:",
        "***",
        "___",
        "* * *",
        " # indented",
        "   ## x",
    ),
    *(
        "<?php",
        "?>",
        "<!DOCTYPE x>",
        "- - x",
        "1. - x",
        "- # x",
        "- ```",
        "  ```",
        "\\# no heading",
        "**Pros:**",
    ),
)


def expected(text: str) -> list[tuple[str, int, int, str]]:
    found = []
    for token in PARSER.parse(text):
        if token.level == 0 and token.map and token.type in KINDS:
            level = int(token.tag[1]) if token.type == "heading_open" else 0
            found.append((KINDS[token.type], token.map[0], level, token.info.strip()))
    return found


def scanned(text: str) -> list[tuple[str, int, int, str]]:
    return [
        (block.kind, block.first, block.level, block.text if block.kind == "fence" else "")
        for block in scan(text.split("\n"))
    ]


@settings(max_examples=500)
@given(st.lists(st.sampled_from(LINES), max_size=9).map("\n".join))
def test_blocks_are_those_of_a_commonmark_parser(text):
    assume("|---|\n---" not in text and not re.search(r"(?m)^[-*+] ?\n\n", text))

    assert scanned(text) == expected(text)


CASES = {
    "a heading may be indented by three": "   # a\n    # b",
    "closing marks need a blank": "# a#\n# a #\n# #\n#",
    "an underline makes a heading of the whole paragraph": "a\nb\n===\nc\n---",
    "an underline after a blank line is a rule": "a\n\n---",
    "a fence holds headings": "```\n# a\n```\n# b",
    "a longer fence holds a shorter one": "````\n```\n# a\n````\n# b",
    "tildes do not close ticks": "```\n~~~\n# a\n```",
    "ticks in the info string open no fence": "``` a`b\n# c",
    "a comment holds headings until it ends": "<!--\n# a\n\n# b\n-->\n# c",
    "a tag ends at a blank line": "<div>\n# a\n\n# b",
    "a lonely tag does not interrupt a paragraph": "a\n<b>\n# c",
    "a list goes on after one blank line": "- a\n\n- b\n\n\n- c",
    "another bullet is another list": "- a\n* b\n+ c",
    "a list number above one does not interrupt a paragraph": "a\n2. b\n1. c",
    "a heading in a list is the list's": "- a\n  # b\n# c",
    "a lazy line belongs to the quote": "> a\nb\n\nc",
    "a fence in a quote ends with the quote": "> ```\n# a\n```\n",
    "a code block needs a blank line before": "a\n    b\n\n    c\n\n    d",
    "an empty item ends at a blank line": "-\n\n  a",
    "a table needs as many cells in its second line": "| a | b |\n|---|\n\n| a | b |\n|---|---|",
    "a table ends at a heading, a list or a blank line": "|a|\n|-|\n|b|\n# c\n\n|a|\n|-|\n- b",
    "a paragraph line above a table stays a paragraph": "x\n\n|a|\n|-|",
    "tabs count to the next stop of four": "-\ta\n\n\tb\n\tc\n\nd",
}


@pytest.mark.parametrize("text", CASES.values(), ids=CASES.keys())
def test_a_case_that_parsers_stumble_over(text):
    assert scanned(text) == expected(text)


def test_a_heading_says_its_text_without_marks():
    blocks = scan(["##  Risks  ##", "Two", "lines", "==="])

    assert [(block.text, block.level, block.setext) for block in blocks] == [
        ("Risks", 2, False),
        ("Two lines", 1, True),
    ]


def test_an_open_fence_and_an_open_comment_say_so():
    assert [block.closed for block in scan(["```", "a"])] == [False]
    assert [block.closed for block in scan(["<!-- a", "b"])] == [False]
    assert [block.closed for block in scan(["```", "a", "```", "<div>", "a"])] == [True, True]


def test_conflict_markers_are_one_block():
    text = "a\n\n<<<<<<< ours\n# b\n=======\n# c\n>>>>>>> theirs\n# d"

    assert [(block.kind, block.first, block.last) for block in scan(text.split("\n"))] == [
        ("paragraph", 0, 1),
        ("conflict", 2, 7),
        ("heading", 7, 8),
    ]
