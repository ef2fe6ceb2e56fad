"""Measure what each dependency costs, and write the figures into docs/dependencies.md.

A row of that page begins with the name of a distribution and ends with four figures: its installed size, that
of everything it brings, the CPU time of importing it in a fresh interpreter, and how many distributions it
brings. The words in between are a person's. `--check` only tells which dependency has no row.
"""

import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement

PAGE = Path("docs/dependencies.md")
RUNS = 5
# What the code imports, where that is not the distribution's name; None where nothing is imported.
IMPORTED = {
    "axe-playwright-python": "axe_playwright_python.sync_playwright",
    "build": None,
    "editables": None,
    "hatchling": None,
    "hugo": None,
    "ipykernel": None,
    "import-linter": None,
    "jupyterlab": None,
    "jupyter-server": None,
    "markdown-it-py": "markdown_it",
    "matplotlib": "matplotlib.figure",
    "mkdocs-material": None,
    "mypy": None,
    "myst-parser": None,
    "nbconvert": None,
    "nbval": None,
    "notebook": None,
    "pandas-stubs": None,
    "pillow": "PIL.Image",
    "playwright": "playwright.sync_api",
    "pydantic": "pydantic.main",
    "pypandoc-binary": None,
    "python-docx": "docx",
    "pyyaml": "yaml",
    "ruff": None,
    "scikit-criteria": "skcriteria",
    "scipy": "scipy.stats",
    "sphinx": None,
    "voila": None,
    "zensical": None,
}
TIMED = "import time; start = time.process_time(); import {}; print(time.process_time() - start)"


def declared() -> list[str]:
    """The names of all direct dependencies in pyproject.toml, run-time and test."""
    with Path("pyproject.toml").open("rb") as file:
        project = tomllib.load(file)
    extras = project["project"]["optional-dependencies"].values()
    lists = [project["project"]["dependencies"], *extras, *project["dependency-groups"].values()]
    return [Requirement(line).name for lines in lists for line in lines]


def brought_by(name: str) -> set[str]:
    """The distribution and all that it needs on this machine, by name."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        name = waiting.pop().lower().replace("_", "-")
        if name not in found:
            found.add(name)
            waiting.extend(needs(distribution(name)))
    return found


def needs(package: Distribution) -> Iterator[str]:
    """What the distribution asks for directly on this machine, extras left out."""
    for line in package.requires or []:
        needed = Requirement(line)
        if needed.marker is None or needed.marker.evaluate({"extra": ""}):
            yield needed.name


def megabytes(name: str) -> float:
    """The installed size, compiled bytecode included."""
    package = distribution(name)
    listed = {Path(str(package.locate_file(file))) for file in package.files or []}
    compiled = {
        cached
        for file in listed
        if file.suffix == ".py"
        for cached in file.parent.glob(f"__pycache__/{file.stem}.*.pyc")
    }
    return sum(file.stat().st_size for file in listed | compiled if file.is_file()) / 1e6


def import_milliseconds(module: str) -> float:
    """The least CPU time of a few imports in fresh interpreters; the first run may still have to compile."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, "-c", TIMED.format(module)]
    runs = [
        float(subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout)
        for _ in range(RUNS)
    ]
    return min(runs) * 1000


def figures(name: str) -> list[str]:
    """The four last cells of a row."""
    all_brought = brought_by(name)
    module = IMPORTED.get(name, name.replace("-", "_"))
    time = "–" if module is None else f"{import_milliseconds(module):.0f}"
    size = f"{megabytes(name):.1f}"
    return [size, f"{sum(map(megabytes, all_brought)):.0f}", str(len(all_brought) - 1), time]


def measured(line: str) -> str:
    """The line with new figures, if it is a row of a dependency."""
    row = re.match(r"\| `([a-z0-9-]+)` \|", line)
    if row is None:
        return line
    cells = line.strip().strip("|").split("|")
    words = [cell.strip() for cell in cells[:-4]]
    try:
        return f"| {' | '.join(words + figures(row[1]))} |"
    except PackageNotFoundError as missing:
        sys.exit(f"{missing} is not installed; run this with .venv/bin/python")


def without_a_row(page: str) -> list[str]:
    """The dependencies that the page does not explain."""
    return [name for name in declared() if f"\n| `{name}` |" not in page]


if __name__ == "__main__":
    page = PAGE.read_text(encoding="utf-8")
    if unexplained := without_a_row(page):
        sys.exit(f"{PAGE} does not explain {', '.join(unexplained)}")
    if "--check" not in sys.argv:
        PAGE.write_text("\n".join(map(measured, page.split("\n"))), encoding="utf-8")
