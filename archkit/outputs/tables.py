"""Every frame of a document as CSV files, or as the sheets of one workbook; no cell is ever a formula."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from math import isfinite
from pathlib import Path
from typing import Any

from archkit.errors import ExportError
from archkit.format.spreadsheet_cells import FORMULA, safe_cell
from archkit.frames import frames
from archkit.frames.shapes import shape_of
from archkit.frames.to_frame import filled_rows
from archkit.model.document import Document
from archkit.model.fields import number_text
from archkit.outputs.made import Made

#: Characters that XML cannot hold, and how many a cell of a workbook can.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LONGEST = 32_767
_WIDEST, _NARROWEST = 60, 8
_EPOCH = (1980, 1, 1, 0, 0, 0)

Cell = str | float | None


def csv_files(document: Document, source: Path | None = None) -> Made:
    """Return a CSV file for each frame that has rows."""
    tables = _tables(document)
    files: dict[str, str | bytes] = {}
    for name, rows in tables.items():
        out = io.StringIO()
        writer = csv.writer(out, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n")
        writer.writerows([_csv_cell(cell) for cell in row] for row in rows)
        files[f"{name}.csv"] = out.getvalue()
    return Made(files, _said(tables), is_folder=True)


def workbook(document: Document, source: Path | None = None) -> Made:
    """Return a workbook with a sheet for each frame that has rows.

    Raises:
        ExportError: openpyxl is not installed.
    """
    try:
        import openpyxl
        from openpyxl.styles import Alignment, Font
    except ImportError:
        raise ExportError('a workbook needs openpyxl; install it with: pip install "archkit[xlsx]"') from None
    tables = _tables(document)
    book = openpyxl.Workbook()
    book.remove(book.active)
    nothing: dict[str, list[list[Cell]]] = {"empty": [["There are no rows."]]}
    for name, rows in (tables or nothing).items():
        sheet = book.create_sheet(name)
        sheet.freeze_panes = "A2"
        for at, row in enumerate(rows, 1):
            for column, cell in enumerate(row, 1):
                _fill(sheet.cell(at, column), cell, Font(bold=at == 1), Alignment(wrap_text=True, vertical="top"))
        for column, cells in enumerate(zip(*rows, strict=True), 1):
            widest = max(len(line) for cell in cells for line in _text(cell).split("\n"))
            sheet.column_dimensions[openpyxl.utils.get_column_letter(column)].width = min(
                max(widest + 2, _NARROWEST), _WIDEST
            )
        sheet.auto_filter.ref = sheet.dimensions
    out = io.BytesIO()
    book.save(out)
    return Made({"frames.xlsx": _same_each_time(out.getvalue())}, _said(tables))


def _tables(document: Document) -> dict[str, list[list[Cell]]]:
    """Return the header and the rows of each frame that has any."""
    found: dict[str, list[list[Cell]]] = {}
    for name, frame in frames(document).items():
        if len(frame):
            numbers = [spec.key for spec in shape_of(name).columns() if spec.kind == "number"]
            at = {frame.columns.get_loc(key): key for key in numbers}
            rows = zip(filled_rows(document, name), frame.itertuples(index=False, name=None), strict=True)
            cells = [
                [_value(cell, getattr(row, at.get(n, ""), None)) for n, cell in enumerate(line)] for row, line in rows
            ]
            found[name] = [[str(title) for title in frame.columns], *cells]
    return found


def _value(cell: Any, typed: object) -> Cell:
    """Return what stands in a cell; what is no number stands there as it was typed."""
    if isinstance(cell, float):
        if isfinite(cell):
            return cell
        return None if typed is None else number_text(typed) if isinstance(typed, float) else str(typed)
    return str(cell)


def _text(cell: Cell) -> str:
    return number_text(cell) if isinstance(cell, float) else cell or ""


def _csv_cell(cell: Cell) -> str | float | int:
    if isinstance(cell, float):
        return int(cell) if cell.is_integer() and abs(cell) < 1e15 else cell
    return safe_cell(cell or "")


def _fill(target: Any, cell: Cell, font: Any, alignment: Any) -> None:
    if isinstance(cell, float):
        target.value = int(cell) if cell.is_integer() and abs(cell) < 1e15 else cell
    elif cell:
        # A text is written as a text whatever it begins with; the mark keeps it one when somebody edits the cell.
        target.value = _ILLEGAL.sub("\ufffd", cell)[:_LONGEST]
        target.data_type = "s"
        target.quotePrefix = bool(FORMULA.match(cell))
    target.font, target.alignment = font, alignment


def _same_each_time(content: bytes) -> bytes:
    """Return a workbook without the time at which it was made, so that the same document gives the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            text = old.read(entry)
            if entry.filename == "docProps/core.xml":
                text = re.sub(rb"(<dcterms:\w+[^>]*>)[^<]*", rb"\g<1>1980-01-01T00:00:00Z", text)
            new.writestr(zipfile.ZipInfo(entry.filename, _EPOCH), text, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _said(tables: dict[str, list[list[Cell]]]) -> str:
    """Return the words of all cells, a row on a line; points stand beside the name of their option."""
    return "\n".join(
        " ; ".join(" ".join(_text(cell).split("\n")) for cell in row) for rows in tables.values() for row in rows
    )
