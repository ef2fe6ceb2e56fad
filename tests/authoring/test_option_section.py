"""Options by name in Python: what the columns side by side can do, these methods do."""

from __future__ import annotations

import pytest

import archkit
from archkit.errors import ModelError
from tests.full_document import full_text

RABBIT, KAFKA, OUTBOX, CALLS = (
    "RabbitMQ quorum queues",
    "Apache Kafka",
    "PostgreSQL outbox with SKIP LOCKED",
    "Keep the synchronous HTTP calls",
)


@pytest.fixture
def doc(tmp_path):
    path = tmp_path / "full.md"
    path.write_text(full_text(), encoding="utf-8")
    return archkit.open(path)


def names(doc):
    return [option.name for option in doc.options]


def test_options_are_renamed_moved_duplicated_merged_retired_and_brought_back(doc):
    doc.options.rename(KAFKA, "Kafka")
    doc.options.move("Kafka", 0)
    doc.options.duplicate("Kafka", name="Kafka, managed")
    assert names(doc) == ["Kafka", "Kafka, managed", RABBIT, OUTBOX, CALLS]
    assert "Kafka, managed" in doc.criteria.frame.columns
    assert doc.options["kafka, MANAGED"].pros == doc.options[0].pros

    doc.options.merge("Kafka, managed", into="Kafka")
    doc.options.retire(RABBIT, "three more nodes")
    assert names(doc) == ["Kafka", OUTBOX, CALLS]
    assert doc.options.retired == (RABBIT,)
    assert archkit.open(doc.path).options.retired == (RABBIT,)
    doc.options.restore(RABBIT)
    assert names(doc)[-1] == RABBIT
    doc.options.remove(RABBIT)
    doc.options.remove(-1)
    assert names(doc) == ["Kafka", OUTBOX]


def test_claims_change_sides_options_and_places_and_cite_what_is_found(doc):
    claim = doc.options[0].pros[0]
    doc.options.turn(RABBIT, "pros", 0)
    assert doc.options[0].cons[-1] == claim
    doc.options.move_claim(RABBIT, "cons", -1, to=CALLS, at=0)
    assert doc.options[CALLS].cons[0] == claim
    doc.options.move_claim(CALLS, "cons", 0, at=2)
    assert doc.options[CALLS].cons[2] == claim
    doc.options.cite_new(CALLS, "cons", 2, "Two nodes were lost in a drill")
    assert doc.options[CALLS].cons[2].evidence == f"{claim.evidence} [{doc.findings[-1].id}]"
    assert doc.findings.used.set_index("finding").loc[doc.findings[-1].id, "used"] == f"against: {CALLS}"


def test_the_frame_of_uses_counts_pros_and_cons(doc):
    used = doc.findings.used

    assert list(used.columns) == ["finding", "speaks_for", "pros", "speaks_against", "cons", "used"]
    assert used["pros"].sum() > 0
    assert str(used["cons"].dtype) == "int64"


@pytest.mark.parametrize(
    ("how", "right"),
    [
        (lambda options: options.merge("Kafka", into=RABBIT), f'did you mean "{KAFKA}"'),
        (lambda options: options.retire(OUTBOX), "recommend another option first"),
        (lambda options: options.rename(RABBIT, KAFKA), "another one"),
        (lambda options: options.move(RABBIT, 9), "0 to 3"),
        (lambda options: options.turn(RABBIT, "pro", 0), "say pros or cons"),
        (lambda options: options.restore("Kafka"), "none was retired"),
    ],
)
def test_errors_say_what_would_be_right(doc, how, right):
    before = doc.text
    with pytest.raises(ModelError, match=right):
        how(doc.options)
    assert doc.text == before


def test_a_method_that_is_not_there_is_answered_by_one_that_is(doc):
    with pytest.raises(AttributeError, match="did you mean retire"):
        _ = doc.options.retier
