"""The quick sum of many estimates is the convolution's, to what no plan can tell apart."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from archkit.analysis.total_effort import total_effort
from archkit.model.effort import Effort, WorkItem
from archkit.portfolios.quick_sum import quick_sum

DAYS = st.floats(0.1, 30).map(lambda value: round(value, 1))
ITEMS = st.lists(st.tuples(DAYS, DAYS, DAYS).map(sorted), min_size=1, max_size=40)


def effort(items: list[list[float]], correlation: float, distribution: str):
    rows = tuple(
        WorkItem(work_item=f"item {at}", low=low, likely=likely, high=high)
        for at, (low, likely, high) in enumerate(items)
    )
    return total_effort(Effort(work_items=rows, correlation=correlation, distribution=distribution))


@settings(max_examples=40)
@given(ITEMS, st.sampled_from([0.0, 0.3, 0.7, 0.9, 1.0]), st.sampled_from(["beta-PERT", "triangular"]))
def test_quantiles_are_those_of_the_convolution(items: list[list[float]], correlation: float, distribution: str):
    given = effort(items, correlation, distribution)

    quick, exact = quick_sum(given), given.exact()

    spread = exact.quantile(0.9) - exact.quantile(0.1)
    for q in (0.1, 0.5, 0.8, 0.9):
        assert abs(quick.quantile(q) - exact.quantile(q)) <= 0.02 * spread + 1e-9
    assert quick.days[0] >= sum(low for low, _, _ in items) - 1e-6
    assert quick.days[-1] <= sum(high for _, _, high in items) + 1e-6


def test_many_certain_items_shift_the_sum():
    items = [[1.0, 2.0, 6.0]] * 12

    alone = quick_sum(effort(items, 0.3, "beta-PERT"))
    moved = quick_sum(effort([*items, [5.0, 5.0, 5.0]], 0.3, "beta-PERT"))

    assert abs(moved.quantile(0.8) - alone.quantile(0.8) - 5) < 1e-9
