import numpy as np
import pytest
from scipy import stats

from archkit.analysis.convolution import convolution
from archkit.analysis.document_effort import document_effort
from archkit.analysis.simulation import DRAWS
from archkit.analysis.summed_draws import summed_draws
from archkit.analysis.three_point import TRIANGULAR, three_point
from archkit.errors import AnalysisError
from archkit.model.document import Document
from archkit.model.effort import Effort, WorkItem
from archkit.model.risks import Risk

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


TEN = [three_point(1, 2, 5)] * 10


@pytest.mark.parametrize(("chance", "days"), [(0.05, 200), (0.05, 500), (0.1, 60), (0.01, 100_000)])
def test_a_rare_dear_event_leaves_the_work_below_it_as_it_is(chance, days):
    """Below the days of the event the total is the work alone, with its quantiles at q / (1 - chance)."""
    alone = convolution(TEN)
    found = convolution(TEN, events=[((chance, chance), (days, days))])

    q = np.array([0.1, 0.5, 0.8, 0.89])
    assert found.quantile(q) == pytest.approx(alone.quantile(q / (1 - chance)), abs=0.01)
    assert found.quantile(1 - chance / 2) == pytest.approx(days + float(alone.quantile(0.5)), rel=1e-3)


@pytest.mark.parametrize("correlation", [0.0, 0.3])
@pytest.mark.parametrize("others", [9, 39])
def test_an_item_that_dominates_leaves_the_low_end_right(correlation, others):
    """Five standard errors of the rank in 50,000 draws, down to the first percentile."""
    items = [three_point(0, 10, 1000), *[three_point(1, 2, 3)] * others]
    entries = [((at, 7), item) for at, item in enumerate(items, 1)]
    drawn = summed_draws(entries, correlation=correlation, draws=50_000, seed=3)

    exact = convolution(items, correlation=correlation)

    for q in (0.01, 0.05, 0.1, 0.5, 0.8, 0.9):
        error = 5 * (q * (1 - q) / 50_000) ** 0.5
        assert float(exact.chance(np.quantile(drawn, q))) == pytest.approx(q, abs=error + 5e-4)


def test_a_jump_belongs_to_its_own_day():
    """A certain 10 days, and 5 or 0.1 more, with chances of 20 and 50 %."""
    found = convolution([three_point(10, 10, 10)], events=[((0.2, 0.2), (5, 5)), ((0.5, 0.5), (0.1, 0.1))])

    assert found.chance([9.999, 10, 10.1, 14.99, 15, 15.1]) == pytest.approx([0, 0.4, 0.8, 0.8, 0.9, 1])
    assert found.quantile([0.39, 0.41, 0.79, 0.81, 0.95]) == pytest.approx([10, 10.1, 10.1, 15, 15.1])


def test_the_mean_of_many_events_is_kept():
    events = [((0.1 + at / 100, 0.3), (2 + at, 9 + 3 * at)) for at in range(30)]
    mean = sum((low + high) / 2 * (most - least) / np.log(most / least) for (low, high), (least, most) in events)

    found = convolution(TEN, correlation=0.3, events=events)

    steps = (np.diff(found.chances) * (found.days[1:] + found.days[:-1]) / 2).sum()
    assert steps == pytest.approx(mean + sum(item.mean for item in TEN), rel=2e-3)


def test_the_draws_of_work_and_events_lie_within_their_sampling_error_of_the_exact_sum():
    risks = [Risk(risk=f"Risk {at}", likelihood="possible", impact=word)
             for at, word in enumerate(("minor", "major", "severe", "moderate"))]  # fmt: skip
    work = tuple(WorkItem(work_item=f"Work {at}", low=1, likely=2, high=5) for at in range(10))
    effort = document_effort(Document(risks=tuple(risks), effort=Effort(work_items=work)), risks=True)

    for q in (0.1, 0.5, 0.8, 0.9):
        error = 4 * (q * (1 - q) / effort.draws) ** 0.5
        assert float(effort.exact().chance(effort.quantile(q))) == pytest.approx(q, abs=error)
