"""Criteria × options as a table and as bars."""

from __future__ import annotations

from dataclasses import dataclass

from archkit.model.comparison import Criterion, is_no, is_yes, read_score, read_weight
from archkit.pages.arrange import Block
from archkit.pages.charts.bars import legend, score_bars
from archkit.pages.views.page import Context, Page


@dataclass(frozen=True)
class Cell:
    """A score as the document has it, and how certain it is: sure, range, blank, yes, no or unclear."""

    text: str
    mark: str


def comparison(page: Page, block: Block) -> Context | None:
    """The comparison table with its computed rows, and the bars above it."""
    found = page.document.comparison
    columns = found.options or page.document.option_names
    criteria = [item for item in found.criteria if not item.is_empty]
    if not criteria or not columns:
        return None
    total = sum(read_weight(item.weight) or 0 for item in criteria if not item.is_gate)
    rows = [(item, _share(item, total), [_cell(item, name) for name in columns]) for item in criteria]
    bars = score_bars(page.numbers)
    return {
        "columns": columns,
        "chosen": set(page.document.recommendation.options),
        "criteria": rows,
        "results": [page.numbers.option(name) for name in columns],
        "marks": {cell.mark for _, _, cells in rows for cell in cells},
        "bars": bars,
        "legend": legend(bars),
    }


def _share(item: Criterion, total: float) -> str:
    weight = read_weight(item.weight)
    return f"{weight / total:.0%}" if weight is not None and total else item.weight


def _cell(item: Criterion, option: str) -> Cell:
    score = item.scores.get(option, "")
    if not score:
        return Cell("", "blank")
    if item.is_gate:
        return Cell(score, "no" if is_no(score) else "yes" if is_yes(score) else "unclear")
    ends = read_score(score)
    return Cell(score, "unclear" if ends is None else "range" if ends[0] != ends[1] else "sure")
