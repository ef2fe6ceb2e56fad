"""Options at a glance: score, merits, support, effort and risk of each. It ranks, and recommends nothing."""

from __future__ import annotations

from archkit.analysis.comparing.compared_option import ComparedOption as ComparedOption
from archkit.analysis.comparing.compared_option import compared_option, ranked
from archkit.analysis.comparing.draws import DRAWS, SEED, checked
from archkit.analysis.comparing.options_compared import OptionsCompared as OptionsCompared
from archkit.analysis.comparing.options_compared import Weighed as Weighed
from archkit.analysis.comparing.options_compared import weighed
from archkit.analysis.comparing.problems import comparison_problems, split_raters
from archkit.analysis.comparing.rater_agreement import rated_cells
from archkit.analysis.comparing.value_table import value_table
from archkit.analysis.document_effort import document_effort
from archkit.analysis.option_exposure import exposure
from archkit.analysis.risk_intervals import RiskInterval, homeless_risks, risk_intervals
from archkit.analysis.total_effort import TotalEffort
from archkit.errors import AnalysisError, nearest, quoted
from archkit.model.agreed_scores import with_ratings
from archkit.model.comparison import Comparison
from archkit.model.criterion_weights import criterion_weights
from archkit.model.document import Document
from archkit.model.one_spelling import one_spelling
from archkit.model.option_named import option_named
from archkit.model.options import Option
from archkit.model.weighted_score import weighted_scores


def compare(
    document: Document,
    *,
    reference: str | None = None,
    draws: int = DRAWS,
    seed: int = SEED,
    effort: TotalEffort | None = None,
    risks: tuple[RiskInterval, ...] | None = None,
) -> OptionsCompared:
    """Compare the options of a document.

    Weights are normalised over the criteria that are no gates; scales have fixed ends, so that another option never
    changes the order of the others. Without criteria, weights or scores an option has no score (NaN) and no rank, and
    a message says why.

    Args:
        document: The document.
        reference: The option that the others are set against; the document's own when None, else the first.
        draws: Number of draws of weights and open scores, from 1 to 200,000.
        seed: The same seed gives the same numbers.
        effort: The document's effort where it is known already; computed here when None.
        risks: What `risk_intervals` gives for it, likewise.

    Raises:
        AnalysisError: there is no option `reference`, or `draws` or `seed` does not fit.

    Source: Belton & Stewart, Multiple Criteria Decision Analysis (2002), ch. 5.
    """
    checked(draws, seed)
    comparison = one_spelling(document.comparison, document.option_names)
    comparison = comparison.replace(criteria=tuple(item for item in comparison.criteria if not item.is_empty))
    names = _names(document, comparison)
    weights = criterion_weights(comparison)
    effort = effort or document_effort(document)
    risks = risk_intervals(document) if risks is None else risks
    named = {option.name: option for option in reversed(document.options)}
    scores = weighted_scores(comparison, names)
    options = ranked(
        [
            compared_option(
                named.get(name, Option(name=name)), scores[name], effort, exposure(document, name, risks=risks)
            )
            for name in names
        ]
    )
    counted = with_ratings(comparison)
    unread = next((place.unread for place in document.layout if place.part == "comparison" and place.unread), "")
    against, chosen, unknown = _reference(reference, comparison, names)
    return OptionsCompared(
        options=options,
        criteria=weighed(value_table(counted.criteria, weights.shares, names, weights.possible)),
        problems=(
            *comparison_problems(counted, weights, options, unread),
            *split_raters(rated_cells(comparison, weights, names)),
            *unknown,
            *homeless_risks(risks, names),
        ),
        comparison=comparison,
        weighting=weights,
        reference=against,
        chosen=chosen,
        draws=draws,
        seed=seed,
        effort_assumptions=effort.settings.sentence if effort.work else "",
        unread=unread,
    )


def _names(document: Document, comparison: Comparison) -> tuple[str, ...]:
    scores = [*(item.scores for item in comparison.criteria), *(rating.scores for rating in comparison.ratings)]
    return tuple(
        dict.fromkeys((*document.option_names, *comparison.options, *(name for given in scores for name in given)))
    )


def _reference(asked: str | None, comparison: Comparison, names: tuple[str, ...]) -> tuple[str, str, tuple[str, ...]]:
    """Return the reference, how it was chosen, and what is wrong with the document's own."""
    if asked is not None:
        if found := option_named(asked, names):
            return found, "as asked for", ()
        close = nearest(asked, names)
        right = f"did you mean {quoted(close)}?" if close else f"the options are {', '.join(map(quoted, names))}"
        raise AnalysisError(f"there is no option {quoted(asked)} to set the others against; {right}")
    found = option_named(comparison.reference, names)
    if found:
        return found, "as the document says", ()
    unknown = f"the reference {quoted(comparison.reference)} is no option, so the first option takes its place"
    return next(iter(names), ""), "the first option", (unknown,) if comparison.reference else ()
