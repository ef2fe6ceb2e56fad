"""The literal table of rules, in the order in which they run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from archkit.checks import (
    choice,
    comparison,
    components,
    conflicts,
    criteria,
    effort,
    evidence,
    links,
    names,
    options,
    recommendation,
    risks,
    totals,
    values,
    wording,
)
from archkit.checks.review import Found, Review
from archkit.errors import Severity
from archkit.model.document import Document
from archkit.model.edit import Path


@dataclass(frozen=True)
class Rule:
    """A rule.

    Attributes:
        id: What it is called in settings, suppressions and reports.
        severity: How much it matters.
        right: The sentence that says what is right.
        look: Yields where something is wrong, and what.
        fix: Returns the document with one finding mended, None where a person has to decide.
        strict: Whether its hints are errors in strict mode.
        rewrites: The section that is written anew to mend it, as what is wrong is not data.
    """

    id: str
    severity: Severity
    right: str
    look: Callable[[Review], Iterator[Found]]
    fix: Callable[[Review, Document, Path], Document | None] | None = None
    strict: bool = False
    rewrites: str = ""


def _nothing(review: Review) -> Iterator[Found]:
    """Return nothing: others look for this."""
    found: Iterable[Found] = ()
    return iter(found)


#: What reading reports.
FORMAT = Rule("format", "error", "The file can be read as the template's sections.", _nothing)

RULES: tuple[Rule, ...] = (
    Rule("conflict", "error", "No merge is left unfinished.", conflicts.markers_left),
    Rule("value", "error", "A value fits its field.", values.values_that_do_not_fit, values.use_nearest_word),
    Rule("estimate", "error", "Low ≤ likely ≤ high.", values.estimates_out_of_order, effort.turn_estimate_round),
    Rule(
        "risk-scale", "error", "A step of the risk scale has a word and an interval.", values.steps_without_an_interval
    ),
    Rule("unknown-option", "error", "An option that is named exists.", names.unknown_options, names.use_nearest_option),
    Rule(
        "unknown-criterion",
        "error",
        "A criterion that is named exists.",
        names.unknown_criteria,
        names.use_nearest_criterion,
    ),
    Rule("same-name", "error", "Each option has its own name.", names.options_of_one_name),
    Rule("same-id", "error", "Each finding has its own id.", names.findings_of_one_id),
    Rule("unknown-phase", "warning", "A phase that is named exists.", names.unknown_phases, names.use_nearest_phase),
    Rule("open-gate", "warning", "A must is answered for every option.", comparison.open_gates),
    Rule("open-weight", "warning", "A criterion has a weight where others have one.", comparison.weights_missing),
    Rule("criterion", "error", "Weight, scale and scores of a criterion can be read.", comparison.unreadable_criteria),
    Rule("off-scale", "warning", "A score lies on its criterion's scale.", comparison.scores_off_scale),
    Rule("no-option-named", "warning", "The recommendation opens with the option's name.", names.nothing_recommended),
    Rule(
        "stated-score",
        "warning",
        "A stated score is the computed one.",
        totals.stated_scores,
        rewrites="comparison",
    ),
    Rule(
        "stated-total",
        "warning",
        "A stated total is the computed one, or the sum of what stands beside it.",
        totals.stated_totals,
        rewrites="effort",
    ),
    Rule("gated-choice", "error", "The recommended option passes every must.", choice.chosen_options_out),
    Rule(
        "dominated-choice",
        "warning",
        "No other option is at least as good as the recommended one on everything.",
        choice.dominated_choices,
    ),
    Rule(
        "not-on-top",
        "warning",
        "The recommended option has the best score, or the recommendation speaks of the one that has.",
        choice.choices_not_on_top,
    ),
    Rule(
        "uncited-recommendation",
        "warning",
        "The recommendation cites the findings that it rests on.",
        recommendation.uncited_recommendation,
    ),
    Rule(
        "unanswered-con",
        "hint",
        "The recommendation answers the strongest con of the chosen option.",
        recommendation.unanswered_cons,
        strict=True,
    ),
    Rule(
        "unexplained-rejection",
        "hint",
        "The recommendation says of each other option why not.",
        recommendation.unexplained_rejections,
        strict=True,
    ),
    Rule(
        "clear-winner",
        "warning",
        "Words of a clear winner stand over clear numbers only.",
        recommendation.clear_winner_words,
    ),
    Rule(
        "unsupported-claim",
        "hint",
        "A pro or con cites a finding, or says that it is an assumption.",
        evidence.unsupported_claims,
        strict=True,
    ),
    Rule("undefined-citation", "error", "An id that is cited belongs to a finding.", evidence.undefined_citations),
    Rule("unused-finding", "hint", "A finding is cited somewhere.", evidence.unused_findings),
    Rule("undated-finding", "hint", "A finding says when somebody looked.", evidence.undated_findings, strict=True),
    Rule(
        "bare-strength",
        "hint",
        "A strength that overrules the derived one has a reason.",
        evidence.strengths_without_reason,
        strict=True,
    ),
    Rule("old-finding", "warning", "A finding was looked at within the limit.", evidence.old_findings),
    Rule("duplicate-finding", "warning", "A finding is said once.", evidence.duplicate_findings),
    Rule("swallowed-label", "warning", "A label has a blank line above it.", options.swallowed_labels),
    Rule("one-sided-option", "hint", "An option has pros and cons.", options.one_sided_options),
    Rule("no-status-quo", "hint", "One option keeps things as they are.", options.nothing_as_it_is),
    Rule("flat-criterion", "hint", "A criterion tells the options apart.", criteria.criteria_that_do_not_tell_apart),
    Rule("no-anchors", "hint", "A criterion with a weight says its worst and best.", criteria.scales_without_ends),
    Rule(
        "missing-score",
        "hint",
        "No score is missing that may change the order.",
        criteria.missing_scores,
        strict=True,
    ),
    Rule("same-criterion", "hint", "A criterion counts once.", criteria.criteria_that_say_the_same),
    Rule("no-mitigation", "hint", "A risk says how it is handled.", risks.unmitigated_risks, strict=True),
    Rule("high-loss", "warning", "A likely and severe risk has a mitigation.", risks.high_losses_open),
    Rule("no-owner", "hint", "A risk has an owner.", risks.risks_without_owner, strict=True),
    Rule(
        "unmapped-word",
        "hint",
        "The impact of a risk is on the scale.",
        risks.unmapped_words,
        risks.use_nearest_impact,
    ),
    Rule("narrow-estimate", "hint", "The range of an estimate is one.", effort.narrow_estimates),
    Rule(
        "no-percentile",
        "hint",
        "Effort that is quoted says how likely it is kept.",
        effort.totals_without_percentile,
        strict=True,
    ),
    Rule("phase-without-work", "hint", "A phase has work items.", effort.phases_without_work),
    Rule("work-without-phase", "hint", "A work item belongs to a phase.", effort.work_without_phase),
    Rule(
        "component-without-flow", "hint", "A component takes part in the data flow.", components.components_without_flow
    ),
    Rule("vague-word", "hint", "Speed and size are said in numbers.", wording.vague_words),
    Rule("empty-section", "hint", "A heading has something below it.", wording.empty_sections, strict=True),
    Rule(
        "review-passed",
        "warning",
        "The next review of a decision that still holds lies ahead.",
        evidence.review_day_passed,
    ),
    Rule("broken-link", "warning", "A relative link leads to a file.", links.broken_links),
    Rule(
        "blank",
        "hint",
        "No blank is left, neither the template's nor one such as TODO.",
        values.blanks_left,
        strict=True,
    ),
    Rule("suppression", "warning", "A suppression has a rule, a reason and something to suppress.", _nothing),
)
