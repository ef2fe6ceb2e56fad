"""How effort and schedule are computed: labels below the totals, details of phases, and the risk scale."""

from __future__ import annotations

import pytest

from archkit.format.read import read
from archkit.format.write import write
from archkit.model.document import Document
from archkit.model.effort import Effort
from archkit.model.fields import Detail
from archkit.model.phases import Phase
from archkit.model.risks import Risk
from archkit.model.scale_steps import ScaleStep

EFFORT = "## Estimated Effort\n\n"
PHASES = "## Implementation Phases\n\n"
SCALE = "| Scale | Word | Low | High |\n|---|---|---:|---:|\n| likelihood | rare | 1 | 5 |\n"


def effort(text: str) -> Effort:
    manuscript = read(EFFORT + text)
    assert manuscript.diagnostics == ()
    return manuscript.document.effort


def test_settings_stand_below_the_totals_and_above_other_details():
    given = Effort(
        total="3 weeks",
        distribution="triangular",
        ends="90 % range",
        correlation=0.25,
        draws=5000,
        seed=7,
        team=2.5,
        start="2027-01-11",
        details=(Detail(key="Source", value="Two teams"),),
    )

    written = write(Document(effort=given))

    assert written == (
        f"{EFFORT}- Total: 3 weeks\n- Distribution: triangular\n- Low and high: 90 % range\n- Correlation: 0.25\n"
        "- Draws: 5000\n- Seed: 7\n- Team size: 2.5\n- Start: 2027-01-11\n- Source: Two teams\n"
    )
    assert read(written).document.effort == given


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("distribution: PERT", "distribution", "beta-PERT"),
        ("**Distribution:** Beta PERT", "distribution", "beta-PERT"),
        ("Low and High: 80%", "ends", "80 % range"),
        ("low and high: Absolute", "ends", "absolute limits"),
        ("Team size (people): 4", "team", 4.0),
        ("SEED: 7", "seed", 7.0),
    ],
)
def test_a_setting_is_read_in_other_dress(line, field, value):
    assert getattr(effort(f"- {line}\n"), field) == value


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("Distribution: normal", "distribution", "normal"),
        ("Low and high: 95 % range", "ends", "95 % range"),
        ("Correlation: 30 %", "correlation", "30 %"),
        ("Correlation: 2", "correlation", 2.0),
        ("Start: next spring", "start", "next spring"),
    ],
)
def test_a_setting_that_does_not_fit_is_kept_as_typed(line, field, value):
    text = f"{EFFORT}- {line}\n"

    assert getattr(effort(f"- {line}\n"), field) == value
    assert write(read(text).document) == text


def test_a_setting_without_a_value_or_a_second_one_stays_a_detail():
    assert effort("- Seed: 7\n- Seed: 8\n- Draws:\n") == Effort(
        seed=7, details=(Detail(key="Seed", value="8"), Detail(key="Draws"))
    )


def test_a_detail_that_is_typed_with_the_label_of_a_setting_is_that_setting():
    assert Effort(details=(Detail(key="draws", value="5000"),)) == Effort(draws=5000)
    assert Phase(phase="A", details=(Detail(key="people", value="2"),)) == Phase(phase="A", people=2)


def test_a_phase_says_what_it_waits_for_and_who_works_on_it():
    first_phase = "1. **Tables**: Both\n   - After: start\n   - People: 2.5\n   - Owner: Ana\n"
    text = f"{PHASES}{first_phase}2. **Rest**\n   - AFTER: 1\n"

    first, second = read(text).document.phases

    assert (first.after, first.people, first.details) == ("start", 2.5, (Detail(key="Owner", value="Ana"),))
    assert second.after == "1"
    assert write(read(text).document) == text.replace("AFTER", "After").replace("**Rest**", "**Rest**:")


@pytest.mark.parametrize("heading", ["### Risk Scale", "### risk scale:", "### **Risk Scale**"])
def test_the_risk_scale_stands_below_the_risks(heading):
    risks = "## Risks and Mitigations\n\n| Risk | Impact | Mitigation |\n|---|---|---|\n| Lag | major | x |\n"

    document = read(f"{risks}\n{heading}\n\n{SCALE}").document

    assert document.risks == (Risk(risk="Lag", impact="major", mitigation="x"),)
    assert document.risk_scale == (ScaleStep(scale="likelihood", word="rare", low=1, high=5),)


def test_a_risk_scale_brings_its_section_along():
    written = write(Document(risk_scale=(ScaleStep(scale="likelihood", word="rare", low=1, high=5),)))

    assert written.startswith("## Risks and Mitigations\n")
    assert written.endswith(f"### Risk Scale\n\n{SCALE}")


def test_a_risk_scale_stands_beside_risks_that_are_kept_as_text():
    text = f"## Risks and Mitigations\n\nNone so far.\n\n### Risk Scale\n\n{SCALE}"
    manuscript = read(text)

    written = write(manuscript.document.replace(title="New"), manuscript)

    assert written == f"# New\n\n{text}"


def test_a_risk_scale_in_another_place_is_named():
    [found] = read(f"## Risk Scale\n\n{SCALE}").diagnostics

    assert 'did you mean "### Risk Scale" below "## Risks and Mitigations"?' in found.message


def test_costs_of_mitigation_have_columns_once_they_are_used():
    document = Document(risks=(Risk(risk="Lag", mitigation_cost=2, residual_cost=1.5),))

    written = write(document)

    assert "| Risk | Impact | Mitigation | Mitigation cost (days) | Residual cost (days) |" in written
    assert read(written).document.risks == document.risks
