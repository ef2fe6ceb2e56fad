"""What stands below the comparison: how the weights are given, pairwise weights, and the ratings of each person."""

from __future__ import annotations

import pytest

from archkit.format.read import read
from archkit.format.write import write
from archkit.model.comparison import Comparison, Judgement, Rating
from archkit.model.edit import set_value

OPTIONS = "## Technical Approach\n\n### Option 1: Ledger\n\n### Option 2: Table\n\n"
TABLE = "| Criterion | Weight | Ledger | Table |\n|---|---:|---:|---:|\n| Speed | 2 | 3 | 4 |\n| Cost | 1 | 5 | 1 |\n"
SETTINGS = "- Weights: pairwise\n- Reference: Table\n"
PAIRS = "#### Pairwise Weights\n\n| Criterion | Against | Ratio |\n|---|---|---|\n| Speed | Cost | 1/3 |\n"
RATINGS = (
    "#### Ratings\n\n| Rater | Criterion | Weight | Ledger | Table |\n|---|---|---:|---:|---:|\n"
    "| Ana | Speed | 40 | 2–3 | |\n| Ben | Cost | | | 4 |\n"
)
WHOLE = Comparison(
    weights="pairwise",
    reference="Table",
    judgements=(Judgement(criterion="Speed", against="Cost", ratio="1/3"),),
    ratings=(
        Rating(rater="Ana", criterion="Speed", weight="40", scores={"Ledger": "2–3"}),
        Rating(rater="Ben", criterion="Cost", scores={"Table": "4"}),
    ),
)


def text_of(*below: str) -> str:
    return f"{OPTIONS}### Option Comparison\n\n{chr(10).join(below)}\n### Recommended Approach\n"


def below_table(text: str) -> Comparison:
    """What a text gives the comparison beside its options and criteria."""
    manuscript = read(text)
    assert manuscript.diagnostics == ()
    return manuscript.document.comparison.replace(options=(), criteria=())


def test_settings_pairwise_weights_and_ratings_are_read():
    assert below_table(text_of(TABLE, SETTINGS, PAIRS, RATINGS)) == WHOLE


@pytest.mark.parametrize(
    "below",
    [
        (TABLE, SETTINGS, RATINGS, PAIRS),
        (SETTINGS, TABLE, PAIRS, RATINGS),
        (TABLE, "* **Reference**: option 2\n* WEIGHTS: Pair-wise\n", PAIRS, RATINGS),
        (TABLE, SETTINGS, PAIRS.replace("#### Pairwise Weights", "##### **pairwise weights:**"), RATINGS),
        (
            TABLE,
            SETTINGS,
            PAIRS.replace("| Criterion | Against |", "| Against | Criterion |").replace("Speed | Cost", "Cost | Speed"),
            RATINGS,
        ),
        (TABLE, SETTINGS, PAIRS, RATINGS.replace("| Ledger | Table |", "| OPTION 1 | table |")),
        (SETTINGS, PAIRS, RATINGS),
    ],
    ids=[
        "other order",
        "list first",
        "other dress",
        "other headings",
        "other columns",
        "options by number",
        "no table",
    ],
)
def test_other_ways_to_write_them_are_read_the_same(below):
    assert below_table(text_of(*below)) == WHOLE


def test_ratings_without_weights_have_no_such_column():
    text = text_of(TABLE, "#### Ratings\n\n| Rater | Criterion | Table |\n|---|---|---|\n| Ana | Speed | 3 |\n")

    assert below_table(text).ratings == (Rating(rater="Ana", criterion="Speed", scores={"Table": "3"}),)


def test_they_are_written_in_one_form():
    document = read(text_of(TABLE)).document
    below = {key: getattr(WHOLE, key) for key in ("weights", "reference", "judgements", "ratings")}
    document = document.replace(comparison=document.comparison.replace(**below))

    written = write(document)

    assert f"\n\n{SETTINGS}\n{PAIRS}\n{RATINGS}\n" in written
    assert read(written).document.comparison == document.comparison


def test_settings_stand_without_a_criterion():
    document = read(OPTIONS).document.replace(comparison=Comparison(reference="Table"))

    written = write(document)

    assert "### Option Comparison\n\n- Reference: Table\n" in written
    assert read(written).document.comparison == Comparison(reference="Table")


def test_a_comparison_without_them_is_written_as_before():
    text = text_of(TABLE)
    manuscript = read(text)

    again = write(set_value(manuscript.document, ("comparison", "criteria", 0, "weight"), "3"), manuscript)

    assert again.split("\n\n")[4] == (
        "| Criterion | Weight | Ledger | Table |\n|---|---:|---:|---:|\n| Speed | 3 | 3 | 4 |\n"
        "| Cost | 1 | 5 | 1 |\n| **Weighted score** | | **0.62** | **0.56** |"
    )


@pytest.mark.parametrize(
    ("below", "line", "said"),
    [
        ((TABLE, "- Method: AHP\n"), 14, "one line Weights: … and one line Reference: …"),
        ((TABLE, "- Weights: rank\n- Weights: swing\n"), 15, "one line Weights: …"),
        ((TABLE, "- Weights: rank\n  - really\n"), 14, "one line Weights: …"),
        ((TABLE, RATINGS, RATINGS), 23, "one table is expected"),
        ((TABLE, TABLE), 14, "one table is expected"),
        ((TABLE, PAIRS.replace("Ratio", "Factor")), 16, 'the column "Factor" is not understood here'),
        (
            (TABLE, RATINGS.replace("Rater", "Who")),
            16,
            "the ratings begin with the columns Rater, Criterion and Weight",
        ),
        ((TABLE, RATINGS.replace("| Ledger |", "| Option 2 |")), 16, 'two columns name the option "Table"'),
        ((TABLE, "#### Remarks\n\nx\n"), 14, "one table is expected"),
    ],
)
def test_what_is_not_understood_keeps_the_comparison_as_text(below, line, said):
    text = text_of(*below)
    manuscript = read(text)

    [found] = manuscript.diagnostics

    assert said in found.message
    assert found.line == line
    assert write(manuscript.document, manuscript) == text


def test_a_weighting_that_is_none_is_kept_as_typed():
    assert below_table(text_of(TABLE, "- Weights: gut feeling\n")).weights == "gut feeling"
