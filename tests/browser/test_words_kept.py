"""Words that have no field any more, or that the disk refused, are kept, shown and sent again."""

import re
import shutil

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from archkit.assets import example_file
from archkit.errors import FileProblem
from tests.browser.test_forms import AXE
from tests.widgets.fake_kernel import FakeKernel, plain

WORDS = "Words of this tab"


@pytest.fixture
def fake(page, tmp_path):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    fake = FakeKernel(page, shutil.copy(example_file(), tmp_path / "example.md"))
    yield fake
    fake.session.close()


def notice(fake):
    return fake.page.get_by_role("group", name="Not saved before")


def status(fake):
    return fake.page.get_by_role("status")


def typed(fake, value):
    field = fake.field("Owner, risk 2")
    field.evaluate(
        "(field, value) => { field.value = value; field.dispatchEvent(new Event('input')); }",
        value,
    )


def test_words_that_were_not_sent_yet_are_handed_over(fake):
    fake.show("risks")
    fake.session.delete(("risks", 1))
    fake.field("Owner, risk 2")
    # Within one task, so that no pause sends the words before the row is gone.
    fake.page.evaluate(
        """([section, words]) => {
            document.activeElement.value = words;
            document.activeElement.dispatchEvent(new Event('input'));
            model.put('section', section);
        }""",
        [plain(fake.form.section), WORDS],
    )

    expect(notice(fake).get_by_role("textbox")).to_have_value(WORDS)
    fake.field("Owner, risk 1").fill("Ada")
    fake.wait_for("set")
    assert [message["value"] for message in fake.sent("set")] == ["Ada"]


@pytest.mark.parametrize("when", ["sent", "refused first", "saved"])
def test_words_whose_row_was_deleted_elsewhere_are_handed_over(fake, pictures, when):
    fake.show("risks")
    typed(fake, WORDS)
    fake.wait_for("set")
    if when == "saved":
        fake.serve()
    fake.session.delete(("risks", 1))
    if when == "refused first":
        fake.page.evaluate("model.answer({ saved: false, message: 'its row was deleted meanwhile' })")
    elif when == "sent":
        fake.serve()
    fake.tell()

    expect(notice(fake)).to_have_count(1)
    expect(notice(fake)).to_contain_text("This field was deleted elsewhere while you typed into it (Owner, risk 2).")
    words = notice(fake).get_by_role("textbox")
    expect(words).to_have_value(WORDS)
    expect(words).to_be_focused()
    expect(status(fake)).not_to_contain_text("Not saved")
    expect(fake.cell("Owner, risk 2")).not_to_have_text(WORDS)
    fake.page.screenshot(path=pictures / f"kept-{when.replace(' ', '-')}.png")

    fake.button("Copy").click()
    expect(fake.button("Copied")).to_have_count(1)
    fake.button("Forget it").click()
    expect(notice(fake)).to_have_count(0)


def test_what_was_handed_over_is_copied_and_has_no_accessibility_violation(fake):
    fake.page.route("http://127.0.0.1/", lambda route: route.fulfill(body="", content_type="text/html"))
    fake.address = "http://127.0.0.1/"
    fake.show("risks")
    typed(fake, WORDS)
    fake.session.delete(("risks", 1))
    fake.tell()

    fake.button("Copy").click()

    expect(fake.button("Copied")).to_have_count(1)
    fake.field("Owner, risk 1").fill("")
    fake.label("Owner, risk 1").press("Control+v")
    expect(fake.label("Owner, risk 1")).to_have_value(WORDS)
    found = Axe().run(fake.page, options=AXE).response["violations"]
    assert [(violation["id"], violation["nodes"][0]["html"]) for violation in found] == []


def test_a_row_that_is_deleted_here_hands_nothing_over(fake):
    fake.show("risks")
    typed(fake, WORDS)
    fake.button("Delete risk 2").click()
    for message in fake.page.evaluate("sent.filter(message => ['set', 'delete'].includes(message.op))"):
        fake.form.handle(message)
    fake.tell()

    expect(fake.cell("Owner, risk 10")).to_have_count(0)
    expect(notice(fake)).to_have_count(0)


def test_words_stay_when_the_choices_of_their_field_change(fake):
    fake.show("risks")
    field = fake.field("Likelihood, risk 1")
    field.evaluate("field => { field.value = 'about 3'; field.dispatchEvent(new Event('input')); }")
    scale = [{"scale": "likelihood", "word": word} for word in ("never", "always")]
    fake.session.change(lambda document: document.replace(risk_scale=scale))
    fake.tell()

    expect(fake.label("Likelihood, risk 1")).to_have_value("about 3")
    expect(fake.label("Likelihood, risk 1")).to_be_focused()
    fake.page.keyboard.press("Tab")
    fake.wait_for("set")
    fake.serve()
    assert fake.session.document.risks[0].likelihood == "about 3"


def test_refused_words_stay_in_a_form_that_was_folded_meanwhile(fake):
    fake.show("risks")
    typed(fake, WORDS)
    fake.wait_for("set")
    fake.page.evaluate("model.answer({ saved: false, message: 'the disk is full' })")
    fake.button("Risks and Mitigations").click()
    fake.session.insert(("risks",), 0, {"risk": "It rusts"})
    fake.tell()

    fake.button("Risks and Mitigations").click()

    expect(fake.cell("Owner, risk 3").locator(".ak-text")).to_have_text(WORDS)
    expect(status(fake)).to_have_text("Not saved: the disk is full")


def test_what_a_full_disk_refused_is_sent_again_until_it_is_taken(fake, monkeypatch):
    def refuse(*_, **__):
        raise FileProblem("a.md", "no space left on the disk", "make room")

    fake.show("risks")
    with monkeypatch.context() as full:
        full.setattr(fake.session._work, "edit", refuse)
        for row, name in (("r1", "Owner, risk 1"), ("r2", "Owner, risk 2")):
            fake.field(name).fill(WORDS)
            fake.page.wait_for_function("row => sent.at(-1).path?.[1] === row", arg=row)
            fake.serve()
            fake.label(name).press("Tab")
        expect(status(fake)).to_have_text(re.compile("^Not saved: 2 fields: a.md: no space left on the disk"))
    sent = len(fake.sent("set"))

    fake.page.wait_for_function("count => sent.filter(message => message.op === 'set').length > count", arg=sent)
    for message in fake.sent("set")[sent:]:
        fake.form.handle(message)
    fake.tell()

    expect(status(fake)).not_to_contain_text("Not saved")
    assert [risk.owner for risk in fake.session.document.risks[:2]] == [WORDS, WORDS]
