"""What a server refuses → a sentence that says what would be right."""

from __future__ import annotations

import json
from typing import Any

from archkit.errors import ResearchError
from archkit.research.outside_text import one_line, text_of
from archkit.research.server import Server

#: What would be right, by the status of the answer.
_REMEDIES = {
    202: "the library is being read in; ask again in some minutes",
    400: "name the library as /owner/name or by its name, and ask one question of up to 500 characters",
    401: "set CONTEXT7_API_KEY to a valid key, or unset it to ask without one",
    402: "the key's account has reached its limit; raise it at the provider, or unset CONTEXT7_API_KEY",
    403: "the library is not open to this key; use a key that may read it, or another library",
    404: "look at the spelling, leave the version out, or search by the library's name",
    422: "ask the question in other words",
}
_PROBLEMS = {
    202: "the documentation is not ready yet",
    400: "the server does not accept the question",
    401: "the key is not valid",
    402: "a payment or a higher limit is needed",
    403: "access is denied",
    404: "there is no such library, version or documentation",
    422: "the server cannot work on the question",
}


class UnknownLibraryError(ResearchError):
    """The server knows no such library or version."""


def refusal(server: Server, status: int, body: bytes) -> ResearchError:
    """Return the error for an answer that is none."""
    problem = _PROBLEMS.get(status, f"the server answered with status {status}")
    said = _said(body, server)
    told = f"{problem} (it says: {said})" if said else problem
    if 300 <= status < 400:
        remedy = "redirects to other addresses are never followed; set CONTEXT7_API_URL to where the server is"
        return ResearchError(server.host, told, remedy)
    kind = UnknownLibraryError if status == 404 else ResearchError
    return kind(server.host, told, _REMEDIES.get(status, "try again later"))


def too_many(server: Server, seconds: float | None, body: bytes) -> ResearchError:
    """Return the error for questions that come too fast, or beyond a quota."""
    said = _said(body, server)
    told = f"too many questions (it says: {said})" if said else "too many questions"
    when = f"ask again in {duration(seconds)}" if seconds else "ask again later"
    more = "" if server.key else ", or set CONTEXT7_API_KEY, which allows more"
    return ResearchError(server.host, told, when + more)


def fields_of_error(body: bytes) -> dict[str, Any]:
    """Return the object that an error's body holds, empty when it holds none."""
    try:
        value = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def duration(seconds: float) -> str:
    """Return a time to wait in words."""
    for unit, length in (("hour", 3600), ("minute", 60)):
        if seconds >= length:
            count = round(seconds / length)
            return f"{count} {unit}{'' if count == 1 else 's'}"
    count = max(1, round(seconds))
    return f"{count} second{'' if count == 1 else 's'}"


def _said(body: bytes, server: Server) -> str:
    """Return the server's own words, without the key should it repeat that."""
    given = fields_of_error(body)
    words = one_line(text_of(given.get("message")) or text_of(given.get("error")), 160).rstrip(".")
    return words.replace(server.key, "…") if server.key else words
