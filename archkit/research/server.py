"""Which server is asked, and with which key: `CONTEXT7_API_URL` and `CONTEXT7_API_KEY`."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from archkit.errors import ResearchError, quoted

DEFAULT = "https://context7.com/api"
_THIS_MACHINE = frozenset({"localhost", "127.0.0.1", "::1"})


@dataclass(frozen=True)
class Server:
    """A server that can be asked.

    Attributes:
        base: The address that the paths begin with.
        key: The key that goes to this server and to no other, "" for none; shown nowhere.
    """

    base: str = DEFAULT
    key: str = field(default="", repr=False)

    @property
    def host(self) -> str:
        """The host, with its port when that is named, as a person is told it."""
        return urlsplit(self.base).netloc

    @property
    def is_this_machine(self) -> bool:
        """Whether the questions stay on this machine."""
        return urlsplit(self.base).hostname in _THIS_MACHINE


def server_from(environment: Mapping[str, str] | None = None) -> Server:
    """Return the server that the environment names, else Context7's own.

    Raises:
        ResearchError: the address is none, or the key would travel where others can read it.
    """
    given = os.environ if environment is None else environment
    base = given.get("CONTEXT7_API_URL", "").strip().rstrip("/") or DEFAULT
    _refuse_other_addresses(base)
    key = given.get("CONTEXT7_API_KEY", "").strip()
    if not (key.isascii() and key.isprintable()) or " " in key:
        raise ResearchError("CONTEXT7_API_KEY", "this is no key", "a key has letters, digits and signs, no blanks")
    server = Server(base, key)
    if key and base.startswith("http://") and not server.is_this_machine:
        remedy = "use an https address, or unset the key"
        raise ResearchError("CONTEXT7_API_URL", "the key would be sent without encryption", remedy)
    return server


def _refuse_other_addresses(base: str) -> None:
    remedy = f"use an address such as {DEFAULT}"
    try:
        parts = urlsplit(base)
        host, _ = parts.hostname, parts.port
    except ValueError:
        raise ResearchError("CONTEXT7_API_URL", f"{quoted(base)} is no address", remedy) from None
    if parts.scheme not in ("http", "https") or not host or not base.isprintable() or " " in base:
        raise ResearchError("CONTEXT7_API_URL", f"{quoted(base)} is no web address", remedy)
    if "@" in parts.netloc:
        # The words before it may be a password: they are not repeated.
        raise ResearchError("CONTEXT7_API_URL", "the address holds a name or password", "use CONTEXT7_API_KEY")
    if parts.query or parts.fragment:
        raise ResearchError("CONTEXT7_API_URL", f'{quoted(base)} has a "?" or "#"', remedy)
