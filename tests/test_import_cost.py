"""The cost of waiting decides what imports what."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from archkit.assets import template_text
from archkit.authoring import example

HEAVY = {"numpy", "pandas", "matplotlib", "scipy", "ipywidgets", "anywidget", "IPython", "jupyterlab", "nbformat"}
GRID = "| Risk | Likelihood | Impact | Mitigation |\n|---|---|---|---|\n| a | 3 | 4 | b |\n"
SMALL = f"# T\n\n## Risks and Mitigations\n\n{GRID}"


def loaded(code: str, *arguments: str) -> set[str]:
    """Return the top-level modules that are loaded once some code has run in a fresh interpreter."""
    script = f"import sys\ntry:\n    {code}\nexcept SystemExit:\n    pass\nprint('\\n', *sys.modules, file=sys.stderr)"
    ran = subprocess.run(
        [sys.executable, "-c", script, *arguments], capture_output=True, text=True, timeout=60, check=True
    )
    assert "Traceback" not in ran.stderr
    return {name.partition(".")[0] for name in ran.stderr.split()}


COMMAND = "from archkit.cli import main; main(sys.argv[1:])"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    example(tmp_path)
    (tmp_path / "template.md").write_text(template_text())
    (tmp_path / "small.md").write_text(SMALL)
    return tmp_path


def test_importing_archkit_loads_next_to_nothing():
    assert loaded("import archkit") & (HEAVY | {"pydantic", "jinja2", "markdown_it"}) == set()


def test_help_loads_next_to_nothing():
    for command in ("--help", "--version"):
        assert loaded(COMMAND, command) & (HEAVY | {"pydantic", "jinja2", "markdown_it"}) == set()
    assert loaded(COMMAND, "lab", "--help") & HEAVY == set()


@pytest.mark.parametrize("name", ["template.md", "small.md"])
def test_a_check_needs_no_numbers(folder: Path, name: str):
    assert loaded(COMMAND, "check", str(folder / name)) & (HEAVY | {"jinja2", "markdown_it"}) == set()


def test_a_check_of_stated_totals_needs_numpy_alone(folder: Path):
    assert loaded(COMMAND, "check", str(folder / "order-events-architecture.md")) & HEAVY <= {"numpy"}


def test_a_new_document_needs_no_numbers(folder: Path):
    assert loaded(COMMAND, "new", str(folder / "new.md"), "--title", "Ledger") & HEAVY == set()


@pytest.mark.parametrize("target", ["x.html", "x.md"])
def test_an_export_needs_neither_pandas_nor_matplotlib(folder: Path, target: str):
    arguments = ("export", str(folder / "order-events-architecture.md"), "-o", str(folder / target))

    assert loaded(COMMAND, *arguments) & HEAVY <= {"numpy"}
    assert (folder / target).exists()


def test_opening_and_editing_a_document_needs_no_numbers(folder: Path):
    code = f"import archkit; archkit.open({str(folder / 'small.md')!r}).risks.set(0, owner='Ada')"

    assert loaded(code) & HEAVY == set()
    assert "Ada" in (folder / "small.md").read_text()
