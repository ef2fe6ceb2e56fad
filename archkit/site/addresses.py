"""Where the files of a site are, and how one page points at another: relative, so that the site may lie anywhere."""

from __future__ import annotations

import posixpath
import re
from functools import lru_cache
from urllib.parse import quote

#: The folder of the documents' pages, and that of everything that pages share.
PAGES, ASSETS = "documents", "assets"

_SAFE = re.compile(r"[A-Za-z0-9_.~/-]*")


@lru_cache(maxsize=16_384)
def page_path(name: str) -> str:
    """Return the path of a document's page in the site."""
    return f"{PAGES}/{name.removesuffix('.md')}.html"


def to_top(page: str) -> str:
    """Return what leads from a page to the top of the site: "" or some `../`."""
    return "../" * page.count("/")


def address(page: str, target: str) -> str:
    """Return how one file of the site points at another, as it stands in a link."""
    if "/" not in page:
        return target if _SAFE.fullmatch(target) else _quoted(target)
    return _quoted(posixpath.relpath(target, posixpath.dirname(page) or "."))


def _quoted(target: str) -> str:
    # The name of a file may be no text; its bytes are what a link holds then.
    return quote(target, errors="surrogateescape")
