"""Rows inside a section: pairwise weights and ratings below the criteria, and settings beside the work items."""

from __future__ import annotations

import pytest

from archkit.format.read import read
from archkit.session import Session
from archkit.widgets.changes import cells
from archkit.widgets.form import section_form
from archkit.widgets.schema import depends_on, describe_section
from tests.full_document import full_text
from tests.widgets.far_side import Browser


@pytest.fixture
def session(tmp_path):
    path = tmp_path / "full.md"
    path.write_text(full_text(), encoding="utf-8")
    return Session.open(path)


def titles(session, key, part):
    described = describe_section(session.document, key)
    return [column["title"] for column in described["columns"][part]]


def row_id(form, path, index):
    part = next(part for part in form.form.section["parts"] if tuple(part["path"]) == path)
    return part["rows"][index]["id"]


def test_the_form_of_the_comparison_shows_criteria_settings_pairwise_weights_and_ratings(session):
    parts = describe_section(session.document, "comparison")["parts"]
    options = list(session.document.option_names)

    assert [(part["part"], tuple(part["path"])) for part in parts] == [
        ("rows", ("comparison", "criteria")),
        ("fields", ("comparison",)),
        ("rows", ("comparison", "judgements")),
        ("rows", ("comparison", "ratings")),
    ]
    assert titles(session, "comparison", "Comparison.weights") == ["Weights", "Reference"]
    assert titles(session, "comparison", "judgements") == ["Criterion", "Against", "Ratio"]
    assert titles(session, "comparison", "ratings") == ["Rater", "Criterion", "Weight", *options]


def test_a_rating_is_added_and_scored_in_the_form(session):
    form = Browser(section_form(session, "comparison"))
    ratings = ("comparison", "ratings")

    form.do("insert", list(ratings), index=2, value={"rater": "Ines", "criterion": "Running cost"})
    made = row_id(form, ratings, 2)
    answer = form.do("set", [*ratings, made, "scores", "Apache Kafka"], value="cheap")

    row = session.document.comparison.ratings[2]
    assert (row.rater, row.scores) == ("Ines", {"Apache Kafka": "cheap"})
    assert 'score "cheap" is not understood' in dict(answer["problems"])[*ratings, made, "scores", "Apache Kafka"]


def test_names_of_criteria_are_offered_and_others_reported(session):
    session.set(("comparison", "judgements", 0, "against"), "Room to grwo")
    described = describe_section(session.document, "comparison")

    against = next(column for column in described["columns"]["judgements"] if column["key"] == "against")
    problems = [problem for _, problem in cells(described).values() if problem]

    assert ("Room to grow", "Room to grow") in against["choices"]
    assert problems == ['no criterion is called "Room to grwo"; did you mean "Room to grow"?']


def test_weights_are_marked_by_the_way_in_which_they_are_given(session):
    session.set(("comparison", "weights"), "rank")
    session.set(("comparison", "criteria", 2, "weight"), "0.5")

    problems = [problem for _, problem in cells(describe_section(session.document, "comparison")).values() if problem]

    assert len(problems) == 1
    assert 'weight "0.5" is no rank' in problems[0]


def test_settings_of_the_effort_are_fields_also_when_totals_are_computed(session):
    session.set(("effort", "correlation"), "2")
    shown = cells(describe_section(session.document, "effort"))

    assert shown["effort", "correlation"] == ("2", "correlation 2 does not fit; use a number from 0 to 1")
    assert shown["effort", "team"] == ("4", "")


def test_the_words_of_the_documents_own_risk_scale_are_offered(session):
    before = depends_on(session.document, "risks")
    session.set(("risk_scale", 0, "word"), "once in a lifetime")
    for at, risk in enumerate(session.document.risks):
        if risk.residual_likelihood == "rare":
            session.set(("risks", at, "residual_likelihood"), "unlikely")
    session.set(("risks", 0, "likelihood"), "Once in a  lifetime")
    described = describe_section(session.document, "risks")
    offered = next(column for column in described["columns"]["risks"] if column["key"] == "likelihood")["choices"]

    assert offered[0] == ("once in a lifetime", "once in a lifetime")
    assert not [problem for _, problem in cells(described).values() if problem]
    assert depends_on(session.document, "risks") != before


def test_a_phase_keeps_its_followers_when_its_name_is_typed_anew(session):
    session.set(("phases", 2, "after"), "Dispatcher and mail")
    form = Browser(section_form(session, "phases"))

    form.do("set", ["phases", form.row(1), "phase"], value="Dispatcher")

    assert session.document.phases[2].after == "Dispatcher"
    assert read(session.text).document.phases == session.document.phases
