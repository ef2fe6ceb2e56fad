import pytest

from archkit.model.document import Document
from archkit.pages.charts.bars import effort_bars, legend, score_bars
from archkit.pages.numbers import page_numbers


def test_contributions_add_up_to_the_score(example):
    for option in page_numbers(example).options:
        assert sum(item.amount for item in option.contributions) == pytest.approx(option.score)


def test_the_example_states_what_is_computed(example):
    numbers = page_numbers(example)

    assert [option.text for option in numbers.options] == ["0.57", "0.51", "0.69", "out"]
    assert [option.rank for option in numbers.options] == [2, 3, 1, None]
    assert numbers.option("Keep the synchronous HTTP calls").out_by == (
        "No event lost when a consumer is down for an hour",
    )


def test_phases_add_up_to_the_total(example):
    effort = page_numbers(example).effort

    assert f"{sum(phase.total for phase in effort.phases):.1f} days" in effort.total


def test_an_option_without_work_of_its_own_shows_no_effort(example):
    numbers = page_numbers(example)

    assert numbers.option("Keep the synchronous HTTP calls").effort_mean is None
    assert numbers.option("PostgreSQL outbox with SKIP LOCKED").effort_mean == pytest.approx(71.5, abs=0.05)


def test_totals_without_work_items_are_the_authors_words():
    document = Document.model_validate({"effort": {"total": "about 3 weeks"}})

    assert page_numbers(document).effort.total == "about 3 weeks"


def test_an_empty_document_has_no_numbers():
    numbers = page_numbers(Document())

    assert (numbers.options, numbers.effort.total, numbers.risks) == ((), "", ())


def test_bars_stand_side_by_side_and_end_at_the_score(example):
    bars = score_bars(page_numbers(example))

    assert [bar.out for bar in bars] == [False, False, False, True]
    for bar, score in zip(bars, (0.69, 0.57, 0.51), strict=False):
        end = bar.segments[-1].start + bar.segments[-1].width
        assert end == pytest.approx(score * 100, abs=0.6)


def test_the_longest_phase_fills_the_chart_and_the_legend_names_the_kinds(example):
    bars = effort_bars(page_numbers(example).effort.phases)

    assert max(bar.segments[-1].start + bar.segments[-1].width for bar in bars) == pytest.approx(100, abs=0.05)
    assert [segment.name for segment in legend(bars)] == ["development", "testing"]
