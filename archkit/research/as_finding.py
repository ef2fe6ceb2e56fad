"""A snippet of an answer → a finding, with everything that says where it came from."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import quote as percent

from archkit.errors import ResearchError
from archkit.model.document import Document
from archkit.model.edit import insert_row
from archkit.model.fields import Detail, build
from archkit.model.findings import DOCUMENTATION, DOCUMENTED, LABELS, Finding
from archkit.research.answers import Answer, Snippet
from archkit.research.library_ids import is_within
from archkit.research.outside_text import code_span, inline, one_line, uncited

#: Longer quotes are cut: a finding is one statement, and its address leads to the rest.
MOST_QUOTED = 1_500
_NUMBERED = re.compile(r"F(\d{1,6})", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?](?=\s|$)")
_FENCE = re.compile(r"\s{0,3}(?:`{3,}|~{3,}).*")
_DOORS = {"server": "asked", "paste": "pasted", "file": "from a file"}


def with_findings(document: Document, answer: Answer, numbers: Iterable[int]) -> tuple[Document, tuple[str, ...]]:
    """Return the document with findings for the snippets of these numbers, counted from 1, and their ids.

    A snippet that a finding quotes already keeps that one.

    Raises:
        ResearchError: there is no snippet of such a number.
    """
    ids = []
    for number in numbers:
        if not 1 <= number <= len(answer.snippets):
            right = f"the snippets are numbered 1 to {len(answer.snippets)}"
            raise ResearchError("research", f"there is no snippet {number}", right)
        row = finding(answer, answer.snippets[number - 1], next_id(document.findings))
        there = [one.id for one in document.findings if _says_the_same(one, row)]
        if not there:
            document = insert_row(document, ("findings",), len(document.findings), row)
        ids.append(there[0] if there else row.id)
    return document, tuple(ids)


def _says_the_same(one: Finding, other: Finding) -> bool:
    return bool(one.id) and (one.digest, one.source, one.text) == (other.digest, other.source, other.text)


def next_id(findings: Sequence[Finding]) -> str:
    """Return the id behind the highest `F` and number of the findings."""
    numbers = [int(found[1]) for row in findings if (found := _NUMBERED.fullmatch(row.id))]
    return f"F{max(numbers, default=0) + 1}"


def finding(answer: Answer, snippet: Snippet, id: str) -> Finding:
    """Return the finding of a snippet; its digest is that of the quote as the finding holds it."""
    values: dict[str, Any] = {
        "group": DOCUMENTATION,
        "label": LABELS[DOCUMENTATION][0],
        "id": id,
        "text": statement(snippet),
        "source": _source(snippet.source),
        "source_kind": DOCUMENTED,
        "checked": answer.time[:10],
        "retrieved": retrieved(answer, snippet),
        "quote": quoted_text(snippet),
    }
    difference = answer.difference(snippet)
    # 15.1.8 is what somebody who asks for 15 wants: it is said, and lowers no strength.
    differs = bool(difference) and not is_within(answer.answered(snippet), answer.asked)
    values["context_differs"] = inline(difference) if differs else ""
    notes = (*answer.notes, "" if differs else difference)
    values["details"] = tuple(Detail(key="Note", value=inline(text)) for text in notes if text)
    row = build(Finding, values)
    return row.replace(digest=hashlib.sha256(row.quote.encode()).hexdigest()) if row.quote else row


def statement(snippet: Snippet) -> str:
    """Return what a snippet says in one sentence: its title, and how its text begins."""
    title = one_line(snippet.title, 160)
    text = one_line(" ".join(_prose(snippet)), 400)
    end = _SENTENCE_END.search(text)
    first = one_line(text[: end.end()] if end else text, 240)
    if not first or first.casefold() == title.casefold():
        return inline(title)
    return inline(f"{title}: {first}")


def retrieved(answer: Answer, snippet: Snippet) -> str:
    """Return in one line where an answer came from: library, versions, question, time and way."""
    parts = [f"Context7 {answer.library}".strip()]
    if answer.server:
        parts[0] += f" at {answer.server}"
    parts.append(f"version asked {answer.asked or 'none'}, answered {answer.answered(snippet) or 'not said'}")
    if answer.query:
        parts.append(f'query "{answer.query}"')
    parts.append(f"{answer.time} ({_DOORS[answer.door]})")
    return inline(one_line("; ".join(parts), 1_500))


def quoted_text(snippet: Snippet) -> str:
    """Return the words of a snippet as inline Markdown: prose as it is, each line of a program as a code span."""
    lines = [inline(line) for line in _prose(snippet)]
    for program in snippet.code:
        lines += [code_span(line.rstrip()) for line in program.expandtabs(4).split("\n") if line.strip()]
    kept: list[str] = []
    left = MOST_QUOTED
    for line in lines:
        if len(line) > left:
            kept.append("…" if kept else f"{_cut(line, left)}…")
            break
        kept.append(line)
        left -= len(line)
    return "\n".join(kept)


def _cut(line: str, length: int) -> str:
    """Return the begin of a long line, without half a word or an open code span."""
    if line.startswith("`"):
        return code_span(line.strip("` ")[: length - 40])
    return line[:length].rsplit(" ", 1)[0].replace("`", "'")


def _prose(snippet: Snippet) -> list[str]:
    """Return the lines of a text that say something; the marks of fences in it say nothing."""
    lines = (line.strip() for line in snippet.text.split("\n"))
    return [line for line in lines if line and not _FENCE.fullmatch(line)]


def _source(address: str) -> str:
    """Return an address as a link, and what is no web address as the text it is."""
    if not address:
        return ""
    if address.startswith(("https://", "http://")):
        return f"<{percent(address, safe=':/?#[]@!$&()*+,;=%~.-_')}>"
    return code_span(uncited(address))
