"""Networks of activities: published examples, networkx as oracle, and what more work or waiting can never do."""

from __future__ import annotations

import json
from math import sqrt
from pathlib import Path

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from archkit.analysis.critical_path import in_order, longest_path, passes
from archkit.analysis.simulation import item_draws
from archkit.analysis.three_point import ThreePoint
from archkit.errors import AnalysisError

_CASES = {
    case["name"]: case
    for case in json.loads((Path(__file__).parents[1] / "data" / "published_cases.json").read_text("utf-8"))
}


def published(name: str):
    """Return names, three points (activities × 3), predecessors and the case."""
    case = _CASES[name]
    activities = case["inputs"]["activities"]
    names = list(activities)
    points = np.array([[activities[name][end] for end in "omp"] for name in names], dtype=float)
    before = [[names.index(other) for other in activities[name]["predecessors"]] for name in names]
    return names, points, before, case


def means_of(points):
    return points @ [1, 4, 1] / 6


@pytest.mark.parametrize(
    ("name", "path"), [("pert_hillier_lieberman_reliable", "ABCEFJLN"), ("pert_wikipedia_seven_tasks", "aceg")]
)
def test_the_published_critical_path_is_found(name, path):
    """Hillier & Lieberman, Introduction to Operations Research, Reliable Construction; Wikipedia, PERT."""
    names, points, before, case = published(name)

    found = passes(means_of(points), before)

    assert "".join(names[place] for place in longest_path(means_of(points), before)) == path
    assert {names[at] for at in np.flatnonzero(found.criticality)} == set(path)
    assert found.end[0] == pytest.approx(case["expected"]["project_mean"], abs=case["tolerance"])


def test_the_normal_approximation_of_hillier_and_lieberman_is_above_the_simulated_chance():
    """Means 44, variance 9 on the mean critical path give 84 %; with the other paths it is less: merge bias."""
    names, points, before, case = published("pert_hillier_lieberman_reliable")
    path = list(longest_path(means_of(points), before))
    variance = (((points[:, 2] - points[:, 0]) / 6) ** 2)[path].sum()
    draws = [item_draws(ThreePoint(*row), (at,), correlation=0, draws=100_000) for at, row in enumerate(points, 1)]

    found = passes(draws, before)
    approximated = stats.norm.cdf((47 - means_of(points)[path].sum()) / sqrt(variance))
    simulated = (found.end <= 47).mean()

    assert variance == pytest.approx(case["expected"]["project_variance"])
    assert approximated == pytest.approx(case["expected"]["p_on_time"], abs=case["tolerance"])
    assert simulated == pytest.approx(0.816, abs=0.005)
    assert found.end.mean() > 44
    assert dict(zip(names, found.criticality, strict=True))["A"] == 1


def test_total_float_is_how_much_later_an_activity_may_finish():
    found = passes([3, 5, 2, 4], [[], [0], [0], [1, 2]])

    assert found.start[:, 0].tolist() == [0, 3, 3, 8]
    assert found.finish[:, 0].tolist() == [3, 8, 5, 12]
    assert found.total_float[:, 0].tolist() == [0, 0, 3, 0]


@st.composite
def networks(draw, draws=3):
    count = draw(st.integers(1, 12))
    lengths = draw(
        st.lists(st.lists(st.integers(0, 50), min_size=draws, max_size=draws), min_size=count, max_size=count)
    )
    before = [sorted(draw(st.sets(st.integers(0, at - 1), max_size=4))) if at else [] for at in range(count)]
    turned = draw(st.permutations(range(count)))
    places = {old: new for new, old in enumerate(turned)}
    return np.array([lengths[old] for old in turned], float), [[places[at] for at in before[old]] for old in turned]


@settings(max_examples=150)
@given(networks())
def test_networkx_finds_the_same_longest_path(network):
    lengths, before = network

    found = passes(lengths, before)

    for column in range(lengths.shape[1]):
        graph = nx.DiGraph()
        graph.add_nodes_from([*range(len(before)), "end"])
        graph.add_weighted_edges_from(
            (at, place, lengths[at, column]) for place, ats in enumerate(before) for at in ats
        )
        graph.add_weighted_edges_from((at, "end", lengths[at, column]) for at in range(len(before)))
        assert found.end[column] == nx.dag_longest_path_length(graph)
        path = list(longest_path(lengths[:, column], before))
        assert lengths[path, column].sum() == found.end[column]
        assert (found.total_float[path, column] == 0).all()


@settings(max_examples=100)
@given(networks(), st.data())
def test_waiting_for_one_more_never_makes_the_end_earlier(network, data):
    lengths, before = network
    order = in_order(before)
    later = data.draw(st.integers(0, len(order) - 1))
    earlier = data.draw(st.integers(0, later))

    more = [[*ats, order[earlier]] if at == order[later] and earlier != later else ats for at, ats in enumerate(before)]

    assert (passes(lengths, more).end >= passes(lengths, before).end).all()


@settings(max_examples=100)
@given(networks(), st.floats(1, 9), st.data())
def test_a_shorter_activity_never_makes_the_end_later(network, faster, data):
    lengths, before = network
    place = data.draw(st.integers(0, len(before) - 1))
    shorter = lengths.copy()
    shorter[place] /= faster

    assert (passes(shorter, before).end <= passes(lengths, before).end).all()


@settings(max_examples=100)
@given(networks())
def test_an_activity_delayed_by_its_float_does_not_move_the_end_and_by_more_does(network):
    lengths, before = network
    found = passes(lengths[:, :1], before)

    for place in range(len(before)):
        delayed = lengths[:, :1].copy()
        delayed[place] += found.total_float[place]
        assert passes(delayed, before).end[0] == found.end[0]
        delayed[place] += 1
        assert passes(delayed, before).end[0] == found.end[0] + 1


def test_a_circle_is_named_in_one_sentence():
    with pytest.raises(AnalysisError, match=r'^"Build" → "Test" → "Ship" → "Build" wait for each other in a circle'):
        passes([1, 1, 1, 1], [[], [3], [1], [2]], ["Plan", "Build", "Test", "Ship"])


def test_a_long_circle_is_cut_and_one_that_waits_for_itself_is_said():
    ring = [[(at - 1) % 40] for at in range(40)]

    with pytest.raises(AnalysisError, match=r"^1 → 2 → .* → 33 more → 1 wait"):
        in_order(ring)
    with pytest.raises(AnalysisError, match="comes after itself"):
        in_order([[0]])


@pytest.mark.parametrize(
    ("durations", "before", "message"),
    [([1.0], [[], []], "different lengths"), ([-1.0], [[]], "negative"), ([float("nan")], [[]], "not finite"),
     ([1.0], [[4]], "no activity 5")],
)  # fmt: skip
def test_arrays_that_do_not_fit_are_refused(durations, before, message):
    with pytest.raises(AnalysisError, match=message):
        passes(durations, before)


def test_no_activities_end_at_once():
    assert passes(np.zeros((0, 3)), []).end.tolist() == [0, 0, 0]
    assert longest_path([], []) == ()
