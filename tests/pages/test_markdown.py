import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from archkit.pages.links import is_safe_link, is_safe_picture
from archkit.pages.markdown import MAX_DENSE, Anchors, RichText
from archkit.pages.parser import parser

PIXEL = "data:image/png;base64,iVBORw0KGgo="


@pytest.mark.parametrize(
    "text, shown",
    [
        ("plain words", "plain words"),
        ("a *b* `c` ~~d~~", "a <em>b</em> <code>c</code> <s>d</s>"),
        ("one\ntwo", "one<br>\ntwo"),
        ("one<br>two<BR/>three", "one<br>\ntwo<br>\nthree"),
        ("<b>bold</b>", "&lt;b&gt;bold&lt;/b&gt;"),
        ("<https://example.org/>", '<a href="https://example.org/" class="bare">https://example.org/</a>'),
        ("[x](a/b.html#c)", '<a href="a/b.html#c">x</a>'),
        ("[x](mailto:a@b.c)", '<a href="mailto:a@b.c">x</a>'),
        ("[x](ftp://a)", "[x](ftp://a)"),
        ("https://example.org", "https://example.org"),
        ("Tom & Jerry", "Tom &amp; Jerry"),
    ],
)
def test_inline_markdown_becomes_html(text, shown):
    assert RichText().inline(text) == shown


def test_a_picture_elsewhere_becomes_a_link_with_its_words():
    shown = RichText().inline("![the plan](https://example.org/plan.png)")

    assert shown == '<a href="https://example.org/plan.png">the plan</a>'


def test_a_picture_inside_the_document_is_shown():
    assert RichText().inline(f"![dot]({PIXEL})") == f'<img src="{PIXEL}" alt="dot">'


def test_the_data_of_a_picture_is_no_address_of_a_link():
    assert RichText().inline(f"[dot]({PIXEL})") == "dot"


def test_a_picture_inside_a_link_leaves_its_words():
    assert RichText().inline("[![plan](p.png)](q.html)") == '<a href="q.html">plan</a>'


@pytest.mark.parametrize("text", ["`[F1]`", "\\[F1]", "[F1](x.html)", "[F2]"])
def test_what_is_no_citation_is_not_counted_as_one(text):
    rich = RichText({"F1": "F1"})
    rich.inline(text)

    assert rich.cited == {}


def test_a_citation_and_a_link_do_not_nest():
    shown = RichText({"F1": "F1"}).inline("[see [F1]](x.html)")

    assert shown == '[see <a class="cite" id="cite-F1-1" href="#F1">[F1]</a>](x.html)'


def test_a_citation_in_a_fence_is_code():
    rich = RichText({"F1": "F1"})

    assert "[F1]" in rich.block("```\n[F1]\n```") and rich.cited == {}


def test_a_reference_definition_cannot_take_a_citation_over():
    rich = RichText({"F1": "F1"})
    shown = rich.block("See [F1].\n\n[F1]: https://evil.example")

    assert 'href="#F1"' in shown and "evil" not in shown


def test_a_citation_remembers_the_heading_below_which_it_stands():
    rich = RichText({"F1": "F1"})
    rich.within("Option A").inline("x [F1] y [F1]")

    assert [(place.label, place.anchor) for place in rich.cited["F1"]] == [
        ("Option A", "cite-F1-1"),
        ("Option A", "cite-F1-2"),
    ]


def test_headings_of_a_text_begin_below_its_section_and_leave_out_no_level():
    shown = RichText().block("# A\n\n#### B\n\n## C\n", level=4)

    assert shown == '<h4 id="a">A</h4>\n<h5 id="b">B</h5>\n<h5 id="c">C</h5>\n'


def test_a_table_scrolls_and_aligns_without_inline_styles():
    shown = RichText().block("| a | b |\n|---|--:|\n| 1 | 2 |\n")

    assert "style=" not in shown and '<td class="right">2</td>' in shown and 'class="scroll"' in shown


def test_a_long_dense_text_is_shown_as_it_is():
    text = "[" * (MAX_DENSE + 1)

    assert RichText().inline(text) == text
    assert RichText().block(text) == f'<pre class="as-text" tabindex="0">{text}</pre>\n'


def test_long_prose_stays_markdown():
    assert "<em>word</em>" in RichText().block("Some *word* and many more of them. " * 2000)


def test_plain_words_are_what_a_reader_sees_without_citations():
    assert RichText({"F1": "F1"}).plain("It **works** [F1] &amp; `runs`") == "It works & runs"


def test_anchors_are_given_once():
    anchors = Anchors(["top"])

    assert [anchors.new("top"), anchors.titled("A  b/c!"), anchors.titled("a B c"), anchors.titled("!")] == [
        "top-2",
        "a-b-c",
        "a-b-c-2",
        "part",
    ]


def test_many_equal_headings_are_not_counted_from_the_start_each_time():
    asked = []

    class Given(set):
        def __contains__(self, anchor):
            asked.append(anchor)
            return super().__contains__(anchor)

    anchors = Anchors()
    anchors._given = Given()
    made = [anchors.titled("Option") for _ in range(500)]
    before = anchors.state
    anchors.state = before

    assert len(set(made)) == 500
    assert len(asked) < 1500
    assert anchors.titled("Option") == "option-501"


@pytest.mark.parametrize(
    "address",
    ["https://a.b", "HTTP://a", "mailto:a@b", "a/b?c:d", "#x", "", "?q", "../x", "%6aavascript/x", "a b"],
)
def test_links_that_may_stand(address):
    assert is_safe_link(address)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:x",
        " javascript:x",
        "java\nscript:x",
        "java%0ascript:x",
        "\u200bjavascript:x",
        "JAVASCRIPT:x",
        "//host",
        "\\\\host\\share",
        "/\\host",
        "data:text/html,x",
        "blob:x",
        "C:/x",
        "https%3a:x",
    ],
)
def test_links_that_may_not_stand(address):
    assert not is_safe_link(address)


@pytest.mark.parametrize("address", ["data:image/svg+xml;base64,AAAA", "data:image/png,x", "x.png", "https://a/x.png"])
def test_only_pictures_that_travel_in_the_page_are_shown(address):
    assert not is_safe_picture(address)


def test_deep_lists_keep_their_words():
    text = "\n".join(f"{'  ' * depth}- word{depth}." for depth in range(16))

    shown = RichText({}, Anchors(())).block(text, level=2)

    assert [depth for depth in range(16) if f"word{depth}." not in shown] == []


def test_several_ids_in_one_pair_of_brackets_lead_to_each_of_them():
    rich = RichText({"F1": "F1", "F4": "F4"}, Anchors(()))

    shown = str(rich.inline("Holds [F1, F4], not [F1, F9]."))

    assert 'href="#F1">[F1]</a> <a class="cite"' in shown
    assert 'href="#F4">[F4]</a>' in shown
    assert shown.endswith("not [F1, F9].")


@given(st.from_regex(r"\A<https?://[a-z0-9.:-]{1,9}(/[ -~\xe9]{0,9})?>\Z"))
@example("<https://xn--r8jz45g.jp/x>")
@example("<https://example.org/a?b=1&c=%20%zz#d>")
def test_an_address_alone_is_what_the_parser_makes_of_it(text):
    assert RichText().inline(text) == parser().renderInline(text, {"rich": RichText(), "breaks": True})


_WORDS = [
    "word",
    "Größe",
    "[F1]",
    "[F1, F4]",
    "[F9]",
    "**bold, it is**",
    "[F1]: x",
    "\n",
    "\n\n",
    " ",
    "  ",
    "\t",
    "\r",
]
_SIGNS = ["**", "*", "_", "- ", "1.", "#", "==", "--", "| ", ":", "\\", "!", "'", "(", ")", ".", ">", "\xa0", "\u2028"]


@given(
    st.lists(st.sampled_from(_WORDS + _SIGNS), max_size=12).map("".join).filter(lambda text: set(text) & set("[*\n"))
)
@example("**Keep it** One line [F1].\nThe next one [F1, F4]!\n\nA paragraph 'of' its own.\n")
@example("One [F1].\n--\n\n[F1]: x")
def test_plain_paragraphs_are_what_the_parser_makes_of_them(text):
    rich, other = (RichText({"F1": "F1", "F4": "F4"}, Anchors(())) for _ in range(2))

    shown = rich.block(text, level=4)

    assert shown == parser().render(text, {"rich": other, "breaks": False, "level": 4})
    assert rich.cited == other.cited


def test_paragraphs_with_citations_and_bold_words_need_no_parser(monkeypatch):
    monkeypatch.setattr("archkit.pages.markdown.parser", None)

    shown = RichText({"F1": "F1"}, Anchors(())).block("**Keep it** for now [F1],\nthen change.\n\nOr not.")

    assert shown.startswith("<p><strong>Keep it</strong> for now <a ")
    assert shown.endswith("</a>,\nthen change.</p>\n<p>Or not.</p>\n")
