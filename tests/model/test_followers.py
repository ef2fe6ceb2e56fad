"""What follows an edit: ratings, pairwise weights and phases keep to what they name."""

from __future__ import annotations

import pytest

from archkit.errors import ModelError
from archkit.model.comparison import Comparison, Criterion, Judgement, Rating
from archkit.model.document import Document
from archkit.model.edit import delete_row, insert_row, move_row, set_value
from archkit.model.effort import Effort, WorkItem
from archkit.model.options import Option
from archkit.model.phases import Phase, split_after
from archkit.model.risks import Risk

COMPARED = Document(
    options=(Option(name="Ledger"), Option(name="Table")),
    comparison=Comparison(
        criteria=(Criterion(criterion="Speed"), Criterion(criterion="Cost")),
        reference="Ledger",
        judgements=(Judgement(criterion="Speed", against="Cost", ratio="3"),),
        ratings=(Rating(rater="Ana", criterion="Speed", scores={"Ledger": "3", "Table": "4"}),),
    ),
)
PHASED = Document(
    phases=(
        Phase(phase="Tables"),
        Phase(phase="Mail", after="1"),
        Phase(phase="Stock", after="1, 2"),
        Phase(phase="Clean-up", after="Stock; mail"),
    ),
    risks=(Risk(risk="Lag", phase="Mail"),),
    effort=Effort(work_items=(WorkItem(work_item="Inbox", phase="2"),)),
)


def after(document: Document) -> list[str]:
    return [phase.after for phase in document.phases]


def test_ratings_and_the_reference_follow_a_renamed_option():
    comparison = set_value(COMPARED, ("options", 0, "name"), "Journal").comparison

    assert comparison.ratings[0].scores == {"Journal": "3", "Table": "4"}
    assert comparison.reference == "Journal"


def test_a_deleted_option_leaves_the_ratings():
    assert delete_row(COMPARED, ("options", 0)).comparison.ratings[0].scores == {"Table": "4"}


def test_the_name_of_an_option_that_is_only_rated_cannot_be_cleared():
    with pytest.raises(ModelError, match="scores belong to this name"):
        set_value(COMPARED, ("options", 0, "name"), "")


def test_pairwise_weights_and_ratings_follow_a_renamed_criterion():
    comparison = set_value(COMPARED, ("comparison", "criteria", 0, "criterion"), "Pace (1 … 9)").comparison

    assert comparison.judgements == (Judgement(criterion="Pace", against="Cost", ratio="3"),)
    assert comparison.ratings[0].criterion == "Pace"


@pytest.mark.parametrize("name", ["Cost", ""])
def test_nothing_follows_a_criterion_whose_new_name_says_nothing_of_its_own(name):
    comparison = set_value(COMPARED, ("comparison", "criteria", 0, "criterion"), name).comparison

    assert comparison.judgements == COMPARED.comparison.judgements
    assert comparison.ratings == COMPARED.comparison.ratings


def test_phases_work_and_risks_follow_a_renamed_phase():
    renamed = set_value(PHASED, ("phases", 1, "phase"), "Post")

    assert after(renamed) == ["", "1", "1, 2", "Stock; Post"]
    assert renamed.risks[0].phase == "Post"
    assert renamed.effort.work_items[0].phase == "2"


def test_numbers_of_phases_follow_when_phases_move():
    assert after(move_row(PHASED, ("phases", 0), 1)) == ["2", "", "2, 1", "Stock; mail"]
    assert after(insert_row(PHASED, ("phases",), 0, {"phase": "First"})) == ["", "", "2", "2, 3", "Stock; mail"]


def test_a_phase_keeps_the_name_of_a_deleted_one_that_it_waited_for():
    assert after(delete_row(PHASED, ("phases", 1))) == ["", "1; Mail", "Stock; mail"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("1, 2", ("1", "2")),
        ("1;2 ; Build, test", ("1", "2", "Build, test")),
        ("Build; test", ("Build; test",)),
        (" ", ()),
        ("start", ("start",)),
    ],
)
def test_after_is_split_at_semicolons_and_between_numbers_at_commas(text, names):
    assert split_after(text, ("build; test",)) == names
