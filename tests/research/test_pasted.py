"""Answers that were given elsewhere: pasted texts of any shape, and files of command-line clients."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archkit.errors import ArchkitError, ResearchError
from archkit.research.answers import Snippet
from archkit.research.outside_text import visible
from archkit.research.pasted import snippets_of_text
from archkit.research.taken_in import from_file, from_paste

RULE = "-" * 32
NEW = f"""### Match paths

Source: https://github.com/vercel/next.js/blob/v15.1.8/docs/a.mdx#_snippet_0

The matcher says for which paths.

```typescript
export const config = {{
  matcher: '/about',
}}
```

{RULE}

### Routing > Middleware

Source: https://github.com/vercel/next.js/blob/v15.1.8/docs/b.mdx

Middleware runs first.
"""
OLD = f"""================
CODE SNIPPETS
================
TITLE: Match paths
DESCRIPTION: The matcher says for which paths.
SOURCE: https://github.com/vercel/next.js/blob/v15.1.8/docs/a.mdx#_snippet_0

LANGUAGE: typescript
CODE:
```
export const config = {{
  matcher: '/about',
}}
```

{"-" * 40}

TITLE: Routing > Middleware
DESCRIPTION: Middleware runs first.
SOURCE: https://github.com/vercel/next.js/blob/v15.1.8/docs/b.mdx
"""
SNIPPETS = (
    Snippet(
        "Match paths",
        "The matcher says for which paths.",
        ("export const config = {\n  matcher: '/about',\n}",),
        "https://github.com/vercel/next.js/blob/v15.1.8/docs/a.mdx#_snippet_0",
    ),
    Snippet(
        "Routing > Middleware",
        "Middleware runs first.",
        (),
        "https://github.com/vercel/next.js/blob/v15.1.8/docs/b.mdx",
    ),
)


def mcp(text: str) -> dict:
    return {"content": [{"type": "text", "text": text}]}


@pytest.mark.parametrize(
    "text",
    [
        NEW,
        OLD,
        NEW.replace("\n", "\r\n"),
        NEW.replace(f"{RULE}\n\n", ""),
        NEW.replace(RULE, "---"),
        NEW.replace("Source: ", "**Source:** "),
        f"Here is what I found:\n\n{RULE}\n\n{NEW}",
        json.dumps(mcp(NEW)),
        json.dumps(mcp(NEW)["content"]),
        json.dumps({"jsonrpc": "2.0", "id": 3, "result": mcp(OLD)}),
        json.dumps(
            [
                {
                    "title": "Match paths",
                    "text": SNIPPETS[0].text,
                    "code": SNIPPETS[0].code,
                    "source": SNIPPETS[0].source,
                },
                {"title": "Routing > Middleware", "content": "Middleware runs first.", "source": SNIPPETS[1].source},
            ]
        ),
    ],
)
def test_every_shape_of_an_answer_gives_the_same_snippets(text):
    answer = from_paste(text, now=lambda: 0.0)

    assert answer.snippets == SNIPPETS
    assert (answer.library, answer.door, answer.server) == ("/vercel/next.js", "paste", "")
    assert answer.notes == ("The answer does not name its library: it was taken from its addresses.",)


def test_the_version_that_was_asked_for_is_set_beside_that_of_the_addresses():
    answer = from_paste(NEW, "/vercel/next.js", "match paths", "14")

    assert answer.difference(answer.snippets[0]) == "Version 14 was asked for, v15.1.8 was answered."


def test_dashes_headings_and_sources_in_code_divide_nothing():
    text = (
        f"### Front matter\n\nSource: https://x.example/a\n\n~~~md\n{RULE}\n### B\n\nSource: https://y.example\n~~~\n"
    )

    (snippet,) = snippets_of_text(text)

    assert snippet.source == "https://x.example/a"
    assert snippet.code == (f"{RULE}\n### B\n\nSource: https://y.example",)


def test_a_fence_without_an_end_takes_nothing_with_it():
    text = "### A\n\nSource: https://x.example/a\n\nWords.\n```js\n### B\n\nSource: https://x.example/b\n\nMore.\n"

    assert [snippet.title for snippet in snippets_of_text(text)] == ["A", "B"]


@pytest.mark.parametrize(
    "text", ["### A\n" + "\n" * 900_000, "```a\n" * 190_000, "# " + " " * 900_000, "\x1b[" * 450_000, "-" * 900_000]
)
def test_a_hostile_megabyte_is_refused(text):
    with pytest.raises(ResearchError, match="no snippet"):
        from_paste(text)


def test_text_from_outside_cannot_move_the_cursor_or_hide():
    text = "### A\x1b[2J\x1b]0;title\x07\u202egnp\n\nSource: https://x.example/a\n\nWords\u200b.\x00\U000e0041"

    (snippet,) = snippets_of_text(text)

    assert (snippet.title, snippet.text) == ("A⟨U+202E⟩gnp", "Words⟨U+200B⟩.⟨U+0000⟩⟨U+E0041⟩")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "it is empty"),
        ("Rate limited or quota exceeded.", "no snippet was found"),
        ("{", "this is not JSON"),
        ('{"error": "rate_limit_exceeded", "message": "Too many."}', "an error that a server answered"),
        ('[{"id": "/a/b", "totalSnippets": 3}]', "a list of libraries"),
        ('{"codeSnippets": [], "infoSnippets": []}', "no snippet"),
        ("[]", "no snippet"),
        ("[" * 50_000, "this is not JSON"),
    ],
)
def test_what_is_no_answer_is_refused_with_what_is_expected(text, said):
    with pytest.raises(ResearchError, match=said):
        from_paste(text)


CLIENT = {
    "codeSnippets": [
        {
            "codeTitle": "Match paths",
            "codeDescription": "The matcher says for which paths.",
            "codeId": SNIPPETS[0].source,
            "codeList": [{"language": "typescript", "code": SNIPPETS[0].code[0]}],
        }
    ],
    "infoSnippets": [
        {"pageId": SNIPPETS[1].source, "breadcrumb": "Routing > Middleware", "content": "Middleware runs first."}
    ],
}


def test_a_file_of_the_command_line_client_is_read(tmp_path):
    file = tmp_path / "answer.json"
    file.write_text("\ufeff" + json.dumps(CLIENT), encoding="utf-8")

    answer = from_file(file, "/vercel/next.js/v15.1.8", "match paths", now=lambda: 0.0)

    assert answer.snippets == SNIPPETS
    assert (answer.door, answer.time, answer.asked) == ("file", "1970-01-01T00:00:00Z", "v15.1.8")
    assert answer.notes == ()


def test_what_archkit_printed_as_json_is_the_same_answer_again(tmp_path):
    answer = from_paste(NEW, "/vercel/next.js", "match paths", "15", now=lambda: 0.0)
    file = tmp_path / "answer.json"
    file.write_text(json.dumps(answer.as_json()), encoding="utf-8")

    again = from_file(file)

    assert again.as_json() == answer.as_json()


@pytest.mark.parametrize("content", [b"\xff", b"not json", b"7", b"null"])
def test_a_file_that_is_no_answer_is_named(tmp_path, content):
    file = tmp_path / "answer.json"
    file.write_bytes(content)

    with pytest.raises(ArchkitError, match=r"answer\.json: "):
        from_file(file)
    with pytest.raises(ArchkitError, match="name a JSON file"):
        from_file(tmp_path / "missing.json")


_MARKS = "### A|Source: https://x.example/a|SOURCE: b|TITLE: t|DESCRIPTION: d|CODE:|```|````js|~~~|---|====|words|"
_LINES = st.lists(st.sampled_from(f"{_MARKS}|- item|# h|[F2]|{{|CODE SNIPPETS".split("|")), max_size=30)


@given(st.one_of(_LINES.map("\n".join), st.text(), st.binary().map(lambda bytes: bytes.decode("latin-1"))))
def test_any_text_is_read_or_refused_in_words(text):
    try:
        answer = from_paste(text)
    except ResearchError as error:
        assert "\n" not in str(error)
        return
    assert answer.snippets
    for snippet in answer.snippets:
        assert snippet.title
        assert snippet.text or snippet.code


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                ["codeSnippets", "infoSnippets", "codeList", "code", "content", "text", "title", "result", "snippets"]
            )
            | st.text(max_size=5),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(_JSON)
def test_any_json_is_read_or_refused_in_words(value):
    try:
        answer = from_paste(json.dumps({"codeSnippets": value}))
        answer = from_paste(json.dumps(value) if isinstance(value, dict | list) else "[]")
    except ResearchError:
        return
    assert answer.snippets


_LABELS = ("source", "title", "topic", "desc", "lang", "code")
_LETTERS = st.characters(exclude_characters="`~", exclude_categories=("C", "Z"))
_PROSE = st.text(_LETTERS, min_size=1, max_size=20).filter(
    lambda text: text[0].isalpha() and visible(text) == text and not text.casefold().startswith(_LABELS)
)


@given(
    st.lists(st.tuples(_PROSE, _PROSE, st.lists(_PROSE, min_size=1, max_size=3).map("\n".join)), min_size=1, max_size=5)
)
def test_what_is_written_as_blocks_is_read_as_those_blocks(blocks):
    text = f"\n\n{RULE}\n\n".join(
        f"### {title}\n\nSource: https://x.example/{number}\n\n{words}\n\n```\n{code}\n```"
        for number, (title, words, code) in enumerate(blocks)
    )

    expected = [Snippet(t, w, (c,), f"https://x.example/{n}") for n, (t, w, c) in enumerate(blocks)]
    assert list(snippets_of_text(text)) == expected
