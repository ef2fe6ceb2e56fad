"""Why a comparison has no answer yet, in a few words."""

from __future__ import annotations

from collections.abc import Sequence

from archkit.analysis.comparing.compared_option import ComparedOption
from archkit.model.criterion_weights import CriterionWeights


def no_answer(options: Sequence[ComparedOption], weighting: CriterionWeights, criteria: int, unread: str = "") -> str:
    """Return why no option can be ranked; "" where one can.

    Args:
        options: What is known of each option.
        weighting: The weights of the criteria.
        criteria: How many criteria there are.
        unread: Why the comparison is kept as text; "" where it is data.
    """
    if any(option.can_be_ranked for option in options):
        return ""
    if unread:
        return "the comparison is kept as text"
    if not options:
        return "there are no options"
    if not criteria:
        return "there are no criteria"
    out, held = (sum(bool(getattr(option, name)) for option in options) for name in ("out_by", "open_gates"))
    if out == len(options):
        return "every option fails a must"
    if not any(weighting.shares):
        apart = weighting.pairwise is not None and len(weighting.pairwise.groups) > 1
        return "the judgements do not connect all criteria" if apart else "no criterion has a weight above 0"
    if held and all(option.out_by or option.open_gates for option in options):
        return "every option fails a must, or has one that is open" if out else "every option has a must that is open"
    return "no option that passes every must has a score" if out or held else "no option has a score"
