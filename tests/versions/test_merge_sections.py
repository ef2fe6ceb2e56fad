"""What a merge promises of options, sections, prose and text that is kept."""

from __future__ import annotations

import time

import pytest

from archkit.format.read import read
from archkit.model.comparison import Comparison, Criterion
from archkit.model.document import Document
from archkit.model.edit import delete_row, insert_row, set_value
from archkit.model.effort import Effort, WorkItem
from archkit.model.metadata import Metadata
from archkit.model.options import Option
from archkit.versions.lines import merge_lines
from archkit.versions.merge import merge
from tests.versions.test_merge import sides

OPTIONS = Document(
    options=[
        Option(name="Ledger", description="An append-only ledger of events", pros=[{"claim": "Full audit trail"}]),
        Option(name="Outbox", description="A table beside the orders", pros=[{"claim": "No new parts"}]),
    ],
    comparison=Comparison(
        options=("Ledger", "Outbox"),
        criteria=[Criterion(criterion="Cost", weight="3", scores={"Ledger": "2", "Outbox": "4"})],
    ),
    recommendation={"options": ("Outbox",), "rationale": "It is small."},
    risks=[{"risk": "Locks", "option": "Outbox"}],
)


class TestOptions:
    def test_references_of_the_other_side_follow_a_renamed_option(self):
        merged = sides(
            lambda base: set_value(base, ("options", 1, "name"), "Outbox table"),
            lambda base: insert_row(
                set_value(base, ("comparison", "criteria", 0, "scores", "Outbox"), "5"),
                ("risks",), 1, {"risk": "Growth", "option": "Outbox"},
            ),
            OPTIONS,
        )  # fmt: skip

        assert not merged.clashes
        assert merged.document.comparison.criteria[0].scores == {"Ledger": "2", "Outbox table": "5"}
        assert [risk.option for risk in merged.document.risks] == ["Outbox table", "Outbox table"]
        assert merged.document.recommendation.options == ("Outbox table",)
        assert merged.document.comparison.options == ("Ledger", "Outbox table")

    def test_an_option_renamed_by_both_is_one_clash(self):
        merged = sides(
            lambda base: set_value(base, ("options", 1, "name"), "Box"),
            lambda base: set_value(base, ("options", 1, "name"), "Table"),
            OPTIONS,
        )

        assert [clash.path for clash in merged.clashes] == [("options", 1, "name")]
        assert merged.document.recommendation.options == ("Box",)

    @pytest.mark.parametrize("swap", [False, True])
    def test_an_option_taken_out_here_and_recommended_there_stays_with_its_scores(self, swap):
        changes = [
            lambda base: delete_row(base, ("options", 0)),
            lambda base: set_value(base, ("recommendation", "options"), ("Ledger",)),
        ]

        merged = sides(*(reversed(changes) if swap else changes), OPTIONS)

        assert [clash.path for clash in merged.clashes] == [("options", 0)]
        assert merged.document.option_names == ("Ledger", "Outbox")
        assert merged.document.comparison == OPTIONS.comparison

    def test_two_recommendations_are_no_agreement_on_both(self):
        merged = sides(
            lambda base: set_value(base, ("recommendation", "options"), ("Ledger",)),
            lambda base: set_value(base, ("recommendation", "options"), ("Outbox", "Ledger")),
            OPTIONS,
        )

        assert [clash.path for clash in merged.clashes] == [("recommendation", "options")]

    def test_another_scale_here_and_a_score_there_need_a_person(self):
        merged = sides(
            lambda base: set_value(base, ("comparison", "criteria", 0, "scale"), "days: 40 … 5"),
            lambda base: set_value(base, ("comparison", "criteria", 0, "scores", "Ledger"), "3"),
            OPTIONS,
        )

        assert [clash.path for clash in merged.clashes] == [("comparison", "criteria", 0)]


class TestSections:
    def test_another_unit_here_and_an_estimate_there_need_a_person(self):
        merged = sides(
            lambda base: set_value(base, ("effort", "unit"), "weeks"),
            lambda base: set_value(base, ("effort", "work_items", 0, "high"), 9),
            Document(effort=Effort(work_items=[WorkItem(work_item="Path", likely=5)])),
        )

        assert [clash.path for clash in merged.clashes] == [("effort",)]

    @pytest.mark.parametrize(
        ("mine", "theirs", "merged"),
        [
            ("one!\n\ntwo\n\nthree", "one\n\ntwo\n\nthree!", "one!\n\ntwo\n\nthree!"),
            ("one!\n\ntwo\n\nthree", "one\n\ntwo!\n\nthree", "one!\n\ntwo!\n\nthree"),
            ("new\n\none\n\ntwo\n\nthree", "one\n\nthree", "new\n\none\n\nthree"),
            ("one\n\ntwo\n\nthree\n\nfour", "one\n\ntwo\n\nthree!", "one\n\ntwo\n\nthree!\n\nfour"),
            ("one\n\ntwo", "one\n\ntwo", "one\n\ntwo"),
            ("one\n\ntwo!\n\nthree", "one\n\ntwo?\n\nthree", None),
            ("one\n\ntwo\n\nthree\n\nfour", "one\n\ntwo\n\nthree\n\nfive", None),
            ("one\n\nthree", "one\n\ntwo!\n\nthree", None),
            ("", "one!\n\ntwo\n\nthree", None),
        ],
    )
    def test_prose_merges_by_paragraphs(self, mine, theirs, merged):
        base = Document(executive_summary="one\n\ntwo\n\nthree")

        found = merge(base, base.replace(executive_summary=mine), base.replace(executive_summary=theirs))

        assert (found.document.executive_summary, bool(found.clashes)) == (merged or mine, merged is None)

    def test_one_paragraph_merges_by_lines_that_do_not_touch(self):
        found = merge(*(Document(executive_summary=text) for text in ("a\nb\nc", "A\nb\nc", "a\nb\nC")))

        assert (found.document.executive_summary, found.clashes) == ("A\nb\nC", ())

    def test_authors_of_both_sides_are_kept(self):
        base = Document(metadata=Metadata(authors=("Ann",), extra={"team": "red"}))
        mine = base.replace(metadata=Metadata(authors=("Ann", "Ben"), extra={"team": "red", "area": "shop"}))
        theirs = base.replace(metadata=Metadata(authors=("Eve", "Ann"), extra={"team": "blue"}))

        merged = merge(base, mine, theirs)

        assert not merged.clashes
        assert merged.document.metadata.authors == ("Eve", "Ann", "Ben")
        assert merged.document.metadata.extra == {"team": "blue", "area": "shop"}

    def test_sections_of_the_authors_own_merge_too(self):
        def text(own: str, tail: str = "") -> str:
            return f"# T\n\n## Executive Summary\n\nHello.\n\n## Glossary\n\n{own}\n\n## Dependencies\n\n- a: b\n{tail}"

        base, mine, theirs = (
            read(each).document for each in (text("x"), text("y"), text("x", "\n## Appendix\n\nMore.\n"))
        )

        merged = merge(base, mine, theirs)

        assert not merged.clashes
        assert [(place.name, place.text) for place in merged.document.layout if place.part == "custom"] == [
            ("Glossary", "y"),
            ("Appendix", "More."),
        ]


class TestSectionsKeptAsText:
    table = "| Risk | Impact | Mitigation |\n|---|---|---|\n| a | b | c |"
    good = f"# T\n\n## Risks and Mitigations\n\n{table}\n\n## Data Flow\n\nx\n"
    broken = good.replace("| a | b | c |", "| a | b | c |\n\nstray text")

    def test_a_section_that_one_side_broke_stays_broken_and_the_rest_merges(self):
        base, mine, theirs = map(read, (self.good, self.good.replace("\nx\n", "\ny\n"), self.broken))

        merged = merge(base.document, mine.document, theirs.document)

        assert not merged.clashes
        assert (merged.document.risks, merged.document.data_flow.text) == ((), "y")
        assert merged.document.layout[1] == theirs.document.layout[1]

    def test_a_section_that_one_side_broke_and_the_other_one_edited_is_a_clash(self):
        base, mine, theirs = map(read, (self.good, self.good.replace("| c |", "| d |"), self.broken))

        merged = merge(base.document, mine.document, theirs.document)

        (clash,) = merged.clashes
        assert clash.path == ("risks",)
        assert "stray text" in clash.theirs
        assert merged.document.risks == mine.document.risks

    def test_text_that_no_side_can_read_merges_as_text(self):
        texts = (self.broken, self.broken.replace("| a |", "| A |"), self.broken.replace("stray", "Stray"))

        merged = merge(*(read(text).document for text in texts))

        assert not merged.clashes
        assert merged.document.layout[1].text.endswith("| A | b | c |\n\nStray text")


@pytest.mark.parametrize("count", [990, 5_000, 20_000])
def test_texts_made_of_the_same_lines_take_time_in_proportion(count):
    words = [f"p{number % 600}" for number in range(count)]
    sides = (words, words[::2], [word for number, word in enumerate(words) if number % 3])
    alike = (["x"] * count, ["x", "u"] * (count // 2), ["v", "x"] * (count // 2))
    begin = time.process_time()

    for three in (sides, alike):
        merge_lines(*("".join(f"{word}\n" for word in side) for side in three), ("mine", "theirs"))

    # Comparing each line with each other one would take minutes.
    assert time.process_time() - begin < 5
