"""A pasted list or table → rows of one section."""

from __future__ import annotations

import re

from archkit.format.marks import item_mark
from archkit.format.scan import scan
from archkit.importing.draft import Custom, Draft
from archkit.importing.importing import Imported, finished
from archkit.importing.row_columns import ROWS
from archkit.importing.rows import rows_of_cells, rows_of_list, rows_of_table
from archkit.importing.source import Source, name_of
from archkit.model.document import outline
from archkit.model.effort import Effort
from archkit.model.fields import Row
from archkit.model.text import clean

_BULLET = re.compile(r"\s*[•‣◦▪●·–—]\s+")
_TITLES = {spec.key: spec.title for spec in outline()}


def pasted_rows(text: str, section: str) -> tuple[Row, ...]:
    """Return the rows of a section that a pasted list, table or set of lines holds; none where it holds no rows.

    Args:
        text: Bullets of any kind, lines, a Markdown table, or cells as a spreadsheet copies them.
        section: The key of the section: `risks`, `effort`, `findings`, …
    """
    lines = [line for line in clean(text).split("\n") if line.strip()]
    if section not in ROWS or not lines:
        return ()
    if len(lines) > 1 and all("\t" in line for line in lines):
        cells = [[cell.strip() for cell in line.split("\t")] for line in lines]
        if rows := rows_of_cells(section, cells[0], cells[1:]):
            return rows
    blocks = scan(lines)
    if blocks and blocks[0].kind == "table" and (rows := rows_of_table(section, lines)):
        return rows
    bullets = [line if item_mark(line.lstrip()) else f"- {_BULLET.sub('', line).strip()}" for line in lines]
    return rows_of_list(section, bullets) or ()


def import_pasted(text: str, section: str, name: str = "") -> Imported:
    """Make a document whose only section holds the rows of a pasted list."""
    draft = Draft(Source(text, name), f"list of {section}", title=name_of(name) if name else "")
    rows = pasted_rows(text, section)
    if rows:
        draft.rows[section] = Effort(work_items=rows) if section == "effort" else rows
        draft.source.claim(0, len(draft.source.lines), _TITLES[section])
    elif text.strip():
        draft.customs.append(Custom("Imported: List", "\n".join(draft.source.lines).strip("\n")))
        draft.source.claim(0, len(draft.source.lines), 'custom section "Imported: List"')
    return finished(draft)
