"""The figure of decisions over time: which years have a bar."""

import pandas as pd

from archkit.figures.portfolio_decisions import YEARS, decisions_by_period, portfolio_decisions


def dated(*days: str) -> pd.DataFrame:
    return pd.DataFrame({"date": pd.Series(days, dtype="datetime64[s]"), "status": "accepted"})


def test_years_without_a_document_have_a_place_between_others():
    counts = decisions_by_period(dated("2010-01-01", f"{2010 + YEARS - 1}-01-01"))

    assert len(counts) == YEARS
    assert counts.to_numpy().sum() == 2
    assert portfolio_decisions(dated("2010-01-01", "2020-01-01")).drawn.axes[0].get_xlabel() == ""


def test_one_odd_year_does_not_make_hairlines_of_the_others():
    documents = dated("2024-05-01", "9999-12-31", "0001-01-01", "2024-06-01", "2026-01-01")

    figure = portfolio_decisions(documents)

    assert list(decisions_by_period(documents).index) == ["0001", "2024", "2026", "9999"]
    axes = figure.drawn.axes[0]
    assert [label.get_text() for label in axes.get_xticklabels()] == ["0001", "2024", "2026", "9999"]
    assert axes.get_xlabel() == "Years with a document"
    assert "0001: 1; 2024: 2; 2026: 1; 9999: 1." in figure.alt
