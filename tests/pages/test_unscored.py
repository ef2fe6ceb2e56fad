"""An option that nobody scored is named on the page beside the bars, and has no number there."""

from archkit.format.read import read
from archkit.pages.export_html import render_page

_TEXT = (
    "# T\n\n## Technical Approach\n\n### Option 1: Known\n\nText\n\n### Option 2: Un<known\n\nText\n\n"
    "### Option Comparison\n\n| Criterion | Weight | Known | Un<known |\n|---|---|---|---|\n"
    "| Cost | 2 | 4 | {score} |\n"
    "| Risk | 1 | 2 | |\n"
)
_WORDS = "Without a bar: Un&lt;known. Nothing is scored there, so the score may be anything from 0 to 1."


def test_an_option_without_any_score_is_named_beside_the_bars():
    page = render_page(read(_TEXT.format(score="")).document)

    assert _WORDS in page
    assert "Un&lt;known takes no part (no score)" in page
    assert page.count('class="bar-name"') == 1


def test_an_option_with_one_score_has_a_bar_and_an_interval():
    page = render_page(read(_TEXT.format(score="3")).document)

    assert "Without a bar" not in page
    assert page.count('class="bar-name"') >= 2
    assert "0.33–0.67" in page
