"""Worked examples of textbooks on comparing options, as documents that somebody could have written."""

from __future__ import annotations

import numpy as np
import pytest

from archkit.analysis.compare import compare
from archkit.analysis.comparing.agreement import concordance
from archkit.analysis.comparing.regret import largest_regret
from archkit.model.comparison import Comparison, Criterion
from archkit.model.document import Document
from archkit.model.effort import Effort, WorkItem
from archkit.model.options import Option
from archkit.model.pairwise import ACCEPTABLE_RATIO, pairwise_weights


def document(names, criteria, *, scale="", weights="", **fields):
    """Return a document of options and criteria: (name, weight, one score for each option)."""
    rows = tuple(
        Criterion(
            criterion=name, weight=f"{weight:g}", scale=scale, scores=dict(zip(names, map(str, row), strict=True))
        )
        for name, weight, row in criteria
    )
    comparison = Comparison(options=tuple(names), criteria=rows, weights=weights)
    return Document(options=tuple(Option(name=name) for name in names), comparison=comparison, **fields)


def judgements(rows):
    """Return the ratios above the diagonal of a matrix that is given row by row, from the diagonal on."""
    return {(one, one + step): ratio for one, row in enumerate(rows) for step, ratio in enumerate(row) if step}


SCHOOL = [[1, 4, 3, 1, 3, 4], [1, 7, 3, 1 / 5, 1], [1, 1 / 5, 1 / 5, 1 / 6], [1, 1, 1 / 3], [1, 3], [1]]
HOUSE = [
    [1, 5, 3, 7, 6, 6, 1 / 3, 1 / 4],
    [1, 1 / 3, 5, 3, 3, 1 / 5, 1 / 7],
    [1, 6, 3, 4, 6, 1 / 5],
    [1, 1 / 3, 1 / 4, 1 / 7, 1 / 8],
    [1, 1 / 2, 1 / 5, 1 / 6],
    [1, 1 / 5, 1 / 6],
    [1, 1 / 2],
    [1],
]
WEALTH = [
    [1, 4, 9, 6, 6, 5, 5],
    [1, 7, 5, 5, 3, 4],
    [1, 1 / 5, 1 / 5, 1 / 7, 1 / 5],
    [1, 1, 1 / 3, 1 / 3],
    [1, 1 / 3, 1 / 3],
    [1, 2],
    [1],
]


@pytest.mark.parametrize(
    ("matrix", "eigenvalue", "index", "ratio", "shares", "digits"),
    [
        # Saaty, How to make a decision, European Journal of Operational Research 48 (1990), which house to buy.
        (HOUSE, 9.669, 0.238, 0.169, [0.173, 0.054, 0.188, 0.018, 0.031, 0.036, 0.167, 0.333], 0.003),
        # Saaty, A scaling method for priorities, Journal of Mathematical Psychology 15 (1977), the wealth of nations.
        (WEALTH, 7.61, 0.10, 0.08, [0.427, 0.230, 0.021, 0.052, 0.052, 0.123, 0.094], 0.003),
    ],
    ids=["house", "wealth"],
)
def test_the_judgements_of_saaty_give_his_weights_and_their_consistency(
    matrix, eigenvalue, index, ratio, shares, digits
):
    found = pairwise_weights(judgements(matrix), len(matrix))

    assert found.shares == pytest.approx(shares, abs=digits)
    assert found.eigenvalue == pytest.approx(eigenvalue, abs=0.006)
    assert found.consistency_index == pytest.approx(index, abs=0.006)
    assert found.consistency_ratio == pytest.approx(ratio, abs=0.006)


def test_the_school_of_saaty_has_his_weights():
    """Saaty, The Analytic Hierarchy Process (1980), which school to choose; its judgements contradict each other."""
    found = pairwise_weights(judgements(SCHOOL), len(SCHOOL))

    assert [round(share, 2) for share in found.shares] == [0.32, 0.14, 0.03, 0.13, 0.24, 0.14]
    assert found.consistency_ratio is not None and found.consistency_ratio > 2 * ACCEPTABLE_RATIO


OFFICES = ("Addison", "Bilton", "Carlisle", "Denver", "Elton", "Filton", "Gorton")
#: Swings in points and values of the seven offices; their yearly rent in thousands stands in for days of work.
OFFICE_VALUES = [
    ("Closeness to customers", 100, (100, 20, 80, 70, 40, 0, 60)),
    ("Visibility", 80, (60, 80, 70, 50, 60, 0, 100)),
    ("Image", 70, (100, 10, 0, 30, 90, 70, 20)),
    ("Size", 30, (75, 30, 0, 55, 100, 0, 50)),
    ("Comfort", 20, (0, 100, 10, 30, 60, 80, 50)),
    ("Car parking", 10, (90, 30, 100, 90, 70, 0, 80)),
]
RENTS = (30, 15, 5, 12, 30, 15, 10)


def offices():
    work = tuple(
        WorkItem(work_item=f"Rent of {name}", kind="development", option=name, low=rent, likely=rent, high=rent)
        for name, rent in zip(OFFICES, RENTS, strict=True)
    )
    return document(OFFICES, OFFICE_VALUES, scale="0 … 100", weights="swing", effort=Effort(work_items=work))


def test_the_office_of_goodwin_and_wright_has_their_weights_and_benefits():
    """Goodwin & Wright, Decision Analysis for Management Judgment, chapter on multiple objectives: the office location.

    The book rounds the weights to 32, 26, 23, 10, 6 and 3 before it adds up.
    """
    found = compare(offices())

    shares = found.table.shares * 100
    assert list(np.round(shares)) == [32, 26, 23, 10, 6, 3]
    assert list(found.frame["score"] * 100) == pytest.approx([80.8, 39.4, 47.4, 52.3, 64.8, 20.9, 60.2], abs=0.5)
    assert list(found.frame["rank"]) == [1, 6, 5, 4, 2, 7, 3]


def test_the_office_of_goodwin_and_wright_has_their_efficient_frontier():
    frontier = compare(offices()).value_for_effort

    assert {row.option for row in frontier.rows if row.efficient} == {"Addison", "Carlisle", "Gorton"}


def test_swings_become_the_weights_of_clemen():
    """Clemen & Reilly, Making Hard Decisions, chapter on conflicting objectives: swing weights of buying a car."""
    cars = document(("Portalo", "Norushi"), [("Life span", 100, (1, 2)), ("Price", 75, (1, 2)), ("Color", 10, (1, 2))],
                    weights="swing")  # fmt: skip

    assert compare(cars).table.shares == pytest.approx([0.541, 0.405, 0.054], abs=5e-4)


#: Signs against the reference, concept D.
SCREENED = {
    "Ease of handling": "00-00--",
    "Ease of use": "0--00+0",
    "Readability of settings": "00+0+0+",
    "Dose metering accuracy": "0000-00",
    "Durability": "00000+0",
    "Ease of manufacture": "+--00-0",
    "Portability": "++00+00",
}


def test_the_concept_screening_of_ulrich_and_eppinger_counts_as_they_do():
    """Ulrich & Eppinger, Product Design and Development, chapter on concept selection: the syringe, reference D."""
    score = {"-": 2, "0": 3, "+": 4}
    concepts = "ABCDEFG"
    rows = [(name, 1, tuple(score[sign] for sign in signs)) for name, signs in SCREENED.items()]

    found = compare(document(tuple(concepts), rows), reference="D").deltas

    assert {row.option: (row.better, row.same, row.worse) for row in found.rows} == {
        "A": (2, 5, 0),
        "B": (1, 4, 2),
        "C": (1, 3, 3),
        "D": (0, 7, 0),
        "E": (2, 4, 1),
        "F": (2, 3, 2),
        "G": (1, 5, 1),
    }


def test_the_concept_scoring_of_ulrich_and_eppinger_has_their_totals_and_ranks():
    """The second step of the same chapter: ratings from 1 to 5, so a value is (rating − 1) / 4 of theirs."""
    rows = [
        ("Ease of handling", 5, (3, 3, 4, 4)),
        ("Ease of use", 15, (3, 4, 4, 3)),
        ("Readability of settings", 10, (2, 3, 5, 5)),
        ("Dose metering accuracy", 25, (3, 3, 2, 3)),
        ("Durability", 15, (2, 5, 4, 3)),
        ("Ease of manufacture", 20, (3, 3, 2, 2)),
        ("Portability", 10, (3, 3, 3, 3)),
    ]

    found = compare(document(("A", "DF", "E", "G+"), rows)).frame

    assert list(found["score"] * 4 + 1) == pytest.approx([2.75, 3.45, 3.10, 3.05])
    assert list(found["rank"]) == [4, 1, 2, 3]


def test_three_executives_agree_as_little_as_in_siegel():
    """Siegel, Nonparametric Statistics for the Behavioral Sciences (1956): three executives rank six applicants."""
    ranks = np.array([[1, 6, 3, 2, 5, 4], [1, 5, 6, 4, 2, 3], [6, 3, 2, 5, 4, 1]], dtype=float)

    assert concordance(-ranks) == pytest.approx(0.16, abs=0.005)


def test_the_largest_regret_is_that_of_the_lumber_company():
    """Render & Stair, Quantitative Analysis for Management, Thompson Lumber: two markets take the place of criteria.

    Regret is linear in the weights, so over all weights it is largest in one market: the regret of Savage.
    """
    payoff = np.array([[200, 100, 0], [-180, -20, 0]]) / 380 + 180 / 380

    found, at = largest_regret(payoff, payoff)

    assert found * 380 == pytest.approx([180, 100, 200])
    assert at.tolist() == [1, 0, 0]
