"""A picture in fewer bytes looks the same."""

from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from archkit.analysis.compare import compare
from archkit.figures.compare_bars import compare_bars
from archkit.figures.figure import Figure
from archkit.figures.small_png import MOST_COLOURS, small_png
from archkit.figures.style import canvas


def small(image):
    return small_png(image.convert("RGBA").tobytes(), *image.size, dpi=160)


def pixels(picture, mode="RGB"):
    image = picture if isinstance(picture, Image.Image) else Image.open(BytesIO(picture))
    return np.asarray(image.convert(mode)).astype(int)


def gradient(side):
    """As many colours as pixels."""
    count = np.arange(side * side)
    return Image.fromarray(
        np.stack([count % 256, count // 256, count * 0], axis=1).astype("uint8").reshape(side, side, 3)
    )


def test_a_figure_has_a_palette_takes_half_the_room_and_looks_the_same(example):
    figure = compare_bars(compare(example))
    full = BytesIO()
    figure.drawn.savefig(full, format="png", dpi=160)

    picture = figure.png()

    image = Image.open(BytesIO(picture))
    assert image.mode == "P"
    assert image.info["dpi"] == pytest.approx((160, 160), abs=0.01)
    assert len(picture) < len(full.getvalue()) / 2
    assert np.abs(pixels(picture) - pixels(full.getvalue())).max() <= 8


def test_up_to_256_colours_stay_exactly_as_they_were():
    given = gradient(16)

    assert (pixels(small(given)) == pixels(given)).all()


def test_a_mark_of_a_few_pixels_keeps_its_colour():
    image = gradient(60)
    image.paste((255, 0, 255), (5, 5, 7, 7))

    assert pixels(small(image))[5, 5] == pytest.approx([255, 0, 255], abs=8)


def test_a_photo_keeps_all_its_colours():
    given = gradient(65)
    assert len(np.unique(pixels(given).reshape(-1, 3), axis=0)) > MOST_COLOURS

    assert (pixels(small(given)) == pixels(given)).all()


@pytest.mark.parametrize("size", [(1.2, 9), (0.7333, 8.27), (4.35, 3.999)])
def test_a_figure_of_any_size_keeps_its_pixels_in_their_rows(size):
    drawn = canvas(*size)
    drawn.text(0.5, 0.5, "words", rotation=30)
    full = BytesIO()
    drawn.savefig(full, format="png", dpi=160)

    assert np.abs(pixels(Figure(drawn, "words").png()) - pixels(full.getvalue())).max() <= 8


def test_what_is_transparent_stays_so():
    drawn = canvas(1)
    drawn.patch.set_alpha(0)
    drawn.text(0.1, 0.5, "over paper of any colour")

    seen = pixels(Figure(drawn, "words").png(), "RGBA")[..., 3]

    assert seen.min() == 0
    assert seen.max() == 255
