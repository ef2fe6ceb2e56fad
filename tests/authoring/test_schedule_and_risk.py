"""Schedule and exposure to risk of an open document: results that follow edits and draw themselves."""

from __future__ import annotations

import pytest

import archkit
from archkit.errors import ModelError


@pytest.fixture
def doc(tmp_path):
    return archkit.open(archkit.example(tmp_path))


def test_a_schedule_follows_an_edit_of_a_phase(doc):
    before = doc.schedule().path_of_means
    doc.phases.set(3, after="3")

    assert doc.schedule().path_of_means > before
    assert "Phases in working days" in repr(doc.schedule().plot())
    assert "Chance to be finished" in repr(doc.schedule().plot(kind="finish"))


def test_the_exposure_follows_the_scale_that_is_chosen(doc):
    doc.risks.set(0, likelihood="high", cost=None, impact="low")
    assert doc.risk_exposure().frame["loss_low"].isna().tolist()[0]

    doc.use_risk_scale("NIST SP 800-30")

    assert doc.risk_exposure().frame.loc["R1", ["loss_low", "loss_high"]].tolist() == pytest.approx([1.6, 4.75])
    assert "| likelihood | very high | 96 | 100 |" in doc.text
    assert doc.risk_grid().frame.loc["R1", ["likelihood", "impact"]].tolist() == [4, 2]
    assert "Chance that the risks" in repr(doc.risk_exposure().plot(kind="exceedance"))


def test_a_scale_that_is_not_on_offer_is_refused(doc):
    with pytest.raises(ModelError, match="use archkit or NIST SP 800-30"):
        doc.use_risk_scale("ours")
