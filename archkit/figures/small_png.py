"""A PNG picture of a figure in few bytes, so that a notebook with its pictures stays small."""

from __future__ import annotations

from io import BytesIO

# Pillow is what matplotlib itself writes PNG with, and comes with it.
from PIL import Image

#: A picture of more colours than this, such as a photo that someone added, would show bands with a palette.
MOST_COLOURS = 4096


def small_png(pixels: bytes, width: int, height: int, dpi: int) -> bytes:
    """Return a PNG picture with a palette of at most 256 colours, each at most a few steps of 255 off its own.

    A picture that is transparent anywhere, or has more than `MOST_COLOURS`, keeps all its colours.

    Args:
        pixels: Red, green, blue and alpha of each pixel, one byte each, row by row from the top.
        width: Pixels in a row.
        height: Rows.
        dpi: Pixels per inch, which the picture tells.
    """
    image = Image.frombytes("RGBA", (width, height), pixels)
    if image.getchannel("A").getextrema() == (255, 255):
        image = image.convert("RGB")
        if image.getcolors(MOST_COLOURS):
            # The other methods merge small marks into large ones, or shift the colours of all.
            image = image.quantize(256, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    written = BytesIO()
    image.save(written, "png", dpi=(dpi, dpi))
    return written.getvalue()
