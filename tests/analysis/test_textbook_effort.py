"""Worked examples of textbooks on schedules and losses, as documents that somebody could have written."""

from __future__ import annotations

from itertools import product
from math import hypot, sqrt

import numpy as np
import pytest
from scipy import stats

from archkit.analysis.document_schedule import schedule
from archkit.analysis.risk_exposure import risk_exposure
from archkit.model.document import Document
from archkit.model.effort import Effort, WorkItem
from archkit.model.phases import Phase
from archkit.model.risks import Risk

#: Immediate predecessors, and the three estimates in weeks.
FOUNDRY = {
    "A": ("", 1, 2, 3),
    "B": ("", 2, 3, 4),
    "C": ("A", 1, 2, 3),
    "D": ("B", 2, 4, 6),
    "E": ("C", 1, 4, 7),
    "F": ("C", 1, 2, 9),
    "G": ("DE", 3, 4, 11),
    "H": ("FG", 1, 2, 3),
}


def plan(activities, items=1, **effort):
    """Return a schedule of one phase for each activity, whose work is cut into so many equal items."""
    phases, work = [], []
    for name, (before, *points) in activities.items():
        phases.append(Phase(phase=f"Step {name}", after="; ".join(f"Step {one}" for one in before) or "start"))
        low, likely, high = (point / items for point in points)
        work += [
            WorkItem(work_item=f"{name}{number}", phase=f"Step {name}", low=low, likely=likely, high=high)
            for number in range(items)
        ]
    return schedule(Document(phases=tuple(phases), effort=Effort(work_items=tuple(work), correlation=0, **effort)))


def test_the_foundry_of_render_and_stair_takes_fifteen_weeks_on_the_path_of_means():
    """Render & Stair, Quantitative Analysis for Management, General Foundry: path A-C-E-G-H, variance 3.11."""
    found = plan(FOUNDRY, draws=50_000)

    assert "".join(label[-1] for label in found.critical_path) == "ACEGH"
    assert found.path_of_means == pytest.approx(15)
    variance = sum(((FOUNDRY[name][3] - FOUNDRY[name][1]) / 6) ** 2 for name in "ACEGH")
    assert variance == pytest.approx(3.11, abs=0.005)


def test_the_foundry_is_later_than_its_book_says_as_other_paths_may_turn_out_longer():
    """The book's chance of at most 16 weeks, 71.6 %, is that of one path and a normal distribution."""
    found = plan(FOUNDRY, draws=50_000)
    book = stats.norm.cdf((16 - 15) / sqrt(3.11))

    assert book == pytest.approx(0.716, abs=0.002)
    assert 0.60 < found.chance(16) < book
    assert found.merge_bias > 0


@pytest.mark.parametrize("other", [(9, 15, 21), (10, 16, 22), (6, 12, 30)])
def test_two_phases_side_by_side_end_as_late_as_clark_says(other):
    """Clark, The greatest of a finite set of random variables, Operations Research 9 (1961), equation 2, for normals.

    Phases of 30 equal items are close enough to normal; the gap between the later path and both is the merge bias.
    """
    pairs = {"A": ("", 9, 15, 21), "B": ("", *other)}
    found = plan(pairs, items=30, draws=200_000)
    means = [(low + 4 * likely + high) / 6 for _, low, likely, high in pairs.values()]
    # Of beta-PERT: sd² = (mean − low)(high − mean) / 7, here of 30 items of a thirtieth.
    sds = [
        sqrt((mean - low) * (high - mean) / 7 / 30)
        for mean, (_, low, _, high) in zip(means, pairs.values(), strict=True)
    ]
    both = hypot(*sds)
    ratio = (means[0] - means[1]) / both

    normal = stats.norm
    clark = means[0] * normal.cdf(ratio) + means[1] * normal.cdf(-ratio) + both * normal.pdf(ratio)

    assert found.finish_mean == pytest.approx(clark, abs=0.01)
    assert found.merge_bias == pytest.approx(clark - max(means), abs=0.01)


def test_the_chance_of_a_loss_is_that_of_all_combinations_of_events():
    """Kaplan & Garrick, On the quantitative definition of risk, Risk Analysis 1 (1981): the curve over scenarios.

    Each scenario is a set of events that happen, with the product of their chances, and the losses add up.
    """
    events = [(0.1, 40.0), (0.3, 12.0), (0.5, 5.0), (0.2, 20.0)]
    risks = tuple(Risk(risk=f"R{cost:g}", likelihood=f"{share * 100:g} %", cost=cost) for share, cost in events)

    found = risk_exposure(Document(risks=risks, effort=Effort(draws=200_000))).losses

    for limit in (0, 5, 12, 17, 20, 32, 40, 60, 72):
        exact = sum(
            np.prod([share if happens else 1 - share for happens, (share, _) in zip(scenario, events, strict=True)])
            for scenario in product((True, False), repeat=len(events))
            if sum(cost for happens, (_, cost) in zip(scenario, events, strict=True) if happens) > limit
        )
        assert (found > limit + 1e-9).mean() == pytest.approx(exact, abs=4 * sqrt(exact * (1 - exact) / 200_000) + 1e-9)
