"""What a merge promises, on documents that nobody would write and on single cases."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archkit.errors import ArchkitError
from archkit.format.read import read
from archkit.format.settle import settle
from archkit.model.comparison import Comparison, Criterion
from archkit.model.document import Document, outline, rows_at
from archkit.model.edit import delete_row, insert_row, move_row, set_value
from archkit.model.effort import Effort, WorkItem
from archkit.model.fields import fields_of
from archkit.model.metadata import Metadata
from archkit.model.options import Option
from archkit.model.risks import Risk
from archkit.versions.merge import merge
from tests.format.documents import EXAMPLE, a_value, documents, section

EXAMPLE_DOCUMENT = read(EXAMPLE).document


@st.composite
def changed(draw: st.DrawFn, document: Document) -> Document:
    """A document with some of its sections, fields and rows changed."""
    for spec in draw(st.lists(st.sampled_from(outline()), max_size=3)):
        rows = getattr(document, spec.key)
        how = draw(st.sampled_from(["section", "field", "delete", "move", "insert"]))
        try:
            if how == "section" or not spec.row or not rows:
                document = document.replace(**{spec.key: draw(section(spec))})
                continue
            at = draw(st.integers(0, len(rows) - 1))
            if how == "field":
                field = draw(st.sampled_from(fields_of(type(rows[at]))))
                document = set_value(document, (spec.key, at, field.key), draw(a_value(field)))
            elif how == "delete":
                document = delete_row(document, (spec.key, at))
            elif how == "move":
                document = move_row(document, (spec.key, at), draw(st.integers(0, len(rows) - 1)))
            else:
                document = insert_row(document, (spec.key,), at, rows[at])
        except ArchkitError:
            continue
    return document


bases = documents | st.just(EXAMPLE_DOCUMENT)


class TestAnyDocuments:
    @given(st.data())
    def test_a_side_that_changed_nothing_changes_nothing(self, data):
        base = data.draw(bases)
        side = data.draw(changed(base))

        assert merge(base, base, side) == merge(base, side, base) == merge(base, side, side)
        assert merge(base, base, side).document == side
        assert not merge(base, base, side).clashes

    @given(st.data())
    def test_no_field_is_merged_silently_wrong(self, data):
        base = data.draw(bases)
        mine, theirs = data.draw(changed(base)), data.draw(changed(base))

        merged = merge(base, mine, theirs)

        told = {clash.section for clash in merged.clashes}
        for spec in outline():
            was, my, their, now = (getattr(side, spec.key) for side in (base, mine, theirs, merged.document))
            if isinstance(was, str) and my != was and their != was and my != their and spec.key != "executive_summary":
                assert spec.key in told
                assert now == my
            elif spec.key not in told and my == was and their == was:
                # What nobody touched stays, but for names of options and what is said of one that was taken out.
                assert now == was or spec.key in ("comparison", "recommendation", "risks", "effort")

    @given(st.data())
    def test_which_side_is_mine_changes_only_what_clashes_and_the_order(self, data):
        base = data.draw(bases)
        mine, theirs = data.draw(changed(base)), data.draw(changed(base))

        one, other = merge(base, mine, theirs), merge(base, theirs, mine)

        assert bool(one.clashes) == bool(other.clashes)
        if not one.clashes:
            for key in ("risks", "findings", "phases", "options"):
                assert _sorted(getattr(one.document, key)) == _sorted(getattr(other.document, key))

    @given(st.data())
    def test_each_clash_says_where_it_stands(self, data):
        base = data.draw(bases)
        merged = merge(base, data.draw(changed(base)), data.draw(changed(base)))

        for clash in merged.clashes:
            assert clash.section in {spec.key for spec in outline()} | {"layout"}
            if clash.path[-1:] and clash.path[-2:-1] not in {("scores",), ("extra",)} and len(clash.path) > 1:
                rows_at(merged.document, clash.path)


def _sorted(rows):
    return sorted(repr(sorted(row.model_dump().items(), key=repr)) for row in rows)


RISKS = tuple(Risk(risk=f"Risk {name}", likelihood="likely", mitigation=f"Measure {name}") for name in "ABCDE")
BASE = Document(risks=RISKS)


def sides(mine, theirs, base=BASE):
    return merge(base, mine(base), theirs(base))


class TestRows:
    def test_two_fields_of_one_row_merge(self):
        merged = sides(
            lambda base: set_value(base, ("risks", 1, "owner"), "Ann"),
            lambda base: set_value(base, ("risks", 1, "likelihood"), "rare"),
        )

        assert not merged.clashes
        assert (merged.document.risks[1].owner, merged.document.risks[1].likelihood) == ("Ann", "rare")

    def test_one_field_changed_differently_is_a_clash_that_holds_both(self):
        merged = sides(
            lambda base: set_value(base, ("risks", 1, "owner"), "Ann"),
            lambda base: set_value(set_value(base, ("risks", 1, "owner"), "Ben"), ("risks", 2, "owner"), "Eve"),
        )

        (clash,) = merged.clashes
        assert (clash.path, clash.base, clash.mine, clash.theirs) == (("risks", 1, "owner"), "", "Ann", "Ben")
        assert clash.section == "risks"
        assert [risk.owner for risk in merged.document.risks] == ["", "Ann", "Eve", "", ""]

    @pytest.mark.parametrize("swap", [False, True])
    def test_a_row_that_one_side_deleted_and_the_other_one_changed_stays_and_is_told(self, swap):
        changes = [
            lambda base: delete_row(base, ("risks", 1)),
            lambda base: set_value(base, ("risks", 1, "owner"), "Ann"),
        ]

        merged = sides(*(reversed(changes) if swap else changes))

        (clash,) = merged.clashes
        assert clash.path == ("risks", 1)
        assert merged.document.risks[1].owner == "Ann"
        assert (clash.theirs if swap else clash.mine) is None

    def test_rows_that_both_put_in_are_both_kept_and_the_same_one_once(self):
        merged = sides(
            lambda base: insert_row(insert_row(base, ("risks",), 5, {"risk": "Mine"}), ("risks",), 0, {"risk": "Same"}),
            lambda base: insert_row(
                insert_row(base, ("risks",), 5, {"risk": "Theirs"}), ("risks",), 0, {"risk": "Same"}
            ),
        )

        assert not merged.clashes
        assert [risk.risk for risk in merged.document.risks] == [
            *("Same", "Risk A", "Risk B", "Risk C", "Risk D", "Risk E", "Mine", "Theirs")
        ]

    def test_rows_moved_by_both_sides_stand_where_each_side_put_them(self):
        merged = sides(lambda base: move_row(base, ("risks", 0), 2), lambda base: move_row(base, ("risks", 4), 3))

        assert not merged.clashes
        assert [risk.risk[-1] for risk in merged.document.risks] == list("BCAED")

    def test_one_row_moved_to_two_places_is_a_clash(self):
        merged = sides(lambda base: move_row(base, ("risks", 0), 2), lambda base: move_row(base, ("risks", 0), 4))

        assert [clash.path for clash in merged.clashes] == [("risks",)]
        assert [risk.risk[-1] for risk in merged.document.risks] == list("BCADE")

    def test_a_renamed_row_is_still_the_same_row(self):
        merged = sides(
            lambda base: set_value(base, ("risks", 1, "risk"), "The whole cluster B stops"),
            lambda base: set_value(base, ("risks", 1, "impact"), "major"),
        )

        assert not merged.clashes
        assert (merged.document.risks[1].risk, merged.document.risks[1].impact) == (
            "The whole cluster B stops",
            "major",
        )

    def test_columns_of_both_sides_are_kept(self):
        merged = sides(
            lambda base: settle(set_value(base, ("risks", 0, "extra"), {"Ticket": "T-1"})),
            lambda base: settle(delete_row(set_value(base, ("risks", 1, "extra"), {"Ticket": "T-2"}), ("risks", 4))),
        )

        assert not merged.clashes
        assert [risk.extra["Ticket"] for risk in merged.document.risks] == ["T-1", "T-2", "", ""]

    def test_the_same_id_given_to_two_findings_is_told(self):
        base = Document(findings=[{"text": "One thing was found"}, {"text": "Another matter altogether"}])

        merged = sides(
            lambda base: set_value(base, ("findings", 0, "id"), "F7"),
            lambda base: set_value(base, ("findings", 1, "id"), "F7"),
            base,
        )

        assert [clash.path for clash in merged.clashes] == [("findings", 1, "id")]


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
