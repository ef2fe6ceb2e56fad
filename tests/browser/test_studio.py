"""The studio in a browser: with a wire of the test's own in a blank page, and one journey in a real JupyterLab."""

import re
import shutil

import pytest
from playwright.sync_api import expect

from archkit.assets import example_file, template_text
from archkit.checks.completeness import completeness
from archkit.widgets.schema import section_titles
from tests.browser.typed import Typist
from tests.widgets.fake_studio import STUDIO_SCRIPT, STUDIO_STYLE, WIRE, FakeStudio
from tests.widgets.far_side import outside

SCROLL = "(frame, by) => { frame.contentDocument.scrollingElement.scrollTop += by; }"
THEME = """async theme => {
    await window.jupyterapp.commands.execute('apputils:change-theme', { theme });
}"""
TOO_HIGH = """() => {
    const around = [...document.querySelectorAll('.archkit-studio')].map(one => one.closest('.jp-OutputArea-output'));
    return around.filter(one => one.scrollHeight > one.clientHeight).map(one => [one.scrollHeight, one.clientHeight]);
}"""
WORDS_OVER_WORDS = """() => {
    const boxes = [...document.querySelectorAll('.ak-facts :is(dt, dd)')].filter(one => one.offsetWidth);
    const isOver = (one, other) => {
        const [a, b] = [one, other].map(each => each.getBoundingClientRect());
        return a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
    };
    const texts = boxes.map(one => {
        const range = document.createRange();
        range.selectNodeContents(one);
        return range;
    });
    return texts.flatMap((one, at) => texts.slice(at + 1).filter(other => isOver(one, other)).map(String));
}"""
SCROLLED = "frame => frame.contentDocument.scrollingElement.scrollTop"


@pytest.fixture
def example(page, tmp_path):
    page.set_viewport_size({"width": 1400, "height": 900})
    return FakeStudio(page, shutil.copy(example_file(), tmp_path / "example.md"))


@pytest.fixture
def empty(page, tmp_path):
    path = tmp_path / "empty.md"
    path.write_text(template_text(), encoding="utf-8")
    page.set_viewport_size({"width": 1400, "height": 900})
    return FakeStudio(page, path)


def test_the_page_follows_what_is_typed_and_keeps_its_scroll(example):
    page = example.show().page
    example.open("Security Considerations")
    frame = page.locator("iframe.ak-page").element_handle()
    expect(example.paper.locator("h2#security")).to_be_in_viewport()
    scrolled = frame.evaluate(SCROLLED)
    assert scrolled > 0
    # An element that is drawn anew would lose what was noted on it.
    frame.evaluate("frame => { frame.contentDocument.querySelector('h1').noted = true; }")

    page.get_by_role("gridcell").first.dblclick()
    page.keyboard.press("Control+A")
    page.keyboard.type("Keys are kept apart")

    expect(example.paper.get_by_text("Keys are kept apart")).to_be_visible()
    assert frame.evaluate(SCROLLED) == scrolled
    assert frame.evaluate("frame => frame.contentDocument.querySelector('h1').noted")
    assert page.evaluate("document.activeElement.value") == "Keys are kept apart"

    # JupyterLab may move an output and hide it for a while: the page begins anew while nobody sees it.
    page.evaluate("""async () => {
        const place = document.querySelector('main');
        place.style.display = 'none';
        const loaded = new Promise(done => document.querySelector('iframe.ak-page').addEventListener('load', done));
        document.body.append(place);
        await loaded;
        place.style.display = '';
    }""")
    expect(example.paper.locator("h2#security")).to_be_in_viewport()

    example.side("Figures")
    expect(example.paper.locator("figure").first).to_be_visible()
    expect(example.paper.locator("section p:not(figure *)").first).to_be_hidden()
    # No heading stands there without a figure below it.
    expect(example.paper.locator("h3#exposure")).to_be_visible()
    expect(example.paper.locator("h3#work-items")).to_be_hidden()


def test_markdown_and_form_are_in_step_both_ways(example):
    page = example.show().page
    example.open("Executive Summary")
    example.side("Markdown")
    text = page.get_by_label("Markdown of Executive Summary")
    field = page.locator(".ak-form-pane textarea").first

    field.fill("Typed into the form.")
    expect(text).to_have_value("Typed into the form.")
    text.fill("Typed as *Markdown*.")
    expect(field).to_have_value("Typed as *Markdown*.")
    assert example.session.document.executive_summary == "Typed as *Markdown*."

    # Typing in one place is one step, wherever one types.
    page.get_by_role("button", name="Undo", exact=True).click()
    expect(text).to_have_value(re.compile("^The checkout of our shop"))
    expect(field).to_have_value(re.compile("^The checkout of our shop"))

    # What would begin another section is lowered; nothing else is touched.
    text.fill("Words.\n\n## Risks and Mitigations\n\nMore.")
    page.get_by_role("tab", name="Risks and Mitigations").click()
    expect(page.get_by_label("Markdown of Risks and Mitigations")).to_have_value(re.compile("Likelihood"))
    assert len(example.session.document.risks) == 10


def test_what_is_missing_leads_to_its_field(empty):
    page = empty.show().page
    empty.side("Missing")
    entries = page.locator(".ak-go")
    expect(entries.first).to_be_visible()

    for number in range(entries.count()):
        entry = empty.studio.missing[number]
        entries.nth(number).click()
        expect(page.locator(f".archkit-form[data-section='{entry['section']}']")).to_be_visible()
        page.wait_for_function(
            "key => document.activeElement.closest('.archkit-form')?.dataset.section === key", arg=entry["section"]
        )
        assert page.evaluate("document.activeElement.matches('input, textarea, select, button, td, h3 *')"), entry

    page.keyboard.press("F8")
    expect(page.locator(f".archkit-form[data-section='{empty.studio.missing[0]['section']}']")).to_be_visible()


def test_who_asks_what_is_missing_before_it_is_known_is_led_there_when_it_is(empty):
    think, empty.studio._think = empty.studio._think, lambda: None
    page = empty.show().page
    empty.open("Dependencies")
    empty.side("Missing")
    expect(page.get_by_text("Looking for what is missing…").first).to_be_visible()
    page.keyboard.press("F8")
    expect(page.locator(".ak-form-pane h3").first).to_have_text("Dependencies")

    think()
    empty.tell()
    expect(page.locator(".ak-form-pane h3").first).to_have_text("Title")
    expect(page.get_by_role("textbox", name="Title", exact=True)).to_be_focused()


def go_to_column(typist, title):
    typist.keys.press("Home")
    for _ in range(20):
        if typist.place.startswith(f"{title},"):
            return
        typist.keys.press("ArrowRight")
    raise AssertionError(title)


def test_an_empty_file_becomes_a_complete_document_by_keyboard_alone(empty):
    page = empty.show().page
    typist = Typist(page)
    keys = page.keyboard
    titles = list(section_titles().values())
    page.locator("body").press("Tab")
    keys.press("F6")
    page.wait_for_function("document.activeElement.closest('.archkit-studio')")

    # The list of what is missing begins with the title.
    keys.press("F8")
    typist.reach("^Title$")
    keys.type("Order events")
    typist.section("Front Matter", titles)
    typist.tab_to("^Status$", 1) if typist.place != "Status" else None
    keys.type("proposed")
    keys.press("Tab")
    keys.type("2026-11-02")
    keys.press("Tab")
    keys.type("Ada Lovelace")
    typist.section("Executive Summary", titles)
    keys.type("Orders wait for the mail. Events are to be stored first and sent then.")

    typist.section("Research Findings", titles)
    typist.press("^Add finding to Industry", "finding 1$")
    typist.rows("finding", ["", "F1", "A stored event is never lost", "https://example.org/outbox"])
    for column, words in (("Checked", "2026-11-01"),):
        go_to_column(typist, column)
        keys.type(words)
        keys.press("Enter")

    typist.section("Technical Approach", titles)
    for name, how in {"Outbox table": "A table in the database", "Broker": "A queue"}.items():
        typist.press("^Add option$", "^Name$")
        keys.type(name)
        typist.tab_to("^Description$", 4)
        keys.type(how)
        for side, claim in (("pro", "Nothing new to run"), ("con", "One more table")):
            typist.press(f"^Add {side}$", f"^Claim, {side} 1$")
            keys.type(claim)
            typist.tab_to(f"^Evidence, {side} 1$", 3)
            keys.type("[F1]" if side == "pro" else "assumption")
    typist.section("Option Comparison", titles)
    typist.press("^Add criterion$", "^Criterion, criterion 1$")
    typist.rows("criterion", ["Ready soon", "days: 60 … 10", "60", "20", "50"], ["Load", "1 … 5", "40", "3", "5"])
    typist.section("Recommended Approach", titles)
    typist.tab_to("Outbox table", 3) if "Outbox" not in typist.place else None
    keys.press("Space")
    typist.tab_to("^Rationale$", 4)
    keys.type("It is ready first [F1], and one more table is a small price; Broker is one more thing to run.")
    typist.section("Component Design", titles)
    typist.press("^Add component to New", "component 1$")
    typist.rows("component", ["Relay", "Sends what is stored"])
    typist.section("Data Flow", titles)
    typist.press("^Add flow$", "flow 1$")
    typist.rows("flow", ["Shop", "Outbox", "order"], ["Outbox", "Mail", "event"])
    typist.section("Integration Points", titles)
    typist.press("^Add integration point$", "integration point 1$")
    typist.rows("integration point", ["Mail service", "HTTPS"])
    typist.section("Security Considerations", titles)
    typist.press("^Add consideration$", "consideration 1$")
    typist.rows("consideration", ["Events hold no card numbers"])
    typist.section("Performance Implications", titles)
    typist.tab_to("^Expected load$", 3) if typist.place != "Expected load" else None
    typist.cells("40 orders a second", "More relays", "The disk")
    typist.section("Implementation Phases", titles)
    typist.press("^Add phase$", "phase 1$")
    typist.rows("phase", ["Outbox", "Table and relay"], ["Mail", "Mail follows events"])
    typist.section("Risks and Mitigations", titles)
    typist.press("^Add risk$", "risk 1$")
    typist.rows("risk", ["Disk is full", "unlikely", "major", "5", "An alert at 70 %", "", "", "", "", "Ada"])
    typist.section("Risk Scale", titles)
    typist.press("^Add scale step$", "scale step 1$")
    typist.rows("scale step", ["impact", "minor", "1", "2"], ["impact", "major", "4", "8"])
    typist.section("Dependencies", titles)
    typist.press("^Add dependency$", "dependency 1$")
    typist.rows("dependency", ["PostgreSQL 16", "SKIP LOCKED"])
    typist.section("Estimated Effort", titles)
    typist.press("^Add work item$", "work item 1$")
    typist.rows(
        "work item",
        ["Relay", "development", "Outbox", "", "3", "5", "9"],
        ["Trial", "testing", "Mail", "", "2", "3", "5"],
    )

    assert [one.title for one in completeness(empty.session.manuscript()) if one.word != "complete"] == []
    empty.session.save()
    text = empty.session.path.read_text(encoding="utf-8")
    for words in (
        "# Order events",
        "Ada Lovelace",
        "- [F1] A stored event is never lost",
        "[F1]",
        "Ready soon",
        "| Disk is full |",
        "**Outbox table**",
        "It is ready first [F1]",
        "-->|order|",
        "PostgreSQL 16",
        "| Relay | development |",
    ):
        assert words in text
    assert "[System 1]" not in text


def test_words_stay_when_sections_change_and_no_key_leaks(empty):
    page = empty.show().page
    keys = page.keyboard

    def section(title):
        for _ in range(20):
            if page.locator(f".ak-form-pane h3:has-text('{title}')").count():
                return
            before = page.locator(".ak-form-pane h3").inner_text()
            keys.press("Alt+PageDown")
            expect(page.locator(".ak-form-pane h3")).not_to_have_text(before)
        raise AssertionError(title)

    page.locator("body").press("Tab")
    keys.press("F6")
    page.wait_for_function("document.activeElement.closest('.archkit-studio')")
    section("Executive Summary")
    keys.press("Control+A")
    keys.type("Payments are slow, and the ledger is to be split off.")
    section("Data Flow")
    section("Executive Summary")
    expect(page.locator(".ak-form-pane textarea").first).to_be_focused()
    expect(page.locator(".ak-form-pane textarea").first).to_have_value(re.compile("^Payments are slow"))

    for title, words in (("Security Considerations", "Keys are rotated"), ("Risks and Mitigations", "Disk is full")):
        section(title)
        expect(page.locator(".ak-form-pane :focus")).to_have_count(1)
        page.locator(".ak-form-pane").get_by_role(
            "button", name=re.compile("^Add (risk|consideration|row)")
        ).first.press("Enter")
        expect(page.locator("td:focus, td :focus")).to_have_count(1)
        keys.type(words)
        keys.press("Enter")
        expect(empty.paper.get_by_text(words).first).to_be_visible()

    document = empty.session.document
    assert document.executive_summary.startswith("Payments are slow")
    assert "Disk is full" in [risk.risk for risk in document.risks]
    assert "Keys are rotated" in [row.consideration for row in document.security]

    # Round the parts, and through the views: the focus is never lost, and JupyterLab hears none of the keys.
    page.evaluate("keys.length = 0")
    for _ in range(6):
        keys.press("F6")
        assert page.evaluate("document.activeElement.closest('.archkit-studio') !== null")
    for _ in range(5):
        keys.press("F9")
        assert page.evaluate("document.activeElement.closest('.archkit-studio') !== null")
    keys.press("x")
    assert page.evaluate("keys") == []


def test_a_press_on_fix_mends_the_file_as_one_step(example):
    outside(example.session, "Tom Okafor | PostgreSQL outbox with SKIP", "Tom Okafor | PostgreSQL outboxes with SKIP")
    wrong = example.session.document
    page = example.show().page
    example.side("Missing")
    entry = page.locator("li").filter(has_text="outboxes")
    entry.get_by_role("button", name="Fix", exact=True).press("Enter")

    expect(entry).to_have_count(0)
    assert page.evaluate("document.activeElement.closest('.archkit-studio') !== null")
    example.session.save()
    assert "outboxes" not in example.session.path.read_text(encoding="utf-8")
    page.get_by_role("button", name="Undo", exact=True).click()
    expect(page.get_by_role("button", name="Redo", exact=True)).to_have_attribute("aria-disabled", "false")
    assert example.session.document == wrong


def test_two_studios_of_one_file_keep_the_words_of_both(example):
    """Two views that two kernels serve; each hears of the other's words through the file."""
    other = FakeStudio(example.page.context.new_page(), example.session.path)
    for one in (example, other):
        one.show().open("Executive Summary")
    first, second = (one.page.locator(".ak-form-pane textarea").first for one in (example, other))
    words = example.session.document.executive_summary

    first.fill(f"At the top.\n\n{words}")
    expect(example.paper.get_by_text("At the top.")).to_be_visible()
    second.fill(f"{words}\n\nAt the end.")
    expect(other.paper.get_by_text("At the end.")).to_be_visible()
    for one in (example, other, example):
        one.session.save()
        one.session.look()
    for one in (example, other):
        one.tell()

    both = f"At the top.\n\n{words}\n\nAt the end."
    expect(first).to_have_value(both)
    expect(second).to_have_value(both)
    assert both in example.session.path.read_text(encoding="utf-8")
    other.session.close()


FRAME_FOCUS = """() => {
    const page = document.activeElement.contentDocument;
    return page ? page.activeElement.getAttribute('href') ?? page.activeElement.tagName : null;
}"""


def test_keys_pressed_in_the_page_are_the_studios_and_tab_leaves_it(empty):
    """A document that nothing is focusable in, one with links, and every key of the studio."""
    page = empty.show().page
    keys = page.keyboard
    empty.side("Figures")
    expect(page.get_by_text("There is no figure yet")).to_be_visible()

    def in_frame():
        return page.evaluate(FRAME_FOCUS)

    def into_the_page():
        page.locator("iframe.ak-page").focus()
        assert in_frame() is not None

    # Nothing to go to: one step leads out, in front of it and behind it.
    into_the_page()
    keys.press("Tab")
    expect(page.get_by_role("button", name="Undo", exact=True)).to_be_focused()
    into_the_page()
    keys.press("Shift+Tab")
    assert page.evaluate("document.activeElement.closest('.ak-form-pane') !== null")

    # Links are walked through, each once, and the step behind the last one leads out.
    empty.side("Page")
    empty.open("Executive Summary")
    page.locator(".ak-form-pane textarea").first.fill("See <https://example.org/one> and <https://example.org/two>.")
    links = empty.paper.locator("a[href], summary")
    expect(empty.paper.locator("a[href='https://example.org/two']")).to_be_visible()
    count = sum(links.nth(number).is_visible() for number in range(links.count()))
    into_the_page()
    met = []
    for _ in range(count):
        keys.press("Tab")
        met.append(in_frame())
    assert count > 2
    assert None not in met
    assert "BODY" not in met
    keys.press("Tab")
    assert in_frame() is None
    expect(page.get_by_role("button", name="Undo", exact=True)).to_be_focused()

    # What the studio hears anywhere it hears here.
    into_the_page()
    title = page.locator(".ak-form-pane h3").inner_text()
    keys.press("Alt+PageDown")
    expect(page.locator(".ak-form-pane h3")).not_to_have_text(title)
    expect(page.locator(".ak-form-pane :focus")).to_have_count(1)
    into_the_page()
    keys.press("Alt+PageUp")
    expect(page.locator(".ak-form-pane h3")).to_have_text(title)
    for key, part in (("F6", ".ak-sections"), ("Shift+F6", ".ak-form-pane"), ("F8", ".ak-form-pane")):
        into_the_page()
        keys.press(key)
        expect(page.locator(f"{part} :focus")).to_have_count(1)
    # By F6 into the page and round again, and through the views with F9 alone.
    keys.press("F6")
    assert in_frame() == "BODY"
    for name in ("Figures", "Markdown", "Missing"):
        keys.press("F9")
        expect(page.get_by_role("button", name=name, exact=True)).to_have_attribute("aria-pressed", "true")
        assert page.evaluate("document.activeElement.closest('.ak-side-pane') !== null"), name


def test_a_persons_choices_and_unsaved_words_survive_a_run_of_the_cell(example):
    page = example.show().page
    example.open("Executive Summary")
    example.side("Markdown")
    # The kernel hears nothing of what is typed now.
    page.evaluate("() => { window.heard = window.toKernel; window.toKernel = () => new Promise(() => {}); }")
    page.locator(".ak-form-pane textarea").first.fill("Typed while the kernel was gone.")
    expect(page.locator(".ak-studio-head .ak-status")).to_have_text(re.compile("the kernel does not answer"))

    page.evaluate("() => { window.end(); window.toKernel = window.heard; document.querySelector('main').remove(); }")
    again = FakeStudio.__new__(FakeStudio)
    again.__dict__.update(example.__dict__, told={})
    page.evaluate(WIRE, [STUDIO_SCRIPT, STUDIO_STYLE, again.changed()])

    expect(page.get_by_role("tab", name="Executive Summary")).to_have_attribute("aria-selected", "true")
    expect(page.get_by_role("button", name="Markdown", exact=True)).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".ak-form-pane textarea").first).to_have_value("Typed while the kernel was gone.")
    expect(page.get_by_label("Markdown of Executive Summary")).to_have_value("Typed while the kernel was gone.")
    assert example.session.document.executive_summary == "Typed while the kernel was gone."


def test_a_studio_in_a_real_jupyterlab(notebook, lab):
    shutil.copy(example_file(), lab.root / "order-events-architecture.md")
    open_it = "import archkit\ndoc = archkit.open('order-events-architecture.md')\ndoc.edit()"
    journey = notebook(open_it, "print(doc.risks[0].owner, '|', doc.title)")
    page = journey.page
    page.set_viewport_size({"width": 1600, "height": 1000})
    journey.run_all()
    studio = page.locator(".archkit-studio")
    paper = page.frame_locator("iframe.ak-page")
    page.get_by_role("tab", name="Option Comparison").click()
    expect(paper.locator("figure").first).to_be_visible()
    expect(page.locator("[data-word=complete]").first).to_be_visible()
    studio.scroll_into_view_if_needed()
    # The end of the table and the bars below it.
    page.locator("iframe.ak-page").evaluate(SCROLL, 760)
    page.mouse.move(0, 0)
    studio.screenshot(path=journey.pictures / "studio.png")

    page.get_by_role("tab", name="Title").click()
    page.get_by_role("textbox", name="Title").fill("Order events, again")
    expect(paper.locator("h1")).to_have_text("Order events, again")
    expect(page.locator(".ak-studio-head .ak-status")).to_have_text(re.compile(r"^Saved \d\d:\d\d:\d\d$"))
    page.get_by_role("tab", name="Risks and Mitigations").click()
    page.get_by_role("button", name="Markdown", exact=True).click()
    expect(page.get_by_label("Markdown of Risks and Mitigations")).to_have_value(re.compile("Tom Okafor"))
    studio.screenshot(path=journey.pictures / "studio-markdown.png")
    journey.run(1)
    expect(journey.output(1)).to_contain_text("| Order events, again")

    # JupyterLab's own style sheet neither moves words over each other nor adds a bar to scroll by.
    page.get_by_role("tab", name="Technical Approach").click()
    page.get_by_role("button", name="Side by side", exact=True).click()
    expect(page.locator(".ak-option .ak-facts dd").first).to_be_visible()
    assert page.evaluate(TOO_HIGH) == []
    assert page.evaluate(WORDS_OVER_WORDS) == []

    # The kernel is restarted: what is typed meanwhile is put back when the cell runs again.
    page.get_by_role("tab", name="Title").click()
    expect(page.get_by_role("textbox", name="Title", exact=True)).to_be_visible()
    journey.restart_kernel()
    page.get_by_role("textbox", name="Title", exact=True).fill("Order events, once more")
    expect(page.locator(".ak-studio-head .ak-status")).to_have_text(re.compile("the kernel does not answer"))
    journey.run(0)
    expect(page.get_by_role("textbox", name="Title", exact=True)).to_have_value("Order events, once more")
    expect(page.locator(".ak-studio-head .ak-status")).to_have_text(re.compile(r"^Saved \d\d:\d\d:\d\d$"))

    # Run again: the same section and view; a theme is followed, and a narrow window.
    page.get_by_role("button", name="Page", exact=True).click()
    page.get_by_role("tab", name="Option Comparison").click()
    journey.run(0)
    expect(page.get_by_role("tab", name="Option Comparison")).to_have_attribute("aria-selected", "true")
    expect(paper.locator("#option-comparison")).to_be_in_viewport()
    page.evaluate(THEME, "JupyterLab Dark")
    page.wait_for_function("document.body.dataset.jpThemeLight === 'false'")
    expect(paper.locator("html")).to_have_css("color-scheme", "dark")
    expect(paper.locator("#option-comparison")).to_be_in_viewport()
    page.mouse.move(0, 0)
    studio.screenshot(path=journey.pictures / "studio-dark.png")
    page.evaluate(THEME, "JupyterLab Light")
    page.set_viewport_size({"width": 860, "height": 1000})
    expect(page.locator(".ak-menu")).to_be_visible()
    page.wait_for_function("document.body.dataset.jpThemeLight === 'true'")
    studio.screenshot(path=journey.pictures / "studio-narrow.png")
