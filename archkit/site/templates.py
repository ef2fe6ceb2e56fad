"""The Jinja2 templates of the pages over all documents."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from archkit import assets


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
    made.filters["days"] = days
    return made


def rendered(name: str, **given: object) -> str:
    """Return a template filled in."""
    return _environment().get_template(name).render(given)


def days(value: float | None) -> str:
    """Return working days in words, "–" where they are not known."""
    if value is None:
        return "–"
    return f"{value:,.0f}" if value >= 10 else f"{value:.1f}"
