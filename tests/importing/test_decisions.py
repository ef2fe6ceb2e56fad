"""What counts as a decision: only words that adopt an option; what refuses, compares or waits decides nothing."""

from __future__ import annotations

import pytest

from archkit.importing import import_document
from archkit.importing.deciding import decided_in
from archkit.importing.draft import Draft, OptionDraft
from archkit.importing.json_adr import import_json
from archkit.importing.option_index import OptionIndex
from archkit.importing.source import Source
from archkit.model.document import Document

TITLE = "# ADR-0007: Use a queue for mail\n\n"


def read(text: str) -> Document:
    """Import a text of which no word may be missing."""
    found = import_document(text)
    assert found.report.words == found.report.kept
    return found.document


def decided(outcome: str, *options: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what a record with such an outcome chooses, and the options that it has beside those of its list."""
    listed = "".join(f"- {option}\n" for option in options)
    document = read(f"# Mail\n\n## Considered Options\n\n{listed}\n## Decision Outcome\n\n{outcome}\n")
    assert document.option_names[: len(options)] == options
    return document.recommendation.options, document.option_names[len(options) :]


@pytest.mark.parametrize(
    "outcome",
    [
        "- (1) Kafka",
        "Use Kafka.", "We will use Kafka.", "We use Kafka because it is not slow.", "Kafka, because it is fast.",
        "**Kafka**",
        "We decided to go with Kafka.", "Kafka is chosen.", "Kafka it is.", "Chosen option: Kafka", "Decision: Kafka",
        'Chosen option: "Kafka", because it is not slow.',
        "Chosen option: Kafka, not Cron", "Recommendation: Adopt Kafka.",
        "Chosen option: Option A", "We chose option 1.", "Wir nutzen Kafka.", "Wir haben uns für Kafka entschieden.",
        "Nous utilisons Kafka.", "Usaremos Kafka.", "采用Kafka作为队列。", "Kafkaを採用する。", "Kafka를 사용한다.",
        "Мы выбрали Kafka.",
    ],
)  # fmt: skip
def test_words_that_adopt_an_option_decide_for_it(outcome: str) -> None:
    assert decided(outcome, "Kafka", "Cron") == (("Kafka",), ())


@pytest.mark.parametrize(
    "outcome",
    [
        "Chosen option: not Kafka", "Chosen option: anything but Kafka", "Recommendation: Do not adopt Kafka.",
        "Pulsar instead of Kafka", "Chosen option: Pulsar instead of Kafka", "Chosen option: drop Kafka",
        "Chosen option: Kafka, rejected by the board.", "Kafka was considered.", "Kafka is too slow.",
        "Kafka was rejected.",
        "**Kafka** is too slow.", "**Kafka** + **Cron** are slow.", "We won't use Kafka.", "We will not use Kafka.",
        "Do we use Kafka?", "We could use Kafka.", "If we use Kafka, mail is fast.",
        "Decision: Kafka is too expensive",
        "Outcome: Kafka loses mail", "Decision: we use neither.", "Chosen option: Kafka or Cron",
        "Chosen options:\n\n- not Kafka\n- not Cron", "Gewählte Option: nicht Kafka", "Wir nutzen Kafka nicht.",
        "Option retenue : pas Kafka", "Opción elegida: sin Kafka", "Opção escolhida: não Kafka",
        "选择的方案: 不是 Kafka",
        "Не используем Kafka.", "Kafkaは採用しない。", "We will use Kafka. Kafka was then not approved.",
    ],
)  # fmt: skip
def test_words_that_refuse_compare_or_weigh_an_option_decide_nothing(outcome: str) -> None:
    assert decided(outcome, "Kafka", "Cron") == ((), ())


@pytest.mark.parametrize(
    "outcome",
    [
        "Decision: TBD", "Chosen option: TBD", "Chosen option: none", "Chosen option: n/a",
        "Chosen option: to be decided",
        "Chosen option: see below", "Chosen option: not decided yet", "Recommendation: wait for more data",
        "Decision: postponed until spring", "Chosen option: [option 1]", 'Chosen option: "{title of option 1}"',
        "Gewählte Option: noch offen", "Option retenue : à définir", "选择的方案: 待定", "採用案: 未定",
    ],
)  # fmt: skip
def test_the_place_of_a_decision_and_a_sentence_are_no_options(outcome: str) -> None:
    assert decided(outcome, "A", "B") == ((), ())


@pytest.mark.parametrize(
    ("outcome", "options", "chosen"),
    [
        ("We will use Kafka Streams.", ("Kafka", "Kafka Streams"), ("Kafka Streams",)),
        ("Chosen option: Do not use Kafka", ("Kafka", "Do not use Kafka"), ("Do not use Kafka",)),
        ("We go with Pulsar.", ("Go", "Rust"), ()),
        ("We use Kafkaesque tools.", ("Kafka", "Cron"), ()),
        ("We keepass.", ("ass", "Cron"), ()),
    ],
)
def test_only_the_whole_name_of_an_option_decides_for_it(
    outcome: str, options: tuple[str, ...], chosen: tuple[str, ...]
) -> None:
    assert decided(outcome, *options) == (chosen, ())


@pytest.mark.parametrize("name", ["Nodes of B on the cloud with a queue", "Option API", "Option ²", "Kafka and Pulsar"])
def test_a_name_that_differs_in_a_word_is_an_option_of_its_own(name: str) -> None:
    options = ("Nodes of A on the cloud with a queue", "Kafka", "Cron")

    assert decided(f"Chosen option: {name}", *options) == ((name,), (name,))


@pytest.mark.parametrize("name", ["Kafka and Cron", "**Kafka + Cron**", "option 1 and option 2", "Kafka & Cron"])
def test_a_choice_that_joins_options_chooses_each_of_them(name: str) -> None:
    assert decided(f"Chosen option: {name}.", "Kafka", "Cron") == (("Kafka", "Cron"), ())


def test_a_number_tells_options_apart_that_begin_alike() -> None:
    outcome = "**Chosen option:** Option 2: Allow writing, but only when asked"

    assert decided(outcome, "Allow writing by default", "Allow writing, but only when asked") == (
        ("Allow writing, but only when asked",),
        (),
    )


def test_where_every_item_of_a_list_has_the_same_number_its_place_counts() -> None:
    options = "1. Kafka\n1. Cron\n1. Webhooks\n"
    document = read(f"# Mail\n\n## Considered Options\n\n{options}\n## Decision Outcome\n\nChosen option: Option 2\n")

    assert document.option_names == ("Kafka", "Cron", "Webhooks")
    assert document.recommendation.options == ("Cron",)


@pytest.mark.parametrize(
    ("status", "decision"),
    [
        ("Proposed", "Not decided yet."),
        ("Rejected", "We do nothing."),
        ("Rejected", "Mail goes through a queue."),
        ("Proposed", "Mail goes through a queue."),
        ("Accepted", "TBD"),
        ("Accepted", "Mail does not go through a queue."),
        ("Accepted", "Should mail go through a queue?"),
    ],
)
def test_what_is_open_refused_or_proposed_is_no_option_beside_its_alternatives(status: str, decision: str) -> None:
    document = read(
        f"{TITLE}## Status\n\n{status}\n\n## Alternatives Considered\n\n- Cron\n- Webhooks\n\n"
        f"## Decision\n\n{decision}\n"
    )

    assert document.option_names == ("Cron", "Webhooks")
    assert document.recommendation.options == ()


@pytest.mark.parametrize("title", ["Mail delivery", "How to send mail", "Which queue?", "7. Mail is late"])
def test_a_title_that_says_what_it_is_about_is_no_option(title: str) -> None:
    document = read(
        f"# {title}\n\n## Status\n\nNew\n\n## Alternatives Considered\n\n- Cron\n\n"
        "## Decision\n\nA queue carries mail.\n"
    )

    assert document.option_names == ("Cron",)


@pytest.mark.parametrize(
    "name",
    [
        "Kafka (chosen by nobody)", "Kafka — selected against", "Log: accepted risk", "Kafka: the chosen one of many",
        "Kafka (not chosen)", "Kafka - not selected", "Kafka: chosen", "Kafka **chosen** by nobody",
    ],
)  # fmt: skip
def test_a_mark_that_neither_ends_a_name_nor_fills_its_brackets_is_a_part_of_the_name(name: str) -> None:
    document = read(f"# Mail\n\n## Options\n\n### {name}\n\nFast.\n\n### Cron\n\nSlow.\n\n## Decision\n\nTBD\n")

    assert len(document.options) == 2
    assert document.recommendation.options == ()


@pytest.mark.parametrize(
    "listed", ["## Options\n\n- Kafka\n- Cron\n\n", "### Option 1: Kafka\n\nx\n\n### Option 2: Cron\n\n"]
)
def test_pros_and_cons_below_other_headings_are_no_options_where_a_list_says_what_the_options_are(listed: str) -> None:
    points = "**Pros:**\n\n- a\n\n**Cons:**\n\n- b\n\n"
    document = read(f"# Mail\n\n{listed}## Interview notes\n\n### Ann\n\n{points}### Ben\n\n{points}")

    assert document.option_names == ("Kafka", "Cron")
    assert all(not option.pros for option in document.options)


def test_pros_and_cons_below_the_names_of_a_list_belong_to_its_options() -> None:
    points = "**Pros:**\n\n- a\n\n**Cons:**\n\n- b\n\n"
    listed = "## Options\n\n- Kafka\n- Cron\n\n"
    document = read(f"# Mail\n\n{listed}## Notes\n\n### Kafka\n\n{points}### Cron\n\n{points}")

    assert [(option.name, len(option.pros), len(option.cons)) for option in document.options] == [
        ("Kafka", 1, 1),
        ("Cron", 1, 1),
    ]


@pytest.mark.parametrize(
    ("decision", "chosen"), [("We use Kafka.", ("Kafka",)), ("We do not use Kafka.", ()), ("Anything but Kafka", ())]
)
def test_a_json_record_decides_in_the_same_words(decision: str, chosen: tuple[str, ...]) -> None:
    text = f'{{"title": "T", "decision": "{decision}", "considered_options": ["Kafka", "Cron"]}}'

    assert import_json(text).document.recommendation.options == chosen


def test_the_name_of_an_option_is_found_whatever_was_put_before_it_or_behind() -> None:
    draft = Draft(Source("# T\n"))
    draft.options = [OptionDraft("Kafka, hosted"), OptionDraft("Cron")]
    assert draft.option_like("kafka") is draft.options[0]

    draft.options.insert(0, OptionDraft("Kafka"))
    draft.options.append(OptionDraft("Kafka ours"))

    assert draft.option_like("**Kafka**") is draft.options[0]
    assert draft.option_like("Kafka hosted by us") is None
    assert draft.option_like("Cron at night") is draft.options[2]
    assert draft.option_like("Option 4") is draft.options[3]
    draft.options = draft.options[2:]
    assert draft.option_like("Kafka") is draft.options[1]


def test_each_name_of_many_options_is_looked_at_once() -> None:
    looked_at: list[str] = []

    def name_of(option: str) -> str:
        looked_at.append(option)
        return option

    index = OptionIndex(name_of)
    options: list[str] = []
    for number in range(300):
        assert index.of(options).alike(f"thing {number} word") is None
        options.append(f"thing {number} word {number}")
    assert index.of(options).alike("thing 7 word") == "thing 7 word 7"

    assert looked_at == options


def test_the_longest_name_that_stands_in_a_sentence_is_meant() -> None:
    assert decided_in("We use Kafka Streams.", ["Kafka", "Kafka Streams", "Streams"]) == ["Kafka Streams"]
