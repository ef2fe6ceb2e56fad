"""What a page's script needs of an effort to show it under another correlation."""

from __future__ import annotations

from archkit.analysis.effort_correlations import CorrelatedSum, bends, effort_correlations, option_correlations
from archkit.model.document import Document
from archkit.pages.analyses import EFFORT, compared, estimated, shared_effort
from archkit.pages.kept import kept

#: Of more work items than this, no other correlation is tried in the page.
MOST_ITEMS = 500
# Digits that are enough for 1e-9 of a day.
_DIGITS = 14


@kept(*EFFORT)
def correlated(document: Document) -> tuple[dict[str, CorrelatedSum], dict[str, CorrelatedSum]] | None:
    """Return kinds of work with the total, and options, by their correlation; None where it makes no difference."""
    effort = shared_effort(document)
    if not effort.has_spread or not effort.counted or len(effort.work) > MOST_ITEMS:
        return None
    sums = effort_correlations(effort)
    return (sums, option_correlations(effort)) if any(sums["total"].variance[1:]) else None


def effort_data(document: Document) -> dict[str, object] | None:
    """Return the totals and the options of a document's effort; None where the correlation makes no difference."""
    found = correlated(document)
    if found is None:
        return None
    sums, options = found
    charts = estimated(document)[1]
    places = {option.name: at for at, option in enumerate(compared(document).options)}
    own = {name: at for at, name in enumerate(options)}
    return {
        "correlation": sums["total"].correlation,
        "bends": [_rounded(bend) for bend in bends()],
        "rows": [_row(sums[name]) if name in sums else None for name, _ in charts.totals],
        "options": [[places.get(name, -1), _row(one)] for name, one in options.items()],
        "drawn": [own[name] for name, _ in charts.option_rows],
    }


def _row(one: CorrelatedSum) -> list[object]:
    parts = (one.quantiles, one.variance, one.third)
    return [_rounded(one.mean), *([_rounded(number) for number in part] for part in parts)]


def _rounded(number: float) -> float:
    return float(f"{number:.{_DIGITS}g}")
