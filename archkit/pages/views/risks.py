"""Risks as a grid and as a table."""

from __future__ import annotations

from archkit.model.fields import fields_of
from archkit.model.risks import IMPACTS, LIKELIHOODS, Risk
from archkit.pages.arrange import Block
from archkit.pages.numbers import RiskNumbers
from archkit.pages.views.page import Context, Page

# From likelihood times impact (1–25) to one of five shades.
_SHADES = ((4, 1), (6, 2), (10, 3), (15, 4), (25, 5))

Numbered = list[tuple[int, Risk, RiskNumbers]]


def risks(page: Page, block: Block) -> Context | None:
    """The grid of the risks that are on both scales, and the table of all with the columns that are used."""
    pairs = zip(page.document.risks, page.numbers.risks, strict=True)
    rows = [(number, risk, at) for number, (risk, at) in enumerate(pairs, 1) if not risk.is_empty]
    if not rows:
        return None
    specs = [spec for spec in fields_of(Risk) if spec.key not in {"risk", "option", "extra"}]
    used = [spec for spec in specs if any(getattr(risk, spec.key) not in ("", None) for _, risk, _ in rows)]
    return {
        "rows": rows,
        "columns": [(spec.key, f"{spec.title} ({spec.unit})" if spec.unit else spec.title) for spec in used],
        "amounts": {spec.key for spec in used if spec.kind == "number"},
        "extra": list(dict.fromkeys(title for _, risk, _ in rows for title in risk.extra)),
        "anchors": {number: page.rich.anchors.new(f"risk-{number}") for number, _, _ in rows},
        "grid": _grid(rows),
        "impacts": IMPACTS,
        "placed": any(at.likelihood and at.impact for _, _, at in rows),
        "unplaced": [number for number, _, at in rows if not (at.likelihood and at.impact)],
    }


def _grid(rows: Numbered) -> list[tuple[str, list[tuple[int, list[int]]]]]:
    """Return the rows of the grid, most likely first: the word, and for each impact the shade and the risks."""
    return [
        (word, [(_shade(likelihood * impact), _at(rows, likelihood, impact)) for impact in range(1, 6)])
        for likelihood, word in reversed(list(enumerate(LIKELIHOODS, 1)))
    ]


def _at(rows: Numbered, likelihood: int, impact: int) -> list[int]:
    return [number for number, _, at in rows if (at.likelihood, at.impact) == (likelihood, impact)]


def _shade(product: int) -> int:
    return next(shade for most, shade in _SHADES if product <= most)
