"""Input that is not meant for a studio: too much of it, of the wrong shape, markup in every field, broken Markdown."""

import re
import shutil

import pytest
from playwright.sync_api import expect

from archkit.assets import example_file
from archkit.errors import ArchkitError
from archkit.format.read import read
from archkit.model.document import outline
from archkit.widgets.schema import section_titles
from tests.full_document import full_text
from tests.widgets.fake_studio import FakeStudio
from tests.widgets.test_studio_coverage import section_leaves

HOSTILE = '"><img src=x onerror="top.hacked=1"><script>top.hacked=1</script><svg onload="top.hacked=1"><b>'
PUT = "text => navigator.clipboard.writeText(text)"
MADE = ":is(img, script, b, [onerror], [onload])"
WORDS = """() => {
    const pane = document.querySelector('.ak-form-pane');
    return [pane.textContent, ...[...pane.querySelectorAll('input, textarea, select')].map(one => one.value)].join(' ');
}"""


@pytest.fixture
def studio(page, tmp_path):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.set_viewport_size({"width": 1400, "height": 900})
    return FakeStudio(page, shutil.copy(example_file(), tmp_path / "example.md"))


def value_at(document, path):
    for step in path:
        is_key = isinstance(step, int) or isinstance(document, dict)
        document = document[step] if is_key else getattr(document, step)
    return document


def with_markup_everywhere(session):
    """Put markup into each field of each first row; return what was taken, by the number in it."""
    taken = {}
    for spec in outline():
        for _, key, path in section_leaves(session.document, spec.key):
            if any(isinstance(step, int) and step > 0 for step in path) or key in ("details", "scores"):
                continue
            old = value_at(session.document, path)
            if isinstance(old, dict) or (isinstance(old, tuple) and old and not isinstance(old[0], str)):
                continue
            words = f"{HOSTILE}x{len(taken)}y"
            try:
                session.set(path, [words] if isinstance(old, tuple) else words)
            except ArchkitError:
                continue
            if words in str(value_at(session.document, path)):
                taken[len(taken)] = path
    return taken


def test_markup_in_every_field_is_text_in_the_form_of_its_section_and_on_the_page(page, tmp_path):
    path = tmp_path / "full.md"
    path.write_text(full_text(), encoding="utf-8")
    studio = FakeStudio(page, path)
    taken = with_markup_everywhere(studio.session)
    assert len(taken) > 70
    studio.show()
    page.set_viewport_size({"width": 1400, "height": 900})
    studio.side("Markdown")
    shown = ""
    for key in section_titles():
        page.locator(f"[role=tab][data-section={key}]").click()
        page.locator(f".ak-form-pane .archkit-form[data-section={key}]").wait_for()
        for fold in page.locator(".ak-form-pane .ak-fold[aria-expanded=false]").all():
            fold.click()
        shown += page.evaluate(WORDS)

    assert [path for number, path in taken.items() if f"x{number}y" not in shown] == []
    for side in ("Missing", "Figures", "Page"):
        studio.side(side)
        assert page.locator(f".archkit-studio {MADE}").count() == 0
    expect(studio.paper.locator("h1")).to_have_text(re.compile("<script>"))
    assert studio.paper.locator(MADE).count() == 0
    # What overrules a strength is told only where it is one.
    missing = {
        path[-1] for number, path in taken.items() if f"x{number}y" not in studio.paper.locator("body").text_content()
    }
    assert missing <= {"strength", "strength_reason"}
    assert page.evaluate("window.hacked") is None
    studio.session.save()
    # A group of its own goes to the end of its section in the file; nothing else differs.
    held, again = studio.session.document, read(path.read_text(encoding="utf-8")).document
    for spec in outline():
        values = [getattr(one, spec.key) for one in (held, again)]
        assert len({repr(sorted(map(repr, one)) if isinstance(one, tuple) else one) for one in values}) == 1, spec.key


def test_what_is_pasted_into_the_studio_is_taken_or_refused_and_nothing_else(studio):
    page = studio.show().page
    studio.open("Risks and Mitigations")
    said = page.locator(".ak-form-pane .ak-grid-said")
    before = studio.session.document.risks

    def cell(name):
        return page.locator(f'[role=gridcell][data-name="{name}"]')

    def paste(name, text):
        cell(name).click()
        page.evaluate(PUT, text)
        page.keyboard.press("Control+v")
        studio.settle()

    paste("Cost, risk 1", "🙂")
    expect(cell("Cost, risk 1")).to_contain_text('"🙂" is not a number')
    expect(studio.paper.get_by_text("🙂").first).to_be_attached()
    paste("Owner, risk 1", "\t".join("abcdefghijklmnop"))
    expect(said).to_contain_text("The block has 16 columns, and there are 4 from Owner on. Nothing was pasted.")
    assert studio.session.document.risks[1:] == before[1:]
    paste("Owner, risk 2", HOSTILE)
    expect(cell("Owner, risk 2")).to_contain_text("<script>")
    expect(studio.paper.get_by_text("<script>").first).to_be_attached()

    # Many lines, with the page beside them: one step, and what is typed next arrives.
    paste("Risk, risk 10", "\n".join(f"- Risk number {number}" for number in range(600)))
    expect(page.get_by_role("grid").first).to_have_attribute("aria-rowcount", "611")
    page.keyboard.press("Control+End")
    page.keyboard.press("Home")
    page.keyboard.type("The last")
    page.keyboard.press("Enter")
    expect(studio.paper.get_by_text("The last").first).to_be_attached()
    assert [risk.risk for risk in studio.session.document.risks[-2:]] == ["Risk number 598", "The last"]
    # The table's own key takes it back, as the sentence below it says.
    for _ in range(2):
        page.keyboard.press("Control+z")
        studio.settle()
    assert len(studio.session.document.risks) == 10
    assert page.locator(f".archkit-studio {MADE}").count() == studio.paper.locator(MADE).count() == 0
    assert page.evaluate("window.hacked") is None


def test_what_a_flowchart_cannot_hold_stays_in_its_cell_with_the_reason(studio):
    page = studio.show().page
    studio.open("Data Flow")
    before = studio.session.document
    for name, words, reason in (
        ("Shape, node 1", "cloud", 'there is no shape "cloud"; use process, store or actor'),
        ("Id, node 2", "2nd", '"2nd" cannot be an id; use a letter, then letters, digits and _'),
        ("Id, node 4", "end", '"end" cannot be an id'),
    ):
        cell = page.locator(f'[role=gridcell][data-name="{name}"]')
        cell.click()
        page.keyboard.type(words)
        page.keyboard.press("Enter")
        expect(cell).to_have_attribute("aria-invalid", "true")
        expect(cell.locator(".ak-text")).to_have_text(words)
        expect(cell).to_contain_text(reason)
    assert studio.session.document == before

    # What is said is about all that was typed, not about its first letter.
    expect(page.locator(".ak-studio-head .ak-status")).to_have_text(re.compile("^Not saved: 3 fields: "))
    studio.open("Research Findings")
    page.locator('[role=gridcell][data-name="Id, finding 1"]').click()
    page.keyboard.type("<b>zz")
    page.keyboard.press("Enter")
    studio.settle()
    said = page.locator(".ak-grid-said").first.inner_text()
    assert said == "" or '"<b>zz"' in said
    expect(page.locator('[role=gridcell][data-name="Id, finding 1"]')).to_contain_text('"<b>zz" does not fit')
    assert studio.session.document == before
    # Who went on is told where the words wait, and finds them there.
    waiting = page.get_by_role("group", name="Not saved before")
    expect(waiting).to_contain_text("Words typed before were not saved; they wait in Data Flow.")
    page.get_by_role("button", name="Open Data Flow", exact=True).click()
    expect(page.locator(".ak-form-pane h3").first).to_have_text("Data Flow")
    expect(page.locator('[role=gridcell][data-name="Shape, node 1"]')).to_contain_text('there is no shape "cloud"')
    expect(waiting).to_contain_text("they wait in Research Findings.")
    page.locator('[role=gridcell][data-name="Id, node 6"]').click()
    page.evaluate(PUT, "relay\tThe relay\tcloud")
    page.keyboard.press("Control+v")
    expect(page.locator(".ak-grid-said").filter(has_text="Nothing was pasted")).to_contain_text('no shape "cloud"')
    assert studio.session.document == before


BROKEN = {
    "a row that lacks a cell": (lambda text: text.replace("| Tom Okafor |", "| Tom", 1), "has 11 cells"),
    "no line below the head": (lambda text: re.sub(r"\|---.*\n", "", text, count=1), "where one table is expected"),
    "a fence that stays open": (lambda text: f"```\n{text}", "where one table is expected"),
    "a comment that stays open": (lambda text: f"<!-- {text}", "where one table is expected"),
    "headings of other sections": (lambda text: f"{text}\n\n# Title\n\n## Dependencies\n\n- x", '"#### Title" stands'),
    "markup": (lambda text: f"{text}\n\n<div><script>top.hacked=1</script>", '"<div>'),
    "a long line": (lambda text: text.replace("An open", f"An {'very ' * 20_000}open", 1), ""),
    "line ends of Windows": (lambda text: text.replace("\n", "\r\n"), ""),
    "nothing": (lambda text: "", ""),
}


def test_broken_markdown_is_kept_as_text_harms_no_other_section_and_comes_back(studio):
    page = studio.show().page
    studio.open("Risks and Mitigations")
    studio.side("Markdown")
    text = page.get_by_label("Markdown of Risks and Mitigations")
    expect(text).to_have_value(re.compile("Tom Okafor"))
    whole, document = text.input_value(), studio.session.document
    rest = document.replace(risks=())

    for name, (broken, reason) in BROKEN.items():
        text.fill(broken(whole))
        text.blur()
        studio.settle()
        if reason:
            expect(page.locator(".ak-form-pane .ak-reason").first).to_contain_text(reason)
        now = studio.session.document
        assert (now.options, now.dependencies, now.effort) == (rest.options, rest.dependencies, rest.effort), name
        text.fill(whole)
        text.blur()
        studio.settle()
        expect(page.locator(".ak-form-pane .ak-reason")).to_have_count(0)
        back = studio.session.document
        assert all(getattr(back, spec.key) == getattr(document, spec.key) for spec in outline()), name
    assert page.evaluate("window.hacked") is None
