"""Each style is recognised, and its parts stand in the template's places."""

from __future__ import annotations

import pytest

from archkit import import_document
from archkit.errors import SettingsError
from tests.importing.records import (
    FAULTS,
    GERMAN,
    KEP,
    LANGUAGES,
    MADR_2,
    MADR_4,
    NYGARD,
    RESEARCH,
    RUST_RFC,
    STYLES,
    in_language,
)


@pytest.mark.parametrize("style", STYLES)
def test_a_style_is_recognised_by_its_structure(style: str) -> None:
    assert import_document(STYLES[style]).report.style == style


def test_a_madr_record_fills_options_criteria_recommendation_and_front_matter() -> None:
    document = import_document(MADR_4).document

    assert document.title == "Keep the ledger append-only"
    assert document.executive_summary.startswith("Postings are overwritten")
    assert (document.metadata.status, document.metadata.date) == ("accepted", "2024-05-03")
    assert document.metadata.decision_makers == ("Ana", "Ben")
    assert document.metadata.extra["consulted"] == ("Carla", "Dave O'Neil")
    assert document.option_names == ("Event store", "Audit table", "Do nothing")
    assert [point.claim for point in document.options[0].pros] == ["nothing is overwritten"]
    assert document.options[0].cons[0].evidence == "measured in the pilot"
    assert document.options[0].details[0].key == "Neutral"
    assert document.recommendation.options == ("Event store",)
    assert document.recommendation.rationale.startswith("because it keeps every posting")
    assert "#### Confirmation" in document.recommendation.rationale
    assert document.comparison.criteria[0].criterion == "Auditors must see every change"


def test_an_older_madr_record_has_its_state_in_a_list_and_its_choice_as_a_link() -> None:
    document = import_document(MADR_2).document

    assert (document.metadata.status, document.metadata.date) == ("proposed", "2021-03-04")
    assert document.metadata.decision_makers == ("Ana", "Ben")
    assert document.recommendation.options == ("Kafka",)
    assert len(document.options) == 2
    assert "replay is possible" in document.recommendation.rationale


def test_a_nygard_record_has_a_decision_with_its_consequences_and_keeps_the_links_of_its_status() -> None:
    imported = import_document(NYGARD)

    assert (imported.document.metadata.status, imported.document.metadata.date) == ("Accepted", "2019-07-01")
    assert imported.document.recommendation.rationale.startswith("We will use Postgres.")
    assert "Backups are ours" in imported.document.recommendation.rationale
    assert "## Status\n\nSuperseded by" in imported.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_record_in_another_language_has_its_options_points_and_choice(language: str) -> None:
    document = import_document(in_language(language)).document

    assert document.option_names == ("Kafka", "RabbitMQ")
    assert document.recommendation.options == ("Kafka",)
    assert [(len(option.pros), len(option.cons)) for option in document.options] == [(1, 1), (1, 0)]
    assert document.executive_summary == "Text."


def test_a_german_record_may_list_its_points_below_labels() -> None:
    document = import_document(GERMAN).document

    assert [point.claim for point in document.options[1].pros] == ["bekannt"]
    assert [point.claim for point in document.options[1].cons] == ["langsam"]
    assert document.recommendation.options == ("Kafka",)
    assert document.metadata.status == "Akzeptiert"


def test_a_proposal_is_the_first_option_with_its_drawbacks_as_cons() -> None:
    rfc, kep = import_document(RUST_RFC).document, import_document(KEP).document

    assert rfc.option_names == ("`const_fn`", "Do nothing", "Use `macro_rules!`")
    assert len(rfc.options[0].cons) == 2
    assert rfc.recommendation.options == ("`const_fn`",)
    assert kep.option_names == ("KEP-12: Pod limits", "A webhook", "Nothing")
    assert kep.metadata.authors == ("@ana", "@ben")
    assert kep.recommendation.rationale.startswith("Add a field.")


def test_arc42_chapters_become_rows_and_prose() -> None:
    document = import_document(STYLES["arc42"]).document

    assert document.executive_summary == "Ein Spiel."
    assert document.data_flow.text == "Zug für Zug."
    assert (document.risks[0].risk, document.risks[0].mitigation) == ("Zu langsam", "messen")
    assert document.risks[0].extra == {"Priorität": "A"}
    assert (document.dependencies[0].dependency, document.dependencies[0].why) == ("Java 21", "im Haus üblich")
    assert document.recommendation.rationale == "Kleine Bausteine."


def test_topics_of_a_research_file_are_findings_and_a_single_one_is_a_decision() -> None:
    several = import_document(RESEARCH).document
    single = import_document(RESEARCH.partition("## 2.")[0]).document

    assert [finding.text for finding in several.findings] == ["SQLite", "WebSocket"]
    assert several.findings[0].details[1].value == "Postgres - too heavy; Files"
    assert single.option_names == ("SQLite", "Postgres", "Files")
    assert single.recommendation.options == ("SQLite",)


def test_common_faults_stop_nothing() -> None:
    document = import_document(FAULTS).document

    assert document.title == "ADR: Cache"
    assert document.option_names == ("Redis", "Nothing")
    assert [point.claim for point in document.options[0].pros] == ["fast"]
    assert [point.claim for point in document.options[0].cons] == ["one more server"]
    assert document.recommendation.options == ("Redis",)
    assert document.metadata.status == "Accepted"


@pytest.mark.parametrize(
    "line",
    [
        'Chosen option: "Kafka", because it is fast',
        "Chosen option: **Kafka**, because it is fast",
        "Chosen option: “Kafka” because it is fast",
        "Chosen option: [Kafka](#kafka), because it is fast",
        "Chosen option: Kafka, because it is fast",
        "Chosen option: Option 1, because it is fast",
        "**Chosen option:** Kafka.",
        "* Decision: Kafka",
        "We will use Kafka, as it is fast.",
        "Option 1 was chosen.",
    ],
)
def test_the_chosen_option_is_found_however_it_is_announced(line: str) -> None:
    text = f"# X\n\n## Considered Options\n\n* Kafka\n* RabbitMQ\n\n## Decision Outcome\n\n{line}\n"

    assert import_document(text).document.recommendation.options == ("Kafka",)


@pytest.mark.parametrize(
    "points",
    [
        "* Good, because fast\n* Bad, because heavy",
        "**Pros:**\n\n- fast\n\n**Cons:**\n\n- heavy",
        "Pros:\n- fast\n\nCons:\n- heavy",
        "#### Advantages\n\n* fast\n\n#### Disadvantages\n\n* heavy",
        "- Pros\n  - fast\n- Cons\n  - heavy",
        "+ fast\n\n- heavy",
        "- ✅ fast\n- ❌ heavy",
        "| Pros | Cons |\n|---|---|\n| fast | heavy |",
        "Pro: fast\nCon: heavy",
    ],
)
def test_pros_and_cons_are_found_however_they_are_written(points: str) -> None:
    text = f"# X\n\n## Considered Options\n\n* Kafka\n\n## Pros and Cons of the Options\n\n### Kafka\n\n{points}\n"
    option = import_document(text).document.options[0]

    assert [point.claim for point in option.pros] == ["fast"]
    assert [point.claim for point in option.cons] == ["heavy"]


def test_a_style_can_be_given_and_an_unknown_one_is_refused() -> None:
    assert import_document("# Notes\n\ntext\n", style="nygard").report.style == "nygard"
    with pytest.raises(SettingsError, match="is no style"):
        import_document("# Notes\n\ntext\n", style="adoc")


def test_a_log_of_many_decisions_keeps_each_under_its_own_heading() -> None:
    log = "# Log\n\n" + "".join(f"## Topic {n}\n\n### Decision\n\nWe use {n}.\n\n" for n in range(3))
    imported = import_document(log)

    assert imported.document.recommendation.rationale == ""
    assert "## Topic 2\n\n### Decision\n\nWe use 2." in imported.text
