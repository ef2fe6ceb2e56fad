"""A Chromium with an empty profile that reaches this machine and nothing else."""

from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, Playwright, Route, WebSocket

from scripts.browser import NoBrowser, find

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    # What a page asks for is caught by the guard; what the browser itself asks for finds no address.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
)
WITHOUT_NETWORK = {"about", "file", "blob", "data"}
THIS_MACHINE = {"127.0.0.1", "localhost", "::1"}


def launch(playwright: Playwright) -> Browser:
    """Start the Chromium that `scripts/browser.py` finds."""
    path = find()
    if path is None:
        raise NoBrowser("no Chromium was found; `python scripts/browser.py` installs one")
    return playwright.chromium.launch(executable_path=path, args=list(FLAGS))


class OfflineGuard:
    """Stops every request that would leave this machine, and remembers where it wanted to go."""

    def __init__(self, context: BrowserContext) -> None:
        self.outside: list[str] = []
        context.route(leaves_this_machine, self._refuse)
        context.on("page", self._watch_sockets)

    def _refuse(self, route: Route) -> None:
        self.outside.append(route.request.url)
        route.abort()

    def _watch_sockets(self, page: Page) -> None:
        page.on("websocket", self._note_socket)

    def _note_socket(self, socket: WebSocket) -> None:
        if leaves_this_machine(socket.url):
            self.outside.append(socket.url)


def leaves_this_machine(url: str) -> bool:
    """Whether a request for this address goes to another machine."""
    parts = urlsplit(url)
    return parts.scheme not in WITHOUT_NETWORK and parts.hostname not in THIS_MACHINE
