"""Both kinds of paper get the same blocks from one walk."""

from dataclasses import fields
from itertools import pairwise

import pytest

from archkit.format.read import read
from archkit.printing.blocks import Code, Heading, Listing, Paragraph, Picture, Quote, Run, Table
from archkit.printing.columns import MOST_COLUMNS, tables
from archkit.printing.findable import places_of_findings
from archkit.printing.long_words import BREAK, breakable
from archkit.printing.markdown import Walk
from archkit.printing.page_turns import on_pages
from archkit.printing.pictures import Pictures
from archkit.printing.printed import printed
from archkit.printing.runs import Cited, plain_runs, words_of


def walk(folder=None) -> Walk:
    return Walk(Cited(frozenset({"F1"}), set()), Pictures(folder))


def only(text: str):
    (block,) = walk().blocks(text)
    return block


@pytest.fixture(scope="module")
def walked(example):
    return printed(example, None, "svg")


def of_kind(document, kind):
    found = []

    def look(value):
        if isinstance(value, kind):
            found.append(value)
        if isinstance(value, tuple):
            for part in value:
                look(part)
        elif hasattr(value, "__dataclass_fields__"):
            for part in fields(value):
                look(getattr(value, part.name))

    look(document.blocks)
    return found


def text_of(document) -> str:
    return "\n".join([*(run.text for run in of_kind(document, Run)), *(code.text for code in of_kind(document, Code))])


def test_sections_stand_in_the_order_of_the_document(hostile_printed):
    titles = [words_of(block.runs) for block in hostile_printed.blocks if isinstance(block, Heading)]

    wanted = ["Executive Summary", "Research Findings", "Option Comparison", "Data Flow", "Dependencies"]
    assert [title for title in titles if title in wanted] == wanted


def test_no_level_of_headings_is_left_out(hostile_printed):
    levels = [block.level for block in hostile_printed.blocks if isinstance(block, Heading)]

    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_finding_of_the_example_can_be_led_to(example, walked):
    assert places_of_findings(walked.blocks) == [row.id for row in example.findings]


def test_a_citation_of_no_finding_and_one_in_code_are_words(hostile_printed):
    cited = {run.finding for run in of_kind(hostile_printed, Run)}

    assert "F99" not in cited
    assert "[F99]" in text_of(hostile_printed)
    assert all(not run.finding for run in of_kind(hostile_printed, Run) if run.code)


def test_what_turns_the_direction_of_a_text_is_shown_by_its_number(hostile_printed):
    said = text_of(hostile_printed) + hostile_printed.title

    assert "[U+202E]gnp.exe[U+202C]" in said
    assert not set(said) & set("\u202e\u202c\x0b")


def test_each_figure_has_its_words_and_a_table_behind_it(walked):
    captions = [block.caption for block in walked.blocks if isinstance(block, Picture)]

    assert captions == [
        "What the scores are made of",
        "Flowchart",
        "The phases on a time line",
        "The risks by likelihood and impact",
        "The effort by phase",
    ]
    for at, block in enumerate(walked.blocks):
        if isinstance(block, Picture):
            assert len(block.alt) > 60
            assert isinstance(walked.blocks[at + 1], Table)


def test_the_table_of_the_scores_has_score_interval_and_rank(walked):
    (table,) = [table for table in of_kind(walked, Table) if "Interval" in [words_of(cell) for cell in table.head]]

    rows = {words_of(row[0]): [words_of(cell) for cell in row[1:4]] for row in table.rows}
    assert rows["PostgreSQL outbox with SKIP LOCKED"] == ["0.69", "0.66–0.72", "1"]
    assert rows["Keep the synchronous HTTP calls"] == ["out", "", ""]


def test_a_document_without_numbers_has_no_figures():
    document = printed(read("# Small\n\n## Executive Summary\n\nWe do it.\n").document, None, "svg")

    assert document.pictures == {}
    assert [words_of(block.runs) for block in document.blocks] == ["Executive Summary", "We do it."]


def test_only_pictures_in_the_folder_of_the_document_are_shown(hostile_printed):
    shown = [picture.alt for picture in of_kind(hostile_printed, Picture) if picture.name.endswith("png")]

    assert shown == ["local"]
    said = text_of(hostile_printed)
    for words in ("[far: https://example.com/x.png]", "[up: ../outside.png]", "[linked: link.png]", "[none: none.png]"):
        assert words in said


@pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n\x1a\n broken", b"<svg xmlns='http://www.w3.org/2000/svg'/>"])
def test_a_file_that_is_no_picture_is_named(tmp_path, content):
    (tmp_path / "a.png").write_bytes(content)

    (paragraph,) = walk(tmp_path).blocks("![words](a.png)")

    assert words_of(paragraph.runs) == "[words: a.png]"


@pytest.mark.parametrize("address", ["javascript:alert(1)", "JaVa\tScRiPt:alert(1)", "file:///etc/passwd", "//host/x"])
def test_a_link_with_another_scheme_leads_nowhere(address):
    block = only(f"[words](<{address}>)")

    assert all(not run.link for run in block.runs)
    assert "words" in words_of(block.runs)


def test_a_link_to_a_file_says_its_address():
    assert words_of(only("[words](other.md)").runs) == "words (other.md)"


def test_looks_of_words():
    looks = {run.text: run for run in only("a **b** *c* ~~d~~ `e` [f](https://x.org) [F1]").runs}

    assert looks["b"].bold and looks["c"].italic and looks["d"].strike and looks["e"].code
    assert looks["f"].link == "https://x.org"
    assert looks["[F1]"].finding == "F1" and not looks["[F1]"].is_finding


def test_a_label_stays_with_what_it_announces():
    assert only("**Pros:**").is_label
    assert not only("**Pros** are:").is_label and not only("**It is said.**").is_label


def test_blocks_in_lists_stay_in_their_item():
    block = only("3. a\n\n   ```\n   b\n   ```\n4. > c\n   > - d\n")

    assert isinstance(block, Listing) and block.start == 3
    assert [type(part) for part in block.items[0]] == [Paragraph, Code]
    assert [type(part) for part in block.items[1]] == [Quote]


def test_lists_that_are_very_deep_lose_no_words():
    text = "\n".join(f"{'  ' * depth}- word{depth}" for depth in range(15))

    (block,) = walk().blocks(text)

    said = " ".join(run.text for run in of_kind(type("Of", (), {"blocks": (block,)})(), Run))
    assert [word for word in said.split() if word.startswith("word")] == [f"word{depth}" for depth in range(15)]


def test_what_is_nested_without_end_is_printed_as_it_stands():
    text = f"{'>' * 300} word"

    assert walk().blocks(text) == [Code(text)]


def test_a_table_of_many_columns_is_told_in_parts_that_lose_nothing():
    columns = 40
    head = tuple(plain_runs(f"c{at}") for at in range(columns))

    parts = list(tables(head, (head,), ("left",) * columns))

    assert all(len(part.head) <= MOST_COLUMNS and part.head[0] == head[0] for part in parts)
    assert [cell for part in parts for cell in part.head[1:]] == list(head[1:])


@pytest.mark.parametrize("columns", [1, 3, 9, 14])
@pytest.mark.parametrize("length", [1, 30, 900])
def test_a_table_is_never_wider_than_its_page(columns, length):
    cells = tuple(plain_runs("x" * length) for _ in range(columns))

    (table,) = tables(cells, (cells,), ("left",) * columns)

    assert sum(table.shares) <= 1.001
    assert min(table.shares) > 0.01


def test_a_wide_table_takes_its_headings_to_its_page():
    wide = Table((), (), (), is_wide=True)
    heading, text = Heading(plain_runs("h"), 1), Paragraph(plain_runs("t"))

    pages = on_pages([text, heading, wide, wide, text])

    assert [(page.is_wide, page.blocks) for page in pages] == [
        (False, [text]),
        (True, [heading, wide, wide]),
        (False, [text]),
    ]


def test_long_words_can_be_broken_and_lose_no_letter():
    text = f"short https://example.com/{'path/' * 9} {'y' * 50}"

    broken = breakable(text, 12)

    assert broken.replace(BREAK, "") == text
    assert max(map(len, broken.replace(BREAK, " ").split())) <= 12
    assert breakable("short words stay", 12) == "short words stay"
