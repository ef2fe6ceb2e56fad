"""Six random edits on each side: without a true clash all of them are in the result, in every case."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from archkit.format.read import read
from archkit.format.settle import settle
from archkit.format.write import write
from archkit.model.document import Document, rows_at
from archkit.versions.merge import merge
from archkit.versions.merge_text import merge_text
from tests.versions.edits import Editor

ROWS = ("findings", "options", "components", "integration_points", "security", "phases", "risks", "dependencies")
CASES = 500
WRITTEN_CASES = 60
CLASH_CASES = 200


def contents(document: Document) -> dict[str, object]:
    """Return all that a document says, without the order of rows."""
    rows = {key: getattr(document, key) for key in ROWS}
    rows |= {"criteria": document.comparison.criteria, "work_items": document.effort.work_items}
    said: dict[str, object] = {key: Counter(said_by(row) for row in found) for key, found in rows.items()}
    said["names"] = set(document.option_names)
    said["paragraphs"] = Counter(document.executive_summary.split("\n\n"))
    said["custom"] = {place.name: place.text for place in document.layout if place.part == "custom"}
    return said | {"metadata": document.metadata, "recommendation": document.recommendation}


def said_by(row) -> str:
    dump = row.model_dump()
    return repr({**dump, "scores": sorted(dump.get("scores", {}).items())})


def three_documents(seed: int, count: int = 6):
    """Return a document, what each side made of it, what both made of it, and the edits."""
    author = Editor(random.Random(seed))
    state = author.state()
    touched = set()
    mine, theirs = state.copy(), state.copy()
    my_edits = author.edits(mine, count, touched)
    their_edits = author.edits(theirs, count, touched)
    both = mine.copy()
    for edit in their_edits:
        edit.apply(both)
    return (*(each.document() for each in (state, mine, theirs, both)), [*my_edits, *their_edits])


def test_six_edits_on_each_side_are_all_in_the_merged_document(capsys):
    complete, edits = 0, 0
    for seed in range(CASES):
        base, mine, theirs, both, made = three_documents(seed)

        merged = merge(base, mine, theirs)

        assert not merged.clashes, (seed, [edit.words for edit in made], *map(str, merged.clashes))
        assert contents(settle(merged.document)) == contents(both), (seed, [edit.words for edit in made])
        complete += 1
        edits += len(made)
    with capsys.disabled():
        print(f"\nmerged completely: {complete} of {CASES} cases, {edits} edits")
    assert complete == CASES


def test_what_is_merged_as_text_says_the_same(capsys):
    complete = 0
    for seed in range(CASES, CASES + WRITTEN_CASES):
        base, mine, theirs, both, made = three_documents(seed)
        basis = read(write(base))

        merged = merge_text(basis.text, write(mine, basis), write(theirs, basis))

        assert not merged.clashes, (seed, [edit.words for edit in made], *map(str, merged.clashes))
        assert contents(read(merged.text).document) == contents(both), (seed, [edit.words for edit in made])
        complete += 1
    with capsys.disabled():
        print(f"\nmerged completely as text: {complete} of {WRITTEN_CASES} cases")


@pytest.mark.parametrize("seed", range(20))
def test_the_two_sides_may_change_places(seed):
    base, mine, theirs, _, _ = three_documents(seed)

    assert contents(merge(base, mine, theirs).document) == contents(merge(base, theirs, mine).document)


@pytest.mark.parametrize("seed", range(20))
def test_rows_that_nobody_moved_keep_their_order(seed):
    base, mine, theirs, _, _ = three_documents(seed)

    merged = merge(base, mine, theirs).document

    for key in ROWS:
        names = [row.called for row in getattr(base, key) if row.called]
        orders = [[row.called for row in getattr(side, key) if row.called in names] for side in (mine, theirs, merged)]
        common = set(orders[0]) & set(orders[1])
        if all([name for name in names if name in common] == [n for n in order if n in common] for order in orders[:2]):
            assert [name for name in orders[2] if name in common] == [name for name in names if name in common]


#: Fields that both sides write.
CLASHING = {
    "risks": ("owner", "residual_impact", "mitigation"),
    "findings": ("quote", "retrieved"),
    "options": ("remarks", "based_on"),
    "components": ("purpose",),
    "dependencies": ("why",),
    "phases": ("what",),
}


def test_what_both_changed_differently_is_told_and_everything_else_is_merged(capsys):
    told = 0
    for seed in range(CLASH_CASES):
        author = Editor(random.Random(1_000_000 + seed))
        state = author.state()
        key = author.random.choice(list(CLASHING))
        number, name = author.random.choice(list(state.rows[key])), author.random.choice(CLASHING[key])
        touched = {(key, number, "*")}
        mine, theirs = state.copy(), state.copy()
        author.edits(mine, 3, touched)
        their_edits = author.edits(theirs, 3, touched)
        values = f"mine {author.unique()}", f"theirs {author.unique()}"
        for side, value in zip((mine, theirs), values, strict=True):
            side.rows[key][number] = side.rows[key][number].replace(**{name: value})
        both = mine.copy()
        for edit in their_edits:
            edit.apply(both)

        merged = merge(*(each.document() for each in (state, mine, theirs)))

        assert [(clash.mine, clash.theirs) for clash in merged.clashes] == [values], seed
        assert merged.clashes[0].path[0] == key and merged.clashes[0].path[2] == name
        assert rows_at(merged.document, merged.clashes[0].path) == values[0]
        assert contents(settle(merged.document)) == contents(both.document()), seed
        told += 1
    with capsys.disabled():
        print(f"\nclashes told, all else merged: {told} of {CLASH_CASES} cases")


def test_conflict_markers_stand_around_the_clashing_section_alone():
    for seed in range(20):
        author = Editor(random.Random(2_000_000 + seed))
        state = author.state()
        number = author.random.choice(list(state.rows["risks"]))
        touched = {("risks", number, "*")}
        mine, theirs = state.copy(), state.copy()
        author.edits(mine, 3, touched)
        their_edits = author.edits(theirs, 3, touched)
        for side, owner in ((mine, "Ann"), (theirs, "Ben")):
            side.rows["risks"][number] = side.rows["risks"][number].replace(owner=owner)
        both = mine.copy()
        for edit in their_edits:
            edit.apply(both)
        basis = read(write(state.document()))

        merged = merge_text(basis.text, *(write(side.document(), basis) for side in (mine, theirs)))

        found = contents(read(merged.text).document)
        expected = contents(both.document())
        assert merged.text.count("<<<<<<< ") == 1
        assert {key for key in expected if found[key] != expected[key]} == {"risks"}
