"""The completed template: blanks left out, computed rows fresh, everything that was written kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from archkit.assets import example_file, template_text
from archkit.errors import ExportError, FileProblem
from archkit.export import export, text_for
from archkit.format.complete import complete
from archkit.format.read import read
from archkit.model.document import outline
from archkit.model.placeholders import PLACEHOLDERS
from archkit.session import effort_texts

EXAMPLE = example_file().read_text(encoding="utf-8")
DOCUMENT = read(EXAMPLE).document


def test_the_completed_example_says_what_the_example_says():
    text = complete(DOCUMENT, effort_texts)

    again = read(text).document
    assert {spec.key: getattr(again, spec.key) for spec in outline()} == {
        spec.key: getattr(DOCUMENT, spec.key) for spec in outline()
    }
    assert [line for line in text.split("\n") if line.strip()] == [line for line in EXAMPLE.split("\n") if line.strip()]


def test_the_untouched_template_is_completed_to_nothing():
    assert complete(read(template_text()).document) == ""


def test_a_template_with_one_section_is_completed_to_that_section():
    text = (
        template_text().replace("- [Consideration 1]\n- [Consideration 2]", "- Lock it").replace("[Feature]", "Ledger")
    )

    assert complete(read(text).document) == "# Ledger Architecture\n\n## Security Considerations\n\n- Lock it\n"


def test_blanks_are_left_out_wherever_they_are_left():
    text = template_text().replace("[Advantage 1] - [Evidence from research]", "Fast - [Evidence from research]")
    text = text.replace("[Impact] | [How to handle]", "major | [How to handle]").replace("[Risk 1]", "It breaks")
    text = text.replace("- [Dependency 1]: [Why needed]", "- Clock: [Why needed]\n\n| a | table |\n|---|---|\n")

    completed = complete(read(text).document)

    assert not [blank for blank in PLACEHOLDERS if blank in completed]
    assert "- Fast\n" in completed
    assert "| It breaks |" in completed
    assert "- Clock:" in completed
    assert not [line for line in completed.split("\n") if line.strip() in ("-", "- **Case Study**:", "1.", "- :")]


def test_brackets_in_prose_are_the_authors():
    text = "# T\n\n## Executive Summary\nSee [Details](https://a.example) and [Impact].\n"

    assert "See [Details](https://a.example) and [Impact].\n" in complete(read(text).document)


def test_headings_above_nothing_are_left_out_and_own_ones_stay():
    text = template_text() + "\n## Glossary\n\n## Compliance\nAsk legal.\n"

    assert complete(read(text).document) == "## Glossary\n\n## Compliance\n\nAsk legal.\n"


def test_a_section_that_could_not_be_read_is_exported_as_it_stands():
    text = "# T\n\n## Risks and Mitigations\n\n| Risk | Impact |\n|---|---|\n| one cell |\n"

    assert complete(read(text).document) == text


def test_computed_rows_are_fresh():
    stale = EXAMPLE.replace("**0.69**", "**0.96**").replace("- Total: 71", "- Total: 17")

    assert complete(read(stale).document, effort_texts) == complete(DOCUMENT, effort_texts)


def test_completing_twice_is_completing_once():
    once = complete(DOCUMENT, effort_texts)

    assert complete(read(once).document, effort_texts) == once


def test_the_suffix_says_what_is_written(tmp_path: Path):
    assert export(DOCUMENT, tmp_path / "x.md").read_text() == complete(DOCUMENT, effort_texts)
    assert export(DOCUMENT, str(tmp_path / "X.HTML")).read_text() == text_for(DOCUMENT, ".html")
    assert "<html" in (tmp_path / "X.HTML").read_text()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("x.rtf", 'x.rtf: there is no export as ".rtf"; use one that ends in .md, .html, .pdf or .docx'),
        ("x", "x: the file name has no ending; use one that ends in .md, .html, .pdf or .docx"),
        ("x.MD.", "use one that ends in"),
    ],
)
def test_an_unknown_suffix_is_answered_with_the_known_ones(tmp_path: Path, name: str, said: str):
    with pytest.raises(ExportError) as caught:
        export(DOCUMENT, tmp_path / name)

    assert str(caught.value).endswith(said) or said in str(caught.value)
    assert list(tmp_path.iterdir()) == []


def test_an_export_replaces_an_older_one_and_never_its_own_source(tmp_path: Path):
    source = tmp_path / "a.md"
    source.write_text(EXAMPLE)
    (tmp_path / "x.md").write_text("older")

    export(DOCUMENT, tmp_path / "x.md", source=source)
    with pytest.raises(ExportError, match="would replace the document itself; name another file"):
        export(DOCUMENT, tmp_path / "a.md", source=source)

    assert (tmp_path / "x.md").read_text() != "older"
    assert source.read_text() == EXAMPLE


def test_a_template_of_the_users_own_takes_the_place_of_ours(tmp_path: Path):
    template = tmp_path / "own.md.j2"
    template.write_text("{{ title }}: {{ options | length }} options\n")

    assert export(DOCUMENT, tmp_path / "x.md", template).read_text().strip() == "Order Events Architecture: 4 options"


def test_a_template_that_fails_writes_nothing(tmp_path: Path):
    template = tmp_path / "own.md.j2"
    template.write_text("{{ nothing }}")

    with pytest.raises(ExportError):
        export(DOCUMENT, tmp_path / "x.md", template)

    assert not (tmp_path / "x.md").exists()


def test_a_missing_template_is_said(tmp_path: Path):
    with pytest.raises((ExportError, FileProblem)) as caught:
        export(DOCUMENT, tmp_path / "x.md", tmp_path / "none.j2")

    assert "none.j2" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_folder_that_is_not_there_is_said(tmp_path: Path):
    with pytest.raises(FileProblem, match="there is no folder"):
        export(DOCUMENT, tmp_path / "no" / "x.md")


@pytest.mark.parametrize(
    ("to", "name", "said"),
    [
        ("decider", "d.pdf", "d.pdf: Decider's page is a file that ends in .html, not .pdf; name it d.html, or say"),
        ("pdf", "x.HTML", "PDF is a file that ends in .pdf, not .html; name it x.pdf, or say --to html"),
        ("madr", "x.json", "not .json; name it x.md, or say --to json"),
        ("csv", "x.xlsx", "CSV is a folder of files, not .xlsx; name a folder, such as x, or say --to xlsx"),
    ],
)
def test_a_target_whose_ending_is_another_formats_is_refused(tmp_path: Path, to: str, name: str, said: str):
    with pytest.raises(ExportError) as caught:
        export(DOCUMENT, tmp_path / name, to=to)

    assert said in str(caught.value)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("to", "name"), [("y-statement", "x.txt"), ("y-statement", "x"), ("madr", "x.adr.md")])
def test_an_ending_that_is_no_other_formats_may_stand(tmp_path: Path, to: str, name: str):
    assert export(DOCUMENT, tmp_path / name, to=to).read_text()


def test_a_template_of_ones_own_makes_no_pdf(tmp_path: Path):
    template = tmp_path / "own.md.j2"
    template.write_text("{{ title }}")

    with pytest.raises(ExportError, match=r"a template makes text, not \.pdf; name it x\.html"):
        export(DOCUMENT, tmp_path / "x.pdf", template)
