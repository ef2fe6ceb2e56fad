"""Export: the completed template as Markdown or as one HTML file, with the shipped templates or the user's own."""

from __future__ import annotations

from pathlib import Path

from archkit import store
from archkit.errors import ExportError
from archkit.format.complete import complete
from archkit.model.document import Document
from archkit.session import effort_texts

SUFFIXES = (".md", ".html")


def export(document: Document, target: str | Path, template: str | Path | None = None) -> Path:
    """Write a document to a file; the file's suffix says as what.

    Args:
        document: What to export.
        target: A path that ends in .md or .html; a file that is there is replaced.
        template: A Jinja2 template of the user's own, in place of the shipped one.

    Raises:
        ExportError: the suffix is unknown, or the template fails.
        FileProblem: the file cannot be written.
    """
    path = Path(target)
    suffix = path.suffix.casefold()
    if suffix not in SUFFIXES:
        raise ExportError(
            f'{path}: there is no export as "{path.suffix}"; the file name ends in {" or ".join(SUFFIXES)}'
        )
    store.write_text(path, text_for(document, suffix, template), expected="" if path.exists() else None)
    return path


def text_for(document: Document, suffix: str, template: str | Path | None = None) -> str:
    """Return the exported text for a suffix, `.md` or `.html`."""
    if template is not None:
        from archkit.pages.own_template import render_own

        return render_own(Path(template), document)
    if suffix == ".md":
        return complete(document, effort_texts)
    # The page needs the Markdown renderer, which costs 0.1 s to import.
    from archkit.pages.export_html import render_page

    return render_page(document)
