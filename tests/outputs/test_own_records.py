"""The records that archkit exports, read back: what docs/import.md says of MADR and Nygard, on the example."""

from __future__ import annotations

from pathlib import Path

import pytest

from archkit.assets import example_file
from archkit.format.read import read
from archkit.importing.importing import import_text
from archkit.model.document import Document
from archkit.model.fields import Detail
from archkit.model.metadata import Metadata
from archkit.model.options import Option, Point
from archkit.model.recommendation import Recommendation
from archkit.model.risks import Risk
from archkit.outputs.styled import render_style
from archkit.outputs.styles import styles

EXAMPLE = read(example_file().read_text(encoding="utf-8")).document
SHIPPED = {style.name: style for style in styles()[0]}
FILE = Path("0007-ledger.md")


def export(name: str, document: Document) -> str:
    return str(next(iter(render_style(SHIPPED[name], document, FILE).files.values())))


def back(name: str, document: Document) -> Document:
    imported = import_text(export(name, document), FILE.name)
    assert imported.report.style.startswith(name)
    assert imported.report.words == imported.report.kept
    assert export(name, imported.document) == export(name, document)
    return imported.document


def record(chosen: tuple[str, ...], **changes: object) -> Document:
    names = ("Kafka, hosted by the cloud where all of our other services are running, too", "`outbox` table", "Kafka")
    options = tuple(Option(name=name, pros=(Point(claim="fast"),)) for name in names)
    recommendation = Recommendation(options=tuple(names[int(at)] for at in chosen), rationale="it is small.")
    return Document(title="T", executive_summary="S.", options=options, recommendation=recommendation, **changes)


@pytest.mark.parametrize("name", ["madr", "nygard"])
def test_the_title_the_summary_the_names_and_the_choice_come_back(name: str):
    found = back(name, EXAMPLE)

    assert (found.title, found.executive_summary) == (EXAMPLE.title, EXAMPLE.executive_summary)
    assert found.option_names == EXAMPLE.option_names
    assert found.recommendation.options == EXAMPLE.recommendation.options
    assert EXAMPLE.recommendation.rationale.lstrip(", ") in found.recommendation.rationale


def test_options_come_back_whole_from_madr_with_the_comparison_and_the_findings():
    found = back("madr", EXAMPLE)

    assert found.options == EXAMPLE.options
    assert all(option.based_on for option in found.options)
    assert (found.comparison, found.findings) == (EXAMPLE.comparison, EXAMPLE.findings)
    assert [(risk.risk, risk.likelihood, risk.impact, risk.mitigation) for risk in found.risks] == [
        (risk.risk, risk.likelihood, risk.impact, risk.mitigation) for risk in EXAMPLE.risks
    ]
    assert EXAMPLE.risks[0].risk not in found.recommendation.rationale


def test_risks_come_back_from_madr_where_the_chosen_option_has_no_points():
    document = record(("2",), risks=(Risk(risk="It fills", likelihood="low", impact="major", mitigation="an alert"),))
    document = document.replace(options=tuple(Option(name=option.name) for option in document.options))

    found = back("madr", document)

    assert found.risks == document.risks
    assert all(not option.cons for option in found.options)


def test_other_details_come_back_from_madr_as_neutral_and_remarks_in_the_description():
    option = EXAMPLE.options[0].model_copy(update={"details": (Detail(key="Team", value="red"),), "remarks": "Later."})
    document = EXAMPLE.model_copy(update={"options": (option, *EXAMPLE.options[1:])})
    found = import_text(export("madr", document), FILE.name).document.options[0]

    assert found.details == (Detail(key="Neutral", value="Team: red"),)
    assert found.description == f"{option.description}\n\nLater."
    assert (found.pros, found.cons, found.based_on) == (option.pros, option.cons, option.based_on)


def test_the_points_of_the_chosen_option_and_the_risks_come_back_from_nygard():
    found = back("nygard", EXAMPLE)

    for option, expected in zip(found.options, EXAMPLE.options, strict=True):
        is_chosen = option.name in EXAMPLE.recommendation.options
        assert (option.pros, option.cons) == ((expected.pros, expected.cons) if is_chosen else ((), ()))
        assert (option.based_on, option.description) == ("", "")
    assert [(risk.risk, risk.likelihood, risk.impact, risk.mitigation) for risk in found.risks] == [
        (risk.risk, risk.likelihood, risk.impact, risk.mitigation) for risk in EXAMPLE.risks
    ]
    assert (found.comparison.criteria, found.findings) == ((), ())
    assert "Easier" not in found.recommendation.rationale


@pytest.mark.parametrize("chosen", ["", "0", "1", "2", "01", "210"])
def test_any_choice_comes_back_from_nygard(chosen: str):
    document = record(tuple(chosen))
    found = back("nygard", document)

    assert found.option_names == document.option_names
    assert found.recommendation.options == document.recommendation.options
    assert found.recommendation.rationale in ("it is small.", "because it is small.") or len(chosen) > 1
    assert "it is small." in found.recommendation.rationale
    assert found.executive_summary == "S."


@pytest.mark.parametrize("text", ["a (b)", "a (b, c)", "a; mitigation: b", "Harder: a", "a - b"])
def test_a_risk_that_looks_like_form_is_exported_the_same_from_nygard(text: str):
    found = back("nygard", record(("2",), risks=(Risk(risk=text), Risk(risk="x", likelihood="low", mitigation="y"))))

    assert len(found.risks) == 2


@pytest.mark.parametrize("line", ["1. Risk: x\n\n   more", "```\n- Risk: x\n```"])
def test_what_follows_the_list_of_consequences_stays_text(line: str):
    text = export("nygard", record(("2",))).replace("- Easier: fast", f"- Risk: y\n{line}")
    found = import_text(text, FILE.name)

    assert found.report.words == found.report.kept
    assert [risk.risk for risk in found.document.risks] == ["y"]
    assert line.split()[-1] in found.document.recommendation.rationale


@pytest.mark.parametrize("line", ["- Easier: a", "- It is late"])
def test_a_consequence_in_other_words_stays_text(line: str):
    text = export("nygard", record(("2",))).replace("- Easier: fast", f"- Risk: y\n{line}")
    found = import_text(text, FILE.name)

    assert found.report.words == found.report.kept
    assert (found.document.risks, found.document.options[2].pros) == ((), ())
    assert line.split()[-1] in found.document.recommendation.rationale


@pytest.mark.parametrize(
    ("status", "date", "review_by"),
    [("", "2025-12-21", ""), ("Provisional", "2018-11", ""), ("Accepted, as said", "", "2027-01-01"), ("", "", "")],
)
def test_state_and_dates_come_back_from_arc42_as_they_were(status: str, date: str, review_by: str):
    document = record(("2",), metadata=Metadata(status=status, date=date, review_by=review_by))

    assert back("arc42", document).metadata == document.metadata
