"""A section's data → canonical Markdown, through the templates in `templates/markdown/`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from archkit.assets import folder, template_text
from archkit.format.read import read
from archkit.format.sections import metadata
from archkit.format.shapes import SHAPES
from archkit.model.document import Place

if TYPE_CHECKING:
    import jinja2


def render(place: Place, value: Any, totals: Mapping[str, str], *, blanks: bool = True) -> str:
    """Return the Markdown below a place's heading, without line breaks around it.

    Args:
        place: Where the data stands.
        value: The data.
        totals: The computed effort texts by name.
        blanks: Whether a section without data shows the template's hints.
    """
    if place.part == "metadata":
        lines = metadata.write(value)
        return _template("metadata").render(lines=lines).strip("\n") if lines else ""
    shape = SHAPES[place.part]
    context = shape.context(value, totals) if place.part == "effort" else shape.context(value)
    # Only line breaks go: the author's own indentation of a first line has a meaning.
    body = _template(shape.template).render(context).strip("\n")
    return body or (hints().get((place.part, place.name), "") if blanks else "")


@cache
def hints() -> dict[tuple[str, str], str]:
    """Return what the architecture template holds below each of its headings."""
    texts = {}
    for chunk in read(template_text()).chunks:
        below = chunk.source[len(chunk.place.head.rstrip("\n")) :]
        texts[(chunk.place.part, chunk.place.name)] = below.strip("\n")
    return texts


@cache
def _environment() -> jinja2.Environment:
    # Jinja2 costs 0.05 s to import; reading a document does not need it.
    import jinja2

    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(folder("templates") / "markdown"),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        autoescape=False,
    )


@cache
def _template(name: str) -> jinja2.Template:
    return _environment().get_template(f"{name}.md.j2")
