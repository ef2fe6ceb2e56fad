"""The evidence as frames and as a small table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from archkit.analysis.evidence.uses import AGAINST, FOR, SCORE, SIDES, Use
from archkit.model.comparison import bare_score
from archkit.model.findings import STRENGTHS

if TYPE_CHECKING:
    import pandas as pd

    from archkit.analysis.evidence.evidence import Evidence, Support

#: How the two rows of pros and cons are headed.
SIDE_TITLES = {FOR: "For (pros)", AGAINST: "Against (cons)"}


def supports(rows: Sequence[Support]) -> pd.DataFrame:
    """Return one row for each score, pro and con."""
    names = ("option", "side", "about", "stated", "findings", "strength", "lack")
    return _texts(names, [(*(getattr(row, name) for name in names),) for row in rows])


def uses(rows: Sequence[Use]) -> pd.DataFrame:
    """Return one row for each place that cites a finding."""
    names = ("finding", "side", "option", "where")
    return _texts(names, [tuple(getattr(row, name) for name in names) for row in rows])


def findings(found: Evidence) -> pd.DataFrame:
    """Return one row for each finding with an id."""
    import pandas as pd

    rows = {finding.id: finding for finding in reversed(found.document.findings) if finding.id}
    names = ("strength", "derived", "source_kind", "reasons", "text")
    frame = _texts(
        names,
        [
            (one.word, one.derived, one.source_kind, "; ".join(one.reasons), rows[name].text)
            for name, one in found.strengths.items()
        ],
    )
    counts: dict[tuple[str, str], int] = {}
    for use in found.uses:
        counts[use.finding, use.side] = counts.get((use.finding, use.side), 0) + 1
    for side in SIDES:
        frame[f"used_{side}"] = pd.Series([counts.get((name, side), 0) for name in found.strengths], dtype=int)
    frame.index = pd.Index(list(found.strengths), dtype="str", name="finding")
    return frame


def map_of(found: Evidence) -> pd.DataFrame:
    """Return criteria, then `for` and `against`, × options, each cell in words."""
    import pandas as pd

    heads, rows = shown(found)
    columns = {name: pd.Series([row[at] for row in rows], dtype="str") for at, name in enumerate(heads[1:], 1)}
    frame = pd.DataFrame(columns)
    frame.index = pd.Index([row[0] for row in rows], dtype="str", name="about")
    return frame


def shown(found: Evidence) -> tuple[list[str], list[list[str]]]:
    """Return the head and the rows of the map, each cell in words."""
    rows = [[title, *(cell_words(found.cell(name, key)) for name in found.options)] for title, key in map_rows(found)]
    return ["", *found.options], rows


def map_rows(found: Evidence) -> list[tuple[str, str]]:
    """Return the title of each row of the map with its key: the criteria, then both sides."""
    return [
        *((name, f"{SCORE} {name}") for name in found.criteria),
        *((SIDE_TITLES[side], side) for side in (FOR, AGAINST)),
    ]


def cell_words(cell: Sequence[Support]) -> str:
    """Return a cell of the map in words: `4 (F2 fair)`, or how many claims are how strong."""
    if not cell:
        return ""
    if cell[0].side == SCORE:
        return f"{bare(cell[0])} ({mark_words(cell[0])})" if cell[0].findings else bare(cell[0])
    words = [item.strength if item.findings else "" for item in cell]
    counted = [(word or "without a finding", words.count(word)) for word in (*STRENGTHS, "")]
    return ", ".join(f"{count} {word}" for word, count in counted if count)


def mark_words(item: Support) -> str:
    """Return what carries a score or a claim: `F2, F5 fair`, or what it lacks."""
    return f"{', '.join(item.findings)} {item.strength}" if item.findings else item.lack


def bare(item: Support) -> str:
    """Return a score without the findings behind it."""
    return bare_score(item.stated)


def _texts(names: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> pd.DataFrame:
    """Return a frame of texts; several ids in a cell stand with commas between them."""
    import pandas as pd

    texts = [[", ".join(cell) if isinstance(cell, tuple) else cell for cell in row] for row in rows]
    return pd.DataFrame(texts, columns=list(names)).astype("str")
