"""Other tools on the same Markdown files, each with the least that it needs; one that is not installed is named."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Peer:
    """How another tool is run.

    Attributes:
        prepare: Fills a folder from the documents and returns the command to run there, None where it is not installed.
        pages: Where the pages are below that folder afterwards.
        ahead: So many times as much CPU as archkit it is expected to take at least.
    """

    prepare: Callable[[Path, Path], list[str] | None]
    pages: str
    ahead: float = 10.0

    def built(self, place: Path) -> int:
        """Return how many pages of documents it has built."""
        return sum(1 for _ in (place / self.pages).rglob("*architecture*.html")) + sum(
            1 for _ in (place / self.pages).rglob("*-architecture/index.html")
        )


def _program(name: str) -> str | None:
    """Return a program that is installed beside this Python, or anywhere else."""
    return shutil.which(name, path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}")


def _copied(documents: Path, folder: Path) -> None:
    for file in documents.rglob("*.md"):
        # A file that is no UTF-8 ends the other tools.
        text = file.read_bytes().decode("utf-8", "ignore").replace("\x00", "")
        target = folder / file.relative_to(documents)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


def _hugo(documents: Path, place: Path) -> list[str] | None:
    if not (program := _program("hugo")):
        return None
    _copied(documents, place / "content")
    layouts = place / "layouts" / "_default"
    layouts.mkdir(parents=True)
    # Its tags are lists, and those of the documents may be a text.
    disabled = 'disableKinds = ["taxonomy", "term", "RSS"]\n'
    (place / "hugo.toml").write_text(f'baseURL = "/"\ntitle = "Site"\n{disabled}[taxonomies]\n')
    (layouts / "single.html").write_text("<h1>{{ .Title }}</h1>{{ .TableOfContents }}{{ .Content }}")
    (layouts / "list.html").write_text("{{ range .Pages }}<a href='{{ .RelPermalink }}'>{{ .Title }}</a>{{ end }}")
    return [program, "--quiet"]


def _zensical(documents: Path, place: Path) -> list[str] | None:
    if not (program := _program("zensical")):
        return None
    _copied(documents, place / "docs")
    (place / "docs" / "index.md").write_text("# Site\n")
    (place / "zensical.toml").write_text('[project]\nsite_name = "Site"\n')
    return [program, "build"]


def _mkdocs(documents: Path, place: Path) -> list[str] | None:
    program = _program("mkdocs")
    if not program or importlib.util.find_spec("material") is None:
        return None
    _copied(documents, place / "docs")
    (place / "docs" / "index.md").write_text("# Site\n")
    plugins = "plugins:\n  - search\n"
    (place / "mkdocs.yml").write_text(f"site_name: Site\ntheme:\n  name: material\n  font: false\n{plugins}")
    return [program, "build", "--quiet"]


def _sphinx(documents: Path, place: Path) -> list[str] | None:
    program = _program("sphinx-build")
    if not program or importlib.util.find_spec("myst_parser") is None:
        return None
    _copied(documents, place / "docs")
    (place / "docs" / "conf.py").write_text('extensions = ["myst_parser"]\nsuppress_warnings = ["*"]\n')
    (place / "docs" / "index.md").write_text("# Site\n\n```{toctree}\n:glob:\n\n**\n```\n")
    return [program, "-q", "docs", "out"]


def _nbconvert(documents: Path, place: Path) -> list[str] | None:
    if not (program := _program("jupyter-nbconvert")):
        return None
    _copied(documents, place)
    for file in list(place.rglob("*.md")):
        cell = {"cell_type": "markdown", "metadata": {}, "source": file.read_text(encoding="utf-8")}
        notebook = {"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 4}
        file.with_suffix(".ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    names = sorted(str(file.relative_to(place)) for file in place.rglob("*.ipynb"))
    return [program, "--to", "html", "--log-level", "ERROR", *names]


PEERS: dict[str, Peer] = {
    "hugo": Peer(_hugo, "public", ahead=1.8),
    "zensical": Peer(_zensical, "site"),
    "mkdocs-material": Peer(_mkdocs, "site"),
    "sphinx+myst": Peer(_sphinx, "out"),
    "nbconvert": Peer(_nbconvert, "."),
}
