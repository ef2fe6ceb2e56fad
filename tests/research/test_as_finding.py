"""A snippet becomes a finding that can be cited, read again, and held against its source."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archkit.errors import ResearchError
from archkit.format.read import read
from archkit.format.write import write
from archkit.model.document import Document
from archkit.model.findings import cited_in
from archkit.research.answers import Answer, Snippet
from archkit.research.as_finding import MOST_QUOTED, finding, with_findings
from archkit.research.outside_text import visible

SNIPPET = Snippet(
    "Match paths",
    "The matcher says for which paths. More words.",
    ("def f(x):\n    return x[i]",),
    "https://github.com/vercel/next.js/blob/v15.1.8/docs/a.mdx#_snippet_0",
)
ANSWER = Answer((SNIPPET,), "/vercel/next.js/v15.1.8", "match paths", "2026-11-23T07:40:12Z", "context7.com", "15")


def test_a_finding_keeps_where_it_came_from():
    row = finding(ANSWER, SNIPPET, "F3")

    assert (row.id, row.group, row.source_kind) == ("F3", "Documentation References", "documented")
    assert row.text == "Match paths: The matcher says for which paths."
    assert row.source == f"<{SNIPPET.source}>"
    assert row.checked == "2026-11-23"
    assert row.retrieved == (
        "Context7 /vercel/next.js/v15.1.8 at context7.com; version asked 15, answered v15.1.8; "
        'query "match paths"; 2026-11-23T07:40:12Z (asked)'
    )
    assert row.quote == "The matcher says for which paths. More words.\n`def f(x):`\n`    return x[i]`"
    assert row.digest == hashlib.sha256(row.quote.encode()).hexdigest()
    assert row.context_differs == ""
    assert [detail.value for detail in row.details] == ["Version 15 was asked for, v15.1.8 was answered."]


@pytest.mark.parametrize(
    ("asked", "differs", "notes"), [("15.1.8", False, 0), ("15.1", False, 1), ("15.1.80", True, 0), ("1", True, 0)]
)
def test_another_version_than_the_one_asked_for_is_said_and_lowers_the_strength(asked, differs, notes):
    row = finding(replace(ANSWER, asked=asked), SNIPPET, "F1")

    assert bool(row.context_differs) == differs
    assert len(row.details) == notes


def test_ids_go_on_behind_the_highest_and_nothing_is_doubled():
    document, first = with_findings(Document(), ANSWER, (1,))
    other = replace(ANSWER, snippets=(SNIPPET, replace(SNIPPET, title="Another")))
    document, second = with_findings(document, other, (1, 2))

    assert (first, second) == (("F1",), ("F1", "F2"))
    assert [row.id for row in document.findings] == ["F1", "F2"]
    with pytest.raises(ResearchError, match="numbered 1 to 2"):
        with_findings(document, other, (3,))


def test_words_from_outside_cite_nothing_load_nothing_and_open_nothing():
    words = (
        "See [F1] and `arr[i]`, ![x](https://evil.example/p.png) <!-- hidden\n# Heading\n## Options\n- item\n```\n| a |"
    )
    row = finding(ANSWER, Snippet("[F1] title", words), "F2")

    assert cited_in(row.quote) == cited_in(row.text) == ()
    assert "!\\[x]" in row.quote
    assert "`<!--`" in row.quote


@pytest.mark.parametrize("source", ["javascript:alert(1)", "/etc/passwd", 'https://a.example/<b> c"d', "`x`"])
def test_an_address_is_a_link_to_the_web_or_mere_text(source):
    written = finding(ANSWER, replace(SNIPPET, source=source), "F1").source

    assert written.startswith("<https://a.example/%3Cb%3E%20c%22d>") or written.startswith("`")


def test_a_long_quote_is_cut():
    for words in ("word " * 2000, "x" * 5000, "line\n" * 2000):
        quote = finding(ANSWER, Snippet("T", words), "F1").quote
        assert quote.endswith("…")
        assert len(quote) < MOST_QUOTED * 1.3


_ANY = st.text(max_size=200).map(visible)


@given(title=_ANY, words=_ANY, code=st.lists(_ANY, max_size=2), source=_ANY, query=_ANY)
def test_every_finding_is_written_and_read_back_as_it_is(title, words, code, source, query):
    snippet = Snippet(title or "T", words, tuple(code), source)
    row = finding(replace(ANSWER, query=query, notes=(words,) if words else ()), snippet, "F1")

    (again,) = read(write(Document(title="T", findings=(row,)))).document.findings

    assert again == row
    assert row.digest == (hashlib.sha256(again.quote.encode()).hexdigest() if row.quote else "")
