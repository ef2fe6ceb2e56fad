"""The colours of the page, held against the contrast that WCAG 2.2 asks for."""

import re
from itertools import product

import pytest

from archkit.pages.environment import style_sheet

LIGHT, DARK = (
    dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block))
    for block in re.findall(r":root \{(.*?)\}", style_sheet(), re.DOTALL)
)
TEXTS = [
    *product(["ink", "soft-ink", "link", "good", "bad", "warn"], ["paper", "soft"]),
    ("good", "good-soft"),
    ("bad", "bad-soft"),
    ("warn", "warn-soft"),
    *product(["ink", "soft-ink", "link"], ["mark"]),
    ("keyword", "soft"),
    # The letter in a point of value against effort.
    ("paper", "c1"),
]
MARKS = [(f"c{number}", "paper") for number in range(1, 9)]
# Ranges stand on a track; the first ranks are told from the paper, all are told from each other by lines and words.
MARKS += [*product(["c1", "c2", "ink"], ["soft"]), *product(["r1", "r2", "r3"], ["paper"])]


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(theme: dict[str, str], one: str, other: str) -> float:
    low, high = sorted(luminance(theme[name]) for name in (one, other))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_text_has_a_contrast_of_4_5_and_marks_of_3(theme):
    assert [pair for pair in TEXTS if contrast(theme, *pair) < 4.5] == []
    assert [pair for pair in MARKS if contrast(theme, *pair) < 3] == []


def test_both_themes_name_the_same_colours():
    assert LIGHT.keys() == DARK.keys()
