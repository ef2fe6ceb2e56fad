import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archkit.analysis.simulation import item_draws
from archkit.analysis.three_point import BETA_PERT, TRIANGULAR, three_point
from archkit.errors import AnalysisError

CASES = {
    case["name"]: case
    for case in json.loads((Path(__file__).parents[1] / "data" / "published_cases.json").read_text("utf-8"))
}


def drawn(*items, **options):
    return np.array([item_draws(three_point(*ends), (at + 1,), **options) for at, ends in enumerate(items)])


def estimates():
    ends = st.floats(0, 1000, allow_nan=False, width=32)
    return st.tuples(ends, ends, ends).map(lambda three: tuple(sorted(three)))


def test_draws_have_the_published_quantiles_within_their_sampling_error():
    """Vose's 2, 5, 14, drawn: the error of a quantile is sqrt(q (1 - q) / n) over the density."""
    case = CASES["beta_pert_quantiles"]
    q = np.array(case["inputs"]["q"])

    found = np.quantile(drawn((2, 5, 14), draws=200_000)[0], q)

    assert found == pytest.approx(case["expected"]["quantiles"], abs=0.03)


def test_ten_features_add_up_as_published():
    """McConnell, Software Estimation (2006), ch. 10, with the divisor 6: the sums, and the normal approximation of P80.

    The book takes (worst - best) / 6 as the spread; the beta-PERT's own is a little larger.
    """
    case = CASES["threepoint_mcconnell_2006_ten_features"]
    items = [tuple(item[name] for name in "omp") for item in case["inputs"]["items"]]
    expected = case["expected"]

    total = drawn(*items, correlation=0.0).sum(axis=0)

    sums = tuple(np.array(items).sum(axis=0))
    assert sums == (expected["sum_best"], expected["sum_most_likely"], expected["sum_worst"])
    mean = sum(three_point(*item).mean for item in items)
    assert mean == pytest.approx(expected["expected_total"], abs=case["tolerance"])
    assert total.mean() == pytest.approx(expected["expected_total"], abs=case["tolerance"])
    assert np.quantile(total, 0.5) == pytest.approx(expected["P50"], abs=case["tolerance"])
    assert np.quantile(total, 0.8) == pytest.approx(expected["P80"], abs=4 * case["tolerance"])
    assert np.quantile(total, 0.1) < expected["P10"]
    assert np.quantile(total, 0.9) > expected["P90"]


@pytest.mark.parametrize("at", [0, 1, 2])
def test_ignoring_correlation_misses_the_published_share_of_the_spread(at):
    """Book, Why correlation matters in cost estimating (1999)."""
    case = CASES["correlation_underestimate_book_1999"]
    items = [(0.0, 5.0, 10.0)] * case["inputs"]["n"][at]

    alone = drawn(*items, correlation=0.0).sum(axis=0).std()
    together = drawn(*items, correlation=case["inputs"]["rho"][at]).sum(axis=0).std()

    assert 1 - alone / together == pytest.approx(case["expected"]["underestimate"][at], abs=0.015)


@pytest.mark.parametrize("draws", [20_000, 100_000])
def test_correlation_is_the_one_that_was_asked_for(draws):
    found = np.corrcoef(drawn(*[(0, 5, 10)] * 3, correlation=0.3, draws=draws))[np.triu_indices(3, 1)]

    assert found == pytest.approx(0.3, abs=0.02)


def test_full_correlation_makes_equal_items_equal():
    first, second = drawn((1, 2, 6), (1, 2, 6), correlation=1.0)

    assert first == pytest.approx(second)


@settings(max_examples=40, deadline=None)
@given(estimates(), st.floats(0, 50), st.floats(0, 1))
def test_a_higher_high_end_of_a_triangle_lowers_no_draw(item, more, correlation):
    """The draws of an item move with its estimate, so that a slider never jumps back."""
    low, likely, high = item
    options = {"correlation": correlation, "draws": 2000}

    before = item_draws(three_point(low, likely, high, distribution=TRIANGULAR), (1,), **options)
    after = item_draws(three_point(low, likely, high + more, distribution=TRIANGULAR), (1,), **options)

    assert (after >= before - 1e-5 * (1 + high + more)).all()


@settings(max_examples=40, deadline=None)
@given(estimates(), st.floats(0, 50), st.floats(0, 1), st.sampled_from([BETA_PERT, TRIANGULAR]))
def test_an_estimate_that_moves_as_a_whole_moves_every_draw(item, more, correlation, name):
    options = {"correlation": correlation, "draws": 2000}

    before = item_draws(three_point(*item, distribution=name), (1,), **options)
    after = item_draws(three_point(*(end + more for end in item), distribution=name), (1,), **options)

    # The peak between the ends is not the same to the last digit, and a table is read at it.
    assert after == pytest.approx(before + more, abs=1e-3 * (1 + item[2]))


@settings(max_examples=40, deadline=None)
@given(estimates(), st.floats(0, 50), st.floats(0, 1), st.sampled_from([BETA_PERT, TRIANGULAR]))
def test_more_spread_never_narrows_the_total(item, wider, correlation, name):
    """Moving both ends outward by shares of their distance to the peak stretches every draw away from the peak."""
    low, likely, high = item
    options = {"correlation": correlation, "draws": 2000}
    fixed = item_draws(three_point(1, 2, 4), (2,), **options)
    stretch = 1 + wider / 50
    ends = (likely - stretch * (likely - low), likely, likely + stretch * (high - likely))

    same = fixed + item_draws(three_point(low, likely, high, distribution=name), (1,), **options)
    more = fixed + item_draws(three_point(*ends, distribution=name), (1,), **options)

    # Over 2,000 draws two items that are meant to be apart still agree or differ a little by chance.
    assert more.std() >= same.std() - 0.05 * fixed.std()


def test_the_same_seed_gives_the_same_numbers_and_another_one_gives_others():
    first = drawn((1, 2, 4), (2, 3, 9), seed=7)

    assert (first == drawn((1, 2, 4), (2, 3, 9), seed=7)).all()
    assert (first != drawn((1, 2, 4), (2, 3, 9), seed=8)).any()


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"correlation": 1.5}, "use a number from 0 to 1"),
        ({"correlation": float("nan")}, "use a number from 0 to 1"),
        ({"draws": 0}, "from 1 to 1,000,000"),
        ({"draws": 10**9}, "from 1 to 1,000,000"),
        ({"draws": 2.5}, "whole number"),
        ({"seed": -1}, "whole number at least 0"),
    ],
)
def test_what_cannot_be_drawn_is_refused_in_words(options, words):
    with pytest.raises(AnalysisError, match=words):
        item_draws(three_point(1, 2, 4), (1,), **options)
