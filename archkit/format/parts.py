"""Which part of the outline a heading begins."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache, lru_cache

from archkit.format.blocks import Block
from archkit.model import components, findings
from archkit.model.document import outline
from archkit.model.text import label

#: Sections that stand below another heading, by the key of the section they stand in.
BELOW = {"comparison": "options", "recommendation": "options", "risk_scale": "risks"}
#: Sections whose pieces stand below headings of their own.
GROUPED = {"findings": findings.GROUPS, "components": components.GROUPS}

_OPTION = re.compile(
    r"option(?:[ \t]+(?P<number>\d+|[A-Za-z]))?[ \t]*(?:[:.)]|[ \t][-–—])(?:[ \t]+(?P<name>.*))?$"
    r"|option[ \t]+(?P<bare>\d+)$",
    re.IGNORECASE,
)
_EMPHASISED = re.compile(r"(\*\*|__|\*|_)(.+)\1")
_EMPHASISED_NUMBER = re.compile(r"^(\*\*|__)(option[^*_]{0,20})\1", re.IGNORECASE)
_NUMBER = re.compile(r"\d+(?:\.\d+)*[.)]?[ \t]+")


@dataclass(frozen=True, slots=True)
class Part:
    """What a heading begins: a section or a piece of one, its name, and an option's number."""

    part: str
    name: str = ""
    number: int = 0


@cache
def headings() -> dict[str, str]:
    """Return the keys of the sections by their heading, as `folded` gives it."""
    return {folded(spec.title): spec.key for spec in outline() if spec.key not in {"metadata", "title"}}


def folded(title: str) -> str:
    """Return a heading without emphasis, leading number, closing marks and case."""
    return _short_folded(title) if len(title) <= _SHORT else _folded(title)


def _folded(title: str) -> str:
    bare = title.strip().strip("*_#` \t").strip()
    bare = _NUMBER.sub("", bare, count=1).strip("*_:` \t")
    return " ".join(bare.casefold().split())


# Nobody's heading of a megabyte is to stay in memory.
_SHORT = 200
_short_folded = lru_cache(maxsize=2048)(_folded)


def has_headings(text: str) -> bool:
    """Whether a text has three of the template's headings, and so is a document whatever its file is called."""
    return len({folded(line[3:]) for line in text.split("\n") if line.startswith("## ")} & set(headings())) >= 3


def part_of(block: Block, parent: str, title_seen: bool) -> Part | None:
    """Return what a heading begins below the section `parent`, or None when it belongs to the text above it."""
    if block.level == 1:
        return Part("custom", block.text) if title_seen else Part("title", block.text)
    key = headings().get(folded(block.text), "")
    if block.level == 2:
        return Part(key, "") if key and key not in BELOW else Part("custom", block.text)
    if block.level == 3:
        if parent == "options":
            return _below_options(block, key)
        if parent in GROUPED:
            return Part(parent, group_named(parent, block.text))
        if key and BELOW.get(key) == parent:
            return Part(key, "")
    return None


def group_named(part: str, title: str) -> str:
    """Return the group of findings or components that a heading names: one of the template's, or the author's own."""
    return _groups(part).get(folded(title)) or label(title)


@cache
def _groups(part: str) -> dict[str, str]:
    return {folded(group): group for group in GROUPED[part]}


def read_option_heading(text: str) -> Part | None:
    """Read `Option N: name`; an option without a number has the number 0."""
    text = text.strip()
    text = _EMPHASISED_NUMBER.sub(r"\2", text, count=1)
    emphasised = _EMPHASISED.fullmatch(text)
    found = _OPTION.match(emphasised[2].strip() if emphasised else text)
    if not found:
        return None
    mark = found["number"] or found["bare"] or ""
    number = int(mark[:9]) if mark.isdigit() else (ord(mark.casefold()) - 96 if mark else 0)
    return Part("option", (found["name"] or "").strip(), number)


@lru_cache(maxsize=2048)
def misplaced(title: str, level: int) -> str:
    """Return what a custom heading was probably meant to be, as a sentence's end, or ""."""
    key = headings().get(folded(title), "")
    if level == 2 and read_option_heading(title):
        return '"### Option N: name" below "## Technical Approach"'
    if key:
        titles = {spec.key: spec.title for spec in outline()}
        home = f"## {titles[BELOW[key]]}" if key in BELOW else ""
        marks = "###" if key in BELOW else "##"
        right = titles[key]
        return f'"{marks} {right}"' + (f' below "{home}"' if home else "")
    close = _like(folded(title)) if level == 2 and len(title) < 80 else ""
    if not close:
        return ""
    right = next((spec.title for spec in outline() if folded(spec.title) == close), "")
    return f'"## {right}"' if right and headings()[close] not in BELOW else ""


def _like(title: str) -> str:
    """Return the heading that a misspelt one was meant to be; another record's own heading is not one of ours."""
    found = get_close_matches(title, list(headings()), n=1, cutoff=0.8)
    return found[0] if found else ""


def _below_options(block: Block, key: str) -> Part:
    if BELOW.get(key) == "options":
        return Part(key, "")
    return read_option_heading(block.text) or Part("custom", block.text)
