"""The effort on the page: totals with what their author says beside them, and what is left to the frames."""

import re

import pytest

from archkit.format.read import read
from archkit.model.document import Document
from archkit.pages.export_html import render_page

ITEMS = "### Work Items\n\n| Work item | Low | Likely | High |\n|---|---|---|---|\n| Code | 1 | 2 | 4 |\n"


def test_what_its_author_says_beside_a_computed_total_is_on_the_page():
    text = f"# T\n\n## Estimated Effort\n\n{ITEMS}\n- Total: 9.0 days, without the *pilot*\n"

    page = render_page(read(text).document)

    assert re.search(r"<dd>2\.2 days \(80 % chance of at most [\d.]+\), without the <em>pilot</em></dd>", page)


@pytest.mark.parametrize(("count", "is_said"), [(400, False), (401, True)])
def test_more_items_than_are_drawn_are_said(count, is_said):
    items = [{"work_item": f"Item {at}", "low": 1, "likely": 2, "high": 4} for at in range(count)]

    page = render_page(Document.model_validate({"effort": {"work_items": items, "draws": 200}}))

    assert ("is not drawn for more than 400 work items, and 401 count here" in page) == is_said
    assert ("What makes the total uncertain: the share" in page) != is_said
