"""The Markdown export holds what the page holds."""

import pytest

from archkit.export import text_for
from archkit.format.read import read
from tests.pages.lively_document import HOSTILE_NAME, lively_document


@pytest.mark.parametrize("name", ["Plan", HOSTILE_NAME])
@pytest.mark.parametrize("section", ["comparison", "phases", "risks", "risk_scale"])
def test_an_exported_section_is_read_back_as_it_was(name, section):
    document = lively_document(name)

    assert getattr(read(text_for(document, ".md")).document, section) == getattr(document, section)


def test_exported_effort_keeps_its_settings_and_states_its_totals():
    document = lively_document("Plan")
    text = text_for(document, ".md")

    # What work items give is computed, so a stated total is compared and is no data.
    assert read(text).document.effort == document.effort
    # Days below 0 count as 0; with them the mean would be 92.6.
    assert "- Total: 93.8 days (80 % chance of at most" in text
