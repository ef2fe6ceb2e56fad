"""Import → export → import: what an export says comes back, and a second export is the first one again."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archkit.assets import example_file
from archkit.format.read import read
from archkit.importing.importing import Imported, import_text
from archkit.importing.json_adr import import_json
from archkit.model.document import Document
from archkit.outputs.json_document import made as json_made
from archkit.outputs.styled import render_style
from archkit.outputs.styles import styles
from archkit.portfolios.generate import generated
from tests.format.documents import documents
from tests.full_document import full_text
from tests.importing.generated_records import RECORDS as RECORDS_OF
from tests.importing.records import GERMAN, LANGUAGES, STYLES, in_language

SHIPPED = {style.name: style for style in styles()[0]}
RECORDS = ("madr", "nygard", "json-adr", "arc42", "rust-rfc")
FILE = Path("0007-ledger.md")
SOURCES = {
    "example": example_file().read_text(encoding="utf-8"),
    "full": full_text(),
    **{f"generated-{number}": generated(number).data.decode() for number in range(1, 3)},
}
IMPORTED = {**STYLES, "german": GERMAN, **{name: in_language(name) for name in LANGUAGES}}


def export(name: str, document: Document) -> str:
    return str(next(iter(render_style(SHIPPED[name], document, FILE).files.values())))


def back(name: str, text: str) -> Imported:
    return import_json(text, FILE.name) if name == "json-adr" else import_text(text, FILE.name)


@pytest.mark.parametrize("name", RECORDS)
@pytest.mark.parametrize("source", SOURCES)
def test_an_export_that_is_imported_is_exported_the_same(source: str, name: str):
    first = export(name, read(SOURCES[source]).document)
    imported = back(name, first)

    assert imported.report.kept == imported.report.words
    assert export(name, imported.document) == first


@pytest.mark.parametrize("name", RECORDS)
@pytest.mark.parametrize("source", IMPORTED)
def test_a_record_that_was_imported_is_exported_the_same_in_every_format(source: str, name: str):
    first = export(name, import_text(IMPORTED[source], FILE.name).document)

    assert export(name, back(name, first).document) == first


@pytest.mark.parametrize("name", ["arc42", "rust-rfc"])
def test_a_format_that_carries_all_gives_the_sections_back_as_rows(name: str):
    document = read(full_text()).document

    found = back(name, export(name, document)).document

    for key in ("options", "comparison", "recommendation", "components", "phases", "risks", "effort", "findings"):
        assert getattr(found, key) == getattr(document, key), key


@given(documents)
@settings(max_examples=settings.default.max_examples // 10)
def test_the_json_of_archkit_is_imported_as_the_document_that_it_was(document: Document):
    text = str(json_made(document).files["document.json"])
    imported = import_json(text, "x.json")

    # A number that JSON has not is the one thing that its export cannot hold.
    assert imported.document == document or "null" in text


@pytest.mark.parametrize("style", RECORDS_OF)
@given(data=st.data())
@settings(max_examples=settings.default.max_examples // 20)
def test_a_record_with_any_fault_is_exported_the_same_after_it_was_read_back(style: str, data: st.DataObject):
    document = import_text(data.draw(RECORDS_OF[style]), FILE.name).document

    for name in RECORDS:
        first = export(name, document)
        once = back(name, first).document
        second = export(name, once)
        assert second == first, name
        assert back(name, second).document == once, name


@pytest.mark.parametrize("style", ["madr", "nygard"])
@given(data=st.data())
@settings(max_examples=settings.default.max_examples // 4)
def test_what_a_style_carries_comes_back_as_it_was(style: str, data: st.DataObject):
    document = import_text(data.draw(RECORDS_OF[style]), FILE.name).document

    found = back(style, export(style, document)).document

    assert found.title == document.title
    assert [option.pros for option in found.options] == [option.pros for option in document.options]
    assert found.option_names == document.option_names
    assert found.executive_summary == document.executive_summary
    assert found.recommendation.options == document.recommendation.options
