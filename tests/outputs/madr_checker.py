"""Reads a record by the rules of MADR 4.0.0, and says what does not follow them.

Written from the template of MADR 4.0.0: which parts there are and in which order, which of them are optional, how the
chosen option is stated, how arguments begin, and that lists have `*` as their mark.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

CONTEXT, DRIVERS, OPTIONS, OUTCOME = (
    "Context and Problem Statement",
    "Decision Drivers",
    "Considered Options",
    "Decision Outcome",
)
PROS_AND_CONS, MORE = "Pros and Cons of the Options", "More Information"
PARTS = (CONTEXT, DRIVERS, OPTIONS, OUTCOME, PROS_AND_CONS, MORE)
MANDATORY = (CONTEXT, OPTIONS, OUTCOME)
KEYS = ("status", "date", "decision-makers", "consulted", "informed")
CHOSEN = re.compile(r'Chosen option: "([^"\n]+)", because (\S.*)')
ARGUMENT = re.compile(r"(Good|Neutral|Bad), because \S")
#: What says that something is good or bad, in whatever words.
JUDGED = re.compile(r"(?:good|neutral|bad|pros?|cons?|advantages?|disadvantages?)\b\s*[,:]", re.IGNORECASE)
_MARKDOWN = MarkdownIt("commonmark").enable("table")


@dataclass
class Record:
    """A record as it was read, with what is wrong in it."""

    front: dict[str, object] = field(default_factory=dict)
    title: str = ""
    options: list[str] = field(default_factory=list)
    chosen: str = ""
    because: str = ""
    arguments: dict[str, list[str]] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)


def read_madr(text: str) -> Record:
    """Read a record."""
    record = Record()
    body = _front_matter(text, record)
    lines, tokens = body.split("\n"), _MARKDOWN.parse(body)
    titles = [token for at, token in enumerate(tokens) if token.type == "heading_open" and token.level == 0]
    first = [token for token in titles if token.tag == "h1"]
    if len(first) != 1 or not titles or titles[0] is not first[0]:
        record.problems.append(f"there are {len(first)} titles, or one is not first")
    parts = _parts(tokens, lines, "h2")
    record.title = tokens[tokens.index(first[0]) + 1].content if first else ""
    if not record.title:
        record.problems.append("the title is empty")
    names = [name for name, _, _ in parts]
    known = [name for name in PARTS if name in names]
    if names != known:
        record.problems.append(f"the parts are {names}, not {known}")
    record.problems += [f"{name} is missing" for name in MANDATORY if name not in names]
    for name, inside, source in parts:
        _READ.get(name, lambda *_: None)(record, inside, source)
    for token in [inner for block in tokens for inner in (block, *(block.children or ()))]:
        if token.type in ("html_block", "html_inline") and not re.fullmatch(r"<br\s*/?>", token.content.strip(), re.I):
            record.problems.append(f"raw HTML: {token.content[:40]!r}")
    if record.chosen != "none yet" and record.chosen not in record.options:
        record.problems.append(f"{record.chosen!r} is not considered; {record.options}")
    record.problems += [f"{name!r} is not considered" for name in record.arguments if name not in record.options]
    return record


def _front_matter(text: str, record: Record) -> str:
    if not text.startswith("---\n"):
        return text
    head, found, body = text[4:].partition("\n---\n")
    if not found and text[4:].startswith("---\n"):
        return text[8:]
    try:
        read = yaml.safe_load(head)
    except yaml.YAMLError as error:
        record.problems.append(f"the front matter is no YAML: {error}")
        return body
    record.front = read or {}
    if not isinstance(record.front, dict):
        record.problems.append("the front matter is no mapping")
    return body


def _parts(tokens: list[Token], lines: list[str], tag: str) -> list[tuple[str, list[Token], list[str]]]:
    starts = [at for at, token in enumerate(tokens) if token.type == "heading_open" and token.level == 0]
    wanted = [at for at in starts if tokens[at].tag == tag]
    found = []
    for at in wanted:
        end = next((other for other in starts if other > at and tokens[other].tag <= tag), len(tokens))
        last = tokens[end].map[0] if end < len(tokens) else len(lines)
        found.append((tokens[at + 1].content, tokens[at + 3 : end], lines[tokens[at].map[1] : last]))
    return found


def _lists(tokens: list[Token]) -> list[list[str]]:
    """Return the items of each outer list."""
    starts = [at for at, token in enumerate(tokens) if token.type == "bullet_list_open" and token.level == 0]
    ends = [at for at, token in enumerate(tokens) if token.type == "bullet_list_close" and token.level == 0]
    return [_items(tokens[start : end + 1], Record()) for start, end in zip(starts, ends, strict=True)]


def _items(tokens: list[Token], record: Record) -> list[str]:
    """Return the items of the outer lists, whose mark must be the star."""
    found = []
    for at, token in enumerate(tokens):
        if token.type == "list_item_open" and token.level == 1:
            if token.markup != "*":
                record.problems.append(f"a list has {token.markup!r} as its mark")
            found.append(tokens[at + 2].content if tokens[at + 1].type == "paragraph_open" else "")
    return found


def _options(record: Record, tokens: list[Token], source: list[str]) -> None:
    record.options = _items(tokens, record)
    if not record.options:
        record.problems.append("no options are considered")


def _outcome(record: Record, tokens: list[Token], source: list[str]) -> None:
    text = next((line for line in source if line.strip()), "")
    found = CHOSEN.fullmatch(text)
    if not found:
        record.problems.append(f"the outcome does not name the chosen option: {text[:80]!r}")
        return
    record.chosen, record.because = found[1], found[2]
    for name, inside, _ in _parts(tokens, source, "h3"):
        if name == "Consequences":
            _arguments(record, _items(inside, record))


def _pros_and_cons(record: Record, tokens: list[Token], source: list[str]) -> None:
    headings = [index for index, token in enumerate(tokens) if token.type == "heading_open" and token.tag == "h3"]
    for at, start in enumerate(headings):
        end = headings[at + 1] if at + 1 < len(headings) else len(tokens)
        name = tokens[start + 1].content
        record.arguments[name] = []
        for items in _lists(tokens[start + 3 : end]):
            if any(JUDGED.match(item) for item in items):
                # A list of the author's own may stand in the description; one that argues does so in MADR's words.
                _arguments(record, items)
                record.arguments[name] += items


def _drivers(record: Record, tokens: list[Token], source: list[str]) -> None:
    if not _items(tokens, record):
        record.problems.append("there is a heading for drivers and none below it")


def _arguments(record: Record, items: list[str]) -> None:
    record.problems += [f"no argument: {item[:60]!r}" for item in items if not ARGUMENT.match(item)]


def plain(text: str) -> str:
    """Return what an option's name says, without the entity that keeps a quotation mark out of the quotes."""
    return html.unescape(text)


_READ = {OPTIONS: _options, OUTCOME: _outcome, PROS_AND_CONS: _pros_and_cons, DRIVERS: _drivers}
