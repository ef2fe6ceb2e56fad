"""archkit: author architecture documents in a notebook; the Markdown file is the document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archkit.errors import ArchkitError

if TYPE_CHECKING:
    from archkit.authoring import ArchitectureDocument, example, new, open
    from archkit.importing import import_document
    from archkit.portfolios.portfolio import portfolio

__version__ = "0.1.0"
__all__ = ["ArchitectureDocument", "ArchkitError", "__version__", "example", "import_document"]
__all__ += ["new", "open", "portfolio"]

_LAZY = {"ArchitectureDocument", "example", "new", "open"}


def __getattr__(name: str) -> object:
    # The authoring layer is loaded when it is first used, so that `import archkit` stays cheap.
    if name in _LAZY:
        from archkit import authoring

        return getattr(authoring, name)
    if name == "import_document":
        from archkit.importing import import_document

        return import_document
    if name == "portfolio":
        from archkit.portfolios.portfolio import portfolio

        return portfolio
    raise AttributeError(f"module 'archkit' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
