"""The studio, section by section: read by axe, with whole words, targets that can be hit, and a focus that stays."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from archkit.widgets.schema import section_titles
from tests.browser.test_forms import AXE
from tests.full_document import full_text
from tests.widgets.fake_studio import DARK, FakeStudio

SIDES = ("Page", "Figures", "Markdown", "Missing")
TURN_DARK = """([isDark, style]) => {
    document.body.dataset.jpThemeLight = String(!isDark);
    document.querySelector('#dark')?.remove();
    if (!isDark) return;
    document.head.append(Object.assign(document.createElement('style'), { id: 'dark', textContent: style }));
}"""
# A box to tick is as large as its label, which is pressed as well.
SMALL = """() => [...document.querySelectorAll('.archkit-studio :is(button, input, select, textarea, [role=gridcell])')]
    .filter(one => one.checkVisibility() && !one.closest('.ak-unseen'))
    .map(one => [one, (one.closest('label') ?? one).getBoundingClientRect()])
    .filter(([one, { width, height }]) => width < 23.9 || height < 23.9)
    .map(([one]) => one.outerHTML.slice(0, 120))"""
# Words that stand on two lines; addresses have no place where they could be broken well.
BROKEN = """() => {
    const words = document.createTreeWalker(document.querySelector('.archkit-studio'), NodeFilter.SHOW_TEXT);
    const broken = [];
    for (let text; (text = words.nextNode());) {
        const { parentElement } = text;
        const isSeen = parentElement.checkVisibility() && !parentElement.closest('.ak-unseen, svg');
        for (const word of isSeen ? text.data.matchAll(/[^\\s/<>-]{3,}/g) : []) {
            const range = document.createRange();
            range.setStart(text, word.index);
            range.setEnd(text, word.index + word[0].length);
            const tops = new Set([...range.getClientRects()].filter(one => one.width).map(one => Math.round(one.top)));
            if (tops.size > 1 && !text.data.includes('://')) broken.push(word[0]);
        }
    }
    return broken;
}"""
IN_STUDIO = "document.activeElement !== document.body && document.activeElement.closest('.archkit-studio') !== null"
SIDEWAYS = """() => document.documentElement.scrollWidth > innerWidth
    || document.querySelector('.ak-form-pane').scrollWidth > document.querySelector('.ak-form-pane').clientWidth"""


@pytest.fixture
def studio(page, tmp_path):
    path = tmp_path / "full-architecture.md"
    path.write_text(full_text(), encoding="utf-8")
    page.set_viewport_size({"width": 1280, "height": 900})
    return FakeStudio(page, path)


def open_section(studio, key, side):
    page = studio.page
    if page.locator(".ak-menu").is_visible():
        page.locator(".ak-menu").click()
    page.locator(f"[role=tab][data-section={key}]").click()
    page.locator(f".ak-form-pane .archkit-form[data-section={key}]").wait_for()
    if page.get_by_role("button", name=side, exact=True).get_attribute("aria-pressed") == "false":
        studio.side(side)


def test_axe_finds_nothing_wrong_in_any_section_and_view(studio):
    """Each section once, each view in both themes, the last sections in a narrow window with the keys shown."""
    page = studio.show().page
    for number, (key, title) in enumerate(section_titles().items()):
        side = SIDES[number % 4]
        page.evaluate(TURN_DARK, [number // 4 % 2 == 1, DARK])
        open_section(studio, key, side)
        if number == 12:
            page.get_by_role("button", name="Keys", exact=True).click()
            page.set_viewport_size({"width": 760, "height": 900})
        found = Axe().run(page, options=AXE).response["violations"]

        assert [(one["id"], [node["html"][:200] for node in one["nodes"]]) for one in found] == [], (title, side)
        assert page.evaluate(SMALL) == [], title


@pytest.mark.parametrize("width", [900, 1280, 1920])
def test_no_word_is_broken_and_nothing_is_cut_off(studio, width):
    studio.page.set_viewport_size({"width": width, "height": 900})
    page = studio.show().page
    for number, (key, title) in enumerate(section_titles().items()):
        open_section(studio, key, SIDES[number % 4])

        assert page.evaluate(BROKEN) == [], title
        assert not page.evaluate(SIDEWAYS), title
        # The buttons below a table are in sight beside it, where it is not far down.
        table, bar = page.locator(".ak-form-pane .ak-grid-scroll"), page.locator(".ak-form-pane .ak-grid-bar")
        if title in ("Risks and Mitigations", "Dependencies", "Implementation Phases"):
            assert table.count() == 1
            expect(bar.get_by_role("button").first).to_be_in_viewport()


def test_the_focus_stays_in_the_studio_whatever_is_done_to_the_rows_of_any_table(studio):
    page = studio.show().page
    page.set_default_timeout(10_000)
    studio.side("Missing")
    count = 0
    for key, title in section_titles().items():
        open_section(studio, key, "Missing")
        if not page.locator(".ak-form-pane [role=gridcell][data-name]").count():
            continue
        count += 1
        before = studio.session.document
        page.locator(".ak-form-pane [role=gridcell][data-name]").first.click()
        steps = ("Control+Enter", "Control+Delete", "Control+d", "Alt+ArrowUp", "Alt+ArrowDown", "Control+Delete")
        for step in steps:
            page.keyboard.press(step)
            studio.settle()
            assert page.evaluate(IN_STUDIO), (title, step)
        while studio.session.can_undo:
            page.get_by_role("button", name="Undo", exact=True).press("Enter")
            studio.settle()
            assert page.evaluate(IN_STUDIO), (title, "undo")
        assert studio.session.document == before, title
    assert count >= 10
