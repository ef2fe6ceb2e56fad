import pytest

from archkit.analysis.risk_grid import risk_grid
from archkit.figures.risk_matrix import risk_matrix
from archkit.model.risk_scales import risk_scale
from archkit.model.risks import Risk
from archkit.model.scale_steps import ScaleStep


def texts(figure):
    return [text.get_text() for axes in figure.drawn.axes for text in axes.texts]


def test_the_cells_hold_the_numbers_of_their_risks(example):
    grid = risk_grid(example.risks)

    cells = {text.get_position(): text.get_text() for text in risk_matrix(grid).drawn.axes[0].texts}

    for likelihood, row in enumerate(grid.cells):
        for impact, risks in enumerate(row):
            assert cells[(impact, likelihood)].split() == [risk.label for risk in risks]


def test_all_names_stand_beside_the_grid(example):
    found = " ".join(texts(risk_matrix(risk_grid(example.risks))))

    assert all(risk.risk.split(" because")[0][:60] in found for risk in example.risks)


def test_the_sentence_holds_every_risk_with_its_place(example):
    alt = risk_matrix(risk_grid(example.risks)).alt

    assert "R5 Parked deliveries pile up because nobody looks (likely, moderate)" in alt


def test_a_risk_without_a_place_is_listed_with_its_reason():
    figure = risk_matrix(risk_grid((Risk(risk="It breaks", likelihood="hgih", impact="major"),)))

    assert any('"hgih" is not on the scale' in text for text in texts(figure))
    assert "Not on the grid: R1 It breaks" in figure.alt


@pytest.mark.parametrize("count", [1, 12, 13, 60])
def test_a_crowded_cell_says_how_many_more_there_are(count):
    grid = risk_grid(tuple(Risk(risk=f"Risk {at}", likelihood="3", impact="3") for at in range(count)))

    labels = risk_matrix(grid).drawn.axes[0].texts[12].get_text().split()

    more = int(labels.pop().removeprefix("+")) if labels[-1].startswith("+") else 0
    assert len(labels) + more == count


def test_a_scale_of_many_steps_shows_their_numbers():
    steps = tuple(ScaleStep(scale="impact", word=f"step {at}", low=at, high=at + 1) for at in range(30))
    figure = risk_matrix(risk_grid((Risk(risk="a", likelihood="rare", impact="step 29"),), risk_scale(steps)))

    assert [label.get_text() for label in figure.drawn.axes[0].get_xticklabels()] == [
        "1",
        "5",
        "9",
        "13",
        "17",
        "21",
        "25",
        "29",
    ]
    assert "R1 a (rare, step 29)" in figure.alt


def test_without_risks_the_figure_says_so():
    assert risk_matrix(risk_grid(())).alt == "There are no risks yet."


def test_a_reason_is_written_out():
    figure = risk_matrix(risk_grid((Risk(risk="It breaks", likelihood="hgih", impact="catastrophic"),)))

    reason = " ".join(figure.drawn.axes[1].texts[-1 - at].get_text() for at in reversed(range(4)))
    assert reason.endswith("minor, moderate, major, severe")
    assert "…" not in reason


def test_a_closed_risk_is_marked_in_its_cell_and_in_the_list():
    figure = risk_matrix(risk_grid((Risk(risk="It broke", likelihood="1", impact="1", status="closed"),)))

    assert {"(R1)", "(closed) It broke"} <= set(texts(figure))
    assert "R1 It broke (closed, rare, negligible)" in figure.alt
