"""The server of the tests is faithful: Context7's own MCP server, pointed at it, works and answers what we paste."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from archkit.errors import ResearchError
from archkit.research.answers import Answer
from archkit.research.cache import Cache
from archkit.research.look_up import LookUp
from archkit.research.server import Server
from archkit.research.taken_in import from_paste
from tests.research.context7_server import Context7Server, Fault, error, running_server

COMMAND = Path(__file__).parents[2] / ".venv/node/node_modules/@upstash/context7-mcp/dist/index.js"
NODE = shutil.which("node")
pytestmark = pytest.mark.skipif(
    NODE is None or not COMMAND.exists(), reason="@upstash/context7-mcp and node are not installed here"
)
#: Where a question would go that does not go to the server of the tests: nobody listens at this port.
NOWHERE = "http://127.0.0.1:9"


class Tools:
    """The MCP server as an agent sees it: JSON-RPC, one message on a line."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self._number = 0
        client = {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "tests", "version": "1"}}
        self.welcome = self.ask("initialize", client)
        self._send({"jsonrpc": "2.0", "method": "notifications/initialized"})

    def call(self, name: str, **arguments: str) -> str:
        result = self.ask("tools/call", {"name": name, "arguments": arguments})
        return "\n".join(part["text"] for part in result["content"])

    def ask(self, method: str, params: dict[str, Any]) -> dict[str, Any]:
        self._number += 1
        self._send({"jsonrpc": "2.0", "id": self._number, "method": method, "params": params})
        while line := self._process.stdout.readline():  # type: ignore[union-attr]
            answer = json.loads(line)
            if answer.get("id") == self._number:
                return dict(answer["result"])
        raise AssertionError("the MCP server ended")

    def _send(self, message: dict[str, Any]) -> None:
        self._process.stdin.write(f"{json.dumps(message)}\n")  # type: ignore[union-attr]
        self._process.stdin.flush()  # type: ignore[union-attr]


@pytest.fixture(scope="module")
def stub() -> Iterator[Context7Server]:
    with running_server() as server:
        yield server


@pytest.fixture(scope="module")
def tools(stub: Context7Server) -> Iterator[Tools]:
    environment = {"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/"), "CONTEXT7_API_URL": stub.base}
    environment |= {"CONTEXT7_API_KEY": "ctx7sk-witness"}
    # Whatever else it has addresses for leads nowhere.
    environment |= {name: NOWHERE for name in ("RESOURCE_URL", "AUTH_SERVER_URL", "OAUTH_AUTH_SERVER_URL")}
    process = subprocess.Popen(
        [str(NODE), str(COMMAND), "--transport", "stdio"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        text=True,
    )
    try:
        yield Tools(process)
    finally:
        process.kill()
        process.communicate()


def test_it_finds_a_library_at_the_server_of_the_tests(tools: Tools, stub: Context7Server):
    text = tools.call("resolve-library-id", libraryName="Next.js", query="match paths")

    assert tools.welcome["serverInfo"]["name"] == "Context7"
    path, question, headers = stub.asked[-1]
    assert (path, question) == ("/v2/libs/search", {"libraryName": "Next.js", "query": "match paths"})
    assert headers["authorization"] == "Bearer ctx7sk-witness"
    assert "- Context7-compatible library ID: /vercel/next.js\n" in text
    assert "- Versions: v15.1.8, v15.1.11, v14.3.0-canary.87" in text
    with pytest.raises(ResearchError, match="list of libraries"):
        from_paste(text)


def test_what_it_answers_is_pasted_into_the_same_snippets_as_we_ask_for(tools: Tools, stub: Context7Server, tmp_path):
    text = tools.call("query-docs", libraryId="/vercel/next.js/v15.1.8", query="match paths")
    asked = dict(stub.asked[-1][1])
    pasted = from_paste(text, "/vercel/next.js/v15.1.8", "match paths")

    ours = _asked_here(stub, tmp_path)
    assert asked == {"libraryId": "/vercel/next.js/v15.1.8", "query": "match paths"}
    assert pasted.snippets == ours.snippets
    assert (pasted.library, pasted.asked, pasted.query) == (ours.library, ours.asked, ours.query)


def test_its_words_for_an_error_are_no_documentation(tools: Tools, stub: Context7Server):
    stub.faults.append(error(404, "library_not_found", "Library not found."))
    unknown = tools.call("query-docs", libraryId="/a/b", query="x")
    stub.faults.append(Fault(200, b""))
    empty = tools.call("query-docs", libraryId="/a/b", query="x")

    assert unknown == "Library not found."
    assert empty.startswith("Documentation not found or not finalized")
    for text in (unknown, empty):
        with pytest.raises(ResearchError, match=r"Source:"):
            from_paste(text)


def _asked_here(stub: Context7Server, folder: Path) -> Answer:
    return LookUp(Server(stub.base), Cache(folder)).answer("/vercel/next.js/v15.1.8", "match paths")
