"""The page beside the form is patched, text by text, and stands there as if it had been loaded anew."""

import shutil

import pytest

from archkit.assets import example_file
from archkit.widgets.studio_page import page_pieces
from tests.widgets.fake_studio import FakeStudio

# The sections that stand in the frame otherwise than on the same page read anew.
UNLIKE = """([frame, sections]) => {
    const main = frame.contentDocument.querySelector('main').cloneNode(true);
    main.normalize();
    const read = new DOMParser().parseFromString(`<main>${sections}</main>`, 'text/html').querySelector('main');
    return [...read.children].filter((one, at) => !one.isEqualNode(main.children[at])).map(one => one.outerHTML)
        .concat(main.children.length === read.children.length ? [] : ['not as many sections']);
}"""
TYPED = "figure & <b>bold</b> \" ' > </section> <!-- <td>"
LONG = "\n\n".join(
    f"Paragraph {number} `</div>` <p>\n\n* one\n* two > three\n\n```\n\n<li>\n```" for number in range(40)
)


def edits(session):
    """Do one edit after the other; each changes the page at another place."""
    document = session.document
    name = document.options[0].name
    yield session.set(("comparison", "criteria", 0, "scores"), {**document.comparison.criteria[0].scores, name: "15"})
    yield session.set(("effort", "work_items", 1, "likely"), "60")
    yield session.set(("options", 0, "pros", 0, "claim"), TYPED)
    yield session.set(("risks", 0, "risk"), f"{TYPED} |")
    yield session.delete(("risks", 1))
    yield session.set(("executive_summary",), LONG)
    yield session.set(("executive_summary",), LONG.replace("Paragraph 7", "Another\n\n| a | b |\n| - | - |\n| 1 | 2 |"))
    yield session.delete(("options", 1))
    yield session.move(("options", 0), 1)
    yield session.set_section_text("components", "")
    for _ in range(9):
        yield session.undo()
    for _ in range(9):
        yield session.redo()


@pytest.fixture
def studio(page, tmp_path):
    page.set_viewport_size({"width": 1400, "height": 900})
    return FakeStudio(page, shutil.copy(example_file(), tmp_path / "example.md"))


def test_the_patched_page_is_the_page_read_anew_after_every_edit(studio):
    page = studio.show().page
    studio.paper.locator("main section").first.wait_for()
    frame = page.locator("iframe.ak-page").element_handle()
    # An element that is drawn anew would lose what was noted on it.
    frame.evaluate("frame => { frame.contentDocument.querySelector('#options').parentElement.noted = true; }")

    for number, _ in enumerate(edits(studio.session), 1):
        studio.tell()
        studio.settle()
        text = "".join(page_pieces(studio.session.document).sections.values())
        assert page.evaluate(UNLIKE, [frame, text]) == [], f"edit {number}"

    assert frame.evaluate("frame => frame.contentDocument.querySelector('#options').parentElement.noted")
