"""What a printed document is made of: plain data, which the PDF and the DOCX show each in their way."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Align = Literal["left", "center", "right"]


@dataclass(frozen=True)
class Run:
    """Words of one look.

    Attributes:
        text: The words; a line break where it is a line feed alone.
        bold: Whether they are strong.
        italic: Whether they are emphasised.
        code: Whether they are code.
        strike: Whether they are struck through.
        link: Where they lead, an address; "" for nowhere.
        finding: The finding that they cite; "" for none.
        is_finding: Whether they are the id of the finding itself, where citations lead to.
    """

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    strike: bool = False
    link: str = ""
    finding: str = ""
    is_finding: bool = False


Runs = tuple[Run, ...]


@dataclass(frozen=True)
class Heading:
    """A heading; level 1 is a section, and no level is left out."""

    runs: Runs
    level: int
    kind: Literal["heading"] = "heading"


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; a `note` is small and explains what stands above it."""

    runs: Runs
    is_note: bool = False
    kind: Literal["paragraph"] = "paragraph"

    @property
    def is_label(self) -> bool:
        """Whether it announces what follows, such as **Pros:**, and is not to stand alone at the end of a page."""
        return bool(self.runs) and all(run.bold for run in self.runs) and self.runs[-1].text.rstrip().endswith(":")


@dataclass(frozen=True)
class Code:
    """Lines that stay as they are."""

    text: str
    kind: Literal["code"] = "code"


@dataclass(frozen=True)
class Rule:
    """A line across the page."""

    kind: Literal["rule"] = "rule"


@dataclass(frozen=True)
class Picture:
    """A picture: a figure, a drawing or a file of the author's.

    Attributes:
        name: The name of its file among the pictures of the document.
        alt: What it shows, in words.
        width: Its width as a share of the text's (0–1).
        caption: What stands below it; "" for nothing.
    """

    name: str
    alt: str
    width: float = 1.0
    caption: str = ""
    kind: Literal["picture"] = "picture"


@dataclass(frozen=True)
class Table:
    """A table, whose header is repeated on every page.

    Attributes:
        head: The cells of its header.
        rows: Its rows, each with a cell for each column.
        aligns: How the columns are aligned.
        shares: The width of each column as a share of the table's.
        letters: How many letters of one word fit into each column.
        size: The size of its letters in points.
        is_wide: Whether it needs a page in landscape.
    """

    head: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]
    aligns: tuple[Align, ...]
    shares: tuple[float, ...] = ()
    letters: tuple[int, ...] = ()
    size: float = 9.0
    is_wide: bool = False
    kind: Literal["table"] = "table"


@dataclass(frozen=True)
class Listing:
    """A list; `start` is its first number, None where it has no numbers."""

    items: tuple[tuple[Block, ...], ...]
    start: int | None = None
    kind: Literal["list"] = "list"


@dataclass(frozen=True)
class Quote:
    """What somebody else said."""

    blocks: tuple[Block, ...]
    kind: Literal["quote"] = "quote"


Block = Heading | Paragraph | Code | Rule | Picture | Table | Listing | Quote


@dataclass(frozen=True)
class Printed:
    """A document as it is printed.

    Attributes:
        title: Its title as plain words, for the header of the pages.
        heading: The same as it stands above the text.
        lead: The recommendation in one sentence; "" for none.
        status: Where the decision stands.
        facts: Who, when and how much, each with its label.
        language: The language of its text, as `en` or `pt-BR`.
        blocks: What it says.
        pictures: The pictures by their name, as SVG or PNG.
    """

    title: str
    heading: Runs
    lead: str
    status: str
    facts: tuple[tuple[str, str], ...]
    language: str
    blocks: tuple[Block, ...]
    pictures: dict[str, bytes] = field(default_factory=dict)
