"""A question about a library → an answer from a Context7 server."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from archkit.errors import ResearchError, quoted
from archkit.research.answers import Answer, Library
from archkit.research.bodies import json_of, libraries_in, snippets_in
from archkit.research.cache import Cache
from archkit.research.fetch import Patience, Reply, fetch
from archkit.research.library_ids import is_library_id, split_id, version_among, version_of, with_other_v
from archkit.research.outside_text import one_line, visible
from archkit.research.refusals import UnknownLibraryError, fields_of_error, refusal
from archkit.research.server import Server, server_from

SEARCH, CONTEXT = "/v2/libs/search", "/v2/context"
MOST_CHARACTERS = 500
_MOST_REDIRECTS = 3
#: What is kept in place of an answer when the server named another library.
_MOVED = "archkit-moved-to"
_UNUSABLE = frozenset({"error", "delete"})


@dataclass(frozen=True)
class Asked:
    """What a server said, and when: in seconds since 1970."""

    body: Any
    time: float
    library: str
    cached: bool


@dataclass(frozen=True)
class LookUp:
    """Asks one server, and keeps what it answers.

    Attributes:
        server: The server.
        cache: What was answered before.
        patience: How long it may take.
        fresh: Whether an answer that is kept is asked for again.
        may_ask: Whether the server may be asked at all; without that only kept answers are there.
    """

    server: Server = field(default_factory=server_from)
    cache: Cache = field(default_factory=Cache)
    patience: Patience = field(default_factory=Patience)
    fresh: bool = False
    may_ask: bool = True

    def answer(self, library: str, query: str, version: str = "") -> Answer:
        """Ask a question about a library, which is named by its id or by a name to search for.

        Raises:
            ResearchError: the question does not fit, or the server has no answer; its text says what would be right.
        """
        name, query = _asked_text(library, "the library"), _asked_text(query, "the question")
        version = _asked_text(version, "the version") if version.strip() else ""
        found, *rest = [Library(name)] if is_library_id(name) else self._libraries(name, query)
        asked, notes = _with_version(found, version)
        said = self._context(asked, query)
        snippets = snippets_in(said.body, self.server.host)
        if not snippets:
            problem = f"{said.library} has nothing on {quoted(query)}"
            raise ResearchError(self.server.host, problem, "ask in other words, or name another library")
        if split_id(said.library)[0] != split_id(asked)[0]:
            notes += (f"{split_id(asked)[0]} is called {split_id(said.library)[0]} now.",)
        return Answer(
            snippets=snippets,
            library=said.library,
            query=query,
            time=utc(said.time),
            server=self.server.host,
            asked=version or version_of(name),
            others=tuple(rest),
            notes=notes,
            cached=said.cached,
        )

    def _libraries(self, name: str, query: str) -> list[Library]:
        said = self._ask(SEARCH, {"libraryName": name, "query": query}, name, libraries_in)
        found = [one for one in libraries_in(said.body, self.server.host) if one.state not in _UNUSABLE]
        if not found:
            problem = f"there is no library called {quoted(name)}"
            raise ResearchError(self.server.host, problem, "look at the spelling, or name it as /owner/name")
        return found

    def _context(self, library: str, query: str) -> Asked:
        """Ask about a library; where only the `v` of its version is wrong, the other way."""
        try:
            return self._ask(CONTEXT, _about(library, query), library, snippets_in)
        except UnknownLibraryError:
            other = with_other_v(version_of(library))
            if not other:
                raise
            try:
                again = f"{split_id(library)[0]}/{other}"
                return self._ask(CONTEXT, _about(again, query), again, snippets_in)
            except UnknownLibraryError:
                pass
            raise

    def _ask(self, path: str, question: dict[str, str], library: str, reads: Callable[[Any, str], object]) -> Asked:
        """Ask until the answer is no redirect to another library's id; an answer that says something is kept."""
        moves: list[tuple[dict[str, str], str]] = []
        for _ in range(_MOST_REDIRECTS + 1):
            address = f"{self.server.base}{path}"
            kept = None if self.fresh else self.cache.get(address, question)
            if kept and not (moved := _kept_move(kept.text)):
                return Asked(json_of(kept.text, self.server.host), kept.time, library, cached=True)
            if not kept:
                if not self.may_ask:
                    problem = "running a cell asks nobody, and no answer to this question is kept"
                    raise ResearchError(self.server.host, problem, "say ask=True to send the question there")
                reply = fetch(self.server, path, question, self.patience)
                if reply.status == 200:
                    text = _text(reply, self.server)
                    body = json_of(text, self.server.host)
                    if not reads(body, self.server.host):
                        return Asked(body, self.cache.now(), library, cached=False)
                    for before, after in moves:
                        self.cache.put(address, before, json.dumps({_MOVED: after}))
                    return Asked(body, self.cache.put(address, question, text).time, library, cached=False)
                moved = self._moved_to(reply, question)
                moves.append((question, moved))
            library = moved
            question = question | {"libraryId": library}
        problem = f"the server sends from one library to the next, at last to {quoted(library)}"
        raise ResearchError(self.server.host, problem, "search by the library's name")

    def _moved_to(self, reply: Reply, question: dict[str, str]) -> str:
        """Return the id of the library that has taken another's place; nothing else is followed."""
        named = fields_of_error(reply.body).get("redirectUrl")
        is_move = reply.status in (301, 308) and "libraryId" in question
        if is_move and isinstance(named, str) and is_library_id(named):
            return named
        raise refusal(self.server, reply.status, reply.body)


def utc(seconds: float) -> str:
    """Return a moment as `2026-11-23T07:40:12Z`."""
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _about(library: str, query: str) -> dict[str, str]:
    return {"libraryId": library, "query": query, "type": "json"}


def _asked_text(text: str, what: str) -> str:
    asked = " ".join(visible(text).split())
    if not asked:
        raise ResearchError("research", f"{what} is missing", 'say archkit research LIBRARY "question"')
    if len(asked) > MOST_CHARACTERS:
        problem = f"{what} has {len(asked):,} characters"
        raise ResearchError("research", problem, f"a server takes {MOST_CHARACTERS} at most")
    return asked


def _with_version(found: Library, version: str) -> tuple[str, tuple[str, ...]]:
    """Return the id to ask, and what a person has to know of its version."""
    if not version:
        return found.id, ()
    plain, pinned = split_id(found.id)
    if not found.versions and (pinned or not found.title):
        return _pinned(plain, version), ()
    meant = version_among(version, found.versions)
    if meant:
        return _pinned(plain, meant), ()
    known = f"it has {', '.join(found.versions[:8])}" if found.versions else "it names no versions"
    return found.id, (f"{found.id} has no version {version}: {known}; the answer is not of that version.",)


def _pinned(library: str, version: str) -> str:
    pinned = f"{library}/{version}"
    if not is_library_id(pinned):
        problem = f"{quoted(version)} is no version"
        raise ResearchError("research", problem, "a version is something like v15.1.8")
    return pinned


def _kept_move(text: str) -> str:
    """Return the library that a kept answer sends to, "" for an answer with documentation."""
    moved = fields_of_error(text.encode()).get(_MOVED)
    return moved if isinstance(moved, str) and is_library_id(moved) else ""


def _text(reply: Reply, server: Server) -> str:
    try:
        return reply.body.decode("utf-8")
    except UnicodeDecodeError:
        kind = one_line(reply.kind, 60) or "no kind"
        problem = f"the answer is no text of UTF-8 ({kind})"
        raise ResearchError(server.host, problem, "is CONTEXT7_API_URL a Context7 server?") from None
