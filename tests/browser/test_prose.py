"""Prose in a browser: findings cited by a bracket, keys, help, and diagrams drawn as one types."""

import shutil
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from archkit.assets import example_file
from archkit.widgets import prose
from tests.browser.test_forms import AXE
from tests.widgets.fake_kernel import FakeKernel

FLOW = "```mermaid\nflowchart LR\nshop[Web shop] -->|orders| queue[(Queue)]\n```\n"
DARK = {
    "--jp-layout-color1": "#111111",
    "--jp-layout-color2": "#212121",
    "--jp-ui-font-color1": "#e0e0e0",
    "--jp-border-color1": "#555555",
    "--jp-brand-color1": "#64b5f6",
}


@pytest.fixture
def fake(page, tmp_path):
    return FakeKernel(page, shutil.copy(example_file(), tmp_path / "example.md"))


@pytest.fixture
def summary(fake):
    """The field of the executive summary, empty."""
    fake.session.set(("executive_summary",), "")
    field = fake.show("executive_summary").page.locator("textarea").first
    field.click()
    return field


def answered(fake, ask):
    """Let the real form answer what the field asked for."""
    fake.page.wait_for_function("ask => sent.some(message => message.ask === ask)", arg=ask)
    fake.catch_up()


def test_a_bracket_and_a_few_letters_cite_a_finding(fake, summary):
    keyboard = fake.page.keyboard
    keyboard.type("The outbox is safe [")
    answered(fake, "findings")
    options = fake.page.get_by_role("option")
    expect(options.first).to_be_visible()
    count = options.count()
    keyboard.type("f2")
    expect(options).to_have_count(1)
    assert count > 1
    expect(summary).to_have_attribute("aria-activedescendant", options.first.get_attribute("id"))
    keyboard.press("Enter")
    expect(summary).to_have_value("The outbox is safe [F2]")
    expect(options).to_have_count(0)
    keyboard.type(" at peak")
    expect(summary).to_have_value("The outbox is safe [F2] at peak")
    # Undo takes the words after it back, then the citation alone, and what was typed for it stands again.
    seen = []
    while summary.input_value() and len(seen) < 12:
        keyboard.press("Control+z")
        seen.append(summary.input_value())
    cited = [words for words in seen if words.startswith("The outbox is safe [F2]")]
    assert cited and seen[len(cited)] == "The outbox is safe [f2"


def test_words_find_a_finding_arrows_choose_and_escape_leaves_the_text(fake, summary):
    keyboard = fake.page.keyboard
    ids = [finding.id for finding in fake.session.document.findings if finding.id]
    keyboard.type("[")
    answered(fake, "findings")
    keyboard.press("ArrowDown")
    keyboard.press("Enter")
    expect(summary).to_have_value(f"[{ids[1]}]")

    keyboard.type(" [")
    answered(fake, "findings")
    keyboard.press("Escape")
    keyboard.type("x")
    expect(summary).to_have_value(f"[{ids[1]}] [x")
    expect(fake.page.get_by_role("listbox")).to_have_count(0)

    summary.fill("`a` [")
    answered(fake, "findings")
    fake.page.get_by_role("option").last.click()
    expect(summary).to_have_value(f"`a` [{ids[min(len(ids), 12) - 1]}]")
    expect(summary).to_be_focused()


def test_keys_put_marks_and_can_be_undone_and_tab_leaves(fake, summary):
    keyboard = fake.page.keyboard
    keyboard.type("one two")
    keyboard.press("Control+Shift+ArrowLeft")
    keyboard.press("Control+b")
    expect(summary).to_have_value("one **two**")
    keyboard.press("Control+b")
    expect(summary).to_have_value("one two")
    keyboard.press("Control+i")
    expect(summary).to_have_value("one *two*")
    keyboard.press("Control+z")
    expect(summary).to_have_value("one two")
    summary.select_text()
    keyboard.press("Control+k")
    expect(summary).to_have_value("[one two](https://)")
    keyboard.type("https://example.org")
    expect(summary).to_have_value("[one two](https://example.org)")

    summary.fill("")
    keyboard.type("- a\nb")
    keyboard.press("Control+]")
    keyboard.press("Enter")
    keyboard.press("Control+[")
    keyboard.type("c\n\nd")
    expect(summary).to_have_value("- a\n  - b\n- c\nd")
    summary.fill("")
    keyboard.type("9. a\nb")
    expect(summary).to_have_value("9. a\n10. b")
    assert [key for key in fake.page.evaluate("keys") if key in "bik]["] == []
    keyboard.press("Tab")
    expect(fake.page.get_by_role("button", name="Markdown help for", exact=False).first).to_be_focused()
    keyboard.press("Enter")
    expect(fake.page.get_by_text("cites a finding; type [ and a few letters")).to_be_visible()
    keyboard.press("Escape")
    expect(fake.page.get_by_text("cites a finding; type [ and a few letters")).to_be_hidden()
    expect(summary).to_have_attribute("spellcheck", "true")


def test_a_diagram_is_drawn_as_one_types_and_the_last_good_one_stays(fake, summary, pictures):
    summary.fill(f"Orders move so:\n\n{FLOW}")
    answered(fake, "draw")
    picture = fake.page.locator(".ak-drawing svg")
    expect(picture).to_have_accessible_name("Flowchart")
    expect(picture).to_have_accessible_description("Web shop to Queue: orders.")
    expect(picture.get_by_text("orders", exact=True)).to_be_visible()

    summary.fill(f"Orders move so:\n\n{FLOW.replace('[(Queue)]', '[(Queue')}")
    answered(fake, "draw")
    expect(fake.page.locator(".ak-drawing [role=status]")).to_have_text(
        'Shown as text: line 2: the words after "queue[(" are not closed; add ")]". The drawing is that of before.'
    )
    expect(picture).to_have_count(1)
    assert fake.page.locator(".ak-drawing[data-old]").count() == 1

    summary.fill(f"Orders move so, and are never lost [F2]:\n\n{FLOW}")
    answered(fake, "draw")
    expect(fake.page.locator(".ak-drawing[data-old]")).to_have_count(0)
    fake.button("Markdown help for Executive Summary").click()
    found = Axe().run(fake.page, options=AXE).response["violations"]
    assert [(violation["id"], violation["nodes"][0]["html"]) for violation in found] == []
    fake.page.locator(".archkit-form").screenshot(path=pictures / "prose.png")
    fake.page.evaluate(
        """colours => {
            document.documentElement.dataset.jpThemeLight = 'false';
            document.body.dataset.jpThemeLight = 'false';
            document.body.style.background = '#111111';
            for (const [name, value] of Object.entries(colours)) document.body.style.setProperty(name, value);
        }""",
        DARK,
    )
    found = Axe().run(fake.page, options=AXE).response["violations"]
    assert [(violation["id"], violation["nodes"][0]["html"]) for violation in found] == []
    fake.page.locator(".archkit-form").screenshot(path=pictures / "prose-dark.png")

    summary.fill("Nothing is drawn any more.")
    expect(fake.page.locator(".ak-drawing")).to_have_count(0)


def test_nothing_but_shapes_and_words_of_a_drawing_comes_into_the_page(fake, summary):
    hostile = (
        "<svg xmlns='http://www.w3.org/2000/svg' xmlns:x='http://www.w3.org/1999/xlink' onload='window.ran = 1'>"
        "<script>window.ran = 1</script><a x:href='javascript:1'><rect/></a><image href='http://evil.example/x'/>"
        "<foreignObject><img xmlns='http://www.w3.org/1999/xhtml' src='x' onerror='window.ran = 1'/></foreignObject>"
        "<style>* { display: none }</style><use href='#x'/><animate attributeName='x'/>"
        "<rect fill='url(http://evil.example/)' style='fill:red' onclick='window.ran = 1' width='5' height='5'/>"
        "<text>kept &lt;b&gt;</text></svg>"
    )
    summary.fill(FLOW)
    fake.page.wait_for_function("() => sent.some(message => message.ask === 'draw')")
    fake.page.evaluate("svg => model.answer({ drawings: [{ svg, note: '' }] })", hostile)

    inner = fake.page.locator(".ak-picture").inner_html()
    assert inner == ('<svg><rect width="5" height="5"></rect><text>kept &lt;b&gt;</text></svg>')
    assert fake.page.evaluate("window.ran") is None


def test_the_rows_of_the_data_flow_are_drawn_below_them(fake):
    fake.show("data_flow")
    answered(fake, "flow")
    picture = fake.page.locator(".ak-drawing svg")
    expect(picture).to_have_count(1)
    fake.session.set(("data_flow", "flows", 0, "what"), "a brand new word")
    fake.tell()
    fake.page.wait_for_function("() => sent.some(message => message.ask === 'flow')")
    fake.catch_up()

    expect(picture.get_by_text("a brand new word", exact=True)).to_be_visible()


# A text with its selection between two bars, what is asked, and the text after it.
WORDS = [
    ("wrapped", ["|", "**"], "**|**"),
    ("wrapped", ["a |b| c", "**"], "a **|b|** c"),
    ("wrapped", ["a **|b|** c", "**"], "a |b| c"),
    ("wrapped", ["|a |", "*"], "*|a|* "),
    ("wrapped", ["**|a|**", "*"], "***|a|***"),
    ("linked", ["|"], "[|](https://)"),
    ("linked", ["|https://x.example|"], "[|](https://x.example)"),
    ("nextItem", ["- a|"], "- a\n- |"),
    ("nextItem", ["  3) a|b"], "  3) a\n  4) |b"),
    ("nextItem", ["- [x] a|"], "- [x] a\n- [ ] |"),
    ("nextItem", ["- a\n- |"], "- a\n|"),
    ("nextItem", ["-a|"], None),
    ("nextItem", ["```\n- a|\n```"], None),
    ("nextItem", ["|- a"], None),
    ("shiftItems", ["- a\n- |b", True], "- a\n  - |b"),
    ("shiftItems", ["|- a\n- b|", True], "  |- a\n  - b|"),
    ("shiftItems", ["  - |a", False], "- |a"),
    ("shiftItems", ["- |a", False], None),
    ("shiftItems", ["no |list", True], None),
]
PLAIN = [
    ("mermaidTexts", ["a\n```mermaid\ngraph TD\n```\n~~~ Mermaid\nx\n~~~\n```js\n```"], ["graph TD", "x"]),
    ("mermaidTexts", ["```mermaid\ngraph TD\nA"], ["graph TD\nA"]),
    ("mermaidTexts", ["```text\n```mermaid\n```"], []),
    ("mermaidTexts", ["plain"], []),
    ("citationBefore", ["a [f2", 5], {"start": 2, "words": "f2"}),
    ("citationBefore", ["[", 1], {"start": 0, "words": ""}),
    ("citationBefore", ["a [f2] b", 8], None),
    ("citationBefore", ["![pic", 5], None),
    ("citationBefore", ["\\[x", 3], None),
    ("citationBefore", ["```\n[x", 6], None),
    ("fittingFindings", [[["F1", "the outbox"], ["F12", "a box"], ["G1", "box of F1"]], "box"], ["F12", "G1", "F1"]),
    ("fittingFindings", [[["F1", "the outbox"], ["F12", "a box"], ["G1", "box of F1"]], "f1"], ["F1", "F12", "G1"]),
    ("fittingFindings", [[["F1", "x"]], "zz"], []),
]


def test_words_are_changed_as_the_keys_say(page):
    module = (Path(prose.__file__).parent / "prose_text.js").read_text(encoding="utf-8")
    call = """async ([script, calls]) => {
        const address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
        const module = await import(address);
        return calls.map(([name, given]) => module[name](...given));
    }"""
    given = []
    for _, (text, *_), _ in WORDS:
        start = text.index("|")
        rest = text[start + 1 :]
        end = start + (rest.index("|") if "|" in rest else 0)
        given.append((text.replace("|", ""), start, end))
    calls = [[name, [*at, *words[1:]]] for (name, words, _), at in zip(WORDS, given, strict=True)]
    changes = page.evaluate(call, [module, calls])
    for (name, words, wanted), (text, _, _), change in zip(WORDS, given, changes, strict=True):
        assert (shown(text, change) if change else None) == wanted, (name, words)
    found = page.evaluate(call, [module, [[name, arguments] for name, arguments, _ in PLAIN]])
    for (name, arguments, wanted), value in zip(PLAIN, found, strict=True):
        assert ([one[0] for one in value] if name == "fittingFindings" else value) == wanted, (name, arguments)


def shown(text, change):
    """The text after a change, with bars where its selection is."""
    after = text[: change["start"]] + change["put"] + text[change["end"] :]
    start, end = change.get("select") or [change["start"] + len(change["put"])] * 2
    return after[:start] + "|" + after[start:end] + ("|" if end > start else "") + after[end:]
