"""The scales of likelihood and impact."""

import pytest

from archkit.model.risks import impact_level, likelihood_level, likelihood_share


@pytest.mark.parametrize(
    "text, level",
    [
        ("rare", 1),
        ("Almost  Certain", 5),
        ("3", 3),
        ("0%", 1),
        ("19.9 %", 1),
        ("20%", 2),
        ("100 %", 5),
        ("101 %", None),
        ("6", None),
        ("0", None),
        ("hgih", None),
        ("", None),
    ],
)
def test_a_likelihood_is_a_step_a_share_or_a_word(text, level):
    assert likelihood_level(text) == level


@pytest.mark.parametrize("text, level", [("severe", 5), ("1", 1), ("Loses orders", None), ("", None), ("50 %", None)])
def test_an_impact_is_a_step_a_word_or_free_text(text, level):
    assert impact_level(text) == level


def test_only_a_percentage_is_a_probability():
    assert [likelihood_share(text) for text in ("20%", "20", "likely", "120 %")] == [0.2, None, None, None]
