"""Rules about the choice: the numbers that the document states speak for it, or it says why they do not decide."""

from __future__ import annotations

from collections.abc import Iterator

from archkit.checks.review import Found, Review
from archkit.checks.words import Spoken
from archkit.errors import quoted
from archkit.model.comparison import Criterion
from archkit.model.criterion_weights import has_weight
from archkit.model.weighted_score import has_value, score_value

_PATH = ("recommendation", "options")
#: Scores that differ by less are the same for a reader.
_TIE = 0.005


def chosen_options_out(review: Review) -> Iterator[Found]:
    """A recommended option that fails a must."""
    for name in review.chosen:
        if failed := review.scores[name].out_by:
            gates = ", ".join(map(quoted, failed))
            yield _PATH, f"the recommended {quoted(name)} fails the must {gates}; choose another, or change the must"


def dominated_choices(review: Review) -> Iterator[Found]:
    """A recommended option that another one equals or beats on every criterion."""
    comparison = review.document.comparison
    weighed = [item for item in comparison.criteria if has_weight(item) and not item.is_gate]
    for name in review.chosen:
        for other in review.document.option_names:
            if other in review.chosen or review.scores[other].out_by or review.scores[other].open_gates:
                continue
            if _dominates(weighed, other, name):
                message = f"{quoted(other)} is nowhere worse than the recommended {quoted(name)}, and somewhere better"
                yield _PATH, f"{message}; choose it, or add the criterion that decides"
                break


def choices_not_on_top(review: Review) -> Iterator[Found]:
    """A recommended option that scores less than another one, of which the rationale does not speak."""
    scores = {name: score.score for name, score in review.scores.items() if score.score is not None}
    mine = [scores[name] for name in review.chosen if name in scores]
    others = {name: score for name, score in scores.items() if not review.scores[name].out_by}
    if not mine or not others:
        return
    top = max(others, key=lambda name: others[name])
    if others[top] - max(mine) < _TIE:
        return
    if Spoken(review.document.recommendation.rationale, review.document.option_names).has(top):
        return
    message = f"{quoted(top)} scores {others[top]:.2f}, the recommended option {max(mine):.2f}"
    yield _PATH, f"{message}; say why it is not chosen, or mend the scores"


def _dominates(criteria: list[Criterion], better: str, worse: str) -> bool:
    """Whether no value that is open can change that one option is nowhere worse and somewhere better."""
    if not criteria or not all(has_value(item, name) for item in criteria for name in (better, worse)):
        return False
    pairs = [(score_value(item, better)[0], score_value(item, worse)[2]) for item in criteria]
    return all(low >= high for low, high in pairs) and any(low > high for low, high in pairs)
