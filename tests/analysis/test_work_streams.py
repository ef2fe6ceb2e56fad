"""Which draws an item has, seen in the totals: its own in every sum, whatever is edited beside it."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archkit.analysis.total_effort import total_effort
from archkit.model.effort import Effort, WorkItem
from archkit.model.phases import Phase

MANY = 60_000
PHASES = Phase(phase="One"), Phase(phase="Two")


def row(at, low=5, likely=8, high=15, **fields):
    given = {"work_item": f"Work {at}", "kind": "development", "phase": str(at % 2 + 1)} | fields
    return WorkItem(**given, low=low, likely=likely, high=high)


def total(items, **options):
    return total_effort(Effort(work_items=tuple(items)), phases=PHASES, **options)


def phase_draws(effort, phase):
    return effort.in_draw_order(item for item in effort.counted if item.phase == phase)


ends = st.tuples(*[st.integers(2, 40)] * 3).map(sorted)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(ends, min_size=2, max_size=12),
    st.integers(0, 30),
    st.sampled_from([0.0, 0.3]),
    st.sampled_from(["beta-PERT", "triangular"]),
)
def test_a_higher_high_end_never_narrows_the_total(items, more, correlation, distribution):
    """However it ranks among the others, within the sampling error of the covariance with the rest.

    A higher end of a triangle lowers no percentile; the low ones of a beta-PERT fall, as its shape is another one.
    """
    low, likely, high = items[0]
    wider = [(low, likely, high + more), *items[1:]]
    before, after = (
        total_effort(
            Effort(distribution=distribution, work_items=tuple(row(at, *each) for at, each in enumerate(rows))),
            correlation=correlation,
        )
        for rows in (items, wider)
    )

    was, now = (each.in_draw_order(each.counted) for each in (before, after))
    assert now.std() >= was.std() - 4 / len(now) ** 0.5 * (now - was).std() - 1e-9
    for q in (0.1, 0.5, 0.8, 0.9) if distribution == "triangular" else ():
        assert after.quantile(q) >= before.quantile(q) - 1e-3 * (1 + more)


@pytest.mark.parametrize("draws", [2_000, MANY])
def test_an_edit_moves_only_what_it_touches(draws):
    """An item that comes to spread most, one that comes, and one that goes leave the draws of all others alone."""
    items = [row(at) for at in range(12)]
    before = phase_draws(total(items, draws=draws), "Two")

    edited = [row(0, 1, 20, 90), row(20, 2, 3, 4, phase="1"), *items[2:][::-1], items[1]]

    assert phase_draws(total(edited, draws=draws), "Two") == pytest.approx(before, abs=1e-9)


@pytest.mark.parametrize("draws", [2_000, MANY])
@pytest.mark.parametrize("names", [["Same"] * 8, [f"Item {at}" for at in range(8)], [""] * 8])
def test_the_order_of_rows_changes_no_draw_of_any_phase(draws, names):
    items = [row(at, 5, 8, 15 + at // 4, work_item=name) for at, name in enumerate(names)]

    found, turned = total(items, draws=draws), total(items[::-1], draws=draws)

    assert (found.sums() == turned.sums()).all()
    for phase in ("One", "Two"):
        assert (phase_draws(found, phase) == phase_draws(turned, phase)).all()


@pytest.mark.parametrize("correlation", [0.0, 0.3])
def test_phases_and_kinds_add_up_in_every_one_of_very_many_draws(correlation):
    items = [row(at, 5, 8, 12 + at, kind=("development", "testing")[at % 3 == 0]) for at in range(24)]
    found = total(items, correlation=correlation, draws=MANY)

    whole = found.in_draw_order(found.counted)

    assert phase_draws(found, "One") + phase_draws(found, "Two") == pytest.approx(whole)
    kinds = [found.in_draw_order(item for item in found.counted if item.kind == kind) for kind in found.kinds]
    assert sum(kinds) == pytest.approx(whole)
    assert np.corrcoef(phase_draws(found, "One"), phase_draws(found, "Two"))[0, 1] == pytest.approx(
        {0.0: 0.0, 0.3: 0.83}[correlation], abs=0.02
    )


@pytest.mark.parametrize("correlation", [0.0, 0.3])
def test_the_shares_of_the_spread_of_very_many_draws_add_up_to_one(correlation):
    found = total([row(at, 5, 8, 15 + at % 4) for at in range(20)], correlation=correlation, draws=MANY)

    assert found.spread["share"].sum() == pytest.approx(1)
    assert found.spread["share"].min() > 0.02


def test_items_of_one_name_have_draws_of_their_own():
    found = total([row(0, work_item="Same"), row(1, work_item="Same")], correlation=0.0)

    assert np.corrcoef(phase_draws(found, "One"), phase_draws(found, "Two"))[0, 1] == pytest.approx(0, abs=0.03)


@pytest.mark.parametrize("other", ["A b", "A  b", "A\u00a0b"])
@pytest.mark.parametrize("phase", ["1", "2"])
def test_items_whose_names_differ_in_blanks_alone_count_each_with_draws_of_their_own(other, phase):
    items = [row(0, 1, 2, 6, work_item="A b", phase="1"), row(1, 1, 2, 6, work_item=other, phase=phase)]

    found = total(items, correlation=0.0)

    drawn = found.drawn(found.work)
    assert len({item.stream for item in found.work}) == 2
    assert drawn.mean() == pytest.approx(found.mean(), rel=0.01)
    assert drawn.std() == pytest.approx(total(items[:1]).drawn(found.work[:1]).std() * 2**0.5, rel=0.02)
    with pytest.raises(ValueError, match="read-only"):
        drawn[:] = 0


@pytest.mark.parametrize("correlation", [0.0, 0.3])
@pytest.mark.parametrize("draws", [20_000, MANY])
def test_a_range_near_nought_never_takes_less_than_no_time(draws, correlation):
    effort = Effort(ends="50 % range", work_items=(row(0, 0, 1, 40),))
    found = total_effort(effort, draws=draws, correlation=correlation)

    assert found.sums()[0] >= 0
    assert found.sums().mean() == pytest.approx(found.mean(), abs=4 * found.sums().std() / draws**0.5)
