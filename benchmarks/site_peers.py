"""Other tools on the same Markdown files, each with the least that it needs; one that is not installed is named."""

from __future__ import annotations

import importlib.util
import json
import shutil
from collections.abc import Callable
from pathlib import Path

Prepare = Callable[[Path, Path], list[str] | None]


def _copied(documents: Path, folder: Path) -> None:
    for file in documents.rglob("*.md"):
        # A file that is no UTF-8 ends the other tools.
        text = file.read_bytes().decode("utf-8", "ignore").replace("\x00", "")
        target = folder / file.relative_to(documents)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


def _hugo(documents: Path, place: Path) -> list[str] | None:
    if not (program := shutil.which("hugo")):
        return None
    _copied(documents, place / "content")
    layouts = place / "layouts" / "_default"
    layouts.mkdir(parents=True)
    (place / "hugo.toml").write_text('baseURL = "/"\ntitle = "Site"\n')
    (layouts / "single.html").write_text("<h1>{{ .Title }}</h1>{{ .Content }}")
    (layouts / "list.html").write_text("{{ range .Pages }}<a href='{{ .RelPermalink }}'>{{ .Title }}</a>{{ end }}")
    return [program, "--quiet"]


def _zensical(documents: Path, place: Path) -> list[str] | None:
    if not (program := shutil.which("zensical")):
        return None
    _copied(documents, place / "docs")
    (place / "zensical.toml").write_text('[project]\nsite_name = "Site"\n')
    return [program, "build"]


def _mkdocs(documents: Path, place: Path) -> list[str] | None:
    program = shutil.which("mkdocs")
    if not program or importlib.util.find_spec("material") is None:
        return None
    _copied(documents, place / "docs")
    (place / "mkdocs.yml").write_text("site_name: Site\ntheme:\n  name: material\n  font: false\n")
    return [program, "build", "--quiet"]


def _sphinx(documents: Path, place: Path) -> list[str] | None:
    program = shutil.which("sphinx-build")
    if not program or importlib.util.find_spec("myst_parser") is None:
        return None
    _copied(documents, place / "docs")
    (place / "docs" / "conf.py").write_text('extensions = ["myst_parser"]\n')
    (place / "docs" / "index.md").write_text("# Site\n\n```{toctree}\n:glob:\n\n**\n```\n")
    return [program, "-q", "docs", "out"]


def _nbconvert(documents: Path, place: Path) -> list[str] | None:
    if not (program := shutil.which("jupyter-nbconvert")):
        return None
    _copied(documents, place)
    for file in list(place.rglob("*.md")):
        cell = {"cell_type": "markdown", "metadata": {}, "source": file.read_text(encoding="utf-8")}
        notebook = {"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 4}
        file.with_suffix(".ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    names = sorted(str(file.relative_to(place)) for file in place.rglob("*.ipynb"))
    return [program, "--to", "html", "--log-level", "ERROR", *names]


def _made(prepare: Prepare) -> Prepare:
    def run(documents: Path, place: Path) -> list[str] | None:
        place.mkdir()
        return prepare(documents, place)

    return run


PEERS: dict[str, Prepare] = {
    "hugo": _made(_hugo),
    "zensical": _made(_zensical),
    "mkdocs-material": _made(_mkdocs),
    "sphinx+myst": _made(_sphinx),
    "nbconvert": _made(_nbconvert),
}
