"""Rich text → safe HTML, field by field. Raw HTML is text, links and pictures are on an allow-list."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from markupsafe import Markup

from archkit.model.findings import CITATION, SEVERAL, names_of
from archkit.model.text import BLOCK_START
from archkit.pages.compiled import as_html, written
from archkit.pages.parser import parser

#: A field that is longer and dense with Markdown characters is shown as text, so that its time is bounded.
MAX_DENSE = 20_000
#: A field that is longer is shown as text in any case.
MAX_LENGTH = 200_000
# Longer texts of a line are rendered every time.
_LONGEST_KEPT = 2_000

# Without these characters a text means itself.
_MARKED = re.compile(r"[\\`*_\[\]<>&~\"\n\x00]")
_DENSE = re.compile(r"[\[\]!*_`~<|]")
_NO_ANCHOR = re.compile(r"[^\w.-]+")
_NO_TITLE = re.compile(r"[\W_]+")
_SPACE = re.compile(r"\s+")
# An address that nothing encodes, escapes or shows in other letters; sources of findings are little else.
_ADDRESS = re.compile(r"<(https?://(?!\S*xn--)[a-z0-9][a-z0-9.-]{0,60}(?:/[A-Za-z0-9/._~=+,;:@?#-]*)?)>")
# Bold words that no rule of CommonMark takes for anything else.
_BOLD = re.compile(r"\*\*([^\W_](?:[^\W_]|[ ,.:+/-])*(?<![ ,.:+/-]))\*\*(?= |$)")
_TAG = re.compile(r"\s*<a class=\"cite\".*?</a>|<[^>]*>")


class Place(NamedTuple):
    """Where a finding is cited: the heading that a reader knows, and the anchor of the citation."""

    label: str
    anchor: str


class Anchors:
    """The ids of a page, each given once."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._given = set(taken)
        self._next: dict[str, int] = {}
        self._tables = 0

    def new(self, wish: str) -> str:
        """Return an id like `wish` that no other element of the page has."""
        base = _NO_ANCHOR.sub("-", wish).strip("-.")[:60] or "part"
        anchor, number = base, self._next.get(base, 1)
        while anchor in self._given:
            number += 1
            anchor = f"{base}-{number}"
        # All numbers below are given; without this, thousands of equal headings would each be counted from the start.
        self._next[base] = number
        self._given.add(anchor)
        return anchor

    @property
    def state(self) -> tuple[frozenset[str], int]:
        """What was given so far: the ids, and how many tables."""
        return frozenset(self._given), self._tables

    @state.setter
    def state(self, state: tuple[frozenset[str], int]) -> None:
        self._given, self._tables = set(state[0]), state[1]
        self._next = {}

    def titled(self, title: str) -> str:
        """Return an id for a heading."""
        return self.new(_NO_TITLE.sub("-", title.casefold()))

    def table(self) -> str:
        """Return what a screen reader calls the next table that has no name of its own."""
        self._tables += 1
        return f"Table {self._tables}"


@dataclass
class RichText:
    """Renders the fields of one document and remembers which finding was cited where.

    Attributes:
        targets: The anchors of the findings by their id.
        anchors: The ids of the page.
        label: The heading below which the rendered text stands.
        cited: Where each finding is cited, in the order of rendering.
        has_heading_links: Whether a heading in a text leads to itself, which takes the style sheet of the page.
    """

    targets: Mapping[str, str] = field(default_factory=dict)
    anchors: Anchors = field(default_factory=Anchors)
    label: str = ""
    cited: dict[str, list[Place]] = field(default_factory=dict)
    has_heading_links: bool = False
    # Texts that mean themselves, as HTML: the same names and words come again and again on a page.
    _bare: dict[str, Markup] = field(default_factory=dict)

    def within(self, label: str) -> RichText:
        """Return the same renderer for the text below another heading."""
        return RichText(self.targets, self.anchors, label, self.cited, self.has_heading_links, self._bare)

    def inline(self, text: str) -> Markup:
        """Return inline Markdown as HTML; a line break in a field is one on the page."""
        if (bare := self._bare.get(text)) is not None:
            return bare
        if not _MARKED.search(text):
            bare = self._bare[text] = as_html(text)
            return bare
        if _is_too_much(text):
            return _escaped(text)
        if text[0] == "<" and (address := _ADDRESS.fullmatch(text)):
            return as_html(f'<a href="{address[1]}" class="bare">{address[1]}</a>')
        # Only what stands in brackets can cite a finding: other texts are the same on every page.
        if "[" not in text and len(text) <= _LONGEST_KEPT:
            return _uncited(text)
        pieces = _pieces(text, self.targets)
        if pieces is not None:
            return as_html("".join(before + self._citations(names) for before, names in pieces))
        return as_html(parser().renderInline(text, self._environment(breaks=True)))

    def block(self, text: str, level: int = 3) -> Markup:
        """Return block Markdown as HTML; its headings begin at `level` and leave out no level."""
        if text and not text[0].isspace() and not _MARKED.search(text) and not BLOCK_START.match(text):
            return Markup(f"<p>{text}</p>\n")
        if _is_too_much(text):
            return Markup('<pre class="as-text" tabindex="0">{}</pre>\n').format(text)
        if (lines := _plain_lines(text, self.targets)) is not None:
            return as_html(f"<p>{''.join(before + self._citations(names) for before, names in lines)}</p>\n")
        return Markup(parser().render(text, self._environment(level=level)))

    def plain(self, text: str) -> str:
        """Return inline Markdown as the words that a reader sees, without citations."""
        if text in self._bare or not _MARKED.search(text):
            return text
        if _is_too_much(text):
            return text[:MAX_DENSE]
        pieces = _pieces(text, self.targets)
        if pieces is not None:
            return _SPACE.sub(" ", "".join(before.rstrip() if names else before for before, names in pieces)).strip()
        silent = RichText(dict.fromkeys(self.targets, ""))
        shown = _TAG.sub("", silent.inline(text))
        return _SPACE.sub(" ", html.unescape(shown)).strip()

    def cite(self, finding: str) -> Place:
        """Note that the text being rendered cites a finding, and return where."""
        places = self.cited.setdefault(finding, [])
        place = Place(self.label, self.anchors.new(f"cite-{finding}-{len(places) + 1}"))
        places.append(place)
        return place

    def citation(self, finding: str) -> str:
        """Cite a finding, and return the link to it."""
        place = self.cite(finding)
        href, words = written(self.targets[finding]), written(finding)
        return f'<a class="cite" id="{place.anchor}" href="#{href}">[{words}]</a>'

    def linked(self, findings: Iterable[str]) -> Markup:
        """Return the ids of findings, each as a link to it where it has a place; that is no citation."""
        return as_html(" ".join([self._link(finding) for finding in findings]))

    def _link(self, finding: str) -> str:
        anchor, words = self.targets.get(finding), written(finding)
        return f'<a href="#{written(anchor)}">{words}</a>' if anchor else str(words)

    def _citations(self, findings: Iterable[str]) -> str:
        return " ".join(map(self.citation, findings))

    def _environment(self, *, breaks: bool = False, level: int = 3) -> dict[str, object]:
        return {"rich": self, "breaks": breaks, "level": level}


@lru_cache(maxsize=512)
def _uncited(text: str) -> Markup:
    return as_html(parser().renderInline(text, RichText()._environment(breaks=True)))


def _pieces(text: str, targets: Mapping[str, str]) -> list[tuple[str, list[str]]] | None:
    """Return the pieces of a text that is plain but for its citations, each with the findings cited after it.

    None where there is more to it, which is left to the parser.
    """
    pieces, at = [], 0
    while (bracket := text.find("[", at)) >= 0:
        found = one = CITATION.match(text, bracket)
        found = found or SEVERAL.match(text, bracket)
        before, names = text[at:bracket], [one[1]] if one else names_of(found[1]) if found else []
        is_plain = not (before.endswith("!") or _MARKED.search(before))
        if not found or not is_plain or not all(name in targets for name in names):
            return None
        pieces.append((before, names))
        at = found.end()
    return None if _MARKED.search(text, at) else [*pieces, (text[at:], [])]


def _plain_lines(text: str, targets: Mapping[str, str]) -> list[tuple[str, list[str]]] | None:
    """Return the pieces of paragraphs whose lines are plain but for their citations, and for bold words at the start.

    None where there is more to it, which is left to the parser.
    """
    found: list[tuple[str, list[str]]] = []
    bold = _BOLD.match(text)
    if bold:
        found.append((f"<strong>{bold[1]}</strong>", []))
    for number, line in enumerate(text.split("\n")):
        if not line and found and found[-1][0] == "\n":
            found[-1] = ("</p>\n<p>", [])
            continue
        if not line or not line.isprintable() or line != line.strip() or BLOCK_START.match(line):
            return None
        pieces = _pieces(line[bold.end() :] if bold and not number else line, targets)
        if pieces is None:
            return None
        found += [*pieces, ("\n", [])]
    return found[:-1]


def _is_too_much(text: str) -> bool:
    if len(text) <= MAX_DENSE:
        return False
    return len(text) > MAX_LENGTH or len(_DENSE.findall(text)) * 8 > len(text)


def _escaped(text: str) -> Markup:
    return Markup(html.escape(text, quote=False).replace("\n", "<br>\n"))
