"""The literal table of rules, in the order in which they run."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from archkit.checks import comparison, conflicts, names, totals, values
from archkit.checks.places import line_of
from archkit.errors import Diagnostic, Severity
from archkit.format.manuscript import Manuscript


@dataclass(frozen=True)
class Rule:
    """A rule: its id, how much it matters, the sentence that says what is right, and the function that looks."""

    id: str
    severity: Severity
    right: str
    look: Callable[[Manuscript], Iterator[tuple[tuple[str | int, ...], str]]]


RULES: tuple[Rule, ...] = (
    Rule("conflict", "error", "No merge is left unfinished.", conflicts.markers_left),
    Rule("value", "error", "A value fits its field.", values.values_that_do_not_fit),
    Rule("estimate", "error", "Low ≤ likely ≤ high.", values.estimates_out_of_order),
    Rule(
        "risk-scale", "error", "A step of the risk scale has a word and an interval.", values.steps_without_an_interval
    ),
    Rule("unknown-option", "error", "An option that is named exists.", names.unknown_options),
    Rule("unknown-criterion", "error", "A criterion that is named exists.", names.unknown_criteria),
    Rule("same-name", "error", "Each option has its own name.", names.options_of_one_name),
    Rule("same-id", "error", "Each finding has its own id.", names.findings_of_one_id),
    Rule("unknown-phase", "warning", "A phase that is named exists.", names.unknown_phases),
    Rule("open-gate", "warning", "A must is answered for every option.", comparison.open_gates),
    Rule("open-weight", "warning", "A criterion has a weight where others have one.", comparison.weights_missing),
    Rule("criterion", "error", "Weight, scale and scores of a criterion can be read.", comparison.unreadable_criteria),
    Rule("off-scale", "warning", "A score lies on its criterion's scale.", comparison.scores_off_scale),
    Rule("no-option-named", "warning", "The recommendation opens with the option's name.", names.nothing_recommended),
    Rule("stated-score", "warning", "A stated score is the computed one.", totals.stated_scores),
    Rule("stated-total", "warning", "A stated total is the computed one.", totals.stated_totals),
    Rule("blank", "hint", "No blank of the template is left.", values.blanks_left),
)


def diagnostics(rule: Rule, manuscript: Manuscript) -> Iterator[Diagnostic]:
    """Yield what a rule finds in a manuscript, with line numbers."""
    for path, message in rule.look(manuscript):
        section = str(path[0]) if path and path[0] != "line" else ""
        yield Diagnostic(line_of(manuscript, path), message, rule.severity, rule.id, section)
