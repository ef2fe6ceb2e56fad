"""How wide the columns of a printed table are, so that nothing is cut off; a table that is too wide is told apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from archkit.printing.blocks import Align, Runs, Table
from archkit.printing.runs import words_of

#: So many letters of one point fit on a line of an A4 page, upright and in landscape.
_UPRIGHT, _LANDSCAPE = 1010.0, 1560.0
#: Columns of one table; what is wider is printed in several.
MOST_COLUMNS = 14
#: More columns than this need a page in landscape.
_UPRIGHT_COLUMNS = 9
#: A word that is longer may be broken.
_LONGEST_WORD = 16
#: Letters that the room around a cell takes, and how much wider than the mean letter those of one word can be.
_EDGE, _WIDE = 2.4, 1.15


def tables(head: tuple[Runs, ...], rows: tuple[tuple[Runs, ...], ...], aligns: tuple[Align, ...]) -> Iterator[Table]:
    """Yield a table with the width of its columns; in parts that begin with its first column when it is too wide."""
    count = len(head)
    step = MOST_COLUMNS - 1
    starts = range(1, count, step) if count > MOST_COLUMNS else (1,)
    for start in starts:
        end = start + step if count > MOST_COLUMNS else count
        kept = [0, *range(start, min(end, count))] if count else []
        part = Table(
            tuple(head[at] for at in kept),
            tuple(tuple(row[at] for at in kept) for row in rows),
            tuple(aligns[at] for at in kept),
        )
        yield _sized(part)


def _sized(table: Table) -> Table:
    columns = len(table.head)
    is_wide = columns > _UPRIGHT_COLUMNS
    size = 9.0 if columns <= 6 else 8.5 if columns <= _UPRIGHT_COLUMNS else 7.5
    room = (_LANDSCAPE if is_wide else _UPRIGHT) / size
    texts = [[words_of(cell) for cell in cells] for cells in zip(table.head, *table.rows, strict=True)]
    least = [min(max(map(_longest_word, column)), _LONGEST_WORD) * _WIDE + _EDGE for column in texts]
    # Few long cells in a column of short ones deserve less room than a column of long ones.
    most = [max(low, _typical(column) + _EDGE) for low, column in zip(least, texts, strict=True)]
    if sum(most) <= room:
        widths = most
    elif sum(least) >= room:
        widths = [low * room / sum(least) for low in least]
    else:
        spare, wanted = room - sum(least), sum(most) - sum(least)
        widths = [low + spare * (high - low) / wanted for low, high in zip(least, most, strict=True)]
    fits = sum(least) < room
    letters = [max(2, _LONGEST_WORD if fits else 2, int((width - _EDGE) / _WIDE)) for width in widths]
    shares = tuple(round(width / room, 4) for width in widths)
    return replace(table, shares=shares, letters=tuple(letters), size=size, is_wide=is_wide)


def _longest_word(text: str) -> int:
    return max((len(word) for word in text.split()), default=1)


def _typical(column: list[str]) -> float:
    lengths = [max(map(len, text.split("\n"))) if text else 0 for text in column]
    longest = max(lengths)
    return longest if longest <= 28 else 28 + (longest - 28) ** 0.75
