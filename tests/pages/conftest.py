"""The example document, and documents that hold one text in every field."""

import pytest

from archkit import assets
from archkit.format.read import read
from archkit.model.document import Document
from archkit.model.fields import FieldSpec, Frozen, Row, fields_of
from archkit.pages.export_html import render_page


@pytest.fixture(scope="session")
def example() -> Document:
    return read(assets.example_file().read_text(encoding="utf-8")).document


@pytest.fixture(scope="session")
def example_page(example) -> str:
    return render_page(example)


@pytest.fixture
def filled():
    """Return a function that makes a document with one text in every field that takes any text."""
    return lambda text: Document.model_validate(_values(Document, text))


def _values(kind: type[Frozen], text: str) -> dict[str, object]:
    return {spec.key: _value(kind, spec, text) for spec in fields_of(kind) if spec.key not in {"unit", "direction"}}


def _value(kind: type[Frozen], spec: FieldSpec, text: str) -> object:
    if spec.kind in {"rows", "details"}:
        row = spec.row or type(kind.model_fields[spec.key].default)
        values = _values(row, text)
        return [values] if issubclass(row, Row) else values
    if spec.kind == "names":
        return [text]
    if spec.kind == "columns":
        return {"Note": text}
    if spec.kind == "score":
        return {text: text}
    if spec.key == "id":
        return "F1"
    if spec.key == "kind" and kind.__name__ == "WorkItem":
        return "testing"
    return text
