"""How firm a comparison is, from what needs no weights to what each rater says; what has nothing to say is left out."""

from __future__ import annotations

from collections.abc import Sequence
from math import isnan
from types import SimpleNamespace

from archkit.analysis.comparing.options_compared import OptionsCompared
from archkit.analysis.comparing.score_changes import ScoreChange
from archkit.pages.charts.bars import legend, score_bars
from archkit.pages.charts.comparing import MOST_SHADES, placed, rank_bars, value_effort
from archkit.pages.views.page import Context, Page
from archkit.pages.views.said import sayer


def firmness(page: Page, compared: OptionsCompared) -> SimpleNamespace:
    """Return every part of the view; None or () for one that has nothing to say."""
    bars = score_bars(page.numbers)
    names = (*compared.table.options, *compared.table.criteria, *(row.rater for row in compared.agreement.by_rater))
    several = len(compared.in_play.options) > 1 and bool(compared.in_play.shares.any())
    has_score = any(option.score is not None for option in page.numbers.options)
    return SimpleNamespace(
        dominance=compared.dominance if len(compared.dominance.table.options) > 1 and has_score else None,
        said=sayer(page.rich, names),
        bars=bars,
        legend=legend(bars),
        has_open=any(segment.is_open for bar in bars for segment in bar.segments),
        pending=[(option.name, option.open_gates) for option in page.numbers.options if option.open_gates],
        unscored=[option.name for option in page.numbers.options if option.score is None],
        **_contributions(page, [bar.name for bar in bars]),
        verdict=compared.verdict if has_score and len(compared.options) > 1 else None,
        turns=_turns(compared) if several else None,
        ranks=_ranks(compared) if several else None,
        regret=compared.regret if several else None,
        value=_value(compared),
        deltas=compared.deltas if compared.comparison.reference and len(compared.options) > 1 else None,
        agreement=compared.agreement if compared.agreement.by_rater else None,
        problems=compared.problems,
    )


def _contributions(page: Page, names: Sequence[str]) -> Context:
    """Return what each criterion adds to each score, and the sums, which are the scores."""
    options = [page.numbers.option(name) for name in names]
    rows = zip(*(option.contributions for option in options), strict=True)
    return {
        "contributions": [(row[0].criterion, [item.amount for item in row]) for row in rows],
        "sums": [option.score for option in options],
    }


def _turns(compared: OptionsCompared) -> SimpleNamespace:
    """Return one row for each criterion: its weight, where the leading option stays ahead, and the nearest score."""
    nearest: dict[str, ScoreChange] = {}
    for change in compared.score_changes.rows:
        best = nearest.get(change.criterion)
        if not isnan(change.change) and (best is None or abs(change.change) < abs(best.change)):
            nearest[change.criterion] = change
    rows = [(row, nearest.get(row.criterion)) for row in compared.weight_intervals.rows]
    return SimpleNamespace(
        leader=compared.weight_intervals.leader,
        stays="stays" if len(compared.weight_intervals.leaders) == 1 else "stay",
        rows=rows,
        notes=(*compared.weight_intervals.notes, *compared.score_changes.notes),
    )


def _ranks(compared: OptionsCompared) -> SimpleNamespace:
    ranks = compared.ranks
    bars = rank_bars(ranks)
    count = len(ranks.table.options)
    shown = min(count, MOST_SHADES)
    labels = [f"rank {place}" + (" and after" if place == MOST_SHADES < count else "") for place in range(1, shown + 1)]
    return SimpleNamespace(
        bars=bars,
        shades=list(enumerate(labels, 1)),
        count=count,
        rows=ranks.rows,
        criteria=ranks.table.criteria,
        central=list(zip(ranks.table.options, ranks.shares.central_weights.tolist(), strict=True)),
        notes=ranks.notes,
    )


def _value(compared: OptionsCompared) -> SimpleNamespace | None:
    frontier = compared.value_for_effort
    plot = value_effort(frontier)
    return SimpleNamespace(plot=plot, rows=placed(frontier), notes=frontier.notes) if plot else None
