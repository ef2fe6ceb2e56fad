"""The Jinja2 environment of the templates that ship with archkit."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from functools import cache

from jinja2 import Environment, StrictUndefined

from archkit import assets
from archkit.pages.compiled import PageEnvironment
from archkit.pages.shipped import ShippedLoader


@cache
def environment() -> Environment:
    """Return the environment; a template is loaded once in a process."""
    return PageEnvironment(
        loader=ShippedLoader(assets.folder("templates") / "html"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )


@cache
def style_sheet(name: str = "page.css") -> str:
    """Return a style sheet of ours; the one of the page when none is named."""
    return (assets.folder("templates") / "html" / name).read_text(encoding="utf-8")


#: The scripts of the page, in the order in which they run; each is complete in itself and needs no other.
SCRIPTS = ("contents.js",)


@cache
def page_scripts() -> tuple[str, ...]:
    """Return the texts of the scripts of the page."""
    folder = assets.folder("templates") / "html"
    return tuple((folder / name).read_text(encoding="utf-8") for name in SCRIPTS)


def content_security_policy(css: str, scripts: Sequence[str] = ()) -> str:
    """Return a policy under which a page loads nothing, and has this style sheet and these scripts only."""
    runs = f" script-src {' '.join(map(_digest, scripts))};" if scripts else ""
    return f"default-src 'none';{runs} style-src {_digest(css)}; img-src data:; base-uri 'none'; form-action 'none'"


@cache
def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
