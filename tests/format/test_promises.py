"""The three promises: nothing is lost, exact or raw, canonical writing; and an edit touches only its own section."""

from __future__ import annotations

import re
import time
from difflib import SequenceMatcher

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from archkit.errors import ArchkitError
from archkit.format.format_words import FORMAT_WORDS
from archkit.format.lost_words import without_hints
from archkit.format.parts import BELOW
from archkit.format.read import read
from archkit.format.render import render
from archkit.format.settle import as_written, settle
from archkit.format.write import write
from archkit.model import text as spelling
from archkit.model.document import Document, outline, rows_at, walk_rows
from archkit.model.edit import set_value
from archkit.model.fields import fields_of
from tests.format.documents import EXAMPLE, FRAGMENTS, TEMPLATE, documents, hostile, section, texts

HEADINGS = tuple(line for line in EXAMPLE.split("\n") if line.startswith("#"))
anything = st.text() | st.lists(st.sampled_from((*FRAGMENTS, *HEADINGS)) | st.text(max_size=3), max_size=30).map(
    "".join
)


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """A real document after a bad day: lines deleted, doubled, moved, indented, and strange text put in."""
    lines = draw(st.sampled_from([EXAMPLE, TEMPLATE])).split("\n")
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(lines) - 1))
        how = draw(st.sampled_from(["delete", "double", "move", "indent", "insert", "replace", "cut", "within"]))
        if how == "delete":
            del lines[at : at + draw(st.integers(1, 4))]
            lines = lines or [""]
        elif how == "double":
            lines[at:at] = lines[at : at + 3]
        elif how == "move":
            lines.insert(draw(st.integers(0, len(lines))), lines.pop(at))
        elif how == "indent":
            lines[at] = draw(st.sampled_from([" ", "  ", "    ", "\t", "> ", "- ", "# "])) + lines[at]
        elif how == "insert":
            lines.insert(at, draw(hostile | st.sampled_from(HEADINGS)))
        elif how == "replace":
            lines[at] = draw(hostile)
        elif how == "cut":
            lines[at] = lines[at][: draw(st.integers(0, 12))]
        else:
            middle = draw(st.integers(0, len(lines[at])))
            lines[at] = lines[at][:middle] + draw(hostile) + lines[at][middle:]
    return draw(st.sampled_from(["\n", "\n", "\n", "\r\n"])).join(lines)


class TestNothingIsLost:
    @given(anything | mutated())
    def test_any_text_is_written_as_it_was_read(self, text):
        assert write(read(text).document, read(text)) == text

    @given(anything | mutated())
    def test_the_sources_of_the_chunks_are_the_text(self, text):
        assert "".join(chunk.source for chunk in read(text).chunks) == text

    @pytest.mark.parametrize("text", ["", "\n", "\r", "\r\n", "\ufeff", "\ufeff\r\n", "---\n---", "---\n---\n\r"])
    def test_a_text_of_next_to_nothing_is_kept(self, text):
        assert "".join(chunk.source for chunk in read(text).chunks) == text

    @pytest.mark.parametrize("text", [EXAMPLE, TEMPLATE], ids=["example", "template"])
    @pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
    @pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["plain", "bom"])
    def test_real_documents_come_back_byte_for_byte(self, text, end, mark):
        given_text = mark + text.replace("\n", end)

        assert write(read(given_text).document, read(given_text)) == given_text


HOSTILE = {
    "brackets": "[" * 50_000,
    "bars": "|" * 100_000,
    "table of bars": "|" * 50_000 + "\n" + "|-" * 50_000,
    "quotes": "> " * 20_000 + "x",
    "lines of quotes": "> > > > x\n" * 20_000,
    "list in list": "".join(f"{'  ' * (depth % 100)}- x\n" for depth in range(10_000)),
    "marks in one line": "- " * 20_000 + "x",
    "one line": "word " * 200_000,
    "blanks": " " * 1_000_000,
    "tabs": "\t" * 200_000,
    "stars": "*" * 200_000,
    "broken bold": "- **a" + "*" * 50_000 + "\n",
    "bold pairs": "- " + "**a" * 30_000 + "\n",
    "colons": "- " + ": " * 50_000,
    "dashes": "- " + "- - " * 30_000,
    "ticks": "- " + "".join("`" * (n % 300 + 1) + "a" for n in range(2_000)),
    "open brackets in an item": "- " + "[" * 20_000 + " - x",
    "open code in an item": "- " + "`a [" * 20_000 + " - x",
    "rule that is none": "- " * 50_000 + "x",
    "definitions": "[a]: " * 20_000,
    "escapes": "\\" * 200_000,
    "attributes": "<a " + "b='c' " * 20_000,
    "open attributes": "<a b=" + "'" * 50_000,
    "hashes": "# " + "# " * 50_000 + "x",
    "conflicts": "<<<<<<< a\n" * 10_000,
    "underlines": "x\n" * 10_000 + "===\n",
    "tables": "a | b\n--|--\n" * 10_000,
    "front matter": "---\n" + "a: [" + "x, " * 30_000 + "]\n---\n",
    "front matter of quotes": "---\n" + 'a: "' + '\\"' * 30_000 + "\n---\n",
    "headings": "## Risks and Mitigations\n" * 5_000,
    "options": "## Technical Approach\n" + "### Option 1: x\n" * 5_000,
    "misspelt headings": "".join(f"## Riskz and Mitigation {n}\n" for n in range(1_000)),
    "entities": "&#91;" * 50_000,
    "breaks": "<br>" + " " * 50_000 + "x" + "<br" * 20_000,
}
IN_SECTIONS = ("## Security Considerations\n", "## Integration Points\n", "## Component Design\n### New Components\n")
IN_SECTIONS += ("## Technical Approach\n### Option 1: x\n**Pros:**\n", "## Risks and Mitigations\n| Risk |\n|---|\n| ")
IN_SECTIONS += ("## Data Flow\n```mermaid\nflowchart LR\n", "## Research Findings\n### Open Source Examples\n", "# ")
IN_SECTIONS += ("## Technical Approach\n### Option Comparison\n| Criterion | Weight |\n|---|---|\n| ", "- ", "")


class TestHostileInput:
    @pytest.mark.parametrize("name", HOSTILE)
    def test_reading_takes_time_in_proportion_to_the_text(self, name):
        begin = time.process_time()

        for above in IN_SECTIONS:
            text = above + HOSTILE[name]
            manuscript = read(text)
            assert write(manuscript.document, manuscript) == text

        # A quadratic step would take minutes; a slow machine takes a few times the 0.1 s that is usual.
        assert time.process_time() - begin < 5


_WORD = re.compile(r"[^\W\d_]+")


def words(text: str) -> set[str]:
    return set(_WORD.findall(without_hints(text).casefold())) - FORMAT_WORDS


class TestExactOrRaw:
    @given(mutated() | anything)
    def test_what_is_read_as_data_keeps_every_word(self, text):
        manuscript = read(text)
        stated = " ".join(value for value, _ in manuscript.stated.values())

        for chunk in manuscript.chunks:
            if chunk.value is None or chunk.place.part == "title":
                continue
            kept = render(chunk.place, chunk.value, {}, blanks=False)
            missing = words(chunk.source) - words(f"{chunk.place.head} {chunk.place.text} {kept} {stated}")
            assert not {word for word in missing if word not in words(kept.replace("&#", "").replace("<br>", " "))}

    @given(mutated() | anything)
    def test_data_that_is_written_again_is_read_as_the_same_data(self, text):
        document = settle(read(text).document)

        try:
            again = read(write(document)).document
        except ArchkitError:
            assume(False)
        assert again.replace(layout=()) == as_written(document).replace(layout=())

    @given(mutated())
    def test_a_section_that_is_kept_as_text_is_reported(self, text):
        manuscript = read(text)
        reported = {diagnostic.line for diagnostic in manuscript.diagnostics}

        for chunk in manuscript.chunks:
            if chunk.place.unread:
                lines = range(chunk.line, chunk.line + chunk.source.count("\n") + 1)
                assert reported & set(lines), chunk.place


SECTIONS = {spec.key: section(spec) for spec in outline()}


def assert_canonical(document: Document) -> None:
    """What is written is read as the same document, without complaint, and is written as the same text again."""
    text = write(document)
    manuscript = read(text)

    assert manuscript.document == as_written(document)
    assert [str(one) for one in manuscript.diagnostics if one.severity == "error"] == []
    assert write(manuscript.document) == text


class TestCanonicalWriting:
    @pytest.mark.parametrize("key", SECTIONS)
    @given(data=st.data())
    def test_a_section_is_read_as_it_was_filled(self, key, data):
        assert_canonical(Document().replace(**{key: data.draw(SECTIONS[key])}))

    @given(documents)
    def test_a_document_is_read_as_it_was_filled(self, document):
        assert_canonical(document)

    @given(st.sampled_from([EXAMPLE, TEMPLATE]), st.data())
    def test_a_section_that_is_filled_anew_in_a_real_document_is_read_as_it_was_filled(self, text, data):
        manuscript = read(text)
        key = data.draw(st.sampled_from(list(SECTIONS)))
        document = manuscript.document.replace(**{key: data.draw(SECTIONS[key])})

        again = read(write(document, manuscript)).document

        assert again == as_written(document, manuscript.document)

    @given(documents)
    def test_settling_twice_changes_nothing_more(self, document):
        assert settle(settle(document)) == settle(document)

    @pytest.mark.parametrize("how", ["line", "cell", "label", "prose", "clean"])
    @given(text=texts)
    def test_a_spelling_is_its_own_spelling(self, how, text):
        spell = getattr(spelling, how)

        assert spell(spell(text)) == spell(text)


def fields_to_edit() -> list[tuple[str | int, ...]]:
    """The path of every text of the example."""
    kinds = ("line", "cell", "label", "prose", "word", "date", "likelihood", "impact", "weight")
    return [("title",), ("executive_summary",)] + [
        (*path, spec.key)
        for path, row in walk_rows(read(EXAMPLE).document)
        for spec in fields_of(type(row))
        if spec.kind in kinds and spec.key not in ("id", "group", "development", "testing", "total")
    ]


FIELDS = fields_to_edit()
#: Sections that follow a change elsewhere: what names an option or a box is renamed with it.
FOLLOWERS = {"options": {"comparison", "recommendation", "risks", "effort", "option"}, "findings": set()}


def parts_of_lines(text: str) -> list[str]:
    """The part that each line of a text belongs to."""
    return [chunk.place.part for chunk in read(text).chunks for _ in range(chunk.source.count("\n"))]


def changed_parts(before: str, after: str) -> set[str]:
    """The parts in which two texts differ."""
    old, new, found = parts_of_lines(before), parts_of_lines(after), set()
    matcher = SequenceMatcher(None, before.split("\n"), after.split("\n"), autojunk=False)
    for tag, first, last, begin, end in matcher.get_opcodes():
        if tag != "equal":
            found |= set(old[first:last]) | set(new[begin:end])
    return found


class TestAnEdit:
    @given(st.sampled_from(FIELDS), texts)
    def test_touches_only_its_own_section(self, path, value):
        manuscript = read(EXAMPLE)
        assume(path[2:] != ("name",) or str(value).strip())

        after = write(set_value(manuscript.document, path, value), manuscript)

        own = {"options": "option"}.get(str(path[0]), str(path[0]))
        assert changed_parts(EXAMPLE, after) <= {own, *BELOW, *FOLLOWERS.get(str(path[0]), set())} - (
            set() if path[0] in ("options", *BELOW) else set(BELOW)
        )

    @given(st.sampled_from(FIELDS), hostile)
    def test_and_the_edit_back_give_the_original_bytes(self, path, value):
        manuscript = read(EXAMPLE)
        original = rows_at(manuscript.document, path)
        assume(path[2:] != ("name",) or str(value).strip())

        edited = set_value(manuscript.document, path, value)

        assert write(set_value(edited, path, original), manuscript) == EXAMPLE

    @given(st.sampled_from(FIELDS))
    def test_keeps_line_ends_and_byte_order_mark(self, path):
        text = "\ufeff" + EXAMPLE.replace("\n", "\r\n")
        manuscript = read(text)

        after = write(set_value(manuscript.document, path, "changed"), manuscript)

        assert after.startswith("\ufeff")
        assert "\n" not in after.replace("\r\n", "")

    def test_of_one_cell_is_a_change_of_one_line(self):
        manuscript = read(EXAMPLE)

        after = write(set_value(manuscript.document, ("risks", 3, "owner"), "Somebody else"), manuscript)

        differing = [pair for pair in zip(EXAMPLE.split("\n"), after.split("\n"), strict=True) if pair[0] != pair[1]]
        assert len(differing) == 1

    def test_does_not_number_the_options_anew(self):
        text = EXAMPLE.replace("### Option 4: ", "### Option 2: ")
        manuscript = read(text)

        after = write(set_value(manuscript.document, ("risks", 3, "owner"), "Somebody else"), manuscript)

        assert "### Option 2: Keep the synchronous HTTP calls" in after
