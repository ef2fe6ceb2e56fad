"""CSV and XLSX → a document with rows: columns by their titles, the author's own columns kept."""

from __future__ import annotations

import csv
import io
import re
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any

from archkit.errors import FileProblem, quoted
from archkit.format.spreadsheet_cells import plain_cell
from archkit.importing.draft import Custom, Draft
from archkit.importing.importing import Imported, finished
from archkit.importing.own_frames import ORDER, WHERE, Frames, own_frame
from archkit.importing.row_columns import ROWS, best_section
from archkit.importing.rows import rows_of_cells
from archkit.importing.source import Source, name_of
from archkit.model.document import outline
from archkit.model.effort import Effort
from archkit.model.fields import number_text
from archkit.model.text import clean

_TITLES = {spec.key: spec.title for spec in outline()}
#: A sheet with more was not meant as a part of a document.
_MOST_ROWS, _MOST_COLUMNS = 20_000, 500
#: A workbook is packed: a small file can hold very much.
_MOST_BYTES = 50_000_000

# What openpyxl, zipfile and the XML parser raise for a file that is damaged, encrypted or none; XML's is a SyntaxError.
_BROKEN: tuple[type[Exception], ...] = (zipfile.BadZipFile, zlib.error, LookupError, ValueError, OSError, TypeError)
_BROKEN += (AttributeError, SyntaxError, EOFError, RuntimeError)

_QUOTED = re.compile(r'"[^"]*"')

Table = list[list[str]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with its name, and the text that its cells are."""

    title: str
    table: Table
    text: str


def import_csv(text: str, name: str = "", section: str = "") -> Imported:
    """Make a document of a table of comma-, semicolon- or tab-separated values."""
    return _imported([Sheet("Table", _read_csv(text), clean(text))], "csv", name, section)


def import_frames(files: Mapping[str, str], name: str) -> Imported:
    """Make one document of the frames that archkit exported as CSV files, by the names of the files."""
    return _imported([Sheet(title, _read_csv(text), clean(text)) for title, text in files.items()], "csv", name)


def import_xlsx(path: Path, section: str = "") -> Imported:
    """Make a document of the sheets of a workbook; formulas give the values that were last shown.

    Raises:
        FileProblem: it is no workbook, or openpyxl is not installed.
    """
    sheets = [
        Sheet(title, table, clean("\n".join("\t".join(row) for row in table))) for title, table in _read_xlsx(path)
    ]
    return _imported(sheets, "xlsx", str(path), section)


def _imported(sheets: Sequence[Sheet], style: str, name: str, section: str = "") -> Imported:
    """Return the document that has each of the sheets in its place."""
    # Points are put behind the options that they belong to, and what is no frame of archkit's keeps its order.
    own = [sheet for sheet in sheets if sheet.title in ORDER]
    order = iter(sorted(own, key=lambda sheet: ORDER.index(sheet.title)))
    sheets = [next(order) if sheet.title in ORDER else sheet for sheet in sheets]
    text = "\n\n".join(sheet.text.rstrip("\n") for sheet in sheets)
    draft = Draft(Source(text, name), style, title=name_of(PurePath(name).name) if name else "")
    frames, first = Frames(), 0
    for sheet in sheets:
        last = first + sheet.text.rstrip("\n").count("\n") + 1
        draft.source.claim(first, last, _place(draft, frames, sheet.table, section, f"Imported: {sheet.title}"))
        first = last + 1
    frames.finish(draft)
    return finished(draft)


def _read_csv(text: str) -> Table:
    sample = text.lstrip("\ufeff")
    # A column of the author's own may have any of them in its title.
    first = _QUOTED.sub("", sample.partition("\n")[0])
    delimiter = max(",;\t|", key=first.count)
    rows: Table = []
    try:
        for row in csv.reader(io.StringIO(sample.replace("\x00", "\ufffd"), newline=""), delimiter=delimiter):
            if any(cell.strip() for cell in row):
                rows.append([plain_cell(cell.strip()) for cell in row])
    except csv.Error:
        return [[line] for line in sample.splitlines() if line.strip()]
    return rows


def _read_xlsx(path: Path) -> list[tuple[str, Table]]:
    try:
        import openpyxl
    except ImportError:
        raise FileProblem(path, "a workbook needs openpyxl", "install it with: pip install 'archkit[xlsx]'") from None
    try:
        with zipfile.ZipFile(path) as packed:
            size = sum(entry.file_size for entry in packed.infolist())
        if size > _MOST_BYTES:
            remedy = f"it has at most {_MOST_BYTES // 1_000_000} MB unpacked; save its sheets as .csv"
            raise FileProblem(path, "the workbook is too large", remedy)
        book = openpyxl.load_workbook(path, read_only=True, data_only=True, keep_vba=False, keep_links=False)
        with closing(book):
            return [(sheet.title, _rows(path, sheet)) for sheet in book.worksheets]
    except _BROKEN as error:
        raise FileProblem(path, f"this is no workbook ({type(error).__name__})", "save it as .xlsx or .csv") from None


def _rows(path: Path, sheet: Any) -> Table:
    rows: Table = []
    for row in sheet.iter_rows(values_only=True, max_row=_MOST_ROWS + 1, max_col=_MOST_COLUMNS + 1):
        cells = [_shown(value) for value in row]
        while cells and not cells[-1]:
            cells.pop()
        if cells:
            rows.append(cells)
        if len(cells) > _MOST_COLUMNS or len(rows) > _MOST_ROWS:
            remedy = f"a sheet has at most {_MOST_ROWS} rows and {_MOST_COLUMNS} columns; name a smaller one"
            raise FileProblem(path, f"the sheet {quoted(str(sheet.title))} is too large", remedy)
    return rows


def _shown(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return number_text(value)
    text = str(value).strip()
    # A date without a time of day.
    return text.removesuffix(" 00:00:00")


def _place(draft: Draft, frames: Frames, table: Table, section: str, name: str) -> str:
    """Put a table where its columns belong, or into a section of its own as it stands; return where it went."""
    if not table:
        return "nothing stands here"
    titles, cells = table[0], table[1:]
    width = max(len(row) for row in table)
    titles = [title or f"Column {number + 1}" for number, title in enumerate([*titles, *[""] * (width - len(titles))])]
    own = "" if section in ROWS else own_frame(titles)
    if own and frames.put(own, titles, cells):
        draft.is_export = True
        return WHERE[own]
    key = section if section in ROWS else best_section(titles)
    rows = rows_of_cells(key, titles, cells) if key and key not in draft.rows else None
    if rows:
        draft.rows[key] = Effort(work_items=rows) if key == "effort" else rows
        return _TITLES[key]
    draft.customs.append(Custom(name, _markdown(titles, cells)))
    return f'custom section "{name}"'


def _markdown(titles: Sequence[str], cells: Table) -> str:
    rows = [[*row, *[""] * (len(titles) - len(row))] for row in cells]
    lines = [titles, ["---"] * len(titles), *rows]
    return "\n".join("| " + " | ".join(map(_cell, line)) + " |" for line in lines)


def _cell(text: str) -> str:
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("\r\n", "\n").replace("\n", "<br>")
