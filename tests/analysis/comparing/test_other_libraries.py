"""Scores and pairwise weights beside those of pyrepo-mcda, which knows neither fixed scales nor documents."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from pyrepo_mcda.mcda_methods import AHP, SAW

from archkit.analysis.compare import compare
from archkit.model.pairwise import pairwise_weights

CASES = {
    case["name"]: case
    for case in json.loads((Path(__file__).parents[2] / "data" / "published_cases.json").read_text("utf-8"))
}
DRINKS = np.array(CASES["ahp_saaty_drinks"]["inputs"]["pairwise"])
# The ends of the scales of the worked example, and its scores with the middle of what is open: worst, best, scores.
SCALES = {
    "First consumer live": (60, 10, (35, 50, 25, 10)),
    "Operation by a team of six": (1, 5, (3, 2, 3.5, 2)),
    "Room to grow": (1, 5, (4, 5, 3, 1)),
    "Reading past events again": (1, 5, (2, 5, 4, 1)),
    "Delay from commit to consumer, p99": (1000, 50, (65, 525, 240, 420)),
    "Running cost": (2500, 0, (600, 1400, 150, 0)),
}
POINTS = np.array([100, 100, 60, 60, 40, 40])


def judged(seed: int, count: int) -> np.ndarray:
    """Return judgements that contradict each other somewhat, as those of people do."""
    rng = np.random.default_rng(seed)
    weights = rng.uniform(1, 9, count)
    matrix = np.outer(weights, 1 / weights) * np.exp(rng.normal(0, 0.3, (count, count)))
    return np.triu(matrix, 1) + np.triu(1 / matrix, 1).T + np.eye(count)


def test_the_scores_of_the_example_are_its_simple_additive_weighting(example):
    worst, best, scores = (np.array(column, dtype=float) for column in zip(*SCALES.values(), strict=True))
    weighting = SAW(normalization_method=lambda matrix, types: (matrix - worst) / (best - worst))

    expected = weighting(scores.T, POINTS / POINTS.sum(), np.where(best > worst, 1, -1))

    found = compare(example)
    assert found.contributions.index.tolist() == list(SCALES)
    assert found.frame["score"].tolist() == pytest.approx(expected.tolist(), abs=1e-12)


@pytest.mark.parametrize("matrix", [DRINKS, *(judged(seed, 3 + seed) for seed in range(7))], ids=len)
def test_weights_and_consistency_of_judgements_are_those_of_its_analytic_hierarchy_process(matrix, capsys):
    count = len(matrix)

    found = pairwise_weights(
        {(one, two): matrix[one, two] for one in range(count) for two in range(one + 1, count)}, count
    )

    assert found.shares == pytest.approx(AHP()._calculate_eigenvector(matrix).tolist(), abs=1e-9)
    AHP()._check_consistency(matrix)
    said = capsys.readouterr().out.removeprefix("Inconsistency index: ").split()[0]
    assert found.consistency_ratio == pytest.approx(float(said), abs=1e-9)
