"""A figure that shows itself in a notebook, with the sentence that says the same in words."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from html import escape
from io import BytesIO
from pathlib import Path
from typing import Any, TypeVar

from matplotlib.figure import Figure as Canvas

from archkit.errors import AnalysisError, ExportError, quoted
from archkit.figures.drawn_once import drawn_once
from archkit.figures.labels import wrapped
from archkit.figures.small_png import small_png
from archkit.figures.style import SOFT, canvas, drawing

Drawing = TypeVar("Drawing")

_DPI = 160
# Pixels per inch at which a notebook shows the picture.
_SCREEN = 96
_FORMATS = (".png", ".svg", ".pdf")


class Figure:
    """A drawn figure.

    Attributes:
        drawn: The matplotlib figure, to change or add to.
        alt: What the figure shows, with its numbers, for who cannot see it.
    """

    def __init__(self, drawn: Canvas, alt: str) -> None:
        self.drawn = drawn
        self.alt = alt
        # The layout would move a little at every drawing; once found it stays, and the bytes with it.
        if drawn.get_layout_engine() is not None and not drawn_once.get():
            with drawing():
                drawn.draw_without_rendering()
            drawn.set_layout_engine("none")

    def png(self) -> bytes:
        """Return the figure as a PNG picture."""
        width, height = (int(inches * _DPI) for inches in self.drawn.get_size_inches())
        return small_png(self._bytes("rgba"), width, height, _DPI)

    def svg(self) -> str:
        """Return the figure as SVG text with its sentence; the same figure gives the same text."""
        text = self._bytes("svg", {"Date": None, "Creator": None}).decode()
        return text.replace("<svg ", f'<svg role="img" aria-label="{escape(self.alt)}" ', 1)

    def save(self, path: str | Path) -> Path:
        """Write the figure as .png, .svg or .pdf, whichever the name ends in, and return the path.

        Raises:
            ExportError: the name ends in something else.
        """
        target = Path(path)
        suffix = target.suffix.lower()
        if suffix not in _FORMATS:
            raise ExportError(f"{target.name}: a figure is saved as {', '.join(_FORMATS)}; end the name in one of them")
        if suffix == ".pdf":
            made = self._bytes("pdf", {"CreationDate": None, "Creator": None})
        else:
            made = self.svg().encode() if suffix == ".svg" else self.png()
        target.write_bytes(made)
        return target

    def _bytes(self, form: str, metadata: dict[str, None] | None = None) -> bytes:
        buffer = BytesIO()
        with drawing():
            self.drawn.savefig(buffer, format=form, dpi=_DPI, metadata=metadata)
        return buffer.getvalue()

    def __repr__(self) -> str:
        return self.alt

    def _repr_mimebundle_(
        self, include: object = None, exclude: object = None
    ) -> tuple[dict[str, str], dict[str, Any]]:
        width, height = (round(inches * _SCREEN) for inches in self.drawn.get_size_inches())
        data = {"text/plain": self.alt, "image/png": b64encode(self.png()).decode()}
        return data, {"image/png": {"width": width, "height": height}}


def of_kind(figures: Mapping[str, Drawing], kind: str) -> Drawing:
    """Return what draws a kind of figure.

    Raises:
        AnalysisError: there is no such figure.
    """
    if kind not in figures:
        raise AnalysisError(f"there is no figure {quoted(kind)}; use {', '.join(figures)}")
    return figures[kind]


def nothing_to_show(sentence: str) -> Figure:
    """Return a figure that says that there is nothing to show yet, and what would change that."""
    with drawing():
        drawn = canvas(1.2)
        drawn.text(0.5, 0.5, wrapped(sentence, 70), ha="center", va="center", color=SOFT, fontsize=11)
    return Figure(drawn, sentence)
