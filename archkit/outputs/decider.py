"""The decision alone: on one printed page, and in one sentence."""

from __future__ import annotations

import html
import re
from pathlib import Path

from archkit.model.document import Document
from archkit.outputs.made import Made
from archkit.pages.decider import render_decider
from archkit.pages.text_filters import escaped
from archkit.pages.visible import visible
from archkit.pages.y_statement import y_statement

_TAG = re.compile(r"<style.*?</style>|<[^>]*>", re.DOTALL)


def page(document: Document, source: Path | None) -> Made:
    """Return the decider's page."""
    text = render_decider(document, source.name if source else "")
    return Made({"x.html": text}, html.unescape(_TAG.sub(" ", text)))


def sentence(document: Document, source: Path | None) -> Made:
    """Return the Y-statement as Markdown."""
    said = visible(y_statement(document))
    title = visible(escaped(document.title)) or "Architecture document"
    text = f"# {title}\n\n{escaped(said)}\n"
    return Made({"x.md": text}, said)
