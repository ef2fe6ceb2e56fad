"""What a form is asked to do with whole options, with claims, and with evidence; each is one step to undo."""

from __future__ import annotations

import pytest

from archkit.widgets.form import section_form
from archkit.widgets.schema import depends_on, describe_section
from tests.widgets.far_side import Browser


@pytest.fixture
def options(session):
    return Browser(section_form(session, "options"))


def option(form, index):
    return ["options", form.row(index)]


def claim(form, index, side, row):
    parts = form.form.section["parts"][0]["rows"][index]["parts"]
    part = next(part for part in parts if part.get("key") == side)
    return [*part["path"], part["rows"][row]["id"]]


def test_each_operation_is_one_step(session, options):
    start = session.text
    steps = (
        lambda: options.do("option", option(options, 0), what="duplicate"),
        lambda: options.do("option", option(options, 0), what="merge", into=options.row(2)),
        lambda: options.do("option", option(options, 0), what="retire", value="why"),
        lambda: options.do("move", option(options, 0), index=2),
        lambda: options.do("claim", claim(options, 0, "pros", 1), turn=True),
        lambda: options.do("claim", claim(options, 0, "cons", 0), into=options.row(3)),
        lambda: options.do(
            "cite_new", [*claim(options, 0, "cons", 0), "evidence"], value="New", before="", after="", was=was(session)
        ),
    )
    for step in steps:
        answer = step()
        assert answer["saved"], answer["message"]
        assert session.text != start
        session.undo()
        assert session.text == start


def was(session):
    return session.document.options[0].cons[0].evidence


def test_a_claim_keeps_its_place_in_the_other_list_and_a_retired_option_comes_back(session, options):
    turned = session.document.options[0].pros[1]
    options.do("claim", claim(options, 0, "pros", 1), turn=True)
    assert session.document.options[0].cons[-1] == turned

    options.do("option", option(options, 0), what="retire", value="")
    assert list(options.form.section["parts"][0]["retired"]) == ["RabbitMQ quorum queues"]
    options.do("option", ["options"], what="restore", value="RabbitMQ quorum queues")
    assert session.document.options[-1].cons[-1] == turned


@pytest.mark.parametrize(
    "message",
    [
        {"op": "option", "path": ["options", "r1"], "what": "paint"},
        {"op": "option", "path": ["options", "r1"]},
        {"op": "option", "path": ["options", "gone"], "what": "duplicate"},
        {"op": "option", "path": ["risks", "r1"], "what": "duplicate"},
        {"op": "option", "path": ["options", "r1"], "what": "merge"},
        {"op": "option", "path": ["options", "r1"], "what": "merge", "into": "r1"},
        {"op": "option", "path": ["options", "r1"], "what": "retire", "value": 3},
        {"op": "option", "path": ["options"], "what": "restore", "value": "Nobody"},
        {"op": "claim", "path": ["options", "r1", "pros"], "turn": True},
        {"op": "claim", "path": ["options", "r1", "remarks", "r2"], "turn": True},
        {"op": "claim", "path": ["options", "r1", "pros", "gone"], "turn": True},
        {"op": "cite_new", "path": ["options", "r1", "pros", "gone", "evidence"], "value": "x"},
    ],
)
def test_what_does_not_fit_is_refused_in_words_and_changes_nothing(session, options, message):
    before = session.text
    answer = options.form.handle({"seq": 1, "client": "tab", **message})

    assert not answer["saved"]
    assert "inside archkit" not in answer["message"]
    assert session.text == before


def test_a_finding_is_not_made_over_words_of_somebody_else(session, options):
    path = [*claim(options, 0, "cons", 0), "evidence"]
    answer = options.do("cite_new", path, value="New", before="", after="", was="what stood there before")

    assert "changed elsewhere" in answer["message"]
    blank = options.do("cite_new", path, value=" ", before="", after="", was=was(session))
    assert "type what was found" in blank["message"]


def test_a_score_makes_a_finding_too(session):
    form = Browser(section_form(session, "comparison"))
    path = ["comparison", "criteria", form.row(3), "scores", "Apache Kafka"]
    answer = form.do("cite_new", path, value="Two people left", before="2", after="", was="2")

    made = session.document.findings[-1]
    assert answer["saved"], answer["message"]
    assert made.text == "Two people left"
    assert session.document.comparison.criteria[3].scores["Apache Kafka"] == f"2 [{made.id}]"


def test_findings_say_where_they_are_used_and_hear_of_it(session):
    before = depends_on(session.document, "findings")
    session.set(("options", 3, "cons", 0, "evidence"), "[F11]")
    part = next(part for part in describe_section(session.document, "findings")["parts"] if part["part"] == "computed")
    used = dict(zip(part["titles"], part["texts"], strict=True))

    assert depends_on(session.document, "findings") != before
    assert "against: RabbitMQ quorum queues (3), Keep the synchronous HTTP calls" in used["F11"]
