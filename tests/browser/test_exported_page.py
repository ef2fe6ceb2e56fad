"""An exported page in a real browser: readable by everybody, in both themes, on paper and on a phone."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from archkit.assets import example_file
from archkit.format.read import read
from archkit.pages.export_html import render_page
from archkit.portfolios.generate import generated
from tests.pages.lively_document import HOSTILE_NAME, lively_document

AXE = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]}
WIDE = """() => [...document.querySelectorAll("body *")]
    .filter(it => it.getBoundingClientRect().right > innerWidth + 1 && !it.closest(".scroll, pre, svg"))
    .map(it => it.outerHTML.slice(0, 80))"""


@pytest.fixture(scope="module")
def exported(tmp_path_factory):
    """Return the addresses of pages: the example, names as hostile as names get, made-up text, and nothing."""
    folder = tmp_path_factory.mktemp("pages")
    documents = {
        "example": read(example_file().read_text(encoding="utf-8")).document,
        "hostile": lively_document(HOSTILE_NAME),
        "generated": read(generated(2, seed=2, faulty=0, size=0.1).data.decode()).document,
        "empty": read("").document,
    }
    for name, document in documents.items():
        (folder / f"{name}.html").write_text(render_page(document), encoding="utf-8")
    return {name: (folder / f"{name}.html").as_uri() for name in documents}


@pytest.mark.parametrize("name", ["example", "hostile", "generated", "empty"])
@pytest.mark.parametrize("media", [{"color_scheme": "light"}, {"color_scheme": "dark"}, {"media": "print"}])
def test_axe_finds_nothing_on_an_exported_page(page, exported, name, media):
    page.emulate_media(**media)
    page.goto(exported[name])
    page.evaluate("document.querySelectorAll('details').forEach(it => it.open = true)")

    # Nobody presses a link on paper.
    rules = {"target-size": {"enabled": "media" not in media}}
    found = Axe().run(page, options=AXE | {"rules": rules}).response["violations"]

    assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found] == []


@pytest.mark.parametrize("name", ["example", "hostile", "generated"])
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_but_a_table_is_wider_than_the_window(page, exported, name, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(exported[name])

    assert page.evaluate(WIDE) == []


@pytest.mark.parametrize("name", ["example", "hostile"])
def test_the_policy_of_a_page_forbids_nothing_that_it_needs(page, exported, name):
    refused = []
    page.on("console", lambda message: refused.append(message.text) if message.type == "error" else None)
    page.goto(exported[name])

    assert refused == []
    assert re.fullmatch(
        r"rgb\(\d+, \d+, \d+\)", page.locator(".curve").first.evaluate("it => getComputedStyle(it).stroke")
    )
