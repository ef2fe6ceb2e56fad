import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archkit.analysis.simulation import item_draws, pert_mean, pert_quantiles, simulate
from archkit.errors import AnalysisError

CASES = {
    case["name"]: case
    for case in json.loads((Path(__file__).parents[1] / "data" / "published_cases.json").read_text("utf-8"))
}


def estimates():
    ends = st.floats(0, 1000, allow_nan=False, width=32)
    return st.tuples(ends, ends, ends).map(lambda three: tuple(sorted(three)))


def test_quantiles_are_those_of_the_published_beta_pert():
    """Vose, Risk Analysis: 2, 5, 14 is Beta(2, 4) on 2 to 14."""
    case = CASES["beta_pert_quantiles"]
    ends = [case["inputs"][name] for name in "omp"]

    found = pert_quantiles(*ends, case["inputs"]["q"])

    assert found == pytest.approx(case["expected"]["quantiles"], abs=case["tolerance"])
    assert pert_mean(*ends) == pytest.approx(case["expected"]["mean"])


@pytest.mark.parametrize("q", [1e-6, 0.01, 0.5, 0.99, 0.999999])
def test_quantiles_at_the_ends_are_those_of_the_closed_form(q):
    """Likely = low is Beta(1, 5) and likely = high is Beta(5, 1), whose quantiles can be written down."""
    assert pert_quantiles(0, 0, 1, q) == pytest.approx(1 - (1 - q) ** 0.2, abs=1e-6)
    assert pert_quantiles(0, 1, 1, q) == pytest.approx(q**0.2, abs=1e-6)


def test_draws_have_the_published_quantiles_within_their_sampling_error():
    """The same case of Vose, drawn: the error of a quantile is sqrt(q (1 - q) / n) over the density."""
    case = CASES["beta_pert_quantiles"]
    q = np.array(case["inputs"]["q"])

    found = np.quantile(simulate([2], [5], [14], draws=200_000)[:, 0], q)

    assert found == pytest.approx(case["expected"]["quantiles"], abs=0.03)


def test_ten_features_add_up_as_published():
    """McConnell, Software Estimation (2006), ch. 10, with the divisor 6: the sums, and the normal approximation of P80.

    The book takes (worst - best) / 6 as the spread; the beta-PERT's own is a little larger.
    """
    case = CASES["threepoint_mcconnell_2006_ten_features"]
    low, likely, high = (np.array([item[name] for item in case["inputs"]["items"]]) for name in "omp")
    expected = case["expected"]

    total = simulate(low, likely, high, correlation=0.0).sum(axis=1)

    assert (low.sum(), likely.sum(), high.sum()) == (
        expected["sum_best"],
        expected["sum_most_likely"],
        expected["sum_worst"],
    )
    assert pert_mean(low, likely, high).sum() == pytest.approx(expected["expected_total"], abs=case["tolerance"])
    assert total.mean() == pytest.approx(expected["expected_total"], abs=case["tolerance"])
    assert np.quantile(total, 0.5) == pytest.approx(expected["P50"], abs=case["tolerance"])
    assert np.quantile(total, 0.8) == pytest.approx(expected["P80"], abs=4 * case["tolerance"])
    assert np.quantile(total, 0.1) < expected["P10"]
    assert np.quantile(total, 0.9) > expected["P90"]


@pytest.mark.parametrize("at", [0, 1, 2])
def test_ignoring_correlation_misses_the_published_share_of_the_spread(at):
    """Book, Why correlation matters in cost estimating (1999)."""
    case = CASES["correlation_underestimate_book_1999"]
    items, correlation = case["inputs"]["n"][at], case["inputs"]["rho"][at]
    ends = [[0.0] * items, [5.0] * items, [10.0] * items]

    alone = simulate(*ends, correlation=0.0).sum(axis=1).std()
    together = simulate(*ends, correlation=correlation).sum(axis=1).std()

    assert 1 - alone / together == pytest.approx(case["expected"]["underestimate"][at], abs=0.015)


def test_an_item_without_spread_stays_where_it_is():
    assert (simulate([1, 3], [2, 3], [4, 3])[:, 1] == 3).all()


def test_correlation_is_the_one_that_was_asked_for():
    drawn = simulate([0] * 3, [5] * 3, [10] * 3, correlation=0.3)

    found = np.corrcoef(drawn.T)[np.triu_indices(3, 1)]

    assert found == pytest.approx(0.3, abs=0.02)


def test_full_correlation_makes_equal_items_equal():
    drawn = simulate([1, 1], [2, 2], [6, 6], correlation=1.0)

    assert drawn[:, 0] == pytest.approx(drawn[:, 1])


def test_an_edit_of_one_item_leaves_the_draws_of_the_others_as_they_are():
    before = simulate([1, 2, 3], [2, 3, 4], [5, 6, 7])
    after = simulate([1, 0, 3], [2, 9, 4], [5, 30, 7])

    assert (before[:, [0, 2]] == after[:, [0, 2]]).all()


@settings(max_examples=20, deadline=None)
@given(st.lists(estimates(), min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter_for_the_mean(items, random):
    shuffled = random.sample(items, len(items))

    found = simulate(*zip(*items, strict=True), draws=4000).sum(axis=1).mean()
    again = simulate(*zip(*shuffled, strict=True), draws=4000).sum(axis=1).mean()

    spread = max(high - low for low, _, high in items)
    assert found == pytest.approx(again, abs=1e-9 + 0.02 * spread * len(items))


@settings(max_examples=30, deadline=None)
@given(estimates(), st.floats(0, 50), st.floats(0, 1))
def test_more_spread_never_narrows_the_total(item, wider, correlation):
    low, likely, high = item
    more = item_draws(1, max(0.0, low - wider), likely, high + wider, draws=2000, correlation=correlation)
    fixed = item_draws(0, 1, 2, 4, draws=2000, correlation=correlation)

    def width(draws):
        return np.subtract(*np.quantile(draws, [0.95, 0.05]))

    same = item_draws(1, low, likely, high, draws=2000, correlation=correlation)
    assert width(fixed + more) >= width(fixed + same) - 0.02 * (1 + high - low)


@settings(max_examples=30, deadline=None)
@given(estimates())
def test_percentiles_are_monotone_and_within_the_ends(item):
    found = pert_quantiles(*item, np.linspace(0, 1, 101))

    assert (np.diff(found) >= 0).all()
    assert found[0] >= item[0] - 1e-9
    assert found[-1] <= item[2] + 1e-9 * max(1, item[2])


def test_the_same_seed_gives_the_same_numbers_and_another_one_gives_others():
    first = simulate([1, 2], [2, 3], [4, 9], seed=7)

    assert (first == simulate([1, 2], [2, 3], [4, 9], seed=7)).all()
    assert (first != simulate([1, 2], [2, 3], [4, 9], seed=8)).any()


@pytest.mark.parametrize(
    ("arguments", "options", "words"),
    [
        (([3], [2], [4]), {}, "item 1: 3, 2, 4 is out of order"),
        (([1], [float("nan")], [4]), {}, "not a finite number"),
        (([1, 2], [2], [4]), {}, "different lengths"),
        (([1], [2], [4]), {"correlation": 1.5}, "use a number from 0 to 1"),
        (([1], [2], [4]), {"draws": 0}, "use at least 1"),
    ],
)
def test_what_cannot_be_drawn_is_refused_in_words(arguments, options, words):
    with pytest.raises(AnalysisError, match=words):
        simulate(*arguments, **options)
