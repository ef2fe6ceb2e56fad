"""What a merge promises, on documents that nobody would write and on single cases."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archkit.errors import ArchkitError
from archkit.format.read import read
from archkit.format.settle import settle
from archkit.model.document import Document, outline, rows_at
from archkit.model.edit import delete_row, insert_row, move_row, set_value
from archkit.model.fields import fields_of
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
