"""Reading an exported page: the contents follow, citations lead there and back, a decision is one printed page."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from archkit.assets import example_file, template_text
from archkit.format.read import read
from archkit.model.document import Document
from archkit.pages.decider import render_decider
from archkit.pages.export_html import render_page
from tests.full_document import full_text
from tests.pages.lively_document import HOSTILE_NAME, lively_document

EXAMPLE = read(example_file().read_text(encoding="utf-8")).document
CURRENT = ".contents [aria-current]"
#: The widest blank between a link of "Cited in" and the comma after it, in pixels.
_BEFORE_COMMAS = """() => Math.round(Math.max(...[...document.querySelectorAll(".backlinks a")]
  .filter((link) => link.nextSibling?.data?.startsWith(","))
  .map((link) => {
    const letters = document.createRange();
    letters.selectNodeContents(link);
    return link.getBoundingClientRect().right - letters.getBoundingClientRect().right;
  })))"""
LONG = [
    "W" * 4000,
    "日本語のとても長い文章" * 60,
    "🧨" * 900,
    "Usual words in a sentence. " * 60,
    "𝕎𝕎" * 400,
    "\u202e" * 300,
]
LONG += ["Supercalifragilisticexpialidocious-and-more-of-the-same-word " * 40, "ÄÖÜ MMM WWW " * 100]


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    path = tmp_path_factory.mktemp("page") / "example.html"
    path.write_text(render_page(EXAMPLE), encoding="utf-8")
    return path.as_uri()


def test_the_contents_mark_what_is_being_read_and_citations_lead_there_and_back(page, address):
    page.goto(address)
    for anchor in ("risks", "data-flow", "dependencies"):
        page.evaluate("(anchor) => document.getElementById(anchor).scrollIntoView()", anchor)
        # The page's policy lets no function be waited for.
        expect(page.locator(CURRENT)).to_have_attribute("href", f"#{anchor}")
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.locator(f"{CURRENT}[href='#effort'], .contents ol ol [aria-current]").first.wait_for()

    page.locator("#executive-summary ~ .prose a.cite, section .prose a.cite").first.click()
    finding = page.evaluate("location.hash")
    assert page.locator(f"{finding}.finding:target").is_visible()
    page.locator(f"{finding} .backlinks a").first.click()
    assert page.evaluate("document.querySelector(':target').className") == "cite"
    # From the last letter of each link to the comma after it there is nothing.
    assert page.evaluate(_BEFORE_COMMAS) == 0
    page.locator("header .top-risks a").first.click()
    assert page.evaluate("document.querySelector('tr:target').id") == "risk-1"


def test_a_heading_shows_its_link_when_it_has_the_mouse_or_the_focus(page, address):
    page.goto(address)
    link = page.locator("#data-flow .anchor")

    assert link.evaluate("it => getComputedStyle(it).opacity") == "0"
    link.focus()
    assert link.evaluate("it => getComputedStyle(it).opacity") == "1"
    page.locator("#dependencies").hover()
    assert page.locator("#dependencies .anchor").evaluate("it => getComputedStyle(it).opacity") == "1"


def test_without_javascript_nothing_is_missing_but_the_mark(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)

    assert page.locator("main section").count() >= 12 and page.locator(".contents a").count() >= 12
    assert page.locator(CURRENT).count() == 0
    context.close()


def test_on_paper_tables_are_whole_and_links_say_where_they_lead(page, tmp_path):
    text = "# T\n\n## Mine\n\nSee [the page](https://example.org/a) and <https://example.org/b>.\n"
    (tmp_path / "x.html").write_text(render_page(read(text).document), encoding="utf-8")
    page.goto((tmp_path / "x.html").as_uri())
    page.emulate_media(media="print")
    after = "(place) => getComputedStyle(document.querySelectorAll('.prose a')[place], '::after').content"

    assert "example.org/a" in page.evaluate(after, 0)
    assert page.evaluate(after, 1) == "none"


def test_no_table_of_the_example_is_clipped_on_paper(page, address):
    # The width of A4 within its margins.
    page.set_viewport_size({"width": 680, "height": 1000})
    page.emulate_media(media="print")
    page.goto(address)

    clipped = "it => it.scrollWidth > it.clientWidth + 1"
    wide = page.evaluate(f"[...document.querySelectorAll('.scroll')].filter({clipped}).map(it => it.ariaLabel)")
    assert wide == []


def _documents():
    yield EXAMPLE
    yield read(full_text()).document
    yield read(template_text()).document
    yield Document()
    yield lively_document(HOSTILE_NAME)
    for text in LONG:
        names = [f"{text} {place}" for place in range(5)]
        points = [{"claim": text, "evidence": "assumption"}] * 9
        yield Document.model_validate(
            lively_document(text[:300]).model_dump()
            | {
                "title": text,
                "metadata": {"status": "draft", "date": text[:50], "decision_makers": [text[:99]] * 5},
                "options": [{"name": name, "pros": points, "cons": points} for name in names],
                "recommendation": {"options": names[:3], "rationale": f"{text}. " * 9},
                "layout": [{"part": "custom", "name": "Open questions", "text": f"- {text}\n" * 20}],
            }
        )


def test_a_decision_is_one_printed_page_whatever_stands_in_it(page):
    for document in _documents():
        page.set_content(render_decider(document, "w" * 300))
        printed = page.pdf(format="A4", prefer_css_page_size=True)
        page.emulate_media(media="print")
        page.set_viewport_size({"width": 703, "height": 1032})

        assert len(re.findall(rb"/Type\s*/Page\b(?!s)", printed)) == 1
        # Nothing was cut to make it so: the last line stands above the end of the paper.
        assert page.evaluate("document.querySelector('footer').getBoundingClientRect().bottom") < 1032


@pytest.mark.parametrize("media", [{"color_scheme": "light"}, {"color_scheme": "dark"}, {"media": "print"}])
def test_axe_finds_nothing_on_a_deciders_page(page, media):
    page.emulate_media(**media)
    for document in (EXAMPLE, lively_document(HOSTILE_NAME), Document()):
        page.set_content(render_decider(document, "x.md"))
        rules = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]

        found = Axe().run(page, options={"runOnly": rules}).response["violations"]
        assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found] == []
