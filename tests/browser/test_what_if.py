"""What-if in a real browser: the reader moves what the document fixes, and the page shows what Python computes."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from archkit.analysis.compare import compare
from archkit.assets import example_file
from archkit.format.read import read
from archkit.pages.export_html import render_page
from archkit.pages.what_if_effort import correlated
from tests.browser.test_exported_page import WIDE
from tests.pages.lively_document import HOSTILE_NAME, lively_document
from tests.pages.what_if_documents import edited

AXE = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]}
LEADER, SECOND = "PostgreSQL outbox with SKIP LOCKED", "Apache Kafka"
SCORES = '[aria-label="Table of scores"] tfoot'


@pytest.fixture(scope="module")
def document():
    return read(example_file().read_text(encoding="utf-8")).document


@pytest.fixture(scope="module")
def exported(tmp_path_factory, document):
    """Return the addresses of the example's page and of one with hostile names and pairwise weights."""
    folder = tmp_path_factory.mktemp("what-if")
    for name, one in {"example": document, "hostile": lively_document(HOSTILE_NAME)}.items():
        (folder / f"{name}.html").write_text(render_page(one), encoding="utf-8")
    return {name: (folder / f"{name}.html").as_uri() for name in ("example", "hostile")}


def shown_scores(page):
    cells = page.locator(f"{SCORES} .result td.score").all()
    return [cell.locator("strong").inner_text() if cell.locator("strong").count() else "out" for cell in cells]


def first_bar(page):
    figure = page.locator("figure", has=page.locator('[aria-label="Table of contributions to the scores"]'))
    return figure.locator(".bar-name").first


def axe(page):
    found = Axe().run(page, options=AXE).response["violations"]
    return [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found]


def test_moved_weights_turn_the_lead_as_python_says_and_a_link_carries_them(page, exported, document):
    page.goto(exported["example"])
    before = page.locator("main").inner_html()
    page.locator(".what-if summary").first.focus()
    page.keyboard.press("Enter")
    for name in ("First consumer live", "Operation by a team of six"):
        page.get_by_role("slider", name=name).focus()
        page.keyboard.press("Home")

    found = compare(edited(document, {"weights": {0: 0, 1: 0}, "open": []}))
    assert next(option.name for option in found.options if option.rank == 1) == SECOND
    expected = ["out" if option.out_by else f"{option.score:.2f}" for option in found.options]
    assert shown_scores(page) == expected
    expect(first_bar(page)).to_have_text(SECOND)
    expect(page.locator(".verdict")).to_contain_text(f"What if: {found.verdict.kind}")
    notice = page.locator(".what-if-notice")
    expect(notice).to_contain_text(
        "weight of First consumer live 100 → 0; weight of Operation by a team of six 100 → 0"
    )
    expect(page.locator(".what-if-said")).to_contain_text(f"{SECOND} rank 1")
    expect(page.locator("h4", has_text="Regret").locator(".chip")).to_have_text("as in the document")

    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy link").click()
    expect(page.locator(".what-if-said")).to_have_text("The link is copied.")
    link = page.evaluate("navigator.clipboard.readText()")
    other = page.context.new_page()
    other.goto(link)
    assert shown_scores(other) == expected
    expect(other.locator(".what-if-notice")).to_be_visible()
    other.emulate_media(media="print")
    expect(other.locator(".what-if-notice")).to_be_visible()
    expect(other.locator(".what-if-notice strong")).to_be_visible()
    assert other.locator("button:visible, input:visible").count() == 0
    other.close()

    page.get_by_role("button", name="Reset").click()
    expect(page.locator(".what-if-said")).to_have_text("As the document says.")
    expect(notice).to_be_hidden()
    expect(first_bar(page)).to_have_text(LEADER)
    page.reload()
    assert page.locator("main").inner_html() == before


def test_a_must_that_does_not_count_and_another_correlation_are_shown_as_python_has_them(page, exported, document):
    page.goto(exported["example"])
    for summary in page.locator(".what-if > summary").all():
        summary.click()
    page.get_by_role("checkbox", name="Must: No event lost").focus()
    page.keyboard.press("Space")
    page.get_by_role("slider", name="Correlation").fill("0.6")

    found = compare(edited(document, {"weights": {}, "open": [0]}))
    ranks = page.locator(f"{SCORES} tr", has_text="Rank").locator("td.score").all_inner_texts()
    assert ranks == [str(option.rank) for option in found.options]
    sums, options = correlated(document)
    rows = page.locator('[aria-label="Table of totals"] tbody tr').all()
    assert [row.locator("td").all_inner_texts()[1:] for row in rows] == [
        [f"{days:.1f}" for days in one.at(0.6)] for one in sums.values()
    ]
    p80 = page.locator(f"{SCORES} tr", has_text="Effort").locator("td.score .scale").all_inner_texts()
    names = [option.name for option in found.options if option.name in options]
    assert p80 == [f"≤ {options[name].at(0.6)[2]:.1f}" for name in names]


@pytest.mark.parametrize("name", ["example", "hostile"])
def test_controls_are_large_named_and_legible_in_both_themes_on_a_phone(page, exported, name):
    refused = []
    page.on("console", lambda message: refused.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: refused.append(str(error)))
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(exported[name])
    for summary in page.locator(".what-if > summary").all():
        summary.click()
    for at, slider in enumerate(page.get_by_role("slider").all()):
        slider.press("ArrowLeft" if at % 2 else "End")

    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert axe(page) == []
    sizes = page.locator(".what-if input, .what-if-press button, .what-if-press a").evaluate_all(
        "all => all.map(it => it.getBoundingClientRect()).map(it => Math.min(it.width, it.height))"
    )
    assert min(sizes) >= 24
    assert page.evaluate(WIDE) == []
    assert refused == []


def test_a_hostile_or_foreign_link_changes_nothing(page, exported):
    dialogs = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    page.goto(exported["example"])
    before = shown_scores(page)

    for fragment in ("#what-if=00000000&w0=1", "#what-if=<img src=x onerror=alert(1)>", "#what-if=javascript:alert(1)"):
        page.goto("about:blank")
        page.goto(exported["example"] + fragment)
        expect(page.locator(".what-if-said")).to_contain_text("do not fit this document")
        expect(page.locator(".what-if-notice")).to_be_hidden()
        assert shown_scores(page) == before and dialogs == []


def test_without_a_script_the_page_is_complete_and_has_no_controls(browser, exported):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(exported["example"])

    assert page.locator("input, button, .what-if, .what-if-notice").count() == 0
    assert shown_scores(page)[-1] == "out"
    expect(first_bar(page)).to_have_text(LEADER)
    context.close()
