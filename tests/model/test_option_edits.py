"""Whole options and their claims: what belongs to an option follows it, and nothing that somebody wrote is lost."""

from __future__ import annotations

import pytest

from archkit.errors import ModelError
from archkit.model.citing import cite_new_finding, next_finding_id
from archkit.model.claim_edits import move_claim, turn_claim
from archkit.model.comparison import Comparison, Criterion, Rating
from archkit.model.document import Document
from archkit.model.edit_rows import duplicate_rows
from archkit.model.effort import Effort, WorkItem
from archkit.model.fields import Detail
from archkit.model.finding_uses import finding_uses
from archkit.model.findings import Finding
from archkit.model.option_edits import duplicate_option, move_option, option_index
from archkit.model.option_merging import merge_option
from archkit.model.options import Option, Point
from archkit.model.recommendation import Recommendation
from archkit.model.risks import Risk

BASE = Document(
    findings=(Finding(id="F1", text="fast"), Finding(id="F4", text="slow")),
    options=(
        Option(
            name="Ledger",
            based_on="Books [F1]",
            description="Append only.",
            pros=(Point(claim="Fast", evidence="[F1]"), Point(claim="Plain", evidence="assumption")),
            cons=(Point(claim="New", evidence=""),),
        ),
        Option(
            name="Table",
            description="Rows.",
            pros=(Point(claim="fast", evidence="[F4]"),),
            cons=(Point(claim="Polling", evidence="[F1]"),),
            details=(Detail(key="Owner", value="Ada"),),
        ),
        Option(name="Queue"),
    ),
    comparison=Comparison(
        options=("Ledger", "Table", "Queue"),
        criteria=(
            Criterion(criterion="Speed", scores={"Ledger": "4", "Table": "2", "Queue": "3"}),
            Criterion(criterion="Cost", scores={"Ledger": "5"}),
        ),
        reference="Ledger",
        ratings=(Rating(rater="Ana", criterion="Speed", scores={"Ledger": "3", "Table": "1"}),),
    ),
    recommendation=Recommendation(options=("Ledger", "Queue"), rationale="As [F1] says."),
    risks=(
        Risk(risk="Lag", option="Ledger"),
        Risk(risk="Locks", option="Option 2"),
        Risk(risk="Lag", option="Table"),
    ),
    effort=Effort(work_items=(WorkItem(work_item="Build", option="Ledger", likely=3.0),)),
)


def said(points):
    return [(point.claim, point.evidence) for point in points]


def test_a_copy_has_scores_work_and_risks_of_its_own():
    after = duplicate_option(BASE, 0)

    assert after.option_names == ("Ledger", "Ledger copy", "Table", "Queue")
    assert after.comparison.options == ("Ledger", "Ledger copy", "Table", "Queue")
    assert list(after.comparison.criteria[0].scores.items())[:2] == [("Ledger", "4"), ("Ledger copy", "4")]
    assert after.comparison.ratings[0].scores["Ledger copy"] == "3"
    assert [(risk.risk, risk.option) for risk in after.risks] == [
        ("Lag", "Ledger"),
        ("Lag", "Ledger copy"),
        ("Locks", "Option 3"),
        ("Lag", "Table"),
    ]
    assert [item.option for item in after.effort.work_items] == ["Ledger", "Ledger copy"]
    assert after.recommendation == BASE.recommendation


def test_a_copy_cannot_have_a_name_that_is_taken():
    with pytest.raises(ModelError, match="choose another name"):
        duplicate_option(BASE, 0, "table")


def test_columns_follow_a_moved_option_unless_they_have_an_order_of_their_own():
    own = BASE.replace(comparison=BASE.comparison.replace(options=("Queue", "Ledger", "Gone", "Table")))

    assert move_option(BASE, 2, 0).comparison.options == ("Queue", "Ledger", "Table")
    assert move_option(BASE, 2, 0).risks[1].option == "Option 3"
    assert move_option(own, 2, 0).comparison == own.comparison


def test_a_merge_joins_what_both_say_and_keeps_what_conflicts_in_sight():
    after = merge_option(BASE, 0, 1)
    table = after.options[0]

    assert after.option_names == ("Table", "Queue")
    assert said(table.pros) == [("fast", "[F4]; [F1]"), ("Plain", "assumption")]
    assert said(table.cons) == [("Polling", "[F1]"), ("New", "")]
    assert (table.based_on, table.description) == ("Books [F1]", "Rows.\n\nAppend only.")
    assert [(detail.key, detail.value) for detail in table.details] == [
        ("Owner", "Ada"),
        ("Merged", "Ledger"),
        ("Speed of Ledger", "4"),
        ("Ana, Speed of Ledger", "3"),
    ]
    assert after.comparison.options == ("Table", "Queue")
    assert [item.scores for item in after.comparison.criteria] == [{"Table": "2", "Queue": "3"}, {"Table": "5"}]
    assert after.comparison.reference == "Table"
    assert after.recommendation.options == ("Table", "Queue")
    # The same risk of both stands once, and one that was called by its number still means its option.
    assert [(risk.risk, risk.option) for risk in after.risks] == [("Locks", "Option 1"), ("Lag", "Table")]
    assert after.effort.work_items[0].option == "Table"


@pytest.mark.parametrize(("index", "into", "right"), [(0, 0, "another option"), (0, 9, "0 to 2")])
def test_a_merge_says_what_would_be_right(index, into, right):
    with pytest.raises(ModelError, match=right):
        merge_option(BASE, index, into)


def test_a_claim_changes_sides_and_options():
    turned = turn_claim(BASE, 0, "pros", 0)
    moved = move_claim(BASE, 0, "pros", -1, to=1, at=0)

    assert said(turned.options[0].pros) == [("Plain", "assumption")]
    assert said(turned.options[0].cons) == [("New", ""), ("Fast", "[F1]")]
    assert said(moved.options[1].pros) == [("Plain", "assumption"), ("fast", "[F4]")]
    assert said(move_claim(BASE, 0, "pros", 1, to=0, at=0).options[0].pros)[0] == ("Plain", "assumption")


@pytest.mark.parametrize(
    ("side", "index", "right"), [("pro", 0, "say pros or cons"), ("cons", 1, "its cons are 0 to 0")]
)
def test_a_claim_that_is_not_there_is_not_moved(side, index, right):
    with pytest.raises(ModelError, match=right):
        turn_claim(BASE, 0, side, index)


@pytest.mark.parametrize(("named", "index"), [("table", 1), ("Option 3", 2), (-1, 2)])
def test_an_option_is_found_by_name_number_or_index(named, index):
    assert option_index(BASE, named) == index


def test_an_option_that_is_not_there_is_answered_by_what_is():
    with pytest.raises(ModelError, match='did you mean "Ledger"'):
        option_index(BASE, "Legder")


def test_a_new_finding_is_cited_where_it_was_made():
    after = cite_new_finding(BASE, ("options", 0, "cons", 0, "evidence"), "Nobody knows it", before="assumption")

    assert [finding.id for finding in after.findings] == ["F1", "F4", "F5"]
    assert after.findings[2].text == "Nobody knows it"
    assert after.options[0].cons[0].evidence == "assumption [F5]"


def test_a_new_id_is_none_that_something_cites_already():
    cited = cite_new_finding(BASE, ("options", 0, "cons", 0, "evidence"), "Known", before="[F7]")
    after = cite_new_finding(cited, ("options", 0, "cons", 0, "evidence"), "More", before="[F7]")

    assert after.findings[-1].id == "F8"
    assert next_finding_id(()) == "F1"
    assert next_finding_id((Finding(id="perf2"), Finding(id="perf3"), Finding(id="F9"))) == "perf4"


def test_a_finding_says_for_and_against_which_options_it_is_used():
    uses = finding_uses(BASE)

    assert uses["F1"].text == "for: Ledger; against: Table; basis of: Ledger; in the rationale"
    assert uses["F4"].text == "for: Table"
    scored = BASE.comparison.criteria[1].replace(scores={"Queue": "2 [F4]", "Table": "3"})
    comparison = BASE.comparison.replace(criteria=(BASE.comparison.criteria[0], scored))
    assert finding_uses(BASE.replace(comparison=comparison))["F4"].text == "for: Table; scores of: Queue"
    assert finding_uses(duplicate_rows(BASE, ("findings",), (0,)))["F5"].text == ""
