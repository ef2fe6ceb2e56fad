import threading

import pytest

from archkit.assets import template_text
from archkit.format.settle import as_written
from archkit.session import Session
from archkit.widgets.changes import cells, parts_of
from archkit.widgets.form import SectionForm, document_form, section_form
from archkit.widgets.schema import section_keys


class Browser:
    """The other end of a form: what it was sent, and messages as a browser writes them."""

    def __init__(self, form):
        self.form = form
        self.seen = []
        self.seq = 0
        form.send = lambda content, buffers=None: self.seen.append(content)

    def do(self, op, path=None, **more):
        self.seq += 1
        given = {} if path is None else {"path": path}
        return self.form.handle({"op": op, "seq": self.seq, "client": "tab", **given, **more})

    def row(self, index, part=0):
        return self.form._known["parts"][part]["rows"][index]["id"]


@pytest.fixture
def risks(session):
    return Browser(section_form(session, "risks"))


def test_a_typed_value_is_saved_and_acknowledged(risks, session, example):
    answer = risks.do("set", ["risks", risks.row(0), "owner"], value="Ada | Grace")

    assert (answer["ack"], answer["client"], answer["saved"], answer["message"]) == (1, "tab", True, "")
    assert answer["version"] == session.version == 1
    assert "Ada \\| Grace" in example.read_text()


def test_the_form_is_not_drawn_anew_for_a_typed_value(risks):
    drawn = risks.form.section

    risks.do("set", ["risks", risks.row(0), "owner"], value="Ada")

    assert risks.form.section is drawn


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
    assert "nothing stands at" in answer["message"]


def test_pros_and_cons_are_rows_of_their_own(session):
    options = Browser(section_form(session, "options"))
    kafka = options.row(1)
    options.do("insert", ["options", kafka, "pros"], index=0)
    point = next(iter(options.form._ids._lists["options", kafka, "pros"]))[0]

    options.do("set", ["options", kafka, "pros", point, "claim"], value="Known to the team")

    assert session.document.options[1].pros[0].claim == "Known to the team"


def test_a_renamed_option_is_renamed_in_the_other_forms(session):
    options, comparison = Browser(section_form(session, "options")), section_form(session, "comparison")

    options.do("set", ["options", options.row(1), "name"], value="Kafka")

    titles = [column["title"] for column in comparison.section["columns"]["criteria"]]
    assert "Kafka" in titles
    assert "Apache Kafka" not in titles


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


def test_totals_follow_the_work_items(session):
    effort = Browser(section_form(session, "effort"))

    answer = effort.do("set", ["effort", "work_items", effort.row(0, part=1), "likely"], value="30")

    [[path, texts]] = answer["texts"]
    assert path == ("effort", "totals")
    assert texts[0] != "54.8 days"


def test_markdown_that_is_kept_as_text_can_be_mended(tmp_path):
    file = tmp_path / "broken.md"
    file.write_text("# Ledger Architecture\n\n## Risks and Mitigations\nNo table, just words.\n")
    form = Browser(section_form(Session.open(file), "risks"))
    [path] = cells(form.form._known)

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

    assert answer["saved"]
    assert Session.open(session.path).document.risks == session.document.risks


def test_a_file_that_changed_on_disk_is_not_overwritten(risks, example):
    example.write_text("# Somebody else's words\n")

    answer = risks.do("set", ["risks", risks.row(0), "owner"], value="Ada")

    assert not answer["saved"]
    assert "changed by somebody else" in answer["message"]
    assert example.read_text() == "# Somebody else's words\n"


def test_an_error_inside_archkit_is_answered_and_still_raised(risks, session, monkeypatch):
    monkeypatch.setattr(session, "set", lambda *_: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        risks.do("set", ["risks", risks.row(0), "owner"], value="Ada")

    assert risks.seen[-1]["saved"] is False
    assert "ZeroDivisionError" in risks.seen[-1]["message"]


def test_two_forms_on_one_session_see_each_others_edits(session):
    one, other = Browser(section_form(session, "risks")), Browser(section_form(session, "risks"))

    one.do("set", ["risks", one.row(0), "owner"], value="Ada")
    one.do("insert", ["risks"], index=0)

    assert [["risks", other.row(1), "owner"], "Ada"] in [[list(path), value] for path, value in other.seen[0]["values"]]
    assert len(other.form.section["parts"][0]["rows"]) == 11


def test_an_edit_in_python_reaches_the_form(risks, session):
    session.set(("risks", 0, "owner"), "Grace")

    assert risks.seen[0]["values"] == [[("risks", risks.row(0), "owner"), "Grace"]]


def test_an_edit_of_another_section_is_not_sent(risks, session):
    session.set(("title",), "Other")

    assert risks.seen == []


def test_a_form_that_nobody_looks_at_follows_no_longer_and_catches_up_later(risks, session):
    risks.do("hello", revision=0)
    risks.do("bye")
    session.set(("risks", 0, "owner"), "Grace")
    quiet = len(risks.seen)

    risks.do("hello", revision=0)

    assert all("values" not in news or not news["values"] for news in risks.seen[:quiet])
    assert "Grace" in risks.form.section["parts"][0]["rows"][0]["cells"]


def test_edits_from_many_threads_all_arrive(session):
    forms = [Browser(section_form(session, "risks")) for _ in range(4)]

    def type_away(number):
        row = forms[number].row(number)
        for step in range(10):
            assert forms[number].do("set", ["risks", row, "owner"], value=f"person {number} {step}")["saved"]
            forms[number].do("insert", ["risks"], index=0)

    threads = [threading.Thread(target=type_away, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)

    rows = session.document.risks
    assert len(rows) == 10 + 40
    assert [row.owner for row in rows[40:44]] == [f"person {number} 9" for number in range(4)]


def test_a_form_says_what_it_is_without_an_address(session):
    assert repr(section_form(session, "risks")) == "SectionForm('risks', 10 rows)"
    assert repr(section_form(session, "title")) == "SectionForm('title')"
    assert repr(document_form(session)) == "DocumentForm('example.md', 17 sections)"


def test_a_form_is_shown_by_the_notebook(session):
    shown = section_form(session, "risks")._repr_mimebundle_()
    bundle = shown[0] if isinstance(shown, tuple) else shown

    assert bundle["text/plain"] == "SectionForm('risks', 10 rows)"
    assert "application/vnd.jupyter.widget-view+json" in bundle


def test_the_whole_document_is_a_form_for_each_section(session):
    form = document_form(session)

    assert [child.key for child in form.children] == list(section_keys())
    assert [child.key for child in form.children if child.opened] == ["title"]
    assert all(isinstance(child, SectionForm) for child in form.children)


def rows_parts(form):
    return [part for part in parts_of(form._known) if part["part"] == "rows"]


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

    for number, path in enumerate(cells(browser.form._known)):
        if path in cells(browser.form._known) and not path[-1] == "unit":
            value = ["Alpha"] if isinstance(cells(browser.form._known)[path][0], list) else f"A{number}"
            answer = browser.do("set", list(path), value=value)
            assert answer["saved"], answer["message"]

    assert as_written(Session.open(file).document) == as_written(session.document)
