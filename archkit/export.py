"""Export: the completed template as Markdown or as one HTML file, with the shipped templates or the user's own."""

from __future__ import annotations

from pathlib import Path

from archkit import store
from archkit.errors import ExportError
from archkit.format.complete import complete
from archkit.model.document import Document
from archkit.session import effort_texts

SUFFIXES = (".md", ".html")


def export(
    document: Document, target: str | Path, template: str | Path | None = None, *, source: Path | None = None
) -> Path:
    """Write a document to a file; the file's suffix says as what.

    Args:
        document: What to export.
        target: A path that ends in .md or .html; a file that is there is replaced.
        template: A Jinja2 template of the user's own, in place of the shipped one.
        source: The document's own file, which an export never replaces.

    Raises:
        ExportError: the suffix is unknown, the target is the document itself, or the template fails.
        FileProblem: the file cannot be written.
    """
    path = Path(target)
    suffix = path.suffix.casefold()
    if suffix not in SUFFIXES:
        ends = f'there is no export as "{path.suffix}"' if suffix else "the file name has no ending"
        raise ExportError(f"{path}: {ends}; use one that ends in {' or '.join(SUFFIXES)}")
    if source is not None and _is_same_file(path, source):
        raise ExportError(f"{path}: the export would replace the document itself; name another file")
    store.write_text(path, text_for(document, suffix, template), expected="")
    return path


def text_for(document: Document, suffix: str, template: str | Path | None = None) -> str:
    """Return the exported text for a suffix, `.md` or `.html`."""
    if template is not None:
        from archkit.pages.own_template import render_own

        return render_own(Path(template), document, html=suffix == ".html")
    if suffix == ".md":
        return complete(document, effort_texts)
    # The page needs the Markdown renderer, which costs 0.1 s to import.
    from archkit.pages.export_html import render_page

    return render_page(document)


def _is_same_file(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except OSError:
        return False
