"""A text that is plain but for its citations is what the Markdown parser makes of it."""

from hypothesis import given
from hypothesis import strategies as st

from archkit.pages import markdown
from archkit.pages.markdown import RichText

TARGETS = {"F1": "f1", "F-2": "f-2", "note": "note&"}
CITING = ("[F1]", "[F-2]", "[note]", "[F1, F-2]", "[F1;F1]", "[F3]", "[F1](x)")
parts = st.sampled_from([*"![](): \t*_~&<\\`", *CITING, "word", " two words ", "é\u00a0"])
texts = st.lists(parts, max_size=7).map("".join)


def _both(text: str) -> list[tuple[str, str, dict[str, list[markdown.Place]]]]:
    shown = []
    for pieces in (markdown._pieces, lambda text, targets: None):
        rich = RichText(TARGETS, label="Here")
        saved, markdown._pieces = markdown._pieces, pieces
        try:
            shown.append((rich.inline(text), rich.plain(text), rich.cited))
        finally:
            markdown._pieces = saved
    return shown


@given(texts)
def test_citations_in_a_plain_text_are_those_of_the_parser(text):
    quick, parsed = _both(text)

    assert quick == parsed


def test_a_plain_text_with_citations_needs_no_parser(monkeypatch):
    monkeypatch.setattr(markdown, "parser", None)

    shown = RichText(TARGETS).inline("It is slow [F1, F-2], and so on [F1].")

    assert shown.count('class="cite"') == 3
    assert 'id="cite-F1-2" href="#f1">[F1]</a>.' in shown
    assert RichText(TARGETS).plain("It is slow [F1, F-2], and so on [F1].") == "It is slow, and so on."
