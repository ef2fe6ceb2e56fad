"""The figures of a document on paper, each with its words and its numbers as a table."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from math import isnan
from typing import TYPE_CHECKING, Any, Literal

from archkit.analysis.document_effort import document_effort
from archkit.analysis.document_schedule import schedule
from archkit.analysis.risk_grid import risk_grid
from archkit.analysis.total_effort import TotalEffort
from archkit.figures.drawn_once import drawn_once
from archkit.model.document import Document
from archkit.model.risk_scales import risk_scale
from archkit.pages.analyses import charts_of_risk, compared, estimated, time_line
from archkit.pages.numbers import PageNumbers
from archkit.pages.visible import visible
from archkit.printing.blocks import Block, Picture
from archkit.printing.columns import tables
from archkit.printing.pictures import Pictures, share_of_width
from archkit.printing.runs import plain_runs

if TYPE_CHECKING:
    from archkit.figures.figure import Figure

#: With more rows than this the table is complete and the figure would be one of specks.
MOST_ROWS = 60


@dataclass
class Figures:
    """Draws the figures that belong below a part of a document.

    Attributes:
        document: The document.
        numbers: Its numbers.
        pictures: Where the drawings go.
        form: What they are drawn as.
    """

    document: Document
    numbers: PageNumbers
    pictures: Pictures
    form: Literal["svg", "png"]

    def below(self, part: str) -> list[Block]:
        """Return the figures below a part, such as `comparison`; nothing where there are no numbers."""
        parts: dict[str, Callable[[], Iterator[Block]]] = {
            "comparison": self._comparison,
            "phases": self._phases,
            "risks": self._risks,
            "effort": self._effort,
        }
        if part not in parts:
            return []
        # Drawing it to find its layout, and then for the file, takes a quarter longer.
        token = drawn_once.set(self.form == "svg")
        try:
            return list(parts[part]())
        finally:
            drawn_once.reset(token)

    @cached_property
    def _total(self) -> TotalEffort:
        return document_effort(self.document)

    def _comparison(self) -> Iterator[Block]:
        found = compared(self.document)
        if not found.options or not any(item.share for item in found.criteria):
            return
        if len(found.options) <= MOST_ROWS:
            from archkit.figures.compare_bars import compare_bars

            yield self._picture(compare_bars(found), "What the scores are made of")
        yield from _table(
            "Option|Score|Interval|Rank|Effort, mean (days)|Effort, P80 (days)|Expected loss by risks (days)",
            [
                (
                    option.name,
                    option.text or "not scored",
                    option.interval,
                    "" if option.rank is None else str(option.rank),
                    _number(option.effort_mean),
                    _number(option.effort_p80),
                    option.loss,
                )
                for option in self.numbers.options
            ],
        )

    def _phases(self) -> Iterator[Block]:
        line = time_line(self.document)
        if line.chart is None:
            return
        if len(line.rows) <= MOST_ROWS:
            from archkit.figures.schedule_figure import schedule_figure

            yield self._picture(schedule_figure(schedule(self.document, self._total)), "The phases on a time line")
        yield from _table(
            "Phase|Effort (person-days)|People|Days|Start, mean|Finish, mean|Finish, P80|Critical",
            [
                (row.phase, row.effort, row.people, row.days, row.start, row.finish, row.p80, row.critical)
                for row in line.rows
            ],
        )

    def _risks(self) -> Iterator[Block]:
        grid = risk_grid(self.document.risks, risk_scale(self.document.risk_scale))
        if not grid.risks:
            return
        if len(grid.risks) <= MOST_ROWS:
            from archkit.figures.risk_matrix import risk_matrix

            yield self._picture(risk_matrix(grid, has_names=False), "The risks by likelihood and impact")
        loss = {row.number: row for row in charts_of_risk(self.document).rows}
        yield from _table(
            "|Risk|Likelihood|Impact|Expected loss (days)|Rank",
            [
                (
                    risk.label,
                    risk.risk.risk,
                    grid.likelihoods[risk.likelihood - 1] if risk.likelihood else "",
                    grid.impacts[risk.impact - 1] if risk.impact else "",
                    loss[risk.number].loss if risk.number in loss else "",
                    loss[risk.number].rank if risk.number in loss else "closed",
                )
                for risk in grid.risks
            ],
            words=4,
        )

    def _effort(self) -> Iterator[Block]:
        effort, charts = self._total, estimated(self.document)[1]
        if not effort.work:
            return
        phases = self.numbers.effort.phases
        if phases and len(phases) <= MOST_ROWS:
            from archkit.figures.effort_figure import effort_figure

            yield self._picture(effort_figure(effort), "The effort by phase")
            head = "|".join(["Phase", *(f"{kind}, mean (days)".capitalize() for kind in effort.kinds)])
            yield from _table(head, [(row.phase, *(_number(days) for _, days in row.days)) for row in phases])
        yield from _table(
            "Working days|Mean|P10|P50|P80|P90",
            [(name.capitalize(), *map(_number, row)) for name, row in charts.totals],
        )

    def _picture(self, figure: Figure, caption: str) -> Picture:
        content = _svg(figure) if self.form == "svg" else figure.png()
        name = self.pictures.add(content, self.form)
        width, height = figure.drawn.get_size_inches()
        return Picture(name, visible(figure.alt), share_of_width(width, height), caption)


def _svg(figure: Figure) -> bytes:
    """Return a figure whose words stay words, in the font that the page brings along."""
    import matplotlib
    from matplotlib.backends.backend_svg import FigureCanvasSVG

    from archkit.figures.style import drawing

    out = BytesIO()
    with drawing():
        matplotlib.rcParams["svg.fonttype"] = "none"
        # `savefig` would draw it once more beforehand, to find its layout.
        canvas: Any = FigureCanvasSVG(figure.drawn)
        canvas.print_svg(out, metadata={"Date": None, "Creator": None})
    return out.getvalue()


def _table(head: str, rows: list[tuple[str, ...]], words: int = 1) -> Iterator[Block]:
    """Yield a table of plain texts; the first columns hold words, the others numbers."""
    titles = head.split("|")
    aligns = tuple("left" if at < words else "right" for at in range(len(titles)))
    cells = tuple(tuple(plain_runs(text) for text in row) for row in rows)
    yield from tables(tuple(plain_runs(title) for title in titles), cells, aligns)  # type: ignore[arg-type]


def _number(days: float | None) -> str:
    return "" if days is None or isnan(days) else f"{days:,.1f}"
