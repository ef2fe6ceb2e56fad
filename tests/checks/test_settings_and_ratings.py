"""What a check says of how the numbers are computed: ratings, settings, phases that wait, the risk scale."""

from __future__ import annotations

import pytest

from archkit.checks import check
from archkit.format.read import read
from tests.checks.sound import SOUND

#: What stands in the sound document, by the line that it is put above.
_PUT_IN = {
    "### Recommended Approach": """- Weights: direct
- Reference: Outbox table

#### Pairwise Weights

| Criterion | Against | Ratio |
|---|---|---|
| Operability | Cost | 3 |

#### Ratings

| Rater | Criterion | Weight | Event-sourced ledger |
|---|---|---:|---:|
| Ana | Operability | 40 | 3–4 |

""",
    "## Estimated Effort": """### Risk Scale

| Scale | Word | Low | High |
|---|---|---:|---:|
| likelihood | possible | 10 | 40 |
| likelihood | nearly sure | 80 | 99 |

""",
}
_BELOW = """- Distribution: beta-PERT
- Correlation: 0.3
- Draws: 20000
- Team size: 2
- Start: 2027-01-11
"""


def full() -> str:
    text = SOUND
    for line, above in _PUT_IN.items():
        assert f"\n{line}\n" in text
        text = text.replace(f"\n{line}\n", f"\n{above}{line}\n", 1)
    return text.rstrip("\n") + "\n" + _BELOW


def test_ratings_settings_and_a_scale_that_fit_are_nothing_to_mend():
    assert [item for item in check(read(full())) if item.severity != "hint"] == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("Weights: direct", "Weights: AHP", 'weights "AHP" is not one of direct, swing, rank, pairwise'),
        ("Weights: direct", "Weights: swing\n", ""),
        ("Reference: Outbox table", "Reference: Outbox", 'the reference is the option "Outbox", which is not there'),
        ("| Cost | 3 |", "| Costs | 3 |", 'names the criterion "Costs", which is not there; did you mean "Cost"?'),
        ("| Cost | 3 |", "| Cost | 0 |", 'ratio "0" is not understood; use a number above 0, such as 3, or 1/3'),
        ("| Ana | Operability |", "| Ana | Speed |", 'the rating names the criterion "Speed", which is not there'),
        ("| 40 | 3–4 |", "| x | 3–4 |", 'weight "x" is not understood'),
        ("| 40 | 3–4 |", "| 40 | good |", 'Event-sourced ledger: score "good" is not understood'),
        ("| 40 | 3–4 |", "| 40 | 9 |", 'score "9" lies outside the scale 1 … 5'),
        ("Rater | Criterion | Weight | Event-sourced ledger |", "Rater | Criterion | Weight | X |",
         'the rating scores the option "X", which is not there'),
        ("Distribution: beta-PERT", "Distribution: flat", 'distribution "flat" is not one of beta-PERT, triangular'),
        ("Correlation: 0.3", "Correlation: 1.3", "correlation 1.3 does not fit; use a number from 0 to 1"),
        ("Correlation: 0.3", "Correlation: 30 %", 'correlation "30 %" is not a number'),
        ("Draws: 20000", "Draws: 10", "draws 10 does not fit; use a whole number from 100 to 1000000"),
        ("Draws: 20000", "Draws: 1000.5", "draws 1000.5 does not fit; use a whole number"),
        ("Team size: 2", "Team size: 0", "team size 0 does not fit; use a number at least 0.1"),
        ("Start: 2027-01-11", "Start: 2027-02-30", 'start "2027-02-30" is not a date'),
        ("| possible | major |", "| likely | major |", 'use 1–2, a percentage, or one of possible, nearly sure'),
        ("| nearly sure | 80 | 99 |", "| nearly sure | 80 | 120 |", "is above 100 %"),
        ("| likelihood | possible |", "| chance | possible |", 'scale "chance" is not one of likelihood, impact'),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_said_on_its_line(old, new, said):
    text = full().replace(old, new, 1)
    manuscript = read(text)
    assert text != full()
    assert manuscript.diagnostics == ()

    found = [item for item in check(manuscript) if item.severity != "hint" and not item.rule.startswith("stated")]

    if not said:
        assert found == []
        return
    matching = [item for item in found if said in item.message]
    changed = next(at for at, line in enumerate(text.split("\n"), 1) if line not in full().split("\n"))
    assert [item.line for item in matching] in ([changed], [changed + 2]), [str(item) for item in found]


@pytest.mark.parametrize(
    ("weighting", "weight", "said"),
    [
        ("rank", "0", 'weight "0" is no rank; use 1 for the most important criterion'),
        ("rank", "30", ""),
        ("swing", "130", 'weight "130" is no swing; use 0 to 100 points'),
        ("swing", "100", ""),
        ("pairwise", "", ""),
        ("direct", "130", ""),
    ],
)
def test_weights_are_checked_by_the_way_in_which_they_are_given(weighting, weight, said):
    text = full().replace("Weights: direct", f"Weights: {weighting}").replace("good) | 30 |", f"good) | {weight} |")

    found = [item.message for item in check(read(text)) if item.rule == "criterion"]

    assert [said in message for message in found] == ([True] if said else [])


def test_a_phase_that_waits_for_one_that_is_not_there_is_said():
    text = SOUND.replace(
        "## Risks and Mitigations",
        "## Implementation Phases\n1. **Build**: it\n   - After: start\n2. **Test**: it\n   - After: Build; Ship\n\n"
        "## Risks and Mitigations",
    )

    [found] = [item for item in check(read(text)) if item.rule == "unknown-phase"]

    assert found.message == 'the phase names the phase "Ship", which is not there; use 1–2 or a phase\'s name'
