"""Answers that were given elsewhere: pasted text, and JSON that a command-line client wrote."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from archkit.errors import FileProblem, ResearchError
from archkit.research.answers import Answer, Door, Snippet
from archkit.research.bodies import MOST_SNIPPETS, json_of, snippets_in
from archkit.research.library_ids import is_library_id, version_of
from archkit.research.look_up import utc
from archkit.research.outside_text import one_line, text_of
from archkit.research.pasted import library_of, snippets_of_text

MOST_BYTES = 10_000_000


def from_paste(
    text: str, library: str = "", query: str = "", version: str = "", *, now: Callable[[], float] = time.time
) -> Answer:
    """Return the answer that an agent already got: the text of its tool, or the JSON around it.

    Raises:
        ResearchError: there is no snippet in it; its text says what is expected.
    """
    return _taken_in(text, "paste", "the pasted text", library, query, version, utc(now()))


def from_file(
    path: str | Path, library: str = "", query: str = "", version: str = "", *, now: Callable[[], float] = time.time
) -> Answer:
    """Return the answer that a command-line client wrote to a file: `ctx7 docs … --json`, `archkit research … --json`.

    Raises:
        FileProblem: the file cannot be read.
        ResearchError: there is no snippet in it; its text says what is expected.
    """
    path = Path(path)
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
        text = content.decode("utf-8-sig")
    except OSError as error:
        problem = (error.strerror or str(error)).lower()
        raise FileProblem(path, problem, "name a JSON file that can be read") from None
    except UnicodeDecodeError:
        raise FileProblem(path, "it is not UTF-8", "name a file with the JSON of an answer") from None
    if len(content) > MOST_BYTES:
        raise FileProblem(path, f"it is larger than {MOST_BYTES // 1_000_000} MB", "name a file with one answer")
    return _taken_in(text, "file", str(path), library, query, version, utc(now()))


def _taken_in(text: str, door: Door, where: str, library: str, query: str, version: str, moment: str) -> Answer:
    body: Any = {}
    if door == "file" or text.lstrip()[:1] in ("{", "["):
        body = json_of(text, where)
        snippets = _snippets(body, where)
    else:
        snippets = snippets_of_text(text)
    if not snippets:
        raise ResearchError(where, "there is no snippet in it", "give the answer to another question")
    said = body if isinstance(body, dict) else {}
    given = library.strip() or one_line(text_of(said.get("library"))) or library_of(snippets)
    notes = []
    if not library.strip() and not said.get("library"):
        known = "was taken from its addresses" if given else "is not known; name it as LIBRARY"
        notes.append(f"The answer does not name its library: it {known}.")
    elif not is_library_id(given):
        notes.append(f"{one_line(given, 80)} is a name and not the id of a library such as /owner/name.")
    is_ours = isinstance(said.get("snippets"), list)
    asked = version.strip() or one_line(text_of(said.get("versionAsked")), 80) or version_of(given)
    return Answer(
        snippets=snippets,
        library=one_line(given),
        query=one_line(query, 500) or one_line(text_of(said.get("query")), 500),
        time=(_moment(said.get("time")) if is_ours else "") or moment,
        server=one_line(text_of(said.get("server")), 200) if is_ours else "",
        asked=one_line(asked, 80),
        door=door,
        notes=tuple(notes),
    )


def _snippets(body: Any, where: str) -> tuple[Snippet, ...]:
    """Return the snippets of JSON in any of its shapes."""
    if isinstance(body, dict):
        if isinstance(body.get("result"), dict):
            return _snippets(body["result"], where)
        if isinstance(body.get("content"), list):
            return snippets_of_text(_texts(body["content"]))
        if isinstance(body.get("snippets"), list):
            return _own(body["snippets"])
        if isinstance(body.get("error"), str):
            said = one_line(text_of(body.get("message")) or body["error"], 160)
            raise ResearchError(where, f'this is an error that a server answered ("{said}")', "ask again")
        return snippets_in(body, where)
    if isinstance(body, list):
        if any(isinstance(entry, dict) and entry.get("type") == "text" for entry in body):
            return snippets_of_text(_texts(body))
        if any(isinstance(entry, dict) and "totalSnippets" in entry for entry in body):
            raise ResearchError(where, "this is a list of libraries", "give the answer to a question: ctx7 docs --json")
        return _own(body)
    raise ResearchError(where, "this is no answer", "give the JSON of ctx7 docs --json, or of query-docs")


def _texts(entries: list[Any]) -> str:
    """Return the texts of an answer by the Model Context Protocol."""
    texts = [entry.get("text") for entry in entries if isinstance(entry, dict)]
    return "\n\n".join(text for text in texts if isinstance(text, str))


def _own(entries: list[Any]) -> tuple[Snippet, ...]:
    """Return snippets as archkit writes them, or as `{title, content, source}`."""
    found = []
    for entry in entries[:MOST_SNIPPETS]:
        if not isinstance(entry, dict):
            continue
        code = entry.get("code")
        programs = tuple(text_of(one) for one in code) if isinstance(code, list) else ()
        text = (text_of(entry.get("text")) or text_of(entry.get("content"))).strip()
        if text or any(programs):
            title = one_line(text_of(entry.get("title"))) or "Documentation"
            source = one_line(text_of(entry.get("source")), 2000)
            found.append(Snippet(title, text, tuple(one for one in programs if one.strip()), source))
    return tuple(found)


def _moment(value: object) -> str:
    """Return a time as it stands in archkit's own JSON, "" for anything else."""
    text = text_of(value)
    is_time = len(text) == 20 and text[4] == text[7] == "-" and text[10] == "T" and text[-1] == "Z"
    return text if is_time and text[:4].isdigit() else ""
