"""The decision on one page and in one sentence: what the document says, and what it does not say yet."""

import html
import re

import pytest

import archkit
from archkit.assets import template_text
from archkit.export import exported
from archkit.format.read import read
from archkit.model.document import Document
from archkit.pages.decider import render_decider
from archkit.pages.fitted import fitted, fitted_items, line_count
from archkit.pages.y_statement import y_statement
from tests.pages.lively_document import HOSTILE_NAME, lively_document
from tests.pages.parsed import Parsed

DECIDED = {
    "title": "Mail",
    "metadata": {
        "status": "accepted",
        "date": "2026-05-01",
        "decision_makers": ["Ana", "Ben"],
        "review_by": "2027-05-01",
    },
    "findings": [{"id": "F1", "text": "Found."}],
    "options": [
        {
            "name": "Own *server*",
            "pros": [{"claim": "Cheap [F1]", "evidence": "[F1]"}, {"claim": "Near."}],
            "cons": [{"claim": "Work at night", "evidence": "assumption"}],
        },
        {"name": "Rented", "pros": [{"claim": "Quiet nights"}]},
    ],
    "comparison": {
        "options": ["Own *server*", "Rented"],
        "criteria": [
            {"criterion": "Cost", "weight": "30", "scores": {"Own *server*": "4", "Rented": "2"}},
            {"criterion": "Rest", "weight": "70", "scores": {"Rented": "5"}},
            {"criterion": "In the EU", "weight": "must", "scores": {"Own *server*": "yes", "Rented": "yes"}},
        ],
    },
    "recommendation": {"options": ["Own *server*"], "rationale": "It costs less. And it is here."},
}


def test_the_y_statement_says_each_part_from_the_document():
    said = y_statement(Document.model_validate(DECIDED))

    assert said == (
        "In the context of Mail, facing “In the EU”, “Rest” and “Cost”, we decided for Own server and against Rented, "
        "to achieve “Cheap” and “Near”, accepting “Work at night”."
    )


def test_the_y_statement_of_an_empty_document_makes_nothing_up():
    said = y_statement(Document())

    assert said.count("[not said yet]") == 6 and said.endswith("(Status: not said yet.)")
    assert y_statement(read(template_text()).document).count("[not said yet]") == 6


def test_the_y_statement_says_when_nothing_is_decided_yet():
    proposed = DECIDED | {"metadata": {"status": "proposed"}}

    assert y_statement(Document.model_validate(proposed)).endswith(
        "(Status: proposed; the document does not say that it is accepted.)"
    )


def test_an_option_that_stands_alone_is_decided_against_none():
    alone = DECIDED | {"options": DECIDED["options"][:1]}

    assert "and against no other option," in y_statement(Document.model_validate(alone))


def test_the_page_answers_what_a_decider_asks():
    page = Parsed(render_decider(Document.model_validate(DECIDED), "mail.md"))

    titles = ["What is decided", "Why", "Cost", "By when", "Top risks", "What is given up", "Open questions"]
    assert [title for title in titles if title not in page.text] == []
    assert "By the numbers " in page.text and "It costs less. And it is here." in page.text
    assert "Accepted: Work at night" in page.text and "Not chosen: Rented" in page.text
    assert "Assumed, not found: Work at night" in page.text and "Not scored: Rest of Own server" in page.text
    assert "Looked at again: 2027-05-01" in page.text and "mail.md" in page.text
    # Neither effort nor risks are there.
    assert page.text.count("Not said yet.") == 2


def test_the_page_of_an_empty_document_says_so_in_every_part():
    page = Parsed(render_decider(Document()))

    assert "Not said yet: nothing is recommended." in page.text and page.text.count("Not said yet.") == 6


def test_questions_of_the_authors_own_come_first():
    text = "# T\n\n## Open Questions\n\n1. Who pays?\n2. Since\n   when?\n\n```sh\ncode\n```\n"
    page = Parsed(render_decider(read(text).document))

    assert "Who pays? Since when?" in page.text and "code" not in page.text


def test_what_is_cut_ends_with_a_sentence_and_is_said():
    rationale = "This is a sentence of nine words or so. " * 60
    document = Document.model_validate(DECIDED | {"recommendation": {"options": ["Rented"], "rationale": rationale}})
    page = Parsed(render_decider(document, "mail.md"))

    why = re.search(r"Why · shortened (.*?) Cost ", page.text)[1]
    assert why.endswith("words or so.") and 300 < len(why) < 1000
    assert "Shortened to one page." in page.text


@pytest.mark.parametrize(
    "text", ["W" * 900, "日本語" * 300, "🧨" * 300, "word " * 300, "One. Two. " * 200, "\u202e" * 99]
)
@pytest.mark.parametrize("most", [1, 2, 5])
def test_a_fitted_text_is_a_beginning_that_fits(text, most):
    found = fitted(text, 40, most)

    assert found.is_cut == (found.text != text.strip())
    assert line_count(found.text, 40) == found.lines <= most
    assert " ".join(text.split()).startswith(found.text.rstrip("…"))


def test_what_is_left_out_of_a_list_is_counted():
    assert fitted_items(["one", "two", "three"], 40, 3) == (["one", "two", "three"], True)
    assert fitted_items(["one", "two", "three", "four"], 40, 3) == (["one", "two", "2 more"], False)


@pytest.mark.parametrize(
    "text", [HOSTILE_NAME, "</style><script>alert(1)</script>", "\u202eegap", "\x00\x07\x9b", "\ud800"]
)
def test_a_hostile_text_is_shown_as_text(text):
    page = render_decider(lively_document(text), text)
    tags = {tag for tag, _ in Parsed(page).elements}

    assert tags <= {"html", "head", "meta", "title", "style", "body", "main", "header", "p", "span", "h1", "dl", "div",
                    "dt", "dd", "section", "h2", "ul", "li", "footer", "strong"}  # fmt: skip
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00-\x08\x7f-\x9f\ud800-\udfff]", page)
    page.encode("utf-8")


def test_both_are_formats_of_the_export(tmp_path, example):
    page = exported(example, None, to="decider", source=tmp_path / "x.md").path
    sentence = exported(example, None, to="y-statement", source=tmp_path / "x.md").path

    assert page.name == "x.decider.html" and "Order Events Architecture" in page.read_text(encoding="utf-8")
    said = sentence.read_text(encoding="utf-8")
    assert sentence.name == "x.y-statement.md" and said.startswith("# Order Events Architecture\n\nIn the context of ")
    assert html.unescape(said).count("\n") == 3


def test_a_document_says_its_y_statement(tmp_path):
    document = archkit.open(archkit.example(tmp_path))

    assert document.y_statement().startswith("In the context of Order Events Architecture, facing ")


@pytest.mark.parametrize(
    ("scores", "rationale", "said"),
    [
        (("4", "2"), "", "By the numbers A is ahead. The reason is still to be written."),
        (("3", "3"), "", "By the numbers there is no clear winner: A and B. The reason is still to be written."),
        (("4", "2"), "because it is fast.", "By the numbers A is ahead. A is recommended because it is fast."),
        (("", ""), "because it is fast.", "Why A is recommended because it is fast."),
        (("", ""), "It is fast.", "Why It is fast."),
    ],
)
def test_the_reason_reads_as_a_sentence(scores, rationale, said):
    rows = [{"criterion": "Speed (1 … 5)", "weight": 100, "scores": dict(zip("AB", scores, strict=True))}]
    document = {
        "options": [{"name": "A"}, {"name": "B"}],
        "comparison": {"options": ["A", "B"], "criteria": rows},
        "recommendation": {"options": ["A"], "rationale": rationale},
    }

    assert said in Parsed(render_decider(Document.model_validate(document))).text
