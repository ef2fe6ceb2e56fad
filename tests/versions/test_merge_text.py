"""Texts that are merged: whose bytes stay, and what stands between conflict markers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archkit.format.read import read
from archkit.format.write import write
from archkit.versions.merge_text import merge_text
from archkit.versions.sides import conflicts_in
from tests.format.documents import EXAMPLE, FRAGMENTS
from tests.versions.test_merge import EXAMPLE_DOCUMENT, changed

BASIS = read(EXAMPLE)
HEADINGS = tuple(line for line in EXAMPLE.split("\n") if line.startswith("#"))
anything = st.lists(st.sampled_from((*FRAGMENTS, *HEADINGS, "\n", "\n\n")), max_size=20).map("".join)


def edited(text, *changes):
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


RISK = "| The queue slows down the order database at peak | 20% | major | 6 |"


class TestBytes:
    @given(anything, anything)
    def test_a_side_that_changed_nothing_changes_no_byte(self, base, side):
        for texts in ((base, base, side), (base, side, base), (base, side, side)):
            merged = merge_text(*texts)

            assert (merged.text, merged.clashes) == (side, ())

    @given(anything, anything, anything)
    def test_any_three_texts_merge_into_one_that_can_be_read(self, base, mine, theirs):
        merged = merge_text(base, mine, theirs)

        assert write(read(merged.text).document, read(merged.text)) == merged.text

    @given(st.data())
    def test_whatever_two_people_do_to_the_example_can_be_read_again(self, data):
        sides = []
        for _ in range(2):
            document = data.draw(changed(EXAMPLE_DOCUMENT))
            try:
                sides.append(write(document, BASIS))
            except Exception:
                sides.append(EXAMPLE)

        merged = merge_text(EXAMPLE, *sides)

        assert write(read(merged.text).document, read(merged.text)) == merged.text
        assert ("<<<<<<< mine" in merged.text) <= bool(merged.clashes)

    def test_each_section_keeps_the_bytes_of_the_side_that_changed_it(self):
        # Neither side writes the canonical form: one aligned a table, the other one uses other bullets.
        mine = edited(EXAMPLE, (RISK, RISK.replace("| 20%", "|    20%")))
        theirs = edited(EXAMPLE, ("- Carrier: No change", "* Carrier:   No change"))

        merged = merge_text(EXAMPLE, mine, theirs)

        assert merged.text == edited(
            EXAMPLE, (RISK, RISK.replace("| 20%", "|    20%")), ("- Carrier: No", "* Carrier:   No")
        )

    @pytest.mark.parametrize("end", ["", "\n", "\n\n"])
    @pytest.mark.parametrize("mark", ["", "\ufeff"])
    @pytest.mark.parametrize("newline", ["\n", "\r\n"])
    def test_mark_line_breaks_and_end_of_the_text_stay(self, mark, newline, end):
        def wrapped(text):
            return mark + text.rstrip("\n").replace("\n", newline) + end.replace("\n", newline)

        mine, theirs = edited(EXAMPLE, ("20%", "30%")), edited(EXAMPLE, ("No change; ship", "Change; ship"))

        merged = merge_text(*map(wrapped, (EXAMPLE, mine, theirs)))

        assert merged.text == wrapped(edited(EXAMPLE, ("20%", "30%"), ("No change; ship", "Change; ship")))

    def test_line_breaks_that_one_side_changed_change(self):
        mine, theirs = EXAMPLE.replace("\n", "\r\n"), edited(EXAMPLE, ("20%", "30%"))

        assert merge_text(EXAMPLE, mine, theirs).text == theirs.replace("\n", "\r\n")
        assert merge_text(EXAMPLE, theirs, mine).text == theirs.replace("\n", "\r\n")


class TestConflicts:
    def test_a_clash_stands_between_markers_below_its_heading(self):
        mine = edited(EXAMPLE, ("- Carrier: No change", "- Carrier: Mine"))
        theirs = edited(EXAMPLE, ("- Carrier: No change", "- Carrier: Theirs"), ("20%", "30%"))

        merged = merge_text(EXAMPLE, mine, theirs, ("ours", "branch"))

        assert [clash.path for clash in merged.clashes] == [("integration_points", 1, "how")]
        own, other = (text.split("## Integration Points\n")[1].split("\n\n")[0] for text in (mine, theirs))
        marked = f"## Integration Points\n<<<<<<< ours\n{own}\n=======\n{other}\n>>>>>>> branch\n\n"
        plain = f"## Integration Points\n{own}\n\n"
        assert merged.text == edited(mine, (plain, marked), ("20%", "30%"))

    @pytest.mark.parametrize("keep", [0, 1])
    def test_keeping_one_side_gives_a_document_that_can_be_read(self, keep):
        mine = edited(EXAMPLE, (RISK, RISK.replace("20%", "30%")))
        theirs = edited(EXAMPLE, (RISK, RISK.replace("20%", "40%")))

        text = merge_text(EXAMPLE, mine, theirs).text
        before, _, rest = text.partition("<<<<<<< mine\n")
        halves, _, after = rest.partition(">>>>>>> theirs\n")

        assert before + halves.split("=======\n")[keep] + after == (mine, theirs)[keep]

    def test_the_conflict_is_a_diagnostic_of_its_section_alone(self):
        mine, theirs = (edited(EXAMPLE, (RISK, RISK.replace("20%", new))) for new in ("30%", "40%"))

        manuscript = read(merge_text(EXAMPLE, mine, theirs).text)

        (problem,) = manuscript.diagnostics
        assert (problem.section, "conflict markers" in problem.message) == ("risks", True)
        assert manuscript.document.replace(risks=(), layout=()) == EXAMPLE_DOCUMENT.replace(risks=(), layout=())

    def test_an_option_renamed_by_both_has_its_two_headings_between_the_markers(self):
        mine, theirs = (EXAMPLE.replace("Apache Kafka", name) for name in ("Kafka 4", "Redpanda"))

        merged = merge_text(EXAMPLE, mine, theirs)

        (conflict,) = conflicts_in(merged.text)
        assert conflict.ours.startswith("### Option 2: Kafka 4\n")
        assert conflict.theirs.startswith("### Option 2: Redpanda\n")
        assert conflict.kept("ours") == mine
        assert conflict.kept_document("theirs")[1] == read(theirs).document

    def test_the_conflict_of_an_option_is_a_diagnostic(self):
        mine, theirs = (EXAMPLE.replace("Apache Kafka", name) for name in ("Kafka 4", "Redpanda"))

        manuscript = read(merge_text(EXAMPLE, mine, theirs).text)

        (problem,) = manuscript.diagnostics
        assert "conflict markers" in problem.message
        assert manuscript.text.split("\n")[problem.line - 1] == "<<<<<<< mine"

    def test_a_title_changed_by_both_stands_between_the_markers(self):
        mine, theirs = (EXAMPLE.replace("# Order Events Arch", f"# {name} Arch") for name in ("A", "B"))

        merged = merge_text(EXAMPLE, mine, theirs)

        assert "<<<<<<< mine\n# A Architecture\n=======\n# B Architecture\n>>>>>>> theirs\n" in merged.text
        (conflict,) = conflicts_in(merged.text)
        assert (conflict.kept("ours"), conflict.kept("theirs")) == (mine, theirs)

    def test_a_front_matter_changed_by_both_is_marked_inside_it(self):
        base, mine, theirs = (f"---\nstatus: {word}\n---\n\n# T\n\n## Data Flow\n\nx\n" for word in ("a", "b", "c"))

        merged = merge_text(base, mine, theirs)

        assert (
            merged.text
            == "---\n<<<<<<< mine\nstatus: b\n=======\nstatus: c\n>>>>>>> theirs\n---\n\n# T\n\n## Data Flow\n\nx\n"
        )
        assert [problem.section for problem in read(merged.text).diagnostics] == ["metadata"]

    def test_a_section_deleted_here_and_changed_there_is_kept_and_marked(self):
        head, _, rest = EXAMPLE.partition("## Integration Points\n")
        below = rest[rest.index("## Security") :]
        theirs = edited(EXAMPLE, ("- Carrier: No change", "- Carrier: Theirs"))

        merged = merge_text(EXAMPLE, head + below, theirs)

        assert merged.clashes
        assert "- Carrier: Theirs" in merged.text
        assert "<<<<<<< mine\n=======\n## Integration Points\n- Payment" in merged.text
        (conflict,) = conflicts_in(merged.text)
        assert (conflict.kept("ours"), conflict.kept("theirs")) == (head + below, theirs)

    def test_text_without_sections_of_the_template_merges_line_by_line(self):
        merged = merge_text("a\nb\nc\nd\n", "A\nb\nc\nmine\n", "a\nb\nc\ntheirs\n")

        assert merged.text == "A\nb\nc\n<<<<<<< mine\nmine\n=======\ntheirs\n>>>>>>> theirs\n"
        assert len(merged.clashes) == 1

    def test_words_that_reading_left_out_are_not_lost_but_marked(self):
        hidden = EXAMPLE.replace("## Integration Points\n", "## Integration Points\n\n", 1)
        base = hidden.replace("| Risk |", "| Risk <!-- keep this remark --> |", 1)
        mine = edited(base, ("20%", "30%"))
        theirs = edited(base, ("| major | 6 |", "| major | 9 |"))

        merged = merge_text(base, mine, theirs)

        assert "keep this remark" in merged.text
        assert "30%" in merged.text and "| major | 9 |" in merged.text
