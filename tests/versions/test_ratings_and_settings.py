"""How the numbers are computed, in a merge and in the author's words: ratings, settings, phases, the risk scale."""

from __future__ import annotations

import pytest

from archkit.format.read import read
from archkit.model.edit import delete_row, insert_row, set_value
from archkit.versions.diff import diff
from tests.full_document import full_text
from tests.versions.test_merge import sides

FULL = read(full_text()).document
RATING = ("comparison", "ratings", 0)


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        (("effort", "correlation"), 0.5, "correlation 0.3 → 0.5"),
        (("effort", "seed"), None, 'seed taken out (was "1959")'),
        (("effort", "ends"), "90%", "low and high absolute limits → 90 % range"),
        (("comparison", "weights"), "swing", "weights direct → swing"),
        (("comparison", "reference"), "Apache Kafka", "reference Keep the synchronous HTTP calls → Apache Kafka"),
        (
            ("comparison", "judgements", 0, "ratio"),
            "5",
            'pairwise weight of "First consumer live" against "Running cost": ratio 3 → 5',
        ),
        ((*RATING, "weight"), "30", 'rating by "Mara" of "Room to grow": weight 20 → 30'),
        ((*RATING, "scores", "Apache Kafka"), "4", 'rating by "Mara" of "Room to grow": Apache Kafka 5 → 4'),
        (("phases", 0, "people"), 3, 'phase "Outbox tables": people 2.5 → 3'),
        (("phases", 1, "after"), "start", 'phase "Dispatcher and mail": after is now start'),
        (("risk_scale", 2, "high"), 60, 'step "possible": high 50 → 60'),
        (
            ("risks", 1, "mitigation_cost"),
            2,
            'risk "A payment is captured twice after a repeated event": mitigation cost is now 2',
        ),
    ],
)
def test_a_change_has_its_words(path, value, said):
    assert [change.words for change in diff(FULL, set_value(FULL, path, value))] == [said]


def test_ratings_of_two_people_on_two_sides_are_merged():
    merged = sides(
        lambda base: insert_row(base, ("comparison", "ratings"), 2, {"rater": "Ines", "criterion": "Room to grow"}),
        lambda base: set_value(base, (*RATING, "scores", "Apache Kafka"), "4"),
        FULL,
    )

    assert not merged.clashes
    ratings = merged.document.comparison.ratings
    assert [row.rater for row in ratings] == ["Mara", "Tom", "Ines"]
    assert ratings[0].scores["Apache Kafka"] == "4"


def test_ratings_of_the_other_side_follow_a_renamed_option():
    merged = sides(
        lambda base: set_value(base, ("options", 1, "name"), "Kafka"),
        lambda base: set_value(base, (*RATING, "scores", "Apache Kafka"), "4"),
        FULL,
    )

    assert not merged.clashes
    assert merged.document.comparison.ratings[0].scores["Kafka"] == "4"
    assert "Apache Kafka" not in merged.document.comparison.ratings[0].scores


def test_an_option_that_the_other_side_rates_anew_stays():
    merged = sides(
        lambda base: delete_row(base, ("options", 1)),
        lambda base: set_value(base, (*RATING, "scores", "Apache Kafka"), "4"),
        FULL,
    )

    assert "Apache Kafka" in merged.document.option_names
    assert merged.document.comparison.ratings[0].scores["Apache Kafka"] == "4"
    assert merged.document.comparison.ratings[1].scores["Apache Kafka"] == "5"


def test_settings_that_both_sides_changed_are_one_clash():
    merged = sides(
        lambda base: set_value(base, ("effort", "correlation"), 0.1),
        lambda base: set_value(base, ("effort", "correlation"), 0.6),
        FULL,
    )

    assert [clash.path for clash in merged.clashes] == [("effort", "correlation")]


def test_ratings_of_the_other_side_follow_a_renamed_criterion():
    merged = sides(
        lambda base: set_value(base, ("comparison", "criteria", 4, "criterion"), "Headroom"),
        lambda base: insert_row(base, ("comparison", "ratings"), 2, {"rater": "Ines", "criterion": "Room to grow"}),
        FULL,
    )

    assert not merged.clashes
    assert {row.criterion for row in merged.document.comparison.ratings} == {"Headroom"}
    assert merged.document.comparison.judgements[1].against == "Headroom"


def test_what_the_other_side_says_of_a_renamed_phase_follows():
    merged = sides(
        lambda base: set_value(base, ("phases", 1, "phase"), "Post"),
        lambda base: set_value(base, ("phases", 3, "after"), "Dispatcher and mail; 3"),
        FULL,
    )

    assert not merged.clashes
    assert merged.document.phases[3].after == "Post; 3"
