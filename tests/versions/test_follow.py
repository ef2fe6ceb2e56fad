"""A clash stands where its row stands, whatever becomes of the rows around it."""

from __future__ import annotations

from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from archkit.clashes import clash_from, plain_clash
from archkit.format.read import read
from archkit.model.delta import apply_delta, delta
from archkit.model.document import Document
from archkit.model.edit import delete_row, insert_row, move_row, set_value
from archkit.model.options import Option
from archkit.model.risks import Risk
from archkit.versions.clash import Clash
from archkit.versions.follow import follow
from tests.small_document import SMALL

DOCUMENT = Document(risks=tuple(Risk(risk=f"Risk {at}", owner=f"token {at}") for at in range(4)))
OPTIONS = Document(
    options=tuple(Option(name=name, pros=({"claim": f"c{name}"}, {"claim": f"d{name}"})) for name in "ABC")
)
WAYS = ("insert", "delete", "move", "rename", "clear", "twin", "back")
steps = st.lists(st.tuples(st.sampled_from(WAYS), st.integers(0, 7), st.integers(0, 7)), max_size=12)


def edited(document: Document, way: str, at: int, to: int) -> Document:
    rows = document.risks
    if way == "insert" or not rows:
        return insert_row(document, ("risks",), at, {"risk": f"New {to}"})
    path = ("risks", at % len(rows))
    if way == "delete":
        return delete_row(document, path)
    if way == "move":
        return move_row(document, path, to)
    if way == "twin":
        return insert_row(document, ("risks",), to, {"risk": rows[path[1]].risk, "owner": "twin"})
    return set_value(document, (*path, "risk"), f"Called {to}" if way == "rename" else "")


@given(st.integers(0, 3), steps, st.booleans())
@example(2, [("insert", 0, 0), ("twin", 3, 0), ("rename", 4, 0), ("back", 0, 0)], False)
@example(2, [("rename", 2, 1), ("delete", 2, 0), ("back", 0, 0)], True)
def test_a_clash_follows_its_row_through_any_edits(row: int, ways: list[Any], is_journaled: bool):
    document = DOCUMENT
    clashes: tuple[Clash, ...] = (Clash(("risks", row, "mitigation"), "", "Mine", "Theirs", "risks"),)
    undone: list[Document] = []
    for way, at, to in ways:
        if way == "back":
            # As in a session: an undo takes back one edit, and so does one that takes back the undo.
            after = undone.pop() if undone else document
        else:
            after = edited(document, way, at, to)
            undone.append(document)
        if is_journaled:
            after = apply_delta(document, delta(document, after))
            clashes = tuple(clash_from(plain_clash(clash)) for clash in clashes)
        clashes = follow(clashes, document, after)
        document = after

    owners = [risk.owner for risk in document.risks]
    (clash,) = clashes
    if f"token {row}" in owners:
        assert clash.lost is None
        assert clash.path == ("risks", owners.index(f"token {row}"), "mitigation")
    else:
        assert clash.lost is not None
        assert clash.lost[0] == 1


def followed(path: tuple[Any, ...], before: Document, after: Document) -> Clash:
    return follow((Clash(path, "", "Mine", "Theirs", str(path[0])),), before, after)[0]


def test_a_row_inside_a_row_is_followed_through_both():
    moved = move_row(OPTIONS, ("options", 0), 2)
    after = insert_row(moved, ("options", 2, "pros"), 0, {"claim": "new"})

    assert followed(("options", 0, "pros", 1, "claim"), OPTIONS, moved).path == ("options", 2, "pros", 1, "claim")
    assert followed(("options", 2, "pros", 1, "claim"), moved, after).path == ("options", 2, "pros", 2, "claim")


def test_an_equal_row_that_stood_there_all_the_time_is_not_the_one_that_was_deleted():
    twins = insert_row(DOCUMENT, ("risks",), 0, DOCUMENT.risks[2].model_dump())
    without = delete_row(twins, ("risks", 3))

    lost = followed(("risks", 3, "mitigation"), twins, without)
    (still,) = follow((lost,), without, set_value(without, ("title",), "Other"))

    assert lost.lost is not None
    assert still.lost is not None


def test_a_row_is_found_again_below_an_option_that_moved_meanwhile():
    without = delete_row(OPTIONS, ("options", 0, "pros", 0))
    moved = move_row(without, ("options", 0), 2)
    back = insert_row(moved, ("options", 2, "pros"), 1, {"claim": "cA"})

    lost = followed(("options", 0, "pros", 0, "claim"), OPTIONS, without)
    (found,) = follow(follow((lost,), without, moved), moved, back)

    assert lost.lost is not None
    assert (found.path, found.lost) == (("options", 2, "pros", 1, "claim"), None)


def test_a_score_is_followed_when_its_option_is_renamed():
    document = read(SMALL).document
    after = set_value(document, ("options", 0, "name"), "Book")

    found = followed(("comparison", "criteria", 0, "scores", "Ledger"), document, after)

    assert found.path == ("comparison", "criteria", 0, "scores", "Book")


def test_a_text_of_the_layout_is_followed_when_a_section_comes_above_it():
    document = read(SMALL).document
    at = next(at for at, place in enumerate(document.layout) if place.name == "Glossary")
    after = read(SMALL.replace("## Technical Approach", "## Scope\nAll.\n\n## Technical Approach")).document

    assert followed(("layout", at, "text"), document, after).path == ("layout", at + 1, "text")


def test_a_clash_keeps_its_key_while_its_path_changes():
    clash = Clash(("risks", 0, "owner"), "", "Mine", "Theirs", "risks")

    (found,) = follow((clash,), DOCUMENT, move_row(DOCUMENT, ("risks", 0), 3))

    assert (found.path, found.key) == (("risks", 3, "owner"), clash.key)
