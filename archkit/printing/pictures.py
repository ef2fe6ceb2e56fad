"""The pictures of a printed document: its figures, and files in the folder of the document."""

from __future__ import annotations

import base64
import binascii
import warnings
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote

from markdown_it.token import Token

from archkit.pages.links import is_safe_picture
from archkit.pages.visible import visible
from archkit.printing.blocks import Picture

#: A file that is larger, or has more points, is named and not shown.
MOST_BYTES = 20_000_000
MOST_POINTS = 40_000_000
_FORMATS = ("PNG", "JPEG", "GIF", "WEBP")
# Points per inch at which a picture of the author's is shown, and the room on a page in inches.
_DOTS, _TEXT_WIDTH, _TEXT_HEIGHT = 144, 6.69, 8.0


def share_of_width(width: float, height: float) -> float:
    """Return the share (0–1) of the text's width at which a picture of a size in inches fits on a page."""
    scale = min(1.0, _TEXT_WIDTH / width, _TEXT_HEIGHT / height)
    return round(width * scale / _TEXT_WIDTH, 4)


class Pictures:
    """The pictures that were met, by their name.

    Attributes:
        files: Their content, SVG or PNG.
        folder: The folder of the document, which no picture may lie outside of; None for a document without a file.
    """

    def __init__(self, folder: Path | None) -> None:
        self.files: dict[str, bytes] = {}
        self.folder = folder.resolve() if folder else None

    def add(self, content: bytes, ending: str) -> str:
        """Keep a picture and return its name."""
        name = f"picture-{len(self.files) + 1}.{ending}"
        self.files[name] = content
        return name

    def of(self, token: Token) -> Picture | None:
        """Return the picture that a Markdown image means; None where it may not or cannot be shown."""
        content = self._content(str(token.attrs.get("src", "")))
        points = _as_png(content) if content else None
        if points is None:
            return None
        png, width, height = points
        words = visible(token.content.strip())
        return Picture(self.add(png, "png"), words or "Picture", share_of_width(width / _DOTS, height / _DOTS), words)

    def _content(self, address: str) -> bytes | None:
        if is_safe_picture(address):
            try:
                return base64.b64decode(address.partition(",")[2], validate=True)
            except binascii.Error:
                return None
        if self.folder is None or ":" in address or "\\" in address or address.startswith(("/", "#")):
            return None
        try:
            path = (self.folder / unquote(address.partition("?")[0].partition("#")[0])).resolve()
            inside = path.is_relative_to(self.folder) and path.is_file() and path.stat().st_size <= MOST_BYTES
            return path.read_bytes() if inside else None
        except (OSError, ValueError):
            return None


def _as_png(content: bytes) -> tuple[bytes, int, int] | None:
    """Return a picture anew as PNG, so that nothing but its points goes along, with its size in points."""
    from PIL import Image, ImageOps

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(BytesIO(content), formats=_FORMATS) as opened:
                if opened.width * opened.height > MOST_POINTS:
                    return None
                picture = ImageOps.exif_transpose(opened).convert("RGBA")
    # A broken file raises whatever its decoder met.
    except Exception:
        return None
    out = BytesIO()
    picture.save(out, "PNG")
    return out.getvalue(), picture.width, picture.height
