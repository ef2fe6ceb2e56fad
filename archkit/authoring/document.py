"""An open architecture document: `open`, `new`, and everything that can be done with one."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from archkit.assets import example_file, template_text
from archkit.authoring.conflicts import OpenConflict
from archkit.authoring.numbers import Numbers
from archkit.authoring.option_section import SECTIONS
from archkit.authoring.sections import INSIDE, Section
from archkit.errors import FileProblem, nearest
from archkit.model.document import outline
from archkit.model.placeholders import BLANK_TITLE
from archkit.session import Session
from archkit.unsaved import warn_of_opening

if TYPE_CHECKING:
    import pandas as pd

    from archkit.research.looked_up import LookedUp

_SECTIONS = frozenset([*(spec.key for spec in outline() if spec.kind == "rows"), *INSIDE])


class ArchitectureDocument(Numbers):
    """An architecture document that is open: its sections are attributes, and each edit is saved to its file.

    `doc.options`, `doc.risks` and the other sections are `Section` objects; `doc.title` and `doc.executive_summary` are
    texts. `doc.edit()` shows the forms.
    """

    def __init__(self, session: Session) -> None:
        object.__setattr__(self, "session", session)

    session: Session

    @property
    def text(self) -> str:
        """The document as Markdown, as the file holds it."""
        return self.session.text

    def frames(self) -> dict[str, pd.DataFrame]:
        """Return every structured section as a pandas frame, by name."""
        from archkit.frames import frames

        return frames(self.data)

    def edit(self) -> Any:
        """Return the studio: every section, the page and what is missing next; what is typed is saved by itself."""
        from archkit.widgets.studio import studio

        return studio(self.session)

    @property
    def conflicts(self) -> tuple[OpenConflict, ...]:
        """What a merge left between conflict markers: `doc.conflicts[0].keep("theirs")`, or `"ours"`, or `"both"`."""
        return tuple(OpenConflict(self.session, conflict) for conflict in self.session.conflicts)

    def research(self, library: str = "", question: str = "", **how: Any) -> LookedUp:
        """Look up documentation of a library at a Context7 server; `.pick(1, 3)` makes findings of what is found.

        Running a cell asks nobody: without `ask=True` an answer is there only if it was given before and is kept.

        Args:
            library: Its id, such as `/vercel/next.js`, or a name to search for.
            question: One question; it leaves this machine when asked.
            how: `ask=True` to send the question; `version`; `fresh=True` to ask again what is kept; `paste` or `file`
                for an answer that was given elsewhere.
        """
        from archkit.research.looked_up import research

        return research(self.session, library, question, **how)

    def export(self, target: str | Path, template: str | Path | None = None, *, to: str = "") -> Path:
        """Write the document to a file, or to a folder of files, and return its path.

        Args:
            target: Where to; a relative path starts at the current folder.
            template: A Jinja2 template of your own, or a folder of them.
            to: The format, such as `madr`, `json` or `csv`; what the ending of the target says when left out.
        """
        from archkit.export import export

        return export(self.data, target, template, to=to, source=self.path)

    def y_statement(self) -> str:
        """Return the decision in one sentence; what the document does not say is `[not said yet]`."""
        from archkit.pages.y_statement import y_statement

        return y_statement(self.data)

    def __getattr__(self, name: str) -> Any:
        if name in _SECTIONS:
            return SECTIONS.get(name, Section)(self.session, name)
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
