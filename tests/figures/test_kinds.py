"""A kind of figure that is not there is refused with those that are."""

from __future__ import annotations

import pytest

import archkit
from archkit.errors import AnalysisError

KINDS = {
    "compare": "stacked, grouped",
    "total_effort": "phases, s-curve, spread, options",
    "risk_exposure": "expected loss, exceedance, p80",
    "schedule": "gantt, finish",
}


@pytest.mark.parametrize("result", KINDS)
def test_a_figure_that_is_not_there_is_refused_with_those_that_are(result, tmp_path):
    numbers = getattr(archkit.open(archkit.example(tmp_path)), result)()

    with pytest.raises(AnalysisError, match=f'there is no figure "bar"; use {KINDS[result]}'):
        numbers.plot(kind="bar")
