"""A site opened from a folder in a real browser: searched, sorted, filtered, followed, and readable by everybody."""

import threading
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from archkit.cli import main
from archkit.portfolios.generate import generate
from archkit.previewing import PreviewServer
from archkit.site.link_map import Link
from archkit.site.listing import asset_files, map_page
from tests.site.small_documents import document

AXE = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]}
HOSTILE = '"><img src=x onerror=alert(1)> </script><b>'
PAGES = ("index.html", "timeline.html", "map.html", "tags.html", "errors.html")
WIDE = """() => [...document.querySelectorAll("body *")]
    .filter(it => it.getBoundingClientRect().right > innerWidth + 1 && !it.closest(".scroll, pre, svg"))
    .map(it => it.outerHTML.slice(0, 80))"""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Return the address of a site of generated documents and some by hand, in a folder below others."""
    folder = tmp_path_factory.mktemp("documents")
    for item in generate(6, faulty=0.0, size=0.3):
        put_one(folder, item.name, item.data.decode())
    put_one(folder, "hostile-architecture.md", document(HOSTILE, entries=f"tags: ['{HOSTILE}', sea]\n"))
    entries = "supersedes: hostile-architecture.md\ntags: [sea, Ebbe & Flüt]\nstatus_note: x\n"
    put_one(folder, "nice-architecture.md", document("Zürich", entries=entries, text="Über den See: quixotically."))
    put_one(folder, "empty-architecture.md", "")
    target = folder / "with space" / "site"
    assert main(["build", str(folder), "-o", str(target), "--jobs", "1"]) == 1
    return target.as_uri()


def put_one(folder, name, text):
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


def test_words_are_found_and_lead_to_their_section(page, site, pictures):
    refused = []
    page.on("console", lambda message: refused.append(message.text) if message.type == "error" else None)
    page.on("dialog", lambda dialog: refused.append("dialog"))
    page.goto(f"{site}/index.html")

    page.fill("#search", "uber SEE quixo")
    expect(page.locator("#search-said")).to_have_text("1 document.")
    assert page.inner_text("#search-found li:first-child a") == "Zürich"
    assert "In Executive Summary" in page.inner_text("#search-found li:first-child")
    page.screenshot(path=pictures / "site-search.png")
    assert page.inner_text("#search-found mark >> nth=0") == "Über"
    page.fill("#search", "flut ebbe")
    expect(page.locator("#search-found p")).to_have_text(["In its tags · accepted · 2026-03-01"])
    page.fill("#search", "nice-architecture.md")
    expect(page.locator("#search-found p")).to_have_text(["In its path · accepted · 2026-03-01"])
    page.fill("#search", "uber nowhere")
    expect(page.locator("#search-said")).to_have_text("0 documents.")
    page.fill("#search", "onerror")
    expect(page.locator("#search-said")).to_have_text("1 document.")
    page.fill("#search", "quixotically")
    expect(page.locator("#search-found a")).to_have_text("Zürich")

    page.click("#search-found a")

    assert page.evaluate("document.querySelector(location.hash).textContent").startswith("Executive Summary")
    page.go_back()
    expect(page.locator("#search-found a")).to_have_text("Zürich")
    assert page.input_value("#search") == "quixotically"
    page.go_forward()
    page.click(".related a")
    assert HOSTILE in page.inner_text("h1")
    page.click(".site-name")
    assert page.locator("#documents tbody tr").count() == 8
    assert refused == []


def test_every_section_that_a_result_may_name_is_on_a_page(page, site):
    page.goto(f"{site}/index.html")
    page.fill("#search", "order")
    page.wait_for_selector("#search-found li")

    anchors = page.evaluate(
        "[...document.querySelectorAll('#search-found a')].map(it => it.href).filter(it => it.includes('#'))"
    )

    for address in anchors:
        page.goto(address)
        assert page.evaluate("!!document.getElementById(decodeURIComponent(location.hash.slice(1)))"), address


def test_the_table_is_sorted_and_filtered(page, site, pictures):
    page.goto(f"{site}/index.html")
    column = "[...document.querySelectorAll('#documents tbody tr:not([hidden])')].map(it => it.cells[{}].{})"
    page.screenshot(path=pictures / "site.png")

    page.click("thead th:nth-child(5) button")
    values = page.evaluate(column.format(4, "dataset.value"))
    known = [float(value) for value in values if value]
    assert known == sorted(known, reverse=True)
    assert values[len(known) :] == [""] * (len(values) - len(known))
    assert page.get_attribute("thead th:nth-child(5)", "aria-sort") == "descending"
    page.click("thead th:nth-child(1) button")
    assert page.evaluate(column.format(0, "textContent"))[-1] == "Zürich"

    page.select_option("#filter-tag", "sea")
    assert len(page.evaluate(column.format(0, "textContent"))) == 2
    page.fill("#filter-words", "ZUR")
    assert page.evaluate(column.format(0, "textContent")) == ["Zürich"]
    assert page.inner_text("#filter-said") == "1 of 8 documents"

    page.click("#documents tbody tr:not([hidden]) a")
    page.go_back()
    assert page.evaluate(column.format(0, "textContent")) == ["Zürich"]
    page.fill("#filter-words", "")
    page.select_option("#filter-tag", "")
    assert page.evaluate(column.format(0, "textContent"))[-1] == "Zürich"
    assert page.get_attribute("thead th:nth-child(1)", "aria-sort") == "ascending"


def test_everybody_can_read_every_page(page, site):
    found = {}
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        for name in (*PAGES, "documents/nice-architecture.html"):
            page.goto(f"{site}/{name}")
            violations = Axe().run(page, options=AXE).response["violations"]
            found |= {(name, scheme, rule["id"]): rule["nodes"][0]["html"] for rule in violations}
    assert found == {}


def test_a_document_on_the_map_leads_to_its_page(page, site, pictures):
    page.goto(f"{site}/map.html")
    page.locator(".drawing a", has_text="Zürich").focus()
    page.screenshot(path=pictures / "site-map.png")

    page.keyboard.press("Enter")

    page.wait_for_url("**/nice-architecture.html")
    assert page.inner_text("h1") == "Zürich"


def test_a_drawing_that_is_wider_than_a_telephone_begins_at_its_first_document(page, tmp_path):
    parents = {f"{at:02}.md": f"{(at - 1) // 3:02}.md" for at in range(1, 20)}
    names = {name: name for name in {*parents, *parents.values()}}
    links = [Link(parent, "Depends on", name) for name, parent in parents.items()]
    put_one(tmp_path, "map.html", map_page(links, names, names, "Site").decode())
    for name, text in asset_files(1):
        put_one(tmp_path, name, text)
    page.set_viewport_size({"width": 390, "height": 800})

    page.goto((tmp_path / "map.html").as_uri())

    boxes = [link.bounding_box() for link in page.locator(".drawing a").all()]
    assert page.evaluate("document.querySelector('.drawing').scrollLeft > 0")
    first = min(boxes, key=lambda box: box["y"])
    assert 0 < first["x"] < first["x"] + first["width"] < 390


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_but_a_table_is_wider_than_the_window(page, site, width):
    page.set_viewport_size({"width": width, "height": 800})

    for name in PAGES:
        page.goto(f"{site}/{name}")
        assert page.evaluate(WIDE) == [], name


@pytest.mark.parametrize("name", ["index.html", "documents/nice-architecture.html"])
def test_a_preview_loads_its_page_again_after_a_build(page, site, name):
    with PreviewServer(Path(unquote(urlsplit(site).path))) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        page.goto(f"{server.address}{name}")
        page.evaluate("document.title = 'of the build before'")

        server.reload()

        page.wait_for_function("document.title !== 'of the build before'")
        server.shutdown()
        thread.join()


def test_what_is_typed_stays_when_a_preview_loads_its_page_again(page, site):
    with PreviewServer(Path(unquote(urlsplit(site).path))) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        for field in ("#search", "#filter-words"):
            page.goto(f"{server.address}index.html")
            page.locator(field).press_sequentially("nice")
            page.evaluate("document.title = 'of the build before'")

            server.reload()

            page.wait_for_function("document.title !== 'of the build before'")
            assert page.input_value(field) == "nice"
        server.shutdown()
        thread.join()
