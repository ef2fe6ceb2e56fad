"""MADR: what is exported follows the rules of MADR 4.0.0, whatever the document says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings

from archkit.assets import example_file, template_text
from archkit.format.read import read
from archkit.model.document import Document
from archkit.outputs.styled import render_style
from archkit.outputs.styles import styles
from tests.format.documents import documents
from tests.full_document import full_text

pytest.importorskip("yaml")
from tests.outputs.madr_checker import plain, read_madr

STYLES = {style.name: style for style in styles()[0]}
EXAMPLE = read(example_file().read_text(encoding="utf-8")).document


def madr(document: Document) -> str:
    return str(next(iter(render_style(STYLES["madr"], document).files.values())))


def test_the_example_is_a_conformant_record():
    record = read_madr(madr(EXAMPLE))

    assert record.problems == []
    assert record.title == "Order Events Architecture"
    assert record.options == list(EXAMPLE.option_names)
    assert record.chosen == "PostgreSQL outbox with SKIP LOCKED"
    assert record.because.startswith("it is the smallest thing that passes both gates")
    assert record.front["decision-makers"] == ["Ines Albrecht", "Ravi Menon"]
    assert [len(items) for items in record.arguments.values()] == [8, 8, 8, 7]


def test_every_argument_is_worded_as_madr_words_it():
    record = read_madr(madr(EXAMPLE))

    for option in EXAMPLE.options:
        said = record.arguments[option.name]
        worded = [("Good", point) for point in option.pros] + [("Bad", point) for point in option.cons]
        for (kind, point), text in zip(worded, said, strict=True):
            assert text.startswith(f"{kind}, because {point.claim}"), text
            assert text.endswith(point.evidence), text


@pytest.mark.parametrize(
    "line", ["* Pro: fast", "* Good because fast", "* good, because fast", "* Good, fast", "* Bad: slow"]
)
def test_the_checker_sees_an_argument_in_other_words(line: str):
    text = madr(EXAMPLE)
    first = next(line for line in text.split("\n") if line.startswith("* Good, because "))

    assert read_madr(text.replace(first, f"{first}\n{line}", 1)).problems == [f"no argument: {line[2:]!r}"]


@pytest.mark.parametrize(
    "text", ["", "# T\n", template_text(), full_text()], ids=["nothing", "a title", "blank", "full"]
)
def test_a_record_is_conformant_however_little_or_much_is_known(text: str):
    assert read_madr(madr(read(text).document)).problems == []


def test_what_is_not_decided_is_said():
    record = read_madr(madr(Document.model_validate({"title": "T", "options": [{"name": "A"}]})))

    assert (record.problems, record.chosen) == ([], "none yet")
    assert record.because == "the decision is still to be made."


def test_options_that_are_joined_are_both_said():
    document = Document.model_validate(
        {
            "options": [{"name": "A"}, {"name": "B"}],
            "recommendation": {"options": ["A", "B"], "rationale": "Because both are cheap.\n\n- x"},
        }
    )

    record = read_madr(madr(document))

    assert (record.problems, record.chosen) == ([], "A")
    assert record.because == "it is joined with B: both are cheap."


def test_a_quotation_mark_in_a_name_does_not_end_the_chosen_option():
    document = Document.model_validate(
        {
            "options": [{"name": 'The "fast" one'}],
            "recommendation": {"options": ['The "fast" one'], "rationale": "1. first\n2. second"},
        }
    )

    record = read_madr(madr(document))

    assert (record.problems, plain(record.chosen)) == ([], 'The "fast" one')
    assert record.because == "of what is said below."


@pytest.mark.parametrize(
    "text",
    [
        "no",
        "1.10",
        ": x",
        "- x",
        "*a",
        "&a",
        "!x",
        "{a: b}",
        "[a",
        "a # b",
        "12:30:45",
        "010",
        "~",
        "|",
        ">",
        "'",
        '"',
        "%",
        "@x",
        "`x",
    ],
)
def test_the_front_matter_holds_texts_as_they_are(text: str):
    document = Document.model_validate(
        {"metadata": {"status": text, "decision_makers": [text, "B"], "extra": {"ticket": text, "no": [text]}}}
    )

    record = read_madr(madr(document))

    assert record.problems == []
    assert record.front["status"] == text
    assert record.front["decision-makers"] == [text, "B"]
    assert (record.front["ticket"], record.front["no"]) == (text, [text])


@given(documents)
@hypothesis_settings(max_examples=hypothesis_settings.default.max_examples // 8)
def test_every_record_is_conformant(document: Document):
    text = madr(document)

    assert read_madr(text).problems == [], text
