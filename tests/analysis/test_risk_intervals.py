"""Risks as intervals before and after mitigation; unknown words give no number, numbers override words."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from archkit.analysis.risk_intervals import Event, interval_problems, risk_intervals
from archkit.model.document import Document
from archkit.model.risk_scales import offered_scale
from archkit.model.risks import Risk

_CASES = {
    case["name"]: case
    for case in json.loads((Path(__file__).parents[1] / "data" / "published_cases.json").read_text("utf-8"))
}


def one(**fields):
    scale = fields.pop("scale", ())
    return risk_intervals(Document(risks=(Risk(risk="It breaks", **fields),), risk_scale=scale))[0]


def problems(*risks):
    return list(interval_problems(risk_intervals(Document(risks=risks))))


def test_words_are_intervals_and_the_expected_loss_is_one():
    risk = one(likelihood="possible", impact="major")

    assert risk.before == Event((0.2, 0.5), (15, 40))
    low, mean, high = risk.before.loss
    assert (low, high) == (3, 20)
    assert mean == pytest.approx(0.35 * 25 / np.log(40 / 15))


def test_numbers_override_words():
    risk = one(likelihood="20 %", impact="severe", cost=6)

    assert risk.before == Event((0.2, 0.2), (6, 6))
    assert risk.before.loss == pytest.approx((1.2, 1.2, 1.2))
    assert risk.is_outside


def test_the_words_of_another_scale_count_once_it_is_in_force():
    fields = {"likelihood": "high", "impact": "very low"}

    assert one(**fields).before is None
    assert one(**fields, scale=offered_scale("NIST SP 800-30")).before == Event((0.8, 0.95), (0.5, 2))


def test_an_unknown_word_gives_no_number_and_a_message():
    risk = Risk(risk="It breaks", likelihood="hgih", impact="big")

    assert risk_intervals(Document(risks=(risk,)))[0].before is None
    assert problems(risk) == [
        'R1 "It breaks" is in no sum: likelihood "hgih" is not on the scale; use a percentage from 0 to 100, 1–5 or '
        'one of rare, unlikely, possible, likely, almost certain and impact "big" is not on the scale; use days '
        "in Cost, 1–5 or one of negligible, minor, moderate, major, severe"
    ]


def test_residual_words_and_days_count_after_the_mitigation_and_blanks_stay_as_before():
    risk = one(likelihood="likely", impact="major", mitigation="Test it", residual_likelihood="rare")

    assert risk.after == Event((0.01, 0.05), (15, 40))
    assert risk.kept == ("impact",)
    assert one(likelihood="likely", cost=9, residual_impact="minor").after == Event((0.5, 0.8), (2, 5))
    assert one(likelihood="likely", impact="major", residual_cost=0).after == Event((0.5, 0.8), (0, 0))


def test_what_stays_as_before_is_said_once_for_all():
    mitigated = {"likelihood": "likely", "impact": "major", "mitigation": "Test it"}

    found = problems(
        Risk(risk="a", **mitigated), Risk(risk="b", **mitigated), Risk(risk="c", **mitigated, residual_cost=1)
    )

    assert found == [
        "R1, R2: what the mitigation changes is not given, so the risk counts after it as before",
        "R3: the residual likelihood is blank, so the likelihood before counts",
    ]


def test_a_residual_word_that_is_unknown_gives_no_number_and_counts_as_before_in_sums():
    risk = one(likelihood="likely", impact="major", residual_impact="tiny")

    assert risk.after is None
    assert risk.afterwards == risk.before
    assert risk.net_benefit is None
    assert "counts after its mitigation as before: residual impact" in problems(risk.risk)[0]


def test_the_net_benefit_is_what_is_saved_less_what_the_mitigation_costs():
    risk = one(likelihood="50 %", cost=20, residual_likelihood="10 %", residual_cost=20, mitigation_cost=3)

    assert risk.net_benefit == pytest.approx((5, 5, 5))
    assert one(likelihood="50 %", cost=20, mitigation_cost=3).net_benefit is None
    assert one(likelihood="50 %", cost=20).net_benefit is None


def test_a_probability_that_the_mitigation_leaves_widens_the_benefit_only_once():
    risk = one(likelihood="possible", cost=20, residual_cost=10)

    assert risk.net_benefit == pytest.approx((2, 3.5, 5))


def test_the_drawn_benefit_lies_on_its_mean():
    risk = one(likelihood="likely", impact="severe", residual_likelihood="rare", residual_impact="minor")
    drawn = [event.drawn(0, draws=50_000, seed=1) for event in (risk.before, risk.after)]

    assert (drawn[0] - drawn[1]).mean() == pytest.approx(risk.net_benefit[1], rel=0.01)


def test_expected_monetary_values_are_those_of_the_published_decision_tree():
    """PMI, PMBOK Guide, 5th ed., Figure 11-16: build or upgrade a plant; the weak market is the event that costs."""
    case = _CASES["emv_pmbok_plant"]
    found, paths = [], []
    for plant in (case["inputs"]["build"], case["inputs"]["upgrade"]):
        strong, weak = plant["payoff"]
        lost = Event((plant["p"][1],) * 2, (strong - weak,) * 2)
        found.append(strong - plant["cost"] - lost.loss[1])
        paths += [strong - plant["cost"], weak - plant["cost"]]

    assert found == pytest.approx(case["expected"]["emv"])
    assert paths == case["expected"]["path_values"]


def test_closed_risks_and_empty_rows_are_passed_over_and_places_stay():
    risks = (Risk(), Risk(risk="a", likelihood="x", status="Closed"), Risk(risk="b", likelihood="rare", cost=1))
    found = risk_intervals(Document(risks=risks))

    assert [(risk.label, risk.is_closed) for risk in found] == [("R2", True), ("R3", False)]
    assert problems(*risks) == []


def test_typed_text_in_place_of_days_is_said():
    assert (
        'cost "many" is not a number of days' in problems(Risk(risk="a", likelihood="rare", impact="1", cost="many"))[0]
    )
