"""The Jinja2 environment of the templates that ship with archkit."""

from __future__ import annotations

import base64
import hashlib
from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from archkit import assets


@cache
def environment() -> Environment:
    """Return the environment; templates are compiled once in a process."""
    return Environment(
        loader=FileSystemLoader(assets.folder("templates") / "html"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )


@cache
def style_sheet() -> str:
    """Return the style sheet of the page."""
    return (assets.folder("templates") / "html" / "page.css").read_text(encoding="utf-8")


def content_security_policy(css: str) -> str:
    """Return a policy under which a page loads nothing, runs nothing, and has this style sheet only."""
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
