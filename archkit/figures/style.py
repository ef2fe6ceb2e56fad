"""How every figure looks: colours, fonts and sizes, in one place."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock
from typing import Any

import matplotlib
from matplotlib.figure import Figure as Canvas
from matplotlib.font_manager import fontManager

INK = "#1a1a1a"
SOFT = "#5c5c5c"
LINE = "#c8c8c8"
PAPER = "#ffffff"

#: Okabe–Ito. The last four are too pale on white alone; every mark has a dark outline, so that all can be told apart.
COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#F0E442", "#999999")
#: On these a label is white.
DARK = frozenset(COLOURS[:3])
HATCHES = ("", "///", "...")

#: Width of a figure in inches.
WIDTH = 9.0
#: Height of one line of text in inches.
LINE_HEIGHT = 0.17

# Scripts that the first font lacks are drawn with one of these where it is installed.
_FONTS = (
    "DejaVu Sans",
    "Noto Sans CJK SC",
    "Noto Sans CJK JP",
    "Hiragino Sans",
    "Yu Gothic",
    "Microsoft YaHei",
    "Malgun Gothic",
    "Segoe UI Symbol",
)
_DRAWING = RLock()


@contextmanager
def drawing() -> Iterator[None]:
    """Draw or save inside this: matplotlib's defaults and ours, whatever the notebook has set, one thread at a time."""
    with _DRAWING, matplotlib.rc_context():
        matplotlib.rcdefaults()
        matplotlib.rcParams.update(_settings())
        yield


def canvas(height: float, width: float = WIDTH) -> Canvas:
    """Return an empty figure of a size in inches whose parts make room for each other."""
    return Canvas(figsize=(width, height), layout="constrained")


def mark(place: int) -> dict[str, Any]:
    """Return the looks of the series at a place (from 0): first the colours, then the same ones hatched."""
    return {
        "facecolor": COLOURS[place % len(COLOURS)],
        "hatch": HATCHES[place // len(COLOURS) % len(HATCHES)],
        "edgecolor": INK,
        "linewidth": 0.7,
    }


def number_on(place: int) -> dict[str, Any]:
    """Return the looks of a number on that series' mark; on a hatched one it stands on paper."""
    if place % (len(COLOURS) * len(HATCHES)) >= len(COLOURS):
        return {"color": INK, "bbox": {"facecolor": PAPER, "edgecolor": "none", "pad": 0.8}}
    return {"color": PAPER if COLOURS[place % len(COLOURS)] in DARK else INK}


def fonts() -> tuple[str, ...]:
    """Return the installed fonts in the order in which a character is looked for."""
    installed = set(fontManager.get_font_names())
    return tuple(font for font in _FONTS if font in installed)


def _settings() -> Any:
    return {
        "text.parse_math": False,
        "font.family": list(fonts()),
        "font.size": 9.0,
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.edgecolor": SOFT,
        "axes.titlelocation": "left",
        "axes.titlesize": 11.0,
        "axes.titleweight": "bold",
        "hatch.linewidth": 0.5,
        "hatch.color": INK,
        "legend.frameon": False,
        "text.color": INK,
        "axes.labelcolor": INK,
        "xtick.color": SOFT,
        "xtick.labelcolor": INK,
        "ytick.labelcolor": INK,
        "svg.hashsalt": "archkit",
        "svg.fonttype": "path",
    }
