"""Document → PDF, through the typst engine: the text goes as data into one fixed template."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from archkit.errors import ExportError
from archkit.model.document import Document
from archkit.outputs.made import Made
from archkit.printing.blocks import Block, Heading, Listing, Paragraph, Printed, Quote, Run, Table
from archkit.printing.findable import places_of_findings
from archkit.printing.long_words import breakable
from archkit.printing.page_turns import on_pages
from archkit.printing.printed import printed
from archkit.printing.runs import words_of

#: So many letters of running text may stand without a place to break.
_LINE = 30
# A row of a table that is longer than so many letters may be broken between two pages, and so may a longer table.
_ROW_TOGETHER, _TABLE_TOGETHER, _ROWS_TOGETHER = 700, 1500, 14
_FONTS = ("Libertinus Serif", "DejaVu Sans")


def made(document: Document, source: Path | None) -> Made:
    """Return a document as PDF.

    Raises:
        ExportError: typst is not installed, or refuses the document.
    """
    return Made({"x.pdf": pdf(document, source.parent if source else None)}, None)


def pdf(document: Document, folder: Path | None = None) -> bytes:
    """Return a document as a tagged PDF; the same document gives the same bytes.

    Args:
        document: What is printed.
        folder: Where its file lies; its pictures are looked for there and below.

    Raises:
        ExportError: typst is not installed, or refuses the document.
    """
    return compiled(printed(document, folder, "svg"), "pdf")[0]


def compiled(document: Printed, form: str, ppi: float = 80) -> list[bytes]:
    """Return a printed document in a form of typst's: one PDF, or a PNG for each page.

    Raises:
        ExportError: typst is not installed, or refuses the document.
    """
    try:
        import typst
    except ImportError:
        raise ExportError('a PDF needs typst; install it with: pip install "archkit[pdf]"') from None
    data = _data(document)
    lacking = _lacking(_as_json(data))
    # A tagged PDF is PDF/UA, unless a letter has no font.
    standards = ["ua-1"] if form == "pdf" and not lacking else []
    files = document.pictures | {
        "main.typ": (Path(__file__).parent / "document.typ").read_bytes(),
        "data.json": _as_json(data | {"notes": _notes(lacking)}),
    }
    try:
        try:
            return _compiled(typst, files, form, ppi, standards, bool(lacking))
        except typst.TypstError:
            # What PDF/UA does not allow is still a PDF.
            return _compiled(typst, files, form, ppi, [], bool(lacking))
    except typst.TypstError as problem:
        raise ExportError(f"typst refuses the document: {problem.message}") from None


def drawn_points(files: dict[str, bytes], ppi: float) -> bytes:
    """Return the first page of some Typst of ours as PNG; `main.typ` is what is drawn."""
    import typst

    return _compiled(typst, files, "png", ppi, [], False)[0]


def _as_json(data: dict[str, Any]) -> bytes:
    return json.dumps(data, ensure_ascii=False).encode()


def _compiled(
    typst: Any, files: dict[str, bytes], form: str, ppi: float, standards: list[str], has_system_fonts: bool
) -> list[bytes]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file, content in files.items():
            (folder / file).write_bytes(content)
        # The folder of matplotlib also holds a font that draws every letter as a box, which would come first.
        for font in _font_folder().glob("DejaVuSans*.ttf"):
            shutil.copyfile(font, folder / font.name)
        found = typst.compile(
            folder / "main.typ",
            format=form,
            ppi=ppi,
            # No other file of this machine can be read, and no package be had.
            root=folder,
            package_path=folder,
            font_paths=[folder],
            ignore_system_fonts=not has_system_fonts,
            pdf_standards=standards,
        )
    return found if isinstance(found, list) else [found]


@cache
def _font_folder() -> Path:
    """Return the folder of the fonts that matplotlib brings along."""
    import matplotlib

    return Path(matplotlib.get_data_path()) / "fonts" / "ttf"


def _lacking(data: bytes) -> str:
    """Return the letters that no font of ours has, each once."""
    beyond = {letter for letter in data.decode() if ord(letter) > 0x17F}
    return "".join(sorted(letter for letter in beyond if ord(letter) not in _letters())) if beyond else ""


@cache
def _letters() -> frozenset[int]:
    from matplotlib.ft2font import FT2Font

    return frozenset(FT2Font(str(_font_folder() / "DejaVuSans.ttf")).get_charmap())


def _data(document: Printed) -> dict[str, Any]:
    """Return what the template shows."""
    language, _, region = document.language.partition("-")
    return {
        "title": document.title,
        "short": breakable(document.title if len(document.title) <= 110 else f"{document.title[:109]}…", _LINE),
        "heading": _runs(document.heading),
        "status": breakable(document.status, _LINE),
        "lead": breakable(document.lead, _LINE),
        "facts": [[breakable(text, _LINE) for text in fact] for fact in document.facts],
        "language": language.lower(),
        "region": region.lower() if len(region) == 2 else None,
        "fonts": _FONTS,
        "findings": places_of_findings(document.blocks),
        "pages": [
            {"is_wide": pages.is_wide, "blocks": [_block(block) for block in pages.blocks]}
            for pages in on_pages(document.blocks)
        ],
    }


def _notes(lacking: str) -> list[str]:
    if not lacking:
        return []
    shown = " ".join(f"U+{ord(letter):04X}" for letter in lacking[:20])
    return [
        "Letters that the fonts of archkit lack are shown with a font of the machine that made this file, or as boxes "
        f"where it has none: {shown}{' …' if len(lacking) > 20 else ''}"
    ]


def _block(block: Block) -> dict[str, Any]:
    if isinstance(block, Paragraph):
        return vars(block) | {"runs": _runs(block.runs), "is_label": block.is_label}
    if isinstance(block, Heading):
        return vars(block) | {"runs": _runs(block.runs)}
    if isinstance(block, Table):
        return _table(block)
    if isinstance(block, Listing):
        items = [[_block(part) for part in item] for item in block.items]
        return vars(block) | {"items": items, "tight": all(len(item) < 3 for item in items)}
    if isinstance(block, Quote):
        return {"kind": "quote", "blocks": [_block(part) for part in block.blocks]}
    data = vars(block)
    return data | {"text": breakable(data["text"], 88)} if block.kind == "code" else data


def _table(table: Table) -> dict[str, Any]:
    lengths = [[len(words_of(cell)) for cell in row] for row in table.rows]
    rows = [
        {"cells": _cells(row, table), "together": max(length, default=0) < _ROW_TOGETHER}
        for row, length in zip(table.rows, lengths, strict=True)
    ]
    is_short = len(rows) <= _ROWS_TOGETHER and sum(map(sum, lengths)) <= _TABLE_TOGETHER
    return vars(table) | {"head": _cells(table.head, table), "rows": rows, "together": is_short}


def _cells(cells: Sequence[tuple[Run, ...]], table: Table) -> list[list[dict[str, Any]]]:
    return [_runs(cell, longest) for cell, longest in zip(cells, table.letters, strict=True)]


def _runs(runs: tuple[Run, ...], longest: int = _LINE) -> list[dict[str, Any]]:
    return [vars(run) | {"text": breakable(run.text, longest)} for run in runs]
