import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy import stats

from archkit.analysis.three_point import BETA_PERT, TRIANGULAR, ThreePoint, three_point
from archkit.errors import AnalysisError

CASES = {
    case["name"]: case
    for case in json.loads((Path(__file__).parents[1] / "data" / "published_cases.json").read_text("utf-8"))
}
READINGS = [(name, coverage) for name in (BETA_PERT, TRIANGULAR) for coverage in (0.9, 0.8, 0.5)]


def oracle(item):
    """Return scipy's distribution of the same estimate."""
    if item.distribution == TRIANGULAR:
        return stats.triang(item.peak, item.least, item.spread)
    return stats.beta(1 + 4 * item.peak, 5 - 4 * item.peak, item.least, item.spread)


def estimates(least=0.0):
    ends = st.floats(least, 1000, allow_nan=False, width=32)
    return st.tuples(ends, ends, ends).map(lambda three: tuple(sorted(three)))


def test_quantiles_are_those_of_the_published_beta_pert():
    """Vose, Risk Analysis: 2, 5, 14 is Beta(2, 4) on 2 to 14, with a standard deviation of 12 sqrt(8 / 252)."""
    case = CASES["beta_pert_quantiles"]
    item = three_point(*(case["inputs"][name] for name in "omp"))

    assert item.quantile(case["inputs"]["q"]) == pytest.approx(case["expected"]["quantiles"], abs=case["tolerance"])
    assert item.mean == pytest.approx(case["expected"]["mean"])
    assert item.sd == pytest.approx(12 * (8 / 252) ** 0.5)


def test_means_of_activities_are_those_of_hillier_and_lieberman():
    """Reliable Construction Co., Introduction to Operations Research, the chapter on PERT/CPM."""
    case = CASES["pert_hillier_lieberman_reliable"]
    activities = case["inputs"]["activities"]
    means = case["expected"]["means"]

    found = {name: three_point(*(activities[name][end] for end in "omp")).mean for name in activities}

    assert list(found.values()) == pytest.approx(list(means.values()) if isinstance(means, dict) else means, abs=0.01)


def test_means_of_the_seven_tasks_are_those_of_the_encyclopedia():
    """Wikipedia, Program evaluation and review technique, tasks a to g."""
    case = CASES["pert_wikipedia_seven_tasks"]

    found = [three_point(*(task[end] for end in "omp")).mean for task in case["inputs"]["activities"].values()]

    assert found == pytest.approx(case["expected"]["means"], abs=case["tolerance"])


@pytest.mark.parametrize("name", [BETA_PERT, TRIANGULAR])
@pytest.mark.parametrize("likely", [0.0, 0.03, 0.5, 2.0, 3.9, 4.0])
def test_both_distributions_are_those_of_scipy(name, likely):
    item = three_point(0, likely, 4, distribution=name)
    q = np.array([1e-4, 0.01, 0.1, 0.5, 0.8, 0.9, 0.99, 0.9999])

    assert item.quantile(q) == pytest.approx(oracle(item).ppf(q), abs=4e-6)
    assert item.chance([0.1, 1, 2, 3.5]) == pytest.approx(oracle(item).cdf([0.1, 1, 2, 3.5]), abs=1e-6)
    assert (item.mean, item.sd) == pytest.approx((oracle(item).mean(), oracle(item).std()))


@pytest.mark.parametrize(("name", "coverage"), READINGS)
@pytest.mark.parametrize("ends", [(5, 8, 15), (5, 5, 15), (5, 15, 15), (0, 0.1, 40), (1e10, 2e10, 1e12)])
def test_a_central_range_holds_what_it_says_with_its_peak_at_likely(name, coverage, ends):
    """The chances at low and high are scipy's, of the distribution whose ends were found."""
    item = three_point(*ends, distribution=name, coverage=coverage)

    tail = (1 - coverage) / 2
    assert oracle(item).cdf([ends[0], ends[2]]) == pytest.approx([tail, 1 - tail], abs=2e-6)
    assert item.likely == ends[1]
    assert item.least <= item.likely <= item.most


@settings(max_examples=60, deadline=None)
@given(estimates(), st.sampled_from(READINGS))
def test_a_narrower_reading_spreads_more(ends, reading):
    assume(ends[2] - ends[0] > 1e-3)
    name, coverage = reading

    ranged = three_point(*ends, distribution=name, coverage=coverage)

    assert ranged.sd > three_point(*ends, distribution=name).sd
    assert ranged.least <= ends[0] and ranged.most >= ends[2]


@pytest.mark.parametrize(("name", "coverage"), READINGS)
def test_an_estimate_without_spread_stays_where_it_is_however_it_is_read(name, coverage):
    item = three_point(3, 3, 3, distribution=name, coverage=coverage)

    assert item == ThreePoint(3, 3, 3, name)
    assert (item.mean, item.sd, float(item.quantile(0.9))) == (3, 0, 3)


@settings(max_examples=60, deadline=None)
@given(estimates(), st.sampled_from([BETA_PERT, TRIANGULAR]))
def test_percentiles_are_monotone_and_within_the_ends(ends, name):
    found = three_point(*ends, distribution=name).quantile(np.linspace(0, 1, 101))

    assert (np.diff(found) >= 0).all()
    assert found[0] >= ends[0] - 1e-9
    assert found[-1] <= ends[2] + 1e-9 * max(1, ends[2])


@pytest.mark.parametrize(
    ("ends", "options", "words"),
    [
        ((3, 2, 4), {}, "low ≤ likely ≤ high"),
        ((1, float("nan"), 4), {}, "low ≤ likely ≤ high"),
        ((1, 2, float("inf")), {}, "finite"),
        ((1, 2, 4), {"distribution": "normal"}, "use beta-PERT or triangular"),
        ((1, 2, 4), {"coverage": 0}, "above 0"),
    ],
)
def test_what_is_no_estimate_is_refused_in_words(ends, options, words):
    with pytest.raises(AnalysisError, match=words):
        three_point(*ends, **options)
