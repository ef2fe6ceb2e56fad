"""Text is data: whatever stands in a field comes out as text."""

import re
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archkit.format.read import read
from archkit.model.document import Document
from archkit.pages.export_html import render_page
from tests.pages.lively_document import HOSTILE_NAME, lively_document
from tests.pages.parsed import Parsed

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    '"><script>alert(1)</script>',
    "' onmouseover='alert(1)",
    '" onfocus="alert(1)" autofocus="',
    "</style><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "<!--<script>-->",
    "<![CDATA[<script>]]>",
    "{{7*7}} {% raw %} ${7*7} {# c #}",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](java&#9;script:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](javascript&colon;alert(1))",
    "[x](<java\u200bscript:alert(1)>)",
    "[x](\u0001javascript:alert(1))",
    "[x](data:text/html,<script>alert(1)</script>)",
    "[x](vbscript:msgbox)",
    "[x](file:///etc/passwd)",
    "[x](//evil.example/share)",
    "[x](\\\\evil.example\\share)",
    "<javascript:alert(1)>",
    "![x](https://evil.example/pixel.png)",
    "![x](//evil.example/pixel.png)",
    "![x](javascript:alert(1))",
    "![x](data:image/svg+xml;base64,PHN2Zz4=)",
    "[![x](https://evil.example/a.png)](javascript:alert(1))",
    '![a](b "onerror=alert(1)")',
    "[x]: javascript:alert(1)\n\n[x]",
    "`<script>`",
    "```html onclick=alert(1)\n<script>alert(1)</script>\n```",
    '<a href="https://evil.example" style="x">',
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<base href=https://evil.example>",
    "<meta http-equiv=refresh content=0;url=https://evil.example>",
    "[F1](javascript:alert(1)) [F1]",
    "\u202egnp.exe",
    "] --> x[<script>",
    '```mermaid\nflowchart LR\nA["<script>alert(1)</script>"] -->|"</svg><img src=x onerror=alert(1)>"| '
    "B{\"'/onload='x\"}\n```",
    '```mermaid\ngraph TD\nA[x] --> B\nclick A "javascript:alert(1)"\nstyle A fill:url(javascript:alert(1))\n```',
    "```mermaid\nsequenceDiagram\n<script>alert(1)</script>\n```",
]
# What a drawing says of its colours and letters; no value of it comes from a text.
LOOKS = {"fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "font-weight"}
ALLOWED = {
    "a": {"href", "class", "id", "aria-label", "title"},
    "article": {"class", "id", "aria-labelledby"},
    "body": {"id"},
    "circle": {"class", "cx", "cy", "r"} | LOOKS,
    "details": {"class", "open"},
    "div": {"class", "role", "tabindex", "aria-label"},
    "dl": {"class"},
    "figure": {"class"},
    "h2": {"id"},
    "h3": {"id"},
    "h4": {"id"},
    "h5": {"id"},
    "html": {"lang"},
    "header": {"class"},
    "main": {"id"},
    "meta": {"charset", "http-equiv", "name", "content"},
    "nav": {"class", "id", "aria-label"},
    "ol": {"class", "start"},
    "p": {"class", "aria-hidden"},
    "path": {"class", "d"} | LOOKS,
    "ellipse": {"class", "cx", "cy", "rx", "ry"} | LOOKS,
    "pattern": {"id", "width", "height", "patternunits"},
    "polygon": {"class", "points"},
    "pre": {"class", "tabindex"},
    "script": {"type"},
    "rect": {"class", "x", "y", "width", "height", "rx"} | LOOKS,
    "section": {"aria-labelledby"},
    "span": {"class", "title"},
    "dd": {"class"},
    "desc": {"id"},
    "svg": {"class", "viewbox", "width", "height", "preserveaspectratio", "role", "aria-label", "aria-labelledby"}
    | {"aria-hidden", "aria-describedby", "xmlns", "font-size", "font-family", "text-anchor"}
    | LOOKS,
    "table": {"class"},
    "td": {"class"},
    "text": {"class", "x", "y"} | LOOKS,
    "th": {"scope", "class", "rowspan"},
    "title": {"id"},
    "tr": {"class", "id"},
    "tspan": {"x", "y"},
    "ul": {"class"},
    "img": {"src", "alt", "title"},
}
PLAIN = {
    "head",
    "style",
    "h1",
    "h6",
    "blockquote",
    "br",
    "caption",
    "code",
    "dd",
    "dt",
    "em",
    "figcaption",
    "hr",
    "li",
    "s",
}
PLAIN |= {"strong", "summary", "tbody", "tfoot", "thead"}


def wrong_with(page: str) -> list[str]:
    parsed = Parsed(page)
    found = [f"{tag} is not closed in order" for tag in (*parsed.misnested, *parsed.open)]
    for tag, attrs in parsed.elements:
        if tag not in ALLOWED and tag not in PLAIN:
            found.append(f"<{tag}>")
        found += [f"<{tag} {name}>" for name in attrs.keys() - ALLOWED.get(tag, set())]
    found += [href for href in parsed.all("href") if not re.match(r"#|https?://|mailto:|[^:/\\]*$|[^:]*[/?#]", href)]
    found += [href for href in parsed.all("href") if re.match(r"\s*(//|\\)", href)]
    found += [src for src in parsed.all("src") if not src.startswith("data:image/")]
    found += [kind for kind in parsed.all("type") if kind != "application/json"]
    return found


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_in_every_field_is_shown_as_text(filled, text):
    assert wrong_with(render_page(filled(text))) == []


@pytest.mark.parametrize("text", [*HOSTILE, HOSTILE_NAME, "\u202e\u2066", "🧨" * 8, "x" * 300])
def test_a_hostile_name_in_every_chart_is_shown_as_text(text):
    page = render_page(lively_document(text))

    assert wrong_with(page) == []
    assert 'class="curve"' in page and 'class="range' in page and "frontier" in page


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_in_a_custom_section_and_its_heading_is_shown_as_text(text):
    line = " ".join(text.split())

    assert wrong_with(render_page(read(f"{text}\n\n# {line}\n\n{text}\n\n## {line}\n\n{text}\n").document)) == []


@pytest.mark.parametrize("text", ["{{7*7}}", "{% raw %}", "${7*7}"])
def test_template_syntax_in_a_field_is_never_run(filled, text):
    parsed = Parsed(render_page(filled(text)))

    assert text in parsed.text and "49" not in parsed.text


def test_marks_of_two_names_in_one_sentence_do_not_pair():
    page = render_page(lively_document("$_$ `a` *"))

    assert "$_$ a * two" in Parsed(page).text and "$$" not in Parsed(page).text


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet=st.sampled_from("<>\"'&[]()!`*_~|#-:/\\ \n\tax1{}%=;\u200b\u202e"), max_size=60))
def test_no_mix_of_marks_becomes_an_element_that_markdown_does_not_have(filled, text):
    assert wrong_with(render_page(filled(text))) == []


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_text_at_all_is_a_page(text):
    assert wrong_with(render_page(read(text).document)) == []


@pytest.mark.parametrize("mark", ["[", "![", "*a ", "`", "<", "> ", "- ", "[a](", "|-|\n", "[x\n", "a*"])
def test_50_kb_of_one_mark_take_bounded_time(mark):
    text = (mark * 50_000)[:50_000]
    begin = time.process_time()
    render_page(
        Document.model_validate({"title": "T", "executive_summary": text, "security": [{"consideration": text}]})
    )

    # A quadratic step would take minutes.
    assert time.process_time() - begin < 10
