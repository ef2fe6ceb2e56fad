from archkit.analysis.document_effort import document_effort
from archkit.model.document import Document
from archkit.model.effort import Effort, WorkItem
from archkit.model.metadata import Metadata
from archkit.model.options import Option


def test_the_totals_of_the_example_are_those_that_it_states(example):
    assert document_effort(example).texts == {
        "development": "54.8 days",
        "testing": "16.7 days",
        "total": "71.5 days (80 % chance of at most 79.6)",
    }


def test_the_phases_of_the_example_add_up_to_its_total(example):
    effort = document_effort(example)

    assert abs(effort.by_phase["total"].sum() - effort.mean()) < 1e-9


def test_the_front_matter_says_how_long_a_week_is():
    effort = Effort(unit="weeks", work_items=(WorkItem(work_item="Move", likely=2),))

    assert document_effort(Document(effort=effort)).mean() == 10
    assert document_effort(Document(effort=effort, metadata=Metadata(days_per_week="4"))).mean() == 8


def test_an_option_without_a_name_has_a_number_and_one_without_content_has_none():
    options = Option(description="Not named yet."), Option(), Option(name="Outbox"), Option(name="Broker")
    items = (WorkItem(work_item="Move", likely=5, option="Option 2"),)

    effort = document_effort(Document(options=options, effort=Effort(work_items=items)))

    assert effort.by_option.loc["Outbox", "mean"] == 5
    assert effort.problems == ()
