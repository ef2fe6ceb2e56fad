"""Hundreds of hostile strings in every field of a document, on the page in a real browser."""

import html
import json
import re

import pytest

from archkit.model.document import Document
from archkit.pages.export_html import render_page
from archkit.pages.visible import visible
from tests.pages.conftest import _values
from tests.pages.hostile_strings import hostile_strings
from tests.pages.test_hostile_text import ALLOWED, PLAIN

AT_ONCE = 32
STRINGS = list(hostile_strings())
CHUNKS = [STRINGS[at : at + AT_ONCE] for at in range(0, len(STRINGS), AT_ONCE)]
WATCH = """
    window.__found = [];
    addEventListener("securitypolicyviolation", (event) => window.__found.push(event.violatedDirective));
    for (const name of ["alert", "confirm", "prompt", "open"]) window[name] = () => window.__found.push(name);
"""
# What the page's own scripts add is not looked at: the text is parsed once more, as a browser does.
WALK = """(text) => {
    const elements = new Set(), addresses = new Set();
    const written = new DOMParser().parseFromString(text, "text/html");
    for (const element of written.querySelectorAll("*")) {
        const names = element.getAttributeNames();
        elements.add(JSON.stringify([element.tagName.toLowerCase(), names.map((name) => name.toLowerCase()).sort()]));
        for (const name of ["href", "src"]) if (names.includes(name)) addresses.add(element.getAttribute(name));
    }
    const shown = [document.body.textContent];
    for (const element of document.querySelectorAll("main [href], main [title], main [alt]"))
        shown.push(["href", "title", "alt"].map((name) => element.getAttribute(name) ?? "").join(" "));
    const ids = [...written.querySelectorAll("[id]")].map((element) => element.id);
    const scripts = [...written.scripts].map((script) => script.type);
    return { elements: [...elements], addresses: [...addresses], text: shown.join(" "), ids, scripts,
        found: window.__found, ran: window.__ran ?? 0 };
}"""


def merged(texts):
    """Return a document with each text in every field of rows of its own, and all in every field of prose."""
    values: dict = {}
    for number, text in enumerate(texts, 1):
        own = _values(Document, text)
        own["findings"][0]["id"] = f"F{number}"
        # An author's own sections, with a heading.
        own["layout"] = [{"part": "custom", "name": " ".join(text.split())[:200], "text": text}]
        _add(values, own)
    return Document.model_validate(values)


def _add(values, more):
    for key, value in more.items():
        if key not in values:
            values[key] = value
        elif isinstance(value, list):
            values[key] += value
        elif isinstance(value, dict):
            _add(values[key], value)
        elif key in ("executive_summary", "rationale", "description"):
            values[key] += f"\n\n{value}"


def letters(text):
    return "".join(re.findall(r"[^\W_]", html.unescape(html.unescape(text))))


@pytest.fixture(scope="module")
def opened(browser, tmp_path_factory):
    """Open the page of each chunk, with its policy and again without, and say what happened in it."""
    folder, found, texts = tmp_path_factory.mktemp("hostile"), {}, []
    for number, chunk in enumerate(CHUNKS):
        texts.append(render_page(merged(chunk)))
        (folder / f"{number}.html").write_text(texts[-1], encoding="utf-8")
    # The policy would hide what runs without it; with it, nothing may be left for it to refuse.
    for bypass, step in ((True, 1), (False, 5)):
        context = browser.new_context(bypass_csp=bypass)
        context.add_init_script(WATCH)
        asked, page = [], context.new_page()
        page.on("request", lambda request, asked=asked: asked.append(request.url))
        page.on("dialog", lambda dialog, asked=asked: (asked.append("dialog"), dialog.dismiss()))
        for number in range(0, len(CHUNKS), step):
            address = (folder / f"{number}.html").as_uri()
            page.goto(address)
            # Whatever hides behind a fold, a focus or the mouse has its chance.
            page.evaluate(
                "document.querySelectorAll('details').forEach((it) => { it.open = !it.open; it.open = true; })"
            )
            page.evaluate(
                "[...document.querySelectorAll('main [tabindex], main a')].slice(0, 10).forEach((it) => it.focus())"
            )
            found[number, bypass] = page.evaluate(WALK, texts[number]) | {
                "asked": [url for url in asked if url != address]
            }
            assert page.url.split("#")[0] == address
            asked.clear()
        context.close()
    return found


def test_there_are_several_hundred():
    assert len(STRINGS) > 600


def test_nothing_ran_and_nothing_was_requested(opened):
    assert [(key, page["asked"], page["found"], page["ran"]) for key, page in opened.items()
            if page["asked"] or page["found"] or page["ran"]] == []  # fmt: skip


def test_the_page_has_no_element_attribute_or_address_that_its_templates_do_not_write(opened):
    wrong = set()
    for page in opened.values():
        for tag, names in map(json.loads, page["elements"]):
            if tag not in ALLOWED and tag not in PLAIN:
                wrong.add(f"<{tag}>")
            wrong |= {f"<{tag} {name}>" for name in set(names) - ALLOWED.get(tag, set())}
        wrong |= {url for url in page["addresses"] if not re.match(r"#|https?://|mailto:|[^:/\\]|/[^/\\]|$", url)}
        wrong |= {
            url for url in page["addresses"] if re.match(r"[^/?#]*:", url) and not re.match("https?:|mailto:", url)
        }
        wrong |= set(page["scripts"]) - {"", "application/json"}
        assert len(page["ids"]) == len(set(page["ids"]))

    assert wrong == set()


def test_every_text_is_still_there_to_be_read(opened):
    lost = []
    for number, texts in enumerate(CHUNKS):
        shown = letters(opened[number, True]["text"])
        # Markdown has another letter in the place of a zero.
        lost += [text for text in texts if letters(visible(text.replace("\x00", ""))) not in shown]

    assert lost == []
