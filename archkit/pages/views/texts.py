"""Sections that are text or plain entries."""

from __future__ import annotations

from collections.abc import Callable

from archkit.model.fields import field_of, fields_of
from archkit.model.performance import Performance
from archkit.pages.arrange import Block
from archkit.pages.views.findings import cited_from
from archkit.pages.views.page import Context, Page


def text(page: Page, block: Block) -> Context | None:
    """Markdown of the author's own, or of a section that is kept as text."""
    level = 4 if block.title else 3
    return {"text": block.text, "level": level} if block.text.strip() or block.title else None


def prose(key: str) -> Callable[[Page, Block], Context | None]:
    """Return the view of a section that is one text."""

    def view(page: Page, block: Block) -> Context | None:
        found = getattr(page.document, key)
        return {"text": found} if found else None

    return view


def rows(key: str) -> Callable[[Page, Block], Context | None]:
    """Return the view of a section that is a list of rows."""

    def view(page: Page, block: Block) -> Context | None:
        found = [row for row in getattr(page.document, key) if not row.is_empty]
        return {"rows": found} if found else None

    return view


def plain_rows(key: str) -> Callable[[Page, Block], Context | None]:
    """Return the view of a section of rows that has none of its own: its name, then every text and number."""

    def view(page: Page, block: Block) -> Context | None:
        found = [row for row in getattr(page.document, key) if not row.is_empty]
        if not found:
            return None
        nested = ("details", "rows", "columns", "names")
        shown = [spec for spec in fields_of(found[0].__class__) if spec.kind not in nested]
        name = found[0].named_by or shown[0].key
        texts = [(spec.key, f"{spec.title}: " if spec.kind == "number" else "") for spec in shown if spec.key != name]
        return {"rows": found, "name": name, "texts": texts}

    return view


def findings(page: Page, block: Block) -> Context | None:
    """The findings of one group, with the places that cite them: rendered when all other blocks are."""
    group = [view for view in page.findings if view.row.group == block.group]
    cited = {view.anchor: cited_from(page.rich.cited.get(view.row.id, ())) for view in group if view.anchor}
    return {"findings": group, "cited": cited} if group else None


def components(page: Page, block: Block) -> Context | None:
    """The components of one group."""
    found = [row for row in page.document.components if row.group == block.group and not row.is_empty]
    return {"rows": found} if found else None


def performance(page: Page, block: Block) -> Context | None:
    """The three labelled texts, and the author's own."""
    section = page.document.performance
    labelled = [
        (field_of(Performance, key).title, getattr(section, key))
        for key in ("expected_load", "scaling_approach", "bottlenecks")
    ]
    labelled += [(detail.key, detail.value) for detail in section.details]
    found = [(label, words) for label, words in labelled if words]
    return {"rows": found} if found else None
