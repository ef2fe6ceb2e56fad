import threading

import pytest

from archkit.widgets.form import section_form
from tests.widgets.far_side import Browser


@pytest.fixture
def risks(session):
    return Browser(section_form(session, "risks"))


def test_a_typed_value_is_saved_and_acknowledged(risks, session, example):
    answer = risks.do("set", ["risks", risks.row(0), "owner"], value="Ada | Grace")

    assert (answer["ack"], answer["client"], answer["saved"], answer["message"]) == (1, "tab", True, "")
    assert answer["version"] == session.version == 1
    session.save()
    assert "Ada \\| Grace" in example.read_text()


def test_the_form_is_not_drawn_anew_for_a_typed_value(risks):
    drawn = risks.form.section

    risks.do("set", ["risks", risks.row(0), "owner"], value="Ada")

    assert risks.form.section is drawn


def test_a_renamed_option_is_renamed_in_the_other_forms(session):
    options, comparison = Browser(section_form(session, "options")), section_form(session, "comparison")

    options.do("set", ["options", options.row(1), "name"], value="Kafka")

    titles = [column["title"] for column in comparison.section["columns"]["criteria"]]
    assert "Kafka" in titles
    assert "Apache Kafka" not in titles


def test_totals_follow_the_work_items(session):
    effort = Browser(section_form(session, "effort"))

    answer = effort.do("set", ["effort", "work_items", effort.row(0, part=1), "likely"], value="30")

    [[path, texts]] = answer["texts"]
    assert path == ("effort", "totals")
    assert texts[0] != "54.8 days"


def test_a_file_that_changed_on_disk_is_merged_with_what_is_typed(risks, session, example):
    example.write_text(example.read_text().replace("Tom Okafor", "Tim Okafor"))

    answer = risks.do("set", ["risks", risks.row(0), "risk"], value="The lamp falls over")
    session.save()

    assert answer["saved"]
    assert (session.document.risks[0].risk, session.document.risks[0].owner) == ("The lamp falls over", "Tim Okafor")
    assert "The lamp falls over" in example.read_text()


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

    wanted = [form.row(number) for number, form in enumerate(forms)]

    def type_away(number):
        for step in range(10):
            assert forms[number].do("set", ["risks", wanted[number], "owner"], value=f"person {number} {step}")["saved"]
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


def test_a_form_is_shown_by_the_notebook(session):
    shown = section_form(session, "risks")._repr_mimebundle_()
    bundle = shown[0] if isinstance(shown, tuple) else shown

    assert bundle["text/plain"] == "SectionForm('risks', 10 rows)"
    assert "application/vnd.jupyter.widget-view+json" in bundle
