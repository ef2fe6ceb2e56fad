"""Two at once: two views of one studio on one kernel, and two kernels that have the same file open."""

import shutil

import pytest
from playwright.sync_api import expect

from archkit.assets import example_file
from tests.widgets.fake_studio import STUDIO_SCRIPT, FakeStudio

# As JupyterLab's "Create New View for Output" does it.
SECOND_VIEW = """async script => {
    const module = await import(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })));
    const place = document.createElement('main');
    document.body.append(place);
    await module.default.render({ model: window.model, el: place });
}"""
CARET = "[document.activeElement.selectionStart, document.activeElement.selectionEnd]"
TO_FOURTH = "document.activeElement.setSelectionRange(4, 4)"


@pytest.fixture
def studio(page, tmp_path):
    page.set_viewport_size({"width": 1400, "height": 900})
    return FakeStudio(page, shutil.copy(example_file(), tmp_path / "example.md"))


def summary(view):
    return view.locator(".ak-form-pane").get_by_label("Executive Summary", exact=True)


def cell(view, name):
    return view.locator(f'[role=gridcell][data-name="{name}"]')


def test_two_views_of_one_studio_are_two_places_in_one_document(studio):
    page = studio.show().page
    studio.open("Executive Summary")
    page.evaluate(SECOND_VIEW, STUDIO_SCRIPT)
    first, second = page.locator(".archkit-studio").first, page.locator(".archkit-studio").last
    expect(summary(second)).to_be_visible()

    # Each goes its own way: another section, another view beside it.
    second.get_by_role("tab", name="Risks and Mitigations").click()
    second.get_by_role("button", name="Markdown", exact=True).click()
    expect(second.get_by_label("Markdown of Risks and Mitigations")).to_be_visible()
    expect(first.get_by_role("tab", name="Executive Summary")).to_have_attribute("aria-selected", "true")
    expect(first.frame_locator("iframe.ak-page").locator("h1")).to_be_attached()

    # Words and rows of one are in the other, in the form and in the text of the section.
    first.get_by_role("tab", name="Risks and Mitigations").click()
    cell(first, "Owner, risk 1").click()
    page.keyboard.type("Ada")
    page.keyboard.press("Enter")
    expect(cell(second, "Owner, risk 1")).to_have_text("Ada")
    page.keyboard.press("Control+Enter")
    expect(second.get_by_role("grid").first).to_have_attribute("aria-rowcount", "12")
    page.keyboard.type("It rusts")
    page.keyboard.press("Enter")
    expect(cell(second, "Risk, risk 3")).to_have_text("It rusts")
    text = second.get_by_label("Markdown of Risks and Mitigations")
    text.fill(text.input_value().replace("| It rusts |", "| It rusts and sinks |"))
    expect(cell(first, "Risk, risk 3")).to_have_text("It rusts and sinks")

    # What one is typing stays as it is, caret included, while the other hears of more.
    cell(first, "Risk, risk 3").dblclick()
    page.evaluate(TO_FOURTH)
    studio.session.set(("risks", 2, "owner"), "Grace")
    studio.session.insert(("risks",), 0, {"risk": "It burns"})
    studio.tell()
    expect(cell(second, "Owner, risk 4")).to_have_text("Grace")
    expect(first.get_by_label("Risk, risk 4", exact=True)).to_be_focused()
    assert page.evaluate(CARET) == [4, 4]
    page.keyboard.type("!")
    page.keyboard.press("Enter")
    expect(cell(second, "Risk, risk 4")).to_have_text("It r!usts and sinks")

    # A step back is everybody's.
    second.get_by_role("button", name="Undo", exact=True).click()
    expect(cell(first, "Risk, risk 4")).to_have_text("It rusts and sinks")
    assert studio.session.document.risks[3].risk == "It rusts and sinks"


def test_two_kernels_with_one_file_hear_of_each_other_and_the_caret_stays(studio):
    other = FakeStudio(studio.page.context.new_page(), studio.session.path)
    for one in (studio, other):
        one.show().open("Risks and Mitigations")
    theirs = other.page
    cell(theirs, "Owner, risk 4").dblclick()
    before = other.session.document.risks[3].owner
    theirs.evaluate("document.activeElement.setSelectionRange(2, 2)")

    cell(studio.page, "Owner, risk 1").click()
    studio.page.keyboard.press("Control+Enter")
    studio.settle()
    studio.page.keyboard.type("It rusts")
    studio.page.keyboard.press("Enter")
    expect(studio.paper.get_by_text("It rusts").first).to_be_attached()
    studio.session.save()
    other.session.look()
    other.tell()

    expect(theirs.get_by_label("Owner, risk 5", exact=True)).to_be_focused()
    assert theirs.evaluate(CARET) == [2, 2]
    expect(cell(theirs, "Risk, risk 2")).to_have_text("It rusts")
    theirs.keyboard.type("-")
    theirs.keyboard.press("Enter")
    expect(cell(theirs, "Owner, risk 5")).to_have_text(f"{before[:2]}-{before[2:]}")
    other.settle()
    other.session.save()
    studio.session.look()
    studio.tell()
    expect(cell(studio.page, "Owner, risk 5")).to_have_text(f"{before[:2]}-{before[2:]}")
    assert studio.session.document.risks == other.session.document.risks
    other.session.close()
