"""Records in the words, tables and languages that people use: what a reader would call an option or the status."""

from __future__ import annotations

import pytest

from archkit.importing import import_document
from archkit.importing.importing import Imported
from archkit.model.document import Document

TITLE = "# ADR-0007: Use a queue for mail\n\n"


def imported(text: str) -> Imported:
    """Import a text, and say that no word of it is missing and that a second import changes nothing."""
    found = import_document(text)
    assert found.report.words == found.report.kept
    assert import_document(found.text).text == found.text
    return found


def read(text: str) -> Document:
    return imported(text).document


def points(document: Document) -> list[tuple[str, int, int]]:
    return [(option.name, len(option.pros), len(option.cons)) for option in document.options]


def test_a_decision_beside_its_alternatives_is_the_chosen_option_with_the_consequences_as_its_points():
    document = read(
        f"{TITLE}## Decision\n\nMail goes through a queue.\n\n## Consequences\n\n### Positive\n\n- fast\n- safe\n\n"
        "### Negative\n\n- one more part\n\n### Neutral\n\n- the team stays\n\n"
        "## Alternatives Considered\n\n### Cron\n\nRejected: late.\n\n### Webhooks\n\nRejected: lost.\n"
    )

    assert points(document) == [("A queue for mail", 2, 1), ("Cron", 0, 0), ("Webhooks", 0, 0)]
    assert document.recommendation.options == ("A queue for mail",)
    assert [detail.value for detail in document.options[0].details] == ["the team stays"]


def test_a_decision_that_names_one_of_its_alternatives_is_that_one():
    document = read(
        f"{TITLE}## Alternatives Considered\n\n- Cron (nightly)\n- Webhooks (signed)\n\n"
        f"## Decision\n\nWebhooks it is.\n"
    )

    assert document.option_names == ("Cron (nightly)", "Webhooks (signed)")
    assert document.recommendation.options == ("Webhooks (signed)",)


def test_a_decision_that_speaks_of_what_it_does_not_take_chooses_nothing():
    document = read(f"{TITLE}## Alternatives Considered\n\n- Cron (nightly)\n\n## Decision\n\nMail instead of Cron.\n")

    assert document.recommendation.options == ()


@pytest.mark.parametrize(
    "name",
    [
        "Kafka (chosen)",
        "✅ Kafka",
        "Kafka ✅",
        "Kafka **(selected)**",
        "Kafka (gewählt)",
        "Kafka（採用）",
        "Kafka (выбрано)",
    ],
)
def test_the_option_that_is_marked_is_the_chosen_one(name: str):
    document = read(f"{TITLE}## Options\n\n### Option A: {name}\n\nFast.\n\n### Option B: Cron (not chosen)\n\nSlow.\n")

    assert len(document.options) == 2
    assert document.recommendation.options == document.option_names[:1]


@pytest.mark.parametrize(
    ("heading", "line", "chosen"),
    [
        ("Chosen option: MIT licence, as it is short.", "MIT", ("MIT",)),
        (
            'Chosen option: "A broker of our own", because it is here.',
            "A broker of our own (hosted by us)",
            ("A broker of our own (hosted by us)",),
        ),
        ("Gewählte Option: Kafka, weil schnell.", "MIT", ("Kafka",)),
        ("**Chosen options:**\n\n1. MIT\n2. Kafka\n", "MIT", ("MIT", "Kafka")),
    ],
)
def test_a_choice_in_nearly_the_words_of_an_option_is_that_option(heading: str, line: str, chosen: tuple[str, ...]):
    document = read(f"{TITLE}## Considered Options\n\n- {line}\n- Kafka\n\n## Decision Outcome\n\n{heading}\n")

    assert document.option_names == (line, "Kafka")
    assert document.recommendation.options == chosen


def test_a_choice_that_no_list_has_is_one_more_option():
    document = read(f'{TITLE}## Options\n\n- A\n- B\n\n## Decision\n\nChosen option: "C", because it is cheap.\n')

    assert document.option_names == ("A", "B", "C")
    assert document.recommendation.options == ("C",)


HEADINGS = (
    "Considered Options (optional part)", "고려한 대안들", "曾考虑的替代方案（Alternatives Considered）",
    "Рассмотренные альтернативы", "代替案の検討", "2.备选方案", "Alternatives / Options", "二、备选方案",
    "Alternativas descartadas", "Scénarios envisagés", "Odrzucone alternatywy",
    'Alternatives <a name="alternatives"></a>',
)  # fmt: skip


@pytest.mark.parametrize("heading", HEADINGS)
def test_options_are_found_below_headings_of_many_kinds(heading: str):
    document = read(f"# Mail\n\n## {heading}\n\n1. Cron\n2. Queue\n")

    assert document.option_names == ("Cron", "Queue")


@pytest.mark.parametrize(
    ("context", "outcome"),
    [
        ("背景・問題", "決定"),
        ("问题背景", "决策（建议默认）"),
        ("문제 상황 (Context)", "해결 전략 (Solution Strategy)"),
        ("Background / Context", "Decision & Rationale"),
        ("Проблема", "Принятое решение"),
    ],
)
def test_headings_of_two_parts_or_two_languages_are_known(context: str, outcome: str):
    document = read(f"# Mail\n\n## {context}\n\nIt is late.\n\n## {outcome}\n\nA queue.\n")

    assert document.executive_summary == "It is late."
    assert document.recommendation.rationale == "A queue."


@pytest.mark.parametrize("title", ["STATUS — what works today", "Security", "Decision and mail", "Context for mail"])
def test_a_title_may_begin_with_the_word_of_a_section(title: str):
    imported(f"# {title}\n\nText.\n\n## One\n\nText.\n\n## Two\n\nText.\n")


@pytest.mark.parametrize(
    "table",
    [
        (
            "| Вариант | Преимущества | Недостатки | Цена |\n|---|---|---|---|\n"
            "| Kafka | быстро | дорого | 3 |\n| Cron | просто | поздно | 1 |\n"
        ),
        (
            "| # | Option | Pros | Cons |\n|---|---|---|---|\n| 1 | Kafka | fast<br>known | dear |\n"
            "| 2 | Cron | easy | late |\n"
        ),
        "| 替代方案 | 优点 | 缺点 |\n|---|---|---|\n| Kafka | 快 | 贵 |\n| Cron | 简单 | 慢 |\n",
        (
            "| Option | Vorteile | Nachteile |\n|---|---|---|\n| **Kafka** | schnell | teuer |\n"
            "| **Cron** | einfach | spät |\n"
        ),
    ],
)
def test_a_table_of_options_gives_options_with_their_points(table: str):
    document = read(f"# Mail\n\n## Alternatives\n\n{table}")

    assert document.option_names == ("Kafka", "Cron")
    assert all(option.pros and option.cons for option in document.options)


@pytest.mark.parametrize(
    "text",
    [
        "**Kafka.** Fast, but new.\nRejected: dear.\n\n**Cron.** Late.\n",
        "**Kafka**: fast, but new.\n\n**Cron** – late.\n",
        "**Kafka**\n\nFast.\n\n**Cron**\n\nLate.\n",
    ],
)
def test_paragraphs_that_begin_with_a_name_in_bold_are_options(text: str):
    document = read(f"# Mail\n\n## Alternatives considered\n\n{text}")

    assert document.option_names == ("Kafka", "Cron")
    assert all(option.description for option in document.options)


@pytest.mark.parametrize(
    ("pro", "con"),
    [
        ("- `Good`, because fast", "- `Bad` because dear"),
        ("- ✅ fast", "- ⚠️ dear"),
        ("**Плюсы:**\n- быстро", "**Минусы:**\n- дорого"),
        ("良い面：\n- 速い", "悪い面：\n- 高い"),
        ("**긍정적 영향**\n\n- 빠름", "**단점**\n\n- 비쌈"),
        ("Strengths:\n\n- fast", "Weaknesses:\n\n- dear"),
        ("+ fast", "- dear"),
        ("- 👍 fast", "- 👎 dear"),
    ],
)
def test_points_are_told_by_their_marks_and_labels(pro: str, con: str):
    document = read(
        f"# Mail\n\n## Considered Options\n\n### Option 1: Kafka\n\n{pro}\n\n{con}\n\n### Option 2: Cron\n\nLate.\n"
    )

    assert points(document)[0] == ("Kafka", 1, 1)


def test_risks_within_the_consequences_are_rows():
    document = read(
        f"{TITLE}## Decision\n\nA queue.\n\n## Consequences\n\nMore parts.\n\n### Risks\n\n"
        "| Risk | Likelihood | Mitigation |\n|---|---|---|\n| It fills | low | An alert |\n"
    )

    assert [(risk.risk, risk.likelihood, risk.mitigation) for risk in document.risks] == [
        ("It fills", "low", "An alert")
    ]
    assert "More parts." in document.recommendation.rationale


def test_an_option_whose_name_begins_as_another_is_an_option_of_its_own():
    document = read("# Mail\n\n## Considered Options\n\n- Kafka, hosted by the cloud\n- Kafka\n- Kafka (ours)\n")

    assert document.option_names == ("Kafka, hosted by the cloud", "Kafka", "Kafka (ours)")


@pytest.mark.parametrize(
    "labels", [("**Pros**:", "**Cons**:"), ("#### Advantages", "#### Disadvantages"), ("Pros:", "Cons:")]
)
@pytest.mark.parametrize("chapter", ["Decision", "Design", "Rationale"])
def test_headings_with_pros_and_cons_are_options_wherever_they_stand(chapter: str, labels: tuple[str, str]):
    option = f"Some text.\n\n{labels[0]}\n\n- fast\n- known\n\n{labels[1]}\n\n- dear\n"
    document = read(
        f"# Mail\n\n## {chapter}\n\nText.\n\n### Kafka\n\n{option}\n### Cron\n\n{option}\n## Other\n\nText.\n"
    )

    assert points(document) == [("Kafka", 2, 1), ("Cron", 2, 1)]
    assert [option.description for option in document.options] == ["Some text.", "Some text."]


@pytest.mark.parametrize(
    "line",
    [
        "- **Risk**: It fills. **Mitigation**: An alert.",
        "- Risk 1: It fills\n  Mitigation: An alert.",
        "- It fills. *Mitigation:* An alert.",
        "- **It fills**: An alert.",
        "- It fills\n  - Mitigation: An alert.",
    ],
)
def test_a_risk_and_its_mitigation_are_told_apart_in_one_item(line: str):
    [risk] = read(f"# Mail\n\n## Risks\n\n{line}\n").risks

    assert (risk.risk.rstrip("."), risk.mitigation) == ("It fills", "An alert.")
