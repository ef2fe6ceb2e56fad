"""Inline Markdown → runs of words, each with its look."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from markdown_it.token import Token

from archkit.model.findings import CITATION, SEVERAL, names_of
from archkit.pages.links import is_safe_link
from archkit.pages.visible import visible
from archkit.printing.blocks import Run, Runs

_STARTS = {"strong_open": "bold", "em_open": "italic", "s_open": "strike"}
_ENDS = {"strong_close": "bold", "em_close": "italic", "s_close": "strike"}
_OUTSIDE = re.compile(r"(?:https?|mailto):", re.IGNORECASE)


@dataclass
class Cited:
    """The findings of a document, and which of them have a place that a citation can lead to."""

    known: frozenset[str]
    placed: set[str]
    in_findings: bool = False


def runs_of(tokens: Sequence[Token], cited: Cited) -> Runs:
    """Return the runs of inline tokens; pictures are named by their words."""
    return tuple(_joined(_runs(tokens, cited)))


def plain_runs(text: str, *, bold: bool = False, code: bool = False) -> Runs:
    """Return a text without Markdown as a run."""
    return (Run(visible(text), bold=bold, code=code),) if text else ()


def words_of(runs: Sequence[Run]) -> str:
    """Return what runs say."""
    return "".join(run.text for run in runs)


def _runs(tokens: Sequence[Token], cited: Cited) -> Iterator[Run]:
    look = Run("")
    shown: list[str] = []
    for token in tokens:
        if token.type in _STARTS:
            look = _with(look, _STARTS[token.type], True)
        elif token.type in _ENDS:
            look = _with(look, _ENDS[token.type], False)
        elif token.type == "link_open":
            shown.append(str(token.attrs.get("href", "")))
            look = replace(look, link=visible(shown[-1]) if _leads_outside(shown[-1]) else "")
        elif token.type == "link_close":
            yield from _address(shown.pop(), look)
            look = replace(look, link="")
        elif token.type == "text":
            yield from _with_citations(visible(token.content), look, cited)
        else:
            yield from _other(token, look)


def _with(look: Run, part: str, is_so: bool) -> Run:
    return Run(**vars(look) | {part: is_so})


def _leads_outside(address: str) -> bool:
    return is_safe_link(address) and bool(_OUTSIDE.match(address))


def _address(address: str, look: Run) -> Iterator[Run]:
    """A link to a file beside the document leads nowhere on paper; its address is said."""
    if not look.link and address and not address.startswith("#"):
        yield replace(look, text=f" ({visible(address)})")


def _other(token: Token, look: Run) -> Iterator[Run]:
    if token.type == "code_inline":
        yield replace(look, text=visible(token.content), code=True)
    elif token.type == "softbreak":
        yield replace(look, text=" ")
    elif token.type == "hardbreak":
        yield replace(look, text="\n")
    elif token.type == "image":
        yield replace(look, text=visible(_picture_words(token)))
    elif token.content:
        yield replace(look, text=visible(token.content))


def _picture_words(token: Token) -> str:
    words = token.content.strip() or "picture"
    address = str(token.attrs.get("src", ""))
    return f"[{words}]" if address.startswith("data:") else f"[{words}: {address}]"


def _with_citations(text: str, look: Run, cited: Cited) -> Iterator[Run]:
    """Yield the words, and each `[F2]` where a finding has that id; a citation cannot stand in a link."""
    end = 0
    if "," in text or ";" in text:
        text = SEVERAL.sub(lambda several: _apart(several, cited), text)
    for found in CITATION.finditer(text) if "[" in text and not look.link else ():
        name = found[1]
        if name not in cited.known:
            continue
        yield replace(look, text=text[end : found.start()])
        if cited.in_findings and name not in cited.placed:
            cited.placed.add(name)
            yield replace(look, text=found[0], finding=name, is_finding=True)
        else:
            yield replace(look, text=found[0], finding=name)
        end = found.end()
    yield replace(look, text=text[end:])


def _apart(several: re.Match[str], cited: Cited) -> str:
    """Return `[F1, F4]` as citations one by one, if findings have these ids."""
    names = names_of(several[1])
    return " ".join(f"[{name}]" for name in names) if all(name in cited.known for name in names) else several[0]


def _joined(runs: Iterator[Run]) -> Iterator[Run]:
    """Join neighbours of one look, and leave out what says nothing."""
    last: Run | None = None
    for run in runs:
        if not run.text:
            continue
        if last and "\n" not in (run.text, last.text) and replace(last, text="") == replace(run, text=""):
            last = replace(last, text=last.text + run.text)
            continue
        if last:
            yield last
        last = run
    if last:
        yield last
