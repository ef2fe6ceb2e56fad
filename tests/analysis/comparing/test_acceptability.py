"""Ranks over all weights: exact cases, published ones, other libraries, and what must not matter."""

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pymcdm.methods import WSM
from scipy.stats import rankdata

from archkit.analysis.comparing.acceptability import chance_ahead, open_values, rank_acceptability
from archkit.analysis.comparing.draws import numbered, weight_draws
from archkit.errors import AnalysisError

CASES = {
    case["name"]: case
    for case in json.loads((Path(__file__).parents[2] / "data" / "published_cases.json").read_text("utf-8"))
}


def random_problem(seed, criteria=5, options=4):
    rng = np.random.default_rng(seed)
    low = rng.random((criteria, options))
    return low, np.minimum(1.0, low + rng.random((criteria, options)) * 0.4)


def test_two_criteria_are_exact():
    """Closed form: the share of the weight of the first criterion at which each option has each rank."""
    case = CASES["smaa2_exact_two_criteria"]
    values = np.array(case["inputs"]["value_matrix"]).T

    found = rank_acceptability(values, values, draws=200_000)

    assert found.acceptability == pytest.approx(np.array(case["expected"]["rank_acceptability"]), abs=case["tolerance"])
    # The first option wins for weights from 0.6 to 1 of the first criterion; the centre of these is 0.8.
    assert found.central_weights == pytest.approx(np.array([[0.8, 0.2], [0.2, 0.8], [0.5, 0.5]]), abs=0.003)
    assert list(found.confidence) == [1.0, 1.0, 1.0]


def test_three_options_that_are_each_best_on_one_criterion_share_the_first_rank():
    """By symmetry each is first with a third of all weights, and its central weights are 11/18, 7/36, 7/36.

    Those are the centroid of the weights of which the own criterion has the most: the mean of the two rankings.
    """
    found = rank_acceptability(np.eye(3), np.eye(3), draws=200_000)

    assert found.acceptability == pytest.approx(np.full((3, 3), 1 / 3), abs=0.004)
    assert found.central_weights[0] == pytest.approx([11 / 18, 7 / 36, 7 / 36], abs=0.003)


def test_an_open_score_is_equally_likely_everywhere_in_its_range():
    low, high = np.array([[0.0, 0.25]]), np.array([[1.0, 0.25]])

    found = rank_acceptability(low, high, draws=100_000)

    assert found.acceptability[0] == pytest.approx([0.75, 0.25], abs=0.005)
    assert found.confidence == pytest.approx([0.75, 0.25], abs=0.005)


def test_the_ranks_are_those_of_the_weighted_sum_of_pymcdm():
    low, _ = random_problem(1)
    weights = weight_draws(numbered("abcde"), 400, 7)
    method = WSM(normalization_function=lambda column, cost=False: column)
    counts = np.zeros((4, 4))
    for draw in weights.T:
        ranks = method.rank(method(low.T, draw, np.ones(5), validation=False)).astype(int)
        counts[np.arange(4), ranks - 1] += 1

    found = rank_acceptability(low, low, draws=400, seed=7, criteria="abcde")

    assert found.acceptability == pytest.approx(counts / 400)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 1000))
def test_equal_scores_share_the_better_rank(seed):
    rng = np.random.default_rng(seed)
    low = rng.integers(0, 2, (3, 5)) / 1.0
    weights = weight_draws(numbered("abc"), 200, 1)
    expected = np.zeros((5, 5))
    for draw in weights.T:
        ranks = rankdata(-np.round(draw @ low, 9), method="min").astype(int)
        expected[np.arange(5), ranks - 1] += 1

    found = rank_acceptability(low, low, draws=200, seed=1, criteria="abc")

    assert found.acceptability == pytest.approx(expected / 200)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 1000), st.integers(1, 8), st.integers(1, 6))
def test_the_shares_of_the_ranks_add_up_to_one(seed, criteria, options):
    low, high = random_problem(seed, criteria, options)

    found = rank_acceptability(low, high, draws=300)

    assert found.acceptability.sum(axis=1) == pytest.approx(np.ones(options))
    assert np.nansum(found.central_weights, axis=1) == pytest.approx(1.0 * (found.acceptability[:, 0] > 0))
    assert (found.winning + found.winning.T <= 1 + 1e-12).all()


@settings(max_examples=25, deadline=None)
@given(st.permutations(range(5)), st.permutations(range(4)))
def test_the_order_of_criteria_and_options_does_not_matter(criteria, options):
    low, high = random_problem(3)
    names, others = "abcde", "WXYZ"

    found = rank_acceptability(low, high, draws=500, criteria=names, options=others)
    turned = rank_acceptability(
        low[np.ix_(criteria, options)],
        high[np.ix_(criteria, options)],
        draws=500,
        criteria=[names[at] for at in criteria],
        options=[others[at] for at in options],
    )

    assert turned.acceptability == pytest.approx(found.acceptability[options])
    assert turned.confidence == pytest.approx(found.confidence[options], nan_ok=True)
    assert turned.winning == pytest.approx(found.winning[np.ix_(options, options)])


def test_another_option_leaves_the_others_pairwise_as_they_were():
    low, high = random_problem(4)

    fewer = rank_acceptability(low[:, :3], high[:, :3], draws=2000, options="WXY")
    more = rank_acceptability(low, high, draws=2000, options="WXYZ")

    assert more.winning[:3, :3] == pytest.approx(fewer.winning)


def test_the_same_seed_gives_the_same_numbers_and_another_one_others():
    low, high = random_problem(5)

    one, two, other = (rank_acceptability(low, high, draws=1000, seed=seed) for seed in (1, 1, 2))

    assert (one.acceptability == two.acceptability).all()
    assert (one.acceptability != other.acceptability).any()


def test_two_criteria_of_one_name_are_drawn_apart():
    weights = weight_draws(numbered(["Cost", "Cost"]), 100, 1)

    assert np.abs(weights[0] - weights[1]).max() > 0.1


def test_with_given_weights_only_open_scores_are_drawn():
    low, high = np.array([[0.5, 0.0], [0.5, 0.0]]), np.array([[0.5, 1.0], [0.5, 0.0]])

    opened = open_values(low, high, "ab", "XY", draws=1000, seed=1)

    found = chance_ahead(low, np.array([0.5, 0.5]), 0, opened)

    # 0.5 × u never reaches 0.5.
    assert list(found) == [0.0, 1.0]


def test_an_option_that_is_never_first_has_no_central_weights():
    values = np.array([[1.0, 0.5], [1.0, 0.5]])

    found = rank_acceptability(values, values, draws=100)

    assert np.isnan(found.central_weights[1]).all()
    assert np.isnan(found.confidence[1])


@pytest.mark.parametrize("shape", [(0, 0), (0, 3), (3, 0)])
def test_without_options_or_criteria_there_are_no_ranks(shape):
    found = rank_acceptability(np.zeros(shape), np.zeros(shape), draws=10)

    assert found.confidence.shape == (shape[1],)


@pytest.mark.parametrize(("draws", "seed"), [(0, 1), (-5, 1), (200_001, 1), (1.5, 1), (10, -1), (10, 0.5)])
def test_draws_and_seeds_that_do_not_fit_are_refused(draws, seed):
    with pytest.raises(AnalysisError, match="does not fit; give a whole number from"):
        rank_acceptability(np.zeros((1, 1)), np.zeros((1, 1)), draws=draws, seed=seed)
