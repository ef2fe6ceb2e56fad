"""What is open, closed or not read looks otherwise than what is known."""

import re

from archkit.format.read import read
from archkit.model.document import Document
from archkit.pages.export_html import render_page
from tests.pages.parsed import Parsed

COMPARED = """# T

## Technical Approach

### Option 1: A

Text.

### Option 2: B

Text.

### Option Comparison

| Criterion | Weight | A | B |
|---|---|---|---|
| In the EU | must | | yes |
| Cost | 30 | 4 | |
| Speed | 70 | 3 | 5 |
"""


def test_a_score_behind_an_open_must_says_so_wherever_it_stands():
    page = render_page(read(COMPARED).document)
    text = Parsed(page).text

    assert "a must is open" in text and "if its open must is met" in text and "if it meets In the EU" in text
    assert "Where a must is open, the score counts only if it is met, and there is no rank: A (In the EU)." in text
    assert re.search(r'aria-label="A: [\d.]+, a must is open"', page)
    assert (
        "a must is open"
        not in Parsed(render_page(read(COMPARED.replace("| must | |", "| must | yes |")).document)).text
    )


def test_a_blank_is_an_outline_in_the_bars():
    page = render_page(read(COMPARED).document)

    assert len(re.findall(r'class="segment fill-\d+ open"', page)) == 1
    assert "Cost: 0.15, not known" in page and "an outline stands for a score that is not known" in page
    assert 'class="segment fill-1 open"' not in render_page(read(COMPARED.replace("| 4 | |", "| 4 | 2 |")).document)


def test_more_criteria_than_colours_are_told_apart():
    rows = "".join(f"| C{number} | 10 | 3 | 4 |\n" for number in range(20))
    page = render_page(read(COMPARED + rows).document)

    fills = re.findall(r'<rect class="(fill-\d+)" width="10"', page)
    assert len(fills) == len(set(fills)) == 22
    assert {f'id="{name}"' for name in fills if int(name[5:]) > 8} <= set(re.findall(r'id="fill-\d+"', page))


def test_a_closed_risk_is_in_brackets_on_the_grid():
    risk = {"likelihood": "likely", "impact": "major"}
    rows = [risk | {"risk": "Fire"}, risk | {"risk": "Flood", "status": "Closed"}]
    page = render_page(Document.model_validate({"risks": rows}))

    assert ">R1</a>" in page and '<a href="#risk-2" class="closed">(R2)</a>' in page and "In brackets: closed." in page
    assert "In brackets" not in render_page(Document.model_validate({"risks": rows[:1]}))


def test_a_phase_with_an_estimate_that_is_not_read_has_at_least_its_days():
    items = [
        {"work_item": "a", "kind": "development", "phase": "1", "low": 1, "likely": 2, "high": 3},
        {"work_item": "b", "kind": "development", "phase": "1", "low": 1, "likely": "five", "high": 3},
        {"work_item": "c", "kind": "development", "phase": "2", "low": 1, "likely": 2, "high": 3},
    ]
    page = Document.model_validate({"phases": [{"phase": "P"}, {"phase": "Q"}], "effort": {"work_items": items}})
    text = Parsed(render_page(page)).text

    assert "at least 2.0 days" in text and "≥ 2.0" in text and "Effort at least P50" in text
    assert len(re.findall(r"(?<!least )\b2\.0 days", text)) >= 1
