"""`archkit build --watch`: a server on this machine that shows a site, and reloads its pages when it was built anew."""

from __future__ import annotations

import argparse
import os
import sys
import threading
import time
from collections.abc import Iterable, Sequence
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from markupsafe import Markup

from archkit.checks.settings import settings_files
from archkit.errors import ArchkitError, FileProblem, SettingsError
from archkit.site.addresses import ASSETS
from archkit.site.build import TITLE
from archkit.site.command import build_once, engine_for, said
from archkit.site.engine import Engine
from archkit.site.fitted_page import POLICY
from archkit.site.sources import found_documents
from archkit.site.templates import encoded

EVENTS, SCRIPT = "/.archkit-events", "/.archkit-reload.js"
# It says which build its page is of, so that one in the meantime is told at once.
_RELOAD = (
    f'new EventSource("{EVENTS}" + new URL(document.currentScript.src).search).onmessage = () => location.reload();\n'
)
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
# A page that asks in vain for so long is told that nothing happened, which also finds readers that left.
_HEARTBEAT = 15.0
_PAUSE = 0.5
Snapshot = dict[str, tuple[int, int]]


class PreviewServer(ThreadingHTTPServer):
    """Serves the folder of a site, and tells its pages when they are to be loaded again.

    Args:
        folder: The site.
        host: Where to listen.
        port: The port; 0 for any free one.
        site: What the site is called.
    """

    daemon_threads = True

    def __init__(self, folder: Path, host: str = "127.0.0.1", port: int = 0, site: str = TITLE) -> None:
        self.changed = threading.Condition()
        self.builds = 0
        self.is_local, self.site = host in _LOOPBACK, site
        super().__init__((host, port), partial(_Pages, directory=os.fspath(folder)))

    @property
    def address(self) -> str:
        """Where a browser finds it."""
        host, port = self.server_address[:2]
        return f"http://{host!s}:{port}/"

    def reload(self) -> None:
        """Let every open page load itself again."""
        with self.changed:
            self.builds += 1
            self.changed.notify_all()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a browser that went away."""


class _Pages(SimpleHTTPRequestHandler):
    """Files of the site; pages get a script that waits for the next build."""

    server: PreviewServer

    def do_GET(self) -> None:
        """Answer a request."""
        host = urlsplit(f"//{self.headers.get('Host', '')}").hostname
        if self.server.is_local and host not in _LOOPBACK:
            # Another site's name that leads here would let that site read the documents.
            self.send_error(HTTPStatus.FORBIDDEN, "This preview is for this machine alone")
            return
        path = urlsplit(self.path).path
        if path == EVENTS:
            build = urlsplit(self.path).query
            self._wait(int(build) if build.isdecimal() else self.server.builds)
        elif path == SCRIPT:
            self._send(_RELOAD.encode(), "text/javascript")
        elif path.rpartition("/")[2].startswith("."):
            self.send_error(HTTPStatus.NOT_FOUND)
        else:
            self._file()

    def _file(self) -> None:
        file = Path(self.translate_path(self.path))
        if file.is_dir():
            file /= "index.html"
        if file.suffix != ".html":
            super().do_GET()
            return
        build, status = self.server.builds, HTTPStatus.OK
        try:
            html = file.read_bytes()
        except (OSError, ValueError):
            html, status = self._missing(), HTTPStatus.NOT_FOUND
        script = f'<script src="{SCRIPT}?{build}"></script></body>'.encode()
        html = html.replace(b"default-src 'none';", b"default-src 'none'; connect-src 'self';", 1)
        self._send(script.join(html.rsplit(b"</body>", 1)), "text/html; charset=utf-8", status)

    def _missing(self) -> bytes:
        """Return what stands for a page that the site does not have, as long as its document cannot be read."""
        path = unquote(urlsplit(self.path).path).removeprefix("/")
        given = {"site": self.server.site, "assets": f"/{ASSETS}", "policy": Markup(POLICY)}
        return encoded("missing.html.j2", **given, path=path, top="/", current="", kinds={})

    def _wait(self, seen: int) -> None:
        """Send a line whenever the site was built anew since a build, given by its number."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        try:
            # The first line shows a browser that the stream stands.
            self.wfile.write(b": here\n\n")
            while True:
                with self.server.changed:
                    if self.server.builds == seen:
                        self.server.changed.wait(_HEARTBEAT)
                    line = b": nothing\n\n" if self.server.builds == seen else b"data: reload\n\n"
                    seen = self.server.builds
                self.wfile.write(line)
                self.wfile.flush()
        except OSError:
            self.close_connection = True

    def _send(self, content: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of single requests."""


def watch(given: argparse.Namespace) -> int:
    """Build a site, show it, and build it again whenever a document or its settings change, until it is stopped.

    Raises:
        SettingsError: something else listens on the port.
    """
    # A port that is taken is said before a build, which may take minutes.
    with _listening(given) as server, engine_for(given) as engine:
        before = snapshot(given.files)
        said(build_once(given, engine), given)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        print(f"{server.address} shows the site; Ctrl-C ends it", flush=True)
        try:
            _follow(given, engine, server, before)
        except KeyboardInterrupt:
            server.shutdown()
    return 0


def _listening(given: argparse.Namespace) -> PreviewServer:
    try:
        return PreviewServer(given.output, given.host, given.port, given.title.strip() or TITLE)
    except (OSError, OverflowError) as error:
        place = f"{given.host}:{given.port}"
        raise SettingsError(place, f"cannot be listened on ({error})", "give another --port") from None


def _follow(given: argparse.Namespace, engine: Engine, server: PreviewServer, last: Snapshot) -> None:
    pause = _PAUSE
    while True:
        time.sleep(pause)
        begin = time.monotonic()
        now = snapshot(given.files)
        # Looking takes a tenth of the time at most, however many documents there are.
        pause = max(_PAUSE, 10 * (time.monotonic() - begin))
        if now != last:
            build_again(given, engine, server)
        last = now


def build_again(given: argparse.Namespace, engine: Engine, server: PreviewServer) -> None:
    """Build what changed, and let the pages load it; what stops a build is said, and the site stays as it is."""
    try:
        said(build_once(given, engine, is_full=False), given)
        server.reload()
    except ArchkitError as error:
        print(f"archkit: {error}", file=sys.stderr, flush=True)


def snapshot(files: Sequence[Path]) -> Snapshot:
    """Return size and time of all documents and of the settings that may hold for them; what vanishes is left out."""
    found: Snapshot = {}
    try:
        documents = found_documents(files)
    except FileProblem:
        return found
    for file in (*documents.values(), *_settings(documents.values())):
        try:
            state = os.stat(file)
        except OSError:
            continue
        found[file] = state.st_size, state.st_mtime_ns
    return found


def _settings(documents: Iterable[str]) -> set[str]:
    """Return where settings may be: in the folder of each document, and in those above it."""
    folders = {Path(os.path.abspath(folder)) for folder in {os.path.dirname(file) for file in documents}}
    return {os.fspath(file) for folder in folders for file in settings_files(folder)}
