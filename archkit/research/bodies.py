"""JSON that a Context7 server answers, and its command-line client writes → libraries and snippets."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from archkit.errors import ResearchError
from archkit.research.answers import Library, Snippet
from archkit.research.library_ids import is_library_id
from archkit.research.outside_text import one_line, text_of

MOST_SNIPPETS = 200


def json_of(text: str, where: str) -> Any:
    """Return the value of a JSON text.

    Raises:
        ResearchError: it is not JSON.
    """
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        begin = one_line(text, 40)
        raise ResearchError(
            where, f'this is not JSON: it begins "{begin}"', "give the JSON as it was answered"
        ) from None


def libraries_in(body: Any, where: str) -> tuple[Library, ...]:
    """Return the libraries of `{"results": [...]}`; an entry without an id is left out.

    Raises:
        ResearchError: the body is something else.
    """
    results = body.get("results") if isinstance(body, dict) else None
    if not isinstance(results, list):
        raise ResearchError(where, 'the answer has no list of "results"', "is CONTEXT7_API_URL a Context7 server?")
    return tuple(_library(entry) for entry in results[:MOST_SNIPPETS] if _has_id(entry))


def snippets_in(body: Any, where: str) -> tuple[Snippet, ...]:
    """Return the snippets of `{"codeSnippets": [...], "infoSnippets": [...]}`.

    Raises:
        ResearchError: the body is something else.
    """
    lists = [body.get(key) for key in ("codeSnippets", "infoSnippets")] if isinstance(body, dict) else []
    given = [one for one in lists if one is not None]
    if not given or not all(isinstance(one, list) for one in given):
        problem = 'the answer has no list of "codeSnippets" or "infoSnippets"'
        raise ResearchError(where, problem, "is this the answer of a Context7 server to a question?")
    codes, infos = (one if isinstance(one, list) else [] for one in lists)
    read = [*(_code(entry) for entry in _objects(codes)), *(_info(entry) for entry in _objects(infos))]
    return tuple(snippet for snippet in read if snippet.text or snippet.code)[:MOST_SNIPPETS]


def _has_id(entry: Any) -> bool:
    return isinstance(entry, dict) and isinstance(entry.get("id"), str) and is_library_id(entry["id"])


def _library(entry: dict[str, Any]) -> Library:
    versions = entry.get("versions")
    known = [text for text in versions if isinstance(text, str)] if isinstance(versions, list) else []
    return Library(
        id=entry["id"],
        title=one_line(text_of(entry.get("title")), 120) or entry["id"],
        description=one_line(text_of(entry.get("description")), 300),
        versions=tuple(one_line(text, 80) for text in known[:500]),
        state=one_line(text_of(entry.get("state")), 40),
    )


def _objects(entries: Iterable[Any]) -> list[dict[str, Any]]:
    return [entry for entry in entries if isinstance(entry, dict)]


def _code(entry: dict[str, Any]) -> Snippet:
    parts = entry.get("codeList")
    programs = [text_of(part.get("code")) for part in _objects(parts if isinstance(parts, list) else [])]
    title = one_line(text_of(entry.get("codeTitle")) or text_of(entry.get("pageTitle")))
    return Snippet(
        title=title or "Code",
        text=text_of(entry.get("codeDescription")).strip(),
        code=tuple(program for program in programs if program.strip()),
        source=one_line(text_of(entry.get("codeId")), 2000),
    )


def _info(entry: dict[str, Any]) -> Snippet:
    return Snippet(
        title=one_line(text_of(entry.get("breadcrumb"))) or "Documentation",
        text=text_of(entry.get("content")).strip(),
        source=one_line(text_of(entry.get("pageId")), 2000),
    )
