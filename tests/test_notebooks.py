"""The manual: each notebook is a page with one job, and is found."""

import itertools
import re
from pathlib import Path

import nbformat
import pytest
from nbclient.exceptions import CellExecutionError

from scripts.run_notebooks import FOLDER, run

MOST_CELLS = 12
PAGES = {path.stem: nbformat.read(path, as_version=4) for path in sorted(FOLDER.glob("*.ipynb"))}
EVERY_PAGE = pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)


def code(page):
    return [cell for cell in page.cells if cell.cell_type == "code"]


@EVERY_PAGE
def test_a_page_begins_with_its_one_heading_and_is_short(page):
    headings = re.findall("^#+ .+", "\n".join(c.source for c in page.cells if c.cell_type == "markdown"), re.MULTILINE)

    assert page.cells[0].source.startswith(f"{headings[0]}\n")
    assert len(headings) == 1
    assert len(page.cells) <= MOST_CELLS


@EVERY_PAGE
def test_words_stand_before_each_piece_of_code(page):
    kinds = [cell.cell_type for cell in page.cells]

    assert ("code", "code") not in list(itertools.pairwise(kinds))
    assert all(cell.source.strip() for cell in page.cells)


@EVERY_PAGE
def test_a_page_uses_public_names_alone(page):
    source = "\n".join(cell.source for cell in code(page))

    assert re.findall(r"archkit\.\w+\.|from archkit|\._\w|\b__\w", source) == []


@EVERY_PAGE
def test_a_page_was_run_from_top_to_bottom_and_keeps_nothing_of_one_machine(page):
    assert [cell.execution_count for cell in code(page)] == list(range(1, len(code(page)) + 1))
    assert not [cell for cell in page.cells if cell.metadata], "say: make notebooks"
    assert set(page.metadata) == {"kernelspec", "language_info"}
    assert "version" not in page.metadata.language_info


@EVERY_PAGE
def test_no_page_shows_an_error_or_a_widget_that_is_gone(page):
    outputs = [output for cell in code(page) for output in cell.outputs]

    assert outputs
    assert not [output for output in outputs if output.output_type == "error"]
    assert not [output for output in outputs if any("widget" in kind for kind in output.get("data", {}))]


def test_the_pages_are_numbered_in_the_order_in_which_the_readme_names_them():
    readme = (FOLDER.parent / "README.md").read_text(encoding="utf-8")

    assert [name.partition("-")[0] for name in PAGES] == [str(number) for number in range(1, len(PAGES) + 1)]
    assert re.findall(r"\(notebooks/(.+?)\.ipynb\)", readme) == list(PAGES)


def notebook(path: Path, *sources):
    page = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source) for source in sources])
    nbformat.write(page, path)
    return path


def test_two_runs_write_the_same_bytes_and_leave_nothing_beside_the_notebook(tmp_path):
    path = notebook(
        tmp_path / "page.ipynb", "import ipywidgets\nopen('file', 'w').close()\nipywidgets.Text('words')", "6 * 7"
    )

    run(path)
    first = path.read_bytes()
    run(path)

    assert path.read_bytes() == first
    assert list(tmp_path.iterdir()) == [path]
    shown = [cell.outputs[0].data for cell in nbformat.read(path, as_version=4).cells]
    assert shown == [{"text/plain": "Text(value='words')"}, {"text/plain": "42"}]


def test_a_notebook_that_fails_stays_as_it_was(tmp_path):
    path = notebook(tmp_path / "page.ipynb", "1", "1 / 0")
    before = path.read_bytes()

    with pytest.raises(CellExecutionError, match="ZeroDivisionError"):
        run(path)

    assert path.read_bytes() == before
