"""The formats that templates make: shipped with archkit, in the user's own folder, or in a document's repository."""

from __future__ import annotations

from pathlib import Path

from archkit import assets
from archkit.errors import ArchkitError
from archkit.outputs.style import MANIFEST, Style, read_style
from archkit.trust import configuration, templates_beside


def own_folder() -> Path:
    """Return the folder of the user's own templates, which need no trust: nobody else writes there."""
    return configuration() / "templates"


def styles(document: Path | None = None) -> tuple[list[Style], list[str]]:
    """Return the formats that can be had, and a message for each folder that is none.

    Args:
        document: The document or folder whose repository may have more.

    A name is taken once: by what is shipped, then by what is the user's, then by the repository.
    """
    found: dict[str, Style] = {}
    problems: list[str] = []
    repository = templates_beside(document) if document else None
    for folder, origin in (
        (assets.folder("templates"), "shipped"),
        (own_folder(), "yours"),
        (repository, "repository"),
    ):
        for path in sorted(folder.iterdir()) if folder and folder.is_dir() else ():
            if not (path / MANIFEST).is_file():
                continue
            try:
                style = read_style(path, origin)  # type: ignore[arg-type]
            except ArchkitError as error:
                problems.append(str(error))
                continue
            if style.name in found:
                taken = found[style.name].folder
                problems.append(f'{path}: there is a format "{style.name}" in {taken}; choose another name')
            else:
                found[style.name] = style
    return list(found.values()), problems
