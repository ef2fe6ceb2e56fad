"""The examples of docs/format.md are read as data, say what they state, and are written back as they stand."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from archkit.analysis.compare import compare
from archkit.checks import check
from archkit.format.read import read
from archkit.format.write import write
from archkit.model.weighted_score import weighted_scores

_PAGE = (Path(__file__).resolve().parents[2] / "docs" / "format.md").read_text(encoding="utf-8")
_OPTIONS = "## Technical Approach\n\n### Option 1: Event-sourced ledger\n\nOne.\n\n### Option 2: Outbox table\n\nTwo.\n"
#: What stands above an example so that it is a document, and which part of the document it fills.
_ABOVE = {
    "- **Case Study**": ("## Research Findings\n\n### Industry Best Practices\n\n", "findings"),
    "### Option 1": ("## Technical Approach\n\n", "options"),
    "### Risk Scale": ("## Risks and Mitigations\n\n", "risk_scale"),
}


def block(begins: str) -> str:
    """Return the example in a fence that holds some words."""
    return next(found for found in re.findall(r"^```markdown\n(.*?)^```", _PAGE, re.M | re.S) if begins in found)


def comparison(below: bool) -> str:
    table = re.search(r"^\| Criterion \| Weight \|.*?\n(?=\n)", _PAGE, re.M | re.S)[0]
    text = f"# Ledger Architecture\n\n{_OPTIONS}\n### Option Comparison\n\n{table}"
    return f"{text}\n{block('- Weights:')}" if below else text


@pytest.mark.parametrize("below", [False, True])
def test_the_comparison_states_what_it_computes(below: bool):
    text = comparison(below)
    document = read(text).document
    found = weighted_scores(document.comparison, document.option_names)

    assert [found[name].text for name in document.option_names] == ["0.72", "out"]
    assert not [item for item in read(text).diagnostics if item.severity == "error"]
    assert "stated" not in " ".join(item.message for item in check(read(text)))
    assert write(document) == text


def test_the_comparison_with_all_below_it_has_no_problem_but_that_one_option_is_out():
    document = read(comparison(below=True)).document

    assert document.comparison.judgements
    assert {rating.rater for rating in document.comparison.ratings} == {"Ana", "Ben"}
    assert not [problem for problem in compare(document).problems if "split" not in problem]


@pytest.mark.parametrize("begins", _ABOVE)
def test_an_example_is_read_as_data_and_nothing_is_left_over(begins: str):
    above, key = _ABOVE[begins]

    found = read(f"# Ledger Architecture\n\n{above}{block(begins)}")

    assert getattr(found.document, key)
    assert not [place for place in found.document.layout if place.unread]
