"""The changes between two texts, by lines, give the second text when they are applied to the first."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from archkit import text_patch
from archkit.text_patch import Told, patch, patched
from tests.small_document import SMALL

texts = st.lists(st.sampled_from(["a\n", "b\n", "c\r\n", "\n", "d\u2028", "e"]), max_size=12).map("".join)


@given(texts, texts)
def test_a_patch_gives_the_second_text(before: str, after: str):
    assert patched(before, json.loads(json.dumps(patch(before, after)))) == after


@given(texts, texts)
def test_a_patch_without_a_comparison_gives_it_too(before: str, after: str):
    known = text_patch._MOST_PAIRS
    text_patch._MOST_PAIRS = 0
    try:
        assert patched(before, patch(before, after)) == after
    finally:
        text_patch._MOST_PAIRS = known


def test_a_patch_holds_only_what_changed():
    after = SMALL.replace("# Ledger", "# Book").replace("Water", "Sand")

    assert patch(SMALL, after) == [
        [0, 1, "# Book Architecture\n"],
        [26, 27, "| It burns | likely | severe | Sand |\n"],
    ]
    assert patch(SMALL, SMALL) == []


def test_what_is_told_in_patches_costs_no_more_than_told_whole_from_time_to_time():
    told, cost, wholes = Told(), 0, 0
    for number in range(100):
        told, how = told.tell(SMALL.replace("Water", f"Water {number}"))
        wholes += "text" in how
        cost += len(json.dumps(how))

    assert 1 < wholes < 30
    assert cost < 40 * len(SMALL)
