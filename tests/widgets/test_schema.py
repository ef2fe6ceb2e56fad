import json

import pytest

from archkit.errors import ModelError
from archkit.model.document import Document, outline
from archkit.model.effort import TOTALS
from archkit.model.fields import Frozen, fields_of
from archkit.session import Session
from archkit.widgets.changes import cells, parts_of, shape
from archkit.widgets.row_ids import RowIds
from archkit.widgets.schema import CITING, describe_section, section_keys


def all_parts(description):
    return list(parts_of(description))


def paths(description):
    return set(cells(description))


def classes_in(owner, seen=None):
    """Every row and section class that a document holds, with its fields."""
    seen = {} if seen is None else seen
    for spec in fields_of(owner):
        default = owner.model_fields[spec.key].default
        inner = spec.row or (type(default) if isinstance(default, Frozen) else None)
        if inner and inner not in seen:
            seen[inner] = fields_of(inner)
            classes_in(inner, seen)
    return seen


def one_of_everything():
    """A document with at least one row in every list, each row filled in."""

    def filled(cls):
        values = {}
        for spec in fields_of(cls):
            default = cls.model_fields[spec.key].default
            if spec.row:
                values[spec.key] = (filled(spec.row),)
            elif spec.kind in ("names",):
                values[spec.key] = ("Alpha",)
            elif spec.kind == "score":
                values[spec.key] = {"Alpha": "3"}
            elif spec.kind == "columns":
                values[spec.key] = {"Team": "blue"}
            elif isinstance(default, Frozen):
                values[spec.key] = filled(type(default))
            elif spec.key == "unit":
                values[spec.key] = "days"
            else:
                values[spec.key] = "2026-01-31" if spec.kind == "date" else "Alpha"
        return cls.model_validate(values)

    return filled(Document)


@pytest.mark.parametrize("owner", classes_in(Document), ids=lambda owner: owner.__name__)
def test_every_field_of_the_model_stands_in_a_form(owner):
    document = one_of_everything()
    without_items = document.replace(effort=document.effort.replace(work_items=()))
    forms = [describe_section(given, spec.key) for given in (document, without_items) for spec in outline()]
    shown = {column["key"] for form in forms for columns in form["columns"].values() for column in columns}
    inner = {part.get("key") for form in forms for part in all_parts(form)}
    own = {
        column["path"][0]
        for form in forms
        for columns in form["columns"].values()
        for column in columns
        if column["own"]
    }
    order = {part["order"][-1] for form in forms for part in all_parts(form) if "order" in part}

    missing = [spec.key for spec in fields_of(owner) if spec.key not in shown | inner | own | order]

    assert missing == []


@pytest.mark.parametrize("spec", outline(), ids=lambda spec: spec.key)
def test_titles_hints_units_and_choices_come_from_the_model(spec):
    form = describe_section(one_of_everything(), spec.key)
    known = {field.key: field for fields in classes_in(Document).values() for field in fields if not field.row}

    assert (form["title"], form["hint"]) == (spec.title, spec.hint)
    for columns in form["columns"].values():
        for column in columns:
            titles = {f.title for fields in classes_in(Document).values() for f in fields if f.key == column["key"]}
            if column["key"] in TOTALS:
                titles = {f"Remark beside {title.lower()}" for title in titles}
            assert column["own"] or column["kind"] == "score" or column["title"] in titles | {spec.title}
            if column["key"] in known and column["unit"]:
                assert column["unit"] == known[column["key"]].unit


@pytest.mark.parametrize("key", section_keys())
def test_a_description_is_plain_json(session, key):
    description = describe_section(session.document, key)

    assert json.loads(json.dumps(description))["key"] == key


def test_the_forms_follow_the_outline_with_the_title_first():
    keys = section_keys()

    assert keys[:2] == ("title", "metadata")
    assert set(keys) == {spec.key for spec in outline()} | {"custom"}


def test_a_wrong_value_carries_its_problem_and_stays_as_typed(session):
    session.set(("risks", 0, "likelihood"), "hgih")
    session.set(("effort", "work_items", 0, "low"), 9)

    risk = cells(describe_section(session.document, "risks"))
    items = cells(describe_section(session.document, "effort"))

    wrong = {value: problem for value, problem in risk.values() if problem}
    assert "not on the scale" in wrong["hgih"]
    assert any("low 9 is above high" in problem or "outside" in problem for _, problem in items.values())


def test_an_option_that_is_not_there_is_named_with_the_nearest(session):
    session.set(("risks", 0, "option"), "Apache Kafak")

    problems = [problem for _, problem in cells(describe_section(session.document, "risks")).values() if problem]

    assert problems == ['no option is called "Apache Kafak"; did you mean "Apache Kafka"?']


def test_names_of_options_and_phases_are_offered(session):
    session.set(("options", 0, "name"), "Rabbit")
    columns = {column["key"]: column for column in describe_section(session.document, "risks")["columns"]["risks"]}

    assert columns["option"]["choices"][0] == ("Rabbit", "Rabbit")
    assert columns["phase"]["choices"][0] == ("1", "1 · Outbox tables")


def test_scores_are_a_matrix_with_its_computed_row(session):
    description = describe_section(session.document, "comparison")
    [table] = [part for part in description["parts"] if part["path"] == ("comparison", "criteria")]
    scores = [column["title"] for column in description["columns"]["criteria"] if column["kind"] == "score"]

    assert scores == list(session.document.option_names)
    assert table["footer"]["texts"] == ["0.57", "0.51", "0.69", "out"]


def test_a_word_of_the_risk_scale_is_sent_when_it_is_whole_as_risks_follow_it(session):
    columns = describe_section(session.document, "risk_scale")["columns"]["risk_scale"]

    assert {column["key"]: column["commit"] for column in columns}["word"] == "change"


def test_beside_work_items_a_total_is_computed_and_only_a_remark_is_typed(session):
    session.set(("effort", "total"), "without the pilot")
    with_items = describe_section(session.document, "effort")
    without = describe_section(session.document.replace(effort={"development": "3 weeks"}), "effort")

    assert [part["texts"][0] for part in with_items["parts"] if part["part"] == "computed"] == ["54.8 days"]
    assert [part["part"] for part in with_items["parts"]] == ["fields", "rows", "computed", "fields", "rows"]
    assert cells(with_items)["effort", "total"] == ("without the pilot", "")
    titles = {column["key"]: column["title"] for column in with_items["columns"]["Effort.development"]}
    assert titles["total"] == "Remark beside total"
    titles = {column["key"]: column["title"] for column in without["columns"]["Effort.development"]}
    assert titles["total"] == "Total"
    assert cells(without)["effort", "development"] == ("3 weeks", "")


def test_a_section_that_cannot_be_read_is_its_markdown_with_the_reason(tmp_path):
    file = tmp_path / "broken.md"
    file.write_text("# Ledger Architecture\n\n## Risks and Mitigations\nNo table, just words.\n\n## Costs\nOur own.\n")
    document = Session.open(file).document

    [risks] = describe_section(document, "risks")["parts"]
    [own] = describe_section(document, "custom")["parts"]

    assert (risks["part"], risks["markdown"]) == ("text", "No table, just words.")
    assert risks["reason"]
    assert (own["title"], own["markdown"], own["reason"]) == ("Costs", "Our own.", "")


def test_the_sections_that_cite_are_those_with_a_field_that_cites(session):
    described = {spec.key: describe_section(session.document, spec.key) for spec in outline()}

    assert {key for key, description in described.items() if description["citations"]} == CITING


def test_an_unknown_section_is_refused_with_the_names_of_those_there_are(session):
    with pytest.raises(ModelError, match="there is no such section; name one of title"):
        describe_section(session.document, "riks")


def test_rows_keep_their_ids_while_others_come_go_and_move(session):
    ids = RowIds()
    before = ids.of(("risks",), session.document.risks)

    session.insert(("risks",), 0)
    session.set(("risks", 3, "owner"), "Ada")
    after_insert = ids.of(("risks",), session.document.risks)
    session.move(("risks", 0), 5)
    session.delete(("risks", 0))
    after_all = ids.of(("risks",), session.document.risks)

    assert after_insert[1:] == before
    assert after_insert[0] not in before
    assert set(after_all) == set(after_insert) - {before[0]}
    assert ids.locate(("risks", after_insert[0], "owner")) == ("risks", 4, "owner")


def test_the_shape_of_a_form_does_not_depend_on_its_values(session):
    ids = RowIds()
    before = shape(describe_section(session.document, "risks", ids))

    session.set(("risks", 0, "risk"), "Another one")

    assert shape(describe_section(session.document, "risks", ids)) == before
