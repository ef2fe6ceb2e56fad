"""What `git diff` shows of a document: a line for whatever it says, so that no change is hidden."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from archkit.errors import ArchkitError
from archkit.format.read import read
from archkit.format.settle import settle, without_empty_rows
from archkit.format.shapes import SHAPES
from archkit.format.write import write
from archkit.model.document import Document, outline
from archkit.model.fields import Frozen
from archkit.versions.normal_text import normal_text
from tests.format.documents import EXAMPLE, documents
from tests.versions.test_merge import EXAMPLE_DOCUMENT, changed

SMALL = """# Ledger

## Executive Summary
Words.

```yaml
a:
  b: 1
c: 2
```

- one
- two

## Glossary
Ledger: a book.

## Empty one

## Risks and Mitigations
| Risk | Likelihood | Impact | Mitigation |
|---|---|---|---|
| It breaks | rare | | |
| It breaks | | minor | |
"""


def content(document: Document) -> Any:
    """Return what a document says, without rows, columns and cells that say nothing."""
    sections = {spec.key: said(without_empty_rows(getattr(document, spec.key))) for spec in outline()}
    places = [
        (place.part, place.name, place.text or "", "" if place.part in ("option", "title") else place.head.split())
        for place in document.layout
    ]
    return sections, places


def said(value: Any) -> Any:
    if isinstance(value, Frozen):
        return {key: said(getattr(value, key)) for key in type(value).model_fields}
    if isinstance(value, tuple):
        return [said(item) for item in value]
    return {key: each for key, each in value.items() if each} if isinstance(value, dict) else value


@given(st.data())
def test_documents_that_say_different_things_have_different_lines(data):
    one = data.draw(documents | st.just(EXAMPLE_DOCUMENT))
    other = data.draw(changed(one))
    texts = []
    for document in (one, other):
        try:
            texts.append(write(settle(document)))
        except ArchkitError:
            assume(False)
    first, second = (read(text).document for text in texts)
    assume(all(any(place.part in SHAPES for place in each.layout) for each in (first, second)))

    assert (content(first) != content(second)) <= (normal_text(texts[0]) != normal_text(texts[1]))


@given(st.data())
def test_a_changed_line_of_a_real_document_is_shown_unless_it_says_the_same(data):
    lines = EXAMPLE.split("\n")
    at = data.draw(st.integers(0, len(lines) - 1))
    how = data.draw(st.sampled_from(["delete", "double", "indent", "below", "blank"]))
    new = {
        "delete": [],
        "double": [lines[at], lines[at]],
        "indent": [f"  {lines[at]}"],
        "below": [*lines[at + 1 : at + 2], lines[at]],
        "blank": [lines[at], ""],
    }[how]
    text = "\n".join([*lines[:at], *new, *lines[at + 1 + (how == "below") :]])

    differs = content(read(text).document) != content(read(EXAMPLE).document)

    assert differs <= (normal_text(text) != normal_text(EXAMPLE))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("c: 2", "  c: 2"),
        ("- two", "  - two"),
        ("Words.\n\n", "Words.\n"),
        ("Words.\n", "Words.  \n"),
        ("## Empty one", "## Blank one"),
        ("## Empty one\n\n", ""),
        ("## Glossary\nLedger: a book.\n\n## Empty one\n", "## Empty one\n\n## Glossary\nLedger: a book.\n"),
        ("| It breaks | rare | | |\n| It breaks | | minor | |", "| It breaks | rare | minor | |\n| It breaks | | | |"),
    ],
    ids=["code", "list", "paragraph", "break", "renamed", "removed", "order", "rows of one name"],
)
def test_a_change_of_what_a_reader_sees_is_shown(old, new):
    assert old in SMALL

    assert normal_text(SMALL) != normal_text(SMALL.replace(old, new))


def test_a_row_put_in_changes_no_other_line():
    row = "| It burns | likely | severe | Water |\n"
    lines = normal_text(SMALL).splitlines()

    more = normal_text(SMALL.replace("| It breaks | rare", f"{row}| It breaks | rare")).splitlines()

    assert [line for line in more if "It burns" not in line] == lines


def test_a_name_is_not_taken_for_the_field_behind_it():
    table = "| A: b | {} | | |"
    text = SMALL.replace("| It breaks | rare | | |", table.format("rare"))

    assert 'Risks and Mitigations | "A: b" | Likelihood: rare' in normal_text(text).splitlines()
