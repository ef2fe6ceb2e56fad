"""How a scale, a weight and a score are read."""

from __future__ import annotations

import pytest

from archkit.model.comparison import read_scale, read_score, read_weight, split_scale


@pytest.mark.parametrize(
    "text, name, scale",
    [
        ("Cost (days: 40 … 5)", "Cost", "days: 40 … 5"),
        ("Cost (of moving) (40 ... 5)", "Cost (of moving)", "40 ... 5"),
        ("Cost (of moving)", "Cost (of moving)", ""),
        ("(1 … 5)", "", "1 … 5"),
        ("Cost (1 … 5) net", "Cost (1 … 5) net", ""),
        ("", "", ""),
    ],
)
def test_a_scale_stands_in_the_last_brackets(text, name, scale):
    assert split_scale(text) == (name, scale)


def test_a_scale_says_its_ends_unit_and_words():
    scale = read_scale("score: 1 paged nightly … 5 runs itself")

    assert scale is not None
    assert (scale.worst, scale.best, scale.unit) == (1.0, 5.0, "score")
    assert (scale.worst_words, scale.best_words) == ("paged nightly", "runs itself")
    assert read_scale("from bad to good") is None


def test_what_is_no_number_is_no_weight_and_no_score():
    assert [read_weight(text) for text in ("30", "30 %", "", "must", "-3", "1e9", "NaN")] == [30, 30, *[None] * 5]
    assert [read_score(text) for text in ("3", "12–20", "20-12", "-3", "x", "")] == [
        (3, 3),
        (12, 20),
        (12, 20),
        (-3, -3),
        None,
        None,
    ]
