import numpy as np
import pytest
from scipy import stats

from archkit.analysis.convolution import convolution
from archkit.analysis.simulation import DRAWS
from archkit.analysis.summed_draws import summed_draws
from archkit.analysis.three_point import TRIANGULAR, three_point
from archkit.errors import AnalysisError

RANDOM = np.random.default_rng(1)
LOWS = RANDOM.uniform(1, 8, 40)
FORTY = [three_point(low, 1.5 * low, 1.5 * low + RANDOM.uniform(1, 16)) for low in LOWS]


@pytest.mark.parametrize("q", [0.1, 0.5, 0.8, 0.9])
def test_one_item_has_the_quantiles_of_scipy(q):
    """Beta(2, 4) on 2 to 14, and the triangle between the same ends."""
    assert convolution([three_point(2, 5, 14)]).quantile(q) == pytest.approx(stats.beta(2, 4, 2, 12).ppf(q), abs=0.005)
    triangle = three_point(2, 5, 14, distribution=TRIANGULAR)
    assert convolution([triangle]).quantile(q) == pytest.approx(stats.triang(0.25, 2, 12).ppf(q), abs=0.005)


def test_two_equal_triangles_add_up_as_the_closed_form():
    """Triangles between 0, 1, 2 are sums of two uniforms, so two of them are the Irwin-Hall distribution of four."""
    exact = convolution([three_point(0, 1, 2, distribution=TRIANGULAR)] * 2)

    assert exact.chance([1, 2, 3]) == pytest.approx([1 / 24, 1 / 2, 23 / 24], abs=2e-4)


def test_full_correlation_adds_the_quantiles():
    exact = convolution(FORTY, correlation=1.0)

    for q in (0.1, 0.5, 0.8, 0.9):
        assert exact.quantile(q) == pytest.approx(sum(float(item.quantile(q)) for item in FORTY), rel=0.003)


@pytest.mark.parametrize("correlation", [0.0, 0.3, 0.6])
@pytest.mark.parametrize("seed", [1959, 1, 2])
def test_the_simulated_total_of_forty_items_lies_within_its_sampling_error(correlation, seed):
    """Three standard errors sqrt(q (1 - q) / n) of the rank of P50, P80 and P90 in 20,000 draws."""
    entries = [((rank, 7), item) for rank, item in enumerate(FORTY, 1)]
    drawn = summed_draws(entries, correlation=correlation, draws=DRAWS, seed=seed)

    exact = convolution(FORTY, correlation=correlation)

    for q in (0.5, 0.8, 0.9):
        error = 3 * (q * (1 - q) / DRAWS) ** 0.5
        assert float(exact.chance(np.quantile(drawn, q))) == pytest.approx(q, abs=error)


@pytest.mark.parametrize("correlation", [0.0, 0.3, 0.9])
def test_the_mean_is_the_sum_of_the_means(correlation):
    exact = convolution(FORTY, correlation=correlation)

    mean = float((np.diff(exact.chances) * (exact.days[1:] + exact.days[:-1]) / 2).sum())
    assert mean == pytest.approx(sum(item.mean for item in FORTY), abs=0.05)


def test_an_event_is_there_with_its_probability():
    """A certain 10 days and 30 days with a chance of 25 %."""
    exact = convolution([three_point(10, 10, 10)], events=[((0.25, 0.25), (30, 30))])

    assert exact.chance([9, 12, 38, 41]) == pytest.approx([0, 0.75, 0.75, 1], abs=0.01)


def test_certain_work_is_certain():
    exact = convolution([three_point(3, 3, 3), three_point(4, 4, 4)])

    assert list(exact.quantile([0.01, 0.5, 0.99])) == [7, 7, 7]
    assert list(exact.chance([6.9, 7.1])) == [0, 1]


def test_percentiles_are_monotone():
    assert (np.diff(convolution(FORTY, correlation=0.3).quantile(np.linspace(0, 1, 400))) >= 0).all()


def test_a_correlation_that_is_none_is_refused():
    with pytest.raises(AnalysisError, match="from 0 to 1"):
        convolution(FORTY, correlation=2)
