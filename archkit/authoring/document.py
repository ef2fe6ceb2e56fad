"""An open architecture document: `open`, `new`, and everything that can be done with one."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from archkit.assets import example_file, template_text
from archkit.authoring.conflicts import OpenConflict
from archkit.authoring.results import Checked, Compared, Result
from archkit.authoring.sections import INSIDE, Section
from archkit.checks import check, settings_for
from archkit.errors import FileProblem, nearest
from archkit.model.document import Document, outline
from archkit.model.placeholders import BLANK_TITLE
from archkit.session import Session
from archkit.unsaved import warn_of_opening

if TYPE_CHECKING:
    import pandas as pd

_SECTIONS = frozenset([*(spec.key for spec in outline() if spec.kind == "rows"), *INSIDE])


class ArchitectureDocument:
    """An architecture document that is open: its sections are attributes, and each edit is saved to its file.

    `doc.options`, `doc.risks` and the other sections are `Section` objects; `doc.title` and `doc.executive_summary` are
    texts. `doc.edit()` shows the forms.
    """

    def __init__(self, session: Session) -> None:
        object.__setattr__(self, "session", session)

    session: Session

    @property
    def path(self) -> Path:
        """The file."""
        return self.session.path

    @property
    def data(self) -> Document:
        """The document as immutable data."""
        return self.session.document

    @property
    def text(self) -> str:
        """The document as Markdown, as the file holds it."""
        return self.session.text

    def frames(self) -> dict[str, pd.DataFrame]:
        """Return every structured section as a pandas frame, by name."""
        from archkit.frames import frames

        return frames(self.data)

    def edit(self) -> Any:
        """Return the forms of all sections; what is typed there is saved by itself."""
        from archkit.widgets.form import document_form

        return document_form(self.session)

    def compare(self, reference: str | None = None, *, draws: int = 10_000, seed: int = 1959) -> Compared:
        """Compare the options: scores with their intervals, gates, effort and risk, and how firm the order is.

        Parts: `.frame`, `.weights`, `.dominance`, `.contributions`, `.verdict`, `.weight_intervals`, `.score_changes`,
        `.ranks`, `.regret`, `.value_for_effort`, `.deltas`, `.agreement`; what takes long waits until it is asked for.

        Args:
            reference: The option that the others are set against; the document's own when None, else the first.
            draws: Number of draws of weights and open scores.
            seed: The same seed gives the same numbers.
        """
        from archkit.analysis.compare import compare
        from archkit.figures.compare_bars import compare_bars

        return Compared(compare(self.data, reference=reference, draws=draws, seed=seed), compare_bars)

    def total_effort(
        self,
        *,
        risks: bool = False,
        correlation: float | None = None,
        draws: int | None = None,
        seed: int | None = None,
    ) -> Result:
        """Add the effort up: development, testing and total with quantiles.

        `.frame`, `.by_phase`, `.by_option`, `.s_curve` and `.spread` are frames; `.plot()` draws the phases,
        `.plot(kind="s-curve")`, `"spread"` and `"options"` the rest; `.exact()` is the same total without draws.

        Args:
            risks: Whether the total counts the open risks as events in the same draws.
            correlation: How strongly the items rise and fall together, 0–1; the document's own when None.
            draws: Number of draws; the document's own when None.
            seed: The same seed gives the same numbers; the document's own when None.
        """
        from archkit.analysis.document_effort import document_effort
        from archkit.figures.effort_figure import effort_figure

        effort = document_effort(self.data, risks=risks, correlation=correlation, draws=draws, seed=seed)
        return Result(effort, effort_figure)

    def risk_grid(self) -> Result:
        """Place the risks on the grid of the risk scale, five by five steps unless the document has its own."""
        from archkit.analysis.risk_grid import risk_grid
        from archkit.figures.risk_matrix import risk_matrix
        from archkit.model.risk_scales import risk_scale

        return Result(risk_grid(self.data.risks, risk_scale(self.data.risk_scale)), risk_matrix)

    def risk_exposure(self) -> Result:
        """Say what the risks may cost in days, before and after mitigation, and in which order as far as there is one.

        `.frame`, `.mitigations`, `.contributions`, `.exceedance`, `.totals`; `.plot()`, `.plot(kind="exceedance")`,
        `.plot(kind="p80")`.
        """
        from archkit.analysis.risk_exposure import risk_exposure
        from archkit.figures.exposure_figure import exposure_figure

        return Result(risk_exposure(self.data), exposure_figure)

    def use_risk_scale(self, name: str) -> None:
        """Fill the risk scale with the words and intervals of a scale on offer, `archkit` or `NIST SP 800-30`.

        Raises:
            ModelError: there is no scale of that name.
        """
        from archkit.model.risk_scales import offered_scale

        self.session.set(("risk_scale",), offered_scale(name))

    def schedule(self) -> Result:
        """Put the phases on a time line: `.frame`, `.finish`, `.team_load`, `.plot()`, `.plot(kind="finish")`."""
        from archkit.analysis.document_schedule import schedule
        from archkit.figures.schedule_figure import schedule_figure

        return Result(schedule(self.data), schedule_figure)

    @property
    def conflicts(self) -> tuple[OpenConflict, ...]:
        """What a merge left between conflict markers: `doc.conflicts[0].keep("theirs")`, or `"ours"`, or `"both"`."""
        return tuple(OpenConflict(self.session, conflict) for conflict in self.session.conflicts)

    def check(self) -> Checked:
        """Return what a reviewer would send back, by line; empty when there is nothing to mend.

        The settings are those of `[tool.archkit]` in the nearest `pyproject.toml`. `.frame` has it as a frame.
        """
        return Checked(check(self.session.manuscript(), settings_for(self.path), folder=self.path.parent))

    def export(self, target: str | Path, template: str | Path | None = None) -> Path:
        """Write the completed template to a .md or .html file, and return its path.

        Args:
            target: Where to; a relative path starts at the current folder.
            template: A Jinja2 template of your own.
        """
        from archkit.export import export

        return export(self.data, target, template, source=self.path)

    def __getattr__(self, name: str) -> Any:
        if name in _SECTIONS:
            return Section(self.session, name)
        if name in ("title", "executive_summary"):
            return getattr(self.data, name)
        if name.startswith("_"):
            raise AttributeError(name)
        close = nearest(name, _SECTIONS)
        right = f"did you mean {close}?" if close else f"its sections are {', '.join(sorted(_SECTIONS))}"
        raise AttributeError(f'an architecture document has no "{name}"; {right}')

    def __setattr__(self, name: str, value: object) -> None:
        if name in ("title", "executive_summary"):
            self.session.set((name,), value)
            return
        if name not in _SECTIONS:
            getattr(self, name)
        raise AttributeError(f'"{name}" cannot be set; change a field of it, or assign to its frame')

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *_SECTIONS, "title", "executive_summary"})

    def __repr__(self) -> str:
        data = self.data
        counts = [
            f"{len(rows)} {name if len(rows) != 1 else name.removesuffix('s')}"
            for name, rows in (("options", data.options), ("findings", data.findings), ("risks", data.risks))
        ]
        return f"<{data.title or 'Untitled'}: {', '.join(counts)}; {self.path.name}>"


def open(path: str | Path) -> ArchitectureDocument:
    """Open an architecture document.

    What an earlier session had typed and not saved is brought back, with an `UnsavedWarning` that says so.

    Raises:
        FileProblem: the file is missing, cannot be read, is too large or is not UTF-8.
    """
    session = Session.open(path)
    warn_of_opening(session, stacklevel=2)
    return ArchitectureDocument(session)


def new(path: str | Path, title: str = "", template: str | Path | None = None) -> ArchitectureDocument:
    """Make a new document from the architecture template and open it.

    Args:
        path: The file to make; it must not be there yet.
        title: What is designed; the heading becomes `{title} Architecture`, or takes the place of `[Feature]` in it.
        template: A Markdown file of your own to begin with, in place of the shipped template.

    Raises:
        FileProblem: the file is there already or cannot be written, or the template cannot be read.
    """
    from archkit.store import read_text

    text = read_text(Path(template)) if template else template_text()
    document = ArchitectureDocument(Session.create(path, text))
    name = " ".join(title.split())
    if name:
        has_heading = any(place.part == "title" for place in document.data.layout)
        heading = document.title or (BLANK_TITLE if has_heading else "")
        document.title = heading.replace("[Feature]", name) if "[Feature]" in heading else name
    return document


def example(folder: str | Path = ".") -> Path:
    """Put a copy of the worked example into a folder, and return its path; a copy that is there stays as it is.

    Raises:
        FileProblem: the folder cannot be made or written.
    """
    target = Path(folder) / example_file().name
    if not target.exists():
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(example_file(), target)
        except OSError as error:
            problem = (error.strerror or str(error)).lower()
            raise FileProblem(target, problem, "name a folder that can be written") from None
    return target
