"""CSV and XLSX → a document with rows: columns by their titles, the author's own columns kept."""

from __future__ import annotations

import csv
import io
import re
import zipfile
import zlib
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from archkit.errors import FileProblem, quoted
from archkit.format.spreadsheet_cells import plain_cell
from archkit.importing.draft import Custom, Draft
from archkit.importing.importing import Imported, finished
from archkit.importing.row_columns import ROWS, best_section
from archkit.importing.rows import rows_of_cells
from archkit.importing.source import Source, name_of
from archkit.model.document import outline
from archkit.model.effort import Effort
from archkit.model.fields import number_text

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


def import_csv(text: str, name: str = "", section: str = "") -> Imported:
    """Make a document of a table of comma-, semicolon- or tab-separated values."""
    table = _read_csv(text)
    draft = Draft(Source(text, name), "csv", title=name_of(name) if name else "")
    _place(draft, table, section, "Imported: Table")
    draft.source.claim(0, len(draft.source.lines), _went(draft))
    return finished(draft)


def import_xlsx(path: Path, section: str = "") -> Imported:
    """Make a document of the sheets of a workbook; formulas give the values that were last shown.

    Raises:
        FileProblem: it is no workbook, or openpyxl is not installed.
    """
    sheets = _read_xlsx(path)
    text = "\n\n".join("\n".join("\t".join(row) for row in table) for _, table in sheets)
    draft = Draft(Source(text, str(path)), "xlsx", title=name_of(path.name))
    for title, table in sheets:
        _place(draft, table, section, f"Imported: {title}")
    draft.source.claim(0, len(draft.source.lines), _went(draft))
    return finished(draft)


def _went(draft: Draft) -> str:
    parts = [_TITLES[key] for key in draft.rows] + [f'custom section "{custom.name}"' for custom in draft.customs]
    return ", ".join(parts) or "nothing stands here"


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


def _place(draft: Draft, table: Table, section: str, name: str) -> None:
    """Put a table into the section that its columns describe, or into one of its own as it stands."""
    if not table:
        return
    titles, cells = table[0], table[1:]
    width = max(len(row) for row in table)
    titles = [title or f"Column {number + 1}" for number, title in enumerate([*titles, *[""] * (width - len(titles))])]
    key = section if section in ROWS else best_section(titles)
    rows = rows_of_cells(key, titles, cells) if key and key not in draft.rows else None
    if rows:
        draft.rows[key] = Effort(work_items=rows) if key == "effort" else rows
        return
    draft.customs.append(Custom(name, _markdown(titles, cells)))


def _markdown(titles: Sequence[str], cells: Table) -> str:
    rows = [[*row, *[""] * (len(titles) - len(row))] for row in cells]
    lines = [titles, ["---"] * len(titles), *rows]
    return "\n".join("| " + " | ".join(map(_cell, line)) + " |" for line in lines)


def _cell(text: str) -> str:
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("\r\n", "\n").replace("\n", "<br>")
