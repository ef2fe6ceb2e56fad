"""The evidence map of a page: what the frame holds, with links to the findings, and nothing where there is none."""

from __future__ import annotations

import re

import pytest

from archkit.analysis.evidence.evidence import evidence
from archkit.analysis.evidence.strength import EvidenceSettings
from archkit.checks.settings import today
from archkit.format.read import read
from archkit.pages.charts.evidence import evidence_chart
from archkit.pages.export_html import render_page
from tests.checks.reviewed import REVIEWED
from tests.pages.parsed import Parsed, tables

SCORED = REVIEWED.replace("| 40 | 5 | 4 | 2 |", "| 40 | 5 [F1] | 4 [F2] [F4] | 2 |", 1)


def page(text: str) -> str:
    return render_page(read(text).document)


def test_the_map_has_the_words_of_the_frame_in_each_cell():
    head, *rows = tables(page(SCORED))["Evidence map"]

    assert head == ["Supports", "Event-sourced ledger", "Outbox table", "Keep the batch job"]
    assert [row[0] for row in rows][-2:] == ["For (pros)", "Against (cons)"]
    by_name = {row[0]: row[1:] for row in rows}
    assert by_name["Audit"] == ["5 F1 weak", "4 F2 F4 fair", "2"]
    assert by_name["For (pros)"] == ["F1 weak", "assumption", "assumption"]


def test_the_claims_stand_below_one_by_one():
    _, *rows = tables(page(SCORED))["Table of claims and their support"]

    found = evidence(read(SCORED).document, EvidenceSettings(today()))
    points = found.frame[found.frame["side"] != "score"]
    assert [row[0] for row in rows] == list(points["about"])
    assert [row[4] for row in rows] == [
        lack or word for lack, word in zip(points["lack"], points["strength"], strict=True)
    ]


def test_each_finding_on_the_map_is_a_link_to_it_and_no_citation():
    html = page(SCORED)
    parsed = Parsed(html)

    section = html[html.index('aria-label="Evidence map"') : html.index("Table of claims and their support")]
    links = re.findall(r'href="#([^"]+)"', section)
    assert {"F1", "F2", "F3", "F4"} <= set(links) <= set(parsed.all("id"))
    assert 'class="cite"' not in section
    assert html.count(">Evidence Map</a>, ") == 0


def test_the_map_stands_between_the_comparison_and_the_recommendation():
    titles = re.findall(r"<h3[^>]*>\s*([^<]+?)\s*<", page(SCORED))

    assert titles.index("Option Comparison") < titles.index("Evidence Map") < titles.index("Recommended Approach")


@pytest.mark.parametrize(
    "text",
    [
        "# T\n",
        "# T\n\n## Technical Approach\n\n### Option 1: A\n**Pros:**\n- Cheap - assumption\n",
        "# T\n\n## Research Findings\n\n### Industry Best Practices\n- **Case Study**: [F1] It works\n",
    ],
)
def test_a_page_without_findings_or_claims_has_no_map(text: str):
    assert "Evidence Map" not in page(text)


def test_a_finding_shows_its_strength_and_why():
    words = Parsed(
        page(SCORED.replace("  - Source: <https://example.org/ledger>", "  - Source kind: measured here"))
    ).text

    assert "Strength strong measured here: begins as strong" in words
    assert "Strength weak reported, as its kind is Case Study: begins as weak" in words


def test_a_strength_that_is_overruled_is_said_once_with_its_reason():
    said = "  - Strength: strong\n  - Strength reason: we `saw` it\n  - Source: <https://example.org/ledger>"
    words = Parsed(page(SCORED.replace("  - Source: <https://example.org/ledger>", said))).text

    assert words.count("we saw it") == 1
    assert "overruled, weak to strong: we saw it" in words


def test_a_bar_grows_with_the_strength_and_an_outline_has_the_shortest():
    legend = evidence_chart(evidence(read(SCORED).document, EvidenceSettings(today()))).legend

    assert [(mark.word, mark.length) for mark in legend] == [
        ("strong", 4), ("fair", 3), ("weak", 2), ("none", 1), ("without a finding", 1)
    ]  # fmt: skip
    assert [mark.shade for mark in legend] == [1, 2, 4, 6, 0]


def test_an_agreed_score_cites_its_findings_once():
    html = page(SCORED)

    assert html.count(">[F4]</a>") == 2  # in the table of scores, and in the bottlenecks
