import random
import tracemalloc

import numpy as np
import pytest

from archkit.analysis import summed_draws as kept
from archkit.analysis.convolution import convolution
from archkit.analysis.summed_draws import summed_draws
from archkit.analysis.three_point import three_point

OPTIONS = {"correlation": 0.3, "draws": 2_000, "seed": 1959}


def items(count, seed=1, kind=7):
    chance = random.Random(seed)
    return {
        (rank, kind): three_point(low, 1.5 * low, 1.5 * low + chance.uniform(1, 16))
        for rank, low in ((rank, chance.uniform(1, 8)) for rank in range(1, count + 1))
    }


def fresh(entries):
    kept._sums.clear()
    return summed_draws(entries, **OPTIONS)


def test_a_sum_after_many_edits_is_the_same_to_the_last_bit_as_a_fresh_one():
    chance = random.Random(3)
    work = items(40)
    for _ in range(60):
        low = chance.uniform(0, 30)
        work[chance.randint(1, 40), 7] = three_point(low, low + chance.uniform(0, 3), low + chance.uniform(4, 90))
        if chance.random() < 0.2:
            work.pop(chance.choice(list(work)))
        edited = summed_draws(work.items(), **OPTIONS)

    assert (edited == fresh(work.items())).all()


def test_the_order_of_items_changes_no_bit():
    work = list(items(30).items())

    assert (fresh(work) == fresh(work[::-1])).all()


def test_a_sum_of_groups_is_that_of_all_items_to_the_last_bit():
    work = list(items(30).items())
    whole = fresh(work)
    for size in (1, 4, 13):
        kept._sums.clear()
        groups = [work[first : first + size] for first in range(0, len(work), size)]

        # The second time all groups are kept.
        for _ in range(2):
            assert (kept.summed_groups([*groups, []], **OPTIONS) == whole).all()


def test_what_is_kept_is_never_given_away():
    work = items(5)
    before = fresh(work.items())
    summed_draws(work.items(), **OPTIONS)[:] = 0

    assert (summed_draws(work.items(), **OPTIONS) == before).all()


def test_huge_estimates_leave_nothing_behind():
    work = items(5)
    before = fresh(work.items())
    summed_draws([*work.items(), ((9, 7), three_point(1e12, 2e12, 9e12))], **OPTIONS)

    assert (summed_draws(work.items(), **OPTIONS) == before).all()


def test_few_sums_are_kept():
    for seed in range(3 * kept._KEPT_SUMS):
        summed_draws(items(3, seed).items(), **OPTIONS)

    assert len(kept._sums) <= kept._KEPT_SUMS


def test_work_without_spread_is_added_as_it_is():
    assert (fresh([((1, 7), three_point(3, 3, 3)), ((2, 7), three_point(0.1, 0.1, 0.1))]) == 3.1).all()


@pytest.mark.parametrize("correlation", [0.0, 0.3, 0.8, 1.0])
@pytest.mark.parametrize("count", [1, 4, 40])
def test_very_many_draws_lie_within_their_sampling_error_of_the_exact_sum(correlation, count):
    """Four standard errors sqrt(q (1 - q) / n) of each percentile's rank, and a ten-thousandth for the tables."""
    work, draws = items(count), 400_000

    found = summed_draws(work.items(), correlation=correlation, draws=draws, seed=5)

    exact = convolution(work.values(), correlation=correlation)
    for q in (0.1, 0.5, 0.8, 0.9):
        rank = float(exact.chance(np.quantile(found, q)))
        assert rank == pytest.approx(q, abs=4 * (q * (1 - q) / draws) ** 0.5 + 1e-3 * (correlation > 0.9) + 1e-4)


def test_kinds_of_work_add_up_in_every_one_of_very_many_draws():
    first, second = items(20, kind=7), items(20, seed=2, kind=8)
    options = {"correlation": 0.3, "draws": 60_000, "seed": 5}

    both = summed_draws([*first.items(), *second.items()], **options)

    parts = summed_draws(first.items(), **options) + summed_draws(second.items(), **options)
    assert both == pytest.approx(parts)


def test_a_million_draws_of_forty_items_need_less_than_64_megabytes():
    work = items(40)
    summed_draws(work.items(), correlation=0.3, draws=60_000, seed=5)
    tracemalloc.start()
    summed_draws(work.items(), correlation=0.3, draws=1_000_000, seed=5)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert most < 64e6
