"""`doc.compare()`: parts that show themselves, have frames and can be drawn."""

import pytest

import archkit
from archkit.authoring.results import Compared
from archkit.errors import AnalysisError


@pytest.fixture
def doc(tmp_path):
    return archkit.open(archkit.example(tmp_path))


@pytest.mark.parametrize("part", Compared.FIGURES)
def test_a_part_with_a_figure_has_its_frame_and_its_plot(doc, part):
    found = getattr(doc.compare(draws=100), part)

    assert found.plot().alt
    assert repr(found) == repr(getattr(doc.compare(draws=100), part))
    assert found.frame.columns.size


def test_the_whole_draws_the_contributions_and_knows_its_parts(doc):
    compared = doc.compare("Apache Kafka", draws=100)

    assert compared.plot().alt.startswith("Weighted score of each option")
    assert compared.deltas.reference == "Apache Kafka"
    assert {"verdict", "dominance", "regret", "plot"} <= set(dir(compared))


def test_draws_and_seed_reach_the_ranks(doc):
    one, two = (doc.compare(draws=200, seed=seed).ranks for seed in (1, 2))

    assert one.notes[0].startswith("200 draws, seed 1")
    assert not one.frame.equals(two.frame)


def test_an_option_that_is_not_there_is_refused(doc):
    with pytest.raises(AnalysisError, match='there is no option "Zebra"'):
        doc.compare("Zebra")
