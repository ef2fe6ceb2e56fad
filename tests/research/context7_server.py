"""A server on this machine that speaks the interface of Context7, with the faults that a test asks for."""

from __future__ import annotations

import json
import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

NEXT = {
    "id": "/vercel/next.js",
    "title": "Next.js",
    "description": "The React Framework",
    "branch": "canary",
    "lastUpdateDate": "2026-01-15T10:30:00.000Z",
    "state": "finalized",
    "totalTokens": 500000,
    "totalSnippets": 2500,
    "stars": 131745,
    "trustScore": 10,
    "benchmarkScore": 95.5,
    "versions": ["v15.1.8", "v15.1.11", "v14.3.0-canary.87"],
}
DOCS = {**NEXT, "id": "/websites/nextjs", "title": "Next.js documentation", "versions": []}
CODE = {
    "codeTitle": "Match paths in middleware",
    "codeDescription": "Middleware runs before a request is completed. The matcher says for which paths.",
    "codeLanguage": "typescript",
    "codeTokens": 150,
    "codeId": "https://github.com/vercel/next.js/blob/{ref}/docs/middleware.mdx#_snippet_0",
    "pageTitle": "Middleware",
    "codeList": [{"language": "typescript", "code": "export const config = {\n  matcher: '/about/:path*',\n}"}],
}
INFO = {
    "pageId": "https://github.com/vercel/next.js/blob/{ref}/docs/routing.mdx",
    "breadcrumb": "Routing > Middleware",
    "content": "Middleware allows you to run code before a request is completed.",
    "contentTokens": 200,
}
#: Libraries, by their id without a version; another id is one that has moved.
LIBRARIES: dict[str, dict[str, Any] | str] = {
    "/vercel/next.js": NEXT,
    "/websites/nextjs": DOCS,
    "/zeit/next.js": "/vercel/next.js",
    "/turning/one": "/turning/two",
    "/turning/two": "/turning/one",
}
RULE = "\n\n--------------------------------\n\n"


@dataclass(frozen=True)
class Fault:
    """What is answered in place of an answer.

    Attributes:
        status: The status of HTTP.
        body: Bytes, or an object that is written as JSON.
        headers: More headers.
        cut: Whether the connection ends before the body is complete.
        silent: Whether nothing is answered until the server ends.
    """

    status: int = 200
    body: bytes | Any = b""
    headers: dict[str, str] = field(default_factory=dict)
    cut: bool = False
    silent: bool = False


def error(status: int, code: str, message: str, **more: Any) -> Fault:
    """Return an error as Context7 writes one; `headers` are those of HTTP."""
    headers = more.pop("headers", {})
    return Fault(status, {"error": code, "message": message, **more}, headers)


class Context7Server:
    """The server: its address, what was asked, and the faults that come next, one for each question."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, dict[str, str], dict[str, str]]] = []
        self.faults: deque[Fault] = deque()
        self.ended = threading.Event()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
        self._server.daemon_threads = True
        self._server.of = self  # type: ignore[attr-defined]
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        self._thread.start()

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}/api"

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self._server.server_address[1]}"

    def end(self) -> None:
        self.ended.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


@contextmanager
def running_server() -> Iterator[Context7Server]:
    server = Context7Server()
    try:
        yield server
    finally:
        server.end()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        question = {key: values[0] for key, values in parse_qs(parts.query).items()}
        server: Context7Server = self.server.of  # type: ignore[attr-defined]
        path = parts.path.removeprefix("/api")
        server.asked.append((path, question, {key.casefold(): value for key, value in self.headers.items()}))
        fault = server.faults.popleft() if server.faults else _answer(path, question)
        if fault.silent:
            server.ended.wait()
            self.close_connection = True
            return
        is_bytes = isinstance(fault.body, bytes)
        body = fault.body if is_bytes else json.dumps(fault.body).encode()
        self.send_response(fault.status)
        for name, value in {"Content-Type": "text/plain" if is_bytes else "application/json", **fault.headers}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body) + 100 * fault.cut))
        self.end_headers()
        self.wfile.write(body)
        self.close_connection = fault.cut

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


def _answer(path: str, question: dict[str, str]) -> Fault:
    """Answer as Context7 does."""
    if path == "/v2/libs/search":
        return _search(question)
    if path == "/v2/context":
        return _context(question)
    return Fault(404, b"Not Found")


def _search(question: dict[str, str]) -> Fault:
    if not question.get("libraryName") or not question.get("query"):
        return error(400, "validation_error", "libraryName and query are required")
    wanted = question["libraryName"].casefold()
    known = [one for one in LIBRARIES.values() if isinstance(one, dict)]
    return Fault(
        200, {"results": [one for one in known if wanted in one["title"].casefold()], "searchFilterApplied": False}
    )


def _context(question: dict[str, str]) -> Fault:
    if not question.get("libraryId", "").startswith("/") or not question.get("query"):
        return error(400, "validation_error", "libraryId and query are required")
    _, owner, name, *pinned = question["libraryId"].replace("@", "/").split("/")
    library = LIBRARIES.get(f"/{owner}/{name}")
    if library is None:
        return error(404, "library_not_found", f'Library "/{owner}/{name}" not found.')
    if isinstance(library, str):
        moved = "/".join([library, *pinned])
        return error(301, "library_redirected", f"Library has been redirected to {moved}", redirectUrl=moved)
    if pinned and pinned[0] not in library["versions"]:
        return error(404, "tag_not_found", f'Tag "{pinned[0]}" not found.')
    ref = pinned[0] if pinned else library["branch"]
    code = {**CODE, "codeId": CODE["codeId"].format(ref=ref)}  # type: ignore[attr-defined]
    info = {**INFO, "pageId": INFO["pageId"].format(ref=ref)}  # type: ignore[attr-defined]
    if question.get("type", "txt") == "json":
        rules = {"global": [], "libraryOwn": [], "libraryTeam": []}
        return Fault(200, {"codeSnippets": [code], "infoSnippets": [info], "rules": rules})
    fence = "```"
    program = code["codeList"][0]
    blocks = (
        f"### {code['codeTitle']}\n\nSource: {code['codeId']}\n\n{code['codeDescription']}\n\n"
        f"{fence}{program['language']}\n{program['code']}\n{fence}",
        f"### {info['breadcrumb']}\n\nSource: {info['pageId']}\n\n{info['content']}",
    )
    return Fault(200, RULE.join(blocks).encode())
