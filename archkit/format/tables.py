"""A table of the document: its columns and rows as written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from archkit.errors import quoted
from archkit.format.blocks import Block
from archkit.format.cells import split_cells
from archkit.format.lists import Unreadable
from archkit.model.text import label


@dataclass(slots=True)
class Table:
    """Titles of the columns, rows of cells, and the line (0-based) of each row."""

    line: int
    header: list[str]
    rows: list[list[str]]
    lines: list[int]


def read_table(lines: Sequence[str], block: Block) -> Table:
    """Return the cells of a table block.

    Raises:
        Unreadable: a row has another number of cells than the header, or two columns have one title.
    """
    header = [label(title) for title in split_cells(lines[block.first])]
    counts = Counter(title.casefold() for title in header)
    for title, count in counts.items():
        if count > 1:
            raise Unreadable(block.first, f"two columns are called {quoted(title)}; give each its own title")
    table = Table(block.first, header, [], [])
    for index in range(block.first + 2, block.last):
        cells = split_cells(lines[index])
        if len(cells) != len(header):
            wrong = f"the row has {len(cells)} {'cell' if len(cells) == 1 else 'cells'} and the header {len(header)}"
            raise Unreadable(index, f"{wrong}; write one cell for each column, and \\| for a bar inside a cell")
        table.rows.append(cells)
        table.lines.append(index)
    return table
