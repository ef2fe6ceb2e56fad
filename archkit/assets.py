"""Where the shipped folders `templates/` and `notebooks/` are: in the wheel, or beside the package in a checkout."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from archkit.errors import FileProblem

_PACKAGE = Path(__file__).resolve().parent


@cache
def folder(name: str) -> Path:
    """Return the shipped folder `templates` or `notebooks`.

    Raises:
        FileProblem: the folder is neither installed with the package nor beside it.
    """
    for candidate in (_PACKAGE / "_assets" / name, _PACKAGE.parent / name):
        if candidate.is_dir():
            return candidate
    raise FileProblem(name, "the folder that ships with archkit is missing", "install archkit again")


@cache
def template_text() -> str:
    """Return the architecture template, byte for byte as it ships."""
    return (folder("templates") / "architecture.md").read_bytes().decode("utf-8")


def example_file() -> Path:
    """Return the path of the worked example that ships with archkit."""
    return folder("notebooks") / "order-events-architecture.md"
