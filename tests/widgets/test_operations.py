import pytest

from archkit.assets import template_text
from archkit.format.settle import as_written
from archkit.session import Session
from archkit.widgets.changes import cells, parts_of
from archkit.widgets.form import section_form
from archkit.widgets.schema import section_keys
from tests.widgets.far_side import Browser


@pytest.fixture
def risks(session):
    return Browser(section_form(session, "risks"))


def test_a_value_that_cannot_be_used_is_kept_with_its_problem(risks, session):
    answer = risks.do("set", ["risks", risks.row(0), "cost"], value="many")

    assert answer["saved"]
    assert session.document.risks[0].cost == "many"
    [[path, problem]] = answer["problems"]
    assert path == ("risks", risks.row(0), "cost")
    assert 'cost "many" is not a number' in problem


def test_rows_are_added_moved_and_deleted_and_the_form_drawn_anew(risks, session):
    first, second = risks.row(0), risks.row(1)
    risks.do("insert", ["risks"], index=0, value={"risk": "Fire"})
    risks.do("move", ["risks", second], index=0)
    risks.do("delete", ["risks", first])

    assert [risk.risk for risk in session.document.risks][:2] == [
        "A payment is captured twice after a repeated event",
        "Fire",
    ]
    assert next(row["id"] for row in risks.form.section["parts"][0]["rows"]) == second
    assert len(session.document.risks) == 10


def test_a_message_about_a_row_means_that_row_although_others_came_above_it(risks, session):
    third = risks.row(2)
    session.insert(("risks",), 0)

    risks.do("set", ["risks", third, "owner"], value="Ada")

    assert session.document.risks[3].owner == "Ada"


def test_a_row_that_is_gone_gets_a_sentence(risks, session):
    third = risks.row(2)
    session.delete(("risks", 2))

    answer = risks.do("set", ["risks", third, "owner"], value="Ada")

    assert not answer["saved"]
    assert "this field is not in the document any more; its row was deleted meanwhile" in answer["message"]


def test_pros_and_cons_are_rows_of_their_own(session):
    options = Browser(section_form(session, "options"))
    kafka = options.row(1)
    options.do("insert", ["options", kafka, "pros"], index=0)
    point = next(iter(options.form.state._ids._lists["options", kafka, "pros"]))[0]

    options.do("set", ["options", kafka, "pros", point, "claim"], value="Known to the team")

    assert session.document.options[1].pros[0].claim == "Known to the team"


def test_a_renamed_box_of_the_flowchart_keeps_its_arrows(session):
    flow = Browser(section_form(session, "data_flow"))
    arrows = len([row for row in session.document.data_flow.flows if "Checkout service" in (row.source, row.target)])

    flow.do("set", ["data_flow", "nodes", flow.row(1, part=1), "label"], value="Shop")

    data_flow = session.document.data_flow
    assert [node.label for node in data_flow.nodes].count("Shop") == 1
    assert len(data_flow.nodes) == 8
    assert len([row for row in data_flow.flows if "Shop" in (row.source, row.target)]) == arrows


def test_a_new_box_of_the_flowchart_has_a_name_so_that_it_stays(session):
    flow = Browser(section_form(session, "data_flow"))

    assert flow.do("insert", ["data_flow", "nodes"], index=99)["saved"]

    assert session.document.data_flow.nodes[-1].label == "Box 9"


def test_own_columns_are_added_filled_renamed_and_deleted(risks, session):
    risks.do("column", ["risks"], value=["", "Team"])
    risks.do("set", ["risks", risks.row(0), "extra", "Team"], value="blue")
    risks.do("column", ["risks"], value=["Team", "Crew"])

    assert session.document.risks[0].extra == {"Crew": "blue"}
    assert "| Crew |" in session.text

    risks.do("column", ["risks"], value=["Crew", ""])

    assert session.document.risks[0].extra == {}


def test_an_own_column_may_not_take_the_name_of_a_field(risks, session):
    answer = risks.do("column", ["risks"], value=["", "Owner"])

    assert not answer["saved"]
    assert "another title" in answer["message"]
    assert session.version == 0


def test_own_entries_of_the_front_matter_are_added_and_filled(session):
    front = Browser(section_form(session, "metadata"))

    front.do("column", ["metadata"], value=["", "team"])
    front.do("set", ["metadata", "extra", "team"], value="checkout")

    assert session.document.metadata.extra == {"team": "checkout"}


def test_score_columns_change_places(session):
    comparison = Browser(section_form(session, "comparison"))

    comparison.do("move", ["comparison", "options", 1], index=0)

    assert session.document.comparison.options[:2] == ("Apache Kafka", "RabbitMQ quorum queues")


def test_markdown_that_is_kept_as_text_can_be_mended(tmp_path):
    file = tmp_path / "broken.md"
    file.write_text("# Ledger Architecture\n\n## Risks and Mitigations\nNo table, just words.\n")
    form = Browser(section_form(Session.open(file), "risks"))
    [path] = cells(form.form.state.known)

    answer = form.do(
        "text", list(path), value="| Risk | Impact | Mitigation |\n|---|---|---|\n| Fire | severe | Water |"
    )

    assert answer["saved"]
    assert form.form.section["parts"][0]["part"] == "rows"
    assert form.form.session.document.risks[0].risk == "Fire"


BAD_MESSAGES = [
    {},
    {"op": "eval", "path": ["risks"]},
    {"op": ["set"], "path": ["risks"]},
    {"op": "set"},
    {"op": "set", "path": "risks", "value": "x"},
    {"op": "set", "path": [], "value": "x"},
    {"op": "set", "path": ["risks", "r1", "__class__"], "value": "x"},
    {"op": "set", "path": ["risks", "r1", "model_config"], "value": "x"},
    {"op": "set", "path": ["options", "r1", "name"], "value": "x"},
    {"op": "set", "path": ["risks"], "value": "x"},
    {"op": "set", "path": ["risks", "r1", "owner"], "value": {"a": 1}},
    {"op": "set", "path": ["risks", "r1", "owner"], "value": None},
    {"op": "set", "path": ["risks", "r1", "owner"], "value": ["x"]},
    {"op": "set", "path": ["risks", "r1", ["owner"]], "value": "x"},
    {"op": "set", "path": ["risks", True, "owner"], "value": "x"},
    {"op": "set", "path": ["risks", "r1", "owner"], "value": "x" * 1_000_001},
    {"op": "insert", "path": ["risks"]},
    {"op": "insert", "path": ["risks"], "index": "0"},
    {"op": "insert", "path": ["risks"], "index": 0, "value": {"nonsense": "x"}},
    {"op": "insert", "path": ["risks"], "index": 0, "value": ["x"]},
    {"op": "insert", "path": ["risks", "r1", "owner"], "index": 0},
    {"op": "delete", "path": ["risks"]},
    {"op": "delete", "path": ["risks", 0]},
    {"op": "delete", "path": ["risks", "r99"]},
    {"op": "move", "path": ["risks", "r1"]},
    {"op": "move", "path": ["risks", "r1"], "index": None},
    {"op": "text", "path": ["text", 0, "metadata", ""], "value": "x"},
    {"op": "text", "path": ["risks", "r1", "owner"], "value": "x"},
    {"op": "column", "path": ["risks"], "value": "x"},
    {"op": "column", "path": ["dependencies"], "value": ["", "x"]},
]


@pytest.mark.parametrize("message", BAD_MESSAGES, ids=str)
def test_a_message_that_does_not_fit_changes_nothing_and_is_answered(risks, session, example, message):
    before = example.read_bytes()
    if len(str(message.get("value"))) > 1_000_000:
        message = {**message, "path": ["risks", risks.row(0), "owner"]}

    answer = risks.form.handle({"seq": 7, "client": "tab", **message})

    assert (answer["ack"], answer["saved"]) == (7, False)
    assert "\n" not in answer["message"] and answer["message"]
    assert session.version == 0
    assert example.read_bytes() == before


@pytest.mark.parametrize(
    "value", ["<script>alert(1)</script>", "| a\n---\n# b", "\x00\ud800", "$_$ 🙂", "\u202eabc", "<!--"]
)
def test_any_text_is_kept_as_data(risks, session, value):
    answer = risks.do("set", ["risks", risks.row(0), "risk"], value=value)

    session.save()
    assert answer["saved"]
    assert Session.open(session.path).document.risks == session.document.risks


def rows_parts(form):
    return [part for part in parts_of(form.state.known) if part["part"] == "rows"]


@pytest.mark.parametrize("key", [key for key in section_keys() if key != "custom"])
def test_an_empty_template_takes_rows_and_words_in_every_field(tmp_path, key):
    file = tmp_path / "empty.md"
    session = Session.create(file, template_text())
    session.insert(("options",), 0, {"name": "Alpha"})
    browser = Browser(section_form(session, key))
    for part in rows_parts(browser.form):
        assert browser.do("insert", list(part["path"]), index=0)["saved"]
    for part in rows_parts(browser.form):
        if not part["rows"]:
            assert browser.do("insert", list(part["path"]), index=0)["saved"]

    for number, path in enumerate(cells(browser.form.state.known)):
        if path in cells(browser.form.state.known) and path[-1] not in ("unit", "shape"):
            value = ["Alpha"] if isinstance(cells(browser.form.state.known)[path][0], list) else f"A{number}"
            answer = browser.do("set", list(path), value=value)
            assert answer["saved"], answer["message"]

    session.close()
    assert as_written(Session.open(file).document) == as_written(session.document)
