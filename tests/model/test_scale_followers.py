"""What follows a renamed word of the risk scale."""

import pytest

from archkit.model.document import Document
from archkit.model.edit import set_value
from archkit.model.edit_rows import fill_rows

SCALE = [
    {"scale": "likelihood", "word": "seldom", "low": 1, "high": 10},
    {"scale": "likelihood", "word": "often", "low": 10, "high": 90},
    {"scale": "impact", "word": "seldom", "low": 1, "high": 2},
    {"scale": "Impact", "word": "huge", "low": 10, "high": 20},
]
RISKS = [
    {"risk": "Fire", "likelihood": "Seldom", "impact": "huge", "residual_likelihood": "seldom"},
    {"risk": "Flood", "likelihood": "often", "impact": "seldom", "residual_impact": "HUGE"},
    {"risk": "Fog", "likelihood": "1", "impact": "2"},
]
DOCUMENT = Document.model_validate({"risk_scale": SCALE, "risks": RISKS})


def used(document: Document, *fields: str) -> list[tuple[str, ...]]:
    return [tuple(getattr(risk, field) for field in fields) for risk in document.risks]


def test_the_risks_follow_a_renamed_word_of_their_own_scale():
    found = set_value(DOCUMENT, ("risk_scale", 0, "word"), "rare")

    assert used(found, "likelihood", "residual_likelihood") == [("rare", "rare"), ("often", ""), ("1", "")]
    assert used(found, "impact") == used(DOCUMENT, "impact")

    found = set_value(found, ("risk_scale", 3, "word"), "severe")

    assert used(found, "impact", "residual_impact") == [("severe", ""), ("seldom", "severe"), ("2", "")]


def test_words_that_are_filled_in_at_once_are_followed_too():
    cells = [(0, ("word",), "rare"), (1, ("word",), "likely"), (1, ("high",), 95)]

    found = fill_rows(DOCUMENT, ("risk_scale",), cells)

    assert used(found, "likelihood") == [("rare",), ("likely",), ("1",)]
    assert found.risk_scale[1].high == 95


@pytest.mark.parametrize("word", ["", "often", "OFTEN", "30 %"])
def test_nothing_follows_a_blank_a_word_of_another_step_or_a_percentage(word):
    found = set_value(DOCUMENT, ("risk_scale", 0, "word"), word)

    assert found.risks == DOCUMENT.risks


def test_nothing_follows_where_two_steps_had_the_word():
    double = set_value(DOCUMENT, ("risk_scale",), (*DOCUMENT.risk_scale, DOCUMENT.risk_scale[0]))

    assert set_value(double, ("risk_scale", 0, "word"), "rare").risks == DOCUMENT.risks


def test_another_cell_or_another_scale_moves_no_word():
    assert set_value(DOCUMENT, ("risk_scale", 0, "high"), 20).risks == DOCUMENT.risks
    assert set_value(DOCUMENT, ("risk_scale", 0, "scale"), "impact").risks == DOCUMENT.risks
    assert set_value(DOCUMENT, ("risk_scale",), DOCUMENT.risk_scale[:1]).risks == DOCUMENT.risks
