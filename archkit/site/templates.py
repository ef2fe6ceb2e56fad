"""The Jinja2 templates of the pages over all documents."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from archkit import assets
from archkit.site.rows import index_rows, reason, tag_rows, timeline_rows


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(assets.folder("templates") / "site"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    made.globals |= {"index_rows": index_rows, "timeline_rows": timeline_rows, "tag_rows": tag_rows, "reason": reason}
    return made


def rendered(name: str, **given: object) -> str:
    """Return a template filled in."""
    return _environment().get_template(name).render(given)


def encoded(name: str, **given: object) -> bytes:
    """Return a template filled in as UTF-8; as one text, ten thousand rows would take four times the memory."""
    pieces = _environment().get_template(name).generate(given)
    return b"".join(piece.encode("utf-8", "replace") for piece in pieces)
