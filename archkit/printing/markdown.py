"""Block Markdown → what is printed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from archkit.pages.diagrams import is_diagram
from archkit.pages.links import is_safe_link
from archkit.pages.visible import visible
from archkit.printing.blocks import Align, Block, Code, Heading, Listing, Paragraph, Quote, Rule
from archkit.printing.columns import tables
from archkit.printing.drawings import drawing_blocks
from archkit.printing.pictures import Pictures
from archkit.printing.runs import Cited, plain_runs, runs_of

#: A piece that is longer is printed as it stands, so that its time is bounded.
MAX_LENGTH = 2_000_000
_LINE_BREAK = re.compile(r"<br[ \t]*/?>", re.IGNORECASE)
# The parser leaves out what is nested deeper than this; such a piece is printed as it stands, too.
_NESTED = 100
# What is nested deeper stands at this depth.
_DEEPEST = 6


@cache
def _parser() -> MarkdownIt:
    made = MarkdownIt("commonmark", {"html": False, "maxNesting": _NESTED})
    made.enable(["table", "strikethrough"])
    # Pictures are looked for by `Pictures`; a link that is not safe stays the text that it was.
    made.inline.ruler.before("html_inline", "break", _break)
    made.validateLink = is_safe_or_picture  # type: ignore[method-assign, assignment]
    return made


def _break(state: StateInline, silent: bool) -> bool:
    """Read `<br>`, the only HTML that means something."""
    found = _LINE_BREAK.match(state.src, state.pos) if state.src[state.pos] == "<" else None
    if not found:
        return False
    if not silent:
        state.push("hardbreak", "br", 0)
    state.pos = found.end()
    return True


def is_safe_or_picture(address: str) -> bool:
    """Whether an address may stand in a link or picture at all."""
    return is_safe_link(address) or address[:11].casefold() == "data:image/"


class Walk:
    """Turns pieces of Markdown into blocks, one after the other.

    Attributes:
        cited: The findings, and which have their place.
        pictures: The pictures that were met.
    """

    def __init__(self, cited: Cited, pictures: Pictures) -> None:
        self.cited = cited
        self.pictures = pictures
        self._levels: list[int] = []

    def blocks(self, text: str) -> list[Block]:
        """Return the blocks of a piece."""
        if len(text) > MAX_LENGTH:
            return [Code(visible(text))]
        tokens = _parser().parse(text)
        if any(token.level >= _NESTED - 2 for token in tokens):
            return [Code(visible(text))]
        return list(self._nodes(SyntaxTreeNode(tokens).children, 0))

    def _nodes(self, nodes: Sequence[SyntaxTreeNode], depth: int) -> Iterator[Block]:
        for node in nodes:
            yield from self._node(node, depth)

    def _node(self, node: SyntaxTreeNode, depth: int) -> Iterator[Block]:
        kind = node.type
        if kind == "heading":
            yield from self._heading(node, depth)
        elif kind == "paragraph":
            yield from self._paragraph(_inline(node))
        elif kind in {"fence", "code_block"}:
            yield from self._code(node)
        elif kind == "hr":
            yield Rule()
        elif kind == "table":
            yield from self._table(node)
        elif kind in {"bullet_list", "ordered_list", "blockquote"} and depth >= _DEEPEST:
            inner = (
                node.children if kind == "blockquote" else [part for item in node.children for part in item.children]
            )
            yield from self._nodes(inner, depth)
        elif kind == "blockquote":
            yield Quote(tuple(self._nodes(node.children, depth + 1)))
        elif kind in {"bullet_list", "ordered_list"}:
            items = tuple(tuple(self._nodes(item.children, depth + 1)) for item in node.children)
            yield Listing(items, int(node.attrs.get("start", 1)) if kind == "ordered_list" else None)

    def _heading(self, node: SyntaxTreeNode, depth: int) -> Iterator[Block]:
        # A heading stands in the contents, too, and a citation could not lead to two places.
        cited = Cited(self.cited.known, set())
        runs = runs_of(_inline(node), cited)
        if depth:
            # In a list or a quotation it heads no section.
            yield Paragraph(runs)
            return
        level = max(2, int(node.tag[1]))
        while self._levels and self._levels[-1] >= level:
            self._levels.pop()
        self._levels.append(level)
        if runs:
            yield Heading(runs, len(self._levels))

    def _paragraph(self, tokens: list[Token]) -> Iterator[Block]:
        """Yield a paragraph, then the pictures that stood in it."""
        found = {id(token): self.pictures.of(token) for token in tokens if token.type == "image"}
        words = [token for token in tokens if not found.get(id(token))]
        runs = runs_of(words, self.cited)
        if any(run.text.strip() for run in runs):
            yield Paragraph(runs)
        yield from (picture for picture in found.values() if picture)

    def _code(self, node: SyntaxTreeNode) -> Iterator[Block]:
        if node.type == "fence" and is_diagram(node.info):
            yield from drawing_blocks(node.content, self.pictures)
        else:
            yield Code(visible(node.content.rstrip("\n").expandtabs(4)))

    def _table(self, node: SyntaxTreeNode) -> Iterator[Block]:
        rows = [row.children for part in node.children for row in part.children]
        cells = [tuple(runs_of(_inline(cell), self.cited) for cell in row) for row in rows]
        yield from tables(cells[0], tuple(cells[1:]), tuple(_align(cell) for cell in rows[0]))


def note(text: str) -> Paragraph:
    """Return a small paragraph without Markdown."""
    return Paragraph(plain_runs(text), is_note=True)


def _inline(node: SyntaxTreeNode) -> list[Token]:
    inline = node.children[0] if node.children else None
    return (inline.token.children or []) if inline is not None and inline.token else []


def _align(cell: SyntaxTreeNode) -> Align:
    style = str(cell.attrs.get("style", ""))
    return "right" if "right" in style else "center" if "center" in style else "left"
