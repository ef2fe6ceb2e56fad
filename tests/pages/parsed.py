"""A page as a browser's parser sees it: its elements with their attributes, and its words."""

from html.parser import HTMLParser

VOID = {"meta", "br", "hr", "img", "link", "input"}


class Parsed(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.words: list[str] = []
        self.open: list[str] = []
        self.misnested: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.misnested.append(tag)

    def handle_data(self, data):
        if self.open[-1:] not in (["style"], ["script"]):
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())

    def all(self, attribute: str) -> list[str]:
        return [attrs[attribute] for _, attrs in self.elements if attribute in attrs]

    def of(self, tag: str) -> list[dict[str, str]]:
        return [attrs for name, attrs in self.elements if name == tag]


class _Tables(HTMLParser):
    """The words of each table's cells by the name of the region that holds it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: dict[str, list[list[str]]] = {}
        self.name = ""
        self.inside = 0

    def handle_starttag(self, tag, attrs):
        known = dict(attrs)
        if known.get("role") == "region":
            self.name = known["aria-label"]
        elif tag == "table":
            self.found[self.name] = []
        elif tag == "tr":
            self.found[self.name].append([])
        elif tag in {"td", "th"}:
            self.found[self.name][-1].append("")
            self.inside = 1

    def handle_endtag(self, tag):
        if tag in {"td", "th"}:
            self.inside = 0

    def handle_data(self, data):
        if self.inside:
            row = self.found[self.name][-1]
            row[-1] = f"{row[-1]} {data}".strip()


def tables(page: str) -> dict[str, list[list[str]]]:
    """Return the cells of every table of a page, row by row, by the name that a screen reader says."""
    parser = _Tables()
    parser.feed(page)
    return parser.found
