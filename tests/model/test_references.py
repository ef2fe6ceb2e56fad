"""One table says which rows others refer to, and where; a row is meant by its name or its number."""

from __future__ import annotations

import pytest

from archkit.model.document import Document, outline
from archkit.model.edit import move_row, set_value
from archkit.model.fields import Frozen, fields_of
from archkit.model.references import OPTIONS, PHASES, REFERRED, Names
from tests.versions.referring import base

#: Kinds of fields that hold the name of a row.
NAMING = {"option": ("options",), "phase": ("phases",), "criterion": ("comparison", "criteria")}


def fields_below(kind: type[Frozen], path: tuple[str, ...] = ()):
    for spec in fields_of(kind):
        default = kind.model_fields[spec.key].default
        inner = spec.row or (type(default) if isinstance(default, Frozen) else None)
        yield path, spec
        if inner and len(path) < 3:
            yield from fields_below(inner, (*path, spec.key))


def test_each_field_that_names_a_row_is_in_the_table():
    named = {(referred.path, place) for referred in REFERRED for place in referred.places}
    # A criterion's own name is no reference.
    own = {(referred.path, (referred.path, referred.key)) for referred in REFERRED}

    assert {spec.key for spec in outline()} >= {referred.path[0] for referred in REFERRED}
    for path, spec in fields_below(Document):
        if spec.kind in NAMING and (NAMING[spec.kind], (path, spec.key)) not in own:
            assert (NAMING[spec.kind], (path, spec.key)) in named, f"{path} {spec.key}"
        if spec.kind == "score":
            assert (OPTIONS.path, (path, spec.key)) in named, f"{path} {spec.key}"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2", 1),
        ("phase 2", 1),
        ("Phase 2.", 1),
        ("step 1", 1),
        ("Step 1 (2)", 1),
        ("Step 1 (3)", None),
        ("9", None),
        ("0", None),
        ("", None),
    ],
)
def test_a_phase_is_meant_by_its_name_or_its_number(text, found):
    meant = Names(base(), PHASES).find(text)

    assert (meant.at if meant else None) == found


def test_what_is_called_so_comes_before_what_is_numbered_so():
    document = set_value(base(), ("phases", 3, "phase"), "1")

    assert Names(document, PHASES).find("1").at == 3


def test_the_words_around_a_number_stay_when_phases_move():
    document = set_value(set_value(base(), ("risks", 0, "phase"), "phase 2"), ("phases", 3, "after"), "1; 3")

    moved = move_row(document, ("phases", 0), 1)

    assert moved.risks[0].phase == "phase 1"
    assert moved.phases[3].after == "2; 3"


def test_options_called_by_their_number_are_followed():
    moved = move_row(base(), ("options", 1), 0)

    assert moved.risks[1].option == "Option 1"
    assert set_value(base(), ("options", 2, "name"), "Topic").effort.work_items[0].option == "Topic"
