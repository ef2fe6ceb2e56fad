"""A merge without a clash says what both edits say one after the other: each reference keeps to its row."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archkit.format.read import read
from archkit.format.settle import as_written
from archkit.format.write import write
from archkit.model.document import Document
from archkit.model.edit import delete_row, insert_row, move_row, set_value
from archkit.model.references import REFERRED, Referred
from archkit.versions.merge import merge
from archkit.versions.merge_text import merge_text
from tests.versions.referring import REFERRING, Edit, Side, base, edited, marks, meanings, rows_of, said


def one_after_the_other(first: Side, second: Side) -> tuple[Document, list[Edit]]:
    """Return the document after the edits of the second side, too, and those that are not possible any more."""
    document, failed = first.document, []
    for edit in second.edits:
        after = edit.apply(document)
        if after is None:
            failed.append(edit)
        document = after or document
    # To move or to delete what the other side deleted says nothing more.
    return document, [edit for edit in failed if edit.kind not in ("move", "delete")]


@given(st.builds(base), st.data())
def test_a_merge_without_a_clash_is_both_edits_one_after_the_other(document, data):
    mine, theirs = (data.draw(edited(document, side)) for side in "mt")

    merged = merge(document, mine.document, theirs.document)

    if not merged.clashes:
        for first, second in ((mine, theirs), (theirs, mine)):
            expected, failed = one_after_the_other(first, second)
            assert not any(edit.is_said(document, second.document) for edit in failed)
            assert failed or meanings(merged.document) == meanings(expected)


def references_of(referred: Referred, document: Document, mark: str) -> list[str]:
    """Return the fields that refer to the row with a mark."""
    places = [(path, key, name) for path, key, named in REFERRING for name, other in named if other is referred]
    return [
        f"{getattr(row, key)} {name}"
        for path, key, name in places
        for row in rows_of(document, path)
        if mark in said(document, row, name, referred)
    ]


def referring(referred: Referred, mark: str) -> Edit:
    """Return the edit that puts in a row which refers to the one with a mark."""
    path, named = next((path, named) for path, _, named in REFERRING if any(other is referred for _, other in named))
    return Edit("refer", path, "new", mark, "name", next(name for name, other in named if other is referred))


@pytest.mark.parametrize("referred", REFERRED, ids=lambda referred: referred.path[-1])
class TestEachRow:
    def test_an_edit_takes_along_what_names_a_renamed_row(self, referred):
        document = base()
        mark = next(mark for mark in marks(document, referred) if references_of(referred, document, mark))
        renamed = Edit("rename", referred.path, mark, text="Cut-over").apply(document)

        assert references_of(referred, renamed, mark) == references_of(referred, document, mark)
        assert meanings(renamed) == meanings(document) | {f"{referred.path} {mark}": "Cut-over"}

    def test_a_merge_takes_along_what_the_other_side_says_of_a_renamed_row(self, referred):
        document = base()
        mark = marks(document, referred)[2]
        new = referring(referred, mark)
        renamed = Edit("rename", referred.path, mark, text="Cut-over").apply(document)
        told = new.apply(document)

        merged = merge(document, renamed, told)

        assert not merged.clashes
        assert f"new {new.key}" in references_of(referred, merged.document, mark)
        assert meanings(merged.document) == meanings(told) | {f"{referred.path} {mark}": "Cut-over"}

    def test_a_row_that_one_side_deleted_stays_and_is_told_where_the_other_side_names_it_anew(self, referred):
        document = base()
        mark = marks(document, referred)[2]
        new = referring(referred, mark)
        gone = Edit("delete", referred.path, mark).apply(document)
        told = new.apply(document)

        for sides in ((gone, told), (told, gone)):
            merged = merge(document, *sides)

            (clash,) = merged.clashes
            assert clash.path == (*referred.path, 2)
            assert None in (clash.mine, clash.theirs)
            assert f"new {new.key}" in references_of(referred, merged.document, mark)


@given(st.data())
def test_a_merge_of_texts_keeps_references_to_their_rows(data):
    basis = read(write(as_written(base())))
    mine, theirs = (data.draw(edited(basis.document, side)).document for side in "mt")

    merged = merge_text(basis.text, *(write(as_written(side), basis) for side in (mine, theirs)))

    whole = merge(*(as_written(side) for side in (basis.document, mine, theirs)))
    if not merged.clashes and not whole.clashes:
        assert meanings(read(merged.text).document) == meanings(as_written(whole.document))


PHASED = base()


class TestPhases:
    def test_numbers_follow_where_both_sides_put_a_phase_in(self):
        document = set_value(PHASED, ("risks", 0, "phase"), "4")
        mine = insert_row(document, ("phases",), 1, {"phase": "Move"})
        theirs = insert_row(document, ("phases",), 3, {"phase": "Teach"})

        merged = merge(document, mine, theirs)

        assert not merged.clashes
        assert merged.document.risks[0].phase == "6"
        assert merged.document.phases[5].phase == "Step 3"

    def test_one_reference_that_a_side_changed_is_no_clash_with_the_numbers_of_the_other(self):
        mine = insert_row(PHASED, ("phases",), 0, {"phase": "First"})
        theirs = set_value(PHASED, ("risks", 0, "phase"), "4")

        merged = merge(PHASED, mine, theirs)

        assert not merged.clashes
        assert merged.document.risks[0].phase == "5"

    def test_a_clash_tells_numbers_as_they_are_after_the_merge(self):
        mine = set_value(insert_row(PHASED, ("phases",), 0, {"phase": "First"}), ("risks", 0, "phase"), "2")
        theirs = set_value(move_row(PHASED, ("phases", 3), 2), ("risks", 0, "phase"), "3")

        (clash,) = merge(PHASED, mine, theirs).clashes

        assert (clash.path, clash.base, clash.mine, clash.theirs) == (("risks", 0, "phase"), "3", "2", "4")

    def test_while_the_phases_clash_what_has_another_number_goes_by_its_name(self):
        """Whichever side of the phases is kept, in whichever editor, no number then means another phase."""
        mine = set_value(insert_row(PHASED, ("phases",), 1, {"phase": "Move"}), ("phases", 0, "phase"), "Mine")
        theirs = set_value(PHASED, ("phases", 0, "phase"), "Theirs")
        theirs = insert_row(theirs, ("risks",), 0, {"risk": "Gap", "phase": "1"})

        merged = merge(PHASED, mine, theirs)

        assert [clash.path for clash in merged.clashes] == [("phases", 0, "phase")]
        assert [risk.phase for risk in merged.document.risks] == ["1", "Step 1", "Step 2"]
        assert merged.document.effort.work_items[0].phase == "Step 2"

    def test_the_name_that_a_deleted_phase_left_behind_follows_the_phase_that_stays(self):
        mine = delete_row(PHASED, ("phases", 1))
        theirs = set_value(PHASED, ("phases", 1, "phase"), "Cut-over")

        merged = merge(PHASED, mine, theirs)

        assert [clash.path for clash in merged.clashes] == [("phases", 1)]
        assert merged.document.risks[0].phase == "Cut-over"


def test_two_boxes_of_one_name_are_told():
    mine = insert_row(PHASED, ("data_flow", "nodes"), 0, {"id": "q", "label": "Queue"})
    theirs = set_value(PHASED, ("data_flow", "nodes", 3, "label"), "Queue")

    merged = merge(PHASED, mine, theirs)

    assert [clash.path for clash in merged.clashes] == [("data_flow", "nodes", 4, "label")]
