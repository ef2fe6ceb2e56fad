"""The words of a risk as intervals: the default scale, NIST SP 800-30 and a company's own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from archkit.errors import ModelError
from archkit.model.risk_scales import LEVEL_OF_RISK, NIST, OFFERED, offered_scale, risk_scale
from archkit.model.risks import IMPACTS, LIKELIHOODS
from archkit.model.scale_steps import ScaleStep

_CASES = json.loads((Path(__file__).parents[1] / "data" / "published_cases.json").read_text("utf-8"))


def step(scale: str, word: str, low: object, high: object) -> ScaleStep:
    return ScaleStep(scale=scale, word=word, low=low, high=high)


def test_the_level_of_risk_is_that_of_nist_sp_800_30_table_i_2():
    """NIST SP 800-30 Rev. 1 (2012), Table I-2."""
    case = next(case for case in _CASES if case["name"] == "nist_sp800_30r1_table_I2")
    short = {"very low": "VL", "low": "L", "moderate": "M", "high": "H", "very high": "VH"}

    assert [[short[level] for level in row] for row in LEVEL_OF_RISK] == case["expected"]["level"]


def test_the_words_of_nist_stand_for_its_published_percentages():
    """NIST SP 800-30 Rev. 1 (2012), semi-quantitative values of Tables G-2 to G-4."""
    scale = risk_scale(offered_scale(" nist sp 800-30 "))

    assert [scale.likelihood_ends(word) for word in ("very low", "low", "moderate", "high", "very high")] == [
        (0, 0.04), (0.05, 0.2), (0.21, 0.79), (0.8, 0.95), (0.96, 1),
    ]  # fmt: skip
    assert not scale.problems


def test_without_rows_the_words_of_the_form_have_a_meaning():
    scale = risk_scale(())

    assert [scale.likelihood_ends(word) for word in LIKELIHOODS] == [
        (0.01, 0.05), (0.05, 0.2), (0.2, 0.5), (0.5, 0.8), (0.8, 0.95),
    ]  # fmt: skip
    assert [scale.impact_ends(word) for word in IMPACTS] == [(0.5, 2), (2, 5), (5, 15), (15, 40), (40, 120)]
    assert "rare 1–5 %" in scale.text
    assert "severe 40–120" in scale.text


def test_a_number_means_the_step_and_a_percentage_itself():
    scale = risk_scale(())

    assert scale.likelihood_ends(" 2 ") == scale.likelihood_ends("Unlikely") == (0.05, 0.2)
    assert scale.likelihood_ends("12.5 %") == (0.125, 0.125)
    assert [scale.likelihood_step(text) for text in ("0 %", "5%", "5.1 %", "20%", "99 %")] == [1, 1, 2, 2, 5]


def test_what_is_on_no_scale_has_no_meaning_and_the_message_says_what_would_be_right():
    scale = risk_scale(())

    assert scale.likelihood_ends("hgih") is scale.likelihood_ends("6") is scale.likelihood_ends("") is None
    assert scale.impact_ends("²") is scale.impact_ends("our own words") is None
    assert "did you mean unlikely?" in scale.why_not("likelihood", "unlikly")
    assert "1–5 or one of negligible" in scale.why_not("impact", "big")
    assert scale.why_not("impact", "") == "it has no impact"


def test_a_scale_of_a_company_takes_the_place_of_the_words_it_gives():
    scale = risk_scale((step("Likelihood", "Selten", 0, 10), step("likelihood", "oft", 30, 60)))

    assert scale.likelihood_ends("selten") == (0, 0.1)
    assert scale.likelihood_ends("rare") is None
    assert scale.likelihood_step("20 %") == 2
    assert scale.impact_ends("severe") == (40, 120)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (step("chance", "often", 1, 2), '"chance" is not one of likelihood, impact'),
        (step("likelihood", "", 1, 2), "has no word"),
        (step("likelihood", "often", None, 2), "needs a low and a high end"),
        (step("impact", "big", "many", 2), "needs a low and a high end"),
        (step("impact", "big", 9, 2), "low 9 is above high 2"),
        (step("likelihood", "often", 50, 150), "above 100 %"),
    ],
)
def test_a_row_that_gives_no_interval_is_said_and_its_word_means_nothing(row, message):
    scale = risk_scale((row,))

    assert len(scale.problems) == 1
    assert message in scale.problems[0]
    assert scale.likelihood_ends("often") is None
    assert scale.impact_ends("big") is None


def test_a_word_that_stands_twice_counts_once():
    scale = risk_scale((step("impact", "big", 1, 2), step("impact", " BIG", 3, 4)))

    assert scale.impact_ends("big") == (1, 2)
    assert scale.problems == ('risk scale, row 2: "BIG" stands twice; the first one counts',)


def test_an_unknown_scale_is_refused_with_those_on_offer():
    assert NIST in OFFERED
    with pytest.raises(ModelError, match="use archkit or NIST SP 800-30"):
        offered_scale("ISO 31000")


def test_only_steps_with_an_interval_are_offered():
    rows = [("ouch", 1, 2), ("ouch", 2, 3), ("neg", "-1", 2)]
    scale = risk_scale(tuple(ScaleStep(scale="impact", word=word, low=low, high=high) for word, low, high in rows))

    assert scale.why_not("impact", "big") == 'impact "big" is not on the scale; use days in Cost, ouch'
