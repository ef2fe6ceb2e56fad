"""An effort under another correlation, in closed form: held against the draws and against exact sums."""

import math

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from archkit.analysis.effort_correlations import CHANCES, correlated_sum, effort_correlations, option_correlations
from archkit.analysis.simulation import sorted_quantile
from archkit.analysis.summed_draws import summed_draws
from archkit.analysis.three_point import three_point
from archkit.analysis.total_effort import total_effort
from archkit.model.effort import Effort

CORRELATIONS = (0.0, 0.1, 0.3, 0.6, 1.0)
DRAWS = 20_000
#: Estimates of ten items, and of three of which one has its peak at its end.
PLANS = {
    "ten": [(3, 5, 12), (1, 2, 4), (5, 8, 15), (2, 2, 2), (0, 1, 6),
            (8, 10, 30), (4, 6, 9), (2, 3, 8), (1, 4, 5), (5, 5, 9)],
    "three": [(0, 0, 20), (2, 4, 9), (1, 3, 3)],
}  # fmt: skip
ESTIMATES = st.lists(st.lists(st.integers(0, 90), min_size=3, max_size=3).map(sorted), min_size=2, max_size=8)


def drawn_sum(items, correlation, draws=DRAWS):
    entries = [((at + 1,), item) for at, item in enumerate(items)]
    return np.sort(summed_draws(entries, correlation=correlation, draws=draws, seed=7))


def summed(items, correlation, draws=DRAWS):
    drawn = drawn_sum(items, correlation, draws)
    return correlated_sum(items, tuple(sorted_quantile(drawn, chance) for chance in CHANCES), correlation)


def items_of(plan, distribution="beta-PERT", coverage=1.0):
    return [three_point(*ends, distribution=distribution, coverage=coverage) for ends in plan]


@pytest.mark.parametrize("coverage", [1.0, 0.8])
@pytest.mark.parametrize("distribution", ["beta-PERT", "triangular"])
@pytest.mark.parametrize("plan", PLANS)
def test_deviation_and_skewness_are_those_of_the_draws(plan, distribution, coverage):
    items = items_of(PLANS[plan], distribution, coverage)
    found = summed(items, 0.3)

    for correlation in CORRELATIONS:
        drawn = drawn_sum(items, correlation)
        skewness = float(((drawn - drawn.mean()) ** 3).mean() / drawn.std() ** 3)
        # Four standard errors of either, as a normal sum has them.
        assert found.sd(correlation) == pytest.approx(float(drawn.std()), rel=4 / math.sqrt(2 * DRAWS))
        assert found.skewness(correlation) == pytest.approx(skewness, abs=4 * math.sqrt(6 / DRAWS))


@pytest.mark.parametrize("plan", PLANS)
@pytest.mark.parametrize("known", [0.0, 0.3, 0.7])
def test_percentiles_under_another_correlation_are_near_the_drawn_ones(plan, known):
    items = items_of(PLANS[plan])
    found = summed(items, known)

    for correlation in CORRELATIONS:
        drawn = drawn_sum(items, correlation)
        # In standard deviations: sampling on both sides, and what one more moment does not say of the shape.
        room = (0.06 if plan == "ten" else 0.15) * found.sd(correlation)
        for days, chance in zip(found.at(correlation), CHANCES, strict=True):
            assert days == pytest.approx(sorted_quantile(drawn, chance), abs=room)


def test_with_no_correlation_variances_add_up_and_with_all_of_it_deviations_do():
    items = items_of(PLANS["ten"])
    found = summed(items, 0.3)

    assert found.sd(0.0) == pytest.approx(math.sqrt(sum(item.sd**2 for item in items)), rel=1e-4)
    # Only items of one shape reach the sum; these come near it.
    assert 0.99 * sum(item.sd for item in items) < found.sd(1.0) <= sum(item.sd for item in items)
    alike = summed(items_of([(5, 8, 15)] * 6), 0.3)
    assert alike.sd(1.0) == pytest.approx(6 * three_point(5, 8, 15).sd, rel=1e-3)


@given(ESTIMATES, st.sampled_from(CORRELATIONS), st.floats(0, 1))
def test_the_own_correlation_gives_the_drawn_percentiles_and_no_other_turns_their_order(plan, own, other):
    items = items_of(plan)
    assume(any(item.spread > 0 for item in items))
    found = summed(items, own, draws=400)

    assert found.at(own) == pytest.approx(found.quantiles, rel=1e-12, abs=1e-9)
    assert list(found.at(other)) == sorted(found.at(other)) and min(found.at(other)) >= 0
    assert found.mean == pytest.approx(sum(item.mean for item in items))
    assert found.sd(other) >= found.sd(0.0) - 1e-9


def test_one_item_and_certain_work_know_no_correlation():
    one, certain = summed(items_of([(3, 5, 12)]), 0.3), summed(items_of([(3, 3, 3), (2, 2, 2)]), 0.3)

    assert one.at(0.9) == pytest.approx(one.quantiles)
    assert certain.at(0.9) == certain.quantiles == (5.0,) * 4
    assert (certain.sd(0.5), certain.skewness(0.5)) == (0.0, 0.0)


def test_kinds_total_and_options_have_the_percentiles_of_the_effort():
    effort = total_effort(
        Effort.model_validate({
            "work_items": [
                {"work_item": "a", "kind": "development", "low": 1, "likely": 2, "high": 9},
                {"work_item": "b", "kind": "testing", "option": "One", "low": 3, "likely": 4, "high": 8},
                {"work_item": "c", "kind": "development", "option": "Two", "low": 3, "likely": 4, "high": 8},
            ]
        }),
        options=("One", "Two"),
    )  # fmt: skip

    sums, options = effort_correlations(effort), option_correlations(effort)

    assert list(sums) == ["development", "testing", "total"] and list(options) == ["One", "Two"]
    for name, one in sums.items():
        assert one.quantiles == tuple(effort.quantile(chance, name) for chance in CHANCES)
        assert one.mean == pytest.approx(effort.mean(name))
    assert options["One"].quantiles == pytest.approx(tuple(effort.by_option.loc["One"])[1:])
