"""Weights from pairwise judgements, against published ones and numpy's eigenvectors."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archkit.model.pairwise import RANDOM_INDEX, pairwise_weights

CASES = {
    case["name"]: case
    for case in json.loads((Path(__file__).parents[1] / "data" / "published_cases.json").read_text("utf-8"))
}
SAATY = [1 / 9, 1 / 7, 1 / 5, 1 / 3, 1 / 2, 1.0, 2.0, 3.0, 5.0, 7.0, 9.0]


def upper(matrix):
    count = len(matrix)
    return {(one, two): matrix[one][two] for one in range(count) for two in range(one + 1, count)}


def principal(ratios, count):
    """Return the weights and the eigenvalue that numpy finds for a complete matrix."""
    matrix = np.eye(count)
    for (one, two), ratio in ratios.items():
        matrix[one, two], matrix[two, one] = ratio, 1 / ratio
    values, vectors = np.linalg.eig(matrix)
    at = values.real.argmax()
    vector = np.abs(vectors[:, at].real)
    return vector / vector.sum(), values.real[at]


def test_the_drinks_of_saaty():
    """Saaty, Decision making with the analytic hierarchy process, Int. J. Services Sciences 1 (2008), table 3."""
    case = CASES["ahp_saaty_drinks"]

    found = pairwise_weights(upper(case["inputs"]["pairwise"]), 7)

    assert found.shares == pytest.approx(case["expected"]["weights"], abs=case["tolerance"])
    assert found.eigenvalue == pytest.approx(7.1766, abs=5e-5)
    assert found.consistency_ratio == pytest.approx(0.0223, abs=5e-5)


@pytest.mark.parametrize(
    ("ratios", "count", "shares", "ratio"),
    [
        # Experience, education, charisma, age.
        (
            {(0, 1): 4, (0, 2): 3, (0, 3): 7, (1, 2): 1 / 3, (1, 3): 3, (2, 3): 5},
            4,
            [0.547, 0.127, 0.270, 0.056],
            0.044,
        ),
        # Tom, Dick and Harry with respect to experience; printed as 0.035, by a random index of 0.52 in place of 0.58.
        ({(0, 1): 1 / 4, (0, 2): 4, (1, 2): 9}, 3, [0.217, 0.717, 0.066], 0.032),
    ],
)
def test_the_choice_of_a_leader(ratios, count, shares, ratio):
    """Wikipedia, Analytic hierarchy process – leader example: weights and consistency ratio as printed."""
    found = pairwise_weights(ratios, count)

    assert found.shares == pytest.approx(shares, abs=6e-4)
    assert found.consistency_ratio == pytest.approx(ratio, abs=5e-4)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_the_eigenvector_is_the_one_that_numpy_finds(data):
    count = data.draw(st.integers(2, 12))
    ratios = {(one, two): data.draw(st.sampled_from(SAATY)) for one in range(count) for two in range(one + 1, count)}

    found = pairwise_weights(ratios, count)
    shares, eigenvalue = principal(ratios, count)

    assert found.shares == pytest.approx(shares, abs=1e-9)
    assert found.eigenvalue == pytest.approx(eigenvalue, rel=1e-9)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.floats(0.01, 1), min_size=2, max_size=9), st.data())
def test_consistent_judgements_give_back_their_weights_also_with_gaps(weights, data):
    count = len(weights)
    pairs = [(one, two) for one in range(count) for two in range(one + 1, count)]
    kept = data.draw(st.sets(st.sampled_from(pairs))) | {(at, at + 1) for at in range(count - 1)}

    found = pairwise_weights({pair: weights[pair[0]] / weights[pair[1]] for pair in kept}, count)

    assert found.shares == pytest.approx(np.array(weights) / sum(weights), rel=1e-6)
    assert found.eigenvalue == pytest.approx(count)
    assert len(found.missing) == len(pairs) - len(kept)
    assert (found.consistency_ratio is None) == bool(found.missing)


def test_the_order_of_the_criteria_does_not_matter():
    ratios = {(0, 1): 3.0, (0, 2): 5.0, (1, 2): 1.0}
    turned = {(2, 1): 3.0, (2, 0): 5.0, (1, 0): 1.0}

    assert pairwise_weights(ratios, 3).shares == pytest.approx(pairwise_weights(turned, 3).shares[::-1])


def test_judgements_that_do_not_connect_all_criteria_give_no_weights():
    found = pairwise_weights({(0, 1): 2.0, (2, 3): 2.0}, 4)

    assert found.shares == ()
    assert found.groups == ((0, 1), (2, 3))


def test_one_criterion_is_consistent_and_two_are():
    assert pairwise_weights({}, 1).shares == (1.0,)
    assert pairwise_weights({(0, 1): 4.0}, 2).shares == pytest.approx([0.8, 0.2])
    assert pairwise_weights({(0, 1): 4.0}, 2).consistency_ratio == 0.0
    assert pairwise_weights({}, 0).shares == ()


def test_above_fifteen_criteria_there_is_no_random_index():
    count = len(RANDOM_INDEX) + 1
    ratios = {(one, two): 1.0 for one in range(count) for two in range(one + 1, count)}

    found = pairwise_weights(ratios, count)

    assert found.consistency_ratio is None
    assert found.shares == pytest.approx([1 / count] * count)
