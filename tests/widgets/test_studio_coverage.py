"""Nothing that the studio cannot do: each field of the model, at any depth, has a control and an attribute."""

import pytest

import archkit
from archkit.format.read import read
from archkit.model.document import Document, outline
from archkit.model.fields import Frozen, fields_of
from archkit.widgets.row_ids import RowIds
from archkit.widgets.schema import describe_section
from tests.full_document import full_text


def filled(value):
    """Return a section or row with rows in each of its lists and a column of the author's own."""
    more = {}
    for spec in fields_of(type(value)):
        inner = getattr(value, spec.key)
        if spec.row:
            more[spec.key] = tuple(filled(row) for row in inner or (spec.row(),))
        elif spec.kind == "columns":
            more[spec.key] = inner or {"Ticket": "A-1"}
        elif spec.kind == "score":
            more[spec.key] = inner or {"Apache Kafka": "3"}
    return value.replace(**more)


def leaves(value, path):
    """Yield the path of each thing that a person can write below a value, with the class and field it belongs to."""
    for spec in fields_of(type(value)):
        inner, place = getattr(value, spec.key), (*path, spec.key)
        if spec.row:
            yield from ((type(value), spec.key, place) for _ in inner[:1])
            for index, row in enumerate(inner):
                yield from leaves(row, (*place, index))
        elif isinstance(inner, dict) or spec.kind in ("columns", "score"):
            yield from ((type(value), spec.key, (*place, title)) for title in inner)
        else:
            yield type(value), spec.key, place


def section_leaves(document, key):
    value = getattr(document, key)
    if isinstance(value, Frozen):
        yield from leaves(value, (key,))
    elif isinstance(value, tuple):
        for index, row in enumerate(value):
            yield from leaves(row, (key, index))
    else:
        yield Document, key, (key,)


def kinds_of(document):
    """Return each class of the model with its fields, from the outline on, at any depth."""
    waiting = [spec.row or type(getattr(document, spec.key)) for spec in outline()]
    known = {}
    while waiting:
        kind = waiting.pop()
        if issubclass(kind, Frozen) and kind not in known:
            known[kind] = {spec.key for spec in fields_of(kind)}
            waiting += [spec.row for spec in fields_of(kind) if spec.row]
    return known


def controls(parts, columns, locate):
    """Yield the path of each control of a form, as an edit names it."""
    for part in parts:
        given = [column["path"] for column in columns.get(part.get("columns"), ())]
        if part["part"] == "fields":
            yield from (locate((*part["path"], *path)) for path in given)
        for row in part.get("rows", ()) if part["part"] == "rows" else ():
            if "parts" in row:
                yield from controls(row["parts"], columns, locate)
            else:
                yield from (locate((*part["path"], row["id"], *path)) for path in given)


def with_buttons(parts, locate):
    """Yield the path of each list of rows, which has a button that adds one, and of the order of options in heads."""
    for part in parts:
        if part["part"] == "rows":
            yield tuple(locate(part["path"]))
            yield from (tuple(part[name]) for name in ("order",) if name in part)
            for row in part["rows"]:
                yield from with_buttons(row.get("parts", ()), locate)


@pytest.fixture(scope="module")
def document():
    document = read(full_text()).document
    values = {spec.key: getattr(document, spec.key) for spec in outline()}
    for key, value in values.items():
        if isinstance(value, Frozen):
            document = document.replace(**{key: filled(value)})
        elif isinstance(value, tuple):
            document = document.replace(**{key: tuple(filled(row) for row in value)})
    return document


def test_the_document_of_this_test_has_something_in_every_field(document):
    seen = {(kind, key) for spec in outline() for kind, key, _ in section_leaves(document, spec.key)}
    wanted = {(kind, key) for kind, keys in kinds_of(document).items() for key in keys}

    assert not wanted - seen


@pytest.mark.parametrize("key", [spec.key for spec in outline()])
def test_each_field_has_a_control_in_the_studio(document, key):
    ids = RowIds()
    described = describe_section(document, key, ids)
    shown = set(controls(described["parts"], described.get("columns", {}), ids.locate))
    added = set(with_buttons(described["parts"], ids.locate))
    # The details of a row of a table are the lines of one cell.
    lines = {path for path in shown if path[-1] == "details"}
    wanted = [path for _, _, path in section_leaves(document, key)]

    assert wanted
    assert not [path for path in wanted if path not in shown | added and path[:-2] not in lines]


@pytest.mark.parametrize("key", [spec.key for spec in outline()])
def test_each_field_can_be_read_and_written_as_an_attribute(tmp_path, key):
    path = tmp_path / "a.md"
    path.write_text(full_text(), encoding="utf-8")
    document = archkit.open(path)
    for _, _, place in section_leaves(document.data, key):
        *way, last = place
        owner, value = document, document.data
        for step in way:
            owner = owner[step] if isinstance(step, int) else getattr(owner, step, None) or owner[step]
        for step in place:
            value = value[step] if isinstance(step, int) or isinstance(value, dict) else getattr(value, step)
        read_again = owner[last] if hasattr(owner, "keys") else getattr(owner, last)
        assert read_again is not None or value is None, place
    document.session.close()


WRITTEN = {"line": "More", "cell": "More", "prose": "More", "label": "More", "number": "7", "details": ()}


@pytest.mark.parametrize("key", [spec.key for spec in outline()])
def test_each_field_of_a_section_can_be_written_in_python(tmp_path, key):
    path = tmp_path / "a.md"
    path.write_text(full_text(), encoding="utf-8")
    document = archkit.open(path)
    value = getattr(document.data, key)
    is_rows = isinstance(value, tuple)
    kind = type(value[0] if is_rows else value)
    wanted = {spec.key: spec.kind for spec in fields_of(kind)} if issubclass(kind, Frozen) else {key: "prose"}
    for name, sort in wanted.items():
        holder = getattr(document.data, key)
        before = getattr(holder[0] if is_rows else holder, name) if issubclass(kind, Frozen) else holder
        given = WRITTEN.get(sort, before)
        if is_rows:
            getattr(document, key).set(0, **{name: given})
        else:
            setattr(getattr(document, key) if issubclass(kind, Frozen) else document, name, given)
        now = getattr(document.data, key)
        read_again = getattr(now[0] if is_rows else now, name) if issubclass(kind, Frozen) else now
        assert str(read_again) in (str(given), "7.0"), name
    document.session.close()
