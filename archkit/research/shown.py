"""An answer as a person reads it in a terminal or a notebook: numbered snippets, and what has to be known."""

from __future__ import annotations

import html
from collections.abc import Iterator

from archkit.research.answers import Answer, Snippet

_LINES = 8
_WIDTH = 110


def as_text(answer: Answer) -> str:
    """Return an answer as lines of text."""
    return "\n".join([*_head(answer), *(line for one in _numbered(answer) for line in one)])


def as_html(answer: Answer) -> str:
    """Return an answer as HTML in which everything from outside is text."""
    items = []
    for snippet in answer.snippets:
        lines = "\n".join(_begin(snippet))
        more = [snippet.source, answer.difference(snippet)]
        below = "".join(f"<div>{html.escape(text)}</div>" for text in more if text)
        items.append(f"<li><b>{html.escape(snippet.title)}</b><pre>{html.escape(lines)}</pre>{below}</li>")
    head = "".join(f"<p>{html.escape(line)}</p>" for line in _head(answer) if line)
    return f"{head}<ol>{''.join(items)}</ol>"


def _head(answer: Answer) -> Iterator[str]:
    library = answer.library or "a library that is not named"
    count = len(answer.snippets)
    counted = "1 snippet" if count == 1 else f"{count} snippets"
    where = f" from {answer.server}" if answer.server else ""
    kept = " (kept from an earlier look-up; --fresh asks again)" if answer.cached else ""
    yield f"{counted} on {library}{where}, {answer.time}{kept}"
    yield from answer.notes
    if answer.others:
        yield f"Other libraries of that name: {', '.join(one.id for one in answer.others[:8])}"
    yield ""


def _numbered(answer: Answer) -> Iterator[list[str]]:
    width = len(str(len(answer.snippets))) + 2
    for number, snippet in enumerate(answer.snippets, 1):
        lines = [f"{f'{number}.':<{width}}{snippet.title}"]
        lines += [f"{'':{width}}{line}" for line in _begin(snippet)]
        below = [f"Source: {snippet.source}" if snippet.source else "Source: not said", answer.difference(snippet)]
        lines += [f"{'':{width}}{text}" for text in below if text]
        yield [*lines, ""]


def _begin(snippet: Snippet) -> list[str]:
    lines = [line for text in (snippet.text, *snippet.code) for line in text.split("\n") if line.strip()]
    shown = [f"{line[: _WIDTH - 1]}…" if len(line) > _WIDTH else line for line in lines[:_LINES]]
    return [*shown, f"… {len(lines) - _LINES} more lines"] if len(lines) > _LINES else shown
