"""One question over HTTP: patient with a busy server, and with an end."""

from __future__ import annotations

import contextlib
import random
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from archkit.errors import ResearchError
from archkit.research.refusals import refusal, too_many
from archkit.research.server import Server

if TYPE_CHECKING:
    import httpx

MOST_BYTES = 5_000_000
#: What another try may mend: not ready yet, too many questions, and a server that has trouble.
_AGAIN = frozenset({202, 408, 425, 429, 500, 502, 503, 504})


@dataclass(frozen=True)
class Patience:
    """How long a question may take.

    Attributes:
        tries: How often it is sent at most.
        first_pause: The pause after the first try in seconds; each later one is twice as long, and varied.
        longest_pause: What a server may ask to wait at most; beyond that the person is told when to come back.
        silence: How long the server may be silent, in seconds.
        whole: How long one answer may take to arrive, in seconds.
        sleep: Waits.
        clock: Says the seconds of a clock that never goes back.
        chance: Returns a number from 0 to 1.
    """

    tries: int = 4
    first_pause: float = 0.5
    longest_pause: float = 20.0
    silence: float = 10.0
    whole: float = 60.0
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    chance: Callable[[], float] = random.random

    def pause(self, number: int) -> float:
        """Return the pause after a try: exponential, between half and the whole of its length."""
        return min(self.first_pause * 2.0**number, self.longest_pause) * (0.5 + self.chance() / 2)


@dataclass(frozen=True)
class Reply:
    """What came back.

    Attributes:
        status: The status of HTTP.
        body: The bytes.
        wait: What the server asks to wait in seconds, None when it does not say.
        kind: What the server calls the body.
    """

    status: int
    body: bytes
    wait: float | None = None
    kind: str = field(default="")


def fetch(server: Server, path: str, question: Mapping[str, str], patience: Patience) -> Reply:
    """Ask a question, again and later when the server is busy; redirects are returned and never followed.

    Raises:
        ResearchError: the server cannot be reached, refuses, or has not answered after the last try.
    """
    import httpx

    problem = ResearchError(server.host, "nothing was asked", "allow at least one try")
    with _client(server, patience) as client:
        for number in range(patience.tries):
            try:
                reply = _ask(client, server, path, question, patience)
            except httpx.InvalidURL:
                raise ResearchError("CONTEXT7_API_URL", "it is no address that can be asked", "mend it") from None
            except httpx.TransportError as error:
                problem, pause = _unreached(server, error), patience.pause(number)
            else:
                if reply.status not in _AGAIN:
                    return reply
                problem, pause = _not_now(server, reply), _pause(reply, number, patience)
            if pause > patience.longest_pause or number + 1 == patience.tries:
                break
            patience.sleep(pause)
    raise problem


def _client(server: Server, patience: Patience) -> httpx.Client:
    import httpx

    timeout = httpx.Timeout(patience.silence)
    try:
        # Questions to this machine pass by every proxy.
        return httpx.Client(follow_redirects=False, timeout=timeout, trust_env=not server.is_this_machine)
    except (ValueError, ImportError, OSError, httpx.InvalidURL):
        # The address of a proxy may hold a password: it is not repeated.
        problem = "the proxy or the certificates that the environment names cannot be used"
        raise ResearchError(server.host, problem, "look at HTTPS_PROXY, ALL_PROXY and SSL_CERT_FILE") from None


def _ask(client: httpx.Client, server: Server, path: str, question: Mapping[str, str], patience: Patience) -> Reply:
    # A compressed answer could unfold to any size.
    headers = {"Accept": "application/json", "Accept-Encoding": "identity", "User-Agent": "archkit"}
    if server.key:
        headers["Authorization"] = f"Bearer {server.key}"
    end = patience.clock() + patience.whole
    body = bytearray()
    with client.stream("GET", f"{server.base}{path}", params=dict(question), headers=headers) as response:
        if response.headers.get("content-encoding", "identity").casefold() not in ("", "identity"):
            raise ResearchError(server.host, "the answer is compressed", "is there a proxy in between that does this?")
        for piece in response.iter_raw():
            body += piece
            if len(body) > MOST_BYTES:
                limit = f"{MOST_BYTES // 1_000_000} MB"
                raise ResearchError(server.host, f"the answer is longer than {limit}", "ask a narrower question")
            if patience.clock() > end:
                seconds = round(patience.whole)
                problem = f"the answer took more than {seconds} seconds"
                raise ResearchError(server.host, problem, "try again later")
        wait = _seconds(response.headers.get("retry-after", ""))
        return Reply(response.status_code, bytes(body), wait, response.headers.get("content-type", ""))


def _pause(reply: Reply, number: int, patience: Patience) -> float:
    return patience.pause(number) if reply.wait is None else reply.wait


def _not_now(server: Server, reply: Reply) -> ResearchError:
    if reply.status == 429:
        return too_many(server, reply.wait, reply.body)
    return refusal(server, reply.status, reply.body)


def _seconds(text: str) -> float | None:
    """Return the seconds of a Retry-After header, which holds a number or a date."""
    if text.strip().isascii() and text.strip().isdigit():
        return float(text.strip()[:9])
    with contextlib.suppress(ValueError, TypeError, OverflowError, IndexError):
        moment = parsedate_to_datetime(text)
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return max(0.0, (moment - datetime.now(UTC)).total_seconds())
    return None


def _unreached(server: Server, error: httpx.TransportError) -> ResearchError:
    import httpx

    if isinstance(error, httpx.TimeoutException):
        return ResearchError(server.host, "the server did not answer in time", "try again later")
    if isinstance(error, httpx.RemoteProtocolError | httpx.ReadError):
        return ResearchError(server.host, "the connection was cut before the answer was complete", "try again later")
    if "CERTIFICATE_VERIFY_FAILED" in str(error):
        remedy = "name the certificates of your network by SSL_CERT_FILE"
        return ResearchError(server.host, "its certificate is not one that this machine trusts", remedy)
    remedy = "look at the network, the proxy and CONTEXT7_API_URL; --paste and --from need no network"
    return ResearchError(server.host, "the server cannot be reached", remedy)
