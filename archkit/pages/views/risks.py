"""Risks as a grid and as a table, what they may cost, and what the words of their scale mean."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import product

from archkit.analysis.risk_grid import risk_grid
from archkit.model.fields import FieldSpec, fields_of
from archkit.model.risk_scales import risk_scale as scale_of
from archkit.model.risks import Risk
from archkit.pages.analyses import charts_of_risk
from archkit.pages.arrange import Block
from archkit.pages.numbers import RiskNumbers
from archkit.pages.views.page import Context, Page

# From how far up both scales together (0–25) to one of five shades.
_SHADES = ((4, 1), (6, 2), (10, 3), (15, 4))
#: A scale of more steps is not drawn as a grid.
_MOST_STEPS = 9
_MOST_COLUMNS = 6

Numbered = list[tuple[int, Risk, RiskNumbers]]


def risks(page: Page, block: Block) -> Context | None:
    """The grid of the risks that are on both scales, the table of all with the columns that are used, and the loss."""
    pairs = zip(page.document.risks, page.numbers.risks, strict=True)
    rows = [(number, risk, at) for number, (risk, at) in enumerate(pairs, 1) if not risk.is_empty]
    if not rows:
        return None
    specs = [spec for spec in fields_of(Risk) if spec.key not in {"risk", "option", "extra"}]
    used = [spec for spec in specs if any(getattr(risk, spec.key) not in ("", None) for _, risk, _ in rows)]
    grid = risk_grid((), scale_of(page.document.risk_scale))
    fits = max(len(grid.likelihoods), len(grid.impacts)) <= _MOST_STEPS
    return {
        "rows": rows,
        "tables": _tables(used),
        "amounts": {spec.key for spec in used if spec.kind == "number"},
        "extra": list(dict.fromkeys(title for _, risk, _ in rows for title in risk.extra)),
        "anchors": page.risk_anchors,
        "closed": {number for number, risk, _ in rows if risk.status.strip().casefold() == "closed"},
        "grid": _grid(rows, grid.likelihoods, len(grid.impacts)) if fits else [],
        "impacts": grid.impacts,
        "placed": fits and any(at.likelihood and at.impact for _, _, at in rows),
        "unplaced": [number for number, _, at in rows if not (at.likelihood and at.impact)],
        "charts": charts_of_risk(page.document),
        "has_scale": any(not row.is_empty for row in page.document.risk_scale),
    }


def _tables(used: Sequence[FieldSpec]) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the tables with their columns: one, or a second one for the mitigations where one would be too wide."""
    mitigation = [spec for spec in used if spec.key.startswith(("mitigation", "residual"))]
    if len(used) <= _MOST_COLUMNS or len(mitigation) < 2:
        return [("Table of risks", [(spec.key, spec.heading) for spec in used])]
    first = [(spec.key, spec.heading) for spec in used if spec not in mitigation]
    return [("Table of risks", first), ("Table of mitigations", [(spec.key, spec.heading) for spec in mitigation])]


def risk_scale(page: Page, block: Block) -> Context | None:
    """The steps of the document's own risk scale."""
    found = [row for row in page.document.risk_scale if not row.is_empty]
    return {"rows": found} if found else None


def _grid(rows: Numbered, words: tuple[str, ...], across: int) -> list[tuple[str, list[tuple[int, list[int]]]]]:
    """Return the rows of the grid, most likely first: the word, and for each impact the shade and the risks."""
    placed: dict[tuple[int | None, int | None], list[int]] = {}
    for number, _, at in rows:
        placed.setdefault((at.likelihood, at.impact), []).append(number)
    shades = _shades(len(words), across)
    return [
        (word, [(shades[up, impact], placed.get((up, impact), [])) for impact in range(1, across + 1)])
        for up, word in reversed(list(enumerate(words, 1)))
    ]


@cache
def _shades(up: int, across: int) -> dict[tuple[int, int], int]:
    """Return the shade of each cell of a grid, by its likelihood and its impact."""
    cells = product(range(1, up + 1), range(1, across + 1))
    return {(likelihood, impact): _shade(likelihood / up, impact / across) for likelihood, impact in cells}


def _shade(likelihood: float, impact: float) -> int:
    return next((shade for most, shade in _SHADES if 25 * likelihood * impact <= most + 1e-9), 5)
