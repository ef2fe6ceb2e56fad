"""archkit: author architecture documents in a notebook; the Markdown file is the document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archkit.errors import ArchkitError

if TYPE_CHECKING:
    from archkit.authoring import ArchitectureDocument, example, new, open
    from archkit.importing import import_document
    from archkit.portfolios.portfolio import portfolio

__version__ = "0.1.0"
__all__ = [
    "ArchitectureDocument",
    "ArchkitError",
    "__version__",
    "example",
    "import_document",
    "new",
    "open",
    "portfolio",
]

# What is slow to load is loaded when it is first used, so that `import archkit` stays cheap.
_LAZY = {
    "ArchitectureDocument": "archkit.authoring",
    "example": "archkit.authoring",
    "import_document": "archkit.importing",
    "new": "archkit.authoring",
    "open": "archkit.authoring",
    "portfolio": "archkit.portfolios.portfolio",
}


def __getattr__(name: str) -> object:
    if name not in _LAZY:
        raise AttributeError(f"module 'archkit' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_LAZY[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
