"""Findings say how their source knows it, and scores say which findings they rest on; both are kept exactly."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archkit.checks import check
from archkit.format.read import read
from archkit.format.write import write
from archkit.model.comparison import bare_score, is_no, is_yes, read_score
from archkit.model.edit import set_value
from archkit.model.findings import DETAIL_FIELDS, SOURCE_KINDS, STRENGTHS, Finding
from archkit.model.weighted_score import weighted_scores
from tests.checks.reviewed import REVIEWED

TEXT = """# Ledger Architecture

## Research Findings

### Industry Best Practices
- **Case Study**: [F1] It works
  - Source kind: Measured-Here
  - vendor only: YES
  - Context differs: version 3 in place of 4
  - Strength: Weak
  - Strength reason: one run
  - Strength: again
  - Context: a shop
"""


def test_the_details_of_a_source_are_fields_in_any_case():
    [finding] = read(TEXT).document.findings

    assert (finding.source_kind, finding.vendor_only, finding.strength) == ("measured here", "yes", "weak")
    assert (finding.context_differs, finding.strength_reason) == ("version 3 in place of 4", "one run")
    assert [(item.key, item.value) for item in finding.details] == [("Strength", "again"), ("Context", "a shop")]


def test_an_edit_of_such_a_finding_keeps_every_word():
    before = read(TEXT)

    after = read(write(set_value(before.document, ("findings", 0, "text"), "It runs"), before))

    assert after.document.findings[0] == before.document.findings[0].replace(text="It runs")


def test_what_is_no_kind_of_source_is_kept_and_reported():
    manuscript = read(REVIEWED.replace("  - Source: <https://example.org/disk>", "  - Source kind: gossip"))

    assert manuscript.document.findings[2].source_kind == "gossip"
    [item] = [item for item in check(manuscript) if item.rule == "value"]
    assert item.message == (
        'source kind "gossip" is not one of measured here, measured elsewhere, documented, reported, opinion'
    )
    assert item.path == ("findings", 2, "source_kind")


choices = {"source_kind": SOURCE_KINDS, "vendor_only": ("yes", "no"), "strength": STRENGTHS}
values = {
    name: st.sampled_from(("", *choices[name])) if name in choices else st.text(max_size=20)
    for name in DETAIL_FIELDS.values()
}


@given(st.fixed_dictionaries({"text": st.text(min_size=1, max_size=20), **values}))
def test_whatever_is_said_of_a_source_is_read_back(fields: dict[str, str]):
    finding = Finding.model_validate({"group": "Industry Best Practices", "id": "F1", **fields})
    basis = read("# T\n")

    text = write(basis.document.replace(findings=(finding,)), basis)

    assert read(text).document.findings == (finding,)


@pytest.mark.parametrize(
    ("score", "bare"),
    [
        ("4 [F2]", "4"),
        ("12–20 [F2] [F5]", "12–20"),
        ("12–20 [F2], [F5]", "12–20"),
        ("yes[F3]", "yes"),
        ("4", "4"),
        ("", ""),
        ("[F2]", "[F2]"),
        ("4 [see there]", "4 [see there]"),
        ("4 [F2](x)", "4 [F2](x)"),
        ("4 [F2] of 5", "4 [F2] of 5"),
    ],
)
def test_the_findings_behind_a_score_are_no_part_of_it(score: str, bare: str):
    assert bare_score(score) == bare


def test_a_score_counts_the_same_with_its_findings():
    cited = REVIEWED.replace("| 40 | 5 | 4 | 2 |", "| 40 | 5 [F1] | 4 [F2] [F4] | 2 |").replace(
        "must | yes | yes", "must | yes [F1] | yes"
    )

    plain, with_findings = read(REVIEWED), read(cited)

    assert with_findings.document != plain.document
    assert weighted_scores(with_findings.document.comparison, with_findings.document.option_names) == weighted_scores(
        plain.document.comparison, plain.document.option_names
    )
    assert check(with_findings) == check(plain)
    assert (read_score("12–20 [F2]"), is_yes("yes [F1]"), is_no("no [F1]")) == ((12.0, 20.0), True, True)


def test_a_finding_that_a_score_alone_cites_is_used_and_one_that_is_not_there_is_reported():
    unused = REVIEWED.replace("from 900 postings/s on [F4]", "from 900 postings/s on")

    assert [item.rule for item in check(read(unused))] == ["unused-finding"]
    assert check(read(unused.replace("| 40 | 5 | 4 | 2 |", "| 40 | 5 [F4] | 4 | 2 |"))) == ()
    [item] = check(read(REVIEWED.replace("| 40 | 5 | 4 | 2 |", "| 40 | 5 [F9] | 4 | 2 |", 1)))
    assert (item.rule, item.path) == ("undefined-citation", ("comparison", "criteria", 1, "scores"))


@given(st.text(alphabet="[]F2 ,;4-yes", max_size=200))
def test_any_score_is_looked_at(score: str):
    assert len(bare_score(score)) <= len(score)
    assert bare_score(bare_score(score)) == bare_score(score)
