"""Export: a document as Markdown, HTML, another format or tables, or through templates of the user's own."""

from __future__ import annotations

import argparse
import html
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from archkit import store
from archkit.errors import ExportError, nearest, quoted
from archkit.format.complete import complete
from archkit.format.read import read
from archkit.model.document import Document
from archkit.outputs.losses import Loss, losses
from archkit.outputs.made import Made, is_same_file, put
from archkit.outputs.targets import STANDARD_OUTPUT, check_ending, check_text, print_text

Make = Callable[[Document, Path | None], Made]
_TAG = re.compile(r"<(style|script)\b.*?</\1>|<[^>]*>", re.DOTALL | re.IGNORECASE)


@dataclass(frozen=True)
class Format:
    """A format that archkit makes without templates of its own.

    Attributes:
        title: What it is.
        ending: What its file ends in; "" for a folder of files.
        make: The function that makes it, as `module:name`; it takes the document and its file, and returns `Made`.
    """

    title: str
    ending: str
    make: str


#: What is imported when it is used; a format of templates is not named here, its folder is enough.
FORMATS: dict[str, Format] = {
    "markdown": Format("Markdown: the completed template", ".md", "archkit.export:_markdown"),
    "html": Format("HTML: one page, complete without JavaScript", ".html", "archkit.export:_page"),
    "json": Format("JSON: the whole document, with a JSON Schema", ".json", "archkit.outputs.json_document:made"),
    "csv": Format("CSV: a file for each frame", "", "archkit.outputs.tables:csv_files"),
    "decider": Format(
        "Decider's page: the decision on one printed page, as HTML", ".decider.html", "archkit.outputs.decider:page"
    ),
    "y-statement": Format(
        "Y-statement: the decision in one sentence", ".y-statement.md", "archkit.outputs.decider:sentence"
    ),
    "pdf": Format("PDF: tagged, on A4", ".pdf", "archkit.printing.pdf:made"),
    "docx": Format("DOCX: for Word and LibreOffice", ".docx", "archkit.printing.word:made"),
    "xlsx": Format("XLSX: a sheet for each frame", ".xlsx", "archkit.outputs.tables:workbook"),
}
#: The format that the ending of a file promises; the files of the folder of `csv` end in .csv.
_PROMISED = {kind.ending: name for name, kind in FORMATS.items() if kind.ending.count(".") == 1} | {".csv": "csv"}
_BINARY = {".pdf", ".docx", ".xlsx"}


@dataclass(frozen=True)
class Exported:
    """An export that was written: where, as what, and what it could not carry."""

    path: Path
    title: str
    losses: tuple[Loss, ...]


def export(
    document: Document,
    target: str | Path,
    template: str | Path | None = None,
    *,
    to: str = "",
    source: Path | None = None,
) -> Path:
    """Write a document to a file or folder, and print what the format cannot carry on the error output.

    Args:
        document: What to export.
        target: Where to; a file that is there is replaced.
        template: A Jinja2 template of the user's own, or a folder with a `template.toml`.
        to: The format; what the ending of the target says when left out.
        source: The document's own file, which an export never replaces.

    Raises:
        ExportError: the format is unknown, the target is the document itself, or a template fails.
        FileProblem: a file cannot be written.
    """
    done = exported(document, Path(target), template, to=to, source=source)
    # A template of one's own shows what it was made to show.
    if template is None:
        _tell(done, done.path)
    return done.path


def exported(
    document: Document,
    target: Path | None,
    template: str | Path | None = None,
    *,
    to: str = "",
    source: Path | None = None,
) -> Exported:
    """Write a document as `export` does, and return what was written and what it could not carry.

    Without a target the export lies beside the document's own file, under its name.
    """
    beside = source or Path("document.md")
    ending, title, make = _chosen(target, template, to, source)
    if target is not None:
        check_ending(target, title, ending, _PROMISED)
    # The completed Markdown of a Markdown file needs a name of its own.
    path = target or beside.with_name(beside.stem + (".completed.md" if ending == ".md" else ending))
    if source is not None and is_same_file(path, source):
        raise ExportError(f"{path}: the export would replace the document itself; name another file")
    made = make(document, source)
    put(made, path, source)
    return Exported(path, title, tuple(losses(document, made.said)))


def run(given: argparse.Namespace) -> int:
    """Export as the command line says; the exit code is 1 when `--strict` and something was not carried."""
    manuscript = read(store.read_words(given.file))
    if given.output == STANDARD_OUTPUT:
        done = _printed(manuscript.document, given)
    else:
        done = exported(manuscript.document, given.output, given.template, to=given.to, source=given.file)
        print(done.path)
    for item in manuscript.diagnostics:
        print(f"{given.file}:{item}", file=sys.stderr)
    _tell(done, given.file)
    return 1 if given.strict and done.losses else 0


def _printed(document: Document, given: argparse.Namespace) -> Exported:
    """Write a document to the standard output, as HTML where nothing else is asked for."""
    _, title, make = _chosen(None, given.template, given.to, given.file)
    made = make(document, given.file)
    print_text(made, title)
    return Exported(STANDARD_OUTPUT, title, tuple(losses(document, made.said)))


def _tell(done: Exported, path: Path) -> None:
    if done.losses:
        print(f"{path}: {done.title} does not carry", file=sys.stderr)
    for loss in done.losses:
        print(f"  {loss}", file=sys.stderr)


def text_for(document: Document, suffix: str, template: str | Path | None = None, source: Path | None = None) -> str:
    """Return the exported text for a suffix, `.md` or `.html`."""
    if template is not None:
        from archkit.outputs.view import view
        from archkit.pages.own_template import render_own

        return render_own(Path(template), document, html=suffix == ".html", more=view(document, source))
    if suffix == ".md":
        from archkit.session import effort_texts

        return complete(document, effort_texts)
    # The page needs the Markdown renderer, which costs 0.1 s to import.
    from archkit.checks.settings import Settings, settings_for
    from archkit.pages.export_html import render_page

    settings = settings_for(source) if source else Settings()
    return render_page(document, evidence=settings.evidence())


def format_names(document: Path | None = None) -> list[str]:
    """Return the names of all formats that a document can be exported to."""
    from archkit.outputs.styles import styles

    return [*FORMATS, *(style.name for style in styles(document)[0])]


def _chosen(target: Path | None, template: str | Path | None, to: str, source: Path | None) -> tuple[str, str, Make]:
    """Return the ending, the title and the maker of what was asked for."""
    if to and template:
        raise ExportError("a format and a template were given; leave out one of --to and --template")
    if template is not None and Path(template).is_dir():
        from archkit.outputs.style import read_style

        return _of_style(read_style(Path(template), "named"))
    if template is not None:
        path = target or Path("x.html")
        check_text(path, _PROMISED, _BINARY)
        suffix = path.suffix.casefold() or _suffix(path, ())
        return suffix, Path(template).name, lambda document, source: _own(document, suffix, template, source)
    if not to:
        suffix = _suffix(target or Path("x.html"), tuple(kind.ending for kind in FORMATS.values() if kind.ending))
        to = next(name for name, kind in FORMATS.items() if kind.ending == suffix)
    if to in FORMATS:
        kind = FORMATS[to]
        module, _, name = kind.make.partition(":")
        return kind.ending or f"-{to}", kind.title.partition(":")[0], getattr(import_module(module), name)
    return _named(to, source)


def _named(to: str, source: Path | None) -> tuple[str, str, Make]:
    from archkit.outputs.styles import styles

    found, problems = styles(source)
    for style in found:
        if style.name == to:
            return _of_style(style)
    known = [*FORMATS, *(style.name for style in found)]
    close = nearest(to, known)
    meant = f"did you mean {close}? " if close else ""
    wrong = f" ({'; '.join(problems)})" if problems else ""
    raise ExportError(f"there is no format {quoted(to)}; {meant}the formats are {', '.join(known)}{wrong}")


def _of_style(style: object) -> tuple[str, str, Make]:
    from archkit.outputs.style import Style
    from archkit.outputs.styled import render_style

    assert isinstance(style, Style)
    return style.ending, style.title, lambda document, source: render_style(style, document, source)


def _suffix(path: Path, known: tuple[str, ...]) -> str:
    suffix = path.suffix.casefold()
    if suffix in known:
        return suffix
    ends = f'there is no export as "{path.suffix}"' if suffix else "the file name has no ending"
    others = ", ".join(format_names()[2:])
    raise ExportError(
        f"{path}: {ends}; use one that ends in .md, .html, .pdf or .docx, or say --to with one of {others}"
    )


def _own(document: Document, suffix: str, template: str | Path, source: Path | None) -> Made:
    text = text_for(document, suffix, template, source)
    is_page = suffix == ".html" or ".html" in Path(template).name.casefold()
    return Made({f"x{suffix}": text}, html.unescape(_TAG.sub(" ", text)) if is_page else text)


def _markdown(document: Document, source: Path | None) -> Made:
    return Made({"x.md": text_for(document, ".md")}, None)


def _page(document: Document, source: Path | None) -> Made:
    return Made({"x.html": text_for(document, ".html", source=source)}, None)
