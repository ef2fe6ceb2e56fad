"""A user's own template: any Jinja2 template, run in a sandbox on plain data only, in a process with limits."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from archkit.model.document import Document
from archkit.pages.confined import Job, render_confined
from archkit.pages.numbers import PageNumbers, page_numbers
from archkit.pages.plain import plain_document


def render_own(
    template: Path,
    document: Document,
    numbers: PageNumbers | None = None,
    *,
    html: bool = False,
    more: Mapping[str, Any] | None = None,
) -> str:
    """Return what a user's own template makes of a document.

    A template whose name contains `.html` writes HTML: every value is escaped, and the filters `markdown` (paragraphs,
    lists, tables) and `inline` turn Markdown into safe HTML. Any other writes text, with the filters of
    `archkit.pages.text_filters` for values in Markdown, YAML and JSON. What it may use is said in
    `archkit.pages.plain`.

    Args:
        template: Its path; it may include what lies in its folder.
        document: What is shown.
        numbers: Its numbers; computed here when left out.
        html: Whether the result is HTML whatever the template is called.
        more: Plain data that it sees, too.

    Raises:
        ExportError: the template is missing, is wrong, asks for what there is not, or for too much; names the line.
    """
    names = {**plain_document(document, numbers or page_numbers(document)), **(more or {})}
    writes_html = html or ".html" in template.name.casefold()
    folder = template.parent.absolute()
    return render_confined(Job(template.name, folder, names, writes_html))[0]
