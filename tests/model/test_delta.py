"""What changed between two documents can be written down and applied again."""

from __future__ import annotations

import json

import pytest
from hypothesis import given

from archkit.errors import ModelError
from archkit.model.delta import apply_delta, delta, places
from archkit.model.document import Document
from archkit.model.risks import Risk
from tests.format.documents import documents


def through_json(changes: list) -> list:
    return json.loads(json.dumps(changes).encode("utf-8", "replace"))


@given(documents, documents)
def test_a_delta_turns_one_document_into_the_other(before: Document, after: Document):
    assert apply_delta(before, through_json(delta(before, after))) == after


@given(documents)
def test_a_document_has_no_delta_to_itself(document: Document):
    assert delta(document, document.model_copy(deep=True)) == []


def test_a_field_is_one_small_change():
    before = Document(risks=(Risk(risk="It breaks"), Risk(risk="It burns")))
    after = before.replace(risks=(before.risks[0], before.risks[1].replace(owner="Ada")))

    assert delta(before, after) == [("set", ("risks", 1, "owner"), "Ada")]
    assert places(delta(before, after)) == (("risks", 1, "owner"),)


def test_rows_that_come_and_go_are_no_typing_in_a_field():
    before = Document(risks=(Risk(risk="It breaks"),))

    changes = delta(before, before.replace(risks=(), title="New"))

    assert places(changes) == ()


@pytest.mark.parametrize(
    "change",
    [
        ("set", ["risks", 3, "owner"], "x"),
        ("set", ["nothing"], "x"),
        ("set", ["title", "deep"], "x"),
        ("set", ["risks"], 3),
        ("rows", ["title"], 0, 0, []),
    ],
)
def test_a_change_of_another_document_is_refused(change):
    with pytest.raises(ModelError):
        apply_delta(Document(), [change])
