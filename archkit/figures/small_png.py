"""A PNG picture of a figure in fewer bytes, so that a notebook with its pictures stays small."""

from __future__ import annotations

from io import BytesIO

# Pillow is what matplotlib itself writes PNG with, and comes with it.
from PIL import Image

#: A picture of more colours than this, such as a photo that someone added, would show bands with a palette.
MOST_COLOURS = 4096


def small_png(picture: bytes) -> bytes:
    """Return a PNG picture with a palette of at most 256 colours, in no more than a few steps of 255 off its own.

    A picture that is transparent anywhere, or has more than `MOST_COLOURS`, keeps all its colours.
    """
    image: Image.Image = Image.open(BytesIO(picture))
    resolution = image.info.get("dpi")
    if not _is_transparent(image):
        image = image.convert("RGB")
        if image.getcolors(MOST_COLOURS):
            # The other methods merge small marks into large ones, or shift the colours of all.
            image = image.quantize(256, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    written = BytesIO()
    image.save(written, "png", **({"dpi": resolution} if resolution else {}))
    return written.getvalue()


def _is_transparent(image: Image.Image) -> bool:
    return image.mode == "RGBA" and image.getchannel("A").getextrema() != (255, 255)
