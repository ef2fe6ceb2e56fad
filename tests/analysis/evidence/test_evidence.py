"""The evidence of a document: what supports each score and claim, what has no support, and what nobody uses."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import archkit
from archkit.analysis.compare import compare
from archkit.analysis.evidence.evidence import Evidence, evidence
from archkit.analysis.evidence.strength import EvidenceSettings
from archkit.analysis.evidence.uses import used_findings, uses
from archkit.assets import example_file
from archkit.format.read import read
from archkit.model.findings import SOURCE_KINDS, STRENGTHS
from archkit.portfolios.generate import generate
from tests.checks.reviewed import REVIEWED
from tests.full_document import full_text

DAY = EvidenceSettings(date(2026, 11, 23))
SCORED = REVIEWED.replace("| 40 | 5 | 4 | 2 |", "| 40 | 5 [F1] | 4 [F2] [F4] | 2 |", 1)


def of(text: str) -> Evidence:
    return evidence(read(text).document, DAY)


def test_a_score_shows_the_findings_behind_it_and_the_strongest_of_them():
    found = of(SCORED.replace("**Performance Benchmark**: [F4]", "**Case Study**: [F4]"))

    [ledger], [outbox], [batch] = (found.cell(name, "score Audit") for name in found.options)
    assert (ledger.stated, ledger.findings, ledger.strength) == ("5 [F1]", ("F1",), "weak")
    assert (outbox.findings, outbox.strength, outbox.lack) == (("F2", "F4"), "fair", "")
    assert (batch.findings, batch.strength, batch.lack) == ((), "none", "no evidence")


def test_several_weak_findings_do_not_add_up():
    [item] = of(SCORED.replace("5 [F1]", "5 [F1] [F3]")).cell("Event-sourced ledger", "score Audit")

    assert (item.findings, item.strength) == (("F1", "F3"), "weak")


@pytest.mark.parametrize(
    ("evidence_text", "lack"),
    [
        (" - assumption", "assumption"),
        (" - **Assumption**.", "assumption"),
        ("", "no evidence"),
        (" - we measured it", "words alone"),
        (" - seen [F9]", "unknown id"),
        (" - `[F1]` in code", "words alone"),
        (" - seen [F1]", ""),
        (" - seen [F1, F2]", ""),
        (" - TBD", "no evidence"),
        (" - n/a", "no evidence"),
        (" - assumption, to be tested", "assumption"),
    ],
)
def test_a_claim_without_a_finding_says_why(evidence_text: str, lack: str):
    found = of(REVIEWED.replace("- Small change - assumption", f"- Small change{evidence_text}"))

    [item] = found.cell("Outbox table", "for")
    assert (item.about, item.lack) == ("Small change", lack)
    assert ("Small change" in list(found.unsupported["about"])) == bool(lack)


def test_a_finding_in_the_claim_itself_supports_it():
    [item] = of(REVIEWED.replace("- Small change - assumption", "- Small change [F1]")).cell("Outbox table", "for")

    assert (item.findings, item.lack) == (("F1",), "")


@pytest.mark.parametrize(
    ("claim", "lack"),
    [("Small change (assumption)", "assumption"), ("Small change, see <https://example.org/x>", "words alone")],
)
def test_a_claim_may_say_in_itself_what_it_rests_on(claim: str, lack: str):
    [item] = of(REVIEWED.replace("- Small change - assumption", f"- {claim}")).cell("Outbox table", "for")

    assert item.lack == lack


def test_findings_that_nobody_uses_and_those_on_both_sides_are_named():
    text = REVIEWED.replace("from 900 postings/s on [F4]", "from 900 postings/s on")
    text = text.replace("- Nothing to build - assumption", "- Nothing to build - not nine hours [F3]")

    found = of(text)

    assert list(found.unused.index) == ["F4"]
    assert found.on_both_sides == ("F3",)
    assert [tuple(row) for row in found.both_sides[["finding", "side", "option"]].to_numpy()] == [
        ("F3", "against", "Event-sourced ledger"),
        ("F3", "for", "Keep the batch job"),
    ]


def test_each_use_of_a_finding_has_its_place():
    used = of(SCORED).used

    rows = [tuple(row) for row in used[used["finding"] == "F1"].to_numpy()]
    assert rows == [
        ("F1", "text", "Event-sourced ledger", "based on"),
        ("F1", "for", "Event-sourced ledger", "Full audit trail"),
        ("F1", "score", "Event-sourced ledger", "Audit"),
        ("F1", "text", "", "Recommended Approach"),
    ]


def test_a_finding_is_used_where_a_check_counts_it_as_cited():
    text = REVIEWED.replace("- Disk: 2 TB for events", "- Disk: 2 TB `[F1]` [F4]") + "\n## Notes\nSee [F2].\n"

    found = of(text)

    assert {(use.finding, use.where) for use in found.uses if use.where in ("Notes", "Disk")} == {
        ("F2", "Notes"),
        ("F4", "Disk"),
    }


_PLACES = {
    "an option": "## Proposed Approaches\n\n### Option 1: A [F1]\n\n**Pros:**\n- Fast - [F2]\n",
    "a table": "## Risk Analysis\n\n| Risk | Owner | Mine |\n|---|---|---|\n| Late [F1] | | see [F2, F9] |\n",
    "a section of one's own": "## Mine\n\nAs [F3] says, and `[F2]` does not.\n",
    "prose": "## Executive Summary\n\nAs [F1] says. <!-- not [F2] -->\n",
    "the front matter": "",
}


@pytest.mark.parametrize("place", _PLACES)
def test_what_is_used_is_the_same_without_its_places(place: str):
    findings = "".join(f"- **Case Study**: [F{number}] It took {number} days\n" for number in (1, 2, 3, 4))
    text = f"---\ntitle: A [F4]\ntags: [one, '[F3]']\n---\n\n# A\n\n{_PLACES[place]}\n## Research Findings\n\n"
    document = read(f"{text}### Industry Best Practices\n{findings}").document

    assert used_findings(document) == {use.finding for use in uses(document)}


@pytest.mark.parametrize("document", [one.data.decode() for one in generate(6, size=0.3)] + [full_text()])
def test_what_is_used_in_a_whole_document_is_the_same_without_its_places(document: str):
    found = read(document).document

    assert used_findings(found) == {use.finding for use in uses(found)} != frozenset()


def test_the_map_has_a_row_for_each_criterion_and_side_and_a_column_for_each_option():
    frame = of(SCORED).map

    assert list(frame.columns) == ["Event-sourced ledger", "Outbox table", "Keep the batch job"]
    assert list(frame.index) == ["Survives a restart", "Audit", "Delay", "Build cost", "For (pros)", "Against (cons)"]
    assert list(frame.loc["Audit"]) == ["5 (F1 weak)", "4 (F2, F4 fair)", "2"]
    assert list(frame.loc["For (pros)"]) == ["1 weak", "1 without a finding", "1 without a finding"]


def test_the_words_sum_up_what_the_frames_hold():
    found = of(REVIEWED)

    points = found.frame[found.frame["side"] != "score"]
    assert found.words == (
        "3 of 6 pros and cons rest on a finding; 4 findings, all used; none are used for and against"
    )
    assert (len(points), len(found.unsupported), len(found.unused)) == (6, 3, 0)
    assert found.words in str(found)
    assert found.words in found._repr_html_()


def test_evidence_changes_no_score():
    document = read(SCORED).document
    plain = read(REVIEWED).document
    weakened = document.replace(
        findings=tuple(row.replace(source_kind="opinion", vendor_only="yes", checked="") for row in document.findings)
    )
    strengthened = document.replace(
        findings=tuple(row.replace(source_kind="measured here") for row in document.findings)
    )

    frames = [
        compare(one, draws=200).frame
        for one in (plain, document, weakened, strengthened, document.replace(findings=()))
    ]

    for frame in frames[1:]:
        assert frame.equals(frames[0])
    assert evidence(weakened, DAY).map.equals(evidence(strengthened, DAY).map) is False


@pytest.mark.parametrize("text", ["", "# T\n", "## Technical Approach\n\n### Option 1: A\n"])
def test_without_findings_or_claims_every_frame_is_empty_with_its_columns(text: str):
    found = of(text)

    assert found.is_empty
    for frame in (found.frame, found.unsupported, found.used, found.both_sides, found.findings, found.unused):
        assert len(frame) == 0
        assert len(frame.columns) >= 4
    assert str(found)


def test_of_two_findings_with_one_id_the_first_is_the_one_that_is_cited():
    text = REVIEWED.replace("[F4] One disk", "[F1] One disk")

    assert of(text).strengths["F1"].word == "weak"
    assert list(of(text).findings.index) == ["F1", "F2", "F3"]


def test_an_open_document_gives_its_evidence(tmp_path: Path):
    (tmp_path / "a.md").write_text(SCORED)

    found = archkit.open(tmp_path / "a.md").evidence()
    patient = archkit.open(tmp_path / "a.md").evidence(age_limits={"reported": 1})

    assert list(found.frame.columns) == ["option", "side", "about", "stated", "findings", "strength", "lack"]
    assert found.findings.loc["F1", "strength"] == "weak"
    assert patient.findings.loc["F1", "strength"] == "none"
    assert {"map", "unsupported", "unused", "both_sides", "used", "plot"} <= set(dir(found))


def test_the_worked_example_uses_every_finding():
    found = of(example_file().read_text(encoding="utf-8"))

    assert len(found.unused) == 0
    assert set(found.unsupported["lack"]) == {"assumption"}
    assert "F11" in found.on_both_sides


kinds = st.lists(st.sampled_from(SOURCE_KINDS), min_size=4, max_size=4)


@given(kinds, st.lists(st.sampled_from(("[F1]", "[F2] [F4]", "[F3], [F9]", "assumption", "")), min_size=6, max_size=6))
def test_a_claim_is_as_strong_as_its_strongest_finding(sources: list[str], texts: list[str]):
    document = read(REVIEWED).document
    findings = tuple(row.replace(source_kind=kind) for row, kind in zip(document.findings, sources, strict=True))
    points = iter(texts)
    options = tuple(
        option.replace(**{side: tuple(point.replace(evidence=next(points)) for point in getattr(option, side))
                          for side in ("pros", "cons")})
        for option in document.options
    )  # fmt: skip

    found = evidence(document.replace(findings=findings, options=options), DAY)

    for item in found.supports:
        words = [found.strengths[name].word for name in item.findings]
        assert item.strength == min([*words, "none"], key=STRENGTHS.index)
        assert bool(item.lack) == (not item.findings)
    assert set(found.unused.index) | {use.finding for use in found.uses} == set(found.strengths)


def test_a_document_without_findings_says_so():
    assert evidence(read("").document, DAY).words == "0 of 0 pros and cons rest on a finding; no findings"
