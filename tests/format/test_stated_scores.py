"""The computed row of the comparison: what is no number there is nothing that archkit may compute away."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archkit.format.read import read
from archkit.format.write import write
from archkit.model.edit import set_value
from archkit.versions.diff import diff
from archkit.versions.merge_text import merge_text
from tests.format.documents import EXAMPLE

SCORE = "**0.69**"
WEIGHT = ("comparison", "criteria", 2, "weight")

said = (
    st.text(alphabet="abcdefgxyzäλ ", min_size=1, max_size=12).map(str.strip).filter(lambda text: text not in ("", "d"))
)


def with_weight(text: str) -> str:
    manuscript = read(text)
    return write(set_value(manuscript.document, WEIGHT, "7"), manuscript)


@given(said, st.sampled_from(["**{}**", "**0.69** {}", "**0.69 {}**", "{}"]))
def test_words_in_the_computed_row_are_shown_and_merged(words, how):
    text = EXAMPLE.replace(SCORE, how.format(words))
    manuscript = read(text)

    merged = merge_text(EXAMPLE, text, with_weight(EXAMPLE))

    assert [one.section for one in manuscript.diagnostics] == ["comparison"]
    assert len(diff(read(EXAMPLE).document, manuscript.document)) >= 1
    assert how.format(words) in merged.text
    assert merged.clashes


@pytest.mark.parametrize("cell", ["**0.71**", "0.71", "**71 %**", "**out**", "Out", "—", "", "**0,7**", "**0.6–0.8**"])
def test_other_numbers_in_the_computed_row_are_computed_anew(cell):
    text = EXAMPLE.replace(SCORE, cell)

    assert read(text).document == read(EXAMPLE).document
    assert with_weight(text) == with_weight(EXAMPLE)
