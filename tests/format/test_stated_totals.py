"""Totals beside work items: archkit computes them, and what the author says beside them stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archkit.format.read import read
from archkit.format.write import write
from archkit.model.edit import delete_row, insert_row, set_value
from archkit.model.stated_total import joined_total, split_total
from archkit.versions.diff import diff
from archkit.versions.merge_text import merge_text
from tests.format.documents import EXAMPLE, texts

TOTAL = "- Total: 71.5 days (80 % chance of at most 79.6)"
HIGH = ("effort", "work_items", 0, "high")

#: What authors put behind a number: any words, short ones and numbers, too.
remarks = st.lists(
    st.text(alphabet="abcdefghijklmnopqrstuvwxyzäöλя0123456789", min_size=1, max_size=8), min_size=1, max_size=6
).map(" ".join)
separators = st.sampled_from([", ", " ", "; ", " (", " – ", ". ", ": ", "\n", "\n  "])


@st.composite
def remarked(draw) -> tuple[str, str, str]:
    """A document with words behind one of its totals: the text, which total, and the words."""
    name, line = draw(
        st.sampled_from([("development", "- Development: 54.8 days"), ("testing", "- Testing: 16.7 days")])
        | st.just(("total", TOTAL))
    )
    said = f"zq {draw(remarks)}"
    return EXAMPLE.replace(line, f"{line}{draw(separators)}{said}"), name, said


def edited(text: str, path=HIGH, value: object = 40, totals=None) -> str:
    manuscript = read(text)
    return write(set_value(manuscript.document, path, value), manuscript, totals)


def computed(_):
    return {"total": "4.0 days"}


class TestWordsBesideATotal:
    @given(remarked())
    def test_survive_an_edit_of_a_work_item(self, given):
        text, name, said = given

        after = edited(text)

        assert said in after
        assert said in getattr(read(after).document.effort, name)
        assert edited(after, value=41).count(said) == 1

    @given(remarked(), st.booleans())
    def test_survive_a_merge_with_an_edit_of_the_other_side(self, given, swapped):
        text, _, said = given
        sides = (edited(EXAMPLE), text) if swapped else (text, edited(EXAMPLE))

        merged = merge_text(EXAMPLE, *sides)

        assert merged.clashes == ()
        assert said in merged.text
        assert merged.text == edited(text)

    @given(remarked())
    def test_are_shown_by_diff(self, given):
        text, name, said = given

        (change,) = diff(read(EXAMPLE).document, read(text).document)

        assert change.path == ("effort", name)
        assert change.words.startswith(f"remark beside {name} is now ")
        assert said in str(change.new)

    def test_clash_where_both_sides_say_something_else(self):
        mine, theirs = (EXAMPLE.replace(TOTAL, f"{TOTAL}, without {who}") for who in ("Tom", "Ana"))

        merged = merge_text(EXAMPLE, mine, theirs)

        assert [clash.path for clash in merged.clashes] == [("effort", "total")]
        assert "without Tom" in merged.text
        assert "without Ana" in merged.text

    def test_stay_when_the_first_work_item_comes_and_the_last_one_goes(self):
        text = "# T\n\n## Estimated Effort\n- Total: 3 weeks, without the holiday of Tom\n"
        manuscript = read(text)

        document = insert_row(manuscript.document, ("effort", "work_items"), 0, {"likely": 4})
        counted = write(document, manuscript, computed)
        again = read(counted)
        left = write(delete_row(again.document, ("effort", "work_items", 0)), again)

        assert "- Total: 4.0 days, without the holiday of Tom\n" in counted
        assert left == "# T\n\n## Estimated Effort\n- Total: without the holiday of Tom\n"

    def test_follow_the_computed_total_and_its_notes(self):
        text = EXAMPLE.replace(TOTAL, f"{TOTAL[:-1]}; Tom is away) and more")

        after = edited(text, totals=computed)

        assert "- Total: 4.0 days (Tom is away) and more\n" in after

    def test_no_number_stands_before_them_where_none_is_computed(self):
        text = EXAMPLE.replace(TOTAL, f"{TOTAL}, without Tom")

        assert "- Total: without Tom\n" in edited(text)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("12.0 days", ("12.0 days", "")),
        ("12.0 days (80 % chance of at most 15.2)", ("12.0 days (80 % chance of at most 15.2)", "")),
        ("12.0 days\n(80 % chance\nof at most 15.2)", ("12.0 days (80 % chance\nof at most 15.2)", "")),
        (
            "9 days (without 2 work items that cannot be read)",
            ("9 days (without 2 work items that cannot be read)", ""),
        ),
        (
            "at least 9.0 days (without 2 work items that cannot be read), says Tom",
            ("at least 9.0 days (without 2 work items that cannot be read)", "says Tom"),
        ),
        ("not known (1 work item cannot be read), says Tom", ("not known (1 work item cannot be read)", "says Tom")),
        (
            "not known (1 work item cannot be read; Tom is away)",
            ("not known (1 work item cannot be read)", "(Tom is away)"),
        ),
        ("not known yet, ask Tom", ("", "not known yet, ask Tom")),
        ("**3 weeks** – Tom helps", ("**3 weeks**", "Tom helps")),
        ("10–12 working days.", ("10–12 working days", "")),
        ("12 days (Tom helps)", ("12 days", "(Tom helps)")),
        ("12 days, -5 % for Tom", ("12 days", "-5 % for Tom")),
        ("about 12 days", ("", "about 12 days")),
        ("12 dogs", ("", "12 dogs")),
    ],
)
def test_a_total_is_what_archkit_writes_and_what_the_author_adds(text, parts):
    assert split_total(text) == parts


WRITTEN = (
    "1.0 days",
    "71.5 days (80 % chance of at most 79.6)",
    "2.0 hours",
    "not known (1 work item cannot be read)",
    "at least 12.0 days (without 12 work items that cannot be read)",
)


@given(texts, st.sampled_from(WRITTEN))
def test_what_is_written_beside_a_total_is_read_again(text, computed):
    remark = split_total(text)[1]

    assert split_total(joined_total(computed, remark)) == (computed, remark)
