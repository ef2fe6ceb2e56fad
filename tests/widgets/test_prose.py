"""What a field of prose asks the kernel for, without a browser."""

from xml.etree import ElementTree

import pytest

from archkit.widgets.form import SectionForm
from tests.widgets.far_side import Browser

FLOW = "flowchart LR\nA[Web shop] --> B"


@pytest.fixture
def browser(session):
    return Browser(SectionForm(session, "executive_summary"))


def test_findings_are_offered_as_they_are_now(browser, session):
    session.set(("findings", 0, "text"), "Said\nanew")
    findings = browser.do("prose", ask="findings")["findings"]

    assert findings[0] == [session.document.findings[0].id, "Said anew"]
    assert len(findings) == sum(bool(finding.id) for finding in session.document.findings)


def test_texts_are_drawn_and_what_cannot_be_drawn_says_why(browser):
    answer = browser.do("prose", ask="draw", name="here", texts=[FLOW, "flowchart LR\nA["])

    good, bad = answer["drawings"]
    assert ElementTree.fromstring(good["svg"]).get("aria-labelledby") == "here-0-title"
    assert bad == {"svg": "", "note": 'Shown as text: line 2: the words after "A[" are not closed; add "]".'}


def test_drawing_changes_nothing_and_is_no_news_to_others(browser, session):
    before = (session.document, session.version)
    news = browser.do("prose", ask="draw", texts=[FLOW])

    assert (session.document, session.version) == before
    assert "values" not in news


def test_the_rows_of_the_data_flow_are_drawn(browser):
    (drawing,) = browser.do("prose", ask="flow", name="flow")["drawings"]

    assert drawing["note"] == "" and 'id="flow-desc"' in drawing["svg"]


@pytest.mark.parametrize(
    "message",
    [
        {"ask": "draw", "texts": "flowchart LR"},
        {"ask": "draw", "texts": [3]},
        {"ask": "draw", "texts": ["x" * 2_000_000]},
        {"ask": "draw"},
        {"ask": ["draw"]},
        {},
    ],
)
def test_a_message_that_makes_no_sense_breaks_nothing(browser, message):
    answer = browser.do("prose", **message)

    assert answer.get("drawings", []) == [] and (answer["saved"] or answer["message"].startswith("form: "))


def test_a_name_cannot_leave_its_attribute(browser):
    answer = browser.do("prose", ask="draw", name='x" onload="y', texts=[FLOW])

    assert 'id="diagram-0-title"' in answer["drawings"][0]["svg"]


def test_many_diagrams_at_once_are_not_all_drawn(browser):
    assert len(browser.do("prose", ask="draw", texts=[FLOW] * 50)["drawings"]) == 4
