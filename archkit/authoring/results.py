"""Results that show themselves in a notebook and can be drawn: numbers from `analysis`, pictures from `figures`."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any, ClassVar


class Result:
    """Numbers with a picture: every attribute of the numbers, and `plot()`."""

    def __init__(self, numbers: Any, plot: Callable[..., Any]) -> None:
        self._numbers = numbers
        self._plot = plot

    def plot(self, **choices: object) -> Any:
        """Return the figure of these numbers; it shows itself in a notebook and has `save(path)`."""
        return self._plot(self._numbers, **choices)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return getattr(self._numbers, name)

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *dir(self._numbers)})

    def __repr__(self) -> str:
        return repr(self._numbers)

    def _repr_html_(self) -> str | None:
        show = getattr(self._numbers, "_repr_html_", None)
        return show() if show else None


class Compared(Result):
    """The options compared: every part is an attribute that shows itself and has a `frame`.

    The parts in `FIGURES` have `plot()`, too; `plot()` of the whole draws the contributions to the scores.
    """

    #: The module and function that draws a part; figures are imported when the first is drawn.
    FIGURES: ClassVar[dict[str, str]] = {
        "weight_intervals": "weight_interval_bars",
        "ranks": "rank_acceptability_bars",
        "value_for_effort": "value_effort_scatter",
        "agreement": "agreement_table",
    }

    def __getattr__(self, name: str) -> Any:
        found = super().__getattr__(name)
        return Result(found, _figure(self.FIGURES[name])) if name in self.FIGURES else found


def _figure(name: str) -> Callable[..., Any]:
    def draw(numbers: Any, **choices: object) -> Any:
        return getattr(import_module(f"archkit.figures.{name}"), name)(numbers, **choices)

    return draw
