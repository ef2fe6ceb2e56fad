"""What an export of the example costs, beside nbconvert on a notebook that shows the same content.

    python benchmarks/export.py [runs]

Whole processes with compiled bytecode, in turn; exit code 1 when archkit takes more CPU than nbconvert, or when a page
takes more than 40 ms in a process that is warm. The notebook is built from the example itself: its Markdown in cells,
and the figures that the page has, too, as stored outputs.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import nbformat
from cpu import compile_bytecode, medians
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

import archkit
from archkit.authoring import ArchitectureDocument
from archkit.model.document import Document
from archkit.pages.export_html import render_page

#: What a page of the example may take in a warm process, in seconds of CPU.
WARM = 0.040


def main(runs: int = 5) -> int:
    """Measure, print and return 1 when archkit takes more CPU than nbconvert."""
    compile_bytecode()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        document = archkit.open(archkit.example(folder))
        nbformat.write(notebook(document), folder / "example.ipynb")
        example = document.path.name
        archkit_export = [sys.executable, "-m", "archkit.cli", "export", example, "-o", "x.html"]
        nbconvert = [sys.executable, "-m", "nbconvert", "--to", "html", "--no-input", "example.ipynb"]
        times = medians({"archkit export": archkit_export, "nbconvert": nbconvert}, runs, folder)
        sizes = {"archkit export": folder / "x.html", "nbconvert": folder / "example.html"}
        print(f"median CPU of {runs} runs in turn")
        for name, seconds in times.items():
            print(f"{name:16} {seconds:.2f} s   {sizes[name].stat().st_size / 1000:.0f} kB")
        again, anew = warm_pages(document.data)
    ratio = times["archkit export"] / times["nbconvert"]
    print(f"archkit takes {ratio:.2f} of nbconvert")
    print(f"a page in a warm process: {1000 * again:.1f} ms after an edit of a text (at most {1000 * WARM:.0f} ms)")
    print(f"a page in a warm process: {1000 * anew:.1f} ms after an edit of an estimate, which changes every number")
    return int(ratio > 1 or again > WARM)


def warm_pages(document: Document, runs: int = 15) -> tuple[float, float]:
    """Return the median CPU seconds of a page after an edit of the summary, and after one of the first estimate."""
    item, *others = document.effort.work_items

    def texts() -> Iterator[Document]:
        yield from (document.replace(executive_summary=f"Edit {run}") for run in range(runs))

    def estimates() -> Iterator[Document]:
        for run in range(runs):
            items = (item.replace(high=float(item.high or 0) + run + 1), *others)
            yield document.replace(effort=document.effort.replace(work_items=items))

    def median(edits: Callable[[], Iterator[Document]]) -> float:
        render_page(document)
        seconds = []
        for edited in edits():
            begin = time.process_time()
            render_page(edited)
            seconds.append(time.process_time() - begin)
        return statistics.median(seconds)

    return median(texts), median(estimates)


def notebook(document: ArchitectureDocument) -> nbformat.NotebookNode:
    """Return a notebook that shows what a document's page shows, as if its cells had been run."""
    sections = document.text.split("\n## ")
    cells = [new_markdown_cell(sections[0]), *(new_markdown_cell(f"## {section}") for section in sections[1:])]
    compared, effort, exposure = document.compare(), document.total_effort(), document.risk_exposure()
    figures = [
        compared.plot(),
        compared.ranks.plot(),
        compared.value_for_effort.plot(),
        effort.plot(),
        effort.plot(kind="s-curve"),
        effort.plot(kind="spread"),
        effort.plot(kind="options"),
        document.schedule().plot(),
        document.risk_grid().plot(),
        exposure.plot(),
        exposure.plot(kind="exceedance"),
    ]
    for bundle in map(shown, figures):
        cells.append(new_code_cell("plot()", outputs=[new_output("display_data", data=bundle)]))
    return new_notebook(cells=cells, metadata={"kernelspec": {"name": "python3", "display_name": "Python 3"}})


def shown(figure: object) -> dict[str, str]:
    """Return the mime bundle with which a figure shows itself in a notebook."""
    bundle = figure._repr_mimebundle_()  # type: ignore[attr-defined]
    data = bundle[0] if isinstance(bundle, tuple) else bundle
    return {kind: content for kind, content in data.items() if isinstance(content, str)}


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
