"""Text is data in every Markdown format: it adds no HTML, no chapter and no second title."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from markdown_it import MarkdownIt

from archkit.model.document import Document
from archkit.outputs.styled import render_style
from archkit.outputs.styles import styles
from tests.format.documents import documents
from tests.pages.conftest import _values

STYLES = {style.name: style for style in styles()[0] if style.files[0].file.endswith(".md")}
MARKDOWN = MarkdownIt("commonmark").enable("table")
PAYLOADS = (
    "<script>alert(1)</script>",
    "a <img src=x onerror=alert(1)> b",
    "<!-- open",
    "`code` <b>x</b> `",
    "\\<script>alert(1)</script>",
    "\\\\<script>alert(1)</script>",
    "<svg/onload=alert(1)>",
    "</details><h1>x</h1>",
    "<![CDATA[ x",
    "<?php x",
    "# Title\n## Chapter\n### Part",
    "Title\n=====\n\nChapter\n-------",
    "```\nopen fence <b>",
    "~~~ <b>",
    "> # quoted\n> <b>x</b>",
    "- item\n\n  # inside\n\n  <b>x</b>",
    "    <b>indented</b>",
    "---\nstatus: accepted\n---",
    "x | y\n--|--\n1 | <b>2</b>",
    "[a]: <javascript:alert(1)>",
    "{{ title }}{% for x in y %}",
    "x ##",
    "`` ` <b> ``",
    "a`b<i>c",
    "<a\nhref=x>",
)


#: The chapters of a task, each of which stands only where there is something to say.
TASKS = ("## Details", "## Work items", "## Work items of options that are not chosen", "## Risks")


def body(text: str) -> str:
    return text[4:].partition("\n---\n")[2] if text.startswith("---\n") else text


def outline_of(text: str) -> list[tuple[str, str]]:
    """Return the headings of a record down to its chapters."""
    tokens = MARKDOWN.parse(body(text))
    return [
        (token.tag, tokens[at + 1].content)
        for at, token in enumerate(tokens)
        if token.type == "heading_open" and token.level == 0 and token.tag in ("h1", "h2")
    ]


def raw_html(text: str) -> list[str]:
    tokens = [inner for token in MARKDOWN.parse(body(text)) for inner in (token, *(token.children or ()))]
    found = [token.content for token in tokens if token.type in ("html_block", "html_inline")]
    return [content for content in found if not re.fullmatch(r"<br\s*/?>", content.strip(), re.I)]


@pytest.mark.parametrize("name", STYLES)
@pytest.mark.parametrize("payload", PAYLOADS, ids=lambda text: text[:20])
def test_no_text_is_read_as_more_than_text(name: str, payload: str):
    document = Document.model_validate(_values(Document, payload))
    harmless = Document.model_validate(_values(Document, "word"))

    made, expected = (
        [str(text) for text in render_style(STYLES[name], each).files.values()] for each in (document, harmless)
    )

    known = {title for text in (*expected, *TASKS) for tag, title in outline_of(text) if tag == "h2"}
    for text in made:
        assert raw_html(text) == []
        assert [tag for tag, _ in outline_of(text)].count("h1") == 1
        assert {title for tag, title in outline_of(text) if tag == "h2"} <= known


@given(documents)
@hypothesis_settings(max_examples=hypothesis_settings.default.max_examples // 10)
def test_no_document_breaks_the_outline_of_a_format(document: Document):
    for name in ("arc42", "nygard", "rust-rfc"):
        text = str(next(iter(render_style(STYLES[name], document).files.values())))
        known = [
            title for _, title in outline_of(str(next(iter(render_style(STYLES[name], Document()).files.values()))))
        ]

        assert [title for _, title in outline_of(text)][1:] == known[1:], name
        assert raw_html(text) == [], name
