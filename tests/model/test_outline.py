"""The outline: a section that is only half added fails here, by its name."""

from __future__ import annotations

import re

import pytest

from archkit.assets import folder, template_text
from archkit.format.parts import BELOW, GROUPED, headings
from archkit.format.shapes import SHAPES
from archkit.model.document import Document, outline, walk_rows
from archkit.model.fields import KINDS, Frozen, Row, fields_of
from archkit.model.placeholders import BLANK_TITLE, PLACEHOLDERS, TEMPLATE_LABELS

SECTIONS = {spec.key: spec for spec in outline()}
#: Front matter and title are no sections below a heading; the options are read one by one.
WITHOUT_A_SHAPE = {"metadata", "title", "options"}
#: archkit's own; the template has no such heading.
NOT_IN_THE_TEMPLATE = {"metadata", "title", "comparison", "risk_scale"}


def classes_below(cls: type[Frozen]) -> list[type[Frozen]]:
    """A class of rows or of a section, and the classes of the rows inside it."""
    inner = [spec.row for spec in fields_of(cls) if spec.row]
    return [cls, *(found for row in inner for found in classes_below(row))]


def section_classes(key: str) -> list[type[Frozen]]:
    default = Document.model_fields[key].default
    cls = SECTIONS[key].row or (type(default) if isinstance(default, Frozen) else None)
    return classes_below(cls) if cls else []


@pytest.mark.parametrize("key", SECTIONS)
def test_a_section_has_a_title_a_hint_and_a_class(key):
    spec = SECTIONS[key]

    assert spec.title and spec.hint.endswith((".", "?"))
    assert spec.kind in KINDS
    assert section_classes(key) or spec.kind in ("label", "prose")


@pytest.mark.parametrize("key", SECTIONS)
def test_a_field_has_a_title_a_hint_and_a_kind_of_the_closed_set(key):
    for cls in section_classes(key):
        assert fields_of(cls), cls.__name__
        for spec in fields_of(cls):
            assert spec.title and spec.hint.endswith((".", "?")), f"{cls.__name__}.{spec.key}"
            assert spec.kind in KINDS, f"{cls.__name__}.{spec.key}"
            assert (spec.kind not in ("choice", "word", "likelihood", "impact")) or spec.choices, spec.key
        assert {spec.key for spec in fields_of(cls)} == set(cls.model_fields), cls.__name__


@pytest.mark.parametrize("key", SECTIONS)
def test_a_row_says_what_it_is_called(key):
    for cls in section_classes(key):
        if issubclass(cls, Row) and cls.__name__ != "Detail":
            assert cls.named_by in cls.model_fields, cls.__name__


@pytest.mark.parametrize("key", SECTIONS)
def test_a_section_can_be_read_and_written(key):
    if key in WITHOUT_A_SHAPE:
        assert key not in SHAPES
    else:
        assert (folder("templates") / "markdown" / f"{SHAPES[key].template}.md.j2").is_file()


def test_there_is_no_shape_without_a_section():
    assert set(SHAPES) - set(SECTIONS) == {"option"}


@pytest.mark.parametrize("key", SECTIONS)
def test_a_section_has_its_heading_in_the_template(key):
    marks = "###" if key in BELOW else "##"

    stands = f"{marks} {SECTIONS[key].title}\n" in template_text()

    assert stands == (key not in NOT_IN_THE_TEMPLATE)
    assert (key in headings().values()) == (key not in ("metadata", "title"))


@pytest.mark.parametrize("key", GROUPED)
def test_groups_are_the_headings_of_the_template(key):
    for group in GROUPED[key]:
        assert f"### {group}\n" in template_text()


def test_the_outline_has_the_order_of_the_template():
    titles = [line.lstrip("# ") for line in template_text().split("\n") if line.startswith("##")]
    in_template = [spec.title for spec in outline() if spec.key not in NOT_IN_THE_TEMPLATE]

    assert [title for title in titles if title in in_template] == in_template


def test_placeholders_are_the_bracketed_texts_of_the_template():
    bracketed = set(re.findall(r"\[[^\[\]]+\]", template_text()))

    assert bracketed - {BLANK_TITLE.split(" ")[0]} == PLACEHOLDERS
    assert f"# {BLANK_TITLE}\n" in template_text()


def test_labels_of_the_template_stand_before_a_blank():
    assert set(re.findall(r"\*\*([^*\[\]]+)\*\*: \[", template_text())) == TEMPLATE_LABELS


def test_every_row_can_be_walked_to():
    kinds = {type(row) for _, row in walk_rows(Document())}

    assert kinds == {type(info.default) for info in Document.model_fields.values() if isinstance(info.default, Frozen)}
