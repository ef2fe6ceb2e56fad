"""Pictures in a DOCX, each with its words for who cannot see it."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

from docx.shared import Mm

from archkit.printing.blocks import Picture
from archkit.printing.word_tables import UPRIGHT

_DRAWING = b'#set page(width: auto, height: auto, margin: 2pt)\n#image("drawing.svg")'
_DOTS = 200


def add_picture(file: Any, picture: Picture, content: bytes) -> bool:
    """Add a picture at the end of a file, and return whether it could be.

    A drawing that is SVG becomes points where typst is installed; else its table says what it shows.
    """
    png = _points(content) if picture.name.endswith(".svg") else content
    if png is None:
        return False
    paragraph = file.add_paragraph()
    shape = paragraph.add_run().add_picture(BytesIO(png), width=Mm(UPRIGHT * picture.width))
    properties = shape._inline.docPr
    properties.set("descr", picture.alt)
    properties.set("name", re.sub(r"\..*", "", picture.name))
    paragraph.paragraph_format.keep_with_next = bool(picture.caption)
    return True


def _points(svg: bytes) -> bytes | None:
    try:
        import typst  # noqa: F401
    except ImportError:
        return None
    from archkit.printing.pdf import drawn_points

    return drawn_points({"main.typ": _DRAWING, "drawing.svg": svg}, _DOTS)
