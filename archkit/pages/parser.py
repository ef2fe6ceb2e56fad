"""The Markdown parser of the page, and what it does otherwise than CommonMark: links, pictures, citations, headings."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from archkit.model.findings import CITATION, SEVERAL, names_of
from archkit.pages.diagrams import is_diagram, mermaid_figure
from archkit.pages.highlighting import highlighted, language
from archkit.pages.links import is_safe_link, is_safe_picture

if TYPE_CHECKING:
    from archkit.pages.markdown import RichText

# The parser leaves out what is nested deeper; its own limit of 20 is a list of nine levels.
_NESTED = 100
_BREAK = re.compile(r"<br[ \t]*/?>", re.IGNORECASE)
_ALIGNMENT = re.compile(r"text-align:(left|center|right)")
_CODE = '<pre tabindex="0"><code>{}</code></pre>\n'
_TABLE_OPEN = '<div class="scroll" role="region" tabindex="0" aria-label="{}">\n<table>\n'


@cache
def parser() -> MarkdownIt:
    """Return the parser; it keeps nothing between two texts."""
    made = MarkdownIt("commonmark", {"html": False, "xhtmlOut": False, "maxNesting": _NESTED})
    made.enable(["table", "strikethrough"])
    made.validateLink = _is_allowed  # type: ignore[method-assign, assignment]
    made.inline.ruler.before("link", "citation", _citation)
    made.inline.ruler.before("html_inline", "break", _break)
    made.core.ruler.push("settle", _settle)
    rules: dict[str, Callable[..., str]] = {
        "citation": _render_citation,
        "softbreak": lambda tokens, index, options, env: "<br>\n" if env.get("breaks") else "\n",
        "hardbreak": lambda tokens, index, options, env: "<br>\n",
        "fence": _render_fence,
        "code_block": _render_code,
        "table_open": lambda tokens, index, options, env: _TABLE_OPEN.format(env["rich"].anchors.table()),
        "table_close": lambda tokens, index, options, env: "</table>\n</div>\n",
    }
    made.renderer.rules |= rules  # type: ignore[attr-defined]
    return made


def _is_allowed(address: str) -> bool:
    return is_safe_picture(address) or is_safe_link(address)


def _citation(state: StateInline, silent: bool) -> bool:
    """Read `[F2]` or `[F2, F4]` where findings have these ids; like a link, it cannot stand inside another link."""
    rich: RichText | None = state.env.get("rich")
    if state.src[state.pos] != "[" or rich is None:
        return False
    found = CITATION.match(state.src, state.pos) or SEVERAL.match(state.src, state.pos)
    names = names_of(found[1]) if found else []
    if not found or not all(name in rich.targets for name in names):
        return False
    for name in names if not silent else ():
        if name is not names[0]:
            state.push("text", "", 0).content = " "
        state.push("citation", "", 0).content = name
    state.pos = found.end()
    return True


def _break(state: StateInline, silent: bool) -> bool:
    """Read `<br>`, the only HTML that means something."""
    found = _BREAK.match(state.src, state.pos) if state.src[state.pos] == "<" else None
    if not found:
        return False
    if not silent:
        state.push("hardbreak", "br", 0)
    state.pos = found.end()
    return True


def _settle(state: StateCore) -> None:
    """Turn what a page must not hold into what it may: foreign pictures, data links, styles, skipped levels."""
    levels: list[int] = []
    for index, token in enumerate(state.tokens):
        if token.type in {"th_open", "td_open"}:
            _align(token)
        elif token.type == "heading_open":
            _shift(token, state.tokens[index + 2], levels, int(state.env.get("level", 3)))
            _anchor(token, state.tokens[index + 1], state.env.get("rich"))
        if token.children and any(child.type in {"image", "link_open"} for child in token.children):
            token.children = _settled(token.children)


def _align(cell: Token) -> None:
    found = _ALIGNMENT.search(str(cell.attrs.pop("style", "")))
    if found and found[1] != "left":
        cell.attrs["class"] = found[1]


def _shift(opening: Token, closing: Token, levels: list[int], base: int) -> None:
    level = int(opening.tag[1])
    while levels and levels[-1] >= level:
        levels.pop()
    levels.append(level)
    opening.tag = closing.tag = f"h{min(6, base + len(levels) - 1)}"


def _anchor(heading: Token, words: Token, rich: RichText | None) -> None:
    if rich is None:
        return
    heading.attrs["id"] = anchor = rich.anchors.titled(words.content[:60])
    if not rich.has_heading_links:
        return
    link: dict[str, str | int | float] = {
        "class": "anchor",
        "href": f"#{anchor}",
        "aria-label": f"Link to {rich.plain(words.content)[:60] or 'here'}",
    }
    here = [Token("text", "", 0, content=" "), Token("link_open", "a", 1, attrs=link)]
    words.children = [*(words.children or ()), *here, Token("text", "", 0, content="#"), Token("link_close", "a", -1)]


def _settled(tokens: Sequence[Token]) -> list[Token]:
    kept: list[Token] = []
    linked: list[bool] = []
    for token in tokens:
        if token.type == "link_open":
            linked.append(is_safe_link(str(token.attrs.get("href", ""))))
            if linked[-1]:
                # On paper the address of a link stands behind its words, if they are not the address.
                token.attrs |= {"class": "bare"} if token.markup == "autolink" else {}
                kept.append(token)
        elif token.type == "link_close":
            if linked.pop():
                kept.append(token)
        elif token.type == "image" and not is_safe_picture(str(token.attrs.get("src", ""))):
            kept.extend(_named_picture(token, inside_link=any(linked)))
        else:
            kept.append(token)
    return kept


def _named_picture(picture: Token, *, inside_link: bool) -> list[Token]:
    """A picture elsewhere would be a request to another host: the reader gets a link to it."""
    words = Token("text", "", 0, content=picture.content.strip() or "picture")
    address = str(picture.attrs.get("src", ""))
    if inside_link or not is_safe_link(address):
        return [words]
    opening = Token("link_open", "a", 1, attrs={"href": address})
    return [opening, words, Token("link_close", "a", -1)]


def _render_citation(tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    rich: RichText = env["rich"]
    return rich.citation(tokens[index].content)


def _render_fence(tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    if is_diagram(tokens[index].info):
        return str(mermaid_figure(tokens[index].content, env["rich"].anchors))
    return _CODE.format(highlighted(tokens[index].content, language(tokens[index].info)))


def _render_code(tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    return _CODE.format(html.escape(tokens[index].content, quote=False))
